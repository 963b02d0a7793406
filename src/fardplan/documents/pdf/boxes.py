"""What a PDF shows as boxes: signs that none of the fonts has, drawn in the one of last resort."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pikepdf import Object, Page

_LAST_RESORT = "FardplanLastResort"
_OPERATORS = "BDC BMC EMC Tf Tj TJ"
_MEANT = re.compile(rb"beginbfchar\s*<[0-9A-Fa-f]+>\s*<([0-9A-Fa-f]+)>")


def find_boxes(data: bytes) -> tuple[str, ...]:
    """Return the signs that a PDF shows as boxes, each once, in the order of the document.

    What is written with several characters, such as a flag, is one sign.
    """
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        return tuple(dict.fromkeys(sign for page in pdf.pages for sign in _on_page(page)))


def _on_page(page: Page) -> Iterator[str]:
    fonts = page.resources.get("/Font", {}).items()
    boxes = {name: _meant(font) for name, font in fonts if _is_last_resort(font)}
    if boxes:
        yield from _shown_in(page, boxes)


def _shown_in(page: Page, fonts: dict[str, str]) -> Iterator[str]:
    """Yield what stands in one of the fonts: the text given for it, or what its glyph means."""
    from pikepdf import parse_content_stream

    said: list[str] = []
    font = ""
    for step in parse_content_stream(page, _OPERATORS):
        operands: Any = step.operands
        match str(step.operator):
            case "BDC" | "BMC":
                own = operands[1].get("/ActualText", "") if len(operands) > 1 else ""
                said.append(str(own) or (said[-1] if said else ""))
            case "EMC":
                said.pop()
            case "Tf":
                font = str(operands[0])
            case _ if font in fonts:
                yield said[-1] if said and said[-1] else fonts[font]


def _is_last_resort(font: Object) -> bool:
    return str(font.BaseFont).endswith(_LAST_RESORT)


def _meant(font: Object) -> str:
    found = _MEANT.search(font.ToUnicode.read_bytes())
    return bytes.fromhex(found[1].decode()).decode("utf-16-be") if found else "\ufffd"
