"""Real git repositories for tests, the same to the byte every time.

`start_history` is a fixture; `tests/conftest.py` may import it for the other folders of tests.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

Files = Mapping[str, str | bytes | None]
StartHistory = Callable[..., "History"]

_FIRST = datetime(2021, 1, 1, 12, tzinfo=UTC)
_ISOLATED = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
_VERSION = re.compile(r"""^version:\s*["']?([0-9.]+)""", re.MULTILINE)


@dataclass
class History:
    """A repository in the making: each commit is a day later than the one before."""

    root: Path
    day: int = 0

    def git(self, *arguments: str) -> str:
        """Run git in the repository, untouched by the computer's settings, and return its output."""
        moment = (_FIRST + timedelta(days=self.day)).isoformat()
        who = {"NAME": "Redaktionen", "EMAIL": "redaktionen@example.org", "DATE": moment}
        people = {f"GIT_{role}_{k}": v for role in ("AUTHOR", "COMMITTER") for k, v in who.items()}
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.root,
            env={**kept, **_ISOLATED, **people, "LC_ALL": "C"},
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode().strip()

    def write(self, files: Files) -> None:
        """Write files by path; None takes one away."""
        for path, content in files.items():
            file = self.root / path
            if content is None:
                file.unlink()
                continue
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode() if isinstance(content, str) else content)

    def commit(self, files: Files, message: str = "Ändra") -> str:
        """Write files and commit everything; return the commit's id."""
        self.write(files)
        self.git("add", "--all")
        self.day += 1
        self.git("commit", "--quiet", "--allow-empty", "-m", message)
        return self.git("rev-parse", "HEAD")

    def merge(self, branch: str) -> str:
        """Merge a branch with a merge commit; return the commit's id."""
        self.day += 1
        self.git("merge", "--quiet", "--no-ff", "-m", f"Slå ihop {branch}", branch)
        return self.git("rev-parse", "HEAD")

    def tag(self, name: str, *, annotated: bool = True, at: str = "HEAD") -> None:
        """Make a tag."""
        self.git("tag", *(("-a", "-m", f"Version {name}") if annotated else ()), name, at)

    def build(self, versions: Mapping[str, Files], *, tags: bool = False) -> dict[str, str]:
        """Make one commit a version, with exactly its files; return the commits by version.

        With `tags`, the version's name becomes an annotated tag.
        """
        commits = {}
        for name, files in versions.items():
            self.clear()
            commits[name] = self.commit(files, f"Version {name}")
            if tags:
                self.tag(name)
        return commits

    def build_from(self, folders: Path) -> dict[str, str]:
        """Make one commit a folder `ROADMAP/VERSION/` of `folders`, in order of version.

        Each replaces `roadmaps/ROADMAP/`, and a version that its roadmap.yaml names is tagged
        `ROADMAP/<that version>`. Returns the commits by `ROADMAP/VERSION`.
        """
        found = [path for path in folders.glob("*/*") if path.is_dir()]
        commits = {}
        for folder in sorted(found, key=lambda path: (path.name, path.parent.name)):
            roadmap = folder.parent.name
            target = self.root / "roadmaps" / roadmap
            shutil.rmtree(target, ignore_errors=True)
            shutil.copytree(folder, target)
            name = f"{roadmap}/{folder.name}"
            commits[name] = self.commit({}, f"Version {name}")
            version = _VERSION.search((target / "roadmap.yaml").read_text(encoding="utf-8"))
            if version:
                self.tag(f"{roadmap}/{version[1]}")
        return commits

    def clear(self) -> None:
        """Take away all files, but not git's own."""
        for path in self.root.iterdir():
            if path.name == ".git":
                continue
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()


@pytest.fixture
def start_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StartHistory:
    """Return a function that starts an empty repository in a folder of the test's own.

    fardplan's own git is kept from the computer's settings for the length of the test.
    """
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name, value in _ISOLATED.items():
        monkeypatch.setenv(name, value)

    def start(name: str = "arkiv", *options: str) -> History:
        history = History(tmp_path / name)
        history.root.mkdir(parents=True)
        history.git("init", "--quiet", "--initial-branch=main", *options)
        return history

    return start


def roadmap(year: int | None = None, version: str | None = None, **more: str | None) -> str:
    """Return a roadmap.yaml with a year, a version and other keys."""
    keys = {"format": "1", "title": "Färdplan", "year": year, "version": version, **more}
    return "".join(f"{key}: {value}\n" for key, value in keys.items() if value is not None)
