"""What has been split, and what put together."""

from __future__ import annotations

import pytest

from tests.changes.editions import areas, diff, told


def test_split():
    """An area that became two is told as a split, and its goals have not moved."""
    goal = "title: Mål {0}\narea: {1}\n"
    changes = diff(
        {**areas(x="Digitalt och kompetens"), "goals/a.yaml": goal.format("ett", "x"), "goals/b.yaml": goal.format("två", "x")},
        {
            **areas(it="Digitalt | previously: [x]", kunskap="Lärande för alla | previously: [x]"),
            "goals/a.yaml": goal.format("ett", "it"), "goals/b.yaml": goal.format("två", "kunskap"),
        },
    )  # fmt: skip
    assert told(changes) == {
        "minor split area/x",
        "editorial reidentified area/it",
        "minor renamed area/it title",
    }


def test_split_into_what_is_like_it():
    """Of several that something has become, it is compared with the likeliest."""
    old = areas(x="Digitalt arbete i hela länet")
    new = areas(a="Lärande | previously: [x]", b="Digitalt arbete i länet | previously: [x]")
    assert told(diff(old, new)) == {
        "minor split area/x",
        "editorial reidentified area/b",
        "minor renamed area/b title",
    }


@pytest.mark.parametrize("part", ["Lärande", "Digitalt och kompetens"])
def test_split_off(part):
    """A part that left an area which stays is a split too, and the area keeps its id."""
    changes = diff(
        areas(x="Digitalt och kompetens"),
        areas(x="Digitalt", kunskap=f"{part} | previously: [x]"),
    )
    assert told(changes) == {"minor split area/x", "minor renamed area/x title"}


def test_merge():
    """Two areas put together are told as a merger, and neither is removed."""
    changes = diff(
        areas(a="Kompetens i länet", b="Vård", d="Stöd"),
        areas(c="Digital kompetens i länet | previously: [a, b, d]"),
    )
    assert told(changes) == {
        "minor merged area/c",
        "editorial reidentified area/c",
        "minor renamed area/c title",
    }
    (renamed,) = (change for change in changes if change.kind == "renamed")
    assert renamed.old == "Kompetens i länet"


def test_statement_split_off():
    """A statement that left one which stays is a split, and nothing new."""
    head = "title: Målbild\nperspectives:\n  - {{id: a, title: Alla, statements: [{0}]}}\n"
    one, part = "{id: x, text: Vi hjälps åt}", "{id: y, text: Vi lär, previously: [x]}"
    old, new = ({"vision.yaml": head.format(items)} for items in (one, f"{one}, {part}"))
    assert told(diff(old, new)) == {"minor split statement/x"}


def test_old_news():
    """A declaration that the earlier version already held tells nothing new."""
    both = areas(x="Digitalt", kunskap="Lärande för alla | previously: [x]")
    assert diff(both, both) == ()
    left = {path: text for path, text in both.items() if "kunskap" in path}
    assert told(diff(both, left)) == {"minor removed area/x"}


def test_merged_later():
    """A declaration that is added to what stays is a merger."""
    old, new = areas(x="Digitalt", y="Kompetens"), areas(y="Kompetens | previously: [x]")
    assert told(diff(old, new)) == {"minor merged area/y"}
    assert told(diff(new, old)) == {"minor split area/y"}


def test_merged_once_more():
    """What was declared before hides no declaration that is added to it."""
    old = areas(x="Digitalt", y="Kompetens | previously: [w]")
    assert told(diff(old, areas(y="Kompetens | previously: [w, x]"))) == {"minor merged area/y"}
