"""How the engine judges: by which day, how severely, at which place, and never twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fardplan.locales.text import Text
from fardplan.rules import missing_projektplan, unresolved_reference
from fardplan.rules._base import Problem, Severity, rule
from fardplan.rules._engine import Judging, judge, judge_settings
from fardplan.rules._registry import RULES
from fardplan.source.collection import load
from fardplan.source.faults import Fault, Place
from tests.rules.past import Files
from tests.rules.small import describe, find, full, skeleton

ACTIVITY = full("activities/hembesok.yaml")
BARE = b"title: Hembes\xc3\xb6k\ngoal: trygg-hemgang\n"


def day_judged(today: date | None, *, year: str = "2024", as_of: str = "") -> date:
    """Return the day that rules are given for a roadmap of that year."""
    days: list[date] = []

    @rule("day", Severity.INFO, Text("Dagen.", "The day."))
    def check(edition, facts):
        days.append(facts.today)
        yield from ()

    files = skeleton({"year": year})
    if as_of:
        files[full("roadmap.yaml")] += f"judged_as_of: {as_of}\n".encode()
    find(files, [check], today=today, clock=date(2025, 11, 1))
    (day,) = days
    return day


@pytest.mark.parametrize(
    ("today", "as_of", "expected"),
    [
        (None, "", date(2025, 11, 1)),  # the clock
        (date(2030, 1, 1), "", date(2030, 1, 1)),  # a living roadmap follows --today
        (None, "2024-03", date(2024, 3, 31)),  # history has its own day
        (date(2024, 2, 1), "2024-03", date(2024, 2, 1)),  # which --today moves back
        (date(2024, 9, 1), "2024-03", date(2024, 9, 1)),  # and forth within the year
        (date(2030, 1, 1), "2024-03", date(2024, 12, 31)),  # but not past it
        (date(2030, 1, 1), "2025-02-01", date(2025, 2, 1)),  # nor past its own later day
        (date(2030, 1, 1), "löpande", date(2030, 1, 1)),  # a time without end is no day
    ],
)
def test_day(today, as_of, expected):
    """--today goes before judged_as_of before the clock, never past the year of what is history."""
    assert day_judged(today, as_of=as_of) == expected


def test_no_roadmap_hides_another():
    """What cannot be read in one roadmap hides nothing in the others."""
    files = skeleton() | {
        ACTIVITY: BARE,
        "roadmaps/trasig/roadmap.yaml": b'title: "Trasig\n',
        "roadmaps/halv/roadmap.yaml": b"format: 1\ntitle: Halv\nyear: 2024\nprofile: okand\n",
        "roadmaps/halv/activities/a.yaml": b"title: A\nstatus: nej\n",
    }
    found = {(one.rule, one.file) for one in find(files, RULES)}
    assert found == {
        ("missing-projektplan", ACTIVITY),
        ("yaml-syntax", "roadmaps/trasig/roadmap.yaml"),
        ("invalid-value", "roadmaps/halv/roadmap.yaml"),
        ("invalid-value", "roadmaps/halv/activities/a.yaml"),
    }


def test_half_known_roadmap_is_judged_by_no_demand():
    """A roadmap whose profile is unknown is read, and its references followed, but not judged."""
    files = skeleton({"profile": "okand"}) | {ACTIVITY: b"title: A\ngoal: finns-inte\n"}
    found = {(one.rule, one.file) for one in find(files, RULES)}
    assert found == {
        ("invalid-value", full("roadmap.yaml")),
        ("unresolved-reference", ACTIVITY),
    }


def test_severity_of_the_settings_goes_first():
    """Settings replace the severity of rule, case and draft; None turns the rule off."""
    files = skeleton({"status": "draft"}) | {ACTIVITY: BARE}

    def run(level: Severity | None) -> list[Severity]:
        found = find(files, [missing_projektplan.check], severities={"missing-projektplan": level})
        return [one.severity for one in found]

    assert run(Severity.WARNING) == [Severity.WARNING]
    assert run(None) == []


def test_settings_reach_the_faults_of_reading():
    """Settings can lower what the reader reports, as any other rule."""
    files = skeleton() | {ACTIVITY: b"title: A\ntitle: B\n"}
    found = find(files, RULES, severities={"duplicate-key": Severity.INFO})
    assert [one.severity for one in found if one.rule == "duplicate-key"] == [Severity.INFO]


def test_fault_of_reading_is_about_its_file():
    """What the reader reports is about what the file is, and shows the other place too."""
    files = skeleton() | {ACTIVITY: b"title: A\ntitle: B\n"}
    (found,) = (one for one in find(files, RULES) if one.rule == "duplicate-key")
    assert (str(found.subject), found.path) == ("activity exempel/hembesok", ())
    (first,) = found.related
    assert (first.file, first.place) == (ACTIVITY, Place(1, 1, 1, 6))
    assert first.text.say("en", **first.values)


@pytest.mark.parametrize(
    ("route", "spot", "expected"),
    [
        (("projektplan", "timeline", "start"), "value", Place(4, 21, 4, 27)),
        (("projektplan", "timeline", "start"), "key", Place(4, 14, 4, 19)),
        (("projektplan", "timeline", "end"), "first_key", Place(4, 14, 4, 19)),
        (("projektplan", "financing"), "first_key", Place(4, 3, 4, 11)),
        (("projektplan",), "inside", Place(4, 3, 4, 11)),
        (("projektplan",), "first_key", Place(1, 1, 1, 6)),
        (("nothing", "here"), "value", Place(1, 1, 1, 9)),
    ],
)
def test_place(route, spot, expected):
    """A route and a spot lead to a key, a value, or the first key of what lacks something."""

    @rule("here", Severity.INFO, Text("Här.", "Here."))
    def check(edition, facts):
        yield Problem(ACTIVITY, route, Text("Här.", "Here."), spot=spot)

    content = b"title: A\ngoal: trygg-hemgang\nprojektplan:\n  timeline: {start: VT2024}\n"
    (found,) = find(skeleton() | {ACTIVITY: content}, [check])
    assert found.place == expected


def test_faults_in_the_settings():
    """What is wrong with the settings is found with its place, words and address, sorted by place."""
    wrong = Text("{key} är fel i {label}.", "{key} is wrong in {label}.")
    values = {"label": "here", "key": "a"}
    later, first = (
        Fault("unknown-key", wrong, values, None, Place(line, 1, line, 2)) for line in (2, 1)
    )
    ignored = Fault("no-such-rule", wrong, values, None, Place(1, 1, 1, 2))
    link = "https://docs.example.se/{}".format
    judging = Judging(RULES, date(2024, 6, 1), link=link)
    found = judge_settings("fardplan.toml", [later, ignored, first], judging)
    assert [(one.file, one.rule, one.place.line, one.say("en"), one.url) for one in found] == [
        ("fardplan.toml", "unknown-key", line, "a is wrong in here.", link("unknown-key"))
        for line in (1, 2)
    ]
    assert found[0].fingerprint == found[1].fingerprint
    elsewhere = replace(first, values={**values, "label": "there"})
    other = replace(first, values={**values, "key": "b"})
    prints = {
        judge_settings("fardplan.toml", [one], judging)[0].fingerprint
        for one in (first, elsewhere, other)
    }
    assert len(prints) == 2
    off = replace(judging, severities={"unknown-key": None})
    assert judge_settings("fardplan.toml", [first], off) == []


def test_progress_is_told():
    """Who waits is told of each home that is judged: what is shared, then every roadmap."""
    told = []
    files = Files(skeleton() | {"roadmaps/b/roadmap.yaml": skeleton()[full("roadmap.yaml")]})
    judging = Judging((), date(2024, 6, 1))
    judge(load(files), files, judging, lambda number, total: told.append((number, total)))
    assert told == [(0, 2), (1, 2), (2, 2)]


def test_findings_are_sorted():
    """Findings stand by file and place, whatever order the rules and files came in."""
    names = ["b", "a", "c"]
    files = skeleton() | {full(f"activities/{name}.yaml"): b"goal: x\ntitel: A\n" for name in names}
    found = find(files, tuple(reversed(RULES)))
    assert found == sorted(found, key=lambda one: (one.file, one.place, one.rule))
    assert len(found) == 9


def test_link_to_the_manual():
    """Each finding bears the address of its rule's manual, where the settings give one."""
    files = Files(skeleton() | {ACTIVITY: BARE})
    link = "https://docs.example.se/{}".format
    (found,) = judge(load(files), files, Judging(RULES, date(2024, 6, 1), link=link))
    assert found.url == "https://docs.example.se/missing-projektplan"


def test_long_chains_end():
    """A chain of ten thousand activities is followed to its end, and closed it is one ring."""
    length = 10_000
    files = skeleton()
    for number in range(length):
        after = (number + 1) % length
        text = f"title: A{number}\ngoal: trygg-hemgang\ndepends_on: [a{after}]\n"
        files[full(f"activities/a{number}.yaml")] = text.encode()
    ring = [one for one in RULES if one.name == "reference-cycle"]
    (found,) = find(files, ring)
    assert len(found.related) == length - 1
    files[full(f"activities/a{length - 1}.yaml")] = b"title: Slut\ngoal: trygg-hemgang\n"
    assert find(files, ring) == []


def test_direction_document_is_asked_for_nothing():
    """A direction document without anyone responsible, dates or projektplaner comes out clean.

    000: ”ingen detaljerad handlingsplan för det lokala arbetet”.
    """
    files = {
        "roadmaps/orebro/roadmap.yaml": b"format: 1\ntitle: A\nyear: 2024\nprofile: direction\n",
        "roadmaps/orebro/areas/digitalisering.yaml": b"title: Digitalisering\n",
        "roadmaps/orebro/goals/moten.yaml": b"title: M\narea: digitalisering\n",
        "roadmaps/orebro/activities/hemmet.yaml": b"title: H\narea: digitalisering\n",
    }
    assert find(files, RULES) == []


def test_suggestions_stay_fast():
    """Hundreds of misspelt references among thousands of goals each get the nearest name."""
    files = skeleton()
    for number in range(2000):
        files[full(f"goals/mal-{number:04}.yaml")] = f"title: M{number}\n".encode()
    for number in range(300):
        text = f"title: A\ngoal: mål-{number:04}\n"
        files[full(f"activities/a{number:04}.yaml")] = text.encode()
    found = find(files, [unresolved_reference.check])
    hints = [one["hint"] for one in (describe(one, files) for one in found)]
    assert hints == [f"Menade du ”mal-{number:04}”?" for number in range(300)]
