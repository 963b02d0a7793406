"""Prints new YAML as an editor would write it: block style, quoted only where reading demands it.

What is printed reads back as what was given. A value is a text, number, truth value or None, or
mappings and lists of them. A text that YAML 1.2 would take for a number or a truth value is put in
quotation marks, so that every tool reads a text; `Bare` marks one that is meant as what it looks
like (a year, a sum). `Inline` asks for `[…]` or `{…}`, and `Noted` joins comments to a value.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, NamedTuple, TypeAlias

from fardplan.editing._scalars import Bare, print_key, print_scalar, print_text_block

__all__ = [
    "DEFAULT", "Bare", "Inline", "Layout", "Noted", "Plain", "as_read", "print_document",
    "print_flow", "print_item", "print_pair",
]  # fmt: skip

Plain: TypeAlias = (
    "str | int | bool | Decimal | Noted | Inline | Mapping[str, Plain] | Sequence[Plain] | None"
)
"""What can be printed."""


class Noted(NamedTuple):
    """A value with comments: lines above its key (or hyphen), one beside it, lines below it all."""

    value: Plain
    above: tuple[str, ...] = ()
    beside: str = ""
    below: tuple[str, ...] = ()


class Inline(NamedTuple):
    """A list or mapping to be written on one line, in brackets or braces."""

    value: Plain


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file is laid out: columns that a mapping and a hyphen stand in from the key above."""

    step: int = 2
    dash: int = 2
    longest: int = 100
    """From how many columns on a text is folded …"""
    width: int = 88
    """… and to how many."""


DEFAULT: Final = Layout()


def print_document(values: Mapping[str, Plain], above: Sequence[str] = ()) -> str:
    """Return a whole file: comment lines (`above`, without the `#`), then the pairs."""
    lines = [*_comments(above)]
    for key, value in values.items():
        lines += print_pair(key, value)
    return "\n".join([*lines, ""])


def print_pair(key: str, value: Plain, layout: Layout = DEFAULT, column: int = 0) -> list[str]:
    """Return the lines of `key: value`, from column 0; `column` is where they will stand."""
    value, above, beside, below = _take_notes(value)
    name = print_key(key)
    first, rest = _print_value(value, layout, column, len(name) + 2, layout.dash)
    return [*above, _join(f"{name}:", first, beside), *rest, *below]


def print_item(value: Plain, layout: Layout = DEFAULT, column: int = 0) -> list[str]:
    """Return the lines of `- value`, from column 0; `column` is where the hyphen will stand."""
    value, above, beside, below = _take_notes(value)
    if isinstance(value, Mapping) and value:
        lines = [line for key in value for line in print_pair(key, value[key], layout, column + 2)]
    elif _is_list(value) and value:
        lines = [line for one in value for line in print_item(one, layout, column + 2)]  # type: ignore[union-attr]
    else:
        text, rest = _print_value(value, layout, column, 2, layout.dash)
        return [*above, _join("-", text, beside), *rest, *below]
    # A comment before the first key stands above the hyphen, where it does not break the line.
    first = next(row for row, line in enumerate(lines) if not line.startswith("#"))
    head = _join(f"- {lines[first]}", "", beside)
    return [*above, *lines[:first], head, *_indent(lines[first + 1 :], 2), *below]


def print_flow(value: Plain) -> str:
    """Return a value on one line, as it stands between brackets or braces."""
    value, *_ = _take_notes(value)
    if isinstance(value, Inline):
        value = value.value
    if isinstance(value, Mapping):
        pairs = [f"{print_key(key)}: {print_flow(one)}" for key, one in value.items()]
        return "{" + ", ".join(pairs) + "}"
    if _is_list(value):
        return "[" + ", ".join(print_flow(one) for one in value) + "]"  # type: ignore[union-attr]
    return print_scalar(value, flow=True)  # type: ignore[arg-type]


def as_read(value: Plain) -> object:
    """Return a value as the reader will hand it back: texts, None, dicts and lists of them."""
    if isinstance(value, (Noted, Inline)):
        return as_read(value.value)
    if isinstance(value, Mapping):
        return {key: as_read(one) for key, one in value.items()}
    if _is_list(value):
        return [as_read(one) for one in value]  # type: ignore[union-attr]
    if isinstance(value, bool):
        return "true" if value else "false"
    return None if value is None else str(value)


def _print_value(
    value: Plain, layout: Layout, column: int, used: int, dash: int
) -> tuple[str, list[str]]:
    """Return what stands on the line of the key or hyphen, and the lines below it."""
    if isinstance(value, Inline):
        return print_flow(value), []
    if isinstance(value, Mapping) and value:
        at = column + layout.step
        lines = [line for key in value for line in print_pair(key, value[key], layout, at)]
        return "", _indent(lines, layout.step)
    if _is_list(value) and value:
        at = column + dash
        lines = [line for one in value for line in print_item(one, layout, at)]  # type: ignore[union-attr]
        return "", _indent(lines, dash)
    if isinstance(value, str) and not isinstance(value, Bare):
        room = layout.longest - column - used
        block = print_text_block(value, room, layout.width - column - layout.step)
        if block:
            return block[0], _indent(block[1:], layout.step)
    if isinstance(value, Mapping) or _is_list(value):
        return print_flow(value), []
    return print_scalar(value), []  # type: ignore[arg-type]


def _take_notes(value: Plain) -> tuple[Plain, list[str], str, list[str]]:
    """Return a value without its comments, and these as they are written."""
    if isinstance(value, Noted):
        return value.value, [*_comments(value.above)], value.beside, [*_comments(value.below)]
    return value, [], "", []


def _comments(lines: Sequence[str]) -> Iterator[str]:
    return (f"# {line}".rstrip() for line in lines)


def _join(head: str, value: str, beside: str) -> str:
    line = f"{head} {value}" if value else head
    return f"{line}  # {beside}" if beside else line


def _indent(lines: Sequence[str], columns: int) -> list[str]:
    return [" " * columns + line if line else line for line in lines]


def _is_list(value: object) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, (str, Noted, Inline))
