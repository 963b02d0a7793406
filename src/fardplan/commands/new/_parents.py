"""What a new thing may belong to, as a numbered list."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from fardplan.commands._questions import Choice
from fardplan.commands.new._form import as_choices
from fardplan.locales.text import Text, in_any_language
from fardplan.model.index import Entity
from fardplan.pipeline.creating import Ground

OTHER_GOALS = Text("Mål utan område:", "Goals without an area:")
PRECONDITIONS = Text("Förutsättningar på systemnivå:", "Preconditions:")
AREAS = Text("Områden:", "Areas:")


def goals_by_area(ground: Ground, home: str) -> tuple[Choice, ...]:
    """Return the goals of a roadmap under the titles of their areas, in the document's order."""
    areas = {area.id: area for area in ground.entities(home, "area")}
    place = {name: number for number, name in enumerate(areas)}

    def area_of(goal: Entity) -> str:
        written = str(getattr(goal.value, "area", None) or "").rpartition("/")[2]
        return written if written in areas else ""

    goals = sorted(
        ground.entities(home, "goal"), key=lambda goal: place.get(area_of(goal), len(place))
    )
    choices: list[Choice] = []
    for name, found in groupby(goals, key=area_of):
        title = f"{areas[name].title}:" if name else ""
        choices += as_choices(
            found, in_any_language(title) if name else OTHER_GOALS if areas else None
        )
    return tuple(choices)


def parents(ground: Ground, home: str, *, with_areas: bool) -> Iterator[Choice]:
    """Yield all that an activity may belong to; the value says what it is: `goal/x`."""
    for choice in goals_by_area(ground, home):
        yield choice._replace(value=f"goal/{choice.value}")
    preconditions = ground.entities(home, "precondition")
    for choice in as_choices(preconditions, PRECONDITIONS):
        yield choice._replace(value=f"precondition/{choice.value}")
    if with_areas:
        for choice in as_choices(ground.entities(home, "area"), AREAS):
            yield choice._replace(value=f"area/{choice.value}")


def principles_of(ground: Ground, home: str) -> tuple[Choice, ...]:
    """Return the guiding principles; one without a title is called as the statement it is about."""
    named: list[Choice] = []
    for choice, one in zip(
        as_choices(found := ground.entities(home, "principle")), found, strict=True
    ):
        written = getattr(one.value, "statement", None)
        about = ground.index.resolve(home, written, ("statement",)).entity if written else None
        has_title = getattr(one.value, "title", None) is not None
        label = choice.label if has_title or about is None else in_any_language(about.title)
        named.append(choice._replace(label=label))
    return tuple(named)


def without_plan(ground: Ground) -> Iterator[Choice]:
    """Yield the activities that lack a projektplan, under the titles of their roadmaps."""
    for home, edition in ground.editions.items():
        heading = in_any_language(f"{edition.roadmap.title}:")
        lacking = [
            one
            for one in ground.entities(home, "activity")
            if getattr(one.value, "projektplan", None) is None
        ]
        for choice in as_choices(lacking, heading):
            yield choice._replace(value=f"{home}/{choice.value}")
