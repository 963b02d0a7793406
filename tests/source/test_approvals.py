"""`fardplan-approvals.yaml`: what is read, and where it is wrong."""

from __future__ import annotations

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fardplan.source.approvals import read_approvals

ENTRY = (
    "{fingerprint: d8eb2cdf8c17bbf7, kind: date-slipped, entity: activity lan/tullhuset, "
    "by: Chefsgruppen, decision: § 12, date: 2024-03-05}"
)


def file(*entries: str) -> bytes:
    """Return a list of approvals."""
    return ("format: 1\napprovals:\n" + "".join(f"  - {one}\n" for one in entries)).encode()


def told(data: bytes) -> list[tuple[str, int, int, str]]:
    """Return rule, line, column and words of each fault."""
    return [
        (fault.rule, fault.place.line, fault.place.column, fault.text.say("sv", **fault.values))
        for fault in read_approvals(data)[1]
    ]


def test_complete():
    """An approval says which change, by whom, in which decision and when."""
    text = dedent("""\
        format: 1
        approvals:
          - fingerprint: 1234567890123456     # of digits alone it is still a text
            kind: date-slipped
            entity: activity lan/tullhuset
            by: Chefsgruppen för samverkan
            decision: § 12, dnr 24RS318
            date: mars 2024
            remarks: Lokalen dröjer.
    """)
    (one,), faults = read_approvals(text.encode())
    assert faults == ()
    assert (one.fingerprint, one.kind, one.entity) == (
        "1234567890123456", "date-slipped", "activity lan/tullhuset",
    )  # fmt: skip
    assert (one.by, one.decision, one.date.say("sv")) == (
        "Chefsgruppen för samverkan", "§ 12, dnr 24RS318", "mars 2024",
    )  # fmt: skip


@pytest.mark.parametrize("data", [None, b"format: 1\n", b"format: 1\napprovals:\n"])
def test_nothing_is_approved(data):
    """Without a file, and without entries in it, nothing is approved and nothing is wrong."""
    assert read_approvals(data) == ((), ())


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        (
            ENTRY.replace("by: Chefsgruppen", "ansvarig: Anna"),
            [
                ("missing-key", 4, 6, "Här saknas `by` (godkänd av)."),
                ("unknown-key", 4, 89, "Här kan inte ”ansvarig” stå."),
            ],
        ),
        (
            ENTRY.replace("date: 2024-03-05", "date: "),
            [("invalid-value", 4, 129, "`date` saknar värde.")],
        ),
        (
            ENTRY.replace("2024-03-05", "2024-13-05"),
            [("invalid-value", 4, 129, "”2024-13-05” är inget datum: månaden ska vara 01–12.")],
        ),
    ],
)
def test_faults(entry, fault):
    """What is wrong in one entry is told with its place, and the others are taken."""
    other = ENTRY.replace("d8eb2cdf8c17bbf7", "0000000000000000")
    given_, _ = read_approvals(file(other, entry))
    assert [one.fingerprint for one in given_] == ["0000000000000000"]
    assert told(file(other, entry)) == fault


def test_twice():
    """The same change approved twice is told at the second, whatever stands between."""
    found = told(file(ENTRY, "{fingerprint: x}", ENTRY))
    assert [one[:3] for one in found if one[0] == "duplicate-id"] == [("duplicate-id", 5, 19)]


def test_a_broken_file_approves_what_can_be_read():
    """A mistake in the YAML is told with its line."""
    assert [one[:2] for one in told(b"format: 1\napprovals: [{by: \n")] == [("yaml-syntax", 2)]


def test_another_format():
    """A file of a format to come is told of."""
    assert [one[:2] for one in told(b"format: 2\napprovals: []\n")] == [("invalid-value", 1)]


@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_nothing_is_refused(data):
    """Whatever stands in the file, it is read, with what is wrong in it."""
    approvals, faults = read_approvals(data)
    assert isinstance(approvals, tuple)
    assert isinstance(faults, tuple)
