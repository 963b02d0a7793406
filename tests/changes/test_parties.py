"""Which organisations stand behind the names of parties, in each version."""

from __future__ import annotations

import pytest

from tests.changes.editions import Files, diff, front, told

R = "roadmap/lanet"
ORGANISATIONS = """format: 1
organisations: [{{id: kumla, title: Kumla}}, {{id: laxa, title: Laxå}}]
classes:
  - {{id: alla, title: Alla, members: [{0}]}}
  - {{id: norra, title: Norra, members: [{1}]}}
"""


def named(parties: str, members: str, inner: str = "laxa") -> Files:
    """Return a roadmap with these parties, one of which may be a class or a class of classes."""
    shared = ORGANISATIONS.format(members, inner)
    return {**front(f"parties: [{parties}]"), "roadmaps/organisations.yaml": shared}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (named("alla", "kumla"), named("alla", "kumla, laxa"), {f"minor party-joined {R} parties"}),
        (named("alla", "kumla, laxa"), named("alla", "kumla"), {f"major party-left {R} parties"}),
        (
            named("alla", "kumla, norra"),
            named("alla", "kumla, norra", "kumla"),
            {f"major party-left {R} parties"},
        ),
        (
            named("alla", "kumla, norra"),
            named("kumla, laxa", "kumla"),
            {f"minor metadata-changed {R} parties"},
        ),
        (
            named("alla", "norra", "alla"),
            named("kumla", "norra", "alla"),
            {f"minor party-joined {R} parties", f"major party-left {R} parties"},
        ),
    ],
    ids=["joins a class", "leaves a class", "leaves an inner class", "the same", "in a circle"],
)
def test_class(old, new, expected):
    """A class stands for its members, as they were then; one that holds itself ends somewhere."""
    assert told(diff(old, new)) == expected


def test_party_with_another_id():
    """A party that the roadmap itself defines neither leaves nor joins with another id."""
    body = "bodies: [{{id: {0}, title: Kansliet{1}}}]\nparties: [{0}]".format
    old, new = front(body("a", "")), front(body("b", ", previously: [a]"))
    assert told(diff(old, new)) == {"editorial reidentified body/b"}
