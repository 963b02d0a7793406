"""What a page consists of, line by line: its golden form, since the page itself is too long to read.

Headings, landmarks, tables with caption and columns, lists, figures, folds and explained terms stand
in the order of the page, set in as deep as they lie, with how many rows or points they have.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from tests.documents.html_reading import elements_in, parse_page


def outline(page: str) -> str:
    """Return the outline of a page, one line for each thing in it."""
    tree = parse_page(page)
    lines = [f"lang {tree.get('lang')}", f"title {_words(tree.find('.//title'))}"]
    lines += [
        f"meta {one.get('name')}: {one.get('content')}"
        for one in tree.iter("meta")
        if one.get("name")
    ]
    return "\n".join((*lines, *_below(tree.find("body"), 0))) + "\n"


def _below(element: Any, depth: int) -> Iterator[str]:
    for one in elements_in(element):
        said = _tell(one)
        if said:
            yield "  " * depth + said
        if one.tag not in ("svg", "table"):
            yield from _below(one, depth + bool(said))


def _tell(one: Any) -> str:
    """Return what is told of an element, "" where it is only passed through."""
    if one.tag in _TOLD:
        return _TOLD[one.tag](one)
    if "popover" in one.attrib:
        return f"explanation {_name(one)} {_words(one)}"
    if "badge" in one.get("class", "").split():
        return f"badge {_words(one)}"
    return f"{one.tag} {_name(one)}" if _name(one) and one.tag != "a" else ""


def _words(one: Any) -> str:
    """Return the text in an element, as one line."""
    return " ".join(one.text_content().split())


def _name(one: Any) -> str:
    return f"#{one.get('id')}" if "id" in one.attrib else ""


def _tell_place(one: Any) -> str:
    return " ".join(filter(None, (one.tag, _name(one), one.get("aria-label", ""))))


def _tell_words(one: Any) -> str:
    return f"{one.tag} {_words(one)}"


def _tell_list(one: Any) -> str:
    return f"{_tell_place(one)} ({len(list(elements_in(one)))})"


def _tell_table(table: Any) -> str:
    heads = [_words(cell) for cell in table.iterfind(".//thead//th")]
    captions = [_words(caption) for caption in table.iter("caption")]
    rows = len(table.findall(".//tbody//tr"))
    return f"table {' '.join(captions)}: {' | '.join(heads)} ({rows})"


def _tell_svg(one: Any) -> str:
    return " ".join(["svg", *(_words(each) for each in one.iter("title"))])


_TOLD: dict[str, Callable[[Any], str]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "summary", "figcaption"), _tell_words),
    **dict.fromkeys(
        ("header", "nav", "main", "footer", "section", "figure", "details"), _tell_place
    ),
    **dict.fromkeys(("ul", "ol"), _tell_list),
    "dl": lambda one: f"dl {' | '.join(_words(each) for each in one.iter('dt'))}",
    "table": _tell_table,
    "svg": lambda one: _tell_svg(one) if one.get("role") == "img" else "",
    "img": lambda one: f"img {one.get('alt')}",
    "button": lambda one: f"term {one.get('popovertarget')}: {_words(one)}",
}
