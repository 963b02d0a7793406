"""Letters for a terminal that has not got all of them: something readable in their place."""

from __future__ import annotations

import codecs
import unicodedata

STAND_INS = "fardplan.stand-ins"
"""The name of the way to encode, once it is registered."""

_READABLE = {
    "”": '"', "“": '"', "’": "'", "–": "-", "—": "-", "−": "-", "…": "...", "·": "-", "•": "*",
    "→": "->", "←": "<-", "↑": "^", "✓": "v", "✔": "v", "✗": "x", "×": "x", "›": ">", "§": "par.",
    "│": "|", "┃": "|", "─": "-", "━": "-", "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+",
    "╭": "+", "╮": "+", "╰": "+", "╯": "+", "\xa0": " ", "\u202f": " ",
    "\N{SOFT HYPHEN}": "", "ß": "ss", "æ": "ae", "ø": "o", "Æ": "AE", "Ø": "O", "€": "euro",
}  # fmt: skip


def register() -> None:
    """Let streams replace what they cannot write."""
    codecs.register_error(STAND_INS, _replace)


def spell_out(text: str) -> str:
    """Return a text in letters of ASCII: as they are read, else a question mark."""
    return "".join(map(_spell, text))


def _spell(char: str) -> str:
    if char.isascii():
        return char
    if char in _READABLE:
        return _READABLE[char]
    plain = unicodedata.normalize("NFKD", char).encode("ascii", "ignore").decode("ascii")
    return plain or ("" if unicodedata.combining(char) else "?")


def _replace(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return spell_out(error.object[error.start : error.end]), error.end
