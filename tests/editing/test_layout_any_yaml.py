"""What YAML allows and no editor of a roadmap would write.

The official suite of cases is in tests/source/test_yaml_suite.py.
"""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from fardplan.source.yaml import read_yaml
from tests.fuzz.reader import check_layout

SIGNS = "ab:-?[]{},#&*!|>'\"%\\~. \t\n\n  \rå"

ODD = {
    "a plain text in several lines": "a: b\n   c\n\n   d\nb: x\n",
    "a quoted text in several lines": 'a:\n    b: "c   \n\n d\\ \n   e"   # f\n',
    "an escaped line break": 'a: "b\\\n  c\\\n     \\ d"\n',
    "brackets in several lines": "a:\n     b: [c,   # d\n  e,\n\n     f]\n     g: {\n       h: i }\n",
    "hyphens in hyphens": "-   -   - a\n        - b\n    -    c: d\n         e: f\n-  - g\n",
    "hyphens under a key's own column": "a:\n- b\n- c: d\n  e:\n  - f\n# g\nh: i\n",
    "a text with its indentation told": "a:\n     b: |2-\n          c\n         d\n     e:\n      - >1+\n         f\n\n\n     g: h\n",
    "a text of blanks": "a:\n    b: |\n      c\n          \n\n    d: >+\n\n\n    e: f\n",
    "a text at the end without line break": "a:\n    b: |-\n     c",
    "a text on the line below": "a:\n      b:\n        >-\n           c\n      d:   # e\n         f\n",
    "keys with blanks before the colon": "a   :   b\n'c d' : e\n\"f\":\n      g : h\n",
    "anchors": "a: &x\n    b: &y c\n    d: *y\ne: *x\n&z f: *y\n",
    "an anchor on nothing": "a:\n    - &x\n    - b\n    - *x\nc: &y\nd: e\n",
    "a document in marks": "%YAML 1.2\n---   # a\n\n\n# b\na:\n    - b\n...\n# c\n\n",
    "an indented document": "   a: b\n   c:\n      - d\n",
    "comments everywhere": "\n\n# a\n\n\n#b\na:   # c\n   # d\n\n   - b   # e\n      # f\n   # g\n\n  # h\n # i\n\n# j\nc:\n# k\n",
    "braces": "  { a: b,\n c: [d] }   # e",
    "a lone text": "a\nb",
    "question marks": "a:\n    ? b\n    : c\n",
    "an anchor on a line of its own": "a:\n   &x\n   b: c\n",
    "tabs": "a:\t\tb\t# c\t\n-\t\n",
    "carriage returns": "a:\r    - b\r\n    - |\r\n      c\r\r    # d\n",
}  # fmt: skip


def check(text: str) -> None:
    """Assert that a text is laid out for good, with the same values, or left as it is with a word."""
    data = text.encode()
    check_layout(data, read_yaml(data))


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_files(text):
    """Whatever is right in YAML is laid out without a value being changed, or left as it is."""
    check(text)


@given(st.text(SIGNS, max_size=60))
@example('a: "b\\ \n c"')
@example("&a : b\n? c")
@example("- !!str\n- ! b")
def test_any_signs(text):
    """No text whatever is lost or makes the program fail."""
    check(text)


PIECES = ("a: b", "c:", "- d", "-", "# e", "", "|", ">-", "&x", "*x", '"f', 'g"', "[h,", "i]", "- - j", "k: |", "...")  # fmt: skip


@given(st.lists(st.tuples(st.integers(0, 6), st.sampled_from(PIECES)), max_size=12))
def test_any_lines(lines):
    """Nor does any order of lines that have been moved about."""
    check("\n".join(" " * indent + line for indent, line in lines))
