"""How and for whom something is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fardplan.locales.text import Lang

if TYPE_CHECKING:
    from fardplan.documents.engine import Template


@dataclass(frozen=True, slots=True)
class Page:
    """The language, colours, and columns (0: lines of any length); how a web page looks.

    Without a template a web page has the built-in one.
    """

    lang: Lang
    color: bool = False
    width: int = 0
    template: Template | None = None
    organisation: str = ""
