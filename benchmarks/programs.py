"""The programs that most cases measure with."""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.checks import counts
from benchmarks.repository import Corpus
from benchmarks.series import Program, ended_well

FARDPLAN = str(Path(sys.executable).with_name("fardplan"))
P = "P (PyYAML, C loader)"


def floor(name: str, what: str, corpus: Corpus, *, files: bool = True) -> Program:
    """Return the floor called `what`; with `files` it must go through all of them."""
    script = str(Path(__file__).with_name("floors.py"))
    command = (sys.executable, script, what, str(corpus.root))
    return Program(name, command, counts(corpus.files) if files else ended_well)


def bare_typer(name: str, option: str) -> Program:
    """Return a Typer app that does nothing."""
    script = str(Path(__file__).with_name("floors.py"))
    return Program(name, (sys.executable, script, "typer", option))
