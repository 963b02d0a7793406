"""Findings as SARIF 2.1.0, as GitHub's code scanning and other readers of it ask for.

Files are named from the top of the repository and nothing tells of the machine. Known debts, which
only `--all` shows, are there as suppressed results.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from fardplan.formats._base import Paper, Shown, Verdict
from fardplan.formats._findings_wording import SEE_ALSO, number_alike
from fardplan.formats._sarif_rules import LEVELS, describe_rule
from fardplan.locales.text import Text, group_thousands
from fardplan.locales.visible import make_visible
from fardplan.rules._findings import RelatedPlace
from fardplan.source.faults import Place
from fardplan.source.root import BASELINE
from fardplan.version import VERSION

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LIMIT = 25_000
"""The most results that GitHub takes for a run; with one more it refuses them all."""

TOP = Text("Arkivets översta mapp.", "The top folder of the repository.")
LEFT_OUT = Text(
    "{n} till får inte plats i en SARIF-fil. Visa alla: fardplan validate",
    "{n} more do not fit in a SARIF file. Show all of them: fardplan validate",
)
_BASE = "SRCROOT"
_LINK = re.compile(r"[\[\]\\]")


def write(verdict: Verdict, paper: Paper) -> str:
    """Return the findings as one run."""
    rules = {rule.name: index for index, rule in enumerate(verdict.rules)}
    ordered = verdict.shown
    if len(ordered) > LIMIT:
        gravest = sorted(ordered, key=lambda one: (one.known, -one.finding.severity.rank))
        ordered = tuple(gravest[:LIMIT])
    told = any(shown.known for shown in ordered)
    run = {
        "tool": {"driver": _driver(verdict, paper)},
        "language": paper.lang,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_BASE: {"description": {"text": TOP.say(paper.lang)}}},
        "invocations": [_invocation(len(verdict.shown) - len(ordered), paper)],
        "results": [
            _result(shown, number, rules, paper) | (_standing(shown) if told else {})
            for shown, number in number_alike(ordered)
        ],
    }
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _driver(verdict: Verdict, paper: Paper) -> dict[str, Any]:
    return {
        "name": "fardplan",
        "version": VERSION,
        "language": paper.lang,
        "rules": [describe_rule(rule, paper) for rule in verdict.rules],
    }


def _invocation(left_out: int, paper: Paper) -> dict[str, Any]:
    if not left_out:
        return {"executionSuccessful": True}
    text = LEFT_OUT.say(paper.lang, n=group_thousands(str(left_out), paper.lang))
    return {
        "executionSuccessful": True,
        "toolExecutionNotifications": [{"level": "warning", "message": {"text": text}}],
    }


def _result(shown: Shown, number: int, rules: Mapping[str, int], paper: Paper) -> dict[str, Any]:
    finding = shown.finding
    result = {
        "ruleId": finding.rule,
        "ruleIndex": rules[finding.rule],
        "level": LEVELS[finding.severity],
        "message": {"text": _tell(shown, paper)},
        "locations": [_location(finding.file, finding.place, paper)],
        "partialFingerprints": {
            # The only one that GitHub looks at; the number tells those that are alike apart.
            "primaryLocationLineHash": f"{finding.fingerprint}:{number}",
            "fardplan/v1": finding.fingerprint,
        },
    }
    if finding.related:
        result["relatedLocations"] = [
            _related(identity, end, paper) for identity, end in enumerate(finding.related, 1)
        ]
    return result


def _standing(shown: Shown) -> dict[str, Any]:
    """Return whether a finding is known; where one result says so, the standard has all say it."""
    if not shown.known:
        return {"baselineState": "new", "suppressions": []}
    why = {"kind": "external", "status": "accepted", "justification": BASELINE}
    return {"baselineState": "unchanged", "suppressions": [why]}


def _tell(shown: Shown, paper: Paper) -> str:
    """Return message, links to the other places, and hint."""
    finding = shown.finding
    said = [_plain(finding.say(paper.lang))]
    for identity, end in enumerate(finding.related, 1):
        place = _plain(f"{end.file}:{end.place.line}")
        words = _plain(end.text.say(paper.lang, **end.values))
        said.append(f"{SEE_ALSO.say(paper.lang)} [{place}]({identity}): {words}")
    if hint := finding.say_hint(paper.lang):
        said.append(_plain(hint))
    return " ".join(said)


def _plain(text: str) -> str:
    """Return words in which SARIF sees no link of its own: `[…](…)` is one even in plain text."""
    text = make_visible(text)
    return _LINK.sub(r"\\\g<0>", text) if "](" in text else text


def _related(identity: int, end: RelatedPlace, paper: Paper) -> dict[str, Any]:
    words = make_visible(end.text.say(paper.lang, **end.values))
    location = _location(end.file, end.place, paper)
    return {"id": identity, **location, "message": {"text": words}}


def _location(file: str, place: Place, paper: Paper) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": {
                "uri": quote(paper.path_of(file), errors="replace"),
                "uriBaseId": _BASE,
            },
            "region": {
                "startLine": place.line,
                "startColumn": place.column,
                "endLine": place.end_line,
                "endColumn": place.end_column,
            },
        }
    }
