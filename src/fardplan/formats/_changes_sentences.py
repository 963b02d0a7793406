"""What happened, as a sentence for each kind of change; it begins with the mark after the name."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from fardplan.changes._base import Change, ChangeKind
from fardplan.changes._values import Amount, EntityRef
from fardplan.formats._changes_phrases import (
    Sentence,
    say_fact,
    say_item,
    say_new,
    say_old,
    say_time,
)
from fardplan.formats._changes_values import say_entity, say_label, say_name, say_value, titles_of
from fardplan.locales import changes as words
from fardplan.locales.text import Lang, Text, join
from fardplan.model.projektplan import Projektplan
from fardplan.model.steering_terms import FundingKind


def _simple(text: Text, mark: str = " ") -> Sentence:
    """Return a sentence that only takes the values."""

    def say(change: Change, lang: Lang) -> str:
        return mark + text.say(lang, old=say_old(change, lang), new=say_new(change, lang))

    return say


def _either(both: Text, only_new: Text, only_old: Text, mark: str = " ") -> Sentence:
    """Return a sentence that differs where one of the values is missing."""

    def say(change: Change, lang: Lang) -> str:
        text = only_new if change.old is None else only_old if change.new is None else both
        return mark + text.say(lang, old=say_old(change, lang), new=say_new(change, lang))

    return say


def _say_completed(change: Change, lang: Lang) -> str:
    if edition := change.details.get("edition"):
        return ": " + words.KEPT.say(lang, edition=str(edition))
    return ": " + words.IS_COMPLETED.say(lang, new=say_new(change, lang))


def _say_delegated(change: Change, lang: Lang) -> str:
    if change.path[-1:] == ("status",):
        return " " + words.IS_DELEGATED_SOMEWHERE.say(lang)
    return " " + words.IS_DELEGATED.say(lang, new=say_new(change, lang))


def _say_taken_back(change: Change, lang: Lang) -> str:
    if change.path[-1:] == ("status",):
        return " " + words.IS_TAKEN_BACK_FROM_SOMEWHERE.say(lang)
    return " " + words.IS_TAKEN_BACK.say(lang, old=say_old(change, lang))


def _say_money(change: Change, lang: Lang) -> str:
    label = say_label(change, lang)
    source, year = change.details.get("source"), change.details.get("year")
    said = say_value(source, lang) if source else ""
    parts = (said, "" if not year or str(year) in said else str(year))
    around = ", ".join(part for part in parts if part)
    what = f"{label} ({around})" if label and around else label or around
    old, new = change.old, change.new
    if isinstance(old, Amount) and isinstance(new, Amount):
        text = words.MORE if new.sek > old.sek else words.LESS
        size = Amount(abs(new.sek - old.sek))
        return ": " + text.say(lang, what=what, old=old, new=new, size=size)
    text = words.MONEY_COMES if old is None else words.MONEY_GOES
    return ": " + text.say(lang, what=what, old=say_old(change, lang), new=say_new(change, lang))


def _say_payer(change: Change, lang: Lang) -> str:
    text = words.PAID_BY
    if change.old is None or change.new is None:
        text = words.PAID_ALSO_BY if change.old is None else words.NOT_PAID_BY
    elif change.new is FundingKind.NONE_NEEDED:
        text = words.NEEDS_NO_MONEY
    elif change.old is FundingKind.NONE_NEEDED:
        text = words.NEEDS_MONEY
    elif change.old is FundingKind.UNDECIDED:
        text = words.PAID_AT_LAST
    elif change.new is FundingKind.UNDECIDED:
        text = words.PAID_NO_MORE
    return " " + text.say(lang, old=say_old(change, lang), new=say_new(change, lang))


def _say_priority(change: Change, lang: Lang) -> str:
    year = change.details.get("year")
    label = (words.PRIORITY_IN if year else words.PRIORITY).say(lang, year=str(year))
    if party := change.details.get("party"):
        label += f" ({say_value(party, lang)})"
    text = words.FROM_TO
    if change.old is None or change.new is None:
        text = words.NOW if change.old is None else words.BEFORE
    return f": {label}: {text.say(lang, old=say_old(change, lang), new=say_new(change, lang))}."


def _say_plan(change: Change, lang: Lang) -> str:
    plan = change.new or change.old
    kind = str(plan.kind) if isinstance(plan, Projektplan) and plan.kind else "projektplan"
    parts = change.details.get("parts")
    count = len(parts) if isinstance(parts, tuple) else 0
    text = words.HAS_PLAN if change.old is None else words.HAS_NO_PLAN
    return " " + text.say(lang, plan=words.PLANS[kind], n=count)


def _say_target(both: Text) -> Sentence:
    def say(change: Change, lang: Lang) -> str:
        text = words.NEW_TARGET if change.old is None else both
        text = words.NO_TARGET if change.new is None else text
        said = text.say(lang, old=say_old(change, lang), new=say_new(change, lang))
        year = change.details.get("year")
        return f": {said}{f' ({year})' if year else ''}."

    return say


def _say_filled(change: Change, lang: Lang) -> str:
    if change.kind is ChangeKind.PLACEHOLDER_OPENED:
        said = say_value(change.new, lang, titles_of(change))
        return f" {words.IS_EMPTY.say(lang)} {said}".rstrip()
    return " " + words.IS_FILLED.say(lang)


def _say_adopted(change: Change, lang: Lang) -> str:
    if change.kind is ChangeKind.UNADOPTED and "editions" in change.details:
        text = words.NEXT_EDITION if change.new else words.NEXT_WITHOUT_STATUS
        return _simple(text, ": ")(change, lang)
    if change.entity.kind == "roadmap":
        return _either(words.IS_ROADMAP_ADOPTED, words.NOW, words.BEFORE, ": ")(change, lang)
    if change.kind is ChangeKind.UNADOPTED:
        text = words.IS_NOT_ADOPTED if change.path else words.NOT_TOLD
        return ": " + text.say(lang, new=say_new(change, lang))
    when = change.details.get("when")
    said = words.IS_ADOPTED.say(lang)
    return f": {said} ({say_value(when, lang)})." if when else f": {said}."


def _say_order(change: Change, lang: Lang) -> str:
    label = say_label(change, lang)
    lead = f": {label}: " if label else ": "
    said = words.IS_REORDERED.say(lang)
    items = change.new if isinstance(change.new, tuple) else ()
    if items and all(isinstance(item, EntityRef) for item in items):
        said += ": " + join([say_entity(item, lang) for item in items], lang)
    return f"{lead}{said}."


def _say_name(change: Change, lang: Lang) -> str:
    """Return what an entity is called now; another name in it is a fact like any other."""
    if change.path not in (("title",), ("term",)):
        return say_fact(change, lang)
    own = change.entity.kind != "roadmap" and change.entity.title == change.new
    renamed = words.WAS_CALLED if own else words.IS_RENAMED
    return _either(renamed, words.IS_NAMED, words.BEFORE)(change, lang)


def _say_id(change: Change, lang: Lang) -> str:
    old, new = change.old, change.new
    if not isinstance(new, EntityRef):
        return say_fact(change, lang)
    if isinstance(old, EntityRef) and old.kind == new.kind:
        return " " + words.HAS_NEW_ID.say(lang, old=old.id, new=new.id)
    pair = [say_name(ref, lang) if isinstance(ref, EntityRef) else "" for ref in (old, new)]
    return " " + words.IS_NOW.say(lang, old=pair[0], new=pair[1])


SENTENCES: Mapping[ChangeKind, Sentence] = MappingProxyType(
    {
        ChangeKind.ADDED: say_item,
        ChangeKind.REMOVED: say_item,
        ChangeKind.DROPPED: _simple(words.IS_DROPPED),
        ChangeKind.RESUMED: _either(words.IS_RESUMED, words.IS_RESUMED, words.IS_RESUMED_SOMEHOW),
        ChangeKind.COMPLETED: _say_completed,
        ChangeKind.REOPENED: _simple(words.IS_REOPENED),
        ChangeKind.RENAMED: _say_name,
        ChangeKind.REIDENTIFIED: _say_id,
        ChangeKind.MOVED: _either(words.IS_MOVED, words.IS_PLACED, words.IS_LOOSE),
        ChangeKind.REORDERED: _say_order,
        ChangeKind.SPLIT: _simple(words.IS_SPLIT),
        ChangeKind.MERGED: _simple(words.IS_MERGED),
        ChangeKind.DELEGATED: _say_delegated,
        ChangeKind.UNDELEGATED: _say_taken_back,
        ChangeKind.STAGE_ADVANCED: _simple(words.HAS_REACHED),
        ChangeKind.STAGE_REGRESSED: _either(
            words.HAS_GONE_BACK, words.HAS_REACHED, words.HAS_NO_STAGE
        ),
        ChangeKind.DATE_SLIPPED: say_time(words.SLIPS),
        ChangeKind.DATE_ADVANCED: say_time(words.ADVANCES),
        ChangeKind.PARTY_JOINED: _simple(words.PARTY_JOINS, ": "),
        ChangeKind.PARTY_LEFT: _simple(words.PARTY_LEAVES, ": "),
        ChangeKind.FINANCING_INCREASED: _say_money,
        ChangeKind.FINANCING_DECREASED: _say_money,
        ChangeKind.FINANCING_SOURCE_CHANGED: _say_payer,
        ChangeKind.PROJEKTPLAN_ADDED: _say_plan,
        ChangeKind.PROJEKTPLAN_REMOVED: _say_plan,
        ChangeKind.PROJEKTPLAN_PART_ADDED: _simple(words.HAS_PART, ": "),
        ChangeKind.PROJEKTPLAN_PART_REMOVED: _simple(words.LACKS_PART, ": "),
        ChangeKind.PLACEHOLDER_FILLED: _say_filled,
        ChangeKind.PLACEHOLDER_OPENED: _say_filled,
        ChangeKind.PRIORITY_CHANGED: _say_priority,
        ChangeKind.ADOPTED: _say_adopted,
        ChangeKind.UNADOPTED: _say_adopted,
        ChangeKind.BASELINE_ADDED: _simple(words.BASELINE, ": "),
        ChangeKind.BASELINE_REMOVED: _simple(words.NO_BASELINE, ": "),
        ChangeKind.MEASURED: _simple(words.MEASURED, ": "),
        ChangeKind.MEASUREMENT_REMOVED: _simple(words.NOT_MEASURED, ": "),
        ChangeKind.TARGET_RAISED: _say_target(words.TARGET_RAISED),
        ChangeKind.TARGET_LOWERED: _say_target(words.TARGET_LOWERED),
    }
)
"""Kinds that are not here are told as facts: what a field says now, and what it said."""
