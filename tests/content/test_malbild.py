"""The shared målbild: 004's proposal, then 003's wording of the statements on samverkan."""

from __future__ import annotations

import pytest

from tests.content.counted import counted
from tests.content.editions import Entity, edition, entries, local, nested, texts, title
from tests.content.wording import accepted, plain, says, unpaired

BOTH = ("malbild-orebro-lan-2021", "malbild-orebro-lan-2022")
SOURCE = counted("004")


@pytest.fixture
def proposal() -> Entity:
    """Return the roadmap of the proposal."""
    return edition(BOTH[0]).roadmap


def _statements(label: str, perspective: int) -> list[tuple[str, str]]:
    """Return id and text of each statement of one perspective."""
    found = edition(label).vision["perspectives"][perspective]["statements"]
    return [(each["id"], plain(each["text"])) for each in found]


@pytest.mark.parametrize("label", BOTH)
def test_three_perspectives_with_their_leading_questions(label: str) -> None:
    """The perspectives are the three of the source, in its order, each with its question."""
    assert [
        (plain(each["title"]), plain(each["question"]))
        for each in edition(label).vision["perspectives"]
    ] == [(plain(each["title"]), plain(each["question"])) for each in SOURCE["perspectives"]]


@pytest.mark.parametrize("label", BOTH)
def test_five_core_words_in_order(label: str) -> None:
    """The words around the målbild are the five of the source."""
    found = [plain(title(each)) for each in edition(label).vision["core_words"]]
    assert found == [plain(each["title"]) for each in SOURCE["core_words"]]


@pytest.mark.parametrize("perspective", range(3))
def test_proposal_has_six_statements_verbatim(perspective: int) -> None:
    """Each perspective of 2021 has its six statements, word for word and in order."""
    found = [text for _, text in _statements(BOTH[0], perspective)]
    assert found == [plain(each) for each in SOURCE["perspectives"][perspective]["statements"]]


@pytest.mark.parametrize("perspective", [0, 2])
def test_statements_whose_adopted_wording_is_unknown_stay(perspective: int) -> None:
    """Residents' and employees' statements are those of the proposal, with the same ids."""
    assert _statements(BOTH[1], perspective) == _statements(BOTH[0], perspective)


def test_samverkan_is_reworded_under_the_same_ids() -> None:
    """The six statements have the county roadmap's wording and order, and keep their ids."""
    ids = {text: each for each, text in _statements(BOTH[0], 1)}
    principles = counted("003")["principles"]
    assert _statements(BOTH[1], 1) == [
        (ids[plain(each["formerly"])], plain(each["statement"])) for each in principles
    ]


def test_adopted_malbild_says_when_and_by_whom() -> None:
    """2022: adopted in the spring by the region and all municipalities (001)."""
    roadmap = edition(BOTH[1]).roadmap
    found = [
        {local(party) for party in each.get("parties", [])}
        for each in roadmap.get("adoptions", [])
        if each.get("when") == "våren 2022" and each.get("state") == "decided"
    ]
    parties = set().union(*found)
    towns = {"alla-kommuner"} & parties or len(parties - {"region-orebro-lan"}) == 12
    assert "region-orebro-lan" in parties
    assert towns


def test_proposal_is_adopted_by_no_one_yet(proposal: Entity) -> None:
    """2021: a proposal, whose decisions are still to come."""
    assert proposal.get("status") == "proposed"
    assert [each for each in proposal.get("adoptions", []) if each.get("state") == "decided"] == []


def test_seminars_with_number_and_day(proposal: Entity) -> None:
    """The three seminars have their numbers and days."""
    found = {
        (each.get("number"), each.get("when"))
        for each in proposal["events"]
        if each.get("kind") == "seminar"
    }
    assert found == {(each["number"], each["when"]) for each in SOURCE["seminars"]}


def test_talks_of_the_third_seminar_count_their_speakers(proposal: Entity) -> None:
    """The programme has the seven items of the source; speakers are a count."""
    third = next(each for each in proposal["events"] if each.get("when") == "2021-09-10")
    found = [(plain(title(each)), int(each.get("speakers") or 0)) for each in third["agenda"]]
    expected = [
        next(
            ((text, talk["speakers"]) for text, _ in found if text in accepted(talk, "title")),
            (plain(talk["title"]), talk["speakers"]),
        )
        for talk in SOURCE["talks"]
    ]
    assert sorted(found) == sorted(expected)


def test_group_work_asks_two_questions_and_sets_a_task(proposal: Entity) -> None:
    """Questions and task are verbatim, at the third seminar, with the result's period."""
    third = next(each for each in proposal["events"] if each.get("when") == "2021-09-10")
    work = SOURCE["group_work"]
    found = [(each.get("to"), plain(each["text"])) for each in _flat(nested(third, "questions"))]
    assert found == [(each["to"], plain(each["text"])) for each in work["questions"]]
    assert len(third["tasks"]) == 2
    assert plain(work["task"]) in {plain(each["text"]) for each in third["tasks"]}
    assert plain(work["result"]) in {plain(t) for t in texts(third).replace("/", "–").splitlines()}
    others = [each for each in proposal["events"] if each is not third]
    assert list(nested(others, "questions")) == []


def _flat(lists: object) -> list[Entity]:
    return [each for part in lists for each in part]  # type: ignore[attr-defined]


def test_panels_ask_three_groups(proposal: Entity) -> None:
    """The digital panels have citizens, employees and managers; homework is an event too."""
    panels = [each for each in proposal["events"] if each.get("kind") == "digital_panel"]
    assert [sorted(each["groups"]) for each in panels] == [sorted(SOURCE["panels"]["groups"])]
    assert [title(each) for each in proposal["events"] if each.get("kind") == "homework"] == [
        "Läxa"
    ]


def test_inputs_and_weighting(proposal: Entity) -> None:
    """Five inputs and two ways to weigh, none else."""
    provenance = proposal["provenance"]
    for key in ("inputs", "weighting"):
        found = [title(each) for each in provenance[key]]
        assert unpaired([each["key"] for each in SOURCE[key]], found) == ([], []), key


def test_decision_path(proposal: Entity) -> None:
    """The steps to a decision come in order, with their time and bodies."""
    found = [
        each for each in proposal["decision_path"] if not says(title(each), "seminari|paneler")
    ]
    assert len(found) == len(SOURCE["decision_path"])
    for step, each in zip(SOURCE["decision_path"], found, strict=True):
        assert says(title(each), step["key"]), title(each)
        assert (each.get("when") or "") in {step["when"], _iso(step["when"])}
        bodies = {local(body) for body in [each.get("body"), *(each.get("bodies") or [])] if body}
        assert bodies == set(step["bodies"]), step["key"]


def _iso(when: str) -> str:
    """Return a month as it may be written in words instead of figures."""
    return {"2021-02": "februari 2021", "2021-09": "september 2021"}.get(when, when)


def test_agenda_beside(proposal: Entity) -> None:
    """The two items that stand beside the path are kept."""
    found = [plain(title(each)) for each in entries(proposal["also_on_agenda"])]
    assert found == [plain(each) for each in SOURCE["agenda"]["beside"]]


@pytest.mark.parametrize("label", BOTH)
def test_malbild_has_no_areas_goals_or_activities(label: str) -> None:
    """A målbild holds statements and nothing that is to be done."""
    shipped = edition(label)
    assert [shipped.of(kind) for kind in ("areas", "goals", "activities")] == [{}, {}, {}]
