"""Drawings as SVG: for a page, whose stylesheet colours them, and by themselves for PDF and Word.

Neither has a style element, a style attribute or a script; every word in them is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape
from typing import TypeAlias

from fardplan.figures.drawing import (
    Box,
    Dot,
    Drawing,
    Path,
    Role,
    Rule,
    Shape,
    Words,
    number,
    stripes,
)

_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_XMLNS = "http://www.w3.org/2000/svg"
_DASHES = "4 3"
_ELEMENTS: Mapping[type[Shape], str] = {Box: "rect", Dot: "circle", Rule: "line", Path: "path"}
_FIELDS: Mapping[type[Shape], Mapping[str, str]] = {
    Box: {"x": "x", "y": "y", "width": "width", "height": "height", "radius": "rx"},
    Dot: {"x": "cx", "y": "cy", "radius": "r"},
    Rule: {"x1": "x1", "y1": "y1", "x2": "x2", "y2": "y2"},
}


Attributes: TypeAlias = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Palette:
    """Hold the colour of each role, and the typefaces, for a drawing by itself."""

    colours: Mapping[Role, str] = field(
        default_factory=lambda: {
            "ink": "#1d2a31", "muted": "#53626b", "grid": "#d7dedf", "edge": "#7d8b92",
            "accent": "#14555a", "wash": "#dfe8e8", "paper": "#ffffff", "on-accent": "#ffffff",
        }
    )  # fmt: skip
    typefaces: str = "Source Sans 3, Segoe UI, Noto Sans, Liberation Sans, Arial, sans-serif"

    def colour(self, fill: Role | None, stroke: Role | None) -> Attributes:
        """Return the attributes of a shape or of words."""
        line = {"stroke": self.colours[stroke]} if stroke else {}
        return {"fill": self.colours[fill] if fill else "none", **line}


LIGHT = Palette()

Look: TypeAlias = Callable[[Role | None, Role | None], Attributes]
"""Gives a fill and a stroke their attributes."""


def inline_svg(drawing: Drawing) -> str:
    """Return a drawing for an HTML page: classes, no colours, and words for those who listen."""
    ids = f"_{drawing.name}-title", f"_{drawing.name}-text"
    head = {"role": "img", "aria-labelledby": " ".join(ids), **_size(drawing)}
    shapes = "".join(f"\n{_write(shape, _classes)}" for shape in drawing.shapes)
    return (
        f"<svg{_attributes(head)}>"
        f'<title id="{ids[0]}">{_escape(drawing.title)}</title>'
        f'<desc id="{ids[1]}">{_escape(drawing.description)}</desc>{shapes}\n</svg>'
    )


def standalone_svg(drawing: Drawing, palette: Palette = LIGHT) -> str:
    """Return a drawing as an SVG file, its colours and typefaces as attributes."""
    head = {"xmlns": _XMLNS, **_size(drawing), "font-family": palette.typefaces}
    shapes = "".join(f"\n{_write(shape, palette.colour)}" for shape in drawing.shapes)
    return (
        f"<svg{_attributes(head)}><title>{_escape(drawing.title)}</title>"
        f"<desc>{_escape(drawing.description)}</desc>{shapes}\n</svg>\n"
    )


def _classes(fill: Role | None, stroke: Role | None) -> Attributes:
    return {"class": f"fill-{fill or 'none'}" + (f" stroke-{stroke}" if stroke else "")}


def _size(drawing: Drawing) -> Attributes:
    width, height = number(drawing.width), number(drawing.height)
    return {"viewBox": f"0 0 {width} {height}", "width": width, "height": height}


def _write(shape: Shape, look: Look) -> str:
    if isinstance(shape, Words):
        return _write_words(shape, look)
    fill = None if isinstance(shape, Rule) else shape.fill
    attributes = {**_geometry(shape), **_line(shape), **look(fill, shape.stroke)}
    written = f"<{_ELEMENTS[type(shape)]}{_attributes(attributes)}/>"
    if isinstance(shape, Box) and shape.hatched:
        written += _write(Path(stripes(shape), stroke=shape.stroke or "accent"), look)
    return written


def _write_words(shape: Words, look: Look) -> str:
    place = {"x": number(shape.x), "y": number(shape.y), "font-size": number(shape.size)}
    if shape.anchor != "start":
        place["text-anchor"] = shape.anchor
    if shape.strong:
        place["font-weight"] = "600"
    return f"<text{_attributes({**place, **look(shape.role, None)})}>{_escape(shape.text)}</text>"


def _geometry(shape: Shape) -> Attributes:
    if isinstance(shape, Path):
        return {"d": shape.commands}
    said = ((name, number(getattr(shape, field))) for field, name in _FIELDS[type(shape)].items())
    return {name: value for name, value in said if value != "0"}


def _line(shape: Shape) -> Attributes:
    if isinstance(shape, Words) or not shape.stroke:
        return {}
    weight = {} if shape.weight == 1 else {"stroke-width": number(shape.weight)}
    dashed = isinstance(shape, (Rule, Path)) and shape.dashed
    return {**weight, **({"stroke-dasharray": _DASHES} if dashed else {})}


def _attributes(values: Attributes) -> str:
    return "".join(f' {name}="{_escape(value)}"' for name, value in values.items())


@lru_cache(maxsize=4096)
def _escape(text: str) -> str:
    """Return text that ends neither element nor attribute, without what XML does not admit."""
    return escape(_NOT_IN_XML.sub("\ufffd", text))
