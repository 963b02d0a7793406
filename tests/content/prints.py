"""Prints of the sources: hashes that tell copied prose and names, without holding either.

The prints were made from the text of each source (for the scanned one, from the text with å, ä and
ö restored): `python -m tests.content.prints 003 restored-003.txt`.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.content.counted import FOLDER, counted, formal_wordings
from tests.content.wording import fold, words

RUN = 12
SIZE = 8
STEM = 5


def runs(text: str) -> Iterator[tuple[bytes, str]]:
    """Yield the print of every run of twelve words, with the run."""
    each = words(text)
    for start in range(len(each) - RUN + 1):
        run = " ".join(each[start : start + RUN])
        yield hashlib.sha256(run.encode()).digest()[:SIZE], run


def stems(text: str) -> Iterator[str]:
    """Yield the first five letters of every word that has as many, without numbers."""
    for word in words(text):
        if len(word) >= STEM and word.isalpha():
            yield fold(word)[:STEM]


def name_prints(text: str, length: int) -> Iterator[str]:
    """Yield the print of every run of `length` words, letters only and without accents."""
    each = [word for word in words(fold(text)) if word.isalpha()]
    for start in range(len(each) - length + 1):
        yield hashlib.sha256(" ".join(each[start : start + length]).encode()).hexdigest()


@cache
def prose(source: str) -> frozenset[bytes]:
    """Return the prints of a source's running prose, its formal wordings left out."""
    data = (FOLDER / f"{source}.runs").read_bytes()
    return frozenset(data[start : start + SIZE] for start in range(0, len(data), SIZE))


@cache
def vocabulary(source: str) -> frozenset[str]:
    """Return the stems of the words that a source and its inventory use."""
    listed = frozenset(
        stem for wording in formal_wordings(counted(source)) for stem in stems(wording)
    )
    return listed | frozenset((FOLDER / f"{source}.stems").read_text(encoding="utf-8").split())


def make(source: str, text: str) -> None:
    """Write the prints of a source anew from its text."""
    formal = {digest for wording in formal_wordings(counted(source)) for digest, _ in runs(wording)}
    digests = {digest for digest, _ in runs(text)} - formal
    (FOLDER / f"{source}.runs").write_bytes(b"".join(sorted(digests)))
    lines = "\n".join(sorted(set(stems(text))))
    (FOLDER / f"{source}.stems").write_text(f"{lines}\n", encoding="utf-8")


if __name__ == "__main__":
    make(sys.argv[1], Path(sys.argv[2]).read_text(encoding="utf-8"))
