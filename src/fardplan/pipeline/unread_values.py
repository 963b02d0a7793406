"""What the files of a roadmap hold that could not be read: it is shown as it is written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fardplan.documents.compose.unread import Unread
from fardplan.locales.text import Lang
from fardplan.model._faulty import follow
from fardplan.model.base import Value
from fardplan.model.edition import Edition
from fardplan.model.fields import Route
from fardplan.model.misfits import Misfit, owner_and_field
from fardplan.model.paths import path_in
from fardplan.source.collection import Loaded
from fardplan.source.slots import place_of
from fardplan.source.tree import Tree
from fardplan.source.yaml import read_yaml

UNKNOWN = "unknown-key"


def list_faulty(loaded: Loaded, folder: str, *, past: bool) -> Iterator[str]:
    """Yield the files of a roadmap, and those that all share, that could not be read in full.

    In the past, keys that are no longer known hold nothing that could be missing.
    """
    for path in sorted({*loaded.faults, *loaded.misfits}):
        if not (path.startswith(path_in(folder, "")) or path.count("/") == 1):
            continue
        rules = {one.rule for one in loaded.misfits.get(path, ())}
        if path in loaded.faults or not past or rules != {UNKNOWN}:
            yield path


def find_unread(loaded: Loaded, tree: Tree, edition: Edition, lang: Lang) -> tuple[Unread, ...]:
    """Return every value of a roadmap's files that was left out, and every file with such parts.

    A key that is not known holds nothing that is; it is passed over.
    """
    home = edition.path_of("")
    paths = sorted(one for one in {*loaded.incomplete, *loaded.misfits} if one.startswith(home))
    titles = {edition.path_of(name): getattr(one, "title", "") for name, one in edition.documents()}
    return tuple(
        found
        for path in paths
        for found in _of_file(loaded, tree, path, titles.get(path) or path, lang)
    )


def _of_file(loaded: Loaded, tree: Tree, path: str, title: str, lang: Lang) -> Iterator[Unread]:
    if path in loaded.incomplete:
        yield Unread(path)
    model = place_of(path).model
    routes = list(_routes(loaded.misfits.get(path, ())))
    if model is None or not routes:
        return
    data = read_yaml(tree.read(path)).values
    for route in routes:
        if written := _write(_get(data, route)):
            yield Unread(title, _label(model, route, lang), written)


def _routes(misfits: tuple[Misfit, ...]) -> Iterator[Route]:
    """Yield where something stands that was left out: what lacks a required key goes as a whole."""
    routes = dict.fromkeys(
        one.route[:-1] if one.rule == "missing-key" else one.route
        for one in misfits
        if one.rule != UNKNOWN
    )
    for route in routes:
        inside = any(route[:length] in routes for length in range(1, len(route)))
        if route and not inside:
            yield route


def _get(data: Any, route: Route) -> Any:
    found = follow(data, route)
    if found is None:
        return None
    holder, last = found
    try:
        return holder[last]
    except (LookupError, TypeError):
        return None


def _write(value: Any) -> str:
    """Return a value as one line."""
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_write(one)}" for key, one in value.items())
    if isinstance(value, list):
        return ", ".join(map(_write, value))
    return "" if value is None else str(value)


def _label(model: type[Value], route: Route, lang: Lang) -> str:
    """Return what the field is called, with the field of the file that it stands in."""
    names = []
    for length in (1, len(route)):
        spec = owner_and_field(model, route[:length])[1]
        names.append(spec.label(lang) if spec else str(route[length - 1]))
    return ": ".join(dict.fromkeys(names))
