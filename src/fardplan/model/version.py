"""Version numbers such as `1.0`: compared as numbers, shown as written."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import total_ordering
from typing import Final, Self

from pydantic import GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from fardplan.locales.text import Lang, Text
from fardplan.model.number import read_text
from fardplan.model.refusal import Refused, quote
from fardplan.model.written import Written

_WRITTEN = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9}){0,2}")
_PARTS: Final = 3

NOT_A_VERSION = Text("”{written}” är inget versionsnummer.", "“{written}” is not a version number.")
VERSION_HINT = Text(
    "Skriv ett till tre tal med punkt emellan: 1, 1.0 eller 1.0.1.",
    "Write one to three numbers with points between them: 1, 1.0 or 1.0.1.",
)


@total_ordering
@dataclass(frozen=True, slots=True)
class VersionNumber(Written):
    """A version: 1.9 comes before 1.10, and 1 equals 1.0."""

    text: str = field(compare=False)
    """What the author wrote."""
    numbers: tuple[int, int, int]
    """Major, minor and correction; a part that is not written is 0."""

    @classmethod
    def parse(cls, written: object) -> Self:
        """Read a version number.

        Raises:
            Refused: if it is not one to three numbers with points between them.
        """
        text = read_text(written)
        if not _WRITTEN.fullmatch(text):
            raise Refused(NOT_A_VERSION, {"written": quote(text)}, VERSION_HINT)
        parts = [int(part) for part in text.split(".")]
        major, minor, correction = parts + [0] * (_PARTS - len(parts))
        return cls(text, (major, minor, correction))

    def say(self, lang: Lang) -> str:  # noqa: ARG002 (the same in both languages)
        """Return the version as written."""
        return self.text

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, VersionNumber):
            return NotImplemented
        return self.numbers < other.numbers

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {
            "anyOf": [
                {"type": "string", "pattern": r"^[0-9]+(\.[0-9]+){0,2}$"},
                {"type": "number", "minimum": 0},
            ],
            "description": "Ett versionsnummer: 1, 1.0 eller 1.0.1.",
            "examples": ["1.0", "1.0.1"],
        }
