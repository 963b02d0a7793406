"""`fardplan validate --staged`: the index that git names, and nothing of the working tree."""

from __future__ import annotations

import json
import sys

import pytest

from tests.commands.conftest import GOOD, ROADMAP
from tests.source.history import History

GOAL = "roadmaps/lan/goals/a.yaml"
OTHER = "roadmaps/lan/goals/b.yaml"
RIGHT = "title: Målet A\n"
WRONG = "title: Målet A\nansvarig: regionen\n"
FOUND = [("unknown-key", GOAL, 2, 1)]
UNREFERENCED = [("unresolved-reference", GOAL, 2, 7)]


def test_only_what_is_added_counts(check, kept):
    """What git add has not taken is not judged, whichever of the two is wrong."""
    kept.write({GOAL: WRONG})
    assert (check("--staged"), check()) == ((0, []), (1, FOUND))
    kept.git("add", GOAL)
    kept.write({GOAL: RIGHT})
    assert (check("--staged"), check()) == ((1, FOUND), (0, []))


def test_a_file_that_is_added_in_part(fardplan, kept):
    """The lines that are shown are those of the index, where the working tree has others."""
    kept.write({GOAL: "# ny rad\n" + WRONG})
    kept.git("add", GOAL)
    kept.write({GOAL: "title: Ett helt annat mål\ntext: Hej\norder: 1\n"})
    result = fardplan("validate", "--staged")
    assert (result.exit_code, result.stdout, result.stderr) == (
        1,
        (
            "roadmaps/lan/goals/a.yaml:3:1  (goal lan/a › ansvarig)\n"
            "  Fel: Här kan inte ”ansvarig” stå. [unknown-key]\n"
            "  3 │ ansvarig: regionen\n"
            "    │ ^^^^^^^^\n"
            "  Gör så här: Skriv `responsible` (ansvarig).\n"
            "\n"
        ),
        "I det som ska checkas in: 1 fel i 1 fil. Rätta felen innan du lämnar in ändringen.\n",
    )


def test_nothing_wrong(fardplan, kept):
    """The summary says that it is the index that was read, in both languages."""
    assert fardplan("validate", "--staged").stderr == "Inget att rätta i det som ska checkas in.\n"
    english = fardplan("--lang", "en", "validate", "--staged").stderr
    assert english == "Nothing to mend in what is about to be committed.\n"


def test_announced_files_are_absent(check, kept):
    """A file of `git add --intent-to-add` is not there yet, also for those that refer to it."""
    kept.write({GOAL: "title: A\narea: b\n", "roadmaps/lan/areas/b.yaml": "title: B\nx: y\n"})
    kept.git("add", GOAL)
    kept.git("add", "--intent-to-add", "roadmaps/lan/areas/b.yaml")
    assert check("--staged") == (1, UNREFERENCED)
    kept.git("add", "--all")
    assert check("--staged") == (1, [("unknown-key", "roadmaps/lan/areas/b.yaml", 2, 1)])


def test_files_deleted_in_the_index_are_absent(check, kept):
    """`git rm --cached` takes a file away though it lies on the disk, and the other way round."""
    kept.commit({GOAL: "title: A\narea: b\n", "roadmaps/lan/areas/b.yaml": "title: B\n"})
    kept.write({"roadmaps/lan/areas/b.yaml": None})
    assert (check("--staged"), check()) == ((0, []), (1, UNREFERENCED))
    kept.git("checkout", "--", ".")
    kept.git("rm", "--quiet", "--cached", "roadmaps/lan/areas/b.yaml")
    assert (check("--staged"), check()) == ((1, UNREFERENCED), (0, []))


def test_settings_and_baseline_are_those_of_the_index(fardplan, check, kept):
    """Severities and known debts count as they are about to be committed."""
    off = '[severity]\nunknown-key = "off"\n'
    kept.write({GOAL: WRONG, "fardplan.toml": off})
    kept.git("add", GOAL)
    assert (check("--staged"), check()) == ((1, FOUND), (0, []))
    kept.git("add", "fardplan.toml")
    kept.write({"fardplan.toml": ""})
    assert (check("--staged"), check()) == ((0, []), (1, FOUND))
    adopted = ROADMAP.replace("direction", "action") + "status: adopted\n"
    kept.commit({GOAL: RIGHT, "roadmaps/lan/roadmap.yaml": adopted})
    assert fardplan("baseline").exit_code == 0
    assert (check("--staged")[0], check()) == (1, (0, []))
    kept.git("add", "fardplan-baseline.yaml")
    kept.write({"fardplan-baseline.yaml": None})
    assert (check("--staged"), check()[0]) == ((0, []), 1)


def test_settings_that_are_no_toml_in_the_index(fardplan, kept):
    """Settings that cannot be read stop everything only where they are the ones that count."""
    kept.write({"fardplan.toml": "[site\n"})
    assert fardplan("validate", "--staged").exit_code == 0
    kept.git("add", "--all")
    kept.write({"fardplan.toml": ""})
    result = fardplan("validate", "--staged")
    assert (result.exit_code, result.stdout, "rad 1" in result.stderr) == (3, "", True)


def test_paths_narrow(check, fardplan, kept):
    """Paths are looked up in the index: what is not added is none of its files."""
    kept.write({GOAL: WRONG, OTHER: WRONG})
    kept.git("add", "--all")
    assert check("--staged", GOAL) == (1, FOUND)
    kept.git("rm", "--quiet", "--cached", OTHER)
    result = fardplan("validate", "--staged", OTHER)
    assert (result.exit_code, result.stderr.count("\n")) == (3, 1)
    assert f"”{OTHER}” är ingen av färdplanernas filer." in result.stderr


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("sv", "Git håller på med en sammanslagning som inte är klar"),
        ("en", "Git is in the middle of a merge"),
    ],
)
def test_a_merge_that_is_not_finished(fardplan, kept, lang, said):
    """While a file has two versions nothing is judged, and one line says what to do."""
    base = kept.git("rev-parse", "HEAD")
    one = kept.commit({GOAL: "title: Ett\n"})
    kept.git("checkout", "--quiet", "-b", "sida", base)
    two = kept.commit({GOAL: "title: Två\n"})
    kept.git("checkout", "--quiet", one)
    kept.git("read-tree", "-m", base, one, two)
    result = fardplan("--lang", lang, "validate", "--staged")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (3, "", 1)
    assert result.stderr.startswith(f"fardplan: {said}")
    assert GOAL in result.stderr
    assert fardplan("validate").exit_code == 0


def test_before_the_first_commit(check, start_history, monkeypatch):
    """What the first commit is about to hold can be checked."""
    history = start_history()
    monkeypatch.chdir(history.root)
    history.write({**GOOD, GOAL: WRONG})
    assert check("--staged") == (0, [])
    history.git("add", "--all")
    assert check("--staged") == (1, FOUND)


def test_nothing_is_added_yet(fardplan, start_history, monkeypatch):
    """An index without roadmaps stops no commit; a folder without roadmaps is the wrong one."""
    history = start_history()
    monkeypatch.chdir(history.root)
    history.write({"README.md": "Hej\n"})
    assert fardplan("validate", "--staged").exit_code == 3
    history.write(GOOD)
    history.git("add", "README.md")
    result = fardplan("validate", "--staged")
    assert (result.exit_code, result.stderr) == (
        0,
        "Det finns inga färdplaner i det som ska checkas in: det finns inget att kontrollera.\n",
    )


HOOK = """#!/bin/sh
exec "{python}" -m fardplan validate --staged -f json -o "{out}"
"""


def install_hook(history: History, git_dir: str = ".git") -> None:
    """Let git run fardplan before each commit, and keep what it said in `svar.json`."""
    hook = history.root / git_dir / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    out = history.root.parent / "svar.json"
    hook.write_text(HOOK.format(python=sys.executable, out=out), encoding="utf-8")
    hook.chmod(0o755)


def answer(history: History) -> list[tuple[str, str]]:
    """Return (rule, file) of what the hook found in the last commit."""
    text = (history.root.parent / "svar.json").read_text(encoding="utf-8")
    return [(one["rule"], one["file"]) for one in json.loads(text)["findings"]]


@pytest.mark.parametrize(
    ("commit", "found"),
    [
        ([], [("unresolved-reference", GOAL)]),
        (["-a"], [("unknown-key", OTHER), ("unresolved-reference", GOAL)]),
        (["--", OTHER, "fardplan.toml"], [("unknown-key", OTHER)]),
    ],
)
def test_in_a_hook(kept, commit, found):
    """A hook judges what this commit takes: the index, `-a`, or only the files that are named."""
    kept.commit({OTHER: RIGHT})
    kept.write({GOAL: "title: A\narea: finns-inte\n", OTHER: WRONG})
    kept.git("add", GOAL)
    settings = "[severity]\n" + "".join(f'{rule} = "info"\n' for rule, _ in found)
    kept.write({"fardplan.toml": settings})  # so that the commit is not refused
    install_hook(kept)
    kept.git("add", "fardplan.toml")
    kept.git("commit", "-m", "Ändra", *commit)
    assert sorted(answer(kept)) == sorted(found)


def test_a_hook_refuses_the_commit(kept):
    """An error in what is about to be committed stops the commit."""
    install_hook(kept)
    kept.write({GOAL: WRONG})
    kept.git("add", "--all")
    with pytest.raises(AssertionError):
        kept.git("commit", "-m", "Ändra")
    assert answer(kept) == [("unknown-key", GOAL)]


def test_an_index_that_is_named(check, kept, monkeypatch):
    """GIT_INDEX_FILE is honoured, relative to the top of the working tree."""
    kept.write({GOAL: WRONG})
    kept.git("add", "--all")
    (kept.root / ".git/index").rename(kept.root / ".git/annat")
    kept.git("read-tree", "HEAD")
    assert check("--staged") == (0, [])
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/annat")
    assert check("--staged") == (1, FOUND)
    monkeypatch.chdir(kept.root / "roadmaps" / "lan")
    assert check("--staged") == (1, FOUND)


@pytest.mark.parametrize("folder", ["inre", "två ord/[å]"])
def test_below_the_top_of_the_repository(check, start_history, monkeypatch, folder):
    """Roadmaps may lie in a folder of a larger repository, and be a submodule of another."""
    history = start_history()
    history.commit({f"{folder}/{path}": text for path, text in GOOD.items()})
    history.write({f"{folder}/{GOAL}": WRONG})
    monkeypatch.chdir(history.root / folder)
    assert check("--staged") == (0, [])
    history.git("add", "--all")
    assert check("--staged") == (1, FOUND)
    outer = start_history("yttre")
    outer.git("-c", "protocol.file.allow=always", "submodule", "add", str(history.root), "del")
    monkeypatch.chdir(outer.root / "del" / folder)
    assert check("--staged") == (0, [])
    inner = History(outer.root / "del")
    inner.write({f"{folder}/{GOAL}": WRONG})
    inner.git("add", "--all")
    assert check("--staged") == (1, FOUND)
    assert check("--changed-since", "HEAD") == (1, FOUND)


def test_a_link_in_the_index(check, fardplan, kept):
    """A link is not followed, and the message says where it is."""
    (kept.root / "roadmaps/lan/goals/b.yaml").symlink_to("a.yaml")
    kept.git("add", "--all")
    assert check("--staged") == (1, [("unreadable-file", OTHER, 1, 1)])
    said = "”roadmaps/lan/goals/b.yaml” i det som ska checkas in är en länk till något annat"
    assert said in fardplan("validate", "--staged").stdout
