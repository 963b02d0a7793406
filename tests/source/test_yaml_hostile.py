"""No bytes whatever crash the reader, hang it, or let it fall silent."""

from __future__ import annotations

import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from fardplan.locales import yaml_faults as texts
from fardplan.source import yaml
from fardplan.source._yaml_nodes import NodeReader
from fardplan.source.faults import Place
from fardplan.source.yaml import locate, read_yaml
from tests.fuzz.reader import check

YAML_SIGNS = "ab:-?[]{},#&*!|>'\"%@`\\~<. \t\n\r\x85\u2028\ufeff\0å😀"
LETTERS = st.text(string.ascii_lowercase + "åäö :-#'\"[]{}|>&*!\n", max_size=12)


@given(st.binary(max_size=200))
@example(b"\xef\xbb\xbf")
@example(b"a: b: \xe5")
def test_any_bytes(data):
    """Bytes are read, or refused with a place that exists."""
    check(data)


@given(st.text(YAML_SIGNS, max_size=40))
def test_any_signs(text):
    """Text full of the signs of YAML is read, or refused with a place that exists."""
    check(text.encode())


@given(st.dictionaries(LETTERS, st.lists(LETTERS, max_size=3) | LETTERS, max_size=4))
def test_careless_files(entries):
    """Files written without quotation marks are read, or refused with a place that exists."""
    lines = []
    for key, value in entries.items():
        if isinstance(value, str):
            lines.append(f"{key}: {value}")
        else:
            lines += [f"{key}:", *(f"  - {item}" for item in value)]
    check("\n".join(lines).encode())


@given(st.text(YAML_SIGNS, max_size=40))
def test_fast_and_careful_agree(text):
    """What the fast way reads without a fault, the careful one reads the same."""
    document = read_yaml(text.encode())
    if not document.faults:
        reader = NodeReader(text.removeprefix("\ufeff"))
        assert reader.read() == document.values
        assert reader.faults() == ()


@given(st.text(YAML_SIGNS, max_size=40))
def test_any_signs_without_the_c_parser(text):
    """Nor does the parser written in Python crash."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("fardplan.source._yaml_events.CParser", None)
        check(text.encode())


BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 12)
)
HOSTILE = {
    "brackets": ("[" * 50_000 + "]" * 50_000, 1),
    "many brackets": ("[" * 500_000, 1),
    "braces": ("{a: " * 20_000, 1),
    "dashes": ("- " * 50_000 + "x", 1),
    "question marks": ("? " * 50_000, 1),
    "deep blocks": ("\n".join(" " * i + "a:" for i in range(2_000)), 1),
    "alias bomb": (BOMB, 1),
    "alias chain": (
        "a0: &a0 [x]\n" + "".join(f"a{i}: &a{i} [*a{i - 1}]\n" for i in range(1, 9999)),
        1,
    ),
    "long text": ("a: " + "x" * 2_000_000, 0),
    "long list": ("a: [" + "x, " * 200_000 + "]", 0),
    "long line of pairs": ("a: [" + "b: c, " * 50_000, 1),
    "open quote": ('a: "' + "x\n " * 200_000, 1),
    "blank lines": ("\n" * 500_000, 1),
    "colons": (": " * 200_000, 1),
    "quotes": ('"' * 200_001, 1),
    "many keys": ("".join(f"k{i}: v\n" for i in range(50_000)), 0),
    "backslashes": ('a: "' + "\\\\" * 500_000 + '"', 0),
    "the same key": ("a: b\n" * 20_000, 19_999),
    "many anchors": ("".join(f"k{i}: &a{i} v\n" for i in range(20_000)), 0),
}


@pytest.mark.parametrize(("text", "faults"), HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_files(text, faults):
    """Nested, repeated and endless things are read or refused in the time of any other file."""
    assert len(read_yaml(text.encode()).faults) == faults
    locate(text.encode())


def test_ten_thousand_levels():
    """A file of the greatest size that goes ever deeper is refused at level 65."""
    text = "\n".join(" " * i + "a:" for i in range(3_100))
    (fault,) = read_yaml(text.encode()).faults
    assert (fault.place.line, fault.place.column) == (65, 65)


@pytest.mark.parametrize(("levels", "faults"), [(64, 0), (65, 1)])
def test_depth_limit(levels, faults):
    """Sixty-four levels are read, one more is not, whether written or reached by an alias."""
    assert len(read_yaml(("[" * levels + "]" * levels).encode()).faults) == faults
    inner = levels - 32
    text = f"- &x {'[' * inner}{']' * inner}\n- {'[' * 31}*x{']' * 31}\n"
    assert len(read_yaml(text.encode()).faults) == faults


@pytest.mark.parametrize(("aliases", "faults"), [(100, 0), (101, 1)])
def test_alias_limit(aliases, faults):
    """Aliases may stand for a hundred thousand values together."""
    text = f"a: &x [{'y, ' * 999}]\nb: [{'*x, ' * aliases}]\n"
    assert len(read_yaml(text.encode()).faults) == faults


@pytest.mark.parametrize(
    "written", ['a: "\\ud800"', '"\\ud800": a', 'a: "\\ud83d\\ude00"', 'a: "\\U00110000"']
)
def test_half_characters(written):
    """A surrogate, alone or in a pair, and what is beyond Unicode cannot be written as an escape."""
    document = read_yaml(written.encode())
    (fault,) = document.faults
    assert (document.values, fault.rule, fault.text) == (None, "yaml-syntax", texts.BAD_ESCAPE)
    assert fault.place.column == written.index("\\") + 1


def test_mixed_line_ends():
    """Lines count as editors count them, though each ends in another way."""
    document = read_yaml(b"\xef\xbb\xbfa: b\r\nc: d\re: f\ng: [h\r\n")
    (fault,) = document.faults
    assert (fault.text, fault.place) == (texts.UNCLOSED_BRACKET, Place(4, 5, 4, 6))
    good = b"\xef\xbb\xbfa: |\r\n  b\r  c\n  d\r\ne: f\r"
    assert read_yaml(good).values == {"a": "b\nc\nd\n", "e": "f"}
    assert locate(good).key(("e",)) == Place(5, 1, 5, 2)


LET_THROUGH = [
    # what the C parser reads on, and what is said at which line and columns
    ("a: [b,\nc]\n", texts.NOT_INDENTED, 2, 1, 3),
    ("- a:\n    - [b,\n    c]\n", texts.NOT_INDENTED, 3, 5, 7),
    ("a: &x\n  b: {c: d,\n  e: f}\n", texts.NOT_INDENTED, 3, 3, 8),
    ('a: "b\nc"\n', texts.NOT_INDENTED, 2, 1, 3),
    ('a: "b\n\tc"\n', texts.NOT_INDENTED, 2, 2, 4),
    ("a: [b]#c\n", texts.TIGHT_COMMENT, 1, 7, 8),
    ("a: [b,#c\n  d]\n", texts.TIGHT_COMMENT, 1, 7, 8),
    ('a: "b"#c\n', texts.TIGHT_COMMENT, 1, 7, 8),
    ("a: |#c\n  d\n", texts.TIGHT_COMMENT, 1, 5, 6),
    ("a: >2-#c\n  d\n", texts.TIGHT_COMMENT, 1, 7, 8),
    ("a: [-]\n", texts.BAD_START, 1, 5, 6),
    ("a: [b, -, c]\n", texts.BAD_START, 1, 8, 9),
    ("a: {b: -}\n", texts.BAD_START, 1, 8, 9),
    ("a: [?b]\n", texts.BAD_START, 1, 5, 7),
    ("a: &b:c d\n", texts.BAD_START, 1, 4, 7),
    ("&a:: b\n", texts.BAD_START, 1, 1, 4),
    ("{-}\n", texts.BAD_START, 1, 2, 3),
    ("a: >\n    \n  # b\n", texts.WIDE_BLANK_LINE, 2, 1, 5),
]


@pytest.mark.parametrize(("written", "text", "line", "start", "end"), LET_THROUGH)
def test_what_the_parser_lets_through(written, text, line, start, end):
    """What YAML 1.2 forbids is told at its place, once, though the parser reads on."""
    (fault,) = read_yaml(written.encode()).faults
    assert (fault.rule, fault.text, fault.place) == (
        "yaml-syntax",
        text,
        Place(line, start, line, end),
    )
    assert fault.hint


@pytest.mark.parametrize(
    "written",
    [
        "a: [\n  b,  # c\n# d\n\n  e\n]\n",
        "- [b,\n  c]\n- {d: e,\n   f: g}\n",
        "[a,\nb]\n",
        'a: &x\n  b: "c\n   d"\n  e: [f,\n   g]\n',
        'a: "b\n\n  \tc"  # d\n',
        "a: b#c\nd: e?f\n",
        "a: 'b # c'\nd: |\n  e#f\n  ?g\n  &h:i\n\n    \n",
        "a: |\n\n  b\n  \n",
        "a: >2\n    \n  b\n",
        "? a\n: b\n?\n  c\n:\n  d\n",
        "a: Vad? Ja!\nb: [c, d & e]\n",
        "a: https://b.se/#c\nd: ['e', \"f\"]  #g\n",
        "a: ['-', b]\nc: {d: \"-\"}\n",
    ],
)
def test_what_is_right_is_read(written):
    """What only looks like it is read without a fault, and the same without the C parser."""
    document = read_yaml(written.encode())
    assert (document.faults, document.values is None) == ((), False)


@pytest.mark.parametrize(
    ("written", "values"),
    [
        ("a: |\n  b\n   ", {"a": "b\n \n"}),
        ("- |+\n   ", ["\n"]),
        ("a: b\n  ", {"a": "b"}),
        ("a: b  ", {"a": "b"}),
    ],
)
def test_blanks_at_the_end(written, values):
    """A last line of blanks without a line break means what it means with one."""
    assert read_yaml(written.encode()).values == values
    assert read_yaml(f"{written}\n".encode()).values == values


def test_right_files_go_the_fast_way(monkeypatch):
    """A file without fault is not read a second time."""
    monkeypatch.setattr(yaml, "NodeReader", None)
    assert read_yaml(b"# c\na: [b, {c: 'd'}]\ne:\n- f\n").values == {
        "a": ["b", {"c": "d"}],
        "e": ["f"],
    }
