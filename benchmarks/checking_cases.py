"""What editors and CI wait for: start, validate, diff."""

from __future__ import annotations

import importlib.util
import json

from benchmarks.checks import add_all, notices
from benchmarks.process import WrongAnswer, run
from benchmarks.programs import FARDPLAN, P, bare_typer, floor
from benchmarks.repository import CHANGED, Corpus
from benchmarks.series import Program, Series, ended_well, measure


def start(corpus: Corpus, rounds: int) -> Series:
    """Measure how long fardplan takes to say its version and its help."""
    programs = [
        Program("fardplan --version", (FARDPLAN, "--version")),
        bare_typer("Typer --version", "--version"),
        Program("fardplan --help", (FARDPLAN, "--help")),
        bare_typer("Typer --help", "--help"),
        floor("Python", "nothing", corpus, files=False),
    ]
    return measure("start", programs, corpus.root, corpus.cache, rounds * 3)


def floors(corpus: Corpus, rounds: int) -> Series:
    """Measure what it takes to get at the files at all."""
    programs = [
        floor("scandir and stat", "scan", corpus),
        floor("read all bytes", "read", corpus),
        floor("git ls-tree, cat-file --batch", "blobs", corpus),
    ]
    return measure(f"floors {corpus.size}", programs, corpus.root, corpus.cache, rounds)


def validate(corpus: Corpus, rounds: int) -> Series:
    """Measure `validate` of what it has never seen, against a program that only loads the files."""
    content = notices(FARDPLAN, corpus.root, corpus.cache)
    programs = [Program("fardplan validate", (FARDPLAN, "validate"), content, corpus.forget)]
    if importlib.util.find_spec("yaml"):
        programs.append(floor(P, "pyyaml", corpus))
    programs.append(floor("C events", "events", corpus))
    return measure(f"validate {corpus.size}", programs, corpus.root, corpus.cache, rounds)


def again(corpus: Corpus, rounds: int) -> Series:
    """Measure `validate` of what it has seen, all of it or all but one file."""

    def clean(_: int) -> None:
        corpus.change_back()

    def prepare(staged: bool = False) -> None:
        corpus.change_back()
        ended_well(run(staging if staged else validating, corpus.root, corpus.cache), 0)

    def change(number: int) -> None:
        prepare()
        corpus.change_one(number)

    def stage(number: int) -> None:
        prepare(staged=True)
        corpus.change_one(number)
        add_all(corpus.root)

    validating, staging = (FARDPLAN, "validate"), (FARDPLAN, "validate", "--staged")
    seen = notices(FARDPLAN, corpus.root, corpus.cache)
    added = notices(FARDPLAN, corpus.root, corpus.cache, staged=True)
    programs = [
        Program("nothing changed", validating, seen, lambda _: prepare()),
        Program("one file changed", validating, seen, change),
        Program("one file staged", staging, added, stage),
        Program("fardplan --version", (FARDPLAN, "--version"), before=clean),
        Program("git status", ("git", "status", "--short")),
        floor("import pydantic, one model", "model", corpus, files=False),
    ]
    return measure(f"again {corpus.size}", programs, corpus.root, corpus.cache, rounds)


def diff(corpus: Corpus, rounds: int) -> Series:
    """Measure the comparison of two commits of one roadmap."""
    tree = Program("git diff-tree", ("git", "diff-tree", "-r", "--name-status", "HEAD~1", "HEAD"))
    programs = [comparison(corpus), tree]
    return measure(f"diff {corpus.size}", programs, corpus.root, corpus.cache, rounds)


def comparison(corpus: Corpus) -> Program:
    """Return the comparison of the two commits, which has told of each changed activity."""
    command = (FARDPLAN, "diff", corpus.changed, "HEAD~1", "HEAD")
    ran = run((*command, "-f", "json"), corpus.root, corpus.cache)
    ended_well(ran, 0)
    entities = {one["entity"]["id"] for one in json.loads(ran.stdout)["changes"]}
    if len(entities) != CHANGED:
        raise WrongAnswer(f"diff: {len(entities)} changed activities, not {CHANGED}")
    return Program("fardplan diff", command)
