"""A file in words: every line can be read by itself, and what is the same looks the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from fardplan.formats._file_words import write_words
from fardplan.pipeline.one_file import read_content

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "roadmaps").rglob("*.yaml"))
ACTIVITY = "roadmaps/a/activities/b.yaml"


def words(text: str, lang="sv", path: str = ACTIVITY) -> list[str]:
    """Return a file in words, with ordinary spaces."""
    content = read_content(path, text.encode())
    assert content is not None
    return [line.replace("\N{NO-BREAK SPACE}", " ") for line in write_words(content, lang)]


FULL = """\
# En fråga
risks:
  - {title: Ingen kommer, likelihood: high}
title: Träning
start: HT2025
projektplan:
  timeline: {end: 2026}
  financing: [{source: statliga, amount: 400000, year: 2024}]
decision_points:
  points: [{id: klart, title: Klart}]
partners: [c, b]
text: |
  Det är bra. ”Så”, sa hon. Kl. 8 är det t.ex. öppet.

  Nästa stycke.
goal:
vad: {b: 1, a: [x]}
"""


def test_words():
    """Keys come in one order, with the way there, and values in words."""
    assert words(FULL) == [
        "Titel: Träning",
        "Mål: anges inte",
        "Start: HT 2025",
        "Text: Det är bra.",
        "Text: ”Så”, sa hon.",
        "Text: Kl. 8 är det t.ex. öppet.",
        "Text: Nästa stycke.",
        "Medverkande: b",
        "Medverkande: c",
        "Beslutspunkter › Beslutspunkter › klart › Beslutspunkt: Klart",
        "Risker: risk: Ingen kommer; sannolikhet: hög",
        "Projektplan › Tidsplan › Slut: 2026",
        "Projektplan › Finansiering: medel: statliga; år: 2024; belopp: 400 000",
        'vad: {"a": ["x"], "b": "1"}',
        "# En fråga",
    ]


def test_english():
    """In English the keys are the labels."""
    lines = words("title: A\nstart: HT2025\npartners: b\n", "en")
    assert lines == ["Title: A", "Start: autumn term 2025", "Partners: b"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_real_files(path):
    """Git's temporary file, which has the name alone, is read as the real one is."""
    data = path.read_bytes()
    named = read_content(path.relative_to(ROOT).as_posix(), data)
    alone = read_content(f"git-blob-x/{path.name}", data)
    assert named is not None
    assert alone == named
    lines = write_words(named, "sv")
    assert lines
    assert all(line.isprintable() for line in lines)
    bare = b"".join(line for line in data.splitlines(keepends=True) if b"$schema=" not in line)
    guessed = read_content(path.name, bare)
    assert guessed is not None
    assert guessed.is_whole


def test_nothing_steers_the_terminal():
    """Control characters of a file are shown as replaced."""
    (line,) = words("title: a\N{RIGHT-TO-LEFT OVERRIDE}b\n")
    assert line == "Titel: a\N{REPLACEMENT CHARACTER}b"
