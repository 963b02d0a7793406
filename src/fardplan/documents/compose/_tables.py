"""Tables whose columns are there only if some row has something to say in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fardplan.documents.blocks import Cell, Column, Table
from fardplan.documents.compose._view import View
from fardplan.documents.inline import Inline
from fardplan.model.base import Value

Row = Sequence[Cell | str]


def set_table(
    caption: Inline,
    head: Sequence[Column | str],
    rows: Iterable[Row],
    note: Inline = "",
) -> Table:
    """Return a table without the columns that no row fills; the first column always stays."""
    written = [tuple(row) for row in rows]
    kept = [
        place
        for place in range(len(head))
        if not place or any(_says(row[place]) for row in written)
    ]
    return Table(
        caption,
        tuple(head[place] for place in kept),
        tuple(tuple(row[place] for place in kept) for row in written),
        note=note,
    )


def _says(cell: Cell | str) -> bool:
    return bool(cell.content or cell.blocks) if isinstance(cell, Cell) else bool(cell)


def numeric(view: View, model: type[Value], key: str) -> Column:
    """Return a column of numbers that is headed by a field's name."""
    return narrow(view.label(model, key), numeric=True)


def narrow(title: str, *, numeric: bool = False) -> Column:
    """Return a column whose words (a year, a sum) stay on one line."""
    return Column(title, numeric=numeric, width="narrow")
