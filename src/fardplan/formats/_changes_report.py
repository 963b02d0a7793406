"""All changes between two versions, in the order and the groups in which a reader wants them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from fardplan.changes._base import Change, ChangeKind, Comparison, Level, Side
from fardplan.changes._values import EntityRef
from fardplan.formats._changes_by_item import list_by_item
from fardplan.formats._changes_folding import fold_background, fold_many, fold_statements
from fardplan.formats._changes_lines import Line, count_lines
from fardplan.formats._changes_money import list_money
from fardplan.formats._changes_phrases import without
from fardplan.formats._changes_summary import say_side, summarise
from fardplan.formats._changes_values import say_name, shorten
from fardplan.formats._changes_wording import Piece, say_approval, say_change, say_part
from fardplan.locales import comparison as words
from fardplan.locales.text import Lang, Text, capitalise

_GROUPS: tuple[tuple[Text, frozenset[str]], ...] = (
    (words.VISION, frozenset({"vision", "perspective", "statement", "core_word"})),
    (words.PRINCIPLES, frozenset({"principle", "theme", "cross_cutting"})),
    (words.PRECONDITIONS, frozenset({"precondition"})),
    (words.DECISIONS, frozenset({"decision", "adoption", "decision_step", "consultation"})),
    (words.MONEY, frozenset({"funding"})),
    (words.FOLLOW_UP, frozenset({"indicator", "report"})),
    (words.OTHER, frozenset({"goal", "activity"})),
)
_KINDS = list(ChangeKind)
_RANKS = {"area": 0, "goal": 1, "precondition": 1, "activity": 2}
_IN_THE_HEADING = frozenset({("year",), ("version",)})


@dataclass(slots=True)
class Section:
    """A heading and its lines."""

    title: str
    level: Level
    lines: list[Line] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many changes the section tells; none where it adds up what others tell."""
        return count_lines(self.lines)


@dataclass(frozen=True, slots=True)
class Report:
    """A title, one sentence, and the sections."""

    title: str
    summary: str
    sections: tuple[Section, ...]


def build_report(comparison: Comparison, lang: Lang) -> Report:
    """Return all changes in words: weakened commitments, then area by area, then the rest.

    Before them stands what could not be read.

    After that come what adds up the changes of money, and what is to be said of approvals.
    """
    shown = [change for change in comparison.changes if not _stands_in_heading(change)]
    sections = [
        Section(words.UNREAD.say(lang), Level.MAJOR, list_unread(comparison, lang)),
        Section(words.MAJOR.say(lang), Level.MAJOR, _lines(_of(shown, Level.MAJOR), lang)),
        *_middle(_of(shown, Level.MINOR), comparison, lang),
        Section(words.BY_SOURCE.say(lang), Level.MINOR, list_money(comparison.money, lang)),
        Section(
            words.EDITORIAL.say(lang),
            Level.EDITORIAL,
            list(fold_background(_of(shown, Level.EDITORIAL), lang, _lines)),
        ),
        Section(words.IDLE.say(lang), Level.EDITORIAL, _idle(comparison, lang)),
    ]
    filled = tuple(section for section in sections if section.lines)
    return Report(_title(comparison, lang), summarise(comparison, lang), filled)


def list_unread(comparison: Comparison, lang: Lang) -> list[Line]:
    """Return a line for each file that could not be read, or not all of it."""
    lines = []
    for side in (comparison.old, comparison.new):
        version = words.AS_THEY_ARE.say(lang) if side.spec == "." else say_version(side, lang)
        for text, files in (
            (words.NOT_COMPARED, side.unread),
            (words.PARTLY_READ, side.partly_read),
        ):
            said = (text.say(lang, file=file, version=version) for file in files)
            lines += [Line((Piece(one),), 0) for one in said]
    return lines


def _idle(comparison: Comparison, lang: Lang) -> list[Line]:
    """Return a line for each approval that approves nothing between these versions."""
    lines = []
    for one in comparison.idle:
        text = words.IDLE_ANOTHER if one.is_another else words.IDLE_UNKNOWN
        kind = next((kind.say(lang) for kind in _KINDS if kind == one.approval.kind), None)
        what = f"{kind or shorten(one.approval.kind)}, {shorten(one.approval.entity)}"
        said = say_approval(text, one.approval, lang, what=what)
        lines.append(Line((Piece(said),), 0))
    return lines


def _title(comparison: Comparison, lang: Lang) -> str:
    roadmap = comparison.new.title or comparison.old.title or comparison.roadmap
    old, new = say_version(comparison.old, lang), say_version(comparison.new, lang)
    return words.TITLE.say(lang, roadmap=shorten(roadmap), old=old, new=new)


def say_version(side: Side, lang: Lang) -> str:
    """Return a version by year and number: "2023 (version 1.0)"."""
    if side.version:
        return words.VERSION.say(lang, year=str(side.year), version=side.version)
    return say_side(side, replace(side, year=0), lang)


def _stands_in_heading(change: Change) -> bool:
    return change.entity.kind == "roadmap" and change.path in _IN_THE_HEADING


def _of(changes: Iterable[Change], level: Level) -> list[Change]:
    return [change for change in changes if change.level is level]


def _middle(changes: list[Change], comparison: Comparison, lang: Lang) -> Iterator[Section]:
    """Yield what is neither weakened nor editorial: the whole, area by area, the rest."""
    groups: dict[Text, list[Change]] = {}
    areas: dict[EntityRef, list[Change]] = {}
    for change in changes:
        area = change.details.get("area")
        if isinstance(area, EntityRef):
            areas.setdefault(area, []).append(change)
        else:
            groups.setdefault(_group_of(change), []).append(change)
    ranks = {area: index for index, area in enumerate(comparison.areas)}
    ordered = sorted(areas, key=lambda area: (ranks.get(area.id, len(ranks)), area.id))
    yield from _sections([words.ROADMAP], groups, lang)
    for area in ordered:
        yield Section(shorten(area.title or area.id), Level.MINOR, _nested(areas[area], lang))
    yield from _sections([text for text, _ in _GROUPS], groups, lang)


def _sections(
    titles: Iterable[Text], groups: Mapping[Text, list[Change]], lang: Lang
) -> Iterator[Section]:
    for title in titles:
        if title in groups:
            make = _nested if title is words.PRECONDITIONS else _lines
            yield Section(title.say(lang), Level.MINOR, make(groups[title], lang))


def _group_of(change: Change) -> Text:
    parent = change.details.get("parent")
    kind = change.entity.kind
    if isinstance(parent, EntityRef) and parent.kind == "precondition":
        kind = "precondition"
    return next((text for text, kinds in _GROUPS if kind in kinds), words.ROADMAP)


def _lines(changes: list[Change], lang: Lang) -> list[Line]:
    """Return the changes by entity; several new things of a kind stand together."""
    folded, rest = fold_many(sorted(changes, key=_place), lang)
    statements, others = fold_statements(rest, lang)
    return [*_by_entity(others, lang), *statements, *folded]


def _nested(changes: list[Change], lang: Lang) -> list[Line]:
    """Return the changes of an area, with new activities below their new goal."""
    new = {change.entity for change in changes if _is_new(change)}
    below: dict[EntityRef, list[Change]] = {}
    top: list[Change] = []
    for change in changes:
        parent = change.details.get("parent")
        if _is_new(change) and isinstance(parent, EntityRef) and parent in new:
            below.setdefault(parent, []).append(change)
        else:
            top.append(change)
    return _by_entity(top, lang, below)


def _by_entity(
    changes: list[Change], lang: Lang, below: dict[EntityRef, list[Change]] | None = None
) -> list[Line]:
    """Return one line a change, or a name with points below it where there are several.

    What stands in something (the milestone of an activity) stands below it here too.
    """
    by_owner: dict[EntityRef, list[Change]] = {}
    for change in sorted(changes, key=_place):
        within = change.details.get("within")
        owner = within if isinstance(within, EntityRef) else change.entity
        by_owner.setdefault(owner, []).append(change)
    lines: list[Line] = []
    for owner, group in by_owner.items():
        children = _by_entity((below or {}).get(owner, []), lang, below) if below else []
        if owner.kind == "roadmap" or len(group) == 1:
            lines += list_by_item(group, lang, say_change)
            lines[-1] = replace(lines[-1], children=(*lines[-1].children, *children))
        else:
            head = (Piece(capitalise(say_name(owner, lang)), "name", owner),)
            lines.append(Line(head, 0, (*_parts(owner, group, lang), *children)))
    return lines


def _parts(owner: EntityRef, changes: list[Change], lang: Lang) -> Iterator[Line]:
    """Yield what changed in an entity itself, then in what it holds."""
    own = sorted(
        (change for change in changes if change.entity == owner),
        key=lambda change: _KINDS.index(change.kind),
    )
    yield from list_by_item(_reasons_once(own), lang, say_part)
    inner = [without(change, "within") for change in changes if change.entity != owner]
    yield from _by_entity(inner, lang)


def _reasons_once(changes: list[Change]) -> Iterator[Change]:
    """Yield changes of one entity without a reason that an earlier one has given."""
    told: set[object] = set()
    for change in changes:
        reason = change.details.get("reason")
        yield without(change, "reason", told=True) if reason in told else change
        told |= {reason} if reason else set()


def _place(change: Change) -> tuple[int, float]:
    """Return what changes are sorted by: area, goal, activity; then as in the document."""
    place = change.details.get("place")
    rank = _RANKS.get(change.entity.kind, 3)
    return rank, place if isinstance(place, int) else float("inf")


def _is_new(change: Change) -> bool:
    return change.kind is ChangeKind.ADDED and not change.path
