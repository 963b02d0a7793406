"""Runs a program to its end and says what it cost."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

_SECONDS_BETWEEN = 1.0
_BYTES_OF_MAXRSS = 1 if sys.platform == "darwin" else 1024


class WrongAnswer(Exception):
    """A program ended otherwise than it should, so that its time means nothing."""


@dataclass(frozen=True)
class Run:
    """What a program cost, its children included, and what it said.

    `wall` and `cpu` in seconds, `peak` in MiB: the resident memory of its largest process, or of
    all together where that is more and can be found out (Linux; of what runs for seconds).
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
        with _watch(process.pid) as together:
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
        peak=max(usage.ru_maxrss * _BYTES_OF_MAXRSS / 2**20, *together),
        code=process.returncode,
        stdout=texts[0],
        stderr=texts[1],
    )


@contextmanager
def _watch(pid: int) -> Iterator[list[float]]:
    """Look once a second what a process and its children take together, in MiB.

    Of what they share each counts its part. To look takes a hundredth of a second.
    """
    found, ended = [0.0], Event()

    def look() -> None:
        while not ended.wait(_SECONDS_BETWEEN):
            found.append(_memory(pid))

    thread = Thread(target=look)
    thread.start()
    try:
        yield found
    finally:
        ended.set()
        thread.join()


def _memory(pid: int) -> float:
    """Return the proportional set sizes of a process and all below it; 0 where there is none."""
    try:
        mapped = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
        below = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    except OSError:
        return 0.0
    own = sum(int(line.split()[1]) for line in mapped.splitlines() if line.startswith("Pss:"))
    return own / 1024 + sum(_memory(int(one)) for one in below.split())


def _environment(cache: Path) -> dict[str, str]:
    """Return the environment without what would change what a program does."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("FARDPLAN_", "GIT_", "PYTHON", "XDG_"))
    }
    return kept | {"XDG_CACHE_HOME": str(cache), "GIT_CONFIG_GLOBAL": os.devnull, "COLUMNS": "80"}
