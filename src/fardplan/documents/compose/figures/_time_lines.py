"""Things in time as rows of a table and as a drawing, out of the same lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from fardplan.documents.blocks import Cell, Column, Figure
from fardplan.documents.compose._tables import narrow, set_table
from fardplan.documents.compose._times import say_span
from fardplan.documents.compose._view import View
from fardplan.documents.compose.figures._figure import Frame, as_label, make_figure
from fardplan.documents.inline import Inline
from fardplan.figures import timeline
from fardplan.figures.drawing import Drawing
from fardplan.figures.time_axis import Span
from fardplan.locales.text import Text, capitalise
from fardplan.model.time import FuzzyTime

WHAT, KIND, WHEN = Text("Vad", "What"), Text("Slag", "Kind"), Text("När", "When")
AREA = Text("Område", "Area")


@dataclass(frozen=True, slots=True)
class Line:
    """Hold what goes on from `start` to `end`, or happens once (a `moment`) within them."""

    what: Inline
    kind: str
    start: FuzzyTime | None
    end: FuzzyTime | None
    moment: bool = False
    group: str = ""

    @property
    def span(self) -> Span:
        """Return what is known of its time."""
        return Span.of(self.start, self.end)

    def entry(self, view: View) -> timeline.Entry:
        """Return it as the drawing has it."""
        return timeline.Entry(as_label(view, self.what), self.span, self.moment)


def says_something(lines: Sequence[Line]) -> bool:
    """Tell whether a timeline would show a difference: two times at least, one with a date."""
    spans = {line.span for line in lines if line.span.is_known}
    return len(spans) > 1 and any(span.days for span in spans)


def years_of(lines: Sequence[Line]) -> tuple[int, int]:
    """Return the first and last year of the lines."""
    days = [day for line in lines for day in line.span.days]
    return min(days).year, max(days).year


def time_figure(
    view: View,
    name: str,
    caption: str,
    told: str,
    lines: Sequence[Line],
    years: tuple[int, int],
) -> Figure:
    """Return lines as a timeline over these years, and as a table."""
    groups = [
        timeline.Group(
            as_label(view, title),
            tuple(line.entry(view) for line in those),
        )
        for title, those in groupby(lines, key=lambda line: line.group)
    ]

    def draw(frame: Frame) -> Drawing:
        return timeline.draw_timeline(
            *frame.words, groups, view.lang, years=years, narrow=frame.narrow
        )

    head = (
        Column(view.words(WHAT), width="wide"), narrow(view.words(KIND)), view.words(WHEN),
        view.words(AREA),
    )  # fmt: skip
    table = set_table("", head, (_row(view, line) for line in lines))
    return make_figure(view, name, caption, told, table, draw)


def _row(view: View, line: Line) -> tuple[Cell | str, ...]:
    when = capitalise(say_span(view, line.start, line.end, short=True))
    return Cell(line.what), line.kind, Cell(when or view.not_stated()), line.group
