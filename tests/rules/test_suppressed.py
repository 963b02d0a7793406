"""What comments in the files leave out, line by line."""

from __future__ import annotations

from fardplan.rules._registry import RULES
from fardplan.rules._suppressed import leave_out_suppressed
from tests.rules.past import Files
from tests.rules.small import find, full, skeleton

BARE = "title: Hembesök{}\ngoal: trygg-hemgang{}\n"
WHY = "# fardplan: ignore[{}] nämnden beslutar i mars"
PLAN = WHY.format("missing-projektplan")
FILES = skeleton() | {
    full(f"activities/{name}.yaml"): text.encode()
    for name, text in {
        "same-line": BARE.format(f" {PLAN}", ""),
        "other-line": BARE.format("", f" {PLAN}"),
        "other-rule": BARE.format(f" {WHY.format('unknown-key')}", ""),
        "no-comment": BARE.format("", ""),
        "whole-file": f"{PLAN}\n{BARE.format('', '')}",
    }.items()
}


def test_each_that_is_left_out_is_counted():
    """Findings stay but for those on the lines that comments speak of."""
    found = [one for one in find(FILES, RULES) if one.rule == "missing-projektplan"]
    assert len(found) == 5
    kept, gone = leave_out_suppressed(found, Files(FILES))
    assert [one.file for one in kept] == [
        full(f"activities/{name}.yaml") for name in ("no-comment", "other-line", "other-rule")
    ]
    assert gone == 2


def test_comment_on_another_line_is_idle():
    """A comment that speaks of another line or another rule than what is found leaves nothing out."""
    idle = [one.file for one in find(FILES, RULES) if one.rule == "unused-suppression"]
    assert idle == [full(f"activities/{name}.yaml") for name in ("other-line", "other-rule")]
