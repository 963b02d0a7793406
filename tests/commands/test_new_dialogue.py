"""`fardplan new …` at a terminal: the whole dialogue, as an official meets it."""

from __future__ import annotations

import pytest

from fardplan.source.yaml import read_yaml
from tests.commands.terminal import converse

FILES = {
    "roadmaps/organisations.yaml": (
        "format: 1\norganisations: [{id: kommunen, title: Kommunen}]\n"
        "bodies: [{id: namnden, title: Socialnämnden, organisation: kommunen}]\n"
    ),
    "roadmaps/plan/roadmap.yaml": (
        "format: 1\ntitle: Planen\nyear: 2025\nprofile: action\nowners: kommunen\n"
        "principles: [{id: tidigt, title: Vi börjar tidigt}]\n"
        "funding: [{id: stimulans, title: Stimulansmedel, kind: own_budget}]\n"
        "preconditions: [{id: ledning, title: Gemensam ledning}]\n"
    ),
    "roadmaps/plan/areas/unga.yaml": "title: Unga\norder: 2\n",
    "roadmaps/plan/areas/hemma.yaml": "title: Trygg hemma\norder: 1\n",
    "roadmaps/plan/goals/stod.yaml": "title: Stöd {i} tid\narea: unga\n",
    "roadmaps/plan/goals/hem.yaml": "title: Trygg hemgång\narea: hemma\n",
    "roadmaps/plan/goals/utan.yaml": "title: Utan område\n",
}

ACTIVITY = ["new", "activity"]
DIALOGUE = """\
Svara på frågorna. Retur tar svaret inom hakparentes, ? förklarar frågan, Ctrl+C avbryter.

Vad heter aktiviteten? Pröva trygghetsteam

Vilket kort namn (id) ska det ha i filer och hänvisningar? [prova-trygghetsteam]\x20

Vad hör aktiviteten till?
  Trygg hemma:
   1  Trygg hemgång  (goal/hem)
  Unga:
   2  Stöd {i} tid  (goal/stod)
  Mål utan område:
   3  Utan område  (goal/utan)
  Förutsättningar på systemnivå:
   4  Gemensam ledning  (precondition/ledning)
Välj med nummer eller namn 2
"""


def write_files(root):
    """Put the repository in place."""
    for path, content in FILES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(content, "utf-8")
    return root


def read(root, path):
    """Return the values of a file."""
    return read_yaml((root / path).read_bytes()).values


def test_activity_with_its_plan(tmp_path):
    """The only roadmap is taken; goals stand by area; the plan is asked for part by part."""
    root = write_files(tmp_path)
    answers = [
        "Pröva trygghetsteam", "", "2", "pågår", "fel", "VT2025", "2026", "?", "Socialnämnden",
        "1", "nu", "1", "", "", "Pröva ett år.", "Två anställda.", "1", "namnden", "6",
    ]  # fmt: skip
    code, screen = converse(root, ACTIVITY, answers)
    assert code == 0, screen
    assert DIALOGUE in screen
    assert "Skriv till exempel 2023-12" in screen
    assert "”nu” finns inte i listan." in screen
    path = "roadmaps/plan/activities/prova-trygghetsteam.yaml"
    assert f"Filen är skapad: {path}\n" in screen
    assert read(root, path) == {
        "title": "Pröva trygghetsteam", "goal": "stod", "status": "ongoing",
        "start": "VT2025", "end": "2026", "responsible": "namnden", "principles": ["tidigt"],
        "projektplan": {
            "kind": "projektplan", "status": "draft", "mandate": "Pröva ett år.",
            "implementation": "Två anställda.",
            "timeline": {"start": "VT2025", "end": "2026"},
            "financing": [{"kind": "none_needed"}],
            "follow_up": {"responsible": "namnden", "frequency": "yearly"},
        },
    }  # fmt: skip


def test_everything_skipped(tmp_path):
    """Who answers only what must be answered gets a file with the rest left open."""
    root = write_files(tmp_path)
    code, screen = converse(root, ACTIVITY, ["Ny", "ny-aktivitet", "4", *[""] * 6])
    assert code == 0, screen
    path = "roadmaps/plan/activities/ny-aktivitet.yaml"
    assert read(root, path) == {"title": "Ny", "precondition": "ledning"}
    assert "Öppna den och fyll i det som fattas." in screen


def test_projektplan_for_one_that_lacks_it(tmp_path):
    """The activities without a plan are listed; money from several sources gets a row each."""
    root = write_files(tmp_path)
    for name in ("a", "b"):
        file = root / f"roadmaps/plan/activities/{name}.yaml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"title: Aktivitet {name.upper()}  # ny\ngoal: hem\n", "utf-8")
    answers = [
        "2", "", "2", "2", "", "", "VT2025", "",
        "Stimulansmedel", "2025", "x", "1200000", "j", "egen budget", "", "800", "n", "", "",
    ]  # fmt: skip
    code, screen = converse(root, ["new", "projektplan"], answers)
    assert code == 0, screen
    assert "  Planen:\n   1  Aktivitet A  (plan/a)\n   2  Aktivitet B  (plan/b)\n" in screen
    text = (root / "roadmaps/plan/activities/b.yaml").read_text("utf-8")
    assert text.startswith("title: Aktivitet B  # ny\ngoal: hem\nprojektplan:\n")
    assert read(root, "roadmaps/plan/activities/b.yaml")["projektplan"] == {
        "kind": "uppdragsdirektiv", "status": "decided", "timeline": {"start": "VT2025"},
        "financing": [
            {"source": "stimulans", "year": "2025", "amount": "1200000"},
            {"kind": "own_budget", "amount": "800"},
        ],
    }  # fmt: skip


def test_document_needs_a_name(tmp_path):
    """A document without title, number and address is asked about once more."""
    root = write_files(tmp_path)
    (root / "roadmaps/plan/activities").mkdir()
    (root / "roadmaps/plan/activities/a.yaml").write_text("title: A\ngoal: hem\n", "utf-8")
    answers = ["2", "", "", "", "", "", "", "KS 2025/7", "", "1,4"]
    code, screen = converse(root, ["new", "projektplan", "plan/a"], answers)
    assert code == 0, screen
    assert "Dokumentet behöver en titel, ett diarienummer eller en webbadress." in screen
    assert read(root, "roadmaps/plan/activities/a.yaml")["projektplan"] == {
        "kind": "projektplan", "status": "draft", "document": {"registry_number": "KS 2025/7"},
        "contains": ["timeline", "financing"],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("args", "answers", "said"),
    [
        (["new", "projektplan"], ["teem"], "Menade du plan/activity/team?"),
        (["new", "goal"], ["plann"], "Det finns ingen färdplan som heter ”plann”"),
    ],
)
def test_a_slip_is_asked_about_once_more(tmp_path, args, answers, said):
    """A name that nothing bears does not end the dialogue."""
    root = write_files(tmp_path)
    (root / "roadmaps/plan/activities").mkdir()
    (root / "roadmaps/plan/activities/team.yaml").write_text("title: A\ngoal: hem\n", "utf-8")
    second = root / "roadmaps/lanet/roadmap.yaml"
    second.parent.mkdir()
    second.write_text(FILES["roadmaps/plan/roadmap.yaml"], "utf-8")
    _, screen = converse(root, args, answers, hang_up=True)
    assert said in screen
    assert screen.count("Välj med nummer eller namn") == 2


@pytest.mark.parametrize("args", [["new", "goal"], ["new", "projektplan"], ["new", "area"]])
def test_breaking_off(tmp_path, args):
    """Who stops half-way has written nothing."""
    root = write_files(tmp_path)
    (root / "roadmaps/plan/activities").mkdir()
    (root / "roadmaps/plan/activities/a.yaml").write_text("title: A\ngoal: hem\n", "utf-8")
    before = {path: path.read_bytes() for path in root.rglob("*.yaml")}
    code, screen = converse(root, args, ["1"], hang_up=True)
    assert (code, screen.endswith("fardplan: Avbrutet.\n")) == (130, True)
    assert {path: path.read_bytes() for path in root.rglob("*.yaml")} == before


def test_english(tmp_path):
    """The dialogue and the file speak English, too."""
    root = write_files(tmp_path)
    code, screen = converse(root, ["--lang", "en", "new", "goal"], ["New", "", "", "", ""])
    assert code == 0, screen
    assert "What is the goal called? " in screen
    assert "Which area does the goal belong to?" in screen
    text = (root / "roadmaps/plan/goals/new.yaml").read_text("utf-8")
    assert "The lines that begin with # are still missing." in text
    assert "å" not in text
