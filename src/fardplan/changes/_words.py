"""How two texts differ, word by word, as data for every form of output."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal, NamedTuple

Op = Literal["equal", "delete", "insert"]


class Span(NamedTuple):
    """A stretch of text that both versions have, or only the old or only the new one."""

    op: Op
    text: str


class _Stretch(NamedTuple):
    """A stretch that stayed (`old == new`, `same`) or was replaced."""

    same: bool
    old: str
    new: str


# The matcher looks at every pair of equal tokens; beyond this it would be felt (about 0.1 s).
_MOST_PAIRS = 250_000
_MOST_TOKENS = 20_000

_SPACE = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"
# A token keeps the white space after it. "1 500 000", "7,50", "2023-10-26" and "e-hälsa" are one.
_WORD = re.compile(
    rf"(?:[0-9]{{1,3}}(?:[{_SPACE}][0-9]{{3}})+(?![0-9])(?:[.,][0-9]+)?"
    r"|[0-9]+(?:[-.,:/][0-9]+)*(?:\w+(?:[-’']\w+)*)?"
    r"|\w+(?:[-’':]\w+)*"
    r"|[^\w\s])\s*|\s+"
)
_PARAGRAPH_END = re.compile(r"\n(?:[ \t]*\n)+")
_SENTENCE_END = re.compile(r"[.!?…][\"”’)*_]*\s+|\n")


def diff_words(old: str, new: str) -> tuple[Span, ...]:
    """Compare two texts by paragraph, then sentence, then word.

    Joining what is equal and deleted gives `old`, and what is equal and inserted gives `new`,
    to the letter. Exchanging the texts exchanges deletions and insertions and nothing else. At a
    change the deletion stands first. Texts beyond what can be compared in a moment come out as
    one deletion and one insertion.
    """
    if old > new:
        return tuple(_spans(_mirror(_compare(new, old))))
    return tuple(_spans(_compare(old, new)))


def _compare(old: str, new: str) -> list[_Stretch]:
    rough = _join(_by_unit(old, new, (_paragraphs, _sentences)))
    return _join(_set_space_apart(_smooth(rough)))


def _mirror(stretches: list[_Stretch]) -> list[_Stretch]:
    return [_Stretch(same, new, old) for same, old, new in stretches]


def _spans(stretches: list[_Stretch]) -> Iterator[Span]:
    for same, old, new in stretches:
        if same:
            yield Span("equal", old)
            continue
        if old:
            yield Span("delete", old)
        if new:
            yield Span("insert", new)


def _paragraphs(text: str) -> list[str]:
    return _cut(text, _PARAGRAPH_END)


def _sentences(text: str) -> list[str]:
    return _cut(text, _SENTENCE_END)


def _cut(text: str, end: re.Pattern[str]) -> list[str]:
    """Cut a text after each match, losing nothing."""
    edges = [0, *(match.end() for match in end.finditer(text)), len(text)]
    return [text[a:b] for a, b in pairwise(edges)]


def _by_unit(
    old: str, new: str, units: tuple[Callable[[str], list[str]], ...]
) -> Iterator[_Stretch]:
    """Compare by the first unit, and what differs by the next smaller one, down to words."""
    if not old or not new:
        yield _Stretch(False, old, new)
        return
    if not units:
        yield from _by_word(old, new)
        return
    first, *smaller = units
    x, y = first(old), first(new)
    for same, i, j, k, m in _match(x, y):
        if same:
            yield _Stretch(True, "".join(x[i:j]), "".join(y[k:m]))
        else:
            yield from _by_unit("".join(x[i:j]), "".join(y[k:m]), tuple(smaller))


def _by_word(old: str, new: str) -> Iterator[_Stretch]:
    x, y = _WORD.findall(old), _WORD.findall(new)
    keys = ([token.rstrip() or token for token in tokens] for tokens in (x, y))
    for same, i, j, k, m in _match(*keys):
        if not same:
            yield _Stretch(False, "".join(x[i:j]), "".join(y[k:m]))
            continue
        for a, b in zip(x[i:j], y[k:m], strict=True):
            if a == b:
                yield _Stretch(True, a, b)
                continue
            word = a.rstrip()
            yield _Stretch(True, word, word)
            yield _Stretch(False, a[len(word) :], b[len(word) :])


def _match(x: list[str], y: list[str]) -> Iterator[tuple[bool, int, int, int, int]]:
    """Yield which stretches of two lists are the same: (same, x from, x to, y from, y to)."""
    most = min(len(x), len(y))
    head = next((n for n in range(most) if x[n] != y[n]), most)
    tail = next((n for n in range(most - head) if x[-1 - n] != y[-1 - n]), most - head)
    end_x, end_y = len(x) - tail, len(y) - tail
    if head:
        yield True, 0, head, 0, head
    inner_x, inner_y = x[head:end_x], y[head:end_y]
    if _is_too_much(inner_x, inner_y):
        yield False, head, end_x, head, end_y
    else:
        matcher = SequenceMatcher(None, inner_x, inner_y, autojunk=False)
        for op, i, j, k, m in matcher.get_opcodes():
            yield op == "equal", head + i, head + j, head + k, head + m
    if tail:
        yield True, end_x, len(x), end_y, len(y)


def _is_too_much(x: list[str], y: list[str]) -> bool:
    if max(len(x), len(y)) > _MOST_TOKENS:
        return True
    in_x, in_y = Counter(x), Counter(y)
    return sum(count * in_y[token] for token, count in in_x.items()) > _MOST_PAIRS


def _join(stretches: Iterable[_Stretch]) -> list[_Stretch]:
    """Join neighbours of the same sort, so that stretches alternate."""
    joined: list[_Stretch] = []
    for group in _grouped(stretches):
        old = "".join(stretch.old for stretch in group)
        new = "".join(stretch.new for stretch in group)
        if old or new:
            joined.append(_Stretch(group[0].same, old, new))
    return joined


def _grouped(stretches: Iterable[_Stretch]) -> Iterator[list[_Stretch]]:
    group: list[_Stretch] = []
    for stretch in stretches:
        if not stretch.old and not stretch.new:
            continue
        if group and group[0].same != stretch.same:
            yield group
            group = []
        group.append(stretch)
    if group:
        yield group


def _smooth(stretches: list[_Stretch]) -> Iterator[_Stretch]:
    """Join two changes over a lone word between them that is shorter than both.

    "[-Öka-]{+Minska+} i [-länet-]{+kommunen+}" reads worse than one change.
    """
    done: list[_Stretch] = []
    for stretch in stretches:
        done.append(stretch)
        while len(done) > 2 and _is_ragged(*done[-3:]):
            left, middle, right = done[-3:]
            old = left.old + middle.old + right.old
            done[-3:] = [_Stretch(False, old, left.new + middle.new + right.new)]
    yield from done


def _is_ragged(left: _Stretch, middle: _Stretch, right: _Stretch) -> bool:
    if not middle.same or len(middle.old.split()) > 1:
        return False
    size = len(middle.old.strip())
    return all(size <= max(len(side.old.strip()), len(side.new.strip())) for side in (left, right))


def _set_space_apart(stretches: Iterator[_Stretch]) -> Iterator[_Stretch]:
    """Take white space that both sides of a change begin or end with out of the change."""
    for stretch in stretches:
        if stretch.same:
            yield stretch
            continue
        old, new = stretch.old, stretch.new
        head = _common_space(old, new)
        tail = _common_space(old[head:][::-1], new[head:][::-1])
        yield _Stretch(True, old[:head], new[:head])
        yield _Stretch(False, old[head : len(old) - tail], new[head : len(new) - tail])
        yield _Stretch(True, old[len(old) - tail :], new[len(new) - tail :])


def _common_space(one: str, other: str) -> int:
    """Return how many characters of white space both texts begin with."""
    size = 0
    for a, b in zip(one, other, strict=False):
        if a != b or not a.isspace():
            break
        size += 1
    return size
