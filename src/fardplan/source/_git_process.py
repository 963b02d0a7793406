"""Child processes of git: found once, started in a clean environment, and read as bytes.

Plain `git` beats every binding once the import is counted, and reads what the bindings do not
(SHA-256 repositories, new reference formats). What a repository's own configuration could make git
run (monitors, hooks, external diffs, filters on output, signature checks) is turned off here, once
for every call. What a partial clone lacks is fetched only where the repository does not say which
programs are to be run for that (`_git_trust`).
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from fardplan.errors import CannotRun
from fardplan.locales.text import Saying, Text
from fardplan.source._git_trust import LIST_SETTINGS, pick_fetch_programs, read_own

GIT_FAILED = Text(
    "Git kunde inte läsa arkivet i {folder}: {reason}",
    "Git could not read the repository in {folder}: {reason}",
)
SILENT = Text("felkod {code}", "exit code {code}")
GIT_MISSING = Text(
    "Mappen {folder} ligger i git, men programmet git finns inte på datorn. "
    "Installera det från git-scm.com och försök igen.",
    "The folder {folder} is in git, but the program git is not on this computer. "
    "Install it from git-scm.com and try again.",
)

# What a hook hands down to the commands it runs and what would make git look elsewhere than in
# the folder asked for, or read paths in another way. Configuration (GIT_CONFIG_*) is the user's
# own choice and stays, since CI systems declare safe directories with it.
_SCRUBBED = frozenset(
    {
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_ASKPASS",
        "GIT_ATTR_SOURCE",
        "GIT_COMMON_DIR",
        "GIT_CONFIG",
        "GIT_DEFAULT_HASH",
        "GIT_DIFF_OPTS",
        "GIT_DIR",
        "GIT_EXTERNAL_DIFF",
        "GIT_GLOB_PATHSPECS",
        "GIT_GRAFT_FILE",
        "GIT_ICASE_PATHSPECS",
        "GIT_IMPLICIT_WORK_TREE",
        "GIT_INDEX_FILE",
        "GIT_INDEX_VERSION",
        "GIT_INTERNAL_SUPER_PREFIX",
        "GIT_LITERAL_PATHSPECS",
        "GIT_NAMESPACE",
        "GIT_NOGLOB_PATHSPECS",
        "GIT_NO_REPLACE_OBJECTS",
        "GIT_OBJECT_DIRECTORY",
        "GIT_PREFIX",
        "GIT_QUARANTINE_PATH",
        "GIT_REPLACE_REF_BASE",
        "GIT_SHALLOW_FILE",
        "GIT_WORK_TREE",
        "LANGUAGE",
        "SSH_ASKPASS",
    }
)
_ADDED = {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_PAGER": "cat"}
_NOT_FETCHING = {"GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none"}
"""What keeps git, an older one too, from fetching what a partial clone lacks."""
_LACKS = re.compile(r"from promisor remote|lazy fetching disabled")
_OPTIONS = (
    "--no-pager",
    "--no-optional-locks",
    *("-c", "core.fsmonitor=false"),
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "core.quotePath=false"),
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What one run of git gave: its exit code, its output and what it complained about."""

    code: int
    output: bytes
    complaint: str

    @property
    def reason(self) -> str | Saying:
        """Git's own words in one line, without its "fatal: ", else the exit code."""
        lines = [line for line in self.complaint.splitlines() if line.strip()]
        return lines[0].removeprefix("fatal: ") if lines else Saying(SILENT, {"code": self.code})


@cache
def find_git() -> str | None:
    """Return the full path of the program git, or None.

    Only absolute folders of PATH are looked in: on Windows an ordinary search begins in the current
    folder, where a repository from elsewhere could hold a program called git.
    """
    name = "git.exe" if os.name == "nt" else "git"
    for folder in os.get_exec_path():
        program = Path(folder, name)
        if program.is_absolute() and program.is_file() and os.access(program, os.X_OK):
            return str(program)
    return None


def compose_command(folder: Path, arguments: Iterable[str]) -> list[str]:
    """Return the command line of a hardened git; raise CannotRun where there is no git."""
    program = find_git()
    if program is None:
        raise CannotRun(GIT_MISSING, folder=folder)
    return [program, *_OPTIONS, *arguments]


def compose_environment(
    extra: Mapping[str, str] = MappingProxyType({}), *, fetching: bool = False
) -> dict[str, str]:
    """Return this process's environment without what redirects git, and with fixed language."""
    kept = {name: value for name, value in os.environ.items() if name not in _SCRUBBED}
    return {**kept, **_ADDED, **({} if fetching else _NOT_FETCHING), **extra}


def ask_git(folder: Path, arguments: Sequence[str], **environment: str) -> Answer:
    """Run git in `folder` until it ends, and return what it said whatever its exit code."""
    answer = _run(folder, arguments, compose_environment(environment))
    if answer.code != 0 and _LACKS.search(answer.complaint) and not list_fetch_programs(folder):
        answer = _run(folder, arguments, compose_environment(environment, fetching=True))
    return answer


def _run(folder: Path, arguments: Sequence[str], environment: dict[str, str]) -> Answer:
    done = subprocess.run(
        compose_command(folder, arguments),
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    return Answer(done.returncode, done.stdout, done.stderr.decode("utf-8", "replace"))


def run_git(folder: Path, *arguments: str, **environment: str) -> bytes:
    """Run git in `folder` and return its output; raise CannotRun with git's words if it fails."""
    answer = ask_git(folder, arguments, **environment)
    if answer.code != 0:
        raise CannotRun(GIT_FAILED, folder=folder, reason=answer.reason)
    return answer.output


def list_own_settings(folder: Path) -> tuple[str, ...]:
    """Return the names of the settings that the repository has beside those of the user."""
    return read_own(ask_git(folder, LIST_SETTINGS).output)


def list_fetch_programs(folder: Path) -> tuple[str, ...]:
    """Return the repository's own settings that name what git runs to fetch something."""
    return pick_fetch_programs(list_own_settings(folder))


def is_partial(folder: Path) -> bool:
    """Tell whether a clone fetches contents only when they are asked for."""
    return ask_git(folder, ("config", "--get-regexp", r"^remote\..*\.promisor$")).code == 0


def decode_path(path: bytes) -> str:
    """Return a path of git as text, with bytes that are no UTF-8 kept as surrogates."""
    return path.decode("utf-8", "surrogateescape")
