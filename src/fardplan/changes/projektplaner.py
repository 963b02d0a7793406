"""The projektplan of an activity: there or not, and which of its five parts it has."""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.changes._base import Change, ChangeKind
from fardplan.changes._entities import tell_moved_in
from fardplan.changes._financing import compare_financing
from fardplan.changes._levels import BACKGROUND
from fardplan.changes._scope import Scope, compares
from fardplan.changes._walk import compare_keys, compare_values
from fardplan.model.activity import Activity
from fardplan.model.projektplan import Projektplan
from fardplan.model.terms import ProjektplanPart

_PARTS = tuple(str(part) for part in ProjektplanPart)


@compares(Activity, keys=("projektplan",))
def projektplan(old: Activity, new: Activity, scope: Scope) -> Iterator[Change]:
    """Compare the plan of an activity."""
    before, after, here = old.projektplan, new.projektplan, scope.into(new, "projektplan")
    if before is None and after is not None:
        yield here.change(ChangeKind.PROJEKTPLAN_ADDED, None, after, parts=_in_order(after))
        yield from tell_moved_in(after, scope.run, here.weight)
    elif before is not None and after is None:
        yield here.change(ChangeKind.PROJEKTPLAN_REMOVED, before, None, parts=_in_order(before))
    elif before is not None and after is not None:
        yield from compare_values(before, after, here)


@compares(Projektplan, keys=("contains", *_PARTS))
def parts(old: Projektplan, new: Projektplan, scope: Scope) -> Iterator[Change]:
    """Compare the five parts, whether they are written here or stand in a document elsewhere."""
    for part in ProjektplanPart:
        here = scope.into(new, str(part))
        if part in new.parts and part not in old.parts:
            yield here.change(ChangeKind.PROJEKTPLAN_PART_ADDED, None, part)
            if part is ProjektplanPart.TIMELINE and new.timeline:
                yield from tell_moved_in(new.timeline, scope.run, here.weight)
        elif part in old.parts and part not in new.parts:
            yield here.change(ChangeKind.PROJEKTPLAN_PART_REMOVED, part, None)
        elif part is ProjektplanPart.FINANCING:
            yield from compare_financing(old.financing, new.financing, here)
        else:
            yield from compare_keys(old, new, scope, str(part))
    told = old.parts ^ new.parts
    if (set(old.contains) ^ set(new.contains)) - told:
        yield scope.into(new, "contains").change(
            ChangeKind.METADATA_CHANGED, old.contains, new.contains, BACKGROUND
        )


def _in_order(plan: Projektplan) -> tuple[ProjektplanPart, ...]:
    return tuple(part for part in ProjektplanPart if part in plan.parts)
