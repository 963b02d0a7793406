"""What things are called in running text, also those that have no title of their own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from fardplan.documents.compose._spoken import capital, flatten, say_paragraph
from fardplan.documents.inline import plain
from fardplan.locales.text import Text
from fardplan.model.base import Value
from fardplan.model.chapters import Annex, Principle
from fardplan.model.index import Entity
from fardplan.model.process import Phase
from fardplan.model.steering import Adoption, Decision
from fardplan.model.vision import Statement

if TYPE_CHECKING:
    from fardplan.documents.compose._view import View

ANNEX = Text("bilaga {number} ({title})", "annex {number} ({title})")
_SHORT = frozenset({"body", "roadmap"})
"""Kinds that running text calls by their short title, where they have one."""


def name_of(view: View, entity: Entity) -> str:
    """Return what an entity is called in running text."""
    short = getattr(entity.value, "short_title", None) if entity.kind in _SHORT else None
    return short or name_value(view, entity.value, entity.home) or entity.title


def name_value(view: View, value: Value, home: str) -> str:
    """Return what a value is called: its title, else what else says what it is, else ""."""
    if isinstance(value, Statement):
        return flatten(value.text, view.lang)
    if isinstance(value, Annex):
        return ANNEX.say(view.lang, number=value.number, title=value.title)
    if title := getattr(value, "title", None):
        return str(title)
    for model, name in _UNTITLED:
        if isinstance(value, model):
            return plain(capital(name(view, value, home)))
    return ""


def _name_principle(view: View, principle: Principle, home: str) -> str:
    if principle.statement:
        found = view.index.resolve(home, principle.statement, ("statement",)).entity
        if found and isinstance(found.value, Statement):
            return flatten(found.value.text, view.lang)
    return flatten(principle.text, view.lang) if principle.text else ""


def _name_phase(view: View, phase: Phase, home: str) -> str:  # noqa: ARG001 (as the others)
    return phase.when.say(view.lang) if phase.when else ""


def _name_decision(view: View, decision: Decision | Adoption, home: str) -> str:
    kind = view.say(decision.kind) if decision.kind else ""
    body = view.index.resolve(home, decision.body, ("body",)).entity if decision.body else None
    named = name_of(view, body) if body else ""
    return ", ".join(filter(None, [kind, named, say_paragraph(decision.paragraph)]))


_UNTITLED: tuple[tuple[type[Value], Callable[..., str]], ...] = (
    (Principle, _name_principle),
    (Phase, _name_phase),
    (Decision, _name_decision),
    (Adoption, _name_decision),
)
