"""What a reader asks for in vain: who is responsible, how far it has come, what projektplan."""

from __future__ import annotations

from collections.abc import Iterable

from fardplan.documents.blocks import Blocks, Paragraph
from fardplan.documents.compose._outline import expects_activities, find_delegation
from fardplan.documents.compose._view import View
from fardplan.documents.inline import Muted
from fardplan.locales.text import Text, capitalise, join
from fardplan.model.activity import Activity

LACKING = Text("{what} anges inte.", "{what} is not stated.")
LACKING_MORE = Text("{what} anges inte.", "{what} are not stated.")
NO_PROJEKTPLAN = Text("Projektplan saknas.", "There is no projektplan.")
NONE_SAYS = Text(
    "För aktiviteterna nedan anges inte {what}.", "For the activities below, {what} is not stated."
)
NONE_SAYS_EITHER = Text(
    "För aktiviteterna nedan anges varken {one} eller {other}.",
    "For the activities below, neither {one} nor {other} is stated.",
)
NONE_HAS = Text(
    "Ingen av aktiviteterna nedan har en projektplan.",
    "None of the activities below has a projektplan.",
)
NONE_OF_THEM_HAS = Text("Ingen av dem har en projektplan.", "None of them has a projektplan.")

Lacks = frozenset[str]
NOTHING: Lacks = frozenset()
_STATED = ("responsible", "status")
_PROJEKTPLAN = "projektplan"


def find_lacks(activity: Activity) -> Lacks:
    """Return the fields a reader asks for that an activity leaves out and does not explain."""
    explained = activity.none or {}
    lacks = {name for name in _STATED if name not in explained and not getattr(activity, name)}
    return frozenset(lacks if activity.projektplan else lacks | {_PROJEKTPLAN})


def find_shared_lacks(view: View, activity_ids: Iterable[str]) -> Lacks:
    """Return what all of several activities lack, to be said once for all of them.

    Nothing where fewer than two of them are asked; what another plan handles is not.
    """
    activities = [view.edition.activities[one] for one in activity_ids]
    asked = sum(not find_delegation(view, one) for one in activities)
    if asked < 2 or not expects_activities(view):
        return NOTHING
    return frozenset.intersection(*map(find_lacks, activities))


def say_lacks(view: View, activity: Activity, told: Lacks = NOTHING) -> Blocks:
    """Return in one quiet line what an activity lacks, but for what is told of all."""
    if not expects_activities(view) or find_delegation(view, activity):
        return ()
    lacks = find_lacks(activity) - told
    names = _name(view, lacks)
    said = []
    if names:
        what = capitalise(join(names, view.lang))
        said.append(view.words(LACKING if len(names) == 1 else LACKING_MORE, what=what))
    if _PROJEKTPLAN in lacks:
        said.append(view.words(NO_PROJEKTPLAN))
    return _quietly(said)


def say_shared_lacks(view: View, lacks: Lacks) -> Blocks:
    """Return in one quiet line what all of the activities below lack."""
    names = _name(view, lacks)
    said = []
    if len(names) == 1:
        said.append(view.words(NONE_SAYS, what=names[0]))
    elif names:
        said.append(view.words(NONE_SAYS_EITHER, one=names[0], other=names[1]))
    if _PROJEKTPLAN in lacks:
        said.append(view.words(NONE_OF_THEM_HAS if names else NONE_HAS))
    return _quietly(said)


def _name(view: View, lacks: Lacks) -> list[str]:
    return [view.label(Activity, name).lower() for name in _STATED if name in lacks]


def _quietly(said: list[str]) -> Blocks:
    return (Paragraph(Muted(" ".join(said))),) if said else ()
