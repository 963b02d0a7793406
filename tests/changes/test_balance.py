"""What each source pays in each year, over all activities."""

from __future__ import annotations

from decimal import Decimal

import pytest

from fardplan.changes._balance import balance
from fardplan.changes._base import Balance
from fardplan.changes._identity import Identity
from fardplan.changes._references import References
from fardplan.changes._values import Amount, Ref
from tests.changes.editions import Files, read

FUNDING = "funding: [{{id: {}, kind: state_stimulus, title: Statliga medel}}]\n"


def activity(*rows: str) -> str:
    """Return an activity that some rows of financing pay for."""
    return "title: A\nprojektplan:\n  financing:\n" + "".join(f"    - {{{row}}}\n" for row in rows)


def told(old: Files, new: Files) -> list[tuple[str, int | None, str | None, str | None]]:
    """Return source, year and sums of what differs."""
    (before, old_index), (after, new_index) = read(old), read(new)
    references = References(before, after, old_index, new_index, Identity.of(before, after))
    return [
        (
            row.source.title if isinstance(row.source, Ref) else str(row.source),
            row.year,
            row.old.text if row.old else None,
            row.new.text if row.new else None,
        )
        for row in balance(references)
    ]


def test_what_was_over_is_no_less_money():
    """An activity that was over and leaves takes no money away; one that is dropped does."""
    row = activity("kind: own_budget, year: 2024, amount: 100")
    kept = {"activities/b.yaml": activity("kind: own_budget, year: 2024, amount: 5")}
    for status in ("completed", "cancelled", "carried_over", "implemented"):
        over = {**kept, "activities/a.yaml": f"{row}status: {status}\n"}
        assert told(over, kept) == told(kept, over) == []
    going = {**kept, "activities/a.yaml": f"{row}status: ongoing\n"}
    assert told(going, kept) == [("own_budget", 2024, "105", "5")]


def test_what_ends_now_counts():
    """What an activity gives back in the edition in which it ends is less money."""
    old = {"activities/a.yaml": activity("kind: own_budget, year: 2024, amount: 100")}
    new = {"activities/a.yaml": "title: A\nstatus: cancelled\nreason: Inga anbud.\n"}
    assert told(old, new) == [("own_budget", 2024, "100", None)]


@pytest.mark.parametrize("now", ["a", "b"])
def test_what_is_over_and_stays_counts(now):
    """What is over and stands in both versions counts in both, under whatever id."""
    before, after = (
        activity(f"kind: own_budget, year: 2024, amount: {amount}") + "status: completed\n"
        for amount in (100, 60)
    )
    found = told({"activities/a.yaml": before}, {f"activities/{now}.yaml": after})
    assert found == [("own_budget", 2024, "100", "60")]


def test_order():
    """Sums stand by what their source is called, then by year."""
    funds = "funding: [{id: a, kind: state_stimulus, title: Z}, {id: z, kind: eu_fund, title: B}]\n"
    rows = (
        "kind: own_budget, year: 2024, amount: 1",
        "kind: eu_fund, year: 2025, amount: 2",
        "kind: eu_fund, year: 2024, amount: 3",
        "kind: eu_fund, amount: 4",
        "source: a, year: 2024, amount: 5",
        "source: z, year: 2024, amount: 6",
    )
    new = {"roadmap.yaml": funds, "activities/a.yaml": activity(*rows)}
    assert told({}, new) == [
        ("B", 2024, None, "6"), ("Z", 2024, None, "5"), ("eu_fund", None, None, "4"),
        ("eu_fund", 2024, None, "3"), ("eu_fund", 2025, None, "2"), ("own_budget", 2024, None, "1"),
    ]  # fmt: skip


def test_a_source_that_is_gone():
    """A fund that only the older version knows is called what it was called there."""
    old = {
        "roadmap.yaml": FUNDING.format("medel"),
        "activities/a.yaml": activity("source: medel, year: 2024, amount: 5"),
    }
    assert told(old, {}) == [("Statliga medel", 2024, "5", None)]


def test_change():
    """How much more or less it is counts from nothing where there was nothing."""
    rows = [Amount(Decimal(sum_)) for sum_ in (100, 60)]
    cases = [(rows[0], rows[1], -40), (None, rows[1], 60), (rows[0], None, -100)]
    assert [Balance(None, 2024, old, new).change for old, new, _ in cases] == [
        change for _, _, change in cases
    ]


def test_sums():
    """Rows of one source and year are added up over activities, whatever their units."""
    old = {
        "activities/a.yaml": activity("kind: own_budget, year: 2024, amount: 100"),
        "activities/b.yaml": activity("kind: own_budget, year: 2024, amount: 2, unit: tkr"),
    }
    new = {
        "activities/a.yaml": activity("kind: own_budget, year: 2024, amount: 50"),
        "activities/c.yaml": activity("kind: own_budget, year: 2025, amount: 1, unit: mnkr"),
    }
    assert told(old, new) == [
        ("own_budget", 2024, "2100", "50"), ("own_budget", 2025, None, "1000000"),
    ]  # fmt: skip


def test_money_that_moves_is_no_change():
    """What one activity no longer gets and another does is neither more nor less."""
    row = "kind: eu_fund, year: 2024, amount: 100"
    old, new = {"activities/a.yaml": activity(row)}, {"activities/b.yaml": activity(row)}
    assert told(old, new) == []
    assert told(old, old) == []


def test_a_source_with_a_new_id():
    """A fund is the same under another id; it is called by its title."""
    old = {
        "roadmap.yaml": FUNDING.format("medel"),
        "activities/a.yaml": activity("source: medel, year: 2024, amount: 5"),
    }
    new = {
        "roadmap.yaml": FUNDING.format("statliga-medel, previously: [medel]"),
        "activities/a.yaml": activity("source: statliga-medel, year: 2024, amount: 4"),
    }
    assert told(old, new) == [("Statliga medel", 2024, "5", "4")]
