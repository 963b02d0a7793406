"""What a Word file says of itself: its properties, its settings, its fonts and colours."""

from __future__ import annotations

import re
from collections.abc import Mapping

from fardplan.documents.document import Document
from fardplan.documents.docx.file import File, mixed
from fardplan.documents.docx.inline import language_tag
from fardplan.documents.docx.package import Part
from fardplan.documents.docx.xml import UNPREFIXED, Element, element, worded

_CUSTOM = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_FALLBACKS = {
    "Calibri": ("Carlito", "swiss"),
    "Cambria": ("Caladea", "roman"),
    "Consolas": ("Liberation Mono", "modern"),
}
"""The fonts of the file: all programs of Office have them, and others those of the same width."""
_COMPATIBILITY = {
    "compatibilityMode": "15",
    "overrideTableStyleFontSizeAndJustification": "1",
    "enableOpenTypeFeatures": "1",
    "doNotFlipMirrorIndents": "1",
    "differentiateMultirowTableHeaders": "1",
}


def add_properties(file: File) -> None:
    """Add the properties that archives and searches read."""
    document = file.document
    file.package.add(Part("core"), _core(document))
    file.package.add(Part("app"), _app(document))
    if document.metadata:
        file.package.add(Part("custom"), _custom(document.metadata))


def _core(document: Document) -> Element:
    status = document.status.badge.text if document.status else ""
    keywords = dict.fromkeys((document.kicker, *_keywords(document.metadata)))
    said = {
        "dc:title": " – ".join(filter(None, (document.title, status))),
        "dc:subject": document.subtitle or document.kicker,
        "dc:creator": document.organisation,
        "cp:keywords": ", ".join(filter(None, keywords)),
        "dc:description": document.description,
        "cp:lastModifiedBy": document.organisation,
        "dc:identifier": document.metadata.get("registry-number", ""),
        "dc:language": language_tag(document.lang),
        "cp:version": document.metadata.get("version", ""),
        "cp:contentStatus": status,
    }
    made = [worded(name, text) for name, text in said.items() if text]
    return element("cp:coreProperties", *made, *_dates(document.metadata.get("updated", "")))


def _keywords(metadata: Mapping[str, str]) -> list[str]:
    return [metadata.get(name, "") for name in ("registry-number", "year", "status")]


def _dates(updated: str) -> list[Element]:
    """Return the day of the latest change; where it is not said, no other day would be true."""
    if not _DAY.fullmatch(updated):
        return []
    return [
        worded(f"dcterms:{name}", f"{updated}T00:00:00Z", xsi_type="dcterms:W3CDTF")
        for name in ("created", "modified")
    ]


def _app(document: Document) -> Element:
    made = [worded("Application", document.generator)]
    if document.organisation:
        made.append(worded("Company", document.organisation))
    return element("Properties", *made, xmlns=UNPREFIXED["app"])


def _custom(metadata: Mapping[str, str]) -> Element:
    made = [
        element("property", worded("vt:lpwstr", text), fmtid=_CUSTOM, pid=number, name=name)
        for number, (name, text) in enumerate(metadata.items(), 2)
    ]
    return element("Properties", *made, xmlns=UNPREFIXED["custom"])


def add_settings(file: File) -> None:
    """Add the settings that Word reads when it opens the file."""
    lang = language_tag(file.document.lang)
    comma, semicolon = (",", ";") if file.document.lang == "sv" else (".", ",")
    uri = "http://schemas.microsoft.com/office/word"
    modes = [
        element("w:compatSetting", name=name, uri=uri, val=value)
        for name, value in _COMPATIBILITY.items()
    ]
    settings = element(
        "w:settings",
        element("w:defaultTabStop", val=720),
        element("w:autoHyphenation"),
        element("w:hyphenationZone", val=425),
        element("w:doNotHyphenateCaps"),
        element("w:footnotePr", element("w:footnote", id=-1), element("w:footnote", id=0)),
        element("w:compat", *modes),
        element("w:themeFontLang", val=lang),
        element("w:decimalSymbol", val=comma),
        element("w:listSeparator", val=semicolon),
    )
    file.body.relate("settings", file.package.add(Part("settings"), settings))
    fonts = element("w:fonts", *(_font(*font) for font in _FALLBACKS.items()))
    file.body.relate("fontTable", file.package.add(Part("fontTable"), fonts))
    theme = _theme(mixed(file.settings.accent, 1))
    file.body.relate("theme", file.package.add(Part("theme1"), theme))


def _font(name: str, instead: tuple[str, str]) -> Element:
    other, family = instead
    return element(
        "w:font",
        element("w:altName", val=other),
        element("w:family", val=family),
        name=name,
    )


def _theme(accent: str) -> Element:
    """Return the colours and fonts that Word offers to those who edit the file."""
    shades = {"dk1": "1D2A31", "lt1": "FFFFFF", "dk2": accent, "lt2": "F3F5F5", "accent1": accent,
              "accent2": "1B6236", "accent3": "784700", "accent4": "981D1D", "accent5": "53626B",
              "accent6": "7D8B92", "hlink": accent, "folHlink": "53626B"}  # fmt: skip
    colours = (
        element(f"a:{name}", element("a:srgbClr", val=value)) for name, value in shades.items()
    )
    fonts = (
        element(
            f"a:{kind}Font",
            *(
                element(f"a:{script}", typeface=face)
                for script, face in (("latin", name), ("ea", ""), ("cs", ""))
            ),
        )
        for kind, name in (("major", "Cambria"), ("minor", "Calibri"))
    )
    return element(
        "a:theme",
        element(
            "a:themeElements",
            element("a:clrScheme", *colours, name="fardplan"),
            element("a:fontScheme", *fonts, name="fardplan"),
            _effects(),
        ),
        name="fardplan",
    )


def _effects() -> Element:
    """Return what a theme must hold beside colours and fonts: three of each, all plain."""

    def plain() -> Element:
        return element("a:solidFill", element("a:schemeClr", val="phClr"))

    lines = [element("a:ln", plain(), w=width) for width in (6350, 12700, 19050)]
    effects = [element("a:effectStyle", element("a:effectLst")) for _ in range(3)]
    return element(
        "a:fmtScheme",
        element("a:fillStyleLst", *(plain() for _ in range(3))),
        element("a:lnStyleLst", *lines),
        element("a:effectStyleLst", *effects),
        element("a:bgFillStyleLst", *(plain() for _ in range(3))),
        name="fardplan",
    )
