"""The adoption table: who has adopted a document, and who has it left to do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from fardplan.documents.blocks import Cell, Column, Section, Table
from fardplan.documents.compose._badges import state_badges
from fardplan.documents.compose._chapter import chapter
from fardplan.documents.compose._spoken import capital, say_paragraph
from fardplan.documents.compose._view import View
from fardplan.documents.compose.figures.adoption import adoption_figure
from fardplan.documents.inline import Inline, NoteRef, join
from fardplan.locales.text import Text
from fardplan.model.base import ACTOR_KINDS
from fardplan.model.index import Entity
from fardplan.model.steering import Adoption, OrganisationClass
from fardplan.model.steering_terms import DecisionState

ADOPTION = Text("Så har parterna beslutat", "What the parties have decided")
PARTY, STATE = Text("Part", "Party"), Text("Läge", "State")
DECISION, WHEN = Text("Beslut", "Decision"), Text("När", "When")
DOCUMENT = Text("Dokument", "Document")
TALLY = Text("{decided} av {all} parter har beslutat.", "{decided} of {all} parties have decided.")
BY = Text("Alla ska ha beslutat senast {by}.", "All are to have decided by {by}.")


def adoption(view: View) -> Section | None:
    """Return a table of the parties and how each has decided."""
    demand = view.roadmap.adoption
    rows = dict(_adopted(view))
    for name, party in _expand(view, demand.required_of if demand else ()):
        if not any(key[0] == name for key in rows):
            rows[name, ""] = (party, None)
    if not rows:
        return None
    ordered = [rows[key] for key in rows]
    several = len({item.document for _, item in ordered if item and item.document}) > 1
    decided = sum(item is not None and item.state == "decided" for _, item in ordered)
    head = [view.words(PARTY), view.words(STATE), view.words(WHEN), view.words(DECISION)]
    if several:
        head.append(view.words(DOCUMENT))
    told = view.words(TALLY, decided=decided, all=len(ordered))
    table = Table(
        join([told, _marks(view)], ""),
        (head[0], Column(head[1], width="narrow"), *head[2:]),
        tuple(_row(view, party, item, document=several) for party, item in ordered),
        note=view.words(BY, by=demand.by) if demand and demand.by else "",
    )
    figure = adoption_figure(view, table.caption, ordered, replace(table, caption=""))
    return chapter("antagande", view.words(ADOPTION), figure or (table,))


def _marks(view: View) -> tuple[NoteRef, ...]:
    """Return the marks of the sources of all adoptions, each once."""
    marks = (mark for item in view.roadmap.adoptions for mark in view.sources_note(item))
    return tuple(dict.fromkeys(marks))


Rows = Iterator[tuple[tuple[str, str], tuple[Inline, Adoption | None]]]


def _adopted(view: View) -> Rows:
    """Yield one row a party and document, classes of parties taken apart."""
    for item in view.roadmap.adoptions:
        for name, party in _expand(view, item.parties):
            yield (name, item.document or ""), (party, item)


def _expand(view: View, parties: tuple[str, ...]) -> Iterator[tuple[str, Inline]]:
    for written in parties:
        entity = view.find(written, ACTOR_KINDS)
        if entity and isinstance(entity.value, OrganisationClass) and entity.value.members:
            yield from _expand(view, entity.value.members)
        else:
            yield _party(view, written, entity)


def _party(view: View, written: str, entity: Entity | None) -> tuple[str, Inline]:
    name = entity.title if entity else written
    return name, view.link(written, ACTOR_KINDS)


def _row(
    view: View, party: Inline, item: Adoption | None, *, document: bool
) -> tuple[Cell | str, ...]:
    if item is None:
        state = state_badges(view, DecisionState.PENDING)
        return (Cell(party), Cell(state), "", "", *(("",) if document else ()))
    what = join(
        [
            capital(view.say(item.kind)) if item.kind else "",
            view.spoken(item, "body"),
            say_paragraph(item.paragraph),
            item.registry_number or "",
            view.spoken(item, "decision"),
        ]
    )
    cells = (
        Cell(party, anchor=view.anchor_of(item)),
        Cell(state_badges(view, item.state)),
        Cell(capital(view.spoken(item, "when"))),
        Cell(what),
    )
    return (*cells, Cell(view.spoken(item, "document"))) if document else cells
