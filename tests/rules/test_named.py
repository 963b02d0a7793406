"""How things are called by kind and title in a sentence."""

from __future__ import annotations

import pytest

from fardplan.rules._named import Named, NamedList, shorten


@pytest.mark.parametrize(
    ("thing", "sv", "en"),
    [
        (Named("goal", "Trygg hemgång"), "målet ”Trygg hemgång”", "the goal “Trygg hemgång”"),
        (Named("goal", "Trygg", begins=True), "Målet ”Trygg”", "The goal “Trygg”"),
        (Named("goal", ""), "målet", "the goal"),
        (Named("roadmap", "Nära vård"), "färdplanen", "the roadmap"),
        (Named("vision", "Nära vård"), "målbilden", "the vision"),
        (Named("goal", "Ett\n mål"), "målet ”Ett mål”", "the goal “Ett mål”"),
    ],
)
def test_named(thing, sv, en):
    """A thing is called by its kind and title, a roadmap and its vision by their kind alone."""
    assert (thing.say("sv"), thing.say("en")) == (sv, en)


@pytest.mark.parametrize(
    ("titles", "sv", "en"),
    [
        ("A", "målet ”A”", "the goal “A”"),
        ("AB", "målet ”A” och målet ”B”", "the goal “A” and the goal “B”"),
        (
            "ABCD",
            "målet ”A”, målet ”B”, målet ”C” och målet ”D”",
            "the goal “A”, the goal “B”, the goal “C” and the goal “D”",
        ),
        (
            "ABCDE",
            "målet ”A”, målet ”B”, målet ”C” och 2 till",
            "the goal “A”, the goal “B”, the goal “C” and 2 more",
        ),
    ],
)
def test_named_list(titles, sv, en):
    """Four things are all named; of more the first three, and how many there are besides."""
    named = NamedList([Named("goal", title) for title in titles])
    assert (named.say("sv"), named.say("en")) == (sv, en)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Trygg  hemgång\n", "Trygg hemgång"),
        ("a" * 60, "a" * 60),
        ("a" * 61, "a" * 59 + "…"),
        ("a" * 58 + " bcd", "a" * 58 + "…"),
    ],
)
def test_shorten(title, expected):
    """A title is said in one line of at most sixty characters, with no blank where it is cut."""
    assert shorten(title) == expected
