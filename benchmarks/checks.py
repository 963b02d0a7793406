"""Whether a program has looked: after each measured run something is broken that it must find."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.process import Run, WrongAnswer, run
from benchmarks.series import Check, ended_well

_GOAL = re.compile(r"(?m)^goal: (.*)$")
RULE = "unresolved-reference"


def counts(expected: int) -> Check:
    """Return the check that a floor went through that many files."""

    def check(ran: Run, number: int) -> None:
        ended_well(ran, number)
        if ran.stdout.strip() != str(expected):
            raise WrongAnswer(f"{ran.stdout.strip()} files, not {expected}")

    return check


def notices(fardplan: str, root: Path, cache: Path, *, staged: bool = False) -> Check:
    """Return the check that `validate` was content, and is not after something has been broken.

    In turn an activity gets a goal that does not exist, and a goal that activities have goes away.
    With `staged` both are added to git's index, and taken back there.
    """
    command = [fardplan, "validate", "-f", "json", *(["--staged"] if staged else [])]
    activities = sorted(
        path for path in root.glob("roadmaps/*/activities/*.yaml") if _mentions(path, _GOAL)
    )

    def check(ran: Run, number: int) -> None:
        ended_well(ran, number)
        if ran.stdout:
            raise WrongAnswer(f"the corpus is not clean:\n{ran.stdout[:2000]}")
        chosen = activities[number * 31 % len(activities)]
        broken = (
            _without_goal(_goal_of(chosen), root) if number % 2 else _with_wrong_goal(chosen, root)
        )
        with broken as expected:
            if staged:
                add_all(root)
            again = run(command, root, cache)
        if staged:
            add_all(root)
        if again.code != 1:
            raise WrongAnswer(f"a broken reference went unseen: ended with {again.code}")
        found = {one["file"] for one in json.loads(again.stdout)["findings"] if one["rule"] == RULE}
        if found != expected:
            raise WrongAnswer(f"broken: {sorted(expected)}, reported: {sorted(found)}")

    return check


def add_all(root: Path) -> None:
    """Add everything as it is to the index of git."""
    subprocess.run(["git", "add", "--all"], cwd=root, check=True)


def _goal_of(activity: Path) -> Path:
    """Return the file of an activity's goal."""
    match = _GOAL.search(activity.read_text(encoding="utf-8"))
    return activity.parent.parent / "goals" / f"{match[1] if match else ''}.yaml"


@contextmanager
def _with_wrong_goal(path: Path, root: Path) -> Iterator[set[str]]:
    """Give an activity a goal that does not exist; say which file must be reported."""
    before = path.read_bytes()
    path.write_text(_GOAL.sub("goal: finns-inte", before.decode()), encoding="utf-8")
    try:
        yield {path.relative_to(root).as_posix()}
    finally:
        path.write_bytes(before)


@contextmanager
def _without_goal(path: Path, root: Path) -> Iterator[set[str]]:
    """Take a goal away; say which files refer to it."""
    goal, home = path.stem, path.parent.parent.name
    within = re.compile(rf"(?m)^(goal: {goal}$|goals: .*\b{goal}\b)")
    across = re.compile(rf"goal: {home}/{goal}\b")
    expected = {
        other.relative_to(root).as_posix()
        for other in root.glob("roadmaps/*/*/*.yaml")
        if other != path and _mentions(other, within if home in other.parts else across)
    }
    before = path.read_bytes()
    path.unlink()
    try:
        yield expected
    finally:
        path.write_bytes(before)


def _mentions(path: Path, pattern: re.Pattern[str]) -> bool:
    return pattern.search(path.read_text(encoding="utf-8")) is not None


def shows(path: Path, titles: list[str]) -> Check:
    """Return the check that a document has been written anew and holds every title."""

    def check(ran: Run, number: int) -> None:
        ended_well(ran, number)
        text = path.read_text(encoding="utf-8")
        path.unlink()
        missing = [title for title in titles if title not in text]
        if missing:
            raise WrongAnswer(f"{len(missing)} titles are missing, such as {missing[0]}")

    return check
