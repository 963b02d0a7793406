"""What commands write of hostile texts: no terminal is steered, no forge is given commands."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree as ET

import pytest

from fardplan.locales.visible import make_visible
from tests.hostile.attacks import CONTROL, LETTERS

STEERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
"""What steers a terminal, but for line ends and tabs."""
TURNS = re.compile("[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]")
"""What turns or hides what is read."""
COMMAND = re.compile(r"^\s*(?:::|##\[)", re.MULTILINE)
"""A line that GitHub obeys when a job prints it."""
PLAIN = [
    ("validate",), ("list",), ("list", "activity"), ("list", "term"), ("diff", "exempelkommun", "1.0"),
    ("impact", "exempelkommun", "1.0"), ("revise", "exempelkommun", "2027", "--dry-run", "--no-input"),
    ("review", "exempelkommun", "--all", "--dry-run", "--no-input", "--by", "x"),
    ("release", "orebro", "--dry-run", "--no-input"), ("adopt", "exempelkommun", "--dry-run", "--no-input"),
    ("rename", "exempelkommun/goal/trygg-hemgang", "nytt", "--dry-run"),
    ("git-textconv", "roadmaps/exempelkommun/goals/trygg-hemgang.yaml"),
]  # fmt: skip


@pytest.mark.parametrize("asked", PLAIN, ids=" ".join)
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_text(hostile_root, fardplan, monkeypatch, asked, lang):
    """Nothing that a command writes steers or turns what is read, or begins a forge's command."""
    monkeypatch.chdir(hostile_root)
    result = fardplan(f"--lang={lang}", *asked)
    assert result.exit_code in (0, 1, 2, 3), result.stderr
    for written in (result.stdout, result.stderr):
        assert STEERS.findall(written) == []
        assert TURNS.findall(written) == []
        assert COMMAND.findall(written) == []
    assert result.stdout or result.stderr


@pytest.mark.parametrize("asked", [("validate",), ("diff", "exempelkommun", "1.0")], ids=" ".join)
def test_colour(hostile_root, fardplan, monkeypatch, asked):
    """With colours, the only escape sequences are those of colours and of links to rules."""
    monkeypatch.chdir(hostile_root)
    written = fardplan("--color=always", *asked).stdout
    assert "\x1b[" in written
    ours = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b\x07]*\x1b\\")
    assert STEERS.findall(ours.sub("", written)) == []


@pytest.mark.parametrize(
    "asked",
    [("list", "-f", "json"), ("diff", "exempelkommun", "1.0", "-f", "json"), ("validate", "-f", "json"),
     ("impact", "exempelkommun", "1.0", "-f", "json"), ("validate", "-f", "sarif"), ("validate", "-f", "gitlab")],
    ids=" ".join,
)  # fmt: skip
def test_json(hostile_root, fardplan, monkeypatch, asked):
    """JSON is sound, and can be shown in a terminal as it is."""
    monkeypatch.chdir(hostile_root)
    written = fardplan(*asked).stdout
    assert json.loads(written)
    assert STEERS.findall(written) == []
    assert TURNS.findall(written) == []
    assert COMMAND.findall(written) == []


def test_junit(hostile_root, fardplan, monkeypatch):
    """JUnit is sound XML without markup of its own."""
    monkeypatch.chdir(hostile_root)
    written = fardplan("validate", "-f", "junit").stdout
    tree = ET.fromstring(written)  # noqa: S314 - our own
    known = {"testsuites", "testsuite", "testcase", "failure", "skipped", "properties", "property",
             "system-out", "system-err"}  # fmt: skip
    assert {one.tag for one in tree.iter()} <= known
    assert STEERS.findall(written) == []


def test_github(hostile_root, fardplan, monkeypatch):
    """Each finding is one command: no text begins another, or ends the properties of its own."""
    monkeypatch.chdir(hostile_root)
    written = fardplan("validate", "-f", "github").stdout
    lines = written.rstrip("\n").split("\n")
    shape = re.compile(
        r"::(?:error|warning|notice) file=[^,:]+,line=\d+,endLine=\d+(?:,col=\d+,endColumn=\d+)?"
        r",title=[^,:]+::"
    )
    assert len(lines) > 50
    assert [line for line in lines if not shape.match(line)] == []
    assert STEERS.findall(written) == []


@pytest.mark.parametrize("asked", [("diff",), ("impact",)], ids=" ".join)
def test_comment(hostile_root, fardplan, monkeypatch, asked):
    """A comment for a forge calls nobody, holds no markup, and no command."""
    monkeypatch.chdir(hostile_root)
    written = fardplan(*asked, "exempelkommun", "1.0", "-f", "markdown").stdout
    assert COMMAND.findall(written) == []
    assert not re.search(r"(?<![\w\\])<(?!!-- -->)[a-z/!]", re.sub(r"(`+).+?\1", "", written))
    assert not re.search(r"(?<!\w)@\w", written)


@pytest.mark.parametrize("text", [*CONTROL, *LETTERS])
def test_visible(text):
    """Whatever a text holds, what is shown of it is one line of letters."""
    shown = make_visible(text)
    assert STEERS.findall(shown) == TURNS.findall(shown) == []
    assert "\n" not in shown
