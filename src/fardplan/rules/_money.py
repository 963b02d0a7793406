"""Where granted money is divided, planned and used, in any roadmap."""

from __future__ import annotations

from dataclasses import dataclass, replace

from fardplan.model.activity import Activity
from fardplan.model.fields import Route
from fardplan.model.funding import Funding
from fardplan.model.indicator import FundingUse
from fardplan.model.money import Amounted
from fardplan.model.projektplan import Financing
from fardplan.model.terms import ActivityStatus, ProjektplanStatus
from fardplan.rules._base import Facts
from fardplan.rules._homes import Key
from fardplan.rules._links import Link
from fardplan.source.slots import place_of


@dataclass(frozen=True, slots=True)
class Stated:
    """A stated amount with the place of what states it.

    `firm` is False where it is only proposed, or stands in a draft.
    """

    file: str
    route: Route
    holder: Amounted
    firm: bool = True


def parts_of(key: Key, facts: Facts) -> tuple[list[Stated], bool]:
    """Return the amounts of the parts of granted money, and whether those are all of them."""
    links = [
        link
        for link in facts.links.leading_to(key, "part_of")
        if isinstance(link.reference.owner, Funding)
    ]
    stated = [one for link in links if (one := _stated(link, facts))]
    return stated, facts.gaps.is_empty and len(stated) == len(links)


def planned_uses(key: Key, facts: Facts) -> list[Stated]:
    """Return what the projektplaner plan to use of granted money, of work that is still meant."""
    found = []
    for link in facts.links.leading_to(key, "source"):
        activity = activity_of(link, facts)
        if activity and (one := _stated(link, facts)):
            found.append(replace(one, firm=is_firm(activity)))
    return found


def reported_uses(key: Key, facts: Facts) -> dict[str, list[Stated]]:
    """Return what each report says was used of granted money, by the report's file."""
    found: dict[str, list[Stated]] = {}
    for link in facts.links.leading_to(key, "source"):
        if isinstance(link.reference.owner, FundingUse) and (one := _stated(link, facts)):
            found.setdefault(one.file, []).append(one)
    return found


def activity_of(link: Link, facts: Facts) -> Activity | None:
    """Return the activity whose financing a reference stands in, while its plan is in force."""
    if not isinstance(link.reference.owner, Financing):
        return None
    slot = place_of(link.reference.file)
    activity = facts.collection.editions[slot.roadmap].activities[slot.stem]
    if activity.status is ActivityStatus.CANCELLED:
        return None
    plan = activity.projektplan
    return activity if plan and plan.status is not ProjektplanStatus.REPLACED else None


def is_firm(activity: Activity) -> bool:
    """Tell whether an activity is more than proposed, and its projektplan more than a draft."""
    plan = activity.projektplan
    drafted = plan is not None and plan.status is ProjektplanStatus.DRAFT
    return activity.status is not ActivityStatus.IDEA and not drafted


def _stated(link: Link, facts: Facts) -> Stated | None:
    """Return the amount beside a reference, unless none is stated, or in a lost unit."""
    file, route = link.reference.file, link.reference.route[:-1]
    holder = link.reference.owner
    if not isinstance(holder, (Funding, Financing, FundingUse)) or holder.amount is None:
        return None
    doubtful = holder.unit is None and facts.in_doubt(file, *route, "unit")
    return None if doubtful else Stated(file, route, holder)
