"""Words and marks as the runs of a Word file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import singledispatchmethod
from urllib.parse import quote, urlsplit

from fardplan.documents.docx.package import Part
from fardplan.documents.docx.parts import Anchors, Footnotes
from fardplan.documents.docx.xml import Element, element, text_run
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
    Strong,
    Term,
    parts,
    safe_href,
)
from fardplan.documents.inline import Part as InlinePart
from fardplan.documents.typography import NBSP, set_text
from fardplan.locales.text import Lang

LONGEST_ADDRESS = 2000
"""Word refuses hyperlinks of more than 2,079 characters."""

_REGIONS = {
    "ar": "ar-SA", "da": "da-DK", "de": "de-DE", "en": "en-GB", "es": "es-ES", "fi": "fi-FI",
    "fr": "fr-FR", "nb": "nb-NO", "nn": "nn-NO", "no": "nb-NO", "pl": "pl-PL", "se": "se-SE",
    "sma": "sma-SE", "smj": "smj-SE", "so": "so-SO", "sv": "sv-SE", "uk": "uk-UA",
}  # fmt: skip
"""The region that Word wants with a language, to find its dictionary."""
_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def language_tag(lang: str) -> str:
    """Return a language as Word names it, with a region; "" for what is no language."""
    known = _REGIONS.get(lang.lower())
    return known or (lang if _TAG.fullmatch(lang) else "")


@dataclass(frozen=True, slots=True)
class Look:
    """Say how words look and which language they are in; `style` is a character style."""

    style: str = ""
    bold: bool = False
    italic: bool = False
    strike: bool = False
    lang: str = ""
    linked: bool = False

    def marked(self, mark: str) -> Look:
        """Return the look with a mark of Markdown added: `em`, `strong` or `s`."""
        return replace(
            self,
            italic=self.italic or mark == "em",
            bold=self.bold or mark == "strong",
            strike=self.strike or mark == "s",
        )

    def properties(self) -> list[Element]:
        """Return the properties of a run."""
        switches = {"b": self.bold, "bCs": self.bold, "i": self.italic, "iCs": self.italic}
        found = [element(f"w:{name}") for name, is_on in switches.items() if is_on]
        if self.strike:
            found.append(element("w:strike"))
        style = self.style or ("Hyperlink" if self.linked else "")
        if style:
            found.append(element("w:rStyle", val=style))
        if tag := language_tag(self.lang):
            found.append(element("w:lang", val=tag))
        return found


PLAIN = Look()


class InlineWriter:
    """Write inline text for one part of a file: the body, or the notes."""

    def __init__(self, lang: Lang, part: Part, anchors: Anchors, notes: Footnotes) -> None:
        """Take what words may lead to: the part's links, the document's anchors, its notes."""
        self.lang: Lang = lang
        self._part = part
        self._anchors = anchors
        self._notes = notes
        self._explained: set[str] = set()

    def write(self, content: Inline, look: Look = PLAIN) -> list[Element]:
        """Return the words as runs, in the order in which they stand."""
        made: list[Element] = []
        before: InlinePart = ""
        for part in parts(content):
            if isinstance(part, NoteRef) and isinstance(before, NoteRef):
                made.append(between_notes())
            made += self._one(part, look)
            before = part
        return made

    def link(self, runs: list[Element], href: str) -> list[Element]:
        """Return runs that lead to `href`, or the runs alone where there is no place to go."""
        href = safe_href(href) or ""
        if not runs or not href:
            return runs
        if href.startswith("#"):
            name = self._anchors.find(href[1:])
            return [element("w:hyperlink", *runs, anchor=name, history=1)] if name else runs
        address = encode_address(href)
        if not address:
            return runs
        return [element("w:hyperlink", *runs, r_id=self._part.link_to(address), history=1)]

    def leads(self, href: str) -> bool:
        """Tell whether there is a place to go."""
        found = safe_href(href) or ""
        if found.startswith("#"):
            return bool(self._anchors.find(found[1:]))
        return bool(found and encode_address(found))

    def _one(self, part: InlinePart, look: Look) -> list[Element]:
        if isinstance(part, str):
            return [text_run(set_text(part, self.lang), *look.properties())]
        return self._node(part, look)

    @singledispatchmethod
    def _node(self, part: object, _look: Look) -> list[Element]:
        raise TypeError(f"{type(part).__name__} is no inline text")

    @_node.register
    def _(self, part: Strong, look: Look) -> list[Element]:
        return self.write(part.content, replace(look, bold=True))

    @_node.register
    def _(self, part: Emphasis, look: Look) -> list[Element]:
        return self.write(part.content, replace(look, italic=True))

    @_node.register
    def _(self, part: Muted, look: Look) -> list[Element]:
        return self.write(part.content, replace(look, style=look.style or "Muted"))

    @_node.register
    def _(self, part: Deleted, look: Look) -> list[Element]:
        return self.write(part.content, replace(look, style="DeletedText"))

    @_node.register
    def _(self, part: Inserted, look: Look) -> list[Element]:
        return self.write(part.content, replace(look, style="InsertedText"))

    @_node.register
    def _(self, part: Foreign, look: Look) -> list[Element]:
        return self.write(part.content, replace(look, lang=part.lang))

    @_node.register
    def _(self, part: Code, look: Look) -> list[Element]:
        return [text_run(part.text, *replace(look, style="Code").properties())]

    @_node.register
    def _(self, part: Badge, look: Look) -> list[Element]:
        words = f"{NBSP}{part.text}{NBSP}"
        style = f"Badge{part.tone.capitalize()}"
        return [text_run(words, *Look(style=style, lang=look.lang).properties())]

    @_node.register
    def _(self, part: Term, look: Look) -> list[Element]:
        """Explain a term in brackets where it first stands: paper has nothing to point at."""
        if part.text in self._explained:
            return self.write(part.text, look)
        self._explained.add(part.text)
        return self.write(f"{part.text} ({part.definition})", look)

    @_node.register
    def _(self, part: Link, look: Look) -> list[Element]:
        if look.linked or not self.leads(part.href):
            return self.write(part.content, look)
        return self.link(self.write(part.content, replace(look, linked=True)), part.href)

    @_node.register
    def _(self, part: NoteRef, _look: Look) -> list[Element]:
        return self._notes.refer(part.key)


def between_notes() -> Element:
    """Return the comma without which notes 1 and 2 side by side would be note 12."""
    return text_run(", ", element("w:vertAlign", val="superscript"))


def encode_address(href: str) -> str:
    """Return an address in the letters that a file may hold, "" for one that Word cannot take."""
    try:
        urlsplit(href)
    except ValueError:
        return ""
    encoded = quote(href.encode("utf-8", "replace"), safe="/:?#[]@!$&'()*+,;=%~-._")
    encoded = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", encoded)
    return encoded if len(encoded) <= LONGEST_ADDRESS else ""


def beside(words: Inline, badges: Iterable[Badge]) -> Inline:
    """Return words with their badges after them."""
    after = [part for badge in badges for part in (" ", badge)]
    return (*parts(words), *after) if parts(words) else tuple(after[1:])
