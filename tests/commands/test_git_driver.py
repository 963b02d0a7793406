"""Git asks fardplan: what `git diff`, `git log -p` and others show, tried with git itself."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from fardplan.commands import git_diff
from fardplan.pipeline.git_driver import ATTRIBUTES
from tests.commands.conftest import GOOD

ACTIVITY = "roadmaps/lan/activities/traning.yaml"
NAME = "Aktiviteten ”Träning hemma”"
TEXT = """\
title: Träning hemma
goal: a
order: 1
status: ongoing
start: 2024-08
end: 2025
text: >-
  Den som vill får hjälp. Det sker
  i hemmet.
partners: [b, c]
"""


@pytest.fixture
def shown(kept, fardplan):
    """Return a repository in which git has been set up, with an activity."""
    fardplan("git-setup")
    kept.commit({".gitattributes": ATTRIBUTES + "\n", ACTIVITY: TEXT})
    return kept


def change(text: str, *pairs: tuple[str, str]) -> str:
    """Return a text with each old part, which stands there once, replaced."""
    for old, new in pairs:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text


LATER = change(TEXT, ("order: 1", "order: 4"), ("2024-08", "2024-11"), ("hemmet", "bostaden"))


def test_diff(shown):
    """`git diff` tells the change in sentences, then what no sentence tells."""
    shown.write({ACTIVITY: LATER})
    assert shown.git("diff").replace("\N{NO-BREAK SPACE}", " ").splitlines() == [
        ACTIVITY,
        "  Försvagade åtaganden",
        f"  • {NAME}: Start senareläggs: var augusti 2024, är nu november 2024 (3 månader). Ingen orsak anges.",
        "  Övriga ändringar",
        f"  • {NAME}: Text: Den som vill får hjälp. Det sker i [-hemmet-]{{+bostaden+}}.",
        "  - Ordning: 1",
        "  + Ordning: 4",
    ]
    shown.git("add", "--all")
    assert shown.git("diff") == ""
    assert shown.git("diff", "--cached").splitlines()[0] == ACTIVITY


def test_log(shown):
    """`git log -p` and `git show` compare what the file says, word for word and in order."""
    shown.commit({ACTIVITY: LATER})
    for command in (["log", "-p", "-1"], ["show"]):
        lines = shown.git(*command).splitlines()
        assert [line for line in lines if re.match(r"[-+]\w", line)] == [
            "-Ordning: 1",
            "+Ordning: 4",
            "-Start: augusti 2024",
            "+Start: november 2024",
            "-Text: Det sker i hemmet.",
            "+Text: Det sker i bostaden.",
        ]
    assert "Start senareläggs" in shown.git("log", "-p", "--ext-diff", "-1")
    assert "Start senareläggs" in shown.git("show", "--ext-diff")


def test_what_says_the_same(shown):
    """Another order of keys and of sets, other quotes and line breaks change nothing."""
    lines = TEXT.splitlines()
    same = [lines[1], '"title": "Träning hemma"', *lines[2:6], "text: Den som vill får hjälp. Det"]
    written = "\n".join([*same, "  sker i hemmet.", "partners: [c, b]"]) + "\n"
    shown.write({ACTIVITY: written})
    assert shown.git("diff").splitlines() == [
        ACTIVITY,
        "  Innehållet är detsamma: bara sättet att skriva det är ett annat.",
    ]
    shown.commit({})
    assert [line for line in shown.git("show").splitlines() if line.startswith("@@")] == []


def test_comment(shown):
    """A comment is content for those who write: a new one shows in both."""
    shown.write({ACTIVITY: change(TEXT, ("goal: a\n", "goal: a  # fråga nämnden\n"))})
    assert shown.git("diff").splitlines() == [ACTIVITY, "  + # fråga nämnden"]
    shown.commit({})
    assert shown.git("show").splitlines()[-1] == "+# fråga nämnden"


def test_new_and_removed(shown):
    """A new file and a removed one are told in a sentence and shown whole."""
    shown.write({ACTIVITY: None, "roadmaps/lan/goals/b.yaml": "title: Målet B\narea: x\n"})
    shown.git("add", "--all")
    lines = shown.git("diff", "--cached", "--no-renames").splitlines()
    assert lines[:4] == [
        f"{ACTIVITY} (borttagen fil)",
        "  Försvagade åtaganden",
        "  • Borttagen aktivitet: ”Träning hemma”",
        "  - Titel: Träning hemma",
    ]
    assert lines[-4:] == [
        "roadmaps/lan/goals/b.yaml (ny fil)",
        "  • Nytt mål: ”Målet B”",
        "  + Titel: Målet B",
        "  + Område: x",
    ]


def test_moved(shown):
    """A file with a new name is a thing with a new id; one that only moved says so."""
    other = ACTIVITY.replace("traning", "rorelse")
    shown.git("mv", ACTIVITY, other)
    assert shown.git("diff", "--cached", "-M").splitlines() == [
        f"{ACTIVITY} → {other}",
        "  Innehållet är oförändrat.",
    ]
    shown.write({other: LATER})
    shown.git("add", "--all")
    said = shown.git("diff", "--cached", "-M")
    assert said.splitlines()[0] == f"{ACTIVITY} → {other}"
    assert "nytt id" in said
    assert "senareläggs" in said


def test_permissions(shown):
    """Other permissions alone change nothing of what a file says."""
    (shown.root / ACTIVITY).chmod(0o755)
    assert shown.git("diff").splitlines() == [ACTIVITY, "  Innehållet är oförändrat."]


@pytest.mark.parametrize(
    "content",
    ["title: [\n", "title: A\ntitle: B\n", "- a\n", "title: A\n\ttext: B\n", "", "\x1b]0;x\a"],
)
def test_unreadable(shown, content):
    """What cannot be read as YAML is shown as git would show it, and no state hides the other."""
    shown.write({ACTIVITY: content})
    lines = shown.git("diff").splitlines()
    assert lines[:2] == [ACTIVITY, git_diff.AS_LINES.sv]
    assert lines[2].startswith("@@ -1,10 ")
    assert "-title: Träning hemma" in lines
    shown.commit({})
    assert "-Titel: Träning hemma" in shown.git("show").splitlines()
    shown.write({ACTIVITY: TEXT})
    assert "+title: Träning hemma" in shown.git("diff").splitlines()


@pytest.mark.parametrize("content", [b"\x00\x01\x02", b"\xff\xfet\x00i\x00"])
def test_no_text(shown, content):
    """Content that is no text is told as such."""
    shown.write({ACTIVITY: content})
    assert shown.git("diff").splitlines() == [ACTIVITY, git_diff.NO_LINES.sv]
    shown.commit({})
    assert shown.git("show", "--stat")


def test_what_does_not_fit(shown):
    """A key that is unknown and a value that is wrong are shown as they are written."""
    shown.write({ACTIVITY: change(TEXT, ("2024-08", "igår"), ("order: 1", "ordning: 2"))})
    assert shown.git("diff").splitlines() == [
        ACTIVITY,
        "  - Ordning: 1",
        "  - Start: augusti 2024",
        "  + Start: igår",
        "  + ordning: 2",
    ]


def test_titles_of_references(shown):
    """What a file refers to is named by its title in the working tree, else by its id."""
    shown.write({"roadmaps/lan/goals/b.yaml": "title: Målet B\n"})
    shown.write({ACTIVITY: change(TEXT, ("goal: a", "goal: b"))})
    assert "från ”Målet A” till ”Målet B”" in shown.git("diff")
    shown.write({ACTIVITY: change(TEXT, ("goal: a", "goal: finns-inte"))})
    assert "finns-inte" in shown.git("diff")


def test_front_and_shared_files(shown):
    """The year of roadmap.yaml shows, and so do the files that belong to no roadmap."""
    front, shared = "roadmaps/lan/roadmap.yaml", "roadmaps/organisations.yaml"
    shown.commit({shared: "format: 1\norganisations:\n  - id: a\n    title: A\n"})
    shown.write(
        {
            front: GOOD[front].replace("2023", "2024"),
            shared: "format: 1\norganisations:\n  - id: a\n    title: B\n",
        }
    )
    said = shown.git("diff").splitlines()
    assert said[:4] == [front, "  - År: 2023", "  + År: 2024", ""]
    assert said[4] == shared
    assert [line[-1] for line in said[5:]] == ["A", "B"]


def test_without_roadmap(shown):
    """A file can be told of where the roadmap's own file is gone, as in a new file."""
    shown.write({"roadmaps/lan/roadmap.yaml": None, ACTIVITY: LATER})
    said = shown.git("diff")
    assert "roadmaps/lan/roadmap.yaml (borttagen fil)" in said
    assert "Start senareläggs" in said


def test_in_a_folder_of_a_larger_repository(start_history, monkeypatch, fardplan):
    """The roadmaps may lie in a folder of a repository, with å and a blank in its name."""
    history = start_history()
    inside = {f"våra planer/{path}": text for path, text in {**GOOD, ACTIVITY: TEXT}.items()}
    history.commit({**inside, "våra planer/.gitattributes": ATTRIBUTES + "\n"})
    monkeypatch.chdir(history.root / "våra planer")
    assert fardplan("git-setup").stderr.count(ATTRIBUTES) == 0
    history.write({f"våra planer/{ACTIVITY}": change(TEXT, ("goal: a\n", "goal: c\n"))})
    said = history.git("diff")
    assert f"våra planer/{ACTIVITY}" in said
    assert "från ”Målet A” till" in said


def test_conflict(shown):
    """Files in conflict are named, and git shows the two sides in words."""
    shown.git("switch", "-q", "-c", "gren")
    shown.commit({ACTIVITY: change(TEXT, ("end: 2025", "end: 2026"))})
    shown.git("switch", "-q", "-")
    shown.commit({ACTIVITY: change(TEXT, ("end: 2025", "end: 2027"))})
    with pytest.raises(AssertionError):
        shown.merge("gren")
    said = git_diff.CONFLICT.say("sv", path=ACTIVITY)
    assert shown.git("diff", "--cached").splitlines()[0] == said
    lines = shown.git("diff").splitlines()
    assert lines[lines.index("++<<<<<<< HEAD") - 1 :][:7] == [
        "  Start: augusti 2024",
        "++<<<<<<< HEAD",
        " +Slut: 2027",
        "++=======",
        "+ Slut: 2026",
        "++>>>>>>> MERGE_HEAD",
        "  Text: Den som vill får hjälp.",
    ]


def test_language_and_colour(shown):
    """The settings name the language; a pager or a terminal gets colours, NO_COLOR none."""
    shown.write({"fardplan.toml": 'language = "en"\n', ACTIVITY: LATER})
    assert "Weakened commitments" in shown.git("diff")
    call = [sys.executable, "-m", "fardplan", "git-diff", "--"]
    given = [ACTIVITY, "/dev/null", ".", ".", ACTIVITY, "0" * 40, "100644"]
    for more, colored in (
        ({"GIT_PAGER_IN_USE": "true"}, True),
        ({"GIT_PAGER_IN_USE": "true", "NO_COLOR": "1"}, False),
        ({"GIT_PAGER_IN_USE": "true", "TERM": "dumb"}, False),
        ({}, False),
    ):
        env = {"TERM": "xterm", **os.environ, **more}
        done = subprocess.run(
            [*call, *given], cwd=shown.root, env=env, capture_output=True, check=True
        )
        assert (b"\x1b[" in done.stdout) is colored


def test_patch_stays_a_patch(shown):
    """With both flags, and in what is made for others, git shows lines that can be applied."""
    shown.commit({ACTIVITY: LATER})
    flags = ("--no-ext-diff", "--no-textconv")
    for command in (["diff", *flags, "HEAD~1"], ["format-patch", "-1", "--stdout"]):
        lines = shown.git(*command).splitlines()
        assert "+start: 2024-11" in lines
    shown.git("reset", "-q", "--hard", "HEAD~1")
    (shown.root / "p.patch").write_text("\n".join(lines) + "\n", "utf-8")
    shown.git("apply", "p.patch")
    assert (shown.root / ACTIVITY).read_text("utf-8") == LATER


def test_without_setup(kept):
    """The line in .gitattributes alone does no harm: git shows lines as always."""
    kept.commit({".gitattributes": ATTRIBUTES + "\n", ACTIVITY: TEXT})
    kept.write({ACTIVITY: LATER})
    assert "+start: 2024-11" in kept.git("diff").splitlines()


@pytest.mark.parametrize("count", [2, 6, 8, 10])
def test_not_called_by_git(kept, fardplan, count):
    """Another number of arguments is a wrong call."""
    result = fardplan("git-diff", "--", *["x"] * count)
    assert result.exit_code == 2
    assert git_diff.NOT_FROM_GIT.say("sv", n=count) in result.stderr


@pytest.mark.parametrize("args", [["git-textconv"], ["git-diff", "a", "/dev/null", ".", "."]])
def test_file_that_is_not_there(kept, fardplan, args):
    """A file that cannot be opened ends with one line, and git's own lines come instead."""
    rest = ["finns-inte", "0", "100644"] if len(args) > 1 else ["finns-inte"]
    result = fardplan(*args, *rest)
    assert (result.exit_code, result.stdout) == (3, "")
    assert len(result.stderr.splitlines()) == 1
