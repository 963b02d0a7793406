"""Users' Markdown as paragraphs of a Word file, written from its cleaned tokens (see `prose`)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from markdown_it.tree import SyntaxTreeNode

from fardplan.documents.blocks import Column
from fardplan.documents.docx.file import File
from fardplan.documents.docx.inline import Look, between_notes
from fardplan.documents.docx.layout import Place, as_point, framed, spread
from fardplan.documents.docx.parts import Lists
from fardplan.documents.docx.tables import write_table
from fardplan.documents.docx.xml import Element, element, paragraph, run, text_run
from fardplan.documents.prose import parse_prose


class ProseWriter:
    """Write one text; its footnotes become those of the file."""

    def __init__(self, file: File, key: str) -> None:
        """Take the file, and what sets this text's notes apart from those of others."""
        self._file = file
        self._key = key
        self._words = file.words

    def write(self, markdown: str, place: Place) -> list[Element]:
        """Return the text, its first heading on the level of the place."""
        tokens = parse_prose(markdown, min(place.level, 6), self._words.lang)
        tree = SyntaxTreeNode(tokens)
        for child in tree.children:
            if child.type == "footnote_block":
                self._define(child, place)
        return self._children(tree, place)

    def _define(self, block: SyntaxTreeNode, place: Place) -> None:
        inside = Place(6, 8000, style="FootnoteText", lang=place.lang)
        for note in block.children:
            writer = ProseWriter(self._file, self._key)
            writer._words = self._file.note_words
            write: Callable[[], list[Element]] = partial(writer._children, note, inside)
            self._file.notes.define(self._note_key(note), write)

    def _note_key(self, node: SyntaxTreeNode) -> str:
        return f"\0{self._key}-{node.meta['id']}"

    def _children(self, node: SyntaxTreeNode, place: Place) -> list[Element]:
        return spread([made for child in node.children for made in self._block(child, place)])

    def _block(self, node: SyntaxTreeNode, place: Place) -> list[Element]:
        match node.type:
            case "paragraph":
                return [paragraph(place.style, self._inline(node, place), *place.indentation())]
            case "heading":
                return [self._heading(node, place)]
            case "bullet_list" | "ordered_list":
                return self._list(node, place)
            case "blockquote":
                inside = replace(place.farther(340), style="Quote", boxed=True)
                return framed(
                    self._children(node, inside), self._file.frames["quote"], inside.indent
                )
            case "fence" | "code_block":
                return [_code(node.content, place)]
            case "hr":
                line = element("w:bottom", val="single", sz=4, space=1, color="C3CDCF")
                return [paragraph("", [], element("w:pBdr", line), *place.indentation())]
            case "table":
                return [self._table(node, place)]
            case "dl":
                return self._definitions(node, place)
        return []

    def _heading(self, node: SyntaxTreeNode, place: Place) -> Element:
        content = self._inline(node, place)
        if place.style == "FootnoteText":  # a note is no part of the outline
            return paragraph(
                place.style, self._inline(node, place, Look(bold=True)), element("w:keepNext")
            )
        return paragraph(f"Heading{int(node.tag[1]) - 1}", content, *place.indentation())

    def _list(self, node: SyntaxTreeNode, place: Place) -> list[Element]:
        ordered = node.type == "ordered_list"
        first = int(node.attrs.get("start", 1))
        number = self._file.lists.start(place.depth, first) if ordered else Lists.BULLETS
        made: list[Element] = []
        for child in node.children:
            inside = self._children(child, place.in_list())
            made += as_point(inside, place, number)
        return made

    def _table(self, node: SyntaxTreeNode, place: Place) -> Element:
        rows = [row.children for part in node.children for row in part.children]
        columns = [Column("", numeric=cell.attrs.get("class") == "end") for cell in rows[0]]
        cells = [
            [[paragraph("TableText", self._inline(cell, place))] for cell in row] for row in rows
        ]
        return write_table(cells, columns, place, row_header=False)

    def _definitions(self, node: SyntaxTreeNode, place: Place) -> list[Element]:
        made: list[Element] = []
        for child in node.children:
            if child.type == "dt":
                content = self._inline(child, place, Look(bold=True))
                made.append(
                    paragraph(place.style, content, element("w:keepNext"), *place.indentation())
                )
            else:
                made += self._children(child, place.farther(340))
        return made

    def _inline(
        self, node: SyntaxTreeNode, place: Place, look: Look | None = None
    ) -> list[Element]:
        start = replace(look or Look(), lang=place.lang)
        return [made for child in node.children for made in self._parts(child, start)]

    def _part(self, node: SyntaxTreeNode, look: Look) -> list[Element]:
        match node.type:
            case "text" | "text_special":
                return [text_run(node.content, *look.properties())]
            case "em" | "strong" | "s":
                return self._parts(node, look.marked(node.type))
            case "code_inline":
                return [text_run(node.content, *replace(look, style="Code").properties())]
            case "softbreak":
                return [text_run(" ")]
            case "hardbreak":
                return [run(element("w:br"))]
            case "link":
                return self._link(node, look)
            case "footnote_ref":
                return self._file.notes.refer(self._note_key(node))
        return []

    def _parts(self, node: SyntaxTreeNode, look: Look) -> list[Element]:
        made: list[Element] = []
        for before, child in zip((None, *node.children), node.children, strict=False):
            if before and before.type == child.type == "footnote_ref":
                made.append(between_notes())
            made += self._part(child, look)
        return made

    def _link(self, node: SyntaxTreeNode, look: Look) -> list[Element]:
        href = str(node.attrs["href"])
        if not self._words.leads(href):
            return self._parts(node, look)
        return self._words.link(self._parts(node, replace(look, linked=True)), href)


def _code(content: str, place: Place) -> Element:
    runs: list[Element] = []
    for line in content.rstrip("\n").split("\n"):
        runs += [*([run(element("w:br"))] if runs else []), text_run(line)]
    return paragraph("CodeBlock", runs, *place.indentation())
