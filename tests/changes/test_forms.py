"""What counts of a thing when its substance is hashed, and what only looks like something else."""

from __future__ import annotations

import pytest

from fardplan.changes._substance import Substances
from tests.changes.editions import front, read
from tests.changes.test_items import BUY, LEARN, NEED
from tests.changes.test_marks import HOME, bears, goals
from tests.changes.test_substance import VERSION, marks


@pytest.mark.parametrize(
    ("new", "now", "holds"),
    [
        pytest.param({"b": {**HOME, "previously": ["lanet/a"]}}, "b", True, id="with the roadmap"),
        pytest.param({"b": {**HOME, "previously": ["goals/a"]}}, "b", True, id="with the folder"),
        pytest.param({"a": {**HOME, "previously": ["a", "b"]}}, "a", False, id="there and back"),
    ],
)
def test_earlier_ids(new, now, holds):
    """An earlier id may be written at length.

    What has taken another id and then its own again may as well have taken over what bore that
    other one, so it is reviewed once more.
    """
    assert bears(goals(a=HOME), goals(**new), "a", now) is holds


@pytest.mark.parametrize(("title", "holds"), [("?", True), (" ? ", True), ("!", False)])
def test_title_without_words(title, holds):
    """A title of signs only counts by its signs."""
    assert bears(goals(a={"title": "?"}), goals(a={"title": title}), "a", "a") is holds


def test_need_without_id():
    """A list of needs is known by its lead, where it has no id: under another it is another."""
    lists = (
        read({"areas/a.yaml": "title: Vård\n" + NEED.format(lead, "Demens")})[0]
        for lead in (LEARN, f"{LEARN} …", BUY)
    )
    first, punctuated, other = (marks(own)["lanet", "area", "a"] for own in lists)
    assert first == punctuated != other


def test_what_all_share():
    """Who is responsible counts by the first id, also where all roadmaps share that one."""

    def mark(party: str, written: str) -> object:
        """Return the mark of an activity for which an organisation is responsible."""
        own, index = read(
            {
                "roadmaps/organisations.yaml": f"format: 1\norganisations: [{{{party}}}]\n",
                "activities/a.yaml": f"title: A\nresponsible: {written}\n",
            }
        )
        return Substances(own, index).mark(index.by_key["lanet", "activity", "a"], VERSION)

    kumla = mark("id: kumla, title: Kumla", "kumla")
    assert mark("id: kommunen, title: Kumla, previously: [kumla]", "kommunen") == kumla
    assert mark("id: laxa, title: Kumla", "laxa") != kumla


def test_sums_in_another_unit():
    """A sum counts in kronor however it is written, also what has been repaid."""

    def mark(sums: str) -> object:
        """Return the mark of a roadmap with a fund."""
        own, index = read(
            front(f"funding: [{{id: fond, title: Fonden, kind: state_stimulus, {sums}}}]")
        )
        return Substances(own, index).mark(index.by_key["lanet", "roadmap", "lanet"], VERSION)

    whole = mark("amount: 2, repaid: 0.5, unit: MSEK")
    assert whole == mark("amount: 2000, repaid: 500, unit: kSEK")
    assert whole != mark("amount: 2000, repaid: 501, unit: kSEK")
