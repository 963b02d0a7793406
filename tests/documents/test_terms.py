"""Terms of the glossary: where they are found in a text, and how a page explains them."""

from __future__ import annotations

import re

import pytest

from fardplan.documents.blocks import Paragraph, Prose, Section, bullets
from fardplan.documents.document import Document
from fardplan.documents.html.render import render_html
from fardplan.documents.inline import Link, Strong, Term
from fardplan.documents.prose import render_prose
from fardplan.documents.terms import Explanation, find_mentions

AIM = Explanation("mal", "mål", "Det som ska nås.")
ACTOR = Explanation("aktor", "aktör", "Den som arbetar med vård.")
PLAN = Explanation("sip", "samordnad individuell plan", "En plan.", "SIP")
NURSE = Explanation("mas", "MAS", "En sjuksköterska.")
CARE = Explanation("vard", "vård", "Hjälp.")
CLOSE = Explanation("nara-vard", "nära vård", "Vård som är nära.")
ALL = (AIM, ACTOR, PLAN, NURSE, CARE, CLOSE)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mål, aktörer och en SIP", ["Mål", "aktörer", "SIP"]),
        ("målets aktörens målen aktör", ["målets", "aktörens"]),
        ("en samordnad individuell plan (SIP)", ["samordnad individuell plan"]),
        ("SIP:s och MAS:s", ["SIP:s", "MAS:s"]),
        ("nära vård, vård", ["nära vård", "vård"]),
        ("omvård, vård-, målbild, delmål, mas, sip, vårdval", []),
    ],
)
def test_mentions(text, found):
    """Whole words with any ending, once each; the longer of two; abbreviations as they are."""
    assert [text[one.start : one.end] for one in find_mentions(text, ALL)] == found


def test_nothing_to_find():
    """Without terms no text has a mention."""
    assert list(find_mentions("mål", ())) == []


def _page(template, *chapters):
    sections = tuple(Section(f"k{n}", f"mål {n}", blocks) for n, blocks in enumerate(chapters))
    html = render_html(Document(lang="sv", title="mål", sections=sections, terms=ALL), template)
    return html.partition("<body")[2]


def test_each_chapter_explains_a_term_once(template):
    """The first mention in running text is a button, in each chapter anew; headings have none."""
    blocks = (Paragraph("Ett mål."), Prose("Ett mål och en *aktör*."), bullets("aktören"))
    page = _page(template, blocks, (Prose("## mål\n\nEtt mål."),))
    assert re.findall(r'popovertarget="_term-(\w+)">([^<]+)</button>', page) == [
        ("mal", "mål"), ("aktor", "aktör"), ("mal", "mål"),
    ]  # fmt: skip
    assert re.findall(r'<div id="(\S+)" class="explanation" popover', page) == [
        "_term-mal", "_term-aktor",
    ]  # fmt: skip


def test_words_of_links_and_stressed_words_are_left(template):
    """What is a link already is none of ours, and a heading is not running text."""
    blocks = (
        Paragraph((Link("mål", "https://a.se"), " ", Strong("mål"), " mål")),
        Prose("[vård](https://a.se) `vård` **vård**"),
    )
    page = _page(template, blocks)
    assert page.count("</strong> <button") == 1
    assert '<strong><button type="button" class="term" popovertarget="_term-vard">' in page


@pytest.mark.parametrize("prose", [False, True])
def test_punctuation_stays_beside_its_term(template, prose):
    """Marks around a term stand on its line; other text may begin a new one."""
    text = "Vi vill (nära vård), och aktörer & sedan mål."
    inline = (text[:18], text[18:])
    page = _page(template, (Prose(text) if prose else Paragraph(inline),))
    close, actor, aim = re.findall(r'<button type="button" class="term".*?</button>', page)
    assert (
        f'Vi vill <span class="whole">({close}),</span> och {actor} &amp; sedan '
        f'<span class="whole">{aim}.</span></p>'
    ) in page


def test_a_term_with_its_own_words_is_explained_too(template):
    """A word that brings its explanation opens it; the same one twice has one box."""
    term = Term("<b>", "En & annan")
    page = _page(template, (Paragraph((term, " ", term)),))
    assert page.count('popovertarget="_term-own-1">&lt;b&gt;</button>') == 2
    assert page.count('<div id="_term-own-1"') == 1
    assert "</strong> En &amp; annan</p>" in page


def test_the_users_markdown_makes_no_buttons():
    """Only the program writes a button."""
    assert "<button" not in render_prose('<button popovertarget="x">Nej</button>', 2, "sv")
