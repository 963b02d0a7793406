"""`fardplan revise`: next year's edition of a roadmap, as one change."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.terminal import INTERRUPT, converse
from tests.source.history import History, StartHistory
from tests.source.killing import kill_at_every_write, read_all

ROOT = Path(__file__).parents[2]
PLAN = "roadmaps/plan"
FILE = f"{PLAN}/roadmap.yaml"
FRONT = """\
# Vår färdplan
format: 1
title: Plan för nära vård
year: 2024
version: "1.2"   # numret
profile: action
status: adopted   # av nämnden
validity: {from: 2023, to: 2026}
next_revision: februari 2025
judged_as_of: 2024-06-30
corrections:
  - {date: 2024-03-01, what: Fel telefonnummer, by: Kansliet}
owners: kommunen
accountable: ledningen
reporting: {to: ledningen, frequency: yearly}

# Diariet
registry_number: KS 2023/7

cover: {place: Orten, date: 2024-02-01}
decisions:
  # om pengar
  - id: medel
    kind: approve
    state: decided
    body: namnden
    date: 2024-01-10
  # om planen
  - id: antagande
    title: Planen antas
    kind: adopt
    state: decided
    body: namnden
    date: 2024-02-01
    paragraph: "4"
    objects: [{roadmap: plan}]
  - id: om-ronden
    kind: establish
    state: decided
    body: namnden
    date: 2024-02-02
    objects: [{activity: rond}]
decision_path:
  - {title: Nämnden beslutar, kind: adopt, state: decided, when: 2024-02-01, body: namnden}
adoption: {required_of: [kommunen], by: 2024-03-31}
adoptions:
  - {parties: [kommunen], kind: adopt, state: decided, when: 2024-02-01, body: namnden, paragraph: "4"}
consultations:
  - {id: remiss, title: Remiss, opened: 2023-10-01}
summary: Så här arbetar vi under 2024.
themes:
  - {id: trygghet, title: Trygghet, awareness_year: 2024}
  - {id: unga, title: Unga}
funding:
  - {id: stats, title: Statsbidrag, kind: state_stimulus, year: 2024, amount: 100, decision: medel}
provenance:
  prioritised:
    - {id: ett, title: Ett, found_in: [{activity: rond}, {goal: hem}]}
"""
SHARED = """\
format: 1
organisations: [{id: kommunen, title: Kommunen}]
bodies:
  - {id: ledningen, title: Ledningen}
  - {id: namnden, title: Nämnden, organisation: kommunen}
"""
PROJECT = """\
projektplan:
  document: {title: Projektplan}
  contains: [timeline, mandate, implementation, financing, follow_up]
"""
FILES = {
    "fardplan.toml": 'language = "sv"\n',
    "roadmaps/organisations.yaml": SHARED,
    FILE: FRONT,
    f"{PLAN}/areas/omrade.yaml": "title: Område\npriority: high\nplaceholder: {due: HT2024}\n",
    f"{PLAN}/goals/hem.yaml": "title: Trygg hemgång\narea: omrade\njudgement: achieved\n",
    f"{PLAN}/activities/rond.yaml": "title: Rond\ngoal: hem\nstatus: completed\n" + PROJECT,
    f"{PLAN}/activities/team.yaml": (
        "title: Team\narea: omrade\nstatus: ongoing   # nu\nend: HT2024\ncontinuity: new\n"
        "depends_on: [rond]\n" + PROJECT
    ),
    f"{PLAN}/activities/sen.yaml": (
        "# Den sena\ntitle: Sen\narea: omrade\nstatus: ongoing\nend: 2025\ncontinuity: moved  # hit\n"
        "depends_on:\n  # först\n  - rond   # ronden\n  # sedan\n  - team\n" + PROJECT
    ),
    f"{PLAN}/indicators/tal.yaml": (
        "title: Tal\nactivities: [rond]\ntargets: [{year: 2024, value: 3}]\n"
    ),
    f"{PLAN}/reports/2023.yaml": (
        "title: Rapport\nstatuses:\n  - entity: {activity: rond}\n    status: ongoing\n"
        "  - entity: {activity: team}\n    status: ongoing\n"
    ),
    "roadmaps/annan/roadmap.yaml": "format: 1\ntitle: Annan\nyear: 2024\nprofile: direction\n",
    "roadmaps/annan/areas/x.yaml": (
        "title: X\nlists: [{force: need, items: [{text: Y, activity: plan/rond}]}]\n"
    ),
}  # fmt: skip
NEW_FRONT = """\
# Vår färdplan
format: 1
title: Plan för nära vård
year: 2025
version: "2.0"   # numret
profile: action
status: draft   # av nämnden
validity: {from: 2023, to: 2026}
next_revision: februari 2026
updated: 2025-01-20
owners: kommunen
accountable: ledningen
reporting: {to: ledningen, frequency: yearly}

# Diariet

cover: {place: Orten}
decisions:
  # om pengar
  - id: medel
    kind: approve
    state: decided
    body: namnden
    date: 2024-01-10
adoption: {required_of: [kommunen]}
replaces:
  - title: Plan för nära vård, version 1.2
    registry_number: KS 2023/7
    date: 2024-02-01
summary: Så här arbetar vi under 2024.
themes:
  - {id: trygghet, title: Trygghet, awareness_year: 2024}
  - {id: unga, title: Unga}
funding:
  - {id: stats, title: Statsbidrag, kind: state_stimulus, year: 2024, amount: 100, decision: medel}
provenance:
  prioritised:
    - {id: ett, title: Ett, found_in: [{goal: hem}]}
"""
TODAY = ("--today", "2025-01-20")
QUIET = ("--no-input", *TODAY)


@pytest.fixture
def plan(start_history: StartHistory, monkeypatch: pytest.MonkeyPatch) -> History:
    """Return a committed repository with a roadmap of 2024, and stand in it."""
    history = start_history()
    history.commit(FILES)
    monkeypatch.chdir(history.root)
    return history


def _changed(root: Path) -> dict[str, str | None]:
    """Return what differs from FILES, by path."""
    now = read_all(root)
    return {
        path: now.get(path) for path in sorted({*FILES, *now}) if now.get(path) != FILES.get(path)
    }


def test_everything(fardplan, plan, golden):
    """The new edition comes out to the byte, and it is told what has changed and what is open."""
    result = fardplan("revise", "plan", "2025", *QUIET)
    assert (result.exit_code, result.stderr) == (
        0,
        (
            "Version 2.0 för 2025 är öppnad: 5 filer ändrade och 1 borttagen. Läs igenom "
            "ändringarna och checka in dem.\n"
            "Se skillnaden: fardplan diff plan 2024\n"
            "Kontrollen av den nya versionen ger 1 varning och 4 upplysningar. "
            "Visa allt: fardplan validate roadmaps/plan\n"
        ),
    )
    golden("revise-plan.sv.txt", result.stdout)
    assert _changed(plan.root) == {
        FILE: NEW_FRONT,
        f"{PLAN}/activities/rond.yaml": None,
        f"{PLAN}/activities/sen.yaml": (
            "# Den sena\ntitle: Sen\narea: omrade\nstatus: ongoing\nend: 2025\n"
            "continuity: continued  # hit\ndepends_on:\n  # sedan\n  - team\n" + PROJECT
        ),
        f"{PLAN}/activities/team.yaml": (
            "title: Team\narea: omrade\nstatus: ongoing   # nu\nend: HT2024\n"
            "continuity: continued\n" + PROJECT
        ),
        f"{PLAN}/indicators/tal.yaml": "title: Tal\ntargets: [{year: 2024, value: 3}]\n",
        f"{PLAN}/reports/2023.yaml": (
            "title: Rapport\nstatuses:\n  - entity: {activity: rond}\n    called: Rond\n"
            "    status: ongoing\n  - entity: {activity: team}\n    status: ongoing\n"
        ),
    }


def test_shallow_clone(fardplan, plan, monkeypatch, tmp_path):
    """Where the releases are not fetched, nobody knows which activities have been told of."""
    plan.git("clone", "--quiet", "--depth=1", plan.root.as_uri(), str(tmp_path / "grund"))
    assert plan.git("-C", str(tmp_path / "grund"), "rev-parse", "--is-shallow-repository") == "true"
    monkeypatch.chdir(tmp_path / "grund")
    result = fardplan("revise", "plan", "2025", *QUIET)
    assert (result.exit_code, result.stderr.count("\n")) == (3, 1)
    assert "git fetch --unshallow --tags" in result.stderr
    assert _changed(tmp_path / "grund") == {}


def test_report_stays_as_it_was(fardplan, plan, check):
    """What was reported is not changed afterwards: the row tells by name what has left."""
    assert fardplan("revise", "plan", "2025", *QUIET).exit_code == 0
    assert [one for one in check()[1] if "reports" in one[1]] == []
    changes = json.loads(fardplan("diff", "plan", "HEAD", "-f", "json").stdout)["changes"]
    told = [(one["kind"], one["level"]) for one in changes if one["entity"]["type"] == "report"]
    assert told == [("reworded", "editorial")]
    document = fardplan("render", "plan", "-f", "markdown").stdout
    assert "| **Rond** | *Pågår* |" in document
    plan.git("commit", "--quiet", "--all", "-m", "Ny utgåva")
    report = (plan.root / PLAN / "reports/2023.yaml").read_bytes()
    assert fardplan("revise", "plan", "2026", *QUIET).exit_code == 0
    assert (plan.root / PLAN / "reports/2023.yaml").read_bytes() == report


def test_english(fardplan, plan, golden):
    """All of it is told in English too; a dry run changes nothing."""
    result = fardplan("--lang", "en", "revise", "plan", "2025", *QUIET, "--dry-run")
    golden("revise-plan.en.txt", result.stdout)
    assert (result.exit_code, result.stderr) == (
        0,
        (
            "Version 2.0 for 2025 would be opened: 5 files changed and 1 removed. "
            "Nothing is changed.\n"
        ),
    )
    assert _changed(plan.root) == {}


def test_options(fardplan, plan):
    """Number, status, times and theme may be given, and how activities ended."""
    result = fardplan(
        "revise", "plan", "2025", *QUIET, "--version", "1.3", "--status", "remissversion",
        "--next-revision", "VT2026", "--theme", "Anhöriga", "--completed", "team",
        "--cancelled", "sen=Inga pengar: slut",
    )  # fmt: skip
    assert result.exit_code == 0, result.stderr
    state = _changed(plan.root)
    front = str(state[FILE])
    for line in (
        'version: "1.3"   # numret', "status: consultation   # av nämnden", "next_revision: VT2026",
        "  - id: anhoriga\n    title: Anhöriga\n    awareness_year: 2025\n",
    ):  # fmt: skip
        assert line in front
    assert "status: completed   # nu\n" in str(state[f"{PLAN}/activities/team.yaml"])
    late = str(state[f"{PLAN}/activities/sen.yaml"])
    assert "status: cancelled\n" in late
    assert 'reason: "Inga pengar: slut"\n' in late
    assert "Team – genomförd" in result.stdout


@pytest.mark.parametrize("theme", ["unga", "Unga", "UNGA"])
def test_theme_that_is_there(fardplan, plan, theme):
    """A theme without a year gets that of the new edition."""
    assert fardplan("revise", "plan", "2025", *QUIET, "--theme", theme).exit_code == 0
    text = (plan.root / FILE).read_text("utf-8")
    assert "  - {id: unga, title: Unga, awareness_year: 2025}\n" in text
    assert text.count("title: Unga") == 1


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--version", "1.2"], "--version: Versionen ska vara högre än 1.2, som finns redan. Skriv till exempel 2.0."),
        (["--version", "ett"], "--version: ”ett” är inget versionsnummer."),
        (["--status", "adopted"], "--status: En ny version börjar som draft, consultation eller proposed."),
        (["--next-revision", "snart"], "--next-revision: ”snart”"),
        (["--theme", "trygghet"], f"--theme: Temat ”Trygghet” är för 2024. Skriv ett annat, eller ändra tiden i {FILE}."),
        (["--cancelled", "sen"], "--cancelled: skriv id=orsak"),
        (["--completed", "sen", "--cancelled", "sen=x"], "kan inte både vara klar och utgå"),
    ],
)  # fmt: skip
def test_wrong_options(fardplan, plan, args, said):
    """An option that cannot be used is wrong usage, and nothing is changed."""
    result = fardplan("--lang", "sv", "revise", "plan", "2025", *QUIET, *args)
    assert (result.exit_code, said in result.stderr) == (2, True), result.stderr
    assert _changed(plan.root) == {}


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["plan", "2024"], "plan gäller redan 2024. Ange ett senare år, till exempel 2025."),
        (["annan", "99999"], "99999 ligger för långt fram. Det sista årtal som går att skriva är 2199."),
        (["annan", "2200"], "2200 ligger för långt fram."),
        (["plan", "2027"], f"2027 ligger utanför giltighetstiden (2023 – 2026). Ändra `validity` i {FILE} först"),
        (["ingen", "2025"], "ingen"),
        (["plan", "2025", "--completed", "tean"], "plan har ingen aktivitet som heter ”tean”. Menade du team?"),
        (["plan", "2025", "--completed", "qqqqqq"], "Visa dem: fardplan list activity"),
        (["plan", "2025", "--completed", "rond"], "Aktiviteten ”Rond” är redan avslutad (genomförd)."),
    ],
)  # fmt: skip
def test_refusals(fardplan, plan, args, said):
    """What cannot be revised so is said in one line, with what to do."""
    result = fardplan("revise", *args, *QUIET)
    assert (result.exit_code, result.stderr.count("\n")) == (3, 1), result.stderr
    assert said in result.stderr
    assert _changed(plan.root) == {}


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (
            {f"{PLAN}/goals/hem.yaml": "title: Annat\n", f"{PLAN}/goals/ny.yaml": "title: Ny\n"},
            (
                "Allt i roadmaps/plan är inte sparat i git, så version 1.2 (2024) skulle gå "
                f"förlorad: {PLAN}/goals/hem.yaml (ändrad, inte tillagd) och {PLAN}/goals/ny.yaml "
                "(ny fil, inte tillagd). Spara först: git add roadmaps/plan och git commit."
            ),
        ),
        ({f"{PLAN}/goals/n{n}.yaml": "title: N\n" for n in range(5)}, "och 2 till. Spara först"),
    ],
)
def test_not_saved(fardplan, plan, files, said):
    """The old edition must be in git, with the user's own words for what is not."""
    plan.write(files)
    result = fardplan("revise", "plan", "2025", *QUIET)
    assert (result.exit_code, said in result.stderr) == (3, True), result.stderr
    plan.commit({})
    plan.write({"roadmaps/annan/areas/x.yaml": "title: Ändrat\n"})
    assert fardplan("revise", "plan", "2025", *QUIET).exit_code == 0


@pytest.mark.parametrize(
    ("path", "content"),
    [
        (f"{PLAN}/goals/hem.yaml", "title: [\n"),
        (f"{PLAN}/goals/hem.yaml", "title: A\nansvarig: x\n"),
        (FILE, FRONT.replace("year: 2024", "year: snart")),
        (f"{PLAN}/goals/x.yml", "title: X\n"),
    ],
)
def test_what_cannot_be_read(fardplan, plan, path, content):
    """A roadmap that was not read in full is not revised: something might be lost."""
    plan.commit({path: content})
    result = fardplan("revise", "plan", "2025", *QUIET)
    assert (result.exit_code, "går inte att läsa. Rätta det först" in result.stderr) == (3, True)


def test_ended(fardplan, plan):
    """A roadmap that has expired has no next edition."""
    plan.commit({FILE: FRONT.replace("adopted", "expired")})
    result = fardplan("revise", "plan", "2025", *QUIET)
    assert (result.exit_code, "Färdplanen är upphört" in result.stderr) == (3, True)


def test_without_git(fardplan, write):
    """Where nothing keeps the old edition that is said, and must be wished for."""
    root = write(FILES)
    result = fardplan("revise", "plan", "2025", *QUIET)
    assert (result.exit_code, "ligger inte i git, så version 1.2 (2024)" in result.stderr) == (
        3,
        True,
    )
    assert _changed(root) == {}
    assert fardplan("revise", "plan", "2025", *QUIET, "--without-git").exit_code == 0
    assert (root / FILE).read_text("utf-8") == NEW_FRONT


def test_asked_without_git(write):
    """At a terminal it is asked, and no is the default."""
    root = write(FILES)
    code, screen = converse(root, ["--lang", "sv", "revise", "plan", "2025", *TODAY], [""])
    assert (code, "finns inte kvar någonstans efteråt. Fortsätta ändå? [j/N]" in screen) == (
        0,
        True,
    )
    assert screen.endswith("Inget är skrivet.\n")
    assert _changed(root) == {}


def test_questions(plan):
    """Next revision, theme and each doubtful activity are asked about, then whether to write."""
    code, screen = converse(
        plan.root, ["--lang", "sv", "revise", "plan", "2025", *TODAY],
        ["", "1", "utgår", "Ingen ville", "j"],
    )  # fmt: skip
    assert code == 0, screen
    for asked in (
        "När ska nästa revidering göras? [februari 2026] ",
        "Vilket är årets tema?\n   1  Unga  (unga)\n",
        "”Team”: tiden har gått ut. Hur går det?\n",
        "   1  går vidare  (on)\n   2  är klar  (completed)\n   3  utgår  (cancelled)\n",
        "Varför utgår den? ",
        "Ska ändringarna skrivas? [J/n] ",
    ):
        assert asked in screen
    state = _changed(plan.root)
    team = str(state[f"{PLAN}/activities/team.yaml"])
    assert "status: cancelled   # nu\n" in team
    assert "reason: Ingen ville\n" in team
    assert "awareness_year: 2025}" in str(state[FILE])


@pytest.mark.parametrize("answers", [["", "", "", "n"], ["", "", INTERRUPT]])
def test_not_after_all(plan, answers):
    """Whoever says no in the end, or stops on the way, has changed nothing."""
    converse(plan.root, ["--lang", "sv", "revise", "plan", "2025", *TODAY], answers)
    assert _changed(plan.root) == {}


def test_closed_since_the_release(fardplan, plan, check):
    """What was closed after the release stays: the new edition is the first to say so."""
    plan.commit(
        {f"{PLAN}/activities/rond.yaml": "title: Rond\ngoal: hem\nstatus: ongoing\n" + PROJECT}
    )
    plan.tag("plan/1.2")
    plan.commit({f"{PLAN}/activities/rond.yaml": FILES[f"{PLAN}/activities/rond.yaml"]})
    result = fardplan("revise", "plan", "2025", *QUIET)
    assert "(1.2):\n  Rond – genomförd (roadmaps/plan/activities/rond.yaml)\n" in result.stdout
    assert (plan.root / PLAN / "activities/rond.yaml").exists()
    plan.commit({})
    plan.tag("plan/2.0")
    assert fardplan("revise", "plan", "2026", "--no-input", "--today", "2026-01-20").exit_code == 0
    assert not (plan.root / PLAN / "activities/rond.yaml").exists()
    assert "vanished-activity" not in {place[0] for place in check("--today", "2026-01-20")[1]}


def test_version_above_all_releases(fardplan, plan):
    """The number is above that of every release, not only of the edition at hand."""
    plan.tag("plan/7.1")
    assert fardplan("revise", "plan", "2025", *QUIET, "--version", "7.1").exit_code == 2
    assert fardplan("revise", "plan", "2025", *QUIET).exit_code == 0
    assert 'version: "8.0"' in (plan.root / FILE).read_text("utf-8")


def test_least(fardplan, plan):
    """A roadmap that says next to nothing gets its year, its status and the day; no version."""
    result = fardplan("revise", "annan", "2025", *QUIET)
    assert result.stderr.startswith("Utgåvan för 2025 är öppnad: 1 fil ändrad.")
    assert _changed(plan.root) == {
        "roadmaps/annan/roadmap.yaml": (
            "format: 1\ntitle: Annan\nyear: 2025\nprofile: direction\nstatus: draft\n"
            "updated: 2025-01-20\n"
        )
    }


def test_decision_that_others_need(fardplan, plan):
    """A decision that something else refers to stays, with what it is about."""
    funding = FRONT.replace("decision: medel}", "decision: om-ronden}")
    plan.commit({FILE: funding})
    result = fardplan("revise", "plan", "2025", *QUIET)
    front = (plan.root / FILE).read_text("utf-8")
    assert "objects: [{activity: rond}]" in front
    assert f"  {FILE} hänvisar till ”Rond”\n" in result.stdout


def test_killed(plan):
    """Wherever it is ended by force, the next command finds the old edition, whole."""
    cuts = kill_at_every_write(plan.root, ["revise", "plan", "2025", *QUIET], ["list"])
    assert len(cuts) > 20
    assert len({frozenset(cut.left.items()) for cut in cuts}) > 12
    for cut in cuts:
        assert cut.then == FILES, cut.event
        assert "avbröts innan det var klart" in cut.said or cut.left == FILES


def test_second_run_after_a_kill(plan):
    """A second try after any of these does it all."""
    args = ["revise", "plan", "2025", *QUIET]
    cuts = kill_at_every_write(plan.root, args, args, step=4)
    assert len(cuts) > 4
    for cut in cuts:
        assert cut.then[FILE] == NEW_FRONT, cut.event
        assert f"{PLAN}/activities/rond.yaml" not in cut.then
        assert not [path for path in cut.then if "/." in path or path.startswith(".")]


Story = Callable[[str, int, str], tuple[str, str]]


@pytest.fixture
def tell(fardplan, start_history, monkeypatch) -> Story:
    """Revise a shipped roadmap in a repository of its own; return findings and changes."""

    def run(roadmap: str, year: int, day: str) -> tuple[str, str]:
        history = start_history()
        for name in ("roadmaps", "fardplan.toml", "fardplan-baseline.yaml"):
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            copy(ROOT / name, history.root / name)
        history.commit({})
        monkeypatch.chdir(history.root)
        told = fardplan("revise", roadmap, str(year), "--no-input", "--today", day)
        assert told.exit_code == 0, told.stderr
        return told.stdout, _list_changes(history.root, roadmap, year) + _list_findings(day)

    return run


def _list_changes(root: Path, roadmap: str, year: int) -> str:
    """Return the changes since the year before, a line each."""
    from fardplan.pipeline.comparison import compare_versions

    compared = compare_versions(root, roadmap, str(year - 1)).comparison
    lines = {
        f"{one.level:9} {one.kind:18} {one.entity.kind} {one.entity.id} {'/'.join(map(str, one.path))}".rstrip()
        for one in compared.changes
    }
    return "\n".join([*sorted(lines), "", ""])


def _list_findings(day: str) -> str:
    """Return the findings that are no known debts, a line each."""
    from datetime import date

    from fardplan.pipeline.judging import Request
    from fardplan.pipeline.states import open_states
    from fardplan.pipeline.validation import validate

    with open_states(Path.cwd()) as chosen:
        verdict = validate(chosen, Request(today=date.fromisoformat(day))).verdict
    lines = [
        f"{one.finding.severity} {one.finding.rule} {one.finding.subject}" for one in verdict.shown
    ]
    return "\n".join([*sorted(lines), ""])


@pytest.mark.parametrize(
    ("roadmap", "year", "day"),
    [("exempelkommun", 2026, "2026-01-15"), ("orebro-lan", 2024, "2024-01-15")],
)
def test_shipped(tell, golden, roadmap, year, day):
    """The shipped roadmaps open their next year: what is told, what changes, what is found."""
    told, story = tell(roadmap, year, day)
    golden(f"revise-{roadmap}-{year}.txt", f"{told}\n{story}")
