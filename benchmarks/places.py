"""The counties and municipalities of a synthetic country, none of which exists."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from benchmarks.wording import slug

REAL_COUNTIES, REAL_ROADMAPS = 21, 311
"""As many regions as there are in Sweden, and regions and municipalities together."""

MOST_ROADMAPS = 340

_COUNTY_NAMES = tuple(
    first + last
    for first, last in product(
        ("Norr", "Söder", "Väster", "Öster", "Mellan"), ("skog", "strand", "slätt", "fjäll", "bygd")
    )
)
_TREES = (
    "Al", "Ask", "Björk", "Bok", "Ek", "En", "Fur", "Gran", "Hassel", "Hägg", "Lind", "Lönn",
    "Alm", "Pil", "Rönn", "Sälg", "Tall", "Vide",
)  # fmt: skip
_LANDS = (
    "berga", "by", "dal", "fors", "holm", "hult", "köping", "mark", "näs", "rud", "sjö", "stad",
    "sund", "torp", "vik", "ås", "åker", "ö",
)  # fmt: skip
_TOWN_NAMES = tuple(
    _TREES[column] + _LANDS[(row + column) % len(_LANDS)]
    for row, column in product(range(len(_LANDS)), range(len(_TREES)))
)


@dataclass(frozen=True)
class Place:
    """A county, or a municipality in it, with the ids that stand for it in the files."""

    name: str
    county: Place | None = None

    @property
    def key(self) -> str:
        """The name as part of an id."""
        return slug(self.name)

    @property
    def roadmap(self) -> str:
        """The id of its roadmap."""
        return self.key if self.county else f"{self.key}-lan"

    @property
    def organisation(self) -> str:
        """The id of the region or municipality."""
        return self.key if self.county else f"region-{self.key}"

    @property
    def area_name(self) -> str:
        """What the place is called in running text."""
        return self.name if self.county else f"{self.name}s län"

    @property
    def managers(self) -> str:
        """The id of the group that answers for the roadmap."""
        return f"ledningsgruppen-{self.key}" if self.county else f"chefsgruppen-{self.key}"

    @property
    def board(self) -> str:
        """The id of the body that adopts the roadmap."""
        return f"kommunstyrelsen-{self.key}" if self.county else f"samverkansradet-{self.key}"

    @property
    def towns(self) -> str:
        """The id of the class of a county's municipalities."""
        return f"kommunerna-{self.key}"


def make_places(count: int) -> tuple[Place, ...]:
    """Return that many places, each county before its municipalities, in Sweden's proportion."""
    counties = max(1, round(count * REAL_COUNTIES / REAL_ROADMAPS))
    towns = count - counties
    places: list[Place] = []
    for number, name in enumerate(_COUNTY_NAMES[:counties]):
        county = Place(name)
        first, last = towns * number // counties, towns * (number + 1) // counties
        places += [county, *(Place(town, county) for town in _TOWN_NAMES[first:last])]
    return tuple(places)


def towns_of(county: Place, places: tuple[Place, ...]) -> tuple[Place, ...]:
    """Return the municipalities of a county."""
    return tuple(place for place in places if place.county == county)
