"""The folder of a site: only what fardplan has made is changed, and nothing without need."""

from __future__ import annotations

import shutil

import pytest

from fardplan.errors import CannotRun
from fardplan.source import site_folder
from fardplan.source.output import IS_LINK
from fardplan.source.site_folder import LIST, SiteFolder
from tests.site.conftest import BASE, publish
from tests.source.history import StartHistory, roadmap
from tests.source.history import start_history as start_history  # noqa: PLC0414 - a fixture


def _contents(folder):
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_same_repository_gives_the_same_bytes(county, site, tmp_path):
    """Two runs into two folders write the same files, byte for byte."""
    publish(county.root, tmp_path / "igen", BASE)
    assert _contents(tmp_path / "igen") == _contents(site)


def test_a_second_run_writes_nothing(county, site, tmp_path):
    """Where nothing has changed no file is touched."""
    folder = tmp_path / "kopia"
    shutil.copytree(site, folder)
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*.html")}
    built = publish(county.root, folder, BASE)
    assert (built.written, built.removed, built.spared) == (0, 0, ())
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*.html")} == before


def test_a_roadmap_that_is_gone_takes_its_pages_along(start_history: StartHistory, tmp_path):
    """The pages of a deleted roadmap go, and what somebody else has put among them stays."""
    history = start_history()
    both = {f"roadmaps/{name}/roadmap.yaml": roadmap(2023, '"1.0"', status="adopted",
            profile="direction") for name in ("lan", "stad")}  # fmt: skip
    history.commit({**both, "roadmaps/stad/goals/a.yaml": "title: A\n"})
    out = tmp_path / "ut"
    publish(history.root, out)
    (out / "stad" / "egen.txt").write_text("egen")
    (out / "CNAME").write_text("fardplan.example.se")
    history.write(dict.fromkeys(("roadmaps/stad/roadmap.yaml", "roadmaps/stad/goals/a.yaml")))  # fmt: skip
    history.commit({})
    built = publish(history.root, out)
    assert built.removed > 5
    assert [str(path.relative_to(out)) for path in (out / "stad").rglob("*")] == ["stad/egen.txt"]
    assert (out / "CNAME").read_text() == "fardplan.example.se"


def test_a_folder_of_somebody_else_is_refused(county, tmp_path):
    """A folder with other things in it is left as it is."""
    (tmp_path / "brev.txt").write_text("brev")
    with pytest.raises(CannotRun) as refusal:
        publish(county.root, tmp_path)
    assert refusal.value.text is site_folder.NOT_OURS
    assert _contents(tmp_path) == {"brev.txt": b"brev"}


def test_a_file_is_no_folder(county, tmp_path):
    """A file in the way is refused in one line."""
    (tmp_path / "ut").write_text("")
    with pytest.raises(CannotRun) as refusal:
        publish(county.root, tmp_path / "ut")
    assert refusal.value.text is site_folder.NO_FOLDER


def test_a_file_of_somebody_else_is_spared(tmp_path):
    """A file that stands where one of ours would, and is not ours, is kept and told of."""
    with SiteFolder.open(tmp_path / "ut") as folder:
        folder.write("a.html", b"a")
    (tmp_path / "ut" / "robots.txt").write_text("egen")
    with SiteFolder.open(tmp_path / "ut") as folder:
        folder.write("a.html", b"a")
        folder.write("robots.txt", b"annan")
    assert (folder.spared, folder.written) == (["robots.txt"], 0)
    assert (tmp_path / "ut" / "robots.txt").read_text() == "egen"
    with SiteFolder.open(tmp_path / "ut") as folder:
        folder.write("a.html", b"a")
    assert (tmp_path / "ut" / "robots.txt").read_text() == "egen"


def test_a_run_that_was_cut_off_is_finished_by_the_next(tmp_path):
    """What an interrupted run wrote is known as ours, and taken away when no longer made."""
    with pytest.raises(KeyboardInterrupt):
        _cut_off(tmp_path / "ut")
    with SiteFolder.open(tmp_path / "ut") as folder:
        folder.write("a.html", b"A")
    assert (folder.written, folder.removed) == (1, 1)
    assert set(_contents(tmp_path / "ut")) == {"a.html", LIST}


def _cut_off(place):
    with SiteFolder.open(place) as folder:
        folder.write("a.html", b"a")
        folder.write("b/c.html", b"c")
        raise KeyboardInterrupt


def test_even_one_that_was_killed(tmp_path):
    """A run that ends without a chance to tidy up leaves a list of what it wrote."""
    folder = SiteFolder.open(tmp_path / "ut")
    folder.__enter__()
    folder.write("a.html", b"a")
    with SiteFolder.open(tmp_path / "ut") as again:
        again.write("b.html", b"b")
    assert set(_contents(tmp_path / "ut")) == {"b.html", LIST}


@pytest.mark.parametrize("address", ["../x", "/x", "a/../../x", "", LIST, "a\\..\\b"])
def test_no_address_leads_out(tmp_path, address):
    """An address outside the folder is refused, in a list that was tampered with too."""
    (tmp_path / "x").write_text("kvar")
    with SiteFolder.open(tmp_path / "ut") as folder, pytest.raises(ValueError, match=r".*"):
        folder.write(address, b"")
    (tmp_path / "ut" / LIST).write_text(f"{site_folder.HEAD}\n{address}\n")
    with SiteFolder.open(tmp_path / "ut"):
        pass
    assert (tmp_path / "x").read_text() == "kvar"


@pytest.mark.parametrize("link", ["a", "a/b.html"])
def test_nothing_is_written_through_a_link(tmp_path, link):
    """A link in the folder, which could lead anywhere, is refused."""
    with SiteFolder.open(tmp_path / "ut") as folder:
        folder.write("c.html", b"c")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "b.html").write_text("kvar")
    place = tmp_path / "ut" / link
    place.parent.mkdir(exist_ok=True)
    place.symlink_to(elsewhere if link == "a" else elsewhere / "b.html")
    with pytest.raises(CannotRun) as refusal, SiteFolder.open(tmp_path / "ut") as folder:
        folder.write("a/b.html", b"ny")
    assert refusal.value.text is IS_LINK
    assert (elsewhere / "b.html").read_text() == "kvar"


def test_a_folder_that_cannot_be_made_is_told_of(county, tmp_path):
    """Where no folder can be, one line says so."""
    (tmp_path / "brev.txt").write_text("brev")
    with pytest.raises(CannotRun):
        publish(county.root, tmp_path / "brev.txt" / "ut")
