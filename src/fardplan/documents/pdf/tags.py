"""The structure tree of a PDF, put right after Typst.

Typst tags only what it draws itself. What the template draws in ways of its own comes as headings
whose name begins with a mark (`templates/roadmap/typst/tags.typ`); here each becomes what its name
says. Layout leaves no trace (`Div`), captions go into their tables, and the cells of a table are
told apart by `Scope` alone: one row of headings, one column of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pikepdf import Pdf

MARK = "\ue000"

_LISTS = {"UL": "/None", "OL": "/Decimal"}
_OWN_NAMES = frozenset({"LI", "Lbl", "LBody", "Caption"})


def mend_tags(pdf: Pdf) -> None:
    """Give every element of the structure tree its true kind."""
    tree = pdf.Root.StructTreeRoot
    for top in _kids(tree):
        if _is_element(top):
            _Mender().mend(top)
    _forget_cells(tree)


class _Mender:
    """Mends a tree from its leaves up."""

    def mend(self, element: Any) -> None:
        """Mend all below an element, then the element itself."""
        kids: list[Any] = []
        changed = False
        for kid in _kids(element):
            if not _is_element(kid):
                kids.append(kid)
                continue
            self.mend(kid)
            if self._is_layout(kid):
                changed = True
                kids += [self._adopt(inner, element) for inner in _kids(kid)]
            else:
                kids.append(kid)
        if _name(element) == "/TD" and len(kids) == 1 and _marked(kids[0]) == "TH":
            kids = self._head_row(element, kids[0])
            changed = True
        changed |= self._take_in_captions(kids)
        if changed:
            _set_kids(element, kids)
        self._rename(element)

    @staticmethod
    def _is_layout(element: Any) -> bool:
        """Tell whether an element only arranges others, and is no part of what is said."""
        return _name(element) == "/Div" and all(map(_is_element, _kids(element)))

    @staticmethod
    def _adopt(element: Any, parent: Any) -> Any:
        element.P = parent
        return element

    def _head_row(self, cell: Any, marked: Any) -> list[Any]:
        """Make the cell the heading of its row."""
        from pikepdf import Array, Dictionary, Name

        cell.S = Name.TH
        scope = Dictionary(O=Name.Table, Scope=Name.Row)
        cell.A = Array([scope, *(a for a in _attributes(cell) if a.get("/O") != "/Table")])
        inner = _kids(marked)
        if all(map(_is_element, inner)):
            return [self._adopt(one, cell) for one in inner]
        marked.S = Name.P
        del marked["/T"]
        return [marked]

    def _take_in_captions(self, kids: list[Any]) -> bool:
        """Move each caption into the table after it."""
        found = False
        for at in range(len(kids) - 1, 0, -1):
            caption, table = kids[at - 1], kids[at]
            if not (_is_element(caption) and _is_element(table)):
                continue
            if _name(caption) == "/Caption" and _name(table) == "/Table":
                _set_kids(table, [self._adopt(caption, table), *_kids(table)])
                del kids[at - 1]
                found = True
        return found

    @staticmethod
    def _rename(element: Any) -> None:
        from pikepdf import Dictionary, Name

        name = _marked(element)
        if name in _LISTS:
            element.S = Name.L
            element.A = Dictionary(O=Name.List, ListNumbering=Name(_LISTS[name]))
        elif name in _OWN_NAMES:
            element.S = Name(f"/{name}")
        else:
            return
        del element["/T"]


def _forget_cells(tree: Any) -> None:
    """Leave out the names of header cells, which no cell refers to any more."""
    from pikepdf import Array, Dictionary

    names = tree.get("/IDTree")
    if names is None:
        return
    kept = []
    for key, element in _named(names):
        if _name(element) in ("/TH", "/TD"):
            del element["/ID"]
        else:
            kept += [key, element]
    if kept:
        tree.IDTree = Dictionary(Names=Array(kept))
    else:
        del tree["/IDTree"]
    for element in _cells(tree):
        attributes = [one for one in _attributes(element) if not _forget_headers(one)]
        if attributes:
            element.A = Array(attributes)
        elif "/A" in element:
            del element["/A"]


def _forget_headers(attributes: Any) -> bool:
    """Take the names of headers away; tell whether nothing is left."""
    if "/Headers" in attributes:
        del attributes["/Headers"]
    return set(attributes.keys()) == {"/O"}


def _cells(element: Any) -> Iterator[Any]:
    for kid in _kids(element):
        if _is_element(kid):
            if _name(kid) in ("/TH", "/TD"):
                yield kid
            yield from _cells(kid)


def _named(node: Any) -> Iterator[tuple[Any, Any]]:
    names = list(node.get("/Names", []))
    yield from zip(names[::2], names[1::2], strict=True)
    for kid in node.get("/Kids", []):
        yield from _named(kid)


def _kids(element: Any) -> list[Any]:
    from pikepdf import Array

    kids = element.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, Array) else [kids]


def _set_kids(element: Any, kids: list[Any]) -> None:
    from pikepdf import Array

    element.K = Array(kids)


def _is_element(kid: Any) -> bool:
    from pikepdf import Dictionary

    return isinstance(kid, Dictionary) and "/S" in kid


def _name(element: Any) -> str:
    return str(element.S)


def _marked(element: Any) -> str:
    """Return the name that the template gave an element, "" for one of Typst's own."""
    title = str(element.get("/T", "")) if _is_element(element) else ""
    return title.removeprefix(MARK) if title.startswith(MARK) else ""


def _attributes(element: Any) -> list[Any]:
    from pikepdf import Array

    found = element.get("/A")
    if found is None:
        return []
    return list(found) if isinstance(found, Array) else [found]
