"""Merging field by field: what two changes make of a value, and that nothing else is taken."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from fardplan.pipeline.git_merging import Versions, _TwoMindsError, merge_values, merge_versions
from fardplan.source.yaml import read_yaml

VALUES = st.recursive(
    st.sampled_from("abc"),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from("xyz"), inner, max_size=3)
    ),
    max_leaves=6,
)
FLAT = st.dictionaries(st.sampled_from(["title", "text", "start", "end"]), st.sampled_from("abc"))


def merged(base: object, ours: object, theirs: object) -> object:
    """Return what comes of two changes, or None where they clash."""
    try:
        return merge_values(base, ours, theirs)
    except _TwoMindsError:
        return None


@given(VALUES, VALUES)
def test_one_change(base, new):
    """Where one branch has changed nothing, the other one's value holds; so it does for both."""
    assert merged(base, new, base) == merged(base, base, new) == merged(base, new, new) == new


@given(VALUES, VALUES, VALUES)
def test_both_ways(base, ours, theirs):
    """Which branch is merged into which makes no difference."""
    assert merged(base, ours, theirs) == merged(base, theirs, ours)


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "expected"),
    [
        ({"a": "1", "b": "2"}, {"a": "3", "b": "2"}, {"a": "1", "b": "4"}, {"a": "3", "b": "4"}),
        ({"a": "1"}, {}, {"a": "1", "b": "2"}, {"b": "2"}),
        ({}, {"a": "1"}, {"b": "2"}, {"a": "1", "b": "2"}),
        ({"a": "1"}, {"a": "2"}, {"a": "3"}, None),
        ({"a": "1"}, {}, {"a": "3"}, None),
        ({"a": None}, {}, {"a": None, "b": "1"}, {"b": "1"}),
        (["1", "2"], ["3", "2"], ["1", "4"], ["3", "4"]),
        (["1"], ["1", "2"], ["1", "3"], None),
        ([{"a": "1", "b": "2"}], [{"a": "3", "b": "2"}], [{"a": "1"}], [{"a": "3"}]),
    ],
)
def test_values(base, ours, theirs, expected):
    """Fields are merged one by one, items of a list where none has come or gone."""
    assert merged(base, ours, theirs) == expected


def write(values: dict[str, str]) -> bytes:
    """Return a file with one line a key."""
    return "".join(f"{key}: {value}\n" for key, value in values.items()).encode()


@given(FLAT.filter(bool), FLAT.filter(bool), FLAT.filter(bool))
@example({"text": "a", "title": "a"}, {"title": "a"}, {"title": "a", "text": "a"})
def test_fields(base, ours, theirs):
    """What is written is what the two changes say together, or nothing."""
    written = merge_versions(Versions(write(base), write(ours), write(theirs)))
    if written is not None:
        assert (read_yaml(written).values or {}) == merged(base, ours, theirs)


@pytest.mark.parametrize(
    "broken", [b"title: [\n", b"\x1fa: b\n", b"title: a\ntitle: b\n", b"\xff\n", b"- a\n"]
)
def test_what_is_left_to_git(broken):
    """What cannot be read is not merged by meaning."""
    versions = (b"title: a\nend: b\n", b"title: c\nend: b\n", broken)
    assert merge_versions(Versions(*versions)) is None


def test_texts_that_look_like_keys():
    """Lines of a text that begin like keys are lines of a text."""
    base = b"text: |\n  nar: nu\n  hur: s\nend: 1\n"
    ours, theirs = base.replace(b"nu", b"sen"), base.replace(b"end: 1", b"end: 2")
    both = ours.replace(b"end: 1", b"end: 2")
    assert merge_versions(Versions(base, ours, theirs)) == both
    assert merge_versions(Versions(base, ours, base.replace(b"hur: s", b"hur: x"))) is None


def test_line_ends():
    """A file from Windows stays as it is."""
    base = b"start: 1\r\nend: 2\r\n"
    ours, theirs = base.replace(b"1", b"3"), base.replace(b"2", b"4")
    assert merge_versions(Versions(base, ours, theirs)) == b"start: 3\r\nend: 4\r\n"
