"""Small roadmaps below another one, and what becomes of them when that one changes."""

from __future__ import annotations

from fardplan.changes._above import Above
from fardplan.changes._base import Comparison, Side
from fardplan.changes._compare import compare
from fardplan.changes._identity import Identity
from fardplan.changes._impact import Consequences, find_consequences
from tests.changes.editions import FRONT, Files, read

SIDE = Side("1.0", None, 2024, "1.0")
COUNTY = {
    "areas/hemma.yaml": "title: Hemma\n",
    "goals/hemgang.yaml": "title: Trygg hemgång\narea: hemma\n",
    "goals/fall.yaml": "title: Färre fall\n",
    "activities/teamet.yaml": "title: Teamet\ngoal: hemgang\nend: 2024\n",
}
SLIPPED = {**COUNTY, "activities/teamet.yaml": "title: Teamet\ngoal: hemgang\nend: 2025\n"}


def trace(old: Files, new: Files, *below: Files, name: str = "lanet") -> Consequences:
    """Return what becomes of roadmaps a, b, … when `lanet` goes from `old` to `new`.

    `name` is what it was called in the older version.
    """
    before, old_index = read(old, name=name)
    after, new_index = read(new)
    identity = Identity.of(before, after)
    changes = compare(before, after, old_index, new_index, identity)
    above = Above(before, after, identity, frozenset({"lanet", name}))
    others = [read(files, name=own)[0] for own, files in zip("abcd", below, strict=False)]
    return find_consequences(Comparison("lanet", SIDE, SIDE, changes), above, others)


def say(consequences: Consequences) -> list[str]:
    """Return each impact: whose reference leads where, what to do, and how many changes."""
    return [
        f"{one.place.entity.roadmap}/{one.place.entity.kind}/{one.place.entity.id}"
        f" ({one.place.entity.title}) → {one.target.entity.roadmap}"
        f"/{one.target.entity.kind}/{one.target.entity.id}"
        f" ({one.target.entity.title}): {one.action} {len(one.changes)}+{len(one.inside)}"
        + "".join(f" {also.roadmap}/{also.kind}/{also.id}" for also in one.also)
        + (" gone" if one.target.is_gone else "")
        + "".join(f" {heir}: {heir.title}" for heir in one.target.heirs)
        for below in consequences.below
        for one in below.impacts
    ]


def front(text: str) -> Files:
    """Return the front of a roadmap that says something more."""
    return {"roadmap.yaml": FRONT.format(year=2024) + text}


def link(target: str, title: str = "Vårt") -> str:
    """Return a file that refers to something."""
    return f"title: {title}\nimplements: [{{{target}}}]\n"


def area(target: str) -> str:
    """Return an area that refers to something."""
    return f"title: Vårt\nmaps_to: [{{{target}}}]\n"
