"""The spot at which a YAML parser gave up, with the text around it."""

from __future__ import annotations

from dataclasses import dataclass

from fardplan.locales.text import Text
from fardplan.source._yaml_progress import Progress
from fardplan.source.faults import Fault
from fardplan.source.places import Span


@dataclass(frozen=True, slots=True)
class Trouble:
    """Where a parser stopped (`at`), what it was in (`since`, if it says so), and its words."""

    words: str
    at: int
    since: int | None
    progress: Progress

    @property
    def text(self) -> str:
        """The whole file."""
        return self.progress.lines.text

    @property
    def sign(self) -> str:
        """The character at which the parser stopped; nothing at the end of the file."""
        return self.text[self.at : self.at + 1]

    @property
    def row(self) -> int:
        """The line at which the parser stopped, from 0."""
        return self.progress.lines.number(self.at)

    @property
    def before(self) -> str:
        """What stands before it on its line."""
        start = self.progress.lines.span(self.row)[0]
        return self.text[start : self.at]

    def fault(
        self,
        text: Text,
        span: Span,
        hint: Text,
        began: tuple[int, Text] | None = None,
        **values: str,
    ) -> Fault:
        """Return the fault, with the place where the unfinished thing began."""
        place = self.progress.lines.place
        shown = began is None or span[0] <= began[0] < span[1]
        related = () if began is None or shown else ((place(began[0], began[0] + 1), began[1]),)
        return Fault("yaml-syntax", text, values, hint, place(*span), related)
