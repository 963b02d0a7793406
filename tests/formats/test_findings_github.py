"""Findings as workflow commands of GitHub Actions."""

from __future__ import annotations

import re

import pytest

from fardplan.formats._base import Shown, Verdict
from fardplan.formats.findings_github import write
from fardplan.rules._base import Severity
from fardplan.source.faults import Place
from tests.formats.findings import FILE, HARD_TEXTS, finding, hard_findings, paper, related, verdict

_COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::([^\r\n]*)")


def _read(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Return the commands as the runner reads them: level, properties, message."""
    read = []
    for line in text.removesuffix("\n").split("\n") if text else ():
        found = _COMMAND.fullmatch(line)
        assert found, line
        pairs = [pair.partition("=") for pair in found[2].split(",")]
        read.append(
            (found[1], {key: _unescape(value) for key, _, value in pairs}, _unescape(found[3]))
        )
    return read


def _unescape(text: str) -> str:
    """Undo the escaping in the runner's own order, which has `%25` last."""
    for written, meant in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(written, meant)
    return text


def test_whole():
    """A command says where, by which rule, what, and what to do, on one line."""
    one = finding(2, 1, 9, related=(related("roadmaps/b.yaml", 7),))
    assert write(verdict(one), paper()) == (
        "::error file=roadmaps/lan/goals/a.yaml,line=2,endLine=2,col=1,endColumn=8,title=unknown-key::"
        "Här kan inte ”ansvarig” stå.%0ASe också roadmaps/b.yaml:7: Först här.%0A"
        "Gör så här: Skriv `responsible`.%0Aroadmaps/lan/goals/a.yaml:2:1\n"
    )


def test_english():
    """Message and hint follow the language."""
    assert _read(write(verdict(finding(2)), paper(lang="en")))[0][2] == (
        "“ansvarig” cannot stand here.\nWhat to do: Write `responsible`.\nroadmaps/lan/goals/a.yaml:2:1"
    )


def test_the_gravest_come_first():
    """Only ten of each are shown, so errors come first, known debts last and as notices."""
    levels = (Severity.INFO, Severity.ERROR, Severity.WARNING, Severity.ERROR)
    shown = [Shown(finding(line, severity=level)) for line, level in enumerate(levels, 1)]
    shown.insert(0, Shown(finding(9), known=True))
    commands = _read(write(Verdict(tuple(shown)), paper()))
    assert [(level, keys["line"], keys["title"]) for level, keys, _ in commands] == [
        ("error", "2", "unknown-key"),
        ("error", "4", "unknown-key"),
        ("warning", "3", "unknown-key"),
        ("notice", "1", "unknown-key"),
        ("notice", "9", "unknown-key (känd brist)"),
    ]


@pytest.mark.parametrize(
    ("place", "columns"),
    [
        (Place(3, 5, 3, 9), {"col": "5", "endColumn": "8"}),
        (Place(3, 5, 3, 5), {"col": "5", "endColumn": "5"}),
        (Place(3, 5, 4, 2), {}),
    ],
)
def test_columns(place, columns):
    """Columns are there within one line only, and never end before they begin."""
    ((_, keys, _),) = _read(write(verdict(finding(place=place)), paper()))
    assert {key: value for key, value in keys.items() if key in ("col", "endColumn")} == columns
    assert (keys["line"], keys["endLine"]) == (str(place.line), str(place.end_line))


def test_hard_texts():
    """Whatever stands in a file makes one command of a finding, with the file's exact name."""
    found = hard_findings()
    commands = _read(write(verdict(*found), paper()))
    assert [keys["file"] for _, keys, _ in commands] == [one.file for one in found]
    assert {tuple(keys) for _, keys, _ in commands} == {
        ("file", "line", "endLine", "col", "endColumn", "title")
    }
    assert len(commands) == len(HARD_TEXTS)
    assert commands[3][2].startswith("Här kan inte ”100 % %0A %25” stå.\n")
    assert not any(re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", message) for *_, message in commands)


def test_a_folder_of_a_larger_repository():
    """Files are named from the top of what git keeps."""
    ((_, keys, _),) = _read(write(verdict(finding()), paper(folder="docs/plan")))
    assert keys["file"] == f"docs/plan/{FILE}"


def test_nothing():
    """No findings are no commands."""
    assert write(verdict(), paper()) == ""


def test_ten_thousand_findings():
    """Ten thousand findings are all written."""
    commands = _read(write(verdict(*[finding(n) for n in range(1, 10_001)]), paper()))
    assert [int(keys["line"]) for _, keys, _ in commands] == list(range(1, 10_001))
