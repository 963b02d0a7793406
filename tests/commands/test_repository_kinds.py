"""Versions in repositories of every kind: `diff`, `render --rev` and `validate --rev` agree."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from typer.testing import Result

from tests.source.history import History, StartHistory, roadmap

OLD, NEW = "roadmaps/gamla-lan/", "roadmaps/lan/"
GOAL = "goals/hemgang.yaml"
Fardplan = Callable[..., Result]
Kind = Callable[[History], Path]


def county(year: int, version: str, **more: str) -> str:
    """Return the county's roadmap.yaml."""
    day = {"judged_as_of": "2023-06-01"}
    return roadmap(year, f'"{version}"', profile="direction", language="sv", **day, **more)


FIRST = {
    f"{OLD}roadmap.yaml": county(2023, "1.0"),
    f"{OLD}{GOAL}": "title: Trygg hemgång 2023\nansvarig: länet\n",
}
SECOND = {
    **dict.fromkeys(FIRST),
    f"{NEW}roadmap.yaml": county(2024, "2.0", previously="[gamla-lan]"),
    f"{NEW}{GOAL}": "title: Trygg hemgång 2024\n",
}
CHANGES = {("reidentified", "lan"), ("metadata-changed", "lan"), ("renamed", "hemgang")}
FOUND = [("unknown-key", f"{OLD}{GOAL}", 2, 1)]


def build(history: History, folder: str = "") -> History:
    """Make 2023 with an annotated tag, 2024 under another name with a light one, and a dirty tree.

    After each the roadmap is changed once more, so that a tag is not just where a year ends.
    """

    def commit(files: Mapping[str, str | None]) -> None:
        history.commit({folder + path: text for path, text in files.items()})

    commit(FIRST)
    history.tag("gamla-lan/1.0")
    commit({f"{OLD}goals/kladd.yaml": "title: Kladd\n"})
    commit({**SECOND, f"{OLD}goals/kladd.yaml": None})
    history.tag("lan/2.0", annotated=False)
    assert history.git("cat-file", "-t", "gamla-lan/1.0") == "tag"
    assert history.git("cat-file", "-t", "lan/2.0") == "commit"
    return history


def soil(root: Path) -> None:
    """Change what is read and add to it, without telling git."""
    (root / NEW / GOAL).write_text("title: Smutsig\n", encoding="utf-8")
    (root / NEW / "goals/ny.yaml").write_text("title: Smutsig\n", encoding="utf-8")


def packed(history: History) -> Path:
    """Pack all objects and references."""
    history.git("gc", "--quiet", "--aggressive", "--prune=now")
    loose = history.git("count-objects", "-v").split("\n")
    assert "count: 0" in loose
    assert not (history.root / ".git/refs/tags/lan/2.0").exists()
    return history.root


def cloned(history: History, *options: str) -> History:
    """Clone a repository beside it."""
    target = history.root.parent / "klon"
    history.git("clone", "--quiet", *options, history.root.as_uri(), str(target))
    return History(target)


def bare(history: History) -> Path:
    """Make a bare clone."""
    clone = cloned(history, "--bare")
    assert clone.git("rev-parse", "--is-bare-repository") == "true"
    return clone.root


def shallow(history: History) -> Path:
    """Make a shallow clone, and fetch the tags into it, which is all that is needed."""
    clone = cloned(history, "--depth=1", "--no-tags")
    clone.git("fetch", "--quiet", "--depth=1", "origin", "refs/tags/*:refs/tags/*")
    assert clone.git("rev-parse", "--is-shallow-repository") == "true"
    return clone.root


def partial(history: History) -> Path:
    """Make a clone that fetches contents when they are asked for."""
    history.git("config", "uploadpack.allowFilter", "true")
    clone = cloned(history, "--filter=blob:none")
    assert clone.git("config", "remote.origin.partialclonefilter") == "blob:none"
    return clone.root


def worktree(history: History) -> Path:
    """Make a linked worktree, on a branch of its own."""
    target = history.root.parent / "gren å"
    history.git("worktree", "add", "--quiet", "-b", "sida", str(target), "HEAD")
    assert (target / ".git").read_text(encoding="utf-8").startswith("gitdir: ")
    linked = History(target)
    assert linked.git("rev-parse", "--git-dir") != linked.git("rev-parse", "--git-common-dir")
    return target


def submodule(history: History) -> Path:
    """Make it the submodule of another repository."""
    outer = History(history.root.parent / "yttre")
    outer.root.mkdir()
    form = history.git("rev-parse", "--show-object-format")
    outer.git("init", "--quiet", f"--object-format={form}")
    add = ("submodule", "add", "--quiet", history.root.as_uri(), "färd planer")
    outer.git("-c", "protocol.file.allow=always", *add)
    inner = History(outer.root / "färd planer")
    assert Path(inner.git("rev-parse", "--show-superproject-working-tree")) == outer.root
    return inner.root


def detached(history: History) -> Path:
    """Detach HEAD, and move the branch away."""
    history.git("checkout", "--quiet", "--detach")
    history.git("branch", "--force", "main", "HEAD~1")
    assert history.git("branch", "--show-current") == ""
    return history.root


def ordinary(history: History) -> Path:
    """Leave it as it is."""
    return history.root


KINDS = [ordinary, packed, bare, shallow, partial, worktree, submodule, detached]


def snapshot(root: Path) -> dict[str, tuple[int, bytes]]:
    """Return all files below a folder, with their times."""
    found = (path for path in sorted(root.rglob("*")) if path.is_file())
    return {str(path): (path.stat().st_mtime_ns, path.read_bytes()) for path in found}


def agree(fardplan: Fardplan, check: Callable[..., object]) -> None:
    """Check that each command finds both versions, under whatever name, and no unsaved text."""
    for old, new in (("2023", "2024"), ("gamla-lan/1.0", "2.0")):
        written = json.loads(fardplan("diff", "lan", old, new, "-f", "json").stdout)
        changes = {(one["kind"], one["entity"]["id"]) for one in written["changes"]}
        assert changes == CHANGES
        for name, year in ((old, 2023), (new, 2024)):
            made = fardplan("render", "lan", "--rev", name, "-f", "markdown")
            assert (made.exit_code, f"Trygg hemgång {year}" in made.stdout) == (0, True)
            assert "Smutsig" not in made.stdout
            assert "Kladd" not in made.stdout
    assert check("--rev", "gamla-lan/1.0") == (1, FOUND)
    assert check("--rev", "lan/2.0") == check("--rev", "HEAD") == (0, [])


@pytest.mark.parametrize("make", KINDS, ids=lambda make: make.__name__)
@pytest.mark.parametrize("form", ["sha1", "sha256"])
def test_kinds(
    fardplan: Fardplan,
    check: Callable[..., object],
    start_history: StartHistory,
    monkeypatch: pytest.MonkeyPatch,
    make: Kind,
    form: str,
) -> None:
    """In each kind of repository the versions are found, by tag, number and year; none is written.

    Only a partial clone grows, by what git itself fetches when it is asked.
    """
    history = build(start_history("arkiv", f"--object-format={form}"))
    root = make(history)
    assert len(History(root).git("rev-parse", "HEAD")) == (40 if form == "sha1" else 64)
    if make is not bare:
        soil(root)
    monkeypatch.chdir(root)
    before = snapshot(root.parent)
    agree(fardplan, check)
    if make is not partial:
        assert snapshot(root.parent) == before


def test_folder_below_the_top(fardplan, check, start_history, monkeypatch):
    """Roadmaps may lie in a folder with å, ä, ö, spaces and brackets in its name."""
    folder = "planer å ä ö/[nära] 'vård'/"
    history = build(start_history("mitt arkiv å"), folder)
    soil(history.root / folder)
    monkeypatch.chdir(history.root / folder)
    before = snapshot(history.root)
    agree(fardplan, check)
    assert snapshot(history.root) == before


def test_shallow_clone_without_the_version(fardplan, start_history, monkeypatch):
    """What was not fetched is one line that says how to fetch it, in each command."""
    clone = cloned(build(start_history()), "--depth=1", "--no-tags")
    assert clone.git("rev-parse", "--is-shallow-repository") == "true"
    monkeypatch.chdir(clone.root)
    for command in (
        ("diff", "lan", "2023"),
        ("render", "lan", "--rev", "2023"),
        ("validate", "--rev", "gamla-lan/1.0"),
    ):
        done = fardplan(*command)
        assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (3, "", 1)
        assert "git fetch --unshallow --tags" in done.stderr
    assert fardplan("render", "lan", "--rev", "2024").exit_code == 0


TRICKS = [
    "-",
    "--",
    "-h",
    "--all",
    "--help",
    "--output=fil",
    "-nonsense",
    "--upload-pack=touch fil",
    "HEAD..HEAD",
    "HEAD:roadmaps",
    ":/Version",
    "HEAD\n--output=fil",
    "$(touch fil)",
    ";touch fil",
    "{0}",
    "",
]


@pytest.mark.parametrize("name", TRICKS)
def test_revisions_are_data(fardplan, start_history, monkeypatch, name):
    """What begins with a hyphen or means something to git or a shell is an unknown revision."""
    history = build(start_history())
    monkeypatch.chdir(history.root)
    before = snapshot(history.root)
    codes = [2, 3] if not name.strip() else [3]  # validate takes an empty name for wrong usage
    for command in (
        ("diff", "lan", "--", name, "2024"),
        ("diff", "lan", "--", "2024", name),
        ("render", "lan", f"--rev={name}"),
        ("validate", f"--rev={name}"),
        ("validate", f"--changed-since={name}"),
    ):
        done = fardplan(*command)
        assert (done.exit_code in codes, done.stdout) == (True, "")
        assert "Traceback" not in done.stderr
        assert done.exit_code == 2 or done.stderr.count("\n") == 1
    assert snapshot(history.root) == before


def test_branches_and_tags_with_odd_names(fardplan, check, start_history, monkeypatch):
    """A branch called as an option, or with å, is a revision where it is named in full."""
    history = build(start_history())
    history.git("update-ref", "refs/heads/--output=fil", "gamla-lan/1.0^{commit}")
    history.git("update-ref", "refs/tags/-1.0", "gamla-lan/1.0^{commit}")
    history.git("branch", "förslag-å", "gamla-lan/1.0")
    monkeypatch.chdir(history.root)
    for name in ("--output=fil", "-1.0", "refs/heads/--output=fil", "förslag-å"):
        assert check(f"--rev={name}") == (1, FOUND), name
        made = fardplan("render", "lan", f"--rev={name}", "-f", "markdown")
        assert (made.exit_code, "Trygg hemgång 2023" in made.stdout) == (0, True), name
        done = fardplan("diff", "lan", "--exit-code", "--", name, "gamla-lan/1.0")
        assert done.exit_code == 0, name
    assert sorted(path.name for path in history.root.iterdir()) == [".git", "roadmaps"]
