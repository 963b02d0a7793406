"""En bilaga som texten nämner ska följa med, eller gå att hitta.

En bilaga som nämns men inte följer med skrivs med `available: false`, så att dokumentet kan säga
det. Det är en varning tills bilagan finns: lägg till länken (`url`) eller dokumentet (`document`)
och ta bort raden.

Varför: 002 säger ”enligt kommunikationsplan (bilaga 4)”, men bilagan följer inte med. Den som
läser kan då inte se vad som gäller.

In English: An annex that the text names comes along, or can be found.

An annex that is named but does not come along is written with `available: false`, so that the
document can say so. It is a warning until the annex is there: add the link (`url`) or the document
(`document`) and take the line away.

Why: 002 says ”enligt kommunikationsplan (bilaga 4)” (according to the communication plan, annex 4),
but the annex does not come along. The reader then cannot see what applies.

Fel:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Färdplan för nära vård
    year: 2024
    profile: direction
    annexes:
      - number: 4
        title: Kommunikationsplan
        available: false

Rätt:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Färdplan för nära vård
    year: 2024
    profile: direction
    annexes:
      - number: 4
        title: Kommunikationsplan
        url: https://www.exempel.se/kommunikationsplan
"""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.locales.text import Text
from fardplan.model.base import numbered
from fardplan.model.edition import Edition
from fardplan.rules._base import Facts, Problem, Severity, rule

MISSING = Text(
    "Bilaga {number}, ”{title}”, nämns men följer inte med.",
    "Annex {number}, “{title}”, is mentioned but not supplied.",
)
SUPPLY = Text(
    "Lägg till `url` eller `document` och ta bort `available: false`.",
    "Add `url` or `document` and delete `available: false`.",
)


@rule(
    "missing-annex",
    Severity.WARNING,
    Text("Bilagor som nämns följer med.", "Annexes that are mentioned are supplied."),
    completeness=True,
    code="R32",
)
def check(edition: Edition, _facts: Facts) -> Iterator[Problem]:
    """Yield the annexes that are said not to be available."""
    for index, annex in numbered(edition.roadmap.annexes):
        if annex.available is False:
            yield Problem(
                edition.path_of("roadmap.yaml"),
                ("annexes", index, "available"),
                MISSING,
                {"number": annex.number, "title": annex.title},
                SUPPLY,
            )
