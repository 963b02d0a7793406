"""How a document stands, in words, in every place where that is asked for."""

from __future__ import annotations

import pytest

from fardplan.documents.compose import standing
from fardplan.documents.compose.document import Publication, compose
from fardplan.documents.html.render import render_html
from fardplan.documents.inline import Link, plain
from fardplan.documents.markdown.render import render_markdown
from fardplan.locales.licences import LICENCES, find_licence
from fardplan.model.index import Index
from fardplan.model.terms import RoadmapStatus
from tests.documents.composing import collect, edition, facts, sections, view_of, words

DECIDED = {
    "kind": "adopt", "body": "styrelsen", "paragraph": "23", "date": "2024-03-04",
    "objects": [{"roadmap": "plan"}],
}  # fmt: skip


def _compose(publication=None, **values):
    one = edition(**values)
    collection = collect(one)
    return compose(one, collection, Index.of(collection), publication=publication)


@pytest.mark.parametrize(
    ("status", "badge", "tone", "banners"),
    [
        (None, "Status anges inte", "quiet", []),
        ("draft", "Utkast", "caution", ["Det här är ett utkast. Innehållet kan ändras."]),
        (
            "consultation",
            "Remissversion",
            "caution",
            ["Det här är en remissversion. Innehållet kan ändras efter svaren."],
        ),
        (
            "proposed",
            "Förslag",
            "caution",
            ["Det här är ett förslag som ännu inte är antaget."],
        ),
        ("adopted", "Antagen", "good", []),
        ("in_force", "Gällande", "good", []),
        ("under_revision", "Under revidering", "accent", []),
        ("expired", "Upphört", "critical", ["Färdplanen har upphört att gälla."]),
        ("replaced", "Ersatt", "critical", ["Färdplanen är ersatt av en senare version."]),
        ("withdrawn", "Återkallad", "critical", ["Färdplanen är återkallad."]),
    ],
)
def test_status(status, badge, tone, banners):
    """The status stands in words, and one to beware of stands across the top."""
    view = view_of(edition(status=status))
    shown = standing.status(view)
    assert (shown.badge.text, shown.badge.tone) == (badge, tone)
    assert shown.stated is (status is not None)
    assert [plain(banner.content) for banner in standing.banners(view)] == banners


def test_every_status_is_tried():
    """No status is left without words of its own."""
    assert set(standing.TONES) == set(RoadmapStatus)


def test_fiction_across_the_top():
    """A fictional roadmap says so before anything else."""
    view = view_of(edition(fictional=True, status="draft"))
    said = [plain(banner.content) for banner in standing.banners(view)]
    assert [line[:30] for line in said] == [
        "Det här är ett påhittat exempe", "Det här är ett utkast. Innehål",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ({}, "Status anges inte"),
        ({"status": "draft", "version": "2.0"}, "Utkast · version 2.0"),
        (
            {"status": "adopted", "version": "1.0", "decisions": [DECIDED]},
            "Antagen · version 1.0 · 2024-03-04",
        ),
    ],
)
def test_line_on_every_sheet(values, line, template):
    """The head of each printed sheet says status, version and day of decision."""
    document = _compose(**values)
    assert document.standing == line
    page = render_html(document, template)
    assert f"<title>Plan – {line.split(' · ')[0]}</title>" in page.replace(document.title, "Plan")


IN_FORCE = Link("2025 (version 2.0)", "../index.html")


def test_replaced_by_the_version_in_force(template):
    """An adopted version that a later one has replaced says so everywhere, and leads there."""
    around = Publication(in_force=IN_FORCE, replaced=True)
    document = _compose(around, status="adopted", version="1.0")
    assert document.status.badge.text == "Ersatt"
    assert document.standing == "Ersatt · version 1.0"
    assert document.metadata["status"] == "Ersatt"
    assert facts(sections(document)["om-dokumentet"])["Status"] == "Ersatt"
    (banner,) = document.banners
    assert plain(banner.content) == (
        "Det här är en äldre version av färdplanen. Den version som gäller: 2025 (version 2.0)."
    )
    assert '<a href="../index.html">2025 (version 2.0)</a>' in render_html(document, template)
    assert "[2025 (version 2.0)](../index.html)" in render_markdown(document, template)


def test_draft_beside_the_version_in_force():
    """A draft stays a draft, and says which version is to be followed meanwhile."""
    document = _compose(Publication(in_force=IN_FORCE), status="draft")
    assert document.status.badge.text == "Utkast"
    assert plain(document.status.detail) == "Den version som gäller: 2025 (version 2.0)"
    # what was withdrawn is not replaced, whatever came later
    later = Publication(in_force=IN_FORCE, replaced=True)
    assert _compose(later, status="withdrawn").status.badge.text == "Återkallad"


def test_metadata():
    """What a register asks for goes into the document's properties, and only what is stated."""
    values = {
        "version": "1.0", "status": "in_force", "registry_number": "KS 2024/1",
        "validity": {"from": 2023, "to": 2026}, "updated": "2024-05-02", "decisions": [DECIDED],
    }  # fmt: skip
    assert _compose(Publication(licence="CC0-1.0"), **values).metadata == {
        "roadmap": "plan",
        "year": "2024",
        "version": "1.0",
        "status": "Gällande",
        "validity": "2023–2026",
        "registry-number": "KS 2024/1",
        "decision": "Kommunstyrelsen, §\u00a023, 4 mars 2024",
        "decided": "2024-03-04",
        "updated": "2024-05-02",
        "license": "CC0-1.0",
    }
    assert _compose().metadata == {
        "roadmap": "plan", "year": "2024", "status": "Status anges inte",
    }  # fmt: skip


def test_metadata_in_every_form(template):
    """The properties stand in the head of the web page."""
    page = render_html(_compose(Publication(licence="CC0-1.0"), registry_number="KS 1"), template)
    assert '<meta name="registry-number" content="KS 1">' in page
    assert '<meta name="license" content="CC0-1.0">' in page


@pytest.mark.parametrize(
    ("written", "words_", "address"),
    [
        ("CC0-1.0", "CC0 1.0 (fritt att använda)",
         "https://creativecommons.org/publicdomain/zero/1.0/deed.sv"),
        ("cc-by-4.0 ", "Creative Commons Erkännande 4.0 (CC\u00a0BY)",
         "https://creativecommons.org/licenses/by/4.0/deed.sv"),
    ],
)  # fmt: skip
def test_known_licence(written, words_, address, template):
    """A licence that is known by its id is told by its name, and leads to its text."""
    document = _compose(Publication(licence=written))
    assert document.licence == Link(words_, address)
    assert facts(sections(document)["om-dokumentet"])["Licens för innehållet"] == words_
    assert f'href="{address}">{words_}</a>' in render_html(document, template)
    assert f"Licens för innehållet: [{words_}]({address})." in render_markdown(document, template)


def test_licence_in_other_words(template):
    """A licence that is no known id stands as it was written; without one nothing is said."""
    document = _compose(Publication(licence="Fråga kansliet"))
    assert document.licence == "Fråga kansliet"
    assert "Licens för innehållet: Fråga kansliet." in render_markdown(document, template)
    assert "Licens" not in render_markdown(_compose(), template)


@pytest.mark.parametrize("written", sorted(LICENCES))
def test_every_licence_has_an_address(written):
    """Each licence has a name and an address in both languages, whatever the case of its id."""
    licence = find_licence(written.upper())
    assert licence
    for lang in ("sv", "en"):
        assert licence.say(lang)
        assert licence.url(lang).startswith("https://")


def test_statement_is_linked(template):
    """Every form leads to the accessibility statement, where there is one."""
    address = "https://www.example.se/tillganglighet"
    document = _compose(Publication(statement=address))
    assert f'href="{address}">Tillgänglighetsredogörelse</a>' in render_html(document, template)
    assert f"[Tillgänglighetsredogörelse]({address})" in render_markdown(document, template)
    told = facts(sections(document)["om-dokumentet"])
    assert told["Tillgänglighet"] == "Tillgänglighetsredogörelse"
    assert "Tillgänglighetsredogörelse" not in render_markdown(_compose(), template)


def test_corrections_are_listed():
    """What was corrected stands in the document: when, what, and by which role."""
    row = {"date": "2024-05-02", "what": "Rätt namn på gruppen", "by": "Kansliet"}
    document = _compose(corrections=[row])
    assert words(sections(document)["rattelser"]) == (
        "Rättelser 2 maj 2024: Rätt namn på gruppen (Kansliet)"
    )
