"""How far an activity has come among prepare, decide, implement, evaluate."""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.changes._base import Change, ChangeKind
from fardplan.changes._scope import Scope, compares
from fardplan.model.activity import Activity
from fardplan.model.terms import Stage

_ORDER = list(Stage)


@compares(Activity, keys=("stage",))
def stage(old: Activity, new: Activity, scope: Scope) -> Iterator[Change]:
    """Compare the stage reached; none is before the first."""
    if old.stage is new.stage:
        return
    ahead = _rank(new.stage) > _rank(old.stage)
    kind = ChangeKind.STAGE_ADVANCED if ahead else ChangeKind.STAGE_REGRESSED
    yield scope.into(new, "stage").change(kind, old.stage, new.stage)


def _rank(stage: Stage | None) -> int:
    return -1 if stage is None else _ORDER.index(stage)
