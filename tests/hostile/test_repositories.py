"""A repository from elsewhere, with its `.git` folder: reading it runs nothing that it brings."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from fardplan.errors import CannotRun
from fardplan.server.preview import Preview
from tests.site.conftest import publish
from tests.source.history import History, StartHistory, roadmap
from tests.source.history import start_history as start_history  # noqa: PLC0414 - a fixture
from tests.source.reading import opened

PROGRAMS = (
    *("core.fsmonitor", "core.sshCommand", "core.gitProxy", "core.askPass", "core.editor"),
    *("core.pager", "core.alternateRefsCommand", "credential.helper", "diff.external"),
    *("diff.ond.command", "diff.ond.textconv", "merge.ond.driver", "filter.ond.clean"),
    *("filter.ond.smudge", "filter.ond.process", "gpg.program", "gpg.ssh.program"),
    *("interactive.diffFilter", "pager.log", "pager.status", "pager.diff", "sequence.editor"),
    *("uploadpack.packObjectsHook", "remote.origin.uploadpack", "remote.origin.receivepack"),
    *("trailer.ond.command", "trailer.ond.cmd", "log.showSignature", "web.browser"),
)
"""What git's settings can make it run (and what makes it check signatures)."""
HOOKS = (
    *("applypatch-msg", "fsmonitor-watchman", "post-checkout", "post-commit", "post-index-change"),
    *("post-merge", "post-rewrite", "pre-auto-gc", "pre-commit", "pre-push", "pre-receive"),
    *("reference-transaction", "update", "prepare-commit-msg", "commit-msg", "sendemail-validate"),
)
FILES = {
    "fardplan.toml": 'language = "sv"\n',
    ".gitattributes": "* diff=ond filter=ond merge=ond\n*.yaml -text\n",
    "roadmaps/lan/roadmap.yaml": roadmap(2023, '"1.0"', profile="direction", status="adopted"),
    "roadmaps/lan/goals/a.yaml": "title: Målet A\n",
}
READING = (
    ("validate",), ("validate", "--staged"), ("validate", "--changed-since", "HEAD~1"),
    ("validate", "--rev", "HEAD~1"), ("list",), ("diff", "lan", "1.0"), ("diff", "lan", "HEAD~1", "HEAD"),
    ("impact", "lan", "HEAD~1"), ("review", "lan", "--all", "--dry-run", "--no-input"),
    ("release", "lan", "--dry-run", "--no-input"), ("revise", "lan", "2024", "--dry-run", "--no-input"),
    ("adopt", "lan", "--dry-run", "--no-input"), ("rename", "lan/goal/a", "b", "--dry-run"),
    ("render", "lan"), ("render", "lan", "-f", "markdown", "--since", "1.0"),
    ("render", "lan", "-f", "archive", "-o", "../arkiv.zip"), ("fmt", "--check"), ("fmt", "--diff"),
    ("git-textconv", "roadmaps/lan/goals/a.yaml"), ("git-setup", "--help"), ("schema", "roadmap"),
    ("site", "-o", "../webb"), ("rules",),
)  # fmt: skip
"""Every command that only reads, or writes elsewhere."""


@pytest.fixture
def trap(tmp_path: Path) -> Path:
    """Return a program that leaves a mark each time it is run."""
    trap = tmp_path / "fälla.sh"
    mark = tmp_path / "utlöst"
    trap.write_text(f"#!/bin/sh\necho \"$0 $*\" >> '{mark}'\ncat 2>/dev/null\nexit 0\n", "utf-8")
    trap.chmod(0o755)
    return trap


@pytest.fixture
def mark(tmp_path: Path) -> Path:
    """Return the mark that a trap leaves."""
    return tmp_path / "utlöst"


@pytest.fixture
def hostile(start_history: StartHistory, trap: Path) -> History:
    """Return a repository in which everything that git could run is the trap."""
    history = start_history()
    history.commit(FILES)
    history.tag("lan/1.0")
    history.commit({"roadmaps/lan/goals/a.yaml": "title: Målet B\n"})
    _add_submodule(history, trap)
    history.commit({"roadmaps/lan/goals/b.yaml": "title: Mål C\n"})
    _sign(history)
    _spoil(history.root / ".git", trap, history)
    history.write({"roadmaps/lan/goals/c.yaml": "title: Nytt\n"})
    (history.root / "roadmaps/lan/goals/b.yaml").touch()  # so that git looks into it again
    return history


def _spoil(git_dir: Path, trap: Path, history: History) -> None:
    """Let all that git can be told to run be the trap, half of it by an included file."""
    more = git_dir / "more"
    for number, name in enumerate(PROGRAMS):
        where = ("--file", str(more if number % 2 else git_dir / "config"))
        history.git("config", *where, name, "true" if name.startswith("log.") else str(trap))
    history.git("config", "--file", str(git_dir / "config"), "include.path", str(more))
    history.git("config", "--file", str(git_dir / "config"), "alias.rev-parse", f"!{trap}")
    history.git("config", "--file", str(git_dir / "config"), "alias.status", f"!{trap}")
    history.git("config", "--file", str(git_dir / "config"), "protocol.allow", "always")
    history.git(
        "config", "--file", str(git_dir / "config"), "core.hooksPath", str(git_dir / "hooks")
    )
    (git_dir / "info").mkdir(exist_ok=True)
    (git_dir / "info" / "attributes").write_text("* filter=ond diff=ond merge=ond\n")
    for hook in HOOKS:
        (git_dir / "hooks").mkdir(exist_ok=True)
        (git_dir / "hooks" / hook).unlink(missing_ok=True)
        (git_dir / "hooks" / hook).symlink_to(trap)


def _add_submodule(history: History, trap: Path) -> None:
    """Put another repository below the roadmaps, with traps of its own."""
    inner = History(history.root / "roadmaps" / "inner")
    inner.root.mkdir()
    inner.git("init", "--quiet")
    inner.commit({"x.yaml": "title: X\n"})
    _spoil(inner.root / ".git", trap, inner)
    told = f'[submodule "inner"]\n\tpath = roadmaps/inner\n\turl = ./inner\n\tupdate = !{trap}\n'
    history.write({".gitmodules": told})


def _sign(history: History) -> None:
    """Give the last commit a signature, which a program would be asked about."""
    head, _, message = history.git("cat-file", "commit", "HEAD").partition("\n\n")
    note = "-----BEGIN PGP SIGNATURE-----\n \n -----END PGP SIGNATURE-----"
    signed = history.root / ".git" / "signed"
    signed.write_text(f"{head}\ngpgsig {note}\n\n{message}\n", "utf-8")
    commit = history.git("hash-object", "-t", "commit", "-w", str(signed))
    history.git("update-ref", "HEAD", commit)


def test_the_traps_work(hostile, mark):
    """Plain git, as anyone would run it there, is caught: by a monitor, a filter and a signature."""
    for asked in (("status",), ("log", "-1"), ("add", "roadmaps")):
        mark.unlink(missing_ok=True)
        os.system(f"cd '{hostile.root}' && git {' '.join(asked)} </dev/null >/dev/null 2>&1")  # noqa: S605
        assert mark.exists(), asked


def test_no_command_runs_what_a_repository_brings(hostile, mark, fardplan, monkeypatch):
    """Settings, hooks, attributes, included files and submodules are data to every command."""
    monkeypatch.chdir(hostile.root)
    for asked in READING:
        result = fardplan(*asked)
        assert result.exit_code in (0, 1, 2, 3), (asked, result.stderr)
        assert not mark.exists(), (asked, mark.read_text("utf-8"))


def test_neither_does_the_preview(hostile, mark):
    """What `fardplan serve` looks at, and the site with its history, run nothing either."""
    assert Preview(hostile.root).sight("lan").document
    assert publish(hostile.root, hostile.root.parent / "ut").pages
    assert not mark.exists()


def test_a_folder_that_poses_as_a_repository(start_history, trap, mark, fardplan, monkeypatch):
    """A bare repository that came as ordinary files of a clone runs nothing."""
    history = start_history()
    inner = History(history.root / "roadmaps.git")
    inner.root.mkdir()
    inner.git("init", "--quiet", "--bare")
    _spoil(inner.root, trap, inner)
    for path, text in FILES.items():
        (inner.root / path).parent.mkdir(parents=True, exist_ok=True)
        (inner.root / path).write_text(text, "utf-8")
    monkeypatch.chdir(inner.root)
    for asked in (("validate",), ("list",), ("diff", "lan", "1.0"), ("site", "-o", "../../ut"),
                  ("release", "lan", "--dry-run", "--no-input")):  # fmt: skip
        fardplan(*asked)
        assert not mark.exists(), asked


@pytest.mark.parametrize(
    ("key", "value"),
    [("remote.origin.uploadpack", None), ("core.sshCommand", None), ("protocol.ext.allow", "always"),
     ("credential.helper", None)],
)  # fmt: skip
def test_what_a_partial_clone_lacks(start_history, tmp_path, trap, mark, key, value):
    """Contents are not fetched by a program that the clone's own settings name."""
    history = start_history()
    path = "roadmaps/lan/goals/a.yaml"
    history.commit({path: "title: A\n"})
    history.commit({path: "title: B\n"})
    history.git("config", "uploadpack.allowFilter", "true")
    history.git("config", "uploadpack.allowAnySHA1InWant", "true")
    clone = tmp_path / "delvis"
    history.git("clone", "--quiet", "--filter=blob:none", history.root.as_uri(), str(clone))
    history.git("-C", str(clone), "config", key, value or str(trap))
    if key == "protocol.ext.allow":
        history.git("-C", str(clone), "remote", "set-url", "origin", f"ext::{trap}")
    with opened(clone) as repository, pytest.raises(CannotRun) as refusal:
        list(repository.read_files([("HEAD~1", path)]))
    assert refusal.value.say("sv") == (
        f"Klonen i {clone} har inte hämtat allt innehåll, och dess egna inställningar säger vilka "
        f"program som ska köras för att hämta det ({key.lower()}). De körs inte. "
        "Klona på nytt utan --filter."
    )
    assert not mark.exists()


def test_a_clone_without_trees_fetches_what_it_lacks(start_history, tmp_path):
    """Where no setting of its own is in the way, a clone with hardly anything in it can be read."""
    history = start_history()
    path = "roadmaps/lan/goals/a.yaml"
    history.commit({path: "title: A\n"})
    history.commit({path: "title: B\n"})
    history.git("config", "uploadpack.allowFilter", "true")
    history.git("config", "uploadpack.allowAnySHA1InWant", "true")
    clone = tmp_path / "delvis"
    history.git("clone", "--quiet", "--filter=tree:0", history.root.as_uri(), str(clone))
    with opened(clone) as repository:
        tree = repository.tree(repository.find_commit("HEAD~1") or "", "förr")
        assert tree.read(path) == b"title: A\n"


@pytest.mark.parametrize(
    "revision",
    ["--output=utanför", "-o", "--upload-pack=x", "-", "--", "--exec=x", "HEAD --output=x", "@{-1}",
     ":!x", "HEAD:roadmaps", "^HEAD", "HEAD..HEAD", "--all", "-c core.pager=x", "\udcff", "a\nb", ""],
)  # fmt: skip
def test_a_revision_is_no_option(hostile, mark, fardplan, monkeypatch, revision):
    """Whatever is given as a revision is looked up and not found: nothing is written or run."""
    monkeypatch.chdir(hostile.root)
    before = sorted(hostile.root.parent.rglob("*"))
    for asked in (("validate", f"--rev={revision}"), ("validate", f"--changed-since={revision}"),
                  ("diff", "lan", "--", revision), ("impact", "lan", "--", revision),
                  ("render", "lan", f"--since={revision}")):  # fmt: skip
        result = fardplan("--lang=sv", *asked)
        assert result.exit_code in (2, 3), (asked, result.stdout)
        assert len(result.stderr.splitlines()) <= 4
    assert sorted(hostile.root.parent.rglob("*")) == before
    assert not mark.exists()
