"""What fuzzing starts from, and what it has found, holds without it too."""

from __future__ import annotations

import itertools

import pytest

from tests.fuzz.report import read_outcome
from tests.fuzz.targets import CRASHES, TARGETS

CASES = [(name, crash) for name, target in TARGETS.items() for crash in target.crashes()]
_MOST_SEEDS = 12

DONE = """\
INFO: Loaded 1 modules   (512 inline 8-bit counters)
#2\tINITED cov: 12 ft: 13 corp: 2/9b exec/s: 0 rss: 90Mb
#90\tNEW    cov: 41 ft: 77 corp: 31/163b lim: 6 exec/s: 0 rss: 88Mb L: 4/6 MS: 2 ShuffleBytes-
#100\tDONE   cov: 42 ft: 80 corp: 32/185b lim: 8 exec/s: 0 rss: 88Mb
Done 100 runs in 0 second(s)
stat::number_of_executed_units: 100
"""
CRASHED = """\
#9\tNEW    cov: 41 ft: 77 corp: 31/163b lim: 6 exec/s: 0 rss: 88Mb L: 4/6 MS: 2 ShuffleBytes-

 === Uncaught Python exception: ===
ValueError: no
Traceback (most recent call last):
  File "reader.py", line 1, in check

==7== ERROR: libFuzzer: fuzz target exited
artifact_prefix='/x/'; Test unit written to /x/reader-crash-1
stat::number_of_executed_units: 11
"""


@pytest.mark.parametrize("name", TARGETS)
def test_seeds(name):
    """Real content breaks no law of its target; what fuzzing starts from is there."""
    seeds = [*itertools.islice(TARGETS[name].seeds(), _MOST_SEEDS)]
    assert len(seeds) >= 4
    for seed in seeds:
        TARGETS[name].check(seed)


@pytest.mark.parametrize(("name", "crash"), CASES)
def test_crashes(name, crash):
    """What crashed a target once does so no more."""
    TARGETS[name].check(TARGETS[name].crashes()[crash])


def test_every_crash_has_a_target():
    """No kept crash lies where nothing looks for it."""
    assert {path.name for path in CRASHES.iterdir()} - set(TARGETS) == set()


def test_outcome():
    """The report says how much was tried and reached."""
    assert str(read_outcome("reader", DONE, 0)) == (
        "fuzz reader            100 executions     42 branches      80 features     32 inputs kept  ok"
    )


def test_crash_is_told():
    """A crash is told with its error and the input that caused it; so is a run that said nothing."""
    outcome = read_outcome("reader", CRASHED, 77)
    assert (outcome.crashed, outcome.executed, outcome.saved) == (True, 11, "/x/reader-crash-1")
    assert outcome.words.startswith("=== Uncaught Python exception: ===\nValueError: no\n")
    assert read_outcome("reader", "Killed", 0).crashed
