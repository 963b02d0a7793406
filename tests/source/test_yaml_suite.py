"""The official YAML test suite through the reader and `fmt`: its verdict and values, or a listed refusal."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from fardplan.editing.key_order import NOWHERE
from fardplan.editing.layout import NOT_SAME, UNUSUAL, lay_out_as
from fardplan.locales import yaml_faults as texts
from fardplan.locales.text import Text
from fardplan.source.yaml import read_yaml
from tests.fuzz.reader import check
from tests.source.yaml_suite import MISSING, Case, read_suite

MANUAL = Path(__file__).parents[2] / "docs" / "files" / "README.md"

REFUSED: list[tuple[str, Text, str]] = [
    # what the manual calls it, what is said, and the valid documents that are refused for it
    ("flera dokument i en fil", texts.SECOND_DOCUMENT, "6XDY 6ZKB 7Z25 9DXL 9KAX DK3J FP8R JHB9 KSS4 L383 M7A3 PUW8 RZT7 U9NS"),
    ("en fil utan innehåll", texts.EMPTY_FILE, "8G76 98YD AVM7 DK95/7"),
    ("en fil utan innehåll", texts.UNREADABLE, "HWV9 QT73"),
    ("instruktioner till läsaren", texts.DIRECTIVE, "2LFX 5TYM 6CK3 6LVF BEC7 C4HZ CC74 MUS6/2 MUS6/3 MUS6/4 MUS6/5 MUS6/6 P76L U3C3 W4TN Z9M4"),
    ("ord som börjar med `!`", texts.TAG, "2AUY 2XXW 33X3 35KP 565N 57H4 6JWB 6WLZ 735Y 74H7 7FWL 9WXW BU8L CUP7 EHF6 F2C7 FH7J J7PZ L94M M5C3 UGM3 WZ62 Z67P"),
    ("nycklar som inte är ett ord", texts.KEY_NOT_TEXT, "26DV 4FJ6 6BFJ 6PBE 9MMW E76Z KK5P LX3P M2N8/1 M5DY Q9WF RZP5 SBG9 V9D5 X38W XW4D"),
    ("en tom nyckel", texts.MISSING_KEY, "2JQS 2SXE 6M2F DFF7 NHX8 NKF9 PW8X S3PD SM9W/1"),
    ("en tom nyckel", texts.UNREADABLE, "M2N8/0 UKK6/0"),
    ("värden som slås ihop", texts.MERGE_KEY, ""),  # no key of the language itself: the suite has none
    ("tabbtecken som indrag", texts.TAB, "6BCT 6CA3 96NN/0 96NN/1 A2M4 DK95/0 DK95/3 DK95/4 Q5MG R4YG Y79Y/1 Y79Y/10"),
    ("tecken inom `[ ]` och `{ }` som kan missförstås", texts.BAD_ENUMERATION, "4MUZ/0 4MUZ/1 4MUZ/2 58MP 5MUD 5T43 CFD4 DBG4 HM87/0 JR7V K3WX UT92 VJP3/1"),
    ("tecken inom `[ ]` och `{ }` som kan missförstås", texts.COLON_IN_BRACKETS, "4ABK UDM2"),
    ("tecken inom `[ ]` och `{ }` som kan missförstås", texts.NO_SPACE_AFTER_COLON, "FRK4"),
    ("tecken inom `[ ]` och `{ }` som kan missförstås", texts.UNCLOSED_BRACKET, "NJ66"),
    ("tecken inom `[ ]` och `{ }` som kan missförstås", texts.UNCLOSED_QUOTE, "9SA2"),
    ("tecken inom `[ ]` och `{ }` som kan missförstås", texts.BAD_START, "652Z HM87/1"),
    ("namn efter `&` och `*` med andra tecken", texts.BAD_START, "8XYN W5VH Y2GN"),
    ("osynliga tecken", texts.ESCAPED_CONTROL, "G4RS"),
]  # fmt: skip
NOT_LAID_OUT = {
    UNUSUAL: "5WE3 7W2P GH63 HMQ5 JTV5 RR7F S9E8 SKE5 U3XV X8DW ZWK4",
    NOT_SAME: "JEF9/2",
}
WITHOUT_JSON = {"UKK6/2": ""}
"""What is read of the valid documents for which the suite has no values."""


@pytest.fixture(scope="module")
def suite() -> dict[str, Case]:
    """Return the cases by name, or leave the tests out where the suite is not here."""
    found = read_suite()
    if not found:
        pytest.skip(MISSING)
    return found


def test_whole_suite_is_here(suite):
    """There are 402 documents, of which 94 are invalid; 279 of the valid ones have values."""
    invalid = [case for case in suite.values() if not case.is_valid]
    told = [case for case in suite.values() if case.is_valid and case.said is not None]
    assert (len(suite), len(invalid), len(told)) == (402, 94, 279)


def test_invalid_documents_are_refused(suite):
    """Every document that is no YAML is refused, and nobody's file is changed by laying it out."""
    read = [
        case.name for case in suite.values() if not (case.is_valid or read_yaml(case.data).faults)
    ]
    assert read == []


def test_refusals(suite):
    """The valid documents that are refused are those listed, each for the reason listed."""
    found: dict[Text, set[str]] = {}
    for case in suite.values():
        if case.is_valid and (faults := read_yaml(case.data).faults):
            found.setdefault(faults[0].text, set()).add(case.name)
    listed: dict[Text, set[str]] = {}
    for _, text, names in REFUSED:
        listed.setdefault(text, set()).update(names.split())
    assert found == {text: names for text, names in listed.items() if names}


def test_values(suite):
    """All other documents have the values that the suite says."""
    wrong, without = [], {}
    for case in suite.values():
        document = read_yaml(case.data)
        if not case.is_valid or document.faults:
            continue
        if case.said is None:
            without[case.name] = document.values
        elif not (len(case.documents()) == 1 and is_same(document.values, case.documents()[0])):
            wrong.append(case.name)
    assert (wrong, without) == ([], WITHOUT_JSON)


def is_same(ours: Any, theirs: Any) -> bool:
    """Tell whether values are those of the suite; ours are left as text, whatever they look like."""
    if isinstance(theirs, dict):
        return isinstance(ours, dict) and ours.keys() == theirs.keys() and all(is_same(ours[key], theirs[key]) for key in theirs)  # fmt: skip
    if isinstance(theirs, list):
        return (
            isinstance(ours, list) and len(ours) == len(theirs) and all(map(is_same, ours, theirs))
        )
    if theirs is None or isinstance(theirs, str):
        return bool(ours == theirs)
    if isinstance(theirs, bool):
        return bool(ours == str(theirs).lower())
    return (
        isinstance(ours, str)
        and re.fullmatch(r"[-+]?[\d.]+", ours) is not None
        and float(ours) == theirs
    )


def test_layout(suite):
    """Every document that is read is laid out with the values it has, but for those listed."""
    left: dict[Text, set[str]] = {}
    for case in suite.values():
        check(case.data)
        if read_yaml(case.data).faults:
            continue
        if fault := lay_out_as(NOWHERE, case.data).fault:
            left.setdefault(fault.text, set()).add(case.name)
    assert left == {text: set(names.split()) for text, names in NOT_LAID_OUT.items()}


def test_without_the_c_parser(suite, monkeypatch):
    """The parser written in Python crashes on none of them."""
    monkeypatch.setattr("fardplan.source._yaml_events.CParser", None)
    for case in suite.values():
        document = read_yaml(case.data)
        assert document.faults or document.values is not None


def test_manual_lists_every_refusal():
    """The manual has a row for each sort of refusal, in this order, and no other."""
    part = (
        MANUAL.read_text("utf-8")
        .partition("## Det av YAML som inte läses")[2]
        .partition("\n## ")[0]
    )
    rows = re.findall(r"^\| (.+?) \|", part, re.MULTILINE)[1:]
    assert rows == list(dict.fromkeys(name for name, _, _ in REFUSED))
