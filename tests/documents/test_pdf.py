from __future__ import annotations

import io
import re
import subprocess
import sys
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import page as page_validation
import pdfua
import pikepdf
import pytest

from fardplan.documents.blocks import Figure, Paragraph, Section
from fardplan.documents.document import Document, Note, walk
from fardplan.documents.engine import Template, load_template
from fardplan.documents.html.render import render_html
from fardplan.documents.inline import NoteRef, plain
from fardplan.documents.pdf.render import dated, render_pdf, typeset
from fardplan.pipeline.rendering import Wanted, make_document
from fardplan.source.resources import templates_dir
from tests.documents.html_reading import Event, read_page, squeeze
from tests.documents.pdf_reading import Element, PdfFile
from tests.documents.sample import SAMPLE

ROOT = Path(__file__).parent.parent.parent
ROADMAPS = ("askersund", "exempelkommun", "malbild-orebro-lan", "orebro", "orebro-lan")
ALL = (*ROADMAPS, "sample")
TEMPLATE = load_template("roadmap", [templates_dir()])


_COLOUR = re.compile(rb"([\d.]+) ([\d.]+) ([\d.]+) scn")


@cache
def document_of(name: str) -> Document:
    """Return a real roadmap's document, or the sample that uses every block."""
    return SAMPLE if name == "sample" else make_document(ROOT, Wanted(name)).document


@cache
def bytes_of(name: str) -> bytes:
    """Return its PDF."""
    return render_pdf(document_of(name), TEMPLATE)


@cache
def file_of(name: str) -> PdfFile:
    """Return its PDF, read."""
    return PdfFile(bytes_of(name))


def read_tree(file: PdfFile) -> list[Event]:
    """Return what `read_page` does for a page, from the tree; the contents are of each form."""
    return [event for element in _of_text(file.tree) if (event := _event(file, element))]


def _of_text(element: Element):
    if element.kind == "TOC" or element.is_note:
        return
    yield element
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _of_text(kid)


def _event(file: PdfFile, element: Element) -> Event | None:
    text = squeeze(element.text)
    match element.kind:
        case "H1" | "H2" | "H3" | "H4" | "H5" | "H6":
            return ("heading", int(element.kind[1]), text)
        case "Table":
            captions = [
                kid for kid in element.kids if isinstance(kid, Element) and kid.kind == "Caption"
            ]
            return ("table", "".join(squeeze(one.text) for one in captions))
        case "TH":
            return ("header", element.attribute("/Scope"), text)
        case "TD":
            return ("cell",)
        case "L":
            return (
                "list",
                sum(isinstance(kid, Element) and kid.kind == "LI" for kid in element.kids),
            )
        case "Link":
            target = file.target(element)
            return ("link", "inside" if target.startswith("page ") else target, text)
        case "Figure":
            return ("picture",)
    return None


@pytest.mark.parametrize("name", ALL)
def test_the_tree_says_what_the_page_says(name: str) -> None:
    """The same headings, tables, header cells, lists, links and pictures, in the same order."""
    assert read_tree(file_of(name)) == read_page(render_html(document_of(name), TEMPLATE))


@pytest.mark.parametrize("name", ALL)
def test_each_drawing_has_its_words(name: str) -> None:
    """A drawing's alternative text is the figure's own, and its data stand below as a table."""
    figures = [part for part in walk(document_of(name)) if isinstance(part, Figure)]
    document = document_of(name)
    logo = [document.logo.alt] if document.logo and document.logo.alt else []
    shown = [element.alt for element in file_of(name).tree.of("Figure")]
    assert shown == [*logo, *(figure.alt for figure in figures)]


@pytest.mark.parametrize("name", ALL)
def test_it_is_accessible_by_the_standard(name: str, tmp_path: Path) -> None:
    """Two checkers find nothing against PDF/UA-1."""
    report = page_validation.validate_pdf_bytes(bytes_of(name), profile="ua1")
    assert [(one.rule_id, one.message) for one in report.failures] == []
    (tmp_path / "a.pdf").write_bytes(bytes_of(name))
    assert list(pdfua.validate(str(tmp_path / "a.pdf")).findings) == []


@pytest.mark.parametrize("name", ROADMAPS)
def test_it_can_be_archived(name: str) -> None:
    """A roadmap's file, which is dated, is PDF/A-2a too."""
    report = page_validation.validate_pdf_bytes(bytes_of(name), profile="2a")
    assert [(one.rule_id, one.message) for one in report.failures] == []


@pytest.mark.parametrize("name", ALL)
def test_every_part_has_its_bookmark(name: str) -> None:
    """Bookmarks are the headings of sections below the title, nested as they are."""
    document = document_of(name)
    file = file_of(name)
    headings = [
        (int(one.kind[1]) - 1, squeeze(one.text))
        for one in file.tree.of("H2", "H3", "H4", "H5", "H6")
        if squeeze(one.text) in {squeeze(title) for _, title in file.bookmarks}
    ]
    assert [(level, squeeze(title)) for level, title in file.bookmarks] == headings
    top = [f"{part.number}{plain(part.title)}" for part in document.sections]
    contact = ["Kontakt"] if document.contacts else []
    shown = [squeeze(title) for level, title in file.bookmarks if level == 1]
    assert shown == [*map(squeeze, top), *contact]


@pytest.mark.parametrize("name", ALL)
def test_contents_lead_to_their_pages(name: str) -> None:
    """Each line of the contents ends with the number of the page that it leads to."""
    file = file_of(name)
    lines = [link for toc in file.tree.of("TOC")[:1] for link in toc.of("Link")]
    listed = [section for section in document_of(name).sections if section.contents]
    assert len(lines) >= len(listed)
    for line in lines:
        assert line.text.endswith("\u2002" + file.target(line).removeprefix("page "))


@pytest.mark.parametrize("name", ALL)
def test_each_sheet_says_what_it_is_of(name: str) -> None:
    """Every page but the cover bears title, standing, organisation and number; none is tagged."""
    document, file = document_of(name), file_of(name)
    pages = file.page_texts
    last = len(pages)
    assert pages[0] == ""
    for number, text in enumerate(pages[1:], 2):
        said = f"{document.title}{document.standing}{document.organisation}Sida {number} av {last}"
        assert squeeze(text) == squeeze(said)


def test_properties_are_the_documents() -> None:
    """Title, author, description, language and what registers ask for stand in the file."""
    document, pdf = document_of("exempelkommun"), file_of("exempelkommun").pdf
    info = {str(key)[1:]: str(value) for key, value in pdf.docinfo.items()}
    day = dated(document)
    assert day
    assert document.status
    title = f"{document.title} – {document.status.badge.text}"
    assert {**info, "Keywords": "", "Creator": ""} == {
        "Title": title,
        "Author": document.organisation,
        "Subject": document.description,
        "Keywords": "",
        "Creator": "",
        "CreationDate": f"D:{day:%Y%m%d}000000Z",
        "ModDate": f"D:{day:%Y%m%d}000000Z",
        **{name: value for name, value in document.metadata.items() if value},
    }
    assert {"registry-number", "decision", "version", "status"} < set(info)
    with pdf.open_metadata() as xmp:
        assert xmp["dc:title"] == title
        assert xmp["dc:language"] == {"sv"}
        for name, value in document.metadata.items():
            assert xmp[f"{{urn:fardplan:document:}}{name}"] == value
    assert str(pdf.Root.Lang) == "sv"
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert bool(pdf.Root.MarkInfo.Marked)


@pytest.mark.parametrize("name", ALL)
def test_notes_stand_at_the_foot_of_the_page(name: str) -> None:
    """The words of a note are on the page of the number that leads to them."""
    tags = [one for one in file_of(name).tree.walk() if one.kind == "Note" or _is_mark(one)]
    notes = [(mark, note) for mark, note in pairwise(tags) if note.kind == "Note"]
    assert [note.text[:30] for mark, note in notes if mark.pages != note.pages] == []
    assert len(notes) == len(file_of(name).tree.of("Note")) > 0


def _is_mark(element: Element) -> bool:
    """Tell whether an element is a number in the text; the one before a note leads back."""
    return element.kind == "Lbl" and element.is_note


def test_a_note_is_there_once_in_each_chapter() -> None:
    """A later mention leads to the same number, and one in another chapter has words of its own."""
    note = Note("lag", "Lagen, 3 kap.")
    mention = Paragraph(("Så.", NoteRef("lag")))
    chapters = (
        Section("a", ("A", NoteRef("lag")), (mention, Section("b", "B", (mention,)))),
        Section("c", "C", (mention,)),
    )
    document = Document(lang="sv", title="Prov", sections=chapters, notes=(note,))
    file = PdfFile(render_pdf(document, TEMPLATE))
    assert [squeeze(one.everything) for one in file.tree.of("Note")] == [
        "1Lagen,3kap.", "2Lagen,3kap.",
    ]  # fmt: skip
    marks = [squeeze(one.everything) for one in file.tree.walk() if _is_mark(one)]
    assert marks == ["1", "1", "1", "1", "2", "2"]  # the words of each come at its first mention


def test_another_language_is_told() -> None:
    """Words in another language bear it, so that they are read as what they are."""
    file = file_of("sample")
    parts = {squeeze(text) for lang, text in file.spoken if lang == "en"}
    assert squeeze("person-centred care") in parts
    whole = {squeeze(one.text): one.lang for one in file.tree.walk() if one.lang}
    assert whole[squeeze("Care moves closer to home.")] == "en"


def test_the_same_bytes_another_day() -> None:
    """A second process on another date makes the very same file."""
    script = (
        "import sys, time; time.time = lambda: 2e9\n"
        "from tests.documents.test_pdf import bytes_of; sys.stdout.buffer.write(bytes_of('sample'))"
    )
    made = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=True,
        env={"PYTHONPATH": f"{ROOT}:{ROOT / 'src'}", "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"},
    )  # fmt: skip
    assert made.stdout == bytes_of("sample")


@pytest.mark.parametrize("name", ALL)
def test_typst_has_nothing_to_remark(name: str, tmp_path: Path) -> None:
    """No font is missing, and the layout settles."""
    assert typeset(document_of(name), TEMPLATE, tmp_path)[1] == []


@pytest.mark.parametrize("paper", ["A4", "A5", "Letter"])
def test_paper_and_colour_are_the_settings(paper: str) -> None:
    """`document.toml` chooses the paper and the colour of headings."""
    sizes = {"A4": (595, 842), "A5": (420, 595), "Letter": (612, 792)}
    settings = replace(TEMPLATE.settings, paper=paper, accent="#7a1f5c")
    template = Template(TEMPLATE.name, TEMPLATE.folders, settings)
    data = render_pdf(replace(SAMPLE, logo=None, metadata={"year": "2025"}), template)
    pdf = pikepdf.open(io.BytesIO(data))
    box = [round(float(edge)) for edge in pdf.pages[0].MediaBox]
    assert tuple(box[2:]) == sizes[paper]
    streams = b"".join(part.Contents.read_bytes() for part in pdf.pages)
    colours = {
        bytes(round(float(part) * 255) for part in parts).hex()
        for parts in _COLOUR.findall(streams)
    }
    assert "7a1f5c" in colours
    assert "14555a" not in colours
    report = page_validation.validate_pdf_bytes(data, profile="ua1")
    assert [one.rule_id for one in report.failures] == []
