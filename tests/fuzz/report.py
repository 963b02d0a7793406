"""What libFuzzer says at the end, in one line."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

_EXECUTED = re.compile(r"^stat::number_of_executed_units:\s*(\d+)", re.MULTILINE)
_STATE = re.compile(r"^#\d+\s+\w+\s+cov: (\d+) ft: (\d+) corp: (\d+)", re.MULTILINE)
_BRANCHES = re.compile(r"\((\d+) inline 8-bit counters\)")
_SAVED = re.compile(r"Test unit written to (\S+)")
_TELLING = re.compile(
    r"^ === Uncaught Python exception: ===.*?(?=^==\d+==|\Z)", re.MULTILINE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many inputs a target took, how many branches they reached, and whether it crashed."""

    target: str
    executed: int
    reached: int
    features: int
    kept: int
    crashed: bool
    words: str = ""
    saved: str = ""

    def __str__(self) -> str:
        state = "CRASHED" if self.crashed else "ok"
        return (
            f"fuzz {self.target:<11} {self.executed:>9} executions {self.reached:>6} branches "
            f"{self.features:>7} features {self.kept:>6} inputs kept  {state}"
        )

    def keep(self, place: Path, kept: Path) -> Path | None:
        """Move the input that crashed to where it stays; None where none was saved."""
        if not self.saved:
            return None
        saved = Path(self.saved)
        if place == kept:
            return saved
        kept.mkdir(parents=True, exist_ok=True)
        return Path(shutil.move(saved, kept / saved.name))


def read_outcome(target: str, output: str, code: int) -> Outcome:
    """Return what the output of libFuzzer says; a run that said nothing has crashed."""
    executed, states = _EXECUTED.search(output), _STATE.findall(output)
    reached, features, kept = map(int, states[-1]) if states else (0, 0, 0)
    saved, telling = _SAVED.search(output), _TELLING.search(output)
    return Outcome(
        target,
        int(executed[1]) if executed else 0,
        reached,
        features,
        kept,
        crashed=code != 0 or not executed,
        words=telling[0].strip() if telling else output[-2_000:],
        saved=saved[1] if saved else "",
    )
