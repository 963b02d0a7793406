from __future__ import annotations

import pytest

from fardplan.documents.blocks import (
    Card,
    Cards,
    Image,
    Item,
    Items,
    Paragraph,
    Section,
    Table,
    bullets,
)
from fardplan.documents.document import Document, Note, dangling_links, note_numbers
from fardplan.documents.inline import (
    Badge,
    Deleted,
    Inserted,
    Link,
    NoteRef,
    Strong,
    Term,
    join,
    parts,
    plain,
    safe_href,
)


def _document(*blocks: object, **more: object) -> Document:
    return Document(lang="sv", title="T", sections=(Section("a", "A", blocks),), **more)  # type: ignore[arg-type]


def test_an_anchor_is_used_once():
    """The second use is refused, wherever it stands."""
    with pytest.raises(ValueError, match="the anchor 'a' is used twice"):
        _document(Items((Item("x", anchor="a"),)))


def test_a_note_is_defined_once_and_before_it_is_referred_to():
    """A missing and a doubled key are refused."""
    with pytest.raises(ValueError, match="no note has the key 'x'"):
        _document(Paragraph(NoteRef("x")))
    with pytest.raises(ValueError, match="the note 'x' is used twice"):
        _document(notes=(Note("x", "1"), Note("x", "2")))


def test_notes_are_numbered_in_the_order_of_mention():
    """What is mentioned first is 1; what is never mentioned has no number."""
    document = _document(
        Paragraph(("b", NoteRef("b"))),
        Paragraph((NoteRef("a"), NoteRef("b"))),
        notes=(Note("a", ""), Note("b", ""), Note("c", "")),
    )
    assert note_numbers(document) == {"b": 1, "a": 2}


def test_links_to_nowhere_can_be_found():
    """Links and cards are followed; `a` is the section."""
    cards = Cards((Card("x", href="#a"), Card("y", href="#b")))
    document = _document(Paragraph(("se ", Link("c", "#c"))), cards)
    assert dangling_links(document) == {"b", "c"}


def test_a_row_has_a_cell_for_each_heading():
    """A row that is too short is refused with its number."""
    with pytest.raises(ValueError, match="row 2 has 1 cells under 2 headings"):
        Table("", ("a", "b"), (("1", "2"), ("1",)))


def test_a_picture_lies_in_the_document():
    """An address on the network is refused."""
    with pytest.raises(ValueError, match="data:image"):
        Image("https://x.example/k.png", "karta")


def test_inline_text_takes_a_string_a_part_or_a_tuple():
    """Readers see a tuple of parts in each case."""
    assert parts("a") == ("a",)
    assert parts("") == ()
    assert parts(Strong("a")) == (Strong("a"),)
    assert join(["a", "", Strong("b"), ("c", "d")], "; ") == (
        "a",
        "; ",
        Strong("b"),
        "; ",
        "c",
        "d",
    )
    assert bullets("a", Strong("b")) == Items((Item("a"), Item(Strong("b"))))


def test_plain_words_leave_marks_out():
    """Badges, notes and deleted words are no part of a title."""
    title = ("Ett ", Strong(("två ", Link("tre", "#a"))), Badge("Ny"), Deleted("x"), Inserted(" fyra"), NoteRef("n"), Term(" SKR", "d"))  # fmt: skip
    assert plain(title) == "Ett två tre fyra SKR"


@pytest.mark.parametrize(
    ("href", "safe"),
    [
        ("https://x.se", "https://x.se"),
        (" mailto:a@x.se ", "mailto:a@x.se"),
        ("#a", "#a"),
        ("../1.0/", "../1.0/"),
        ("javascript:x", None),
        ("java\nscript:x", None),
        ("DATA:text/html,x", None),
        ("//x.se", None),
        ("/\\x.se", None),
        ("file:///etc", None),
        ("", None),
    ],
)
def test_only_safe_addresses_are_led_to(href, safe):
    """https, http, mailto, anchors and paths on the same site pass."""
    assert safe_href(href) == safe
