"""What is taken out of a file goes with its own comments, and nothing else changes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fardplan.editing.removal import _without, remove
from fardplan.editing.splice import CannotEdit
from fardplan.source.yaml import read_yaml

ROOT = Path(__file__).parents[2]
FILES = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "roadmaps").rglob("*.yaml"))

CASES = {
    "key": ([("b",)], "a: 1\nb: 2   # två\nc: 3\n", "a: 1\nc: 3\n", ("# två",)),
    "comments above a key stay": (
        [("b",)], "a: 1\n# hör till b och c\nb: 2\nc: 3\n", "a: 1\n# hör till b och c\nc: 3\n", (),
    ),
    "block": (
        [("b",)], "a: 1\nb:\n  # inuti\n  - x: 1\n    y: 2\n  # sist\nc: 3\n", "a: 1\nc: 3\n",
        ("# inuti", "# sist"),
    ),
    "text in a block": ([("b",)], "a: 1\nb: |\n  rad\n\n  # text\nc: 3\n", "a: 1\nc: 3\n", ()),
    "last key": ([("b",)], "a: 1\nb: 2", "a: 1\n", ()),
    "blank lines close": ([("b",)], "a: 1\n\nb: 2\n\nc: 3\n", "a: 1\n\nc: 3\n", ()),
    "neighbours between blank lines": (
        [("b",), ("c",)], "a: 1\n\nb: 2\nc: 3\n\nd: 4\n", "a: 1\n\nd: 4\n", (),
    ),
    "item with its comments": (
        [("a", 1)], "a:\n  # ett\n  - 1\n  # två\n  - 2   # 2\n  # tre\n  - 3\n",
        "a:\n  # ett\n  - 1\n  # tre\n  - 3\n", ("# två", "# 2"),
    ),
    "item at the key's own column": ([("a", 0)], "a:\n- 1\n- 2\nb: 3\n", "a:\n- 2\nb: 3\n", ()),
    "mapping in an item": (
        [("a", 0, "y"), ("a", 1)], "a:\n  - x: 1\n    y: 2\n    z: 3\n  - x: 2\n",
        "a:\n  - x: 1\n    z: 3\n", (),
    ),
    "first key of an item": (
        [("a", 0, "x")], "a:\n  - x: 1\n    y: 2\n  - x: 2\n", "a:\n  - y: 2\n  - x: 2\n", (),
    ),
    "all items": ([("a", 0), ("a", 1)], "a:   # listan\n  - 1\n  - 2\nb: 3\n", "b: 3\n", ("# listan",)),
    "all the way up": ([("a", "b", 0, "c")], "x: 1\na:\n  b:\n    - c: 1\n", "x: 1\n", ()),
    "brackets, first": ([("a", 0)], "a: [1, 2, 3]  # tal\n", "a: [2, 3]  # tal\n", ()),
    "brackets, middle": ([("a", 1)], "a: [1, 2, 3]\n", "a: [1, 3]\n", ()),
    "brackets, last": ([("a", 2)], "a: [1, 2, 3]\n", "a: [1, 2]\n", ()),
    "brackets, two first": ([("a", 0), ("a", 1)], "a: [1, 2, 3]\n", "a: [3]\n", ()),
    "brackets, first and last": ([("a", 0), ("a", 2)], "a: [1, 2, 3]\n", "a: [2]\n", ()),
    "braces": ([("a", 0, "y")], "a:\n  - {x: 1, y: 2}\n", "a:\n  - {x: 1}\n", ()),
    "whole brackets": ([("a", 0)], "a: [1]\nb: 2\n", "b: 2\n", ()),
    "windows": ([("b",)], "a: 1\r\n\r\nb: 2\r\n\r\nc: 3\r\n", "a: 1\r\n\r\nc: 3\r\n", ()),
    "list in place of its mapping": (
        [("a", "items", 0)], "a:\n  - 1\n  - 2\n", "a:\n  - 2\n", (),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_cases(case):
    """Each case comes out to the byte, with the comments that went."""
    routes, before, after, gone = case
    assert remove(before.encode(), routes) == (after.encode(), gone)


@pytest.mark.parametrize(
    ("routes", "text"),
    [
        ([("x",)], "a: 1\n"),
        ([("a",)], "a: 1\n"),
        ([()], "a: 1\n"),
        ([("a",)], "a: &x 1\nb: *x\n"),
        ([("a",)], "a:\n  - &x 1\nb: *x\n"),
        ([("a", 0, "x")], "a:\n  - x: 1\n    # om y\n    y: 2\n"),
        ([("a",)], "a: [1\nb: 2\n"),
    ],
)
def test_refusals(routes, text):
    """What is not there, is all there is, is used elsewhere or cannot be read is left alone."""
    with pytest.raises(CannotEdit):
        remove(text.encode(), routes)


def _routes(value: Any, route: tuple[str | int, ...] = ()):
    parts = value.items() if isinstance(value, dict) else enumerate(value)
    for part, one in parts:
        yield (*route, part)
        if isinstance(one, dict | list):
            yield from _routes(one, (*route, part))


@settings(max_examples=300)
@given(data=st.data(), file=st.sampled_from(FILES))
def test_shipped(file, data):
    """From any file anything can be taken: what is left says the same, line by line as it was."""
    before = (ROOT / file).read_bytes()
    values = read_yaml(before).values
    routes = data.draw(st.sets(st.sampled_from(list(_routes(values))), min_size=1, max_size=4))
    try:
        after, _ = remove(before, routes)
    except CannotEdit:
        return
    kept = after.decode().splitlines()
    assert _is_thinned(kept, before.decode().splitlines())
    meant = _without(values, routes)
    while (thinner := _thin(meant)) != meant:
        meant = thinner
    assert _thin(read_yaml(after).values) == meant


def _thin(value: object) -> object:
    """Return values without lists and mappings that hold nothing."""
    if isinstance(value, dict):
        return {key: _thin(one) for key, one in value.items() if one not in ({}, [])}
    if isinstance(value, list):
        return [_thin(one) for one in value if one not in ({}, [])]
    return value


def _is_thinned(kept: list[str], before: list[str]) -> bool:
    """Tell whether every line left is one of those before, in order, or a part of one.

    The next key may stand at the hyphen of the first, which is gone.
    """
    rest = iter([line.strip("- ") for line in before])
    return all(any(_is_part(line.strip("- "), one) for one in rest) for line in kept)


def _is_part(line: str, before: str) -> bool:
    letters = iter(before)
    has_brackets = any(bracket in before for bracket in "}]")
    return line == before or (has_brackets and all(one in letters for one in line))
