"""Text for Typst: what PDF/A does not take is replaced, and long codes may break."""

from __future__ import annotations

import re
from functools import lru_cache

from fardplan.documents.typography import set_text
from fardplan.locales.text import Lang

BREAK = "\u200b"
"""Where a line may break without a hyphen; the template draws nothing there."""

_BLANK = re.compile(r"[ \t\r\n\v\f\x85\u2028\u2029]+")
_NO_TEXT = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufff9-\uffff"
    "\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
_UNSEEN = re.compile("[\u200b\u2060\ufeff]")
_LONG = re.compile(r"[^\s\u00a0]{19,}")
_JOINT = re.compile(r"(?<=[@._/\\=:;,&+|)\]])(?=\w)|(?<=\w)(?=[([])")
_RUN = re.compile(r"[^\u200b]{30}")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*[.,;:!?)”’]*")
_ADDRESS = re.compile(r"[(<“”\"]?(?:https?://|www\.)", re.IGNORECASE)
_LONGEST_WORD = 80


@lru_cache(maxsize=8192)
def clean(text: str) -> str:
    """Return text on one line, without characters that have no meaning of their own.

    Control characters, private ones and halves of characters become the replacement character.
    """
    return _NO_TEXT.sub("\ufffd", _UNSEEN.sub("", _BLANK.sub(" ", text)))


@lru_cache(maxsize=8192)
def write(text: str, lang: Lang) -> str:
    """Return words as the language sets them, with `BREAK` in what is too long for a line."""
    return _LONG.sub(_loosen, set_text(clean(text), lang))


def _loosen(found: re.Match[str]) -> str:
    word = found[0]
    if _ADDRESS.match(word) or (len(word) <= _LONGEST_WORD and _WORD.fullmatch(word)):
        return word  # Typst breaks addresses by itself, and hyphenates words
    return _RUN.sub(rf"\g<0>{BREAK}", _JOINT.sub(BREAK, word))
