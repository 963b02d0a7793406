"""What publishers wait for: documents and the site."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from benchmarks.checks import shows
from benchmarks.peers import find_pandoc, writes
from benchmarks.process import run
from benchmarks.programs import FARDPLAN, floor
from benchmarks.repository import Corpus
from benchmarks.series import Program, Series, ended_well, measure


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
    programs.append(floor("import Jinja and markdown-it", "libraries", corpus, files=False))
    if pandoc := find_pandoc():
        source, target = corpus.cache / "pandoc.md", corpus.cache / "pandoc.html"
        run((*programs[1].command[:-1], str(source)), corpus.root, corpus.cache)
        converting = (pandoc, "-s", "--wrap=none", "-f", "gfm", "-o", str(target), str(source))
        programs.append(Program("pandoc", converting, shows(target, titles)))
    return measure(f"render {corpus.size}", programs, corpus.root, corpus.cache, rounds)


def pdf(corpus: Corpus, rounds: int) -> Series:
    """Measure a PDF against Typst alone, which gets the same template and data."""
    script = str(Path(__file__).with_name("typst_alone.py"))
    kept, made = corpus.cache / "typst", corpus.cache / "page.pdf"
    command = (FARDPLAN, "render", corpus.changed, "-f", "pdf", "-o", str(made))
    keeping = (sys.executable, script, "keep", str(kept), *command[1:])
    ended_well(run(keeping, corpus.root, corpus.cache), 0)
    programs = [
        Program("fardplan render, pdf", command),
        Program("Typst alone", (sys.executable, script, "set", str(kept))),
    ]
    return measure(f"pdf {corpus.size}", programs, corpus.root, corpus.cache, rounds)


def site(corpus: Corpus, rounds: int) -> Series:
    """Measure the whole site: made anew, made again, and made again when one file has changed."""
    programs = site_programs(corpus)
    return measure(
        f"site {corpus.size}", programs, corpus.root, corpus.cache, min(rounds, 3), rehearse=False
    )


def site_programs(corpus: Corpus) -> list[Program]:
    """Return the three ways of making a site."""
    folder = corpus.cache / "site"
    command = (FARDPLAN, "site", "-o", str(folder))
    made = writes(folder, "*.html", len(corpus.activities))

    def clear(_: int) -> None:
        corpus.change_back()
        shutil.rmtree(folder, ignore_errors=True)

    def stand(_: int) -> None:
        corpus.change_back()
        ended_well(run(command, corpus.root, corpus.cache), 0)

    def change(number: int) -> None:
        stand(number)
        corpus.change_one(number)

    return [
        Program("fardplan site", command, made, clear),
        Program("nothing changed", command, made, stand),
        Program("one file changed", command, made, change),
    ]
