"""What a finding is about, and how it is known again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fardplan.locales.text import Text
from fardplan.rules._base import Severity
from fardplan.rules._findings import Finding, Subject, find_subject, take_fingerprint
from fardplan.source.collection import load
from fardplan.source.faults import Place
from tests.rules.past import Files
from tests.rules.small import full, skeleton

ACTIVITY = """\
title: Öva hembesök
goal: trygg-hemgang
responsible: socialnamnden
partners: [regionen, idrottsforeningen]
sub_activities:
  - id: uppstart
    title: Uppstart
    start: 2024
  - title: Avslut
risks:
  - {id: brist, title: Brist}
decision_points:
  - {title: Start}
  - {id: halvtid, title: Halvtid}
projektplan:
  financing:
    - {source: medel, year: 2024}
  timeline:
    milestones:
      - {id: beslut, title: Beslut, date: VT2024}
"""
FILES = skeleton() | {
    full("activities/hembesok.yaml"): ACTIVITY.encode(),
    full(
        "vision.yaml"
    ): b"title: V\nperspectives:\n  - {id: inv, title: I, statements: [{id: en, text: Jag.}]}\n",
    "roadmaps/glossary.yaml": b"format: 1\nterms:\n  - {id: sip, term: SIP}\n",
}
COLLECTION = load(Files(FILES)).collection


@pytest.mark.parametrize(
    ("name", "route", "subject", "path"),
    [
        ("activities/hembesok.yaml", (), "activity exempel/hembesok", ""),
        ("activities/hembesok.yaml", ("projektplan",), "activity exempel/hembesok", "projektplan"),
        (
            "activities/hembesok.yaml",
            ("projektplan", "financing", 0, "amount"),
            "activity exempel/hembesok",
            "projektplan/financing/0/amount",
        ),
        (
            "activities/hembesok.yaml",
            ("projektplan", "timeline", "milestones", 0, "date"),
            "milestone exempel/beslut",
            "date",
        ),
        ("activities/hembesok.yaml", ("sub_activities", 0, "start"), "sub_activity exempel/uppstart", "start"),
        (
            "activities/hembesok.yaml",
            ("sub_activities", 1, "title"),
            "activity exempel/hembesok",
            "sub_activities/1/title",
        ),
        ("activities/hembesok.yaml", ("partners", 1), "activity exempel/hembesok", "partners/idrottsforeningen"),
        ("activities/hembesok.yaml", ("responsible", 0), "activity exempel/hembesok", "responsible/socialnamnden"),
        (
            "activities/hembesok.yaml",
            ("decision_points", 1, "title"),
            "decision_point exempel/halvtid",
            "title",
        ),
        (
            "activities/hembesok.yaml",
            ("decision_points", 0, "title"),
            "activity exempel/hembesok",
            "decision_points/0/title",
        ),
        (
            "activities/hembesok.yaml",
            ("risks", 0, "title"),
            "activity exempel/hembesok",
            "risks/brist/title",
        ),
        ("activities/hembesok.yaml", ("title", 0), "activity exempel/hembesok", "title/0"),
        ("activities/hembesok.yaml", ("finns-inte", 0), "activity exempel/hembesok", "finns-inte/0"),
        ("roadmap.yaml", ("year",), "roadmap exempel", "year"),
        ("roadmap.yaml", ("related_plans", 0, "period"), "plan exempel/aldreplan", "period"),
        ("vision.yaml", ("perspectives", 0, "statements", 0, "text"), "statement exempel/en", "text"),
        ("organisations.yaml", ("bodies", 0, "organisation"), "body ledningsgruppen", "organisation"),
        ("glossary.yaml", ("terms", 0, "term"), "term sip", "term"),
    ],
)  # fmt: skip
def test_subject(name, route, subject, path):
    """A finding is about the innermost thing with an id; the path leads on from there, by ids."""
    found, names = find_subject(COLLECTION, full(name), route)
    assert (str(found), "/".join(names)) == (subject, path)


@pytest.mark.parametrize(
    ("path", "subject"),
    [
        ("roadmaps/exempel/goals/oläslig.yaml", "goal exempel/oläslig"),
        ("roadmaps/okand/roadmap.yaml", "roadmap okand"),
        ("roadmaps/okand/mål/a.yaml", "None"),
        ("fardplan.toml", "None"),
        ("roadmaps/exempel/roadmap.yml", "None"),
    ],
)
def test_subject_of_unread_file(path, subject):
    """A file that could not be read is about what its name says."""
    found, names = find_subject(COLLECTION, path, ())
    assert (str(found), names) == (subject, ())


def test_path_in_a_file_of_no_sort():
    """In a file that holds nothing of the model, the path is the route."""
    assert find_subject(COLLECTION, "fardplan.toml", ("severity", 0)) == (None, ("severity", "0"))


def test_title():
    """A subject bears its title, or its id where it has none."""
    inside, _ = find_subject(COLLECTION, full("activities/hembesok.yaml"), ("sub_activities", 0))
    assert inside == Subject("exempel", "sub_activity", "uppstart", "Uppstart")
    bare, _ = find_subject(COLLECTION, "roadmaps/glossary.yaml", ("terms", 0))
    assert bare == Subject("", "term", "sip", "SIP")
    found, _ = find_subject(COLLECTION, full("activities/hembesok.yaml"), ())
    assert found == Subject("exempel", "activity", "hembesok", "Öva hembesök")


def test_key():
    """A baseline knows a finding by its rule, its subject or else its file, and the path there."""
    at = Place(1, 1, 1, 2)
    text = Text("Här.", "Here.")
    found = Finding(
        "a-rule", Severity.INFO, text, {}, None, "fardplan.toml", at, None, ("x", "y"), ""
    )
    assert found.key == ("a-rule", "fardplan.toml", "x/y")
    subject = Subject("exempel", "goal", "mal", "Mål")
    assert replace(found, subject=subject).key == ("a-rule", "goal exempel/mal", "x/y")


def test_fingerprint():
    """Rule, entity, path and values tell problems apart, and their borders do too."""
    prints = {
        take_fingerprint("a", "b", ("c",), ("d",)),
        take_fingerprint("a", "b", ("c", "d"), ()),
        take_fingerprint("a", "b", ("c",), ()),
        take_fingerprint("a", "b", (), ("c",)),
        take_fingerprint("a", "bc", (), ()),
        take_fingerprint("ab", "c", (), ()),
    }
    assert len(prints) == 6
    assert take_fingerprint("a", "b", ("c",), ("d",)) == take_fingerprint("a", "b", ("c",), ("d",))
