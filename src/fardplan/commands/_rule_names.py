"""The names of rules that a user gives, checked before anything is judged."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from fardplan.commands._usage import WrongUsage
from fardplan.locales.text import Text

UNKNOWN_RULE = Text(
    "Det finns ingen regel som heter ”{name}”. Visa alla: fardplan rules",
    "There is no rule called “{name}”. Show all: fardplan rules",
)
DID_YOU_MEAN = Text(
    "Det finns ingen regel som heter ”{name}”. Menade du {near}?",
    "There is no rule called “{name}”. Did you mean {near}?",
)


def split_names(written: Iterable[str] | None) -> tuple[str, ...]:
    """Return the names of rules given one by one or joined by commas.

    Raises WrongUsage for a name that no rule has.
    """
    names = [part.strip() for group in written or () for part in group.split(",")]
    named = tuple(name for name in names if name)
    for name in named:
        check_name(name)
    return named


def check_name(name: str) -> None:
    """Raise WrongUsage unless there is a rule of that name."""
    from fardplan.rules._registry import RULES

    known = [rule.name for rule in RULES]
    if name in known:
        return
    near = get_close_matches(name, known, n=1)
    if near:
        raise WrongUsage(DID_YOU_MEAN, name=name, near=near[0])
    raise WrongUsage(UNKNOWN_RULE, name=name)
