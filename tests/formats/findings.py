"""Findings made for the tests of formats."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fardplan.formats._base import Paper, Shown, Verdict
from fardplan.locales.text import Lang, Text
from fardplan.rules._base import Severity
from fardplan.rules._findings import Finding, RelatedPlace, Subject
from fardplan.rules._registry import RULES
from fardplan.source.faults import Place

FILE = "roadmaps/lan/goals/a.yaml"
MESSAGE = Text("Här kan inte ”{key}” stå.", "“{key}” cannot stand here.")
HINT = Text("Skriv `{near}`.", "Write `{near}`.")
FIRST = Text("Först här.", "First here.")
VALUES = {"key": "ansvarig", "near": "responsible"}
HARD_TEXTS = (
    "å ä ö – ”x”", "🙂 日本語 e\N{COMBINING ACUTE ACCENT}", "a\nb\r\nc\rd\te", "100 % %0A %25",
    "::error::x", "a::b,c:d", "]]></failure>", "<b>&amp;\"'", "\x00\x07\x1b[31m\x7f\x9b",
    "1\N{NO-BREAK SPACE}200\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}kr", "C:\\mapp\\fil.yaml",
    "\udce5", "\ufffe\uffff", "\u202e\u2066\u200b\u2028\u2029\ufeff", "| a | `b` |", "[x](1) {0} {{",
    "@alla *a* _b_ # c", "",
)  # fmt: skip
"""Texts that some format must escape, or cannot hold at all."""

SUBJECT = Subject("lan", "goal", "a", "Målet")


def finding(line: int = 1, start: int = 1, end: int = 9, **more: Any) -> Finding:
    """Return a finding in one file, as an error unless told otherwise."""
    keys: dict[str, Any] = {
        "rule": "unknown-key",
        "severity": Severity.ERROR,
        "text": MESSAGE,
        "values": VALUES,
        "hint": HINT,
        "file": FILE,
        "place": Place(line, start, line, end),
        "subject": SUBJECT,
        "path": ("ansvarig",),
        "fingerprint": "0123456789abcdef",
    }
    return Finding(**(keys | more))


def related(file: str, line: int) -> RelatedPlace:
    """Return another place that a finding has an end in."""
    return RelatedPlace(file, Place(line, 1, line, 4), FIRST)


def hard_findings() -> list[Finding]:
    """Return a finding for each hard text: in its values, its path, its file and a related place."""
    return [
        finding(
            number,
            values={"key": text, "near": text},
            path=(text,),
            file=f"roadmaps/lan/{text.replace('/', '')}.yaml",
            related=(related(f"roadmaps/{text.replace('/', '')}.yaml", 7),),
            fingerprint=f"{number:016x}",
        )
        for number, text in enumerate(HARD_TEXTS, 1)
    ]


def verdict(*findings: Finding, **more: Any) -> Verdict:
    """Return what a validation of these new findings comes to."""
    keys: dict[str, Any] = {"files": 1, "rules": RULES}
    return Verdict(tuple(Shown(one) for one in findings), **(keys | more))


def paper(
    text: str | Mapping[str, str] = "",
    lang: Lang = "sv",
    *,
    color: bool = False,
    width: int = 0,
    **more: Any,
) -> Paper:
    """Return where to write; `text` is the content of the file, or of several."""
    files = {FILE: text} if isinstance(text, str) else text

    def read_line(path: str, number: int) -> str:
        lines = files.get(path, "").split("\n")
        return lines[number - 1] if number <= len(lines) else ""

    return Paper(lang, color, width, read_line=read_line, **more)
