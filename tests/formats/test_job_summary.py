"""All findings as Markdown on the page of a run."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from fardplan.formats._base import Shown, Verdict
from fardplan.formats._job_summary import LIMIT, write
from fardplan.rules._base import Severity
from tests.formats.findings import FILE, HARD_TEXTS, finding, hard_findings, paper, verdict

_FORGE = MarkdownIt("commonmark").enable("table")


class _Cells(HTMLParser):
    """The text of every cell, and every tag, of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.tags: set[str] = set()
        self._inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)
        if tag == "tr":
            self.rows.append([])
        if tag == "td":
            self.rows[-1].append("")
            self._inside = True

    def handle_endtag(self, tag: str) -> None:
        if tag == "td":
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.rows[-1][-1] += data


def _read(text: str) -> _Cells:
    return _Cells(_FORGE.render(text))


def test_whole():
    """The sentence, then each file with its counts and a row for each finding."""
    found = (
        finding(2, url="https://example.se/r"),
        finding(5, severity=Severity.WARNING, hint=None),
    )
    assert write(verdict(*found), paper(), "1 fel och 1 varning i 1 fil.") == (
        "### Kontroll av färdplanerna\n\n1 fel och 1 varning i 1 fil.\n"
        "\n#### `roadmaps/lan/goals/a.yaml`: 1 fel och 1 varning\n\n"
        "| Rad | Allvar | Vad | Gör så här | Regel |\n| --: | --- | --- | --- | --- |\n"
        "| 2 | Fel | Här kan inte ”ansvarig” stå. | Skriv `responsible`. "
        "| [`unknown-key`](https://example.se/r) |\n"
        "| 5 | Varning | Här kan inte ”ansvarig” stå. |  | `unknown-key` |\n"
    )


def test_english():
    """All of it is in English where that is asked for."""
    text = write(verdict(finding(2)), paper(lang="en"), "1 error in 1 file.")
    assert "### Check of the roadmaps\n\n1 error in 1 file.\n" in text
    assert "| Line | Severity | What | What to do | Rule |" in text
    assert "| 2 | Error | “ansvarig” cannot stand here. | Write `responsible`. |" in text


def test_lines_are_links():
    """Where the address of the files is known, a line leads to the line."""
    one = finding(2, file="roadmaps/å b.yaml")
    text = write(verdict(one), paper(folder="docs"), "", blob="https://github.com/a/b/blob/c0ffee")
    assert "| [2](https://github.com/a/b/blob/c0ffee/docs/roadmaps/%C3%A5%20b.yaml#L2) |" in text


def test_order():
    """Files with the gravest new findings come first, those with known debts only last."""
    shown = [
        Shown(finding(file="a.yaml"), known=True),
        Shown(finding(file="b.yaml", severity=Severity.INFO)),
        Shown(finding(file="c.yaml", severity=Severity.WARNING)),
        Shown(finding(file="d.yaml")),
        Shown(finding(file="e.yaml", severity=Severity.WARNING)),
        Shown(finding(file="e.yaml")),
    ]
    text = write(Verdict(tuple(shown)), paper(), "")
    assert re.findall(r"#### `(\w)", text) == ["d", "e", "c", "b", "a"]
    assert "| Fel (känd brist) |" in text


def test_hard_texts():
    """Whatever stands in a file is a text in its own cell: no markup, no mention, no new row."""
    page = _read(write(verdict(*hard_findings()), paper(), "x"))
    rows = [row for row in page.rows if row]
    assert {len(row) for row in rows} == {5}
    assert len(rows) == len(HARD_TEXTS)
    assert page.tags == {
        "h3", "h4", "p", "code", "table", "thead", "tbody", "tr", "th", "td"
    }  # fmt: skip
    words = {row[2] for row in rows}
    assert {"Här kan inte ”<b>&amp;\"'” stå.", "Här kan inte ”| a | b |” stå."} <= words
    assert "Här kan inte ”[x](1) {0} {{” stå." in words


def test_nobody_is_called():
    """A name after @ calls nobody."""
    one = finding(values={"key": "@alla", "near": "x"})
    assert "@alla" not in write(verdict(one), paper(), "")


def test_nothing():
    """Without findings there is the sentence only."""
    assert write(verdict(), paper(), "Inget att rätta.") == (
        "### Kontroll av färdplanerna\n\nInget att rätta.\n"
    )


def test_ten_thousand_findings():
    """What does not fit within GitHub's limit is left out and counted, the mildest first."""
    key = {"key": "å" * 100, "near": "x"}
    found = [
        finding(n, file=f"{n % 50:02}.yaml", severity=Severity.WARNING, values=key)
        for n in range(1, 10_001)
    ]
    text = write(verdict(*found, finding(file="z.yaml")), paper(), "Mycket.")
    assert len(text.encode()) <= LIMIT
    rows = len([row for row in _read(text).rows if row])
    told = re.search(r"\n([\d\s]+) till får inte plats här\.", text)
    assert told
    assert rows + int(re.sub(r"\s", "", told[1])) == 10_001
    assert re.findall(r"#### `(\w+)", text)[0] == "z"


@pytest.mark.parametrize("room", [0, 100, 400, 700, 2000])
def test_little_room(room):
    """A step that has used up its room gets no more than the count."""
    text = write(verdict(finding(1), finding(2), finding(3)), paper(), "3 fel.", room)
    rows = text.count("\n| ") - (2 if "#### " in text else 0)
    assert rows in (0, 1, 2, 3)
    assert len(text.encode()) <= max(room, 130)
    assert ("till får inte plats" in text) == (rows < 3)
    assert FILE in text or rows == 0
