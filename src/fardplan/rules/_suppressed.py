"""Leaves out the findings that comments in the files ask to leave out."""

from __future__ import annotations

from collections.abc import Iterable

from fardplan.rules._findings import Finding
from fardplan.source.suppressions import Suppression, read_suppressions
from fardplan.source.tree import Tree, Unreadable


def leave_out_suppressed(findings: Iterable[Finding], tree: Tree) -> tuple[list[Finding], int]:
    """Return the findings that no comment speaks of, and how many the others were."""
    comments: dict[str, tuple[Suppression, ...]] = {}
    kept: list[Finding] = []
    gone = 0
    for finding in findings:
        if finding.file not in comments:
            comments[finding.file] = _comments_in(tree, finding.file)
        if any(one.applies_to(finding.rule, finding.place.line) for one in comments[finding.file]):
            gone += 1
        else:
            kept.append(finding)
    return kept, gone


def _comments_in(tree: Tree, path: str) -> tuple[Suppression, ...]:
    try:
        return read_suppressions(tree.read(path))
    except (Unreadable, FileNotFoundError):
        return ()
