"""Change the code in small ways, one at a time, and report each change that no test notices.

`make mutate TARGET=time` (or `changes`, `rules`) does it with all of a target, which for the last
two takes hours; `MUTANTS='fardplan.rules._money.*'` names some. What survives is written to
`build/mutation/TARGET/survivors.diff`, and docs/decisions/mutation.md says what to make of it.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
NEEDED = (
    "benchmarks", "docs", "fardplan.toml", "pyproject.toml", "roadmaps", "schemas", "src",
    "templates", "tests", "tools",
)  # fmt: skip
KNOWN_DECORATORS = frozenset({"classmethod", "staticmethod"})
"""The decorators that mutmut knows how to mutate under."""


@dataclass(frozen=True)
class Target:
    """What is changed, and the tests that should notice."""

    code: tuple[str, ...]
    tests: str
    without: tuple[str, ...] = ()
    """Tests that take longer than all others together and ask for nothing of their own."""


TARGETS = {
    "time": Target(
        ("src/fardplan/model/time.py", "src/fardplan/model/_time_*.py"), "tests/model/test_time.py"
    ),
    "changes": Target(
        ("src/fardplan/changes/*.py",),
        "tests/changes",
        (
            "tests/changes/test_every_field.py",
            "tests/changes/test_laws.py",
            "tests/changes/test_substance.py::test_every_field",
        ),
    ),
    "rules": Target(("src/fardplan/rules/*.py",), "tests/rules"),
}


def main() -> None:
    """Run the tests against every mutant of a target, or against those that are named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("mutants", nargs="*", help="such as 'fardplan.rules._money.*'")
    arguments = parser.parse_args()
    folder = HERE / "build" / "mutation" / arguments.target
    prepare(folder, TARGETS[arguments.target])
    with (folder / "progress.log").open("wb") as log:
        command = [sys.executable, "-m", "mutmut", "run", *arguments.mutants]
        done = subprocess.run(command, cwd=folder, stdout=log, stderr=log, check=False)
    if done.returncode:
        sys.exit(f"mutmut failed, see {log.name}")
    report(folder)


def prepare(folder: Path, target: Target) -> None:
    """Lay out a copy for mutmut, which writes where it stands and reads its settings there."""
    shutil.rmtree(folder, ignore_errors=True)
    for name in NEEDED:
        if (HERE / name).is_dir():
            shutil.copytree(HERE / name, folder / name)
        else:
            shutil.copy(HERE / name, folder / name)
    for pattern in target.code:
        for path in folder.glob(pattern):
            path.write_text(undecorate(path.read_text("utf-8")), "utf-8")
    # Not the made-up examples of Hypothesis, which find much but prove nothing twice. A fork of a
    # process in which tests have run would inherit what they cached, and never reach a mutant.
    settings = {
        "source_paths": ["src"],
        "only_mutate": target.code,
        "also_copy": [name for name in NEEDED if name != "src"],
        "process_isolation": ["forkserver"],
        "track_dependencies": ["false"],
        "pytest_add_cli_args_test_selection": [target.tests],
        "pytest_add_cli_args": [
            "-mnot hypothesis",
            "-ptests.forgetful",
            "-pno:cacheprovider",
            *(f"--deselect={test}" for test in target.without),
        ],
    }
    lines = [f"{key} = " + "\n  ".join(values) for key, values in settings.items()]
    (folder / "setup.cfg").write_text("[mutmut]\n" + "\n".join(lines) + "\n", "utf-8")


def undecorate(source: str) -> str:
    """Return the same code with `f = decorate(f)` for `@decorate`, which mutmut passes over."""
    lines = source.split("\n")
    functions = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)]
    for function in sorted(functions, key=lambda node: -node.lineno):
        decorators = [ast.unparse(one) for one in function.decorator_list]
        if (
            not decorators
            or KNOWN_DECORATORS.intersection(decorators)
            or function.end_lineno is None
        ):
            continue
        value = function.name
        for decorator in reversed(decorators):
            value = f"{decorator}({value})"
        end = function.end_lineno or function.lineno
        lines.insert(end, f"{' ' * function.col_offset}{function.name} = {value}")
        del lines[function.decorator_list[0].lineno - 1 : function.lineno - 1]
    return "\n".join(lines)


def report(folder: Path) -> None:
    """Print what became of the mutants of each module, and write down those that survived."""
    found = _results(folder)
    modules: dict[str, Counter[str]] = {}
    for name, status in found.items():
        modules.setdefault(name.rpartition(".")[0], Counter())[status] += 1
    for module, counts in sorted(modules.items()):
        print(f"{module}: {_say(counts)}")
    print(f"= {_say(Counter(found.values()))}")
    survivors = folder / "survivors.diff"
    survivors.write_text(_diffs(folder, found), "utf-8")
    print(survivors)


def _results(folder: Path) -> dict[str, str]:
    """Return the fate of each mutant that was tried, by name."""
    command = [sys.executable, "-m", "mutmut", "results", "--all", "true"]
    said = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout
    found = dict(line.strip().split(": ") for line in said.splitlines() if ": " in line)
    return {name: status for name, status in found.items() if status != "not checked"}


def _diffs(folder: Path, found: Mapping[str, str]) -> str:
    from mutmut.mutation.diff_apply import get_diff_for_mutant

    with contextlib.chdir(folder):
        return "".join(
            f"# {name}: {status}\n{get_diff_for_mutant(name)}\n"
            for name, status in found.items()
            if status not in ("killed", "caught by type check")
        )


def _say(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {status}" for status, count in sorted(counts.items()))


if __name__ == "__main__":
    main()
