"""The texts that someone has written, as the rules about wording see them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from fardplan.model.base import Value, numbered
from fardplan.model.common import Quotation, Source
from fardplan.model.fields import FieldSpec, Route, fields_of, models_in

_KINDS = frozenset({"line", "prose", "url"})
_SIGNS = re.compile(r"[`\[<]|https?:")
"""What there must be in a text for anything in it to be no words."""

_NOT_WORDS = re.compile(
    r"```.*?```|`[^`]*`"  # code
    r"|(?<=\])\([^)\s]*\)|<[^>\s]*>|https?://\S+"  # where links lead
    r"|\[\^[^\]]*\]",  # footnotes
    re.DOTALL,
)


class Written(NamedTuple):
    """One text: the file and route that it stands at, in what, under which key."""

    file: str
    route: Route
    owner: Value
    spec: FieldSpec
    text: str

    @property
    def is_prose(self) -> bool:
        """Whether it is running text rather than a name or a title."""
        return self.spec.text == "prose"

    @property
    def words(self) -> str:
        """The text without code and addresses, each replaced by blanks."""
        if not _SIGNS.search(self.text):
            return self.text
        return _NOT_WORDS.sub(lambda gone: " " * len(gone[0]), self.text)


def is_foreign(written: Written) -> bool:
    """Tell whether the words are others', or decided, so that nobody here can put them better."""
    return isinstance(written.owner, (Quotation, Source)) or written.spec.key == "wording"


class Texts:
    """All texts of some files, looked up once however many rules ask."""

    def __init__(self, documents: Iterable[tuple[str, Value]]) -> None:
        self._documents = documents
        self._found: list[Written] | None = None

    def __iter__(self) -> Iterator[Written]:
        """Yield the texts in the order of the files and of the fields."""
        if self._found is None:
            self._found = _walk(self._documents)
        return iter(self._found)


def _walk(documents: Iterable[tuple[str, Value]]) -> list[Written]:
    found: list[Written] = []
    for file, document in documents:
        _collect(file, (), document, found)
    return found


def _collect(file: str, route: Route, owner: Value, found: list[Written]) -> None:
    """Add the texts in `owner` and in what it holds."""
    held = owner.__dict__
    for spec in _fields_on_the_way(type(owner)):
        if not (content := held[spec.name]):
            continue
        here = (*route, spec.key)
        if isinstance(content, str):
            found.append(Written(file, here, owner, spec, content))
        elif isinstance(content, Value):
            _collect(file, here, content, found)
        else:
            for at, item in _items(content):
                if isinstance(item, str):
                    found.append(Written(file, (*here, at), owner, spec, item))
                else:
                    _collect(file, (*here, at), item, found)


def _items(
    content: Mapping[str, Any] | tuple[Any, ...],
) -> Iterable[tuple[str | int, Any]]:
    return numbered(content) if isinstance(content, tuple) else content.items()


@cache
def _fields_on_the_way(model: type[Value]) -> tuple[FieldSpec, ...]:
    """Return the fields that are texts, but no references, or hold models with texts inside."""
    return tuple(
        spec
        for spec in fields_of(model)
        if _is_text(spec) or any(map(_has_texts, models_in(spec.model)))
    )


@cache
def _has_texts(model: type[Value]) -> bool:
    return any(map(_is_text, fields_of(model)))


def _is_text(spec: FieldSpec) -> bool:
    return spec.text in _KINDS and not spec.refs
