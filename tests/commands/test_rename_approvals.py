"""An approval survives that what it approves, or what that refers to, gets a new id."""

from __future__ import annotations

import json

import pytest

from tests.commands.test_diff_rulings import APPROVALS, approve, files
from tests.commands.test_diff_rulings import history as history  # noqa: PLC0414 - a fixture

ACTIVITY = "roadmaps/lan/activities/tullhuset.yaml"


@pytest.fixture
def approved(fardplan, history):
    """Return a repository in which a slip since 2023 is approved, and a move to another goal."""
    history.write({"roadmaps/lan/goals/nytt.yaml": "title: Nytt mål\n"})
    moved = files(2024, "2.0", "2025")[ACTIVITY].replace("hemgang", "nytt")
    history.write({ACTIVITY: moved, "fardplan.toml": '[level]\nmoved = "major"\n'})
    changes = {one["kind"]: one for one in changed(fardplan)}
    slip, move = changes["date-slipped"], changes["moved"]
    lines = approve(slip["fingerprint"])[APPROVALS] + (
        "  # flyttat till länets nya mål\n"
        f"  - fingerprint: {move['fingerprint']!r}   # prövat\n"
        "    kind: moved\n    entity: activity lan/tullhuset\n"
        "    by: Chefsgruppen\n    decision: § 13\n    date: 2024-03-05\n"
    )
    history.write({APPROVALS: lines})
    assert fails(fardplan) == 0
    return history


def changed(fardplan, *args):
    """Return the changes since 2023."""
    roadmap = args[0] if args else "lan"
    return json.loads(fardplan("diff", roadmap, "lan/1.0", "-f", "json").stdout)["changes"]


def fails(fardplan, roadmap="lan"):
    """Return the exit code of a comparison that demands approvals."""
    return fardplan("diff", roadmap, "lan/1.0", "--fail-on", "major").exit_code


@pytest.mark.parametrize(
    ("old", "new", "entity"),
    [
        ("activity/tullhuset", "huset", "activity lan/huset"),
        ("goal/nytt", "nyare", "activity lan/tullhuset"),
        ("goal/hemgang", "hem", "activity lan/tullhuset"),
        ("roadmap/lan", "lanet", "activity lanet/tullhuset"),
    ],
)
def test_survives(fardplan, approved, old, new, entity):
    """Names and fingerprints follow, comments stay, and what was approved still is."""
    before = (approved.root / APPROVALS).read_text("utf-8")
    done = fardplan("rename", old, new)
    assert (done.exit_code, "Godkännandet" in done.stderr) == (0, False)
    after = (approved.root / APPROVALS).read_text("utf-8")
    assert after.count(f"entity: {entity}") == 2
    assert [line for line in after.splitlines() if "#" in line and "fingerprint" not in line] == [
        line for line in before.splitlines() if "#" in line and "fingerprint" not in line
    ]
    assert "# prövat" in after
    assert fails(fardplan, "lanet" if new == "lanet" else "lan") == 0
    assert (f"{APPROVALS}: " in done.stdout) == (after != before)


def test_dry_run(fardplan, approved):
    """With `--dry-run` the file is named and not written."""
    before = (approved.root / APPROVALS).read_text("utf-8")
    done = fardplan("rename", "activity/tullhuset", "huset", "--dry-run")
    assert f"{APPROVALS}: 3 ändringar" in done.stdout
    assert (approved.root / APPROVALS).read_text("utf-8") == before


def test_of_nothing(fardplan, approved):
    """An approval whose change is not to be found gets the name and keeps the fingerprint."""
    stale = approve("0123456789abcdef")
    approved.write(stale)
    done = fardplan("rename", "activity/tullhuset", "huset")
    assert done.exit_code == 0
    assert done.stderr.startswith(
        "Godkännandet av activity lan/tullhuset (date-slipped, § 12) gäller ingen ändring som går "
        "att hitta. Namnet är ändrat, men fingeravtrycket i fardplan-approvals.yaml är kvar. "
        "Se efter med fardplan diff.\n"
    )
    expected = stale[APPROVALS].replace("lan/tullhuset", "lan/huset")
    assert (approved.root / APPROVALS).read_text("utf-8") == expected


def test_broken(fardplan, approved):
    """A list that cannot be read stops the renaming, with its line, and nothing is written."""
    approved.write({APPROVALS: "format: 1\napprovals: [tullhuset\n"})
    done = fardplan("rename", "activity/tullhuset", "huset")
    assert done.exit_code == 3
    assert done.stderr.startswith(f"fardplan: Något i {APPROVALS} går inte att läsa och kan ")
    assert (approved.root / ACTIVITY).is_file()


def test_outside_git(fardplan, write):
    """Without git the name follows, and it is said that the change cannot be found."""
    root = write({**files(2024, "2.0"), **approve("0123456789abcdef")})
    done = fardplan("rename", "activity/tullhuset", "huset")
    assert done.exit_code == 0
    assert "gäller ingen ändring som går att hitta" in done.stderr
    assert "entity: activity lan/huset" in (root / APPROVALS).read_text("utf-8")
