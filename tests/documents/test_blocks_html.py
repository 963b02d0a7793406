from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from fardplan.documents import blocks
from fardplan.documents.blocks import Block, Callout, Paragraph, Prose, Section, Unfold
from fardplan.documents.document import Document, Status
from fardplan.documents.html.render import render_html
from fardplan.documents.html.style import css_string
from fardplan.documents.inline import Badge
from fardplan.source.resources import templates_dir
from tests.documents.sample import SAMPLE, SCRIPT

VOID = {"meta", "br", "wbr", "hr", "img", "path", "circle", "rect", "link", "input"}


class Outline(HTMLParser):
    """Collect what the tests ask of a page, and check that every tag is closed in order."""

    def __init__(self, html: str) -> None:
        """Read the page."""
        super().__init__()
        self.open: list[str] = []
        self.headings: list[int] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.tags: set[str] = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the tag with its attributes."""
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.links += [value for name, value in attrs if name == "href" and value]
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Expect the end of the innermost tag."""
        if tag not in VOID:
            assert self.open.pop() == tag


@pytest.fixture(scope="module")
def page(template):
    """Return the sample as HTML."""
    return render_html(SAMPLE, template)


@pytest.fixture(scope="module")
def outline(page):
    """Return what the page consists of."""
    return Outline(page)


def _without_styles(html: str) -> str:
    html = re.sub(r"<style.*?</style>", "<style></style>", html, flags=re.DOTALL)
    return re.sub(r"style-src .*?; img-src", "style-src …; img-src", html, count=1)


def test_sample(page, golden):
    """The page of the sample is as agreed, stylesheets apart."""
    golden("sample.html", _without_styles(page))


def test_the_same_document_gives_the_same_bytes(template, page):
    """Rendering again changes nothing."""
    assert render_html(SAMPLE, template) == page


def test_a_page_is_well_formed(outline):
    """Every tag is closed in order."""
    assert outline.open == []


def test_headings_step_down_one_level_at_a_time(outline):
    """There is one h1, and no level is skipped."""
    levels = outline.headings
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(new <= old + 1 for old, new in pairwise(levels))


def test_ids_are_unique_and_every_inner_link_arrives(outline):
    """No id is used twice, and no link in the page leads nowhere."""
    assert len(outline.ids) == len(set(outline.ids))
    inner = {link[1:] for link in outline.links if link.startswith("#")}
    assert inner - set(outline.ids) == set()


def test_a_page_has_no_script_and_fetches_nothing(outline, page):
    """There is no element or attribute that runs or loads anything."""
    assert outline.tags & {"script", "iframe", "object", "embed", "link", "form", "base"} == set()
    assert {name for name in outline.attributes if name.startswith("on")} == set()
    assert outline.attributes & {"srcset", "style", "action"} == set()
    assert set(re.findall(r'src="(.{5})', page)) == {"data:"}
    assert set(re.findall(r"url\((.{6})", page)) == {'"data:'}


def test_the_policy_admits_exactly_the_styles_of_the_page(page):
    """Each hash is that of a style element, in order."""
    policy = page.partition('Content-Security-Policy" content="')[2].partition('"')[0]
    styles = re.findall(r"<style[^>]*>(.*?)</style>", page, re.DOTALL)
    hashes = [base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in styles]
    assert policy.replace("&#39;", "'") == (
        f"default-src 'none'; style-src 'sha256-{hashes[0]}' 'sha256-{hashes[1]}'; img-src data:; "
        "font-src data:; base-uri 'none'; form-action 'none'"
    )


def test_the_status_stands_in_the_title_and_on_every_sheet(template):
    """A status of any wording reaches the title and the running head."""
    status = Status(Badge('Remiss"</style>'))
    html = render_html(replace(SAMPLE, status=status), template)
    assert (
        "<title>Färdplan för nära vård i Exempelkommun – Remiss&#34;&lt;/style&gt;</title>" in html
    )
    assert r"@top-right { content: " + css_string('Remiss"</style>') in html
    assert html.count("</style>") == 2


def test_every_kind_of_block_has_its_template():
    """A block without a template, or a template without a block, is a mistake."""
    kinds = {
        kind.kind
        for kind in vars(blocks).values()
        if isinstance(kind, type) and issubclass(kind, Block) and kind is not Block
    }
    folder = templates_dir() / "roadmap/html/blocks"
    files = {path.name.removesuffix(".html.j2") for path in folder.iterdir()}
    assert files == (kinds - {"prose"}) | {"badges"}


def test_empty_blocks_leave_no_trace(template):
    """Blocks without content add nothing to the page."""
    empty = (
        Paragraph(""), blocks.Items(()), blocks.Facts(()), blocks.Questions("?", ()),
        blocks.Keywords(()), blocks.Cards(()), blocks.Board("x", ()), blocks.Steps(()),
        blocks.Timeline((), "x"), blocks.Table("x", ("a",), ()), Callout("note", ()),
    )  # fmt: skip
    bare = Document(lang="sv", title="T", sections=(Section("a", "A"),))
    filled = replace(bare, sections=(Section("a", "A", empty),))
    assert render_html(filled, template) == render_html(bare, template)


def test_the_page_speaks_the_language_of_the_document(template):
    """What the page itself says is English in an English document."""
    html = render_html(replace(SAMPLE, lang="en"), template)
    assert '<html lang="en">' in html
    for words in ("Skip to the content", "Contents", "Back to top", "Notes", "Contact"):
        assert f">{words}<" in html
    assert "Innehåll" not in html.partition("</style>\n</head>")[2]


def test_a_figure_holds_both_drawings_and_the_table(template):
    """The drawing for a page and the one for a phone have ids of their own, beside the data."""
    html = render_html(SAMPLE, template)
    figure = html.partition('<figure class="drawing">')[2].partition("</figure>")[0]
    assert [found[1] for found in re.finditer(r' id="([^"]+)"', figure)] == [
        "_inskrivningar-title", "_inskrivningar-text",
        "_inskrivningar-smal-title", "_inskrivningar-smal-text",
    ]  # fmt: skip
    assert "style=" not in figure
    assert SCRIPT not in figure
    rows = figure.partition("<tbody")[2]
    assert re.findall(r"data-label=\"År\">(\d+)", rows) == ["2022", "2023", "2024"]


def test_sixty_projektplaner(template):
    """A document with sixty projektplaner holds each part of each, once."""
    plans = tuple(
        Section(
            f"a-{n}",
            f"Aktivitet {n}",
            (Unfold("Projektplan", tuple(Prose(f"Del {part} av **plan** {n}.\n\n- ett\n- två") for part in range(5))),),
        )
        for n in range(60)
    )  # fmt: skip
    document = Document(lang="sv", title="T", sections=(Section("s", "S", plans),))
    html = render_html(document, template)
    parts = [
        f"Del {part}&nbsp;av <strong>plan</strong> {n}." for n in range(60) for part in range(5)
    ]
    assert [html.count(part) for part in parts] == [1] * 300
