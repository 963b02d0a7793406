"""Beredning ska komma före beslut, och beslutet innan något börjar gälla.

Regeln jämför tider som står i färdplanen och säger bara till om det som säkert är i fel ordning:
ett beslut vars `effective` ligger före dess `date`, och en beredning som är daterad efter alla
beslut om samma sak. Beredning är ett steg under `decision_path` med `body_role: prepares`, eller
ett beslut som rekommenderar. Har beredningen ett eget ärende (`registry_number`), eller är det bara
en part som bereder, jämförs den med besluten i samma ärende, eller av samma part. Medan färdplanen
är ett utkast, ett förslag eller under revidering kan beslutet vara på väg, och då jämförs inga
beredningar av den. Regeln gäller målbilder och handlingsplaner (`vision`, `action`).

Varför: 004: ”September 2021: Beredning inför beslut” och ”Från oktober 2021: Beslut i respektive
organisation”.

In English: Preparation comes before decision, and the decision before something is in force.

The rule compares times that the roadmap states and only speaks of what certainly is in the wrong
order: a decision of which `effective` lies before its `date`, and a preparation that is dated after
all decisions about the same thing. A preparation is a step under `decision_path` with `body_role:
prepares`, or a decision that recommends. If the preparation has a case of its own
(`registry_number`), or only one party prepares, it is compared with the decisions in the same case,
or by the same party. While the roadmap is a draft, a proposal or under revision the decision may be
on its way, and then no preparations of it are compared. The rule is for visions and action plans
(`vision`, `action`).

Why: 004: ”September 2021: Beredning inför beslut” (preparation before decision) and ”Från oktober
2021: Beslut i respektive organisation” (from October 2021: decision in each organisation).

Fel:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Färdplan för nära vård
    year: 2024
    profile: action
    accountable: ledningsgruppen
    decision_path:
      - {title: Ledningsgruppen bereder, body_role: prepares, when: 2024-03-20}
      - {title: Parterna beslutar, kind: adopt, when: 2024-02-12}

Rätt:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Färdplan för nära vård
    year: 2024
    profile: action
    accountable: ledningsgruppen
    decision_path:
      - {title: Ledningsgruppen bereder, body_role: prepares, when: 2024-01-20}
      - {title: Parterna beslutar, kind: adopt, when: 2024-02-12}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from fardplan.locales.text import Text
from fardplan.model.base import numbered
from fardplan.model.edition import Edition
from fardplan.model.terms import Profile, RoadmapStatus
from fardplan.model.time import FuzzyTime
from fardplan.rules._base import Facts, Problem, Related, Severity, rule
from fardplan.rules._decision_acts import Act, find_acts, name
from fardplan.rules._decisions import is_made
from fardplan.rules._homes import Key

EFFECTIVE = Text(
    "Beslutet {title} gäller från {effective} men är daterat {date}.",
    "The decision {title} is in force from {effective} but is dated {date}.",
)
CORRECT_EFFECTIVE = Text(
    "Rätta den tid som är fel, till exempel `effective: {example}`.",
    "Correct the time that is wrong, for example `effective: {example}`.",
)
PREPARED_AFTER = Text(
    "Beredningen {title} ({time}) är daterad efter beslutet {decision} ({date}).",
    "The preparation {title} ({time}) is dated after the decision {decision} ({date}).",
)
CORRECT_ORDER = Text(
    "Rätta den tid som är fel. Gäller beredningen ett beslut som återstår? Lägg till det under "
    "`decisions`, till exempel "
    "`- {{kind: adopt, state: pending, {party}objects: [{{{object}}}]}}`.",
    "Correct the time that is wrong. Is the preparation for a decision still to come? Add it under "
    "`decisions`, for example `- {{kind: adopt, state: pending, {party}objects: [{{{object}}}]}}`.",
)
DATE_HERE = Text("Beslutets datum står här.", "The date of the decision stands here.")

UNDER_WAY = frozenset(
    {
        RoadmapStatus.DRAFT,
        RoadmapStatus.CONSULTATION,
        RoadmapStatus.PROPOSED,
        RoadmapStatus.UNDER_REVISION,
    }
)


@rule(
    "decision-order",
    Severity.ERROR,
    Text(
        "Beredning kommer före beslut, och beslut före giltighet.",
        "Preparation comes before decision, and decision before being in force.",
    ),
    profiles=frozenset({Profile.VISION, Profile.ACTION}),
    code="R13",
)
def check(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield what is in force before it is decided, or prepared after."""
    file = edition.path_of("roadmap.yaml")
    yield from _effective(edition, file)
    if any(facts.in_doubt(file, key) for key in ("decisions", "decision_path", "adoptions")):
        return
    groups: dict[Key, tuple[list[Act], list[Act]]] = {}
    for act in find_acts(edition, facts):
        preparations, decisions = groups.setdefault(act.about, ([], []))
        (preparations if act.prepares else decisions).append(act)
    under_way = edition.roadmap.status in UNDER_WAY or facts.in_doubt(file, "status")
    for about, (preparations, decisions) in groups.items():
        if under_way and about == (edition.id, "roadmap", edition.id):
            continue
        if all(act.parties.whole for act in (*preparations, *decisions)):  # else: whose are they?
            yield from _compare(preparations, decisions, edition)


def _effective(edition: Edition, file: str) -> Iterator[Problem]:
    for index, one in numbered(edition.roadmap.decisions):
        if one.effective and one.date and is_made(one.state) and one.effective.before(one.date):
            yield Problem(
                file,
                ("decisions", index, "effective"),
                EFFECTIVE,
                {
                    "title": name(one.title),
                    "effective": one.effective,
                    "date": one.date,
                    "example": one.date.text,
                },
                CORRECT_EFFECTIVE,
                related=(Related(file, ("decisions", index, "date"), DATE_HERE),),
                identity=(one.effective.iso(), one.date.iso()),
            )


def _compare(
    preparations: Sequence[Act], decisions: Sequence[Act], edition: Edition
) -> Iterator[Problem]:
    """Compare each party's preparations with its decisions, and the joint ones with all."""
    by_party: dict[Key | None, list[Act]] = {None: list(decisions)}
    for act in decisions:
        if act.party:
            by_party.setdefault(act.party, []).append(act)
    prepared: dict[Key | None, list[Act]] = {}
    for act in preparations:
        prepared.setdefault(act.party, []).append(act)
    for party, acts in prepared.items():
        yield from _judge(acts, by_party.get(party, []), edition)


def _judge(preparations: list[Act], decisions: list[Act], edition: Edition) -> Iterator[Problem]:
    """Yield the first preparation if all of them certainly come after all decisions."""
    if _are_other_cases(preparations, decisions):
        return
    first = min(_dated(preparations), key=lambda one: one.start, default=None)
    last = max(_dated(decisions), key=lambda one: one.end, default=None)
    if first is None or last is None or last.end >= first.start:
        return
    act, decision = first.act, last.act
    file = edition.path_of("roadmap.yaml")
    yield Problem(
        file,
        act.route,
        PREPARED_AFTER,
        {
            "title": act.name, "time": first.time, "decision": decision.name, "date": last.time,
            "object": _write(act.about, edition),
            "party": f"party: {act.party[2]}, " if act.party else "",
        },
        CORRECT_ORDER,
        related=(Related(file, decision.route, DATE_HERE),),
        identity=(first.time.iso(), last.time.iso()),
    )  # fmt: skip


def _write(about: Key, edition: Edition) -> str:
    """Return an object of a decision as it is written: `goal: trygg-hemgang`."""
    home, kind, own_id = about
    key = "document" if kind == "reference" else kind
    return f"{key}: {own_id}" if home == edition.id else f"{key}: {home}/{own_id}"


def _are_other_cases(preparations: list[Act], decisions: list[Act]) -> bool:
    ours = {act.case for act in preparations} - {None}
    theirs = {act.case for act in decisions} - {None}
    return bool(ours and theirs and not ours & theirs)


class _Dated(NamedTuple):
    """An act whose days are known."""

    act: Act
    time: FuzzyTime
    start: date
    end: date


def _dated(acts: list[Act]) -> list[_Dated]:
    """Return the acts with their days; nothing where any is undated or open."""
    dated = [
        _Dated(act, act.time, act.time.start, act.time.end)
        for act in acts
        if act.time and act.time.start and act.time.end
    ]
    return dated if len(dated) == len(acts) else []
