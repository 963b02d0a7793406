"""Where the keys and values of a TOML file stand, which the standard library does not tell."""

from __future__ import annotations

import re
import tomllib
from typing import NamedTuple

from fardplan.model.fields import Route
from fardplan.source.places import Lines, Places, Span

_TOKEN = re.compile(
    r"""
    (?P<blank>[ \t]+|\#[^\n]*)
  | (?P<line>\r?\n)
  | (?P<string>\"\"\"(?:\\[\s\S]|[^\\])*?\"\"\"\"{0,2} | '''[\s\S]*?''''{0,2}
      | "(?:\\.|[^"\\\n])*" | '[^'\n]*')
  | (?P<sign>[=.,\[\]{}])
  | (?P<word>[^\s=.,\[\]{}\#"']+)
    """,
    re.VERBOSE,
)


class _Token(NamedTuple):
    kind: str
    text: str
    start: int
    end: int


def locate_toml(text: str) -> Places:
    """Return the places of a text that `tomllib` has read without complaint."""
    return _Scanner(text).scan()


class _Scanner:
    """Goes through the tokens of a valid file and notes the span of each key and value."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = [
            _Token(str(match.lastgroup), match[0], match.start(), match.end())
            for match in _TOKEN.finditer(text)
            if match.lastgroup != "blank"
        ]
        self._at = 0
        self._values: dict[Route, Span] = {(): (0, min(1, len(text)))}
        self._keys: dict[Route, Span] = {}
        self._first_keys: dict[Route, Span] = {}
        self._tables: dict[Route, int] = {}  # how many tables an array of tables has so far

    def scan(self) -> Places:
        """Return the places of the whole file."""
        table: Route = ()
        while self._at < len(self._tokens):
            if self._peek("\n"):
                self._at += 1
            elif self._peek("["):
                table = self._header()
            else:
                self._pair(table)
        return Places(Lines(self._text), self._values, self._keys, self._first_keys)

    def _peek(self, sign: str) -> bool:
        """Say whether the next token is a sign; a line break stands for the end as well."""
        if self._at >= len(self._tokens):
            return sign == "\n"
        token = self._tokens[self._at]
        return token.kind == "line" if sign == "\n" else (token.kind, token.text) == ("sign", sign)

    def _take(self) -> _Token:
        """Return the next token and go past it."""
        self._at += 1
        return self._tokens[self._at - 1]

    def _header(self) -> Route:
        """Read `[table]` or `[[table]]` and return its route."""
        start = self._take().start
        is_array = self._peek("[")
        if is_array:
            self._take()
        route = self._key(())
        end = self._take().end
        if is_array:
            end = self._take().end
            number = self._tables.get(route, 0)
            self._tables[route] = number + 1
            self._values.setdefault(route, (start, end))
            route = (*route, number)
        self._values[route] = (start, end)
        return route

    def _key(self, table: Route) -> Route:
        """Read a key, dotted perhaps, and return its route."""
        route = table
        while True:
            token = self._take()
            name = token.text if token.kind == "word" else _unquote(token.text)
            self._first_keys.setdefault(route, (token.start, token.end))
            if self._tables.get(route):
                route = (*route, self._tables[route] - 1)
            route = (*route, name)
            self._keys.setdefault(route, (token.start, token.end))
            if not self._peek("."):
                return route
            self._take()

    def _pair(self, table: Route) -> None:
        """Read `key = value`."""
        route = self._key(table)
        self._take()
        self._value(route)

    def _value(self, route: Route) -> None:
        """Read a value."""
        start = self._tokens[self._at].start
        if self._peek("{"):
            self._enclosed("}", route)
        elif self._peek("["):
            self._enclosed("]", route)
        else:
            while not any(map(self._peek, (",", "]", "}", "\n"))):
                self._take()
        self._values[route] = (start, self._tokens[self._at - 1].end)

    def _enclosed(self, closing: str, route: Route) -> None:
        """Read an array or an inline table."""
        self._take()
        number = 0
        while not self._peek(closing):
            if self._peek(",") or self._peek("\n"):
                self._take()
            elif closing == "}":
                self._pair(route)
            else:
                self._value((*route, number))
                number += 1
        self._take()


def _unquote(token: str) -> str:
    """Return the key that a quoted token stands for."""
    return next(iter(tomllib.loads(f"{token} = 0")))
