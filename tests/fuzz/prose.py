"""Users' Markdown: whatever is written, every form takes it, and the page holds safe elements alone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser

from fardplan.documents.blocks import Prose, Section
from fardplan.documents.document import Document
from fardplan.documents.docx.render import render_docx
from fardplan.documents.engine import Template, load_template
from fardplan.documents.inline import safe_href
from fardplan.documents.markdown.prose import write_prose
from fardplan.documents.pdf.typst_prose import lay_prose
from fardplan.documents.prose import headings_in, render_prose
from fardplan.locales.text import LANGUAGES
from fardplan.source._encoding import UNPRINTABLE
from fardplan.source.resources import templates_dir
from tests.fuzz.content import values

WORDS = (
    "[a](", "javascript:", "https://a.se", "![", "](", "<script>", "&#x6a;", "[^1]", "[^1]: ", "\n: ", "| - | - |\n",
    "~~", "**", "# ", "> ", "1. ", "* ", "```", "<a href=", "data:text/html,", "\\", "&amp;", "[a]: ", "\u202e",
)  # fmt: skip
SAFE = frozenset(
    ["p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "s", "dl", "dt", "dd", "hr", "br", "sup", "a", "table", "thead", "tbody", "tr", "th", "td", "div"]
)  # fmt: skip


def seeds() -> Iterator[bytes]:
    """Yield the longer texts of the roadmaps, and each sort of mark."""
    texts = {str(leaf.value) for leaf in values() if leaf.spec.text == "prose"}
    yield from (text.encode() for text in sorted(texts, key=len)[-80:])
    yield b"# a\n\n### b\n\n| a | b |\n|--:|---|\n| [c](https://d.se) | ~~e~~ |\n\nf[^1]\n\n[^1]: g\n\nh\n: i\n"


def check(data: bytes) -> None:
    """Write a text in every form; on a page nothing in it can run or fetch."""
    text = UNPRINTABLE.sub("\ufffd", data.decode("utf-8", "replace"))  # as the models have it
    for lang in LANGUAGES:
        _Page().feed(render_prose(text, 2, lang, "k"))
        list(headings_in(text, lang))
        assert isinstance(write_prose(text, 2, lang, "k")[0], str)
        json.dumps(lay_prose(text, 2, lang, "k"))
    section = Section("a", "A", (Prose(text),))
    assert render_docx(Document(lang="sv", title="T", sections=(section,)), template())


@cache
def template() -> Template:
    """Return the built-in template."""
    return load_template("roadmap", [templates_dir()])


class _Page(HTMLParser):
    """Looks at every element of a page."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in SAFE, tag
        for name, value in attrs:
            assert not name.startswith("on"), name
            if name == "href":
                assert safe_href(value or "") == value
                scheme = re.match(r"[a-zA-Z][\w+.-]*:", value or "")
                assert scheme is None or scheme[0].lower() in ("https:", "http:", "mailto:"), value
