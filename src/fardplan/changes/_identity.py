"""Which entity of the old version is which of the new one.

Identity is the id within a kind, wherever it stands; then what `previously:` declares, in either
version, so that a comparison backwards sees the same; then likeness of title and text, which is a
guess and is labelled with its score. An id that several entities share (the milestone `beslut` of
two activities) tells them apart only together with what they stand in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from fardplan.changes._nodes import FILE_KINDS, SINGLE, Node, Nodes
from fardplan.changes._previously import follow
from fardplan.changes._similarity import best_pairs
from fardplan.model.edition import Edition

ALIKE = 0.6
"""The likeness from which two entities are taken for one; below it they are two."""

_NO_COMMITMENT = "ongoing"


@dataclass(slots=True)
class Identity:
    """The pairs, splits and mergers between two versions."""

    old: Nodes
    new: Nodes
    scores: dict[Node, float] = field(default_factory=dict)
    """The score of each guess, by the new entity."""
    became: list[tuple[Node, Node]] = field(default_factory=list)
    """Work that merely went on in one version and is a commitment in the other (old, new)."""
    _to_new: dict[Node, Node] = field(default_factory=dict)
    _to_old: dict[Node, Node] = field(default_factory=dict)
    _heirs: dict[Node, list[Node]] = field(default_factory=lambda: defaultdict(list))
    _origins: dict[Node, list[Node]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, old: Edition, new: Edition) -> Identity:
        """Find out what is what in two editions of a roadmap."""
        identity = cls(Nodes.of(old), Nodes.of(new))
        homes = frozenset({old.id, new.id, *old.roadmap.previously, *new.roadmap.previously})
        identity._link_equal_ids()
        identity._link_declared(homes)
        identity._pair_linked()
        for depth in range(1 + max(node.depth for node in identity.old.all + identity.new.all)):
            identity._pair_shared_ids()
            identity._guess(depth)
        return identity

    def new_of(self, node: Node) -> Node | None:
        """Return what an old entity is now."""
        return self._to_new.get(node)

    def old_of(self, node: Node) -> Node | None:
        """Return what a new entity was."""
        return self._to_old.get(node)

    def heirs(self, node: Node) -> tuple[Node, ...]:
        """Return all that an old entity has become, by id."""
        paired = self._to_new.get(node)
        return _sorted(self._heirs.get(node) or ([paired] if paired else []))

    def origins(self, node: Node) -> tuple[Node, ...]:
        """Return all that a new entity comes from, by id."""
        paired = self._to_old.get(node)
        return _sorted(self._origins.get(node) or ([paired] if paired else []))

    def _link(self, old: Node, new: Node) -> None:
        if (old.kind == _NO_COMMITMENT) != (new.kind == _NO_COMMITMENT):
            if (old, new) not in self.became:
                self.became.append((old, new))
        elif new not in self._heirs[old]:
            self._heirs[old].append(new)
            self._origins[new].append(old)

    def _link_equal_ids(self) -> None:
        for kind in SINGLE:
            for old, new in zip(self.old.of_kind(kind), self.new.of_kind(kind), strict=False):
                self._link(old, new)
        for key, olds in self.old.by_key.items():
            news = self.new.by_key.get(key, [])
            if len(olds) == len(news) == 1:
                self._link(olds[0], news[0])

    def _link_declared(self, homes: frozenset[str]) -> None:
        for new in self.new.all:
            for old in _news(new, self.new, self.old, homes):
                self._link(old, new)
        for old in self.old.all:
            for new in _news(old, self.old, self.new, homes):
                self._link(old, new)

    def _pair_linked(self) -> None:
        """Pair what is linked: same ids first, then the likeliest of several heirs or origins."""
        links = [(old, new) for old, news in self._heirs.items() for new in news]
        for old, new in links:
            if old.key == new.key or (old.kind in SINGLE and old.kind == new.kind):
                self._pair(old, new)
        open_links = [link for link in links if self._is_open(*link)]
        scores = {
            (pair.old, pair.new): pair.score
            for old, new in open_links
            for pair in best_pairs({old.id: _texts(old)}, {new.id: _texts(new)}, 0)
        }
        ranked = sorted(
            open_links,
            key=lambda link: (-scores.get((link[0].id, link[1].id), 0), link[0].key, link[1].key),
        )
        for old, new in ranked:
            if self._is_open(old, new):
                self._pair(old, new)

    def _pair_shared_ids(self) -> None:
        """Pair entities whose id several have, where they stand in the same thing."""
        for new in self.new.all:
            if new in self._to_old:
                continue
            twins = [
                old
                for old in self.old.by_key.get(new.key, [])
                if old.parent and self._to_new.get(old.parent) is new.parent
            ]
            rivals = [other for other in self.new.by_key[new.key] if other.parent is new.parent]
            if len(twins) == len(rivals) == 1:
                self._pair(twins[0], new)

    def _guess(self, depth: int) -> None:
        """Pair what is left by likeness, among entities of a kind in the same place."""
        olds, news = self._left(depth)
        for place, candidates in olds.items():
            by_old, by_new = _named(candidates), _named(news.get(place, []))
            old_rows = {name: _texts(node) for name, node in by_old.items()}
            new_rows = {name: _texts(node) for name, node in by_new.items()}
            for pair in best_pairs(old_rows, new_rows, ALIKE):
                self._pair(by_old[pair.old], by_new[pair.new])
                self.scores[by_new[pair.new]] = pair.score

    def _left(self, depth: int) -> tuple[dict[object, list[Node]], dict[object, list[Node]]]:
        olds: dict[object, list[Node]] = defaultdict(list)
        news: dict[object, list[Node]] = defaultdict(list)
        for old in self.old.all:
            if old.depth == depth and old not in self._to_new and old not in self._heirs:
                parent = old.parent and self._to_new.get(old.parent)
                olds[old.kind, parent or (old.kind in FILE_KINDS)].append(old)
        for new in self.new.all:
            if new.depth == depth and new not in self._to_old and new not in self._origins:
                news[new.kind, new.parent or (new.kind in FILE_KINDS)].append(new)
        return olds, news

    def _is_open(self, old: Node, new: Node) -> bool:
        return old not in self._to_new and new not in self._to_old

    def _pair(self, old: Node, new: Node) -> None:
        self._to_new[old] = new
        self._to_old[new] = old


def _news(node: Node, own: Nodes, others: Nodes, homes: frozenset[str]) -> Iterator[Node]:
    """Yield what `node` says it was in the other version, where that has come about between them.

    What both versions hold is what it is, and a `previously:` that the other version had already
    tells of something before it.
    """
    if node.kind in SINGLE:
        return
    selves = others.by_key.get(node.key, [])
    for other in follow(node, others, homes, told=selves):
        if not selves or other.key not in own.by_key:
            yield other


def _sorted(nodes: list[Node]) -> tuple[Node, ...]:
    return tuple(sorted(nodes, key=lambda node: node.key))


def _named(nodes: list[Node]) -> dict[str, Node]:
    """Return the entities by id and number, since several may have the same id."""
    return {f"{node.id} {number:06}": node for number, node in enumerate(nodes)}


def _texts(node: Node) -> tuple[str, ...]:
    """Return what an entity is recognised by: its title, and its wording or text."""
    value = node.value
    title = getattr(value, "title", None) or ""
    more = getattr(value, "wording", None) or getattr(value, "text", None) or ""
    return (str(title), "" if more == title else str(more))
