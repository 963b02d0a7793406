"""Runs commands of fardplan one after the other in a process that may do less than others.

Run as a program of its own: it takes a folder, a list of command lines and the limits as JSON, and
writes what came of each as JSON.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ALMIGHTY = 0
"""The number of the user whom no permission stops."""


@dataclass(frozen=True)
class Outcome:
    """What came of a command."""

    code: int
    output: str
    complaint: str


def run_limited(
    root: Path,
    commands: Sequence[Sequence[str]],
    *,
    largest: int | None = None,
    environment: Mapping[str, str | None] | None = None,
) -> list[Outcome]:
    """Run commands in a folder as a user whom permissions stop; none may write a file above `largest`.

    `environment` says which variables are other than here, None for those that are not set.
    """
    program = [sys.executable, "-m", "tests.hostile.running"]
    if os.geteuid() == ALMIGHTY:
        setpriv = shutil.which("setpriv")
        if setpriv is None:
            pytest.skip("setpriv saknas: apt install util-linux (permissions do not stop root)")
        program = [setpriv, "--bounding-set=-all", "--inh-caps=-all", *program]
    variables = {**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})}
    done = subprocess.run(
        [*program, str(root), json.dumps([list(one) for one in commands]), json.dumps(largest)],
        cwd=ROOT,
        env={name: value for name, value in variables.items() if value is not None},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return [Outcome(**one) for one in json.loads(done.stdout)]


def _main(root: str, commands: list[list[str]], largest: int | None) -> None:
    from typer.testing import CliRunner

    from fardplan.cli import app

    if largest is not None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
    os.chdir(root)
    found = []
    for asked in commands:
        result = CliRunner().invoke(app, asked)
        outcome = Outcome(result.exit_code, result.stdout, result.stderr)
        found.append(outcome.__dict__)
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    _main(sys.argv[1], json.loads(sys.argv[2]), json.loads(sys.argv[3]))
