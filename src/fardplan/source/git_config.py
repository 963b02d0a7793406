"""The settings of one repository on this computer, read and written by git itself."""

from __future__ import annotations

from pathlib import Path

from fardplan.errors import CannotRun
from fardplan.locales.text import Text
from fardplan.source._git_process import Answer, ask_git

NOT_SET = Text(
    "Git kunde inte ändra sina inställningar för arkivet: {reason}",
    "Git could not change its settings for the repository: {reason}",
)
_NOTHING_THERE = 5
"""What `git config` ends with where it is to take away what is not there."""


def set_locally(root: Path, name: str, value: str) -> None:
    """Set a setting in the repository that holds `root`; raises CannotRun where git refuses."""
    _check(ask_git(root, ("config", "--local", "--replace-all", name, value)))


def unset_locally(root: Path, name: str) -> bool:
    """Take a setting away and tell whether it was there; raises CannotRun where git refuses."""
    answer = ask_git(root, ("config", "--local", "--unset-all", name))
    if answer.code != _NOTHING_THERE:
        _check(answer)
    return answer.code == 0


def _check(answer: Answer) -> None:
    if answer.code != 0:
        reason = answer.reason
        raise CannotRun(NOT_SET, reason=reason)


def find_attribute(root: Path, name: str, path: str) -> str:
    """Return what `.gitattributes` says of a path below `root`: a value or `unspecified`."""
    answer = ask_git(root, ("check-attr", "-z", name, "--", path))
    parts = answer.output.split(b"\0")
    return parts[2].decode("utf-8", "replace") if len(parts) > 2 else "unspecified"
