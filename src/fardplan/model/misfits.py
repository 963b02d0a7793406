"""What does not fit a model, in plain words with a way out."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import Enum
from types import MappingProxyType
from typing import Any, Literal

from fardplan.locales import misfits as words
from fardplan.locales.text import Lang, Text
from fardplan.model.base import Value
from fardplan.model.fields import FieldSpec, Route, field_of, fields_of
from fardplan.model.names import keys_by_swedish_name, slug, terms_by_swedish_name
from fardplan.model.refusal import Refused, quote

Spot = Literal["key", "value", "first_key"]

_MOST_CHOICES = 14


@dataclass(frozen=True, slots=True)
class Listing:
    """Choices for a sentence: `draft` (utkast), `adopted` (antagen)."""

    items: tuple[tuple[str, str], ...]

    def say(self, lang: Lang) -> str:
        """Return the choices, with their Swedish meaning in Swedish."""
        shown = self.items[:_MOST_CHOICES]
        more = ["…"] if len(self.items) > len(shown) else []
        named = [f"`{key}` ({name})" if lang == "sv" else f"`{key}`" for key, name in shown]
        return ", ".join([*named, *more])


@dataclass(frozen=True, slots=True)
class Misfit:
    """One thing that does not fit: the rule it falls under, where in the file, the words for it.

    `values["near"]` is the key or the value that was probably meant, where one is known.
    """

    rule: str
    route: Route
    spot: Spot
    text: Text
    values: MappingProxyType[str, object] = field(compare=False)
    hint: Text | None = None


def explain(model: type[Value], error: Any) -> Misfit:
    """Return what one pydantic error says, in the words of the user."""
    route: Route = error["loc"]
    kind: str = error["type"]
    owner, spec = owner_and_field(model, route)
    if kind == "extra_forbidden":
        return _unknown_key(owner or model, route)
    if kind == "missing":
        return _missing_key(route, spec)
    if error["input"] is None and route:
        return _no_value(route, spec)
    if kind == "enum" and spec:
        return _not_a_choice(route, spec, error["input"])
    if isinstance(refused := error.get("ctx", {}).get("error"), Refused):
        return _misfit(route, refused.text, dict(refused.values), refused.hint)
    if misfit := _wrong_shape(route, kind, spec, error["input"], model):
        return misfit
    return _unfit_text(route, error, spec)


def owner_and_field(
    model: type[Value], route: Route
) -> tuple[type[Value] | None, FieldSpec | None]:
    """Return the model that owns the last key of `route`, and the field of that key.

    No field means that the model knows no such key.
    """
    owner: type[Value] | None = model
    spec: FieldSpec | None = None
    own_key = False  # the key after a mapping's own is the user's
    for part in route:
        if isinstance(part, int):
            continue
        if own_key:
            own_key = False
            continue
        owner = spec.model if spec else model
        spec = field_of(owner, part) if owner else None
        if spec is None:
            return owner, None
        own_key = spec.shape == "mapping"
    return owner, spec


def _misfit(
    route: Route,
    text: Text,
    values: dict[str, object],
    hint: Text | None = None,
    *,
    rule: str = "invalid-value",
    spot: Spot = "value",
) -> Misfit:
    return Misfit(rule, route, spot, text, MappingProxyType(values), hint)


def _unknown_key(owner: type[Value], route: Route) -> Misfit:
    key = str(route[-1])
    values: dict[str, object] = {"key": quote(key)}
    names = {spec.key: spec.title for spec in fields_of(owner)}
    if near := keys_by_swedish_name(owner).get(slug(key)):
        values |= {"near": near, "title": names[near].casefold()}
        hint = words.WRITE_KEY
    elif close := get_close_matches(key.casefold(), names, n=1, cutoff=0.6):
        values |= {"near": close[0]}
        hint = words.DID_YOU_MEAN
    elif " " in key.strip():
        hint = words.PART_OF_TEXT  # {text: Vi hjälps åt, alltid och jämt}
    else:
        choices = tuple((name, title.casefold()) for name, title in names.items())
        values |= {"keys": Listing(choices)}
        hint = words.POSSIBLE_KEYS
    return _misfit(route, words.UNKNOWN_KEY, values, hint, rule="unknown-key", spot="key")


def _missing_key(route: Route, spec: FieldSpec | None) -> Misfit:
    key = str(route[-1])
    values: dict[str, object] = {
        "key": key,
        "title": spec.title.casefold() if spec else key,
        "description": spec.description if spec else "",
    }
    return _misfit(
        route, words.MISSING_KEY, values, words.ADD_KEY, rule="missing-key", spot="first_key"
    )


def _no_value(route: Route, spec: FieldSpec | None) -> Misfit:
    if isinstance(route[-1], int):
        return _misfit(route, words.EMPTY_ITEM, {}, words.GIVE_ITEM)
    hint = words.GIVE_REQUIRED if spec and spec.required else words.GIVE_VALUE
    return _misfit(route, words.NO_VALUE, {"key": route[-1]}, hint)


def _not_a_choice(route: Route, spec: FieldSpec, written: object) -> Misfit:
    terms = spec.scalar
    if terms is None or not issubclass(terms, Enum):
        return _misfit(route, words.CANNOT_USE, {"written": quote(written)})
    if not isinstance(written, str):
        return _not_a_text(route, written)
    labels = {str(term.value): str(getattr(term, "sv", "")) for term in terms}
    values: dict[str, object] = {"written": quote(written)}
    near = terms_by_swedish_name(terms).get(slug(written)) or _closest(written, labels)
    if near:
        values |= {"near": near, "title": labels[near]}
        return _misfit(route, words.NOT_A_CHOICE, values, words.WRITE_TERM)
    values |= {"choices": Listing(tuple(labels.items()))}
    return _misfit(route, words.NOT_A_CHOICE, values, words.CHOICES)


def _closest(written: str, labels: dict[str, str]) -> str | None:
    """Return the value that is spelt most like what was written, or whose label is."""
    text = quote(written).casefold()
    meant = {value.casefold(): value for value in labels} | {
        label.casefold(): value for value, label in labels.items() if label
    }
    close = get_close_matches(text, meant, n=1, cutoff=0.7)
    return meant[close[0]] if close else None


def _wrong_shape(
    route: Route, kind: str, spec: FieldSpec | None, written: object, model: type[Value]
) -> Misfit | None:
    if kind == "string_type":
        return _not_a_text(route, written)
    if kind in ("tuple_type", "list_type"):
        return _misfit(route, words.NOT_A_LIST, {"what": _describe(written)}, words.LIST_HINT)
    if kind in ("model_type", "dict_type", "model_attributes_type"):
        return _not_a_mapping(route, spec, written, model)
    return None


def _not_a_mapping(
    route: Route, spec: FieldSpec | None, written: object, model: type[Value]
) -> Misfit:
    what = _describe(written)
    if spec is not None and spec.model is None:
        return _misfit(route, words.NOT_A_MAPPING, {"what": what})
    keys = fields_of((spec.model if spec else None) or model)
    first = next((item.key for item in keys if item.required), keys[0].key)
    values: dict[str, object] = {"what": what, "key": first}
    return _misfit(route, words.NOT_A_MAPPING, values, words.MAPPING_HINT)


def _not_a_text(route: Route, written: object) -> Misfit:
    hint = words.COLON_HINT if isinstance(written, dict) and len(written) == 1 else None
    return _misfit(route, words.NOT_A_TEXT, {"what": _describe(written)}, hint)


def _unfit_text(route: Route, error: Any, spec: FieldSpec | None) -> Misfit:
    kind, written = error["type"], str(error["input"])
    values: dict[str, object] = {"written": quote(written)}
    if kind == "string_too_long":
        return _misfit(route, words.TOO_LONG, values | {"most": error["ctx"]["max_length"]})
    if not written.strip():
        item = bool(route) and isinstance(route[-1], int)
        return _misfit(route, words.EMPTY_TEXT, {}, words.GIVE_ITEM if item else words.GIVE_VALUE)
    if kind == "string_pattern_mismatch" and spec and spec.text == "url":
        return _misfit(route, words.NOT_A_URL, values, words.URL_HINT)
    if kind == "string_pattern_mismatch":
        parts = written.split("/") if spec and spec.text == "previous" else [written]
        values |= {"slug": "/".join(slug(part) or "id" for part in parts)}
        return _misfit(route, words.NOT_AN_ID, values, words.ID_HINT)
    return _misfit(route, words.CANNOT_USE, values)


def _describe(written: object) -> Text:
    if written is None:
        return words.NOTHING
    if isinstance(written, dict):
        return words.A_MAPPING
    return words.A_LIST if isinstance(written, (list, tuple)) else words.A_TEXT
