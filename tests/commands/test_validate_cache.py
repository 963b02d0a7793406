"""`validate` asked the same again: the same answer, without reading anything."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

GOAL = "roadmaps/lan/goals/a.yaml"
HEAVY = ("pydantic", "rich", "ruamel", "babel", "jinja2", "markdown_it", "fardplan.rules._base")
PROGRAM = """
import sys
from fardplan.cli import app
try:
    app(["validate", "-f", sys.argv[1]])
except SystemExit as end:
    code = end.code
    print(code, [one for one in {heavy} if one in sys.modules])
"""
CUT_OFF = """
import os
from fardplan.source import cache
put = cache._put
def cut_off(connection, kind, entries):
    put(connection, kind, dict(list(entries.items())[:1]))
    if kind.startswith(os.environ["CUT"]):
        os._exit(9)
cache._put = cut_off
from fardplan.cli import app
app(["validate"])
"""


@pytest.fixture
def root(write, tmp_path, monkeypatch):
    """A small repository in the working folder, and a cache beside it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("FARDPLAN_NO_CACHE")
    write()
    return write


def run(program: str, *args: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a program of Python in the working folder."""
    command = [sys.executable, "-c", program, *args]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, **env}
    )


@pytest.mark.parametrize("form", ["text", "json", "sarif", "gitlab", "github"])
def test_the_second_time_nothing_is_loaded_and_the_answer_is_the_same(root, form):
    """The libraries that read, judge and write are not imported for what is known."""
    root({GOAL: "title: Målet A\nansvarig: regionen\n"})
    program = PROGRAM.replace("{heavy}", repr(HEAVY))
    first, second = run(program, form), run(program, form)
    *said, loaded = second.stdout.split("\n")[:-1]
    assert loaded == "1 []", second.stderr
    assert first.stdout.split("\n")[:-2] == said
    assert first.stdout.split("\n")[-2] != loaded
    assert first.stderr == second.stderr


def test_what_is_asked_otherwise_is_answered_otherwise(root, fardplan):
    """Language, format, day, limit and choice of rules each have an answer of their own."""
    root({GOAL: "title: Målet A\nansvarig: regionen\n"})
    questions = [
        ("validate",),
        ("--lang", "en", "validate"),
        ("--color", "always", "validate"),
        ("-q", "validate"),
        ("validate", "-f", "json"),
        ("validate", "--select", "invalid-value"),
        ("validate", "roadmaps/glossary.yaml"),
        ("validate", "--fail-on", "info", "--today", "2024-06-01"),
    ]
    new = [fardplan("--no-cache", *one) for one in questions]
    for _ in range(2):
        again = [fardplan(*one) for one in questions]
        assert [(one.exit_code, one.output) for one in again] == [
            (one.exit_code, one.output) for one in new
        ]


def test_a_change_is_noticed_at_once(root, fardplan):
    """A fault is reported as soon as it is there, and no longer than it is."""
    for _ in range(2):
        assert fardplan("validate").exit_code == 0
        root({GOAL: "title: Målet A\nansvarig: regionen\n"})
        assert fardplan("validate").exit_code == 1
        root()


def test_without_the_cache_nothing_is_kept(root, fardplan, tmp_path):
    """`--no-cache` and FARDPLAN_NO_CACHE leave no trace."""
    fardplan("--no-cache", "validate")
    fardplan("validate", env={"FARDPLAN_NO_CACHE": "1"})
    assert not (tmp_path / "cache").exists()


@pytest.mark.parametrize("kind", ["files", "verdicts", "answers"])
def test_a_run_that_is_cut_off_while_it_writes_spoils_nothing(root, fardplan, kind):
    """Whatever is half-written, the next run finds what there is to find."""
    root({GOAL: "title: Målet A\nansvarig: regionen\n"})
    assert run(CUT_OFF, CUT=kind).returncode == 9
    known = fardplan("validate")
    assert known.output == fardplan("--no-cache", "validate").output
    assert known.exit_code == 1


def test_two_runs_at_once_come_to_the_same(root, fardplan):
    """Processes that start together do not stand in each other's way."""
    root({GOAL: "title: Målet A\nansvarig: regionen\n"})
    command = [sys.executable, "-m", "fardplan", "validate"]
    started = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    said = {one.communicate()[0] for one in started}
    assert said == {fardplan("--no-cache", "validate").stdout}
