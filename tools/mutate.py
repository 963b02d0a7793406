"""Change the code in small ways, one at a time, and report each change that no test notices.

`make mutate TARGET=time` (or `changes`, `rules`) does it with all of a target, and
`MUTANTS='fardplan.rules._money.*'` names some. What survives is written to
`build/mutation/TARGET/survivors.diff`, and docs/decisions/mutation.md says what to make of it.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from tools.mutant_trying import FATES, KILLED, TIMEOUT
from tools.mutant_writing import Mutant, tell_apart, write_mutants

HERE = Path(__file__).resolve().parent.parent
NEEDED = (
    "benchmarks", "docs", "fardplan.toml", "pyproject.toml", "roadmaps", "schemas", "src",
    "templates", "tests", "tools",
)  # fmt: skip


@dataclass(frozen=True)
class Target:
    """What is changed, and the tests that should notice."""

    code: tuple[str, ...]
    tests: tuple[str, ...]
    without: tuple[str, ...] = ()
    """Tests that take longer than all others together and ask for nothing of their own."""


TARGETS = {
    "time": Target(
        ("src/fardplan/model/time.py", "src/fardplan/model/_time_*.py"),
        ("tests/model/test_time.py",),
    ),
    "changes": Target(
        ("src/fardplan/changes/*.py",),
        (
            "tests/changes",
            "tests/commands/test_impact.py",
            "tests/commands/test_review.py",
            "tests/commands/test_review_marks.py",
        ),
        (
            "tests/changes/test_every_field.py",
            "tests/changes/test_laws.py",
            "tests/changes/test_substance.py::test_every_field",
            "tests/changes/test_substance.py::test_explanations_are_needed",
        ),
    ),
    "rules": Target(
        ("src/fardplan/rules/*.py",),
        ("tests/rules",),
        ("tests/rules/test_engine.py::test_long_chains_end",),
    ),
}


def main() -> None:
    """Run the tests against every mutant of a target, or against those that are named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("mutants", nargs="*", help="such as 'fardplan.rules._money.*'")
    arguments = parser.parse_args()
    target = TARGETS[arguments.target]
    folder = HERE / "build" / "mutation" / arguments.target
    copy(folder)
    with contextlib.chdir(folder):  # mutmut looks for its settings where it stands
        mutants = [one for pattern in target.code for one in write_mutants(folder, pattern)]
    named = arguments.mutants or ["*"]
    asked = [one for one in mutants if any(fnmatchcase(one.name, pattern) for pattern in named)]
    report(folder, asked, run_tests(folder, asked, target))


def copy(folder: Path) -> None:
    """Lay out a copy of all that tests read, whose code can be written over."""
    shutil.rmtree(folder, ignore_errors=True)
    for name in NEEDED:
        if (HERE / name).is_dir():
            shutil.copytree(HERE / name, folder / name)
        else:
            shutil.copy(HERE / name, folder / name)


def run_tests(folder: Path, mutants: Sequence[Mutant], target: Target) -> Mapping[str, str]:
    """Run the tests against these mutants, and return what became of each."""
    (folder / "mutants.txt").write_text("".join(f"{one.name}\n" for one in mutants), "utf-8")
    # Not the made-up examples of Hypothesis, which find much but prove nothing twice.
    tests = [*target.tests, "-mnot hypothesis", *(f"--deselect={test}" for test in target.without)]
    command = [sys.executable, "-m", "tools.mutant_trying", "mutants.txt", *tests]
    env = os.environ | {"PYTHONPATH": "src"}
    with (folder / "progress.log").open("wb") as log:
        done = subprocess.run(command, cwd=folder, env=env, stdout=log, stderr=log, check=False)
    if done.returncode:
        sys.exit(f"the tests could not be run, see {log.name}")
    lines = (folder / FATES).read_text("utf-8").splitlines()
    return {name: fate for name, _, fate in (line.partition("\t") for line in lines)}


def report(folder: Path, mutants: Sequence[Mutant], fates: Mapping[str, str]) -> None:
    """Print what became of the mutants of each module, and write down those that survived."""
    modules: dict[str, Counter[str]] = {}
    for mutant in mutants:
        module = mutant.name.rpartition(".")[0]
        modules.setdefault(module, Counter())[fates[mutant.name]] += 1
    for module, counts in sorted(modules.items()):
        print(f"{module}: {_say(counts)}")
    print(f"= {_say(Counter(fates.values()))}")
    survivors = folder / "survivors.diff"
    left = [one for one in mutants if fates[one.name] not in (KILLED, TIMEOUT)]
    diffs = [f"# {one.name}: {fates[one.name]}\n{tell_apart(one)}\n" for one in left]
    survivors.write_text("".join(diffs), "utf-8")
    print(survivors)


def _say(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {status}" for status, count in sorted(counts.items()))


if __name__ == "__main__":
    main()
