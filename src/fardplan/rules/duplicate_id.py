"""Två saker av samma slag får inte ha samma id i en färdplan.

Det gäller också det som ligger i listor inuti olika filer: två milstolpar i två aktiviteter
behöver var sitt id, till exempel `beslut-hemgang` och `beslut-teamet`. Saker av olika slag får
heta lika.

Varför: En hänvisning ska leda till en enda sak, och jämförelsen mellan två årgångar ska veta
vilken som är vilken.

In English: Two things of the same kind may not have the same id in a roadmap.

That goes for what stands in lists inside different files, too: two milestones in two activities
need an id each, such as `beslut-hemgang` and `beslut-teamet`. Things of different kinds may bear
the same name.

Why: A reference leads to one thing only, and the comparison of two years has to know which is
which.

Fel:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Färdplan för nära vård
    year: 2024
    profile: direction
    principles:
      - id: partnerskap
        text: Vi är likvärdiga parter.
      - id: partnerskap
        text: Vi hjälps åt.

Rätt:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Färdplan för nära vård
    year: 2024
    profile: direction
    principles:
      - id: likvardiga-parter
        text: Vi är likvärdiga parter.
      - id: vi-hjalps-at
        text: Vi hjälps åt.
"""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.locales.kinds import KINDS
from fardplan.locales.text import Text
from fardplan.model.index import Entity
from fardplan.rules._base import Facts, Problem, Related, whole_rule

TWICE = Text("Två {many} har samma id: ”{id}”.", "Two {many} have the same id: “{id}”.")
GIVE_OWN = Text(
    "Ge den ena ett annat id, och ändra det också där någon hänvisar till den.",
    "Give one of them another id, and change what refers to it.",
)
FIRST = Text("Samma id står först här.", "The same id stands here first.")


@whole_rule(
    "duplicate-id",
    Text("Inga två saker av samma slag har samma id.", "No two things of one kind share an id."),
)
def check(facts: Facts) -> Iterator[Problem]:
    """Yield the second and later of those that share an id."""
    for first, second in facts.index.duplicates:
        if second.home == facts.home:
            yield Problem(
                second.file,
                (*second.route, second.value.identity),
                TWICE,
                {"many": KINDS[second.kind].many, "id": second.id},
                GIVE_OWN,
                related=(Related(first.file, _identity(first), FIRST),),
                identity=(second.kind, second.id),
            )


def _identity(entity: Entity) -> tuple[str | int, ...]:
    return (*entity.route, entity.value.identity)
