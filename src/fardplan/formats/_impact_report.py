"""What changes mean for others, in the order and the groups in which they want to read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from fardplan.changes._base import Change, ChangeKind, Level
from fardplan.changes._impact import Action, Below, Consequences, Impact
from fardplan.changes._values import EntityRef
from fardplan.formats._changes_lines import Line
from fardplan.formats._changes_phrases import without
from fardplan.formats._changes_report import Report, Section, list_unread, say_version
from fardplan.formats._changes_summary import summarise
from fardplan.formats._changes_values import say_entity, say_name, shorten
from fardplan.formats._changes_wording import Piece, say_change, say_part
from fardplan.formats._impact_advice import say_advice
from fardplan.locales import impact as words
from fardplan.locales.comparison import UNREAD
from fardplan.locales.kinds import KINDS, NEW
from fardplan.locales.levels import OWNED, OWNERS
from fardplan.locales.text import Lang, Text, capitalise, count_in_words, join

_MORE = frozenset({"delegated", "gap", "origin"})
"""What is worth telling of a new thing beside that it is new."""
_PRESENCE = (ChangeKind.ADDED, ChangeKind.REMOVED)


def build_impact_report(consequences: Consequences, lang: Lang) -> Report:
    """Return who is to do what in words: roadmap by roadmap, the gravest first; then the rest."""
    comparison = consequences.comparison
    title = words.TITLE.say(
        lang,
        roadmap=shorten(comparison.new.title or comparison.old.title or comparison.roadmap),
        old=say_version(comparison.old, lang),
        new=say_version(comparison.new, lang),
    )
    unread = list_unread(comparison, lang)
    sections = [Section(UNREAD.say(lang), Level.MAJOR, unread)] if unread else []
    sections += [_section(below, consequences, lang) for below in consequences.below]
    if consequences.unanswered and consequences.referring:
        sections.append(_unanswered(consequences, lang))
    return Report(title, _summarise(consequences, lang), tuple(sections))


def _summarise(consequences: Consequences, lang: Lang) -> str:
    if not consequences.comparison.changes:
        return summarise(consequences.comparison, lang)
    if not consequences.referring:
        return words.NOBODY_REFERS.say(lang)
    if not consequences.below:
        return words.NOTHING_REFERRED.say(lang)
    active = [one for one in consequences.below if one.gravity[0][0] < _RANK_OF_NONE]
    if not active:
        return words.NOTHING_TO_DO.say(lang)
    number = capitalise(count_in_words(len(active), lang))
    titles = join([shorten(one.title) for one in active], lang)
    return words.TO_DO[len(active) > 1].say(lang, n=number, roadmaps=titles)


_RANK_OF_NONE = list(Action).index(Action.NONE)


def _section(below: Below, consequences: Consequences, lang: Lang) -> Section:
    owner = _owner(below, consequences)
    lines = [_line(impact, owner, consequences, lang) for impact in below.impacts]
    if any(impact.action is Action.REVIEW for impact in below.impacts):
        lines.append(Line((Piece(words.THEN.say(lang, roadmap=below.roadmap)),), 0))
    acting = [one.level for one in below.impacts if one.action is not Action.NONE]
    level = min(acting, key=lambda one: one.rank, default=Level.EDITORIAL)
    return Section(shorten(below.title), level, lines)


def _owner(below: Below, consequences: Consequences) -> Text | None:
    """Return whose the changed roadmap is to those below; None where they are of its level."""
    level = consequences.level
    return OWNERS.get(str(level.value)) if level and level is not below.level else None


def _line(impact: Impact, owner: Text | None, consequences: Consequences, lang: Lang) -> Line:
    children = [*_tell_changes(impact, consequences, lang)]
    if advice := say_advice(impact, lang):
        children.append(Line((Piece(words.DO.say(lang), "name"), Piece(advice)), 0))
    return Line(tuple(_say_head(impact, owner, lang)), 1, tuple(children))


def _say_head(impact: Impact, owner: Text | None, lang: Lang) -> Iterator[Piece]:
    """Yield who refers to what, what has become of it, how grave that is, whether it is known."""
    place, target = impact.place.entity, impact.target.entity
    is_whole = place.kind == "roadmap"
    name = words.WHOLE.say(lang) if is_whole else capitalise(say_name(place, lang))
    yield Piece(name, "name")
    if target.kind == "roadmap":
        yield Piece(words.REFERS_TO_ALL.say(lang, target=say_entity(target, lang)))
        if impact.also:
            also = dict.fromkeys(say_name(one, lang) for one in impact.also)
            yield Piece(words.ALSO.say(lang, also=join(also, lang)))
    else:
        yield Piece(words.REFERS.say(lang, target=_say_target(target, owner, lang)))
        yield Piece(_say_fate(impact, lang))
    yield Piece(words.LEVEL.say(lang, level=impact.level))
    if impact.action is Action.NONE and impact.place.reviewed and not _is_editorial(impact):
        yield Piece(words.REVIEWED.say(lang, version=impact.place.reviewed))


def _say_target(target: EntityRef, owner: Text | None, lang: Lang) -> str:
    """Return what is referred to: "länets område ”Digitalisering”"."""
    noun = KINDS.get(target.kind)
    if owner is None or noun is None or not target.title:
        return say_name(target, lang)
    return OWNED.say(lang, owner=owner, kind=noun.one, title=shorten(target.title))


def _say_fate(impact: Impact, lang: Lang) -> str:
    target = impact.target
    if target.heirs:
        heirs = [say_name(heir, lang) for heir in target.heirs]
        return words.IS_ANOTHER.say(lang, heirs=join(heirs, lang))
    if target.is_gone:
        return words.IS_GONE.say(lang)
    if any(_is_presence(one, target.entity) for one in impact.changes):
        noun = KINDS.get(target.entity.kind)
        return words.IS_NEW.say(lang, new=NEW[noun.neuter if noun else False])
    if _is_editorial(impact):
        return words.ONLY_WORDING.say(lang)
    own = any(one.level is not Level.EDITORIAL for one in impact.changes)
    return (words.HAS_CHANGED if own else words.HAS_CHANGED_INSIDE).say(lang)


def _tell_changes(impact: Impact, consequences: Consequences, lang: Lang) -> Iterator[Line]:
    """Yield what has happened to the target; of much only the sum and what is weakened."""
    target = impact.target.entity
    if target.kind == "roadmap":
        yield from _sum_up(impact.changes, consequences, lang)
        return
    for change in sorted(impact.changes, key=lambda one: one.level.rank):
        plain = change.level is not Level.MAJOR and _MORE.isdisjoint(change.details)
        is_told = _is_presence(change, target) and plain
        if change.level is not Level.EDITORIAL and not is_told:
            yield _tell(change, target, lang)
    if impact.inside:
        summary, *weak = _sum_up(impact.inside, consequences, lang)
        sum_ = summary.pieces[0].text
        told = words.INSIDE.say(lang, summary=sum_[:1].lower() + sum_[1:])
        yield Line((Piece(told),), 0, tuple(weak))


def _sum_up(changes: tuple[Change, ...], consequences: Consequences, lang: Lang) -> Iterator[Line]:
    summary = summarise(replace(consequences.comparison, changes=changes), lang)
    yield Line((Piece(summary),), 0)
    for change in changes:
        if change.level is Level.MAJOR:
            yield Line((_weakened(lang), *say_change(change, lang)), 0)


def _tell(change: Change, target: EntityRef, lang: Lang) -> Line:
    within = change.details.get("within")
    own = (change.entity.kind, change.entity.id) == (target.kind, target.id)
    inner = isinstance(within, EntityRef) and not own
    pieces = say_change(without(change, "within"), lang) if inner else say_part(change, lang)
    prefix = (_weakened(lang),) if change.level is Level.MAJOR else ()
    return Line((*prefix, *pieces), 0)


def _weakened(lang: Lang) -> Piece:
    return Piece(words.WEAKENED.say(lang), "name")


def _is_presence(change: Change, entity: EntityRef) -> bool:
    same = (change.entity.kind, change.entity.id) == (entity.kind, entity.id)
    return same and change.kind in _PRESENCE and not change.path


def _is_editorial(impact: Impact) -> bool:
    return impact.level is Level.EDITORIAL


def _unanswered(consequences: Consequences, lang: Lang) -> Section:
    """Return what nobody refers to: areas and preconditions, and goals below their area."""
    changes = consequences.unanswered
    only_new = all(change.kind is ChangeKind.ADDED for change in changes)
    title = (words.ONLY_NEW if only_new else words.UNANSWERED).say(lang)
    ranks = {area: rank for rank, area in enumerate(consequences.comparison.areas)}
    by_area: dict[EntityRef | None, list[Change]] = {}
    for change in changes:
        area = change.details.get("area") if change.entity.kind == "goal" else change.entity
        by_area.setdefault(area if isinstance(area, EntityRef) else None, []).append(change)
    lines: list[Line] = []
    for area in sorted(by_area, key=lambda one: _place_of(one, ranks)):
        lines += _group(area, by_area[area], lang)
    return Section(title, Level.MINOR, lines)


def _place_of(area: EntityRef | None, ranks: dict[str, int]) -> tuple[int, str]:
    if area is None:
        return len(ranks) + 1, ""
    return (ranks.get(area.id, len(ranks)) if area.kind == "area" else len(ranks)), area.id


def _group(area: EntityRef | None, changes: list[Change], lang: Lang) -> Iterable[Line]:
    goals = sorted((one for one in changes if one.entity != area), key=_order)
    told = [Line(say_change(one, lang), 1) for one in goals]
    own = [Line(say_change(one, lang), 1, tuple(told)) for one in changes if one.entity == area]
    if own:
        return own
    if area is None:
        return told
    return [Line((Piece(capitalise(say_name(area, lang)), "name"),), 0, tuple(told))]


def _order(change: Change) -> tuple[float, str]:
    place = change.details.get("place")
    return (place if isinstance(place, int) else float("inf")), change.entity.id
