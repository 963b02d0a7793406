"""`fardplan validate`: which files are shown, which places in them, what comments leave out."""

from __future__ import annotations

import json

import pytest

GOAL = "roadmaps/lan/goals/a.yaml"
MISSPELT = {GOAL: "title: Målet A\nansvarig: regionen\n"}
UNREFERENCED = {GOAL: "title: Målet A\narea: finns-inte\n"}


@pytest.mark.parametrize(
    "name",
    [GOAL, "roadmaps/lan/goals", "roadmaps/lan", "roadmaps", ".", "./roadmaps/../roadmaps/lan/", "{root}", "{root}/roadmaps/lan/goals/a.yaml"],
)  # fmt: skip
def test_paths(check, write, name):
    """A file or folder can be named from where one stands or from the root of the disk."""
    root = write()
    write(MISSPELT)
    code, found = check(name.format(root=root))
    assert (code, found) == (1, [("unknown-key", GOAL, 2, 1)])


def test_paths_leave_the_rest_out(check, fardplan, write):
    """What is wrong in other files is not shown, but references are looked up in all."""
    write()
    write({**UNREFERENCED, "roadmaps/lan/goals/b.yaml": "title: B\nx: y\n"})
    assert check("roadmaps/lan/goals/b.yaml") == (
        1, [("unknown-key", "roadmaps/lan/goals/b.yaml", 2, 1)],
    )  # fmt: skip
    write({"roadmaps/lan/areas/finns-inte.yaml": "title: Område\n"})
    assert check(GOAL)[1] == []
    assert check(GOAL, "roadmaps/lan/goals/b.yaml")[0] == 1
    assert "i 1 fil" in fardplan("validate", "roadmaps/lan").stderr


def test_paths_from_a_folder_inside(fardplan, write, monkeypatch):
    """Paths are meant from where one stands, and the repository is found above."""
    root = write()
    write(MISSPELT)
    monkeypatch.chdir(root / "roadmaps" / "lan")
    assert fardplan("validate", "goals/a.yaml").exit_code == 1
    assert fardplan("validate", "roadmap.yaml").exit_code == 0
    assert fardplan("-C", "goals", "validate", "a.yaml").exit_code == 1


@pytest.mark.parametrize(
    "name", ["../elsewhere", "/", "README.md", "roadmaps/lan/goals/finns-inte.yaml", "roadmaps/la"]
)
def test_paths_that_are_no_roadmap_files(fardplan, write, name):
    """A path that leads to none of the files is told in one line, with 3."""
    write({"README.md": "x"})
    write()
    result = fardplan("validate", name)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (3, "", 1)
    assert f"”{name}” är ingen av färdplanernas filer." in result.stderr


def test_loop_of_links(fardplan, write):
    """A path that goes round in circles is no file either."""
    root = write()
    (root / "ring").symlink_to(root / "ring")
    assert fardplan("validate", "ring").exit_code == 3


@pytest.mark.parametrize(
    ("text", "found", "suppressed"),
    [
        ("title: A\nansvarig: x # fardplan: ignore[unknown-key] prövas\n", [], 1),
        ("title: A\n# fardplan: ignore[unknown-key] prövas\nansvarig: x\n", [], 1),
        ("# fardplan: ignore[unknown-key] prövas\n\ntitle: A\nansvarig: x\nmål: y\n", [], 2),
        ("title: A\nansvarig: x # fardplan: ignore[unknown-key]\n", [("unknown-key", GOAL, 2, 1)], 0),
        ("title: A\nansvarig: x # fardplan: ignore[invalid-value] nej\n", [("unknown-key", GOAL, 2, 1)], 0),
        ('title: "A # fardplan: ignore[unknown-key] text"\nansvarig: x\n', [("unknown-key", GOAL, 2, 1)], 0),
    ],
)  # fmt: skip
def test_suppressions(check, fardplan, write, text, found, suppressed):
    """A comment with a reason leaves a finding out, on its line, below it or for the whole file."""
    write()
    write({GOAL: text})
    assert check("--select", "unknown-key") == (bool(found), found)
    result = fardplan("validate", "-f", "json", "--select", "unknown-key")
    assert json.loads(result.stdout)["summary"]["suppressed"] == suppressed


def test_places_in_short_forms(check, write):
    """What is written in short is pointed at where it stands, after broken items too."""
    write()
    write({
        "roadmaps/lan/roadmap.yaml": (
            "format: 1\ntitle: F\nyear: 2023\nprofile: direction\n"
            "ongoing:\n"
            "  - title: Ett\n"
            "  - text: Utan titel\n"
            "  - title: Tre\n"
            "    geography: [finns-inte]\n"
            "questions: [Hur, [x]]\n"
        )
    })  # fmt: skip
    assert check()[1] == [
        ("missing-key", "roadmaps/lan/roadmap.yaml", 7, 5),
        ("unresolved-reference", "roadmaps/lan/roadmap.yaml", 9, 17),
        ("invalid-value", "roadmaps/lan/roadmap.yaml", 10, 18),
    ]


def test_subjects_after_broken_items(fardplan, write):
    """A finding names the item that it is about by its id, also after one that did not fit."""
    write({"roadmaps/lan/roadmap.yaml": (
        "format: 1\ntitle: F\nyear: 2023\nprofile: direction\n"
        "themes:\n  - broken\n  - id: hem\n    title: Hem\n    ansvarig: x\n"
    )})  # fmt: skip
    found = json.loads(fardplan("validate", "-f", "json").stdout)["findings"]
    assert [(one["rule"], one["entity"]["id"], one["path"]) for one in found] == [
        ("invalid-value", "lan", ["themes", "0"]),
        ("unknown-key", "hem", ["ansvarig"]),
    ]
