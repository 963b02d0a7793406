"""How values of a change read in a sentence: never an id alone, never a Python value."""

from __future__ import annotations

import re
from collections.abc import Mapping

from fardplan.changes._base import Change
from fardplan.changes._values import EntityRef
from fardplan.locales import changes as words
from fardplan.locales.kinds import KINDS
from fardplan.locales.text import Lang, join, localise, say_content
from fardplan.model.base import Value
from fardplan.model.fields import FieldSpec, leaves
from fardplan.model.indicator import Measurement, Target

_LONGEST_TITLE = 100
_LONGEST_VALUE = 200
_UNTOLD = frozenset({"id", "number", "remarks", "sources"})
_SPACE = re.compile(r"\s+")


def shorten(text: str, longest: int = _LONGEST_TITLE) -> str:
    """Return a text on one line, cut at a word where it is too long."""
    line = _SPACE.sub(" ", text).strip()
    if len(line) <= longest:
        return line
    return line[: longest - 1].rpartition(" ")[0].rstrip(" ,;:.–-") + "…"


def say_value(value: object, lang: Lang, titles: Mapping[str, str] | None = None) -> str:
    """Return a value in words."""
    if value is None:
        return words.NOT_GIVEN.say(lang)
    if isinstance(value, EntityRef):
        return say_entity(value, lang)
    if isinstance(value, Value):
        return shorten(_describe(value, lang, titles or {}), _LONGEST_VALUE)
    if isinstance(value, (tuple, list)):
        return join([say_value(item, lang, titles) for item in value], lang)
    if type(value) is str:
        return shorten(value, _LONGEST_VALUE)
    return say_content(value, lang)


def say_entity(entity: EntityRef, lang: Lang) -> str:
    """Return an entity by its title in quotation marks, or by its kind where it has none."""
    if entity.title:
        return words.QUOTED.say(lang, title=shorten(entity.title))
    noun = KINDS.get(entity.kind)
    return noun.the.say(lang) if noun else entity.kind


def say_name(entity: EntityRef, lang: Lang) -> str:
    """Return an entity with its kind: "aktiviteten ”Tullhuset”"."""
    noun = KINDS.get(entity.kind)
    the = noun.the.say(lang) if noun else entity.kind
    return f"{the} {say_entity(entity, lang)}" if entity.title else the


def say_label(change: Change, lang: Lang) -> str:
    """Return which field a change is about: "Giltighetstid › Till och med"."""
    under = change.details.get("under") or ()
    specs = [*(under if isinstance(under, tuple) else ()), change.spec]
    labels = [spec.label(lang) for spec in specs if isinstance(spec, FieldSpec)]
    label = " › ".join(dict.fromkeys(labels))
    item = change.details.get("item")
    if not item:
        return label
    said = say_value(item, lang, titles_of(change))
    return f"{label} {words.QUOTED.say(lang, title=shorten(said))}"


def titles_of(change: Change) -> Mapping[str, str]:
    """Return the titles of the references inside the values of a change."""
    titles = change.details.get("titles")
    return titles if isinstance(titles, Mapping) else {}


def _describe(value: Value, lang: Lang, titles: Mapping[str, str]) -> str:
    if isinstance(value, (Measurement, Target)):
        return _say_measured(value, lang)
    for name in ("title", "text", "wording", "role", "what", "label"):
        if text := getattr(value, name, None):
            return str(text)
    parts = []
    for leaf in leaves(value):
        if leaf.spec.key in _UNTOLD or "sources" in leaf.route:
            continue
        said = (titles.get(str(leaf.value)) or say_value(leaf.value, lang)).rstrip(".")
        label = leaf.spec.label(lang)
        parts.append(f"{label[0].lower()}{label[1:]} {said}")
    return ", ".join(parts)


def _say_measured(value: Measurement | Target, lang: Lang) -> str:
    when = value.period if isinstance(value, Measurement) else value.year
    known = [value.value] if isinstance(value, Measurement) else [value.value, value.change]
    said = [localise(number, lang) for number in known if number is not None]
    if isinstance(value, Measurement):
        said += [f"{row.group} {localise(row.value, lang)}" for row in value.by if row.value]
    elif value.text:
        said.append(value.text)
    return f"{', '.join(said)} ({localise(when, lang)})" if when else ", ".join(said)
