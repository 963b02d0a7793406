"""What two versions in git are read with, so that all that they speak of has its name."""

from __future__ import annotations

from fardplan.pipeline.comparison import compare_versions
from tests.changes.test_names import names
from tests.source.history import History

FRONT = "format: 1\ntitle: {}\nyear: 2024\nprofile: action\n"
COUNTY, GOAL = "roadmaps/lan/roadmap.yaml", "roadmaps/lan/goals/a.yaml"
STATEMENT = "{id: s, text: Vi hjälps åt}"
FILES = {
    "roadmaps/organisations.yaml": "format: 1\norganisations: [{id: kumla, title: Kumla kommun}]\n",
    "roadmaps/riket/roadmap.yaml": FRONT.format("Rikets färdplan"),
    "roadmaps/landet/goals/b.yaml": "title: God vård\n",
    "roadmaps/landet/roadmap.yaml": FRONT.format("Landets färdplan"),
    "roadmaps/landet/vision.yaml": "title: Målbild\n"
    f"perspectives: [{{id: p, title: Alla, statements: [{STATEMENT}]}}]\n",
    COUNTY: FRONT.format("Länets färdplan"),
    GOAL: "title: Trygg hemgång\n",
}
MORE = {
    COUNTY: "vision: riket\nparties: [kumla]\nadoptions: [{id: a, document: riket}]\n",
    GOAL: "statements: [landet/s]\nimplements: [{goal: landet/goal/b}]\n",
}


def test_names(tmp_path):
    """What is shared, another roadmap, and what stands in one are called what they are."""
    history = History(tmp_path)
    history.git("init", "--quiet")
    history.commit(FILES)
    history.commit({path: FILES[path] + text for path, text in MORE.items()})
    for versions in (("HEAD~1", "HEAD"), ("HEAD", "HEAD~1")):
        found = compare_versions(history.root, "lan", *versions).comparison.changes
        (adoption,) = (one for one in found if one.entity.kind == "adoption")
        assert adoption.entity.title == "Rikets färdplan"
        found = tuple(one for one in found if one is not adoption)
        items = {one.path[0]: one.details.get("items") for one in found}
        assert items.pop("implements") == ((1, "God vård"),)
        assert set(items.values()) == {None}
        told = {one.path[0]: title for one in found for _, title in names(one.old, one.new)}
        assert told == {
            "vision": "Rikets färdplan", "parties": "Kumla kommun", "statements": "Vi hjälps åt",
        }  # fmt: skip
