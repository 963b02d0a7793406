"""Fuzz the targets: `python -m tests.fuzz [--seconds N] [TARGET …]`.

Each target runs in a process of its own under atheris, which sees which branches an input takes and
goes on from those that take new ones. Without `--seconds` the same code tries the same inputs, a
certain number of them, so that what passes once passes again. With it chance decides, and what was
found worth keeping lies in build/fuzz for the next time. Ends with 1 if anything crashed, and says
where the input lies: put it in tests/fuzz/crashes/TARGET under a name that says what it is, and mend.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from tests.fuzz.content import ROOT
from tests.fuzz.report import Outcome, read_outcome
from tests.fuzz.targets import TARGETS, Target

KEPT = ROOT / "build" / "fuzz"
_SLOWEST = 20
"""Seconds after which one input counts as a hang."""
_MEMORY = 2_048
"""Megabytes after which one input counts as a leak."""


def fuzz(target: Target, seconds: int, place: Path) -> Outcome:
    """Fuzz one target, for its number of tries or for some seconds.

    `place` holds what it begins with, and gets what it finds.
    """
    effort = [f"-max_total_time={seconds}"] if seconds else ["-seed=1", f"-runs={target.tries}"]
    corpus = place / target.name
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate((*target.seeds(), *target.crashes().values())):
        (corpus / f"seed-{number:04}").write_bytes(seed)
    words = place / f"{target.name}.words"
    words.write_text("".join(f'"{_escape(word)}"\n' for word in target.words), "ascii")
    command = [
        sys.executable, "-m", "tests.fuzz.run", target.name, str(corpus), *effort,
        f"-dict={words}", f"-artifact_prefix={place}/{target.name}-", "-max_len=4000",
        f"-timeout={_SLOWEST}", f"-rss_limit_mb={_MEMORY}", "-print_final_stats=1",
    ]  # fmt: skip
    ended = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": "0"}, check=False,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
    )  # fmt: skip
    return read_outcome(target.name, ended.stdout, ended.returncode)


def _escape(word: str) -> str:
    """Return a word in the notation of libFuzzer."""
    return "".join(f"\\x{byte:02x}" for byte in word.encode())


def main(arguments: Sequence[str] | None = None) -> int:
    """Fuzz the targets named, two at a time, and print what came of each."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=int, default=0)
    asked = parser.parse_args(arguments)
    if unknown := set(asked.targets) - set(TARGETS):
        parser.error(f"no target {', '.join(sorted(unknown))}; there are {', '.join(TARGETS)}")
    if find_spec("atheris") is None:
        print("NO FUZZING: atheris cannot be installed for this Python or system.")
        return int(bool(os.environ.get("FARDPLAN_NO_SKIPS")))
    targets = [TARGETS[name] for name in asked.targets or TARGETS]
    with tempfile.TemporaryDirectory() as fresh, ThreadPoolExecutor(2) as pool:
        place = KEPT if asked.seconds else Path(fresh)
        outcomes = pool.map(lambda target: fuzz(target, asked.seconds, place), targets)
        return int(max(map(partial(_tell, place), outcomes)))


def _tell(place: Path, outcome: Outcome) -> bool:
    """Print an outcome; tell whether it is a crash, whose input is kept."""
    print(outcome, flush=True)
    if outcome.crashed:
        kept = outcome.keep(place, KEPT)
        print(f"{outcome.words}\n{kept or 'no input was kept'}", flush=True)
    return outcome.crashed


if __name__ == "__main__":
    sys.exit(main())
