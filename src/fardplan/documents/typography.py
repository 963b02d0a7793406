"""Small certain corrections of how plain Swedish text is set; the source is never changed.

The source documents write "§23", "s 31–32" and "2023-2026"; the form to print is "§ 23",
"s. 31–32" and "2023–2026" with spaces that do not break.
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
_WORTH_A_LOOK = re.compile(r"[\d§]")


@lru_cache(maxsize=8192)
def set_text(text: str, lang: Lang) -> str:
    """Return the text with the dashes, points and no-break spaces that the language wants."""
    if not _WORTH_A_LOOK.search(text):
        return text
    for pattern, replacement in _ANYWHERE:
        text = pattern.sub(replacement, text)
    if lang == "sv":
        for pattern, plain in _SWEDISH:
            text = pattern.sub(plain, text)
    return text


def _unbroken(digits: str) -> str:
    return digits.replace(" ", NBSP)
