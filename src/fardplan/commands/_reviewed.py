"""The questions about a review: by which role, and what it led to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from fardplan.commands._ask import Interview
from fardplan.commands._questions import Question, about_field
from fardplan.locales import reviewing as say
from fardplan.locales.text import Text
from fardplan.model.answers import read_answer
from fardplan.model.links import Link
from fardplan.pipeline.reviewing import Candidate, Given, refuse_future


class Told(NamedTuple):
    """What the options say; None where an option is not given."""

    by: str | None
    outcome: str | None
    date: str | None


def collect(interview: Interview, chosen: Sequence[Candidate], told: Told) -> Given:
    """Return when, by which role and to what end: what is told, and the answers to what is not.

    The day is today unless told, and the role as last time. What led to something last time has to
    say what it led to now. Raises WrongUsage where an option's value is wrong.
    """
    today = date.today()  # noqa: DTZ011 - the user's own day is meant
    before = [one.review.written for one in chosen]
    role = next((one.reviewed_by for one in before if one.reviewed_by), "")
    when = interview.answer(_date(today), told.date or today.isoformat())
    by = interview.answer(_role(role), told.by)
    outcome = interview.answer(_outcome(any(one.outcome for one in before)), told.outcome)
    interview.finish()
    return Given(when or today.isoformat(), by, outcome)


def _date(today: date) -> Question:
    def read(written: str) -> str:
        read_answer(Link, "reviewed_on", written)
        refuse_future(written, today)
        return written

    about = Text("När avstämningen gjordes.", "When the review was made.")
    return about_field(Link, "reviewed_on", "--date", say.WHEN, about, read=read)


def _role(default: str) -> Question:
    about = Text(
        "Rollen som gjorde avstämningen, aldrig ett personnamn.",
        "The role that made the review, never a person's name.",
    )
    return about_field(Link, "reviewed_by", "--by", say.WHO, about, default=default, required=False)


def _outcome(required: bool) -> Question:
    about = Text("Vad avstämningen ledde till.", "What the review led to.")
    return about_field(Link, "outcome", "--outcome", say.OUTCOME, about, required=required)
