"""What a hint says of a step in the wrong order is enough, in whatever ways that order is stated."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest

from fardplan.locales.text import Text
from fardplan.rules._findings import Finding
from fardplan.rules._registry import RULES
from fardplan.rules._steps import CORRECT_TIME, IN_EVERY_PLACE, MOVE, MOVE_OR_LINK, TURN
from tests.rules.small import find, full, skeleton

Step = dict[str, Any]
Phases = list[Step]

RULE = "communication-order"
FRONT = {
    "format": 1, "title": "Färdplan för nära vård", "year": 2024, "profile": "process",
    "accountable": "ledningsgruppen", "owners": ["exempelkommunen"],
    "bodies": [{"id": "kommunledningen", "kind": "executive_group", "title": "Ledningen"}],
}  # fmt: skip
BOTH = ("kommunledningen", "socialnamnden")


def listen() -> Step:
    """Return a step that stands before all others."""
    return {"id": "lyssna", "title": "Invånare och brukare berättar", "groups": ["residents"]}


def spread(**more: str) -> Step:
    """Return the step that is too early."""
    return {"id": "spridning", "title": "Planen presenteras", "kind": "communication", **more}


def lift(*bodies: str, **more: str) -> Step:
    """Return a step in which the plan is taken up."""
    return {"title": "Planen lyfts", "bodies": list(bodies or BOTH), **more}


def phase(*steps: Step, **more: str) -> Phases:
    """Return a phase with these steps, and more of what a phase may say."""
    return [{"title": "Arbetet", **more, "steps": list(steps)}]


def parts(phases: Phases) -> tuple[Step, Step, Step]:
    """Return the step that is too early, the one to come first, and the phase of that one."""
    steps = [(step, one) for one in phases for step in one["steps"]]
    early = next(step for step, _ in steps if step["title"] == spread()["title"])
    return (early, *next(pair for pair in steps if "bodies" in pair[0]))


def move(phases: Phases) -> None:
    """Put the step after the one to come first."""
    early, first, around = parts(phases)
    for one in phases:
        one["steps"] = [step for step in one["steps"] if step is not early]
    around["steps"].insert(around["steps"].index(first) + 1, early)


def link(phases: Phases) -> None:
    """Write `after` in the step."""
    early, first, _ = parts(phases)
    assert "after" not in early
    early["after"] = first["id"]


def correct_time(phases: Phases) -> None:
    """Give the step the time of the one to come first."""
    early, first, around = parts(phases)
    early["when"] = first.get("when") or around["when"]


def take_out(phases: Phases) -> None:
    """Take `after` out of the step to come first."""
    del parts(phases)[1]["after"]


def turn(phases: Phases) -> None:
    """Write `after` in the other step instead."""
    take_out(phases)
    link(phases)


def order_everywhere(phases: Phases) -> None:
    """Let the one come first in the list, the times and `after`."""
    _, first, around = parts(phases)
    move(phases)
    if "when" in first or "when" in around:
        correct_time(phases)
    if "after" in first:
        turn(phases)


WAYS: dict[Text, tuple[Callable[[Phases], None], ...]] = {
    MOVE: (move,),
    MOVE_OR_LINK: (move, link),
    CORRECT_TIME: (correct_time,),
    TURN: (take_out, turn),
    IN_EVERY_PLACE: (order_everywhere,),
}
"""What can be done to follow each hint."""

CASES = {
    "list": (phase(spread(), lift(id="a")), MOVE_OR_LINK),
    "list, without an id": (phase(spread(), lift()), MOVE),
    "list, after another": (phase(listen(), spread(after="lyssna"), lift(id="a")), MOVE),
    "list, and one of two is after it": (
        phase(spread(), lift(id="a", after="spridning"), lift(id="b")), MOVE,
    ),
    "list, and one of two was sooner": (
        phase(spread(when="hösten 2023"), lift(id="a", when="våren 2025"), lift(when="2023")), MOVE,
    ),
    "list of phases": (phase(spread()) + phase(lift(id="a")), MOVE_OR_LINK),
    "time": (phase(lift(id="a", when="våren 2024"), spread(when="hösten 2023")), CORRECT_TIME),
    "time of the phase": (
        phase(lift(id="a"), when="2024") + phase(spread(), when="2023"), CORRECT_TIME,
    ),
    "time and list": (
        phase(spread(when="hösten 2023"), lift(id="a", when="våren 2024")), IN_EVERY_PLACE,
    ),
    "time and list of phases": (
        phase(spread(), when="2023") + phase(lift(id="a"), when="2024"), IN_EVERY_PLACE,
    ),
    "after": (phase(lift(id="a", after="spridning"), spread()), TURN),
    "after and list": (phase(spread(), lift(id="a", after="spridning")), IN_EVERY_PLACE),
    "after and time": (
        phase(lift(id="a", after="spridning", when="2024"), spread(when="2023")), IN_EVERY_PLACE,
    ),
    "all": (
        phase(spread(when="2023"), lift(id="a", after="spridning", when="2024")), IN_EVERY_PLACE,
    ),
}  # fmt: skip


def judge(phases: Phases) -> list[Finding]:
    """Return what any rule finds in a roadmap with these phases."""
    files = skeleton()
    files[full("roadmap.yaml")] = json.dumps({**FRONT, "phases": phases}).encode()
    return find(files, RULES)


@pytest.mark.parametrize(("phases", "hint"), CASES.values(), ids=CASES)
def test_hint(phases, hint):
    """Each way to follow the hint mends the finding and brings no other."""
    before = judge(phases)
    (finding,) = [one for one in before if one.rule == RULE]
    assert finding.hint == hint
    for way in WAYS[hint]:
        mended = copy.deepcopy(phases)
        way(mended)
        after = {one.fingerprint for one in judge(mended)}
        assert after == {one.fingerprint for one in before} - {finding.fingerprint}, way
