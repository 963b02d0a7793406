from __future__ import annotations

from pathlib import Path

import pytest

from fardplan.documents.blocks import Section
from fardplan.documents.compose.document import Publication, compose
from fardplan.documents.document import dangling_links, walk
from fardplan.documents.html.render import render_html
from fardplan.documents.inline import Link, plain
from fardplan.documents.markdown.render import render_markdown
from fardplan.model.index import Index
from fardplan.source.collection import load
from fardplan.source.tree import WorkingTree
from tests.documents.composing import collect, edition, words

ROOT = Path(__file__).parents[2]
SHIPPED = sorted(path.parent.name for path in (ROOT / "roadmaps").glob("*/roadmap.yaml"))


def _compose(first, *others, lang=None, publication=None, glossary=None):
    collection = collect(first, *others, glossary=glossary)
    return compose(first, collection, Index.of(collection), lang, publication)


def _chapters(document):
    return [plain(section.title) for section in document.sections]


def test_least_of_all():
    """A roadmap that says next to nothing becomes a document that says what is missing."""
    document = _compose(edition())
    assert _chapters(document) == ["Om dokumentet"]
    assert words(document.sections).count("anges inte") == 5


def test_order_of_the_chapters():
    """What it is comes first, then why and how, the areas, the steering, and sources last."""
    document = _compose(
        edition(
            summary="S",
            drivers=["D"],
            sections=[
                {"title": "Sist", "place": "last"},
                {"title": "Före områdena", "place": "before_areas"},
                {"title": "Utan plats"},
                {"title": "Först", "place": "first"},
            ],
            vision={"title": "M", "key_message": "B"},
            principles=[{"text": "P"}],
            themes=[{"title": "T"}],
            preconditions=[{"title": "F"}],
            areas={"hemma": {"title": "Nära hemma"}},
            ongoing=[{"title": "Pågår"}],
            phases=[{"when": "2024"}],
            reporting={"to": "chefer"},
            owners=["regionen"],
            events=[{"kind": "workshop", "title": "W"}],
            questions=["Varför?"],
            replaces=["Den gamla"],
            references=[{"id": "r", "title": "R"}],
            annexes=[{"number": "1", "title": "B"}],
        )
    )
    chapters = [title for title in _chapters(document) if title != "Områden"]
    assert chapters == [
        "Sammanfattning", "Varför nära vård?", "Först", "M", "Så samarbetar vi", "Teman",
        "Förutsättningar på systemnivå", "Före områdena", "Utan plats", "Nära hemma",
        "Det här pågår", "Genomförande och tidplan", "Uppföljning och rapportering",
        "Styrning och ansvar", "Så togs färdplanen fram", "Sist", "Frågor om hela färdplanen",
        "Så hör färdplanen ihop med annat", "Källor och hänvisningar", "Bilagor", "Om dokumentet",
    ]  # fmt: skip


def test_broken_roadmap_is_still_a_document(template):
    """Ids written twice and references that lead nowhere break nothing and hide nothing."""
    broken = edition(
        themes=[{"id": "samma", "title": "Ett"}, {"id": "samma", "title": "Två"}],
        preconditions=[{"title": "Utan id"}, {"title": "Också utan"}],
        accountable="ingen",
        implements=[{"goal": "borta/mal"}],
        vision=None,
        goals={"mal": {"title": "Mål", "area": "saknas"}},
    )
    html = render_html(_compose(broken), template).replace("<wbr>", "")
    for said in ("Ett", "Två", "Utan id", "Också utan", "ingen", "borta/mal", "Mål"):
        assert said in html


def test_language():
    """Headings follow the roadmap's language, or the one that is asked for."""
    english = edition(language="en", drivers=["Age"])
    assert _compose(english).lang == "en"
    assert "Why close care?" in _chapters(_compose(english))
    assert "Varför nära vård?" in _chapters(_compose(english, lang="sv"))
    assert _compose(edition(language="fi")).lang == "sv"


def test_a_vision_is_called_so():
    """A målbild of its own is never called a roadmap."""
    document = _compose(edition(profile="vision", provenance={"text": "Så."}, replaces=["Den"]))
    assert _chapters(document)[:2] == ["Så togs målbilden fram", "Så hör målbilden ihop med annat"]


def test_publication():
    """The publisher stands on the cover, else the owners; other forms are linked."""
    link = Link("Som text", "prov.md")
    document = _compose(edition(owners=["regionen"]), publication=Publication(links=(link,)))
    assert (document.organisation, document.links) == ("Region Prov", (link,))
    assert _compose(edition(), publication=Publication("Förlaget")).organisation == "Förlaget"


def test_only_used_terms_are_explained():
    """The glossary holds the words that the document uses, whole words and explained ones alone."""
    terms = [
        {"id": "sip", "term": "samordnad plan", "abbreviation": "SIP", "definition": "En plan."},
        {"id": "vard", "term": "vård", "definition": "Hjälp."},
        {"id": "mas", "term": "MAS", "remarks": "Oförklarad."},
    ]
    document = _compose(
        edition(purpose="Alla får en SIP av MAS i omvården."),
        glossary={"format": 1, "terms": terms},
    )
    assert words(document.sections[0]) == "Ord och förkortningar samordnad plan (SIP) En plan."


def test_contacts_and_date():
    """Whom to ask, by role, and when it was last changed stand at the foot of the document."""
    contact = {"role": "Processledare", "organisation": "norr", "email": "a@example.se"}
    document = _compose(edition(contacts=[contact], updated="2024-05-02"))
    assert plain(document.updated) == "2 maj 2024"
    assert [plain(line) for line in document.contacts[0].lines] == ["Norra kommun", "a@example.se"]


@pytest.mark.parametrize("roadmap", SHIPPED)
def test_shipped_roadmap(roadmap, template):
    """Every shipped roadmap is a whole document: no dead links inside, twice the same bytes."""
    loaded = load(WorkingTree(ROOT))
    index = Index.of(loaded.collection)
    first, again = (
        compose(loaded.collection.editions[roadmap], loaded.collection, index) for _ in range(2)
    )
    assert dangling_links(first) == frozenset()
    assert first == again
    for lang in ("sv", "en"):
        document = compose(loaded.collection.editions[roadmap], loaded.collection, index, lang)
        assert render_html(document, template)
        assert render_markdown(document, template)


@pytest.mark.parametrize("roadmap", SHIPPED)
def test_no_chapter_is_empty(roadmap):
    """No heading stands without anything under it."""
    loaded = load(WorkingTree(ROOT))
    document = compose(
        loaded.collection.editions[roadmap], loaded.collection, Index.of(loaded.collection)
    )
    sections = [part for part in walk(document) if isinstance(part, Section)]
    empty = [plain(part.title) for part in sections if not (part.blocks or part.facts)]
    assert [title for title in empty if not _may_be_bare(loaded, roadmap, title)] == []


def _may_be_bare(loaded, roadmap, title):
    """Tell whether the source itself gives no more than a title."""
    edition_ = loaded.collection.editions[roadmap]
    bare = (*edition_.roadmap.themes, *edition_.roadmap.phases, *edition_.roadmap.decisions)
    return any(getattr(item, "title", None) == title for item in bare)
