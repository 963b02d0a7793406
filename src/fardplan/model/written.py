"""What values have in common that are read from an author's own wording, and keep it."""

from __future__ import annotations

from typing import Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema


class Written:
    """A value that pydantic reads by `parse`, and that is written as its author wrote it.

    A subclass says what may be written in its own `__get_pydantic_json_schema__`.
    """

    __slots__ = ()
    text: str
    """What the author wrote."""

    @classmethod
    def parse(cls, written: object) -> Self:
        """Read what is written; raises Refused where it is no such value."""
        raise NotImplementedError

    def __str__(self) -> str:
        return self.text

    @classmethod
    def _accept(cls, value: object) -> Self:
        return value if isinstance(value, cls) else cls.parse(value)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls._accept, serialization=core_schema.to_string_ser_schema(when_used="json")
        )
