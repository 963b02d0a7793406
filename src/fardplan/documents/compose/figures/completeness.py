"""Which of the five parts the projektplan of each activity has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from fardplan.documents.blocks import Blocks, Cell, Column, Figure
from fardplan.documents.compose._outline import expects_activities, find_delegation
from fardplan.documents.compose._tables import set_table
from fardplan.documents.compose._view import View
from fardplan.documents.compose.figures._by_area import activities_by_area
from fardplan.documents.compose.figures._figure import Frame, as_label, make_figure
from fardplan.documents.compose.projektplan import PARTS
from fardplan.figures import bars, matrix
from fardplan.figures.drawing import Drawing
from fardplan.figures.signs import Mark
from fardplan.locales.text import Text, capitalise, count_alike
from fardplan.model.terms import ProjektplanPart

CAPTION = Text("Så långt har projektplanerna kommit", "How far the projektplaner have come")
TOLD = Text(
    "{complete} av {all} aktiviteter har en projektplan med alla fem delar.",
    "{complete} of {all} activities have a projektplan with all five parts.",
)
NONE_WHOLE = Text(
    "Ingen av {all} aktiviteter har en projektplan med alla fem delar.",
    "None of {all} activities has a projektplan with all five parts.",
)
THERE, LACKING = Text("delen finns", "the part is there"), Text("delen saknas", "it is missing")
ACTIVITY, AREA = Text("Aktivitet", "Activity"), Text("Område", "Area")
YES, NO = Text("Finns", "Yes"), Text("Saknas", "No")
PART, HAVE, LACK = Text("Del", "Part"), Text("Har", "Have"), Text("Saknar", "Lack")
COUNT = Text("{there} av {all}", "{there} of {all}")
ALL_ACTIVITIES = Text("alla aktiviteter", "all activities")

MOST = 20
"""So many activities at most have a row each; of more, each part is counted."""

Groups = Sequence[tuple[str, Mapping[str, frozenset[ProjektplanPart]]]]


def completeness_figure(view: View) -> Blocks:
    """Return what the projektplaner have and lack; nothing where fewer than two are begun."""
    groups = _groups(view)
    plans = [parts for _, rows in groups for parts in rows.values()]
    if sum(map(bool, plans)) < 2:
        return ()
    complete = sum(len(parts) == len(PARTS) for parts in plans)
    there, among = count_alike(view.lang, complete, len(plans))
    told = view.words(TOLD if complete else NONE_WHOLE, complete=capitalise(there), all=among)
    make = _counted if len(plans) > MOST else _one_by_one
    return (make(view, told, groups),)


def _groups(view: View) -> Groups:
    """Return which parts each activity has, by area; those that another plan handles left out."""
    if not expects_activities(view):
        return ()
    activities = view.edition.activities
    groups = (
        (title, [one for one in ids if not find_delegation(view, activities[one])])
        for title, ids in activities_by_area(view)
    )
    return tuple((title, {one: _parts(view, one) for one in ids}) for title, ids in groups if ids)


def _parts(view: View, activity_id: str) -> frozenset[ProjektplanPart]:
    plan = view.edition.activities[activity_id].projektplan
    return plan.parts if plan else frozenset()


def _one_by_one(view: View, told: str, groups: Groups) -> Figure:
    """Return a row for each activity."""
    names = [capitalise(view.say(part)) for part in PARTS]
    drawn = [
        matrix.Group(as_label(view, area), tuple(_row(view, one, rows[one]) for one in rows))
        for area, rows in groups
    ]
    key: list[tuple[Mark, str]] = [("full", view.words(THERE)), ("empty", view.words(LACKING))]

    def draw(frame: Frame) -> Drawing:
        return matrix.draw_matrix(*frame.words, names, drawn, key, narrow=frame.narrow)

    head: tuple[Column | str, ...] = (
        Column(view.words(ACTIVITY), width="wide"), *names, view.words(AREA),
    )  # fmt: skip
    body: Iterable[tuple[Cell | str, ...]] = (
        (
            Cell(view.link(one, "activity")),
            *(view.words(YES if part in rows[one] else NO) for part in PARTS),
            area,
        )
        for area, rows in groups
        for one in rows
    )
    table = set_table("", head, body)
    return make_figure(view, "projektplaner", view.words(CAPTION), told, table, draw)


def _row(view: View, activity_id: str, parts: frozenset[ProjektplanPart]) -> matrix.Row:
    title = as_label(view, view.edition.activities[activity_id].title)
    return matrix.Row(title, tuple("full" if part in parts else "empty" for part in PARTS))


def _counted(view: View, told: str, groups: Groups) -> Figure:
    """Return how many activities have each part."""
    plans = [parts for _, rows in groups for parts in rows.values()]
    counts = [(part, sum(part in parts for parts in plans)) for part in PARTS]
    drawn = [
        bars.Bar(
            capitalise(view.say(part)),
            ((float(count), 0),),
            float(len(plans)),
            view.words(COUNT, there=count, all=len(plans)),
        )
        for part, count in counts
    ]
    key, limit = ((0, view.words(THERE)),), view.words(ALL_ACTIVITIES)

    def draw(frame: Frame) -> Drawing:
        return bars.draw_bars(*frame.words, drawn, key, limit, narrow=frame.narrow)

    head: tuple[Column | str, ...] = (
        view.words(PART),
        *(Column(view.words(text), numeric=True) for text in (HAVE, LACK)),
    )
    body = ((capitalise(view.say(part)), str(n), str(len(plans) - n)) for part, n in counts)
    table = set_table("", head, body)
    return make_figure(view, "projektplaner", view.words(CAPTION), told, table, draw)
