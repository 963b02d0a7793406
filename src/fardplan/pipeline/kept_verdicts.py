"""The verdict on one home as text that can be kept, with what it rests on."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import astuple
from functools import cached_property
from typing import Any, Self

from fardplan.locales.text import Text
from fardplan.rules._base import Severity
from fardplan.rules._engine import Verdict
from fardplan.rules._findings import Finding, RelatedPlace, Subject
from fardplan.rules._outline import Outline
from fardplan.rules._trace import Token
from fardplan.source.faults import Place


class Row:
    """What was found in a home, of which content, and the answers that this rests on.

    What is kept is read from its text when it is asked for: of most rows only some is.
    """

    def __init__(self, content: str, rests_on: str, outline: str, verdict: str) -> None:
        """Take the digest of the home's files, and the rest as JSON."""
        self.content = content
        self._texts = rests_on, outline, verdict

    @classmethod
    def of(
        cls, content: str, rests_on: Mapping[Token, str], outline: Outline, verdict: Verdict
    ) -> Self:
        """Return the row of a new verdict."""
        answers = [[*token, answer] for token, answer in sorted(rests_on.items())]
        plain = answers, dict(zip(outline.__slots__, outline.parts, strict=True)), _plain(verdict)
        row = cls(content, *(json.dumps(one, separators=(",", ":")) for one in plain))
        row.__dict__ |= {"rests_on": rests_on, "outline": outline, "verdict": verdict}
        return row

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """Return the row that was written so; None where it is none."""
        parts = text.split("\n")
        return cls(*parts) if len(parts) == 4 else None

    def write(self) -> str:
        """Return the row as text."""
        return "\n".join((self.content, *self._texts))

    @cached_property
    def rests_on(self) -> Mapping[Token, str]:
        """The answers that the verdict rests on, by question."""
        return {tuple(token): answer for *token, answer in json.loads(self._texts[0])}

    @cached_property
    def outline(self) -> Outline:
        """What others may ask about the home."""
        return Outline(
            **{name: _freeze(value) for name, value in json.loads(self._texts[1]).items()}
        )

    @cached_property
    def verdict(self) -> Verdict:
        """What was found."""
        faults, findings, asked, met_history = json.loads(self._texts[2])
        return Verdict(
            tuple(map(_read_finding, faults)),
            tuple(map(_read_finding, findings)),
            frozenset(asked),
            met_history,
        )


def _freeze(value: Any) -> Any:
    return tuple(map(_freeze, value)) if isinstance(value, list) else value


def _plain(verdict: Verdict) -> Sequence[object]:
    faults, findings = (
        [_plain_finding(one) for one in found] for found in (verdict.faults, verdict.findings)
    )
    return faults, findings, sorted(verdict.asked), verdict.met_history


def _plain_finding(one: Finding) -> Sequence[object]:
    """Return a finding whose texts hold their values, in both languages."""
    return (
        one.rule,
        str(one.severity),
        one.text.fill(**one.values),
        one.hint.fill(**one.values) if one.hint else None,
        one.file,
        astuple(one.place),
        astuple(one.subject) if one.subject else None,
        one.path,
        one.fingerprint,
        [(end.file, astuple(end.place), end.text.fill(**end.values)) for end in one.related],
        one.url,
    )


def _read_finding(plain: Sequence[Any]) -> Finding:
    rule, severity, text, hint, file, place, subject, path, fingerprint, related, url = plain
    return Finding(
        rule=rule,
        severity=Severity.of(severity),
        text=Text(*text),
        values={},
        hint=Text(*hint) if hint else None,
        file=file,
        place=Place(*place),
        subject=Subject(*subject) if subject else None,
        path=tuple(path),
        fingerprint=fingerprint,
        related=tuple(RelatedPlace(file, Place(*at), Text(*said)) for file, at, said in related),
        url=url,
    )
