"""Länets färdplan visar målbilden, systemledningen och hur omställningen utvecklas och följs upp.

Regeln gäller en färdplan för ett län (`level: county` eller `kind: county_plan`), inte andra slags
planer på den nivån (`kind: action_plan` till exempel). Den ska säga
vilken målbild den hör till (`vision`), ha en gemensam systemledning och säga hur omställningen
utvecklas och följs upp (`follow_up`, `reporting` eller `indicators/`). Systemledningen och
uppföljningen får också vara en förutsättning, ett område, ett mål, en aktivitet, ett uppdrag, en
grupp eller ett avsnitt, med ordet i titeln: systemledning eller gemensam ledning, och uppföljning.

Varför: 003, s. 6–7, citerar den nationella överenskommelsen: regionen och kommunerna i länet har
”en gemensam målbild för omställningen, en gemensam systemledning samt en struktur för hur
omställningen ska utvecklas och följas upp”.

In English: The county's roadmap shows the vision, the system leadership and the follow-up.

The rule is for the roadmap of a county (`level: county` or `kind: county_plan`), not for plans of
other kinds on that level (`kind: action_plan` for example). It says which
målbild it belongs to (`vision`), has a shared system leadership (systemledning) and says how the
transition is developed and followed up (`follow_up`, `reporting` or `indicators/`). The leadership
and the follow-up may also be a precondition, an area, a goal, an activity, an assignment, a body or
a section with the word in its title: systemledning or gemensam ledning, and uppföljning.

Why: 003, pp. 6–7, quotes the national agreement: the region and municipalities have ”en gemensam
målbild för omställningen, en gemensam systemledning samt en struktur för hur omställningen ska
utvecklas och följas upp” (a shared vision, a shared system leadership, and a structure for how the
transition is developed and followed up).

Fel:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Länets färdplan för nära vård
    year: 2024
    profile: action
    level: county
    accountable: ledningsgruppen
    follow_up: {frequency: yearly, report_to: ledningsgruppen}

Rätt:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Länets färdplan för nära vård
    year: 2024
    profile: action
    level: county
    accountable: ledningsgruppen
    follow_up: {frequency: yearly, report_to: ledningsgruppen}
    vision: exempel
    preconditions:
      - {id: systemledning, title: Utveckla gemensam systemledning}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from fardplan.locales.text import Lang, Text
from fardplan.model.activity import Activity, Goal
from fardplan.model.area import Area
from fardplan.model.base import Value, numbered
from fardplan.model.edition import Edition
from fardplan.model.indicator import Indicator
from fardplan.model.roadmap import Roadmap
from fardplan.model.terms import DocumentKind, Level, Profile
from fardplan.rules._base import ACTION, Facts, Problem, Related, Severity, rule

MISSING = Text(
    "Länets färdplan ”{title}” saknar {missing}, som den nationella överenskommelsen kräver.",
    "The county roadmap “{title}” lacks {missing}, which the national agreement demands.",
)
ADD = Text("Skriv till exempel {examples}.", "Write for example {examples}.")
AGREEMENT_HERE = Text("Överenskommelsen står här.", "The agreement stands here.")

_LEADERSHIP = re.compile(
    r"systemledning|systemsamled|samledning|gemensam\w*( \w+)? ledning|ledningsstruktur"
    r"|styrning och ledning|ledning och styrning"
    r"|(shared|joint)( \w+)? leadership|system leadership",
    re.IGNORECASE,
)
_FOLLOW_UP = re.compile(
    r"uppfölj|följa?s? upp|utvärder|follow(ed|ing)?[- ]up|evaluat|monitor", re.IGNORECASE
)

_CARRIERS = (Area, Goal, Activity, Indicator)


@dataclass(frozen=True, slots=True)
class _Demand:
    """One of the three things, and how an editor adds it."""

    text: Text
    key: str
    example: Text | str

    def say(self, lang: Lang) -> str:
        """Return what it is called in a sentence."""
        return self.text.say(lang)


VISION = _Demand(
    Text("en gemensam målbild", "a shared vision"),
    "vision",
    Text(
        "`relations: [{{kind: derived_from, document: malbild}}]` (med `references: [{{id: "
        "malbild, kind: vision, title: Länets målbild}}]`)",
        "`relations: [{{kind: derived_from, document: malbild}}]` (with `references: [{{id: "
        "malbild, kind: vision, title: Länets målbild}}]`)",
    ),
)
LEADERSHIP = _Demand(
    Text("en gemensam systemledning", "a shared system leadership"),
    "preconditions",
    "`preconditions: [{id: systemledning, title: Gemensam systemledning}]`",
)
FOLLOW_UP = _Demand(
    Text("en struktur för utveckling och uppföljning", "a structure for development and follow-up"),
    "follow_up",
    "`follow_up: {frequency: yearly}`",
)


@rule(
    "missing-agreement-content",
    Severity.WARNING,
    Text(
        "Länets färdplan visar det som överenskommelsen kräver.",
        "The county's roadmap shows what the agreement demands.",
    ),
    profiles=ACTION,
    completeness=True,
    code="R19",
)
def check(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield the roadmap of a county that lacks any of the three things of the agreement."""
    roadmap = edition.roadmap
    if not _is_county_plan(roadmap):
        return
    file = edition.path_of("roadmap.yaml")
    missing = [one for one in _missing(edition, facts) if not facts.in_doubt(file, one.key)]
    if missing:
        yield Problem(
            file,
            (missing[0].key,),
            MISSING,
            {
                "title": roadmap.title,
                "missing": missing,
                "examples": [one.example for one in missing],
            },
            ADD,
            spot="first_key",
            related=tuple(_agreements(edition, file)),
            identity=tuple(one.key for one in missing),
        )


def _is_county_plan(roadmap: Roadmap) -> bool:
    """Tell whether it is the roadmap of a county, and no other plan on that level."""
    if roadmap.level and roadmap.level is not Level.COUNTY:
        return False
    said = roadmap.kind is DocumentKind.COUNTY_PLAN
    return said or (roadmap.kind is None and roadmap.level is Level.COUNTY)


def _missing(edition: Edition, facts: Facts) -> Iterator[_Demand]:
    """Yield what the roadmap does not show, of which nothing may stand in what was not read."""
    titles = partial(_has_title, edition)
    unread = any(facts.gaps.has_unread(edition.id, model) for model in _CARRIERS)
    if not _has_vision(edition, facts):
        yield VISION
    if not unread and not titles(_LEADERSHIP):
        yield LEADERSHIP
    roadmap = edition.roadmap
    followed = roadmap.follow_up or roadmap.reporting or edition.indicators
    if not followed and not unread and not titles(_FOLLOW_UP):
        yield FOLLOW_UP


def _has_vision(edition: Edition, facts: Facts) -> bool:
    """Tell whether the roadmap has a målbild, names one or builds on one."""
    roadmap = edition.roadmap
    if roadmap.vision or edition.vision:
        return True
    for link in (*roadmap.implements, *roadmap.relations):
        kind, written = link.target
        found = facts.index.resolve(edition.id, written, (kind, "reference", "roadmap")).entity
        value = found.value if found else None
        if getattr(value, "kind", None) is DocumentKind.VISION:
            return True
        if getattr(value, "profile", None) is Profile.VISION or kind in ("statement", "core_word"):
            return True
    return False


def _has_title(edition: Edition, words: re.Pattern[str]) -> bool:
    """Tell whether anything in the roadmap that steers, or is to be done, bears such a title."""
    roadmap = edition.roadmap
    parts: tuple[Value, ...] = (
        *edition.areas.values(), *edition.goals.values(), *edition.activities.values(),
        *roadmap.preconditions, *roadmap.assignments, *roadmap.bodies, *roadmap.sections,
    )  # fmt: skip
    return any(words.search(str(getattr(part, "title", ""))) for part in parts)


def _agreements(edition: Edition, file: str) -> Iterator[Related]:
    """Yield where the roadmap names the national agreement."""
    for index, reference in numbered(edition.roadmap.references):
        if reference.kind is DocumentKind.NATIONAL_AGREEMENT:
            yield Related(file, ("references", index, "title"), AGREEMENT_HERE)
