from __future__ import annotations

from fardplan.documents.blocks import Table, Timeline
from fardplan.documents.compose.adoption import adoption
from fardplan.documents.compose.decisions import consultations, decision_path
from fardplan.documents.compose.steering import follow_up, steering
from fardplan.documents.document import walk
from fardplan.documents.inline import plain
from tests.documents.composing import edition, view_of, words


def _rows(section):
    table = next(part for part in walk(section) if isinstance(part, Table))
    return [[words(cell) for cell in row] for row in table.cells]


def test_adoption_row_by_row():
    """Each party has its row, classes taken apart, those who have it left to do too."""
    section = adoption(
        view_of(
            edition(
                adoption={"required_of": ["regionen", "alla-kommuner"], "by": "2024-06"},
                adoptions=[
                    {
                        "parties": ["norr"],
                        "state": "decided",
                        "kind": "adopt",
                        "when": "2024-03-04",
                        "body": "styrelsen",
                        "paragraph": "7",
                    }
                ],
            )
        )
    )
    assert _rows(section) == [
        [
            "Norra kommun",
            "[Beslutat]",
            "4 mars 2024",
            "Anta, Kommunstyrelsen, § 7",
        ],
        ["Region Prov", "[Ännu inte beslutat]", "", ""],
        ["Södra kommun", "[Ännu inte beslutat]", "", ""],
    ]
    assert "1 av 3 parter har beslutat." in words(section)
    assert "senast juni 2024" in words(section)


def test_adoption_of_several_documents():
    """Where several documents are adopted, each row says which."""
    rows = _rows(
        adoption(
            view_of(
                edition(
                    references=[{"id": "a", "title": "Plan A"}, {"id": "b", "title": "Plan B"}],
                    adoptions=[
                        {"parties": ["norr"], "state": "decided", "document": "a"},
                        {"parties": ["norr"], "state": "prepared", "document": "b"},
                    ],
                )
            )
        )
    )
    assert [(row[1], row[-1]) for row in rows] == [("[Beslutat]", "Plan A"), ("[Berett]", "Plan B")]


def test_path_to_decision():
    """A step says who takes it, and when: in its own words, or when its meeting was."""
    section = decision_path(
        view_of(
            edition(
                events=[
                    {"id": "s", "kind": "seminar", "title": "Seminarium", "when": "2021-04-23"}
                ],
                decision_path=[
                    {"title": "Seminarium", "event": "s"},
                    {"title": "Beredning", "bodies": ["chefer"], "body_role": "prepares"},
                ],
            )
        )
    )
    moments = next(part for part in walk(section) if isinstance(part, Timeline)).moments
    assert [plain(moment.when) for moment in moments] == ["23 april 2021", "Tid anges inte"]
    assert [words(moment.blocks) for moment in moments] == ["", "Chefsgruppen bereder"]


def test_bodies_that_are_referred_to():
    """The groups of the roadmap, and the shared ones it names, stand with their members by role."""
    own = {
        "id": "grupp",
        "title": "Arbetsgruppen",
        "members": [{"role": "Socialchef", "organisation": "norr", "count": 2, "chair": True}],
    }
    said = words(steering(view_of(edition(bodies=[own], accountable="chefer"))))
    assert "Arbetsgruppen Medlemmar: Socialchef (2), Norra kommun, ordförande" in said
    assert "Chefsgruppen för samverkan (Chefsgruppen)" in said
    assert "Kommunstyrelsen" not in said


def test_owners_that_are_the_parties():
    """Owners and parties that are the same stand on one line."""
    owners = ["regionen", "alla-kommuner"]
    both = words(steering(view_of(edition(owners=owners, parties=["alla-kommuner", "regionen"]))))
    assert both.startswith("Styrning och ansvar Parter Ägare och parter Region Prov, Alla kommuner")
    assert "Ägare Region Prov" in words(steering(view_of(edition(owners=owners, parties=["norr"]))))


def test_reporting_is_said_once():
    """What the follow-up and the reporting both say stands once."""
    said = words(
        follow_up(
            view_of(
                edition(
                    follow_up={"report_to": "chefer", "frequency": "yearly", "method": ["survey"]},
                    reporting={"to": "chefer", "frequency": "yearly"},
                )
            )
        )
    )
    assert (said.count("Chefsgruppen"), said.count("Varje år"), said.count("Enkät")) == (1, 1, 1)


def test_expectations_by_party():
    """What is expected stands under those it is expected of, with its force."""
    said = words(
        steering(
            view_of(
                edition(
                    expectations=[
                        {"on": "norr", "text": "Ta fram en plan."},
                        {"on": "regionen", "text": "Betala."},
                        {"on": "norr", "text": "Följ upp.", "force": "guidance"},
                    ]
                )
            )
        )
    )
    assert "Norra kommun: Ta fram en plan. Följ upp. [Vägledande]" in said


def test_consultation():
    """A consultation says whom it went to, and each answer has its row."""
    section = consultations(
        view_of(
            edition(
                consultations=[
                    {
                        "title": "Remiss",
                        "last_day": "2024-05-31",
                        "addressees": ["norr"],
                        "answers": [{"party": "norr", "stance": "supports", "text": "Bra."}],
                    }
                ]
            )
        )
    )
    assert _rows(section) == [["Norra kommun", "Tillstyrker", "Bra.", "", ""]]
    assert "31 maj 2024" in words(section)
