from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fardplan.figures.lettering import measure, shorten, wrap

TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=80)


@given(TEXTS, st.floats(30, 400))
def test_lines_fit_and_lose_nothing(text, width):
    """Each line is as wide as asked at most, and together they hold every letter."""
    lines = wrap(text, width, 14)
    assert all(measure(line, 14) <= width or len(line) <= 2 for line in lines)
    assert _letters("".join(lines)) == _letters(text)


@given(TEXTS, st.floats(40, 400), st.integers(1, 4))
def test_what_does_not_fit_is_seen_to_be_left_out(text, width, most):
    """With a limit of lines, the last says by "…" that there is more."""
    lines, whole = wrap(text, width, 14, most=most), wrap(text, width, 14)
    assert len(lines) <= most
    assert lines == whole or lines[-1].endswith("…") or len(whole) <= most


def _letters(text: str) -> str:
    return "".join(c for c in text if c not in " -")


@pytest.mark.parametrize(
    ("word", "lines"),
    [
        ("samverkansöverenskommelse", ("samverkansö-", "verenskom-", "melse")),
        ("hälso- och sjukvård", ("hälso- och", "sjukvård")),
        ("god-och-nära-vård", ("god-och-", "nära-vård")),
    ],
)
def test_words_break_where_a_part_begins(word, lines):
    """A long word breaks before a consonant that opens a part, or after a dash of its own."""
    assert wrap(word, 88, 14) == lines


def test_shortened_at_a_word():
    """Few letters are given up for a whole last word."""
    assert shorten("Pröva trygghetsteam i norr", 160, 14) == "Pröva trygghetsteam i…"
    assert shorten("Kort", 160, 14) == "Kort"
