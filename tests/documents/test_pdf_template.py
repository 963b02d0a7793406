"""What a repository may change of a PDF's look, and what it hears when that goes wrong."""

from __future__ import annotations

import io
import os
import shutil
import socket
import sys
import threading
from dataclasses import replace
from pathlib import Path

import page as page_validation
import pikepdf
import pytest
import typst

from fardplan.documents.blocks import Paragraph, Section
from fardplan.documents.document import Document
from fardplan.documents.engine import load_template
from fardplan.documents.inline import Link
from fardplan.documents.pdf.render import render_pdf, typeset
from fardplan.documents.template_fault import TemplateFault
from fardplan.errors import CannotRun
from fardplan.source.resources import templates_dir
from tests.documents.html_reading import squeeze
from tests.documents.pdf_reading import PdfFile

DOCUMENT = Document(
    lang="sv",
    title="Prov",
    sections=(Section("a", "Kapitlet", (Paragraph("Orden.", role="muted"),)),),
)


@pytest.fixture
def own(tmp_path: Path):
    """Return a function that writes the repository's own files and loads the template."""

    def load(files: dict[str, str]):
        for name, text in files.items():
            path = tmp_path / "templates" / "vår" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return load_template("vår", [tmp_path / "templates", templates_dir()])

    return load


def test_one_block_is_changed_alone(own) -> None:
    """A file of the repository's own replaces the built-in one, and all others stay."""
    template = own(
        {"typst/blocks/paragraph.typ": "#let draw(b, level, w) = par[Vårt sätt: #b.content]"}
    )
    said = squeeze(PdfFile(render_pdf(DOCUMENT, template)).tree.text)
    assert "Vårtsätt:Orden." in said
    assert "Kapitlet" in said


def test_a_part_of_a_file_is_changed(own) -> None:
    """An own file may take the built-in one of the same name and change what it wants of it."""
    template = own({
        "typst/blocks/paragraph.typ": (
            '#import "/builtin/blocks/paragraph.typ" as base\n'
            "#let draw(b, level, w) = { base.draw(b, level, w); par[Och ett ord till.] }"
        ),
    })  # fmt: skip
    file = PdfFile(render_pdf(DOCUMENT, template))
    said = squeeze(file.tree.text)
    assert "Orden.Ochettordtill." in said
    assert page_validation.validate_pdf_bytes(
        render_pdf(DOCUMENT, template), profile="ua1"
    ).is_compliant


def test_a_link_needs_a_place(own) -> None:
    """A template that does not show what a link leads to is told how it would."""
    document = replace(DOCUMENT, opening=(Paragraph(Link("Dit", "#a")),))
    template = own({"typst/blocks/section.typ": (
        '#import "/builtin/blocks/section.typ": flow, icon-of\n'
        "#let draw(b, level, w) = flow(b.blocks, level, w)"
    )})  # fmt: skip
    with pytest.raises(TemplateFault) as caught:
        render_pdf(document, template)
    assert caught.value.say("sv") == (
        "Mallen ”vår” visar inte det som en länk leder till: a. Skriv #anchored(b.anchor, level) "
        "där det ska visas."
    )


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("#let draw(b, level, w) = {\n  par(okänd)\n}", 2, "unknown variable: okänd"),
        ("#let draw(b, level, w) = (", 1, "unclosed delimiter"),
        ('#let draw(b, level, w) = image("finns-inte.png", alt: "x")', 1, "file not found"),
        ('\n#let draw(b, level, w) = read("/etc/passwd")', 2, "file not found"),
    ],
)
def test_a_broken_file_is_named_with_its_line(own, text: str, line: int, words: str) -> None:
    """What Typst says of an own file comes on one line, with the file as the user knows it."""
    template = own({"typst/blocks/paragraph.typ": text})
    with pytest.raises(TemplateFault) as caught:
        render_pdf(DOCUMENT, template)
    told = caught.value.say("sv")
    path = template.folders[0] / "typst/blocks/paragraph.typ"
    assert told.startswith(
        f"Mallfilen {path} går inte att använda, rad {line}. Typst säger: {words}"
    )
    assert "\n" not in told


@pytest.fixture
def asked_of_proxy(monkeypatch: pytest.MonkeyPatch):
    """Name a proxy to the whole process, and return what is asked of it."""
    asked: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as proxy:

        def answer() -> None:
            while True:
                try:
                    connection, _ = proxy.accept()
                except OSError:
                    return
                with connection:
                    asked.append(connection.recv(200))

        thread = threading.Thread(target=answer, daemon=True)
        thread.start()
        monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{proxy.getsockname()[1]}")
        monkeypatch.setenv("no_proxy", "")
        yield asked
        proxy.shutdown(socket.SHUT_RDWR)
        thread.join()


@pytest.mark.parametrize(
    "name", ['"@preview/tablex:0.0.8"', '"@pre" + "view/tablex:0.0.8"', '"@local/egen:1.0.0"']
)
def test_no_package_is_fetched(own, asked_of_proxy, name: str) -> None:
    """A template that imports a package is refused, however it is named, and nothing is asked."""
    template = own(
        {"typst/blocks/paragraph.typ": f"\n#import {name}: *\n#let draw(b, level, w) = par[Hej]"}
    )
    before = dict(os.environ)
    with pytest.raises(TemplateFault) as caught:
        render_pdf(DOCUMENT, template)
    path = template.folders[0] / "typst/blocks/paragraph.typ"
    assert caught.value.say("sv").startswith(f"Mallfilen {path}, rad 2, importerar ett paket. ")
    assert asked_of_proxy == []
    assert dict(os.environ) == before


def test_the_proxy_hears_of_a_package(tmp_path: Path, asked_of_proxy) -> None:
    """The test above can fail: without what it tests, Typst asks for the package."""
    page = tmp_path / "page.typ"
    page.write_text('#import "@preview/tablex:0.0.8": *', "utf-8")
    with pytest.raises(typst.TypstError, match="failed to download package"):
        typst.compile(page, root=tmp_path, package_cache_path=tmp_path / "none")
    assert asked_of_proxy[0].startswith(b"CONNECT packages.typst.org:443")


def test_what_lies_outside_is_not_read(own, tmp_path: Path) -> None:
    """A link out of the template's folder is followed by nobody."""
    (tmp_path / "hemligt.typ").write_text("#let draw(b, level, w) = par[Hemligt]", "utf-8")
    template = own({"typst/own.txt": ""})
    place = template.folders[0] / "typst" / "blocks"
    place.mkdir()
    (place / "paragraph.typ").symlink_to(tmp_path / "hemligt.typ")
    assert "Hemligt" not in PdfFile(render_pdf(DOCUMENT, template)).tree.text


def test_own_fonts_are_used(own, tmp_path: Path) -> None:
    """A font in the template's folder fills in what the built-in ones lack."""
    template = own({"typst/fonts/LÄSMIG.txt": "Här ligger typsnitt."})
    fonts = template.folders[-1] / "typst" / "fonts"
    shutil.copy(fonts / "serif-bold.ttf", template.folders[0] / "typst" / "fonts" / "eget.ttf")
    assert typeset(DOCUMENT, template, tmp_path)[1] == []


def test_no_font_of_the_machine_is_used() -> None:
    """Only fonts that come along are in the file, all of them as subsets."""
    template = load_template("roadmap", [templates_dir()])
    pdf = pikepdf.open(io.BytesIO(render_pdf(DOCUMENT, template)))
    names = {
        str(font.BaseFont).split("+")[-1]
        for part in pdf.pages
        for font in dict(part.Resources.Font).values()
    }
    assert names == {"FardplanSans-Regular", "FardplanSans-Bold", "FardplanSerif-Bold"}


def test_the_letters_of_the_north_are_in_the_fonts() -> None:
    """Swedish, Finnish, Sami, Meänkieli and Romani are set in the fonts of the template."""
    letters = "ÅÄÖåäöÉéÁáČčĐđŊŋŠšŦŧŽžÑñÓóÆæØøÏïŃńǦǧǨǩǤǥƷʒǮǯʹ ”’–—…§€²½×−≥≤→✓"
    content = (Paragraph(letters), Section("b", letters, (Paragraph(letters),)))
    document = Document(lang="sv", title="Prov", sections=(Section("a", "A", content),))
    template = load_template("roadmap", [templates_dir()])
    pdf = pikepdf.open(io.BytesIO(render_pdf(document, template)))
    fonts = {
        str(font.BaseFont) for part in pdf.pages for font in dict(part.Resources.Font).values()
    }
    assert not [name for name in fonts if "LastResort" in name or "Libertinus" in name]


@pytest.mark.parametrize("module", ["typst", "pikepdf"])
def test_what_to_install_is_said(module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra one line says how to get it."""
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(CannotRun) as caught:
        render_pdf(DOCUMENT, load_template("roadmap", [templates_dir()]))
    assert (
        caught.value.say("sv")
        == 'PDF kräver ett tillägg. Installera det: pip install "fardplan[pdf]"'
    )
    assert caught.value.say("en") == 'PDF needs an extra. Install it: pip install "fardplan[pdf]"'
