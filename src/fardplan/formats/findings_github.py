"""Findings as workflow commands, which GitHub Actions shows as annotations in the change.

GitHub shows ten of each level for a step and leaves out the rest without a word, so the gravest
come first, and `_job_summary` lists them all.
"""

from __future__ import annotations

from fardplan.formats._base import Paper, Shown, Verdict
from fardplan.formats._findings_wording import KNOWN, name_place, tell
from fardplan.rules._base import Severity
from fardplan.source.faults import Place

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def write(verdict: Verdict, paper: Paper) -> str:
    """Return one command a line, the gravest findings first and known debts last."""
    ordered = sorted(verdict.shown, key=lambda one: (one.known, -one.finding.severity.rank))
    return "".join(f"{_command(shown, paper)}\n" for shown in ordered)


def _command(shown: Shown, paper: Paper) -> str:
    finding = shown.finding
    level = "notice" if shown.known else _LEVELS[finding.severity]
    title = f"{finding.rule} ({KNOWN.say(paper.lang)})" if shown.known else finding.rule
    properties = {
        "file": paper.path_of(finding.file),
        **_span(finding.place),
        "title": title,
    }
    written = ",".join(f"{key}={_escape_property(value)}" for key, value in properties.items())
    # The log shows the message only, so it has to say where as well.
    message = "\n".join((*tell(finding, paper.lang), name_place(finding)))
    return f"::{level} {written}::{_escape(message)}"


def _span(place: Place) -> dict[str, str]:
    """Return the lines and, within one line, the columns: GitHub takes no others."""
    lines = {"line": str(place.line), "endLine": str(place.end_line)}
    if place.line != place.end_line:
        return lines
    last = max(place.column, place.end_column - 1)  # GitHub counts the last column in
    return {**lines, "col": str(place.column), "endColumn": str(last)}


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
