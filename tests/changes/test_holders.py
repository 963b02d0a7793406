"""What has a reference in roadmap.yaml, as its roadmap calls it."""

from __future__ import annotations

from tests.changes.tracing import front, say, trace


def test_part_that_nothing_leads_to():
    """What has an id that no reference leads to is told of as the roadmap that it stands in."""
    old, new = (
        front(f"bodies: [{{id: styr, kind: council, title: {title}}}]\n")
        for title in ("Styrgruppen", "Ledningen")
    )
    level = "{id: lokalt, title: Lokalt, body: lanet/styr}"
    own = front(f"preconditions: [{{id: teknik, title: Teknik, levels: [{level}]}}]\n")
    assert say(trace(old, new, own)) == [
        "a/roadmap/a (Färdplan) → lanet/body/styr (Ledningen): read 1+0"
    ]
