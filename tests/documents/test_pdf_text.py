"""Whatever users write comes out as the text it is, in every field, and nothing refuses it."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, get_args

import page as page_validation
import pytest

from fardplan.documents import blocks, inline
from fardplan.documents.blocks import (
    Block,
    Image,
    Item,
    Items,
    Paragraph,
    Prose,
    Section,
    bullets,
)
from fardplan.documents.document import Document, walk
from fardplan.documents.engine import load_template
from fardplan.documents.html.render import render_html
from fardplan.documents.inline import Foreign, Link, Muted, Strong
from fardplan.documents.pdf.boxes import find_boxes
from fardplan.documents.pdf.render import render_pdf
from fardplan.documents.pdf.typst_data import language
from fardplan.documents.pdf.typst_prose import lay_prose
from fardplan.documents.pdf.typst_tables import lay_table
from fardplan.documents.pdf.typst_text import BREAK, clean, write
from fardplan.figures.drawing import Drawing
from fardplan.locales.text import Lang
from fardplan.source.resources import templates_dir
from tests.documents.html_reading import Event, read_page, squeeze
from tests.documents.pdf_reading import PdfFile
from tests.documents.sample import SAMPLE
from tests.documents.test_pdf import read_tree

TEMPLATE = load_template("roadmap", [templates_dir()])
MARKUP = '#eval("1+1") #panic("x") $x^2$ *a* _b_ `c` <label> @ref \\ ~ -- --- ... // k /* l */ = H'
HOSTILE = (
    MARKUP,
    "\\u{41} \\n \"citat\" 'enkla' [hak] {klammer} (rund) #{} #[] = rubrik + plus - minus / snedstreck: t",
    "emoji 😀 👨‍👩‍👧 🇸🇪, språk: čđŋšŧž ÁÄÅÖ שלום سلام 中文 Ελληνικά русский",
    "A" * 400,
    "https://exempel.se/" + "a1b2-" * 60,
    "fornamn.efternamn.med.langt.namn@socialforvaltningen.exempelkommun.se",
    "<script>alert('x')</script> &amp; &lt; \u00ad \u00a0 \u2028 rad",
    "{{ w.say('x') }} {% raw %}",
    "0",
)


def document_with(text: str) -> Document:
    """Return the sample with a text in every field that holds words of users."""
    document: Document = _with(SAMPLE, text)
    return document


def in_any_direction(events: list[Event]) -> list[Event]:
    """Return events with Hebrew and Arabic letters sorted: a PDF has them in the order seen."""
    return [
        tuple(
            _RIGHT_TO_LEFT.sub(lambda found: "".join(sorted(found[0])), str(part)) for part in one
        )
        for one in events
    ]


_RIGHT_TO_LEFT = re.compile("[\u0590-\u06ff]+")
_KEPT = {"anchor", "href", "lang", "key", "icon", "number", "data", "generator", "kind"}


def _with(value: Any, text: str) -> Any:
    if isinstance(value, tuple):
        return tuple(_with(one, text) if not isinstance(one, str) else text for one in value)
    if isinstance(value, (Drawing, Prose)) or not is_dataclass(value) or isinstance(value, type):
        return value
    changes = {}
    for field in fields(value):
        old = getattr(value, field.name)
        written = str(field.type)
        if field.name in _KEPT or written.startswith("Literal") or not field.init:
            continue
        if isinstance(old, str):
            changes[field.name] = text if old else old
        elif isinstance(old, tuple) or is_dataclass(old):
            changes[field.name] = _with(old, text)
    return replace(value, **changes)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_users_write_is_text(text: str) -> None:
    """The tree of a document made of it says what its page says, and both standards hold."""
    document = replace(document_with(text), metadata={"year": "2025", "version": text})
    data = render_pdf(document, TEMPLATE)
    file = PdfFile(data)
    page = render_html(document, TEMPLATE)
    assert in_any_direction(read_tree(file)) == in_any_direction(read_page(page))
    assert str(file.pdf.docinfo.Title) == clean(f"{text} – {text}")
    for profile in ("ua1", "2a"):
        report = page_validation.validate_pdf_bytes(data, profile=profile)
        assert [(one.rule_id, one.message) for one in report.failures] == []


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_is_text_too(text: str) -> None:
    """The words of users' Markdown come out the same as on the page."""
    words = text.replace("\\", "\\\\").replace("*", r"\*").replace("_", r"\_").replace("<", r"\<")
    prose = Prose(
        f"- {words}\n\n## {words}\n\n| a | b |\n|--|--|\n| {words.replace('|', '')} | x |\n"
    )
    document = Document(lang="sv", title="Prov", sections=(Section("a", "A", (prose,)),))
    tree = PdfFile(render_pdf(document, TEMPLATE))
    page = read_page(render_html(document, TEMPLATE))
    assert in_any_direction(read_tree(tree)) == in_any_direction(page)


def test_what_is_shown_as_boxes_is_found() -> None:
    """Signs that no font has are named once each; emoji, Arabic and Greek are in the fonts."""
    said = "emoji 😀 👨‍👩‍👧 🇸🇪 👍🏽 ✅ ❌ ⭐, سلام שלום Ελληνικά русский ქართული □"
    missing = "中文 and 文, ትግርኛ हि"
    chapters = [
        Section(name, name, (Paragraph(text),)) for name, text in (("a", said), ("b", missing))
    ]
    document = Document(lang="sv", title="Prov", sections=tuple(chapters))
    assert find_boxes(render_pdf(document, TEMPLATE)) == ("中", "文", "ት", "ግ", "ር", "ኛ", "हि")


def test_what_has_no_meaning_is_replaced() -> None:
    """Control characters, private ones and halves of characters are shown as what is missing."""
    assert (
        clean("a\x00b\ue000c\ud800d\uffff\U000f0000\tf\u200bg\ufeff")
        == "a\ufffdb\ufffdc\ufffdd\ufffd\ufffd fg"
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Samverkansöverenskommelsernasuppföljning", "Samverkansöverenskommelsernasuppföljning"),
        ("https://exempel.se/" + "a" * 90, "https://exempel.se/" + "a" * 90),
        ("namn.efternamn@exempel.se", f"namn.{BREAK}efternamn@{BREAK}exempel.{BREAK}se"),
        ("x" * 90, "x" * 30 + BREAK + "x" * 30 + BREAK + "x" * 30 + BREAK),
        ("2023-2026, §23", "2023–2026, §\u00a023"),
        ("kort", "kort"),
    ],
)  # fmt: skip
def test_long_codes_may_break(text: str, written: str) -> None:
    """Words are hyphenated and addresses broken by Typst; only codes get places to break."""
    assert write(text, "sv") == written


@pytest.mark.parametrize(
    ("code", "known"),
    [
        ("en", {"code": "en", "region": None}),
        ("EN-gb", {"code": "en", "region": "GB"}),
        ("zh-Hant-TW", {"code": "zh", "region": "TW"}),
        ("smj", {"code": "smj", "region": None}),
        ("svenska", None),
        ("", None),
    ],
)
def test_languages_are_taken_apart(code: str, known: object) -> None:
    """A language is a code with a region; what is none leaves the text in the document's own."""
    assert language(code) == known


def test_every_language_of_words_is_taken() -> None:
    """A language that nobody knows is no reason to refuse the document."""
    codes = ("fi", "se", "sma", "fit", "xx-", "svenska")
    words = tuple(Paragraph(Foreign(f"ord {code}", code)) for code in codes)
    document = Document(lang="sv", title="Prov", sections=(Section("a", "A", words),))
    file = PdfFile(render_pdf(document, TEMPLATE))
    spoken = {squeeze(one.text): one.lang for one in file.tree.of("P")}
    assert {code: spoken[f"ord{code}"] for code in codes} == {
        "fi": "fi", "se": "se", "sma": "sma", "fit": "fit", "xx-": "xx", "svenska": "",
    }  # fmt: skip


def test_lists_may_lie_deep() -> None:
    """Lists and quotations in one another are laid out as far as a page allows, none is lost."""
    markdown = "\n".join("  " * depth + f"- rad{depth}x" for depth in range(19))
    quoted = "> " * 19 + "citat"
    items: Items = bullets("längst in")
    for depth in range(8):
        items = Items((blocks.Item(f"nivå{depth}y", (items,)),))
    document = Document(
        lang="sv",
        title="Prov",
        sections=(Section("a", "A", (Prose(markdown), Prose(quoted), items)),),
    )
    said = squeeze(PdfFile(render_pdf(document, TEMPLATE)).tree.text)
    told = set(re.findall(r"rad\d+x|nivå\d+y|citat|längst", render_html(document, TEMPLATE)))
    assert len(told) > 15
    assert {words for words in told if words not in said} == set()


def test_every_kind_is_in_the_sample() -> None:
    """The sample uses every block and every mark, so what the tests of it say holds for all."""
    used = {type(part).__name__ for part in walk(SAMPLE)}
    assert {kind.__name__ for kind in Block.__subclasses__()} <= used
    assert {kind.__name__ for kind in get_args(inline.Node)} <= used


def test_links_lead_to_what_there_is() -> None:
    """A link to nothing, to a file beside the page or to a scheme of no good is its words."""
    links = (
        "#finns-inte",
        "../1.0/",
        "fil.pdf",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "//a.se",
    )
    document = Document(
        lang="sv",
        title="Prov",
        links=(Link("PDF", "a.pdf"), Link("Sida", "https://exempel.se/a")),
        sections=(
            Section(
                "a",
                "A",
                (bullets(*(Link(href, href) for href in links)), Paragraph(Link("hit", "#a"))),
            ),
        ),
    )
    file = PdfFile(render_pdf(document, TEMPLATE))
    found = [(squeeze(link.text), file.target(link)) for link in file.tree.of("Link")]
    assert found == [("Sida", "https://exempel.se/a"), ("A3", "page 3"), ("hit", "page 3")]


@pytest.mark.parametrize(("lang", "page"), [("sv", "sida"), ("en", "page")])
def test_a_link_says_where_it_leads(lang: Lang, page: str) -> None:
    """Its alternative text is title and page of its place, page alone where that has no title."""
    items = Items((Item("Punkt", anchor="ö-1"),))
    links = Paragraph((Link("dit", "#å"), " och ", Link("hit", "#ö-1")))
    document = Document(
        lang=lang, title="Prov", opening=(links,), sections=(Section("å", "Målet", (items,)),)
    )
    file = PdfFile(render_pdf(document, TEMPLATE))
    found = {link.text: str(link.annotations[0].Contents) for link in file.tree.of("Link")[1:]}
    assert found == {"dit": f"Målet, {page} 3", "hit": f"{page} 3"}


def test_a_document_may_be_nearly_empty() -> None:
    """A title alone is enough; without a day it is no file for archives, but accessible."""
    data = render_pdf(Document(lang="en", title="Only this"), TEMPLATE)
    assert page_validation.validate_pdf_bytes(data, profile="ua1").is_compliant
    file = PdfFile(data)
    assert [one.text for one in file.tree.of("H1")] == ["Only this"]


def test_a_picture_without_words_is_decoration() -> None:
    """A picture with no alternative text is left out of the tree, one with it is in it."""
    bare = Image(SAMPLE.logo.data if SAMPLE.logo else "", alt="")
    told = replace(bare, alt="Kommunens vapen", caption="Vapnet")
    document = Document(lang="sv", title="Prov", sections=(Section("a", "A", (bare, told)),))
    file = PdfFile(render_pdf(document, TEMPLATE))
    assert [one.alt for one in file.tree.of("Figure")] == ["Kommunens vapen"]


def test_columns_share_the_page_by_their_words() -> None:
    """No column is narrower than its longest word, and no share is negative."""
    columns = [
        {"title": "Mål", "numeric": False, "width": ""},
        {"title": "Beskrivning", "numeric": False, "width": "wide"},
        {"title": "När", "numeric": False, "width": "narrow"},
    ]
    cells = [[{"content": text, "blocks": []} for text in ("Trygg hemgång", "x " * 150, "2025")]]
    table = lay_table({}, columns, cells)
    shares = [column["share"] for column in table["columns"]]
    assert all(share > 0 for share in shares)
    assert shares[1] > shares[0] > shares[2]


def test_footnotes_of_a_text_stand_at_their_mention() -> None:
    """The words of a note come with its first mention, and a second leads to the same."""
    (first,) = lay_prose("Ett[^a] och två[^a].\n\n[^a]: Noten.", 3, "sv", "7")
    notes = [part for part in first["content"] if isinstance(part, dict)]
    assert [note["name"] for note in notes] == ["note:7-0", "note:7-0"]
    assert ["blocks" in note for note in notes] == [True, False]


def test_marks_hold_marks() -> None:
    """Marks inside one another are all drawn."""
    content = (Strong((Muted(("a ", Link("b", "https://exempel.se"))),)),)
    document = Document(lang="sv", title="T", sections=(Section("a", "A", (Paragraph(content),)),))
    file = PdfFile(render_pdf(document, TEMPLATE))
    assert [file.target(link) for link in file.tree.of("Link")][-1] == "https://exempel.se"
