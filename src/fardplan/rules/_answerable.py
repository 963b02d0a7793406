"""The activities that the roadmap itself answers for, and that have come as far as a plan."""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.model.activity import Activity
from fardplan.model.edition import Edition
from fardplan.model.terms import ActivityStatus
from fardplan.rules._base import Facts

_LEFT = frozenset({ActivityStatus.CANCELLED, ActivityStatus.DELEGATED})


def answerable_activities(
    edition: Edition, facts: Facts, key: str
) -> Iterator[tuple[str, Activity]]:
    """Yield the path and value of each activity that must say something under `key`.

    One without a projektplan gets that finding first. Those that are cancelled or handled in
    another plan are left out, and so are those that say under `none` why the key is empty.
    """
    for name, activity in edition.activities.items():
        file = edition.path_of(f"activities/{name}.yaml")
        if activity.projektplan is None or activity.status in _LEFT:
            continue
        on_purpose = key in (activity.none or {}) or facts.in_doubt(file, "none")
        if on_purpose or facts.in_doubt(file, key) or facts.is_delegated(file, activity):
            continue
        yield file, activity
