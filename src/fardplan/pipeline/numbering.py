"""Which number a release may bear, and which earlier one it follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fardplan.locales import releasing as say
from fardplan.locales.text import Saying
from fardplan.model.version import VersionNumber
from fardplan.rules.changed_release import next_version
from fardplan.source._editions import Numbers, parse_version
from fardplan.source._history import Release

FIRST = "1.0"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why a version cannot be released: in a sentence, its particulars, what to do."""

    what: Saying
    details: tuple[Saying, ...] = ()
    advice: Saying | None = None


@dataclass(frozen=True, slots=True)
class Numbered:
    """A version that is to be released, beside the releases of its roadmap, lowest first."""

    roadmap: str
    file: str
    version: str
    releases: Sequence[Release]
    correction: bool = False

    @property
    def numbers(self) -> Numbers:
        """The version as three numbers."""
        return parse_version(self.version)

    @property
    def base(self) -> Release | None:
        """The release before: the highest below it, of the same series for a correction."""
        below = [one for one in self._rivals if one.rank[0] < self.numbers]
        return below[-1] if below else None

    def find_obstacle(self) -> Obstacle | None:
        """Return what is wrong with the number, or None."""
        if same := [one for one in self.releases if one.rank[0] == self.numbers]:
            what = Saying(say.RELEASED, {"version": self.version, "tag": same[-1].tag})
            return Obstacle(what, advice=self._raise())
        if self.correction and (obstacle := self._judge_correction()):
            return obstacle
        if self._rivals and self._rivals[-1].rank[0] > self.numbers:
            highest = self._rivals[-1]
            values = {"version": self.version, "latest": highest.version, "tag": highest.tag}
            return Obstacle(Saying(say.NOT_ABOVE, values), advice=self._raise())
        if not self.correction and self.numbers[2] and self._series:
            values = {"version": self.version, "base": self._series[-1].version}
            advice = {"roadmap": self.roadmap, "file": self.file, "next": self.next}
            return Obstacle(
                Saying(say.IS_CORRECTION, values), advice=Saying(say.CORRECT_OR_RAISE, advice)
            )
        return None

    @property
    def next(self) -> str:
        """The number after the highest that is released."""
        return next_number(self.releases)

    @property
    def _series(self) -> list[Release]:
        """The releases that differ in the third number only."""
        return [one for one in self.releases if one.rank[0][:2] == self.numbers[:2]]

    @property
    def _rivals(self) -> Sequence[Release]:
        """The releases that the number must be above: a correction may be of an old year."""
        return self._series if self.correction else self.releases

    def _judge_correction(self) -> Obstacle | None:
        if not self._series:
            series = ".".join(map(str, self.numbers[:2]))
            known = tuple(one.version for one in self.releases)
            details = (Saying(say.KNOWN_VERSIONS, {"known": known}),) if known else ()
            advice = Saying(say.RELEASE_PLAINLY, {"roadmap": self.roadmap})
            return Obstacle(Saying(say.NOTHING_TO_CORRECT, {"series": series}), details, advice)
        if self.numbers[2] == 0:
            values = {"version": self.version, "example": self.correction_number}
            return Obstacle(
                Saying(say.NO_CORRECTION_NUMBER, values),
                advice=Saying(say.WRITE_NUMBER, {**values, "file": self.file}),
            )
        return None

    def _raise(self) -> Saying:
        """Return which number to write instead."""
        values = {"file": self.file, "next": self.next}
        if self.correction:
            return Saying(say.RAISE, {**values, "next": self.correction_number})
        if not self._series:
            return Saying(say.RAISE, values)
        return Saying(say.RAISE_OR_CORRECT, {**values, "correction": self.correction_number})

    @property
    def correction_number(self) -> str | None:
        """The number of the next correction in the series; None where nothing is released."""
        if not self._series:
            return None
        return next_version(VersionNumber.parse(self._series[-1].version), correction=True)


def next_number(releases: Sequence[Release]) -> str:
    """Return the number after the highest release, or the first of all."""
    if not releases:
        return FIRST
    return next_version(VersionNumber.parse(releases[-1].version), correction=False)
