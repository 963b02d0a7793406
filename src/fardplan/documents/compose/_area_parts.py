"""The parts of an area: the roles it speaks of, and the work that goes on anyway."""

from __future__ import annotations

from collections.abc import Sequence

from fardplan.documents.blocks import Blocks, Cell, Paragraph
from fardplan.documents.compose._pieces import prose
from fardplan.documents.compose._tables import set_table
from fardplan.documents.compose._view import View
from fardplan.documents.compose.ongoing import ongoing_blocks
from fardplan.documents.inline import Strong
from fardplan.locales.text import Text, capitalise
from fardplan.model.common import AreaRole, OngoingWork

ROLES = Text("Roller", "Roles")
ROLE, TASK = Text("Roll", "Role"), Text("Uppgift", "Task")
GOES_ON = Text("Det här pågår:", "This work is going on:")


def roles_table(view: View, roles: Sequence[AreaRole]) -> Blocks:
    """Return the roles that an area speaks of, and whether the law demands them."""
    if not roles:
        return ()
    head = (
        view.words(ROLE), view.label(AreaRole, "statutory"), view.label(AreaRole, "scope"),
        view.words(TASK),
    )  # fmt: skip
    return (set_table(view.words(ROLES), head, (_role(view, role) for role in roles)),)


def _role(view: View, role: AreaRole) -> tuple[Cell | str, ...]:
    statutory = "" if role.statutory is None else capitalise(view.say(role.statutory))
    more = view.remaining(role, "title", "statutory", "scope", "text")
    return (Cell(role.title, more), statutory, role.scope or "", Cell(blocks=prose(role.text)))


def ongoing_in_area(view: View, work: OngoingWork | None) -> Blocks:
    """Return work that goes on within an area, under words that say so."""
    if work is None or not (work.items or work.lead):
        return ()
    lead = () if work.lead else (Paragraph(Strong(view.words(GOES_ON))),)
    return (*lead, *ongoing_blocks(view, work))
