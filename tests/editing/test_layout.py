from __future__ import annotations

import pytest

from fardplan.editing.layout import CHECK_END, NOT_SAME, UNUSUAL, lay_out

ACTIVITY = "roadmaps/lan/activities/a.yaml"
LONG = "Vi frågar vad som är viktigt för personen innan vi frågar vad som är fel, och sedan frågar vi igen"


def lay(text: str | bytes, path: str = ACTIVITY) -> str:
    """Return a text laid out, and see that it is right then."""
    data = text.encode() if isinstance(text, str) else text
    laid = lay_out(path, data)
    assert laid.fault is None
    assert lay_out(path, laid.data) == laid
    return laid.data.decode()


ORDER = {
    "as the model has them": ("goal: g\ntitle: T\n", "title: T\ngoal: g\n"),
    "with an id first": (
        "title: T\nrisks:\n  - title: R\n    id: r\n",
        "title: T\nrisks:\n  - id: r\n    title: R\n",
    ),
    "an unknown key below the one it follows": (
        "a: 1\ngoal: g\nb: 2\ntitle: T\nc: 3\n",
        "a: 1\ntitle: T\nc: 3\ngoal: g\nb: 2\n",
    ),
    "with all that stands below a key": (
        "projektplan:\n  status: decided\n  kind: projektplan\n\ntitle: T\n",
        "title: T\nprojektplan:\n  kind: projektplan\n  status: decided\n",
    ),
    "not in braces": ("title: T\nsources: [{page: 1, document: d}]\n", None),
    "not of language codes": ("translations:\n  fi:\n    title: T\n  en:\n    title: T\n", None),
    "not where an alias would come before its anchor": ("goal: &x g\ntitle: *x\n", None),
    "where an alias stays after its anchor": (
        "goal: g\ntitle: &x T\nwording: *x\n",
        "title: &x T\nwording: *x\ngoal: g\n",
    ),
    "not where an anchor is set twice": ("goal: &x g\ntitle: &x T\nwording: *x\n", None),
    "not where the first key bears a suppression": (
        "goal: g  # fardplan: ignore[missing-key] skäl\ntitle: T\n",
        None,
    ),
    "not where a suppression would come to hold for the file": (
        "goal: g\n# fardplan: ignore[unclear-swedish] skäl\ntitle: T\n",
        None,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "laid"), ORDER.values(), ids=ORDER)
def test_order(text, laid):
    """The keys of a mapping are put in order where that changes nothing."""
    assert lay(text) == (laid or text)


COMMENTS = {
    "right above a key": (
        "# schema\n\n# om målet\ngoal: g  # g\n# om titeln\n# mer\ntitle: T  # t\n",
        "# schema\n\n# om titeln\n# mer\ntitle: T  # t\n# om målet\ngoal: g  # g\n",
    ),
    "the first block": (
        "# schema\n# hela filen\ngoal: g\ntitle: T\n",
        "# schema\n# hela filen\ntitle: T\ngoal: g\n",
    ),
    "the first block, parted from what comes below it": (
        "# schema\ngoal: g\n# om titeln\ntitle: T\n",
        "# schema\n\n# om titeln\ntitle: T\ngoal: g\n",
    ),
    "the schema, wherever it stands at the top": (
        "# om filen\n\n# yaml-language-server: $schema=x\ngoal: g\ntitle: T\n",
        "# om filen\n\n# yaml-language-server: $schema=x\ntitle: T\ngoal: g\n",
    ),
    "right below a key, with a blank line after it": (
        "goal: g\n# om målet\n\ntitle: T\n",
        "title: T\ngoal: g\n# om målet\n",
    ),
    "at the end of a block": (
        "risks:\n    - title: R\n      # i risken\n    # bland riskerna\ntitle: T\n# sist i filen\n",
        "title: T\nrisks:\n  - title: R\n    # i risken\n  # bland riskerna\n# sist i filen\n",
    ),
    "above what becomes the first key beside a hyphen": (
        "risks:\n  # om risken\n  - title: R\n    # om id\n    id: r\n",
        "risks:\n  # om risken\n  # om id\n  - id: r\n    title: R\n",
    ),
    "beside a hyphen": ("risks:\n -   # a\n   title: R\n", "risks:\n  - # a\n    title: R\n"),
    "below a key, before its list": (
        "risks:   # a\n\n\n      # b\n\n\n - title: R\n",
        "risks:   # a\n  # b\n\n  - title: R\n",
    ),
}


@pytest.mark.parametrize(("text", "laid"), COMMENTS.values(), ids=COMMENTS)
def test_comments(text, laid):
    """A comment goes where what it belongs to goes."""
    assert lay(text) == laid


SPACE = {
    "indentation": (
        "risks:\n- title: R\n  measure: >-\n      M\n      N\n-   title: Q\n\n    id: q\nscope:\n        a:\n         - b\n",
        "scope:\n  a:\n    - b\nrisks:\n  - title: R\n    measure: >-\n      M\n      N\n  - id: q\n    title: Q\n",
    ),
    "lines of a text, a list": (
        "scope:\n    a: b\n      c\n    d: [e,\n       f\n    ]\n",
        "scope:\n  a: b\n    c\n  d: [e,\n     f\n  ]\n",
    ),
    "blank lines": ("\n\ntitle: T\n\n\n\ngoal: g\n  \nrisks:\n\n  - title: R\n\n\n", "title: T\n\ngoal: g\n\nrisks:\n  - title: R\n"),
    "blanks at line ends": ("title: T  \t\ngoal:\t\n  g \n", "title: T\ngoal:\n  g\n"),
    "not those in a block text": ("text: |\n  a  \n   \n  b\t\n", None),
    "not those that a backslash keeps": ('text: "a\\  \n  b"\n', None),
    "line ends and byte order mark": ("\ufefftitle: T\r\ngoal: g\rkind: k", "title: T\ngoal: g\nkind: k\n"),
    "not what is in line already": ("title:    T     # a\npartners: [ a,b ]\n", None),
    "a told indentation": ("scope:\n    a: |2\n        b\n", "scope:\n  a: |2\n      b\n"),
    "blank lines that a text keeps": ("text: |+\n    a\n\n\nscope: s\n", "text: |+\n  a\n\n\nscope: s\n"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "laid"), SPACE.values(), ids=SPACE)
def test_space(text, laid):
    """Indentation is two columns, no two blank lines follow on each other, nothing trails."""
    assert lay(text) == (laid or text)


FOLDS = {
    "plain": (f"text: {LONG}\n", ">-"),
    "quoted": (f'text: "{LONG}"\n', ">-"),
    "quoted with single marks": (f"text: '{LONG}: it''s'\n", ">-"),
    "with a comment": (f"text: {LONG} # a\n", ">-  # a"),
    "in a list": (f"risks:\n  - measure: {LONG}\n", ">-"),
}


@pytest.mark.parametrize(("text", "head"), FOLDS.values(), ids=FOLDS)
def test_fold(text, head):
    """A long Markdown text on one line becomes several of at most 88 columns that read the same."""
    lines = lay(text).split("\n")
    (first,) = [number for number, line in enumerate(lines) if line.endswith(head)]
    folded = lines[first + 1 : -1]
    indent = len(folded[0]) - len(folded[0].lstrip())
    assert [len(line) <= 88 for line in folded] == [True, True]
    assert all(line[indent] != " " for line in folded)
    assert " ".join(line[indent:] for line in folded).startswith(LONG)


@pytest.mark.parametrize(
    "text",
    [
        f"title: {LONG}\n",  # no Markdown
        f"okand: {LONG}\n",
        f"text: {'å ' * 46}åå\n",  # a hundred columns
        f'text: "{LONG}\\n"\n',  # more than one line
        f'text: "{LONG} "\n',  # would lose its last blank
        f"text: &a {LONG}\n",
        f"text: {LONG.replace(' ', '-')}\n",
        f"text: {LONG}\n  mer\n",
        f"text:\n  {LONG}\n",
        f"text: |\n  {LONG}\n",
        f"risks: [{{measure: {LONG.replace(',', '')}}}]\n",
    ],
)
def test_no_fold(text):
    """All other texts stay byte for byte."""
    assert lay(text) == text


def test_two_blanks_are_no_place_to_fold():
    """Where two blanks follow on each other a line is not broken, since one would be lost."""
    words = "  ".join(LONG.split())
    assert lay(f"text: {words} slut\n") == f"text: >-\n  {words}\n  slut\n"


@pytest.mark.parametrize(
    ("text", "fault", "line"),
    [
        ("title: T\n? goal\n: g\n", UNUSUAL, 2),
        ("title: T\nscope:\n  &x\n  a: b\n", UNUSUAL, 3),
        ("goal: g\ntitle: T\ntext: |\n  a", NOT_SAME, 1),
    ],
)
def test_left_as_it_is(text, fault, line):
    """What is not laid out, or would not say the same afterwards, is left as it is, with the reason."""
    laid = lay_out(ACTIVITY, text.encode())
    assert laid.data == text.encode()
    assert laid.fault is not None
    assert (laid.fault.text, laid.fault.place.line) == (fault, line)


@pytest.mark.parametrize(
    "data",
    [b"", b"a: b: c\n", b"title: \xe5\n", b"a: 1\na:  2\n", b"a:\n\t- b\n", b"a: b\n---\nc: d\n"],
)
def test_unreadable_files_are_left(data):
    """A file with a fault of writing is left, with the fault that validate shows too."""
    laid = lay_out(ACTIVITY, data)
    assert laid.data == data
    assert laid.fault is not None


def test_hint_names_the_way_out():
    """A text that ends the file without a line break reads the same once there is one."""
    fault = lay_out(ACTIVITY, b"text: |\n   a").fault
    assert fault is not None
    assert fault.hint is CHECK_END
    assert lay("text: |\n   a\n") == "text: |\n  a\n"
