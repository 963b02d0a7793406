"""The texts that someone has written, as the rules about wording see them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from fardplan.model.base import Value, numbered
from fardplan.model.common import Quotation, Source
from fardplan.model.fields import FieldSpec, Route, fields_of, models_in, parts

_KINDS = frozenset({"line", "prose", "url"})
_NOT_WORDS = re.compile(
    r"```.*?```|`[^`]*`"  # code
    r"|(?<=\])\([^)\s]*\)|<[^>\s]*>|https?://\S+"  # where links lead
    r"|\[\^[^\]]*\]",  # footnotes
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Written:
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
        return _NOT_WORDS.sub(lambda gone: " " * len(gone[0]), self.text)


def is_foreign(written: Written) -> bool:
    """Tell whether the words are others', or decided, so that nobody here can put them better."""
    return isinstance(written.owner, (Quotation, Source)) or written.spec.key == "wording"


class Texts:
    """All texts of some files, looked up once however many rules ask."""

    def __init__(self, documents: Iterable[tuple[str, Value]]) -> None:
        self._documents = documents
        self._found: tuple[Written, ...] | None = None

    def __iter__(self) -> Iterator[Written]:
        """Yield the texts in the order of the files and of the fields."""
        if self._found is None:
            self._found = tuple(_walk(self._documents))
        return iter(self._found)


def _walk(documents: Iterable[tuple[str, Value]]) -> Iterator[Written]:
    for file, document in documents:
        for route, owner in parts(document, fields=_fields_on_the_way):
            for spec in _text_fields(type(owner)):
                content = getattr(owner, spec.name)
                here = (*route, spec.key)
                if isinstance(content, str):
                    yield Written(file, here, owner, spec, content)
                elif content:
                    for at, text in _items(content):
                        yield Written(file, (*here, at), owner, spec, text)


def _items(content: object) -> Iterator[tuple[str | int, str]]:
    if isinstance(content, dict):
        yield from content.items()
    elif isinstance(content, tuple):
        yield from numbered(content)


@cache
def _text_fields(model: type[Value]) -> tuple[FieldSpec, ...]:
    """Return the fields that hold texts but no references."""
    return tuple(one for one in fields_of(model) if one.text in _KINDS and not one.refs)


@cache
def _fields_on_the_way(model: type[Value]) -> tuple[FieldSpec, ...]:
    """Return the fields that hold models with texts somewhere inside."""
    return tuple(
        spec
        for spec in fields_of(model)
        if any(_text_fields(held) for held in models_in(spec.model))
    )
