"""What holds of every shipped edition: nothing missing, nothing extra, nobody named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.content.counted import counted, facts
from tests.content.editions import (
    HISTORY,
    ROADMAPS,
    ROOT,
    SPECS,
    Edition,
    edition,
    entries,
    nested,
    read,
    title,
)
from tests.content.prints import name_prints, prose, runs, stems, vocabulary
from tests.content.wording import accepted, mentions, plain, says

MONTHS = "januari februari mars april maj juni juli augusti september oktober november december"
NOT_CONTENT = {"format", "order", "version", "reviewed", "judged_as_of", "page", "pages", "year"}
NAMED = {"title", "short_title", "long_title", "subtitle", "heading", "aliases", "role"}
OWN_TITLES = {"phases", "lists", "drivers", "expected", "icon", "sub_activities", "cycle"}
ID = re.compile(r"(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*([/.][a-z0-9-]+)*")
SEASON = re.compile(r"\b(våren|sommaren|hösten|vintern|VT|HT) ?(\d{4})", re.IGNORECASE)
SWEDISH_DATE = re.compile(rf"(?:(\d{{1,2}}) )?\b({MONTHS.replace(' ', '|')}) (\d{{4}})")
PARTY = re.compile(r"\((?:S|M|C|L|V|MP|KD|SD)\)")


@pytest.fixture(params=list(SPECS))
def shipped(request: pytest.FixtureRequest) -> Edition:
    """Return each real edition in turn."""
    return edition(request.param)


def test_edition_is_the_one_that_its_place_says(shipped: Edition) -> None:
    """Year and profile are those of the edition, and historical ones say when they are judged."""
    roadmap, spec = shipped.roadmap, shipped.spec
    assert (roadmap.get("year"), roadmap.get("profile")) == (spec.year, spec.profile)
    assert roadmap.get("judged_as_of")


def test_everything_mentioned_in_the_source_is_mentioned(shipped: Edition) -> None:
    """Each name and term that the inventory lists occurs somewhere in the edition."""
    said = shipped.say()
    own = counted(shipped.spec.sources[0])["mentions"]
    # The adopted målbild need not tell again how the proposal was made.
    expected = ["våren 2022"] if shipped.spec.label == "malbild-orebro-lan-2022" else own
    assert [key for key in expected if not mentions(said, key)] == []


def test_sections_are_those_of_the_source(shipped: Edition) -> None:
    """Each chapter of prose stands, and no chapter has a title that the source lacks."""
    if shipped.spec.profile == "vision":
        assert shipped.roadmap.get("sections") in (None, [])
        return
    listed = counted(shipped.spec.sources[0])["sections"]
    found = {plain(str(each.get("title", ""))) for each in shipped.roadmap.get("sections") or []}
    known = {wording for each in listed for wording in accepted(each, "title")}
    missing = [
        each["title"] for each in listed if each["required"] and not found & accepted(each, "title")
    ]
    assert (missing, found - known) == ([], set())


def test_numbers_dates_and_seasons_stand_in_the_source(shipped: Edition) -> None:
    """No figure, day, month or half-year is invented."""
    sources = shipped.spec.sources
    numbers = facts(sources, "numbers") | facts(sources, "in_words") | {shipped.spec.year}
    dates, seasons = facts(sources, "dates"), facts(sources, "seasons")
    extra = [
        (route, each)
        for route, text in shipped.scalars()
        if not NOT_CONTENT & {*map(str, route)} and not ID.fullmatch(text)
        for each in _unknown(text, numbers, dates, seasons)
    ]
    assert extra == []


def _unknown(text: str, numbers: set[str], dates: set[str], seasons: set[str]) -> list[str]:
    """Return the seasons, dates and numbers of a text that are not among those given."""
    text = re.sub(r"https?://\S+", "", text.replace("\u00a0", " ").replace("\u202f", " "))
    text = re.sub(r"(?<=\d) (?=\d{3}\b)", "", text)
    extra = [hit.group(0) for hit in SEASON.finditer(text) if hit.group(0).lower() not in seasons]
    found = {hit.group(0): hit.group(0) for hit in re.finditer(r"\b\d{4}-\d\d(-\d\d)?\b", text)}
    for hit in SWEDISH_DATE.finditer(text.casefold()):
        month = MONTHS.split().index(hit.group(2)) + 1
        day = f"-{int(hit.group(1)):02}" if hit.group(1) else ""
        found[hit.group(0)] = f"{hit.group(3)}-{month:02}{day}"
    extra += [
        written
        for written, date in found.items()
        if not any(known == date or known.startswith(f"{date}-") for known in dates)
    ]
    for written in found:
        text = re.sub(re.escape(written), "", text, flags=re.IGNORECASE)
    return extra + [hit for hit in re.findall(r"\d+(?:[.,]\d+)*", text) if hit not in numbers]


def test_links_are_those_of_the_source(shipped: Edition) -> None:
    """Every address in the edition is printed in one of its sources, letter for letter."""
    known = facts(shipped.spec.sources, "urls")
    found = {
        hit for _, text in shipped.scalars() for hit in re.findall(r"https?://[^\s)>\]]+", text)
    }
    assert found - known == set()


def test_titles_use_the_words_of_the_source(shipped: Edition) -> None:
    """No title of an entity, event, document or role brings in a word that no source has."""
    known = frozenset[str]().union(*(vocabulary(each) for each in shipped.spec.sources))
    extra = [
        (route, stem)
        for route, text in shipped.scalars()
        if route[-1] in NAMED or route[-2] == "aliases"
        if not OWN_TITLES & {*map(str, route)}
        for stem in stems(text)
        if stem not in known
    ]
    assert extra == []


def test_prose_is_written_anew(shipped: Edition) -> None:
    """No twelve words in a row are those of a source's running prose."""
    known = frozenset[bytes]().union(*(prose(f"00{each}") for each in range(5)))
    copied = [
        (route, run)
        for route, text in shipped.scalars()
        for digest, run in runs(text)
        if digest in known
    ]
    assert copied == []


def test_every_file_says_where_its_facts_come_from(shipped: Edition) -> None:
    """Each file names a document and a page or section, or the roadmap does for all."""
    documents = {each.get("id") for each in shipped.roadmap.get("references") or []}
    whole = _sourced(shipped.roadmap, documents)
    silent = [name for name, values in shipped.files.items() if not _sourced(values, documents)]
    assert whole or [name for name in silent if name != "roadmap.yaml"] == []
    assert documents - {None} != set()


def _sourced(values: object, documents: set[object]) -> bool:
    """Say whether a file's own sources all name a known document and a place in it."""
    sources = values.get("sources") if isinstance(values, dict) else None
    return bool(sources) and all(
        each.get("document") in documents
        and any(each.get(key) for key in ("page", "pages", "section"))
        for each in sources or []
    )


def test_pages_exist_in_the_source(shipped: Edition) -> None:
    """No page number goes beyond the longest of the edition's sources."""
    last = max((counted(each).get("pages", 0) for each in shipped.spec.sources), default=0)
    pages = [
        int(number)
        for key in ("page", "pages")
        for sources in nested(shipped.files, "sources")
        for value in nested(sources, key)
        for number in re.findall(r"\d+", str(value))
    ]
    assert [page for page in pages if not 1 <= page <= last] == []


def _content_files() -> list[Path]:
    return sorted(path for top in (ROADMAPS, HISTORY) for path in top.rglob("*") if path.is_file())


def test_nobody_is_named() -> None:
    """No person of the sources occurs in any file of the content, comments included."""
    persons = counted("persons")
    surnames, full_names = set(persons["surnames"]), set(persons["full_names"])
    files = _content_files()
    named = [
        path.relative_to(ROOT).as_posix()
        for path in files
        for text in [f"{path.stem}\n{path.read_text(encoding='utf-8')}"]
        if surnames & {*name_prints(text, 1)}
        or full_names & {*name_prints(text, 2), *name_prints(text, 3)}
    ]
    assert files
    assert named == []


def test_nobody_is_given_a_political_party() -> None:
    """No text puts a party letter after a person, as the source does with a quoted politician."""
    files = _content_files()
    assert files
    assert [path.name for path in files if PARTY.search(path.read_text(encoding="utf-8"))] == []


def test_organisations_are_the_thirteen_parties_and_those_that_the_sources_name() -> None:
    """The region and its twelve municipalities stand, with bodies, units and real codes."""
    listed = counted("organisations")
    values = read(ROADMAPS / "organisations.yaml")
    real = [
        each for each in entries(values["organisations"]) if "exempel" not in str(each.get("id"))
    ]
    towns = [title(each) for each in real if each.get("kind") == "municipality"]
    expected = {name: f"{name} kommun|{name}s kommun" for name in listed["municipalities"]}
    assert len(towns) == len(expected)
    assert [name for name, key in expected.items() if not any(says(t, key) for t in towns)] == []
    assert [title(each) for each in real if each.get("kind") == "region"] == [listed["region"]]
    names = "\n".join(title(each) for key in values for each in entries(values[key]))
    assert [key for key in listed["others"] + listed["units"] if not says(names, key)] == []
    codes = {str(each["code"]) for each in real if each.get("code")}
    assert codes <= set(listed["codes"])
