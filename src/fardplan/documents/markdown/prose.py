"""Users' Markdown written anew from its cleaned tokens, so that it fits into a larger document.

Copying it as it stands would let headings, link definitions, footnotes and HTML of one field reach
into the rest; so it is read as for HTML (see `prose`), and written with the same meaning.
"""

from __future__ import annotations

import re
from itertools import pairwise

from markdown_it.tree import SyntaxTreeNode

from fardplan.documents.markdown.text import (
    address,
    code_span,
    escape_words,
    guard_line,
    in_cell,
    item,
    join_parts,
    quoted,
    stack,
    table,
    wrap,
)
from fardplan.documents.prose import letter, parse_prose, words_of
from fardplan.locales.text import Lang

_HEADING = re.compile(r"#|^ {0,3}(=+|-+)[ \t]*$", re.MULTILINE)
_MARKS = {"em": "*", "strong": "**", "s": "~~"}


def write_prose(markdown: str, level: int, lang: Lang, key: str) -> tuple[str, list[str]]:
    """Return the text, its first heading at `level`, and the definitions of its footnotes.

    `key` goes before each footnote's mark, so that those of different fields stay apart.
    """
    writer = _ProseWriter(key)
    tree = SyntaxTreeNode(parse_prose(markdown, level, lang))
    return writer.children(tree), writer.notes


def headings_in(markdown: str, lang: Lang) -> list[str]:
    """Return the words of each heading of a text."""
    if not _HEADING.search(markdown):
        return []
    tokens = parse_prose(markdown, 2, lang)
    return [
        words_of(told.children or ()) for at, told in pairwise(tokens) if at.type == "heading_open"
    ]


class _ProseWriter:
    def __init__(self, key: str) -> None:
        self._key = key
        self.notes: list[str] = []

    def children(self, node: SyntaxTreeNode) -> str:
        return stack([self._block(child) for child in node.children])

    def _block(self, node: SyntaxTreeNode) -> str:
        match node.type:
            case "paragraph":
                return "\n".join(map(guard_line, self._inline(node).split("\n")))
            case "heading":
                return f"{'#' * int(node.tag[1])} {self._inline(node).replace(chr(10), ' ')}"
            case "bullet_list" | "ordered_list":
                return self._list(node)
            case "blockquote":
                return quoted(self.children(node))
            case "fence" | "code_block":
                return _fence(node.content, node.info)
            case "hr":
                return "***"
            case "table":
                return self._table(node)
            case "dl":
                return self._definitions(node)
            case "footnote_block":
                self.notes.extend(self._note(child) for child in node.children)
        return ""

    def _list(self, node: SyntaxTreeNode) -> str:
        start = int(node.attrs.get("start", 1))
        items = [
            item(f"{start + n}. " if node.type == "ordered_list" else "- ", self._item(child))
            for n, child in enumerate(node.children)
        ]
        return "\n".join(items)

    def _item(self, node: SyntaxTreeNode) -> str:
        tight = all(child.hidden for child in node.children if child.type == "paragraph")
        written = [self._block(child) for child in node.children]
        return "\n".join(filter(None, written)) if tight else stack(written)

    def _table(self, node: SyntaxTreeNode) -> str:
        rows = [row.children for part in node.children for row in part.children]
        head, *body = [[in_cell(self._inline(cell)) for cell in row] for row in rows]
        return table(head, body, [cell.attrs.get("class") == "end" for cell in rows[0]])

    def _definitions(self, node: SyntaxTreeNode) -> str:
        points: list[str] = []
        for child in node.children:
            if child.type == "dt":
                points.append(f"- **{self._inline(child)}**")
            else:
                points.append("  " + item("- ", self.children(child)).replace("\n", "\n  "))
        return "\n".join(points)

    def _note(self, node: SyntaxTreeNode) -> str:
        mark = f"[^{self._key}{letter(node.meta['id'] + 1)}]: "
        return mark + self.children(node).replace("\n", "\n    ")

    def _inline(self, node: SyntaxTreeNode) -> str:
        parts = [part for child in node.children for part in child.children]
        return join_parts((self._part(part), part.type == "footnote_ref") for part in parts)

    def _part(self, node: SyntaxTreeNode) -> str:
        if node.type in _MARKS:
            return wrap(_MARKS[node.type], "".join(map(self._part, node.children)))
        match node.type:
            case "text" | "text_special":
                return escape_words(node.content)
            case "code_inline":
                return code_span(node.content)
            case "softbreak":
                return "\n"
            case "hardbreak":
                return "\\\n"
            case "link":
                words = "".join(map(self._part, node.children))
                return f"[{words}]({address(str(node.attrs['href']))})"
            case "footnote_ref":
                return f"[^{self._key}{letter(node.meta['id'] + 1)}]"
        return ""


def _fence(content: str, info: str) -> str:
    longest = max((len(run) for run in re.findall(r"`{3,}", content)), default=2)
    ticks = "`" * (longest + 1)
    return f"{ticks}{re.sub(r'[^a-z0-9+-]', '', info)}\n{content.rstrip(chr(10))}\n{ticks}"
