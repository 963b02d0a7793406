"""`fardplan baseline`: the list of known debts, which may only become shorter."""

from __future__ import annotations

import json

import pytest

from fardplan.source.yaml import read_yaml

FILE = "fardplan-baseline.yaml"
ROADMAP = "roadmaps/lan/roadmap.yaml"
ACTION = "format: 1\ntitle: F\nyear: 2023\nprofile: action\n"
ONLY = '[severity]\nmissing-accountable-body = "off"\n'
A, B, C = (f"roadmaps/lan/activities/{name}.yaml" for name in "abc")


def _activity(name: str) -> str:
    return f"title: {name}\ngoal: mal\n"


@pytest.fixture
def debts(write):
    """Write a repository that lacks two projektplaner and nothing else."""
    return write({
        "fardplan.toml": ONLY,
        ROADMAP: ACTION,
        "roadmaps/lan/goals/mal.yaml": "title: Mål\n",
        A: _activity("A"),
        B: _activity("B"),
    })  # fmt: skip


def _known(root) -> list[tuple[str, str, str, str]]:
    values = read_yaml((root / FILE).read_bytes()).values
    assert isinstance(values, dict)
    return [(k["rule"], k["entity"], k["path"], k["severity"]) for k in values["known"] or ()]


def _debt(name: str, severity: str = "error") -> tuple[str, str, str, str]:
    return "missing-projektplan", f"activity lan/{name}", "projektplan", severity


def test_record(fardplan, debts):
    """The first run records what there is, one debt a line, sorted; then nothing stops a change."""
    before = fardplan("validate")
    assert (before.exit_code, before.stderr.startswith("2 fel i 2 filer.")) == (1, True)
    result = fardplan("baseline")
    assert (result.exit_code, result.stdout, result.stderr) == (
        0, "", f"2 kända brister i {FILE}.\n",
    )  # fmt: skip
    assert _known(debts) == [_debt("a"), _debt("b")]
    lines = (debts / FILE).read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("  ")] == [
        "  - {rule: missing-projektplan, entity: activity lan/a, path: projektplan, severity: error}",
        "  - {rule: missing-projektplan, entity: activity lan/b, path: projektplan, severity: error}",
    ]
    after = fardplan("validate")
    assert (after.exit_code, after.stdout, after.stderr) == (
        0, "",
        "Inget att rätta. 2 kända brister finns kvar (visa dem: fardplan validate --all).\n",
    )  # fmt: skip


def test_same_bytes(fardplan, debts):
    """Recording the same again changes nothing, and lines may move in the files."""
    fardplan("baseline")
    first = (debts / FILE).read_bytes()
    (debts / A).write_text("# En kommentar\n\n" + _activity("Annan titel"), encoding="utf-8")
    assert fardplan("baseline").exit_code == 0
    assert (debts / FILE).read_bytes() == first


def test_nothing_to_record(fardplan, write):
    """Without debts the list is empty, and stays valid."""
    root = write()
    result = fardplan("baseline")
    assert (result.exit_code, result.stderr) == (0, f"0 kända brister i {FILE}.\n")
    assert _known(root) == []
    assert fardplan("validate").exit_code == 0


def test_paid_debt(fardplan, debts, write):
    """A debt that is paid stops nothing; it is told, and --update strikes it."""
    fardplan("baseline")
    write({A: None})
    result = fardplan("validate")
    assert (result.exit_code, result.stderr) == (
        0,
        (
            "Inget att rätta. 1 känd brist finns kvar (visa den: fardplan validate --all). "
            "En känd brist är åtgärdad. Ta bort den ur listan: fardplan baseline --update.\n"
        ),
    )
    assert "åtgärdad" not in fardplan("validate", ROADMAP).stderr
    assert "åtgärdad" not in fardplan("validate", "--ignore", "missing-projektplan").stderr
    updated = fardplan("baseline", "--update")
    assert (updated.exit_code, updated.stderr) == (
        0, f"1 känd brist i {FILE}.\n1 är åtgärdad och struken.\n",
    )  # fmt: skip
    assert _known(debts) == [_debt("b")]
    assert "åtgärdad" not in fardplan("validate").stderr


@pytest.mark.parametrize("args", [[], ["--update"]])
def test_refuses_to_grow(fardplan, debts, write, args):
    """A list that is there takes no new debts, which stay new."""
    fardplan("baseline")
    write({C: _activity("C"), A: None})
    result = fardplan("baseline", *args)
    assert (result.exit_code, result.stderr) == (
        1,
        (
            f"1 känd brist i {FILE}.\n1 är åtgärdad och struken.\n"
            "1 brist är ny och läggs inte till. "
            "Rätta den, eller gör om hela listan med --reset.\n"
        ),
    )
    assert _known(debts) == [_debt("b")]
    assert fardplan("validate").exit_code == 1


def test_empty_list_refuses_to_grow(fardplan, write, debts):
    """An empty list is a list too: it takes no new debts."""
    write({FILE: "format: 1\nknown: []\n"})
    result = fardplan("baseline")
    assert (result.exit_code, _known(debts)) == (1, [])
    assert "2 brister är nya och läggs inte till." in result.stderr


def test_reset(fardplan, debts, write):
    """With --reset the list is made anew, whatever was in it."""
    fardplan("baseline")
    write({C: _activity("C"), A: None})
    assert fardplan("baseline", "--reset").exit_code == 0
    assert _known(debts) == [_debt("b"), _debt("c")]
    write({FILE: "trasig: ["})
    assert fardplan("baseline", "--reset").exit_code == 0
    assert _known(debts) == [_debt("b"), _debt("c")]


def test_escalated_debt(fardplan, debts, write):
    """A debt that has become more serious is new; one that is milder is still known."""
    write({"fardplan.toml": f'{ONLY}missing-projektplan = "warning"\n'})
    fardplan("baseline")
    assert _known(debts) == [_debt("a", "warning"), _debt("b", "warning")]
    write({"fardplan.toml": f'{ONLY}missing-projektplan = "info"\n'})
    assert "2 kända brister finns kvar" in fardplan("validate").stderr
    write({"fardplan.toml": ONLY})
    result = fardplan("validate")
    assert (result.exit_code, result.stderr.startswith("2 fel i 2 filer.")) == (1, True)
    assert fardplan("baseline").exit_code == 1


def test_reading_faults_are_never_known(fardplan, debts, write):
    """What cannot be read is never recorded, and is told each time."""
    write({B: _activity("B") + "ansvarig: x\n", C: "title: ["})
    result = fardplan("baseline")
    assert (result.exit_code, result.stderr) == (
        1,
        (
            f"2 kända brister i {FILE}.\n"
            "2 fel i hur filerna är skrivna går inte att spara som kända. Rätta dem först.\n"
        ),
    )
    assert _known(debts) == [_debt("a"), _debt("b")]
    found = json.loads(fardplan("validate", "-f", "json").stdout)["findings"]
    assert {one["rule"] for one in found} == {"unknown-key", "yaml-syntax"}


@pytest.mark.parametrize("args", [[], ["--update"]])
@pytest.mark.parametrize("broken", [A, ROADMAP])
def test_a_broken_file_pays_no_debt(fardplan, debts, write, args, broken):
    """While a file cannot be read, what it hides is not taken for paid: the list stays as it is."""
    fardplan("baseline")
    before = (debts / FILE).read_bytes()
    write({broken: "title: ["})
    assert "åtgärdad" not in fardplan("validate").stderr
    result = fardplan("baseline", *args)
    assert (result.exit_code, result.stderr) == (
        1,
        (
            f"2 kända brister i {FILE}.\n"
            "1 fel i hur filerna är skrivna går inte att spara som känt. Rätta det först.\n"
        ),
    )
    assert (debts / FILE).read_bytes() == before


def test_update_without_a_list(fardplan, debts):
    """There must be a list to strike from."""
    result = fardplan("baseline", "--update")
    assert (result.exit_code, (debts / FILE).exists()) == (3, False)
    assert "Det finns ingen lista att stryka ur" in result.stderr


def test_update_and_reset(fardplan, debts):
    """One of the two is meant."""
    result = fardplan("baseline", "--update", "--reset")
    assert (result.exit_code, (debts / FILE).exists()) == (2, False)


@pytest.mark.parametrize(
    "content",
    [
        "- a", "format: 2\nknown: []", "format: 1\nknown: [a]", "format: 1\nknown: {}x",
        "format: 1\nknown: [{rule: a}]", "title: [", "", b"\xe5", "known: []",
        "format: 1\nknown: [{rule: a, entity: b, severity: allvarligt}]",
        "format: 1\nknown: en text",
        "format: 1\nknown: [{rule: [a], entity: b, severity: error}]",
    ],
)  # fmt: skip
def test_list_that_is_none(fardplan, debts, write, content):
    """A file that is no list of debts stops the commands in one line: nobody guesses what is known."""
    write({FILE: content})
    for command in ("validate", "baseline"):
        result = fardplan(command)
        assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (3, "", 1)
        assert FILE in result.stderr


def test_a_row_that_is_no_debt(fardplan, debts, write):
    """One row gone wrong is shown by its line; nobody is told to throw the list away."""
    assert fardplan("baseline").exit_code == 0
    lines = (debts / FILE).read_text("utf-8").splitlines()
    at = next(number for number, line in enumerate(lines, 1) if line.startswith("  - "))
    lines[at - 1] = lines[at - 1].replace("severity: error", "severity: eror")
    write({FILE: "\n".join(lines) + "\n"})
    result = fardplan("validate")
    assert result.exit_code == 3
    assert result.stderr.startswith(f"fardplan: {FILE}, rad {at}: här ska en känd brist stå")
    assert "--reset" not in result.stderr


def test_no_roadmaps(fardplan, write):
    """Without roadmaps there is nothing to record, and no file is made."""
    root = write({"README.md": "x"})
    result = fardplan("baseline")
    assert (result.exit_code, (root / FILE).exists()) == (3, False)


def test_quiet(fardplan, debts):
    """With -q nothing is said, and the list is written."""
    result = fardplan("-q", "baseline")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert len(_known(debts)) == 2
