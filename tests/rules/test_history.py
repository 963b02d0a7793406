"""What rules learn of earlier versions, from an archive in memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pytest

from fardplan.model.edition import Edition
from fardplan.model.index import Index
from fardplan.model.version import VersionNumber
from fardplan.rules._history import History, Past
from fardplan.source._editions import Facts
from fardplan.source._history import Release
from fardplan.source.collection import Loaded, load
from tests.rules.past import Files, MemoryArchive, Tree, release
from tests.rules.small import full, skeleton

GOAL = full("goals/trygg-hemgang.yaml")


@dataclass(frozen=True)
class Archive(MemoryArchive):
    """Releases, of which some lead elsewhere or cannot be read, and versions never released."""

    states: Mapping[str, Tree] = field(default_factory=dict)
    """The last state of each version that was never released, by `roadmap/version`."""
    elsewhere: frozenset[str] = frozenset()
    unreadable: frozenset[str] = frozenset()

    def find(self, names: Sequence[str], version: VersionNumber) -> Release | None:
        """Return the last state that says a version, under any of the names."""
        known = [f"{name}/{version}" for name in names if f"{name}/{version}" in self.states]
        return Release("", str(version), known[0], names[0], Facts()) if known else None

    def read(self, release: Release) -> Loaded | None:
        """Return the roadmap's own files, if they can be read."""
        where = release.tag or release.commit
        if where in self.unreadable:
            return None
        tree = self.trees[release.tag] if release.tag else self.states[release.commit]
        return load(Files(tree), frozenset({release.folder}))

    def leads_here(self, release: Release) -> bool:
        """Return whether a release is one of those that lead to the files at hand."""
        return release.tag not in self.elsewhere


def tree(version: str, goal: str = "Mål") -> dict[str, bytes]:
    """Return the roadmap in a version, with a goal of that title."""
    changed = {GOAL: f"title: {goal}\narea: trygg-hemma\n".encode()}
    return dict(release(skeleton(), f"exempel/{version}", changed))


def read(files: Tree, home: str = "exempel") -> Edition:
    """Return the roadmap in these files."""
    return load(Files(files)).collection.editions[home]


def index_of(edition: Edition) -> Index:
    """Return an index of one roadmap."""
    index = Index()
    index.add_edition(edition)
    return index


def released(*versions: str) -> dict[str, Tree]:
    """Return the tree of each of these versions, by tag."""
    return {f"exempel/{version}": tree(version, f"Mål {version}") for version in versions}


def named(past: Past | None) -> str | None:
    """Return which version that is."""
    return past.release.version if past else None


def known(past: Past | None) -> Past:
    """Return a version that is there."""
    assert past is not None
    return past


TREES = released("0.8", "0.9", "1.0", "1.1")


@pytest.mark.parametrize(
    ("changes", "previous", "same"),
    [
        ({"version": '"1.0"'}, "0.9", "1.0"),
        ({"version": '"1.0.5"'}, "1.0", None),
        ({"version": '"0.8"'}, None, "0.8"),
        ({"version": "null"}, None, None),  # all are of the same year
        ({"version": "null", "year": "2025"}, "1.1", None),
    ],
)
def test_release_before_and_release_of_the_same_version(changes, previous, same):
    """The one before is the last with a lower number, or of an earlier year where none is said."""
    history, edition = History(Archive(TREES)), read(skeleton(changes))
    assert named(history.previous(edition)) == previous
    assert named(history.released(edition)) == same


@pytest.mark.parametrize(
    ("wanted", "tag", "goal"),
    [("1.0", "exempel/1.0", "Mål 1.0"), ("0.5", "", "Aldrig utgivet"), ("0.4", None, None)],
)
def test_version_that_was_never_released(wanted, tag, goal):
    """Another version is its release, else its last state, else not to be had."""
    states = {f"exempel/{version}": tree(version, "Aldrig utgivet") for version in ("0.5", "1.0")}
    history = History(Archive(TREES, states))
    past = history.version(read(skeleton()), VersionNumber.parse(wanted))
    assert (past and past.release.tag) == tag
    assert (past and past.edition.goals["trygg-hemgang"].title) == goal


def test_version_that_cannot_be_read_is_not_there():
    """Neither what git cannot list nor a roadmap of a profile that nobody knows is taken for one."""
    odd = tree("0.9") | {full("roadmap.yaml"): skeleton({"profile": "okand"})[full("roadmap.yaml")]}
    for archive in (
        Archive({"exempel/0.9": odd}),
        Archive(released("0.9"), unreadable=frozenset({"exempel/0.9"})),
        None,
    ):
        assert History(archive).previous(read(skeleton())) is None


def test_whether_anything_is_known():
    """History is known as soon as anything was asked for and is there, whatever is asked next."""
    edition, states = read(skeleton()), {"exempel/0.5": tree("0.5"), "exempel/0.4": tree("0.4")}
    another = read({"roadmaps/annan/roadmap.yaml": skeleton()[full("roadmap.yaml")]}, "annan")
    assert not History(Archive(TREES)).is_known
    for archive, is_known in (
        (Archive(released("1.0")), True),  # there is a release, though none before
        (Archive({}, states), True),
        (Archive({}, states, unreadable=frozenset({"exempel/0.4"})), True),
        (Archive({}, states, unreadable=frozenset(states)), False),
        (Archive({}), False),
        (None, False),
    ):
        history = History(archive)
        for one in (edition, another):
            history.previous(one)
            for wanted in ("0.5", "0.4"):
                history.version(one, VersionNumber.parse(wanted))
        assert history.is_known == is_known


@pytest.mark.parametrize(("elsewhere", "leads"), [((), True), (("exempel/0.9",), False)])
def test_what_leads_here(elsewhere, leads):
    """Whether the files come after a release is asked of the archive; without one nobody knows."""
    history = History(Archive(TREES, elsewhere=frozenset(elsewhere)))
    past = known(history.previous(read(skeleton())))
    asked = history.trace.begin()
    assert history.leads_here(past) == leads
    assert asked == {("history",)}
    assert not History().leads_here(past)


def test_changes_of_each_to_each():
    """What has changed since each version is told of that version and of the files at hand."""
    history = History(Archive(TREES))
    editions = [read(tree("1.2", title)) for title in ("Ett mål", "Ett annat mål")]
    pasts = [
        known(history.version(editions[0], VersionNumber.parse(text))) for text in ("0.8", "0.9")
    ]
    for _ in range(2):
        found = [
            [(str(one.old), str(one.new)) for one in past.changes(edition, index_of(edition))]
            for past in pasts
            for edition in editions
        ]
        assert found == [
            [("0.8", "1.2"), ("Mål 0.8", "Ett mål")],
            [("0.8", "1.2"), ("Mål 0.8", "Ett annat mål")],
            [("0.9", "1.2"), ("Mål 0.9", "Ett mål")],
            [("0.9", "1.2"), ("Mål 0.9", "Ett annat mål")],
        ]


def test_nothing_has_changed_in_the_same_edition():
    """Of what is as it was nothing is told."""
    history, edition = History(Archive(TREES)), read(TREES["exempel/1.0"])
    assert known(history.released(edition)).changes(edition, index_of(edition)) == ()


def test_what_something_was():
    """What has a new id is known by its old one, what is new was nothing; that is found out once."""
    moved = full("goals/ny-hemgang.yaml")
    files = {path: text for path, text in skeleton().items() if path != GOAL}
    files[moved] = b"title: Helt annat\narea: trygg-hemma\npreviously: [trygg-hemgang]\n"
    files[full("goals/extra.yaml")] = b"title: Bredband\narea: trygg-hemma\n"
    edition = read(files)
    past = known(History(Archive(TREES)).previous(edition))
    index = index_of(edition)
    was = [
        past.entity(index.by_key["exempel", "goal", name], edition)
        for name in ("ny-hemgang", "extra")
    ]
    assert [one and (one.home, one.id, one.title) for one in was] == [
        ("exempel", "trygg-hemgang", "Mål 0.9"), None,
    ]  # fmt: skip
    assert past.identity(edition) is past.identity(edition)
