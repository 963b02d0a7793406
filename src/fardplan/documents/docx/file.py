"""A Word file in the making: what all its parts share."""

from __future__ import annotations

from dataclasses import dataclass

from fardplan.documents.document import Document, anchors
from fardplan.documents.docx.inline import InlineWriter
from fardplan.documents.docx.layout import Frame
from fardplan.documents.docx.package import Package, Part
from fardplan.documents.docx.parts import Anchors, Footnotes, Lists
from fardplan.documents.docx.pictures import Pictures
from fardplan.documents.engine import Template

_LINE, _GREY = "C3CDCF", "F3F5F5"


@dataclass(frozen=True, slots=True)
class Sheet:
    """Hold the size of a sheet and its margins, in twentieths of a point."""

    width: int
    height: int
    side: int
    top: int

    @property
    def measure(self) -> int:
        """Return the width of the text."""
        return self.width - 2 * self.side


SHEETS = {
    "A4": Sheet(11906, 16838, 1474, 1474),
    "A5": Sheet(8391, 11906, 964, 1077),
    "Letter": Sheet(12240, 15840, 1474, 1361),
}


class File:
    """Hold the parts of a file while its text is written."""

    def __init__(self, document: Document, template: Template) -> None:
        """Take what is to be written."""
        self.document = document
        self.settings = template.settings
        self.sheet = SHEETS[template.settings.paper]
        self.package = Package()
        self.body = Part("document")
        self.footnotes = Part("footnotes")
        self.anchors = Anchors(anchor for anchor, _ in anchors(document))
        self.notes = Footnotes(self.anchors)
        self.lists = Lists()
        self.words = InlineWriter(document.lang, self.body, self.anchors, self.notes)
        self.note_words = InlineWriter(document.lang, self.footnotes, self.anchors, self.notes)
        fonts = [path for name in FONTS if (path := template.find(f"typst/fonts/{name}.ttf"))]
        self.pictures = Pictures(self.package, self.body, fonts, document.lang)
        self.frames = frames(template.settings.accent)


FONTS = ("sans", "sans-bold", "sans-italic", "sans-bold-italic")


def frames(accent: str) -> dict[str, Frame]:
    """Return the look of each kind of frame."""
    colour = mixed(accent, 1)
    tint = mixed(accent, 0.07)
    return {
        "key": Frame(tint, colour),
        "note": Frame(_GREY, _LINE),
        "warning": Frame("FBF0DA", "784700"),
        "status": Frame("E5F2EA", "1B6236"),
        "empty": Frame("", _LINE),
        "box": Frame(tint, tint),
        "quote": Frame("", _LINE),
        "cover": Frame("", colour),
    }


def mixed(colour: str, share: float) -> str:
    """Return a colour such as #14555a laid thinly on white paper, as Word writes it."""
    channels = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "".join(f"{round(255 - (255 - channel) * share):02X}" for channel in channels)
