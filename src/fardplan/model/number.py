"""Numbers, years, counts, yes-or-no and units of money, read exactly as the author wrote them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Annotated, Final, Self

from pydantic import GetJsonSchemaHandler, PlainValidator, WithJsonSchema
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from fardplan.locales import numbers as words
from fardplan.locales.text import Lang, group_thousands
from fardplan.model.refusal import Refused, quote
from fardplan.model.term import Term
from fardplan.model.written import Written

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2199
# With 20 digits a sum in any unit stays exact in the 28 digits that Decimal reckons with.
_MOST_DIGITS = 20
_SPACES = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"
_WRITTEN = re.compile(
    rf"([+\-\u2212])?([0-9]+|[0-9]{{1,3}}(?:[{_SPACES}][0-9]{{3}})+)(?:[.,]([0-9]+))?"
)
_PATTERN = rf"^[+\-\u2212]?([0-9]+|[0-9]{{1,3}}([{_SPACES}][0-9]{{3}})+)([.,][0-9]+)?$"
_GROUPED = re.compile(r"[0-9]{1,3}(?:(?:\.[0-9]{3}){2,}|(?:,[0-9]{3}){2,}|[.,][0-9]{3}[.,][0-9]+)")
_WITH_UNIT = re.compile(
    r"[^0-9]*([0-9][0-9., ]*?)\s*(kr|kronor|sek|tkr|ksek|mnkr|mkr|msek|%|procent)"
)


def read_text(value: object) -> str:
    """Return one written scalar as text, without spaces around it.

    Whole numbers are taken as they print, since callers in Python hand them over.

    Raises:
        Refused: if nothing is written, or it is no scalar.
    """
    if isinstance(value, str):
        if text := value.strip():
            return text
        raise Refused(words.NO_VALUE)
    if value is None:
        raise Refused(words.NO_VALUE)
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, (bool, float)):
        raise Refused(words.NOT_A_NUMBER, {"written": quote(value)}, words.DIGITS_HINT)
    raise Refused(words.NOT_ONE_VALUE)


@dataclass(frozen=True, slots=True)
class Number(Written):
    """An exact number; `7.50` equals `7,5`, but each keeps its digits when shown."""

    text: str = field(compare=False)
    """What the author wrote."""
    value: Decimal

    @classmethod
    def parse(cls, written: object) -> Self:
        """Read a number such as `1200000`, `7,50` or `1 200 000`.

        Raises:
            Refused: if it is no number, or could be read in more than one way.
        """
        text = read_text(written)
        if not (match := _WRITTEN.fullmatch(text)):
            raise _explain(text)
        sign, whole, decimals = match.groups()
        for space in _SPACES:
            whole = whole.replace(space, "")
        if len(whole) + len(decimals or "") > _MOST_DIGITS:
            raise Refused(
                words.TOO_LONG, {"written": quote(text), "most": _MOST_DIGITS}, words.DIGITS_HINT
            )
        if len(whole) > 1 and whole.startswith("0"):
            raise Refused(words.LEADING_ZERO, {"written": quote(text)}, words.DIGITS_HINT)
        digits = f"{whole}.{decimals}" if decimals else whole
        return cls(text, Decimal(f"-{digits}" if sign and sign != "+" else digits))

    @classmethod
    def of(cls, value: Decimal | int) -> Self:
        """Return a computed value as a number that shows all its digits."""
        exact = Decimal(value)
        return cls(format(exact, "f"), exact)

    def say(self, lang: Lang) -> str:
        """Return the number as the language writes it: "1 234 567,50" or "1,234,567.50"."""
        plus = "+" if self.text.startswith("+") else ""
        return plus + say_decimal(self.value, lang)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {
            "anyOf": [
                {"type": "number"},
                {
                    "type": "string",
                    "pattern": _PATTERN,
                },
            ],
            "description": "Ett tal med siffror: 1200000, 1 200 000 eller 7,5.",
            "examples": [1200000, "7,50"],
        }


def _explain(text: str) -> Refused:
    """Return the most precise reason why `text` is no number."""
    values = {"written": quote(text)}
    if _GROUPED.fullmatch(text):
        return Refused(words.GROUPED, values, words.GROUPED_HINT)
    if _WITH_UNIT.fullmatch(text.casefold().replace("\N{NO-BREAK SPACE}", " ")):
        return Refused(words.NOT_A_NUMBER, values, words.BARE_HINT)
    return Refused(words.NOT_A_NUMBER, values, words.DIGITS_HINT)


def say_decimal(value: Decimal, lang: Lang) -> str:
    """Return an exact number with all its decimals: "−1 234,50" or "−1,234.50"."""
    return group_thousands(format(abs(value) if value == 0 else value, "f"), lang)


class MoneyUnit(Term):
    """The unit of an amount."""

    SEK = "SEK", "kr"
    kSEK = "kSEK", "tkr"  # noqa: N815 (the name is the value that users write)
    MSEK = "MSEK", "mnkr"

    @classmethod
    def _missing_(cls, value: object) -> MoneyUnit | None:
        return _UNIT_ALIASES.get(value.casefold()) if isinstance(value, str) else None

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        json_schema = handler(schema)
        also = {"kr": cls.SEK, "tkr": cls.kSEK, "mnkr": cls.MSEK, "mkr": cls.MSEK}
        choices = [(str(unit.value), unit) for unit in cls] + list(also.items())
        target = handler.resolve_ref_schema(json_schema)
        for name in ("enum", "type"):
            target.pop(name, None)
        target["oneOf"] = [{"const": written, "title": unit.sv} for written, unit in choices]
        return json_schema


_UNIT_ALIASES = {
    "sek": MoneyUnit.SEK, "kr": MoneyUnit.SEK, "kronor": MoneyUnit.SEK,
    "ksek": MoneyUnit.kSEK, "tkr": MoneyUnit.kSEK,
    "msek": MoneyUnit.MSEK, "mnkr": MoneyUnit.MSEK, "mkr": MoneyUnit.MSEK,
}  # fmt: skip


def read_year(written: object) -> int:
    """Read a year from 1900 to 2199, written in four digits.

    Raises:
        Refused: if it is anything else.
    """
    text = read_text(written)
    if re.fullmatch("[0-9]{4}", text) and FIRST_YEAR <= int(text) <= LAST_YEAR:
        return int(text)
    raise Refused(words.NOT_A_YEAR, {"written": quote(text)}, words.YEAR_HINT)


def read_count(written: object) -> int:
    """Read a whole number from 0 up, in digits that may be grouped by spaces.

    Raises:
        Refused: if it is negative, has decimals or is no number.
    """
    text = read_text(written)
    match = _WRITTEN.fullmatch(text)
    if not match or match[1] or match[3]:
        raise Refused(words.NOT_A_COUNT, {"written": quote(text)}, words.COUNT_HINT)
    return int(Number.parse(text).value)


def read_flag(written: object) -> bool:
    """Read `true` or `false`; yes, no, ja and nej are text in YAML 1.2 and are refused.

    Raises:
        Refused: if it is anything else.
    """
    if isinstance(written, bool):
        return written
    text = read_text(written)
    if text in ("true", "True", "TRUE"):
        return True
    if text in ("false", "False", "FALSE"):
        return False
    raise Refused(words.NOT_A_FLAG, {"written": quote(text)}, words.FLAG_HINT)


def _or_text(schema: dict[str, object], pattern: str) -> WithJsonSchema:
    """Return the JSON Schema of a value that may also stand in quotation marks."""
    return WithJsonSchema({"anyOf": [schema, {"type": "string", "pattern": pattern}]})


Year = Annotated[
    int,
    PlainValidator(read_year),
    _or_text(
        {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR}, r"^(19|20|21)[0-9]{2}$"
    ),
]
"""A year from 1900 to 2199."""

Count = Annotated[
    int,
    PlainValidator(read_count),
    _or_text({"type": "integer", "minimum": 0}, rf"^[0-9]([0-9{_SPACES}]*[0-9])?$"),
]
"""A whole number from 0 up."""

Flag = Annotated[
    bool,
    PlainValidator(read_flag),
    _or_text({"type": "boolean"}, "^(true|True|TRUE|false|False|FALSE)$"),
]
"""True or false."""
