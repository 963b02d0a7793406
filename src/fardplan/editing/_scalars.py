"""How one text, number or truth value is written, so that every reader takes it as it is meant."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from fardplan.editing._refusal import CannotEdit
from fardplan.locales.text import Text
from fardplan.source._encoding import UNPRINTABLE
from fardplan.source._yaml_events import NULLS

INVISIBLE = Text(
    "Texten innehåller ett tecken som inte går att skriva i en fil ({code}).",
    "The text holds a character that cannot be written in a file ({code}).",
)
RETYPE = Text(
    "Skriv om texten för hand i stället för att klistra in den.",
    "Type the text by hand instead of pasting it.",
)

_OTHER_TYPE: Final = re.compile(
    r"true|True|TRUE|false|False|FALSE|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)
"""What YAML 1.2 (core schema) takes for a truth value or a number."""

_INDICATORS: Final = frozenset("-?:,[]{}#&*!|>'\"%@`")
_BREAK: Final = re.compile(r"(?<=[^ \t]) (?=[^ \t])")
_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


class Bare(str):
    """A text that is written without quotation marks although it looks like a number: a year."""

    __slots__ = ()


def print_scalar(value: str | int | bool | Decimal | None, *, flow: bool = False) -> str:
    """Return a value on one line; in `flow` it stands between brackets or braces.

    Raises CannotEdit for a text with characters that no file may hold.
    """
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    check_printable(text)
    meant = not isinstance(value, str) or isinstance(value, Bare)
    if is_plain(text, flow=flow) and (meant or not _OTHER_TYPE.fullmatch(text)):
        return text
    return quote_text(text)


def print_key(key: str) -> str:
    """Return a key."""
    check_printable(key)
    return key if is_plain(key, flow=True) and key != "<<" else quote_text(key)


def is_plain(text: str, *, flow: bool = False) -> bool:
    """Tell whether a text can stand without quotation marks and be read as itself."""
    if text in NULLS or text != text.strip() or text.startswith(("---", "...")):
        return False
    if any(sign in text for sign in (": ", ":\t", " #", "\t", "\n", "\r")) or text.endswith(":"):
        return False
    if flow and any(sign in text for sign in ",[]{}:?"):
        return False
    return text[0] not in _INDICATORS or (text[0] == "-" and text[1:2].isalnum())


def quote_text(text: str, sign: str = "") -> str:
    """Return a text in quotation marks: those of `sign` where they can hold it."""
    single_fits = not any(one in text for one in "\n\t\r")
    prefer_single = sign == "'" or (not sign and ('"' in text or "\\" in text))
    if single_fits and prefer_single:
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(_ESCAPES.get(one, one) for one in text) + '"'


def print_text_block(text: str, room: int, width: int) -> list[str]:
    """Return a text as `>-` or `|`: its head, then its lines; empty where one line holds it.

    `room` is what fits on the line of its key, `width` to how many columns it is folded.
    """
    check_printable(text)
    if "\n" not in text:
        return [">-", *_fold(text, width)] if _is_long(text, room) else []
    lines = text.removesuffix("\n").split("\n")
    odd = not lines[-1] or text[0] in " \t\n" or "\r" in text
    if odd or any(line and not line.strip(" \t") for line in lines):
        return []
    return ["|" if text.endswith("\n") else "|-", *lines]


def check_printable(text: str) -> None:
    """Raise CannotEdit where a text holds a character that no file may hold."""
    if match := UNPRINTABLE.search(text):
        raise CannotEdit(INVISIBLE, {"code": f"U+{ord(match[0]):04X}"}, RETYPE)


def _is_long(text: str, room: int) -> bool:
    ends = text[:1] + text[-1:]
    return len(text) > room and " " not in ends and "\t" not in ends and bool(_BREAK.search(text))


def _fold(text: str, width: int) -> list[str]:
    """Break a text at single blanks, so that folding it back gives the same."""
    lines: list[str] = []
    for word in _BREAK.split(text):
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
