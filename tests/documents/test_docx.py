from __future__ import annotations

import base64
import io
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest
from docx.oxml.ns import qn
from lxml import etree

from fardplan.documents import blocks
from fardplan.documents.blocks import (
    Block,
    Cell,
    Fact,
    Facts,
    Image,
    Item,
    Items,
    Paragraph,
    Prose,
    Section,
    Table,
    bullets,
)
from fardplan.documents.document import Document, Note, Status
from fardplan.documents.docx.inline import InlineWriter
from fardplan.documents.docx.render import KINDS, render_docx
from fardplan.documents.docx.writer import write_block
from fardplan.documents.engine import load_template
from fardplan.documents.html.render import render_html
from fardplan.documents.inline import Badge, Foreign, Link, Node, NoteRef, Strong
from fardplan.documents.template_fault import TemplateFault
from fardplan.documents.template_settings import TemplateSettings
from fardplan.errors import CannotRun
from fardplan.source.resources import templates_dir
from tests.documents import word
from tests.documents.sample import LOGO, LONG_URL, SAMPLE


def _document(*blocks: Block, **more: Any) -> Document:
    return Document(lang="sv", title="T", sections=(Section("a", "A", blocks),), **more)


def _opened(template, *blocks: Block, **more: Any):
    return word.opened(render_docx(_document(*blocks, **more), template))


def _paras(document) -> list[str]:
    """Return the paragraphs of the first chapter, without those that close the document."""
    texts = [para.text for para in document.paragraphs]
    return texts[texts.index("A") + 1 : -1]


def _part(data: bytes, name: str) -> Any:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def test_every_kind_of_block_is_written():
    """No kind falls through to the function that refuses."""
    known = {kind for kind in write_block.registry if kind is not object}
    kinds = {
        kind for kind in vars(blocks).values() if isinstance(kind, type) and issubclass(kind, Block)
    }
    assert known == kinds - {Block}
    assert len(KINDS) == 2


def test_every_kind_of_words_is_written():
    """No part of inline text falls through to the method that refuses."""
    dispatch = InlineWriter.__dict__["_node"].dispatcher.dispatch
    assert [kind for kind in get_args(Node) if dispatch(kind) is dispatch(object)] == []


def test_what_is_no_block_is_refused(template):
    """A block of a kind that nobody knows is a mistake of ours, and told as such."""
    with pytest.raises(TypeError, match="object is no block"):
        render_docx(_document(object()), template)  # type: ignore[arg-type]


def test_the_file_is_the_same_every_time(template):
    """Two runs give the same bytes, and no part of the file bears a time of its own."""
    data = render_docx(SAMPLE, template)
    assert render_docx(SAMPLE, template) == data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_it_says_what_the_page_says(template):
    """Headings, tables, lists and links are those of the web page, in the same order."""
    file, page = (
        word.opened(render_docx(SAMPLE, template)),
        word.Page(render_html(SAMPLE, template)),
    )
    assert word.headings(file) == page.headings()
    assert word.tables(file) == page.tables()
    assert len(word.points(file)) == len(page.points())
    assert word.links(file) == page.links()


def test_pictures_have_their_words(template):
    """A picture bears its alternative text; one without is marked as decoration."""
    data = render_docx(SAMPLE, template)
    assert word.pictures(word.opened(data)) == [
        "",
        "Stapeldiagram: 20 procent 2022, 17,6 procent 2023 och 14,5 procent 2024.",
    ]
    decorative = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
    body = _part(data, "word/document.xml")
    assert [found.get("val") for found in body.iter(decorative)] == ["1"]


def test_a_drawing_is_there_as_svg_and_as_bitmap(template):
    """Word shows the drawing; what cannot shows the bitmap of twice the size."""
    data = render_docx(SAMPLE, template)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        media = sorted(name for name in archive.namelist() if "/media/" in name)
        assert [name.rpartition(".")[2] for name in media] == ["png", "svg", "png", "svg"]
        assert archive.read(media[2]).startswith(b"\x89PNG")


def test_properties_say_what_registers_ask_for(template):
    """Title with status, sender, language, and every name of the metadata."""
    metadata = {
        "roadmap": "x",
        "version": "1.1",
        "registry-number": "KS 1",
        "updated": "2025-03-12",
    }
    document = replace(SAMPLE, metadata=metadata)
    data = render_docx(document, template)
    core = word.opened(data).core_properties
    assert core.title == "Färdplan för nära vård i Exempelkommun – Utkast"
    assert core.author == core.last_modified_by == "Exempelkommun"
    assert (core.language, core.version, core.identifier) == ("sv-SE", "1.1", "KS 1")
    assert core.content_status == "Utkast"
    assert core.comments == SAMPLE.description
    assert core.modified is not None
    assert core.modified.isoformat()[:10] == "2025-03-12"
    custom = _part(data, "docProps/custom.xml")
    assert {found.get("name"): "".join(found.itertext()) for found in custom} == metadata


def test_no_day_is_made_up(template):
    """Where the day of the latest change is not said, the file has no times at all."""
    core = _part(render_docx(SAMPLE, template), "docProps/core.xml")
    assert not [found.tag for found in core if found.tag.endswith(("created", "modified"))]


def test_each_sheet_says_how_the_document_stands(template):
    """Title and standing above, "Sida X av Y" below; the cover has them in its text."""
    document = replace(SAMPLE, standing="Utkast · version 1.1")
    section = word.opened(render_docx(document, template)).sections[0]
    assert section.different_first_page_header_footer
    assert section.header.paragraphs[0].text == f"{SAMPLE.title}\tUtkast · version 1.1"
    assert section.footer.paragraphs[0].text == "Exempelkommun\tSida 1 av 1"
    codes = [found.text for found in section.footer._element.iter(qn("w:instrText"))]
    assert codes == [" PAGE ", " NUMPAGES "]


def test_a_long_title_stands_above_the_standing(template):
    """What does not fit on one line takes two."""
    document = replace(SAMPLE, title="Färdplan " * 12, standing="Antagen")
    section = word.opened(render_docx(document, template)).sections[0]
    assert section.header.paragraphs[0].text == f"{'Färdplan ' * 12}\nAntagen"


def test_contents_are_filled_in(template):
    """The contents are a field of Word's, with a link and a page reference for each chapter."""
    body = word.opened(render_docx(SAMPLE, template)).element.body
    contents = next(body.iter(qn("w:sdt")))
    entries = [para for para in contents.iter(qn("w:p")) if word.style_of(para).startswith("TOC")]
    told = [(word.style_of(para), word.words(para)) for para in entries]
    assert told[:4] == [
        ("TOCHeading", "Innehåll"),
        ("TOC1", "1 Varför en färdplan?"),
        ("TOC2", "Så samarbetar vi"),
        ("TOC2", "Fem områden"),
    ]
    codes = [found.text for found in contents.iter(qn("w:instrText"))]
    assert codes[0] == ' TOC \\o "1-2" \\h \\z '
    marks = {found.get(qn("w:name")) for found in body.iter(qn("w:bookmarkStart"))}
    assert {code.split()[1] for code in codes[1:]} <= marks
    assert len(codes) == len(entries)


def test_every_link_within_the_document_arrives(template):
    """Each place that a link names is marked, once."""
    body = word.opened(render_docx(SAMPLE, template)).element.body
    marks = [found.get(qn("w:name")) for found in body.iter(qn("w:bookmarkStart"))]
    wanted = {found.get(qn("w:anchor")) for found in body.iter(qn("w:hyperlink"))} - {None}
    assert wanted <= set(marks)
    assert len(marks) == len(set(marks))


def test_bookmarks_fit_word(template):
    """Names are letters, digits and `_`, at most 40, and differ even where anchors hardly do."""
    anchors = ["å-ä", "å_ä", "Å-Ä", "1", "x" * 60, "x" * 61]
    items = Items(tuple(Item(anchor, anchor=anchor) for anchor in anchors))
    body = _opened(template, items).element.body
    marks = [found.get(qn("w:name")) for found in body.iter(qn("w:bookmarkStart"))]
    assert marks == ["a", "å_ä", "å_ä_2", "Å_Ä_3", "a1", "x" * 40, f"{'x' * 35}_2"]


def test_notes_are_footnotes(template):
    """A note is written where it is first mentioned; a later mention refers to the same one."""
    note = Note("n", ("Se ", Link("lagen", LONG_URL), "."))
    block = Paragraph(("Ett", NoteRef("n"), " två", NoteRef("m"), NoteRef("n")))
    data = render_docx(_document(block, notes=(note, Note("m", "M"))), template)
    notes = _part(data, "word/footnotes.xml")
    assert [word.words(found) for found in notes] == ["", "", " Se lagen.", " M"]
    body = _part(data, "word/document.xml")
    assert [found.get(qn("w:id")) for found in body.iter(qn("w:footnoteReference"))] == ["1", "2"]
    codes = [found.text for found in body.iter(qn("w:instrText"))]
    assert [code for code in codes if code and "NOTEREF" in code] == [" NOTEREF _RefNote1 \\f \\h "]
    relations = _part(data, "word/_rels/footnotes.xml.rels")
    assert [found.get("Target") for found in relations] == [LONG_URL]


def test_a_note_in_a_note_stands_in_brackets(template):
    """Word has no notes in notes; one that refers to itself ends there."""
    notes = (Note("a", ("A", NoteRef("b"))), Note("b", ("B", NoteRef("a"))))
    data = render_docx(_document(Paragraph(NoteRef("a")), notes=notes), template)
    assert [word.words(found) for found in _part(data, "word/footnotes.xml")][2:] == [" A (B)"]


def test_notes_side_by_side_are_told_apart(template):
    """Notes 1 and 2 are not read as note 12, in fields and in Markdown."""
    notes = (Note("a", "A"), Note("b", "B"))
    field = Paragraph(("x", NoteRef("a"), NoteRef("b")))
    prose = Prose("y[^1][^2]\n\n[^1]: C\n\n[^2]: D")
    document = _opened(template, field, prose, notes=notes)
    assert _paras(document)[:2] == ["x, ", "y, "]


def test_users_markdown_becomes_words_styles(template):
    """Headings below the chapter, lists that count for themselves, code, quotations, tables."""
    text = (
        "# Rubrik\n\n1. ett\n2. två\n   - under\n\n***\n\n5. fem\n\n> citat\n\n```\na\n  b\n```\n\n"
        "| a | b |\n|---|--:|\n| 1 | 2 |\n\nord\n: förklaring\n\n*k* **f** ~~s~~ `c` <b>x</b>"
    )
    document = _opened(template, Prose(text))
    told = [(para.style.style_id, para.text) for para in document.paragraphs]
    start = told.index(("Heading2", "Rubrik"))
    assert told[start : start + 12] == [
        ("Heading2", "Rubrik"),
        ("ListNumber", "ett"),
        ("ListNumber", "två"),
        ("ListBullet2", "under"),
        ("Normal", ""),
        ("ListNumber", "fem"),
        ("Quote", "citat"),
        ("CodeBlock", "a\n  b"),
        ("Normal", "ord"),
        ("Normal", "förklaring"),
        ("Normal", "k f s c <b>x</b>"),
        ("SourceLine", "Framställd med fardplan."),
    ]
    assert word.tables(document) == [[["a", "b"], ["1", "2"]]]


def test_ordered_lists_begin_anew(template):
    """Two lists each begin with 1, and one of Markdown where it says."""
    document = _opened(
        template, bullets("a", "b", ordered=True), Prose("3. c"), bullets("d", ordered=True)
    )
    numbering = document.part.numbering_part.element
    starts = [found.get(qn("w:val")) for found in numbering.iter(qn("w:startOverride"))]
    assert starts == ["1", "3", "1"]


def test_other_languages_are_marked(template):
    """Words in another language have it on them, with the region that Word looks for."""
    block = Paragraph(
        ("Vi ", Foreign("care", "en"), Foreign("x", "ingen sådan"), Foreign("y", "fi"))
    )
    body = _opened(template, block).element.body
    assert [found.get(qn("w:val")) for found in body.iter(qn("w:lang"))] == ["en-GB", "fi-FI"]
    assert 'w:lang w:val="sv-SE"' in etree.tostring(
        _part(render_docx(SAMPLE, template), "word/styles.xml"), encoding="unicode"
    )


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("https://å.se/ö?a=1&b=2", "https://%C3%A5.se/%C3%B6?a=1&b=2"),
        ("https://x.se/50%", "https://x.se/50%25"),
        ("https://x.se/%20", "https://x.se/%20"),
        ("mailto:a@x.se", "mailto:a@x.se"),
        ("../1.0/", "../1.0/"),
        ("https://[x", None),
        ("https://x.se/" + "x" * 3000, None),
        ("javascript:x", None),
        ("#finns-inte", None),
    ],
)
def test_links_lead_where_word_can_go(template, href, target):
    """An address is written in the letters that a file may hold; one that will not do is words."""
    document = _opened(template, Paragraph(Link("ord", href)))
    assert word.links(document) == ([("ord", target)] if target else [])
    assert _paras(document) == ["ord"]


def test_facts_stand_beside_their_labels(template):
    """A label stands before its value, a long one above it, one of a list above the list."""
    facts = Facts((
        Fact("Kort", "värde"),
        Fact("En etikett som är för lång för spalten", "värde"),
        Fact("Lista", blocks=(bullets("ett"),)),
    ))  # fmt: skip
    assert _paras(_opened(template, facts)) == [
        "Kort\tvärde",
        "En etikett som är för lång för spalten\nvärde",
        "Lista",
        "ett",
    ]


def test_neighbouring_tables_stay_two(template):
    """Word would make one of two tables with nothing between, and refuses a cell that ends in one."""
    inner = Table("", ("x",), (("y",),))
    table = Table("", ("a",), ((Cell(blocks=(inner,)),),))
    body = _opened(template, table, table).element.body
    for found in body.iter(qn("w:tbl")):
        assert found.getnext().tag == qn("w:p")


def test_columns_are_as_wide_as_their_words(template):
    """All widths add up to the sheet's, and a longer word gets more room."""
    table = Table("", ("a", "b"), (("kort", "Samverkansöverenskommelsen mellan parterna i länet"),))
    body = _opened(template, table).element.body
    widths = [int(found.get(qn("w:w"))) for found in body.iter(qn("w:gridCol"))]
    assert sum(widths) == 8958
    assert widths[1] > 3 * widths[0]


def test_a_table_has_no_more_columns_than_word_opens(template):
    """The cells that are too many stand in the last one, so that nothing is lost."""
    heads = tuple(f"k{number}" for number in range(70))
    [rows] = word.tables(_opened(template, Table("", heads, (heads,))))
    assert [len(row) for row in rows] == [63, 63]
    assert rows[0][-1] == "".join(heads[62:])


@pytest.mark.parametrize("paper", ["A4", "A5", "Letter"])
def test_the_sheet_is_as_set(template, paper):
    """The size of the paper comes from the template's settings."""
    sized = replace(template, settings=TemplateSettings(paper=paper, accent="#123456"))
    section = word.opened(render_docx(SAMPLE, sized)).sections[0]
    assert section.page_width is not None
    sizes = {"A4": 11906, "A5": 8391, "Letter": 12240}
    assert section.page_width.twips == sizes[paper]


def test_the_accent_is_that_of_the_settings(template):
    """Headings, the theme and drawings have the county's colour."""
    coloured = replace(template, settings=TemplateSettings(accent="#a01f5c"))
    data = render_docx(SAMPLE, coloured)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in ("word/styles.xml", "word/theme/theme1.xml"):
            assert b"A01F5C" in archive.read(name)
        assert any(b"#a01f5c" in archive.read(n) for n in archive.namelist() if n.endswith(".svg"))


def test_every_style_in_use_is_defined(template):
    """No paragraph, run or table names a style that the file lacks."""
    data = render_docx(SAMPLE, template)
    known = {found.get(qn("w:styleId")) for found in _part(data, "word/styles.xml")}
    used = {
        found.get(qn("w:val"))
        for part in ("document", "footnotes", "header1", "footer1", "numbering")
        for tag in ("w:pStyle", "w:rStyle", "w:tblStyle")
        for found in _part(data, f"word/{part}.xml").iter(qn(tag))
    }
    assert used <= known


def test_a_county_may_change_the_styles(tmp_path: Path):
    """A repository's own file goes first; one that is no XML is refused with its name."""
    own = tmp_path / "roadmap" / "docx" / "styles.xml.j2"
    own.parent.mkdir(parents=True)
    shipped = (templates_dir() / "roadmap" / "docx" / "styles.xml.j2").read_text("utf-8")
    own.write_text(shipped.replace("Cambria", "Georgia"), "utf-8")
    template = load_template("roadmap", [tmp_path, templates_dir()])
    assert b"Georgia" in zipfile.ZipFile(io.BytesIO(render_docx(SAMPLE, template))).read(
        "word/styles.xml"
    )
    own.write_text("<w:styles>", "utf-8")
    template = load_template("roadmap", [tmp_path, templates_dir()])
    with pytest.raises(TemplateFault, match=r"styles\.xml\.j2 does not give valid XML"):
        render_docx(SAMPLE, template)


def test_a_picture_reads_no_file_of_the_machine(template, tmp_path: Path):
    """A logo that refers to a file looks as if the file were not there."""

    def media(inner: str) -> bytes:
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{inner}</svg>'
        data = "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()
        file = render_docx(_document(logo=Image(data, "")), template)
        return zipfile.ZipFile(io.BytesIO(file)).read("word/media/picture1.png")

    secret = tmp_path / "hemlig.png"
    drawn = render_docx(_document(logo=LOGO), template)
    secret.write_bytes(zipfile.ZipFile(io.BytesIO(drawn)).read("word/media/picture1.png"))
    assert media(f'<image href="{secret}" width="9" height="9"/>') == media("")
    assert media('<rect width="9" height="9"/>') != media("")


@pytest.mark.parametrize("kind", ["png", "jpeg", "gif", "svg+xml"])
def test_a_broken_picture_is_told(template, kind):
    """What no program can show stops the file, with one line that says what to do."""
    with pytest.raises(CannotRun, match="Save the picture anew"):
        render_docx(_document(logo=Image(f"data:image/{kind};base64,AAAA", "")), template)


def test_without_the_extra_it_says_what_to_install(template, monkeypatch):
    """Pictures need what the extra brings; a document without any does not."""
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(CannotRun, match=r'pip install "fardplan\[office\]"'):
        render_docx(SAMPLE, template)
    assert render_docx(_document(Paragraph("ord")), template)


def test_english_documents_are_english(template):
    """What the file itself says is in the document's language."""
    document = Document(lang="en", title="T", organisation="O", status=Status(Badge("Draft")), sections=(Section("a", "A"),))  # fmt: skip
    opened = word.opened(render_docx(document, template))
    told = [para.text for para in opened.paragraphs]
    assert told[-1] == "Made with fardplan."
    assert "Status: \u00a0Draft\u00a0 " in told
    assert opened.sections[0].footer.paragraphs[0].text == "O\tPage 1 of 1"
    assert opened.core_properties.language == "en-GB"


def test_marks_may_lie_within_marks(template):
    """Stress within a link within stress keeps all of them."""
    body = _opened(template, Paragraph(Strong(("a ", Link(Strong("b"), "#a"))))).element.body
    runs = [run for run in body.iter(qn("w:r")) if word.words(run) in ("a ", "b")]
    assert [run.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None for run in runs] == [True, True]
