"""No bytes whatever crash the reader, hang it, or let it fall silent."""

from __future__ import annotations

import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from fardplan.locales.text import LANGUAGES
from fardplan.source import yaml
from fardplan.source._yaml_nodes import NodeReader
from fardplan.source.yaml import locate, read_yaml

YAML_SIGNS = "ab:-?[]{},#&*!|>'\"%@`\\~<. \t\n\r\x85\u2028\ufeff\0å😀"
LETTERS = st.text(string.ascii_lowercase + "åäö :-#'\"[]{}|>&*!\n", max_size=12)


def check(data: bytes) -> None:
    """Read and locate, and format everything that is said."""
    document = read_yaml(data)
    places = locate(data)
    assert document.faults or document.values is not None
    lines = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    ends = [len(line) for line in lines.split("\n")]
    for fault in document.faults:
        assert fault.place.column - 1 <= ends[fault.place.line - 1]
        for lang in LANGUAGES:
            assert fault.text.say(lang, **fault.values)
            assert fault.hint is None or fault.hint.say(lang, **fault.values)
    assert places.value(()).line <= len(ends)


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


def test_right_files_go_the_fast_way(monkeypatch):
    """A file without fault is not read a second time."""
    monkeypatch.setattr(yaml, "NodeReader", None)
    assert read_yaml(b"# c\na: [b, {c: 'd'}]\ne:\n- f\n").values == {
        "a": ["b", {"c": "d"}],
        "e": ["f"],
    }
