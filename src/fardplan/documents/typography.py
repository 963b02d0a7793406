"""Small certain corrections of how plain Swedish text is set; the source is never changed.

The source documents write "§23", "s 31–32" and "2023-2026"; the form to print is "§ 23",
"s. 31–32" and "2023–2026" with spaces that do not break. A keyboard has straight quotes alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from fardplan.locales.text import Lang

NBSP = "\u00a0"

_ANYWHERE: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"(§{1,2})\s?(?=\d)"), rf"\1{NBSP}"),
    (re.compile(r"(?<![\w/.:,–-])(\d{1,3}(?: \d{3})+)(?![\d,.]*\d)"), lambda m: _unbroken(m[1])),
    (
        re.compile(r"(?<![\w/.:–-])(?<!nr )((?:19|20)\d\d)-((?:19|20)\d\d)(?![\w/–-])"),
        lambda m: f"{m[1]}–{m[2]}" if m[1] < m[2] else m[0],
    ),
)
_SWEDISH: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<![\w.])s\.? ?(\d{1,4})\s?[-–]\s?(\d{1,4})(?![\w–-])"), rf"s.{NBSP}\1–\2"),
    (re.compile(r"(?<![\w.])s\. ?(?=\d)"), f"s.{NBSP}"),
    (
        re.compile(
            r"(?<=\d) (?=(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober"
            r"|november|december)\b)"
        ),
        NBSP,
    ),
    (
        re.compile(r"(?<=\d) (?=(?:kr|tkr|mnkr|mkr|kronor|miljoner|procent|år)\b|%)"),
        NBSP,
    ),
)
_NUMBER_AND_WORD = re.compile(r"(?<![\w.,:/§–−-])(\d{1,2}) (?=[a-zåäö])")
"""Few digits at the end of a line say nothing: "12 månader", "3 nya aktiviteter"."""
_QUOTED = re.compile(r"""(?<![^\s(–-])"(?=\w)([^"\n<>=]*)(?<=[\w.,:!?…)%])"(?!\w)""")
_QUOTES: dict[Lang, str] = {"sv": r"”\1”", "en": r"“\1”"}
_WORTH_A_LOOK = re.compile(r"[\d§\"\u202a-\u202e\u2066-\u2069]")
_TURNS = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_EMBEDDING_END, _ISOLATE_END = "\u202c", "\u2069"


@lru_cache(maxsize=8192)
def set_text(text: str, lang: Lang) -> str:
    """Return the text with the dashes, points, quotes and no-break spaces of the language."""
    if not _WORTH_A_LOOK.search(text):
        return text
    text = end_turns(text)
    for pattern, replacement in _ANYWHERE:
        text = pattern.sub(replacement, text)
    text = _QUOTED.sub(_QUOTES[lang], text)
    text = _NUMBER_AND_WORD.sub(rf"\1{NBSP}", text)
    if lang == "sv":
        for pattern, plain in _SWEDISH:
            text = pattern.sub(plain, text)
    return text


def end_turns(text: str) -> str:
    """Return text in which nothing that turns the direction of reading lasts beyond its end."""
    if text.isascii() or not _TURNS.search(text):
        return text
    ends: list[str] = []
    for turn in _TURNS.findall(text):
        if turn in (_EMBEDDING_END, _ISOLATE_END):
            if turn in ends:
                del ends[len(ends) - 1 - ends[::-1].index(turn) :]
        else:
            ends.append(_ISOLATE_END if turn >= "\u2066" else _EMBEDDING_END)
    return text + "".join(reversed(ends))


def _unbroken(digits: str) -> str:
    return digits.replace(" ", NBSP)
