"""Elements of a Word file, with their properties in the one order that Word accepts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TypeAlias
from xml.etree import ElementTree as ET

Element: TypeAlias = ET.Element

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "vt": "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
UNPREFIXED = {
    "types": "http://schemas.openxmlformats.org/package/2006/content-types",
    "relations": "http://schemas.openxmlformats.org/package/2006/relationships",
    "app": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    "custom": "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
}
"""The namespaces of parts that some readers accept only without a prefix, as `xmlns`."""
for _prefix, _uri in NAMESPACES.items():
    ET.register_namespace(_prefix, _uri)

_UNFIT = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010fffd]")
_BREAKS = re.compile(r"[\t\n\r]+")
_ORDER = {
    "w:pPr": (
        "pStyle keepNext keepLines pageBreakBefore numPr pBdr shd tabs suppressAutoHyphens "
        "spacing ind contextualSpacing jc sectPr"
    ),
    "w:rPr": "rStyle rFonts b bCs i iCs strike noProof color sz szCs u shd vertAlign lang",
}


def element(tag: str, *children: Element, **attributes: object) -> Element:
    """Return an element such as `w:p`.

    Attributes of WordprocessingML get its prefix by themselves; `r_id` is `r:id` anywhere.
    """
    named = {_attribute(tag, name): clean(str(value)) for name, value in attributes.items()}
    made = ET.Element(name_of(tag), named)
    made.extend(children)
    return made


def worded(tag: str, text: str, **attributes: object) -> Element:
    """Return an element that holds words."""
    made = element(tag, **attributes)
    made.text = clean(text)
    return made


def clean(text: str) -> str:
    """Return text on one line, with U+FFFD for what XML does not admit."""
    return _UNFIT.sub("\ufffd", _BREAKS.sub(" ", text))


def text_run(text: str, *properties: Element) -> Element:
    """Return a run of words."""
    words = worded("w:t", text, xml_space="preserve")
    return element("w:r", *_properties("w:rPr", properties), words)


def run(*children: Element, style: str = "") -> Element:
    """Return a run of other things than words: a break, a tab, a note, a picture."""
    look = [element("w:rStyle", val=style)] if style else []
    return element("w:r", *_properties("w:rPr", look), *children)


def paragraph(style: str, children: Iterable[Element], *properties: Element) -> Element:
    """Return a paragraph, of the normal style where `style` is empty."""
    named = [element("w:pStyle", val=style)] if style else []
    return element("w:p", *_properties("w:pPr", [*named, *properties]), *children)


def set_property(para: Element, new: Element) -> None:
    """Give a paragraph a property, in place of one of the same name."""
    properties = para.find(name_of("w:pPr"))
    if properties is None:
        properties = element("w:pPr")
        para.insert(0, properties)
    kept = [child for child in properties if child.tag != new.tag]
    properties[:] = sorted([*kept, new], key=_place("w:pPr"))


def get_property(para: Element, tag: str) -> Element | None:
    """Return a property of a paragraph, None where it is the style's."""
    return para.find(f"{name_of('w:pPr')}/{name_of(tag)}")


def read(found: Element | None, name: str) -> str:
    """Return an attribute such as `w:val`, "" where there is none."""
    return "" if found is None else found.get(name_of(name), "")


def is_a(found: Element, tag: str) -> bool:
    """Tell whether an element is of a kind such as `w:p`."""
    return found.tag == name_of(tag)


def every(found: Element, tag: str) -> Iterator[Element]:
    """Yield the elements of a kind in an element, itself as well."""
    return found.iter(name_of(tag))


def words_of(found: Element) -> str:
    """Return the words of an element."""
    return "".join(part.text or "" for part in every(found, "w:t"))


def word_field(instruction: str, *result: Element) -> list[Element]:
    """Return a field that Word works out, with what stands there until it has."""
    code = worded("w:instrText", f" {instruction} ", xml_space="preserve")
    begin, separate, end = (
        run(element("w:fldChar", fldCharType=kind)) for kind in ("begin", "separate", "end")
    )
    return [begin, run(code), separate, *result, end]


def serialize(root: Element) -> bytes:
    """Return the root of a part as the bytes of its file."""
    data = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{data}'.encode()


@lru_cache(maxsize=1024)
def name_of(tag: str) -> str:
    """Return a name with its namespace: `w:p` as `{http://…}p`; one without a prefix as it is."""
    prefix, separator, local = tag.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if separator else tag


def _properties(tag: str, properties: Iterable[Element]) -> list[Element]:
    found = sorted(properties, key=_place(tag))
    return [element(tag, *found)] if found else []


class _Places(dict[str, int]):
    def __call__(self, child: Element) -> int:
        return self[child.tag]


@lru_cache(maxsize=2)
def _place(tag: str) -> _Places:
    return _Places({name_of(f"w:{name}"): at for at, name in enumerate(_ORDER[tag].split())})


@lru_cache(maxsize=1024)
def _attribute(tag: str, name: str) -> str:
    prefix, separator, local = name.partition("_")
    if separator and prefix in NAMESPACES:
        return name_of(f"{prefix}:{local}")
    return name_of(f"w:{name}") if tag.startswith("w:") else name
