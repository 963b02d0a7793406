"""Ett lokalt fokusområde svarar mot något på nivån ovanför, eller säger varför inte.

Regeln gäller inriktningar och processplaner (`direction` och `process`) som hör till en nivå under
länet, eller som säger vad de genomför (`implements`) eller vilken målbild de har (`vision`). Varje
område ska visa vad det svarar mot i länets färdplan eller målbild: ett område, ett tema, ett
värdeord eller något annat (`maps_to`), eller en formulering (`statements`). Det räcker att ett av
områdets mål säger vad det genomför (`implements`). Ett område som bara finns lokalt säger varför
(`local_reason`). Ett område som hanteras i en annan plan (`delegated_to`), som ska genomsyra alla
andra (`cross_cutting`) eller sägs vara prioriterat också på nivån ovanför (`also_priority_in`)
behöver inget mer.

Varför: 000: ”Kommunens egen färdplan knyter an till länets gemensamma färdplan.”

In English: A local focus area answers to something on the level above, or says why not.

The rule is for direction documents and process plans (`direction` and `process`) that belong to a
level below the county, or say what they implement (`implements`) or which målbild they have
(`vision`). Each area shows what it answers to in the county's roadmap or målbild: an area, a theme,
a core word or something else (`maps_to`), or a statement (`statements`). It is enough that a goal
of the area says what it implements (`implements`). An area that is only local says why
(`local_reason`). An area that is handled in another plan (`delegated_to`), that is to be met in all
others (`cross_cutting`) or is said to be prioritised above too (`also_priority_in`) needs no more.

Why: 000: ”Kommunens egen färdplan knyter an till länets gemensamma färdplan.” (The municipality's
own roadmap ties in with the shared roadmap of the county.)

Fel:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Kommunens färdplan för nära vård
    year: 2024
    profile: direction
    level: municipal
    # roadmaps/exempel/areas/trygg-hemma.yaml
    title: Trygg hemma

Rätt:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Kommunens färdplan för nära vård
    year: 2024
    profile: direction
    level: municipal
    # roadmaps/exempel/areas/trygg-hemma.yaml
    title: Trygg hemma
    local_reason: Kommunen är stor till ytan. Länets färdplan tar inte upp avstånden.
"""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.locales.text import Text
from fardplan.model.area import Area
from fardplan.model.edition import Edition
from fardplan.model.roadmap import Roadmap
from fardplan.model.terms import Level, Profile
from fardplan.rules._base import Facts, Problem, Related, Severity, rule
from fardplan.rules._labels import known_labels, labels_of, plain

UNMAPPED = Text(
    "Området ”{title}” visar inte vad det svarar mot på nivån ovanför.",
    "The area “{title}” does not show what it answers to on the level above.",
)
SAY_WHAT = Text(
    "Skriv till exempel `maps_to: [{{area: {example}}}]`. Finns området bara här? Skriv varför: "
    "`local_reason: …`.",
    "Write for example `maps_to: [{{area: {example}}}]`. Is the area only found here? Write why: "
    "`local_reason: …`.",
)
IS_IT_THIS = Text(
    "Är det samma område som i ”{above}”? Skriv `maps_to: [{{area: {example}}}]`. Finns det bara "
    "här? Skriv varför: `local_reason: …`.",
    "Is it the same area as in “{above}”? Write `maps_to: [{{area: {example}}}]`. Is it only found "
    "here? Write why: `local_reason: …`.",
)
SAME_NAME = Text("Ett område med samma namn.", "An area of the same name.")

LOCAL = frozenset({Level.MUNICIPAL, Level.UNIT, Level.LOCAL_ARENA})
_SAYING = (
    "maps_to", "local_reason", "statements", "delegated_to", "also_priority_in", "cross_cutting",
)  # fmt: skip


@rule(
    "unmapped-area",
    Severity.WARNING,
    Text(
        "Lokala områden svarar mot något på nivån ovanför.",
        "Local areas answer to something on the level above.",
    ),
    profiles=frozenset({Profile.DIRECTION, Profile.PROCESS}),
    completeness=True,
    code="R21",
)
def check(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield the local areas that neither answer to anything nor say why."""
    if not _has_level_above(edition.roadmap):
        return
    above = _above(edition, facts)
    answered = _answered_by_goals(edition, facts)
    for name, area in edition.areas.items():
        file = edition.path_of(f"areas/{name}.yaml")
        if name in answered:
            continue
        if not any(getattr(area, key) or facts.in_doubt(file, key) for key in _SAYING):
            yield _problem(file, area, above, facts)


def _has_level_above(roadmap: Roadmap) -> bool:
    """Tell whether there is a level above, as far as the roadmap says."""
    if roadmap.level:
        return roadmap.level in LOCAL
    return bool(roadmap.implements or roadmap.vision)


def _answered_by_goals(edition: Edition, facts: Facts) -> frozenset[str]:
    """Return the areas of which a goal says what it implements on the level above."""
    found = [
        facts.relations.find(edition.id, "area", goal.area)
        for name, goal in edition.goals.items()
        if goal.implements or facts.in_doubt(edition.path_of(f"goals/{name}.yaml"), "implements")
    ]
    return frozenset(area.id for area in found if area and area.home == edition.id)


def _above(edition: Edition, facts: Facts) -> list[tuple[Edition, dict[str, str]]]:
    """Return the roadmaps that this one implements, with the names of their areas."""
    written = [link.roadmap for link in edition.roadmap.implements if link.roadmap]
    found = [facts.collection.editions.get(one) for one in written]
    return [(one, known_labels(one)) for one in found if one and one is not edition]


def _problem(
    file: str, area: Area, above: list[tuple[Edition, dict[str, str]]], facts: Facts
) -> Problem:
    values: dict[str, object] = {"title": area.title}
    related: tuple[Related, ...] = ()
    hint = SAY_WHAT
    for edition, labels in above:
        names = [labels[plain(label)] for label in labels_of(area) if plain(label) in labels]
        if names:
            values |= {"above": edition.roadmap.title, "example": f"{edition.id}/{names[0]}"}
            place = edition.path_of(f"areas/{names[0]}.yaml")
            related, hint = (Related(place, ("title",), SAME_NAME),), IS_IT_THIS
            break
    else:
        higher = [edition for edition, _ in above] or [
            one for one in facts.collection.editions.values() if one.roadmap.level is Level.COUNTY
        ]
        areas = (f"{one.id}/{name}" for one in higher for name in one.areas)
        values["example"] = next(areas, "…")
    return Problem(file, ("maps_to",), UNMAPPED, values, hint, spot="first_key", related=related)
