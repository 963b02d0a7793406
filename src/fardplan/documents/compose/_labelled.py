"""Facts with a word of their own: notes of why, moves from here to there, lists of references."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from fardplan.documents.blocks import Blocks, Callout, Fact, Facts, Item, Items, Prose, Quote
from fardplan.documents.compose._spoken import capital, flatten
from fardplan.documents.compose._view import View, spec_of
from fardplan.documents.inline import Inline, join
from fardplan.locales.text import Text
from fardplan.model.base import Value
from fardplan.model.common import Shift
from fardplan.model.fields import field_of
from fardplan.model.links import Link

CHANGED = Text("Varför det har ändrats", "Why it has changed")
TIME_CHANGED = Text("Varför tiden har ändrats", "Why the time has changed")
STATEMENTS = Text("Formuleringar i målbilden", "Statements of the vision")
SHIFT = Text("Förflyttningen", "The move")

_WORD = re.compile(r"\w+")


def rows(facts: Iterable[Fact | None], title: str = "") -> Blocks:
    """Return those of the facts that are there as a block, nothing where none is."""
    there = tuple(fact for fact in facts if fact is not None)
    return (Facts(there, title=title),) if there else ()


def line(facts: tuple[Fact, ...], title: str = "") -> Blocks:
    """Return facts one after another on a line, nothing where there are none."""
    return (Facts(facts, "line", title),) if facts else ()


def reason_note(view: View, reason: str | None, title: Text = CHANGED) -> Blocks:
    """Return why something has changed or ends."""
    return (Callout("note", (Prose(reason),), view.words(title)),) if reason else ()


def shift_box(view: View, shift: Shift | None) -> Blocks:
    """Return the move that is asked for, from what to what."""
    if shift is None:
        return ()
    return (Facts(view.rest(shift), "box", title=view.words(SHIFT)),)


def wording_quote(view: View, wording: str | None, title: str) -> Blocks:
    """Return what the source says word by word, unless the title says just that."""
    if not wording or _bare(flatten(wording, view.lang)) == _bare(title):
        return ()
    return (Quote((Prose(wording),)),)


def _bare(text: str) -> tuple[str, ...]:
    """Return the words alone: a source's dash or full stop makes no other wording."""
    return tuple(_WORD.findall(text.casefold()))


def targets(view: View, owner: Value, name: str, label: str = "") -> Fact | None:
    """Return links with the kind of each target: "Tema: Primärvården som nav (Länets färdplan)"."""
    links: Sequence[Link] = getattr(owner, name)
    said: list[Inline] = []
    for link in links:
        spec = field_of(Link, link.target[0])
        kind = f"{spec.label(view.lang)}: " if spec else ""
        said.append(join([kind, view.link_target(link)], ""))
    return listed(said, label or spec_of(owner, name).label(view.lang)) if said else None


def references(view: View, owner: Value, name: str, label: str = "") -> Fact | None:
    """Return references that may have long titles, one a line."""
    spec = spec_of(owner, name)
    said = [view.link(str(one), spec.refs) for one in getattr(owner, name)]
    return listed(said, label or spec.label(view.lang)) if said else None


def statements(view: View, owner: Value) -> Fact | None:
    """Return the statements of the vision that something answers to."""
    return references(view, owner, "statements", view.words(STATEMENTS))


def listed(said: Sequence[Inline], label: str) -> Fact:
    """Return one thing in a line, several of them one a line."""
    if len(said) == 1:
        return Fact(label, capital(said[0]))
    return Fact(label, blocks=(Items(tuple(Item(one) for one in said)),))
