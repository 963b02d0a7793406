"""Texts in both languages, and how values are put into them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple, Protocol, runtime_checkable

Lang = Literal["sv", "en"]
LANGUAGES: tuple[Lang, ...] = ("sv", "en")


@runtime_checkable
class Localised(Protocol):
    """Anything that knows its own wording in a language: a term, a point in time, a sum."""

    def say(self, lang: Lang) -> str:
        """Return the wording in `lang`."""
        ...


class Text(NamedTuple):
    """One text in Swedish and English, with `{name}` for each value."""

    sv: str
    en: str

    def say(self, lang: Lang, /, **values: object) -> str:
        """Return the text in `lang` with the values in their wording of that language."""
        template = self.sv if lang == "sv" else self.en
        return template.format_map({name: localise(value, lang) for name, value in values.items()})


class Saying(NamedTuple):
    """A text with the values that go into it, for putting into another text."""

    text: Text
    values: Mapping[str, object]

    def say(self, lang: Lang) -> str:
        """Return the wording in `lang`."""
        return self.text.say(lang, **self.values)


_AND = Text("och", "and")
_NUMBERS = Text(
    "inga en två tre fyra fem sex sju åtta nio tio elva tolv",
    "no one two three four five six seven eight nine ten eleven twelve",
)


def localise(value: object, lang: Lang) -> str:
    """Return any value as it reads in a sentence: terms by their label, lists joined by "och"."""
    if isinstance(value, str) and not isinstance(value, Localised):
        return value
    if isinstance(value, Localised):
        return value.say(lang)
    if isinstance(value, (tuple, list, set, frozenset)):
        return join(value, lang)
    return str(value)


def join(values: Iterable[object], lang: Lang) -> str:
    """Return "a", "a och b" or "a, b och c"."""
    parts = [localise(value, lang) for value in values]
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {_AND.say(lang)} {parts[-1]}"


def count_in_words(number: int, lang: Lang) -> str:
    """Return up to twelve in words and greater numbers in digits, as Swedish prose does."""
    words = _NUMBERS.say(lang).split()
    return words[number] if 0 <= number < len(words) else group_thousands(str(number), lang)


def group_thousands(digits: str, lang: Lang) -> str:
    """Return digits (with a decimal point or without) in groups of three, as the language does."""
    separator, mark = ("\u00a0", ",") if lang == "sv" else (",", ".")
    sign, digits = ("\u2212", digits[1:]) if digits.startswith("-") else ("", digits)
    whole, _, fraction = digits.partition(".")
    groups: list[str] = []
    while len(whole) > 3:
        groups.insert(0, whole[-3:])
        whole = whole[:-3]
    grouped = separator.join([whole, *groups])
    return f"{sign}{grouped}{mark}{fraction}" if fraction else f"{sign}{grouped}"
