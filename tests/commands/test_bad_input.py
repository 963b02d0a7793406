"""Whatever stands in a file: one clear message, the right exit code, and all else still checked."""

from __future__ import annotations

import json

import pytest

ROADMAP = "roadmaps/lan/roadmap.yaml"
A = "roadmaps/lan/goals/a.yaml"
OTHER = {"roadmaps/lan/goals/z.yaml": "title: Z\nansvarig: x\n"}
"""A file with a fault of its own, which must be found whatever is wrong elsewhere."""
HEAD = "format: 1\ntitle: F\nyear: 2023\nprofile: direction\n"
BOMB = "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n"
    for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)

CASES = [
    ("an empty file", A, "", "yaml-syntax", 1, "Filen är tom."),
    ("only a comment", A, "# inget\n", "yaml-syntax", 1, "Filen är tom."),
    ("only null", A, "null\n", "yaml-syntax", 1, "Filen är tom."),
    ("a list", A, "- title: A\n", "invalid-value", 1, "Här ska rader med `nyckel: värde` stå, inte en lista."),
    ("a text", A, "Målet\n", "invalid-value", 1, "Här ska rader med `nyckel: värde` stå, inte en text."),
    ("a list in place of a mapping", A, "title: A\nshift:\n  - from: a\n", "invalid-value", 3, "Här ska rader med `nyckel: värde` stå, inte en lista."),
    ("a tab", A, "title: A\nshift:\n\tfrom: a\n", "yaml-syntax", 3, None),
    ("Latin-1", A, "title: Mål\n".encode("latin-1"), "unreadable-file", 1, "Filen är sparad med en annan teckenkodning (troligen Windows-1252): här står ”å”."),
    ("UTF-16", A, "title: Mål\n".encode("utf-16"), "unreadable-file", 1, "Filen är sparad med en annan teckenkodning (UTF-16, ibland kallad Unicode)."),
    ("null bytes", A, b"title: \0\n", "unreadable-file", 1, None),
    ("fifty megabytes", A, b"title: A\ntext: " + b"x" * 50_000_000, "unreadable-file", 1, "Filen är större än 5\N{NO-BREAK SPACE}MB och läses inte."),
    ("an alias bomb", A, "title: A\na: &a [x, x, x, x, x, x, x, x, x]\n" + BOMB, "yaml-syntax", None, None),
    ("an alias of nothing", A, "title: A\ntext: *a\n", "yaml-syntax", 2, None),
    ("an open bracket", A, "title: [\n", "yaml-syntax", None, None),
    ("an open quotation mark", A, 'title: "A\ntext: b\n', "yaml-syntax", None, None),
    ("fifty thousand brackets", A, "title: " + "[" * 50_000, "yaml-syntax", None, None),
    ("two documents", A, "title: A\n---\ntitle: B\n", "yaml-syntax", 2, None),
    ("a tag", A, "title: !!python/object:os.system x\n", "yaml-syntax", 1, None),
    ("a merge key", A, "title: A\n<<: {text: b}\n", "yaml-syntax", 2, None),
    ("a key twice", A, "title: A\ntitle: B\n", "duplicate-key", 2, None),
    ("an invisible character", A, "title: A\x08\n", "yaml-syntax", 1, None),
    ("a reference to nothing", A, "title: A\narea: finns-inte\n", "unresolved-reference", 2, "Det finns inget område som heter ”finns-inte”."),
    ("a date that is none", A, "title: A\nplaceholder:\n  due: 2023-13\n", "invalid-value", 3, "”2023-13” är inget datum: månaden ska vara 01–12."),
    ("an amount without end", ROADMAP, HEAD + "funding:\n  - title: Medel\n    kind: own_budget\n    amount: 1e400\n", "invalid-value", 8, "”1e400” är inget tal."),
    ("a number of ten thousand digits", ROADMAP, HEAD + f"funding:\n  - title: Medel\n    kind: own_budget\n    amount: {'9' * 10_000}\n", "invalid-value", 8, None),
    ("infinity", ROADMAP, HEAD + "funding:\n  - title: Medel\n    kind: own_budget\n    amount: .inf\n", "invalid-value", 8, "”.inf” är inget tal."),
    ("a year out of reach", ROADMAP, HEAD.replace("2023", "99999999999999999999"), "invalid-value", 3, None),
    ("a format to come", ROADMAP, HEAD.replace("format: 1", "format: 2"), "invalid-value", 1,
     "Filen har format 2, men den här versionen av fardplan läser bara format 1."),
    ("no roadmap.yaml", ROADMAP, None, "unreadable-file", 1, "Mappen ”roadmaps/lan” saknar filen roadmap.yaml."),
    ("a broken roadmap.yaml", ROADMAP, "title: [", "yaml-syntax", None, None),
    ("a file of another ending", "roadmaps/lan/goals/b.yml", "title: B\n", "unreadable-file", 1, "Filnamnet slutar på .yml."),
    ("a file where nothing is read", "roadmaps/lan/mål/b.yaml", "title: B\n", "unreadable-file", 1, "Filen läses inte: en färdplan har ingen plats för ”mål/b.yaml”."),
    ("a name that is no id", "roadmaps/lan/goals/Öka.yaml", "title: B\n", "unstable-id", 1, "”Öka” går inte att ha som filnamn."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "content", "rule", "line", "told"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_bad_input(fardplan, write, path, content, rule, line, told):
    """The fault is found in its place, in plain words with a hint, and hides no other."""
    write()
    write({**OTHER, path: content})
    result = fardplan("validate", "-f", "json")
    assert (result.exit_code, "Traceback" in result.stderr) == (1, False)
    findings = json.loads(result.stdout)["findings"]
    found = [one for one in findings if one["file"] == path]
    assert {one["rule"] for one in found} == {rule}
    assert line is None or {one["line"] for one in found} == {line}
    assert told is None or [one["message"] for one in found] == [told]
    assert all(one["message"] and one["hint"] for one in found)
    assert all(len(one["message"]) < 300 for one in found)
    others = {(one["rule"], one["file"]) for one in findings if one["file"] != path}
    assert others == {("unknown-key", next(iter(OTHER)))}


@pytest.mark.parametrize(
    "content",
    [
        "title: A\ntext: Två rader\n",
        "\ufefftitle: A\ntext: Med märke först\n",
        "title: A\r\ntext: Från Windows\r\n",
        "title: A\rtext: Från en gammal Mac\r",
        "title: A\ntext: utan radslut sist",
        "---\ntitle: A\n...\n",
        "%YAML 1.2\n---\ntitle: A\n",
        "title: no\nnumber: 007\n",
        "{title: A, text: b}",
    ],
)
def test_unusual_but_right(fardplan, write, content):
    """A byte order mark, line ends of other systems and the like are no faults."""
    write()
    write({A: content})
    result = fardplan("validate")
    assert (result.exit_code, result.stdout) == (0, "")


def test_places_after_a_byte_order_mark_and_windows_line_ends(fardplan, write):
    """Lines and columns are those that an editor shows, whatever the line ends."""
    write()
    write({A: "\ufeffansvarig: x\r\ntitle: A\r\nmål: y\r\n"})
    shown = fardplan("validate").stdout
    assert f"{A}:1:1  " in shown
    assert f"{A}:3:1  " in shown
    assert "  1 │ ansvarig: x\n    │ ^^^^^^^^\n" in shown


@pytest.mark.parametrize("amount", ["1,5", "1 200 000", "1.5", '"1,5"'])
def test_swedish_amounts(fardplan, write, amount):
    """A decimal comma and spaces between thousands are how amounts are written."""
    write()
    write(
        {
            ROADMAP: HEAD
            + f"funding:\n  - title: Medel\n    kind: own_budget\n    amount: {amount}\n    unit: MSEK\n"
        }
    )
    result = fardplan("validate", "--select", "invalid-value")
    assert (result.exit_code, result.stdout) == (0, "")


def test_reference_cycle(fardplan, write):
    """Activities that wait for one another are told, and end no loop of ours."""
    write()
    write({
        "roadmaps/lan/activities/x.yaml": "title: X\ngoal: a\ndepends_on: [y]\n",
        "roadmaps/lan/activities/y.yaml": "title: Y\ngoal: a\ndepends_on: [x]\n",
    })  # fmt: skip
    result = fardplan("validate", "-f", "json")
    found = [one["rule"] for one in json.loads(result.stdout)["findings"]]
    assert (result.exit_code, found) == (1, ["reference-cycle"])


def test_a_thousand_faults(fardplan, write):
    """A file full of faults is told in full."""
    write()
    items = "".join(f"  - titel: {number}\n" for number in range(1000))
    write({ROADMAP: HEAD + "themes:\n" + items})
    result = fardplan("validate", "-f", "json")
    found = json.loads(result.stdout)["findings"]
    assert [one["line"] for one in found] == [*range(6, 1006)]
    assert {one["rule"] for one in found} == {"unknown-key"}


def test_link_and_pipe(fardplan, write):
    """What is no ordinary file is not read, is told, and is never waited for."""
    root = write()
    write(OTHER)
    (root / "roadmaps/lan/goals/b.yaml").symlink_to("z.yaml")
    result = fardplan("validate", "-f", "json")
    found = {(one["rule"], one["file"]) for one in json.loads(result.stdout)["findings"]}
    assert found == {
        ("unreadable-file", "roadmaps/lan/goals/b.yaml"),
        ("unknown-key", "roadmaps/lan/goals/z.yaml"),
    }
    assert result.exit_code == 1
