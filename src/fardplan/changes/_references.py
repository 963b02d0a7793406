"""References and titles in the two versions, so that an id that changed still means the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fardplan.changes._identity import Identity
from fardplan.changes._nodes import Node
from fardplan.changes._values import EntityRef, Ref
from fardplan.model.base import Value
from fardplan.model.edition import Edition
from fardplan.model.fields import FieldSpec, field_of
from fardplan.model.index import Entity, Index
from fardplan.model.steering import Adoption

Key = tuple[str, str, str]

_FEW = 2
"""The most parties that a name lists."""


@dataclass(frozen=True, slots=True)
class References:
    """What references lead to, in the old and in the new version."""

    old: Edition
    new: Edition
    old_index: Index
    new_index: Index
    identity: Identity

    def targets(self, written: str, kinds: tuple[str, ...], *, old: bool) -> frozenset[Key]:
        """Return what a reference leads to, as the new version knows it.

        Several where the old entity was split; where it leads nowhere, the words themselves.
        """
        entity = self._resolve(written, kinds, old=old)
        if entity is None:
            return frozenset({_nowhere(written)})
        if not old or entity.home != self.old.id:
            return frozenset({entity.key})
        nodes = self.identity.old.by_key.get((entity.kind, entity.id), [])
        heirs = [heir for node in nodes for heir in self.identity.heirs(node)]
        keys = [heir.key for heir in heirs] or [(entity.kind, entity.id)]
        return frozenset((self.new.id, *key) for key in keys)

    def agree(self, spec: FieldSpec, old: str | None, new: str | None) -> bool:
        """Tell whether two references lead to the same thing, or nowhere under the same name."""
        if old is None or new is None:
            return old is new
        now = self.targets(new, spec.refs, old=False)
        before = self.targets(old, spec.refs, old=True)
        lost = _nowhere(old) in before or _nowhere(new) in now
        return old == new if lost else not now.isdisjoint(before)

    def show(self, written: str, kinds: tuple[str, ...], *, old: bool) -> Ref:
        """Return a reference with the title of what it leads to."""
        entity = self._resolve(written, kinds, old=old)
        title = self.title_of(entity.value, old=old) if entity else ""
        return Ref(written, title or (entity.title if entity else written))

    def show_all(
        self, written: Iterable[str], kinds: tuple[str, ...], *, old: bool
    ) -> tuple[Ref, ...]:
        """Return references with their titles."""
        return tuple(self.show(each, kinds, old=old) for each in written)

    def value_of(self, written: str, kinds: tuple[str, ...], *, old: bool) -> Value | None:
        """Return what a reference leads to."""
        entity = self._resolve(written, kinds, old=old)
        return entity.value if entity else None

    def entity_of(self, node: Node, *, old: bool) -> EntityRef:
        """Return an entity with its title; an adoption also with whose it is."""
        home, title = self.old.id if old else self.new.id, self.name_of(node, old=old)
        if isinstance(node.value, Adoption):
            title += self._say_parties(node.value, old=old)
        return EntityRef(home, node.kind, node.id, title)

    def name_of(self, node: Node, *, old: bool) -> str:
        """Return what an entity is called; a decision without a title is on the roadmap."""
        title = self.title_of(node.value, old=old)
        if not title and node.kind in ("adoption", "decision"):
            return (self.old if old else self.new).roadmap.title
        return title

    def _say_parties(self, adoption: Adoption, *, old: bool) -> str:
        """Return " (Region Exempel)" where that tells an adoption from one by another party."""
        rows = (self.old if old else self.new).roadmap.adoptions
        same = sum(one.document == adoption.document for one in rows)
        if same < 2 or not 0 < len(adoption.parties) <= _FEW:
            return ""
        parties = self.show_all(adoption.parties, kinds_of(Adoption, "parties"), old=old)
        return f" ({', '.join(party.title for party in parties)})"

    def title_of(self, value: Value, *, old: bool) -> str:
        """Return what a value is called: its title, or that of what it stands for."""
        if title := getattr(value, "title", None):
            return str(title)
        if (statement := getattr(value, "statement", None)) and isinstance(statement, str):
            return self.show(statement, ("statement",), old=old).title
        if (document := getattr(value, "document", None)) and isinstance(document, str):
            return self.show(document, ("roadmap", "reference"), old=old).title
        when = getattr(value, "when", None)
        return str(when) if when and value.entity_kind == "phase" else ""

    def _resolve(self, written: str, kinds: tuple[str, ...], *, old: bool) -> Entity | None:
        index, edition = (self.old_index, self.old) if old else (self.new_index, self.new)
        return index.resolve(edition.id, written, kinds).entity


def kinds_of(model: type[Value], key: str) -> tuple[str, ...]:
    """Return what the reference under `key` may lead to."""
    spec = field_of(model, key)
    return spec.refs if spec else ()


def _nowhere(written: str) -> Key:
    return "?", "", written
