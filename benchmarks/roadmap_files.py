"""Everything in a synthetic roadmap but its activities."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.activity_files import FUNDING, PRECONDITION
from benchmarks.goal_files import goal_files
from benchmarks.places import Place, towns_of
from benchmarks.wording import PERSPECTIVES, PRINCIPLES, folded, listed, sentences

_ROADMAP = """\
# yaml-language-server: $schema=../../schemas/roadmap.schema.json
format: 1
title: Färdplan för nära vård i {name}
short_title: Färdplan {name}
year: 2024
version: "1.0"
language: sv
profile: action
level: {level}
kind: {kind}
fictional: true
status: in_force
validity:
  from: 2024
  to: 2027
next_revision: 2025-03
judged_as_of: 2024-06-30
registry_number: {number}

owners:
{owners}
parties:
{owners}
actors:
  - foreningslivet
accountable: {managers}
reporting:
  to: {managers}
  frequency: yearly
  when: before_revision
  dates: [2024-11-20]
follow_up:
  responsible: {managers}
  frequency: yearly
  report_to: {managers}
  text: Läget följs upp en gång om året, innan färdplanen får en ny version.

decision_path:
  - title: Beredning
    state: decided
    when: 2023-09-20
    body: {managers}
    body_role: prepares
  - title: Beslut
    state: decided
    when: 2023-11-14
    body: {board}
    body_role: decides
decisions:
  - id: antagande
    title: Antagande av färdplanen
    kind: adopt
    state: decided
    body: {board}
    date: 2023-11-14
    paragraph: "48"
    registry_number: {number}
    effective: 2024-01-01
adoption:
  required_of:
{owners_deeper}
  by: 2023-12-31
adoptions:
{adoptions}
{above}references:
  - id: overenskommelse-2024
    kind: national_agreement
    title: God och nära vård 2024
    year: 2024
related_plans:
  - id: handlingsplan-psykisk-halsa
    title: Handlingsplan för psykisk hälsa
    period: 2024–2027
    relation: delegates_to
    accountable: {managers}

key_message: Vi skapar hälsa tillsammans
purpose: {purpose}
summary: {summary}
themes:
  - id: samspel-2024
    title: Samspel
    awareness_year: 2024
    relates_to: {{area: samspel}}
    preparation:
      groups: [residents, users, employees, managers, politicians]
      weaknesses:
        - Många får berätta samma sak flera gånger.
      strengths:
        - Medarbetarna känner varandra väl.
      measures:
        - Ett gemensamt sätt att planera hemgång.
      when: 2023-10
principles:
{principles}
preconditions:
  - id: {precondition}
    title: Gemensam ledning
    why: Parterna behöver leda omställningen tillsammans.
    begins_by: 2024
    active: 2024–2027
    responsible: {managers}
funding:
{funding}
"""
_ADOPTION = """\
  - parties: [{party}]
    kind: adopt
    state: decided
    when: 2023-{month:02}-{day:02}
    body: {body}
    paragraph: "{paragraph}"
    registry_number: {number}
"""
_FUNDING = """\
  - id: {id}
    title: Statliga stimulansmedel {year}
    kind: state_stimulus
    year: {year}
    amount: {amount}
    unit: kSEK
    agreement: overenskommelse-2024
    decision: antagande
    purposes:
      - Omställning till nära vård"""


def roadmap_files(
    place: Place, places: tuple[Place, ...], activities: int, seed: str
) -> Iterator[tuple[str, str]]:
    """Yield (path inside the roadmap's folder, text) of every file that is no activity."""
    rng = random.Random(seed)
    yield "roadmap.yaml", _roadmap(rng, place, towns_of(place, places), activities)
    if not place.county:
        yield "vision.yaml", _vision(place)
    yield from goal_files(rng, place)


def _roadmap(rng: random.Random, place: Place, towns: tuple[Place, ...], activities: int) -> str:
    owners = [place.organisation, *([place.towns] if towns else [])]
    county = place.county or place
    above = f"vision: {county.roadmap}\n"
    if place.county:
        above += f'implements:\n  - {{roadmap: {county.roadmap}, reviewed: "1.0"}}\n'
    return _ROADMAP.format(
        name=place.area_name,
        level="municipal" if place.county else "county",
        kind="municipal_plan" if place.county else "county_plan",
        number=_registry_number(rng),
        owners=listed(owners, 2),
        owners_deeper=listed(owners, 4),
        managers=place.managers,
        board=place.board,
        adoptions="".join(_adoption(rng, party) for party in (place, *towns)),
        above=above,
        purpose=folded(sentences(rng, 3, place.area_name), 2),
        summary=folded(sentences(rng, 6, place.area_name), 2),
        principles="\n".join(
            f"  - {{id: {name}, statement: {county.roadmap}/{name}}}" for name in PRINCIPLES
        ),
        precondition=PRECONDITION,
        funding="\n".join(
            _FUNDING.format(id=source, year=source[-4:], amount=activities * 800)
            for source in FUNDING
        ),
    )


def _registry_number(rng: random.Random) -> str:
    return f"KS 2023/{rng.randint(100, 999)}"


def _adoption(rng: random.Random, party: Place) -> str:
    return _ADOPTION.format(
        party=party.organisation,
        month=rng.choice((11, 12)),
        day=rng.randint(15, 28),
        body=party.board,
        paragraph=rng.randint(20, 199),
        number=_registry_number(rng),
    )


def _vision(place: Place) -> str:
    lines = [
        "# yaml-language-server: $schema=../../schemas/vision.schema.json",
        f"title: Målbild för nära vård i {place.area_name}",
        "key_message: Vi skapar hälsa tillsammans",
        "perspectives:",
    ]
    for perspective, title, *statements in PERSPECTIVES:
        lines += [f"  - id: {perspective}", f"    title: {title}", "    statements:"]
        for statement, text in statements:
            lines += [f"      - id: {statement}", f"        text: {text}"]
    return "\n".join(lines) + "\n"
