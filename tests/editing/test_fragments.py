"""New YAML: what is printed reads back as what was given, and looks as an editor would write it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fardplan.editing._refusal import CannotEdit
from fardplan.editing.fragments import (
    Bare,
    Inline,
    Layout,
    Noted,
    as_read,
    print_document,
    print_flow,
    print_pair,
)
from fardplan.source.yaml import read_yaml
from tests.editing.plain import KEYS, TEXTS, VALUES


def _read(text: str) -> object:
    document = read_yaml(text.encode())
    assert document.faults == ()
    return document.values


@given(st.dictionaries(KEYS, VALUES, min_size=1))
def test_reads_back(values):
    """Whatever is printed as a file reads back as the same values."""
    assert _read(print_document(values)) == as_read(values)


@given(KEYS, VALUES)
def test_reads_back_in_brackets(key, value):
    """So does whatever is printed on one line, in brackets and braces."""
    assert _read(f"k: {print_flow([{key: value}])}\n") == {"k": [{key: as_read(value)}]}


@given(VALUES, st.integers(2, 6), st.integers(0, 4))
def test_reads_back_in_other_layouts(value, step, dash):
    """So does what is printed with other indentation."""
    layout = Layout(step, min(dash, step))
    lines = print_pair("k", {"inner": value}, layout)
    assert _read("\n".join([*lines, ""])) == {"k": {"inner": as_read(value)}}


@given(TEXTS)
def test_lines_are_not_too_long(text):
    """A text of ordinary words is folded, so that no line is much longer than a screen."""
    printed = print_pair("text", text)
    if all(len(word) < 40 for word in text.split()) and "  " not in text and len(printed) > 1:
        assert max(map(len, printed)) <= 130 or "\n" in text


@pytest.mark.parametrize(
    ("value", "lines"),
    [
        ("Trygg hemgång", ["k: Trygg hemgång"]),
        ("nej", ["k: nej"]),
        ("2025-02-24", ["k: 2025-02-24"]),
        ("23", ['k: "23"']),
        (Bare("2024"), ["k: 2024"]),
        (Bare("a: b"), ['k: "a: b"']),
        (12, ["k: 12"]),
        (True, ["k: true"]),
        ("true", ['k: "true"']),
        ("1.0", ['k: "1.0"']),
        (None, ["k: null"]),
        ("null", ['k: "null"']),
        ("Exempel: en plan", ['k: "Exempel: en plan"']),
        ('"Ring" först: nu', ["k: '\"Ring\" först: nu'"]),
        ("a, b [c]", ["k: a, b [c]"]),
        (Inline(["a", "b, c"]), ['k: [a, "b, c"]']),
        ([], ["k: []"]),
        ({}, ["k: {}"]),
        (["a", {"b": "c", "d": ["e"]}], ["k:", "  - a", "  - b: c", "    d:", "      - e"]),
        ("Ett\nTvå\n", ["k: |", "  Ett", "  Två"]),
        ("Ett\n\nTvå", ["k: |-", "  Ett", "", "  Två"]),
        (Noted("a", above=("Varför",), beside="hit"), ["# Varför", "k: a  # hit"]),
        (
            [Noted({"b": Noted("c", above=("inne",))}, above=("ute",))],
            ["k:", "  # ute", "  # inne", "  - b: c"],
        ),
        (
            "ord " * 30 + "slut",
            ["k: >-", "  " + " ".join(["ord"] * 21), "  " + " ".join(["ord"] * 9) + " slut"],
        ),
    ],
)
def test_looks(value, lines):
    """Quoted only where reading demands it, block style, long and many-lined texts as blocks."""
    assert print_pair("k", value) == lines


def test_document():
    """A file begins with its comments."""
    head = ("yaml-language-server: $schema=x.json", "", "Om filen")
    assert print_document({"title": "T", "order": Bare("1")}, head) == (
        "# yaml-language-server: $schema=x.json\n#\n# Om filen\ntitle: T\norder: 1\n"
    )


@pytest.mark.parametrize("text", ["a\x00", "a\x1b[31m", "\u2028", "\ud800", "a\x85b"])
def test_characters_that_no_file_may_hold(text):
    """A text with such a character is refused: what is written can always be read."""
    with pytest.raises(CannotEdit):
        print_pair("k", text)
    with pytest.raises(CannotEdit):
        print_flow([text])
