"""Changes in a YAML file that leave every other byte as it is.

Each function takes a file's bytes and returns the changed ones. What comes out is read again: it
must say just what was meant and hold every comment, else CannotEdit is raised and nothing is
changed. A new key takes its canonical place among those that are there, an item comes last; both
follow the file's own indentation and line ends, and stay inside `{…}` or `[…]` where they fit.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from fardplan.editing._insert import add_item, add_pair, replace_value
from fardplan.editing._nodes import Node, find
from fardplan.editing._refusal import CannotEdit
from fardplan.editing._scalars import Bare, print_scalar, quote_text
from fardplan.editing._source import NOT_SAFE, Edit, Source
from fardplan.editing.fragments import Inline, Plain, as_read
from fardplan.editing.key_order import Spot
from fardplan.locales.text import Text
from fardplan.model.base import Value
from fardplan.model.fields import Route

__all__ = ["CannotEdit", "append_item", "replace_scalars", "set_value"]

NO_PLACE = Text(
    "där ”{key}” ska stå finns redan en text eller en lista",
    "where “{key}” belongs there is a text or a list already",
)


def set_value(data: bytes, route: Route, value: Plain, model: type[Value]) -> bytes:
    """Return a file of `model` with `value` at `route`, whether something stood there or not.

    Keys on the way that are missing are made. The last part of the route may be an index that is
    there. A lone text keeps its quotation marks where that is possible.
    """
    source = Source.read(data)
    node, written, left = find(source.root, route)
    if not left and written[-1:] != route[-1:]:  # a list stands in place of the key
        raise CannotEdit(NO_PLACE, {"key": route[-1]})
    meant = _changed(source.values, written, left, value)
    return _set(source, (node, written, left), value, model, meant).write()


def append_item(data: bytes, route: Route, item: Plain, model: type[Value]) -> bytes:
    """Return a file of `model` with one more item in the list at `route`.

    The list is made where there is none; a lone text in its place becomes the first item.
    """
    source = Source.read(data)
    node, written, left = find(source.root, route)
    if not left and node.kind == "sequence" and node.items:
        meant = _with_item(source.values, written, item)
        return add_item(source, node, _parents(source.root, written), item, meant).write()
    if not left and node.kind == "mapping":
        raise CannotEdit(NO_PLACE, {"key": route[-1]})
    alone = not left and node.kind == "scalar" and not _is_nothing(source.values, written)
    items: Plain = Inline([node.text, item]) if alone else [item]
    meant = _changed(source.values, written, left, items)
    return _set(source, (node, written, left), items, model, meant).write()


def replace_scalars(data: bytes, texts: Mapping[Route, str]) -> bytes:
    """Return a file with other texts at these routes, each in the quotation marks it had.

    A route may lead through an alias, or through a key that is left out because a lone text or a
    list stands in its place. Raises CannotEdit where there is no text at a route.
    """
    source = Source.read(data)
    edits: list[Edit] = []
    meant = source.values
    for route, text in texts.items():
        node, written, left = find(source.root, route)
        if (
            node.kind != "scalar"
            or node.is_empty
            or any(isinstance(part, int) for part in left[1:])
        ):
            raise CannotEdit(NOT_SAFE)
        flow = any(parent.is_flow for parent in _parents(source.root, written))
        edits.append(Edit(node.start, node.end, _write_like(node, text, flow=flow)))
        meant = put(meant, written, lambda _, text=text: text)  # type: ignore[misc]
    return source.apply(edits, meant).write()


def put(values: object, route: Route, change: Callable[[object], object]) -> object:
    """Return plain values with the one at `route` changed, the given ones left alone."""
    if not route:
        return change(values)
    if isinstance(values, dict):
        return {
            key: put(one, route[1:], change) if key == route[0] else one
            for key, one in values.items()
        }
    if isinstance(values, list):
        return [
            put(one, route[1:], change) if index == route[0] else one
            for index, one in enumerate(values)
        ]
    raise CannotEdit(NOT_SAFE)


Found = tuple[Node, Route, Route]


def _set(source: Source, found: Found, value: Plain, model: type[Value], meant: object) -> Source:
    """Replace what stands at a route, or add the pair that is missing."""
    node, written, left = found
    parents = _parents(source.root, written)
    if left and node.kind == "mapping":
        key, *deeper = left
        for part in reversed(deeper):
            value = {str(part): value}
        order = _order_at(model, written)
        return add_pair(source, node, parents, (str(key), value), order, meant)
    for part in reversed(left):
        value = {str(part): value}
    if not left and node.kind == "scalar" and not node.is_empty and _is_one_line(node, value):
        flow = any(parent.is_flow for parent in parents)
        text = (
            _write_like(node, value, flow=flow)
            if isinstance(value, str) and not isinstance(value, Bare)
            else print_scalar(value, flow=flow)  # type: ignore[arg-type]
        )
        return source.apply([Edit(node.start, node.end, text)], meant)
    return replace_value(source, node, parents, value, meant)


def _order_at(model: type[Value], route: Route) -> tuple[str, ...]:
    """Return the keys that the mapping at a route may have, in order."""
    spot = Spot(model)
    for part in route:
        spot = spot.enter(part)
    return spot.keys()


def _is_one_line(node: Node, value: Plain) -> bool:
    """Tell whether a text on one line can be replaced by one where it stands."""
    short = isinstance(value, str) and "\n" not in value and len(value) <= 60
    return node.style not in ("|", ">") and (short or isinstance(value, int) or value is None)


def _write_like(node: Node, text: str, *, flow: bool) -> str:
    """Return a text as `node` is written, where it can be."""
    if node.style in ("'", '"'):
        print_scalar(text)  # raises CannotEdit for what no file may hold
        return quote_text(text, node.style)
    is_bare = not node.style and print_scalar(node.text) != node.text
    return print_scalar(Bare(text) if is_bare else text, flow=flow)


def _changed(values: object, written: Route, left: Route, value: Plain) -> object:
    """Return the values that are meant: `value` at the end of the route, mappings on the way."""
    new = as_read(value)
    for part in reversed(left[1:] if left else ()):
        new = {part: new}

    def change(old: object) -> object:
        if not left:
            return new
        if old is not None and not isinstance(old, dict):
            raise CannotEdit(NO_PLACE, {"key": left[0]})
        if not all(isinstance(part, str) for part in left):
            raise CannotEdit(NOT_SAFE)
        return {**(old or {}), left[0]: new}

    return put(values, written, change)


def _with_item(values: object, written: Route, item: Plain) -> object:
    return put(values, written, lambda old: [*old, as_read(item)])  # type: ignore[misc]


def _parents(root: Node, written: Route) -> Sequence[Node]:
    """Return the nodes on the way to a route, the root first, the last not included."""
    return [find(root, written[:at])[0] for at in range(len(written))]


def _is_nothing(values: object, written: Route) -> bool:
    for part in written:
        values = values[part]  # type: ignore[index]
    return values is None
