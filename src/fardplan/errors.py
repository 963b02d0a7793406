"""The one exception that ends a command with exit code 3."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from fardplan.locales.text import Lang, Text


class CannotRun(Exception):
    """Say in one line that the command cannot run, and what to do about it (exit code 3).

    The wording is chosen when it is shown, so the exception carries both languages and the values.
    """

    def __init__(self, text: Text, /, **values: object) -> None:
        """Keep the text with the values that go into it."""
        self.text = text
        self.values: Mapping[str, object] = MappingProxyType(dict(values))
        super().__init__(self.say("en"))

    def say(self, lang: Lang, /) -> str:
        """Return the line in `lang`."""
        return self.text.say(lang, **self.values)
