"""A reference that is to be reviewed, with what has changed in what it leads to."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console

from fardplan.changes._base import Change, Comparison, Level, Side
from fardplan.changes._values import EntityRef
from fardplan.formats._changes_lines import Line
from fardplan.formats._changes_phrases import without
from fardplan.formats._changes_summary import summarise
from fardplan.formats._changes_values import say_name
from fardplan.formats._changes_wording import Piece, say_change, say_part
from fardplan.formats._lines_text import print_lines
from fardplan.formats._page import Page
from fardplan.formats._terminal import draw
from fardplan.locales import impact, reviewing
from fardplan.locales.text import Lang, Text, capitalise
from fardplan.locales.visible import make_visible
from fardplan.model.edition import Edition
from fardplan.rules._reviews import Review, Standing


def describe_review(review: Review, holder: EntityRef, page: Page) -> str:
    """Return who refers to what, and what has changed there since the review."""
    lang = page.lang
    target = EntityRef(review.target.id, review.entity.kind, review.entity.id, review.entity.title)
    place = impact.WHOLE.say(lang) if holder.kind == "roadmap" else say_name(holder, lang)
    heads = {Standing.NEVER: reviewing.FIRST, Standing.CURRENT: reviewing.CURRENT}
    head = heads.get(review.standing, reviewing.HEAD)
    told = head.say(
        lang,
        place=capitalise(place),
        target=say_name(target, lang),
        then=review.then or "",
        now=review.now or "",
    )
    lines = tuple(_lines(review, lang))

    def print_all(console: Console) -> None:
        console.print(make_visible(told))
        print_lines(console, lines, page)

    return draw(print_all, color=page.color, width=page.width)


def _lines(review: Review, lang: Lang) -> Iterator[Line]:
    values = {"then": review.then or "", "roadmap": review.target.id}
    if review.standing is Standing.UNKNOWN:
        yield _say(reviewing.UNREADABLE, lang, **values)
    elif review.standing is Standing.SUSPECT and not review.is_shown:
        unread = review.past is None
        yield _say(reviewing.CHANGED_UNSEEN if unread else reviewing.CHANGED_SINCE, lang, **values)
    elif review.standing is Standing.UNCHANGED:
        yield _say(reviewing.UNCHANGED, lang)
    elif review.entity.kind == "roadmap" and review.past:
        yield _sum_up(review, review.past.edition, lang)
        weak = (one for one in review.changes if one.level is Level.MAJOR)
        yield from (_tell(change, change.entity, lang) for change in weak)
        yield _say(reviewing.READ_ALL, lang, **values)
    else:
        own = EntityRef(review.target.id, review.entity.kind, review.entity.id, "")
        for change in sorted(review.changes, key=lambda one: one.level.rank):
            yield _tell(change, own, lang)


def _say(text: Text, lang: Lang, **values: object) -> Line:
    return Line((Piece(text.say(lang, **values)),), 0)


def _sum_up(review: Review, before: Edition, lang: Lang) -> Line:
    sides = [_side(before), _side(review.target)]
    comparison = Comparison(review.target.id, sides[0], sides[1], review.changes)
    return Line((Piece(summarise(comparison, lang)),), 0)


def _side(edition: Edition) -> Side:
    roadmap = edition.roadmap
    number = roadmap.version.text if roadmap.version else None
    return Side(number or ".", None, roadmap.year, number, roadmap.title)


def _tell(change: Change, own: EntityRef, lang: Lang) -> Line:
    is_own = (change.entity.kind, change.entity.id) == (own.kind, own.id)
    whole = own is change.entity
    if is_own and not whole:
        pieces = say_part(change, lang)
    else:
        pieces = say_change(change if whole else without(change, "within"), lang)
    if change.level is Level.MAJOR:
        pieces = (Piece(impact.WEAKENED.say(lang), "name"), *pieces)
    return Line(pieces, 0)
