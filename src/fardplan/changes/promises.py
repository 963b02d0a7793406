"""What a roadmap says is to come (`expected:`): kept, kept late, or gone.

A promise that stands in both versions is compared like anything with a date. One that is gone is
judged by what the old edition was:

* A draft, consultation or proposal promises the finished roadmap. The first edition that is in
  force keeps that promise. If the promised time had wholly passed before that edition came (its
  cover date, else its last decision, else the beginning of its validity, else its year), then the
  promise was kept late: *date-slipped*, from the promised time to that. Else it was kept:
  *completed*. So "hösten 2022", with the edition of 2023, tells of a slip.
* Any other promise that is gone was withdrawn, for all that the files say: *removed*, and a
  weakened commitment where its time had not passed when the new edition came.

Backwards the same is told as its mirror, and a new promise as one that would be gone backwards;
but what is new, or comes back, weakens nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from fardplan.changes._base import Change, ChangeKind
from fardplan.changes._decided import ADOPTED, UNFINISHED, is_decided
from fardplan.changes._entities import enter
from fardplan.changes._levels import CLOSED, PROMISE, level_of
from fardplan.changes._scope import Scope, compares
from fardplan.changes._walk import compare_lists
from fardplan.model.chapters import ExpectedDate
from fardplan.model.fields import field_of
from fardplan.model.roadmap import Roadmap
from fardplan.model.time import FuzzyTime, months_between


@compares(Roadmap, keys=("expected",))
def expected(old: Roadmap, new: Roadmap, scope: Scope) -> Iterator[Change]:
    """Compare what is promised, and tell what became of promises that are gone."""
    spec = field_of(Roadmap, "expected")
    if spec is None:
        return
    for change in compare_lists(spec, old.expected, new.expected, scope.into(new, "expected")):
        if change.kind is ChangeKind.REMOVED and change.entity.kind == "expected":
            yield _judge(change, old, new, scope)
        elif change.kind is ChangeKind.ADDED and change.entity.kind == "expected":
            told = _judge(change.mirrored(), new, old, scope).mirrored()
            yield replace(told, level=level_of(told.kind))
        else:
            yield change


def _judge(gone: Change, earlier: Roadmap, later: Roadmap, scope: Scope) -> Change:
    """Return what became of a promise of the earlier edition that the later one lacks."""
    promise = next(item for item in earlier.expected if item.id == gone.entity.id)
    issued = _issued(later)
    kept = earlier.status in UNFINISHED and later.status in ADOPTED
    late = promise.date is not None and promise.date.before(issued)
    if not kept:
        return _withdrawn(gone, promise, scope, passed=late)
    here = _scope(gone, scope).into(promise, "date").noting(issued=issued, edition=later.year)
    if not late:
        return here.change(ChangeKind.COMPLETED, promise.date, issued)
    months = months_between(promise.date, issued) if promise.date and issued.kind != "year" else 0
    return here.change(
        ChangeKind.DATE_SLIPPED, promise.date, issued, months=months or None, kept=True
    )


def _withdrawn(gone: Change, promise: ExpectedDate, scope: Scope, *, passed: bool) -> Change:
    case = CLOSED if passed else PROMISE
    here = _scope(gone, scope).noting(when=promise.date)
    return here.change(ChangeKind.REMOVED, gone.old, None, case)


def _scope(gone: Change, scope: Scope) -> Scope:
    identity = scope.run.identity
    for nodes, old in ((identity.old, True), (identity.new, False)):
        for node in nodes.by_key.get(("expected", gone.entity.id), []):
            return enter(node, scope.run, old=old)
    return scope


def _issued(roadmap: Roadmap) -> FuzzyTime:
    """Return when an edition came, as exactly as it says itself."""
    if roadmap.cover and roadmap.cover.date:
        return roadmap.cover.date
    decided = [decision.date for decision in roadmap.decisions if is_decided(decision.state)]
    decided += [row.when for row in roadmap.adoptions if not row.document and is_decided(row.state)]
    dated = [date for date in decided if date and date.end]
    if dated:
        return max(dated, key=lambda date: date.sort_key)
    begins = roadmap.validity.from_ if roadmap.validity else None
    return begins or FuzzyTime.parse(str(roadmap.year))
