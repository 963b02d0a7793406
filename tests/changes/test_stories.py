"""What the shipped roadmaps tell of their years, change by change."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from fardplan.changes._base import Change, ChangeKind, Level
from fardplan.changes._values import EntityRef, Ref, plain
from fardplan.model.fields import FieldSpec
from fardplan.pipeline.comparison import compare_versions
from tests.changes.test_laws import _canonical, _names

ROOT = Path(__file__).parent.parent.parent
HISTORY = ROOT / "tests" / "fixtures" / "history"


def story(roadmap: str, year: str) -> tuple[Change, ...]:
    """Return what differs between an earlier edition and the one that is shipped."""
    return compare_versions(ROOT, roadmap, str(HISTORY / roadmap / year)).comparison.changes


def written(changes: tuple[Change, ...]) -> str:
    """Return each change on a line, and on one below it what else is known of it."""
    lines = []
    for change in changes:
        place = "/".join([change.entity.kind, change.entity.id, *map(str, change.path)])
        guess = f" ({change.guess})" if change.guess else ""
        values = " → ".join(map(say, (change.old, change.new)))
        mark = change.fingerprint
        lines.append(f"{change.level} {change.kind} {place}: {values}{guess} #{mark}\n")
        lines += [f"    {key}: {say(each)}\n" for key, each in sorted(change.details.items())]
    return "".join(lines)


def say(value: object) -> str:
    """Return a value on one line: a field as its key, an entity or a reference with its title."""
    match value:
        case FieldSpec():
            return value.key
        case EntityRef():
            return f"{value} ({value.title})"
        case Ref():
            return f"{value.text} ({value.title})"
        case Change():
            return f"{'/'.join(map(str, value.path))}: {say(value.old)} → {say(value.new)}"
        case tuple():
            return f"[{', '.join(map(say, value))}]"
    return json.dumps(plain(value), ensure_ascii=False)


STORIES = pytest.mark.parametrize(
    ("roadmap", "year"),
    [("malbild-orebro-lan", "2021"), ("orebro-lan", "2022"), ("exempelkommun", "2024")],
)


@STORIES
def test_story(roadmap, year, golden):
    """The whole list of changes is the one that was read and found true."""
    golden(f"{roadmap}-since-{year}.txt", written(story(roadmap, year)))


@STORIES
def test_story_backwards(roadmap, year):
    """From the shipped edition to the earlier one, each change is the mirror of what it was."""
    there = story(roadmap, year)
    earlier = str(HISTORY / roadmap / year)
    back = compare_versions(ROOT, roadmap, ".", earlier).comparison.changes
    names = _names(there)
    mirrored = Counter(_canonical(change.mirrored(), names) for change in there)
    assert Counter(_canonical(change, names) for change in back) == mirrored


def test_statements_of_the_vision():
    """From 2021 to 2022 the six statements on cooperation are reworded and reordered, none is lost."""
    changes = story("malbild-orebro-lan", "2021")
    reworded = {c.entity.id for c in changes if c.entity.kind == "statement"}
    assert reworded == {
        "gemensamt-ansvar", "halsoframjande-arbete", "individens-behov", "likvardiga-parter",
        "partnerskap", "vi-hjalps-at",
    }  # fmt: skip
    assert {c.kind for c in changes if c.entity.kind == "statement"} == {ChangeKind.REWORDED}
    assert [c.entity.id for c in changes if c.kind is ChangeKind.REORDERED] == ["samverkan"]
    assert [c for c in changes if c.level is Level.MAJOR or c.guess] == []


def test_county_roadmap_of_2023():
    """From 2022 to 2023 the one weakened commitment is the promised first version, which came late."""
    changes = story("orebro-lan", "2022")
    (slip,) = (change for change in changes if change.level is Level.MAJOR)
    assert (slip.kind, slip.entity.id, str(slip.old), str(slip.new)) == (
        ChangeKind.DATE_SLIPPED, "forsta-version", "hösten 2022", "2023",
    )  # fmt: skip
    added = [c.entity.kind for c in changes if c.kind is ChangeKind.ADDED and not c.path]
    counts = [
        added.count(kind) for kind in ("area", "goal", "activity", "precondition", "principle")
    ]
    assert counts == [5, 17, 22, 3, 6]
    (ongoing,) = (change for change in changes if change.path == ("ongoing",))
    assert (ongoing.level, ongoing.old, ongoing.new) == (Level.EDITORIAL, 38, None)
    assert plain(ongoing.details["became"]) == [
        {"roadmap": "orebro-lan", "type": "activity", "id": "overenskommelse-sjukvard-i-hemmet"}
    ]


def test_no_story_of_the_same():
    """A shipped edition does not differ from itself, however it is named."""
    for roadmap in ("exempelkommun", "orebro-lan", "malbild-orebro-lan", "askersund", "orebro"):
        folder = str(ROOT / "roadmaps" / roadmap)
        assert compare_versions(ROOT, roadmap, folder).comparison.changes == ()
