"""How references to other roadmaps stand, and the mark that a review leaves."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from fardplan.model.index import references
from fardplan.rules._homes import Homes
from fardplan.rules._reviews import Known, Review, Standing
from fardplan.rules._trace import Trace
from fardplan.rules._world import World
from fardplan.source.collection import load
from tests.rules.past import Files, history_of, release

GOAL = "roadmaps/lanet/goals/samspel.yaml"
SAID, MORE = "title: Samspel\narea: vard\n", "title: Samspel och tandvård\narea: vard\n"
RENAMED = f"{SAID}previously: [samverkan]\n"
MARK, MARK_OF_MORE, OTHER = "f6343d12ede85f52", "df0bb13e4cf4c0f4", "0123456789abcdef"
"""The hashes of what the goal says, and of something that it never said."""


def repository(goal: str, version: str, link: str) -> dict[str, bytes]:
    """Return a county's roadmap, and a municipality's which refers to its goal."""
    head = "format: 1\ntitle: Färdplan\nyear: 2024\nprofile: direction\n"
    files = {
        "roadmaps/lanet/roadmap.yaml": f"{head}version: {version}\n",
        "roadmaps/lanet/areas/vard.yaml": "title: Vård\n",
        GOAL: goal,
        "roadmaps/kommunen/roadmap.yaml": head,
        "roadmaps/kommunen/goals/trygg.yaml": f"title: Trygg\nimplements:\n  - {{{link}}}\n",
    }
    return {path: text.encode() for path, text in files.items()}


def judge(files: Mapping[str, bytes], was: str | None = None) -> tuple[Known, Review | None]:
    """Judge the reference, with what the goal said in the county's version 1.0, if that is known."""
    trees = {} if was is None else {"lanet/1.0": release(files, "lanet/1.0", {GOAL: was.encode()})}
    loaded = load(Files(files))
    homes = Homes.of(loaded, Trace())
    world = World(homes)
    known = Known(loaded.collection, homes.index, world.links, world.gaps, history_of(trees))
    (reference,) = references(loaded.collection.editions["kommunen"])
    entity = homes.index.resolve("kommunen", reference.written, reference.spec.refs).entity
    assert entity is not None
    return known, known.judge(reference, entity)


def marked(digest: str, version: str = "1.0") -> str:
    """Return a review of version 1.0 with a mark."""
    return f'goal: lanet/samspel, reviewed: "1.0", substance: "1:{version}:{digest}"'


BARE = 'goal: lanet/samspel, reviewed: "1.0"'
STANDINGS = [
    ("goal: lanet/samspel", '"1.1"', MORE, SAID, Standing.NEVER),
    (BARE, '"1.0"', MORE, SAID, Standing.CURRENT),  # without a mark the version says it
    (BARE, "null", MORE, SAID, Standing.CURRENT),
    ('goal: lanet/samspel, reviewed: "2.0"', '"1.1"', MORE, SAID, Standing.CURRENT),
    (BARE, '"1.1"', SAID, SAID, Standing.UNCHANGED),
    (BARE, '"1.1"', MORE, SAID, Standing.SUSPECT),
    (BARE, '"1.1"', MORE, None, Standing.UNKNOWN),
    (marked(MARK), '"1.0"', SAID, None, Standing.CURRENT),
    (marked(MARK), '"1.1"', SAID, None, Standing.UNCHANGED),
    (marked(MARK), '"1.1"', MORE, None, Standing.SUSPECT),
    (marked(MARK), '"1.0"', RENAMED, SAID, Standing.CURRENT),  # another hash, and no change
    (marked(MARK), '"1.1"', RENAMED, SAID, Standing.UNCHANGED),
    (marked(OTHER), '"1.0"', SAID, None, Standing.SUSPECT),
    (marked(OTHER), '"1.1"', SAID, SAID, Standing.SUSPECT),
    (marked(OTHER, "0.9"), '"1.0"', MORE, SAID, Standing.CURRENT),  # edited by hand since
    (marked(OTHER, "0.9"), '"1.1"', SAID, SAID, Standing.UNCHANGED),
    (marked(OTHER), '"1.0"', f"{SAID}okänt: x\n", SAID, Standing.CURRENT),
    (marked(OTHER), '"1.1"', f"{SAID}okänt: x\n", SAID, Standing.UNKNOWN),
]


@pytest.mark.parametrize(("link", "version", "goal", "was", "standing"), STANDINGS)
def test_standing(link, version, goal, was, standing):
    """What the mark says comes first, then the comparison; what cannot be read is not judged."""
    _, review = judge(repository(goal, version, link), was)
    assert review is not None
    assert (review.standing, review.entity.id) == (standing, "samspel")
    is_shown = standing is Standing.SUSPECT and (goal, was) == (MORE, SAID)
    assert (bool(review.changes), review.is_shown) == (is_shown, is_shown)


@pytest.mark.parametrize(
    ("version", "goal", "mark"),
    [
        ('"1.0"', SAID, f"1:1.0:{MARK}"),
        ('"1.1"', MORE, f"1:1.1:{MARK_OF_MORE}"),
        ("null", SAID, None),
    ],
)
def test_mark(version, goal, mark):
    """The mark is of what the target says now, in its version; without one there is none."""
    known, review = judge(repository(goal, version, BARE))
    assert review is not None
    written = known.mark(review)
    assert (written and written.text) == mark


def test_reference_within_a_roadmap():
    """A reference to something in the same roadmap is not reviewed."""
    _, review = judge(repository(SAID, "null", "goal: trygg"))
    assert review is None
