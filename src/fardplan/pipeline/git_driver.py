"""Fardplan as the program with which git shows and merges changes in the files of roadmaps.

To show them git knows two ways. `diff.fardplan.command` is asked by `git diff` alone and gets both
states of a file with its path: it tells the changes. `diff.fardplan.textconv` is asked by
`git log -p`, `git show` and `git blame` too and gets one state at a time: it tells what the file
says, and git compares that. `merge.fardplan.driver` gets three versions of a file. All are settings
of a clone, which no repository can bring along.
"""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

from fardplan.errors import CannotRun
from fardplan.locales.text import Text
from fardplan.model.paths import CONTENT
from fardplan.source.git import Repository
from fardplan.source.git_config import find_attribute, set_locally, unset_locally

NO_REPOSITORY = Text(
    "Mappen {folder} ligger inte i git. Gör den till ett arkiv först: git init",
    "The folder {folder} is not in git. Make it a repository first: git init",
)

DRIVER = "fardplan"
ATTRIBUTES = f"{CONTENT}/**/*.yaml diff={DRIVER} merge={DRIVER}"
"""The line of `.gitattributes` that names the files."""

COMMAND, TEXTCONV = f"diff.{DRIVER}.command", f"diff.{DRIVER}.textconv"
MERGE_NAME, MERGE = f"merge.{DRIVER}.name", f"merge.{DRIVER}.driver"
SETTINGS = (COMMAND, TEXTCONV, MERGE_NAME, MERGE)
_PLAIN_DIFF = "git --no-pager diff --no-index --no-ext-diff --no-textconv -- "
_PLAIN_MERGE = "git merge-file -L HEAD -L base -L MERGE_HEAD --marker-size="


def set_up(root: Path) -> bool:
    """Let git ask fardplan; tell whether the attributes name the files of roadmaps already.

    Raises CannotRun where there is no repository, or git refuses.
    """
    _need_repository(root)
    for name, value in write_settings().items():
        set_locally(root, name, value)
    file = f"{CONTENT}/a/goals/b.yaml"
    return {find_attribute(root, name, file) for name in ("diff", "merge")} == {DRIVER}


def undo(root: Path) -> bool:
    """Let git show changes by itself again; tell whether it did not already."""
    _need_repository(root)
    return sum(unset_locally(root, name) for name in SETTINGS) > 0


def write_settings(python: str = sys.executable) -> dict[str, str]:
    """Return the settings by name.

    Git ends with an error where a program fails or is gone, as when Python has been updated. So
    that nobody is left without `git diff`, git's own lines are shown then. Git's own merge follows
    where fields clash too. `-P` keeps Python from running what lies in the repository.
    """
    program = shlex.quote(Path(python).as_posix())
    run = f"test -x {program} && {program} -P -m fardplan"
    diff = f'{run} git-diff -- "$@" || {_PLAIN_DIFF}"$2" "$5"; true'
    text = f'{run} git-textconv -- "$1" || cat "$1"'
    merge = f'{run} git-merge -- "$1" "$2" "$3" || {_PLAIN_MERGE}"$4" -- "$2" "$1" "$3"'
    return {
        COMMAND: f"f() {{ {diff}; }}; f",
        TEXTCONV: f"f() {{ {text}; }}; f",
        MERGE_NAME: "fardplan",
        MERGE: f"f() {{ {merge}; }}; f %O %A %B %L",
    }


def _need_repository(root: Path) -> None:
    repository = Repository.open(root)
    if repository is None:
        raise CannotRun(NO_REPOSITORY, folder=root)
    repository.close()
