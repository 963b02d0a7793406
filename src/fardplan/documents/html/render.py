"""One self-contained HTML file: no script, nothing fetched, and a policy that says so.

`HtmlWriter` is what the templates see as `w`: each block has its macro in
`html/blocks/KIND.html.j2`, and words inside a block come from `w.inline`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from jinja2.runtime import Macro
from markupsafe import Markup, escape

from fardplan.documents.blocks import Block, Blocks, Prose, Section
from fardplan.documents.document import Document, anchors, note_numbers
from fardplan.documents.engine import Template, explained
from fardplan.documents.html.inline import InlineWriter
from fardplan.documents.html.style import policy, stylesheets
from fardplan.documents.html.terms import TermMarker, term_id
from fardplan.documents.inline import Inline, Link, plain
from fardplan.documents.prose import render_prose
from fardplan.documents.sandbox import BLOCK, spend
from fardplan.documents.template_fault import TemplateFault
from fardplan.documents.terms import Explanation
from fardplan.documents.typography import set_text
from fardplan.documents.wording import say
from fardplan.figures.drawing import Drawing
from fardplan.figures.svg import inline_svg
from fardplan.locales.text import Text

CHAPTER, DEEPEST = 2, 6

_NO_MACRO = Text(
    "Mallfilen {file} går inte att använda: den ska ha ett makro som börjar {start}",
    "The template file {file} cannot be used: it must have a macro that begins {start}",
)
_START, _ARGUMENTS = "{% macro block(b, level, w) %}", 3


def render_html(document: Document, template: Template) -> str:
    """Return the document as one HTML page; TemplateFault if a template cannot be used."""
    styles = stylesheets(document, template)
    return lay_out(document, template, "page.html.j2", styles, policy(styles))


def lay_out(
    document: Document,
    template: Template,
    page: str,
    styles: list[str],
    policy: str,
    /,
    **more: Any,
) -> str:
    """Return the document by one of the template's pages, which sees `more` beside it.

    `styles` are the style elements, the first for every medium; TemplateFault as `render_html`.
    """
    writer = HtmlWriter(document, template)
    with explained():
        return template.html.get_template(page).render(
            document=document,
            w=writer,
            settings=template.settings,
            styles=[Markup(style) for style in styles],
            policy=policy,
            **more,
        )


@dataclass(frozen=True, slots=True)
class Entry:
    """Hold a line of the contents with those below it."""

    anchor: str
    number: str
    title: str
    entries: tuple[Entry, ...]


class HtmlWriter:
    """Turn blocks and words of one document into HTML, for its templates."""

    def __init__(self, document: Document, template: Template) -> None:
        """Prepare what must be known of the whole document before any part of it."""
        self._document = document
        self._template = template
        self._macros: dict[str, Callable[..., Markup]] = {}
        self._texts = 0
        self._terms = TermMarker(document.terms)
        self._words = InlineWriter(
            document.lang,
            frozenset(anchor for anchor, _ in anchors(document)),
            note_numbers(document),
            self._terms,
        )

    def inline(self, content: Inline) -> Markup:
        """Return words and marks, escaped."""
        return self._words.write(content)

    def running(self, content: Inline) -> Markup:
        """Return running text, where the first mention of a term in a chapter is explained."""
        return self._words.running(content)

    def link(self, content: Inline, href: str) -> Markup:
        """Return words that lead to `href`, or the words alone where there is no place to go."""
        return self.inline(Link(content, href)) if href else self.inline(content)

    def plain(self, content: Inline) -> str:
        """Return the words alone."""
        return set_text(plain(content), self._document.lang)

    def blocks(self, blocks: Blocks, level: int) -> Markup:
        """Return blocks one after another; headings in them take `level`."""
        return Markup("".join([self.block(block, level) for block in blocks]))

    def block(self, block: Block, level: int) -> Markup:
        """Return one block by the macro of its kind."""
        spend(BLOCK)
        if isinstance(block, Prose):
            return self._prose(block, level)
        if isinstance(block, Section) and level == CHAPTER:
            self._terms.start_chapter()
        return self._macro(block.kind)(block, min(level, DEEPEST), self)

    def say(self, name: str, **values: object) -> str:
        """Return a text of `wording` by its name, in the document's language."""
        return say(name, self._document.lang, **values)

    def drawing(self, drawing: Drawing) -> Markup:
        """Return a drawing, its words escaped."""
        return Markup(inline_svg(drawing))

    def icon(self, name: str) -> Markup:
        """Return a pictogram, the generic one for a name that has none, nothing for no name."""
        if not name:
            return Markup("")
        icons = self._template.icons
        if name not in icons:
            known = name.isidentifier() and self._template.find(f"html/icons/{name}.svg")
            path = f"html/icons/{name if known else 'generic'}.svg"
            icons[name] = Markup(self._template.read(path).strip())
        return icons[name]

    @cached_property
    def contents(self) -> tuple[Entry, ...]:
        """Return the contents, as deep as the template's settings say."""
        return tuple(self._entries(self._document.sections, self._template.settings.contents_depth))

    @property
    def notes(self) -> list[tuple[int, Inline, range]]:
        """Return number, words and mentions of each note, once the text before it is written."""
        contents = {note.key: note.content for note in self._document.notes}
        return [
            (number, contents[key], range(self._words.mentions[key]))
            for key, number in self._words.notes.items()
        ]

    @property
    def terms(self) -> list[tuple[str, Explanation]]:
        """Return the id and the explanation of each marked term, once the text is written."""
        return [(term_id(term), term) for term in self._terms.explained.values()]

    def _prose(self, block: Prose, level: int) -> Markup:
        self._texts += 1
        key = f"_fn-{self._texts}" if "[^" in block.markdown or "^[" in block.markdown else ""
        terms = tuple(mention.explanation for mention in self._terms.find(block.markdown))
        html = render_prose(block.markdown, min(level, DEEPEST), self._document.lang, key, terms)
        self._terms.keep(term for term in terms if f'"{term_id(term)}"' in html)
        lang = f' lang="{escape(block.lang)}"' if block.lang else ""
        role = " lead" if block.lead else ""
        return Markup(f'<div class="prose{role}"{lang}>\n{html}</div>\n')

    def _macro(self, kind: str) -> Callable[..., Markup]:
        if kind not in self._macros:
            template = self._template.html.get_template(f"blocks/{kind}.html.j2")
            module: Any = template.module
            macro = getattr(module, "block", None)
            if not isinstance(macro, Macro) or len(macro.arguments) < _ARGUMENTS:
                raise TemplateFault(_NO_MACRO, file=template.filename or kind, start=_START)
            self._macros[kind] = module.block
        return self._macros[kind]

    def _entries(self, blocks: Blocks, depth: int) -> Iterator[Entry]:
        for block in blocks if depth else ():
            if isinstance(block, Section) and block.contents:
                below = tuple(self._entries(block.blocks, depth - 1))
                yield Entry(block.anchor, block.number, self.plain(block.title), below)
