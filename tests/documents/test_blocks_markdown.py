from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt

from fardplan.documents.blocks import (
    Fact,
    Facts,
    Item,
    Items,
    Paragraph,
    Prose,
    Section,
    Table,
    bullets,
)
from fardplan.documents.document import Document, Note
from fardplan.documents.inline import Code, Link, NoteRef, Strong
from fardplan.documents.markdown.render import render_markdown
from tests.documents.sample import SAMPLE

NASTY = [
    "# inte rubrik",
    "1. inte lista",
    "- inte punkt",
    "> inte citat",
    "*inte* _kursiv_ **eller** `kod`",
    "<b>inte fet</b> &amp; <https://x.example>",
    "[inte](länk) ![inte](bild) [^1]",
    "a | b",
    "~~inte struken~~",
    "C:\\mapp\\fil",
    "--- och ===",
    "rad\n\n# två",
    "$inte$ formel",
]


def _document(*blocks: object, **more: object) -> Document:
    return Document(lang="sv", title="T", sections=(Section("a", "A", blocks),), **more)  # type: ignore[arg-type]


def _body(template, *blocks: object) -> str:
    return render_markdown(_document(*blocks), template).partition("## A\n\n")[2].strip()


def test_sample(template, golden):
    """The sample in Markdown is as agreed."""
    golden("sample.md", render_markdown(SAMPLE, template))


@pytest.mark.parametrize("text", NASTY)
def test_plain_text_is_never_read_as_markdown(template, text):
    """A reader of the rendered Markdown sees the letters that were written."""
    written = _body(template, Paragraph(text))
    read = MarkdownIt("gfm-like", {"linkify": False}).render(written)
    words = re.sub(r"\s+", " ", text)
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert read == f"<p>{escaped}</p>\n"


@pytest.mark.parametrize("text", NASTY)
def test_plain_text_stays_in_its_cell(template, text):
    """No text opens another cell or row."""
    written = _body(template, Table("", ("a", "b"), (("1", text),)))
    assert len(written.split("\n")) == 3
    assert MarkdownIt("gfm-like", {"linkify": False}).render(written).count("<td>") == 2


def test_prose_stands_right_after_its_label(template):
    """A dash stands between two things that are said, not between a label and its text."""
    rows = (Fact("Problem", blocks=(Prose("Sex av tio."),)), Fact("Del", "Ett", (Prose("Två."),)))
    assert _body(template, Facts(rows)) == "- **Problem:** Sex av tio.\n- **Del:** Ett – Två."


def test_no_html_but_line_breaks_in_cells(template):
    """The only tag in the sample is `<br>`."""
    text = render_markdown(SAMPLE, template)
    assert set(re.findall(r"(?<!\\)<(?!https?:)[^>]*>", text)) == {"<br>"}


def test_links_lead_to_the_heading_of_their_section(template):
    """An anchor inside a section leads to the section; one that is missing leads nowhere."""
    text = _body(
        template,
        Paragraph((Link("dit", "#b"), " ", Link("hit", "#c"), " ", Link("bort", "#d"))),
        Section("b", "Å och Ä!", (Items((Item("x", anchor="c"),)),), number="2.1"),
    )
    assert text.startswith("[dit](#21-å-och-ä) [hit](#21-å-och-ä) bort\n\n### 2.1 Å och Ä!")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Trygg hemgång", "21-trygg-hemgång"),
        ("§\u00a03 i avtalet", "21-3i-avtalet"),
        ("Å/Ä & ö – till 2026", "21-åä--ö--till-2026"),
        ("”Citat” …", "21-citat-"),
        ("a_b-c", "21-a_b-c"),
        ("100 m², ½ tjänst, CO₂", "21-100-m--tjänst-co"),
        ("emoji \U0001f600 x", "21-emoji--x"),
        ("É e\u0301 क्षि", "21-é-e\u0301-क्षि"),
    ],
)
def test_headings_are_named_as_on_github(template, title, name):
    """The names are those that github-slugger 2.0 gives, which does as GitHub does."""
    text = _body(template, Paragraph(Link("dit", "#b")), Section("b", title, number="2.1"))
    assert text.startswith(f"[dit](#{name})\n")


def test_two_lists_in_a_row_stay_two_lists(template):
    """A list right after a list has another marker."""
    written = _body(template, bullets("a"), bullets("b"), bullets("c"))
    assert written == "- a\n\n* b\n\n- c"


def test_footnotes_of_texts_and_document_stay_apart(template):
    """Each text's notes have a mark of their own, all defined once at the end."""
    document = _document(
        Paragraph(("Ett", NoteRef("n"))),
        Prose("Två[^1]\n\n[^1]: B"),
        Prose("Tre[^1]\n\n[^1]: C"),
        notes=(Note("n", "A"),),
    )
    written = render_markdown(document, template)
    assert re.findall(r"\[\^\w+\]", written) == ["[^1]", "[^1a]", "[^2a]", "[^1]", "[^1a]", "[^2a]"]


def test_marks_touch_the_words(template):
    """Blanks move outside, so that the forge sees the marks; code keeps its backticks."""
    written = _body(template, Paragraph(("a", Strong(" b "), "c ", Code("x`y"))))
    assert written == "a **b** c ``x`y``"


def test_notes_side_by_side_are_told_apart(template):
    """A forge shows two notes as two numbers, not as one; code stays as it is."""
    field = Paragraph(("x", NoteRef("a"), NoteRef("b")))
    prose = Prose("y[^1][^2] `[^1][^2]`\n\n[^1]: C\n\n[^2]: D")
    document = _document(field, prose, notes=(Note("a", "A"), Note("b", "B")))
    text = render_markdown(document, template)
    assert "x[^1] [^2]\n\ny[^1a] [^1b] `[^1][^2]`\n" in text


def test_headings_bear_no_notes(template):
    """A forge names a heading by all that is in it, so that links would miss one with a note."""
    section = Section("b", ("B", NoteRef("n"), NoteRef("m")), kicker="Mål")
    alone = Section("c", ("C", NoteRef("n")))
    document = _document(section, alone, notes=(Note("n", "N"), Note("m", "M")))
    assert "### B\n\n*Mål* · *Noter:* [^1] [^2]\n\n### C\n\n*Noter:* [^1]\n" in render_markdown(
        document, template
    )


def test_headings_in_texts_count_too(template):
    """A section called as a heading in users' Markdown before it gets the forge's number."""
    link = Paragraph(Link("dit", "#b"))
    written = _body(template, link, Prose("# Rubrik\n\nUnder\n---"), Section("b", "Rubrik"))
    assert written.startswith("[dit](#rubrik-1)\n\n### Rubrik\n")
