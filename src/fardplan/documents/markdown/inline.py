"""Words and marks as Markdown."""

from __future__ import annotations

from collections.abc import Mapping
from functools import singledispatchmethod

from fardplan.documents.inline import (
    Badge,
    Code,
    Deleted,
    Emphasis,
    Foreign,
    Inline,
    Inserted,
    Link,
    Muted,
    NoteRef,
    Part,
    Strong,
    Term,
    parts,
    safe_href,
)
from fardplan.documents.markdown.text import address, code_span, escape_words, join_parts, wrap
from fardplan.documents.typography import set_text
from fardplan.locales.text import Lang


class InlineWriter:
    """Write inline text for one document; a term is explained where it first stands."""

    def __init__(self, lang: Lang, slugs: Mapping[str, str], notes: Mapping[str, int]) -> None:
        """Take the forge's names of the headings that links may lead to, and the notes' numbers."""
        self._lang = lang
        self._slugs = slugs
        self._notes = notes
        self._explained: set[str] = set()

    def write(self, content: Inline) -> str:
        """Return the words, escaped and marked."""
        return join_parts((self._part(part), isinstance(part, NoteRef)) for part in parts(content))

    def _part(self, part: Part) -> str:
        if isinstance(part, str):
            return escape_words(set_text(part, self._lang))
        return self._node(part)

    @singledispatchmethod
    def _node(self, part: object) -> str:
        raise TypeError(f"{type(part).__name__} is no inline text")

    @_node.register(Strong)
    @_node.register(Inserted)
    def _(self, part: Strong | Inserted) -> str:
        return wrap("**", self.write(part.content))

    @_node.register(Emphasis)
    @_node.register(Muted)
    def _(self, part: Emphasis | Muted) -> str:
        return wrap("*", self.write(part.content))

    @_node.register
    def _(self, part: Foreign) -> str:
        return self.write(part.content)

    @_node.register
    def _(self, part: Deleted) -> str:
        return wrap("~~", self.write(part.content))

    @_node.register
    def _(self, part: Code) -> str:
        return code_span(part.text)

    @_node.register
    def _(self, part: Badge) -> str:
        return wrap("*", escape_words(part.text))

    @_node.register
    def _(self, part: Term) -> str:
        word = escape_words(part.text)
        if part.text in self._explained:
            return word
        self._explained.add(part.text)
        return f"{word} ({escape_words(set_text(part.definition, self._lang))})"

    @_node.register
    def _(self, part: Link) -> str:
        href, words = safe_href(part.href), self.write(part.content)
        if href is not None and href.startswith("#"):
            slug = self._slugs.get(href[1:])
            href = f"#{slug}" if slug else None
        if not href or not words:
            return words
        if part.content == href and href.startswith("http"):
            return f"<{address(href)}>"
        return f"[{words}]({address(href)})"

    @_node.register
    def _(self, part: NoteRef) -> str:
        return f"[^{self._notes[part.key]}]"
