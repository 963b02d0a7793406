"""Words and marks as HTML."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import singledispatchmethod

from markupsafe import Markup, escape

from fardplan.documents import wording
from fardplan.documents.html.terms import TermMarker, term_button
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
    plain,
    safe_href,
)
from fardplan.documents.typography import set_text
from fardplan.locales.text import Lang

_SLASH = re.compile(r"(?<=[^\W\d_])/(?=[^\W\d_]|\()")


class InlineWriter:
    """Write inline text for one document, counting how often each note is mentioned."""

    def __init__(
        self, lang: Lang, anchors: frozenset[str], notes: Mapping[str, int], terms: TermMarker
    ) -> None:
        """Take the anchors that links may lead to, the numbers of the notes, and the terms."""
        self._lang = lang
        self._terms = terms
        self._anchors = anchors
        self.notes = notes
        self.mentions: Counter[str] = Counter()

    def write(self, content: Inline) -> Markup:
        """Return the words, escaped and marked."""
        return Markup("").join(map(self._part, parts(content)))

    def running(self, content: Inline) -> Markup:
        """Return running text: words and marks, where terms of the glossary are explained."""
        return Markup("").join(
            self._explained(part) if isinstance(part, str) else self._node(part)
            for part in parts(content)
        )

    def _explained(self, text: str) -> Markup:
        found = self._terms.find(text)
        self._terms.keep(mention.explanation for mention in found)
        done, end = Markup(""), 0
        for mention in found:
            words = text[mention.start : mention.end]
            done += self._text(text[end : mention.start]) + term_button(mention.explanation, words)
            end = mention.end
        return done + self._text(text[end:])

    def _part(self, part: Part) -> Markup:
        return self._text(part) if isinstance(part, str) else self._node(part)

    def _text(self, text: str) -> Markup:
        """Return plain words, which may break after a slash: "Samordning/(Partnerskap)"."""
        return Markup(_SLASH.sub("/<wbr>", escape(set_text(text, self._lang))))

    @singledispatchmethod
    def _node(self, part: object) -> Markup:
        raise TypeError(f"{type(part).__name__} is no inline text")

    @_node.register
    def _(self, part: Strong) -> Markup:
        return Markup("<strong>{}</strong>").format(self.write(part.content))

    @_node.register
    def _(self, part: Emphasis) -> Markup:
        return Markup("<em>{}</em>").format(self.write(part.content))

    @_node.register
    def _(self, part: Muted) -> Markup:
        return Markup('<span class="muted">{}</span>').format(self.write(part.content))

    @_node.register
    def _(self, part: Code) -> Markup:
        return Markup("<code>{}</code>").format(part.text)

    @_node.register
    def _(self, part: Term) -> Markup:
        return self._terms.explain(part)

    @_node.register
    def _(self, part: Badge) -> Markup:
        return Markup('<span class="badge {}">{}</span>').format(part.tone, part.text)

    @_node.register
    def _(self, part: Foreign) -> Markup:
        return Markup('<span lang="{}">{}</span>').format(part.lang, self.write(part.content))

    @_node.register
    def _(self, part: Deleted) -> Markup:
        return self._change("del", wording.DELETED.say(self._lang), part.content)

    @_node.register
    def _(self, part: Inserted) -> Markup:
        return self._change("ins", wording.INSERTED.say(self._lang), part.content)

    @_node.register
    def _(self, part: Link) -> Markup:
        href = safe_href(part.href)
        words = self.write(part.content)
        if href is None or (href.startswith("#") and href[1:] not in self._anchors):
            return words
        away = href.startswith("http") and plain(part.content) != href
        opening = '<a class="away" href="{}">{}</a>' if away else '<a href="{}">{}</a>'
        return Markup(opening).format(href, words)

    @_node.register
    def _(self, part: NoteRef) -> Markup:
        number, mention = self.notes[part.key], self.mentions[part.key]
        self.mentions[part.key] += 1
        return Markup(
            '<sup><a href="#_note-{n}" id="_note-{n}-ref-{m}" aria-label="{label}">{n}</a></sup>'
        ).format(n=number, m=mention, label=wording.NOTE.say(self._lang, number=number))

    def _change(self, tag: str, label: str, content: Inline) -> Markup:
        """Say in words what strike-through and underline show, for those who hear the text."""
        end = wording.END_OF_CHANGE.say(self._lang)
        return Markup(
            '<{t}><span class="unseen">{} </span>{}<span class="unseen"> {}</span></{t}>'
        ).format(label, self.write(content), end, t=tag)
