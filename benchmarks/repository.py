"""A corpus at hand: where it is, how large, and how one file of it changes."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from benchmarks.process import WrongAnswer

CHANGED = 23
"""Files that differ between the two commits of a corpus."""

_TITLE = re.compile(r"(?m)^(title: .*?)(, omgång \d+)?$")


@dataclass(frozen=True)
class Corpus:
    """A synthetic repository; `changed` is the roadmap that its last commit is about."""

    size: str
    root: Path
    cache: Path
    files: int
    changed: str

    @classmethod
    def make(cls, size: str, folder: Path) -> Corpus:
        """Write the corpus of that size below a folder, in a process of its own.

        Measured children report at least as much memory as their parent had when they began.
        """
        root, cache = folder / size, folder / f"cache-{size}"
        script = Path(__file__).with_name("corpus.py")
        subprocess.run([sys.executable, script, size, root], check=True)
        named = subprocess.run(
            ["git", "diff", "--name-only", "HEAD~1"], cwd=root, stdout=subprocess.PIPE, check=True
        ).stdout.decode()
        changed = {path.split("/")[1] for path in named.split()}
        if len(named.split()) != CHANGED or len(changed) != 1:
            raise WrongAnswer(f"{size}: not {CHANGED} changed files in one roadmap")
        files = sum(1 for _ in root.glob("roadmaps/**/*.yaml"))
        cache.mkdir()
        return cls(size, root, cache, files, changed.pop())

    @cached_property
    def activities(self) -> tuple[Path, ...]:
        """All activities, those of one roadmap after those of another."""
        return tuple(sorted(self.root.glob("roadmaps/*/activities/*.yaml")))

    def forget(self, _: int = 0) -> None:
        """Empty the cache of whoever has one."""
        shutil.rmtree(self.cache)
        self.cache.mkdir()

    def change_one(self, number: int) -> None:
        """Give one activity another title, another activity each time."""
        path = self.activities[number * 31 % len(self.activities)]
        text = path.read_text(encoding="utf-8")
        path.write_text(_TITLE.sub(rf"\1, omgång {number + 2}", text, count=1), encoding="utf-8")

    def change_back(self) -> None:
        """Make all files what they are in the last commit, and what is staged."""
        subprocess.run(["git", "reset", "--quiet", "--hard"], cwd=self.root, check=True)
