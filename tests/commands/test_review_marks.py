"""The mark that a review leaves says in any clone whether the target has changed since."""

from __future__ import annotations

import json
import re

import pytest

from tests.commands.levels import ACTIVITY, AREA, BELOW, COUNTY, GOAL, LAN, NEW, OLD
from tests.source.history import History, roadmap

DAY = ("--date", "2023-05-02")
NAMES = ("lan/hemma", "lan/hemgang", "lan/teamet")
NEXT = {f"{LAN}/roadmap.yaml": NEW[f"{LAN}/roadmap.yaml"]}
LATER = f"{LAN}/activities/teamet.yaml"
SLIPPED = {**NEXT, LATER: NEW[LATER]}
NOTHING: tuple[list[str], str] = ([], "Inget att rätta.\n")
TEAM = "Länets aktivitet ”Teamet” har ändrats sedan ni stämde av den"


@pytest.fixture
def marked(start_history, fardplan, monkeypatch):
    """Return a repository in which three references were reviewed against the released 1.0."""
    history = start_history()
    history.commit({**OLD, **BELOW, GOAL: BELOW[GOAL].replace("  - {goal: lan/fall", "# ")})
    history.tag("lan/1.0")
    monkeypatch.chdir(history.root)
    assert fardplan("review", "kommun", *NAMES, "--no-input", *DAY).exit_code == 0
    history.commit({}, "Stäm av")
    return history


@pytest.fixture
def judge(fardplan, monkeypatch):
    """Return what suspect-link finds in a folder (file, severity, message, hint), and stderr."""

    def run(root):
        monkeypatch.chdir(root)
        done = fardplan("validate", "--select", "suspect-link", "-f", "json")
        found = json.loads(done.stdout)["findings"]
        return [(f["file"], f["severity"], f["message"], f["hint"]) for f in found], done.stderr

    return run


def shallow(history: History) -> History:
    """Return a clone as CI makes one: the last commit, and no tags."""
    clone = history.root.parent / "klon"
    history.git("clone", "--quiet", "--depth=1", "--no-tags", history.root.as_uri(), str(clone))
    assert History(clone).git("rev-parse", "--is-shallow-repository") == "true"
    return History(clone)


def edit(history: History, path: str, pattern: str, new: str) -> None:
    """Replace the only text of a pattern in a file."""
    written = (history.root / path).read_text("utf-8")
    changed, count = re.subn(pattern, new, written)
    assert count == 1
    history.write({path: changed})


def test_nothing_has_changed(marked, judge):
    """With marks that hold, a shallow clone knows that nothing has changed, and says nothing."""
    marked.commit(NEXT)
    assert judge(shallow(marked).root) == NOTHING


def test_without_marks(start_history, judge):
    """Without marks a shallow clone cannot know, and says so."""
    history = start_history()
    history.commit({**OLD, **BELOW})
    history.commit(SLIPPED)
    found, said = judge(shallow(history).root)
    assert found == []
    assert "suspect-link" in said
    assert "git fetch --unshallow --tags" in said


def test_changed_in_a_shallow_clone(marked, judge, fardplan):
    """What has changed is suspect there too; it cannot be shown how, and it says how to fetch."""
    marked.commit(SLIPPED)
    clone = shallow(marked)
    found, _ = judge(clone.root)
    assert found == [
        (
            ACTIVITY, "warning", f"{TEAM} (version 1.0, nu 1.1).",
            ("Vad som har ändrats syns inte, för version 1.0 går inte att läsa här. Hämta historiken "
            "(`git fetch --unshallow --tags`, i CI `fetch-depth: 0`) eller läs aktiviteten ”Teamet” "
            "på nytt. Godkänn sedan: `fardplan review kommun lan/teamet`."),
        )
    ]  # fmt: skip
    unseen = fardplan("review", "kommun", "--all", *DAY)
    assert unseen.exit_code == 3
    assert "Det går inte att se vad som har ändrats för lan/teamet." in unseen.stderr
    named = fardplan("review", "kommun", "lan/teamet", "--no-input", *DAY)
    assert named.exit_code == 0
    assert "Något har ändrats i sak sedan dess. Vad syns inte" in named.stdout
    assert judge(clone.root) == NOTHING


def test_outside_git(marked, judge, tmp_path):
    """Marks need no git at all."""
    marked.write(SLIPPED)
    copy = tmp_path / "utan-git"
    copy.mkdir()
    (marked.root / "roadmaps").rename(copy / "roadmaps")
    assert [(file, message) for file, _, message, _ in judge(copy)[0]] == [
        (ACTIVITY, f"{TEAM} (version 1.0, nu 1.1).")
    ]


def test_history_shows_it(marked, judge):
    """Where the version can be read it is shown what has changed."""
    marked.commit(SLIPPED)
    assert [hint for *_, hint in judge(marked.root)[0]] == [
        "Läs ändringen: `fardplan impact lan 1.0`. Godkänn sedan: `fardplan review kommun`."
    ]


def test_comparison_wins(marked, judge, fardplan):
    """What only a hash takes for a change is none where the versions can be compared."""
    group = "consequences:\n  - group: {}\n    text: Det blir lättare.\n"
    marked.write({LATER: OLD[LATER] + group.format("Äldre")})
    marked.git("commit", "-qam", "Konsekvens")
    marked.git("tag", "-f", "lan/1.0")
    assert fardplan("review", "kommun", "lan/teamet", "--no-input", *DAY).exit_code == 0
    marked.commit({**NEXT, LATER: OLD[LATER] + group.format("Äldre personer")})
    assert judge(marked.root)[0] == []
    assert [file for file, *_ in judge(shallow(marked).root)[0]] == [ACTIVITY]


def test_edited_by_hand(marked, judge):
    """A mark for another version than the one reviewed says nothing, nor does an unknown one."""
    marked.commit(SLIPPED)
    edit(marked, ACTIVITY, r'reviewed: "1\.0"', 'reviewed: "1.1"')
    assert judge(marked.root)[0] == []
    edit(marked, ACTIVITY, r'reviewed: "1\.1"', 'reviewed: "1.0"')
    edit(marked, ACTIVITY, "substance: 1:", "substance: 99:")
    assert [hint for *_, hint in judge(marked.root)[0]] == [
        "Läs ändringen: `fardplan impact lan 1.0`. Godkänn sedan: `fardplan review kommun`."
    ]
    marked.commit({})
    assert judge(shallow(marked).root)[0] == []


def test_draft(marked, judge, fardplan):
    """Who reviewed a draft is told that it went on, and that the release says something else."""
    draft = roadmap(2024, '"1.1"', **COUNTY, status="draft")
    marked.write({f"{LAN}/roadmap.yaml": draft})
    assert fardplan("review", "kommun", "lan/teamet", "--no-input", *DAY).exit_code == 0
    assert judge(marked.root)[0] == []
    marked.commit({LATER: NEW[LATER]})
    again = "Läs aktiviteten ”Teamet” på nytt. Godkänn sedan: `fardplan review kommun`."
    assert judge(marked.root)[0] == [
        (
            ACTIVITY, "info",
            f"{TEAM}, utan att versionen är en annan (fortfarande 1.1).", again,
        )
    ]  # fmt: skip
    marked.commit(NEXT)
    marked.tag("lan/1.1")
    marked.commit({f"{LAN}/roadmap.yaml": roadmap(2025, '"1.2"', **COUNTY)})
    assert judge(marked.root)[0] == [
        (
            ACTIVITY, "warning",
            "Det som ni stämde av är inte det som version 1.1 säger om aktiviteten ”Teamet”.", again,
        )
    ]  # fmt: skip
    shown = fardplan("review", "kommun", "lan/teamet", "--no-input", *DAY).stdout
    assert "Det ni stämde av är inte det som version 1.1 säger." in shown
    assert judge(marked.root)[0] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [("lan/hemgang", "hem-fran-sjukhus"), ("lan/teamet", "hemteamet"), ("roadmap/lan", "lanet")],
)
def test_renamed(marked, judge, fardplan, old, new):
    """A new id, of the target, of what it refers to or of the whole roadmap, is no change."""
    assert fardplan("rename", old, new).exit_code == 0
    folder = marked.root / "roadmaps" / ("lanet" if new == "lanet" else "lan")
    front = (folder / "roadmap.yaml").read_text("utf-8")
    (folder / "roadmap.yaml").write_text(front.replace('"1.0"', '"1.1"'), "utf-8")
    marked.commit({})
    assert judge(shallow(marked).root) == NOTHING


def test_layout(marked, judge):
    """Neither layout nor order nor wording is a change, nor what is decided of the roadmap."""
    marked.commit({
        **NEXT,
        LATER: "# laget\nend: '2024'\ngoal: lan/hemgang\ntext: Mer text.\ntitle: teamet\n",
    })  # fmt: skip
    assert judge(shallow(marked).root) == NOTHING


def test_housekeeping(marked, fardplan):
    """A new mark is an editorial change, and no reason to review the municipality's own goals."""
    edit(marked, AREA, r"1:1\.0:[0-9a-f]{16}", "1:1.0:0123456789abcdef")
    done = fardplan("diff", "kommun", "HEAD", "-f", "json")
    assert [(c["kind"], c["level"], c["path"]) for c in json.loads(done.stdout)["changes"]] == [
        ("metadata-changed", "editorial", ["maps_to", "area/lan/hemma", "substance"])
    ]


def test_fmt(marked, fardplan):
    """The mark stands after the version that it is of."""
    edit(marked, AREA, r"(?s)(    reviewed: .*?\n)(    substance: .*?\n)", r"\2\1")
    assert fardplan("fmt").exit_code == 0
    lines = (marked.root / AREA).read_text("utf-8").splitlines()
    assert [line.split(":")[0].strip(" -") for line in lines[3:]] == [
        "area", "reviewed", "substance", "reviewed_on",
    ]  # fmt: skip


def test_faulty(marked, check):
    """A mark that is none is a finding at its place."""
    edit(marked, AREA, r"1:1\.0:[0-9a-f]{16}", "nej")
    assert check("--ignore", "overdue-activity") == (1, [("invalid-value", AREA, 6, 16)])
