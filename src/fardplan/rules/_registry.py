"""Every rule, in alphabetical order."""

from __future__ import annotations

from fardplan.rules import (
    broken_delegation,
    cross_cutting_as_area,
    duplicate_id,
    duplicate_key,
    empty_area,
    empty_perspective,
    expired_delegation,
    goal_without_activity,
    incomplete_projektplan,
    invalid_value,
    missing_accountable_body,
    missing_annex,
    missing_key,
    missing_projektplan,
    obliged_civil_society,
    orphan_activity,
    outside_period,
    reference_cycle,
    unknown_key,
    unreadable_file,
    unresolved_reference,
    unstable_id,
    unused_suppression,
    yaml_syntax,
)
from fardplan.rules._base import Rule

RULES: tuple[Rule, ...] = (
    broken_delegation.check,
    cross_cutting_as_area.check,
    duplicate_id.check,
    duplicate_key.check,
    empty_area.check,
    empty_perspective.check,
    expired_delegation.check,
    goal_without_activity.check,
    incomplete_projektplan.check,
    invalid_value.check,
    missing_accountable_body.check,
    missing_annex.check,
    missing_key.check,
    missing_projektplan.check,
    obliged_civil_society.check,
    orphan_activity.check,
    outside_period.check,
    reference_cycle.check,
    unknown_key.check,
    unreadable_file.check,
    unresolved_reference.check,
    unstable_id.check,
    unused_suppression.check,
    yaml_syntax.check,
)
"""A module's rule is its `check`; the name of the rule is the module's, with hyphens."""
