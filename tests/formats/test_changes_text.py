"""Changes in words: what a reader is told, in both languages, plain and in colour."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from fardplan.changes._base import Change, ChangeKind, Comparison, Level, Side
from fardplan.changes._compare import compare
from fardplan.changes._values import Amount, EntityRef
from fardplan.formats import changes_markdown, changes_text
from fardplan.formats._changes_report import build_report
from fardplan.formats._changes_summary import summarise
from fardplan.formats._page import Page
from fardplan.locales.text import LANGUAGES, Lang
from fardplan.pipeline.comparison import compare_versions
from tests.changes.editions import diff
from tests.changes.generated import EDITIONS, build

ROOT = Path(__file__).parent.parent.parent
HISTORY = ROOT / "tests" / "fixtures" / "history"
RAW = re.compile(
    r"EntityRef|Ref\(|FuzzyTime|mappingproxy|\bNone\b(?!:)|<[A-Z]|\{\w+\}|\bTrue\b|\bFalse\b"
)


def comparison(changes: tuple[Change, ...], old: int = 2023, new: int = 2024) -> Comparison:
    """Return changes as those between two years."""
    return Comparison(
        "lanet",
        Side(str(old), None, old, "1.0", "Färdplan"),
        Side(".", None, new, None, "Färdplan"),
        changes,
    )


def told(old: dict[str, str], new: dict[str, str], lang: Lang = "sv") -> list[str]:
    """Return the lines about what differs between two sets of files, without the heading."""
    text = changes_text.write(comparison(diff(old, new)), Page(lang))
    return [line.strip() for line in text.splitlines() if line.strip()][2:]


@pytest.mark.parametrize(
    ("roadmap", "year"), [("malbild-orebro-lan", "2021"), ("orebro-lan", "2022")]
)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_shipped_stories(roadmap, year, lang, golden):
    """What is told of the shipped roadmaps was read, and found true and clear."""
    found = compare_versions(ROOT, roadmap, str(HISTORY / roadmap / year)).comparison
    golden(f"{roadmap}-since-{year}.{lang}.txt", changes_text.write(found, Page(lang)))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_example_is_told_in_words(lang):
    """The example that uses every feature is told without a raw value or a bare reference."""
    old = str(HISTORY / "exempelkommun" / "2024")
    found = compare_versions(ROOT, "exempelkommun", old).comparison
    text = changes_text.write(found, Page(lang))
    assert RAW.findall(text) == []
    assert len(text.splitlines()) > 200


@given(EDITIONS, EDITIONS)
@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
def test_every_change_is_told_in_words(old, new):
    """Whatever changed is told in both languages and both forms, without a raw value."""
    (before, old_index), (after, new_index) = build(old), build(new)
    found = comparison(compare(before, after, old_index, new_index))
    for lang in LANGUAGES:
        page = Page(lang)
        assert RAW.findall(changes_text.write(found, page)) == []
        assert RAW.findall(changes_markdown.write(found, page)) == []


@given(EDITIONS, EDITIONS)
@settings(deadline=None, max_examples=100, suppress_health_check=list(HealthCheck))
def test_every_change_is_told_once(old, new):
    """Every change has its place in one section, but for the year and version in the heading."""
    (before, old_index), (after, new_index) = build(old), build(new)
    found = comparison(compare(before, after, old_index, new_index))
    shown = [c for c in found.changes if c.path not in (("year",), ("version",))]
    report = build_report(found, "sv")
    assert sum(section.count for section in report.sections) == len(shown)


ACTIVITY = "title: Tullhuset\n"


@pytest.mark.parametrize(
    ("old", "new", "sv", "en"),
    [
        (
            "end: hösten 2024",
            "end: våren 2025\nreason: Lokalen dröjer.",
            "• Aktiviteten ”Tullhuset”: Slut senareläggs: var hösten 2024, är nu våren 2025 (6 månader). Orsak: Lokalen dröjer.",
            "• The activity “Tullhuset”: End is put off: was autumn 2024, is now spring 2025 (6 months). Reason: Lokalen dröjer.",
        ),
        (
            "status: ongoing",
            "status: cancelled",
            "• Aktiviteten ”Tullhuset” utgår. Ingen orsak anges.",
            "• The activity “Tullhuset” is dropped. No reason is given.",
        ),
        (
            "status: ongoing\nend: 2026",
            "status: cancelled\nend: december 2024\nreason: Inga anbud.",
            "• Aktiviteten ”Tullhuset” utgår. Slut: var 2026, är nu december 2024. Orsak: Inga anbud.",
            "• The activity “Tullhuset” is dropped. End: was 2026, is now December 2024. Reason: Inga anbud.",
        ),
        (
            "status: cancelled\nend: december 2024",
            "status: ongoing",
            "• Aktiviteten ”Tullhuset” tas upp igen: pågår. Slut: december 2024 (borttaget).",
            "• The activity “Tullhuset” is taken up again: ongoing. End: December 2024 (removed).",
        ),
        (
            "status: ongoing",
            "status: planned",
            "• Aktiviteten ”Tullhuset”: Status: går tillbaka från ”pågår” till ”planerad”.",
            "• The activity “Tullhuset”: Status: goes back from “ongoing” to “planned”.",
        ),
        (
            "status: planned",
            "status: ongoing",
            "• Aktiviteten ”Tullhuset”: Status: var ”planerad”, är nu ”pågår”.",
            "• The activity “Tullhuset”: Status: was “planned”, is now “ongoing”.",
        ),
        (
            "responsible: kumla",
            "responsible: socialnamnden",
            "• Aktiviteten ”Tullhuset”: Ansvarig: Socialnämnden tillkommer; Kumla kommun utgår.",
            "• The activity “Tullhuset”: Responsible: Socialnämnden added; Kumla kommun gone.",
        ),
        (
            "wording: Vi prövar ett team.",
            "wording: Vi inför ett team.",
            "• Aktiviteten ”Tullhuset”: Lydelse: Vi [-prövar-]{+inför+} ett team.",
            "• The activity “Tullhuset”: Wording: Vi [-prövar-]{+inför+} ett team.",
        ),
        (
            "projektplan: {financing: [{kind: own_budget, year: 2024, amount: 1200000}]}",
            "projektplan: {financing: [{kind: own_budget, year: 2024, amount: 1}]}",
            "• Aktiviteten ”Tullhuset”: Projektplan › Finansiering (egen budget, 2024): från 1\u00a0200\u00a0000\u00a0kr till 1\u00a0kr (1\u00a0199\u00a0999\u00a0kr mindre).",
            "• The activity “Tullhuset”: Projektplan › Financing (own budget, 2024): from SEK\u00a01,200,000 to SEK\u00a01 (SEK\u00a01,199,999 less).",
        ),
        (
            "partners_complete: true",
            "partners_complete: false",
            "• Aktiviteten ”Tullhuset”: Alla medverkande: var ja, är nu nej.",
            "• The activity “Tullhuset”: Partners complete: was yes, is now no.",
        ),
    ],
)  # fmt: skip
def test_sentences(old, new, sv, en):
    """A change is one sentence with the title, what happened, and the reason or its lack."""
    files = [{"activities/tullhuset.yaml": ACTIVITY + text} for text in (old, new)]
    assert told(files[0], files[1])[-1] == sv
    assert told(files[0], files[1], "en")[-1] == en


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("sv", "Inga ändringar mellan 2023 och 2024."),
        ("en", "No changes between 2023 and 2024."),
    ],
)
def test_nothing(lang, expected):
    """Where nothing has changed, that is said."""
    assert changes_text.write(comparison(()), Page(lang)).splitlines()[-1] == expected


@pytest.mark.parametrize(
    ("old", "new", "sv", "en"),
    [
        ("kind: undecided", "kind: own_budget", "Betalas nu med egen budget (var inte beslutat).",
         "Is now paid by own budget (was undecided)."),
        ("kind: own_budget", "kind: undecided",
         "Har ingen beslutad finansiering längre (betalades med egen budget).",
         "Has no decided financing any more (was paid by own budget)."),
        ("kind: own_budget", "kind: none_needed",
         "Behöver inga pengar längre (betalades med egen budget).",
         "Needs no money any more (was paid by own budget)."),
        ("kind: none_needed", "kind: own_budget",
         "Betalas nu med egen budget (behövde inga pengar förut).",
         "Is now paid by own budget (needed no money before)."),
        ("kind: own_budget", "kind: eu_fund", "Betalas nu med EU-medel i stället för egen budget.",
         "Is now paid by EU fund instead of own budget."),
    ],
)  # fmt: skip
def test_who_pays(old, new, sv, en):
    """Who pays is told as one would say it, also where nobody did or nothing is needed."""
    head = "title: A\nprojektplan:\n  financing:\n    - {year: 2024, "
    files = [{"activities/x.yaml": f"{head}{row}}}\n"} for row in (old, new)]
    for lang, expected in zip(LANGUAGES, (sv, en), strict=True):
        said = " ".join(told(files[0], files[1], lang))
        assert expected.casefold() in said.casefold()


def test_a_list_of_lines_is_told_apart():
    """Lines of a list stand one after the other with a mark between, never run together."""
    old = {"roadmap.yaml": "also_on_agenda: [Budget]\n"}
    new = {"roadmap.yaml": "also_on_agenda: [Budget, Ny busslinje, Val]\n"}
    assert told(old, new)[-1] == "• Samtidigt på dagordningen: Budget{+; Ny busslinje; Val+}"
    assert told({}, new)[-1] == "• Samtidigt på dagordningen: {+Budget; Ny busslinje; Val+}"


def change(kind: ChangeKind, level: Level = Level.MINOR, **more: object) -> Change:
    """Return a change of an activity."""
    entity = EntityRef("lanet", "activity", str(more.pop("id", "x")), "Tullhuset")
    return Change(kind, level, entity, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ((change(ChangeKind.ADDED),), "Sedan 2023: 1 ny aktivitet. Inget åtagande är försvagat."),
        (
            (change(ChangeKind.ADDED), change(ChangeKind.ADDED, id="y")),
            "Sedan 2023: 2 nya aktiviteter. Inget åtagande är försvagat.",
        ),
        (
            (change(ChangeKind.DROPPED, Level.MAJOR, path=("status",)),),
            "Sedan 2023: 1 aktivitet utgår. 1 åtagande är försvagat.",
        ),
        (
            (
                change(ChangeKind.DATE_SLIPPED, Level.MAJOR, path=("end",)),
                change(ChangeKind.DATE_SLIPPED, Level.MAJOR, path=("start",)),
                change(ChangeKind.DATE_SLIPPED, Level.MAJOR, path=("end",), id="y"),
            ),
            "Sedan 2023: 2 aktiviteter skjuts upp. 2 åtaganden är försvagade.",
        ),
        (
            (change(ChangeKind.FINANCING_INCREASED, old=Amount(Decimal(1)), new=Amount(Decimal(1501))),),
            "Sedan 2023: 1 ändring. Inget åtagande är försvagat.",
        ),
        (
            (change(ChangeKind.DATE_SLIPPED, details={"months": 6, "years": 3}), change(ChangeKind.MOVED)),
            ("Sedan 2023: 1 aktivitet skjuts upp 6 månader, för tredje året. "
            "Inget åtagande är försvagat. Dessutom 1 annan ändring."),
        ),
        (
            (change(ChangeKind.DATE_SLIPPED, details={"kept": True}),),
            "Sedan 2023: 1 löfte som infriades för sent. Inget åtagande är försvagat.",
        ),
        (
            (change(ChangeKind.MOVED, path=("goal",)), change(ChangeKind.ADDED)),
            "Sedan 2023: 1 ny aktivitet. Inget åtagande är försvagat. Dessutom 1 annan ändring.",
        ),
        (
            (change(ChangeKind.REWORDED, Level.EDITORIAL, path=("text",)),),
            "Sedan 2023 har bara språk, källor och bakgrund ändrats: 1 ändring.",
        ),
    ],
)  # fmt: skip
def test_summary(changes, expected):
    """One sentence tells what is new, done, dropped, late, and how much money."""
    assert summarise(comparison(changes), "sv") == expected


def test_same_year_is_told_by_version():
    """Two versions of a year are told apart by their numbers."""
    old, new = Side("1.0", None, 2024, "1.0"), Side("1.1", None, 2024, "1.1")
    found = summarise(Comparison("lanet", old, new, (change(ChangeKind.ADDED),)), "sv")
    assert found.startswith("Sedan 2024 (version 1.0): 1 ny aktivitet.")


def test_colour():
    """What is gone is struck out and what is new underlined, only where colours are asked for."""
    files = [
        {"activities/x.yaml": f"title: X\nwording: Vi {word} team.\n"}
        for word in ("prövar", "inför")
    ]
    found = comparison(diff(files[0], files[1]))
    assert "\x1b" not in changes_text.write(found, Page("sv"))
    colored = changes_text.write(found, Page("sv", color=True))
    assert "\x1b[9;31mprövar" in colored
    assert "\x1b[4;32minför" in colored


def test_nothing_steers_the_terminal():
    """A text from a file shows as text, whatever it holds."""
    entity = EntityRef("lanet", "activity", "x", "[red]Röd[/red] \x1b[31m \u202e")
    found = comparison((Change(ChangeKind.ADDED, Level.MINOR, entity),))
    assert "[red]Röd[/red] \ufffd[31m \ufffd" in changes_text.write(found, Page("sv", color=True))


@pytest.mark.parametrize("width", [40, 80])
def test_width(width):
    """Lines are wrapped to the width, and every word is there."""
    files = {"activities/x.yaml": f"title: {'ord ' * 20}\n"}
    text = changes_text.write(comparison(diff({}, files)), Page("sv", width=width))
    assert max(map(len, text.splitlines())) <= width
    assert text.count("ord") >= 20
