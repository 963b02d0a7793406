"""What a correction says of itself, written where it is missing: the entry, and the number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from fardplan.editing.fragments import Bare
from fardplan.editing.splice import CannotEdit, append_item, set_value
from fardplan.errors import CannotRun
from fardplan.locales import releasing as say
from fardplan.locales.text import Saying
from fardplan.model.edition import Edition
from fardplan.model.roadmap import Roadmap
from fardplan.pipeline.comparison import compare_versions
from fardplan.pipeline.correcting import Correcting
from fardplan.pipeline.numbering import Numbered
from fardplan.pipeline.states import open_tree
from fardplan.source._history import Release
from fardplan.source.collection import load
from fardplan.source.edits import Edits, read_or_refuse


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is lacking in roadmap.yaml as it lies there, for it to be a correction.

    `version` is the number that it shall have, None where it has one; `by` is who corrected last.
    """

    root: Path
    file: str
    base: str
    version: str | None
    by: str

    def write(self, date: str, what: str, by: str) -> None:
        """Write an entry under `corrections`, and the number; raises CannotRun."""
        tree = open_tree(self.root)
        data = read_or_refuse(tree, self.file)
        entry = {"date": Bare(date), "what": what, "by": by}
        try:
            data = append_item(data, ("corrections",), entry, Roadmap)
            if self.version is not None:
                data = set_value(data, ("version",), self.version, Roadmap)
        except CannotEdit as refusal:
            reason = Saying(refusal.text, refusal.values)
            raise CannotRun(say.NOT_EDITED, file=self.file, reason=reason) from refusal
        Edits(tree, files={self.file: data}).carry_out()


def propose(root: Path, numbered: Numbered, read: Callable[[Release], Edition]) -> Proposal | None:
    """Return what is lacking, None where nothing is, or where writing it would be of no use.

    It is judged by the files as they are, saved or not. `read` gives what a release held.
    """
    own = numbered.roadmap
    loaded = load(open_tree(root), frozenset({own}))
    edition = loaded.collection.editions.get(own)
    if edition is None or numbered.file in {*loaded.misfits, *loaded.incomplete}:
        return None
    version = edition.roadmap.version
    wanted = _number(replace(numbered, version=version.text)) if version else None
    base = wanted.base if wanted else None
    if wanted is None or base is None:
        return None
    released = read(base)
    comparison = compare_versions(root, own, base.commit).comparison
    correcting = Correcting(wanted, base.version, released, edition, comparison)
    if correcting.is_told or correcting.is_of_another_year or correcting.too_much is not None:
        return None
    last = released.roadmap.corrections[-1].by if released.roadmap.corrections else ""
    number = None if version and wanted.version == version.text else wanted.version
    return Proposal(root, numbered.file, base.version, number, last)


def _number(written: Numbered) -> Numbered | None:
    """Return the number of the correction: the one written, or the next after a release."""
    if written.find_obstacle() is None:
        return written
    following = written.correction_number
    wanted = replace(written, version=following) if following else None
    return wanted if wanted and wanted.find_obstacle() is None else None
