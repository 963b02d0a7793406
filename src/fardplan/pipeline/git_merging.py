"""Merging two versions of a file, field by field where git's lines are too coarse.

Git merges lines, and takes two changed lines that touch for a conflict: a new start and a new end,
say. Where it does, it is asked once more with a line of our own before every key, so that fields
never touch. What comes of that is taken only if it says exactly what the two changes together say;
else the conflict stays as git shows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from fardplan.source.git_lines import merge_lines
from fardplan.source.yaml import read_yaml

_KEY = re.compile(rb"([ -]*[A-Za-z_][\w-]*)[ \t]*:")
_SEPARATOR = b"\x1f"
"""What no YAML may hold; git takes it for text."""


class _Nothing:
    """Stands for a key that is not there."""


_NOTHING: Final = _Nothing()


class _TwoMindsError(Exception):
    """Both sides have changed the same value, and not to the same."""


@dataclass(frozen=True, slots=True)
class Versions:
    """A file as it was, and as each of the two branches has it."""

    base: bytes
    ours: bytes
    theirs: bytes

    def __iter__(self) -> Iterator[bytes]:
        """Yield the three."""
        return iter((self.base, self.ours, self.theirs))


def merge_versions(versions: Versions) -> bytes | None:
    """Merge as git does, and field by field where that is a conflict or says something else.

    Lines that merge may say what neither meant: a key that one has taken out and the other has
    moved comes back. None where the two clash, or no merger of lines says what they mean; then git
    does as it would without fardplan.
    """
    merged = merge_lines(*versions)
    if any(_SEPARATOR in one for one in versions):
        return merged
    documents = [read_yaml(one) for one in versions]
    if any(one.faults for one, data in zip(documents, versions, strict=True) if data.strip()):
        return merged
    try:
        intended = merge_values(*(one.values or {} for one in documents))
    except _TwoMindsError:
        return merged
    if merged is not None and _says(merged, intended):
        return merged
    separated = [_separate(one) for one in versions]
    for union in (False, True):
        if (merged := merge_lines(*separated, union=union)) is not None:
            joined = _join(merged)
            if _says(joined, intended):
                return joined
    return None


def _says(data: bytes, intended: object) -> bool:
    """Tell whether a file can be read and says just that."""
    read = read_yaml(data)
    return not read.faults and (read.values or {}) == intended


def merge_values(base: object, ours: object, theirs: object) -> object:
    """Return what both changes together make of a value; raises _TwoMindsError where they clash."""
    if theirs in (ours, base):
        return ours
    if ours == base:
        return theirs
    if isinstance(ours, dict) and isinstance(theirs, dict):
        before = base if isinstance(base, dict) else {}
        keys = dict.fromkeys((*ours, *theirs, *before))
        merged = {
            key: merge_values(*(one.get(key, _NOTHING) for one in (before, ours, theirs)))
            for key in keys
        }
        return {key: value for key, value in merged.items() if value is not _NOTHING}
    lists = [one for one in (base, ours, theirs) if isinstance(one, list)]
    if len(lists) == len(Versions.__slots__) and len({len(one) for one in lists}) == 1:
        return [merge_values(*items) for items in zip(*lists, strict=True)]
    raise _TwoMindsError


def _separate(data: bytes) -> bytes:
    """Return a file with a line before every key, which only that key has."""
    lines = []
    for line in data.splitlines(keepends=True):
        if (key := _KEY.match(line)) is not None:
            lines.append(_SEPARATOR + key[1] + b"\n")
        lines.append(line)
    return b"".join(lines)


def _join(data: bytes) -> bytes:
    lines = data.splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(_SEPARATOR))
