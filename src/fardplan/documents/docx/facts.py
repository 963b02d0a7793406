"""Facts in a Word file: labels in a column of their own, or before their values on one line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fardplan.documents.blocks import Fact, Facts
from fardplan.documents.docx.inline import Look
from fardplan.documents.docx.layout import Place
from fardplan.documents.docx.writer import BlockWriter, write_block
from fardplan.documents.docx.xml import (
    Element,
    element,
    get_property,
    is_a,
    paragraph,
    run,
    set_property,
)
from fardplan.documents.inline import Muted, Strong, join, parts

LABEL = 2722
"""The width of the column of labels, in twentieths of a point (48 mm)."""
_LONGEST = 26
"""Letters of a label that the column takes; a longer one has a line of its own."""


@write_block.register
def _(block: Facts, writer: BlockWriter, place: Place) -> list[Element]:
    if not block.rows:
        return []
    if block.style == "line":
        return [*writer.title(block.title, place), *fact_line(block.rows, writer, place)]
    boxed = block.style == "box" and not place.cell
    inside = writer.in_frame(place) if boxed else place
    made = [*writer.title(block.title, inside), *fact_rows(block.rows, writer, inside)]
    return writer.framed("box", made, inside) if boxed else made


def fact_rows(rows: Sequence[Fact], writer: BlockWriter, place: Place) -> list[Element]:
    """Return facts one below the other, each label to the left of its value where there is room."""
    return [made for fact in rows for made in _row(fact, writer, place)]


def fact_line(rows: Sequence[Fact], writer: BlockWriter, place: Place) -> list[Element]:
    """Return facts on one line, and below it what does not fit there."""
    if not rows:
        return []
    said = join([(Muted(f"{fact.label}: "), *parts(fact.value)) for fact in rows], " · ")
    below = [made for fact in rows for made in writer.blocks(fact.blocks, place)]
    return [writer.line(said, place, place.style or "FactLine"), *below]


def _row(fact: Fact, writer: BlockWriter, place: Place) -> list[Element]:
    if place.is_narrow:
        words = (Strong(f"{fact.label}:"), " ", *parts(fact.value))
        return [writer.line(words, place), *writer.blocks(fact.blocks, place)]
    inside = replace(place.farther(LABEL), style=place.style or "Fact")
    made = [*writer.some(fact.value, inside), *writer.blocks(fact.blocks, inside)]
    label = writer.file.words.write(fact.label, Look(style="FactLabel", lang=place.lang))
    return _labelled(made, label, place, broken=len(fact.label) > _LONGEST)


def _labelled(
    made: list[Element], label: list[Element], place: Place, *, broken: bool
) -> list[Element]:
    """Put a label before the first of the paragraphs that stand beside it."""
    inside = place.farther(LABEL)
    if not made or not is_a(made[0], "w:p") or get_property(made[0], "w:numPr") is not None:
        alone = [element("w:keepNext"), element("w:spacing", after=0)]
        made = [paragraph(place.style or "Fact", [], *alone), *made]
        broken = False
        between: list[Element] = []
    else:
        between = [run(element("w:br" if broken else "w:tab"))]
    first = made[0]
    set_property(first, element("w:ind", left=inside.indent, hanging=LABEL))
    if not broken:
        set_property(first, element("w:tabs", element("w:tab", val="left", pos=inside.indent)))
    at = 1 if len(first) and is_a(first[0], "w:pPr") else 0
    first[at:at] = [*label, *between]
    return made
