"""How values of a change read in a sentence: never an id alone, never a Python value."""

from __future__ import annotations

import re
from collections.abc import Mapping

from fardplan.changes._base import Change
from fardplan.changes._values import EntityRef
from fardplan.formats._changes_items import describe, name_item
from fardplan.locales import changes as words
from fardplan.locales.kinds import KINDS
from fardplan.locales.languages import say_in_language
from fardplan.locales.text import Lang, join, say_content
from fardplan.model.activity import Activity
from fardplan.model.base import Value
from fardplan.model.fields import FieldSpec, field_of

_LONGEST_TITLE = 100
_LONGEST_VALUE = 200
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
        return shorten(describe(value, lang, titles or {}, say_value), _LONGEST_VALUE)
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
    """Return which field a change is about: "Giltighetstid › Till och med".

    An item stands after the list that it is in: "Bindande ”verksamhet” › Styrka".
    """
    specs = specs_of(change)
    labels, keys = [spec.label(lang) for spec in specs], [spec.key for spec in specs]
    for depth, item in items_of(change):
        if keys[depth - 1] == "none":
            labels[depth - 1] = _say_emptied(str(item), lang)
        else:
            labels[depth - 1] += f" {_say_item(item, keys[depth - 1], change, lang)}"
    return " › ".join(dict.fromkeys(labels))


def specs_of(change: Change) -> tuple[FieldSpec, ...]:
    """Return the fields on the way from the entity to the value."""
    under = change.details.get("under") or ()
    specs = (*(under if isinstance(under, tuple) else ()), change.spec)
    return tuple(spec for spec in specs if isinstance(spec, FieldSpec))


def items_of(change: Change) -> tuple[tuple[int, object], ...]:
    """Return the things without an id that a change is in, by how many fields lead to each."""
    items = change.details.get("items")
    return items if isinstance(items, tuple) else ()


def _say_emptied(key: str, lang: Lang) -> str:
    spec = field_of(Activity, key)
    return words.ON_PURPOSE.say(lang, field=spec.label(lang) if spec else key)


def _say_item(item: object, key: str, change: Change, lang: Lang) -> str:
    if key == "translations":
        said = say_in_language(str(item), lang)
        return f"{said[:1].lower()}{said[1:]}"
    titles = titles_of(change)
    if isinstance(item, Value):
        name = name_item(item, lang, titles, say_value)
    else:
        name = say_value(item, lang, titles)
    return words.QUOTED.say(lang, title=shorten(name))


def titles_of(change: Change) -> Mapping[str, str]:
    """Return the titles of the references inside the values of a change."""
    titles = change.details.get("titles")
    return titles if isinstance(titles, Mapping) else {}
