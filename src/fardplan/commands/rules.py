"""`fardplan rules` and `fardplan rule`: what is demanded, and why."""

from __future__ import annotations

from typing import Annotated

import typer

from fardplan.commands import _completions
from fardplan.commands._exit import ExitCode
from fardplan.commands._options import OutputFile, session_of
from fardplan.commands._output import columns, emit
from fardplan.commands._rule_names import named_rule
from fardplan.locales.commands import both

RuleName = Annotated[
    str,
    typer.Argument(
        metavar=both("REGEL", "RULE"),
        help=both("Regelns namn, till exempel missing-projektplan.", "The rule's name."),
        autocompletion=_completions.rules,
    ),
]


def rules(ctx: typer.Context, output: OutputFile = None) -> int:
    """Write the name, the severity and the demand of every rule."""
    from fardplan.formats._rows import lay_out
    from fardplan.rules._registry import RULES

    lang = session_of(ctx).lang
    rows = [(one.name, one.severity.say(lang), one.about.say(lang)) for one in RULES]
    emit(lay_out(rows, columns(output)), output)
    return ExitCode.OK


def rule(ctx: typer.Context, name: RuleName, output: OutputFile = None) -> int:
    """Write the manual of one rule."""
    from fardplan.formats._rule_manual import write

    emit(write(named_rule(name), session_of(ctx).lang, columns(output)), output)
    return ExitCode.OK
