"""Ett perspektiv som ska genomsyra allt är inget område bland andra.

Regeln säger till när samma färdplan har samma sak både under `cross_cutting` i `roadmap.yaml` och
som ett område. Ska den stå som ett eget kapitel ändå? Skriv `cross_cutting: true` i områdets fil,
så räknas den inte som ett område bland de andra.

Varför: 000: ”Det personcentrerade förhållningssättet är en grundpelare som ska genomsyra hela
omställningen till Nära vård.”

In English: A perspective that is to be met in everything is no area among others.

The rule speaks up when the same roadmap has the same thing both under `cross_cutting` in
`roadmap.yaml` and as an area. Is it to stand as a chapter of its own all the same? Write
`cross_cutting: true` in the area's file, and it is not counted as an area among the others.

Why: 000: ”Det personcentrerade förhållningssättet är en grundpelare som ska genomsyra hela
omställningen till Nära vård.” (The person-centred approach is a cornerstone to be met in the whole
transition.)

Fel:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Färdplan för nära vård
    year: 2024
    profile: direction
    cross_cutting:
      - id: personcentrering
        title: Personcentrering
    # roadmaps/exempel/areas/personcentrering.yaml
    title: Personcentrering

Rätt:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Färdplan för nära vård
    year: 2024
    profile: direction
    cross_cutting:
      - id: personcentrering
        title: Personcentrering
    # roadmaps/exempel/areas/personcentrering.yaml
    title: Personcentrering
    cross_cutting: true
"""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.locales.text import Text
from fardplan.model.area import Area
from fardplan.model.base import numbered
from fardplan.model.edition import Edition
from fardplan.model.names import slug
from fardplan.rules._base import Facts, Problem, Related, Severity, rule

BOTH = Text(
    "”{title}” ska genomsyra allt, men står också som ett område bland andra.",
    "“{title}” is to be met in everything, but also stands as an area among others.",
)
MARK = Text(
    "Skriv `cross_cutting: true` i områdets fil.", "Write `cross_cutting: true` in the area's file."
)
LISTED = Text("Här står det som genomsyrande.", "It is listed as cross-cutting here.")


@rule(
    "cross-cutting-as-area",
    Severity.INFO,
    Text(
        "Det som ska genomsyra allt räknas inte som ett område.",
        "What is to be met in everything does not count as an area.",
    ),
    code="R35",
)
def check(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield the areas that the roadmap itself calls cross-cutting elsewhere."""
    listed: dict[str, int] = {}
    for index, perspective in numbered(edition.roadmap.cross_cutting):
        for name in (perspective.id, slug(perspective.title)):
            listed.setdefault(name or "", index)
    for name, area in edition.areas.items():
        file = edition.path_of(f"areas/{name}.yaml")
        if area.cross_cutting or facts.in_doubt(file, "cross_cutting"):
            continue
        found = next((listed[one] for one in _names(name, area) if one in listed), None)
        if found is not None:
            place = edition.path_of("roadmap.yaml")
            route = ("cross_cutting", found, "title")
            related = (Related(place, route, LISTED),)
            yield Problem(file, ("title",), BOTH, {"title": area.title}, MARK, related=related)


def _names(area_id: str, area: Area) -> list[str]:
    titles = (area.title, area.short_title, *area.aliases)
    return [area_id, *(slug(title) for title in titles if title)]
