"""Run against each mutant the tests that reach it, in the copy that `tools.mutate` has laid out.

All is imported and all tests are collected once; each mutant lives and dies in a fork of that
process, in which no test has run and nothing is cached.
"""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import pytest
from _pytest.runner import runtestprotocol
from mutmut.mutation.trampoline import set_mutant_under_test
from mutmut.state import state

FATES = "fates.txt"
KILLED, TIMEOUT, SURVIVED, UNTESTED = "killed", "timeout", "survived", "no tests"
SLOWER = 10
"""How many times as long as without a mutant a test may take, in processor time."""
STARTING = 1
"""Seconds that each may take besides."""
LONGEST = 600
"""Seconds that all tests may take together, from the start."""
ENOUGH = 3
"""Seconds of tests that a mutant has to outlive; those after them reach much and look at little."""
KEPT = "fardplan.model.fields"
"""It keeps what models are made of, which no mutant changes and which takes long to find out."""

Reach = Mapping[str, list[tuple[float, int]]]
"""For each function the tests that reach it, those first that reach little else: seconds, index."""


@dataclass
class Trial:
    """A plugin of pytest that runs the tests once for each mutant, and says what became of it."""

    mutants: Sequence[str]
    arguments: Sequence[str]
    tell: Callable[[str, str], None]

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Try all mutants instead of running all tests."""
        early = frozenset(reached())  # what importing and collecting has reached
        reach = observe(session.items)
        set_mutant_under_test("")
        for clear in find_caches():
            clear()
        gc.collect()
        gc.freeze()  # or each fork would copy what it never changes
        again = []
        for mutant in self.mutants:
            function = mutant.partition("__mutmut_")[0]
            fate = try_out(mutant, reach.get(function, []), session.items)
            if function in early and fate in (SURVIVED, UNTESTED):
                again.append(mutant)
            else:
                self.tell(mutant, fate)
        for mutant in again:  # each takes as long as hundreds of the others
            self.tell(mutant, self.try_from_the_start(mutant))
        return True

    def try_from_the_start(self, mutant: str) -> str:
        """Run all tests in a process of their own, where the mutant is there from the beginning."""
        command = [sys.executable, "-m", "pytest", "-x", *self.arguments]
        own = os.environ | {"MUTANT_UNDER_TEST": mutant}
        try:
            done = subprocess.run(command, env=own, check=False, timeout=LONGEST)
        except subprocess.TimeoutExpired:
            return TIMEOUT
        return KILLED if done.returncode else SURVIVED


def observe(tests: Sequence[pytest.Item]) -> Reach:
    """Run all tests as they are, and return which function is reached by which."""
    seen: list[tuple[int, float, frozenset[str]]] = []
    known = 0
    for index, test in enumerate(tests):
        if known != len(sys.modules):  # it takes a while, and most tests import nothing new
            known, caches = len(sys.modules), list(find_caches())
        for clear in caches:
            clear()
        reached().clear()
        began = time.process_time()
        run(test, *tests[index + 1 : index + 2])
        seen.append((index, time.process_time() - began, frozenset(reached())))
    reach: dict[str, list[tuple[float, int]]] = {}
    for index, seconds, functions in sorted(seen, key=lambda one: len(one[2])):
        for function in functions:
            reach.setdefault(function, []).append((seconds, index))
    return {function: closest(found) for function, found in reach.items()}


def reached() -> set[str]:
    """Return the functions that have been called since this was last emptied."""
    functions: set[str] = vars(state())["_stats"]  # mutmut has no public name for them
    return functions


def closest(tests: list[tuple[float, int]]) -> list[tuple[float, int]]:
    """Return as many of these tests as are enough, from the first."""
    sums = accumulate(seconds for seconds, _ in tests)
    return [test for test, total in zip(tests, sums, strict=True) if total - test[0] < ENOUGH]


def try_out(mutant: str, chosen: Sequence[tuple[float, int]], tests: Sequence[pytest.Item]) -> str:
    """Return what becomes of a mutant when these tests are run, up to the first that fails."""
    if not chosen:
        return UNTESTED

    def live() -> None:
        set_mutant_under_test(mutant)
        for at, (seconds, index) in enumerate(chosen):
            signal.setitimer(signal.ITIMER_PROF, STARTING + SLOWER * seconds)
            run(tests[index], *(tests[other] for _, other in chosen[at + 1 : at + 2]))

    ended = wait_for(live)
    return {0: SURVIVED, -signal.SIGPROF: TIMEOUT}.get(ended, KILLED)


def wait_for(work: Callable[[], object]) -> int:
    """Do something in a fork, and return how it ended: 0, 1 or minus a signal."""
    if child := os.fork():
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    status = 1
    try:
        work()
        status = 0
    finally:
        os._exit(status)


def run(test: pytest.Item, following: pytest.Item | None = None) -> None:
    """Run one test as pytest does, with its fixtures made anew, and raise if it fails."""
    for report in runtestprotocol(test, log=False, nextitem=following):
        if report.failed:
            raise AssertionError(report.longreprtext)


def find_caches() -> Iterator[Callable[[], None]]:
    """Yield what empties each cache of the program, so that what is asked for is worked out."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] in {"fardplan", "tests"}:
            for value in list(vars(module).values()):
                clear = getattr(value, "cache_clear", None)
                if callable(clear) and getattr(value, "__module__", None) != KEPT:
                    yield clear


def main() -> None:
    """Try the mutants named in a file; all other arguments are those of pytest."""
    asked, *arguments = sys.argv[1:]
    arguments += ["-p", "no:randomly", "-p", "no:cacheprovider", "--assert=plain", "--tb=native"]
    arguments += ["-s", "-q"]
    mutants = Path(asked).read_text("utf-8").split()
    with Path(FATES).open("w", encoding="utf-8", buffering=1) as fates:

        def tell(mutant: str, fate: str) -> None:
            print(mutant, fate, sep="\t", file=fates)

        set_mutant_under_test("stats")
        sys.exit(pytest.main(arguments, plugins=[Trial(mutants, arguments, tell)]))


if __name__ == "__main__":
    main()
