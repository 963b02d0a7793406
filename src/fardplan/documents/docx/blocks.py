"""Texts, tables, pictures and sections in a Word file."""

from __future__ import annotations

from dataclasses import replace

from fardplan.documents.blocks import (
    Callout,
    Cell,
    Figure,
    Group,
    Image,
    Paragraph,
    Prose,
    Quote,
    Section,
    Table,
    Unfold,
)
from fardplan.documents.docx.facts import fact_line
from fardplan.documents.docx.file import mixed
from fardplan.documents.docx.inline import Look, beside
from fardplan.documents.docx.layout import Place, space
from fardplan.documents.docx.prose import ProseWriter
from fardplan.documents.docx.tables import write_table
from fardplan.documents.docx.writer import BlockWriter, write_block
from fardplan.documents.docx.xml import Element, paragraph, text_run
from fardplan.documents.inline import Muted, Strong, join, parts, plain
from fardplan.figures.svg import LIGHT, Palette, standalone_svg

_HIGHEST = 9000
"""The most of a sheet's height that a picture takes, in twentieths of a point."""
_QUOTED = 340
_TYPEFACES = "Calibri, Carlito, Segoe UI, Arial, sans-serif"


@write_block.register
def _(block: Prose, writer: BlockWriter, place: Place) -> list[Element]:
    inside = replace(place, lang=block.lang or place.lang)
    if block.lead and not place.style:
        inside = replace(inside, style="Lead")
    return ProseWriter(writer.file, writer.count_text()).write(block.markdown, inside)


@write_block.register
def _(block: Paragraph, writer: BlockWriter, place: Place) -> list[Element]:
    style = {"lead": "Lead", "muted": "Aside", "": ""}[block.role]
    if block.role == "muted" and place.style and parts(block.content):
        return [writer.line(Muted(block.content), place, look=Look(italic=True))]
    return writer.some(block.content, place, place.style or style)


@write_block.register
def _(block: Table, writer: BlockWriter, place: Place) -> list[Element]:
    if not (block.rows and block.head):
        empty = writer.some(block.empty, place, place.style or "Aside")
        return writer.anchored(block.anchor, empty) if empty else []
    width = place.width // len(block.head)
    inside = Place(place.level, width, style="TableText", lang=place.lang, cell=True)
    head = [[paragraph("TableText", [text_run(column.title)])] for column in block.columns]
    rows = [
        [
            _cell(cell, writer, inside, heads=block.row_header and not at)
            for at, cell in enumerate(row)
        ]
        for row in block.cells
    ]
    grid = write_table(
        [head, *rows],
        block.columns,
        place,
        row_header=block.row_header,
        summary=plain(block.caption),
    )
    caption = writer.some(block.caption, place, "Caption")
    made = writer.anchored(block.anchor, [*caption, grid])
    return [*made, *writer.some(block.note, place, "SourceLine")]


def _cell(cell: Cell, writer: BlockWriter, place: Place, *, heads: bool) -> list[Element]:
    words = Strong(cell.content) if heads and parts(cell.content) else cell.content
    made = [*writer.some(words, place), *writer.blocks(cell.blocks, place)]
    return writer.anchored(cell.anchor, made or [paragraph(place.style, [])])


@write_block.register
def _(block: Quote, writer: BlockWriter, place: Place) -> list[Element]:
    inside = replace(place.farther(_QUOTED), lang=block.lang or place.lang, boxed=True)
    words = replace(inside, style=place.style or "Quote")
    source = ("– ", *parts(block.source)) if parts(block.source) else ""
    made = [
        *writer.blocks(block.blocks, words),
        *writer.some(source, inside, place.style or "SourceLine"),
    ]
    return writer.framed("quote", made, inside)


@write_block.register
def _(block: Callout, writer: BlockWriter, place: Place) -> list[Element]:
    inside = writer.in_frame(place)
    words = replace(inside, style=place.style or "Aside") if block.tone == "empty" else inside
    title = writer.title(beside(block.title, block.badges), inside)
    return writer.framed(block.tone, [*title, *writer.blocks(block.blocks, words)], inside)


@write_block.register
def _(block: Unfold, writer: BlockWriter, place: Place) -> list[Element]:
    words = beside(Strong(block.summary), block.badges)
    title = writer.line(words, place, place.style or "FoldTitle", stays=True)
    return [*writer.anchored(block.anchor, [title]), *writer.blocks(block.blocks, place)]


@write_block.register
def _(block: Figure, writer: BlockWriter, place: Place) -> list[Element]:
    drawing = standalone_svg(block.drawing, _palette(writer))
    shown = _picture(writer.file.pictures.draw(drawing, block.alt, _most(place)), place)
    source = join([writer.say("source"), block.source], " ") if parts(block.source) else ""
    words = [
        *writer.some(block.caption, place, "FigureText"),
        *writer.some(source, place, "SourceLine"),
    ]
    return [
        *writer.anchored(block.anchor, [shown, *words]),
        *write_block(block.data, writer, place),
    ]


@write_block.register
def _(block: Image, writer: BlockWriter, place: Place) -> list[Element]:
    shown = writer.file.pictures.show(block.data, block.alt, _most(place))
    return [_picture(shown, place), *writer.some(block.caption, place, "FigureText")]


def _palette(writer: BlockWriter) -> Palette:
    """Return the colours of drawings, with the accent that the county has chosen."""
    accent = writer.file.settings.accent
    colours = {**LIGHT.colours, "accent": accent, "wash": f"#{mixed(accent, 0.14)}"}
    return Palette(colours, _TYPEFACES)


def _picture(shown: Element, place: Place) -> Element:
    return paragraph(place.style or "Picture", [shown], *place.indentation())


def _most(place: Place) -> tuple[int, int]:
    return place.width, _HIGHEST


@write_block.register
def _(block: Group, writer: BlockWriter, place: Place) -> list[Element]:
    return writer.blocks(block.blocks, replace(place, lang=block.lang or place.lang))


@write_block.register
def _(block: Section, writer: BlockWriter, place: Place) -> list[Element]:
    flush = replace(place, style="")
    number = (f"{block.number} ",) if block.number else ()
    heading = writer.line(
        (*number, *parts(block.title)), flush, f"Heading{min(place.level, 6) - 1}"
    )
    above = writer.some(block.kicker, flush, "Kicker")
    if above:
        space(heading, before=40)
    head = writer.anchored(block.anchor, [*above, heading])
    if block.badges:
        head.append(writer.line(beside("", block.badges), flush, "FactLine", stays=True))
    below = place.below()
    return [*head, *fact_line(block.facts, writer, place), *writer.blocks(block.blocks, below)]
