"""How things without a title of their own read: by what tells them apart, then by what they say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from fardplan.changes._fields import NATURAL_KEYS
from fardplan.locales import changes as words
from fardplan.locales.text import Lang, join, localise
from fardplan.model.base import Value
from fardplan.model.common import ListBlock, Placeholder
from fardplan.model.fields import Leaf, leaves
from fardplan.model.indicator import Measurement, Target
from fardplan.model.links import Link

Say = Callable[[object, Lang], str]

_NAMES = ("title", "text", "wording", "role", "what", "label")
_UNTOLD = frozenset({"id", "number", "remarks", "sources"})
_NUMBERS = frozenset({"version"})
"""What says nothing without the name of the field."""
_CLEAR = frozenset({"kind"})
"""What needs no name of the field beside another name."""


def describe(value: Value, lang: Lang, titles: Mapping[str, str], say: Say) -> str:
    """Return what a thing is called, else all that it says; `say` words a single value."""
    if isinstance(value, (Measurement, Target)):
        return _say_measured(value, lang)
    if isinstance(value, Placeholder):
        return _say_gap(value, lang, titles)
    if isinstance(value, ListBlock):
        return _say_list(value, lang)
    for name in _NAMES:
        if text := getattr(value, name, None):
            return str(text)
    return _say_fields(value, lang, titles, say)


def name_item(value: Value, lang: Lang, titles: Mapping[str, str], say: Say) -> str:
    """Return what tells an item of a list apart, as short as it can be said."""
    keys = _naming_keys(value)
    told = [leaf for leaf in _told(value) if leaf.route[0] in keys]
    if isinstance(value, ListBlock) and value.lead:
        return value.lead.rstrip(":")
    if not told or isinstance(value, (Measurement, Target)):
        return describe(value, lang, titles, say)
    return ", ".join(_say_leaf(leaf, lang, titles, say) for leaf in told)


def _say_fields(value: Value, lang: Lang, titles: Mapping[str, str], say: Say) -> str:
    """Return "verksamhet (styrka styrande)", or "senast 30 april, för …" where nothing names it."""
    keys = _naming_keys(value)
    told = list(_told(value))
    names = [_say_leaf(leaf, lang, titles, say) for leaf in told if leaf.route[0] in keys]
    facts = [_say_labelled(leaf, lang, titles, say) for leaf in told if leaf.route[0] not in keys]
    if not names or not facts:
        return ", ".join(names or facts)
    return f"{', '.join(names)} ({', '.join(facts)})"


def _naming_keys(value: Value) -> tuple[str, ...]:
    return Link.TARGETS if isinstance(value, Link) else NATURAL_KEYS.get(type(value).__name__, ())


def _told(value: Value) -> Iterator[Leaf]:
    for leaf in leaves(value):
        if leaf.spec.key not in _UNTOLD and "sources" not in leaf.route:
            yield leaf


def _say_leaf(leaf: Leaf, lang: Lang, titles: Mapping[str, str], say: Say) -> str:
    if leaf.spec.key in _NUMBERS:
        return _say_labelled(leaf, lang, titles, say)
    return (titles.get(str(leaf.value)) or say(leaf.value, lang)).rstrip(".")


def _say_labelled(leaf: Leaf, lang: Lang, titles: Mapping[str, str], say: Say) -> str:
    label = leaf.spec.label(lang)
    said = (titles.get(str(leaf.value)) or say(leaf.value, lang)).rstrip(".")
    return said if leaf.spec.key in _CLEAR else f"{label[:1].lower()}{label[1:]} {said}"


def _say_gap(gap: Placeholder, lang: Lang, titles: Mapping[str, str]) -> str:
    """Return why something is empty, and when and by whom it will be filled."""
    told = gap.due is not None and gap.due.text in f"{gap.text or ''} {gap.reason or ''}"
    due = words.GAP_DUE.say(lang, due=gap.due) if gap.due and not told else ""
    body = titles.get(gap.decided_by, gap.decided_by) if gap.decided_by else ""
    by = words.GAP_BY.say(lang, body=body) if body else ""
    why = (gap.text or gap.reason or "").strip().rstrip(".")
    return "; ".join(part for part in (why, due, by) if part)


def _say_list(block: ListBlock, lang: Lang) -> str:
    items = "; ".join(item.text.strip().rstrip(".") for item in block.items if item.text)
    lead = (block.lead or "").strip().rstrip(":")
    return f"{lead}: {items}" if lead and items else lead or items or localise(block.force, lang)


def _say_measured(value: Measurement | Target, lang: Lang) -> str:
    """Return "151,6 (2024; kvinnor 139,8)", the figure first."""
    if isinstance(value, Target):
        return _say_target(value, lang)
    groups = [
        f"{row.group} {localise(row.value, lang)}" for row in value.by if row.value is not None
    ]
    when = localise(value.period, lang)
    if value.value is None and groups:
        return f"{join(groups, lang)} ({when})"
    if value.value is None:
        return f"{when} ({value.missing})" if value.missing else when
    return f"{localise(value.value, lang)} ({'; '.join([when, *groups])})"


def _say_target(target: Target, lang: Lang) -> str:
    said = [] if target.value is None else [localise(target.value, lang)]
    if target.change is not None:
        said.append(words.TARGET_CHANGE.say(lang, change=target.change))
    if not said and target.text:
        said.append(target.text)
    told = ", ".join(said)
    return f"{told} ({target.year})" if target.year else told
