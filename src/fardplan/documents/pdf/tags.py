"""The structure tree of a PDF, put right after Typst.

Typst tags only what it draws itself. What the template draws in ways of its own comes as headings
whose name begins with a mark (`templates/roadmap/typst/tags.typ`); here each becomes what its name
says. Layout leaves no trace (`Div`), nor do the places that links lead to; captions go into their
tables, and the cells of a table are told apart by `Scope` alone: one row of headings, one column
of them.

There is an element for every few words, and to ask pikepdf takes longer than all the rest: each is
asked once for what it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf

MARK = "\ue000"

_LISTS = {"UL": "/None", "OL": "/Decimal"}
_OWN_NAMES = frozenset({"LI", "Lbl", "LBody", "Caption"})
_PLACE = "Anchor"
_CELLS = ("/TH", "/TD")


@dataclass(slots=True)
class _Element:
    """An element: its kind, the name that the template gave it, and what is in it.

    Beside elements there may be words and links on a page in it, as they are in the file.
    """

    raw: Any
    kind: str
    mark: str
    kids: list[Any] = field(default_factory=list)

    @property
    def arranges(self) -> bool:
        """Tell whether there are only elements in it."""
        return all(isinstance(kid, _Element) for kid in self.kids)

    @property
    def leaves_no_trace(self) -> bool:
        """Tell whether it is layout alone, or a place that links lead to."""
        return (self.kind == "/Div" and self.arranges) or self.mark == _PLACE


def mend_tags(pdf: Pdf) -> None:
    """Give every element of the structure tree its true kind."""
    tree = pdf.Root.StructTreeRoot
    cells: list[Any] = []
    for top in _kids(tree):
        if kind := _kind(top):
            _mend(top, kind, cells)
    _forget_cells(tree, cells)


def _mend(raw: Any, kind: str, cells: list[Any]) -> _Element:
    """Mend all below an element, then the element itself; add it to `cells` if it is one."""
    element = _Element(raw, kind, _mark(raw) if kind.startswith("/H") else "")
    changed = False
    for kid in _kids(raw):
        inner = _mend(kid, kid_kind, cells) if (kid_kind := _kind(kid)) else kid
        if isinstance(inner, _Element) and inner.leaves_no_trace:
            element.kids += inner.kids
            changed = True
        else:
            element.kids.append(inner)
    if kind in _CELLS:
        cells.append(raw)
        changed |= _head_row(element)
    changed |= _take_in_captions(element.kids)
    if changed and not element.leaves_no_trace:
        _write_kids(element)
    _rename(element)
    return element


def _head_row(cell: _Element) -> bool:
    """Make a cell the heading of its row if the template says so."""
    if [getattr(kid, "mark", "") for kid in cell.kids] != ["TH"]:
        return False
    cell.raw.S = Name.TH
    scope = Dictionary(O=Name.Table, Scope=Name.Row)
    cell.raw.A = Array([scope, *(a for a in _attributes(cell.raw) if a.get("/O") != "/Table")])
    marked = cell.kids[0]
    if marked.arranges:
        cell.kids = marked.kids
    else:
        marked.raw.S = Name.P
        del marked.raw["/T"]
    return True


def _take_in_captions(kids: list[Any]) -> bool:
    """Move each caption into the table after it."""
    found = False
    for at in range(len(kids) - 1, 0, -1):
        caption, table = kids[at - 1], kids[at]
        if getattr(caption, "mark", "") == "Caption" and getattr(table, "kind", "") == "/Table":
            table.kids = [caption, *table.kids]
            _write_kids(table)
            del kids[at - 1]
            found = True
    return found


def _write_kids(element: _Element) -> None:
    element.raw.K = Array([getattr(kid, "raw", kid) for kid in element.kids])
    for kid in element.kids:
        if isinstance(kid, _Element):
            kid.raw.P = element.raw


def _rename(element: _Element) -> None:
    """Make an element what the template calls it."""
    if element.mark in _LISTS:
        element.raw.S = Name.L
        element.raw.A = Dictionary(O=Name.List, ListNumbering=Name(_LISTS[element.mark]))
    elif element.mark in _OWN_NAMES:
        element.raw.S = Name(f"/{element.mark}")
    else:
        return
    del element.raw["/T"]


def _forget_cells(tree: Any, cells: list[Any]) -> None:
    """Leave out the names of header cells, which no cell refers to any more."""
    names = tree.get("/IDTree")
    if names is None:
        return
    kept = []
    for key, element in _named(names):
        if _kind(element) in _CELLS:
            del element["/ID"]
        else:
            kept += [key, element]
    if kept:
        tree.IDTree = Dictionary(Names=Array(kept))
    else:
        del tree["/IDTree"]
    for cell in cells:
        attributes = [one for one in _attributes(cell) if not _forget_headers(one)]
        if attributes:
            cell.A = Array(attributes)
        elif "/A" in cell:
            del cell["/A"]


def _forget_headers(attributes: Any) -> bool:
    """Take the names of headers away; tell whether nothing is left."""
    if "/Headers" in attributes:
        del attributes["/Headers"]
    return set(attributes.keys()) == {"/O"}


def _named(node: Any) -> Iterator[tuple[Any, Any]]:
    names = list(node.get("/Names", []))
    yield from zip(names[::2], names[1::2], strict=True)
    for kid in node.get("/Kids", []):
        yield from _named(kid)


def _kids(element: Any) -> list[Any]:
    kids = element.K if "/K" in element else []  # to ask for what is not there is dear
    return list(kids) if isinstance(kids, (Array, list)) else [kids]


def _kind(kid: Any) -> str:
    """Return the kind of an element, "" for what is none."""
    return "" if isinstance(kid, int) or "/S" not in kid else str(kid.get("/S"))


def _mark(element: Any) -> str:
    """Return the name that the template gave an element, "" for one of Typst's own."""
    title = str(element.get("/T")) if "/T" in element else ""
    return title.removeprefix(MARK) if title.startswith(MARK) else ""


def _attributes(element: Any) -> list[Any]:
    found = element.A if "/A" in element else []
    return list(found) if isinstance(found, (Array, list)) else [found]
