"""Reading and laying out YAML: no bytes crash, hang or change either."""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.editing.key_order import NOWHERE
from fardplan.editing.layout import lay_out_as
from fardplan.source._yaml_nodes import NodeReader
from fardplan.source.yaml import YamlDocument, locate, read_yaml
from tests.fuzz.content import files
from tests.fuzz.told import check_faults

WORDS = (
    "- ", ": ", "? ", "&a ", "*a", "<<: *a", "!!str ", "%YAML 1.2\n", "---", "...", "|-\n ", ">+\n ", "# ",
    "[", "]", "{", "}", ", ", '"', "'", "\\x41", "\t", "\r\n", "\ufeff", "\u2028", "\x85",
)  # fmt: skip


def seeds() -> Iterator[bytes]:
    """Yield the real files."""
    yield from files()
    yield b"a: &x [b, 'c', \"d\\u00e5\"]\ne:\n- *x\n- |2-\n   f\n- ? g\n  : h\n"


def check(data: bytes) -> None:
    """Read a file in both ways and lay it out; all that is said can be said, at a place that is."""
    document = read_yaml(data)
    assert document.faults or document.values is not None
    check_faults(data, document.faults)
    assert locate(data).value(()).line <= _count_lines(data)
    if not document.faults:
        reader = NodeReader(data.decode("utf-8-sig"))
        assert (reader.read(), reader.faults()) == (document.values, ())
    check_layout(data, document)


def check_layout(data: bytes, document: YamlDocument) -> None:
    """Assert that a file is laid out for good with the same values, or left as it is with a word."""
    laid = lay_out_as(NOWHERE, data)
    if laid.fault is not None:
        assert laid.data == data
        return
    assert read_yaml(laid.data) == document
    assert lay_out_as(NOWHERE, laid.data) == laid


def _count_lines(data: bytes) -> int:
    text = data.decode("utf-8-sig", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
