"""Numbers are exact, keep the digits that were written, and are refused when they could be misread."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from fardplan.locales.text import LANGUAGES
from fardplan.model.money import in_sek, say_money
from fardplan.model.number import Count, Flag, MoneyUnit, Number, Year
from fardplan.model.refusal import Refused
from fardplan.model.version import VersionNumber

NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("written", "value", "sv", "en"),
    [
        ("1200000", "1200000", "1 200 000", "1,200,000"),
        ("1 200 000", "1200000", "1 200 000", "1,200,000"),
        (f"1{NBSP}200{NBSP}000", "1200000", "1 200 000", "1,200,000"),
        ("1\N{NARROW NO-BREAK SPACE}200", "1200", "1 200", "1,200"),
        ("7.50", "7.50", "7,50", "7.50"),
        ("7,50", "7.50", "7,50", "7.50"),
        ("1,5", "1.5", "1,5", "1.5"),
        ("6 394,5", "6394.5", "6 394,5", "6,394.5"),
        ("0,375", "0.375", "0,375", "0.375"),
        ("-3", "-3", "−3", "−3"),
        ("−3,5", "-3.5", "−3,5", "−3.5"),
        ("+5", "5", "+5", "+5"),
        ("0", "0", "0", "0"),
        ("-0", "0", "0", "0"),
        ("12345678901234567890", "12345678901234567890", "12 345 678 901 234 567 890", "12,345,678,901,234,567,890"),
    ],
)  # fmt: skip
def test_numbers(written, value, sv, en):
    """Each way of writing is read exactly and shown with the same digits."""
    number = Number.parse(written)

    assert number.value == Decimal(value)
    assert (number.say("sv"), number.say("en")) == (sv.replace(" ", NBSP), en)
    assert number.text == written


DIGITS = "Skriv talet med siffror, till exempel 1200000 eller 7,5."


@pytest.mark.parametrize(
    ("written", "message", "hint"),
    [
        ("1e400", "”1e400” är inget tal.", DIGITS),
        ("1E5", "”1E5” är inget tal.", DIGITS),
        ("NaN", "”NaN” är inget tal.", DIGITS),
        ("-inf", "”-inf” är inget tal.", DIGITS),
        (".inf", "”.inf” är inget tal.", DIGITS),
        ("0x1F", "”0x1F” är inget tal.", DIGITS),
        ("1_000", "”1_000” är inget tal.", DIGITS),
        ("tolv", "”tolv” är inget tal.", DIGITS),
        ("٣", "”٣” är inget tal.", DIGITS),
        ("12 00", "”12 00” är inget tal.", DIGITS),
        ("007", "”007” börjar med en nolla som inte hör till talet.", DIGITS),
        ("9" * 21, f"”{'9' * 21}” har för många siffror: högst 20 går att räkna med.", DIGITS),
        ("1.200.000", "”1.200.000” kan läsas på flera sätt: punkt och komma skiljer decimaler, inte tusental.", "Skriv utan avskiljare: 1200000."),
        ("1,200,000", "”1,200,000” kan läsas på flera sätt: punkt och komma skiljer decimaler, inte tusental.", "Skriv utan avskiljare: 1200000."),
        ("1.200,50", "”1.200,50” kan läsas på flera sätt: punkt och komma skiljer decimaler, inte tusental.", "Skriv utan avskiljare: 1200000."),
        ("1 200 kr", "”1 200 kr” är inget tal.", "Skriv bara talet; enheten står för sig under `unit`."),
        ("3,5 mnkr", "”3,5 mnkr” är inget tal.", "Skriv bara talet; enheten står för sig under `unit`."),
        ("85 %", "”85 %” är inget tal.", "Skriv bara talet; enheten står för sig under `unit`."),
        (" ", "Här saknas ett värde.", None),
        (None, "Här saknas ett värde.", None),
        (True, "”True” är inget tal.", DIGITS),
        (7.5, "”7.5” är inget tal.", DIGITS),
        ([1], "Här ska ett enda värde stå, inte en lista eller flera nycklar.", None),
    ],
)  # fmt: skip
def test_refusals(written, message, hint):
    """What is no number, or may be read in two ways, is refused with the reason and a way out."""
    with pytest.raises(Refused) as caught:
        Number.parse(written)

    assert (caught.value.say("sv"), caught.value.say_hint("sv")) == (message, hint)


def test_equality():
    """Digits alone make no difference in value, but each number keeps its own."""
    short, long = Number.parse("7.5"), Number.parse("7,50")

    assert short == long
    assert hash(short) == hash(long)
    assert (short.text, long.text) == ("7.5", "7,50")


def test_computed():
    """A sum is shown with all its digits and never with an exponent."""
    assert Number.of(Decimal("1E+6")).say("sv") == f"1{NBSP}000{NBSP}000"


@pytest.mark.parametrize(
    ("written", "unit", "kronor", "sv", "en"),
    [
        ("1200000", MoneyUnit.SEK, "1200000", "1 200 000 kr", "SEK 1,200,000"),
        ("7.50", MoneyUnit.SEK, "7.50", "7,50 kr", "SEK 7.50"),
        ("1200", MoneyUnit.kSEK, "1200000", "1 200 tkr", "SEK 1,200 thousand"),
        ("3,5", MoneyUnit.MSEK, "3500000", "3,5 mnkr", "SEK 3.5 million"),
        ("0,0000005", MoneyUnit.MSEK, "0.5", "0,0000005 mnkr", "SEK 0.0000005 million"),
    ],
)
def test_money(written, unit, kronor, sv, en):
    """Amounts are converted exactly, and read with no-break spaces in both languages."""
    number = Number.parse(written)

    assert str(in_sek(number, unit)) == kronor
    assert say_money(number, unit, "sv") == sv.replace(" ", NBSP)
    assert say_money(number, unit, "en") == en.replace(" ", NBSP)


def test_sums():
    """The grants of 2024 add up to 3,330.25 million, exactly (SKR: 2,546 + 750 + 34.25)."""
    parts = [in_sek(Number.parse(text), MoneyUnit.MSEK) for text in ("2 546", "750", "34,25")]

    assert say_money(sum(parts, Decimal(0)), MoneyUnit.SEK, "en") == f"SEK{NBSP}3,330,250,000"


class Grant(BaseModel):
    """A model as a caller writes it."""

    amount: Number | None = None
    unit: MoneyUnit = MoneyUnit.SEK
    year: Year | None = None
    people: Count = 0
    open: Flag = False
    version: VersionNumber | None = None


def test_in_a_model():
    """A model reads every field from text and writes it so that it reads back."""
    grant = Grant.model_validate(
        {"amount": "7,50", "unit": "mnkr", "year": "2024", "people": "1 200", "open": "true", "version": "1.10"}
    )  # fmt: skip

    assert grant == Grant(
        amount=Number.parse("7.5"), unit=MoneyUnit.MSEK, year=2024, people=1200, open=True,
        version=VersionNumber.parse("1.10"),
    )  # fmt: skip
    assert grant.model_dump_json() == (
        '{"amount":"7,50","unit":"MSEK","year":2024,"people":1200,"open":true,"version":"1.10"}'
    )
    assert Grant.model_validate_json(grant.model_dump_json()) == grant


@pytest.mark.parametrize(
    ("field", "written", "message"),
    [
        ("amount", "1e5", "”1e5” är inget tal."),
        ("year", "24", "”24” är inget årtal."),
        ("year", "2024.0", "”2024.0” är inget årtal."),
        ("year", "1768435200", "”1768435200” är inget årtal."),
        ("year", "2200", "”2200” är inget årtal."),
        ("people", "-1", "”-1” är inget antal."),
        ("people", "5.0", "”5.0” är inget antal."),
        ("people", "+5", "”+5” är inget antal."),
        ("open", "ja", "”ja” är varken true (ja) eller false (nej)."),
        ("open", "yes", "”yes” är varken true (ja) eller false (nej)."),
        ("open", "1", "”1” är varken true (ja) eller false (nej)."),
        ("version", "v1.0", "”v1.0” är inget versionsnummer."),
        ("version", "1.0.0.0", "”1.0.0.0” är inget versionsnummer."),
        ("version", "1.0-rc1", "”1.0-rc1” är inget versionsnummer."),
    ],
)
def test_refusals_in_a_model(field, written, message):
    """Nothing is converted by guesswork, and the refusal stays behind pydantic's error."""
    with pytest.raises(ValidationError) as caught:
        Grant.model_validate({field: written})

    (error,) = caught.value.errors()
    assert error["loc"] == (field,)
    assert error["ctx"]["error"].say("sv") == message


@pytest.mark.parametrize("alias", ["SEK", "kr", "Kr", "kronor", "sek"])
def test_units(alias):
    """A unit is also known by its Swedish abbreviation, in any case."""
    assert Grant.model_validate({"unit": alias}).unit is MoneyUnit.SEK


def test_unknown_unit():
    """No other currency passes for kronor."""
    with pytest.raises(ValidationError):
        Grant.model_validate({"unit": "EUR"})


def test_json_schema():
    """The schema takes numbers and text where authors write either."""
    properties = Grant.model_json_schema()["properties"]

    amount, version = (properties[name]["anyOf"][0]["anyOf"] for name in ("amount", "version"))
    assert (
        {entry["type"] for entry in amount}
        == {entry["type"] for entry in version}
        == {"number", "string"}
    )
    assert [choice["type"] for choice in properties["people"]["anyOf"]] == ["integer", "string"]
    units = Grant.model_json_schema()["$defs"]["MoneyUnit"]["oneOf"]
    assert [(unit["const"], unit["title"]) for unit in units] == [
        ("SEK", "kr"), ("kSEK", "tkr"), ("MSEK", "mnkr"),
        ("kr", "kr"), ("tkr", "tkr"), ("mnkr", "mnkr"), ("mkr", "mnkr"),
    ]  # fmt: skip


def test_versions():
    """Versions compare as numbers and are shown as written."""
    written = ["1.10", "1.9", "2", "1.0.1", "1"]

    assert [version.say("sv") for version in sorted(map(VersionNumber.parse, written))] == [
        "1", "1.0.1", "1.9", "1.10", "2",
    ]  # fmt: skip
    assert VersionNumber.parse("1") == VersionNumber.parse("1.0")


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=3, min_value=-(10**12), max_value=10**12
    )
)
def test_exact(value):
    """Every decimal is read as itself from its digits, and from both wordings."""
    text = format(value, "f")
    number = Number.parse(text)

    assert number.value == value
    assert Number.parse(number.say("sv")) == number
    assert Number.parse(number.say("en").replace(",", "")) == number
    for unit, factor in ((MoneyUnit.SEK, 1), (MoneyUnit.kSEK, 10**3), (MoneyUnit.MSEK, 10**6)):
        assert in_sek(number, unit) == value * factor


@given(st.text(max_size=40) | st.text("0123456789 ., +-−ekr%", max_size=30))
def test_any_text(written):
    """Any text is a number or is refused in words, never anything worse."""
    try:
        said = {Number.parse(written).say(lang) for lang in LANGUAGES}
    except Refused as refusal:
        said = {refusal.say(lang) for lang in LANGUAGES}
    assert all(said)
