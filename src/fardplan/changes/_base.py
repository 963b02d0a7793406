"""What a change is: kind, level, where, from what to what."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from types import MappingProxyType

from fardplan.changes._values import Amount, EntityRef, Ref, canonical
from fardplan.locales.text import Lang
from fardplan.model.approval import Approval
from fardplan.model.fields import FieldSpec, Route
from fardplan.model.steering_terms import FundingKind
from fardplan.model.term import Term


class Level(Term):
    """How much a change matters to those who rely on the roadmap."""

    MAJOR = "major", "försvagat åtagande"
    MINOR = "minor", "ändring"
    EDITORIAL = "editorial", "språklig ändring"

    @classmethod
    def of(cls, name: str) -> Level:
        """Return the level of that name; raises StopIteration where there is none."""
        return next(level for level in cls if level == name)

    @property
    def rank(self) -> int:
        """The place among the levels, from 0 (major) to 2 (editorial)."""
        return list(Level).index(self)


class ChangeKind(Term):
    """What happened; the Swedish label is what a reader sees."""

    ADDED = "added", "nytt"
    REMOVED = "removed", "borttaget"
    DROPPED = "dropped", "utgår"
    RESUMED = "resumed", "återupptaget"
    COMPLETED = "completed", "genomfört"
    REOPENED = "reopened", "åter öppnat"
    RENAMED = "renamed", "nytt namn"
    REWORDED = "reworded", "ny lydelse"
    REIDENTIFIED = "reidentified", "nytt id"
    MOVED = "moved", "flyttat"
    REORDERED = "reordered", "ny ordning"
    SPLIT = "split", "delat"
    MERGED = "merged", "sammanslaget"
    DELEGATED = "delegated", "lämnat till annan plan"
    UNDELEGATED = "undelegated", "taget tillbaka från annan plan"
    STAGE_ADVANCED = "stage-advanced", "kommit ett steg längre"
    STAGE_REGRESSED = "stage-regressed", "gått tillbaka ett steg"
    STATUS_CHANGED = "status-changed", "ny status"
    DATE_SLIPPED = "date-slipped", "senarelagt"
    DATE_ADVANCED = "date-advanced", "tidigarelagt"
    DATE_CHANGED = "date-changed", "ny tid"
    RESPONSIBLE_CHANGED = "responsible-changed", "ny ansvarig"
    PARTNERS_CHANGED = "partners-changed", "andra medverkande"
    PARTY_JOINED = "party-joined", "ny part"
    PARTY_LEFT = "party-left", "part lämnar"
    FINANCING_INCREASED = "financing-increased", "mer pengar"
    FINANCING_DECREASED = "financing-decreased", "mindre pengar"
    FINANCING_SOURCE_CHANGED = "financing-source-changed", "andra medel"
    PROJEKTPLAN_ADDED = "projektplan-added", "projektplan finns"
    PROJEKTPLAN_REMOVED = "projektplan-removed", "projektplan saknas"
    PROJEKTPLAN_PART_ADDED = "projektplan-part-added", "ny del i projektplanen"
    PROJEKTPLAN_PART_REMOVED = "projektplan-part-removed", "del borta ur projektplanen"
    PLACEHOLDER_FILLED = "placeholder-filled", "luckan fylld"
    PLACEHOLDER_OPENED = "placeholder-opened", "ny lucka"
    PRIORITY_CHANGED = "priority-changed", "ny prioritet"
    ADOPTED = "adopted", "beslutat"
    UNADOPTED = "unadopted", "beslut borta"
    BASELINE_ADDED = "baseline-added", "baslinje mätt"
    BASELINE_REMOVED = "baseline-removed", "baslinje borta"
    MEASURED = "measured", "nytt mätvärde"
    MEASUREMENT_REMOVED = "measurement-removed", "mätvärde borta"
    TARGET_RAISED = "target-raised", "skärpt målvärde"
    TARGET_LOWERED = "target-lowered", "sänkt målvärde"
    DEFINITION_CHANGED = "definition-changed", "ny definition"
    METADATA_CHANGED = "metadata-changed", "ändrad uppgift"


MIRRORS: Mapping[ChangeKind, ChangeKind] = MappingProxyType(
    {
        one: other
        for pair in (
            (ChangeKind.ADDED, ChangeKind.REMOVED),
            (ChangeKind.DROPPED, ChangeKind.RESUMED),
            (ChangeKind.COMPLETED, ChangeKind.REOPENED),
            (ChangeKind.SPLIT, ChangeKind.MERGED),
            (ChangeKind.DELEGATED, ChangeKind.UNDELEGATED),
            (ChangeKind.STAGE_ADVANCED, ChangeKind.STAGE_REGRESSED),
            (ChangeKind.DATE_SLIPPED, ChangeKind.DATE_ADVANCED),
            (ChangeKind.PARTY_JOINED, ChangeKind.PARTY_LEFT),
            (ChangeKind.FINANCING_INCREASED, ChangeKind.FINANCING_DECREASED),
            (ChangeKind.PROJEKTPLAN_ADDED, ChangeKind.PROJEKTPLAN_REMOVED),
            (ChangeKind.PROJEKTPLAN_PART_ADDED, ChangeKind.PROJEKTPLAN_PART_REMOVED),
            (ChangeKind.PLACEHOLDER_FILLED, ChangeKind.PLACEHOLDER_OPENED),
            (ChangeKind.ADOPTED, ChangeKind.UNADOPTED),
            (ChangeKind.BASELINE_ADDED, ChangeKind.BASELINE_REMOVED),
            (ChangeKind.MEASURED, ChangeKind.MEASUREMENT_REMOVED),
            (ChangeKind.TARGET_RAISED, ChangeKind.TARGET_LOWERED),
        )
        for one, other in (pair, pair[::-1])
    }
)
"""What each kind is called when the two versions change places; a kind not here mirrors itself."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change, as data; wording and layout are made elsewhere.

    `entity` is what changed: the innermost thing with an id of its own, as it is called now (or
    was, if it is gone). `path` leads from it to the value, with list items by their id or whatever
    else tells them apart. `old` and `new` are values of the model (texts, times, terms), references
    with their titles, amounts in kronor, or None.

    `details` carries what the wording and the order need beside:

    * where it is: `area`, `parent`, `within` (the activity of a milestone), `place` among its like,
      `under` (the fields around), `items` (the things without an id that it is in, each with the
      number of fields that lead to it);
    * facts: `titles` of the references inside a value, `months` and `days` of a slip, `years` of
      what slips again, `reason`, `source` and `year` of money, `when`, `origin`, `heir`,
      `children`, `back` for a status further from completed, `closed` for the status by which what
      came or went was over, `end` for the change of the end of what is dropped or taken up again,
      `editions` (years) where it is told of another edition.
    """

    kind: ChangeKind
    level: Level
    entity: EntityRef
    path: Route = ()
    old: object = None
    new: object = None
    guess: float | None = None
    """The score, 0 to 1, where identity was guessed from likeness; None where it is certain."""
    spec: FieldSpec | None = field(default=None, compare=False)
    details: Mapping[str, object] = field(
        default_factory=lambda: MappingProxyType({}), compare=False
    )
    approval: Approval | None = None
    """The decision that approves it."""

    @property
    def fingerprint(self) -> str:
        """A short text that stays the same as long as ids and values do, whatever the wording."""
        path = [part for part in self.path if not isinstance(part, int)]
        entity = [self.entity.roadmap, self.entity.kind, self.entity.id]
        is_set = self.spec is not None and self.spec.shape == "unordered"
        values = (canonical(value, is_set=is_set) for value in (self.old, self.new))
        facts = [self.kind, *entity, path, *values]
        written = json.dumps(facts, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(written.encode()).hexdigest()[:16]

    def mirrored(self) -> Change:
        """Return the same change as it looks when the two versions change places."""
        kind = MIRRORS.get(self.kind, self.kind)
        return replace(self, kind=kind, old=self.new, new=self.old)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two versions: as the user named it, and what its roadmap.yaml says."""

    spec: str
    commit: str | None
    year: int
    version: str | None
    title: str = ""
    unread: tuple[str, ...] = ()
    """The files of the roadmap of which nothing could be read; they are not compared."""
    partly_read: tuple[str, ...] = ()
    """The files of which something could not be read: it may look as if it were gone."""


@dataclass(frozen=True, slots=True)
class Balance:
    """What one source pays in one year, for all activities together, where that differs.

    The source is a reference, else its kind; None where the rows say neither. No amount is no row.
    """

    source: Ref | FundingKind | None
    year: int | None
    old: Amount | None
    new: Amount | None

    @property
    def change(self) -> Decimal:
        """How many kronor more (or less) than before."""
        before, after = (Decimal(0) if one is None else one.sek for one in (self.old, self.new))
        return after - before


@dataclass(frozen=True, slots=True)
class IdleApproval:
    """An approval that no change bears.

    `is_another` if there is a change of its kind in its entity: not the one that was approved.
    """

    approval: Approval
    is_another: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed in a roadmap from one version to another."""

    roadmap: str
    old: Side
    new: Side
    changes: tuple[Change, ...]
    areas: tuple[str, ...] = ()
    """The ids of the areas in the order of the document; those that are gone come last."""
    money: tuple[Balance, ...] = ()
    """What the activities plan to cost, by source and year, where the sum differs."""
    idle: tuple[IdleApproval, ...] = ()
    """The approvals that approve nothing here."""
    language: Lang = "sv"
    """The language of the roadmap's own texts."""

    @property
    def newly_unread(self) -> tuple[str, ...]:
        """The files of which something can be read in the older version only: who knows what."""
        before = {*self.old.unread, *self.old.partly_read}
        now = {*self.new.unread, *self.new.partly_read}
        return tuple(sorted(now - before))
