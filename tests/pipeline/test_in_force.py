"""Which version is in force, told in a document that shows another one; and nobody's name."""

from __future__ import annotations

import subprocess
from collections.abc import Callable

import pytest

from fardplan.documents.inline import plain
from fardplan.locales.text import LANGUAGES
from fardplan.pipeline.in_force import InForce, find_in_force
from fardplan.pipeline.rendering import Wanted, make_document
from fardplan.source.collection import load
from fardplan.source.git import Repository
from fardplan.source.versions import resolve


@pytest.fixture
def state(tmp_path) -> Callable[..., None]:
    """Return a function that commits a roadmap with a year, version and status, and tags it."""
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)

    def write(year: int, version: str, status: str = "", *, tag: bool = True) -> None:
        file = tmp_path / "roadmaps/plan/roadmap.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        text = f"format: 1\ntitle: Plan\nyear: {year}\nversion: '{version}'\nprofile: action\n"
        file.write_text(text + (f"status: {status}\n" if status else ""), "utf-8")
        commands = [
            ["add", "."],
            ["commit", "-qm", "x"],
            *([["tag", f"plan/{version}"]] if tag else []),
        ]
        for args in commands:
            subprocess.run(["git", *args], cwd=tmp_path, check=True)

    return write


def _told(root, rev=None):
    """Return what a document says: its status, what stands beside it, and its banners."""
    document = make_document(root, Wanted("plan", rev)).document
    assert document.status
    banners = [plain(banner.content) for banner in document.banners]
    return document.status.badge.text, plain(document.status.detail), banners


REPLACED = "Det här är en äldre version av färdplanen. Den version som gäller: {}."


def test_an_earlier_version_is_replaced(state, tmp_path):
    """An earlier version says that it is replaced, and by which; the latest says nothing."""
    state(2023, "1.0", "adopted")
    state(2024, "2.0", "adopted")
    told = _told(tmp_path, "2023")
    assert told == ("Ersatt", "", [REPLACED.format("2024 (version 2.0)")])
    assert _told(tmp_path, "1.0") == told
    assert _told(tmp_path, "2024") == ("Antagen", "", [])
    assert _told(tmp_path) == ("Antagen", "", [])


def test_a_draft_beside_a_release(state, tmp_path):
    """A draft says which version is in force; nothing that is only proposed replaces it."""
    state(2023, "1.0", "adopted")
    state(2024, "2.0", "draft", tag=False)
    assert _told(tmp_path)[:2] == ("Utkast", "Den version som gäller: 2023 (version 1.0)")
    assert _told(tmp_path, "2023") == ("Antagen", "", [])


def test_a_draft_that_was_released(state, tmp_path):
    """A consultation version that was given out is not in force."""
    state(2023, "1.0", "adopted")
    state(2024, "1.1", "consultation")
    assert _told(tmp_path, "1.1")[:2] == (
        "Remissversion", "Den version som gäller: 2023 (version 1.0)",
    )  # fmt: skip


def test_decided_but_not_released_yet(state, tmp_path):
    """What the files hold as adopted is in force, before it has a tag and without any tags."""
    state(2023, "1.0", "adopted", tag=False)
    state(2024, "2.0", "in_force", tag=False)
    assert _told(tmp_path, "2023")[2] == [REPLACED.format("2024 (version 2.0)")]


def test_release_without_a_status(state, tmp_path):
    """A released version that says nothing of its status counts; one in the files does not."""
    state(2023, "1.0")
    state(2024, "2.0")
    assert _told(tmp_path, "2023")[0] == "Ersatt"
    state(2025, "3.0", tag=False)
    assert _told(tmp_path)[:2] == (
        "Status anges inte", "Den version som gäller: 2024 (version 2.0)",
    )  # fmt: skip


def test_withdrawn(state, tmp_path):
    """A version that was withdrawn replaces nothing, and itself says so."""
    state(2023, "1.0", "adopted")
    state(2024, "2.0", "withdrawn")
    assert _told(tmp_path, "2023") == ("Antagen", "", [])
    assert _told(tmp_path)[:2] == ("Återkallad", "Den version som gäller: 2023 (version 1.0)")


def test_no_versions(state, tmp_path):
    """Where nothing is in force nothing is said of it."""
    state(2023, "1.0", "draft", tag=False)
    assert _told(tmp_path)[:2] == ("Utkast", "")


def test_outside_git(tmp_path):
    """A draft that lies in no repository is a document all the same."""
    (tmp_path / "roadmaps/plan").mkdir(parents=True)
    (tmp_path / "roadmaps/plan/roadmap.yaml").write_text(
        "format: 1\ntitle: Plan\nyear: 2024\nprofile: action\nstatus: draft\n", "utf-8"
    )
    assert _told(tmp_path)[:2] == ("Utkast", "")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("year", "version", "words"),
    [(2024, "2.0", "2024 (version 2.0)"), (2024, None, "2024"), (None, "2.0", "version 2.0")],
)
def test_words(year, version, words, lang):
    """The version in force is told by what it says of itself."""
    assert InForce(year, version, None, replaces=True).say(lang) == words


def test_its_tag(state, tmp_path):
    """What is released is told with its tag, for whoever knows where that stands."""
    state(2023, "1.0", "adopted")
    state(2024, "2.0", "adopted")
    repository = Repository.open(tmp_path)
    assert repository
    with repository:
        old = load(resolve(repository, tmp_path, "plan", "1.0").tree).collection.editions["plan"]
        assert find_in_force(repository, tmp_path, "plan", old) == InForce(
            2024, "2.0", "plan/2.0", replaces=True
        )
