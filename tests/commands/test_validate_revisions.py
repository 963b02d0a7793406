"""`fardplan validate --rev`: a branch, a tag or a commit, read out of git."""

from __future__ import annotations

import json

import pytest

from fardplan.source import _git_process as process
from tests.commands.conftest import GOOD
from tests.source.history import History

GOAL = "roadmaps/lan/goals/a.yaml"
WRONG = "title: Målet A\nansvarig: regionen\n"
FOUND = [("unknown-key", GOAL, 2, 1)]
OPTIONS = ["--staged", "--rev=HEAD", "--changed-since=HEAD"]


def test_ways_to_name_a_revision(check, kept):
    """A branch, a tag, a commit and its ancestors are read as they were."""
    first = kept.commit({GOAL: WRONG})
    kept.tag("lan/1.0")
    kept.tag("2023", annotated=False)
    kept.git("branch", "sida")
    kept.commit({GOAL: GOOD[GOAL]})
    for name in ("lan/1.0", "2023", "sida", "refs/heads/sida", first, first[:8], "HEAD~1", "@^"):
        assert check("--rev", name) == (1, FOUND), name
    assert check("--rev", "main") == check() == (0, [])


def test_settings_and_baseline_are_those_of_the_revision(fardplan, check, kept):
    """Severities and known debts count as they stood in the revision."""
    kept.commit({GOAL: WRONG, "fardplan.toml": '[severity]\nunknown-key = "off"\n'})
    kept.commit({"fardplan.toml": ""})
    assert (check("--rev", "HEAD~1"), check("--rev", "HEAD")) == ((0, []), (1, FOUND))
    reference = {GOAL: "title: A\n", "roadmaps/lan/roadmap.yaml": (
        "format: 1\ntitle: F\nyear: 2023\nprofile: action\nstatus: adopted\n"
    )}  # fmt: skip
    kept.write(reference)
    assert fardplan("baseline").exit_code == 0
    kept.commit({})
    kept.write({"fardplan-baseline.yaml": None})
    assert (check("--rev", "HEAD"), check()[0]) == ((0, []), 1)
    shown = json.loads(fardplan("validate", "--rev", "HEAD", "--all", "-f", "json").stdout)
    assert {one["baselined"] for one in shown["findings"]} == {True}


def test_the_lines_of_the_revision_are_shown(fardplan, kept):
    """Text output quotes the revision, though the file is gone by now; the summary names it."""
    kept.commit({GOAL: "# rad\n" + WRONG})
    kept.commit({GOAL: None})
    result = fardplan("validate", "--rev", "HEAD~1")
    assert "  3 │ ansvarig: regionen\n    │ ^^^^^^^^\n" in result.stdout
    assert result.stderr == (
        "I revisionen HEAD~1: 1 fel i 1 fil. Rätta felen innan du lämnar in ändringen.\n"
    )
    english = fardplan("--lang", "en", "validate", "--rev", "HEAD").stderr
    assert english == "Nothing to mend in the revision HEAD.\n"
    commit = kept.git("rev-parse", "HEAD")
    said = fardplan("validate", "--rev", commit).stderr
    assert said == f"Inget att rätta i revisionen {commit[:10]}.\n"


def test_paid_debts_of_the_past_are_not_told(fardplan, kept):
    """`fardplan baseline --update` is of no use for a revision, and is not proposed."""
    debt = "{rule: missing-projektplan, entity: activity lan/x, path: '', severity: error}"
    kept.commit({"fardplan-baseline.yaml": f"format: 1\nknown:\n  - {debt}\n"})
    assert "är åtgärdad" in fardplan("validate").stderr
    assert "är åtgärdad" in fardplan("validate", "--staged").stderr
    assert "är åtgärdad" not in fardplan("validate", "--rev", "HEAD").stderr


@pytest.mark.parametrize("option", ["--rev", "--changed-since"])
@pytest.mark.parametrize(
    "name", ["finns-inte", "--output=x", "HEAD..HEAD", "HEAD:roadmaps", "2019", "0" * 40, "å" * 300]
)
def test_unknown_revisions(fardplan, kept, option, name):
    """A name that no commit has is told in one line, with how to see those there are."""
    result = fardplan("validate", f"{option}={name}")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (3, "", 1)
    assert result.stderr.startswith("fardplan: Det finns ingen gren, tagg eller incheckning som")
    assert result.stderr.endswith("git branch --all, git tag, git log --oneline\n")
    english = fardplan("--lang", "en", "validate", f"{option}={name}").stderr
    assert english.startswith("fardplan: There is no branch, tag or commit called “")
    assert sorted(path.name for path in kept.root.iterdir()) == [".git", "roadmaps"]


def test_a_year_is_no_beginning_of_a_commit(check, kept):
    """Digits that happen to begin a commit's id name no revision: they look like a year."""
    for number in range(3000):
        commit = kept.commit({}, f"Nr {number}") if number else kept.git("rev-parse", "HEAD")
        if commit[:4].isdigit():
            break
    assert kept.git("rev-parse", commit[:4]) == commit
    with pytest.raises(json.JSONDecodeError):
        check("--rev", commit[:4])
    assert check("--rev", commit[:12]) == (0, [])


def clone(history: History, *options: str) -> History:
    """Return a clone that a CI system might make, beside the repository."""
    target = history.root.parent / "klon"
    history.git("clone", "--quiet", *options, f"file://{history.root}", str(target))
    return History(target)


@pytest.mark.parametrize("option", ["--rev", "--changed-since"])
def test_a_branch_that_only_the_origin_has(fardplan, kept, monkeypatch, option):
    """In a clone without branches of its own the name to write is proposed."""
    kept.git("branch", "sida")
    monkeypatch.chdir(clone(kept).root)
    result = fardplan("validate", option, "sida")
    assert result.exit_code == 3
    assert result.stderr == (
        "fardplan: Det finns ingen gren, tagg eller incheckning som heter ”sida”. "
        "Menade du origin/sida?\n"
    )
    assert fardplan("validate", option, "origin/sida").exit_code == 0


@pytest.mark.parametrize("option", ["--rev", "--changed-since"])
def test_a_shallow_clone(fardplan, kept, monkeypatch, option):
    """What a shallow clone lacks is told with how to fetch it."""
    kept.commit({GOAL: WRONG})
    monkeypatch.chdir(clone(kept, "--depth=1").root)
    result = fardplan("validate", option, "HEAD~1")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (3, "", 1)
    assert "fetch-depth: 0 (GitHub)" in result.stderr
    assert "GIT_DEPTH: 0 (GitLab)" in result.stderr
    assert fardplan("validate", "--rev", "HEAD").exit_code == 1


def test_a_revision_without_roadmaps(fardplan, start_history, monkeypatch):
    """A revision that has no roadmaps is not taken for one in which all is well."""
    history = start_history()
    history.commit({"README.md": "Hej\n"})
    history.commit(GOOD)
    monkeypatch.chdir(history.root)
    result = fardplan("validate", "--rev", "HEAD~1")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (3, "", 1)
    assert result.stderr.startswith("fardplan: I revisionen HEAD~1 finns inga färdplaner")


def test_a_bare_repository(check, kept, monkeypatch):
    """A revision needs no files on the disk, as on a server."""
    kept.commit({GOAL: WRONG})
    monkeypatch.chdir(clone(kept, "--bare").root)
    assert check("--rev", "main") == (1, FOUND)
    assert check("--rev", "main", "--changed-since", "main~1", GOAL) == (1, FOUND)


@pytest.mark.parametrize("option", OPTIONS)
def test_outside_a_repository(fardplan, write, option):
    """Outside git there is nothing to choose from, which one line says."""
    root = write()
    result = fardplan("validate", option)
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == (
        f"fardplan: Mappen {root} ligger inte i git, så det finns bara filerna som de är nu. "
        "Kontrollera dem: fardplan validate\n"
    )
    english = fardplan("--lang", "en", "validate", option).stderr
    assert english.startswith(f"fardplan: The folder {root} is not in git, so there are only the")
    assert fardplan("validate").exit_code == 0


@pytest.mark.parametrize("option", OPTIONS)
def test_without_the_program_git(fardplan, kept, monkeypatch, option):
    """Without git the files as they are can be checked, and nothing else."""
    monkeypatch.setenv("PATH", "")
    process.find_git.cache_clear()
    try:
        result, plain = fardplan("validate", option), fardplan("validate")
    finally:
        process.find_git.cache_clear()
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (3, "", 1)
    assert "Installera det från git-scm.com" in result.stderr
    assert (plain.exit_code, plain.stderr) == (0, "Inget att rätta.\n")


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("sv", "Välj antingen --staged eller --rev, inte båda."),
        ("en", "Choose either --staged or --rev, not both."),
    ],
)
def test_the_index_and_a_revision(fardplan, kept, lang, said):
    """Only one state can be judged: both is wrong usage, told in the language asked for."""
    result = fardplan("--lang", lang, "validate", "--staged", "--rev", "HEAD")
    assert (result.exit_code, result.stdout, said in result.stderr) == (2, "", True)
    variable = {"FARDPLAN_VALIDATE_REV": "HEAD"}
    assert fardplan("validate", "--staged", env=variable).exit_code == 2


@pytest.mark.parametrize("option", ["--rev", "--changed-since"])
def test_no_name(fardplan, kept, option):
    """An empty name, as from an unset variable, is wrong usage and not everything."""
    result = fardplan("validate", option, "")
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"Flaggan {option} behöver ett värde: {option} REVISION" in result.stderr
    english = fardplan("--lang", "en", "validate", option, " ").stderr
    assert f"The option {option} needs a value: {option} REV" in english


@pytest.mark.parametrize("args", [[], ["--staged"], ["--rev", "HEAD"]])
def test_rules_about_history_in_a_shallow_clone(fardplan, kept, monkeypatch, args):
    """The rules that would need more history are left out, with one line that says which."""
    versioned = "format: 1\ntitle: F\nyear: 2024\nversion: '2.0'\nprofile: direction\n"
    kept.commit({"roadmaps/lan/roadmap.yaml": versioned})
    assert fardplan("validate", *args).stderr.startswith("Inget att rätta")
    monkeypatch.chdir(clone(kept, "--depth=1").root)
    result = fardplan("validate", *args)
    first, last = result.stderr.splitlines()
    assert (result.exit_code, last.split(" i ")[0].rstrip(".")) == (0, "Inget att rätta")
    assert first.startswith("Bara en del av historiken är hämtad, så regler som jämför med äldre")
    assert "vanished-activity" in first
    assert first.endswith("fetch-depth: 0 (GitHub) eller GIT_DEPTH: 0 (GitLab).")
    assert len(fardplan("--lang", "en", "validate", *args).stderr.splitlines()) == 2
    assert fardplan("-q", "validate", *args).stderr == ""
