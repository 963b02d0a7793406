"""The comments that leave out findings, told from text that only looks like them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fardplan.source import suppressions
from fardplan.source.faults import Place
from fardplan.source.suppressions import Suppression, read_suppressions
from fardplan.source.yaml import read_yaml


def read(text: str) -> list[tuple[tuple[str, ...], str | None, int, int | None]]:
    """Return rules, reason, line and the line it applies to of each comment."""
    return [
        (found.rules, found.reason, found.line, found.applies_to_line)
        for found in read_suppressions(text.encode())
    ]


def test_on_the_line():
    """A comment after a key applies to its line, and has its place."""
    text = "å: 1\nb: x   # fardplan: ignore[empty-area] ett ord räcker  \nc: 2\n"
    assert read_suppressions(text.encode()) == (
        Suppression(("empty-area",), "ett ord räcker", 2, 2, Place(2, 8, 2, 53)),
    )


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_above_the_line(newline):
    """A comment alone on its line applies to the next, past other comments right below it."""
    lines = [
        "a: 1",
        "  # fardplan: ignore[x-y] därför",
        "b:",
        "  # fardplan: ignore[x] ett",
        "  # more",
        "  #fardplan:ignore [y] två",
        "  - c",
        "# fardplan: ignore[z] tre",
        "",
        "d: 1",
    ]
    assert read(newline.join(lines)) == [
        (("x-y",), "därför", 2, 3),
        (("x",), "ett", 4, 7),
        (("y",), "två", 6, 7),
        (("z",), "tre", 8, 9),
    ]


@pytest.mark.parametrize("start", ["", "---\n", "%YAML 1.2\n---\n", "\ufeff# $schema=x\n\n"])
def test_before_the_first_key(start):
    """In the comments before the first key it applies to the whole file."""
    text = f"{start}# fardplan: ignore[x] därför\n\n# more\na: 1\n"
    ((rules, reason, _, applies_to),) = read(text)
    assert (rules, reason, applies_to) == (("x",), "därför", None)
    (found,) = read_suppressions(text.encode())
    assert found.whole_file
    assert found.applies_to("x", 17)
    assert not found.applies_to("y", 17)


@pytest.mark.parametrize(
    ("written", "rules", "reason"),
    [
        ("ignore[a, b-c ,d] två skäl", ("a", "b-c", "d"), "två skäl"),
        ("ignore[a]: skäl: flera", ("a",), "skäl: flera"),
        ("ignore[a] – skäl", ("a",), "skäl"),
        ("ignore[a]", ("a",), None),
        ("ignore[a] :  ", ("a",), None),
        ("ignore[] skäl", (), "skäl"),
        ("ignore a skäl", (), None),
        ("ignore[a", (), None),
        ("", (), None),
    ],
)
def test_forms(written, rules, reason):
    """Several rules share a comment; what is not understood names no rule."""
    text = f"a: 1 # fardplan: {written}"
    assert read(text) == [(rules, reason, 1, 1)]
    (found,) = read_suppressions(text.encode())
    assert [rule for rule in ("a", "b-c", "d") if found.applies_to(rule, 1)] == (
        list(rules) if reason else []
    )
    assert not found.applies_to("a", 2)


@pytest.mark.parametrize(
    "text",
    [
        'a: "x # fardplan: ignore[b] c"\n',
        "a: |\n  # fardplan: ignore[b] c\n",
        "a: >\n  x\n\n  # fardplan: ignore[b] c\nd: e\n",
        "a: x#fardplan: ignore[b] c\n".replace(": i", ":i"),
        "'# fardplan: ignore[b] c': d\n",
        "a: 'x\n  # fardplan: ignore[b] c'\n",
        "a: b: c # fardplan: ignore[b] c\n",
        "# fardplan: ignore[b] c\n",
        "\xe5 # fardplan: ignore[b] c\n".encode("latin-1").decode("latin-1") + "\0",
    ],
)
def test_no_comment(text):
    """Text in a value is no comment, and a file that cannot be read has none."""
    assert read(text) == []


def test_comment_beside_text():
    """A comment is found beside text that looks like one, after blocks and in lists."""
    text = (
        "a: 'x # fardplan: ignore[b] c' # fardplan: ignore[d] e\n"
        "f: |\n  # fardplan: ignore[g] h\n# fardplan: ignore[i] j\n"
        "k: [l, # fardplan: ignore[m] n\n  o]\n"
    )
    assert read(text) == [(("d",), "e", 1, 1), (("i",), "j", 4, 5), (("m",), "n", 5, 5)]


def test_files_without_are_not_read(monkeypatch):
    """A file that does not name fardplan is not parsed for it."""
    monkeypatch.setattr(suppressions, "read_yaml", None)
    assert read_suppressions(b"a: b # ignore[c] d\n") == ()


@given(st.text("ab:-[]{}#'\"|> \n", max_size=20), st.text("ab:-[]{}#'\"|> \n", max_size=20))
def test_any_text(before, after):
    """Whatever stands around a comment, no value ever holds what is taken for one."""
    text = f"{before}# fardplan: ignore[q] w{after}"
    for found in read_suppressions(text.encode()):
        assert found.rules == ("q",)
        assert "fardplan:" not in str(read_yaml(text.encode()).values)
