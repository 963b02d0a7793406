"""The known debts of a repository: findings that were there before, and may only become fewer.

A debt is known by rule, entity and path, with ids and never with lines, so that moving things never
matters. Entries stand one a line and sorted, so that branches merge; the key above them is the same
whether there are any or not.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fardplan.errors import CannotRun
from fardplan.locales.text import Saying, Text
from fardplan.rules._base import Severity
from fardplan.rules._findings import Finding
from fardplan.source.root import BASELINE
from fardplan.source.yaml import locate, read_yaml

FORMAT = "1"

HEAD = """\
# Kända brister: det som fanns när kontrollen infördes. Filen skrivs av `fardplan baseline`.
# När en brist är åtgärdad försvinner raden med `fardplan baseline --update`. Lägg inte till rader.
format: 1
"""

UNREADABLE = Text("{file}, rad {line}: {reason}", "{file}, line {line}: {reason}")
NOT_A_DEBT = Text(
    "{file}, rad {line}: här ska en känd brist stå, med `rule`, `entity`, `path` och `severity`. "
    "Rätta raden, eller ta bort den: då räknas bristen som ny.",
    "{file}, line {line}: here a known debt is to stand, with `rule`, `entity`, `path` and "
    "`severity`. Mend the line, or take it away: the finding then counts as new.",
)
NOT_A_BASELINE = Text(
    "{file} är ingen lista över kända brister. Skapa den på nytt: `fardplan baseline --reset`.",
    "{file} is no list of known debts. Make it anew: `fardplan baseline --reset`.",
)

_SEVERITIES = {str(one): one for one in Severity}
_PLAIN = re.compile(r"(?!null$)[A-Za-z0-9]([A-Za-z0-9 _./-]*[A-Za-z0-9_./-])?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class Debt:
    """One known finding."""

    entity: str
    rule: str
    path: str
    severity: Severity

    @classmethod
    def of(cls, finding: Finding) -> Debt:
        """Return the debt that a finding is."""
        rule, entity, path = finding.key
        return cls(entity, rule, path, finding.severity)

    @property
    def key(self) -> tuple[str, str, str]:
        """What a finding is recognised by."""
        return self.rule, self.entity, self.path


@dataclass(frozen=True, slots=True)
class Settlement:
    """Findings compared with the known debts."""

    fresh: tuple[Finding, ...]
    known: tuple[Finding, ...]
    paid: tuple[Debt, ...]
    """Debts that no finding answers to any more."""


def read_baseline(data: bytes) -> tuple[Debt, ...]:
    """Return the known debts that a baseline file lists.

    Raises:
        CannotRun: if the file is no baseline.
    """
    document = read_yaml(data)
    if document.faults:
        fault = document.faults[0]
        reason = Saying(fault.text, fault.values)
        raise CannotRun(UNREADABLE, file=BASELINE, line=fault.place.line, reason=reason)
    values = document.values
    if not isinstance(values, dict) or values.get("format") != FORMAT:
        raise CannotRun(NOT_A_BASELINE, file=BASELINE)
    entries = values.get("known") or []
    if not isinstance(entries, list):
        raise CannotRun(NOT_A_BASELINE, file=BASELINE)
    debts: list[Debt] = []
    for number, entry in enumerate(entries):
        try:
            debts.append(_read_debt(entry))
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            line = locate(data).value(("known", number)).line
            raise CannotRun(NOT_A_DEBT, file=BASELINE, line=line) from error
    return tuple(debts)


def _read_debt(entry: dict[str, str]) -> Debt:
    entity, rule, path = entry["entity"], entry["rule"], entry.get("path") or ""
    if not all(isinstance(text, str) for text in (entity, rule, path)):
        raise TypeError
    return Debt(entity, rule, path, _SEVERITIES[entry["severity"]])


def write_baseline(debts: Iterable[Debt]) -> bytes:
    """Return the baseline file that lists these debts."""
    lines = [
        f"  - {{rule: {_quote(debt.rule)}, entity: {_quote(debt.entity)},"
        f" path: {_quote(debt.path)}, severity: {debt.severity}}}\n"
        for debt in sorted(debts)
    ]
    return f"{HEAD}known:\n{''.join(lines)}".encode()


def _quote(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def settle(findings: Sequence[Finding], debts: Sequence[Debt]) -> Settlement:
    """Tell fresh findings from known ones; what has become more serious is fresh."""
    left = Counter(debt.key for debt in debts)
    severest: dict[tuple[str, str, str], Severity] = {}
    for debt in debts:
        severest[debt.key] = max(
            severest.get(debt.key, debt.severity), debt.severity, key=lambda one: one.rank
        )
    fresh: list[Finding] = []
    known: list[Finding] = []
    for finding in findings:
        allowed = severest.get(finding.key)
        if allowed is not None and left[finding.key] > 0 and finding.severity.rank <= allowed.rank:
            left[finding.key] -= 1
            known.append(finding)
        else:
            fresh.append(finding)
    paid: list[Debt] = []
    for debt in sorted(debts):
        if left[debt.key] > 0:
            left[debt.key] -= 1
            paid.append(debt)
    return Settlement(tuple(fresh), tuple(known), tuple(paid))
