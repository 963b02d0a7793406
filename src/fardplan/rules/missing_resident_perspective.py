"""En processplan ska visa hur invånarnas och brukarnas perspektiv hämtas in.

Regeln gäller processplaner som beskriver sina faser under `phases`. Det räcker att invånare
(`residents`) eller brukare (`users`) står under `groups` i ett steg, i en händelse under `events`,
i ett underlag under `provenance` eller i förberedelsen av ett tema, eller att titeln säger det
(”Brukarperspektiv hämtas in”). Ett steg som utgår räknas inte.

Varför: 002: ”Invånar- och brukarperspektiv inhämtas.”

In English: A process plan shows how the perspective of residents and users is gathered.

The rule is about process plans that describe their phases under `phases`. It is enough that
residents (`residents`) or users (`users`) stand under `groups` of a step, of an event under
`events`, of an input under `provenance` or of the preparation of a theme, or that the title says so
(”Brukarperspektiv hämtas in”). A step that is dropped does not count.

Why: 002: ”Invånar- och brukarperspektiv inhämtas.” (The perspective of residents and users is
gathered.)

Fel:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Färdplan för nära vård
    year: 2024
    profile: process
    accountable: ledningsgruppen
    owners: [exempelkommunen]
    phases:
      - when: 2024
        steps:
          - {title: Behoven inventeras}

Rätt:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Färdplan för nära vård
    year: 2024
    profile: process
    accountable: ledningsgruppen
    owners: [exempelkommunen]
    phases:
      - when: 2024
        steps:
          - {title: Behoven inventeras}
          - {title: Invånare och brukare berättar, groups: [residents, users]}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fardplan.locales.text import Text
from fardplan.model.edition import Edition
from fardplan.model.roadmap import Roadmap
from fardplan.model.steering_terms import ParticipationGroup
from fardplan.model.terms import Profile
from fardplan.rules._base import Facts, Problem, Severity, rule
from fardplan.rules._steps import steps_of

MISSING = Text(
    "Färdplanen ”{title}” visar inte hur invånarnas och brukarnas perspektiv hämtas in.",
    "The roadmap “{title}” does not show how the perspective of residents and users is gathered.",
)
ADD_GROUPS = Text(
    "Skriv det i det steg där det sker: `groups: [residents, users]`. Finns inget sådant steg? "
    "Lägg till ett, till exempel "
    "`{{title: Invånar- och brukarperspektiv hämtas in, groups: [residents, users]}}`.",
    "Write it in the step where it is done: `groups: [residents, users]`. Is there no such step? "
    "Add one, for example "
    "`{{title: Invånar- och brukarperspektiv hämtas in, groups: [residents, users]}}`.",
)

_ASKED = frozenset({ParticipationGroup.RESIDENTS, ParticipationGroup.USERS})
_WORDS = re.compile(
    r"(?:invånar|brukar|patient|medborgar)\w*[ -]*(?:\w+ ){0,2}"
    r"(?:perspektiv|dialog|enkät|röst|synpunkt|intervju|panel|råd)"
    r"|(?:resident|user)s?\W+\w* ?perspective",
    re.IGNORECASE,
)
"""Titles that say it in words: Invånar- och brukarperspektiv hämtas in."""
_PLACES = ("phases", "events", "provenance", "themes")


@rule(
    "missing-resident-perspective",
    Severity.WARNING,
    Text(
        "En processplan visar hur invånarnas perspektiv hämtas in.",
        "A process plan shows how the residents' perspective is gathered.",
    ),
    profiles=frozenset({Profile.PROCESS}),
    completeness=True,
    code="R28",
)
def check(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield the process plan if neither residents nor users are heard in it."""
    roadmap = edition.roadmap
    file = edition.path_of("roadmap.yaml")
    if not roadmap.phases or any(facts.in_doubt(file, key) for key in _PLACES):
        return
    if any(_WORDS.search(title) for title in _titles(edition, roadmap)):
        return
    if not any(_ASKED.intersection(groups) for groups in _groups(edition, roadmap)):
        yield Problem(file, ("phases",), MISSING, {"title": roadmap.title}, ADD_GROUPS, spot="key")


def _groups(edition: Edition, roadmap: Roadmap) -> Iterator[tuple[ParticipationGroup, ...]]:
    """Yield who takes part in each thing that gives input."""
    yield from (one.step.groups for one in steps_of(edition))
    yield from (event.groups for event in roadmap.events)
    yield from (given.groups for given in (roadmap.provenance.inputs if roadmap.provenance else ()))
    yield from (theme.preparation.groups for theme in roadmap.themes if theme.preparation)


def _titles(edition: Edition, roadmap: Roadmap) -> Iterator[str]:
    """Yield what each thing that gives input is called."""
    yield from (one.step.title for one in steps_of(edition))
    yield from (event.title for event in roadmap.events)
    yield from (given.title for given in (roadmap.provenance.inputs if roadmap.provenance else ()))
