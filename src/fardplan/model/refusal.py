"""The error that says, in both languages, why a written value was not understood."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from fardplan.locales.text import Lang, Text

_LONGEST_QUOTE = 60
_NO_VALUES: Mapping[str, object] = MappingProxyType({})


class Refused(ValueError):
    """A value that cannot be read: what is wrong, with which values, and what to write instead.

    Inside a pydantic validator it stays reachable as `error["ctx"]["error"]`.
    """

    text: Text
    values: Mapping[str, object]
    hint: Text | None

    def __init__(
        self, text: Text, values: Mapping[str, object] = _NO_VALUES, hint: Text | None = None
    ) -> None:
        self.text = text
        self.values = values
        self.hint = hint
        super().__init__(text, values, hint)

    def __str__(self) -> str:
        """Return the message in English, as errors meant for developers are."""
        return self.say("en")

    def say(self, lang: Lang) -> str:
        """Return the message in `lang`."""
        return self.text.say(lang, **self.values)

    def say_hint(self, lang: Lang) -> str | None:
        """Return the hint in `lang`, if there is one."""
        return None if self.hint is None else self.hint.say(lang, **self.values)


def quote(written: object) -> str:
    """Return what was written on one line, cut when it is too long to quote in a message."""
    line = " ".join(str(written).split())
    return line if len(line) <= _LONGEST_QUOTE else f"{line[: _LONGEST_QUOTE - 1]}…"
