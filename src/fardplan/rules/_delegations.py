"""What in a roadmap is handled in another plan, as written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fardplan.model.edition import Edition


@dataclass(frozen=True, slots=True)
class Delegated:
    """An area, goal or activity that says which plan takes over."""

    file: str
    title: str
    plan: str


def delegations(edition: Edition) -> Iterator[Delegated]:
    """Yield every delegation that is written in a roadmap."""
    for folder in ("areas", "goals", "activities"):
        for name, value in getattr(edition, folder).items():
            if value.delegated_to:
                file = edition.path_of(f"{folder}/{name}.yaml")
                yield Delegated(file, value.title, value.delegated_to.plan)
