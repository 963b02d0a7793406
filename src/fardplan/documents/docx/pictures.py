"""Pictures in a Word file: drawings as SVG, with a bitmap for the programs that show none."""

from __future__ import annotations

import base64
import struct
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias
from xml.etree import ElementTree as ET

from fardplan.documents.docx.package import Package, Part
from fardplan.documents.docx.xml import Element, clean, element, run
from fardplan.errors import CannotRun
from fardplan.locales.text import Lang, Text

TWIP = 635
"""How many of the file's units of length a twentieth of a point has."""
PIXEL = 15
"""Twentieths of a point in a pixel."""
SANS = "Fardplan Sans"
SHARPNESS = 2
"""Pixels of a bitmap made here for each pixel of what it shows."""

NAME = Text("Bild {number}", "Picture {number}")
COMMAND = 'pip install "fardplan[office]"'
INSTALL = Text(
    "Word-filen har bilder, och för dem behövs ett tillägg. Installera det: {command}",
    "The Word file has pictures, which need an extra. Install it: {command}",
)
UNREADABLE = Text(
    "En bild eller logotyp går inte att läsa, så Word-filen kan inte göras. Spara om bilden som "
    "PNG, JPEG eller SVG.",
    "A picture or logo cannot be read, so the Word file cannot be made. Save the picture anew as "
    "PNG, JPEG or SVG.",
)

_SVG = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"


Size: TypeAlias = tuple[int, int]
"""A width and a height."""


class Pictures:
    """Put pictures into one file."""

    def __init__(self, package: Package, part: Part, fonts: Sequence[Path], lang: Lang) -> None:
        """Take the file, the part that shows them, and the fonts to draw their words with."""
        self._lang: Lang = lang
        self._package = package
        self._part = part
        self._fonts = [str(font) for font in fonts]
        self._shown = 0

    def draw(self, svg: str, alt: str, most: Size) -> Element:
        """Return a run that shows a drawing; `most` is in twentieths of a point, as all sizes."""
        bitmap = self._rasterize(svg, most)
        return self._show(bitmap, "png", alt, _fit(size_of(bitmap), most), svg.encode())

    def show(self, data: str, alt: str, most: Size) -> Element:
        """Return a run that shows the picture of a `data:` address; without `alt` as decoration."""
        head, _, body = data.partition(",")
        kind = head.removeprefix("data:image/").partition(";")[0]
        content = base64.b64decode(body)
        if kind not in ("svg+xml", "webp"):
            wide, high = size_of(content)
            natural = (min(wide * PIXEL, most[0]), min(high * PIXEL, most[1]))
            return self._show(content, kind, alt, _fit((wide, high), natural))
        svg = _well_formed(content) if kind == "svg+xml" else b""
        bitmap = self._rasterize(_wrapped(data), most)
        return self._show(bitmap, "png", alt, _fit(size_of(bitmap), most), svg)

    def _show(self, bitmap: bytes, kind: str, alt: str, size: Size, svg: bytes = b"") -> Element:
        extent = {"cx": size[0] * TWIP, "cy": size[1] * TWIP}
        shown = self._relate(bitmap, kind)
        drawn = self._relate(svg, "svg") if svg else ""
        self._shown += 1
        return run(element("w:drawing", self._inline(shown, drawn, alt, extent)))

    def _relate(self, data: bytes, kind: str) -> str:
        return self._part.relate("image", self._package.add_picture(data, kind))

    def _inline(self, bitmap: str, drawn: str, alt: str, size: dict[str, int]) -> Element:
        name = {
            "id": self._shown,
            "name": NAME.say(self._lang, number=self._shown),
            "descr": clean(alt),
        }
        described = element("wp:docPr", *([] if alt else [_decoration()]), **name)
        lock = element("a:graphicFrameLocks", noChangeAspect=1)
        return element(
            "wp:inline",
            element("wp:extent", **size),
            element("wp:effectExtent", l=0, t=0, r=0, b=0),
            described,
            element("wp:cNvGraphicFramePr", lock),
            element(
                "a:graphic",
                element("a:graphicData", _picture(bitmap, drawn, name, size), uri=_PICTURE),
            ),
            distT=0,
            distB=0,
            distL=0,
            distR=0,
        )

    def _rasterize(self, svg: str, most: Size) -> bytes:
        try:
            import resvg_py
        except ImportError as error:
            raise CannotRun(INSTALL, command=COMMAND) from error
        wide, high = (side * SHARPNESS // PIXEL for side in most)
        try:
            return resvg_py.svg_to_bytes(
                svg_string=svg,
                width=wide,
                height=high,
                skip_system_fonts=True,  # or the file would differ from one machine to the next
                font_files=self._fonts,
                font_family=SANS,
                sans_serif_family=SANS,
            )
        except ValueError as error:
            raise CannotRun(UNREADABLE) from error


def size_of(bitmap: bytes) -> Size:
    """Return the width and height of a PNG, GIF or JPEG picture, in pixels."""
    try:
        if bitmap.startswith(b"\x89PNG"):
            return _positive(struct.unpack(">II", bitmap[16:24]))
        if bitmap.startswith(b"GIF8"):
            return _positive(struct.unpack("<HH", bitmap[6:10]))
        return _positive(_jpeg_size(bitmap))
    except (struct.error, IndexError, ValueError) as error:
        raise CannotRun(UNREADABLE) from error


def _positive(size: tuple[int, ...]) -> Size:
    wide, high = size
    if not (wide and high):
        raise ValueError
    return wide, high


def _jpeg_size(data: bytes) -> Size:
    """Return what the frame header of a JPEG says; its segments follow one another by length."""
    if not data.startswith(b"\xff\xd8"):
        raise ValueError
    at = 2
    while data[at] == 0xFF:
        marker, length = data[at + 1], struct.unpack(">H", data[at + 2 : at + 4])[0]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            high, wide = struct.unpack(">HH", data[at + 5 : at + 9])
            return wide, high
        at += 2 + length
    raise ValueError


def _well_formed(svg: bytes) -> bytes:
    """Return a drawing that can be read as XML, since Word would refuse the whole file."""
    try:
        ET.fromstring(svg)  # noqa: S314 - a picture of the repository, of at most 1 MB
    except ET.ParseError as error:
        raise CannotRun(UNREADABLE) from error
    return svg


def _wrapped(data: str) -> str:
    """Return a picture within one of ours, where it can reach no file of the machine."""
    return f'<svg xmlns="http://www.w3.org/2000/svg"><image href="{data}"/></svg>'


def _fit(size: Size, most: Size) -> Size:
    """Return the largest size with the same sides that fits."""
    share = min(most[0] / size[0], most[1] / size[1])
    return max(1, round(size[0] * share)), max(1, round(size[1] * share))


def _decoration() -> Element:
    mark = element("adec:decorative", val=1)
    return element("a:extLst", element("a:ext", mark, uri=_DECORATIVE))


def _picture(bitmap: str, drawn: str, name: dict[str, object], size: dict[str, int]) -> Element:
    shown = element("asvg:svgBlip", r_embed=drawn) if drawn else None
    extension = [] if shown is None else [element("a:extLst", element("a:ext", shown, uri=_SVG))]
    return element(
        "pic:pic",
        element("pic:nvPicPr", element("pic:cNvPr", **name), element("pic:cNvPicPr")),
        element(
            "pic:blipFill",
            element("a:blip", *extension, r_embed=bitmap),
            element("a:stretch", element("a:fillRect")),
        ),
        element(
            "pic:spPr",
            element("a:xfrm", element("a:off", x=0, y=0), element("a:ext", **size)),
            element("a:prstGeom", element("a:avLst"), prst="rect"),
        ),
    )
