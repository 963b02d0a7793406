"""What a repository's own settings could make git run, where that hangs on the settings.

A clone brings no settings, but a folder that was copied from elsewhere does. What can be turned off
for every call is turned off in `_git_process`; this is the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_RUNS_TO_FETCH = re.compile(
    r"core\.(?:sshcommand|gitproxy|askpass|alternaterefscommand)|credential\..*"
    r"|remote\..*\.(?:uploadpack|vcs)|protocol\..*",
    re.DOTALL,
)
_FILTER = re.compile(r"(filter\..*)\.(?:clean|smudge|process|required)", re.DOTALL)
_FILTER_PARTS = ("clean=", "smudge=", "process=", "required=false")
_OWN = ("local", "worktree")

LIST_SETTINGS = ("config", "--list", "--show-scope", "--name-only", "-z")
"""What git is asked for; its answer is for `read_own`."""


def read_own(settings: bytes) -> tuple[str, ...]:
    """Return the names of the settings that lie in the repository, or in what it includes."""
    fields = settings.decode("utf-8", "replace").split("\0")
    pairs = zip(fields[::2], fields[1::2], strict=False)
    return tuple(sorted({name for scope, name in pairs if scope in _OWN}))


def pick_fetch_programs(names: Iterable[str]) -> tuple[str, ...]:
    """Return those settings that name what git runs to fetch something."""
    return tuple(name for name in names if _RUNS_TO_FETCH.fullmatch(name))


def silence_filters(names: Iterable[str]) -> tuple[str, ...]:
    """Return options for git that turn off the filters among some settings."""
    filters = {found[1] for name in names if (found := _FILTER.fullmatch(name))}
    return tuple(
        part
        for name in sorted(filters)
        for end in _FILTER_PARTS
        for part in ("-c", f"{name}.{end}")
    )
