"""Leaves out the findings that comments in the files ask to leave out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from fardplan.rules._comments import IdleComment, comments_in
from fardplan.rules._findings import Finding
from fardplan.source.suppressions import Suppression
from fardplan.source.tree import Tree


def leave_out_suppressed(findings: Iterable[Finding], tree: Tree) -> tuple[list[Finding], int]:
    """Return the findings that no comment speaks of, and how many the others were."""
    comments: dict[str, tuple[Suppression, ...]] = {}
    kept: list[Finding] = []
    gone = 0
    for finding in findings:
        if finding.file not in comments:
            comments[finding.file] = comments_in(tree, finding.file)
        if any(one.applies_to(finding.rule, finding.place.line) for one in comments[finding.file]):
            gone += 1
        else:
            kept.append(finding)
    return kept, gone


def find_idle(
    findings: Iterable[Finding],
    files: Mapping[str, Collection[str]],
    tree: Tree,
    known: Collection[str],
) -> Iterator[IdleComment]:
    """Yield the comments in these files that no finding answers to.

    Each file comes with the rules that could judge it. One that is `known` but could not may still
    have something to say there, so naming it is never in vain; a comment without a reason or a rule
    leaves nothing out whatever is found.
    """
    met: dict[str, list[Finding]] = {file: [] for file in files}
    for finding in findings:
        if finding.file in met:
            met[finding.file].append(finding)
    for file, found in met.items():
        judged = files[file]
        for comment in comments_in(tree, file):
            if comment.reason is None or not comment.rules:
                yield IdleComment(file, comment)
                continue
            answered = {one.rule for one in found if comment.applies_to(one.rule, one.place.line)}
            idle = tuple(one for one in comment.rules if one in judged and one not in answered)
            unknown = tuple(one for one in comment.rules if one not in known)
            if idle or unknown:
                yield IdleComment(file, comment, idle, unknown)
