"""Which item of a list is which: by its id, by what tells such items apart, then by its name."""

from __future__ import annotations

import pytest

from tests.changes.editions import diff

NEED = "lists: [{{lead: {}, force: need, items: [{}]}}]\n"
LEARN = "Det som vi tillsammans behöver lära oss mer om"
BUY = "Annat att köpa in snarast möjligt åt alla"
RELATION = "relations: [{{roadmap: {}, kind: implements, text: Hela kapitel tre}}]\n"
ROW = "statuses: [{{entity: {{goal: g, reviewed_on: {}}}, status: {}}}]\n"


def items(path: str, old: str, new: str) -> set[str]:
    """Return what has happened to which item, by its place, in two versions of a file."""
    title = "title: Vård\n" if path.startswith("a") else ""
    changes = diff({path: title + old}, {path: title + new})
    assert {change.guess for change in changes} == {None}
    return {f"{change.kind} {'/'.join(map(str, change.path))}" for change in changes}


@pytest.mark.parametrize(
    ("path", "old", "new", "expected"),
    [
        pytest.param(
            "areas/a.yaml",
            NEED.format(LEARN, "Demens"),
            NEED.format(LEARN, "Bemötande"),
            {"removed lists/0/items/0", "added lists/0/items/0"},
            id="same lead",
        ),
        pytest.param(
            "areas/a.yaml",
            NEED.format(LEARN, "Demens"),
            NEED.format(BUY, "Demens"),
            {"removed lists/0", "added lists/0"},
            id="another lead",
        ),
        pytest.param(
            "activities/a.yaml",
            "risks: [{title: Lokalen dröjer}]\n",
            "risks: [{title: Pengarna tar slut}]\n",
            {"removed risks/0", "added risks/0"},
            id="another name",
        ),
        pytest.param(
            "activities/a.yaml",
            "risks: [{id: a, title: Lokalen dröjer}]\n",
            "risks: [{id: b, title: Lokalen dröjer}]\n",
            {"removed risks/a", "added risks/b"},
            id="another id",
        ),
        pytest.param(
            "roadmap.yaml",
            RELATION.format("riket"),
            RELATION.format("landet"),
            {"removed relations/roadmap/riket", "added relations/roadmap/landet"},
            id="another target",
        ),
        pytest.param(
            "reports/2024.yaml",
            ROW.format(2023, "ongoing"),
            ROW.format(2024, "completed"),
            {
                "metadata-changed statuses/0/entity/reviewed_on",
                "metadata-changed statuses/0/status",
            },
            id="same target",
        ),
    ],
)
def test_which_is_which(path, old, new, expected):
    """An item that shares what it is known by stays, whatever else it says; another is another."""
    assert items(path, old, new) == expected
