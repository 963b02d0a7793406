"""The base of all enumerations: a value for the file, a Swedish label for people."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Self

    from fardplan.locales.text import Lang


class Term(StrEnum):
    """One of a closed set of values, with its Swedish label; the English label is the value."""

    sv: str

    def __new__(cls, value: str, sv: str) -> Self:
        """Make the member `value` with the label `sv`."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.sv = sv
        return member

    def say(self, lang: Lang) -> str:
        """Return the label in `lang`."""
        return self.sv if lang == "sv" else str(self.value).replace("_", " ")
