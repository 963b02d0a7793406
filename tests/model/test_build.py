"""Building a model from a file in which something does not fit."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from fardplan.model._faulty import _stand_in, find_misfits
from fardplan.model.activity import Activity
from fardplan.model.approval import Approvals
from fardplan.model.base import Value, numbered
from fardplan.model.build import build
from fardplan.model.fields import fields_of, leaves, parts
from fardplan.model.links import ONE_TARGET
from fardplan.model.misfits import Misfit
from fardplan.model.roadmap import Roadmap
from fardplan.model.schema import KINDS
from fardplan.model.vision import Vision

ROADMAP = {"format": "1", "title": "Färdplan", "year": "2023", "profile": "action"}


def _routes(built):
    return {(misfit.rule, misfit.route) for misfit in built.misfits}


def test_nothing_wrong():
    """What fits is built as it is, with nothing to tell."""
    built = build(Activity, {"title": "A", "responsible": "a"}, {"title": "stem"})
    assert (built.value, built.misfits, built.made_up, built.lost) == (
        Activity(title="A", responsible=("a",)), (), frozenset(), frozenset(),
    )  # fmt: skip


def test_broken_field_hides_nothing():
    """Faults at every depth are told at once, and all that fits is kept."""
    built = build(
        Activity,
        {
            "title": "Tullhuset",
            "ansvarig": "a",
            "status": "pågår",
            "start": "2023-13",
            "end": "2024",
            "projektplan": {
                "mandate": "Uppdrag",
                "timeline": {"start": "x", "milestones": [{"date": "2023"}, {"title": "Klart"}]},
                "financing": [{"amount": "1e400"}, {"amount": "1,5", "unit": "MSEK"}],
                "budget": "100",
            },
        },
        {"title": "stem"},
    )
    assert _routes(built) == {
        ("unknown-key", ("ansvarig",)),
        ("invalid-value", ("status",)),
        ("invalid-value", ("start",)),
        ("invalid-value", ("projektplan", "timeline", "start")),
        ("missing-key", ("projektplan", "timeline", "milestones", 0, "title")),
        ("invalid-value", ("projektplan", "financing", 0, "amount")),
        ("unknown-key", ("projektplan", "budget")),
    }
    assert built.value is not None
    assert built.value.model_dump(mode="json", exclude_unset=True) == {
        "title": "Tullhuset",
        "end": "2024",
        "projektplan": {
            "mandate": "Uppdrag",
            "timeline": {"milestones": [{"title": "Klart"}]},
            "financing": [{}, {"amount": "1,5", "unit": "MSEK"}],
        },
    }
    assert built.made_up == frozenset()


def test_indexes_are_those_of_the_file():
    """An item that was taken out moves no other: not in misfits, nor in what is kept."""
    partners = [{"a": "b"}, "regionen", ["x"], None, "okand", ""]
    built = build(Activity, {"title": "A", "partners": partners}, {})
    assert {route for _, route in _routes(built)} == {("partners", n) for n in (0, 2, 3, 5)}
    assert built.value is not None
    assert built.value.partners == ("regionen", "okand")
    assert list(numbered(built.value.partners)) == [(1, "regionen"), (4, "okand")]
    found = {leaf.route: leaf.value for leaf in leaves(built.value) if leaf.route[0] == "partners"}
    assert found == {("partners", 1): "regionen", ("partners", 4): "okand"}


def test_indexes_of_later_faults_are_those_of_the_file():
    """A fault that shows only when others are mended still has its own index."""
    implements = [{"area": ["x"]}, {"goal": "a", "area": "b"}, {"goal": "ok"}, {"reviewed": "1.0"}]
    built = build(Activity, {"title": "A", "implements": implements}, {})
    assert _routes(built) == {
        ("invalid-value", ("implements", 0, "area")),
        ("invalid-value", ("implements", 1)),
        ("invalid-value", ("implements", 3)),
    }
    assert built.value is not None
    inside = [route for route, _ in parts(built.value) if route]
    assert inside == [("implements", 2)]


@pytest.mark.parametrize(
    ("key", "written", "route"),
    [
        ("questions", ["Hur?", ["x"], {"to": "you"}, ""], ("questions", 1, "text")),
        ("questions", ["Hur?", {"to": "you"}], ("questions", 1, "text")),
        ("drivers", ["a", {"id": "b"}], ("drivers", 1, "title")),
        ("ongoing", [{"title": "a"}, {"text": "b"}], ("ongoing", "items", 1, "title")),
        ("ongoing", {"items": [{"title": "a"}, {"text": "b"}]}, ("ongoing", "items", 1, "title")),
        ("ongoing", "allt", ("ongoing", "items")),
        ("target_groups", [["a"]], ("target_groups", 0, "text")),
        ("replaces", [{"titel": "x"}], ("replaces", 0, "titel")),
        ("cycle", {"title": "x", "steps": ["a", {"text": "b"}]}, ("cycle", "steps", 1, "title")),
    ],
)
def test_short_forms(key, written, route):
    """Values written in short are built and explained like those written in full."""
    built = build(Roadmap, ROADMAP | {key: written}, {})
    assert built.value is not None
    assert route in {misfit.route for misfit in built.misfits}


def test_short_list_keeps_its_other_items():
    """One broken item of a list written in short leaves the others."""
    built = build(Roadmap, ROADMAP | {"ongoing": [{"title": "a"}, {"x": "y"}, {"title": "c"}]}, {})
    assert built.value is not None
    assert built.value.ongoing is not None
    assert [(n, item.title) for n, item in numbered(built.value.ongoing.items)] == [
        (0, "a"), (2, "c"),
    ]  # fmt: skip


def test_an_item_with_several_faults_takes_no_other_with_it():
    """However much one item lacks, those after it stay; so do the items inside its neighbours."""
    lacking = {"ongoing": [{"title": "a"}, {"x": "y", "z": "w"}, {"title": "c"}, {"title": "d"}]}
    built = build(Roadmap, ROADMAP | lacking, {})
    assert built.value is not None
    assert built.value.ongoing is not None
    assert [(n, item.title) for n, item in numbered(built.value.ongoing.items)] == [
        (0, "a"), (2, "c"), (3, "d"),
    ]  # fmt: skip
    given = [{}, {"kind": "adopt", "id": "b"}, {"kind": "adopt", "id": "c"}]
    decided = build(Roadmap, ROADMAP | {"decisions": given}, {})
    assert decided.value is not None
    assert [one.id for one in decided.value.decisions] == ["b", "c"]


def test_a_list_of_approvals_keeps_what_is_whole():
    """An item that lacks nearly all its keys leaves the other items of a list."""
    whole = {
        "fingerprint": "b", "kind": "k", "entity": "e", "by": "r", "decision": "d", "date": "2024",
    }  # fmt: skip
    given = [{"fingerprint": "a"}, whole, {"kind": "k"}, whole | {"fingerprint": "c"}]
    built = build(Approvals, {"format": "1", "approvals": given}, {})
    assert built.value is not None
    assert [one.fingerprint for one in built.value.approvals] == ["b", "c"]


@pytest.mark.parametrize("root", [["a"], "text", None, []])
def test_root_is_no_mapping(root):
    """A file that holds a list or a text gives one misfit and no model."""
    built = build(Activity, root, {"title": "stem"})
    assert built.value is None
    assert [(m.rule, m.route) for m in built.misfits] == [("invalid-value", ())]


def test_empty_mapping():
    """A file with no keys gets its fallbacks and lacks what is required."""
    built = build(
        Roadmap, {}, {"title": "x", "year": "2000", "profile": "direction", "format": "1"}
    )
    assert _routes(built) == {("missing-key", (k,)) for k in ("format", "title", "year", "profile")}
    assert built.made_up == {"title", "year", "profile", "format"}
    assert built.value is not None


def test_fallbacks():
    """A required key that is missing, empty or of the wrong sort is made up from the fallbacks."""
    for data in ({}, {"title": None}, {"title": ["x"]}, {"title": ""}, {"titel": "x"}):
        built = build(Activity, data, {"title": "stem"})
        assert (len(built.misfits), sorted(built.made_up)) == (1, ["title"])
        assert built.value == Activity(title="stem")


def test_fallbacks_are_for_required_keys():
    """Nothing is made up for a key that may be absent."""
    built = build(Vision, {"title": "x", "text": ["y"]}, {"text": "stem"})
    assert (built.value, built.made_up) == (Vision(title="x"), frozenset())


def test_no_fallback():
    """Without a fallback for what is missing nothing is built, but all is told."""
    built = build(Activity, {"status": "x"}, {})
    assert built.value is None
    assert _routes(built) == {("missing-key", ("title",)), ("invalid-value", ("status",))}


def test_made_up_title_silences_no_other_title():
    """A title that was made up for the file does not hide one that is missing inside it."""
    built = build(Activity, {"sub_activities": [{"title": None}]}, {"title": "stem"})
    assert _routes(built) == {
        ("missing-key", ("title",)), ("invalid-value", ("sub_activities", 0, "title")),
    }  # fmt: skip


def test_lost_ids():
    """The ids that went away with what did not fit are known, so that nobody calls them absent."""
    milestones = [{"id": "a", "date": "2023"}, {"id": "b", "title": "B"}, {"Id": "c", "title": "C"}]
    plan = {"timeline": {"milestones": milestones}, "annex": [{"number": "7"}]}
    built = build(Activity, {"title": "A", "projektplan": plan}, {})
    assert built.lost == {"a", "c", "7"}


def test_required_part_takes_its_holder_with_it():
    """A value that lacks what it must have is left out whole, told once."""
    built = build(Activity, {"title": "A", "consequences": [{"group": ["x"], "text": "y"}]}, {})
    assert _routes(built) == {("invalid-value", ("consequences", 0, "group"))}
    assert built.value == Activity(title="A")


def test_dict_fields():
    """In a mapping with keys of the user's own, each value is judged by itself."""
    data = {
        "title": "A",
        "translations": {"en": {"title": "A"}, "de": ["x"], "": {"title": "B"}},
        "none": {"partners": "Inga.", "stages": None},
    }
    built = build(Activity, data, {})
    assert built.value is not None
    assert built.value.model_dump(exclude_unset=True) == {
        "title": "A", "translations": {"en": {"title": "A"}}, "none": {"partners": "Inga."},
    }  # fmt: skip
    assert {route[:2] for _, route in _routes(built)} == {
        ("translations", "de"), ("translations", ""), ("none", "stages"),
    }  # fmt: skip


def test_old_content():
    """Reading a past version never refuses: keys and values that nobody knows any more are left."""
    old = {
        "title": "Tullhuset",
        "prioritet": "1",
        "status": "i_drift",
        "start": "vecka 40",
        "responsible": "regionen",
        "projektplan": {"mandate": "Uppdrag", "budget": "100"},
    }
    built = build(Activity, old, {"title": "stem"})
    assert built.value is not None
    assert built.value.model_dump(exclude_unset=True) == {
        "title": "Tullhuset", "responsible": ("regionen",), "projektplan": {"mandate": "Uppdrag"},
    }  # fmt: skip
    assert len(built.misfits) == 4


def test_aliased_keys():
    """`from` and `for` stand in files as they are read, and nothing else does."""
    deadline = {"by": "2024", "for": "alla-kommuner"}
    milestone = {"title": "M", "deadlines": [deadline, {"by": "2025", "parties": ["x"]}]}
    shift = {"from": "a", "to": "b"}
    data = {"title": "A", "projektplan": {"timeline": {"milestones": [milestone]}}}
    built = build(Activity, data, {})
    assert _routes(built) == {
        ("unknown-key", ("projektplan", "timeline", "milestones", 0, "deadlines", 1, "parties")),
    }  # fmt: skip
    assert build(Activity, {"title": "A", "shift": shift}, {}).misfits[0].rule == "unknown-key"
    lacking = build(KINDS["goal"], {"title": "G", "shift": {"to": "b"}}, {})
    assert _routes(lacking) == {("missing-key", ("shift", "from"))}


def test_aliases_of_yaml_are_told_apart():
    """What an anchor repeats is one value in memory: mending it in one place leaves the other."""
    shared = [{"x": "y"}, "regionen", "lanet"]
    built = build(Activity, {"title": "A", "partners": shared, "responsible": shared}, {})
    assert built.value is not None
    assert built.value.partners == built.value.responsible == ("regionen", "lanet")
    assert shared == [{"x": "y"}, "regionen", "lanet"]


def test_deep_faults():
    """Sixty levels down, which is as deep as a file may go, faults are found and the rest kept."""
    item: dict[str, object] = {"title": "x", "quality": "?"}
    for _ in range(28):
        item = {"title": "x", "items": [item, {"text": "no title"}]}
    built = build(Roadmap, ROADMAP | {"ongoing": [item]}, {})
    assert built.value is not None
    assert len(built.misfits) == 29


def test_stand_ins_fit():
    """What stands in for a broken value fits its field, in every model, as one item and whole."""
    waiting, seen = list(KINDS.values()), set()
    while waiting:
        model = waiting.pop()
        if model in seen:
            continue
        seen.add(model)
        specs = fields_of(model)
        waiting += [spec.model for spec in specs if spec.model]
        least = {spec.key: _stand_in(spec, whole=True) for spec in specs if spec.required}
        for spec in specs:
            one = _stand_in(spec, whole=False)
            item = {"one": one, "mapping": {"x": one}}.get(spec.shape, [one])
            for value in (item, _stand_in(spec, whole=True)):
                told = _told(model, least | {spec.key: value})
                assert [m for m in told if m.text != ONE_TARGET] == [], (model, spec.key)


def _told(model: type[Value], data: object) -> tuple[Misfit, ...]:
    try:
        model.model_validate(data)
    except ValidationError as error:
        return find_misfits(model, data, error.errors())
    return ()


def test_values_that_were_given_the_same_keys_share_the_set_of_them():
    """A large repository has few sets of keys, whether a file was right or was mended."""
    one = build(Activity, {"title": "A", "goal": "g", "partners": ["x"]}, {})
    other = build(Activity, {"partners": ["y"], "goal": "h", "title": "B", "okänd": "1"}, {})
    assert other.misfits
    assert one.value is not None
    assert other.value is not None
    assert one.value.model_fields_set == {"title", "goal", "partners"}
    assert one.value.model_fields_set is other.value.model_fields_set
    more = one.value.model_copy(update={"area": "a"})
    assert more.model_fields_set == {"title", "goal", "partners", "area"}
    assert one.value.model_fields_set == {"title", "goal", "partners"}


KEYS = sorted(
    {info.alias or name for model in KINDS.values() for name, info in model.model_fields.items()}
)
SCALARS = st.none() | st.sampled_from(
    ["", "x", "2023", "1,5", "true", "a b", "pågår", "https://a.se"]
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*KEYS, "title", "id", "okänd"]), inner, max_size=4)
    ),
    max_leaves=12,
)


@settings(deadline=None)
@given(
    model=st.sampled_from(list(KINDS.values())),
    data=st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=6),
)
@example(model=Activity, data={"responsible": ""})  # a lone text in place of a list
def test_anything_can_be_built(model: type[Value], data: dict[str, object]):
    """Whatever stands in a file, something is built of it, and what was left out is told."""
    fallbacks = {"title": "x", "format": "1", "year": "2000", "profile": "direction"}
    built = build(model, data, fallbacks)
    assert built.value is not None
    assert len({(m.rule, m.route, m.text) for m in built.misfits}) == len(built.misfits)
    if built.made_up or built.lost:
        assert built.misfits
