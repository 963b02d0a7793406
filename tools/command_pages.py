"""The page on the commands, as the program itself explains them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from unittest.mock import patch

import typer
from typer.core import TyperGroup
from typer.testing import CliRunner

from fardplan.cli import app

_WIDTH = "88"

_OPENING = """\
# Kommandon

Så förklarar programmet sina kommandon. Samma text visas av `fardplan KOMMANDO --help`, och på
engelska av `fardplan --lang en KOMMANDO --help`.

Flaggorna för hela programmet, som `-C` och `--lang`, står före kommandot. Alla flaggor kan också
ges som miljövariabler: `FARDPLAN_LANG=en` för hela programmet, `FARDPLAN_VALIDATE_FAIL_ON=warning`
för ett kommando.

| slutkod | betyder |
|--:|---|
| 0 | Inget att anmärka. |
| 1 | Det finns fynd på den nivå som hindrar, ändringar, eller filer som behöver läggas om. |
| 2 | Kommandot är felskrivet. |
| 3 | Kommandot går inte att köra. En rad säger vad som behövs. |
| 70 | Det är fel på fardplan. En rad säger var du anmäler det. |
"""


def write_command_pages() -> Mapping[str, str]:
    """Return the page on all commands, by its path in docs/."""
    sections = (
        f"\n## fardplan {' '.join(words)}".rstrip() + f"\n\n```text\n{_help(words)}```\n"
        for words in _commands(typer.main.get_command(app))
    )
    return {"commands.md": _OPENING + "".join(sections)}


def _commands(command: object, words: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the words that call each command, a group before what is in it."""
    yield words
    if isinstance(command, TyperGroup):
        for name, inner in command.commands.items():
            if not inner.hidden:
                yield from _commands(inner, (*words, name))


def _help(words: tuple[str, ...]) -> str:
    """Return what the program says of one command; no setting of the computer changes it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("FARDPLAN_")}
    with patch.dict(os.environ, {**kept, "COLUMNS": _WIDTH, "NO_COLOR": "1"}, clear=True):
        result = CliRunner().invoke(app, ["--lang", "sv", *words, "--help"])
    if result.exit_code:
        raise RuntimeError(result.output)
    return result.stdout
