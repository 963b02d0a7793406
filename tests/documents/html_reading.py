"""Pages read back: as a tree, and as what they say of their own structure.

The latter is in the words that a PDF's tree is compared with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeAlias

from lxml import html

Event: TypeAlias = tuple[Any, ...]

_LEFT_OUT = (
    "//*[contains(concat(' ', @class, ' '), ' skip ')]",
    "//nav[contains(@class, 'contents')]",
    "//nav[contains(@class, 'forms')]",  # paths to other files, which a file on its own lacks
    "//section[@class='notes']",
    "//*[@class='prose-notes']",
    "//*[@class='explanations']",
    "//*[@class='slim']",  # the same drawing for a phone
    "//details[@class='data']/summary",
    "//a[@class='to-top']",
    "//sup[a]",
    "//style",
)
"""What is of the page alone: its navigation, and notes, which stand elsewhere on paper."""

_HEADING = re.compile(r"h([1-6])")
_SPACE = re.compile(r"[\s\u00a0\u00ad\u200b\u2002]+")


def squeeze(text: str) -> str:
    """Return text without blanks and places to break, which lie where each form has them."""
    return _SPACE.sub("", text)


def parse_page(page: str) -> Any:
    """Return a page as a tree of elements; the Nu checker says whether it is well formed."""
    return html.document_fromstring(page)


def elements_in(element: Any) -> Iterator[Any]:
    """Yield the elements right below one, without comments."""
    return (child for child in element if isinstance(child.tag, str))


def read_page(page: str) -> list[Event]:
    """Return headings, tables, header cells, lists and links of a page, in reading order."""
    tree = parse_page(page)
    for path in _LEFT_OUT:
        for element in tree.xpath(path):
            element.drop_tree()
    return list(_events(tree))


def _events(element: Any) -> Iterator[Event]:
    if event := _event(element):
        yield event
    for child in elements_in(element):
        yield from _events(child)


def _event(element: Any) -> Event | None:
    tag, text = element.tag, squeeze(element.text_content())
    if heading := _HEADING.fullmatch(tag):
        return ("heading", int(heading[1]), text)
    if (tag == "svg" and element.get("role") == "img") or (tag == "img" and element.get("alt")):
        return ("picture",)
    match tag:
        case "table":
            caption = element.find("caption")
            return ("table", "" if caption is None else squeeze(caption.text_content()))
        case "th":
            return ("header", {"col": "Column", "row": "Row"}[element.get("scope")], text)
        case "td":
            return ("cell",)
        case "ul" | "ol":
            return ("list", len(element.findall("li")))
        case "dl":
            return ("list", len(element.findall(".//dt")))
        case "a":
            return _link(element.get("href"), text)
    return None


def _link(href: str, text: str) -> Event | None:
    if href.startswith("#"):
        return ("link", "inside", text)
    return ("link", href, text) if re.match(r"[a-z]+:", href) else None
