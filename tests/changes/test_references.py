"""What references lead to, by what it is called in each version."""

from __future__ import annotations

import pytest

from tests.changes.editions import AREA, diff, front, told
from tests.changes.test_stories import say

R = "roadmap/lanet"
PRINCIPLES = "principles: [{0}]\nthemes: [{{id: t, title: Nav, relates_to: {{{1}}}}}]"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (("{id: p, title: Ett}", "principle: p"), ("{id: q, title: Två}", "principle: q"), ["p (Ett) → q (Två)"]),
        (("{id: p, title: Ett}", "principle: p"), ("", "theme: t"), ["p (Ett) → t (Nav)"]),
        (("{id: p, title: Ett}", "principle: p"), ("{id: q, title: Ett, previously: [p]}", "principle: q"), []),
        (("", "principle: p"), ("", "principle: p"), []),
    ],
)  # fmt: skip
def test_link(old, new, expected):
    """A link that leads elsewhere is told by what it led to and leads to, each by its name then."""
    changes = diff(front(PRINCIPLES.format(*old)), front(PRINCIPLES.format(*new)))
    found = [one for one in changes if one.path == ("relates_to",)]
    assert [f"{say(one.old)} → {say(one.new)}" for one in found] == expected
    assert told(tuple(found)) <= {"minor metadata-changed theme/t relates_to"}


def test_organisation_with_a_new_name():
    """A party that both versions speak of and that is called something new is told."""
    old = {
        "roadmap.yaml": "parties: [landet]\n",
        "roadmaps/organisations.yaml": ORGANISATIONS.format("Länets landsting"),
    }
    new = {
        "roadmap.yaml": "parties: [landet]\n",
        "roadmaps/organisations.yaml": ORGANISATIONS.format("Region Länet"),
    }
    changes = diff(old, new)
    assert told(changes) == {"minor renamed organisation/landet title"}
    assert (changes[0].entity.roadmap, changes[0].entity.title) == ("", "Region Länet")
    assert (changes[0].old, changes[0].new) == ("Länets landsting", "Region Länet")
    new["roadmap.yaml"] = "parties: [annan]\n"
    assert told(diff(old, new)) == {
        f"major party-left {R} parties",
        f"minor party-joined {R} parties",
    }


ORGANISATIONS = (
    "format: 1\norganisations: [{{id: landet, title: {0}}}, {{id: annan, title: {0} 2}}]\n"
)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("parties: [a, b]", "parties: [b]", "a (Nämnd A) → null"),
        ("parties: [b]", "parties: [a, b]", "null → a (Förvaltning A)"),
        ("parties: [alla]", "parties: [b]", "alla (Nämnder) → null"),
        ("parties: [a]", "parties: [alla]", "null → alla (Förvaltningar)"),
        ("actors: [a]", "actors: [b]", "[a (Nämnd A)] → [b (Förvaltning B)]"),
        ("accountable: c", "accountable: d", "c (Nämnd C) → d (Förvaltning D)"),
        ("accountable: c", "", "c (Nämnd C) → null"),
        ("", "accountable: d", "null → d (Förvaltning D)"),
    ],
)
def test_each_version_has_its_own_names(old, new, expected):
    """What a reference leads to is called what it is called in the version where it stands."""
    shared = (
        "format: 1\norganisations: [{{id: a, title: {0} A}}, {{id: b, title: {0} B}}]\n"
        "classes: [{{id: alla, title: {0}{1}, members: [a, b]}}]\n"
        "bodies: [{{id: c, title: {0} C}}, {{id: d, title: {0} D}}]\n"
    )
    before, after = (
        {**front(text), "roadmaps/organisations.yaml": shared.format(*names)}
        for text, names in ((old, ("Nämnd", "er")), (new, ("Förvaltning", "ar")))
    )
    changes = [one for one in diff(before, after) if one.entity.kind == "roadmap"]
    assert [f"{say(one.old)} → {say(one.new)}" for one in changes] == [expected]


def test_the_same_word_for_something_else():
    """A reference that is written as before, but leads to another thing, is another one."""
    given = front("assignments: [{id: a, title: A, by: laget}]")
    old = {**given, "roadmap.yaml": given["roadmap.yaml"] + "bodies: [{id: laget, title: Laget}]\n"}
    shared = "format: 1\norganisations: [{id: laget, title: Laget AB}]\n"
    changes = diff(old, {**given, "roadmaps/organisations.yaml": shared})
    assert told(changes) == {"minor metadata-changed assignment/a by", "minor removed body/laget"}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("indicators/i.yaml", "title: Index\ngoals: [{}, c]\n"),
        ("goals/c.yaml", "title: Annat\ncontributes_to: [{}]\n"),
    ],
)
def test_list_that_leads_to_what_has_another_id(path, text):
    """A list that leads where it led has not changed, whatever the ids are now."""
    old, new = (
        {f"goals/{name}.yaml": f"title: Trygg hemgång\n{more}", path: text.format(name)}
        for name, more in (("a", ""), ("b", "previously: [a]\n"))
    )
    assert told(diff(old, new)) == {"editorial reidentified goal/b"}
    assert told(diff(new, old)) == {"editorial reidentified goal/a"}


BODIES = (
    "bodies: [{{id: {0}, title: {1}nämnden{2}}}, {{id: b, title: {1}styrelsen}}]\n"
    "phases: [{{id: f, title: F, steps: [{{id: s, title: S, bodies: [{3}]}}]}}]"
)


@pytest.mark.parametrize(
    ("bodies", "expected"),
    [
        ("b, c", ["[a (Länsnämnden), b (Länsstyrelsen)] → [b (Regionstyrelsen), c (Regionnämnden)]"]),
        ("c, b", []),
        ("c, b, c", []),
    ],
)  # fmt: skip
def test_order_of_references(bodies, expected):
    """In which order a step goes through bodies is told by their names, whatever their ids are."""
    old = front(BODIES.format("a", "Läns", "", "a, b"))
    changes = diff(old, front(BODIES.format("c", "Region", ", previously: [a]", bodies)))
    found = [one for one in changes if one.entity.kind == "step"]
    assert [f"{say(one.old)} → {say(one.new)}" for one in found] == expected
    assert told(tuple(found)) <= {"editorial reordered step/s bodies"}


def test_a_plan_has_its_name_of_each_version():
    """The plan that an area is handed over to is called what it is called then."""
    old, new = (
        {
            **front(f"related_plans: [{{id: e-plan, title: {title}}}]"),
            "areas/halsa.yaml": AREA + handed_over,
        }
        for title, handed_over in (("E-hälsoplan", ""), ("Digital plan", "delegated_to: e-plan\n"))
    )
    (over,) = (one for one in diff(old, new) if one.entity.kind == "area")
    (back,) = (one for one in diff(new, old) if one.entity.kind == "area")
    assert say(over.new) == say(back.old) == "e-plan (Digital plan)"


def test_names_inside_what_is_gone():
    """What a removed part refers to is called as it was when the part was there."""
    group = "bodies: [{id: grupp, kind: managers_group, title: Chefsgruppen}]"
    part = "sub_activities: [{title: Flytta in, responsible: [grupp]}]\n"
    (gone,) = (
        one
        for one in diff(
            {**front(group), "activities/a.yaml": f"title: A\n{part}"},
            {"activities/a.yaml": "title: A\n"},
        )
        if one.path[:1] == ("sub_activities",)
    )
    assert gone.details["titles"] == {"grupp": "Chefsgruppen"}
