"""Rows in columns, of which the last holds sentences or titles of any length."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

_GAP = "  "
_NARROW = 30
"""With fewer columns left for the last cell it stands below the others instead."""


def lay_out(rows: Sequence[Sequence[str]], width: int) -> str:
    """Return one line for each row; where there is a width the last cell is folded to fit in."""
    widths = [
        max(map(cell_len, column)) for column in zip(*(row[:-1] for row in rows), strict=True)
    ]
    room = width - sum(widths) - len(_GAP) * len(widths)
    lines: list[str] = []
    for *cells, last in rows:
        filled = (
            cell + " " * (most - cell_len(cell)) for cell, most in zip(cells, widths, strict=True)
        )
        before = "".join(cell + _GAP for cell in filled)
        if not width:
            lines.append(before + last)
        elif room >= _NARROW:
            first, *rest = _fold(last, room)
            lines += [before + first, *(" " * (width - room) + line for line in rest)]
        else:
            lines += _fold(_GAP.join(cells), width)
            lines += [_GAP + line for line in _fold(last, width - len(_GAP))]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _fold(text: str, width: int) -> list[str]:
    from rich.text import Text as Styled

    from fardplan.formats._terminal import fold

    return [line.plain for line in fold(Styled(text), width)] or [""]
