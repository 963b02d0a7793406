"""The mark of a review: what the target said then, as a short hash that any clone can compare."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final, Self

from pydantic import GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from fardplan.locales.text import Lang, Text
from fardplan.model.number import read_text
from fardplan.model.refusal import Refused, quote
from fardplan.model.version import VersionNumber
from fardplan.model.written import Written

_PATTERN: Final = r"[0-9]{1,4}:[0-9]{1,9}(\.[0-9]{1,9}){0,2}:[0-9a-f]{16}"

NOT_A_MARK = Text(
    "”{written}” är inget sådant märke som `fardplan review` skriver.",
    "“{written}” is no such mark as `fardplan review` writes.",
)
MARK_HINT = Text(
    "Ta bort raden. `fardplan review` skriver en ny när ni stämmer av.",
    "Delete the line. `fardplan review` writes a new one when you review.",
)


@dataclass(frozen=True, slots=True)
class Substance(Written):
    """What something said in one version, hashed: `1:1.0:9f3a5c0de1b2a476`."""

    text: str = field(compare=False)
    """As it is written."""
    algorithm: int
    """The number of the algorithm that made it."""
    version: VersionNumber
    """The version that it was taken of."""
    digest: str
    """The hash, 16 hexadecimal digits."""

    @classmethod
    def parse(cls, written: object) -> Self:
        """Read a mark; raises Refused where it is none."""
        text = read_text(written)
        if not re.fullmatch(_PATTERN, text):
            raise Refused(NOT_A_MARK, {"written": quote(text)}, MARK_HINT)
        algorithm, version, digest = text.split(":")
        return cls(text, int(algorithm), VersionNumber.parse(version), digest)

    @classmethod
    def of(cls, algorithm: int, version: VersionNumber, digest: str) -> Self:
        """Put together a mark."""
        return cls(f"{algorithm}:{version}:{digest}", algorithm, version, digest)

    def say(self, lang: Lang) -> str:  # noqa: ARG002 (the same in both languages)
        """Return the mark as written."""
        return self.text

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {
            "type": "string",
            "pattern": f"^{_PATTERN}$",
            "description": "Märket efter en avstämning, som `fardplan review` skriver.",
        }
