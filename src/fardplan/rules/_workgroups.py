"""The workgroups that a process plan appoints for its focus areas."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fardplan.model.area import Area
from fardplan.model.edition import Edition
from fardplan.model.fields import Route
from fardplan.model.index import Entity
from fardplan.model.steering import Body
from fardplan.model.steering_terms import BodyKind, StepKind
from fardplan.rules._base import Facts
from fardplan.rules._steps import Placed, steps_of


@dataclass(frozen=True, slots=True)
class AreaGroup:
    """A workgroup that leads an area."""

    area_id: str
    area: Area
    file: str
    """The file of the area, where the group stands under `led_by`."""
    route: Route
    entity: Entity
    body: Body


def area_groups(edition: Edition, facts: Facts) -> Iterator[AreaGroup]:
    """Yield every workgroup that is said to lead an area."""
    for name, area in edition.areas.items():
        for index, written in enumerate(area.led_by):
            entity = facts.relations.find(facts.home, "body", written)
            body = entity.value if entity else None
            if entity and isinstance(body, Body) and body.kind is BodyKind.WORKGROUP:
                file = edition.path_of(f"areas/{name}.yaml")
                yield AreaGroup(name, area, file, ("led_by", index), entity, body)


def appointing_steps(edition: Edition) -> tuple[Placed, ...]:
    """Return the steps in which workgroups are appointed."""
    return tuple(one for one in steps_of(edition) if one.step.kind is StepKind.WORKGROUP)
