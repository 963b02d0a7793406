from __future__ import annotations

from dataclasses import replace

from fardplan.documents.blocks import Board, Card, Group, Quote, Section, Steps, Table, Unfold
from fardplan.documents.compose import opening, sections, sources
from fardplan.documents.compose.ongoing import ongoing
from fardplan.documents.compose.preconditions import preconditions
from fardplan.documents.compose.principles import principles
from fardplan.documents.compose.process import process
from fardplan.documents.compose.provenance import provenance
from fardplan.documents.compose.themes import themes
from fardplan.documents.compose.vision import vision
from fardplan.documents.document import walk
from fardplan.documents.inline import Link, plain
from fardplan.model.terms import Placement
from tests.documents.composing import edition, view_of, words

VISION = {
    "title": "Målbilden",
    "core_words": [{"id": "tillit", "title": "Tillit"}],
    "perspectives": [
        {
            "id": "vi",
            "title": "Samverkan",
            "question": "Hur?",
            "voice": "vi",
            "statements": [
                {"id": "ihop", "text": "Vi jobbar ihop."},
                {"id": "annan", "text": "Vi delar."},
            ],
        }
    ],
}


def _all(section, kind):
    return [part for part in walk(section) if isinstance(part, kind)]


def test_statements_say_what_answers_them():
    """Each statement names the principles, goals and areas that answer it, in any roadmap."""
    own = edition("malbild", vision=VISION, goals={"g": {"title": "Mål", "statements": ["ihop"]}})
    other = edition(short_title="Planen", principles=[{"id": "p", "statement": "malbild/ihop"}])
    board = _all(vision(view_of(own, other)), Board)[0]
    assert [words(statement.blocks) for statement in board.statements] == [
        "Motsvaras av: Mål, vägledande princip (Planen)",
        "",
    ]


def test_a_way_to_a_principle_says_where_it_leads():
    """A principle with the statement's own words is named by the first of them where it is a link."""
    text = "Vi jobbar ihop, och vi gör det hela vägen hem till den som behöver det."
    statement = {"id": "ihop", "text": text}
    own_vision = {**VISION, "perspectives": [{"title": "Vi", "statements": [statement]}]}
    own = edition(vision=own_vision, principles=[{"id": "p", "statement": "ihop"}])
    (board,) = _all(vision(view_of(own)), Board)
    (link,) = _all(board, Link)
    assert (link.href, plain(link.content)) == (
        "#principle-p", "den vägledande principen ”Vi jobbar ihop, och vi gör det hela\u00a0…”",
    )  # fmt: skip


def test_linked_vision_is_folded():
    """A målbild that stands elsewhere is named, and its statements can be unfolded."""
    plain_edition = edition()
    linked = plain_edition.roadmap.model_copy(update={"vision": "malbild"})
    own = replace(plain_edition, roadmap=linked)
    other = edition("malbild", vision=VISION, title="Länets målbild")
    section = vision(view_of(own, other))
    assert words(section).startswith("Målbild Färdplanen ska leda till Länets målbild")
    unfold = _all(section, Unfold)[0]
    assert [plain(one.text) for one in _all(unfold, Board)[0].statements] == [
        "Vi jobbar ihop.",
        "Vi delar.",
    ]


def test_principles_in_boxes():
    """A principle is a box with its title, or with the words of the statement it builds on."""
    own = edition(
        vision=VISION,
        principles=[
            {"id": "a", "statement": "ihop"},
            {"title": "Dela", "statement": "annan"},
            {"text": "Egen princip."},
        ],
        cross_cutting=[{"title": "Jämlik hälsa", "text": "Alltid."}],
    )
    section = principles(view_of(own))
    cards = _all(section, Card)
    assert [(plain(card.title), words(card.blocks)) for card in cards] == [
        ("Vi jobbar ihop.", ""),
        ("Dela", "Ur målbilden: ”Vi delar.”"),
        ("Egen princip.", ""),
    ]
    assert "Jämlik hälsa Alltid." in words(section)


def test_precondition_has_its_activities():
    """A precondition is numbered, and holds its activities with what is said of their projektplan."""
    own = edition(
        preconditions=[
            {"id": "plan", "title": "Gemensam plan", "begins_by": 2023},
            {"title": "Tom"},
        ],
        activities={"direktiv": {"title": "Ta fram direktiv", "precondition": "plan"}},
    )
    numbered = [part for part in _all(preconditions(view_of(own)), Section) if part.number]
    first, second = numbered
    assert (first.number, second.number) == ("1", "2")
    assert "Ta fram direktiv" in words(first)
    assert "rojektplan saknas" in words(first)
    assert "inga aktiviteter ännu" in words(second)


def test_theme_preparation():
    """A theme says what was found out before it: weaknesses, strengths, measures."""
    own = edition(
        themes=[
            {
                "title": "Navet",
                "awareness_year": "2023–2024",
                "preparation": {
                    "weaknesses": ["Få"],
                    "strengths": ["Nära"],
                    "groups": ["residents"],
                },
            }
        ]
    )
    assert words(themes(view_of(own))) == (
        "Teman Navet Uppmärksamhetsår 2023–2024 Inför temat Deltagare Invånare "
        "Brister Få Styrkor Nära"
    )


def test_steps_name_what_comes_first():
    """A step that waits for another names it by its number in the phase, else by its title."""
    own = edition(
        phases=[
            {"when": "2023", "steps": [{"id": "val", "title": "Välja", "state": "done"}]},
            {
                "when": "2024",
                "steps": [
                    {"id": "start", "title": "Börja", "after": "val", "kind": "workshop"},
                    {"title": "Mäta", "after": "start"},
                ],
            },
        ]
    )
    steps = [step for block in _all(process(view_of(own)), Steps) for step in block.steps]
    assert [words(step) for step in steps] == [
        "Välja [Klart]",
        "Börja Efter Välja [Workshop]",
        "Mäta Efter Steg 1",
    ]


def test_cycle_is_closed():
    """A cycle whose last step leads to the first says so."""
    own = edition(cycle={"title": "Så arbetar vi", "closed": True, "steps": ["Välja", "Göra"]})
    assert [block.closed for block in _all(process(view_of(own)), Steps)] == [True]


def test_provenance_in_numbers():
    """What was counted stands with its number, and where each proposal ended up."""
    own = edition(
        goals={"g": {"title": "Målet"}},
        provenance={
            "counts": [{"what": "Postlappar", "value": "849", "categories": 23}],
            "prioritised": [{"title": "Stärk navet", "found_in": [{"goal": "g"}]}],
        },
    )
    said = words(provenance(view_of(own)))
    assert "849 postlappar i 23 kategorier" in said
    assert "Stärk navet Återfinns i Målet" in said


def test_ongoing_by_quality():
    """Ongoing work stands under its quality, nested, with place and mode, and says it is a choice."""
    own = edition(
        ongoing={
            "selection": True,
            "items": [
                {"title": "Mobila team", "quality": "continuity", "mode": "Breddinförande"},
                {"title": "En väg in", "quality": "accessibility", "items": [{"title": "1177"}]},
            ],
        }
    )
    assert words(ongoing(view_of(own))) == (
        "Det här pågår Tillgänglighet En väg in 1177 Kontinuitet Mobila team (Breddinförande) "
        "Listan är ett urval."
    )


def test_sections_in_their_place():
    """A section stands where it says, with its lists, quotations, figures and questions."""
    own = edition(
        references=[{"id": "r", "title": "Rapporten"}],
        sections=[
            {
                "title": "Varför?",
                "place": "first",
                "text": "Därför.",
                "lists": [
                    {"force": "need", "items": ["Ett"]},
                    {"lead": "Som:", "force": "example"},
                ],
                "quotations": [{"text": "Ordagrant.", "cites": {"document": "r", "page": "15"}}],
                "figures": [
                    {
                        "title": "Staplar",
                        "data": [{"label": "Äldre", "value": "7,50", "unit": "%"}],
                    },
                    {"title": "Hjulet", "kind": "wheel", "text": "I mitten.", "data": None},
                ],
                "questions": [{"to": "du", "text": "Vad kan du göra?"}],
            }
        ],
    )
    (section,) = sections.sections_at(view_of(own), Placement.FIRST)
    assert plain(_all(section, Quote)[0].source) == "Rapporten, s. 15"
    assert [[words(cell) for cell in row] for row in _all(section, Table)[0].cells] == [
        ["Äldre", "7,50 %"]
    ]
    said = words(section)
    assert "Det här behövs: Ett" in said
    assert "Figur (hjul): Hjulet I mitten. I källan är figuren en bild." in said
    assert "Vad kan du göra?" in said
    assert sections.sections_at(view_of(own), Placement.LAST) == ()


def test_drivers_in_a_section_of_their_name():
    """Where a section bears the name of the drivers' chapter, they stand in it and not beside it."""
    own = edition(
        drivers=["Fler äldre"],
        sections=[{"title": "Varför nära vård?", "place": "first", "text": "Därför."}],
    )
    (section,) = sections.sections_at(view_of(own), Placement.FIRST)
    assert words(section) == "Varför nära vård? Därför. Fler äldre"
    assert opening.drivers(view_of(own)) is None


def test_areas_that_are_not_chosen():
    """Where areas are still to be chosen, their place says why, when and by whom."""
    own = edition(
        areas_pending={"reason": "Gruppen väljer.", "due": "hösten 2023", "decided_by": "chefer"}
    )
    said = words(sections.areas_pending(view_of(own)))
    assert said.endswith("Gruppen väljer. Klart: hösten 2023 Beslutas av Chefsgruppen")


def test_annex_that_does_not_follow():
    """An annex that is named and not there says so."""
    own = edition(annexes=[{"number": "2", "title": "Organisation", "available": False}])
    assert (
        words(sources.annexes(view_of(own))) == "Bilagor Bilaga 2: Organisation [Följer inte med]"
    )


def test_readers():
    """Each kind of reader has a box that says what the roadmap means for them."""
    own = edition(readers=[{"group": "Du som är chef", "text": "Planera."}], summary="Kort.")
    assert words(opening.summary(view_of(own))) == (
        "Sammanfattning Kort. Vad betyder det för dig? Du som är chef Planera."
    )


def test_easy_read_and_translations():
    """The easy-read text and translations open the document, each in its language."""
    own = edition(easy_read="Lätt.", translations={"en": {"title": "Plan", "text": "Near."}})
    blocks = opening.opening(view_of(own))
    assert words(blocks) == "Lättläst Lätt. På engelska Plan Near."
    assert [part.lang for part in _all(blocks, Group) if part.lang] == ["en"]
