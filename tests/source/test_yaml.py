"""Reading YAML: values as written, and the place of everything."""

from __future__ import annotations

from textwrap import dedent

import pytest

from fardplan.source._yaml_events import read_events_in_python
from fardplan.source._yaml_nodes import NodeReader
from fardplan.source.faults import START, Place
from fardplan.source.yaml import locate, read_yaml

ACTIVITY = dedent("""\
    # an activity
    title: Pröva trygghetsteam   # with a comment
    stages: [prepare, decide,
      implement]
    text: |
      Första raden.

      Andra stycket.
    quoted: "en text
      på två rader"
    empty:
    projektplan:
      kind: uppdragsdirektiv
      financing:
        - {source: stimulansmedel, amount: 1 200 000}
        - source: 😀 annan
          amount: 5
    partners:
    - region-exempel
    """)


def read(text: str) -> object:
    """Return the values of a text that has no faults."""
    document = read_yaml(text.encode())
    assert document.faults == ()
    return document.values


AS_WRITTEN = (
    """no yes on off true 017 08 0o17 0x1F 1_000 12:30 2026-02-30 1.10 1,5 = .inf nullx Ja"""
)


@pytest.mark.parametrize("written", AS_WRITTEN.split())
def test_scalars_stay_text(written):
    """What is written unquoted is handed over as it was written."""
    assert read(f"a: {written}") == {"a": written}


@pytest.mark.parametrize("written", ["", "~", "null", "Null", "NULL", "# nothing"])
def test_null_is_none(written):
    """An unquoted null or nothing at all is None, in mappings and in lists."""
    assert read(f"a: {written}\nb:\n  - {written}\n  - x") == {"a": None, "b": [None, "x"]}


@pytest.mark.parametrize("written", ["''", '""', "'null'", '"~"', "!!str null", "|-\n  null"])
def test_quoted_null_is_text(written):
    """A null in quotation marks, in a block or marked as text is text."""
    assert read(f"a: {written}")["a"] in ("", "null", "~")  # type: ignore[index]


def test_everything_is_read():
    """Mappings keep their order, lists theirs, blocks and quotes their text."""
    values = read(ACTIVITY)
    assert values == {
        "title": "Pröva trygghetsteam",
        "stages": ["prepare", "decide", "implement"],
        "text": "Första raden.\n\nAndra stycket.\n",
        "quoted": "en text på två rader",
        "empty": None,
        "projektplan": {
            "kind": "uppdragsdirektiv",
            "financing": [
                {"source": "stimulansmedel", "amount": "1 200 000"},
                {"source": "😀 annan", "amount": "5"},
            ],
        },
        "partners": ["region-exempel"],
    }
    assert isinstance(values, dict)
    assert [*values][:3] == ["title", "stages", "text"]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize(
    ("route", "value", "key"),
    [
        (("title",), (2, 8, 27), (2, 1, 6)),
        (("stages",), (3, 9, 25), (3, 1, 7)),
        (("stages", 1), (3, 19, 25), (3, 19, 25)),
        (("stages", 2), (4, 3, 12), (4, 3, 12)),
        (("text",), (5, 7, 8), (5, 1, 5)),
        (("quoted",), (9, 9, 17), (9, 1, 7)),
        (("empty",), (11, 7, 7), (11, 1, 6)),
        (("projektplan",), (13, 3, 25), (12, 1, 12)),
        (("projektplan", "kind"), (13, 9, 25), (13, 3, 7)),
        (("projektplan", "financing"), (15, 5, 50), (14, 3, 12)),
        (("projektplan", "financing", 0), (15, 7, 50), (15, 7, 50)),
        (("projektplan", "financing", 0, "amount"), (15, 40, 49), (15, 32, 38)),
        (("projektplan", "financing", 1), (16, 7, 22), (16, 7, 22)),
        (("projektplan", "financing", 1, "source"), (16, 15, 22), (16, 7, 13)),
        (("partners", 0), (19, 3, 17), (19, 3, 17)),
        ((), (2, 1, 27), (2, 1, 27)),
        (("projektplan", "missing", 0), (13, 3, 25), (12, 1, 12)),
        (("missing",), (2, 1, 27), (2, 1, 27)),
    ],
)
def test_places(newline, mark, route, value, key):
    """Keys and values have their line and columns in code points, whatever ends the lines.

    What goes over several lines is marked on its first, and what is not there by what is above it.
    """
    places = locate((mark + ACTIVITY.replace("\n", newline)).encode())
    assert places.value(route) == Place(value[0], value[1], value[0], value[2])
    assert places.key(route) == Place(key[0], key[1], key[0], key[2])


@pytest.mark.parametrize(
    ("route", "place"),
    [
        ((), (2, 1, 6)),
        (("projektplan",), (13, 3, 7)),
        (("projektplan", "financing", 1), (16, 7, 13)),
        (("empty",), (11, 1, 6)),
        (("stages",), (3, 1, 7)),
    ],
)
def test_first_key(route, place):
    """A missing key is shown at the first key of its mapping, else at the key of the value."""
    line, start, end = place
    assert locate(ACTIVITY.encode()).first_key(route) == Place(line, start, line, end)


def test_places_know_what_is_there():
    """A route is in the places only where the file has a value at exactly that route."""
    places = locate(ACTIVITY.encode())
    assert ("projektplan", "financing", 1) in places
    assert ("projektplan", "financing", 2) not in places


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"# a\n"])
def test_places_of_nothing(data):
    """A file without values has one place, its beginning."""
    places = locate(data)
    assert {places.value(("a",)), places.key(("a",)), places.first_key(())} == {START}


def test_places_of_an_alias():
    """What an alias stands for is shown where the alias stands."""
    places = locate(b"a: &x {b: c}\nd: *x\n")
    assert places.value(("d", "b")) == Place(2, 4, 2, 6)
    assert places.value(("a", "b")) == Place(1, 11, 1, 12)


def test_aliases():
    """An alias stands for its value, the latest of two of the same name."""
    assert read("a: &x b\nc: &x [d]\ne: *x\n") == {"a": "b", "c": ["d"], "e": ["d"]}


@pytest.mark.parametrize("text", ["%YAML 1.2\n---\na: b\n...\n", "---\na: b\n", "\ufeffa: b"])
def test_one_document(text):
    """The marks of a document and of YAML 1.2 are taken."""
    assert read(text) == {"a": "b"}


@pytest.mark.parametrize("text", [ACTIVITY, "- a\n- [b, {c: d}]\n", "a: 'it''s'\nb: >-\n  x\n"])
def test_parsers_agree(text):
    """The parser written in Python gives the same values and places as the one in C."""
    slow = NodeReader(text, read_events_in_python(text))
    assert slow.read() == read(text)
    assert slow.faults() == ()
    places = locate(text.encode())
    for route in [("title",), ("stages", 1), ("projektplan", "financing", 1, "source"), (1, 1)]:
        assert slow.places().value(route) == places.value(route)
        assert slow.places().key(route) == places.key(route)


def test_equal_texts_are_one():
    """The same ids and words stand in thousands of files, and should take room once."""
    goal, other = (
        read_yaml(f"goal: {word} hemgång\ntags: [ {word} hemgång ]\n".encode()).values
        for word in ("trygg", "trygg")
    )
    assert isinstance(goal, dict)
    assert isinstance(other, dict)
    assert goal["goal"] is other["goal"] is other["tags"][0]
