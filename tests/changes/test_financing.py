"""Money that comes from elsewhere, however many rows there are of it."""

from __future__ import annotations

from tests.changes.editions import diff, told
from tests.changes.test_projektplaner import money


def test_two_rows_for_one():
    """What two rows of one source paid and one row of another pays now is told once, either way."""
    rows = [
        f"source: egna, year: 2024, purpose: {purpose}, amount: {amount}"
        for purpose, amount in (("Lokal", 3), ("Personal", 4))
    ]
    several, one = money(*rows), money("source: stat-2024, year: 2024, purpose: Lokal, amount: 7")
    where = "activity/tullhuset projektplan/financing"
    assert told(diff(several, one)) == {f"minor financing-source-changed {where}/stat-2024/2024"}
    assert told(diff(one, several)) == {f"minor financing-source-changed {where}/egna/2024"}
