"""Which approval is for which change, and what is said of one that is for none."""

from __future__ import annotations

from fardplan.changes._approvals import approve, judge_idle
from fardplan.changes._base import IdleApproval
from fardplan.model.approval import Approval
from tests.changes.editions import diff

OLD = {"activities/a.yaml": "title: A\nend: 2024\n", "activities/b.yaml": "title: B\nend: 2024\n"}
NEW = {"activities/a.yaml": "title: A\nend: 2025\n", "activities/b.yaml": "title: B\nend: 2026\n"}
CHANGES = diff(OLD, NEW)
FIRST = CHANGES[0]


def approval(fingerprint: str = "", kind: str = "", entity: str = "") -> Approval:
    """Return an approval of the first change, or of something else."""
    return Approval.model_validate(
        {
            "fingerprint": fingerprint or FIRST.fingerprint,
            "kind": kind or "date-slipped",
            "entity": entity or "activity lanet/a",
            "by": "Chefsgruppen",
            "decision": "§ 12",
            "date": "2024-03-05",
        }
    )


def test_the_one_change():
    """An approval is for the one change whose fingerprint, kind and entity it names."""
    changes, idle = approve(CHANGES, [approval()])
    assert [change.approval for change in changes] == [approval(), None]
    assert [change.level for change in changes] == [change.level for change in CHANGES]
    assert idle == ()


def test_all_three_must_be_true():
    """A fingerprint with another kind or entity approves nothing: somebody has mistaken a line."""
    others = [
        approval(kind="dropped"), approval(entity="activity lanet/b"), approval(fingerprint="0"),
    ]  # fmt: skip
    changes, idle = approve(CHANGES, others)
    assert [change.approval for change in changes] == [None, None]
    assert idle == tuple(others)


def test_the_first_of_two_counts():
    """Where the same change is approved twice, the first decision is told."""
    second = approval().model_copy(update={"decision": "§ 13"})
    changes, idle = approve(CHANGES, [approval(), second])
    assert changes[0].approval == approval()
    assert idle == ()


def judged(*idle: Approval, before: tuple[Approval, ...] = ()) -> tuple[IdleApproval, ...]:
    """Return what a reader is told of approvals that are for no change."""
    return judge_idle(idle, CHANGES, {"lanet", "lan"}, before)


def test_a_change_that_became_another():
    """Where the change is not the one approved any more, that is said; else that there is none."""
    another, gone = approval("0"), approval("1", entity="activity lanet/c")
    assert judged(another, gone) == (IdleApproval(another, is_another=True), IdleApproval(gone))


def test_another_that_is_approved_is_no_other():
    """An approval beside the one that counts is not for a change that became another."""
    changes, _ = approve(CHANGES, [approval()])
    found = judge_idle([approval("0")], changes, {"lanet"}, ())
    assert found == (IdleApproval(approval("0")),)


def test_what_was_approved_earlier_is_silent():
    """What stood in the older version already approved an earlier change."""
    assert judged(approval("0"), before=(approval("0"),)) == ()


def test_other_roadmaps_are_silent():
    """An approval for another roadmap is of use there; one that names none is told of."""
    lost = approval("2", entity="tullhuset")
    earlier = approval("3", entity="activity lan/a")
    given = (approval("0", entity="activity kumla/a"), approval("1", entity="roadmap kumla"))
    assert judged(*given, lost, earlier) == (IdleApproval(lost), IdleApproval(earlier))


def test_entities_that_no_roadmap_has():
    """What is written of something shared, or without the kind, may be meant for any roadmap."""
    given = (approval("0", entity="organisation kumla"), approval("1", entity="kumla/a"))
    assert judged(*given) == tuple(map(IdleApproval, given))


def test_what_an_entity_is_called():
    """Changes call an entity as findings do: kind, roadmap, id."""
    names = {str(change.entity) for change in diff({}, {"roadmap.yaml": "purpose: Nytt.\n"})}
    assert names == {"roadmap lanet"}
    assert str(FIRST.entity) == "activity lanet/a"
