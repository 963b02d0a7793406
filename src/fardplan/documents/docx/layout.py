"""Where blocks stand on a sheet: indents, frames around them, and the air between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from fardplan.documents.docx.parts import DEEPEST, STEP, Lists
from fardplan.documents.docx.xml import (
    Element,
    element,
    every,
    get_property,
    is_a,
    paragraph,
    read,
    set_property,
)

INSET = 170
"""How far a frame stands from what is in it, in twentieths of a point."""
_RIGHT_INSET = 140
_PADDING = 4  # points between a frame's edge and its words, above and below
_FARTHEST = 31  # points, the most that Word takes between an edge and its words
_LEAST_WIDTH = 1400
_ROOM_FOR_LABELS = 5600


@dataclass(frozen=True, slots=True)
class Place:
    """Say where a block stands: below which heading, how far in, how wide, in which language.

    `level` is that of a heading here, 2 for a chapter, and `style` that of plain paragraphs;
    lengths are twentieths of a point.
    """

    level: int
    width: int
    indent: int = 0
    depth: int = 0
    style: str = ""
    lang: str = ""
    cell: bool = False
    boxed: bool = False

    @property
    def is_narrow(self) -> bool:
        """Tell whether there is no room for labels beside what they label."""
        return self.cell or self.boxed or self.width < _ROOM_FOR_LABELS

    def below(self) -> Place:
        """Return the place of what stands in a section."""
        return replace(self, level=self.level + 1)

    def farther(self, distance: int) -> Place:
        """Return a place farther in, as long as there is room for words."""
        distance = max(0, min(distance, self.width - _LEAST_WIDTH))
        return replace(self, indent=self.indent + distance, width=self.width - distance)

    def in_list(self) -> Place:
        """Return the place of what stands under a point of a list here."""
        return replace(self.farther(STEP), depth=self.depth + 1)

    def indentation(self) -> list[Element]:
        """Return the indent of a paragraph, none at the margin."""
        return [element("w:ind", left=self.indent)] if self.indent else []


def as_point(blocks: list[Element], place: Place, number: int) -> list[Element]:
    """Return blocks written at `place.in_list()` as a point of a list, its mark on the first.

    A first block that is a table, or has a mark of its own, gets an empty line above.
    """
    if not blocks or not is_a(blocks[0], "w:p") or get_property(blocks[0], "w:numPr") is not None:
        blocks = [paragraph(place.style, []), *blocks]
    first = blocks[0]
    level = min(place.depth, DEEPEST)
    numbering = element("w:numPr", element("w:ilvl", val=level), element("w:numId", val=number))
    set_property(first, numbering)
    set_property(first, element("w:ind", left=place.in_list().indent, hanging=STEP))
    if not read(get_property(first, "w:pStyle"), "w:val"):
        name = "ListNumber" if number > Lists.UNMARKED else "ListBullet"
        named = f"{name}{min(level, 4) + 1 if level else ''}"
        set_property(first, element("w:pStyle", val=named))
    return blocks


@dataclass(frozen=True, slots=True)
class Frame:
    """Hold the look of a frame: what fills it, and the bar on its left side."""

    fill: str
    bar: str


def framed(blocks: list[Element], frame: Frame, indent: int) -> list[Element]:
    """Put a frame around paragraphs; those with other indents join up without a gap.

    Word draws one frame around neighbours only where their indents are the same.
    """
    paras = [block for block in blocks if is_a(block, "w:p")]
    for para in paras:
        extra = _extra(para, indent)
        set_property(para, _borders(frame, extra))
        fill = frame.fill or "auto"
        set_property(para, element("w:shd", val="clear", color="auto", fill=fill))
        _leave_right(para)
    for para, following in pairwise(paras):
        if _indents(para) != _indents(following):
            space(para, after=0)
            space(following, before=0)
    if paras:
        space(paras[0], before=200)
        space(paras[-1], after=240)
    return blocks


def spread(blocks: list[Element], *, closed: bool = False) -> list[Element]:
    """Return blocks with air after each table and list; with `closed` they end in a paragraph."""
    spaced: list[Element] = []
    for block in blocks:
        if spaced and is_a(spaced[-1], "w:tbl"):
            if is_a(block, "w:p"):
                _air_above(block)
            else:
                spaced.append(_gap())
        elif spaced and is_a(block, "w:p") and _ends_list(spaced[-1], block):
            space(spaced[-1], after=140)
        spaced.append(block)
    if closed and not (spaced and is_a(spaced[-1], "w:p")):
        spaced.append(_gap())
    return spaced


def space(para: Element, **values: int) -> None:
    """Set the air around a paragraph, `before` and `after`, in twentieths of a point."""
    spacing = get_property(para, "w:spacing")
    if spacing is None:
        set_property(para, element("w:spacing", **values))
    else:
        spacing.attrib.update(element("w:spacing", **values).attrib)


def keep_together(blocks: Sequence[Element]) -> None:
    """Keep every paragraph on the sheet of the one after it, tables included."""
    for block in blocks:
        for para in every(block, "w:p"):
            set_property(para, element("w:keepNext"))


def _air_above(para: Element) -> None:
    spacing = get_property(para, "w:spacing")
    style = read(get_property(para, "w:pStyle"), "w:val")
    if spacing is None and not style.startswith(("Heading", "Kicker", "Caption", "FoldTitle")):
        space(para, before=180)


def _ends_list(point: Element, following: Element) -> bool:
    """Tell whether a paragraph stands after a list, and not under its last point."""
    listed, left = get_property(point, "w:numPr"), _indents(point)[0]
    in_list = get_property(following, "w:numPr") is not None
    return listed is not None and not in_list and int(_indents(following)[0] or 0) < int(left or 0)


def _gap() -> Element:
    return paragraph("", [], element("w:spacing", after=0, line=120, lineRule="exact"))


def _indents(para: Element) -> tuple[str, str]:
    found = get_property(para, "w:ind")
    return read(found, "w:left"), read(found, "w:hanging")


def _leave_right(para: Element) -> None:
    """Keep the frame's right edge within the margin."""
    indent = get_property(para, "w:ind")
    values = {} if indent is None else dict(indent.attrib)
    new = element("w:ind", right=_RIGHT_INSET)
    new.attrib.update(values)
    set_property(para, new)


def _extra(para: Element, indent: int) -> float:
    left, hanging = (int(value or 0) for value in _indents(para))
    return max(0, (left - hanging - indent)) / 20


def _borders(frame: Frame, extra: float) -> Element:
    fill = frame.fill or "FFFFFF"
    space = min(_FARTHEST, round(INSET / 20 + extra))
    sides = {"top": (4, _PADDING, fill), "left": (24, space, frame.bar),
             "bottom": (4, _PADDING, fill), "right": (4, 6, fill)}  # fmt: skip
    return element(
        "w:pBdr",
        *(
            element(f"w:{side}", val="single", sz=size, space=gap, color=colour)
            for side, (size, gap, colour) in sides.items()
        ),
    )
