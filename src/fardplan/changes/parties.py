"""Who has bound themselves: parties that join or leave, whatever list or class they stand in."""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.changes._base import Change, ChangeKind
from fardplan.changes._leaves import compare_leaves
from fardplan.changes._references import kinds_of
from fardplan.changes._scope import Scope, compares
from fardplan.model.fields import field_of
from fardplan.model.roadmap import Roadmap
from fardplan.model.steering import OrganisationClass

_LISTS = ("owners", "parties")
_MOST_LEVELS = 5


@compares(Roadmap, keys=_LISTS)
def parties(old: Roadmap, new: Roadmap, scope: Scope) -> Iterator[Change]:
    """Compare the organisations behind the roadmap.

    Owners and parties are taken together, and `alla-kommuner` is the same as naming them all.
    Where the lists are written in another way but the same organisations stand behind, only the
    lists have changed.
    """
    before, after = _named(old, scope, old=True), _named(new, scope, old=False)
    all_before = frozenset().union(*before.values())
    all_after = frozenset().union(*after.values())
    joined = [ref for ref, behind in after.items() if behind - all_before]
    left = [ref for ref, behind in before.items() if behind - all_after]
    kinds = kinds_of(Roadmap, "parties")
    for ref in left:
        gone = scope.run.references.show(ref, kinds, old=True)
        yield _at(old, ref, scope).change(ChangeKind.PARTY_LEFT, gone, None)
    for ref in joined:
        come = scope.run.references.show(ref, kinds, old=False)
        yield _at(new, ref, scope).change(ChangeKind.PARTY_JOINED, None, come)
    if not joined and not left:
        for key in _LISTS:
            if spec := field_of(Roadmap, key):
                here = scope.into(new, key)
                yield from compare_leaves(new, spec, getattr(old, key), getattr(new, key), here)


def _named(roadmap: Roadmap, scope: Scope, *, old: bool) -> dict[str, frozenset[object]]:
    """Return, for each reference, the organisations behind it."""
    written = sorted({*roadmap.owners, *roadmap.parties})
    return {ref: _expand(ref, scope, _MOST_LEVELS, old=old) for ref in written}


def _expand(ref: str, scope: Scope, levels: int, *, old: bool) -> frozenset[object]:
    kinds, references = kinds_of(Roadmap, "parties"), scope.run.references
    value = references.value_of(ref, kinds, old=old)
    if isinstance(value, OrganisationClass) and value.members and levels:
        members = (_expand(member, scope, levels - 1, old=old) for member in value.members)
        return frozenset().union(*members)
    return frozenset(references.targets(ref, kinds, old=old))


def _at(roadmap: Roadmap, ref: str, scope: Scope) -> Scope:
    return scope.into(roadmap, "parties" if ref in roadmap.parties else "owners")
