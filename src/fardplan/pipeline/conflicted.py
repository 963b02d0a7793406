"""A file that git could not merge, told in words: both sides, between git's own marks.

Git compares such a file with the two sides. Were it shown as it is written and they in words, every
line would differ.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from fardplan.formats._file_words import write_words
from fardplan.locales.text import Lang
from fardplan.pipeline.one_file import read_content

_START, _BASE, _MIDDLE, _END = b"<<<<<<< ", b"||||||| ", b"=======", b">>>>>>> "


def write_conflicted(name: str, data: bytes, lang: Lang) -> list[str] | None:
    """Return both sides in words, with marks where they differ; None if it is no such file."""
    if _START not in data:
        return None
    sides, marks = _part(data)
    contents = [read_content(name, side) for side in sides]
    if len(marks) != len(sides) or contents[0] is None or contents[1] is None:
        return None
    ours, theirs = (write_words(one, lang) for one in contents if one)
    return list(_join(ours, theirs, *marks))


def _part(data: bytes) -> tuple[tuple[bytes, bytes], list[str]]:
    """Return the file as each side has it, and the first mark before and after a conflict."""
    sides: tuple[list[bytes], list[bytes]] = ([], [])
    marks: dict[bytes, str] = {}
    of: tuple[int, ...] = (0, 1)
    for line in data.splitlines(keepends=True):
        if line.startswith((_START, _END)):
            marks.setdefault(line[: len(_START)], line.decode("utf-8", "replace").rstrip())
            of = (0,) if line.startswith(_START) else (0, 1)
        elif line.startswith(_BASE) and of == (0,):
            of = ()
        elif line.rstrip() == _MIDDLE and of in ((0,), ()):
            of = (1,)
        else:
            for side in of:
                sides[side].append(line)
    ours, theirs = map(b"".join, sides)
    return (ours, theirs), [marks[key] for key in (_START, _END) if key in marks]


def _join(ours: list[str], theirs: list[str], start: str, end: str) -> Iterator[str]:
    """Yield what is in both once, and what differs between the marks."""
    for way, i, j, k, m in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if way == "equal":
            yield from ours[i:j]
        else:
            yield from (start, *ours[i:j], _MIDDLE.decode(), *theirs[k:m], end)
