from __future__ import annotations

import getpass
import shutil
import socket
import sys
from pathlib import Path

import pytest

from benchmarks.cases import CASES, cases_of
from benchmarks.checks import counts, notices, shows
from benchmarks.floors import FLOORS
from benchmarks.peers import read_plans, write_doorstop, write_mkdocs, write_strictdoc, writes
from benchmarks.process import Run, WrongAnswer, run
from benchmarks.programs import FARDPLAN
from benchmarks.report import write_report
from benchmarks.repository import CHANGED, Corpus
from benchmarks.series import Program, Series, measure
from benchmarks.targets import TARGETS
from tests.benchmarks.generating import git

CONTENT = Run(1.0, 1.0, 20.0, 0, "", "")


@pytest.fixture
def copy(corpus, tmp_path):
    """A corpus that may be changed."""
    return shutil.copytree(corpus, tmp_path / "corpus")


@pytest.mark.parametrize("number", [1, 2])
def test_validate_that_looks_passes(copy, number):
    """What is broken after a run is seen, and everything is put back afterwards."""
    before = {path: path.read_bytes() for path in copy.rglob("*.yaml")}
    notices(FARDPLAN, copy, copy / "cache")(CONTENT, number)
    assert {path: path.read_bytes() for path in copy.rglob("*.yaml")} == before


@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize("answer", ["exit 0", "exit 1", "echo '{\"findings\": []}'; exit 1"])
def test_answer_without_looking_is_caught(copy, number, answer):
    """A program that is always content, or never, does not get its time counted."""
    blind = copy / "blind"
    blind.write_text(f"#!/bin/sh\n{answer}\n")
    blind.chmod(0o755)
    with pytest.raises((WrongAnswer, ValueError)):
        notices(str(blind), copy, copy / "cache")(CONTENT, number)


@pytest.mark.parametrize("number", [1, 2])
def test_what_is_staged_is_looked_at(copy, number):
    """What is broken in the index is seen there, and the index is put back afterwards."""
    notices(FARDPLAN, copy, copy.parent / "cache", staged=True)(CONTENT, number)
    assert git(copy, "status", "--porcelain") == ""


def test_findings_in_the_corpus_are_wrong(copy):
    """A measured run that reports anything does not count."""
    with pytest.raises(WrongAnswer, match="not clean"):
        notices(FARDPLAN, copy, copy)(Run(1.0, 1.0, 20.0, 0, "Fel", ""), 1)


@pytest.mark.parametrize("floor", ["scan", "read", "blobs", "events", "pyyaml"])
def test_floors_go_through_every_file(corpus, floor, capsys, monkeypatch):
    """Each floor says how many files it went through; hidden folders are left out."""
    if floor == "pyyaml":
        pytest.importorskip("yaml")
    monkeypatch.chdir(corpus)
    FLOORS[floor](str(corpus))
    files = sum(1 for _ in corpus.glob("roadmaps/**/*.yaml"))
    printed = capsys.readouterr().out
    assert printed.strip() == str(files)
    counts(files)(Run(1.0, 1.0, 20.0, 0, printed, ""), 1)


def test_too_few_files_are_caught():
    """A floor that left something out does not count."""
    with pytest.raises(WrongAnswer, match="3 files, not 4"):
        counts(4)(Run(1.0, 1.0, 20.0, 0, "3\n", ""), 1)


def test_document_without_a_title_is_caught(tmp_path):
    """A document counts if it has every title, and was written by this very run."""
    page = tmp_path / "page.html"
    page.write_text("Pröva trygghetsteam")
    shows(page, ["Pröva trygghetsteam"])(CONTENT, 1)
    assert not page.exists()
    page.write_text("Pröva")
    with pytest.raises(WrongAnswer, match="1 titles are missing, such as Införa"):
        shows(page, ["Pröva", "Införa"])(CONTENT, 1)


def test_run_says_what_it_cost(tmp_path):
    """Time, processor time and memory are those of the program; its answer comes along."""
    script = (
        "import sys; x = bytearray(64 << 20); print('å'); sys.exit(sum(range(3_000_000)) % 7 + 3)"
    )
    ran = run((sys.executable, "-c", script), tmp_path, tmp_path)
    assert (ran.code, ran.stdout, ran.stderr) == (sum(range(3_000_000)) % 7 + 3, "å\n", "")
    assert ran.cpu > 0
    assert ran.wall > 0
    assert ran.peak > 64


def test_programs_take_turns(tmp_path):
    """The programs run A B A B, and the first round does not count."""
    log = tmp_path / "log"
    programs = [Program(name, ("sh", "-c", f"echo {name} >> {log}")) for name in "ab"]
    series = measure("title", programs, tmp_path, tmp_path, 2)
    assert log.read_text().split() == ["a", "b"] * 3
    assert {name: len(runs) for name, runs in series.runs.items()} == {"a": 2, "b": 2}


def test_what_is_done_before_is_not_measured(tmp_path):
    """A program's preparation gets the number of the round; without rehearsal all rounds count."""
    seen: list[int] = []
    program = Program("a", ("true",), before=seen.append, folder=tmp_path)
    series = measure("title", [program], tmp_path / "none", tmp_path, 2, rehearse=False)
    assert (seen, len(series.runs["a"])) == ([1, 2], 2)


def test_program_that_fails_is_named(tmp_path):
    """What fails stops the measuring, with its name and what it said."""
    program = Program("broken", ("sh", "-c", "echo oj >&2; exit 3"))
    with pytest.raises(WrongAnswer, match=r"(?s)title: broken: ended with 3.*oj"):
        measure("title", [program], tmp_path, tmp_path, 1)


def test_ratios_are_of_pairs():
    """A ratio is the median over the rounds, so that one disturbed round changes nothing."""

    def runs(*walls):
        return [Run(wall, wall * 2, 10.0, 0, "", "") for wall in walls]

    series = Series("title", {"a": runs(2.0, 30.0, 2.2), "b": runs(1.0, 10.0, 1.1)})
    assert series.ratio("a", "b") == pytest.approx(2.0)
    assert series.wall("a") == pytest.approx(2.2)


def test_report_tells_nothing_of_whose_machine_it_is():
    """The report has ratios, versions and processor, but no names and no paths."""
    runs = {"fardplan validate": [CONTENT], "P (PyYAML, C loader)": [CONTENT]}
    report = write_report({"validate M": Series("validate M", runs)}, {"M": 1184})
    assert "| `validate` M ÷ P | 1.00 | 1.00 | ≤ 1.5 |" in report
    assert "Typer app" not in report
    for secret in (
        socket.gethostname(),
        str(Path.home()),
        str(Path.cwd()),
        f" {getpass.getuser()} ",
    ):
        assert secret not in report


def test_corpus_knows_its_changed_roadmap(tmp_path):
    """The roadmap to compare is the one that the last commit is about."""
    corpus = Corpus.make("S", tmp_path)
    assert (corpus.changed, corpus.files, CHANGED) == ("norrskog-lan", 71, 23)


def test_one_file_changes_and_changes_back(copy):
    """Each round another activity gets another title, and nothing is left of it."""
    (copy.parent / "cache").mkdir()
    corpus = Corpus("S", copy, copy.parent / "cache", 71, "norrskog-lan")
    for number in (1, 2):
        corpus.change_one(number)
        assert len(git(copy, "status", "--porcelain").splitlines()) == 1
        changed = git(copy, "diff", "-U0")
        corpus.change_one(number + 1)
        assert git(copy, "diff", "-U0") != changed
        corpus.change_back()
        assert git(copy, "status", "--porcelain") == ""


def test_what_does_not_grow_is_measured_once():
    """Start, document and PDF are measured on the first corpus; peers take no part in S."""
    sizes = ["S", "M", "L"]
    assert {"start", "render", "pdf", "site"} <= set(cases_of("S", list(CASES), sizes))
    assert cases_of("L", list(CASES), sizes) == ["floors", "validate", "again", "diff", "peers"]
    assert {"start", "render", "pdf", "peers"} <= set(cases_of("M", list(CASES), ["M"]))


def test_every_target_names_what_is_measured(corpus):
    """No target waits for a series or program that no case makes."""
    told = {title.split()[0] for target in TARGETS for title, _ in (target.program, target.over)}
    assert told <= set(CASES)
    assert len({target.text for target in TARGETS}) == len(TARGETS)


def test_a_target_of_how_much_faster():
    """Four times faster is right where eight was asked only if it says missed."""
    runs = {"fardplan validate": [CONTENT], "check-jsonschema": [Run(4.0, 8.0, 9.0, 0, "", "")]}
    report = write_report({"peers M": Series("peers M", runs)}, {"M": 1184})
    line = "| `validate` M, times faster than check-jsonschema | 4.00 | 8.00 | ≥ 8 (missed) |"
    assert line in report


def test_growth_beyond_the_work_is_called_a_defect():
    """A file that costs twice as much where there are more of them is told of."""
    name = "fardplan validate"

    def took(size, cpu):
        return Series(f"validate {size}", {name: [Run(cpu, cpu, 9.0, 0, "", "")]})

    files = {"S": 100, "M": 200, "L": 300}
    for last, verdict in ((4.0, "2.00 (a defect)"), (3.0, "1.00")):
        measured = [took("S", 1.0), took("M", 2.0), took("L", last)]
        report = write_report({series.title: series for series in measured}, files)
        cost = f"| validate | {name} | 10000 µs | {(last - 2) * 1e4:.0f} µs | {verdict} |"
        assert cost in report


def test_peers_get_the_same_plans(corpus, tmp_path):
    """Every activity is an item of doorstop and of strictdoc, and stands on a page of mkdocs."""
    (plan,) = plans = read_plans(corpus)
    assert (plan.name, plan.number) == ("norrskog-lan", 0)
    write_doorstop(plans, tmp_path / "doorstop")
    write_strictdoc(plans, tmp_path / "strictdoc")
    write_mkdocs(plans, tmp_path / "mkdocs")
    activities = sorted((corpus / "roadmaps/norrskog-lan/activities").glob("*.yaml"))
    assert len(plan.items) == len(activities)
    assert len(list((tmp_path / "doorstop" / plan.name).glob("R000-*.yml"))) == len(activities)
    document = (tmp_path / "strictdoc" / "norrskog-lan.sdoc").read_text()
    page = (tmp_path / "mkdocs" / "docs" / "norrskog-lan.md").read_text()
    for item in plan.items:
        assert f"UID: {plan.uid(item)}\nTITLE: {item.title}\n" in document
        assert f"## {item.title}\n\n{item.text}\n" in page
        assert all(f"| {key} | {value} |" in page for key, value in item.facts)


def test_too_few_pages_are_caught(tmp_path):
    """A site counts if it has as many pages as there are plans."""
    (tmp_path / "a.html").touch()
    writes(tmp_path, "*.html", 1)(CONTENT, 1)
    with pytest.raises(WrongAnswer, match="1 pages, not 2"):
        writes(tmp_path, "*.html", 2)(CONTENT, 1)
