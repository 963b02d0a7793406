"""Which of the parties have adopted a document: a row for each, a sign for how far it has come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fardplan.documents.blocks import Blocks, Table
from fardplan.documents.compose._times import short
from fardplan.documents.compose._view import View
from fardplan.documents.compose.figures._figure import Frame, as_label, make_figure
from fardplan.documents.inline import Inline
from fardplan.figures import matrix
from fardplan.figures.drawing import Drawing
from fardplan.figures.signs import Mark
from fardplan.locales.text import Text, capitalise
from fardplan.model.steering import Adoption
from fardplan.model.steering_terms import DecisionState

TOLD = Text("Läget hos parterna: {states}.", "How far the parties have come: {states}.")
ONE = Text("{state} ({count})", "{state} ({count})")
NOT_STATED = Text("läget anges inte", "state not stated")

_MARKS: dict[DecisionState | None, Mark] = {
    DecisionState.PENDING: "empty",
    None: "dotted",
    DecisionState.PREPARED: "half",
    DecisionState.CONDITIONAL: "square",
    DecisionState.DECIDED: "full",
    DecisionState.REJECTED: "cross",
}
"""The states in the order of the columns, with the sign of each."""
_ALWAYS = (DecisionState.PENDING, DecisionState.DECIDED)

Given = Sequence[tuple[Inline, Adoption | None]]


def adoption_figure(view: View, caption: Inline, given: Given, table: Table) -> Blocks:
    """Return the parties with how far each has come, the table of them folded; two at least."""
    if len(given) < 2:
        return ()
    states = [_state(item) for _, item in given]
    documents = list(dict.fromkeys(_document(view, item) for _, item in given))
    key: list[tuple[Mark, str]] = []
    if len(documents) > 1:
        columns, rows = _by_document(view, given, documents)
        key = [(_MARKS[state], _name(view, state)) for state in _MARKS if state in states]
    else:
        columns, rows = _by_state(view, given, states)

    def draw(frame: Frame) -> Drawing:
        groups = (matrix.Group("", tuple(rows)),)
        return matrix.draw_matrix(*frame.words, columns, groups, key, narrow=frame.narrow)

    counts = ", ".join(
        view.words(ONE, state=_name(view, state), count=states.count(state))
        for state in _MARKS
        if state in states
    )
    told = view.words(TOLD, states=counts)
    return (make_figure(view, "antagande", caption, told, table, draw),)


def _by_state(
    view: View, given: Given, states: Sequence[DecisionState | None]
) -> tuple[list[str], list[matrix.Row]]:
    """Return a column for each state, with each party's sign in its own."""
    columns = [state for state in _MARKS if state in states or state in _ALWAYS]
    rows = [
        matrix.Row(
            as_label(view, party),
            tuple(_MARKS[one] if one is _state(item) else None for one in columns),
            capitalise(short(view, item.when)) if item else "",
        )
        for party, item in given
    ]
    return [capitalise(_name(view, state)) for state in columns], rows


def _by_document(
    view: View, given: Given, documents: Sequence[str]
) -> tuple[list[str], list[matrix.Row]]:
    """Return a column for each document, with a sign for how far each party has come with it."""
    parties = dict.fromkeys(as_label(view, party) for party, _ in given)
    found = {(as_label(view, party), _document(view, item)): _state(item) for party, item in given}
    rows = [
        matrix.Row(
            party,
            tuple(
                _MARKS[found[party, one]] if (party, one) in found else None for one in documents
            ),
        )
        for party in parties
    ]
    return list(_titles(view, documents)), rows


def _titles(view: View, documents: Sequence[str]) -> Iterator[str]:
    for written in documents:
        own = view.roadmap.short_title or view.roadmap.title
        yield as_label(view, view.title_of(("roadmap", "reference"), written) if written else own)


def _document(view: View, item: Adoption | None) -> str:
    """Return the document that is adopted, "" for the roadmap itself."""
    entity = view.find(item.document, ("roadmap", "reference")) if item and item.document else None
    own = entity is not None and entity.value is view.roadmap
    return (item.document or "") if item and not own else ""


def _state(item: Adoption | None) -> DecisionState | None:
    return DecisionState.PENDING if item is None else item.state


def _name(view: View, state: DecisionState | None) -> str:
    return view.say(state) if state else view.words(NOT_STATED)
