"""Markdown that reads well on a git forge and as plain text; no HTML but `<br>` in tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from unicodedata import category

from fardplan.documents import wording
from fardplan.documents.blocks import Blocks, Prose, Section
from fardplan.documents.document import Document, note_numbers, walk
from fardplan.documents.engine import Template, explained
from fardplan.documents.inline import plain
from fardplan.documents.markdown.blocks import MarkdownWriter
from fardplan.documents.markdown.prose import headings_in
from fardplan.documents.typography import set_text

_BLANK_LINES = re.compile(r"\n{3,}")
_IN_SLUG = frozenset({"Ll", "Lm", "Lo", "Lt", "Lu", "Mc", "Me", "Mn", "Nd", "Nl", "Pc"})
"""The kinds of characters that GitHub keeps in the name of a heading: `²` and `½` are none."""


def render_markdown(document: Document, template: Template) -> str:
    """Return the document as Markdown; TemplateFault if a template cannot be used."""
    writer = MarkdownWriter(document, slugs(document), note_numbers(document))
    with explained():
        page = template.markdown.get_template("page.md.j2")
        text = page.render(
            document=document,
            w=writer,
            settings=template.settings,
            contents=contents(document, writer, template.settings.contents_depth),
        )
    return _BLANK_LINES.sub("\n\n", text).strip() + "\n"


def slugs(document: Document) -> dict[str, str]:
    """Return by each anchor the name that forges give the heading of the section it stands in."""
    seen = Counter(map(_slug, (document.title, wording.CONTENTS.say(document.lang))))
    names: dict[str, str] = {}
    for section in walk(document):
        if isinstance(section, Prose):
            seen.update(map(_slug, headings_in(section.markdown, document.lang)))
        elif isinstance(section, Section):
            title = set_text(plain(section.title), document.lang)
            slug = _slug(f"{section.number} {title}".strip())
            inside = (getattr(part, "anchor", "") for part in walk(section))
            names |= dict.fromkeys(inside, f"{slug}-{seen[slug]}" if seen[slug] else slug)
            seen[slug] += 1
    return names


def contents(document: Document, writer: MarkdownWriter, depth: int) -> str:
    """Return the contents as nested lists of links."""
    return "\n".join(_entries(document.sections, writer, depth, ""))


def _entries(blocks: Blocks, writer: MarkdownWriter, depth: int, before: str) -> Iterator[str]:
    for block in blocks if depth else ():
        if isinstance(block, Section) and block.contents:
            yield f"{before}- {writer.entry(block)}"
            yield from _entries(block.blocks, writer, depth - 1, f"{before}  ")


def _slug(heading: str) -> str:
    kept = (sign for sign in heading.lower() if sign in "- " or category(sign) in _IN_SLUG)
    return "".join(kept).replace(" ", "-")
