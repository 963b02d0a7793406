from __future__ import annotations

import re
from collections import Counter
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from fardplan.editing.key_order import Spot, spot_in
from fardplan.editing.layout import lay_out
from fardplan.source.yaml import read_yaml
from tests.editing.written import PATHS, Author, Entry, Typist, Value

paths = st.sampled_from(PATHS)
seeds = st.integers(0, 2**32)
COMMENT = re.compile(r"# kommentar \d+ ”: - x")


def seeded(seed: int) -> Random:
    """Return what makes the same choices for the same seed."""
    return Random(seed)  # noqa: S311


def write(path: str, seed: int, *, tricky: bool = False) -> Value:
    """Return what a file says."""
    return Author(seeded(seed), tricky=tricky).write(path)


def type_out(value: Value, seed: int) -> bytes:
    """Return a file as one of many would type it."""
    return Typist(seeded(seed)).type(value)


@given(paths, seeds, seeds, st.booleans())
def test_nothing_is_lost(path, seed, habits, tricky):
    """A file that is laid out has the same values and comments, and stays as it is from then on."""
    data = type_out(write(path, seed, tricky=tricky), habits)
    before = read_yaml(data)
    laid = lay_out(path, data)
    assert (before.faults, laid.fault) == ((), None)
    assert read_yaml(laid.data) == before
    text = laid.data.decode()
    assert Counter(COMMENT.findall(text)) == Counter(COMMENT.findall(data.decode()))
    assert lay_out(path, laid.data) == laid
    assert laid.data.startswith(b"# yaml-language-server: $schema=x\n#\n\n")


@given(paths, seeds, seeds, seeds)
def test_habits_leave_no_trace(path, seed, one, other):
    """However a file is indented, however many blanks and which line ends it has, it comes out the same."""
    value = write(path, seed)
    assert lay_out(path, type_out(value, one)) == lay_out(path, type_out(value, other))


@given(paths, seeds, seeds)
def test_keys_stand_in_order(path, seed, habits):
    """The keys that a model knows stand in its order, at every depth."""
    laid = lay_out(path, type_out(write(path, seed), habits))
    check_order(read_yaml(laid.data).values, spot_in(path))


def check_order(value: object, spot: Spot) -> None:
    """Assert the order of the keys of a value and all in it."""
    if isinstance(value, dict):
        order = spot.keys()
        known = [key for key in value if key in order]
        assert known == sorted(known, key=order.index)
        for key, inner in value.items():
            check_order(inner, spot.enter(key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            check_order(inner, spot.enter(number))


@given(paths, seeds, seeds)
def test_comments_stay_with_their_keys(path, seed, habits):
    """A comment over a key is still right over it, and one at its end at the end of its line."""
    value = write(path, seed)
    lines = lay_out(path, type_out(value, habits)).data.decode().split("\n")
    row = {
        match[0]: number for number, line in enumerate(lines) for match in COMMENT.finditer(line)
    }
    for entry in entries(value):
        for number, comment in enumerate(entry.above):
            below = row[comment] + len(entry.above) - number
            while lines[below].lstrip().startswith("#"):  # those of a first key are over the hyphen
                below += 1
            assert starts(lines[below], entry)
        if entry.beside:
            assert starts(lines[row[entry.beside]], entry)


def starts(line: str, entry: Entry) -> bool:
    """Tell whether an entry begins on a line."""
    sign = "-" if entry.key is None else re.escape(entry.key) + ":"
    return re.match(rf" *(- )*{sign}( |$)", line) is not None


def entries(value: Value) -> list[Entry]:
    """Return all entries of a value."""
    return [one for entry in value.entries for one in (entry, *entries(entry.value))]


def test_other_parser(monkeypatch):
    """The parser written in Python leads to the same layout."""
    for seed in range(40):
        path = PATHS[seed % len(PATHS)]
        data = Typist(seeded(seed), tabs=False).type(write(path, seed, tricky=True))
        laid = lay_out(path, data)
        with monkeypatch.context() as patch:
            patch.setattr("fardplan.source._yaml_events.CParser", None)
            assert lay_out(path, data) == laid
