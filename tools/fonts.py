"""Make the fonts of PDF files: `python -m tools.fonts`, only when another version is wanted.

Needs fonttools 4.68, fontpkg-source-sans-3 3.52 and fontpkg-source-serif-4 4.4 from PyPI, and
writes the same bytes each time. The licence reserves the name “Source” for the originals, so what
is cut out of them gets a name of its own; copyright and licence stay in every file.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._c_m_a_p import cmap_format_13
from fontTools.varLib import instancer

TARGET = Path(__file__).resolve().parent.parent / "templates" / "roadmap" / "typst" / "fonts"
SANS, SERIF = "Fardplan Sans", "Fardplan Serif"
LAST_RESORT = "Fardplan Last Resort"
MADE_FROM = (
    # file, family, style, package, source, axes
    ("sans.ttf", SANS, "Regular", "sans_3", "SourceSans3[wght].ttf", {"wght": 400}),
    ("sans-bold.ttf", SANS, "Bold", "sans_3", "SourceSans3[wght].ttf", {"wght": 640}),
    ("sans-italic.ttf", SANS, "Italic", "sans_3", "SourceSans3-Italic[wght].ttf", {"wght": 400}),
    (
        "sans-bold-italic.ttf", SANS, "Bold Italic", "sans_3", "SourceSans3-Italic[wght].ttf",
        {"wght": 640},
    ),
    (
        "serif-bold.ttf", SERIF, "Bold", "serif_4", "SourceSerif4[opsz,wght].ttf",
        {"wght": 600, "opsz": 28},
    ),
)  # fmt: skip
CHARACTERS = [
    *range(0x20, 0x250), *range(0x2B0, 0x530), *range(0x1E00, 0x1F00), *range(0x2000, 0x2300),
    *range(0x25A0, 0x2800),
]  # fmt: skip
"""Latin with all that Sami, Finnish and Romani need, Greek, Cyrillic, punctuation and signs."""
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "liga", "case", "sups", "subs", "frac"]
_MADE = 3_800_000_000  # seconds from 1904: the files say the same whenever they are made
_WEIGHTS = {"Regular": 400, "Bold": 700, "Italic": 400, "Bold Italic": 700}
_NAMES_KEPT = (0, 7, 13, 14)  # copyright, trademark, licence, its address


def main() -> None:
    """Write every font anew."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for file, family, style, package, source, axes in MADE_FROM:
        font = _cut(_original(package, source), axes)
        _name(font, family, style)
        font.save(TARGET / file, reorderTables=True)
    _last_resort().save(TARGET / "last-resort.ttf")


def _original(package: str, file: str) -> Path:
    module = import_module(f"fontpkg_source_{package}")
    return Path(str(module.__file__)).parent / "files" / file


def _cut(path: Path, axes: Mapping[str, float]) -> Any:
    font = instancer.instantiateVariableFont(TTFont(path, recalcTimestamp=False), axes)
    options = subset.Options(hinting=False, layout_features=FEATURES, notdef_outline=True)
    options.name_IDs, options.drop_tables = ["*"], ["STAT", "MVAR", "meta", "DSIG"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=CHARACTERS)
    cutter.subset(font)
    font["head"].modified = font["head"].created = _MADE
    return font


def _name(font: Any, family: str, style: str) -> None:
    names = font["name"]
    names.names = [record for record in names.names if record.nameID in _NAMES_KEPT]
    full = f"{family} {style}"
    postscript = f"{family.replace(' ', '')}-{style.replace(' ', '')}"
    for number, text in ((1, family), (2, style), (3, full), (4, full), (6, postscript)):
        names.setName(text, number, 3, 1, 0x409)
    weight = _WEIGHTS[style]
    italic = "Italic" in style
    font["OS/2"].usWeightClass = weight
    font["OS/2"].fsSelection = (1 if italic else 0) | (32 if weight == 700 else 0) or 64
    font["head"].macStyle = (1 if weight == 700 else 0) | (2 if italic else 0)


def _last_resort() -> Any:
    """Return a font that has a box for every character, so that no text is ever refused."""
    pen = TTGlyphPen(None)
    for points in (
        ((60, -100), (60, 700), (540, 700), (540, -100)),
        ((100, -60), (500, -60), (500, 660), (100, 660)),
    ):
        pen.moveTo(points[0])
        for point in points[1:]:
            pen.lineTo(point)
        pen.closePath()
    box = pen.glyph()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "box"])
    builder.setupGlyf({".notdef": box, "box": box})
    builder.setupHorizontalMetrics({".notdef": (600, 60), "box": (600, 60)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({
        "familyName": LAST_RESORT, "styleName": "Regular", "fullName": LAST_RESORT,
        "psName": LAST_RESORT.replace(" ", ""),
    })  # fmt: skip
    builder.setupPost()
    builder.setupHead(unitsPerEm=1000, created=_MADE, modified=_MADE)
    builder.setupCharacterMap({0x25A1: "box"})
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200)
    every = cmap_format_13(13)
    every.platformID, every.platEncID, every.language = 3, 10, 0
    everything = (*range(0x20, 0xD800), *range(0xE000, 0x110000))
    every.cmap = dict.fromkeys(everything, "box")
    builder.font["cmap"].tables.append(every)
    builder.font.recalcTimestamp = False
    return builder.font


if __name__ == "__main__":
    main()
