"""What the models say about their fields: every one has its names, and lists their order."""

from __future__ import annotations

import re
from collections import Counter
from typing import Annotated

import pytest

from fardplan.locales.text import LANGUAGES
from fardplan.model import fields
from fardplan.model.activity import Activity
from fardplan.model.base import Order, Ordered, Short, Thinned, Value, numbered, required, several
from fardplan.model.fields import field_of, fields_of, is_term, leaves, parts
from fardplan.model.links import Link, Relation
from fardplan.model.projektplan import PlanDocument
from fardplan.model.roadmap import Roadmap
from fardplan.model.schema import KINDS
from fardplan.model.term import Term


def _every_model() -> list[type[Value]]:
    """Return all models that can stand in a file."""
    found: dict[type[Value], None] = {}
    waiting: list[type[Value]] = list(KINDS.values())
    while waiting:
        model = waiting.pop()
        if model not in found:
            found[model] = None
            waiting += [spec.model for spec in fields_of(model) if spec.model]
    return sorted(found, key=lambda model: model.__name__)


MODELS = _every_model()
KINDS_OF_ENTITIES = {model.entity_kind for model in MODELS} - {""}
every_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)


def test_all_models_are_seen():
    """The walk over the files' models reaches all that there are."""
    assert len(MODELS) > 100
    assert {"Activity", "Roadmap", "Milestone", "OngoingItem"} <= {m.__name__ for m in MODELS}


@every_model
def test_swedish_names(model):
    """Each key has a Swedish title in one line and a description that ends with a full stop."""
    wrong = [
        spec.key
        for spec in fields_of(model)
        if not (re.fullmatch(r"[A-ZÅÄÖ][^\n.]*", spec.title) and len(spec.title) < 40)
        or not re.fullmatch(r"[A-ZÅÄÖ][^\n]*[.?…]`?", spec.description)
    ]
    assert wrong == []


@every_model
def test_titles_differ(model):
    """No two keys of a model have the same Swedish title, nor titles that read the same."""
    titles = Counter(spec.title.casefold() for spec in fields_of(model))
    assert [title for title, times in titles.items() if times > 1] == []


@every_model
def test_labels(model):
    """Each key has a label in both languages: its title, and itself in plain English."""
    for spec in fields_of(model):
        swedish, english = (spec.label(lang) for lang in LANGUAGES)
        assert (swedish, english[0].isupper(), "_" in english) == (spec.title, True, False)


@every_model
def test_keys_are_english(model):
    """Each key is snake_case in English; projektplan is what it is called."""
    assert [s.key for s in fields_of(model) if not re.fullmatch(r"[a-z]+(_[a-z]+)*", s.key)] == []


@every_model
def test_lists_say_whether_order_matters(model):
    """Each list is marked as ordered or as a set."""
    for name, info in model.model_fields.items():
        _, _, marks = fields._unwrap(info.annotation, list(info.metadata))
        spec = field_of(model, info.alias or name)
        assert spec is not None
        marked = sum(isinstance(mark, Order) for mark in marks)
        assert marked == (spec.shape in ("ordered", "unordered"))


@every_model
def test_references_have_targets(model):
    """Each reference points at kinds that some model has, or at those that one is told by."""
    for spec in fields_of(model):
        assert set(spec.refs) <= KINDS_OF_ENTITIES, spec.key


@every_model
def test_shorthand_is_a_field(model):
    """The field that a short form fills exists; a text fills a text and a list a list."""
    if issubclass(model, Short):
        spec = field_of(model, model.shorthand)
        assert spec is not None
        assert spec.shape in ("ordered", "unordered") or spec.scalar is str
        assert [s.key for s in fields_of(model) if s.required and s is not spec] == []


@every_model
def test_identity_is_a_field(model):
    """What tells items apart is a field, unless the item has no identity or is a file."""
    if model.entity_kind and model not in KINDS.values():
        assert field_of(model, model.identity) is not None


def test_shapes_of_activity():
    """The kinds of fields are told apart: one value, lists, references, terms, models, mappings."""
    seen = {
        spec.key: (spec.shape, spec.model and spec.model.__name__, is_term(spec), spec.refs)
        for spec in fields_of(Activity)
        if spec.key in ("status", "stages", "goal", "responsible", "projektplan", "none", "risks")
    }
    assert seen == {
        "status": ("one", None, True, ()),
        "stages": ("ordered", None, True, ()),
        "goal": ("one", None, False, ("goal",)),
        "responsible": (
            "unordered", None, False, ("organisation", "class", "body", "unit", "role"),
        ),
        "projektplan": ("one", "Projektplan", False, ()),
        "none": ("mapping", None, False, ()),
        "risks": ("ordered", "Risk", False, ()),
    }  # fmt: skip


def test_kinds_of_text():
    """A text is known as a line, as prose, as an id or as an address."""
    goal = {spec.key: spec.text for spec in fields_of(Activity)}
    assert (goal["title"], goal["text"], goal["goal"], goal["previously"]) == (
        "line", "prose", "line", "previous",
    )  # fmt: skip
    assert {spec.text for spec in fields_of(PlanDocument) if spec.key == "url"} == {"url"}


def test_relation_inherits():
    """A model has the fields of those it is built on, each once."""
    inherited = [spec.key for spec in fields_of(Link)]
    assert [spec.key for spec in fields_of(Relation)] == [*inherited, "kind", "text"]


def test_unknown_field():
    """A key that a model lacks is no field; an attribute's own name is none either."""
    assert field_of(Roadmap, "ansvarig") is None
    assert field_of(KINDS["goal"], "from_") is None


class _Leaf(Value):
    text: str = required("Text")


class _Whole(Value):
    title: str = required("Titel")
    items: Ordered[_Leaf] = several("Delar")
    by_name: dict[str, _Leaf] = required("Namn")
    plain: dict[str, str] = required("Ord")
    tags: Annotated[Ordered[str], None] = several("Ord")


def test_leaves_and_parts():
    """Every value is found with its route, and every model with its own."""
    whole = _Whole.model_validate(
        {
            "title": "t",
            "items": Thinned.of([{"text": "a"}, {"text": "b"}]),
            "by_name": {"x": {"text": "c"}},
            "plain": {"y": "d"},
            "tags": ["e"],
        }
    )
    assert {leaf.route: leaf.value for leaf in leaves(whole)} == {
        ("title",): "t",
        ("items", 0, "text"): "a",
        ("items", 1, "text"): "b",
        ("by_name", "x", "text"): "c",
        ("plain", "y"): "d",
        ("tags", 0): "e",
    }
    assert [route for route, _ in parts(whole)] == [
        (), ("items", 0), ("items", 1), ("by_name", "x"),
    ]  # fmt: skip


def test_numbered():
    """Items are numbered as in the file, also after one before them was taken out."""
    thinned = Thinned.of([{"text": "a"}, "broken", {"text": "c"}])
    thinned.take_out(1)
    whole = _Whole.model_validate({"title": "t", "items": thinned, "by_name": {}, "plain": {}})
    assert [(n, item.text) for n, item in numbered(whole.items)] == [(0, "a"), (2, "c")]
    assert whole.items == (_Leaf(text="a"), _Leaf(text="c"))
    assert list(numbered(("x",))) == [(0, "x")]


def test_terms_have_swedish_labels():
    """Each value of each enumeration has a Swedish label, and no two of one have the same."""
    terms = {spec.scalar for model in MODELS for spec in fields_of(model) if is_term(spec)}
    for term in terms:
        assert term is not None
        assert issubclass(term, Term)
        labels = Counter(member.sv for member in term)
        assert (term, "" in labels, [x for x, n in labels.items() if n > 1]) == (term, False, [])
        for member in term:
            assert member.say("sv") == member.sv
            assert "_" not in member.say("en")
