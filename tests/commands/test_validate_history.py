"""`fardplan validate` with the rules that compare with earlier versions, out of real git."""

from __future__ import annotations

import subprocess
from collections.abc import Callable

import pytest

from fardplan.source import _git_process as process
from tests.commands.conftest import Write
from tests.source.history import History, StartHistory, roadmap

HISTORY = "changed-release,suspect-link,unexplained-slip,unstable-id,vanished-activity"
SELECT = tuple(f"--select={name}" for name in HISTORY.split(","))
LAN, KOMMUN = "roadmaps/lan/roadmap.yaml", "roadmaps/kommun/roadmap.yaml"
TEAM, GOAL, LINK = (
    "roadmaps/lan/activities/team.yaml",
    "roadmaps/lan/goals/hemgang.yaml",
    "roadmaps/kommun/goals/hem.yaml",
)


def lan(version: str = '"1.0"', year: int = 2023, **more: str) -> str:
    """Return the county's roadmap.yaml."""
    return roadmap(year, version, profile="direction", **more)


def team(end: str, more: str = "") -> str:
    """Return an activity that ends at a time."""
    return f"title: Teamet\ngoal: hemgang\nend: {end}\n{more}"


FIRST = {LAN: lan(), TEAM: team("2024"), GOAL: "title: Trygg hemgång\n"}
SECOND = {LAN: lan('"1.1"', year=2024), TEAM: team("2025")}
SLIP = ("unexplained-slip", TEAM, 3, 6)
CHANGED = ("changed-release", LAN, 4, 10)
GONE = ("vanished-activity", TEAM, 1, 1)


@pytest.fixture
def released(start_history: StartHistory, monkeypatch: pytest.MonkeyPatch) -> History:
    """Return a repository with a released county roadmap, and stand in it."""
    history = start_history()
    history.commit(FIRST)
    history.tag("lan/1.0")
    monkeypatch.chdir(history.root)
    return history


@pytest.fixture
def see(check: Callable[..., object]) -> Callable[..., object]:
    """Run only the rules about earlier versions; return what they find."""
    return lambda *options: check(*SELECT, *options)[1]  # type: ignore[index]


def clone(history: History, *options: str) -> History:
    """Return a clone beside a repository."""
    target = history.root.parent / "klon"
    history.git("clone", "--quiet", *options, history.root.as_uri(), str(target))
    return History(target)


def test_what_is_released_stays(see, released):
    """The release differs in no state but the changed ones: files, index, revision."""
    assert see() == see("--staged") == see("--rev", "lan/1.0") == []
    released.write({TEAM: "goal: hemgang\nend:  2024 # kvar\ntitle: >-\n  Teamet\n"})
    assert see() == []
    released.write({TEAM: team("2025")})
    assert see() == [CHANGED]
    assert see("--staged") == see("--rev", "HEAD") == []
    released.git("add", "--all")
    assert see("--staged") == [CHANGED]
    released.commit({})
    assert see("--rev", "HEAD") == see("--changed-since", "lan/1.0") == [CHANGED]
    assert see("--rev", "HEAD~1") == see("--changed-since", "HEAD") == []


@pytest.mark.parametrize("annotated", [True, False])
@pytest.mark.parametrize("form", ["sha1", "sha256"])
def test_next_version(start_history, monkeypatch, see, annotated, form):
    """A later time and a missing activity show against the tag, whatever its sort and its hash."""
    history = start_history("arkiv", f"--object-format={form}")
    history.commit(FIRST)
    history.tag("lan/1.0", annotated=annotated)
    monkeypatch.chdir(history.root)
    history.write(SECOND)
    assert see() == [SLIP]
    history.write({TEAM: None})
    assert see() == [GONE]
    history.commit({})
    assert see("--changed-since", "HEAD~1") == [GONE]


def test_words(fardplan, released):
    """The release is named by number and year; in English too."""
    released.write(SECOND)
    assert fardplan("validate", *SELECT).stdout == (
        f"{TEAM}:3:6  (activity lan/team › end)\n"
        "  Varning: ”Teamet” har flyttats fram från 2024 till 2025 sedan version 1.0 (2023), "
        "utan orsak. [unexplained-slip]\n"
        "  3 │ end: 2025\n"
        "    │      ^^^^\n"
        "  Gör så här: Skriv orsaken: `reason: …`. Är tiden fel? Skriv `end: 2024` igen.\n"
        "\n"
    )
    english = fardplan("--lang", "en", "validate", *SELECT).stdout
    assert "put off from 2024 to 2025 since version 1.0 (2023), without a reason" in english


def test_folder_that_was_renamed(see, released):
    """A release under the folder's earlier name is a release of the same roadmap."""
    released.git("mv", "roadmaps/lan", "roadmaps/lanet")
    new = {path.replace("/lan/", "/lanet/"): content for path, content in SECOND.items()}
    released.commit(new)
    assert see() == []  # nothing says that it is the same roadmap
    moved = LAN.replace("/lan/", "/lanet/")
    released.commit({moved: lan('"1.1"', year=2024, previously="[lan]")})
    assert see() == [("unexplained-slip", TEAM.replace("/lan/", "/lanet/"), 3, 6)]


def test_below_the_top_of_the_repository(start_history, monkeypatch, see):
    """Roadmaps in a folder of a larger repository have their releases there too."""
    history = start_history()
    history.commit({f"planer/{path}": content for path, content in FIRST.items()})
    history.tag("lan/1.0")
    history.write({f"planer/{path}": content for path, content in SECOND.items()})
    monkeypatch.chdir(history.root / "planer")
    assert see() == [SLIP]


def test_branch_from_before_the_release(see, released):
    """A branch that lacks the tag's commit has not changed the release; merged it has."""
    released.git("checkout", "--quiet", "-b", "sida", "HEAD")
    released.commit({TEAM: team("2026")})
    released.git("checkout", "--quiet", "main")
    released.commit({LAN: lan('"1.1"')})
    released.tag("lan/1.1")
    released.git("checkout", "--quiet", "sida")
    released.write({LAN: lan('"1.1"')})
    assert see() == [SLIP]  # against 1.0, but no changed 1.1
    released.commit({})
    released.merge("main")
    assert see() == [SLIP, CHANGED]


LINKED = {
    KOMMUN: roadmap(2024, '"1.0"', profile="direction"),
    LINK: 'title: Hem\nimplements:\n  - {goal: lan/hemgang, reviewed: "1.0"}\n',
}
SUSPECT = ("suspect-link", LINK, 3, 35)


def test_link_to_what_was_never_released(see, start_history, monkeypatch):
    """Without tags a reviewed version is the last state along the first parents that says it."""
    history = start_history()
    history.commit({**FIRST, **LINKED})
    history.commit({GOAL: "title: Trygg hemgång för alla\n"})
    monkeypatch.chdir(history.root)
    assert see() == []  # still the version that was reviewed
    history.commit({LAN: lan('"1.1"')})
    assert see() == []  # nothing has changed since the last state of 1.0
    history.commit({GOAL: "title: Trygg hemgång inom tre dagar\n"})
    assert see() == [SUSPECT]
    history.git("checkout", "--quiet", "-b", "sida", "HEAD~2")
    history.commit({GOAL: "title: Trygg hemgång inom tre dagar\n"})
    history.git("checkout", "--quiet", "main")
    history.merge("sida")
    assert see() == [SUSPECT]  # what a side branch said meanwhile is no version
    history.tag("lan/1.0")
    assert see() == []  # a tag goes before the history


def test_shallow_clone(fardplan, released, monkeypatch):
    """A clone without history leaves the rules out, says so in one line and what to fetch."""
    released.commit(SECOND)
    shallow = clone(released, "--depth=1", "--no-tags")
    monkeypatch.chdir(shallow.root)
    result = fardplan("validate", *SELECT)
    assert (result.exit_code, result.stdout) == (0, "")
    said, summary = result.stderr.splitlines()
    # suspect-link and unstable-id found nothing to ask about
    assert "changed-release, unexplained-slip och vanished-activity" in said
    assert "fetch-depth: 0" in said
    assert summary == "Inget att rätta."
    assert fardplan("-q", "validate", *SELECT).stderr == ""
    assert "fetch-depth" not in fardplan("validate", "--select", "missing-key").stderr
    assert "fetch-depth" not in fardplan("validate", *[f"--ignore={x[9:]}" for x in SELECT]).stderr
    shallow.git("fetch", "--quiet", "--unshallow", "--tags")
    assert fardplan("validate", *SELECT).stderr.startswith("1 varning i 1 fil.")


def test_shallow_clone_that_has_what_is_needed(see, fardplan, released, monkeypatch):
    """Tags that were fetched are enough, without a word; a changed release needs the way there."""
    released.commit(SECOND)
    shallow = clone(released, "--depth=1", "--no-tags")
    shallow.git("fetch", "--quiet", "--depth=1", "origin", "tag", "lan/1.0")
    monkeypatch.chdir(shallow.root)
    assert see() == [SLIP]
    assert "fetch-depth" not in fardplan("validate", *SELECT).stderr
    shallow.write({LAN: lan()})
    assert see() == []
    assert "fetch-depth: 0" in fardplan("validate", *SELECT).stderr


def test_known_debts_of_rules_without_history(fardplan, released, monkeypatch):
    """A debt is not paid, and no exception idle, because a clone has no tags to compare with."""
    released.commit(SECOND)
    day = "--today=2023-06-01"
    assert fardplan("baseline", day).exit_code == 0
    baseline = (released.root / "fardplan-baseline.yaml").read_bytes()
    assert b"rule: unexplained-slip" in baseline
    why = "# fardplan: ignore[unexplained-slip] beslutat i nämnden\n"
    other = "title: Annat\ngoal: hemgang\n" + why + "end: 2025\n"
    released.commit({"roadmaps/lan/activities/annat.yaml": other})
    assert "unused-suppression" in fardplan("validate", day).stdout
    bare = clone(released, "--no-tags")
    monkeypatch.chdir(bare.root)
    result = fardplan("validate", "--all", day)
    assert (result.stdout, result.stderr) == ("", "Inget att rätta.\n")
    assert fardplan("baseline", "--update", day).exit_code == 0
    assert (bare.root / "fardplan-baseline.yaml").read_bytes() == baseline


def test_without_git(see, fardplan, write: Write, monkeypatch):
    """Outside of git, and without the program git, the rules are silent."""
    root = write({**SECOND, **LINKED, GOAL: FIRST[GOAL]})
    assert see() == []
    (root / ".git").mkdir()
    monkeypatch.setattr(process, "find_git", lambda: None)
    result = fardplan("validate", *SELECT)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "Inget att rätta.\n")


def test_tags_that_are_no_releases(see, released):
    """A tag of something else, of nothing, of what cannot be read: nobody stumbles over it."""
    released.write(SECOND)
    blob = released.git("hash-object", "-w", LAN)
    released.git("tag", "lan/0.1", blob)
    released.git("tag", "lan/0.2", "HEAD^{tree}")
    released.git("tag", "lan/vinter")
    released.git("tag", "-a", "-m", "En tagg av en tagg", "lan/1.0.1", "lan/1.0")
    released.commit({LAN: "- lista\n"})
    released.tag("lan/1.0.2")
    released.commit({LAN: "title: [\n"})
    released.tag("lan/1.0.3")
    released.commit({LAN: None, TEAM: None})
    released.tag("lan/1.0.4")
    released.commit(SECOND)
    assert see() == []  # 1.0.3 is the last release, and nothing can be said of it
    for version in ("1.0.2", "1.0.3"):
        released.git("tag", "-d", f"lan/{version}")
    assert see() == [SLIP]
    reference = released.root / ".git/refs/tags/lan/1.0.5"
    reference.write_text("1" * 40 + "\n", "ascii")
    assert see() == []  # git itself refuses to list the tags
    reference.unlink()
    lost = released.git("rev-parse", "lan/1.0^{tree}")
    (released.root / ".git/objects" / lost[:2] / lost[2:]).unlink()
    assert see() == []


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the list to which each start of git adds its command."""
    commands: list[str] = []
    run, popen = subprocess.run, subprocess.Popen

    def note(line: list[str]) -> None:
        words = [word for word in line[1:] if not word.startswith("-") and "=" not in word]
        commands.append(words[0])

    def note_run(line, **options):
        note(line)
        with monkeypatch.context() as patch:  # run starts a process in its turn
            patch.setattr(subprocess, "Popen", popen)
            return run(line, **options)

    def note_popen(line, **options):
        note(line)
        return popen(line, **options)

    monkeypatch.setattr(subprocess, "run", note_run)
    monkeypatch.setattr(subprocess, "Popen", note_popen)
    return commands


def test_what_it_takes(see, released, started):
    """One question where nothing is released; the tags are listed once for all roadmaps."""
    for name in ("b", "c"):
        released.write({f"roadmaps/{name}/roadmap.yaml": lan()})
    released.write({LAN: lan(), **LINKED})
    started.clear()
    assert see() == []
    assert started == ["rev-parse", "for-each-ref", "cat-file", "ls-tree"]
    released.git("tag", "-d", "lan/1.0")
    started.clear()
    assert see() == []
    assert started == ["rev-parse"]
