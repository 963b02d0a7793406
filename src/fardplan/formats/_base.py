"""What a format of findings is given to write."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from fardplan.formats._page import Page
from fardplan.locales.text import Saying
from fardplan.rules._base import Rule, Severity
from fardplan.rules._findings import Finding


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding on its way out: `known` if it is a debt in the baseline."""

    finding: Finding
    known: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a validation found: what is shown, and how many of each sort there are.

    `baselined` counts all known debts, shown or not; `files` counts what the roadmaps consist of;
    `rules` are those that were asked, also the ones that had nothing to say.
    """

    shown: tuple[Shown, ...]
    baselined: int = 0
    suppressed: int = 0
    files: int = 0
    rules: tuple[Rule, ...] = ()
    scope: Saying | None = None
    """What was looked at, where that is not the files as they are: "what has changed since …"."""

    def counts(self) -> Counter[Severity]:
        """Return how many new findings there are of each severity."""
        return Counter(item.finding.severity for item in self.shown if not item.known)


def no_link(_: str, /) -> str | None:
    """Return no address: the manuals of the rules stand nowhere."""
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper(Page):
    """A page for findings: it can also quote files, and knows where it will be read."""

    read_line: Callable[[str, int], str]
    """Return line number `n` (from 1) of a file, or an empty text where it cannot be read."""
    link: Callable[[str], str | None] = no_link
    """Return the address of a rule's manual, from its name."""
    limit: Severity = Severity.ERROR
    """The least severity that stands in the way: what is milder fails no test."""
    folder: str = ""
    """The folder of the roadmaps' repository inside the one that git keeps, else empty."""
    moment: datetime = datetime(1970, 1, 1, tzinfo=UTC)
    """When the findings were made."""

    def path_of(self, file: str) -> str:
        """Return where a file lies in what git keeps, which is what a forge calls it."""
        return f"{self.folder}/{file}" if self.folder else file
