"""`fardplan new`: the group of its commands."""

from __future__ import annotations

import typer

from fardplan.commands._help import Command, Group
from fardplan.commands._usage import WrongUsage
from fardplan.commands.new import activity, area, goal, indicator, projektplan, report, roadmap
from fardplan.locales import commands as words
from fardplan.locales.commands import both

DETAILS = both(
    """Kommandona frågar på vanlig svenska, eller tar svaren som flaggor.""",
    """The commands ask in plain words, or take the answers as options.""",
)

app = typer.Typer(
    cls=Group,
    help=DETAILS,
    rich_markup_mode=None,
    no_args_is_help=True,
    invoke_without_command=True,
)


@app.callback()
def start(ctx: typer.Context) -> None:
    """Refuse to go on without a command."""
    if ctx.invoked_subcommand is None:
        raise WrongUsage(words.MISSING_COMMAND)


# One line a command, in the order of the help page.
app.command("projektplan", cls=Command, help=projektplan.HELP)(projektplan.projektplan)
app.command("activity", cls=Command, help=activity.HELP)(activity.activity)
app.command("goal", cls=Command, help=goal.HELP)(goal.goal)
app.command("area", cls=Command, help=area.HELP)(area.area)
app.command("indicator", cls=Command, help=indicator.HELP)(indicator.indicator)
app.command("report", cls=Command, help=report.HELP)(report.report)
app.command("roadmap", cls=Command, help=roadmap.HELP)(roadmap.roadmap)
