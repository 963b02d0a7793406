"""Two branches that change the same roadmap are merged by git, and the outcome is in order."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from fardplan.rules._base import Severity
from fardplan.rules._baseline import Debt, read_baseline, write_baseline
from tests.source.history import History

ROOT = Path(__file__).parents[2]
HOME = "roadmaps/plan"
BASELINE = "fardplan-baseline.yaml"
ERROR = Severity.ERROR
ROADMAP = "format: 1\ntitle: Plan\nyear: 2025\nprofile: action\n"
INDICATOR = """\
title: Fallskador
measurements:
  - {period: 2023, value: 12}
  - {period: 2024, value: 11}
"""
ACTIVITY = """\
title: Träning
goal: farre-fall
order: 1
status: ongoing
start: 2024
end: 2026
text: Den som vill får hjälp hemma.
problem: Många blir rädda för att röra sig.
result: Fler rör sig varje vecka.
remarks: Utvärderas.
"""
PLAN = """\
projektplan:
  document: {title: Uppdragsdirektiv}
  contains: [timeline, mandate, implementation, financing, follow_up]
"""
NAMES = ("traning", "syncheck", "halkskydd")
FILES: Mapping[str, str] = {
    ".gitattributes": (ROOT / ".gitattributes").read_text("utf-8"),
    "fardplan.toml": 'language = "sv"\n',
    f"{HOME}/roadmap.yaml": ROADMAP,
    f"{HOME}/goals/farre-fall.yaml": "title: Färre fall\n",
    f"{HOME}/indicators/fallskador.yaml": INDICATOR,
    **{
        f"{HOME}/activities/{name}.yaml": ACTIVITY.replace("order: 1", f"order: {place}").replace(
            "Träning", name.capitalize()
        )
        for place, name in enumerate(NAMES, 1)
    },
}


@pytest.fixture
def plan(start_history, monkeypatch, fardplan) -> History:
    """Return a repository with a goal and three activities, whose debts are known."""
    history: History = start_history()
    history.write(FILES)
    monkeypatch.chdir(history.root)
    assert fardplan("baseline").exit_code == 0
    history.commit({})
    return history


@pytest.fixture
def merge(plan, fardplan):
    """Make two branches by what each of them does, merge them, and validate.

    Returns the exit code of the merge; where it is 0 the outcome has no new finding.
    """

    def act(change) -> None:
        if callable(change):
            change()
            plan.commit({})
        else:
            plan.commit({path: edit(plan, path, new) for path, new in change.items()})

    def run(ours, theirs) -> int:
        plan.git("switch", "-q", "-c", "deras")
        act(theirs)
        plan.git("switch", "-q", "main")
        act(ours)
        before = plan.git("rev-parse", "HEAD")
        try:
            plan.merge("deras")
        except AssertionError:
            assert plan.git("ls-files", "--unmerged")
            return 1
        assert plan.git("rev-parse", "HEAD^1") == before
        result = fardplan("validate")
        assert result.exit_code == 0, result.output
        return 0

    return run


def edit(plan: History, path: str, new: str | tuple[tuple[str, str], ...] | None) -> str | None:
    """Return a file's new text: a whole one, or one in which parts are replaced."""
    if not isinstance(new, tuple):
        return new
    text = (plan.root / path).read_text("utf-8")
    for old, now in new:
        assert text.count(old) == 1
        text = text.replace(old, now)
    return text


def activity(name: str) -> str:
    """Return the path of an activity."""
    return f"{HOME}/activities/{name}.yaml"


def read(plan: History, path: str) -> str:
    """Return a file as the merge left it."""
    return (plan.root / path).read_text("utf-8")


def test_new_activities(plan, merge, fardplan):
    """Both add an activity at the same place of the same goal."""
    new = ACTIVITY.replace("order: 1", "order: 4") + PLAN
    ours = new.replace("Träning", "Tvätt")
    theirs = new.replace("Träning", "Måltider")
    assert merge({activity("tvatt"): ours}, {activity("maltider"): theirs}) == 0
    listed = fardplan("list", "activity").stdout
    assert all(name in listed for name in (*NAMES, "tvatt", "maltider"))


def test_new_order(plan, merge):
    """One puts two activities in another order, the other changes one of them and a third."""
    ours = {
        activity("traning"): (("order: 1", "order: 2"),),
        activity("syncheck"): (("order: 2", "order: 1"),),
    }
    theirs = {
        activity("traning"): (("end: 2026", "end: 2027"),),
        activity("halkskydd"): (("order: 3", "order: 0"),),
    }
    assert merge(ours, theirs) == 0
    merged = read(plan, activity("traning"))
    assert ("order: 2" in merged, "end: 2027" in merged) == (True, True)


def test_fields_of_one_file(plan, merge):
    """Both change a file in different fields, with a line between them."""
    ours = {activity("traning"): (("order: 1", "order: 7"), ("rädda", "oroliga"))}
    theirs = {activity("traning"): (("start: 2024", "start: 2025"), ("Utvärderas", "Utvärderat"))}
    assert merge(ours, theirs) == 0
    expected = ACTIVITY.replace("order: 1", "order: 7").replace("rädda", "oroliga")
    expected = expected.replace("start: 2024", "start: 2025").replace("Utvärderas", "Utvärderat")
    assert read(plan, activity("traning")) == expected.replace("Träning", "Traning")


def touching(*pairs: tuple[str, str]) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return the change of some lines of an activity."""
    return {activity("traning"): pairs}


TOUCHING = {
    "lines that touch": (touching(("start: 2024", "start: 2025")), touching(("2026", "2028")), 2),
    "new fields in one place": (
        touching(("2026", "2026\nkind: service")),
        touching(("2026", "2026\ncontinuity: new")),
        2,
    ),
    "a field removed, the next changed": (
        touching(("start: 2024\n", "")),
        touching(("2026", "2028")),
        1,
    ),
    "a comment of each": (
        touching(("start: 2024", "start: 2025  # fråga")),
        touching(("2026", "2028  # enligt § 3")),
        2,
    ),
}


@pytest.mark.parametrize("case", TOUCHING)
def test_fields_that_touch(plan, merge, fardplan, case):
    """Once git has been set up, fields next to each other are merged, with their comments."""
    assert fardplan("git-setup").exit_code == 0
    ours, theirs, count = TOUCHING[case]
    assert merge(ours, theirs) == 0
    path = activity("traning")
    told = {line for side in (ours, theirs) for line in changed(FILES[path], side[path])}
    merged = read(plan, path).splitlines()
    assert set(merged) - set(FILES[path].splitlines()) == told
    assert (len(told), len(merged)) == (count, len(set(merged)))


def changed(text: str, pairs: tuple[tuple[str, str], ...]) -> list[str]:
    """Return the lines that a change makes."""
    new = text
    for old, now in pairs:
        new = new.replace(old, now)
    return [line for line in new.splitlines() if line not in text.splitlines()]


def test_fields_that_touch_without_setup(plan, merge):
    """Git itself takes them for a conflict, as docs/git.md tells."""
    ours, theirs, _ = TOUCHING["lines that touch"]
    assert merge(ours, theirs) == 1


def test_changed_and_renamed(plan, merge, fardplan):
    """One gives an activity a new id, the other changes its text: git follows the file."""
    theirs = {activity("traning"): (("hjälp hemma", "hjälp där man bor"),)}
    assert merge(lambda: fardplan("rename", "plan/traning", "rorelse"), theirs) == 0
    assert "hjälp där man bor" in read(plan, activity("rorelse"))


def pay(plan: History, fardplan, *names: str) -> None:
    """Drop activities, and the debts that go with them."""
    for name in names:
        (plan.root / activity(name)).unlink()
    assert fardplan("baseline", "--update").exit_code == 0


def owe(plan: History, fardplan, name: str) -> None:
    """Write an activity that lacks something, and record that."""
    plan.write({activity(name): f"title: {name.capitalize()}\ngoal: farre-fall\n"})
    assert fardplan("baseline", "--reset").exit_code == 0


def debts(plan: History) -> set[str]:
    """Return which activities have known debts."""
    lines = read(plan, BASELINE).splitlines()
    return {part.split(",")[0] for line in lines for part in line.split("activity plan/")[1:]}


def test_new_debts(plan, merge, fardplan):
    """Both record debts next to each other: all of them are known afterwards."""
    before = debts(plan)
    assert merge(lambda: owe(plan, fardplan, "x"), lambda: owe(plan, fardplan, "y")) == 0
    assert debts(plan) == before | {"x", "y"}


def test_paid_debts(plan, merge, fardplan):
    """Both pay debts that stand next to each other; `--update` drops what git has kept."""
    for name in ("x", "y"):
        owe(plan, fardplan, name)
    plan.commit({})
    before = debts(plan)
    assert merge(lambda: pay(plan, fardplan, "x"), lambda: pay(plan, fardplan, "y")) == 0
    assert fardplan("baseline", "--update").exit_code == 0
    assert debts(plan) == before - {"x", "y"}


def test_last_debts(plan):
    """One pays all that is left, the other a part of it: the list can still be read."""
    known = [Debt(f"activity plan/{name}", "missing-projektplan", "", ERROR) for name in "xy"]
    plan.commit({BASELINE: write_baseline(known)})
    plan.git("switch", "-q", "-c", "deras")
    plan.commit({BASELINE: write_baseline(known[1:])})
    plan.git("switch", "-q", "main")
    plan.commit({BASELINE: write_baseline([])})
    plan.merge("deras")
    assert set(read_baseline((plan.root / BASELINE).read_bytes())) <= set(known)


CONFLICTS = {
    "the same field": (
        {activity("traning"): (("end: 2026", "end: 2027"),)},
        {activity("traning"): (("end: 2026", "end: 2028"),)},
    ),
    "two items at the end of a list": (
        {f"{HOME}/indicators/fallskador.yaml": INDICATOR + "  - {period: 2025, value: 9}\n"},
        {f"{HOME}/indicators/fallskador.yaml": INDICATOR + "  - {period: 2026, value: 8}\n"},
    ),
    "changed and removed": (
        {activity("traning"): (("end: 2026", "end: 2027"),)},
        {activity("traning"): None},
    ),
    "one id for two things": (
        {activity("ny"): ACTIVITY.replace("Träning", "Tvätt")},
        {activity("ny"): ACTIVITY.replace("Träning", "Måltider")},
    ),
}


@pytest.mark.parametrize("case", CONFLICTS)
@pytest.mark.parametrize("is_set_up", [False, True])
def test_conflict(plan, merge, fardplan, case, is_set_up):
    """What nobody can decide is a conflict, as docs/git.md tells; validate does not let it by."""
    if is_set_up:
        assert fardplan("git-setup").exit_code == 0
    assert merge(*CONFLICTS[case]) == 1
    if case == "changed and removed":
        return
    result = fardplan("validate")
    assert result.exit_code == 1
    (path,) = plan.git("diff", "--name-only", "--diff-filter=U").splitlines()
    assert path in result.stdout
