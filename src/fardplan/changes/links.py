"""Links that name the kind of their target: another target is one change."""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.changes._base import Change, ChangeKind
from fardplan.changes._references import kinds_of
from fardplan.changes._scope import Scope, compares
from fardplan.model.fields import field_of
from fardplan.model.links import Link


@compares(Link, keys=Link.TARGETS)
def target(old: Link, new: Link, scope: Scope) -> Iterator[Change]:
    """Compare what two links lead to."""
    references = scope.run.references
    (was, before), (is_now, after) = old.target, new.target
    spec = field_of(type(new), is_now)
    if spec is None or (was == is_now and references.agree(spec, before, after)):
        return
    yield scope.change(
        ChangeKind.METADATA_CHANGED,
        references.show(before, kinds_of(type(old), was), old=True),
        references.show(after, spec.refs, old=False),
    )
