"""Ett område som sägs vara prioriterat också i en annan färdplan ska finnas där.

Ett område kan säga att en annan färdplan också prioriterar det (`also_priority_in`). Då ska det
svara mot ett område, ett tema eller en förutsättning i den färdplanen (`maps_to`), eller heta
likadant som ett av dem. Prioriteringarna ska också gälla versionens år: står de bara för andra år
(`priorities`) är det en varning.

Varför: 000: ”Det är tre fokusområden som kommunen trycker extra på under 2024 och de är också
fokusområden i den länsgemensamma färdplanen.” Den som läser ska kunna slå upp det.

In English: An area that is said to be prioritised in another roadmap too is found there.

An area may say that another roadmap prioritises it too (`also_priority_in`). Then it answers to an
area, a theme or a precondition of that roadmap (`maps_to`), or bears the name of one. The
priorities are also for the version's year: if they stand for other years only (`priorities`), it is
a warning.

Why: 000: ”Det är tre fokusområden som kommunen trycker extra på under 2024 och de är också
fokusområden i den länsgemensamma färdplanen.” (The municipality puts extra weight on three focus
areas in 2024, and they are focus areas of the shared roadmap of the county too.) The reader must be
able to look that up.

Fel:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Kommunens färdplan för nära vård
    year: 2024
    profile: direction
    # roadmaps/exempel/areas/trygg-hemma.yaml
    title: Trygg hemma
    priority: high
    also_priority_in: lanet
    # roadmaps/lanet/roadmap.yaml
    format: 1
    title: Länets färdplan för nära vård
    year: 2024
    profile: direction
    level: county
    # roadmaps/lanet/areas/samordning.yaml
    title: Samordning

Rätt:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Kommunens färdplan för nära vård
    year: 2024
    profile: direction
    # roadmaps/exempel/areas/trygg-hemma.yaml
    title: Trygg hemma
    priority: high
    also_priority_in: lanet
    maps_to: [{area: lanet/samordning}]
    # roadmaps/lanet/roadmap.yaml
    format: 1
    title: Länets färdplan för nära vård
    year: 2024
    profile: direction
    level: county
    # roadmaps/lanet/areas/samordning.yaml
    title: Samordning
"""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.locales.text import Text
from fardplan.model.area import Area
from fardplan.model.base import numbered
from fardplan.model.edition import Edition
from fardplan.model.index import Entity
from fardplan.model.terms import Priority, Profile
from fardplan.rules._base import Facts, Problem, Related, Severity, rule
from fardplan.rules._labels import known_labels, labels_of, plain

NOT_THERE = Text(
    "”{title}” sägs vara prioriterat också i ”{above}”, men där finns inget område, inget "
    "tema och ingen förutsättning som svarar mot det.",
    "“{title}” is said to be prioritised in “{above}” too, but no area, theme or precondition "
    "there answers to it.",
)
SHOW_WHERE = Text(
    "Visa var det finns, till exempel `maps_to: [{{area: {home}/{example}}}]`, eller ta bort "
    "`also_priority_in`.",
    "Show where it is, for example `maps_to: [{{area: {home}/{example}}}]`, or delete "
    "`also_priority_in`.",
)
MAPPED_HERE = Text("Här står vad området svarar mot.", "Here it says what the area answers to.")
OTHER_YEARS = Text(
    "Inget område sägs vara prioriterat {year}: prioriteringarna gäller {years}.",
    "No area is said to be prioritised in {year}: the priorities are for {years}.",
)
PRIORITISE = Text(
    "Skriv `priority: high` i filerna för de områden som är prioriterade {year}.",
    "Write `priority: high` in the files of the areas that are prioritised in {year}.",
)
OTHER_YEAR_HERE = Text("Här gäller prioriteringen {year}.", "Here the priority is for {year}.")

_COUNTS = ("area", "theme", "precondition")


@rule(
    "unlisted-priority",
    Severity.WARNING,
    Text(
        "Det som sägs vara prioriterat på fler håll finns där.",
        "What is said to be prioritised elsewhere too is found there.",
    ),
    profiles=frozenset({Profile.DIRECTION}),
    code="R22",
)
def check(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield the areas that another roadmap does not have, and priorities of other years only."""
    names: dict[str, frozenset[str]] = {}
    for name, area in edition.areas.items():
        if area.also_priority_in is None:
            continue
        file = edition.path_of(f"areas/{name}.yaml")
        above = facts.index.resolve(edition.id, area.also_priority_in, ("roadmap",)).entity
        if above is None or _is_uncertain(file, above, facts):
            continue
        if above.home not in names:
            names[above.home] = _names_in(facts.collection.editions[above.home])
        if not _answers(area, above, names[above.home], edition.id, facts):
            example = next(iter(facts.collection.editions[above.home].areas), "…")
            yield _missing(file, area, above, example)
    yield from _judge_years(edition, facts)


def _is_uncertain(file: str, above: Entity, facts: Facts) -> bool:
    """Tell whether what the area answers to may stand in something that was not read."""
    whole = facts.gaps.is_whole(above.home)
    return not whole or any(facts.in_doubt(file, key) for key in ("maps_to", "title"))


def _names_in(edition: Edition) -> frozenset[str]:
    """Return the names of everything in a roadmap that can be prioritised."""
    roadmap = edition.roadmap
    titles = [one.title for one in roadmap.themes] + [one.title for one in roadmap.preconditions]
    return frozenset(map(plain, titles)) | known_labels(edition).keys()


def _answers(area: Area, above: Entity, names: frozenset[str], home: str, facts: Facts) -> bool:
    if any(plain(label) in names for label in labels_of(area)):
        return True
    for link in area.maps_to:
        kind, written = link.target
        found = facts.index.resolve(home, written, (kind,)).entity if kind in _COUNTS else None
        if found and found.home == above.home:
            return True
    return False


def _missing(file: str, area: Area, above: Entity, example: str) -> Problem:
    mapped = Related(file, ("maps_to",), MAPPED_HERE, spot="key")
    return Problem(
        file,
        ("also_priority_in",),
        NOT_THERE,
        {"title": area.title, "above": above.title, "home": above.home, "example": example},
        SHOW_WHERE,
        related=(mapped,) if area.maps_to else (),
        identity=(above.home,),
    )


def _judge_years(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield the roadmap whose priorities are all for other years."""
    year = edition.roadmap.year
    stated = [
        (edition.path_of(f"areas/{name}.yaml"), index, one)
        for name, area in edition.areas.items()
        for index, one in numbered(area.priorities)
        if one.priority is Priority.HIGH
    ]
    said = any(
        area.priority or any(one.year == year for one in area.priorities)
        for area in edition.areas.values()
    )
    if said or not stated or facts.is_unsure("areas", "priority"):
        return
    if not facts.is_unsure("areas", "priorities"):
        yield Problem(
            edition.path_of("roadmap.yaml"),
            ("year",),
            OTHER_YEARS,
            {"year": year, "years": sorted({one.year for _, _, one in stated})},
            PRIORITISE,
            related=tuple(
                Related(file, ("priorities", index, "year"), OTHER_YEAR_HERE, {"year": one.year})
                for file, index, one in stated
            ),
            identity=("years",),
        )
