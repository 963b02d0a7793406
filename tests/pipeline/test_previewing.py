"""What a preview shows of a roadmap while its files come and go, good and bad."""

from __future__ import annotations

import pytest

from fardplan.pipeline.previewing import Sight, Viewer
from tests.server.places import BROKEN, GOAL, ROADMAP, make_repository, write

NONE = Sight()


@pytest.fixture
def root(tmp_path):
    """Return the folder of a repository with one roadmap."""
    return make_repository(tmp_path)


def sight(root, before=NONE):
    """Return what is shown of the roadmap now."""
    viewer = Viewer(root)
    return viewer.see("lanet", viewer.look(), before)


def rules(root):
    """Return the rules whose findings are shown with the roadmap."""
    return [one.finding.rule for one in judged(root).of("lanet")]


def judged(root):
    """Return what is found in the files."""
    viewer = Viewer(root)
    return viewer.judge(viewer.look())


def test_first_sight(root):
    """The first document has number 1, and nothing is found in good files."""
    seen = sight(root)
    assert (seen.title, seen.number, seen.held, seen.refusal) == ("Länets färdplan", 1, False, None)
    assert "Alla kommer hem" in seen.document


def test_same_files_same_number(root):
    """A save that changes nothing in the document makes no new one."""
    first = sight(root)
    assert sight(root, first).number == 1
    write(root, "roadmaps/lanet/goals/hem.yaml", GOAL.replace("Alla", "Fler"))
    second = sight(root, first)
    assert (second.number, "Fler kommer hem" in second.document) == (2, True)


def test_broken_file_holds_the_document(root):
    """Over the last good document stands what is wrong, until the file can be read again."""
    first, found = sight(root), rules(root)
    write(root, "roadmaps/lanet/goals/hem.yaml", BROKEN)
    write(root, "roadmaps/lanet/roadmap.yaml", ROADMAP.replace("kort", "långt"))
    held = sight(root, first)
    assert (held.held, held.number, held.document) == (True, 1, first.document)
    assert "yaml-syntax" in rules(root)
    write(root, "roadmaps/lanet/goals/hem.yaml", GOAL)
    mended = sight(root, held)
    assert (mended.held, mended.number, rules(root)) == (False, 2, found)
    assert "Syftet är långt." in mended.document


def test_broken_from_the_start(root):
    """A file that never could be read holds up nothing else; the sight says that it is missing."""
    write(root, "roadmaps/lanet/goals/hem.yaml", BROKEN)
    first = sight(root)
    assert (first.number, first.held) == (1, False)
    assert first.lacks == {"roadmaps/lanet/goals/hem.yaml"}
    write(root, "roadmaps/lanet/roadmap.yaml", ROADMAP.replace("kort", "långt"))
    second = sight(root, first)
    assert (second.number, "Syftet är långt." in second.document) == (2, True)


def test_settings_that_cannot_be_read(root):
    """A refusal stands over the document as it was; without one there is the refusal alone."""
    first = sight(root)
    write(root, "fardplan.toml", "language = \n")
    held = sight(root, first)
    assert (held.number, held.held, held.document) == (1, True, first.document)
    assert held.refusal is not None
    assert "fardplan.toml" in held.refusal.say("sv")
    alone = sight(root)
    assert (alone.number, alone.held, alone.document) == (0, False, "")
    assert alone.refusal is not None


def test_a_template_that_cannot_be_used(root):
    """A mistake in a template is told like any other, with its file."""
    first = sight(root)
    write(root, "templates/roadmap/document.toml", '[colors]\naccent = "#eeeeee"\n')
    held = sight(root, first)
    assert (held.held, held.refusal is not None) == (True, True)
    assert "document.toml" in held.refusal.say("sv")


def test_a_roadmap_that_goes(root):
    """A roadmap that is deleted meanwhile is still shown, with one line that says so."""
    first = sight(root)
    for path in sorted((root / "roadmaps/lanet").rglob("*.yaml")):
        path.unlink()
    gone = sight(root, first)
    assert (gone.number, gone.held, gone.refusal is not None) == (1, True, True)


def test_findings_of_others_are_left_out(root):
    """A roadmap shows what is wrong in its own files and in those that all share, no more."""
    write(root, "roadmaps/annan/roadmap.yaml", ROADMAP + "okand: 1\n")
    write(root, "roadmaps/organisations.yaml", "format: 1\nokand: 1\n")
    files = {one.finding.file for one in judged(root).of("lanet")}
    assert "roadmaps/organisations.yaml" in files
    assert not any(file.startswith("roadmaps/annan/") for file in files)


def test_a_template_is_read_again_when_it_is_saved(root):
    """What Jinja made of a template is kept for the next document, until a file of it changes."""
    viewer = Viewer(root)
    first = viewer.see("lanet", viewer.look(), NONE)
    write(root, "templates/roadmap/document.toml", '[colors]\naccent = "#7a1f5c"\n')
    second = viewer.see("lanet", viewer.look(), first)
    assert (second.number, "#7a1f5c" in second.document) == (2, True)
    (root / "templates/roadmap/document.toml").unlink()
    assert viewer.see("lanet", viewer.look(), second).document == first.document


def test_a_known_debt_that_cannot_be_read(root):
    """What keeps the files from being judged keeps no document back, and is told."""
    first = sight(root)
    write(root, "fardplan-baseline.yaml", "- [\n")
    write(root, "roadmaps/lanet/roadmap.yaml", ROADMAP.replace("kort", "långt"))
    second, now = sight(root, first), judged(root)
    assert (second.number, second.held, "Syftet är långt." in second.document) == (2, False, True)
    assert now.refusal is not None
    assert (now.found, "fardplan-baseline.yaml" in now.refusal.say("sv")) == ((), True)
