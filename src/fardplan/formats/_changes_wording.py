"""One change in words, the same for every format: a name, what happened, the words that differ."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from fardplan.changes._base import Change, ChangeKind, Level
from fardplan.changes._values import EntityRef
from fardplan.changes._words import diff_words
from fardplan.formats._changes_phrases import say_fact
from fardplan.formats._changes_sentences import SENTENCES
from fardplan.formats._changes_values import (
    say_entity,
    say_label,
    say_name,
    say_value,
    shorten,
    titles_of,
)
from fardplan.locales import changes as words
from fardplan.locales.kinds import KINDS
from fardplan.locales.text import Lang, Text, capitalise
from fardplan.model.approval import Approval
from fardplan.model.common import Placeholder
from fardplan.model.fields import FieldSpec

Role = Literal["plain", "name", "same", "old", "new"]

_MOST_EQUAL = 90
_EDGE = 35
_MOST_TEXT = 400


class Piece(NamedTuple):
    """A stretch of a line: plain, the name of what changed, or text kept, gone or new.

    `entity` is what a name is the name of, where a page may lead to it.
    """

    text: str
    role: Role = "plain"
    entity: EntityRef | None = None


def say_change(change: Change, lang: Lang) -> tuple[Piece, ...]:
    """Return a change as a line of its own, with the name of what changed."""
    if change.kind in (ChangeKind.ADDED, ChangeKind.REMOVED) and not change.path:
        return tuple(_say_presence(change, lang))
    told = list(_tell(change, lang))
    if change.entity.kind == "roadmap":
        first = told[0].text.removeprefix(": ").strip()
        return (Piece(capitalise(first) + _tail(told[0].text), told[0].role), *told[1:])
    name = Piece(capitalise(name_of(change, lang)), "name", change.entity)
    return (name, *told)


def say_part(change: Change, lang: Lang) -> tuple[Piece, ...]:
    """Return a change as a point below the name of what changed."""
    if change.kind in (ChangeKind.ADDED, ChangeKind.REMOVED) and not change.path:
        return tuple(_say_presence(change, lang))
    told = list(_tell(change, lang))
    first = told[0].text.removeprefix(": ").lstrip()
    return (Piece(capitalise(first), told[0].role), *told[1:])


def name_of(change: Change, lang: Lang) -> str:
    """Return the name of what changed, and of what it stands in."""
    name = say_name(change.entity, lang)
    within = change.details.get("within")
    if isinstance(within, EntityRef):
        return f"{name} {words.UNDER.say(lang, around=say_name(within, lang))}"
    return name


def _say_presence(change: Change, lang: Lang) -> Iterator[Piece]:
    closed = change.details.get("closed")
    if closed and change.kind is ChangeKind.REMOVED:
        yield Piece(capitalise(name_of(change, lang)), "name", change.entity)
        yield Piece(" " + words.HAS_LEFT.say(lang, status=closed))
        yield from _remark(change, lang)
        return
    noun = KINDS.get(change.entity.kind)
    added = change.kind is ChangeKind.ADDED
    sort = change.entity.kind
    if noun:
        sort = noun.new(lang) if added else noun.gone(lang)
    yield Piece(f"{capitalise(sort)}: ")
    yield Piece(say_entity(change.entity, lang), "name", change.entity)
    within = change.details.get("within")
    if isinstance(within, EntityRef):
        yield Piece(" " + words.UNDER.say(lang, around=say_name(within, lang)))
    if closed:
        yield Piece(" " + words.IS_CLOSED.say(lang, status=closed))
    if delegated := change.details.get("delegated"):
        yield Piece(" " + words.HANDLED_IN.say(lang, plan=delegated))
    if isinstance(gap := change.details.get("gap"), Placeholder):
        said = say_value(gap, lang, titles_of(change)).rstrip(".")
        yield Piece(" " + words.IS_GAP.say(lang, gap=said))
    origin = change.details.get("origin")
    if isinstance(origin, EntityRef):
        yield Piece(" " + words.WAS_ONGOING.say(lang, origin=say_entity(origin, lang)))
    yield from _remark(change, lang)


def _tell(change: Change, lang: Lang) -> Iterator[Piece]:
    """Yield what happened, beginning with the space or colon after the name."""
    if change.kind is ChangeKind.REWORDED or (
        change.kind is ChangeKind.DEFINITION_CHANGED
        and all(type(text) is str for text in (change.old, change.new))
    ):
        yield from _say_words(change, lang)
    else:
        say: Callable[[Change, Lang], str] = SENTENCES.get(change.kind, say_fact)
        yield Piece(say(change, lang))
    if isinstance(end := change.details.get("end"), Change):
        yield Piece(" " + capitalise(say_fact(end, lang).removeprefix(": ")))
    reason = change.details.get("reason")
    if reason:
        yield Piece(" " + words.REASON.say(lang, reason=shorten(str(reason), _MOST_TEXT)))
    elif _lacks_reason(change):
        yield Piece(" " + words.NO_REASON.say(lang))
    yield from _remark(change, lang)


def _lacks_reason(change: Change) -> bool:
    """Tell whether something is dropped or put off that ought to say why, and nobody approved."""
    if change.entity.kind == "roadmap" or "told" in change.details or change.approval:
        return False
    late = change.kind is ChangeKind.DATE_SLIPPED and change.level is Level.MAJOR
    return change.kind is ChangeKind.DROPPED or (late and not change.details.get("kept"))


def _remark(change: Change, lang: Lang) -> Iterator[Piece]:
    """Yield what is said after a change: that it is a guess, and who has approved it."""
    if change.guess is not None:
        yield Piece(" " + say_guess(change.guess, lang))
    if approval := change.approval:
        yield Piece(" " + say_approval(words.APPROVED, approval, lang))


def say_guess(score: float, lang: Lang) -> str:
    """Return that identity was guessed, and from how much likeness."""
    return words.GUESSED.say(lang, score=round(score * 100))


def say_approval(text: Text, approval: Approval, lang: Lang, **values: object) -> str:
    """Return a text on an approval: by whom, in which decision, when."""
    by, decision = shorten(approval.by), shorten(approval.decision)
    return text.say(lang, by=by, decision=decision, date=approval.date, **values)


def _say_words(change: Change, lang: Lang) -> Iterator[Piece]:
    """Yield the text with what is gone and what is new."""
    whole = change.entity.kind == "statement" and change.path == ("text",)
    label = "" if whole else say_label(change, lang)
    yield Piece(f": {label}: " if label else ": ")
    old, new = (_on_one_line(text, change) for text in (change.old, change.new))
    if not old or not new:
        yield Piece(shorten(old or new, _MOST_TEXT), "old" if old else "new")
        return
    roles: dict[str, Role] = {"delete": "old", "insert": "new"}
    for span in diff_words(old, new):
        if span.op == "equal":
            yield Piece(_elide(span.text), "same")
        else:
            yield Piece(span.text, roles[span.op])


def _on_one_line(text: object, change: Change) -> str:
    """Return a text as it is compared; of a list of lines, one after the other."""
    written = str(text or "")
    is_list = isinstance(change.spec, FieldSpec) and change.spec.shape == "ordered"
    return "; ".join(written.splitlines()) if is_list else written


def _elide(text: str) -> str:
    """Return unchanged words, without those far from any change."""
    if len(text) <= _MOST_EQUAL:
        return text
    head, tail = text[:_EDGE].rpartition(" ")[0], text[-_EDGE:].partition(" ")[2]
    return f"{head} … {tail}"


def _tail(text: str) -> str:
    return " " if text.endswith(" ") else ""
