"""How the shells ask for suggestions: Typer's own protocol and scripts, in both languages."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable, Mapping
from typing import Any

# Typer shows these classes nowhere else (hence typer<0.29).
from typer._click.shell_completion import CompletionItem, ShellComplete
from typer._completion_classes import (
    BashComplete,
    FishComplete,
    PowerShellComplete,
    ZshComplete,
)

from fardplan.commands._help import Group
from fardplan.commands._language import choose_language
from fardplan.commands._options import Session

VARIABLE = "_FARDPLAN_COMPLETE"
"""The environment variable by which a shell asks."""


class _Zsh(ZshComplete):
    def format_completion(self, item: CompletionItem) -> str:
        """Return a word with its explanation, as zsh takes them."""
        about = (item.help or "").replace(":", r"\\:")
        return f'"{item.value}":"{about}"' if about else f'"{item.value}"'


class _Fish(FishComplete):
    def format_completion(self, item: CompletionItem) -> str:
        """Return a word with its explanation, as fish takes them."""
        return f"{item.value}\t{item.help}" if item.help else str(item.value)


class _PowerShell(PowerShellComplete):
    def format_completion(self, item: CompletionItem) -> str:
        """Return a word with its explanation, as PowerShell takes them."""
        return f"{item.value}:::{item.help or ' '}"


SHELLS: Mapping[str, type[ShellComplete]] = {
    "bash": BashComplete,
    "zsh": _Zsh,
    "fish": _Fish,
    "powershell": _PowerShell,
}


def answer_shell(program: Group, instruction: str, write: Callable[[str], Any]) -> int:
    """Write what can come next on the line that a shell holds, and return the exit code.

    `instruction` is `complete_bash` or the like. Nothing else is written, whatever happens.
    """
    action, _, shell = instruction.partition("_")
    kind = SHELLS.get(shell)
    if action != "complete" or kind is None:
        return 1
    session = Session(choose_language({}))
    try:
        with contextlib.redirect_stderr(io.StringIO()), contextlib.redirect_stdout(io.StringIO()):
            found = kind(program, {"obj": session}, "fardplan", VARIABLE).complete()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    except Exception:  # noqa: BLE001 - a Tab must never disturb what is being written
        return 1
    write(found + "\n")
    return 0
