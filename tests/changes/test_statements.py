"""Statements of a vision: moved, reworded, removed, and told apart where they have no titles."""

from __future__ import annotations

from tests.changes.editions import diff, told
from tests.changes.test_stories import say


def test_statement_that_moved():
    """A statement in another perspective has moved, and its words are compared."""
    vision = "title: Målbild\nperspectives:\n  - {{id: a, title: Alla, statements: [{0}]}}\n  - {{id: b, title: Vi, statements: [{1}]}}\n"
    one = "{{id: x, text: {}}}"
    changes = diff(
        {"vision.yaml": vision.format(one.format("Vi hjälps åt"), "")},
        {"vision.yaml": vision.format("", one.format("Vi hjälper till"))},
    )
    assert told(changes) == {"minor moved statement/x", "minor reworded statement/x text"}
    (moved,) = (change for change in changes if change.kind == "moved")
    assert [say(each) for each in (moved.old, moved.new)] == [
        "perspective lanet/a (Alla)", "perspective lanet/b (Vi)",
    ]  # fmt: skip


def test_entity_inside_a_new_one():
    """A statement that stands in a new perspective is not lost."""
    old = "title: Målbild\nperspectives:\n  - {id: a, title: Alla, statements: [{id: x, text: Vi hjälps åt}]}\n"
    new = "title: Målbild\nperspectives:\n  - {id: b, title: Medarbetare, statements: [{id: x, text: Vi hjälps åt}, {id: y, text: Nytt}]}\n"
    assert told(diff({"vision.yaml": old}, {"vision.yaml": new})) == {
        "minor removed perspective/a",
        "minor added perspective/b",
        "minor moved statement/x",
    }


STATEMENTS = "title: Målbild\nperspectives:\n  - {{id: {}, title: {}, statements: [{}]}}\n"


def test_entity_inside_a_guessed_one():
    """What stands in a thing that was guessed is looked for there, and is guessed too."""
    old = STATEMENTS.format("a", "Alla som bor i länet", "{id: x, text: Vi alla hjälps åt}")
    new = STATEMENTS.format("b", "Alla i länet", "{id: y, text: Vi hjälps åt}")
    changes = diff({"vision.yaml": old}, {"vision.yaml": new})
    assert told(changes) == {
        "editorial reidentified perspective/b",
        "minor renamed perspective/b title",
        "editorial reidentified statement/y",
        "minor reworded statement/y text",
    }
    assert {change.guess for change in changes} == {0.6667}


def test_statements_without_titles():
    """That neither of two has a title makes them no more alike."""
    old, new = (
        {"vision.yaml": STATEMENTS.format("a", "Alla", f"{{id: {name}, text: {text}}}")}
        for name, text in (("x", "Vi hjälps åt"), ("y", "Hälsan är jämlik"))
    )
    assert told(diff(old, new)) == {"major removed statement/x", "minor added statement/y"}


def test_two_of_one_id():
    """Two things with one id in the same place are told apart by what they say."""
    item = "{{id: x, text: {}}}"
    one, two, again = (
        item.format(text) for text in ("Vi hjälps åt", "Hälsan är jämlik", "Hälsan är jämlik här")
    )
    old, new = (
        {"vision.yaml": STATEMENTS.format("a", "Alla", ", ".join(items))}
        for items in ((one, two), (one, again))
    )
    assert told(diff(old, old)) == set()
    assert told(diff(old, new)) == {"minor reworded statement/x text"}


def test_removed_statement():
    """A statement that vanishes is a weakened commitment."""
    vision = "title: Målbild\nperspectives:\n  - {{id: a, title: Alla, statements: [{0}]}}\n"
    changes = diff(
        {"vision.yaml": vision.format("{id: x, text: Vi hjälps åt}")},
        {"vision.yaml": vision.format("")},
    )
    assert told(changes) == {"major removed statement/x"}
