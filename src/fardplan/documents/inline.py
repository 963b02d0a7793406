"""Text inside a block: plain strings and a few marked parts, the same for every backend.

`Inline` is what a field takes: a plain `str`, one part, or a tuple of both. Backends read it with
`parts()`; nothing in it is ever markup, so `<b>` and `**` come out as the letters they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

Tone: TypeAlias = Literal["neutral", "accent", "good", "caution", "critical", "quiet"]
"""How a badge or a status feels; its words say the same, since colour alone says nothing."""


@dataclass(frozen=True, slots=True)
class Strong:
    """Stress words."""

    content: Inline


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Set off words, such as the title of a work."""

    content: Inline


@dataclass(frozen=True, slots=True)
class Muted:
    """Say quietly what the source leaves out: "anges inte", "projektplan saknas"."""

    content: Inline


@dataclass(frozen=True, slots=True)
class Code:
    """Show a command, key or id letter by letter."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Lead to `#anchor` in the document, a relative path, or an https, http or mailto address.

    A link whose anchor the document lacks, or whose scheme is another, is shown as its text alone.
    """

    content: Inline
    href: str


@dataclass(frozen=True, slots=True)
class Term:
    """Give a word with its explanation: an abbreviation written out, a term of the glossary."""

    text: str
    definition: str


@dataclass(frozen=True, slots=True)
class Badge:
    """State a status, a priority or a novelty in a word or two."""

    text: str
    tone: Tone = "neutral"


@dataclass(frozen=True, slots=True)
class NoteRef:
    """Refer to the note of the document with this key; its number follows the order of mention."""

    key: str


@dataclass(frozen=True, slots=True)
class Foreign:
    """Hold words in another language than the document's (BCP 47, such as "en" or "fi")."""

    content: Inline
    lang: str


@dataclass(frozen=True, slots=True)
class Deleted:
    """Show words that an earlier version had."""

    content: Inline


@dataclass(frozen=True, slots=True)
class Inserted:
    """Show words that an earlier version lacked."""

    content: Inline


Node: TypeAlias = (
    Strong | Emphasis | Muted | Code | Link | Term | Badge | NoteRef | Foreign | Deleted | Inserted
)
Part: TypeAlias = str | Node
Inline: TypeAlias = str | Node | tuple[Part, ...]


def parts(inline: Inline) -> tuple[Part, ...]:
    """Return the parts of an inline text, none for an empty one."""
    if isinstance(inline, str):
        return (inline,) if inline else ()
    return inline if isinstance(inline, tuple) else (inline,)


def join(pieces: tuple[Inline, ...] | list[Inline], separator: str = ", ") -> tuple[Part, ...]:
    """Return the pieces that say anything as one inline text, with `separator` between them."""
    joined: list[Part] = []
    for piece in filter(None, map(parts, pieces)):
        joined.extend((separator, *piece) if joined else piece)
    return tuple(joined)


def bracketed(inline: Inline) -> tuple[Part, ...]:
    """Return a remark in brackets, nothing for an empty one."""
    return ("(", *parts(inline), ")") if parts(inline) else ()


def plain(inline: Inline) -> str:
    """Return the words alone, for contents and titles: no badges, notes or deleted words."""
    return "".join(_words(inline)).strip()


def without_notes(inline: Inline) -> tuple[Inline, tuple[NoteRef, ...]]:
    """Return the text without its references to notes, and those, for forms that set them apart."""
    kept: list[Part] = []
    notes: list[NoteRef] = []
    for part in parts(inline):
        if isinstance(part, NoteRef):
            notes.append(part)
        elif isinstance(part, (str, Code, Term, Badge)):
            kept.append(part)
        else:
            content, inner = without_notes(part.content)
            kept.append(replace(part, content=content))
            notes += inner
    return tuple(kept), tuple(notes)


def _words(inline: Inline) -> Iterator[str]:
    for part in parts(inline):
        if isinstance(part, str):
            yield part
        elif isinstance(part, (Code, Term)):
            yield part.text
        elif not isinstance(part, (Badge, NoteRef, Deleted)):
            yield from _words(part.content)


_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_ODD_SCHEME = re.compile(r"[^/?#]*:")
"""What is no scheme, as written, and might be one to a program that decodes it first."""
_UNSAFE = re.compile(r"[\x00-\x20\x7f\\]")


def safe_href(href: str) -> str | None:
    """Return an address that a document may lead to, or None.

    Allowed are https, http and mailto, `#anchor`, and paths that stay on the same site.
    """
    href = href.strip()
    if not href or _UNSAFE.search(href) or href.startswith("//"):
        return None
    if scheme := _SCHEME.match(href):
        return href if scheme[0].lower() in ("https:", "http:", "mailto:") else None
    return None if _ODD_SCHEME.match(href) else href
