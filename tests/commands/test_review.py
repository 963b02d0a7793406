"""`fardplan review`: references to other roadmaps are marked as reviewed, and nothing else."""

from __future__ import annotations

import pytest

from tests.commands.levels import ACTIVITY, AREA, BELOW, COUNTY, GOAL, LAN, NEW, OLD
from tests.commands.terminal import INTERRUPT, converse
from tests.source.history import History, roadmap

DAY = ("--date", "2024-05-02")
ALL = ("review", "kommun", "--all", *DAY)
SLIP = "Försvagat åtagande: Slut senareläggs: var 2024, är nu 2025 (12 månader). Ingen orsak anges."
HEMMA, TEAMET, HEMGANG = (
    f"substance: 1:1.1:{digest}"
    for digest in ("d6ad25654f55b253", "434a28c78d5e4139", "a7d30139fdab4597")
)
"""What marks a review of the area, the activity and the goal of the county as they are now."""
TEAM_HEAD = (
    "Aktiviteten ”Vårt team” hänvisar till aktiviteten ”Teamet” "
    "(avstämt mot version 1.0, nu 1.1).\n"
)
BROKEN = "title: Tryggt hem\nimplements:\n  - goal: lan/hemgang # bara så\n"
NO_VERSION = (
    "Länets färdplan har inget versionsnummer att stämma av mot. "
    f"Det ska stå under `version` i {LAN}/roadmap.yaml."
)
AREA_CHANGED = {f"{LAN}/areas/hemma.yaml": "title: I hemmet\n"}


@pytest.fixture
def levels(start_history, monkeypatch):
    """Return a repository in which an area and an activity of the county have changed."""
    history = start_history()
    history.commit({**OLD, **BELOW, GOAL: BROKEN})
    history.tag("lan/1.0")
    history.commit({**NEW, **AREA_CHANGED})
    monkeypatch.chdir(history.root)
    return history


@pytest.fixture
def suspects(check):
    """Return the files in which `validate` finds a suspect link."""
    return lambda: [place[1] for place in check("--select", "suspect-link")[1]]


def read(history: History, path: str) -> str:
    """Return a file."""
    return (history.root / path).read_text("utf-8")


def test_all(fardplan, levels, suspects):
    """All suspect links are marked; comments and every other byte stay, and no finding is left."""
    assert suspects() == [ACTIVITY, AREA]
    done = fardplan(*ALL, "--by", "Strateg", "--outcome", "Vårt mål står kvar")
    assert (done.exit_code, done.stderr) == (0, "2 hänvisningar är nu avstämda.\n")
    assert TEAM_HEAD + f"  • {SLIP}\n" in done.stdout
    assert read(levels, AREA) == (
        "# Området\ntitle: Hemma hos oss\nmaps_to:\n"
        "  - area: lan/hemma   # länets område\n    reviewed: '1.1' # i våras\n"
        f"    {HEMMA}\n"
        "    reviewed_on: 2024-05-02\n    reviewed_by: Strateg\n    outcome: Vårt mål står kvar\n"
    )
    assert read(levels, ACTIVITY) == (
        "title: Vårt team\ngoal: hem\nimplements:\n"
        "  - activity: lan/teamet\n"
        f'    reviewed: "1.1"\n    {TEAMET}\n'
        "    reviewed_on: 2024-05-02\n    reviewed_by: Strateg\n    outcome: Vårt mål står kvar\n"
    )
    assert read(levels, GOAL) == BROKEN
    assert suspects() == []
    assert fardplan("impact", "lan", "1.0", "--exit-code").stdout.count("Redan avstämt") == 2


def test_in_braces(fardplan, levels):
    """What stood in braces is laid out line by line, with its comments."""
    written = BELOW[ACTIVITY].rstrip() + "   # bara den\n"
    levels.write({ACTIVITY: written})
    assert fardplan(*ALL).exit_code == 0
    assert read(levels, ACTIVITY).splitlines()[3:] == [
        "  - activity: lan/teamet   # bara den",
        '    reviewed: "1.1"', f"    {TEAMET}", "    reviewed_on: 2024-05-02",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["lan/hemgang", "lan/goal/hemgang", "hem", "goal/hem", GOAL])
def test_first_review(fardplan, levels, name):
    """A reference that was never reviewed is reviewed by name: its target's, or its own goal's."""
    done = fardplan("review", "kommun", name, "--no-input", *DAY)
    assert (done.exit_code, done.stderr) == (0, "1 hänvisning är nu avstämd.\n")
    assert done.stdout == (
        "Målet ”Tryggt hem” hänvisar till målet ”Trygg hemgång” (aldrig avstämt, nu version 1.1).\n"
    )
    assert read(levels, GOAL) == (
        BROKEN + f'    reviewed: "1.1"\n    {HEMGANG}\n    reviewed_on: 2024-05-02\n'
    )


def test_again(fardplan, levels):
    """Role and outcome are those of this review: the role stays, the outcome is asked for."""
    fardplan(*ALL, "--by", "Strateg", "--outcome", "Vi väntar")
    missing = fardplan("review", "kommun", "lan/hemma", "--no-input", *DAY)
    assert missing.exit_code == 2
    assert "Ange också --outcome." in missing.stderr
    again = ("review", "kommun", "lan/hemma", "--no-input", "--date", "2024-06-01")
    assert fardplan(*again, "--outcome", "Vi följer med").exit_code == 0
    assert read(levels, AREA).splitlines()[4:] == [
        "    reviewed: '1.1' # i våras", f"    {HEMMA}", "    reviewed_on: 2024-06-01",
        "    reviewed_by: Strateg", "    outcome: Vi följer med",
    ]  # fmt: skip


def test_dry_run(fardplan, levels):
    """`--dry-run` shows what would change, and changes nothing."""
    before = {path: read(levels, path) for path in (AREA, ACTIVITY)}
    listed = fardplan("review", "kommun", "--dry-run")
    assert (listed.exit_code, listed.stderr) == (0, "")
    assert TEAM_HEAD in listed.stdout
    done = fardplan(*ALL, "--dry-run")
    assert done.stderr == "2 hänvisningar skulle bli avstämda. Inget är ändrat.\n"
    assert {path: read(levels, path) for path in before} == before


def test_nothing_is_taken_for_granted(fardplan, levels):
    """Without names, `--all` or a terminal it is shown what has changed, and nothing is written."""
    done = fardplan("review", "kommun")
    assert done.exit_code == 2
    assert TEAM_HEAD in done.stdout
    assert "Ange vilka hänvisningar som är avstämda, eller --all." in done.stderr
    assert read(levels, AREA) == BELOW[AREA]


def test_nothing_to_review(fardplan, levels):
    """Where nothing is suspect that is said, and what was never reviewed."""
    fardplan(*ALL)
    done = fardplan("review", "kommun")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == (
        "Inget behöver stämmas av i kommun.\n"
        "Aldrig avstämda: lan/hemgang. Stäm av dem vid namn: fardplan review kommun lan/hemgang\n"
    )


def test_terminal(levels):
    """At a terminal each change is shown and asked about; what does not hold is left."""
    code, screen = converse(
        levels.root, ["review", "kommun", *DAY], ["nej", "j", "Strateg", "Inget att ändra"]
    )
    assert code == 0
    assert screen.index("I hemmet") < screen.index("Stämmer hänvisningen fortfarande? [j/N] nej")
    assert screen.index(SLIP) < screen.index("Stämmer hänvisningen fortfarande? [j/N] j\n")
    assert screen.endswith(
        "1 hänvisning är nu avstämd.\n1 hänvisning behöver fortfarande stämmas av.\n"
    )
    assert read(levels, AREA) == BELOW[AREA]
    assert "outcome: Inget att ändra" in read(levels, ACTIVITY)


@pytest.mark.parametrize(("answers", "code"), [(["n", ""], 0), (["j", "j", INTERRUPT], 130)])
def test_terminal_without_a_yes(levels, answers, code):
    """Without a yes, or when it is broken off, nothing is written."""
    assert converse(levels.root, ["review", "kommun"], answers)[0] == code
    assert [read(levels, path) for path in (AREA, ACTIVITY)] == [BELOW[AREA], BELOW[ACTIVITY]]


def test_whole_roadmap(fardplan, levels):
    """Of a whole roadmap the sum is shown, what is weakened, and where to read all."""
    front = BELOW["roadmaps/kommun/roadmap.yaml"]
    levels.write({
        "roadmaps/kommun/roadmap.yaml": front + 'implements: [{roadmap: lan, reviewed: "1.0"}]\n'
    })  # fmt: skip
    said = fardplan("review", "kommun", "lan", "--no-input", *DAY).stdout
    assert said.startswith("Färdplanen hänvisar till färdplanen ”Länets färdplan” (avstämt mot ")
    assert "  • Försvagat åtagande: Aktiviteten ”Teamet”: Slut senareläggs" in said
    assert said.endswith("  • Läs allt: fardplan diff lan 1.0\n")
    lines = read(levels, "roadmaps/kommun/roadmap.yaml").splitlines()
    assert lines[-5:-2] == ["implements:", "  - roadmap: lan", '    reviewed: "1.1"']
    assert lines[-2].startswith("    substance: 1:1.1:")
    assert lines[-1] == "    reviewed_on: 2024-05-02"


def test_unchanged(fardplan, levels):
    """What has not changed since needs no review, and gets one by name."""
    levels.write({f"{LAN}/areas/hemma.yaml": OLD[f"{LAN}/areas/hemma.yaml"]})
    done = fardplan(*ALL)
    assert done.stderr == "1 hänvisning är nu avstämd.\n"
    assert read(levels, AREA) == BELOW[AREA]
    named = fardplan("review", "kommun", "lan/hemma", "--no-input", *DAY)
    assert "  • Inget har ändrats i sak sedan dess.\n" in named.stdout
    assert "reviewed: '1.1' # i våras" in read(levels, AREA)


def test_shallow(fardplan, levels, monkeypatch):
    """Where the version reviewed cannot be read, nothing is marked unseen but by name."""
    clone = levels.root.parent / "klon"
    levels.git("clone", "--quiet", "--depth=1", levels.root.as_uri(), str(clone))
    assert History(clone).git("rev-parse", "--is-shallow-repository") == "true"
    monkeypatch.chdir(clone)
    done = fardplan(*ALL)
    assert (done.exit_code, done.stdout) == (3, "")
    assert done.stderr.startswith(
        "fardplan: Det går inte att se vad som har ändrats för lan/hemma och lan/teamet. "
    )
    named = fardplan("review", "kommun", "lan/hemma", "--no-input", *DAY)
    assert "Version 1.0 går inte att läsa" in named.stdout
    assert "reviewed: '1.1' # i våras" in (clone / AREA).read_text("utf-8")


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (["landet"], 3, "Det finns ingen färdplan som heter ”landet”"),
        (["kommun", "lan/hema"], 3, "”lan/hema” i en annan färdplan. Menade du lan/hemma?"),
        (["kommun", "x" * 60], 3, "I kommun hänvisar inget till"),
        (["kommun", "lan/hemma", "--all"], 2, "antingen hänvisningar eller --all"),
        (["kommun", "--all", "--date", "2199"], 2, "--date: 2199 ligger i framtiden."),
        (["kommun", "--all", "--date", "igår"], 2, "--date: "),
    ],
)
def test_refusals(fardplan, levels, args, code, words):
    """What cannot be done is one line, and changes nothing."""
    done = fardplan("review", *args)
    assert done.exit_code == code
    assert words in done.stderr
    assert levels.git("status", "--porcelain") == ""


@pytest.mark.parametrize(
    ("files", "name", "words"),
    [
        (
            {f"{LAN}/roadmap.yaml": roadmap(2024, **COUNTY)}, "lan/hemma",
            NO_VERSION,
        ),
        (
            {AREA: BELOW[AREA].replace("1.0", "2.0")}, "lan/hemma",
            "Hänvisningen till lan/hemma är avstämd mot version 2.0, som är nyare än 1.1.",
        ),
        (
            {AREA: "title: Hemma\nalso_priority_in: lan\n"}, "lan",
            f"En hänvisning under `also_priority_in` i {AREA} har ingen plats för avstämning.",
        ),
    ],
)  # fmt: skip
def test_no_review_possible(fardplan, levels, files, name, words):
    """Where there is nothing to review against, or no place for it, one line says so."""
    levels.commit(files)
    done = fardplan("review", "kommun", name, "--no-input")
    assert (done.exit_code, done.stdout.count("\n") < 2) == (3, True)
    assert done.stderr == f"fardplan: {words}\n"
    assert levels.git("status", "--porcelain") == ""


def test_all_or_nothing(fardplan, levels):
    """Where one of the files cannot be changed, no other is."""
    shared = (
        'title: Vårt team\ngoal: hem\nimplements: &a\n  - &b {activity: lan/teamet, reviewed: "1.0"}'
        "\n  - *b\n"
    )
    levels.commit({ACTIVITY: shared})
    done = fardplan(*ALL)
    assert done.exit_code == 3
    assert done.stderr.startswith(f"fardplan: {ACTIVITY}: ")
    assert levels.git("status", "--porcelain") == ""


def test_english(fardplan, levels):
    """The words are in the language asked for."""
    done = fardplan("--lang", "en", *ALL)
    assert done.stderr == "2 references are now reviewed.\n"
    assert "refers to the activity “Teamet” (reviewed against version 1.0, now 1.1)." in done.stdout
