"""How those below speak of what belongs to a roadmap of another level: "länets mål ”Samspel”"."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from fardplan.locales.text import Text

OWNERS: Mapping[str, Text] = MappingProxyType(
    {
        "regional": Text("sjukvårdsregionens", "the healthcare region's"),
        "county": Text("länets", "the county's"),
        "municipal": Text("kommunens", "the municipality's"),
    }
)
"""Whose it is, by the level of its roadmap."""
OWNED = Text("{owner} {kind} ”{title}”", "{owner} {kind} “{title}”")
