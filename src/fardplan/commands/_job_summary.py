"""The summary of a job in GitHub Actions: a file that the runner names and shows as a page."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from fardplan.commands._options import Session
from fardplan.errors import CannotRun
from fardplan.locales.text import Text
from fardplan.source.output import append_file, measure_file

if TYPE_CHECKING:
    from fardplan.formats._base import Paper, Verdict

WITHOUT_SUMMARY = Text(
    "Jobbets sammanfattning blev inte skriven. {reason}",
    "The summary of the job was not written. {reason}",
)


def add_job_summary(session: Session, verdict: Verdict, paper: Paper, sentence: str) -> None:
    """Append all findings to the file in `GITHUB_STEP_SUMMARY`, if there is one.

    A file that cannot be written is told of on stderr and changes nothing else: the findings are
    out already.
    """
    from fardplan.formats import _job_summary

    named = os.environ.get("GITHUB_STEP_SUMMARY")
    if not named:
        return
    file = Path(named)
    room = _job_summary.LIMIT - measure_file(file)
    text = _job_summary.write(verdict, paper, sentence, room, _find_blob())
    try:
        append_file(file, text.encode(errors="backslashreplace"))
    except CannotRun as error:
        session.note(WITHOUT_SUMMARY, reason=error.say(session.lang))


def _find_blob() -> str:
    """Return the address that the paths of files follow in this run's state, if it is known."""
    parts = [os.environ.get(f"GITHUB_{name}") for name in ("SERVER_URL", "REPOSITORY", "SHA")]
    server, repository, commit = parts
    return f"{server}/{repository}/blob/{commit}" if all(parts) else ""
