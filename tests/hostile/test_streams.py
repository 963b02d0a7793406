"""Terminals without colours or letters, narrow ones, and streams that are closed."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len

from fardplan.commands._list import LIST

ROOT = Path(__file__).parents[2]
OLD = "tests/fixtures/history/exempelkommun/2024"
BAD = {
    "roadmaps/lan/goals/b.yaml": "title: Ett mål med en mycket lång titel som inte får plats på raden\narea: finns-inte\n"
}
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def on_terminal(root: Path, *asked: str, **environment: str) -> tuple[int, bytes]:
    """Run a command on a terminal, and return its exit code and what stands on the screen."""
    leader, follower = pty.openpty()
    kept = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "TERM", "NO_COLOR")}
    process = subprocess.Popen(
        [sys.executable, "-m", "fardplan", "--lang=sv", *asked],
        stdin=subprocess.DEVNULL, stdout=follower, stderr=follower, cwd=root,
        env={**kept, "TERM": "xterm", **environment},
    )  # fmt: skip
    os.close(follower)
    screen = b""
    while True:
        try:
            piece = os.read(leader, 65_536)
        except OSError:  # Linux ends so when the other side is closed
            break
        if not piece:
            break
        screen += piece
    os.close(leader)
    return process.wait(), screen.replace(b"\r\n", b"\n")


C = {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@pytest.mark.parametrize(
    ("letters", "expected"),
    [("ascii", 'Det finns inget omrade som heter "finns-inte".'),
     ("cp1252", "Det finns inget område som heter ”finns-inte”."),
     ("latin-1", 'Det finns inget område som heter "finns-inte".'),
     ("utf-8", "Det finns inget område som heter ”finns-inte”.")],
)  # fmt: skip
def test_letters(write, letters, expected):
    """A terminal gets the letters that it has, and readable ones for the others."""
    write()
    root = write(BAD)
    code, screen = on_terminal(root, "validate", PYTHONIOENCODING=letters, COLUMNS="200", **C)
    text = COLOUR.sub("", screen.decode(letters))
    assert code == 1
    assert expected in text
    assert "?" not in text
    assert "\\u" not in text


def test_a_file_gets_utf_8_whatever_the_locale(write):
    """What goes to a file or a pipe is UTF-8, also where Python would write something else."""
    write()
    root = write(BAD)
    done = subprocess.run(
        [sys.executable, "-m", "fardplan", "--lang=sv", "validate"],
        cwd=root, env={**os.environ, **C, "PYTHONIOENCODING": "ascii"}, capture_output=True, check=False,
    )  # fmt: skip
    assert "Det finns inget område som heter ”finns-inte”." in done.stdout.decode()
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False), ({"TERM": ""}, True),
     ({"FARDPLAN_COLOR": "never"}, False), ({"NO_COLOR": "1", "FARDPLAN_COLOR": "always"}, True)],
)  # fmt: skip
def test_colours(write, environment, coloured):
    """Colours go to a terminal that has them, unless the user wants none."""
    write()
    _, screen = on_terminal(write(BAD), "validate", **environment)
    assert (b"\x1b[" in screen) == coloured
    assert b"Det finns inget omr" in screen.replace(b"\n", b" ")


@pytest.mark.parametrize(
    "asked",
    [("validate", "--all"), ("diff", "exempelkommun", OLD),
     ("impact", "orebro-lan", "tests/fixtures/history/orebro-lan/2022")],
    ids=lambda asked: asked[0],
)  # fmt: skip
def test_forty_columns(asked):
    """On a narrow terminal lines are broken between words; only a word that is longer sticks out."""
    _, screen = on_terminal(ROOT, "-q", *asked, COLUMNS="40")
    lines = COLOUR.sub("", re.sub(r"\x1b\]8;[^\x1b]*\x1b\\", "", screen.decode())).split("\n")
    assert len(lines) > 20
    wide = [line for line in lines if cell_len(line) > 40]
    assert [line for line in wide if max(map(len, line.split())) < 20] == []
    assert len(wide) < len(lines) / 10


@pytest.mark.parametrize("name", [one.name for one in LIST])
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_help_in_forty_columns(fardplan, name, lang):
    """The help of every command fits on a narrow terminal."""
    shown = fardplan(f"--lang={lang}", name, "--help", env={"COLUMNS": "40"}).stdout
    wide = [line for line in shown.split("\n") if cell_len(line) > 40]
    assert [line for line in wide if len(line.split()) > 3] == []


def test_closed_streams(write):
    """Where nobody listens, or nothing can be asked, commands end as they else would."""
    root = write()
    program = f"'{sys.executable}' -m fardplan"
    for command, code in (("list", 0), ("nonsense", 2), ("new goal", 2)):
        for closed in (">&-", "2>&-", "<&-", ">&- 2>&- <&-"):
            done = subprocess.run(
                ["bash", "-c", f"{program} {command} {closed}"],
                cwd=root, stdin=subprocess.DEVNULL, capture_output=True, check=False,
            )  # fmt: skip
            told = (command, closed, done)
            assert done.returncode == code, told
            assert b"Traceback" not in done.stdout + done.stderr, told


def test_a_reader_that_leaves():
    """A pipe that is closed early, as by `head`, is no fault."""
    line = f"'{sys.executable}' -m fardplan render exempelkommun | head -1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", line], cwd=ROOT, capture_output=True, check=False)
    assert done.stdout.decode() == "<!DOCTYPE html>\n"
    assert done.stderr.decode() == ""
    assert done.returncode in (0, 141)
