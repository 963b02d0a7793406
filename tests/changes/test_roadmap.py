"""The front of a roadmap: what each key of roadmap.yaml says, and the parts in it."""

from __future__ import annotations

import pytest

from tests.changes.editions import diff, front, told

R = "roadmap/lanet"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("status: draft", "status: adopted", {f"minor adopted {R} status"}),
        ("status: in_force", "status: draft", {f"major unadopted {R} status"}),
        ("status: adopted", "status: in_force", {f"minor status-changed {R} status"}),
        ("status: in_force", "status: withdrawn", {f"major dropped {R} status"}),
        ("version: '1'", "version: '1.0'", set()),
        ("version: '1.9'", "version: '1.10'", {f"editorial metadata-changed {R} version"}),
        ("validity: {to: 2026}", "validity: {to: 2028}", {f"minor metadata-changed {R} validity/to"}),
        ("next_revision: 2025", "next_revision: 2026", {f"major date-slipped {R} next_revision"}),
        ("updated: 2024-01", "updated: 2024-02", {f"editorial metadata-changed {R} updated"}),
        ("accountable: chefsgruppen", "accountable: socialnamnden", {f"minor responsible-changed {R} accountable"}),
        ("owners: regionen", "owners: [regionen, kumla]", {f"minor party-joined {R} owners"}),
        ("parties: [regionen, kumla]", "parties: [regionen]", {f"major party-left {R} parties"}),
        ("parties: [kumla, laxa]", "parties: [alla-kommuner]", {f"minor metadata-changed {R} parties"}),
        ("parties: [kumla]", "parties: [alla-kommuner]", {f"minor party-joined {R} parties"}),
        ("owners: kumla", "owners: kumla\nparties: [kumla]", {f"minor metadata-changed {R} parties"}),
        ("actors: [kumla]", "actors: [laxa]", {f"minor metadata-changed {R} actors"}),
        ("purpose: För alla", "purpose: För många", {f"editorial reworded {R} purpose"}),
        ("key_points: [A, B]", "key_points: [B, A]", {f"editorial reordered {R} key_points"}),
        ("key_points: [Ko\u0308pa in]", "key_points: [K\u00f6pa in]", set()),
        ("key_points: [A, B]", "key_points: [A, C]", {f"editorial reworded {R} key_points"}),
        ("registry_number: A 1", "registry_number: A 2", {f"minor metadata-changed {R} registry_number"}),
        ("reporting: {to: chefsgruppen}", "", {f"minor metadata-changed {R} reporting"}),
        ("expectations: [{text: Bidra}]", "", {f"minor removed {R} expectations/0"}),
        ("expected: [{title: Ny modell, date: 2025}]", "", {f"minor removed {R} expected/0"}),
        ("expected: [{id: a, title: A}, {id: b, title: B}]", "expected: [{id: b, title: B}, {id: a, title: A}]", {f"editorial reordered {R} expected"}),
        ("references: [{id: a, title: A}, {id: b, title: B}]", "references: [{id: b, title: B}, {id: a, title: A}]", set()),
        ("references: [{id: a, title: A}]", "", {"editorial removed reference/a"}),
        ("", "language: sv", set()),
        ("", "language: en", {f"editorial metadata-changed {R} language"}),
        ("annexes: [{number: '1', title: A}]", "annexes: [{number: '1', title: A, available: true}]", set()),
        ("annexes: [{number: '1', title: A}]", "annexes: [{number: '1', title: A, available: false}]", {"minor metadata-changed annex/1 available"}),
        ("annexes: [{number: '1', title: A}]", "annexes: [{number: '1', title: B}]", {"minor renamed annex/1 title"}),
        ("annexes: [{number: '1', id: a, title: A}]", "annexes: [{number: '1', id: b, previously: [a], title: A}]", {"minor metadata-changed annex/1 id"}),
        ("cycle: {id: a, title: T}", "cycle: {id: b, title: T}", {f"editorial reidentified {R} cycle"}),
        ("assignments: [{id: a, title: A, to: kumla}]", "assignments: [{id: a, title: A, to: laxa}]", {"minor responsible-changed assignment/a to"}),
        (
            "decisions: [{id: d, kind: adopt, state: pending}]",
            "decisions: [{id: d, kind: adopt, state: decided, date: 2024-11-04}]",
            {"minor adopted decision/d state", "minor metadata-changed decision/d date"},
        ),
        ("funding: [{id: m, title: M, kind: own_budget}]", "funding: [{id: m, title: M, kind: eu_fund}]", {"minor financing-source-changed funding/m kind"}),
        ("assignments: [{id: a, title: A, by: kumla}]", "assignments: [{id: a, title: A, by: laxa}]", {"minor metadata-changed assignment/a by"}),
        ("reporting: {to: chefsgruppen}", "reporting: {to: socialnamnden}", {f"minor metadata-changed {R} reporting/to"}),
        (
            "decision_path: [{id: a, title: A, bodies: [chefsgruppen, socialnamnden]}]",
            "decision_path: [{id: a, title: A, bodies: [socialnamnden, chefsgruppen]}]",
            {"editorial reordered decision_step/a bodies"},
        ),
        (
            "decision_path: [{id: a, title: A, bodies: [chefsgruppen]}]",
            "decision_path: [{id: a, title: A, bodies: [chefsgruppen, chefsgruppen]}]",
            set(),
        ),
        (
            "annexes: [{number: '1', title: A}, {number: '2', title: B}]",
            "annexes: [{number: '2', title: B}, {number: '1', title: A}]",
            {f"editorial reordered {R} annexes"},
        ),
        (f"external_goals: [{{title: {'a' * 60}}}]", "", {f"editorial removed {R} external_goals/{'a' * 60}"}),
        (f"external_goals: [{{title: {'a' * 61}}}]", "", {f"editorial removed {R} external_goals/0"}),
        ("bodies: [{id: g, title: Gruppen}]", "bodies: [{id: g, title: Laget}]", {"minor renamed body/g title"}),
        (
            "principles: [{id: a, title: Ett}, {id: b, title: Två}]",
            "principles: [{id: b, title: Två}, {id: a, title: Ett}]",
            {f"editorial reordered {R} principles"},
        ),
        (
            "principles: [{id: a, statement: riket/x}]",
            "principles: [{id: a, statement: riket/y}]",
            {"minor metadata-changed principle/a statement"},
        ),
        ("preconditions: [{id: a, title: Ledning, begins_by: 2024}]", "preconditions: [{id: a, title: Ledning, begins_by: 2025}]", {"major date-slipped precondition/a begins_by"}),
        (
            "preconditions: [{id: a, title: Ledning, active: mandatperioden}]",
            "preconditions: [{id: a, title: Ledning, active: 2022-10-15 – 2026-10-14}]",
            {"editorial date-changed precondition/a active"},
        ),
        ("themes: [{id: a, title: Nav}]", "themes: [{id: a, title: Nav}, {id: b, title: Hälsa}]", {"minor added theme/b"}),
        ("events: [{id: a, kind: workshop, title: V, when: 2024}]", "events: [{id: a, kind: workshop, title: V, when: 2025}]", {"editorial date-slipped event/a when"}),
        ("phases: [{id: f, steps: [{id: s, title: Mäta, when: 2024}]}]", "phases: [{id: f, steps: [{id: s, title: Mäta, when: 2025}]}]", {"major date-slipped step/s when"}),
        ("phases: [{id: f, steps: [{id: s, title: Mäta}]}]", "phases: [{id: f, steps: [{id: s, title: Mäta, state: done}]}]", {"minor completed step/s state"}),
        ("implements: [{roadmap: riket}]", "implements: [{roadmap: riket, reviewed: '1.0'}]", {f"editorial metadata-changed {R} implements/roadmap/riket/reviewed"}),
    ],
)  # fmt: skip
def test_front(old, new, expected):
    """One changed key of roadmap.yaml is told as what it means, with its level."""
    assert told(diff(front(old), front(new))) == expected


def test_order_of_what_shares_its_place():
    """What is told at one and the same place stands in an order of its own, not in that of a file."""
    rows = ["{document: a, kind: derived_from}", "{document: a, kind: cites}"]
    head = "references: [{id: a, title: A}]"
    one, other = (
        front(f"{head}\nrelations: [{', '.join(written)}]") for written in (rows, rows[::-1])
    )
    assert diff(one, front(head)) == diff(other, front(head))
    assert diff(front(head), one) == diff(front(head), other)
    assert len(diff(front(head), one)) == 2


def test_translations():
    """Each language is compared field by field with itself, and comes or goes on its own."""
    both = "translations: {{en: {{title: {}, text: Same}}, fi: {{title: Tiekartta}}}}\n"
    path = ("translations", "en", "title")
    (change,) = diff({"roadmap.yaml": both.format("Map")}, {"roadmap.yaml": both.format("Roadmap")})
    assert (change.path, change.old, change.new) == (path, "Map", "Roadmap")
    one = "translations: {en: {title: Map, text: Same}}\n"
    (gone,) = diff({"roadmap.yaml": both.format("Map")}, {"roadmap.yaml": one})
    assert (gone.path, gone.new) == (("translations", "fi"), None)


def test_the_only_one_of_its_kind():
    """A part that stands alone is compared by its fields, its id among them."""
    cycle = "cycle: {{id: {}, title: {}, steps: [{{title: Lyssna}}]}}\n".format
    renamed = diff({"roadmap.yaml": cycle("hjul", "Hjul")}, {"roadmap.yaml": cycle("hjul", "Varv")})
    assert [(c.path, c.old, c.new) for c in renamed] == [(("cycle", "title"), "Hjul", "Varv")]
    (other,) = diff({"roadmap.yaml": cycle("hjul", "Hjul")}, {"roadmap.yaml": cycle("ar", "Hjul")})
    assert (other.kind, other.old, other.new) == ("reidentified", "hjul", "ar")


def test_step_that_moves_into_a_new_phase():
    """What is in a new part without an id is compared with what it was elsewhere."""
    heard, measured = "{id: t, title: Lyssna}", "{{id: s, title: {}}}".format
    old = f"phases: [{{title: Alfa, steps: [{measured('Mäta')}, {heard}]}}]\n"
    new = (
        f"phases: [{{title: Alfa, steps: [{heard}]}}, "
        f"{{title: Något annat, text: Ord, steps: [{measured('Mäta om')}]}}]\n"
    )
    found = diff({"roadmap.yaml": old}, {"roadmap.yaml": new})
    assert [(str(one.kind), one.entity.kind, one.path) for one in found] == [
        ("added", "roadmap", ("phases", 1)),
        ("renamed", "step", ("title",)),
    ]
