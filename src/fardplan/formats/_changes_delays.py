"""What is put off, in a clause: how many things, how much, and for how many years already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from fardplan.changes._base import Change, Level
from fardplan.changes._repeated import YEARS, slips
from fardplan.changes._values import EntityRef
from fardplan.formats._changes_counts import say_number
from fardplan.locales import changes as words
from fardplan.locales import comparison as overall
from fardplan.locales.kinds import KINDS
from fardplan.locales.text import Lang, join


def say_delays(changes: Iterable[Change], lang: Lang, *, short: bool = False) -> str:
    """Return the clause on what is put off, "" where nothing is.

    An activity with its milestones counts as one; with `short`, activities are spoken of already.
    """
    late = [change for change in changes if is_told(change)]
    owners = list(dict.fromkeys(map(owner_of, late)))
    if not owners:
        return ""
    only = short and all(owner.kind == "activity" for owner in owners)
    what = say_number(len(owners), lang) if only else _say_owners(owners, lang)
    if lang == "en":
        what = overall.IS_WERE[len(owners) > 1].say(lang, what=what)
    size = say_size(max(late, key=_size_of), lang)
    text = overall.PUT_OFF_BY if len(owners) == 1 else overall.PUT_OFF_BY_MOST
    said = (text if size else overall.PUT_OFF).say(lang, what=what, size=size)
    return ", ".join([said, *_say_again(late, owners, lang)])


def is_told(change: Change) -> bool:
    """Tell whether a slip is more than a matter of background."""
    return slips(change) and change.level is not Level.EDITORIAL


def say_size(change: Change, lang: Lang) -> str:
    """Return how much later (or earlier) something is, "" where that cannot be measured."""
    for key, forms in (("months", words.MONTHS), ("days", words.DAYS)):
        number = change.details.get(key)
        if isinstance(number, int) and number:
            return forms[number != 1].say(lang, n=number)
    return ""


def say_year(years: int, lang: Lang) -> str:
    """Return "för tredje året"."""
    named = overall.NTH.say(lang).split()
    known = 1 <= years <= len(named)
    nth = named[years - 1] if known else overall.NTH_IN_DIGITS.say(lang, n=years)
    return overall.AGAIN.say(lang, nth=nth)


def years_of(change: Change) -> int:
    """Return in how many years a time has slipped, 0 where that is not known to be several."""
    years = change.details.get(YEARS)
    return years if isinstance(years, int) else 0


def _say_again(late: Sequence[Change], owners: Sequence[EntityRef], lang: Lang) -> Iterator[str]:
    again = {owner_of(change) for change in late if years_of(change)}
    if again and len(owners) == 1:
        yield say_year(max(map(years_of, late)), lang)
    elif again:
        yield overall.SOME_AGAIN.say(lang, n=say_number(len(again), lang))


def _say_owners(owners: Sequence[EntityRef], lang: Lang) -> str:
    """Return what is put off, by kind: "tre aktiviteter och ett löfte"."""
    counted = Counter(owner.kind if owner.kind in KINDS else "roadmap" for owner in owners)
    return join([_say_kind(kind, number, lang) for kind, number in counted.items()], lang)


def _say_kind(kind: str, number: int, lang: Lang) -> str:
    count = say_number(number, lang)
    if kind == "roadmap":
        return overall.A_TIME[number > 1].say(lang, n=count)
    noun = KINDS[kind]
    return f"{count} {(noun.many if number > 1 else noun.one).say(lang)}"


def owner_of(change: Change) -> EntityRef:
    """Return what a change counts for: the activity of a milestone, else what has changed."""
    within = change.details.get("within")
    return within if isinstance(within, EntityRef) else change.entity


def _size_of(change: Change) -> tuple[int, int]:
    sizes = (change.details.get(key) for key in ("months", "days"))
    months, days = (size if isinstance(size, int) else 0 for size in sizes)
    return months, days
