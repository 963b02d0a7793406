"""A drawing as data: shapes and words with roles; each backend gives the roles their colours.

The unit is the CSS pixel at the drawing's own width. Colour alone never carries meaning: what
differs also differs in shape, in pattern (`hatched`), or is said in words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

Role: TypeAlias = Literal["ink", "muted", "grid", "edge", "accent", "wash", "paper", "on-accent"]
"""What a colour is for.

`ink` and `muted` are words; `grid` is lines that only guide the eye; `edge` and `accent` carry
data, so they stand out 3:1 from the paper; `wash` fills what an outline bounds; `on-accent` is
words on accent.
"""
Anchor: TypeAlias = Literal["start", "middle", "end"]

WIDE, NARROW = 720, 290
"""The widths that figures are drawn for: a page or a sheet, and the narrowest phone (320 px)."""

_NAME = re.compile(r"[^\W\d_][\w-]*")


@dataclass(frozen=True, slots=True)
class Box:
    """Draw a rectangle; a `hatched` one bears stripes, which are seen without colour too."""

    x: float
    y: float
    width: float
    height: float
    fill: Role | None = None
    stroke: Role | None = None
    weight: float = 1
    radius: float = 0
    hatched: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """Draw a circle."""

    x: float
    y: float
    radius: float
    fill: Role | None = None
    stroke: Role | None = None
    weight: float = 1


@dataclass(frozen=True, slots=True)
class Rule:
    """Draw a straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    stroke: Role = "grid"
    weight: float = 1
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Path:
    """Draw an outline from SVG path commands, absolute coordinates only."""

    commands: str
    fill: Role | None = None
    stroke: Role | None = None
    weight: float = 1
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """Write one line of words, `y` at its baseline; lines are broken before, by `lettering`."""

    x: float
    y: float
    text: str
    role: Role = "ink"
    size: float = 14
    strong: bool = False
    anchor: Anchor = "start"


Shape: TypeAlias = Box | Dot | Rule | Path | Words


@dataclass(frozen=True, slots=True)
class Drawing:
    """Hold a drawing with the words that stand for it.

    `name` begins its ids and is unique in a document; `title` says what it is and `description`
    what it shows. A name that cannot begin an id raises ValueError.
    """

    name: str
    title: str
    description: str
    width: float
    height: float
    shapes: tuple[Shape, ...]

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name):
            raise ValueError(f"{self.name!r} cannot begin an id")

    @property
    def words(self) -> tuple[str, ...]:
        """Return all words in the drawing, in the order in which they are written."""
        return tuple(shape.text for shape in self.shapes if isinstance(shape, Words))


def polygon(*points: tuple[float, float]) -> str:
    """Return the path commands of a closed outline through these points."""
    first, *others = (f"{number(x)} {number(y)}" for x, y in points)
    return f"M{first}{''.join(f'L{point}' for point in others)}Z"


def stripes(box: Box, step: float = 5) -> str:
    """Return the path commands of the stripes of a hatched box, from lower left to upper right."""
    return "".join(_stripes(box, step))


def _stripes(box: Box, step: float) -> Iterator[str]:
    """Yield each stripe; they keep their place on the drawing, so that boxes side by side match."""
    right, bottom = box.x + box.width, box.y + box.height
    along = step * ((box.x + box.y) // step + 1)
    while along < right + bottom:
        x1, x2 = max(box.x, along - bottom), min(right, along - box.y)
        if x2 - x1 > 0.01:
            yield (f"M{number(x1)} {number(along - x1)}L{number(x2)} {number(along - x2)}")
        along += step


def number(value: float) -> str:
    """Return a coordinate with two decimals at most, without those that are zero."""
    said = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if said == "-0" else said
