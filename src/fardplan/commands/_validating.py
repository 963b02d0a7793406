"""How `validate` comes to its answer: the one that it gave before, or by judging."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from fardplan.commands._exit import ExitCode
from fardplan.commands._job_summary import add_job_summary
from fardplan.commands._options import Session
from fardplan.commands._output import columns, emit, is_screen
from fardplan.commands._progress import Progress
from fardplan.locales.selection import RULES_LEFT_OUT
from fardplan.locales.text import Text
from fardplan.locales.visible import make_visible
from fardplan.pipeline.answers import Answer, Answers
from fardplan.pipeline.states import Chosen, Selection, open_states
from fardplan.source.cache import open_cache

if TYPE_CHECKING:
    from fardplan.formats._base import Paper, Verdict
    from fardplan.pipeline.validation import Validation
    from fardplan.source.cache import Cache

CHECKING = Text("Kontrollerar", "Checking")
COMPARED = (
    Text(
        "Jämför med incheckning {commit}: 1 fil skiljer sig.",
        "Comparing with commit {commit}: 1 file differs.",
    ),
    Text(
        "Jämför med incheckning {commit}: {n} filer skiljer sig.",
        "Comparing with commit {commit}: {n} files differ.",
    ),
)


@dataclass(frozen=True, slots=True)
class Call:
    """What a user asks for, but for the state to judge."""

    paths: tuple[Path, ...]
    output_format: str
    output: Path | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    fail_on: str
    today: date | None
    show_all: bool

    @property
    def can_be_remembered(self) -> bool:
        """Whether the same call is answered alike, and all of the answer is on the screen.

        JUnit's form says when it was written, and a job on GitHub gets a summary beside it.
        """
        has_summary = self.output_format == "github" and os.environ.get("GITHUB_STEP_SUMMARY")
        return self.output_format != "junit" and not has_summary


def answer(session: Session, call: Call, selection: Selection) -> int:
    """Write the answer, and return the exit code."""
    with (
        open_cache(session.root, wanted=session.remembers) as cache,
        open_states(session.root, selection, cache) as chosen,
    ):
        asked = _describe(session, call, selection)
        answers = Answers(cache, chosen, asked) if call.can_be_remembered else None
        known = answers.recall() if answers else None
        if known:
            _give(session, call, known)
            return known.code
        judged = _judge(session, call, chosen, cache, answers)
        _give(session, call, judged.answer, judged)
        return judged.answer.code


def _describe(session: Session, call: Call, selection: Selection) -> dict[str, object]:
    """Return all that the answer depends on besides files and history, as plain values."""
    return {
        **asdict(call),
        **asdict(selection),
        "places": [os.path.realpath(path) for path in (*call.paths, Path())],
        "day": date.today().isoformat(),  # noqa: DTZ011 - the user's own day is meant
        "lang": session.lang,
        "verbosity": session.verbosity,
        "color": _has_color(session, call),
        "width": columns(call.output),
    }


def _has_color(session: Session, call: Call) -> bool:
    return is_screen(call.output) and session.use_color(sys.stdout)


@dataclass(frozen=True, slots=True)
class _Judged:
    """A new answer, and what it was written from."""

    answer: Answer
    verdict: Verdict
    paper: Paper


def _judge(
    session: Session, call: Call, chosen: Chosen, cache: Cache, answers: Answers | None
) -> _Judged:
    """Judge what is asked for, and remember the answer if it would be the same again."""
    from fardplan.formats._registry import FINDINGS
    from fardplan.formats._summary import summarise
    from fardplan.pipeline.judging import Request
    from fardplan.pipeline.validation import make_paper, validate
    from fardplan.rules._base import Severity

    with Progress(session, CHECKING, threaded=False) as progress:
        asked = (call.paths, call.select, call.ignore, call.today, call.show_all)
        result = validate(chosen, Request(*asked, progress.tell), cache=cache)
    limit = Severity.of(call.fail_on)
    paper = make_paper(
        chosen.state,
        result.settings,
        session.lang,
        limit=limit,
        color=_has_color(session, call),
        width=columns(call.output),
    )
    new = Answer(
        said=tuple(_say_beside(session, chosen, result)),
        product=FINDINGS[call.output_format](result.verdict, paper),
        summary=summarise(result.verdict, session.lang, paid=len(result.paid)),
        code=ExitCode.FOUND if result.reaches(limit) else ExitCode.OK,
    )
    if answers:
        answers.keep(new, asks_history=result.asks_history)
    return _Judged(new, result.verdict, paper)


def _say_beside(session: Session, chosen: Chosen, result: Validation) -> Iterator[str]:
    """Yield what is told of how the findings came about, as far as the user wants to know."""
    if chosen.base and session.verbosity > 0:
        n, commit = len(result.touched), (chosen.base.commit or "")[:10]
        yield COMPARED[n != 1].say(session.lang, n=n, commit=commit)
    if result.left_out and session.verbosity >= 0:
        yield RULES_LEFT_OUT.say(session.lang, rules=result.left_out)


def _give(session: Session, call: Call, known: Answer, judged: _Judged | None = None) -> None:
    """Write an answer, and where it is new what a job on GitHub gets beside it."""
    _write_lines(known.said)
    emit(known.product, call.output)
    if judged and call.output_format == "github":
        add_job_summary(session, judged.verdict, judged.paper, known.summary)
    if session.verbosity >= 0:
        sys.stdout.flush()
        _write_lines((known.summary,))


def _write_lines(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stderr.write(make_visible(line) + "\n")
