"""What a correction may hold: what was wrong is said, and no commitment is another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from fardplan.changes._base import Change, Comparison, Level
from fardplan.locales import releasing as say
from fardplan.locales.text import Lang, Saying
from fardplan.model.edition import Edition
from fardplan.pipeline.numbering import Numbered, Obstacle

_OWN = frozenset({"corrections", "updated", "version", "year"})
"""The keys of roadmap.yaml that a correction is told by, and one that is judged apart."""


@dataclass(frozen=True, slots=True)
class Example:
    """An entry under `corrections`, to be copied."""

    today: date

    def say(self, lang: Lang) -> str:
        """Return the lines of YAML."""
        what, by = say.WHAT_WAS_WRONG.say(lang), say.BY_WHOM.say(lang)
        return f"corrections:\n  - date: {self.today}\n    what: {what}\n    by: {by}"


@dataclass(frozen=True, slots=True)
class Correcting:
    """A release and what shall correct it, with what has changed from one to the other."""

    numbered: Numbered
    base: str
    """The version of the release."""
    released: Edition
    edition: Edition
    comparison: Comparison

    @property
    def too_much(self) -> Comparison | None:
        """The changes that are more than editorial, if there are any."""
        found = tuple(one for one in self.comparison.changes if _is_too_much(one))
        return replace(self.comparison, changes=found) if found else None

    @property
    def is_told(self) -> bool:
        """Whether `corrections` says anything that it did not say in the release."""
        old, new = self.released.roadmap, self.edition.roadmap
        return any(one not in old.corrections for one in new.corrections)

    @property
    def is_of_another_year(self) -> bool:
        """Whether the year has changed too, which takes more than a correction."""
        return self.released.roadmap.year != self.edition.roadmap.year

    def find_obstacles(self, today: date) -> Iterator[Obstacle]:
        """Yield what keeps this from being a correction."""
        file, numbered = self.numbered.file, self.numbered
        old, new = self.released.roadmap, self.edition.roadmap
        if not self.is_told:
            yield Obstacle(
                Saying(say.NO_CORRECTIONS, {"file": file, "base": self.base}),
                advice=Saying(say.ADD_CORRECTIONS, {"example": Example(today)}),
            )
        if self.is_of_another_year:
            values = {"base": self.base, "version": numbered.version}
            years = {"old": str(old.year), "new": str(new.year)}
            yield Obstacle(Saying(say.OTHER_YEAR, {**values, **years}))
        if self.too_much is not None:
            n = len(self.too_much.changes)
            advice = Saying(say.NEW_VERSION_INSTEAD, {"file": file, "next": numbered.next})
            yield Obstacle(Saying(say.NOT_EDITORIAL[n != 1], {"n": n}), advice=advice)


def _is_too_much(change: Change) -> bool:
    told = change.entity.kind == "roadmap" and not _OWN.isdisjoint(change.path[:1])
    return change.level is not Level.EDITORIAL and not told
