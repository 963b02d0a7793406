"""Några få nycklar måste finnas, till exempel `title` i varje fil och `year` i `roadmap.yaml`.

Nästan allt annat är frivilligt: det som en källa inte säger ska vara utelämnat. Men utan titel har
dokumentet inget att skriva, och utan år går två versioner inte att jämföra.

Varför: Det som måste finnas är det som allt annat hänger på.

In English: A few keys must be there, such as `title` in every file and `year` in `roadmap.yaml`.

Almost everything else is optional: what a source does not say shall be left out. But without a
title the document has nothing to write, and without a year two versions cannot be compared.

Why: What must be there is what all else hangs on.

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
