"""Users' Markdown, made safe: parsed without HTML, cleaned token by token, then washed once more.

CommonMark with tables, strikethrough, footnotes and definition lists. Headings take the levels
below the section's, without gaps; pictures become their alternative text, since a document asks
nothing of the network; links of other schemes than https, http and mailto become their text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from fardplan.documents import wording
from fardplan.documents.html.terms import split_at_terms
from fardplan.documents.inline import safe_href
from fardplan.documents.terms import Explanation, find_mentions
from fardplan.documents.typography import set_text
from fardplan.locales.text import Lang

_PLAIN = "p h2 h3 h4 h5 h6 ul blockquote pre code em strong s dl dt dd hr br sup"
_TAGS = {
    *_PLAIN.split(),
    "ol",
    "li",
    "a",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "div",
    "button",
    "span",
}
_ATTRIBUTES = {
    "a": {"href", "id", "class", "aria-label"},
    "button": {"type", "class", "popovertarget"},
    "div": {"class"},
    "li": {"id"},
    "span": {"class"},
    "ol": {"start"},
    "table": {"class"},
    "th": {"scope", "class"},
    "td": {"class", "data-label"},
}


def parse_prose(markdown: str, level: int, lang: Lang) -> list[Token]:
    """Return the cleaned tokens of a text whose first heading takes `level` (2 to 6)."""
    tokens = _parser().parse(markdown, {})
    _fit_headings(tokens, level)
    for token in tokens:
        if token.children:
            token.children = list(_clean(token.children, lang))
    _name_cells(tokens)
    return tokens


@lru_cache(maxsize=4096)
def render_prose(
    markdown: str, level: int, lang: Lang, key: str = "", terms: tuple[Explanation, ...] = ()
) -> str:
    """Return safe HTML, where the first mention of each of `terms` opens its explanation.

    `key` makes the ids of footnotes unique among the texts of a document.
    """
    parser = _parser()
    tokens = parse_prose(markdown, level, lang)
    if terms:
        _explain(tokens, terms)
    html = parser.renderer.render(tokens, parser.options, {"docId": key, "lang": lang})
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes={"https", "http", "mailto"},
        link_rel=None,
    )


class _Parser(MarkdownIt):
    """Take every link, so that `_clean` can keep the words of those it refuses."""

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 -- the parser's own name
        return True


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = _Parser("commonmark", {"html": False}).enable(["table", "strikethrough"])
    parser.use(footnote_plugin, inline=False).use(deflist_plugin)
    for name, rule in _FOOTNOTE_RULES.items():
        parser.add_render_rule(name, rule)
    return parser


def _fit_headings(tokens: list[Token], level: int) -> None:
    open_levels: list[int] = []
    for token in tokens:
        if token.type == "heading_open":
            written = int(token.tag[1])
            while open_levels and open_levels[-1] >= written:
                open_levels.pop()
            open_levels.append(written)
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(level + len(open_levels) - 1, 6)}"


def _clean(children: Sequence[Token], lang: Lang) -> Iterator[Token]:
    dropped = False
    for child in children:
        token = _alternative_text(child) if child.type == "image" else child
        if token.type == "link_open":
            href = safe_href(str(token.attrGet("href") or ""))
            dropped = href is None
            if href is not None:
                token.attrs = {"href": href}
        if token.type == "text":
            token.content = set_text(token.content, lang)
        if not (dropped and token.type in ("link_open", "link_close")):
            yield token


def _explain(tokens: Sequence[Token], terms: Sequence[Explanation]) -> None:
    """Mark terms in running text: not in headings, nor in the words of a link."""
    left = dict.fromkeys(terms)
    heading = False
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            heading = token.type == "heading_open"
        if token.children and not heading:
            token.children = list(_mark(token.children, left))


def _mark(children: Sequence[Token], left: dict[Explanation, None]) -> Iterator[Token]:
    linked = False
    for child in children:
        if child.type in ("link_open", "link_close"):
            linked = child.type == "link_open"
        if child.type != "text" or linked:
            yield child
            continue
        found = tuple(find_mentions(child.content, tuple(left)))
        for mention in found:
            del left[mention.explanation]
        for piece in split_at_terms(child.content, found):
            kind = "html_inline" if isinstance(piece, Markup) else "text"
            yield Token(kind, "", 0, content=str(piece))


def _alternative_text(image: Token) -> Token:
    words = "".join(child.content for child in image.children or ())
    return Token("text", "", 0, content=words)


def _name_cells(tokens: list[Token]) -> None:
    """Give cells the labels that keep a table readable when its rows turn into cards."""
    heads: list[str] = []
    column = 0
    for number, token in enumerate(tokens):
        if token.type in ("th_open", "td_open"):
            end = "right" in str(token.attrs.get("style", ""))
            token.attrs = {"class": "end"} if end else {}
        if token.type == "table_open":
            heads.clear()
            token.attrSet("class", "cards-on-phone")
        elif token.type == "tr_open":
            column = 0
        elif token.type == "th_open":
            heads.append(words_of(tokens[number + 1].children or ()))
            token.attrSet("scope", "col")
        elif token.type == "td_open":
            token.attrSet("data-label", heads[column] if column < len(heads) else "")
            column += 1


def headings_in(markdown: str, lang: Lang) -> Iterator[str]:
    """Yield the words of each heading of a text."""
    tokens = parse_prose(markdown, 2, lang)
    for opening, inline in pairwise(tokens):
        if opening.type == "heading_open":
            yield words_of(inline.children or ())


def words_of(children: Sequence[Token]) -> str:
    """Return the words of inline tokens without their marks."""
    return "".join(
        " " if token.type in ("softbreak", "hardbreak") else token.content for token in children
    ).strip()


def letter(number: int) -> str:
    """Return a, b … z, aa …: the marks of a text's own notes, apart from the document's numbers."""
    first, last = divmod(number - 1, 26)
    return (letter(first) if first else "") + chr(ord("a") + last)


def _footnote_ref(
    _: object, tokens: Sequence[Token], index: int, __: OptionsDict, env: EnvType
) -> str:
    note, mention = tokens[index].meta["id"] + 1, tokens[index].meta["subId"]
    key, mark = env["docId"], letter(note)
    label = wording.NOTE.say(env["lang"], number=mark)
    place = f"{key}-ref-{note}" + (f"-{mention}" if mention else "")
    return f'<sup><a href="#{key}-{note}" id="{place}" aria-label="{label}">{mark}</a></sup>'


def _footnote_block_open(*_: object) -> str:
    return '<div class="prose-notes"><ol>\n'


def _footnote_block_close(*_: object) -> str:
    return "</ol></div>\n"


def _footnote_anchor(
    _: object, tokens: Sequence[Token], index: int, __: OptionsDict, env: EnvType
) -> str:
    note, mention = tokens[index].meta["id"] + 1, tokens[index].meta["subId"]
    if mention:
        return ""
    label = wording.BACK_TO_TEXT.say(env["lang"], number=letter(note))
    return f' <a class="back" href="#{env["docId"]}-ref-{note}" aria-label="{label}">↑</a>'


def _footnote_open(
    _: object, tokens: Sequence[Token], index: int, __: OptionsDict, env: EnvType
) -> str:
    return f'<li id="{env["docId"]}-{tokens[index].meta["id"] + 1}">'


_FOOTNOTE_RULES: dict[str, Callable[..., str]] = {
    "footnote_ref": _footnote_ref,
    "footnote_block_open": _footnote_block_open,
    "footnote_block_close": _footnote_block_close,
    "footnote_open": _footnote_open,
    "footnote_anchor": _footnote_anchor,
}
