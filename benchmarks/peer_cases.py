"""The same work by other programs, in one run with ours (benchmarks/peers.py says in what form)."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.checking_cases import comparison
from benchmarks.checks import notices
from benchmarks.peers import (
    PEERS,
    Plan,
    read_plans,
    write_doorstop,
    write_mkdocs,
    write_strictdoc,
    write_strictdoc_history,
    writes,
)
from benchmarks.programs import FARDPLAN
from benchmarks.publishing_cases import site_programs
from benchmarks.repository import Corpus
from benchmarks.series import Program, Series, measure

SCHEMA = Path(__file__).resolve().parent.parent / "schemas" / "activity.schema.json"


def peers(corpus: Corpus, rounds: int) -> Series:
    """Measure the checking and the publishing of the same plans, each program from nothing.

    At size L only those that come to an end within minutes take part, and once.
    """
    folder = corpus.cache.parent / f"peers-{corpus.size}"
    shutil.rmtree(folder, ignore_errors=True)
    content = notices(FARDPLAN, corpus.root, corpus.cache)
    programs = [
        Program("fardplan validate", (FARDPLAN, "validate"), content, corpus.forget),
        *_checkers(corpus, folder),
        *site_programs(corpus),
        *_publishers(corpus, folder),
    ]
    rounds = 1 if corpus.size == "L" else min(rounds, 3)
    title = f"peers {corpus.size}"
    return measure(title, programs, corpus.root, corpus.cache, rounds, rehearse=False)


def _checkers(corpus: Corpus, folder: Path) -> Iterator[Program]:
    if program := _find("check-jsonschema"):
        files = [str(path.relative_to(corpus.root)) for path in corpus.activities]
        yield Program("check-jsonschema", (program, "--schemafile", str(SCHEMA), *files))
    if (program := _find("doorstop")) and corpus.size != "L":
        write_doorstop(read_plans(corpus.root), folder / "doorstop")
        # Levels are the order of a document, and that no item is reviewed would be told of each.
        command = (program, "-F", "-L", "-W", "-S")
        yield Program("doorstop -F", command, folder=folder / "doorstop")


def _publishers(corpus: Corpus, folder: Path) -> Iterator[Program]:
    plans = read_plans(corpus.root) if PEERS.is_dir() else []
    if program := _find("mkdocs"):
        home = _written(write_mkdocs, plans, folder / "mkdocs")
        out = home / "site"
        made = writes(out, "*.html", len(plans))
        yield Program("mkdocs-material", (program, "build", "-q"), made, _without(out), home)
    if (program := _find("strictdoc")) and corpus.size != "L":
        home, out = _written(write_strictdoc, plans, folder / "strictdoc"), folder / "strictdoc-out"
        made = writes(out, "*.html", len(plans))
        command = (program, "export", ".", "--output-dir", str(out))
        yield Program("strictdoc", command, made, _without(out), home)
        yield Program("strictdoc, one document changed", command, made, _rewritten(home), home)
        yield from _comparisons(corpus, program, folder)


def _comparisons(corpus: Corpus, strictdoc: str, folder: Path) -> Iterator[Program]:
    """Yield what compares the two commits; strictdoc does it as it publishes."""
    yield comparison(corpus)
    home, out = folder / "strictdoc-history", folder / "strictdoc-diff"
    write_strictdoc_history(corpus.root, home)
    command = (strictdoc, "export", ".", "--output-dir", str(out))
    comparing = (*command, "--generate-diff-git", "HEAD~1..HEAD")
    made = writes(out, "diff.html", 1)
    yield Program("strictdoc, diff of two commits", comparing, made, _without(out), home)


def _find(name: str) -> str | None:
    program = PEERS / "bin" / name
    return str(program) if program.exists() else None


def _written(write: Callable[[list[Plan], Path], None], plans: list[Plan], home: Path) -> Path:
    write(plans, home)
    return home


def _without(folder: Path) -> Callable[[int], None]:
    def clear(_: int) -> None:
        shutil.rmtree(folder, ignore_errors=True)

    return clear


def _rewritten(home: Path) -> Callable[[int], None]:
    """Return what changes the last document a little, another way each time."""
    path = max(home.glob("*.sdoc"))

    def change(number: int) -> None:
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("TITLE: ", f"TITLE: {number} ", 1), encoding="utf-8")

    return change
