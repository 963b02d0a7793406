"""What a format of findings is given to write."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from fardplan.locales.text import Lang
from fardplan.rules._base import Severity
from fardplan.rules._findings import Finding


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding on its way out: `known` if it is a debt in the baseline."""

    finding: Finding
    known: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a validation found: what is shown, and how many of each sort there are.

    `baselined` counts all known debts, shown or not; `files` counts what the roadmaps consist of.
    """

    shown: tuple[Shown, ...]
    baselined: int = 0
    suppressed: int = 0
    files: int = 0

    def counts(self) -> Counter[Severity]:
        """Return how many new findings there are of each severity."""
        return Counter(item.finding.severity for item in self.shown if not item.known)


@dataclass(frozen=True, slots=True)
class Paper:
    """How and for whom to write: the language, colours, columns, and the lines of files."""

    lang: Lang
    read_line: Callable[[str, int], str]
    """Return line number `n` (from 1) of a file, or an empty text where it cannot be read."""
    color: bool = False
    width: int = 0
    """The columns of the terminal; 0 where lines may be of any length."""
