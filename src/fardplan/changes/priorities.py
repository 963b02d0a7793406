"""What is stressed: the priority of areas and goals, by year and party."""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.changes._base import Change, ChangeKind
from fardplan.changes._references import kinds_of
from fardplan.changes._scope import Scope, compares
from fardplan.model.activity import Goal
from fardplan.model.area import Area
from fardplan.model.common import AreaPriority


@compares(Area, Goal, keys=("priority",))
def priority(old: Area | Goal, new: Area | Goal, scope: Scope) -> Iterator[Change]:
    """Compare the priority in the year of the version."""
    if old.priority is not new.priority:
        here = scope.into(new, "priority")
        yield here.change(ChangeKind.PRIORITY_CHANGED, old.priority, new.priority)


@compares(Area, keys=("priorities",))
def priorities(old: Area, new: Area, scope: Scope) -> Iterator[Change]:
    """Compare the priorities by year and party."""
    before, after = (_by_year(old, scope, old=True), _by_year(new, scope, old=False))
    for key in sorted(before.keys() | after.keys()):
        was, is_now = before.get(key), after.get(key)
        row = is_now or was
        if row and (was is None or is_now is None or was.priority is not is_now.priority):
            party = row.party and scope.run.references.show(
                row.party, kinds_of(AreaPriority, "party"), old=is_now is None
            )
            route = [str(part) for part in (row.year, row.party) if part]
            yield (
                scope.into(new, "priorities")
                .at(*route)
                .change(
                    ChangeKind.PRIORITY_CHANGED,
                    was.priority if was else None,
                    is_now.priority if is_now else None,
                    year=row.year,
                    party=party,
                )
            )


def _by_year(area: Area, scope: Scope, *, old: bool) -> dict[tuple[int, str], AreaPriority]:
    rows: dict[tuple[int, str], AreaPriority] = {}
    for row in area.priorities:
        party = ""
        if row.party:
            targets = scope.run.references.targets(
                row.party, kinds_of(AreaPriority, "party"), old=old
            )
            party = "/".join(min(targets))
        rows[row.year, party] = row
    return rows
