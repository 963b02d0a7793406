"""Changes in place: just what was meant, where it belongs, and nothing else."""

from __future__ import annotations

from difflib import SequenceMatcher
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fardplan.editing.fragments import Bare, Inline, as_read
from fardplan.editing.key_order import key_order
from fardplan.editing.splice import CannotEdit, append_item, replace_scalars, set_value
from fardplan.model.activity import Activity
from fardplan.model.roadmap import Roadmap
from fardplan.source.slots import place_of
from fardplan.source.yaml import read_yaml
from tests.editing.plain import TEXTS, VALUES

ROOT = Path(__file__).parents[2]
FILES = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "roadmaps").rglob("*.yaml"))


def _case(before: str, after: str) -> tuple[str, str]:
    return dedent(before).lstrip("\n"), dedent(after).lstrip("\n")


SET: dict[str, tuple[Any, ...]] = {
    "keeps quotation marks and comment": (
        ("version",), "2.0",
        *_case("version: '1.0'   # fast\n", "version: '2.0'   # fast\n"),
    ),
    "in its canonical place": (
        ("year",), Bare("2025"),
        *_case("format: 1\ntitle: T\nprofile: action\n", "format: 1\ntitle: T\nyear: 2025\nprofile: action\n"),
    ),
    "below the comments of what comes before": (
        ("status",), "draft",
        *_case("""
            level: county
            kind: plan
              # hör till kind
            # hör till owners
            owners: a
            """, """
            level: county
            kind: plan
              # hör till kind
            status: draft
            # hör till owners
            owners: a
            """),
    ),
    "first in the file, below its head": (
        ("format",), Bare("1"), *_case("# Huvud\n\n# Om titeln\ntitle: T\n", "# Huvud\n\n# Om titeln\nformat: 1\ntitle: T\n"),
    ),
    "first in an item": (
        ("bodies", 0, "id"), "a",
        *_case("bodies:\n  - title: A\n    text: B\n", "bodies:\n  - id: a\n    title: A\n    text: B\n"),
    ),
    "first in a nested mapping": (
        ("cover", "place"), "Ort",
        *_case("cover:\n  # dagen\n  date: 2024\n", "cover:\n  place: Ort\n  # dagen\n  date: 2024\n"),
    ),
    "with the mappings above it": (
        ("adoption", "by"), "2025-01-31",
        *_case("title: T\n", "title: T\nadoption:\n  by: 2025-01-31\n"),
    ),
    "in braces": (
        ("implements", 0, "reviewed"), "1.0",
        *_case("implements: [{goal: a/b}]\n", 'implements: [{goal: a/b, reviewed: "1.0"}]\n'),
    ),
    "first in braces": (
        ("validity", "from"), Bare("2024"),
        *_case("validity: {to: 2025}  # tid\n", "validity: {from: 2024, to: 2025}  # tid\n"),
    ),
    "prose leaves the braces": (
        ("implements", 0, "outcome"), "Ja, men hur?",
        *_case("""
            implements:
              - {goal: a/b}   # länets
            """, """
            implements:
              - goal: a/b   # länets
                outcome: Ja, men hur?
            """),
    ),
    "prose leaves the brackets around its braces": (
        ("implements", 0, "outcome"), "Ja, men hur?",
        *_case("""
            implements: [{goal: a/b}, {goal: c/d}]  # länets
            """, """
            implements:  # länets
              - goal: a/b
                outcome: Ja, men hur?
              - {goal: c/d}
            """),
    ),
    "a fourth key leaves brackets on one line": (
        ("implements", 1, "reviewed_by"), "Strateg",
        *_case("""
            implements: [{goal: a/b}, {goal: c/d, reviewed: "1.0", reviewed_on: 2024}]
            """, """
            implements:
              - {goal: a/b}
              - {goal: c/d, reviewed: "1.0", reviewed_on: 2024, reviewed_by: Strateg}
            """),
    ),
    "among comments in brackets it takes a line of its own": (
        ("implements", 0, "outcome"), "Ja, men hur?",
        *_case("""
            implements: [
              {goal: a/b},  # först
              {goal: c/d},
            ]
            """, """
            implements: [
              {goal: a/b,
               outcome: "Ja, men hur?"},  # först
              {goal: c/d},
            ]
            """),
    ),
    "a mark of a review leaves the braces": (
        ("implements", 0, "substance"), "1:1.0:0123456789abcdef",
        *_case("""
            implements:
              - {goal: a/b, reviewed: "1.0"}  # länets
            """, """
            implements:
              - goal: a/b  # länets
                reviewed: "1.0"
                substance: 1:1.0:0123456789abcdef
            """),
    ),
    "in the place of nothing": (
        ("cover", "place"), "Ort",
        *_case("title: T\ncover:   # ännu tomt\nyear: 2024\n", "title: T\ncover:   # ännu tomt\n  place: Ort\nyear: 2024\n"),
    ),
    "in the place of empty braces": (
        ("cover", "place"), "Ort", *_case("cover: {} # tomt\n", "cover: # tomt\n  place: Ort\n"),
    ),
    "a long text for a short one": (
        ("purpose",), "ord " * 30 + "slut",
        *_case("purpose: Kort   # varför\ntitle: T\n", "purpose: >-   # varför\n  " + " ".join(["ord"] * 21) + "\n  " + " ".join(["ord"] * 9) + " slut\ntitle: T\n"),
    ),
    "a short text for a long one": (
        ("purpose",), "Kort",
        *_case("purpose: >-\n  En lång\n  text\n\n\ntitle: T\n", "purpose: Kort\n\n\ntitle: T\n"),
    ),
    "a list for a text": (
        ("owners",), ["a", "b"], *_case("owners: a\nparties: c\n", "owners:\n  - a\n  - b\nparties: c\n"),
    ),
    "with the file's indentation and line ends": (
        ("adoption", "required_of"), ["a"],
        "bodies:\r\n- id: a\r\n- id: b\r\ncover:\r\n    place: X",
        "bodies:\r\n- id: a\r\n- id: b\r\ncover:\r\n    place: X\r\nadoption:\r\n    required_of:\r\n    - a",
    ),
    "with a byte order mark": (("title",), "U", "\ufefftitle: T\n", "\ufefftitle: U\n"),
}  # fmt: skip


@pytest.mark.parametrize("name", SET)
def test_set(name):
    """A value takes the place of another, or comes with its key where the key belongs."""
    route, value, before, after = SET[name]
    assert set_value(before.encode(), route, value, Roadmap).decode() == after


APPEND: dict[str, tuple[Any, ...]] = {
    "where there is no list": (
        ("parties",), "a", *_case("title: T\nbodies: []\n", "title: T\nparties:\n  - a\nbodies: []\n"),
    ),
    "to nothing": (("parties",), "a", *_case("parties:\nyear: 2024\n", "parties:\n  - a\nyear: 2024\n")),
    "to an empty list": (
        ("parties",), "a", *_case("parties: []   # inga\nyear: 2024\n", "parties:   # inga\n  - a\nyear: 2024\n"),
    ),
    "to a block": (
        ("parties",), "b",
        *_case("parties:\n  - a   # först\n    # mer om a\n# om året\nyear: 2024\n", "parties:\n  - a   # först\n    # mer om a\n  - b\n# om året\nyear: 2024\n"),
    ),
    "to a block as far in as its key": (
        ("parties",), "b", *_case("parties:\n- a\n# om året\nyear: 2024\n", "parties:\n- a\n- b\n# om året\nyear: 2024\n"),
    ),
    "at the end without a line break": (("parties",), "b", "parties:\n  - a", "parties:\n  - a\n  - b"),
    "to brackets": (("parties",), "b", *_case("parties: [a] # c\n", "parties: [a, b] # c\n")),
    "what does not fit in brackets": (
        ("key_points",), "Ja, och nej", *_case("key_points: [Ett, Två] # c\n", "key_points: # c\n  - Ett\n  - Två\n  - Ja, och nej\n"),
    ),
    "to a lone text": (("owners",), "b", *_case("owners: a # c\n", "owners: [a, b] # c\n")),
    "with blank lines between": (
        ("parties",), "c", *_case("parties:\n  - a\n\n  - b\n\nyear: 2024\n", "parties:\n  - a\n\n  - b\n\n  - c\n\nyear: 2024\n"),
    ),
    "a mapping": (
        ("adoptions",), {"id": "x", "parties": Inline(["a"]), "when": Bare("2024")},
        *_case("adoptions:\n  - parties: [b]\n", "adoptions:\n  - parties: [b]\n  - id: x\n    parties: [a]\n    when: 2024\n"),
    ),
    "to a list written in place of its mapping": (
        ("ongoing", "items"), "B", *_case("ongoing:\n  - A\n", "ongoing:\n  - A\n  - B\n"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", APPEND)
def test_append(name):
    """An item comes last in its list, however the list is written."""
    route, value, before, after = APPEND[name]
    assert append_item(before.encode(), route, value, Roadmap).decode() == after


REPLACE: dict[str, tuple[Any, ...]] = {
    "each in the quotation marks it had": (
        {("a",): "x", ("b",): "y's", ("c", 0): "z", ("d",): "1"},
        "a: \"p\" # 1\nb: 'q'\nc: [r, s]\nd: t\n", "a: \"x\" # 1\nb: 'y''s'\nc: [z, s]\nd: \"1\"\n",
    ),
    "written in place of a mapping": ({("delegated_to", "plan"): "y"}, "delegated_to: x\n", "delegated_to: y\n"),
    "written in place of a list": ({("responsible", 0): "y"}, "responsible: x\n", "responsible: y\n"),
    "through an alias, with what it stands for": (
        {("a", 0): "y", ("b", 0): "y"}, "a: &l [x]\nb: *l\n", "a: &l [y]\nb: *l\n",
    ),
    "with an anchor": ({("a",): "y"}, "a: &l x\nb: 1\n", "a: &l y\nb: 1\n"),
    "folded over lines": ({("a",): "y"}, "a: lång\n  rad # c\nb: 1\n", "a: y # c\nb: 1\n"),
}  # fmt: skip


@pytest.mark.parametrize("name", REPLACE)
def test_replace(name):
    """Texts are replaced where they are written."""
    texts, before, after = REPLACE[name]
    assert replace_scalars(before.encode(), texts).decode() == after


@pytest.mark.parametrize(
    ("route", "value", "content"),
    [
        (("title", "x"), "a", "title: T\n"),
        (("cover", "place"), "a", "cover: [b]\n"),
        (("bodies", 3, "id"), "a", "bodies: [{title: A}]\n"),
        (("parties",), "a", "parties:\n  - b # mer\n"),
        (("a",), "x", "a: &l [y]\nb: *l\n"),
        (("title",), "x", "title: [\n"),
        (("title",), "x", "title: a\ntitle: b\n"),
        (("title",), "\x1b", "title: a\n"),
        (("title",), "x", b"\xff"),
        (("title",), "x", ""),
    ],
)
def test_refusals(route, value, content):
    """What would change or lose anything else, or cannot be read, is refused with a reason."""
    data = content if isinstance(content, bytes) else content.encode()
    with pytest.raises(CannotEdit) as refusal:
        set_value(data, route, value, Roadmap)
    assert refusal.value.say("sv") != refusal.value.say("en")


def test_alias_that_should_differ():
    """One of two values that share an anchor cannot be changed alone."""
    with pytest.raises(CannotEdit):
        replace_scalars(b"a: &l [x]\nb: *l\n", {("a", 0): "y"})
    with pytest.raises(CannotEdit):
        append_item(b"parties: &l [x]\nactors: *l\n", ("actors",), "y", Roadmap)


def _values(data: bytes) -> Any:
    return read_yaml(data).values


def _routes(values: object, route=()):
    yield route, values
    if isinstance(values, dict):
        for key, value in values.items():
            yield from _routes(value, (*route, key))
    elif isinstance(values, list):
        for index, value in enumerate(values):
            yield from _routes(value, (*route, index))


def _changes(before: bytes, after: bytes) -> list[tuple[str, int, int]]:
    old, new = before.decode().splitlines(), after.decode().splitlines()
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [
        (tag, i2 - i1, j2 - j1) for tag, i1, i2, j1, j2 in matcher.get_opcodes() if tag != "equal"
    ]


def _comments(data: bytes) -> int:
    return data.count(b"# ")


@given(st.sampled_from(FILES), st.data())
def test_real_files_replace(path, data):
    """In a real file any text can be replaced: one line changes, the rest stays byte for byte."""
    content = (ROOT / path).read_bytes()
    leaves = [route for route, value in _routes(_values(content)) if isinstance(value, str)]
    route = data.draw(st.sampled_from(leaves))
    text = data.draw(TEXTS.filter(lambda text: "\n" not in text and len(text) < 40))
    after = replace_scalars(content, {route: text})
    values = _values(after)
    for part in route:
        values = values[part]
    assert values == text
    assert all(new <= 1 for _, _, new in _changes(content, after))
    assert len(_changes(content, after)) <= 1


@given(st.sampled_from(FILES), st.data())
def test_real_files_append(path, data):
    """To any list of a real file an item can be added; nothing else changes, no comment is lost."""
    content = (ROOT / path).read_bytes()
    model = place_of(path).model
    values = _values(content)
    lists = [route for route, value in _routes(values) if isinstance(value, list)]
    if not lists or model is None:
        return
    route = data.draw(st.sampled_from(lists))
    item = data.draw(VALUES)
    after = append_item(content, route, item, model)
    changed = _values(after)
    for part in route:
        values, changed = values[part], changed[part]
    assert changed == [*values, as_read(item)]
    assert _comments(after) >= _comments(content)
    assert len(_changes(content, after)) <= 2


@given(st.sampled_from(FILES), st.data())
def test_real_files_set(path, data):
    """Any key can be added to any mapping of a real file, or its text changed, and nothing else."""
    content = (ROOT / path).read_bytes()
    model = place_of(path).model
    values = _values(content)
    mappings = [route for route, value in _routes(values) if isinstance(value, dict)]
    route = data.draw(st.sampled_from(mappings))
    key = data.draw(st.sampled_from(["id", "title", "remarks", "okänd"]))
    value = data.draw(VALUES)
    before = values
    for part in route:
        before = before[part]
    if isinstance(before.get(key), (list, dict)) or (key in before and not isinstance(value, str)):
        return
    assert model is not None
    after = set_value(content, (*route, key), value, model)
    changed = _values(after)
    for part in route:
        changed = changed[part]
    assert changed == {**before, key: as_read(value)}
    assert _comments(after) >= _comments(content)


def test_order_is_the_models():
    """Keys set in any order end up in the canonical one."""
    data = b"title: T\n"
    for key in ("projektplan", "status", "goal", "sources", "kind", "previously"):
        data = set_value(data, (key,), "x", Activity)
    keys = list(_values(data))
    assert keys == sorted(keys, key=key_order(Activity).index)
    assert len(keys) == 7
