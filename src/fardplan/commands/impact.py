"""`fardplan impact`: who else must act on what has changed in a roadmap."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from fardplan.commands._exit import ExitCode
from fardplan.commands._options import FORMAT, OutputFile, RoadmapId, session_of
from fardplan.commands._output import columns, emit, is_screen
from fardplan.commands.diff import TAKEN, New, Old
from fardplan.locales.commands import both

DETAILS = both(
    """För varje område, mål och aktivitet som hänvisar till något ändrat visas ändringen, hur
    allvarlig den är och vad ni kan göra. Sist står nya mål som ingen hänvisar till ännu. De andra
    färdplanerna läses som de är nu. Godkänn sedan med fardplan review.""",
    """For every area, goal and activity that refers to something changed, the change is shown, how
    grave it is and what you can do. New goals that nobody refers to yet come last. The other
    roadmaps are read as they are now. Then approve with fardplan review.""",
)


class Format(StrEnum):
    """How the consequences are written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


def impact(
    ctx: typer.Context,
    roadmap: RoadmapId,
    old: Old,
    new: New = ".",
    output_format: Annotated[Format, FORMAT] = Format.TEXT,
    output: OutputFile = None,
    exit_code: Annotated[
        bool,
        typer.Option(
            "--exit-code",
            help=both(
                "Avsluta med 1 om någon behöver göra något.",
                "End with 1 if anyone needs to do anything.",
            ),
        ),
    ] = False,
) -> int:
    """Compare the two versions, find whom the changes concern, and write it."""
    from fardplan.formats._page import Page
    from fardplan.formats._registry import IMPACT
    from fardplan.pipeline.impact import trace_changes

    session = session_of(ctx)
    traced = trace_changes(session.root, roadmap, old, new)
    lang = session.lang
    session.detail(TAKEN, old=traced.old.explain(lang), new=traced.new.explain(lang))
    color = is_screen(output) and session.use_color(sys.stdout)
    page = Page(lang, color=color, width=columns(output))
    emit(IMPACT[output_format](traced.consequences, page), output)
    unknown = traced.consequences.comparison.newly_unread
    to_do = traced.consequences.needs_action or unknown
    return ExitCode.FOUND if exit_code and to_do else ExitCode.OK
