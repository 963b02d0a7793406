from __future__ import annotations

import pytest

from fardplan.documents.typography import NBSP, set_text


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("KS §23", "KS §~23"),
        ("§§ 3", "§§~3"),
        ("s 31-32", "s.~31–32"),
        ("s. 15", "s.~15"),
        ("2023-2026", "2023–2026"),
        ("1 234 567 kr", "1~234~567~kr"),
        ("5,5 %", "5,5~%"),
        ("12 mnkr", "12~mnkr"),
        ("26 oktober 2023", "26~oktober 2023"),
        ("s 31 minuter", "s 31~minuter"),
        ("12 månader, 1 nytt område", "12~månader, 1~nytt område"),
        ("år 2023 och mål 2.10 är", "år 2023 och mål 2.10 är"),
        (
            'Kampanjen "Ring först!" ("Sex av 10" 2024)',
            "Kampanjen ”Ring först!” (”Sex av 10” 2024)",
        ),
    ],
)
def test_certain_forms_are_set_as_swedish_wants_them(written, shown):
    """Signs, pages, years, amounts and quotes are set; short numbers stay (`~`) with their word."""
    assert set_text(written, "sv") == shown.replace("~", NBSP)


@pytest.mark.parametrize(
    "text",
    [
        "2026-01-15",
        "KS 2018/1092",
        "Dnr 2019-2021",
        "VON/2014:48-042",
        "0123-2023-2024",
        "2024-2023",
        "https://x.se/2023-2026",
        "under 2023 100 personer",
        'en 5" skärm och en 7" skärm',
        '<a href="x" title="y">',
        'ett " ensamt',
    ],
)
def test_what_is_not_certain_is_left_alone(text):
    """Dates, registry numbers, addresses, inches and markup stay as they are written."""
    assert set_text(text, "sv") == text


def test_english_has_other_quotes():
    """Straight quotes become the pair of the language."""
    assert set_text('The "close care" plan', "en") == "The “close care” plan"


def test_turns_of_direction_end_with_their_text():
    """What turns the direction of reading is ended, the last first; what has ended is left."""
    assert set_text("a\u202eb\u2067c", "sv") == "a\u202eb\u2067c\u2069\u202c"
    assert set_text("a\u202eb\u202c 1\u2069", "sv") == "a\u202eb\u202c 1\u2069"


def test_setting_twice_changes_nothing_more():
    """The corrections are done once."""
    once = set_text("§23, s 31-32, 2023-2026, 1 200 000 kr", "sv")
    assert set_text(once, "sv") == once
