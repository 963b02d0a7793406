"""What a change is known by: ids and values, and nothing that may be written in another way."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from fardplan.changes._base import Change, ChangeKind, Level
from fardplan.changes._compare import compare
from fardplan.changes._levels import relevel
from fardplan.changes._values import EntityRef
from fardplan.locales.text import Text
from fardplan.model.approval import Approval
from tests.changes.editions import diff
from tests.changes.generated import EDITIONS, build

ACTIVITY = "activities/tullhuset.yaml"
OLD = {ACTIVITY: "title: Tullhuset\nend: hösten 2024\nresponsible: kumla\n"}
NEW = {ACTIVITY: "title: Tullhuset\nend: våren 2025\nresponsible: laxa\n"}


def marks(changes: tuple[Change, ...]) -> dict[str, str]:
    """Return the fingerprint of each change by its kind."""
    return {str(change.kind): change.fingerprint for change in changes}


def test_they_stay_from_release_to_release():
    """Approvals are kept in files: another version of fardplan knows the same change by the same.

    If this fails, every approval that anyone has written down stops counting.
    """
    assert marks(diff(OLD, NEW)) == {
        "date-slipped": "b4ad91b0e3c11879",
        "responsible-changed": "c08ef893dda7257d",
    }


@pytest.mark.parametrize(
    "written",
    [
        "# A comment\n\n\nresponsible:\n  - laxa\nend: våren 2025\ntitle: Tullhuset\n",
        "{title: 'Tullhuset', end: \"våren 2025\", responsible: [laxa]}\n",
        "title: Tullhuset igen\nend: våren 2025\nresponsible: laxa\nproblem: Nytt.\n",
        "title: Tullhuset\r\nend:   våren 2025   # i tid\r\nresponsible: laxa\r\n",
    ],
)
def test_how_a_file_is_written_is_irrelevant(written):
    """Lines, order, quotes, comments, and what else has changed, are no part of a change."""
    found = marks(diff(OLD, {ACTIVITY: written}))
    expected = marks(diff(OLD, NEW))
    assert {kind: found[kind] for kind in expected} == expected


def test_another_value_is_another_change():
    """What slips further is another change, which the approval of the first does not cover."""
    further = {ACTIVITY: NEW[ACTIVITY].replace("våren 2025", "hösten 2025")}
    found, before = marks(diff(OLD, further)), marks(diff(OLD, NEW))
    assert found["date-slipped"] != before["date-slipped"]
    assert found["responsible-changed"] == before["responsible-changed"]


def test_places_in_lists_are_irrelevant():
    """Items without ids that come before move nothing."""
    rows = [f"{{kind: own_budget, year: 2024, amount: {amount}}}" for amount in (9, 5)]
    head = "title: Tullhuset\nprojektplan:\n  financing:\n"
    other = "    - {kind: eu_fund, year: 2024, amount: 1}\n"
    old, new = ({ACTIVITY: f"{head}    - {row}\n"} for row in rows)
    moved = [{ACTIVITY: f"{head}{other}    - {row}\n"} for row in rows]
    assert marks(diff(old, new)) == marks(diff(moved[0], moved[1]))


def test_order_of_a_set_is_irrelevant():
    """A set of partners is the same however they stand."""
    old = {ACTIVITY: "title: T\npartners: [kumla]\n"}
    one, other = (
        {ACTIVITY: f"title: T\npartners: [{written}]\n"}
        for written in ("kumla, laxa, regionen", "regionen, kumla, laxa")
    )
    assert marks(diff(old, one)) == marks(diff(old, other))


def test_swedish_letters_in_a_set():
    """What is in a set has one order for good, whatever letters it begins with."""
    named = {"areas/a.yaml": "title: Vård\naliases: [z, å, ä]\n"}
    (change,) = diff({"areas/a.yaml": "title: Vård\n"}, named)
    assert change.fingerprint == "bc8ee776419d90c2"


@given(EDITIONS, EDITIONS)
@settings(max_examples=40, suppress_health_check=list(HealthCheck))
def test_words_are_irrelevant(old, new):
    """No text of the program's, no level and no approval is part of a fingerprint."""
    (before, old_index), (after, new_index) = build(old), build(new)
    changes = compare(before, after, old_index, new_index)
    plain = [change.fingerprint for change in changes]
    given_ = Approval.model_validate(
        {"fingerprint": "x", "kind": "x", "entity": "x", "by": "x", "decision": "x", "date": "2024"}
    )
    reworded = [
        replace(
            change,
            entity=EntityRef(change.entity.roadmap, change.entity.kind, change.entity.id, "Annat"),
            details={},
            spec=change.spec and replace(change.spec, title="Annat", description="Annat"),
            guess=None,
            approval=given_,
        )
        for change in relevel(changes, dict.fromkeys(ChangeKind, Level.EDITORIAL))
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Text, "say", lambda *_, **__: "annat")
        assert [change.fingerprint for change in reworded] == plain
