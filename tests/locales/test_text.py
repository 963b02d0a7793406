"""Texts with values, and values that are the user's own words."""

from __future__ import annotations

import pytest

from fardplan.locales.text import Text, in_any_language

WHERE = Text("i {place}", "in {place}")


@pytest.mark.parametrize("title", ["Målet", "Pröva {namn}", "{", "}}", "{0}"])
def test_words_of_the_user_are_kept(title):
    """A title is shown as it is written, whatever signs are in it, and can be filled in."""
    assert [in_any_language(title).say(lang) for lang in ("sv", "en")] == [title, title]
    filled = WHERE.fill(place=title)
    assert [filled.say("sv"), filled.say("en")] == [f"i {title}", f"in {title}"]


def test_filled_in_the_right_language():
    """A value that is a text itself is filled in in each language."""
    assert WHERE.fill(place=Text("filen", "the file")) == ("i filen", "in the file")
