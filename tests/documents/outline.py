"""What a page consists of, line by line: its golden form, since the page itself is too long to read.

Headings, landmarks, tables with caption and columns, lists, figures, folds and explained terms stand
in the order of the page, set in as deep as they lie, with how many rows or points they have.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({
    "meta", "br", "wbr", "hr", "img", "path", "circle", "rect", "line", "polygon", "ellipse", "link",
    "input", "use",
})  # fmt: skip


@dataclass
class Element:
    """Hold an element of a page: its tag, its attributes, and what is in it."""

    tag: str
    attributes: dict[str, str]
    inside: list[Element | str] = field(default_factory=list)

    @property
    def words(self) -> str:
        """Return the text in it, as one line."""
        parts = (one if isinstance(one, str) else one.words for one in self.inside)
        return " ".join("".join(parts).split())

    def all(self, *tags: str) -> Iterator[Element]:
        """Yield the elements with one of the tags inside it, at any depth, in order."""
        for one in self.inside:
            if isinstance(one, Element):
                if one.tag in tags:
                    yield one
                yield from one.all(*tags)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].inside.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def read_page(html: str) -> Element:
    """Return a page as a tree; AssertionError where an element is not closed in order."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert len(reader.open) == 1
    return reader.open[0]


def outline(html: str) -> str:
    """Return the outline of a page, one line for each thing in it."""
    page = read_page(html)
    lines = [f"lang {next(page.all('html')).attributes['lang']}"]
    lines += [f"title {one.words}" for one in page.all("title")][:1]
    lines += [
        f"meta {one.attributes['name']}: {one.attributes['content']}"
        for one in page.all("meta")
        if "name" in one.attributes
    ]
    return "\n".join((*lines, *_below(next(page.all("body")), 0))) + "\n"


def _below(element: Element, depth: int) -> Iterator[str]:
    for one in element.inside:
        if isinstance(one, Element):
            said = _tell(one)
            if said:
                yield "  " * depth + said
            if one.tag not in ("svg", "table"):
                yield from _below(one, depth + bool(said))


def _tell(one: Element) -> str:
    """Return what is told of an element, "" where it is only passed through."""
    if one.tag in _TOLD:
        return _TOLD[one.tag](one)
    if "popover" in one.attributes:
        return f"explanation {_name(one)} {one.words}"
    if "badge" in one.attributes.get("class", "").split():
        return f"badge {one.words}"
    return f"{one.tag} {_name(one)}" if _name(one) and one.tag != "a" else ""


def _name(one: Element) -> str:
    return f"#{one.attributes['id']}" if "id" in one.attributes else ""


def _tell_place(one: Element) -> str:
    return " ".join(filter(None, (one.tag, _name(one), one.attributes.get("aria-label", ""))))


def _tell_words(one: Element) -> str:
    return f"{one.tag} {one.words}"


def _tell_list(one: Element) -> str:
    points = [each for each in one.inside if isinstance(each, Element)]
    return f"{_tell_place(one)} ({len(points)})"


def _tell_table(table: Element) -> str:
    rows = [row for body in table.all("tbody") for row in body.all("tr")]
    heads = [cell.words for head in table.all("thead") for cell in head.all("th")]
    captions = [caption.words for caption in table.all("caption")]
    return f"table {' '.join(captions)}: {' | '.join(heads)} ({len(rows)})"


def _tell_svg(one: Element) -> str:
    return " ".join(["svg", *(each.words for each in one.all("title"))])


_TOLD: dict[str, Callable[[Element], str]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "summary", "figcaption"), _tell_words),
    **dict.fromkeys(
        ("header", "nav", "main", "footer", "section", "figure", "details"), _tell_place
    ),
    **dict.fromkeys(("ul", "ol"), _tell_list),
    "dl": lambda one: f"dl {' | '.join(each.words for each in one.all('dt'))}",
    "table": _tell_table,
    "svg": lambda one: _tell_svg(one) if one.attributes.get("role") == "img" else "",
    "img": lambda one: f"img {one.attributes['alt']}",
    "button": lambda one: f"term {one.attributes['popovertarget']}: {one.words}",
}
