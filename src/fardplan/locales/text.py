"""Texts in both languages, and how values are put into them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple, Protocol, cast, runtime_checkable

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
        if not values and "{" not in template and "}" not in template:
            return template
        return template.format_map({name: localise(value, lang) for name, value in values.items()})

    def fill(self, **values: object) -> Text:
        """Return the text with the values put into both languages."""
        return Text(_escape(self.say("sv", **values)), _escape(self.say("en", **values)))


def _escape(words: str) -> str:
    return words.replace("{", "{{").replace("}", "}}")


def in_any_language(words: str) -> Text:
    """Return words of the user's own, such as a title, as a text: the same in both languages."""
    return Text(_escape(words), _escape(words))


def no_values() -> Mapping[str, object]:
    """Return values for a text that takes none."""
    return MappingProxyType({})


class Saying(NamedTuple):
    """A text with the values that go into it, for putting into another text."""

    text: Text
    values: Mapping[str, object]

    def say(self, lang: Lang) -> str:
        """Return the wording in `lang`."""
        return self.text.say(lang, **self.values)


YES, NO = Text("ja", "yes"), Text("nej", "no")

_AND = Text("och", "and")
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_NUMBERS = Text(
    "inga en två tre fyra fem sex sju åtta nio tio elva tolv",
    "no one two three four five six seven eight nine ten eleven twelve",
)


def localise(value: object, lang: Lang) -> str:
    """Return any value as it reads in a sentence: terms by their label, lists joined by "och"."""
    if type(value) is str:
        return value  # by far the most are: the question below takes much longer
    if _is_localised(type(value)):
        return cast(Localised, value).say(lang)
    if isinstance(value, (tuple, list, set, frozenset)):
        return join(value, lang)
    return str(value)


_LOCALISED: dict[type, bool] = {}


def _is_localised(kind: type) -> bool:
    """Tell whether values of a kind know their own wording: asked once, as Python is slow at it."""
    if kind not in _LOCALISED:
        _LOCALISED[kind] = issubclass(kind, Localised)
    return _LOCALISED[kind]


def say_content(value: object, lang: Lang) -> str:
    """Return a value out of a file as it reads in a sentence: yes or no, years, other numbers."""
    if isinstance(value, bool):
        return (YES if value else NO).say(lang)
    if isinstance(value, int):
        is_year = _FIRST_YEAR <= value <= _LAST_YEAR
        return str(value) if is_year else group_thousands(str(value), lang)
    return localise(value, lang)


def capitalise(text: str) -> str:
    """Return a text with a capital first letter, the others as they are."""
    return text[:1].upper() + text[1:]


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


def count_alike(lang: Lang, *numbers: int) -> tuple[str, ...]:
    """Return the numbers of one sentence, all in words or, where one is above twelve, in digits."""
    if max(numbers) < len(_NUMBERS.say(lang).split()):
        return tuple(count_in_words(number, lang) for number in numbers)
    return tuple(group_thousands(str(number), lang) for number in numbers)


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
