"""What is measured: each case runs fardplan in turn with the floors that it is compared with."""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.checks import counts, notices, shows
from benchmarks.process import WrongAnswer, run
from benchmarks.series import Program, Series, ended_well, measure

FARDPLAN = str(Path(sys.executable).with_name("fardplan"))
CHANGED = 23
"""Files that differ between the two commits of a corpus."""

P = "P (PyYAML, C loader)"


@dataclass(frozen=True)
class Corpus:
    """A synthetic repository; `changed` is the roadmap that its last commit is about."""

    size: str
    root: Path
    cache: Path
    files: int
    changed: str

    @classmethod
    def make(cls, size: str, folder: Path) -> Corpus:
        """Write the corpus of that size below a folder, in a process of its own.

        Measured children report at least as much memory as their parent had when they began.
        """
        root, cache = folder / size, folder / f"cache-{size}"
        script = Path(__file__).with_name("corpus.py")
        subprocess.run([sys.executable, script, size, root], check=True)
        named = subprocess.run(
            ["git", "diff", "--name-only", "HEAD~1"], cwd=root, stdout=subprocess.PIPE, check=True
        ).stdout.decode()
        changed = {path.split("/")[1] for path in named.split()}
        if len(named.split()) != CHANGED or len(changed) != 1:
            raise WrongAnswer(f"{size}: not {CHANGED} changed files in one roadmap")
        files = sum(1 for _ in root.glob("roadmaps/**/*.yaml"))
        return cls(size, root, cache, files, changed.pop())


def _floor(name: str, floor: str, corpus: Corpus, *, files: bool = True) -> Program:
    script = str(Path(__file__).with_name("floors.py"))
    command = (sys.executable, script, floor, str(corpus.root))
    return Program(name, command, counts(corpus.files) if files else ended_well)


def _typer(name: str, option: str) -> Program:
    script = str(Path(__file__).with_name("floors.py"))
    return Program(name, (sys.executable, script, "typer", option))


def start(corpus: Corpus, rounds: int) -> Series:
    """Measure how long fardplan takes to say its version and its help."""
    programs = [
        Program("fardplan --version", (FARDPLAN, "--version")),
        _typer("Typer --version", "--version"),
        Program("fardplan --help", (FARDPLAN, "--help")),
        _typer("Typer --help", "--help"),
        _floor("Python", "nothing", corpus, files=False),
    ]
    return measure("start", programs, corpus.root, corpus.cache, rounds * 3)


def validate(corpus: Corpus, rounds: int) -> Series:
    """Measure `validate` without any cache, against a program that only loads the files."""
    content = notices(FARDPLAN, corpus.root, corpus.cache)
    programs = [Program("fardplan validate", (FARDPLAN, "validate"), content)]
    if importlib.util.find_spec("yaml"):
        programs.append(_floor(P, "pyyaml", corpus))
    programs.append(_floor("C events", "events", corpus))
    return measure(f"validate {corpus.size}", programs, corpus.root, corpus.cache, rounds)


def floors(corpus: Corpus, rounds: int) -> Series:
    """Measure what it takes to get at the files at all."""
    programs = [
        _floor("scandir and stat", "scan", corpus),
        _floor("read all bytes", "read", corpus),
        _floor("git ls-tree, cat-file --batch", "blobs", corpus),
    ]
    return measure(f"floors {corpus.size}", programs, corpus.root, corpus.cache, rounds)


def diff(corpus: Corpus, rounds: int) -> Series:
    """Measure the comparison of two commits of one roadmap."""
    command = (FARDPLAN, "diff", corpus.changed, "HEAD~1", "HEAD")
    ran = run((*command, "-f", "json"), corpus.root, corpus.cache)
    ended_well(ran, 0)
    entities = {one["entity"]["id"] for one in json.loads(ran.stdout)["changes"]}
    if len(entities) != CHANGED:
        raise WrongAnswer(f"diff: {len(entities)} changed activities, not {CHANGED}")
    tree = Program("git diff-tree", ("git", "diff-tree", "-r", "--name-status", "HEAD~1", "HEAD"))
    programs = [Program("fardplan diff", command), tree]
    return measure(f"diff {corpus.size}", programs, corpus.root, corpus.cache, rounds)


def render(corpus: Corpus, rounds: int) -> Series:
    """Measure the making of one document, against its libraries' import and against pandoc."""
    folder = corpus.root / "roadmaps" / corpus.changed / "activities"
    lines = (path.read_text(encoding="utf-8").split("\n")[1] for path in folder.glob("*.yaml"))
    titles = [line.removeprefix("title: ") for line in lines]
    programs = []
    for kind in ("html", "markdown"):
        page = corpus.cache / f"page.{kind}"
        command = (FARDPLAN, "render", corpus.changed, "-f", kind, "-o", str(page))
        programs.append(Program(f"fardplan render, {kind}", command, shows(page, titles)))
    programs.append(_floor("import Jinja and markdown-it", "libraries", corpus, files=False))
    corpus.cache.mkdir(exist_ok=True)
    if pandoc := shutil.which("pandoc"):
        source, target = corpus.cache / "pandoc.md", corpus.cache / "pandoc.html"
        run((*programs[1].command[:-1], str(source)), corpus.root, corpus.cache)
        command = (pandoc, "-s", "-f", "gfm", "-o", str(target), str(source))
        programs.append(Program("pandoc", command, shows(target, titles)))
    return measure(f"render {corpus.size}", programs, corpus.root, corpus.cache, rounds)


CASES: dict[str, Callable[[Corpus, int], Series]] = {
    case.__name__: case for case in (start, floors, validate, diff, render)
}
SIZES_OF: dict[str, tuple[str, ...]] = {
    "start": ("S",),
    "floors": ("M", "L"),
    "validate": ("S", "M", "L"),
    "diff": ("S", "M", "L"),
    "render": ("S",),
}
