"""In which order the keys of a mapping are written, where another order means the same."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from fardplan.editing._layout_blocks import Block, Entry, Page, begin
from fardplan.editing._layout_comments import SUPPRESSION
from fardplan.editing._nodes import Node


class Aliases:
    """What refers to what in a text: where each alias stands, and where its anchor."""

    def __init__(self, page: Page) -> None:
        """Find all aliases of a page."""
        text = page.positions.text
        self._links: list[tuple[int, int]] = []
        names: list[str] = []
        for node in _nodes(page.root) if "&" in text else ():
            if node.target is not None:
                self._links.append((node.start, begin(node.target, text)))
            elif node.anchored:
                names.append(text[begin(node, text) : node.start].split(maxsplit=1)[0])
        self._is_ambiguous = bool(self._links) and len(set(names)) < len(names)

    def allow(self, entries: Sequence[Entry], wanted: Sequence[Entry]) -> bool:
        """Tell whether no alias would come before its anchor, or get another, in a new order."""
        if not self._links:
            return True
        if self._is_ambiguous:
            return False
        starts = [entry.start for entry in entries]
        place = {entry.start: number for number, entry in enumerate(wanted)}
        inside = slice(
            bisect_left(self._links, (starts[0], 0)),
            bisect_right(self._links, (entries[-1].value.end, 0)),
        )
        for alias, anchor in self._links[inside]:
            before, after = bisect_right(starts, anchor) - 1, bisect_right(starts, alias) - 1
            if before >= 0 and place[starts[before]] > place[starts[after]]:
                return False
        return True


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    for pair in node.pairs:
        for part in pair:
            yield from _nodes(part)
    for item in node.items:
        yield from _nodes(item)


def order_entries(
    block: Block, keys: Sequence[str], page: Page, aliases: Aliases
) -> Sequence[Entry]:
    """Return the entries of a mapping in the order of its keys, or as they are where that is safer.

    An unknown key stays below the key that it follows. The order stays where an alias would come
    before its anchor, and where the first key bears a comment that leaves out findings: what a
    mapping lacks is shown at its first key.
    """
    rank = {key: number for number, key in enumerate(keys)}
    last = -1
    ranked: list[tuple[int, Entry]] = []
    for entry in block.entries:
        last = rank.get(entry.key or "", last)
        ranked.append((last, entry))
    wanted = [entry for _, entry in sorted(ranked, key=lambda pair: pair[0])]
    if wanted == block.entries:
        return block.entries
    if wanted[0] is not block.entries[0] and any(
        _leaves_out_findings(entry, page) for entry in (wanted[0], block.entries[0])
    ):
        return block.entries
    return wanted if aliases.allow(block.entries, wanted) else block.entries


def _leaves_out_findings(entry: Entry, page: Page) -> bool:
    lines = (*entry.above, page.lines[entry.row])
    return any(SUPPRESSION in line for line in lines)
