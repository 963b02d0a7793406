"""Several programs measured in turn, so that a busy machine is busy for all of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from benchmarks.process import Run, WrongAnswer, run

Check = Callable[[Run, int], None]
"""Raise WrongAnswer if the run of that round cannot have done its work."""


def ended_well(ran: Run, _: int) -> None:
    """Refuse a run that did not end with 0."""
    if ran.code != 0:
        raise WrongAnswer(f"ended with {ran.code}\n{ran.stdout[-500:]}{ran.stderr[-2000:]}")


def as_it_is(_: int) -> None:
    """Prepare nothing."""


@dataclass(frozen=True)
class Program:
    """What is run, under which name, how its answer is checked, and what is done before.

    `before` is not measured; it gets the number of the round.
    """

    name: str
    command: tuple[str, ...]
    check: Check = ended_well
    before: Callable[[int], None] = as_it_is
    folder: Path | None = None
    """Where it runs, if not in the corpus."""


@dataclass
class Series:
    """The runs of several programs on one corpus, in the same number of rounds."""

    title: str
    runs: dict[str, list[Run]] = field(default_factory=dict)

    def wall(self, name: str) -> float:
        """Return the median time of a program in seconds."""
        return median(ran.wall for ran in self.runs[name])

    def cpu(self, name: str) -> float:
        """Return the median processor time of a program in seconds."""
        return median(ran.cpu for ran in self.runs[name])

    def peak(self, name: str) -> float:
        """Return the most memory that a program took in any round, in MiB."""
        return max(ran.peak for ran in self.runs[name])

    def ratio(self, name: str, floor: str, *, cpu: bool = False) -> float:
        """Return the median over the rounds of one program's time divided by another's."""
        pairs = zip(self.runs[name], self.runs[floor], strict=True)
        return median(a.cpu / b.cpu if cpu else a.wall / b.wall for a, b in pairs)


def measure(
    title: str,
    programs: list[Program],
    folder: Path,
    cache: Path,
    rounds: int,
    *,
    rehearse: bool = True,
) -> Series:
    """Run the programs in turn, round after round, after one round that does not count.

    Without `rehearse` the first round counts too: for what takes so long that it need not.
    """
    series = Series(title, {program.name: [] for program in programs})
    for number in range(0 if rehearse else 1, rounds + 1):
        for program in programs:
            program.before(number)
            ran = run(program.command, program.folder or folder, cache)
            try:
                program.check(ran, number)
            except WrongAnswer as reason:
                raise WrongAnswer(f"{title}: {program.name}: {reason}") from reason
            if number:
                series.runs[program.name].append(ran)
    return series
