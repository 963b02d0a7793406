"""Every fault of a YAML file: its rule, its place, and words that say what to do."""

from __future__ import annotations

import re

import pytest

from fardplan.locales import yaml_faults as texts
from fardplan.locales.text import LANGUAGES
from fardplan.source._yaml_events import read_events_in_python
from fardplan.source._yaml_nodes import NodeReader
from fardplan.source.faults import Fault, Place
from fardplan.source.yaml import read_yaml

SYNTAX = [
    # what is written, line, column, end, what is said, where it began
    ("a:\n\t\tb: 1\n", 2, 1, 3, texts.TAB, None),
    ("a:\n  b: 1\n\tc: 2\n", 3, 1, 2, texts.TAB, None),
    ("-\ta: 1\n", 1, 2, 3, texts.TAB, None),
    ("a: |\n\tx\n", 2, 1, 2, texts.TAB, None),
    ('title: "abc\ngoal: x\n', 1, 11, 12, texts.UNCLOSED_QUOTE, (1, 8)),
    ('title: "abc\ngoal: "x"\n', 1, 11, 12, texts.UNCLOSED_QUOTE, (1, 8)),
    ("title: 'abc\n  def\n\ngoal: x\n", 2, 5, 6, texts.UNCLOSED_QUOTE, (1, 8)),
    ("- id: 'x\n  a: b\n", 1, 8, 9, texts.UNCLOSED_QUOTE, (1, 7)),
    ('a: "b\n  c: d\n', 2, 6, 7, texts.UNCLOSED_QUOTE, (1, 4)),
    ("title: 'it's nice'\n", 1, 12, 19, texts.TEXT_AFTER_QUOTE, None),
    ('title: "Foo" är bra # x\n', 1, 14, 24, texts.TEXT_AFTER_QUOTE, None),
    ('"""', 1, 3, 4, texts.UNCLOSED_QUOTE, None),
    ('""""', 1, 3, 5, texts.TEXT_AFTER_QUOTE, None),
    ("title: [\n", 1, 8, 9, texts.UNCLOSED_BRACKET, None),
    ("stages: [a, b\nstage: x\n", 1, 13, 14, texts.UNCLOSED_BRACKET, (1, 9)),
    ("a: {b: c\nd: e\n", 1, 8, 9, texts.UNCLOSED_BRACKET, (1, 4)),
    ("f:\n  - {a: b, c: d\n  - {a: b}\ng: 1\n", 2, 15, 16, texts.UNCLOSED_BRACKET, (2, 5)),
    ("a: [b, c}\n", 1, 9, 10, texts.WRONG_BRACKET, (1, 4)),
    ("a: [1] text\n", 1, 8, 12, texts.TEXT_AFTER_BRACKET, None),
    ("a: {b: c? d: e}\n", 1, 9, 10, texts.BAD_ENUMERATION, (1, 4)),
    ("a: [b, c: d: e]\n", 1, 12, 13, texts.BAD_ENUMERATION, (1, 4)),
    ("a: {b:c, d}\n", 1, 6, 7, texts.NO_SPACE_AFTER_COLON, None),
    ("a: {b: c, d:e}\n", 1, 12, 13, texts.NO_SPACE_AFTER_COLON, None),
    ("a: {url: https://example.se/x}\n", 1, 10, 30, texts.COLON_IN_BRACKETS, None),
    ("a: {b: Se mailto:x, c: d}\n", 1, 8, 19, texts.COLON_IN_BRACKETS, None),
    ("a: [https://example.se]\n", 1, 5, 23, texts.COLON_IN_BRACKETS, None),
    ("a: {b: c,\n  url: https://example.se}\n", 2, 8, 26, texts.COLON_IN_BRACKETS, None),
    ("title: Foo: bar\n", 1, 11, 12, texts.COLON_IN_TEXT, None),
    ("a: 😀: x\n", 1, 5, 6, texts.COLON_IN_TEXT, None),
    ("- a\n- b: c: d\n", 2, 7, 8, texts.COLON_IN_TEXT, None),
    ("title: ”Foo: bar”\n", 1, 12, 13, texts.COLON_IN_TEXT, None),
    ("k" * 1100 + ": b\n", 1, 1101, 1102, texts.COLON_IN_TEXT, None),
    ("title: abc\n  goal: x\n", 2, 3, 10, texts.TOO_FAR_RIGHT, None),
    ("- id: x\n   title: y\n", 2, 4, 12, texts.TOO_FAR_RIGHT, None),
    ("goal:x\nb: 1\n", 1, 5, 6, texts.NO_SPACE_AFTER_COLON, None),
    ("title: abc\ngoal:x\nb: 1\n", 2, 5, 6, texts.NO_SPACE_AFTER_COLON, None),
    ("title: abc\ngoal:\u00a0x\nb: 1\n", 2, 6, 7, texts.NO_BREAK_SPACE, None),
    ("title: abc\n5\u00a0000 kr\nb: 1\n", 2, 1, 9, texts.NO_COLON, None),
    ("title: abc\ngoal\nb: 1\n", 2, 1, 5, texts.NO_COLON, None),
    ("a: |\n  x\ny\nb: 1\n", 3, 1, 2, texts.NO_COLON, None),
    (": b\n", 1, 1, 2, texts.MISSING_KEY, None),
    ("a: b\n<<<<<<< HEAD\nc: d\n=======\nc: e\n>>>>>>> gren\n", 2, 1, 13, texts.CONFLICT, None),
    ("<<<<<<< HEAD\r\nc: d\r\n=======\r\nc: e\r\n>>>>>>> x\r\n", 1, 1, 13, texts.CONFLICT, None),
    ("a: |\n<<<<<<< HEAD\n  b\n=======\n>>>>>>> å\n", 2, 1, 13, texts.CONFLICT, None),
    ("a: 1\n<<<<<<< c: d: e\n", 2, 1, 16, texts.TOO_FAR_RIGHT, None),
    ("a:\n    b: 1\n  c: 2\n", 3, 3, 7, texts.BAD_INDENT, None),
    ("a:\n  - x\n - y\n", 3, 2, 5, texts.BAD_INDENT, None),
    ("a: 1\n- b\n", 2, 1, 4, texts.ITEM_AMONG_KEYS, None),
    ("- b\na: 1\n", 2, 1, 5, texts.KEY_AMONG_ITEMS, None),
    ("- id: x\n title: y\n", 2, 2, 10, texts.KEY_AMONG_ITEMS, None),
    ("- 'a' b\n", 1, 7, 8, texts.TEXT_AFTER_QUOTE, None),
    ("a: - b\n", 1, 4, 7, texts.ITEM_AFTER_KEY, None),
    ("a: @b c\n", 1, 4, 6, texts.BAD_START, None),
    ("a: `b`\n", 1, 4, 7, texts.BAD_START, None),
    ("a: %b\n", 1, 4, 6, texts.BAD_START, None),
    ("a: ]\n", 1, 4, 5, texts.BAD_START, None),
    ("a: , b\n", 1, 4, 5, texts.BAD_START, None),
    ("a: ? b\n", 1, 4, 5, texts.BAD_START, None),
    ("a: **b** c\n", 1, 4, 9, texts.BAD_START, None),
    ("a: &\n", 1, 4, 5, texts.BAD_START, None),
    ("a: &x &y b\n", 1, 4, 6, texts.BAD_START, None),
    ("a: !mål b\n", 1, 4, 8, texts.BAD_START, None),
    ("a: !x!y b\n", 1, 4, 8, texts.BAD_START, None),
    ("a: > text\n", 1, 4, 10, texts.TEXT_BESIDE_BLOCK, None),
    ("a: |0\n", 1, 4, 6, texts.TEXT_BESIDE_BLOCK, None),
    ('a: "C:\\mapp"\n', 1, 7, 9, texts.BAD_ESCAPE, None),
    ('a: "\\ud800"\n', 1, 5, 7, texts.BAD_ESCAPE, None),
    ("a: 1\n---\nb: 2\n", 2, 1, 4, texts.SECOND_DOCUMENT, None),
    ("a: 1\n...\nb: 2\n", 3, 1, 5, texts.SECOND_DOCUMENT, None),
    ("%YAML 1.3\n---\na: b\n", 1, 1, 10, texts.DIRECTIVE, None),
    ("%50 av\na: b\n", 1, 1, 7, texts.DIRECTIVE, None),
    ("...\n", 1, 1, 4, texts.UNREADABLE, None),
    ("", 1, 1, 1, texts.EMPTY_FILE, None),
    ("# a\n\n", 1, 1, 1, texts.EMPTY_FILE, None),
    ("---\n", 1, 1, 1, texts.EMPTY_FILE, None),
    ("[" * 65, 1, 65, 66, texts.TOO_DEEP, None),
]

PARTIAL = [
    # what is written, values, line, column, end, what is said
    ("a: !viktigt b\n", {"a": "b"}, 1, 4, 12, texts.TAG),
    ("a: !!int 5\n", {"a": "5"}, 1, 4, 9, texts.TAG),
    ("a: &x !!map {}\n", {"a": {}}, 1, 7, 12, texts.TAG),
    ("a: *x\nb: c\n", {"a": None, "b": "c"}, 1, 4, 6, texts.UNKNOWN_ALIAS),
    ("a: &x [*x]\n", {"a": [None]}, 1, 8, 10, texts.RECURSIVE),
    ("a: &x {b: 1}\nc:\n  <<: *x\n", {"a": {"b": "1"}, "c": {}}, 3, 3, 5, texts.MERGE_KEY),
    ("? [a, b]\n: c\nd: e\n", {"d": "e"}, 1, 3, 9, texts.KEY_NOT_TEXT),
    ("a: {{ b }}\nd: e\n", {"a": {}, "d": "e"}, 1, 5, 10, texts.KEY_NOT_TEXT),
    ("a: &x b\n*x : c\n", {"a": "b"}, 2, 1, 3, texts.KEY_NOT_TEXT),
    ("? \n: b\nd: e\n", {"d": "e"}, 1, 2, 3, texts.MISSING_KEY),
    ("%YAML 1.1\n---\na: no\n", {"a": "no"}, 1, 1, 10, texts.DIRECTIVE),
    ("%TAG ! tag:x,2000:\n---\na: b\n", {"a": "b"}, 1, 1, 19, texts.DIRECTIVE),
    ('a: "b\\0c"\n', {"a": "b\ufffdc"}, 1, 4, 10, texts.ESCAPED_CONTROL),
]


def say(fault: Fault) -> None:
    """Format every text of a fault in both languages, which fails where a value is missing."""
    for lang in LANGUAGES:
        assert fault.text.say(lang, **fault.values)
        assert fault.hint is None or fault.hint.say(lang, **fault.values)
        assert all(text.say(lang) for _, text in fault.related)


@pytest.mark.parametrize(("written", "line", "start", "end", "text", "began"), SYNTAX)
@pytest.mark.parametrize("before", ["", "\ufeff"])
def test_syntax(written, line, start, end, text, began, before):
    """What cannot be read is shown where the mistake is, once, and no values are used."""
    document = read_yaml((before + written).encode())
    (fault,) = document.faults
    say(fault)
    assert document.values is None
    assert (fault.rule, fault.text) == ("yaml-syntax", text)
    assert fault.place == Place(line, start, line, end)
    assert fault.hint
    assert [(place.line, place.column) for place, _ in fault.related] == ([began] if began else [])


COLON_INSIDE = re.compile(r"[\[{].*:\S", re.DOTALL)


@pytest.mark.parametrize(
    "written", [case[0] for case in SYNTAX if not COLON_INSIDE.search(case[0])]
)
def test_syntax_without_the_c_parser(written):
    """The parser written in Python refuses the same files, in words as plain.

    Only a colon inside brackets is right to it, and some of the rest it still reads on.
    """
    reader = NodeReader(written, read_events_in_python(written))
    reader.read()
    assert {fault.rule for fault in reader.faults()} == {"yaml-syntax"}
    for fault in reader.faults():
        say(fault)


@pytest.mark.parametrize(("written", "values", "line", "start", "end", "text"), PARTIAL)
def test_the_rest_is_read(written, values, line, start, end, text):
    """What is not allowed is reported, and the rest of the file is used."""
    document = read_yaml(written.encode())
    (fault,) = document.faults
    say(fault)
    assert document.values == values
    assert (fault.rule, fault.text) == ("yaml-syntax", text)
    assert fault.place == Place(line, start, line, end)


def test_duplicate_keys():
    """Every key that stands again is reported with the first one, whose value holds."""
    text = 'å: 1\nb:\n  - {c: 2, c: 3}\n"å": {d: 4, d: 5}\nå: 6\ne: 7\n'
    document = read_yaml(text.encode())
    assert document.values == {"å": "1", "b": [{"c": "2"}], "e": "7"}
    found = [
        (fault.rule, fault.values["key"], fault.place, [place for place, _ in fault.related])
        for fault in document.faults
    ]
    assert found == [
        ("duplicate-key", "c", Place(3, 12, 3, 13), [Place(3, 6, 3, 7)]),
        ("duplicate-key", "å", Place(4, 1, 4, 4), [Place(1, 1, 1, 2)]),
        ("duplicate-key", "d", Place(4, 13, 4, 14), [Place(4, 7, 4, 8)]),
        ("duplicate-key", "å", Place(5, 1, 5, 2), [Place(1, 1, 1, 2)]),
    ]
    for fault in document.faults:
        say(fault)


@pytest.mark.parametrize("sign", ["\x01", "\x0b", "\x0c", "\x7f", "\x85", "\u2028", "\ufeff"])
def test_invisible_characters(sign):
    """Each invisible character is shown at its place, on the lines that editors count."""
    document = read_yaml(f"a: å{sign}\r\nb: {sign}c\n".encode())
    assert document.values is None
    for fault in document.faults:
        say(fault)
        assert fault.values == {"code": f"U+{ord(sign):04X}"}
    places = [(fault.rule, fault.place) for fault in document.faults]
    assert places == [
        ("yaml-syntax", Place(1, 5, 1, 6)),
        ("yaml-syntax", Place(2, 4, 2, 5)),
    ]


@pytest.mark.parametrize(
    ("data", "line", "column", "words"),
    [
        ("a: b\nå: ö\n".encode("cp1252"), 2, 1, "troligen Windows-1252): här står ”å”"),
        (b"\xef\xbb\xbfa: \xc3\xa5 \xe5\n", 1, 6, "(byte 0xE5)"),
        (b"a: \xff\xd8\xfa\n", 1, 4, "(byte 0xFF)"),
        (b"a: \xed\xa0\x80\n", 1, 4, "(byte 0xED)"),
        ("a: b\n".encode("utf-16"), 1, 1, "UTF-16"),
        ("a: b\n".encode("utf-16-be"), 1, 1, "UTF-16"),
        (b"a: b\r\nc: d\0e\n", 2, 5, "nolltecken"),
        (b"a: " + b"x" * 5_000_000, 1, 1, "större än 5\u00a0MB"),
    ],
)
def test_unreadable_file(data, line, column, words):
    """What is no text in UTF-8 is named for what it probably is, at its first wrong byte."""
    document = read_yaml(data)
    (fault,) = document.faults
    say(fault)
    assert document.values is None
    assert (fault.rule, fault.place.line, fault.place.column) == ("unreadable-file", line, column)
    assert words in fault.text.say("sv", **fault.values)
