"""Measure fardplan against floors in the same run, and write benchmarks/results.md.

    python benchmarks/measure.py [--sizes S M L] [--cases start validate ...] [--rounds N] [-o FILE]

Without -o the report is only printed. Other programs take part where they are installed in
.venv-peers (`make bench`). Ends with 1 if any program gave a wrong answer: a corpus
that is not clean, a broken reference that `validate` did not see, a document that lacks a title.
Missed targets do not fail; they are marked.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.cases import CASES, cases_of
from benchmarks.process import WrongAnswer
from benchmarks.report import write_report
from benchmarks.repository import Corpus
from benchmarks.series import Series

_ROUNDS = {"S": 7, "M": 7, "L": 3}


def measure_all(
    sizes: list[str], cases: list[str], rounds: int | None, folder: Path
) -> tuple[dict[str, Series], dict[str, int]]:
    """Return every series by its title, in the order of the cases, and the files of a size."""
    measured: list[Series] = []
    files: dict[str, int] = {}
    for size in sizes:
        wanted = cases_of(size, cases, sizes)
        if not wanted:
            continue
        corpus = Corpus.make(size, folder)
        files[size] = corpus.files
        for case in wanted:
            print(f"{case} {size} …", file=sys.stderr, flush=True)
            measured.append(CASES[case](corpus, rounds or _ROUNDS[size]))
    order = list(CASES)
    measured.sort(key=lambda series: order.index(series.title.split()[0]))
    return {series.title: series for series in measured}, files


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", nargs="+", choices=list(_ROUNDS), default=list(_ROUNDS))
    parser.add_argument("--cases", nargs="+", choices=list(CASES), default=list(CASES))
    parser.add_argument("--rounds", type=int)
    parser.add_argument("-o", "--output", type=Path)
    args = parser.parse_args()
    try:
        with tempfile.TemporaryDirectory(prefix="fardplan-bench-") as folder:
            measured, files = measure_all(args.sizes, args.cases, args.rounds, Path(folder))
    except WrongAnswer as reason:
        sys.exit(f"wrong answer: {reason}")
    report = write_report(measured, files)
    print(report)
    if args.output:
        args.output.write_text(report, encoding="utf-8")


if __name__ == "__main__":
    main()
