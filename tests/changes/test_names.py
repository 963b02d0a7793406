"""What everything is called: as it is in the version in which it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from fardplan.changes._base import Change
from fardplan.changes._compare import compare
from fardplan.changes._values import EntityRef, Ref
from fardplan.model.edition import Edition
from fardplan.model.index import Index
from fardplan.source.collection import load
from tests.changes.editions import MemoryTree, diff

ROOT = Path(__file__).parents[2]
NAME = "exempelkommun"
FOLDERS = {
    "2024": ROOT / "tests" / "fixtures" / "history" / NAME / "2024",
    "2025": ROOT / "roadmaps" / NAME,
}
TITLE = re.compile(r"\b(title: )([^\s'\"|>{\[][^\n,}]*)(?=\n|}|, \w+:)")


@cache
def read(year: str, name: str, mark: str) -> tuple[Edition, Index]:
    """Return an edition whose folder has this name, and in which every title ends with a mark."""
    files = {
        f"roadmaps/{name}/{path.relative_to(FOLDERS[year]).as_posix()}": path.read_text("utf-8")
        for path in FOLDERS[year].rglob("*.yaml")
    }
    shared = {
        f"roadmaps/{path.name}": path.read_text("utf-8")
        for path in (ROOT / "roadmaps").glob("*.yaml")
    }
    files = {path: TITLE.sub(rf"\1\2 {mark}", text) for path, text in {**shared, **files}.items()}
    files[f"roadmaps/{name}/roadmap.yaml"] += f"previously: [{NAME}]\n"
    collection = load(MemoryTree(files), None).collection
    return collection.editions[name], Index.of(collection)


@cache
def told(old: str, new: str) -> tuple[Change, ...]:
    """Return what differs between two years, with other names for everything in the later one."""
    (before, old_index), (after, new_index) = read(old, NAME, "före"), read(new, "nytt", "efter")
    return compare(before, after, old_index, new_index)


def names(*values: object) -> Iterator[tuple[str, str]]:
    """Yield the roadmap and the title of all that is named, deep inside."""
    for value in values:
        if isinstance(value, EntityRef):
            yield value.roadmap, value.title
        elif isinstance(value, Ref):
            yield "", value.title
        elif isinstance(value, tuple):
            yield from names(*value)


YEARS = pytest.mark.parametrize(("old", "new"), [("2024", "2025"), ("2025", "2024")])


@YEARS
def test_values(old, new):
    """What a change leads from has its old names, and what it leads to has its new ones."""
    for change in told(old, new):
        for roadmap, title in names(change.old):
            assert roadmap in {"", NAME}, change
            assert not title.endswith("efter"), change
        for roadmap, title in names(change.new):
            assert roadmap in {"", "nytt"}, change
            assert not title.endswith("före"), change


@YEARS
def test_places(old, new):
    """What is gone stands where it stood, and all else where it stands now."""
    for change in told(old, new):
        gone = change.new is None and not change.path
        home, other = (NAME, "efter") if gone else ("nytt", "före")
        around = (change.details.get(key) for key in ("parent", "within"))
        for roadmap, title in names(change.entity, *around):
            assert roadmap in {"", home}, change
            assert not title.endswith(other), change


@YEARS
def test_all_is_named(old, new):
    """So many things are named that this says something."""
    found = [name for change in told(old, new) for name in names(change.old, change.new)]
    assert len(found) > 40
    assert {title.rpartition(" ")[2] for _, title in found} >= {"före", "efter"}


ONE, OTHER = "parties: [kumla]", "parties: [laxa]"
PLAN = "document: plan, "


@pytest.mark.parametrize(
    ("first", "second", "title"),
    [
        (ONE, None, "Färdplan"),
        (ONE, OTHER, "Färdplan (Kumla kommun)"),
        ("parties: [kumla, laxa]", OTHER, "Färdplan (Kumla kommun, Laxå kommun)"),
        ("parties: [kumla, laxa, regionen]", OTHER, "Färdplan"),
        ("body: socialnamnden", OTHER, "Färdplan"),
        (ONE, PLAN + OTHER, "Färdplan"),
        (PLAN + ONE, PLAN + OTHER, "Planen (Kumla kommun)"),
    ],
)
def test_adoption(first, second, title):
    """An adoption is called what is adopted, with whose it is where another party adopts it too."""
    rows = [first] if second is None else [first, second]
    head = "references: [{id: plan, title: Planen}]\nadoptions:\n"

    def front(state: str) -> dict[str, str]:
        items = (f"  - {{id: a{place}, state: {state}, {row}}}\n" for place, row in enumerate(rows))
        return {"roadmap.yaml": head + "".join(items)}

    for old, new in (("pending", "decided"), ("decided", "pending")):
        assert diff(front(old), front(new))[0].entity.title == title
    without = {"roadmaps/organisations.yaml": "format: 1\nplaces: [{id: norr, title: Norr}]\n"}
    gone, come = diff(front("pending"), without)[0], diff(without, front("pending"))[0]
    assert (gone.entity.title, come.entity.title) == (title, title)
    assert gone.old == come.new == title.partition(" (")[0]


def test_decision_on_the_roadmap():
    """A decision without a title is on the roadmap, as that is called then."""
    front = "format: 1\ntitle: {}\nprofile: action\nyear: 2024\ndecisions: [{}]\n"
    decision = "{id: d, kind: adopt, state: pending}"
    old = {"roadmap.yaml": front.format("Förr", decision)}
    new = {"roadmap.yaml": front.format("Nu", "")}
    (gone,) = (change for change in diff(old, new) if change.entity.kind == "decision")
    assert (gone.entity.title, gone.old) == ("Förr", "Förr")
    old["roadmap.yaml"] = front.format("Förr", "")
    new["roadmap.yaml"] = front.format("Nu", decision)
    (come,) = (change for change in diff(old, new) if change.entity.kind == "decision")
    assert (come.entity.title, come.new) == ("Nu", "Nu")


def test_order():
    """What has changed places is called as it was before, and as it is now."""
    orders = {"a": 1, "b": 2}
    old, new = (
        {f"areas/{name}.yaml": f"title: {word} {name}\norder: {order}\n" for name, order in orders}
        for word, orders in (("Område", orders.items()), ("Fält", zip("ab", (2, 1), strict=True)))
    )
    changes = diff(old, {**new, "roadmap.yaml": "previously: [lanet]\n"}, names=("lanet", "nytt"))
    (order,) = (change for change in changes if change.kind == "reordered")
    assert list(names(order.old)) == [("lanet", "Område a"), ("lanet", "Område b")]
    assert list(names(order.new)) == [("nytt", "Fält b"), ("nytt", "Fält a")]


def test_successions():
    """What was split or put together is called as it was, and what came of it as it is now."""
    one = {"areas/x.yaml": "title: Vård och skola\n"}
    two = {
        f"areas/{name}.yaml": f"title: {title}\npreviously: [x]\n"
        for name, title in (("a", "Vård"), ("b", "Skola"))
    }
    renamed = {"roadmap.yaml": "previously: [lanet]\n"}
    (split,) = (
        change
        for change in diff(one, {**two, **renamed}, names=("lanet", "nytt"))
        if change.kind == "split"
    )
    (merged,) = (
        change
        for change in diff(two, {**one, **renamed}, names=("lanet", "nytt"))
        if change.kind == "merged"
    )
    assert list(names(split.old)) == [("lanet", "Vård och skola")]
    assert list(names(split.new)) == [("nytt", "Vård"), ("nytt", "Skola")]
    assert list(names(merged.old)) == [("lanet", "Vård"), ("lanet", "Skola")]
    assert list(names(merged.new)) == [("nytt", "Vård och skola")]


def test_party_of_a_priority():
    """The party that stresses something is called as it is now, or was when it is gone."""
    shared = "format: 1\norganisations: [{{id: a, title: {} A}}]\n"
    row = "priorities: [{{year: 2024, party: a, priority: {}}}]\n"

    def area(title: str, *rows: str) -> dict[str, str]:
        return {
            "areas/x.yaml": "title: Vård\n" + "".join(rows),
            "roadmaps/organisations.yaml": shared.format(title),
        }

    high, normal = row.format("high"), row.format("normal")
    for old, new, name in (
        ((), (high,), "Nu A"),
        ((high,), (), "Förr A"),
        ((high,), (normal,), "Nu A"),
    ):
        changes = diff(area("Förr", *old), area("Nu", *new))
        (change,) = (one for one in changes if one.kind == "priority-changed")
        assert list(names(change.details["party"])) == [("", name)]


VISION = "title: Målbild\nperspectives:\n  - {{id: a, title: Alla, statements: [{}]}}\n  - {{id: b, title: Vi, statements: [{}]}}\n"
STATEMENT = "{id: x, text: Vi hjälps åt}"


def test_move():
    """What has moved stood in a thing of then, and stands in a thing of now."""
    old = {"vision.yaml": VISION.format(STATEMENT, "")}
    new = {"vision.yaml": VISION.format("", STATEMENT), "roadmap.yaml": "previously: [lanet]\n"}
    (moved,) = (one for one in diff(old, new, names=("lanet", "nytt")) if one.kind == "moved")
    assert list(names(moved.old, moved.new)) == [("lanet", "Alla"), ("nytt", "Vi")]


GONE = {"goals/g.yaml": "title: G\narea: vard\n", "activities/a.yaml": "title: A\ngoal: lanet/g\n"}
AREA = {"areas/vard.yaml": "title: Vård\n"}
RENAMED = {"roadmap.yaml": "previously: [lanet]\n"}


@pytest.mark.parametrize(
    ("old", "new", "area"),
    [
        ({**GONE, **AREA}, AREA, ("nytt", "Vård")),
        ({**GONE, **AREA}, {}, ("lanet", "Vård")),
        (GONE, {}, ("lanet", "vard")),
    ],
)
def test_what_is_gone_stood_somewhere(old, new, area):
    """What is gone stood in an area, which is called as it is now, or was when it is gone too."""
    for gone in diff(old, {**new, **RENAMED}, names=("lanet", "nytt")):
        if gone.kind == "removed":
            assert list(names(gone.details["area"])) == [area]
        if gone.entity.kind == "activity":
            assert gone.details["parent"] == EntityRef("lanet", "goal", "g", "")
            assert gone.level == "major"


@pytest.mark.parametrize(
    ("files", "kind", "title"),
    [
        ({"roadmap.yaml": "phases: [{id: f, when: våren 2024}]\n"}, "phase", "våren 2024"),
        (
            {
                "roadmap.yaml": "principles: [{id: p, statement: x}]\n",
                "vision.yaml": VISION.format(STATEMENT, ""),
            },
            "principle",
            "Vi hjälps åt",
        ),
    ],
)
def test_what_has_no_title(files, kind, title):
    """A phase without a title is called by its time, what stands for something else by that."""
    for changes in (diff(files, {}), diff({}, files)):
        (change,) = (one for one in changes if one.entity.kind == kind)
        assert change.entity.title == title


def test_plan_of_what_is_gone():
    """The plan that handled what is gone is called what it was called."""
    plans = {"roadmap.yaml": "related_plans: [{id: e-plan, title: E-hälsoplan}]\n"}
    files = {**plans, "areas/vard.yaml": "title: Vård\ndelegated_to: e-plan\n"}
    (gone,) = (one for one in diff(files, {}) if one.entity.kind == "area")
    assert list(names(gone.details["delegated"])) == [("", "E-hälsoplan")]


def test_source_of_money():
    """Where more money comes from is called what it is called now."""
    fund = "funding: [{{id: m, title: {}, kind: own_budget}}]\n"
    row = "title: A\nprojektplan: {{financing: [{{source: m, year: 2024, amount: {}}}]}}\n"
    old, new = (
        {"roadmap.yaml": fund.format(title), "activities/a.yaml": row.format(amount)}
        for title, amount in (("Förr", 1), ("Nu", 2))
    )
    (more,) = (one for one in diff(old, new) if one.kind == "financing-increased")
    assert list(names(more.details["source"])) == [("", "Nu")]
