"""How and for whom something is written."""

from __future__ import annotations

from dataclasses import dataclass

from fardplan.locales.text import Lang


@dataclass(frozen=True, slots=True)
class Page:
    """The language, colours, and columns (0: lines of any length)."""

    lang: Lang
    color: bool = False
    width: int = 0
