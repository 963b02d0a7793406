"""Things called by their kind and title: "målet ”Trygg hemgång”, aktiviteten ”Tullhuset” och …"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fardplan.locales.kinds import KINDS
from fardplan.locales.text import Lang, Saying, Text, capitalise, join

AND_MORE = Text("{n} till", "{n} more")
QUOTED = Text("”{title}”", "“{title}”")

_MOST = 3
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Named:
    """A thing with its kind; a roadmap is meant as a whole and needs no title."""

    kind: str
    title: str
    begins: bool = False
    """Whether it begins a sentence."""

    def say(self, lang: Lang) -> str:
        """Return "målet ”Trygg hemgång”"."""
        the = KINDS[self.kind].the.say(lang)
        the = capitalise(the) if self.begins else the
        if not self.title or self.kind in ("roadmap", "vision"):
            return the
        return f"{the} {QUOTED.say(lang, title=shorten(self.title))}"


@dataclass(frozen=True, slots=True)
class NamedList:
    """The first few of many things, and how many more there are."""

    items: Sequence[Named]

    def say(self, lang: Lang) -> str:
        """Return them joined."""
        shown = [item.say(lang) for item in self.items]
        if len(shown) > _MOST + 1:
            rest = len(shown) - _MOST
            shown = [*shown[:_MOST], AND_MORE.say(lang, n=rest)]
        return join(shown, lang)


def quoted(titles: Iterable[str]) -> tuple[Saying, ...]:
    """Return titles in quotation marks, to be joined in a sentence."""
    return tuple(Saying(QUOTED, {"title": title}) for title in titles)


def shorten(title: str) -> str:
    """Return a title in one line and not too long."""
    line = " ".join(title.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
