"""All things that are compared in a way of their own, in alphabetical order of their files."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from fardplan.changes import (
    decisions,
    delegations,
    funding,
    indicators,
    links,
    ongoing,
    orders,
    parents,
    parties,
    placeholders,
    priorities,
    projektplaner,
    promises,
    shared,
    stages,
    statuses,
    successions,
)
from fardplan.changes._base import Change
from fardplan.changes._scope import Comparer, Run

COMPARERS: tuple[Comparer, ...] = (
    decisions.state,
    decisions.when,
    delegations.delegated_to,
    funding.granted,
    funding.repaid,
    funding.used,
    indicators.baseline,
    indicators.definition,
    indicators.measurements,
    indicators.targets,
    links.target,
    ongoing.ongoing,
    parents.activity,
    parents.goal,
    parties.parties,
    placeholders.areas_pending,
    placeholders.placeholder,
    priorities.priorities,
    priorities.priority,
    projektplaner.parts,
    projektplaner.projektplan,
    promises.expected,
    stages.stage,
    statuses.activity,
    statuses.goal,
    statuses.part,
    statuses.roadmap,
    statuses.step,
)
"""What compares some keys of some models."""

WHOLE: tuple[Callable[[Run], Iterator[Change]], ...] = (
    orders.compare_orders,
    shared.compare_shared,
    successions.compare_successions,
)
"""What looks at the two editions as a whole."""
