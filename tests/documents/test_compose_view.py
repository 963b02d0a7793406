from __future__ import annotations

from dataclasses import replace

import pytest

from fardplan.documents.blocks import Fact, Item
from fardplan.documents.compose import _generic
from fardplan.documents.inline import Link, Muted, plain
from fardplan.model.links import Link as Reference
from fardplan.model.projektplan import Financing
from fardplan.model.steering import Body, Reporting
from tests.documents.composing import edition, view_of, words

COUNTY = edition(
    "lanet",
    title="Länets gemensamma färdplan",
    short_title="Länets färdplan",
    goals={"hemma": {"title": "Vård hemma"}},
)
LOCAL = edition(
    goals={"eget": {"title": "Eget mål"}},
    references=[{"id": "rapport", "title": "Rapporten"}],
)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("eget", Link("Eget mål", "#goal-eget")),
        ("lanet/hemma", "Vård hemma (Länets färdplan)"),
        ("finns-inte", Muted("finns-inte")),
    ],
)
def test_reference(written, shown):
    """A reference leads to its place, is told with the other roadmap's name, or stays as written."""
    assert view_of(LOCAL, COUNTY).link(written, "goal") == shown


def test_reference_to_another_document():
    """Where the other roadmap's document has an address, the link leads into it."""
    places = {"goal": "../lanet/#goal-hemma", "roadmap": "../lanet/"}
    view = view_of(LOCAL, COUNTY, places=lambda entity: places[entity.kind])
    assert view.link("lanet/hemma", "goal") == Link(
        "Vård hemma (Länets färdplan)", "../lanet/#goal-hemma"
    )
    assert view.link("lanet", "roadmap") == Link("Länets färdplan", "../lanet/")


def test_body_by_its_short_name():
    """Running text calls a group by its short name."""
    assert view_of(LOCAL).title_of("body", "chefer") == "Chefsgruppen"


def test_principle_is_called_by_its_statement():
    """A principle without a title is called what its statement says, also from elsewhere."""
    vision = {
        "title": "V",
        "perspectives": [
            {"title": "P", "statements": [{"id": "ihop", "text": "Vi jobbar *ihop*."}]}
        ],
    }
    other = edition("malbild", vision=vision)
    own = edition(principles=[{"id": "ihop", "statement": "malbild/ihop"}])
    assert view_of(own, other).title_of("principle", "ihop") == "Vi jobbar ihop."


def test_no_anchor_twice():
    """An id that is written twice gives two anchors, so that the document can be made."""
    view = view_of(LOCAL)
    assert [view.anchor("goal", "x"), view.anchor("goal", "x")] == ["goal-x", "goal-x-2"]


def test_absent_field():
    """An absent field is nothing, unless a reader asks for it."""
    view = view_of(LOCAL)
    assert view.fact(LOCAL.roadmap, "version") is None
    assert view.asked(LOCAL.roadmap, "version") == Fact("Version", Muted("anges inte"))


@pytest.mark.parametrize(
    ("amount", "unit", "sv", "en"),
    [
        ("1200000", None, "1 200 000 kr", "SEK 1,200,000"),
        ("3,5", "MSEK", "3,5 mnkr", "SEK 3.5 million"),
    ],
)
def test_sum_of_money(amount, unit, sv, en):
    """A sum stands with its unit as the language writes it, kronor where none is written."""
    row = Financing.model_validate({"amount": amount, "unit": unit})
    said = [plain(view_of(LOCAL, lang=lang).spoken(row, "amount")) for lang in ("sv", "en")]
    assert [one.replace("\u00a0", " ") for one in said] == [sv, en]


def test_labels_follow_the_language():
    """A field is called by its Swedish title, or by its key in English."""
    body = Body.model_validate({"title": "Rådet", "part_of": "chefer"})
    labels = [view_of(LOCAL, lang=lang).fact(body, "part_of") for lang in ("sv", "en")]
    assert [fact.label for fact in labels if fact] == ["Del av", "Part of"]


def test_rest_says_every_field():
    """What has no form of its own is shown field by field, and nothing is left out."""
    reporting = Reporting.model_validate(
        {"to": "chefer", "frequency": "yearly", "dates": ["2024-05", "hösten 2024"], "text": "Ja."}
    )
    facts = view_of(LOCAL).rest(reporting, "text")
    assert [(fact.label, plain(fact.value)) for fact in facts] == [
        ("Till", "Chefsgruppen"),
        ("Hur ofta", "Varje år"),
        ("Datum", "Maj 2024, hösten 2024"),
    ]


def test_values_in_a_list():
    """A value in a list is headed by its title, and what else it says stands under it."""
    body = Body.model_validate(
        {"id": "radet", "title": "Rådet", "members": [{"role": "Chef", "count": 2}]}
    )
    item = _generic.item_of(view_of(LOCAL), body)
    assert (item.content, item.anchor) == (("Rådet",), "body-radet")
    assert words(item) == "Rådet Medlemmar Chef Antal 2"
    assert isinstance(item, Item)


def test_reviewed_reference():
    """A reference says which version it was last reviewed against."""
    link = Reference.model_validate({"goal": "lanet/hemma", "reviewed": "1.0"})
    said = plain(view_of(LOCAL, COUNTY).link_target(link))
    assert said == "Vård hemma (Länets färdplan) (avstämt mot version 1.0)"


def test_one_note_for_one_source():
    """The same page of the same document is one note, however often it is cited."""
    view = view_of(LOCAL)
    cited = {"title": "R", "sources": [{"document": "rapport", "page": "3"}], "remarks": "Tolkat."}
    one, other = (Body.model_validate(cited) for _ in range(2))
    assert view.sources_note(one) == view.sources_note(other)
    assert [plain(note.content) for note in view.notes.all()] == ["Rapporten, s. 3", "Tolkat."]


def test_unknown_field_is_a_mistake():
    """Asking for a field that a model lacks is an error in the program, not an empty answer."""
    with pytest.raises(KeyError, match="'colour'"):
        view_of(replace(LOCAL)).spoken(Body(title="R"), "colour")
