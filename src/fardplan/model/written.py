"""What values have in common that are read from an author's own wording, and keep it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from functools import lru_cache
from typing import Self, TypeVar

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

W = TypeVar("W")


class Written(ABC):
    """A value that pydantic reads by `parse`, and that is written as its author wrote it.

    A subclass says what may be written in its own `__get_pydantic_json_schema__`.
    """

    __slots__ = ()
    text: str
    """What the author wrote."""

    @classmethod
    @abstractmethod
    def parse(cls, written: object) -> Self:
        """Read what is written; raises Refused where it is no such value."""

    def __str__(self) -> str:
        return self.text

    @classmethod
    def _accept(cls, value: object) -> Self:
        if isinstance(value, str):
            read: Self = _read(cls.parse, value)
            return read
        return value if isinstance(value, cls) else cls.parse(value)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls._accept, serialization=core_schema.to_string_ser_schema(when_used="json")
        )


@lru_cache(maxsize=8192)
def _read(parse: Callable[[object], W], text: str) -> W:
    """Return what a text means; kept, since plans say the same few times and amounts over."""
    return parse(text)
