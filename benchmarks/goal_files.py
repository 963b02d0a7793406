"""The areas, goals and indicators of a synthetic roadmap."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.activity_files import DELEGATED_GOALS, INDICATORS
from benchmarks.places import Place
from benchmarks.wording import AREAS, GOALS, PERSPECTIVES, folded, sentences

_AREA = """\
# yaml-language-server: $schema=../../../schemas/area.schema.json
title: {title}
order: {order}
icon: {icon}
{maps_to}intro: {intro}
questions:
  - Vad kan du göra redan i dag?
  - Vem behöver du prata med?
"""
_GOAL = """\
# yaml-language-server: $schema=../../../schemas/goal.schema.json
title: {title}
area: {area}
order: {order}
kind: change
text: {text}
expected_results:
  - Fler invånare i {place} känner sig trygga.
  - Färre behöver vänta på besked.
{statements}{implements}{delegated}"""
_INDICATOR = """\
# yaml-language-server: $schema=../../../schemas/indicator.schema.json
title: {title}
definition: {definition}
unit: procent
direction: {direction}
order: {order}
goals: [{goals}]
responsible: folkhalsostrategen
frequency: yearly
data_source: Kommunens och regionens verksamhetssystem
baseline: {{period: 2023, value: {value}}}
targets:
  - {{year: 2026, value: {target}}}
  - {{year: 2027, value: {last}}}
"""
_INDICATORS = (
    ("Oplanerade inskrivningar inom 30 dagar",
     "Andel utskrivna personer över 65 år som skrivs in igen inom 30 dagar.", "decrease"),
    ("Upplevd delaktighet",
     "Andel som svarar att de är delaktiga i planeringen av sin vård.", "increase"),
)  # fmt: skip


def goal_files(rng: random.Random, place: Place) -> Iterator[tuple[str, str]]:
    """Yield (path inside the roadmap's folder, text) of every area, goal and indicator."""
    area_of_goal: list[str] = []
    for order, (area, title, icon, goals) in enumerate(AREAS, 1):
        area_of_goal += [area] * goals
        above = _reviewed(place, "maps_to", "area", area)
        intro = folded(sentences(rng, 3, place.area_name), 2)
        yield (
            f"areas/{area}.yaml",
            _AREA.format(title=title, order=order, icon=icon, maps_to=above, intro=intro),
        )
    for order, (goal, title) in enumerate(GOALS, 1):
        yield f"goals/{goal}.yaml", _goal(rng, place, order, title, area_of_goal[order - 1])
    for order, indicator in enumerate(INDICATORS, 1):
        yield f"indicators/{indicator}.yaml", _indicator(rng, order)


def _reviewed(place: Place, key: str, kind: str, target: str) -> str:
    """Return the link of a municipality's area or goal to the county's."""
    if not place.county:
        return ""
    return f'{key}:\n  - {{{kind}: {place.county.roadmap}/{target}, reviewed: "1.0"}}\n'


def _goal(rng: random.Random, place: Place, order: int, title: str, area: str) -> str:
    goal = GOALS[order - 1][0]
    county = (place.county or place).roadmap
    statement = rng.choice(PERSPECTIVES[0][2:])[0]
    delegated = order > len(GOALS) - DELEGATED_GOALS
    return _GOAL.format(
        title=title,
        area=area,
        order=order,
        text=folded(sentences(rng, 2, place.area_name), 2),
        place=place.area_name,
        statements=f"statements: [{county}/{statement}]\n",
        implements=_reviewed(place, "implements", "goal", goal),
        delegated="delegated_to: handlingsplan-psykisk-halsa\n" if delegated else "",
    )


def _indicator(rng: random.Random, order: int) -> str:
    title, definition, direction = _INDICATORS[order - 1]
    value = rng.randint(30, 50)
    step = 4 if direction == "increase" else -4
    return _INDICATOR.format(
        title=title,
        definition=folded(definition, 2),
        direction=direction,
        order=order,
        goals=", ".join(goal for goal, _ in GOALS[order - 1 : order + 1]),
        value=value,
        target=value + step,
        last=value + 2 * step,
    )
