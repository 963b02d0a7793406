"""Which versions a site shows: adopted or released ones, and drafts only where they are asked for."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from fardplan.locales import site as words
from tests.site.conftest import BASE, publish
from tests.source.history import StartHistory, roadmap
from tests.source.history import start_history as start_history  # noqa: PLC0414 - a fixture

LAN = "roadmaps/lan/roadmap.yaml"
GOAL = "roadmaps/lan/goals/a.yaml"
DRAFTS = "[site]\ndrafts = true\n"


def lan(year: int, version: str, status: str | None = None) -> str:
    """Return the county's roadmap.yaml."""
    return roadmap(year, f'"{version}"', profile="direction", status=status)


def versions(folder: Path) -> dict[str, list[tuple[str, bool, bool]]]:
    """Return (version, draft, current) of every roadmap on a site."""
    data = json.loads((folder / "index.json").read_text("utf-8"))
    return {
        one["id"]: [(v["version"], v["draft"], v["current"]) for v in one["versions"]]
        for one in data["content"]["roadmaps"]
    }


@pytest.fixture
def out(tmp_path):
    """Return a folder for the site."""
    return tmp_path / "ut"


def test_releases_are_shown(start_history: StartHistory, out):
    """With tags, these versions are shown and no others; a release may leave its status unsaid."""
    history = start_history()
    for year, version in ((2022, "1.0"), (2023, "2.0")):
        history.commit({LAN: lan(year, version), GOAL: "title: A\n"})
        history.tag(f"lan/{version}")
    history.commit({LAN: lan(2024, "3.0", "adopted")})
    built = publish(history.root, out)
    assert versions(out) == {"lan": [("1.0", False, False), ("2.0", False, True)]}
    assert [(one.label, one.why) for one in built.omitted] == [("3.0", words.UNRELEASED)]


def test_without_tags_the_history_is_asked(start_history: StartHistory, out):
    """Without tags, versions that say they are adopted are shown, each in its last state."""
    history = start_history()
    history.commit({LAN: lan(2022, "0.9", "draft"), GOAL: "title: Utkastet\n"})
    history.commit({LAN: lan(2022, "1.0", "adopted"), GOAL: "title: Första\n"})
    history.commit({GOAL: "title: Rättat\n"})
    history.commit({LAN: lan(2023, "2.0", "in_force"), GOAL: "title: Andra\n"})
    built = publish(history.root, out)
    assert versions(out) == {"lan": [("1.0", False, False), ("2.0", False, True)]}
    assert built.omitted == ()
    assert "Rättat" in (out / "lan/1.0/index.html").read_text("utf-8")
    assert not any("Utkastet" in path.read_text("utf-8") for path in out.rglob("*.html"))


def test_what_others_do_is_no_news_of_a_roadmap(start_history: StartHistory, out, tmp_path):
    """Without tags, a version is as old as its own last change, and a site without changes stays."""
    history = start_history()
    history.commit({LAN: lan(2022, "1.0", "adopted"), GOAL: "title: A\n"})
    history.commit({GOAL: "title: B\n"})
    publish(history.root, out)
    history.commit({"README.md": "Om arkivet.\n", "roadmaps/glossary.yaml": "terms: []\n"})
    publish(history.root, tmp_path / "sedan")
    assert "<updated>2021-01-03T12:00:00+00:00</updated>" in (out / "feed.xml").read_text("utf-8")
    for path in ("feed.xml", "lan/feed.xml", "index.html", "lan/1.0/index.json"):
        assert (out / path).read_bytes() == (tmp_path / "sedan" / path).read_bytes(), path


@pytest.mark.parametrize(
    ("status", "why"),
    [
        ("draft", words.DRAFT),
        ("consultation", words.DRAFT),
        ("proposed", words.DRAFT),
        (None, words.UNSETTLED),
    ],
)
def test_what_is_not_adopted_stays_away(start_history: StartHistory, out, status, why):
    """Nothing of a draft, a proposal or what does not say how it stands reaches any file."""
    history = start_history()
    history.commit({LAN: lan(2023, "1.0", status), GOAL: "title: Hemligheten\n"})
    built = publish(history.root, out)
    assert versions(out) == {}
    assert [one.why for one in built.omitted] == [why]
    assert not any(b"Hemligheten" in path.read_bytes() for path in out.rglob("*.*"))


def test_a_released_draft_stays_away_too(start_history: StartHistory, out):
    """A tag makes no draft public."""
    history = start_history()
    history.commit({LAN: lan(2023, "0.9", "consultation"), GOAL: "title: A\n"})
    history.tag("lan/0.9")
    assert [one.why for one in publish(history.root, out).omitted] == [words.DRAFT]
    assert versions(out) == {}


def test_drafts_come_along_where_they_are_asked_for(start_history: StartHistory, out):
    """With `drafts = true` they are shown and say what they are; the version in force stays first."""
    history = start_history()
    history.commit({LAN: lan(2022, "1.0", "adopted"), GOAL: "title: A\n"})
    history.commit({LAN: lan(2023, "2.0", "draft"), "fardplan.toml": DRAFTS})
    publish(history.root, out)
    assert versions(out) == {"lan": [("1.0", False, True), ("2.0", True, False)]}
    draft = (out / "lan/2.0/index.html").read_text("utf-8")
    assert "Det här är ett utkast. Innehållet kan ändras." in draft
    assert 'Den version som gäller: <a href="../index.html">version 1.0</a>' in draft
    feed = (out / "feed.xml").read_text("utf-8")
    assert "version 1.0" in feed
    assert "version 2.0" not in feed


def test_an_unreleased_version_among_drafts_says_so(start_history: StartHistory, out):
    """What is adopted but not released says that it is no release."""
    history = start_history()
    history.commit({LAN: lan(2022, "1.0"), GOAL: "title: A\n", "fardplan.toml": DRAFTS})
    history.tag("lan/1.0")
    history.write({LAN: lan(2023, "2.0", "adopted")})
    publish(history.root, out)
    assert versions(out) == {"lan": [("1.0", False, True), ("2.0", True, False)]}
    page = (out / "lan/2.0/index.html").read_text("utf-8")
    assert "Den här versionen är varken antagen eller utgiven." in page


def test_what_could_not_be_read_then_is_told_apart(start_history: StartHistory, out):
    """A file of the version in force is named: as one to mend, or where only git still has it."""
    history = start_history()
    history.commit({LAN: lan(2023, "1.0", "adopted"), GOAL: "title: A\norder: första\n"})
    history.tag("lan/1.0")
    built = publish(history.root, out)
    assert (built.faulty, built.faulty_then) == ((GOAL,), ())
    history.commit({LAN: lan(2024, "2.0", "draft"), GOAL: "title: A\norder: 1\n"})
    built = publish(history.root, out)
    assert (built.faulty, built.faulty_then) == ((), (GOAL,))
    history.commit({LAN: lan(2024, "2.0", "adopted")})
    history.tag("lan/2.0")
    built = publish(history.root, out)
    assert (built.faulty, built.faulty_then) == ((), ())
    told = {one: (out / f"lan/{one}/index.html").read_text("utf-8") for one in ("1.0", "2.0")}
    assert ["första" in page for page in told.values()] == [True, False]


def test_unsaved_edits_are_not_published(start_history: StartHistory, out):
    """A version that no commit holds is left out; edits to one that is published do not show."""
    history = start_history()
    history.commit({LAN: lan(2023, "1.0", "adopted"), GOAL: "title: Sparat\n"})
    history.write({GOAL: "title: Osparat\n"})
    publish(history.root, out)
    assert "Sparat" in (out / "lan/goals/a.html").read_text("utf-8")
    history.write({LAN: lan(2024, "2.0", "adopted")})
    built = publish(history.root, out)
    assert [one.why for one in built.omitted] == [words.UNSAVED]


def test_without_git_the_files_are_published(tmp_path, out):
    """In a folder outside git, what the files say is adopted is shown."""
    for path, content in ((LAN, lan(2023, "1.0", "adopted")), (GOAL, "title: A\n")):
        file = tmp_path / "arkiv" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, "utf-8")
    publish(tmp_path / "arkiv", out)
    assert versions(out) == {"lan": [("1.0", False, True)]}


def test_the_last_that_binds_is_in_force(start_history: StartHistory, out):
    """A later version that has been withdrawn does not take the place of the one in force."""
    history = start_history()
    history.commit({LAN: lan(2022, "1.9", "adopted"), GOAL: "title: A\n"})
    history.commit({LAN: lan(2023, "1.10", "withdrawn")})
    publish(history.root, out)
    assert versions(out) == {"lan": [("1.9", False, True), ("1.10", False, False)]}


def test_a_former_name_keeps_the_history(start_history: StartHistory, out):
    """A roadmap under another id has the releases of its earlier one."""
    history = start_history()
    history.commit({"roadmaps/old/roadmap.yaml": lan(2022, "1.0")})
    history.tag("old/1.0")
    history.write({"roadmaps/old/roadmap.yaml": None})
    history.commit({LAN: f"{lan(2023, '2.0')}previously: [old]\n", GOAL: "title: A\n"})
    history.tag("lan/2.0")
    publish(history.root, out)
    assert versions(out) == {"lan": [("1.0", False, False), ("2.0", False, True)]}


def test_a_new_id_leads_on_from_the_old_address(start_history: StartHistory, out):
    """The page of a goal under its earlier id says what it is called now, and leads there."""
    history = start_history()
    history.commit({LAN: lan(2022, "1.0"), GOAL: "title: Hem\n"})
    history.tag("lan/1.0")
    history.write({GOAL: None})
    history.commit({LAN: lan(2023, "2.0"), "roadmaps/lan/goals/b.yaml":
                    "title: Trygg hem\npreviously: [a]\n"})  # fmt: skip
    history.tag("lan/2.0")
    publish(history.root, out)
    page = (out / "lan/goals/a.html").read_text("utf-8")
    assert 'Heter nu <a href="b.html">Trygg hem</a>. Texten är från version 1.0.' in page
    assert "../../lan" not in page


@pytest.fixture
def renamed(start_history: StartHistory, tmp_path):
    """Return the site of a roadmap before and after it got a new id."""
    history = start_history()
    history.commit({"roadmaps/old/roadmap.yaml": lan(2022, "1.0"), "roadmaps/old/goals/a.yaml":
                    "title: Hem\n"})  # fmt: skip
    history.tag("old/1.0")
    before, after = tmp_path / "ut", tmp_path / "ut2"
    publish(history.root, before, BASE)
    publish(history.root, after, BASE)
    history.write({"roadmaps/old/roadmap.yaml": None, "roadmaps/old/goals/a.yaml": None})
    history.commit({LAN: f"{lan(2022, '1.0')}previously: [old]\n", GOAL: "title: Hem\n"})
    publish(history.root, after, BASE)
    return before, after


def test_a_roadmap_with_a_new_id_keeps_its_addresses(renamed):
    """Every old address leads on to the new one at once, by a link too, and says so as data."""
    before, after = renamed
    old = {path.relative_to(before).as_posix() for path in before.rglob("*") if path.is_file()}
    assert {one for one in old if not (after / one).is_file()} == set()
    page = (after / "old/goals/a.html").read_text("utf-8")
    assert '<meta http-equiv="refresh" content="0; url=../../lan/goals/a.html">' in page
    assert 'Den finns här: <a href="../../lan/goals/a.html">Hem</a>.' in page
    assert f'<link rel="canonical" href="{BASE}lan/goals/a.html">' in page
    data = json.loads((after / "old/goals/a.json").read_text("utf-8"))
    assert (data["kind"], data["moved_to"]) == ("moved", "lan/goals/a.html")


def test_a_new_id_is_no_news(renamed):
    """The feeds name the same versions by the same ids, also under the old address."""
    _, after = renamed
    ids = re.compile("<id>.*</id>")
    for name in ("feed.xml", "old/feed.xml"):
        old, new = ((folder / name).read_text("utf-8") for folder in renamed)
        assert ids.findall(old) == ids.findall(new)
    assert (after / "old/feed.xml").read_bytes() == (after / "lan/feed.xml").read_bytes()
    assert "/old/" not in (after / "sitemap.xml").read_text("utf-8")
    assert '"address":"old/' not in (after / "assets/search-data.js").read_text("utf-8")


def test_a_former_id_that_is_taken_leads_nowhere_else(start_history: StartHistory, out):
    """Where another roadmap has the id today, its pages are its own."""
    history = start_history()
    history.commit({"roadmaps/old/roadmap.yaml": lan(2022, "1.0", "adopted"),
                    LAN: f"{lan(2022, '1.0', 'adopted')}previously: [old]\n"})  # fmt: skip
    publish(history.root, out)
    assert "refresh" not in (out / "old/index.html").read_text("utf-8")


def test_a_reference_to_what_is_gone_elsewhere_keeps_its_title(start_history: StartHistory, out):
    """What another roadmap no longer has is told by the title that it had, without a dead link."""
    history = start_history()
    town = roadmap(2022, '"1.0"', profile="direction", status="adopted")
    history.commit({
        LAN: lan(2022, "1.0"), GOAL: "title: Gamla målet\n", "roadmaps/stad/roadmap.yaml": town,
        "roadmaps/stad/goals/x.yaml": "title: X\nimplements:\n  - goal: lan/a\n",
    })  # fmt: skip
    history.tag("lan/1.0")
    history.tag("stad/1.0")
    history.write({GOAL: None})
    history.commit({LAN: lan(2023, "2.0"), "roadmaps/lan/goals/b.yaml": "title: B\n"})
    history.tag("lan/2.0")
    publish(history.root, out)
    page = (out / "stad/goals/x.html").read_text("utf-8")
    assert 'href="../../lan/goals/a.html"' in page  # which still has its page
    assert "Gamla målet" in page
