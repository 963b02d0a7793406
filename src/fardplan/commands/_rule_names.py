"""The names of rules that a user gives, checked before anything is judged."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from fardplan.commands._usage import WrongUsage
from fardplan.errors import CannotRun

if TYPE_CHECKING:
    from fardplan.rules._base import Rule


def split_names(written: Iterable[str] | None) -> tuple[str, ...]:
    """Return the names of rules given one by one or joined by commas.

    Raises WrongUsage for a name that no rule has.
    """
    names = [part.strip() for group in written or () for part in group.split(",")]
    return tuple(named_rule(name).name for name in names if name)


def named_rule(name: str) -> Rule:
    """Return the rule of that name; raises WrongUsage where there is none."""
    from fardplan.pipeline.judging import find_rule

    try:
        return find_rule(name)
    except CannotRun as error:
        raise WrongUsage(error.text, **error.values) from None
