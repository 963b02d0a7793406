"""Make the fonts of PDF files and pages: `python -m tools.fonts`, only for another version of them.

Needs fonttools 4.68, brotli 1.2, fontpkg-source-sans-3 3.52, fontpkg-source-serif-4 4.4 and
manimgx-fonts 2026.9.26.post1 (for Noto Emoji) from PyPI, and writes the same bytes each time. The
licence reserves the name “Source” for the originals, so what is cut out of them gets a name of its
own; copyright and licence stay in every file.
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

_TEMPLATE = Path(__file__).resolve().parent.parent / "templates" / "roadmap"
TARGET = _TEMPLATE / "typst" / "fonts"
WEB_TARGET = _TEMPLATE / "html" / "fonts"
SANS, SERIF, EMOJI = "Fardplan Sans", "Fardplan Serif", "Fardplan Emoji"
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
WEB_MADE_FROM = (
    (
        "fardplan-sans.woff2", SANS, "Regular", "sans_3", "SourceSans3[wght].ttf",
        {"wght": (400, 700)},
    ),
    (
        "fardplan-sans-italic.woff2", SANS, "Italic", "sans_3", "SourceSans3-Italic[wght].ttf",
        {"wght": (400, 700)},
    ),
    (
        "fardplan-serif.woff2", SERIF, "Bold", "serif_4", "SourceSerif4[opsz,wght].ttf",
        {"wght": 600, "opsz": 14},
    ),
)  # fmt: skip
WEB_CHARACTERS = [
    *range(0x20, 0x7F), *range(0xA0, 0x180), 0x1B7, *range(0x1E4, 0x1F0), *range(0x218, 0x21C),
    0x292, 0x2B9, 0x2BB, 0x2BC, 0x2C6, 0x2DA, 0x2DC, *range(0x300, 0x305), *range(0x306, 0x30B),
    0x30C, 0x323, 0x327, 0x328, 0x329, *range(0x2002, 0x200C), *range(0x2010, 0x2015),
    *range(0x2018, 0x201F), 0x2020, 0x2022, 0x2026, 0x202F, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A,
    0x2044, 0x20AC, 0x2122, *range(0x2190, 0x2194), 0x2212, 0x2215, 0x2248, 0x2260, 0x2264, 0x2265,
    0xFEFF,
]  # fmt: skip
"""What Swedish, English, Finnish, Sami and Romani need: a page carries its fonts in itself."""
EVERY_CHARACTER = [*range(0x20, 0xD800), *range(0xE000, 0x110000)]
_SHAPING = ["kern", "mark", "mkmk", "ccmp", "locl", "liga"]
WEB_FEATURES = [*_SHAPING, "frac", "numr", "dnom", "pnum", "tnum"]
FEATURES = [*_SHAPING, "case", "sups", "subs", "frac"]
_MADE = 3_800_000_000  # seconds from 1904: the files say the same whenever they are made
_WEIGHTS = {"Regular": 400, "Bold": 700, "Italic": 400, "Bold Italic": 700}
_NAMES_KEPT = (0, 7, 13, 14)  # copyright, trademark, licence, its address


def main() -> None:
    """Write every font anew."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for file, family, style, package, source, axes in MADE_FROM:
        font = _cut(_original(package, source), axes, CHARACTERS, FEATURES)
        _name(font, family, style)
        font.save(TARGET / file, reorderTables=True)
    emoji = Path(str(import_module("manimgx_fonts").__file__)).parent / "NotoEmoji[wght].ttf"
    font = _cut(emoji, {"wght": 400}, EVERY_CHARACTER, ["ccmp"])
    _name(font, EMOJI, "Regular")
    font.save(TARGET / "emoji.ttf", reorderTables=True)
    for file, family, style, package, source, web_axes in WEB_MADE_FROM:
        font = _cut(_original(package, source), web_axes, WEB_CHARACTERS, WEB_FEATURES)
        _name(font, family, style)
        font.flavor = "woff2"
        font.save(WEB_TARGET / file, reorderTables=True)
    _last_resort().save(TARGET / "last-resort.ttf")


def _original(package: str, file: str) -> Path:
    module = import_module(f"fontpkg_source_{package}")
    return Path(str(module.__file__)).parent / "files" / file


def _cut(path: Path, axes: Mapping[str, Any], characters: list[int], features: list[str]) -> Any:
    font = instancer.instantiateVariableFont(TTFont(path, recalcTimestamp=False), axes)
    if "gvar" in font:  # the cutter asks for every glyph, also those that do not vary
        varied = font["gvar"].variations
        font["gvar"].variations = {name: varied.get(name, []) for name in font.getGlyphOrder()}
    options = subset.Options(hinting=False, layout_features=features, notdef_outline=True)
    options.name_IDs, options.drop_tables = ["*"], ["STAT", "MVAR", "meta", "DSIG"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=characters)
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
    if "fvar" in font:  # its axis has a name, and its named cuts lost theirs
        font["fvar"].instances = []
        font["fvar"].axes[0].axisNameID = names.addName("Weight", platforms=((3, 1, 0x409),))
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
    every.cmap = dict.fromkeys(EVERY_CHARACTER, "box")
    builder.font["cmap"].tables.append(every)
    builder.font.recalcTimestamp = False
    return builder.font


if __name__ == "__main__":
    main()
