"""What each kind of block is written with; `write_block` finds the function of its kind."""

from __future__ import annotations

from dataclasses import replace
from functools import singledispatch

from fardplan.documents import wording
from fardplan.documents.blocks import Block, Blocks
from fardplan.documents.docx.file import File
from fardplan.documents.docx.inline import PLAIN, Look
from fardplan.documents.docx.layout import INSET, Place, as_point, framed, spread
from fardplan.documents.docx.parts import Lists
from fardplan.documents.docx.xml import Element, element, is_a, paragraph
from fardplan.documents.inline import Inline, Strong, parts


class BlockWriter:
    """Turn blocks of one document into paragraphs and tables."""

    def __init__(self, file: File) -> None:
        """Take the file that they are for."""
        self.file = file
        self._texts = 0

    def blocks(self, blocks: Blocks, place: Place) -> list[Element]:
        """Return blocks one after another, with air between them."""
        return spread([made for block in blocks for made in write_block(block, self, place)])

    def line(
        self,
        content: Inline,
        place: Place,
        style: str = "",
        look: Look = PLAIN,
        *,
        stays: bool = False,
    ) -> Element:
        """Return words as a paragraph; one that `stays` is on the sheet of the one after it."""
        runs = self.file.words.write(content, replace(look, lang=place.lang))
        kept = [element("w:keepNext")] if stays else []
        return paragraph(style or place.style, runs, *kept, *place.indentation())

    def some(self, content: Inline, place: Place, style: str = "") -> list[Element]:
        """Return words as a paragraph, none where there are no words."""
        return [self.line(content, place, style)] if parts(content) else []

    def point(
        self,
        content: Inline,
        blocks: Blocks,
        place: Place,
        number: int = Lists.BULLETS,
        anchor: str = "",
    ) -> list[Element]:
        """Return a point of the list with this number, with what stands under it."""
        inside = place.in_list()
        made = [*self.some(content, inside), *self.blocks(blocks, inside)]
        return self.anchored(anchor, as_point(made, place, number))

    def title(self, words: Inline, place: Place) -> list[Element]:
        """Return the title of a part that is no section, none where there are no words."""
        if not parts(words):
            return []
        if place.cell:
            return [self.line(Strong(words), place, stays=True)]
        return [self.line(words, place, "PartTitle")]

    def in_frame(self, place: Place) -> Place:
        """Return the place within a frame; a cell of a table has none."""
        return place if place.cell else replace(place.farther(INSET), boxed=True)

    def framed(self, name: str, made: list[Element], inside: Place) -> list[Element]:
        """Return paragraphs written at `inside` with a frame around them."""
        return made if inside.cell else framed(made, self.file.frames[name], inside.indent)

    def anchored(self, anchor: str, made: list[Element]) -> list[Element]:
        """Return blocks with the place that links lead to at their beginning."""
        name = self.file.anchors.find(anchor)
        if not name:
            return made
        if not (made and is_a(made[0], "w:p")):
            made = [
                paragraph("", [], element("w:spacing", after=0, line=20, lineRule="exact")),
                *made,
            ]
        at = 1 if len(made[0]) and is_a(made[0][0], "w:pPr") else 0
        made[0][at:at] = self.file.anchors.mark(name)
        return made

    def say(self, name: str, **values: object) -> str:
        """Return a text of `wording` by its name, in the document's language."""
        return wording.say(name, self.file.document.lang, **values)

    def count_text(self) -> str:
        """Return the number of one more text of users' Markdown."""
        self._texts += 1
        return str(self._texts)


@singledispatch
def write_block(block: Block, _writer: BlockWriter, _place: Place) -> list[Element]:
    """Return one block; TypeError for a kind that no function is registered for."""
    raise TypeError(f"{type(block).__name__} is no block")
