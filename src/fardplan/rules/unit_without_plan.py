"""Varje verksamhet som färdplanen räknar upp har en egen plan.

Regeln gäller inriktningar (`direction`) som räknar upp sina verksamheter (`units`). En verksamhet
har en egen plan när `plan_url` står i `organisations.yaml`, eller när en annan färdplan genomför
den här (`implements`) och ägs av verksamheten eller gäller den (`owners` eller `applies_to`). Alla
verksamheter som saknar plan står i samma upplysning.

Varför: 000: ”För att omställningen ska kunna genomföras i sin helhet behöver varje verksamhet ta
fram egna planer och aktiviteter för sitt lokala arbete med utgångspunkt från färdplanen.”

In English: Every unit that the roadmap lists has a plan of its own.

The rule is for direction documents (`direction`) that list their units (`units`). A unit has a plan
of its own when `plan_url` stands in `organisations.yaml`, or when another roadmap implements this
one (`implements`) and is owned by the unit or applies to it (`owners` or `applies_to`). All units
without a plan stand in one and the same finding.

Why: 000: ”För att omställningen ska kunna genomföras i sin helhet behöver varje verksamhet ta fram
egna planer och aktiviteter för sitt lokala arbete med utgångspunkt från färdplanen.” (For the whole
transition to come about each unit must make plans and activities of its own, from the roadmap.)

Fel:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Kommunens färdplan för nära vård
    year: 2024
    profile: direction
    units: [hemsjukvarden]
    # roadmaps/organisations.yaml
    format: 1
    units:
      - {id: hemsjukvarden, title: Hemsjukvården}

Rätt:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Kommunens färdplan för nära vård
    year: 2024
    profile: direction
    units: [hemsjukvarden]
    # roadmaps/organisations.yaml
    format: 1
    units:
      - id: hemsjukvarden
        title: Hemsjukvården
        plan_url: https://www.exempel.se/hemsjukvardens-plan
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fardplan.locales.text import Lang, Text, capitalise, count_in_words
from fardplan.model.base import numbered
from fardplan.model.edition import Edition
from fardplan.model.index import Entity
from fardplan.model.roadmap import Roadmap
from fardplan.model.steering import Unit
from fardplan.model.terms import Profile
from fardplan.rules._base import Facts, Problem, Related, Severity, rule
from fardplan.rules._named import quoted

ONE = Text("Verksamheten {names} har ingen egen plan.", "The unit {names} has no plan of its own.")
SEVERAL = Text(
    "{number} av {all} verksamheter har ingen egen plan: {names}.",
    "{number} of {all} units have no plan of their own: {names}.",
)
GIVE_PLAN = Text(
    "Länka till planen där verksamheten står, till exempel "
    "`plan_url: https://www.exempel.se/verksamhetens-plan`.",
    "Link to the plan where the unit stands, for example "
    "`plan_url: https://www.exempel.se/verksamhetens-plan`.",
)
UNIT_HERE = Text("”{title}” står här.", "“{title}” stands here.")


@dataclass(frozen=True, slots=True)
class InWords:
    """A number in words, with a capital where it begins the sentence."""

    number: int
    begins: bool = False

    def say(self, lang: Lang) -> str:
        """Return "tre" or "Tre"."""
        words = count_in_words(self.number, lang)
        return capitalise(words) if self.begins else words


@rule(
    "unit-without-plan",
    Severity.INFO,
    Text("Varje verksamhet har en egen plan.", "Every unit has a plan of its own."),
    profiles=frozenset({Profile.DIRECTION}),
    completeness=True,
    code="R23",
)
def check(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield, once, the listed units that have no plan of their own."""
    found = [
        one for _, written in numbered(edition.roadmap.units) if (one := _unit(written, facts))
    ]
    planning = _planning(edition, facts) if found else frozenset()
    without = [one for one in found if not _has_plan(one, planning, facts)]
    if without:
        names = quoted(one.title for one in without)
        yield Problem(
            edition.path_of("roadmap.yaml"),
            ("units",),
            ONE if len(without) == 1 else SEVERAL,
            {
                "names": names,
                "number": InWords(len(without), begins=True),
                "all": InWords(len(found)),
            },
            GIVE_PLAN,
            spot="key",
            related=tuple(
                Related(one.file, (*one.route, "id"), UNIT_HERE, {"title": one.title})
                for one in without
            ),
            identity=tuple(sorted(one.id for one in without)),
        )


def _unit(written: str, facts: Facts) -> Entity | None:
    return facts.index.resolve(facts.home, written, ("unit",)).entity


def _has_plan(unit: Entity, planning: frozenset[tuple[str, str, str]], facts: Facts) -> bool:
    """Tell whether a unit has a plan, or may have one that could not be read."""
    value = unit.value
    linked = isinstance(value, Unit) and value.plan_url is not None
    return linked or unit.key in planning or not facts.gaps.is_whole(unit.home)


def _planning(edition: Edition, facts: Facts) -> frozenset[tuple[str, str, str]]:
    """Return who has a roadmap that implements this one."""
    above = (edition.id, "roadmap", edition.id)
    below = {
        link.reference.home
        for link in facts.links.leading_to(above, "roadmap")
        if link.reference.route[:1] == ("implements",)
    }
    return frozenset(
        link.target.key
        for home in below - {edition.id}
        for link in facts.links.under(home, "owners", "applies_to")
        if isinstance(link.reference.owner, Roadmap)
    )
