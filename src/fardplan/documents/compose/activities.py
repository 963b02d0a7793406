"""Activities as cards: what, who, when, how far, and the projektplan of each."""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.documents.blocks import (
    Badges,
    Blocks,
    Cell,
    Column,
    Fact,
    Facts,
    Section,
)
from fardplan.documents.compose import _activity_parts as parts
from fardplan.documents.compose._badges import stage_badge, term_badge
from fardplan.documents.compose._delegated import handled_in
from fardplan.documents.compose._labelled import (
    reason_note,
    references,
    rows,
    targets,
    wording_quote,
)
from fardplan.documents.compose._lacking import (
    NOTHING,
    Lacks,
    find_shared_lacks,
    say_lacks,
    say_shared_lacks,
)
from fardplan.documents.compose._outline import (
    enclosing,
    find_delegation,
    is_local,
)
from fardplan.documents.compose._pieces import entity_blocks, prose, target_groups
from fardplan.documents.compose._spoken import capital, flatten
from fardplan.documents.compose._tables import set_table
from fardplan.documents.compose._times import say_span
from fardplan.documents.compose._view import View
from fardplan.documents.compose.projektplan import projektplan_blocks
from fardplan.documents.inline import Badge, Inline, Strong, join
from fardplan.locales.text import Text
from fardplan.model.activity import Activity
from fardplan.model.fields import field_of
from fardplan.model.terms import Continuity

ACTIVITY, ACTIVITIES = Text("Aktivitet", "Activity"), Text("Aktiviteter", "Activities")
TIME = Text("Tid", "Time")
AND_OTHERS = Text(" med flera", " and others")
OTHERS = Text("Fler än de som står här", "More than those named here")
ALL_OF_THEM = Text(" (alla)", " (all of them)")
NOTHING_TO_STATE = Text("Inget att ange: {reason}", "Nothing to state: {reason}")
SUSTAINABLE = Text("Jämlikt och hållbart", "Equal and sustainable")

_TEXTS = ("problem", "commitment", "contribution", "result")
_PARENTS = ("goal", "precondition", "area")
_HANDLED = (
    "number", "title", "wording", "kind", "status", "stages", "stage", "continuity", "when",
    "start", "end", "added", "reason", "text", "responsible", "partners", "partners_complete",
    "target_groups", "geography", "quality_tags", "principles", "cross_cutting", "sustainability",
    "scope", "sub_activities", "decision_points", "conditions", "depends_on", "contributes_to",
    "implements", "delegated_to", "risks", "consequences", "projektplan", "none", "easy_read",
    "translations", *_TEXTS, *_PARENTS,
)  # fmt: skip


def activity_card(view: View, activity_id: str, told: Lacks = NOTHING) -> tuple[Section, ...]:
    """Return an activity with all its facts and its projektplan; nothing for an unknown id.

    `told` is what its chapter has said that all its activities lack.
    """
    activity = view.edition.activities.get(activity_id)
    if activity is None:
        return ()
    card = Section(
        view.anchor("activity", activity_id),
        view.noted(activity.title, activity, enclosing(view, activity)),
        facts=tuple(_line(view, activity)),
        blocks=_body(view, activity_id, activity, told),
        number=activity.number or "",
        kicker=_kicker(view, activity),
        badges=tuple(_badges(view, activity)),
        contents=False,
    )
    return (card,)


def cards(view: View, activity_ids: tuple[str, ...], told: Lacks = NOTHING) -> Blocks:
    """Return activities one after another; `told` as for each."""
    return tuple(block for one in activity_ids for block in activity_card(view, one, told))


def all_cards(view: View, activity_ids: tuple[str, ...]) -> Blocks:
    """Return the activities of a chapter, after what all of them lack."""
    told = find_shared_lacks(view, activity_ids)
    return (*say_shared_lacks(view, told), *cards(view, activity_ids, told))


def activity_table(view: View, activity_ids: tuple[str, ...]) -> Blocks:
    """Return a row for each activity: what, how far, who, when; nothing where there are none."""
    if not activity_ids:
        return ()
    head = (
        Column(view.words(ACTIVITY), width="wide"), view.label(Activity, "status"),
        view.label(Activity, "responsible"), view.words(TIME),
    )  # fmt: skip
    body = (_row(view, one, view.edition.activities[one]) for one in activity_ids)
    return (set_table(view.words(ACTIVITIES), head, body),)


def _row(view: View, activity_id: str, activity: Activity) -> tuple[Cell, ...]:
    status = status_badges(view, activity)
    return (
        Cell(view.link(activity_id, "activity")),
        Cell(status[0] if status else ""),
        Cell(capital(view.spoken(activity, "responsible"))),
        Cell(capital(_when(view, activity))),
    )


def status_badges(view: View, activity: Activity) -> Badges:
    """Return how far an activity has come, for a list of activities."""
    return (term_badge(view, activity.status),) if activity.status else ()


def _badges(view: View, activity: Activity) -> Iterator[Badge]:
    yield from status_badges(view, activity)
    if activity.stage:
        yield stage_badge(view, activity.stages, activity.stage)
    if activity.continuity and activity.continuity is not Continuity.UNKNOWN:
        yield term_badge(view, activity.continuity)


def _kicker(view: View, activity: Activity) -> str:
    kind = f" · {view.say(activity.kind)}" if activity.kind else ""
    return f"{view.words(ACTIVITY)}{kind}"


def _line(view: View, activity: Activity) -> Iterator[Fact]:
    """Yield what stands in a line under the title."""
    yield from view.facts(activity, "responsible")
    yield from _partners(view, activity)
    yield from _time(view, activity)
    yield from view.facts(activity, "geography")
    if activity.target_groups:
        said = target_groups(view, activity.target_groups)
        yield Fact(view.label(Activity, "target_groups"), said)
    yield from view.facts(activity, "quality_tags")
    yield from _stages(view, activity)


def _partners(view: View, activity: Activity) -> Iterator[Fact]:
    complete = activity.partners_complete
    named = view.spoken(activity, "partners")
    if not named and complete is not False:
        return
    more = "" if complete is None else view.words(ALL_OF_THEM if complete else AND_OTHERS)
    said = join([named, more], "") if named else view.words(OTHERS)
    yield Fact(view.label(Activity, "partners"), said)


def _when(view: View, activity: Activity) -> Inline:
    said = [view.say(activity.when)] if activity.when else []
    return join([*said, say_span(view, activity.start, activity.end)])


def _time(view: View, activity: Activity) -> Iterator[Fact]:
    if said := _when(view, activity):
        yield Fact(view.words(TIME), said)
    if activity.continuity is Continuity.UNKNOWN:
        yield from view.facts(activity, "continuity")
    yield from view.facts(activity, "added")


def _body(view: View, activity_id: str, activity: Activity, told: Lacks) -> Blocks:
    return (
        *_delegated(view, activity),
        *wording_quote(view, activity.wording, activity.title),
        *prose(activity.text),
        *reason_note(view, activity.reason),
        *rows(_rows(view, activity)),
        *_sustainability(view, activity),
        *parts.conditions(view, activity.conditions),
        *parts.sub_activities(view, activity.sub_activities),
        *parts.decision_points(view, activity.decision_points),
        *parts.risks(view, activity.risks),
        *parts.consequences(view, activity.consequences),
        *entity_blocks(view, activity),
        *view.remaining(activity, *_HANDLED),
        *say_lacks(view, activity, told),
        *_projektplan(view, activity_id, activity),
    )


def _delegated(view: View, activity: Activity) -> Blocks:
    found = find_delegation(view, activity)
    return (handled_in(view, found[0], "activity", found[1]),) if found else ()


def _projektplan(view: View, activity_id: str, activity: Activity) -> Blocks:
    if activity.projektplan:
        return projektplan_blocks(view, activity_id, activity.projektplan)
    return ()


def _rows(view: View, activity: Activity) -> Iterator[Fact | None]:
    """Yield the facts that need more room than the line, in the order of a reader's questions."""
    for kind in _PARENTS:
        if not is_local(view, getattr(activity, kind), kind):
            yield view.fact(activity, kind)
    yield from view.facts(activity, *_TEXTS)
    yield from _scope(view, activity)
    yield references(view, activity, "principles")
    yield view.fact(activity, "cross_cutting")
    yield references(view, activity, "depends_on")
    yield references(view, activity, "contributes_to")
    yield targets(view, activity, "implements")
    for key, why in (activity.none or {}).items():
        spec = field_of(Activity, key)
        said = view.words(NOTHING_TO_STATE, reason=flatten(why, view.lang))
        yield Fact(spec.label(view.lang) if spec else key, said)


def _scope(view: View, activity: Activity) -> tuple[Fact, ...]:
    return view.rest(activity.scope) if activity.scope else ()


def _stages(view: View, activity: Activity) -> Iterator[Fact]:
    if not activity.stages:
        return
    said: list[Inline] = [
        Strong(view.say(stage)) if stage is activity.stage else view.say(stage)
        for stage in activity.stages
    ]
    yield Fact(view.label(Activity, "stages"), join(said))


def _sustainability(view: View, activity: Activity) -> Blocks:
    if activity.sustainability is None:
        return ()
    return (Facts(view.rest(activity.sustainability), title=view.words(SUSTAINABLE)),)
