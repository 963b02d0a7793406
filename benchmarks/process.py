"""Runs a program to its end and says what it cost."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_BYTES_OF_MAXRSS = 1 if sys.platform == "darwin" else 1024


class WrongAnswer(Exception):
    """A program ended otherwise than it should, so that its time means nothing."""


@dataclass(frozen=True)
class Run:
    """What a program cost, its children included, and what it said.

    `wall` and `cpu` in seconds, `peak` is the resident memory of its largest process in MiB.
    """

    wall: float
    cpu: float
    peak: float
    code: int
    stdout: str
    stderr: str


def run(command: Sequence[str], folder: Path, cache: Path) -> Run:
    """Run a program in `folder`, with `cache` as the user's cache directory."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=_environment(cache), stdin=subprocess.DEVNULL, stdout=out,
            stderr=err,
        )  # fmt: skip
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        texts = []
        for stream in (out, err):
            stream.seek(0)
            texts.append(stream.read().decode())
    return Run(
        wall=wall,
        cpu=usage.ru_utime + usage.ru_stime,
        peak=usage.ru_maxrss * _BYTES_OF_MAXRSS / 2**20,
        code=process.returncode,
        stdout=texts[0],
        stderr=texts[1],
    )


def _environment(cache: Path) -> dict[str, str]:
    """Return the environment without what would change what a program does."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("FARDPLAN_", "GIT_", "PYTHON", "XDG_"))
    }
    return kept | {"XDG_CACHE_HOME": str(cache), "GIT_CONFIG_GLOBAL": os.devnull, "COLUMNS": "80"}
