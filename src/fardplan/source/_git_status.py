"""What in the working tree is not in the last commit, as `git status` tells it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from fardplan.locales.text import Text
from fardplan.source._git_process import decode_path, list_own_settings, run_git
from fardplan.source._git_trust import silence_filters

NEW = Text("ny fil, inte tillagd", "new file, not added")
CHANGED = Text("ändrad, inte tillagd", "changed, not added")
GONE = Text("borttagen, men inte ur git", "deleted, but not from git")
ADDED = Text("tillagd, inte incheckad", "added, not committed")
REMOVED = Text("borttagen, inte incheckad", "removed, not committed")
IGNORED = Text(
    "finns bara på den här datorn: git är inställt att hoppa över filen (.gitignore)",
    "only on this computer: git is set to pass over the file (.gitignore)",
)
IN_CONFLICT = Text(
    "har två versioner från en sammanslagning som inte är klar",
    "has two versions from a merge that is not finished",
)

_STATUS = (
    *("status", "--porcelain=v1", "-z", "--no-renames"),
    *("--untracked-files=all", "--ignored=traditional", "--ignore-submodules=dirty"),
)
_CONFLICTS = frozenset({"DD", "AU", "UD", "UA", "DU", "AA", "UU"})
_IN_FILES = {"?": NEW, "!": IGNORED, "A": NEW, "D": GONE}
_IN_INDEX = {"D": REMOVED}


@dataclass(frozen=True, slots=True, order=True)
class Unsaved:
    """A file that the last commit does not hold as it is now, and how far it has come."""

    path: str
    how: Text
    ignored: bool = False


def list_unsaved(folder: Path, prefix: str, paths: Sequence[str]) -> Iterator[Unsaved]:
    """Yield what is not saved of some files and folders; all paths are relative to the root."""
    specs = (f":(top,literal){prefix}{path}" for path in paths)
    # The filters of the user's own settings run, as in every `git status`: only with them does git
    # know whether a file is the same as the one it keeps.
    own = silence_filters(list_own_settings(folder))
    output = run_git(folder, *own, *_STATUS, "--", *specs)
    for entry in decode_path(output).split("\0"):
        if entry:
            state, path = entry[:2], entry[3:].removeprefix(prefix)
            yield Unsaved(path, _say(state), ignored=state == "!!")


def _say(state: str) -> Text:
    """Return in words what git's two letters mean: the index against HEAD, the file against it."""
    if state in _CONFLICTS:
        return IN_CONFLICT
    index, file = state[0], state[1]
    return _IN_INDEX.get(index, ADDED) if file == " " else _IN_FILES.get(file, CHANGED)
