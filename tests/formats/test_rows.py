"""Rows in columns, in a terminal of any width."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from fardplan.formats._rows import lay_out

ROWS = [
    ("kort", "fel", "En mening som är så lång att den inte får plats i ett smalt fönster."),
    ("ett-langre-namn", "varning", "Kort."),
    ("漢字", "info", ""),
]


def test_where_there_is_no_width_each_row_is_a_line():
    """A pipe gets lines that grep and cut can take."""
    assert lay_out(ROWS, 0) == (
        "kort             fel      En mening som är så lång att den inte får plats i ett smalt "
        "fönster.\n"
        "ett-langre-namn  varning  Kort.\n"
        "漢字             info\n"
    )


def test_last_column_is_folded_in_its_place():
    """The names stand free, and what folds hangs under its own column."""
    assert lay_out(ROWS[:2], 60) == (
        "kort             fel      En mening som är så lång att den\n"
        "                          inte får plats i ett smalt\n"
        "                          fönster.\n"
        "ett-langre-namn  varning  Kort.\n"
    )


def test_last_column_stands_below_where_there_is_little_room():
    """No column is left so narrow that each word gets a line."""
    assert lay_out(ROWS[:2], 40) == (
        "kort  fel\n"
        "  En mening som är så lång att den inte\n"
        "  får plats i ett smalt fönster.\n"
        "ett-langre-namn  varning\n"
        "  Kort.\n"
    )


@pytest.mark.parametrize("width", [40, 56, 57, 80, 200])
def test_nothing_is_wider_than_the_terminal(width):
    """Nor is anything lost."""
    shown = lay_out(ROWS, width)
    assert max(map(cell_len, shown.splitlines())) <= width
    assert shown.split() == " ".join(cell for row in ROWS for cell in row).split()


def test_nothing_is_nothing():
    """No rows are no lines."""
    assert lay_out([], 40) == ""
