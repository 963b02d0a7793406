"""Fields of any model as text or facts, for all that a chapter has no form of its own for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from fardplan.documents.blocks import Blocks, Fact, Facts, Item, Items, Prose
from fardplan.documents.compose import _spoken
from fardplan.documents.inline import Inline, bracketed, join
from fardplan.model import common, links
from fardplan.model.base import Value
from fardplan.model.fields import FieldSpec, field_of, fields_of
from fardplan.model.number import Number
from fardplan.model.projektplan import Deadline

if TYPE_CHECKING:
    from fardplan.documents.compose._view import View

UNSEEN = frozenset({"id", "previously", "sources", "remarks", "order", "format", "icon"})
"""What no fact shows: marks for the program, and sources and remarks, which become notes."""

_LEADS = ("title", "text", "role", "what", "label", "group", "name", "term", "period", "plan")
"""The fields that may head an item of a list, in this order."""


@cache
def others(model: type[Value], handled: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of the fields to show that are not handled already."""
    unit = {"unit"} if _spoken.holds_sums(model) else set()
    left_out = UNSEEN | unit | {*handled}
    return tuple(spec.name for spec in fields_of(model) if spec.name not in left_out)


def speak(view: View, value: Value, spec: FieldSpec) -> Inline:
    """Return the content of one field as running text."""
    content = getattr(value, spec.name)
    if content is None:
        return ""
    if spec.shape == "mapping":
        return join([f"{key}: {view.say(item)}" for key, item in content.items()], "; ")
    items = content if isinstance(content, tuple) else (content,)
    return join([_speak_one(view, value, spec, item) for item in items])


def _speak_one(view: View, owner: Value, spec: FieldSpec, item: object) -> Inline:
    if isinstance(item, Value):
        return describe(view, item)
    if spec.refs:
        return view.link(str(item), spec.refs)
    if isinstance(item, Number):
        return _spoken.say_number(owner, item, view.lang)
    if spec.text == "url":
        return _spoken.say_address(str(item))
    if spec.text == "prose":
        return _spoken.flatten(str(item), view.lang)
    return view.say(item)


def describe(view: View, value: Value) -> Inline:
    """Return all that a value says, on one line."""
    if isinstance(value, common.Source):
        return view.source(value)
    if isinstance(value, links.Relation):
        return join([view.link_target(value), view.say(value.kind), view.spoken(value, "text")])
    if isinstance(value, links.Link):
        return view.link_target(value)
    if isinstance(value, Deadline):
        whom = view.spoken(value, "parties")
        return join([view.say(value.by), bracketed(whom)], " ")
    if isinstance(value, common.TargetGroup):
        force = f" ({view.say(value.force)})" if value.force else ""
        return view.noted(f"{value.title}{force}", value)
    lead = lead_of(value)
    pieces = [view.spoken(value, lead)] if lead else []
    for name in others(type(value), (lead,)):
        if spoken := view.spoken(value, name):
            spec = next(spec for spec in fields_of(type(value)) if spec.name == name)
            flag = spec.scalar is bool
            pieces.append(join([f"{spec.label(view.lang).lower()}:", spoken], " ") if flag
                          else spoken)  # fmt: skip
    return join([join(pieces), view.sources_note(value)], "")


def lead_of(value: Value) -> str:
    """Return the name of the field that says what a value is about, or ""."""
    names = {spec.name for spec in fields_of(type(value))}
    return next((name for name in _LEADS if name in names and getattr(value, name)), "")


def make_fact(view: View, value: Value, spec: FieldSpec, label: str) -> Fact | None:
    """Return a field with its label, or None where there is nothing to say."""
    content = getattr(value, spec.name)
    if content is None or content == ():
        return None
    label = label or spec.label(view.lang)
    if spec.shape == "mapping":
        return Fact(label, blocks=(Facts(tuple(_entries(view, value, content))),))
    if spec.text == "prose" and isinstance(content, str):
        return Fact(label, blocks=(Prose(content),))
    if isinstance(content, common.Placeholder):
        return Fact(label, blocks=(Facts(view.rest(content)),))
    if isinstance(content, Value) and not isinstance(content, (links.Link, common.Source)):
        return Fact(label, blocks=inside(view, content))
    only_links = isinstance(content, tuple) and all(isinstance(one, links.Link) for one in content)
    if only_links and len(content) == 1:
        return Fact(label, _spoken.capital(speak(view, value, spec)))
    if spec.model and isinstance(content, tuple) and spec.model is not common.TargetGroup:
        return Fact(label, blocks=list_of(view, content))
    if spec.text == "line" and isinstance(content, tuple) and not spec.refs:
        return Fact(label, blocks=(Items(tuple(map(Item, content))),))
    return Fact(label, _spoken.capital(speak(view, value, spec)))


def _entries(view: View, owner: Value, content: dict[str, object]) -> Iterator[Fact]:
    for key, item in content.items():
        spec = field_of(type(owner), key)
        label = spec.label(view.lang) if spec else key
        blocks = inside(view, item) if isinstance(item, Value) else (Prose(str(item)),)
        yield Fact(label, blocks=blocks)


def inside(view: View, value: Value) -> Blocks:
    """Return all that a value says, as facts."""
    rows = view.rest(value)
    if len(rows) == 1 and rows[0].blocks:
        return rows[0].blocks
    return (Facts(rows),) if rows else ()


def list_of(view: View, values: tuple[Value, ...]) -> Blocks:
    """Return values as a list, each with what else it says under its first words."""
    return (Items(tuple(item_of(view, value) for value in values)),) if values else ()


def item_of(view: View, value: Value, *handled: str) -> Item:
    """Return a value as a point of a list: its first words, then its other fields as facts."""
    if isinstance(value, (links.Link, common.Source, Deadline)):
        return Item(describe(view, value))
    lead = lead_of(value)
    rows = view.rest(value, lead, *handled)
    if not lead and not any(row.blocks for row in rows):
        words: Inline = join([join([f"{row.label}: ", row.value], "") for row in rows])
        return Item(view.noted(words, value), (), view.anchor_of(value))
    words = view.noted(view.spoken(value, lead) if lead else "", value)
    return Item(words, (Facts(rows),) if rows else (), view.anchor_of(value))
