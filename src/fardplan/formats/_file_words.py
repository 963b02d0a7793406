"""A file in words, line by line: what it says and not how it is written.

The keys stand in the order of `fmt`, under the names that people know them by, and each line says
where it stands, so that one that differs can be read by itself. Texts are broken where sentences
end, lists whose order says nothing are sorted, and what does not fit the model is shown as written.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fardplan.editing.key_order import key_order
from fardplan.locales import changes as words
from fardplan.locales.text import Lang, say_content
from fardplan.locales.visible import make_visible
from fardplan.model.base import Short, Value
from fardplan.model.fields import FieldSpec, Route, fields_of, leaves

_SENTENCE = re.compile(r"(?<=[.!?])[\"”’)]?\s+(?=[\"”’(]?[A-ZÅÄÖ])")
_SPACE = re.compile(r"\s+")

Worded = Mapping[Route, object]
"""The values that fit the model, by where they stand."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a file holds: its plain values, the model made of what fits, its comments."""

    model: type[Value]
    values: Mapping[str, object]
    value: Value | None
    is_whole: bool
    """Whether all of it fits the model."""
    comments: tuple[str, ...] = ()


def write_words(content: Content, lang: Lang) -> list[str]:
    """Return a file's content as lines; the comments come last, as they are written."""
    leaf_values = leaves(content.value) if content.value is not None else ()
    worded = {leaf.route: leaf.value for leaf in leaf_values}
    lines = _write_fields(content.model, content.values, (), (), worded, lang)
    return [make_visible(line) for line in (*lines, *content.comments)]


def _write_fields(
    model: type[Value],
    values: Mapping[str, object],
    route: Route,
    labels: tuple[str, ...],
    worded: Worded,
    lang: Lang,
) -> Iterator[str]:
    """Yield the lines of a mapping: known keys in the order of the model, then the others."""
    specs = {spec.key: spec for spec in fields_of(model)}
    for key in key_order(model):
        if key in values:
            names = (*labels, specs[key].label(lang))
            yield from _write_field(specs[key], values[key], (*route, key), names, worded, lang)
    for key in sorted(values.keys() - specs.keys()):
        yield _line((*labels, key), _as_written(values[key]))


def _write_field(
    spec: FieldSpec,
    content: object,
    route: Route,
    labels: tuple[str, ...],
    worded: Worded,
    lang: Lang,
) -> Iterator[str]:
    if spec.shape == "mapping" and isinstance(content, dict):
        for key in sorted(content):
            names = (*labels, key)
            yield from _write_item(spec, content[key], (*route, key), names, worded, lang)
    elif spec.shape in ("ordered", "unordered") and isinstance(content, list):
        items = [
            list(_write_item(spec, item, (*route, at), labels, worded, lang))
            for at, item in enumerate(content)
        ]
        for item in sorted(items) if spec.shape == "unordered" else items:
            yield from item
    else:
        yield from _write_item(spec, content, route, labels, worded, lang)


def _write_item(
    spec: FieldSpec,
    content: object,
    route: Route,
    labels: tuple[str, ...],
    worded: Worded,
    lang: Lang,
) -> Iterator[str]:
    model = spec.model
    if model and issubclass(model, Short) and isinstance(content, (str, list)):
        content = {model.shorthand: content}
    if model is None or not isinstance(content, dict):
        yield from _write_leaf(spec, content, route, labels, worded, lang)
    elif spec.shape in ("one", "mapping"):
        yield from _write_fields(model, content, route, labels, worded, lang)
    elif isinstance(own_id := content.get(model.identity), str):
        rest = {key: value for key, value in content.items() if key != model.identity}
        inner = list(_write_fields(model, rest, route, (*labels, own_id), worded, lang))
        yield from inner or [_line(labels, own_id)]
    else:
        inner = list(_write_fields(model, content, route, (), worded, lang))
        yield _line(labels, "; ".join(f"{line[:1].lower()}{line[1:]}" for line in inner))


def _write_leaf(
    spec: FieldSpec,
    content: object,
    route: Route,
    labels: tuple[str, ...],
    worded: Worded,
    lang: Lang,
) -> Iterator[str]:
    known = worded.get(route)
    if known is None and spec.shape in ("ordered", "unordered"):
        known = worded.get((*route, 0))  # a lone text in the place of a list
    if content is None:
        yield _line(labels, words.NOT_GIVEN.say(lang))
    elif known is None or isinstance(content, (dict, list)):
        yield _line(labels, _as_written(content))
    elif spec.text == "prose":
        for paragraph in str(known).splitlines():
            for sentence in _SENTENCE.split(paragraph.strip()):
                if sentence:
                    yield _line(labels, sentence)
    else:
        yield _line(labels, say_content(known, lang))


def _as_written(content: object) -> str:
    """Return a value that fits no model, on one line."""
    if isinstance(content, str):
        return content
    return json.dumps(content, ensure_ascii=False, sort_keys=True)


def _line(labels: tuple[str, ...], said: str) -> str:
    return f"{' › '.join(labels)}: {_SPACE.sub(' ', said).strip()}"
