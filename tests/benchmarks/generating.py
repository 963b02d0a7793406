"""Runs the generator of corpora, and git on what it wrote."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

CORPUS = Path(__file__).parent.parent.parent / "benchmarks" / "corpus.py"


def write_corpus(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the generator as from the command line."""
    return subprocess.run(
        [sys.executable, CORPUS, *map(str, arguments)],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def git(root: Path, *arguments: str) -> str:
    """Return what git says in a repository."""
    ran = subprocess.run(["git", *arguments], cwd=root, capture_output=True, text=True, check=True)
    return ran.stdout.strip()
