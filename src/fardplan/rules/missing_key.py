"""Några få nycklar måste finnas, till exempel `title` i varje fil och `year` i `roadmap.yaml`.

Nästan allt annat är frivilligt: det som en källa inte säger ska vara utelämnat. Men utan titel har
dokumentet inget att skriva, och utan år går två versioner inte att jämföra.

Varför: Det som måste finnas är det som allt annat hänger på.

Fel:

    # roadmaps/exempel/goals/trygg-hemgang.yaml
    area: trygg-hemma

Rätt:

    # roadmaps/exempel/goals/trygg-hemgang.yaml
    title: Trygg hemgång efter sjukhusvård
    area: trygg-hemma
"""

from __future__ import annotations

from fardplan.locales.text import Text
from fardplan.rules._base import reading_rule

check = reading_rule(
    "missing-key",
    Text("Det som måste stå i en fil står där.", "What must stand in a file stands there."),
)
