"""PDF, Word, Markdown, feeds and data made of hostile texts: words stay words."""

from __future__ import annotations

import io
import json
import re
import zipfile
from xml.etree import ElementTree as ET

import pikepdf
import pytest
from markdown_it import MarkdownIt

from fardplan.pipeline.rendering import Wanted, make_document

SAFE = re.compile(r"https?://|mailto:|#|(?!//)[^:\\\\]*(?:[/?#]|$)")
"""Links to the web, to mail, in the document, and to files of the same folder."""


@pytest.fixture(scope="module", params=["exempelkommun", "orebro-lan"])
def made(hostile_root, request):
    """Return a document of attacks."""
    return make_document(hostile_root, Wanted(request.param))


def test_pdf(made):
    """Typst reads no text as markup; the file has no action but links, and those lead to the web."""
    with pikepdf.open(io.BytesIO(made.write("pdf"))) as pdf:
        names = {"/JavaScript", "/JS", "/Launch", "/GoToR", "/GoToE", "/SubmitForm", "/ImportData",
                 "/Rendition", "/EmbeddedFile", "/AA", "/OpenAction", "/XFA", "/AcroForm"}  # fmt: skip
        for one in pdf.objects:
            if isinstance(one, pikepdf.Dictionary):
                assert not names & {*one.keys(), str(one.get("/S")), str(one.get("/Type"))}
        marks = [mark for page in pdf.pages for mark in page.get("/Annots", [])]
        actions = [mark.A for mark in marks if "/A" in mark]
        assert {str(one.S) for one in actions} == {"/URI"}
        links = {str(one.URI) for one in actions}
        assert all(link.startswith(("https://", "http://", "mailto:")) for link in links)


def test_word(made):
    """Every part is sound XML; nothing in it is loaded, and links lead to the web."""
    with zipfile.ZipFile(io.BytesIO(made.write("docx"))) as file:
        for name in file.namelist():
            assert not name.endswith((".bin", ".js", ".vbs"))
            if not name.endswith((".xml", ".rels")):
                continue
            text = file.read(name).decode("utf-8")
            assert "<!DOCTYPE" not in text
            assert "<!ENTITY" not in text
            tree = ET.fromstring(text)  # noqa: S314 - our own, without a document type
            for one in tree.iter():
                assert "instrText" not in one.tag or not re.search(
                    r"DDE|INCLUDE|IMPORT|MACRO", one.text or ""
                )
                if one.get("TargetMode") == "External":
                    assert one.get("Type", "").endswith("/hyperlink")
                    assert SAFE.match(one.get("Target", ""))


def test_markdown(made):
    """As a forge shows it, with HTML let through, no markup of the texts comes alive."""
    text = made.write("markdown")
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    tags, links = set(), []
    for token in parser.parse(text):
        for child in (token, *(token.children or ())):
            if child.type in ("html_block", "html_inline"):
                tags.add(child.content.strip())
            links += [str(child.attrs[key]) for key in ("href", "src") if key in child.attrs]
    assert tags <= {"<br>"}
    assert links
    assert [link for link in links if not SAFE.match(link)] == []
    assert not [line for line in text.split("\n") if re.match(r"\s*(?:::|##\[)", line)]


def test_feeds_and_data(hostile_site):
    """Feeds are sound XML with words and links to the web; data are sound JSON."""
    feeds = list(hostile_site.rglob("*.xml"))
    assert feeds
    for path in feeds:
        text = path.read_text("utf-8")
        assert "<!" not in text.replace("<![CDATA[", "")
        for one in ET.fromstring(text).iter():  # noqa: S314 - our own
            if href := one.get("href"):
                assert SAFE.match(href)
            assert one.get("type") != "html" or "<script" not in (one.text or "").lower()
    for path in hostile_site.rglob("*.json"):
        json.loads(path.read_text("utf-8"))


def test_output_is_utf_8(made):
    """Whatever stands in a text, what is made of it can be written."""
    for name in ("html", "markdown"):
        written = made.write(name)
        assert written.encode("utf-8").decode("utf-8") == written
