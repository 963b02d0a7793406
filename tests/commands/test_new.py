"""`fardplan new …` with options: what is written, what is left to fill in, what is refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from fardplan.editing.outline import GAP
from fardplan.model.edition import FOLDERS
from fardplan.model.fields import field_of
from fardplan.source.yaml import read_yaml

FILES = {
    "roadmaps/organisations.yaml": (
        "format: 1\n"
        "organisations: [{id: kommunen, title: Kommunen}]\n"
        "bodies: [{id: namnden, title: Socialnämnden, organisation: kommunen}]\n"
    ),
    "roadmaps/plan/roadmap.yaml": (
        "format: 1\ntitle: Planen\nyear: 2025\nprofile: action\nowners: kommunen\n"
        "accountable: namnden\n"
        "principles: [{id: tidigt, title: Vi börjar tidigt}]\n"
        "funding: [{id: stimulans, title: Stimulansmedel, kind: own_budget}]\n"
        "preconditions: [{id: ledning, title: Gemensam ledning}]\n"
    ),
    "roadmaps/plan/areas/hemma.yaml": "title: Trygg hemma\norder: 1\n",
    "roadmaps/plan/goals/hem.yaml": "title: Trygg hemgång\narea: hemma\norder: 1\n",
    "roadmaps/plan/activities/team.yaml": (
        "# Pilot.\r\ntitle: Trygghetsteam   # nytt\r\ngoal: hem\r\norder: 3\r\n"
        "text: >-\r\n  En text.\r\nresponsible: namnden\r\n"
    ),
    "roadmaps/riktning/roadmap.yaml": "format: 1\ntitle: R\nyear: 2025\nprofile: direction\n",
    "roadmaps/riktning/areas/unga.yaml": "title: Unga\n",
}
NEW = [
    (["area", "plan", "--title", "Barn och unga"], "areas/barn-unga.yaml"),
    (["goal", "plan", "--title", "Färre fall", "--area", "hemma"], "goals/farre-fall.yaml"),
    (["activity", "plan", "--title", "Pröva team", "--goal", "hem"], "activities/prova-team.yaml"),
    (["indicator", "plan", "--title", "Nöjda"], "indicators/nojda.yaml"),
    (["report", "plan", "2025-Q2"], "reports/2025-q2.yaml"),
]


def written(root: Path, path: str) -> object:
    """Return the values of a file."""
    return read_yaml((root / path).read_bytes()).values


@pytest.mark.parametrize(("args", "path"), NEW, ids=lambda one: one[0] if one else "")
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_layout_and_reading(fardplan, write, args, path, lang):
    """A new file is laid out as `fmt` would, opens with its schema, and can be read in full."""
    root = write(FILES)
    result = fardplan("--lang", lang, "new", *args, "--no-input")
    assert (result.exit_code, result.stdout) == (0, ""), result.stderr
    file = f"roadmaps/plan/{path}"
    assert f"fardplan validate {file}" in result.stderr
    first = (root / file).read_text("utf-8").split("\n")[0]
    kind = FOLDERS[path.partition("/")[0]].entity_kind
    assert first == f"# yaml-language-server: $schema=../../../schemas/{kind}.schema.json"
    assert fardplan("fmt", "--check", file).exit_code == 0
    select = "invalid-value,unknown-key,missing-key,yaml-syntax"
    assert fardplan("validate", file, "--select", select).exit_code == 0


@pytest.mark.parametrize(("args", "path"), NEW, ids=lambda one: one[0] if one else "")
@pytest.mark.parametrize("home", ["plan", "riktning"])
def test_gaps_are_keys_of_the_model(fardplan, write, args, path, home):
    """Each line to fill in becomes, without its hash, a key that the model has, in its order."""
    root = write(FILES)
    kept = [one for one in args if one not in ("--area", "hemma", "--goal", "hem")]
    given = kept if home == "riktning" else args
    given = [home if one == "plan" else one for one in given]
    assert fardplan("new", *given, "--no-input").exit_code == 0
    file = root / f"roadmaps/{home}/{path}"
    head, _, body = file.read_text("utf-8").partition("\ntitle: ")
    filled = "title: " + re.sub(r"^(\s*)# ", r"\1", body, flags=re.MULTILINE)
    values = read_yaml(filled.encode()).values
    assert isinstance(values, dict)
    model = FOLDERS[path.partition("/")[0]]
    assert [key for key in values if field_of(model, key) is None] == []
    assert GAP in filled or "order" in values
    file.write_text(f"{head}\n{filled}", "utf-8")
    assert fardplan("fmt", "--check", str(file)).exit_code == 0


def test_activity(fardplan, write):
    """What is told stands there, what is not is left open, and nothing is made up."""
    root = write(FILES)
    args = ["--title", "Pröva: ett team", "--goal", "hem", "--status", "pågår", "--start", "VT2025"]
    more = ["--responsible", "Socialnämnden", "--principle", "tidigt"]
    assert fardplan("new", "activity", "plan", *args, *more, "--no-input").exit_code == 0
    file = root / "roadmaps/plan/activities/prova-team.yaml"
    assert written(root, "roadmaps/plan/activities/prova-team.yaml") == {
        "title": "Pröva: ett team", "goal": "hem", "order": "4", "status": "ongoing",
        "start": "VT2025", "responsible": "namnden", "principles": ["tidigt"],
    }  # fmt: skip
    lines = file.read_text("utf-8").split("\n")
    assert [line.partition(":")[0] for line in lines[4:] if line.startswith("# ")] == [
        "# end", "# text", "# partners", "# sustainability", "#   equal_health", "#   long_term",
        "#   economic", "# projektplan",
    ]  # fmt: skip


def test_validate_says_what_is_left(fardplan, write, check):
    """The rules then ask for just what is missing."""
    write(FILES)
    args = ["--title", "Nytt", "--goal", "hem", "--no-input"]
    assert fardplan("new", "activity", "plan", *args).exit_code == 0
    _, found = check("roadmaps/plan/activities/nytt.yaml")
    assert [rule for rule, *_ in found] == ["missing-projektplan"]
    args = ["plan/nytt", "--mandate", "Gör det.", "--financing", "none_needed", "--no-input"]
    assert fardplan("new", "projektplan", *args).exit_code == 0
    _, found = check("roadmaps/plan/activities/nytt.yaml")
    assert {rule for rule, *_ in found} == {
        "incomplete-projektplan", "missing-principle", "missing-sustainability",
    }  # fmt: skip


def test_projektplan_keeps_everything_else(fardplan, write):
    """The plan is put into the file as it stands: comments, line ends and texts are kept."""
    root = write(FILES)
    file = root / "roadmaps/plan/activities/team.yaml"
    before = file.read_bytes()
    parts = ["--kind", "uppdragsdirektiv", "--status", "utkast", "--mandate", "Pröva ett år."]
    more = ["--start", "VT2025", "--end", "2026", "--financing", "stimulans", "--year", "2025"]
    rest = ["--amount", "350 000", "--followed-by", "namnden", "--frequency", "varje år"]
    how = ["--implementation", "Två anställda."]
    result = fardplan("new", "projektplan", "team", *parts, *how, *more, *rest, "--no-input")
    assert result.exit_code == 0, result.stderr
    after = file.read_bytes()
    assert after == before + (
        b"projektplan:\r\n  kind: uppdragsdirektiv\r\n  status: draft\r\n"
        b"  mandate: Pr\xc3\xb6va ett \xc3\xa5r.\r\n  implementation: Tv\xc3\xa5 anst\xc3\xa4llda.\r\n"
        b"  timeline:\r\n    start: VT2025\r\n    end: 2026\r\n"
        b"  financing:\r\n    - source: stimulans\r\n      year: 2025\r\n      amount: 350 000\r\n"
        b"  follow_up:\r\n    responsible: namnden\r\n    frequency: yearly\r\n"
    )
    assert "Kontrollera den: fardplan validate" in result.stderr


def test_projektplan_elsewhere(fardplan, write):
    """A plan that is a document already is named, with the parts that it has."""
    root = write(FILES)
    args = ["--registry-number", "KS 2025/7", "--contains", "tidsplan", "--contains", "mandate"]
    result = fardplan("new", "projektplan", "plan/team", *args, "--no-input")
    assert result.exit_code == 0, result.stderr
    values = written(root, "roadmaps/plan/activities/team.yaml")
    assert isinstance(values, dict)
    assert values["projektplan"] == {
        "kind": "projektplan",
        "document": {"registry_number": "KS 2025/7"},
        "contains": ["timeline", "mandate"],
    }


HAS_PART = FILES["roadmaps/plan/activities/team.yaml"] + "projektplan:\r\n  mandate: Gör det.\r\n"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            HAS_PART,
            (
                "”Trygghetsteam” har redan en projektplan i roadmaps/plan/activities/team.yaml. Det "
                "som saknas är tidsplan, genomförande, finansiering och uppföljning: fyll i timeline, "
                "implementation, financing och follow_up där, under projektplan."
            ),
        ),
        ("title: T\ngoal: hem\nprojektplan: [1]\n", "Det som står under projektplan i"),
        ("title: T\ngoal: hem\nx: [\n", "går inte att läsa"),
    ],
)
def test_projektplan_is_never_replaced(fardplan, write, content, said):
    """Where something stands there already, nothing is written and it is said what is missing."""
    root = write({**FILES, "roadmaps/plan/activities/team.yaml": content})
    result = fardplan("new", "projektplan", "plan/team", "--mandate", "Annat", "--no-input")
    assert result.exit_code == 3
    assert said in result.stderr
    file = root / "roadmaps/plan/activities/team.yaml"
    assert file.read_bytes() == content.encode()


REFUSED = [
    (["goal", "plan"], 2, "Ange också --title."),
    (["goal", "nix", "--title", "A"], 3, "Det finns ingen färdplan som heter ”nix”"),
    (["goal", "--title", "A"], 2, "Ange också FÄRDPLAN."),
    (["goal", "plan", "--title", "Hem"], 0, "goals/hem-2.yaml"),
    (["goal", "plan", "--title", "A", "--id", "hem"], 2,
     "--id: ”hem” är upptaget: så heter redan ”Trygg hemgång”. Ledigt är till exempel hem-2."),
    (["goal", "plan", "--title", "A", "--id", "Å"], 2, "--id: "),
    (["goal", "plan", "--title", "A", "--area", "hema"], 2,
     "--area: Det finns inget område som heter ”hema”. Menade du ”hemma”?"),
    (["goal", "plan", "--title", " "], 2, "--title"),
    (["goal", "plan", "--title", "a\x07b"], 2, "--title: "),
    (["activity", "plan", "--title", "A"], 2, "Ange också --goal."),
    (["activity", "plan", "--title", "A", "--goal", "hem", "--precondition", "ledning"], 2,
     "En aktivitet hör till en enda sak"),
    (["activity", "plan", "--title", "A", "--goal", "hem", "--start", "2025-13"], 2, "--start: "),
    (["report", "plan", "igår"], 2, "PERIOD: ”igår” är ingen period."),
    (["report", "plan"], 2, "Ange också PERIOD."),
    (["roadmap", "--title", "A"], 2, "Ange också --profile och --year."),
    (["roadmap", "--title", "A", "--id", "plan", "--profile", "action", "--year", "2025"], 2,
     "--id: ”plan” är upptaget: så heter redan ”Planen”. Ledigt är till exempel plan-2."),
    (["projektplan"], 2, "Ange också FÄRDPLAN/AKTIVITET."),
    (["projektplan", "plan/tem", "--mandate", "A"], 3, "Menade du plan/activity/team?"),
    (["projektplan", "plan/team", "--contains", "mandate"], 2, "Ange dokumentet: --document"),
]  # fmt: skip


@pytest.mark.parametrize(("args", "code", "said"), REFUSED)
def test_refused(fardplan, write, args, code, said):
    """What is wrong or missing is told in one line, and nothing is written."""
    root = write(FILES)
    before = {path for path in root.rglob("*") if path.is_file()}
    result = fardplan("new", *args, "--no-input")
    assert (result.exit_code, said in result.stderr) == (code, True), result.stderr
    assert ({path for path in root.rglob("*") if path.is_file()} == before) is (code != 0)


def test_no_goals(fardplan, write):
    """An activity in an action plan without goals waits for one."""
    files = {path: text for path, text in FILES.items() if "/goals/" not in path}
    files["roadmaps/plan/roadmap.yaml"] = "format: 1\ntitle: P\nyear: 2025\nprofile: action\n"
    write(files)
    result = fardplan("new", "activity", "plan", "--title", "A", "--no-input")
    assert (result.exit_code, "fardplan new goal plan" in result.stderr) == (3, True)


@pytest.mark.parametrize("taken", ["roadmaps/plan/goals/nytt.yaml", "roadmaps/plan/goals/nytt.yml"])
def test_nothing_is_overwritten(fardplan, write, taken):
    """A file that cannot be read keeps its name, too."""
    root = write({**FILES, taken: "title: ["})
    result = fardplan("new", "goal", "plan", "--title", "Nytt", "--id", "nytt", "--no-input")
    assert (result.exit_code, taken in result.stderr) == (2, True)
    assert (root / taken).read_text("utf-8") == "title: ["
    assert fardplan("new", "goal", "plan", "--title", "Nytt", "--no-input").exit_code == 0
    assert (root / "roadmaps/plan/goals/nytt-2.yaml").is_file()


@pytest.mark.parametrize(
    "title", ["no", "2.10", "a: b # c", "”Å”", '"', "[x]", "- x", "…", "é" * 200]
)
def test_any_title(fardplan, write, title):
    """Whatever a title holds, it is read back as it was told."""
    root = write(FILES)
    assert (
        fardplan("new", "goal", "plan", "--title", title, "--id", "nytt", "--no-input").exit_code
        == 0
    )
    values = written(root, "roadmaps/plan/goals/nytt.yaml")
    assert isinstance(values, dict)
    assert values["title"] == title


def test_report_has_a_row_for_each_activity(fardplan, write):
    """The rows are named by their titles, whatever those hold."""
    root = write({**FILES, "roadmaps/plan/activities/b.yaml": 'title: "{0} a\\nb"\ngoal: hem\n'})
    args = ["report", "plan", "2025-10-26", "--body", "namnden", "--date", "2025-11-01"]
    assert fardplan("new", *args, "--no-input").exit_code == 0
    text = (root / "roadmaps/plan/reports/2025-10-26.yaml").read_text("utf-8")
    assert "title: Rapport för 26 oktober 2025\nbody: namnden\ndate: 2025-11-01\n" in text
    assert "#   - entity: {activity: b}     # {0} a b\n" in text
    assert "#   - entity: {activity: team}  # Trygghetsteam\n" in text


def test_dry_run(fardplan, write):
    """With --dry-run the file is shown and not written."""
    root = write(FILES)
    result = fardplan("new", "goal", "plan", "--title", "Nytt", "--no-input", "--dry-run")
    assert (result.exit_code, "title: Nytt\n" in result.stdout) == (0, True)
    assert not (root / "roadmaps/plan/goals/nytt.yaml").exists()
    before = (root / "roadmaps/plan/activities/team.yaml").read_bytes()
    result = fardplan("new", "projektplan", "team", "--mandate", "A", "--no-input", "--dry-run")
    assert (result.exit_code, "  mandate: A" in result.stdout) == (0, True)
    assert (root / "roadmaps/plan/activities/team.yaml").read_bytes() == before


@pytest.mark.parametrize("profile", ["action", "direction", "process", "vision"])
def test_roadmap(fardplan, write, check, profile):
    """A new roadmap is a draft without errors; a målbild gets a file of its own."""
    root = write(FILES)
    args = ["--title", "Färdplan för Lekeberg", "--profile", profile, "--year", "2026"]
    result = fardplan("new", "roadmap", *args, "--owner", "Kommunen", "--no-input")
    assert result.exit_code == 0, result.stderr
    values = written(root, "roadmaps/lekeberg/roadmap.yaml")
    assert values == {
        "format": "1", "title": "Färdplan för Lekeberg", "year": "2026", "profile": profile,
        "status": "draft", "owners": "kommunen",
    }  # fmt: skip
    assert (root / "roadmaps/lekeberg/vision.yaml").is_file() is (profile == "vision")
    assert check("roadmaps/lekeberg")[0] == 0
    assert fardplan("fmt", "--check", "roadmaps/lekeberg").exit_code == 0


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_without_a_command(fardplan, lang):
    """`fardplan new` alone shows what can be made, as wrong usage."""
    result = fardplan("--lang", lang, "new")
    assert (result.exit_code, result.stdout) == (2, "")
    for name in ("projektplan", "activity", "goal", "area", "indicator", "report", "roadmap"):
        assert f"\n  {name} " in result.stderr
