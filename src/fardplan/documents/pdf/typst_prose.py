"""Users' Markdown as blocks for Typst, from the same cleaned tokens as every other form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from markdown_it.tree import SyntaxTreeNode

from fardplan.documents.pdf.typst_tables import lay_table
from fardplan.documents.pdf.typst_text import clean, write
from fardplan.documents.prose import parse_prose
from fardplan.locales.text import Lang

Data: TypeAlias = dict[str, Any]

_MARKS = {"em": "emphasis", "strong": "strong", "s": "struck"}
_DEEPEST = 8
"""Lists and quotations inside one another; those farther in lie as deep as this."""


def lay_prose(markdown: str, level: int, lang: Lang, key: str) -> list[Data]:
    """Return the blocks of a text; `key` tells its footnotes from those of other texts."""
    return _Layer(key, lang).blocks(SyntaxTreeNode(parse_prose(markdown, level, lang)))


class _Layer:
    def __init__(self, key: str, lang: Lang) -> None:
        self._key = key
        self._lang = lang
        self._notes: dict[int, list[Data]] = {}
        self._mentioned: set[int] = set()

    def blocks(self, tree: SyntaxTreeNode) -> list[Data]:
        """Return the blocks; footnotes are read first, since they are laid at their mention."""
        for node in tree.children:
            if node.type == "footnote_block":
                notes = {child.meta["id"]: child for child in node.children}
                self._notes = {number: self._below(note, 0) for number, note in notes.items()}
        return self._below(tree, 0)

    def _below(self, node: SyntaxTreeNode, depth: int) -> list[Data]:
        return [block for child in node.children for block in self._block(child, depth)]

    def _block(self, node: SyntaxTreeNode, depth: int) -> list[Data]:
        match node.type:
            case "paragraph":
                return [_paragraph(self._inline(node))]
            case "heading":
                return [self._heading(node)]
            case "bullet_list" | "ordered_list":
                return self._list(node, depth)
            case "blockquote":
                return self._quote(node, depth)
            case "fence" | "code_block":
                return [{"kind": "code", "text": _code(node.content)}]
            case "hr":
                return [{"kind": "rule"}]
            case "table":
                return [self._table(node)]
            case "dl":
                return [self._definitions(node, depth)]
        return []

    def _quote(self, node: SyntaxTreeNode, depth: int) -> list[Data]:
        inner = self._below(node, depth + 1)
        if depth >= _DEEPEST:
            return inner
        return [{"kind": "quote", "blocks": inner, "source": "", "lang": None}]

    def _heading(self, node: SyntaxTreeNode) -> Data:
        content = self._inline(node)
        level = int(node.tag[1])
        return {"kind": "heading", "content": content, "plain": _plain(content), "level": level}

    def _list(self, node: SyntaxTreeNode, depth: int) -> list[Data]:
        points = [self._below(child, depth + 1) for child in node.children]
        if depth >= _DEEPEST:
            return [block for point in points for block in point]
        items = [_item(point) for point in points]
        start = int(node.attrs.get("start", 1))
        ordered = node.type == "ordered_list"
        return [
            {"kind": "items", "items": items, "ordered": ordered, "start": start, "lead": "",
             "style": "plain"},
        ]  # fmt: skip

    def _table(self, node: SyntaxTreeNode) -> Data:
        rows = [row.children for part in node.children for row in part.children]
        head, *body = rows
        columns = [
            {"title": self._inline(cell), "numeric": cell.attrs.get("class") == "end", "width": ""}
            for cell in head
        ]
        cells = [
            [{"content": self._inline(cell), "blocks": [], "anchor": ""} for cell in row]
            for row in body
        ]
        return lay_table({"caption": "", "note": "", "empty": "", "anchor": "",
                          "row_header": False}, columns, cells)  # fmt: skip

    def _definitions(self, node: SyntaxTreeNode, depth: int) -> Data:
        rows: list[Data] = []
        for child in node.children:
            if child.type == "dt":
                label = _plain(self._inline(child))
                rows.append({"label": label, "value": "", "blocks": [], "long": True, "wide": True})
            elif rows:
                rows[-1]["blocks"] += self._below(child, depth + 1)
        return {"kind": "facts", "rows": rows, "style": "rows", "title": ""}

    def _inline(self, node: SyntaxTreeNode) -> list[Any]:
        return [
            data
            for child in node.children
            for part in child.children
            for data in (self._part(part),)
            if data != ""
        ]

    def _part(self, node: SyntaxTreeNode) -> Any:
        if node.type in _MARKS:
            return {
                "kind": _MARKS[node.type],
                "content": [self._part(one) for one in node.children],
            }
        match node.type:
            case "text" | "text_special":
                return write(node.content, self._lang)
            case "code_inline":
                return {"kind": "code", "text": clean(node.content)}
            case "softbreak":
                return " "
            case "hardbreak":
                return {"kind": "break"}
            case "link":
                return self._link(node)
            case "footnote_ref":
                return self._note(node.meta["id"])
        return ""

    def _link(self, node: SyntaxTreeNode) -> Any:
        words, href = [self._part(one) for one in node.children], str(node.attrs["href"])
        away = href.startswith(("http", "mailto"))
        return {"kind": "link", "href": href, "content": words} if away and words else words

    def _note(self, number: int) -> Data:
        note: Data = {"kind": "note", "name": f"note:{self._key}-{number}"}
        if number not in self._mentioned:
            self._mentioned.add(number)
            note["blocks"] = [
                block for block in self._notes.get(number, []) if block["kind"] == "paragraph"
            ]
        return note


def _paragraph(content: Any) -> Data:
    return {"kind": "paragraph", "content": content, "role": ""}


def _item(blocks: Sequence[Data]) -> Data:
    """Return a point of a list: its first words stand beside the mark, all else below."""
    first, *rest = blocks or [_paragraph("")]
    if first["kind"] == "paragraph":
        return {"content": first["content"], "blocks": rest, "anchor": "", "mark": ""}
    return {"content": "", "blocks": [first, *rest], "anchor": "", "mark": ""}


def _code(text: str) -> str:
    return "\n".join(map(clean, text.rstrip("\n").split("\n")))


def _plain(content: Any) -> str:
    if isinstance(content, str):
        return content
    if isinstance(content, list):
        return "".join(map(_plain, content))
    return str(content.get("text", "")) or _plain(content.get("content", ""))
