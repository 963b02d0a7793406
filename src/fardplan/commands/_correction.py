"""The questions about a correction: what was wrong, who mended it, and when."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from fardplan.commands._ask import Interview
from fardplan.commands._options import Session
from fardplan.commands._questions import Question, about_field
from fardplan.commands._usage import WrongUsage
from fardplan.locales import releasing as say
from fardplan.locales.text import Text
from fardplan.model.answers import read_answer
from fardplan.model.refusal import Refused
from fardplan.model.steering import Correction
from fardplan.model.time import FuzzyTime

if TYPE_CHECKING:
    from fardplan.pipeline.correction_entry import Proposal

SAID = Text("{said}", "{said}")


class Told(NamedTuple):
    """What the options say of a correction; None where an option is not given."""

    what: str | None
    by: str | None
    date: str | None

    @property
    def options(self) -> tuple[str, ...]:
        """The options that are given."""
        named = {"--what": self.what, "--by": self.by, "--date": self.date}
        return tuple(option for option, value in named.items() if value is not None)


def enter(
    session: Session, roadmap: str, proposal: Proposal, told: Told, *, ask: bool, dry_run: bool
) -> bool:
    """Write what the correction lacks, as it is told or answered; return whether that was done.

    Nothing is written where nobody can be asked and no option says anything. Raises WrongUsage
    where an option's value is wrong, or only some of what is needed is told.
    """
    interview = Interview(session, ask=ask)
    if not (interview.asks or told.options):
        return False
    if interview.asks:
        interview.tell(say.LACKING, file=proposal.file, base=proposal.base)
    today = date.today()  # noqa: DTZ011 - the user's own day is meant
    what = interview.answer(_what(), told.what)
    by = interview.answer(_by(proposal.by), told.by)
    when = interview.answer(_when(today), told.date)
    interview.finish()
    if dry_run:
        session.note(say.WOULD_ENTER, file=proposal.file)
        return True
    proposal.write(when or today.isoformat(), what or "", by or "")
    entered = say.ENTERED if proposal.version is None else say.ENTERED_AS
    session.note(entered, file=proposal.file, version=proposal.version or "")
    summary = say.SUMMARY.say(session.lang, base=proposal.base)
    values = {"roadmap": roadmap, "summary": summary, "paths": "fardplan* roadmaps"}
    then = say.THEN_COMMIT.say(session.lang, **values)
    for line in then.splitlines():
        session.note(SAID, said=line)
    return True


def check(told: Told, *, correction: bool) -> None:
    """Raise WrongUsage where options say what is corrected in what is no correction."""
    if told.options and not correction:
        raise WrongUsage(say.ONLY_CORRECTION, option=told.options[0])


def _what() -> Question:
    return about_field(Correction, "what", "--what", say.ASK_WHAT, say.ABOUT_WHAT)


def _by(default: str) -> Question:
    return about_field(Correction, "by", "--by", say.ASK_BY, say.ABOUT_BY, default=default)


def _when(today: date) -> Question:
    def read(written: str) -> str:
        read_answer(Correction, "date", written)
        when = FuzzyTime.parse(written)
        if when.start is not None and when.start > today:
            raise Refused(say.FUTURE, {"date": when})
        return written

    return about_field(
        Correction, "date", "--date", say.ASK_DATE, say.ABOUT_DATE, read=read,
        default=today.isoformat(),
    )  # fmt: skip
