"""What a reader sees beside something that has changed: one word or two, the most important."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from fardplan.changes._base import Change, ChangeKind, Comparison, Level
from fardplan.changes._repeated import slips
from fardplan.changes._values import EntityRef
from fardplan.documents.inline import Badge, Tone
from fardplan.locales import since
from fardplan.locales.kinds import KINDS
from fardplan.locales.text import Lang

_Changes = list[Change]
_Test = Callable[[_Changes], bool]
_CARRIED_OUT = frozenset({"activity", "sub_activity"})
"""What is carried out; all else is done."""


def _any(kind: ChangeKind, depth: int = 9) -> _Test:
    """Test for a kind of change, in fields that lie no deeper in the thing than `depth`."""
    return lambda changes: any(one.kind is kind and len(one.path) <= depth for one in changes)


def _own(kind: ChangeKind) -> _Test:
    """Test for a kind of change in what the thing says of itself."""
    return _any(kind, 1)


def _only(*kinds: ChangeKind) -> _Test:
    return lambda changes: bool(changes) and all(change.kind in kinds for change in changes)


def _weakened(changes: _Changes) -> bool:
    return any(change.level is Level.MAJOR for change in changes)


_is_new = _any(ChangeKind.ADDED, 0)


def _put_off(changes: _Changes) -> bool:
    return any(map(slips, changes))


_Row = tuple[_Test, since.Mark, Tone]
_OUTSIDE: tuple[_Row, ...] = (
    (_put_off, since.PUT_OFF, "caution"),
    (_weakened, since.WEAKENED, "caution"),
)
_LAST: _Row = (bool, since.CHANGED, "neutral")
_MARKS: tuple[_Row, ...] = (
    (_is_new, since.NEW, "accent"),
    (_own(ChangeKind.DROPPED), since.DROPPED, "critical"),
    (_own(ChangeKind.COMPLETED), since.COMPLETED, "good"),
    (_own(ChangeKind.RESUMED), since.RESUMED, "accent"),
    (_own(ChangeKind.REOPENED), since.REOPENED, "caution"),
    (_own(ChangeKind.MOVED), since.MOVED, "accent"),
    *_OUTSIDE,
    (_own(ChangeKind.ADOPTED), since.DECIDED, "good"),
    (_any(ChangeKind.MEASURED), since.MEASURED, "accent"),
    (_only(ChangeKind.RENAMED), since.RENAMED, "neutral"),
    (_only(ChangeKind.REWORDED), since.REWORDED, "neutral"),
    _LAST,
)
"""What is said of what, the first that holds: what it means for a reader, then what it is."""
_MARKS_OF_HOLDERS: tuple[_Row, ...] = (*_OUTSIDE, _LAST)
"""The same of something in which only what it holds has changed."""


def mark_changes(comparison: Comparison, lang: Lang) -> Mapping[tuple[str, str], Badge]:
    """Return the mark of everything that is new or changed, by kind and id.

    What holds something that has changed (an activity its milestones) is marked too. Changes of no
    more than wording and sources mark nothing; nor is there a mark for the roadmap as a whole.
    """
    own: dict[EntityRef, _Changes] = {}
    inner: dict[EntityRef, _Changes] = {}
    for change in comparison.changes:
        if change.level is Level.EDITORIAL and not _is_new([change]):
            continue
        own.setdefault(change.entity, []).append(change)
        within = change.details.get("within")
        if isinstance(within, EntityRef):
            inner.setdefault(within, []).append(change)
    marks = {one: _mark(one, changes, lang, _MARKS_OF_HOLDERS) for one, changes in inner.items()}
    marks |= {one: _mark(one, changes, lang, _MARKS) for one, changes in own.items()}
    return {(one.kind, one.id): mark for one, mark in marks.items() if one.kind != "roadmap"}


def _mark(entity: EntityRef, changes: _Changes, lang: Lang, rows: tuple[_Row, ...]) -> Badge:
    noun = KINDS.get(entity.kind)
    _, words, tone = next(row for row in rows if row[0](changes))
    if words is since.COMPLETED and entity.kind not in _CARRIED_OUT:
        words = since.DONE
    return Badge(words.say(lang, neuter=noun is not None and noun.neuter), tone)
