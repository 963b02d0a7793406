"""Words and marks as HTML."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from markupsafe import Markup, escape

from fardplan.documents import wording
from fardplan.documents.html.terms import TermMarker, split_at_terms
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
    Node,
    NoteRef,
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
        return Markup(self._write(content))

    def running(self, content: Inline) -> Markup:
        """Return running text: words and marks, where terms of the glossary are explained."""
        written, text = [], ""
        for part in parts(content):
            if isinstance(part, str):
                text += part  # in one piece: the comma after a term may be a part by itself
            else:
                written += [self._explained(text), self._node(part)]
                text = ""
        return Markup("".join([*written, self._explained(text)]))

    def _write(self, content: Inline) -> str:
        if isinstance(content, str):
            return _set(content, self._lang)
        return "".join([
            _set(part, self._lang) if isinstance(part, str) else self._node(part)
            for part in parts(content)
        ])  # fmt: skip

    def _explained(self, text: str) -> str:
        found = self._terms.find(text)
        if not found:
            return _set(text, self._lang)
        self._terms.keep(mention.explanation for mention in found)
        return "".join(
            piece if isinstance(piece, Markup) else _set(piece, self._lang)
            for piece in split_at_terms(text, found)
        )

    def _node(self, part: Node) -> str:
        return _NODES[type(part)](self, part)

    def _strong(self, part: Strong) -> str:
        return f"<strong>{self._write(part.content)}</strong>"

    def _emphasis(self, part: Emphasis) -> str:
        return f"<em>{self._write(part.content)}</em>"

    def _muted(self, part: Muted) -> str:
        return f'<span class="muted">{self._write(part.content)}</span>'

    def _code(self, part: Code) -> str:
        return f"<code>{escape(part.text)}</code>"

    def _term(self, part: Term) -> str:
        return self._terms.explain(part)

    def _badge(self, part: Badge) -> str:
        return f'<span class="badge {escape(part.tone)}">{escape(part.text)}</span>'

    def _foreign(self, part: Foreign) -> str:
        return f'<span lang="{escape(part.lang)}">{self._write(part.content)}</span>'

    def _deleted(self, part: Deleted) -> str:
        return self._change("del", wording.DELETED.say(self._lang), part.content)

    def _inserted(self, part: Inserted) -> str:
        return self._change("ins", wording.INSERTED.say(self._lang), part.content)

    def _link(self, part: Link) -> str:
        href = safe_href(part.href)
        words = self._write(part.content)
        if href is None or (href.startswith("#") and href[1:] not in self._anchors):
            return words
        away = href.startswith("http") and plain(part.content) != href
        opening = '<a class="away" href=' if away else "<a href="
        return f'{opening}"{escape(href)}">{words}</a>'

    def _note(self, part: NoteRef) -> str:
        number, mention = self.notes[part.key], self.mentions[part.key]
        self.mentions[part.key] += 1
        label = escape(wording.NOTE.say(self._lang, number=number))
        return (
            f'<sup><a href="#_note-{number}" id="_note-{number}-ref-{mention}" '
            f'aria-label="{label}">{number}</a></sup>'
        )

    def _change(self, tag: str, label: str, content: Inline) -> str:
        """Say in words what strike-through and underline show, for those who hear the text."""
        end = wording.END_OF_CHANGE.say(self._lang)
        return (
            f'<{tag}><span class="unseen">{escape(label)} </span>{self._write(content)}'
            f'<span class="unseen"> {escape(end)}</span></{tag}>'
        )


_NODES: Mapping[type, Callable[[InlineWriter, Any], str]] = {
    Strong: InlineWriter._strong,  # noqa: SLF001
    Emphasis: InlineWriter._emphasis,  # noqa: SLF001
    Muted: InlineWriter._muted,  # noqa: SLF001
    Code: InlineWriter._code,  # noqa: SLF001
    Link: InlineWriter._link,  # noqa: SLF001
    Term: InlineWriter._term,  # noqa: SLF001
    Badge: InlineWriter._badge,  # noqa: SLF001
    NoteRef: InlineWriter._note,  # noqa: SLF001
    Foreign: InlineWriter._foreign,  # noqa: SLF001
    Deleted: InlineWriter._deleted,  # noqa: SLF001
    Inserted: InlineWriter._inserted,  # noqa: SLF001
}
"""How each kind of part is written: every part of every page asks for one of them."""


@lru_cache(maxsize=8192)
def _set(text: str, lang: Lang) -> str:
    """Return plain words, which may break after a slash: "Samordning/(Partnerskap)"."""
    return _SLASH.sub("/<wbr>", str(escape(set_text(text, lang))))
