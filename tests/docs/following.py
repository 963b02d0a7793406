"""A reader who does what a page says, in a folder of their own."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from tests.commands.terminal import converse
from tests.docs.pages import Change, Command, FileShown

NOT_RUN = {
    r"pip install .*": "fetches packages from PyPI, as it does for every job before these tests",
    r"fardplan serve\b.*": "runs until it is ended; tests/commands/test_serve.py does both",
    r"make (demo|test)\b.*": "installs from PyPI; the latter would also run these tests again",
}
"""Commands that are shown and not run, with the reason."""


def is_run(command: Command) -> bool:
    """Tell whether a command of a page is run by the test."""
    return not any(re.fullmatch(pattern, command.written) for pattern in NOT_RUN)


FORGE = "https://git.example.se/"
"""Where the pages fetch from and send to."""


@dataclass
class Reader:
    """Stands in a folder and follows a page; `heard` is what each command said, by its line.

    In `forge` lie the repositories that the addresses of the pages lead to.
    """

    folder: Path
    forge: Path
    code: int = 0
    heard: dict[int, str] = field(default_factory=dict)

    def run(self, command: Command) -> str:
        """Run a command where the ones before it have led to; return all that it said."""
        if command.types:
            words = shlex.split(command.written)
            assert words[0] == "fardplan"
            self.code, said = converse(self.folder, words[1:], command.types)
        else:
            said = self._run_in_shell(command.written)
        self.heard[command.line] = said
        return said

    def _run_in_shell(self, written: str) -> str:
        last = self.folder.parent / "stands-in"
        script = f'(exit {self.code})\n{written}\ncode=$?\npwd -P > "{last}"\nexit $code\n'
        done = subprocess.run(
            ["bash", "-c", script],
            cwd=self.folder,
            env=self._environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        self.code = done.returncode
        self.folder = Path(last.read_text("utf-8").strip())
        return done.stdout.decode()

    def _environment(self) -> dict[str, str]:
        """Return the variables of a computer with fardplan, on which the forge is a folder."""
        programs = Path(sys.executable).parent
        return {
            **os.environ,
            "HOME": str(self.forge.parent),
            # A file of the reader's own: `git config --global` replaces whatever bears the name.
            "GIT_CONFIG_GLOBAL": str(self.forge.parent / "gitconfig"),
            "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
            "LC_ALL": "C.UTF-8",
            "NO_COLOR": "1",
            "PYTHONUNBUFFERED": "1",  # so that what is said on both streams comes in order
            "GIT_CONFIG_COUNT": "1",
            "GIT_CONFIG_KEY_0": f"url.{self.forge}/.insteadOf",
            "GIT_CONFIG_VALUE_0": FORGE,
        }

    def make(self, change: Change) -> None:
        """Change a file as the page says; the old lines must stand there exactly once."""
        file = self.folder / change.path
        content = file.read_text("utf-8")
        assert content.count(change.old) == 1, f"line {change.line}: {change.path}"
        file.write_text(content.replace(change.old, change.new), "utf-8")

    def write(self, shown: FileShown) -> None:
        """Write a file that the page shows whole."""
        file = self.folder / shown.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(shown.content, "utf-8")


def matches(said: str, shown: str) -> bool:
    """Tell whether the output of a command is what a page shows of it, `…` being anything."""
    lines = [_pattern(line) for line in _plain(shown).split("\n")]
    return re.fullmatch("".join(lines), _plain(said) + "\n") is not None


def _pattern(line: str) -> str:
    if line.strip() == "…":
        return r"(?:.*\n)*?"
    return ".*?".join(re.escape(part) for part in line.split("…")) + r"\n"


def _plain(text: str) -> str:
    """Return a text without what cannot be seen: blanks at the end, blanks that do not break."""
    text = text.replace("\N{NO-BREAK SPACE}", " ")
    return "\n".join(line.rstrip() for line in text.rstrip().split("\n"))
