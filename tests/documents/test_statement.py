"""The accessibility statement: every part that the law asks for, out of the settings alone."""

from __future__ import annotations

import pytest

from fardplan.documents.compose.statement import accessibility_statement, find_statement
from fardplan.documents.document import walk
from fardplan.documents.html.render import render_html
from fardplan.documents.inline import Link
from fardplan.locales.text import LANGUAGES
from fardplan.source.settings import Settings, read_settings
from tests.documents.composing import facts, sections, table, words
from tests.source.test_accessibility import WHOLE

PARTS = ["hur-tillganglig", "innehall", "hjalp", "rapportera", "tillsyn", "provning"]


def _settings(text=WHOLE):
    return read_settings(text.encode(), ())[0]


def test_whole():
    """All parts stand in the order of the model, with what the settings say."""
    document = accessibility_statement(_settings(), "sv")
    parts = sections(document)
    assert list(parts) == PARTS
    assert document.title == "Tillgänglighetsredogörelse"
    assert document.subtitle == "fardplan.example.se"
    assert document.organisation == "Region Exempel"
    assert words(document.opening).startswith(
        "Region Exempel står bakom webbplatsen ”fardplan.example.se”."
    )
    assert "delvis förenlig med lagen" in words(parts["hur-tillganglig"])
    assert table(parts["innehall"], "Uppfyller inte lagens krav") == [
        ("Vad", "Varför", "Gör så här i stället", "Åtgärdas"),
        ("Kartan", "Färgerna är för lika.", "Tabellen under den.", "hösten 2026"),
    ]
    assert table(parts["innehall"], "Oskäligt betungande att anpassa (12\u00a0§)") == [
        ("Vad", "Varför"),
        ("Inlästa bilagor", "De är 400 sidor."),
    ]
    assert "Svarstiden är normalt två arbetsdagar." in words(parts["hjalp"])
    assert "hjalp@example.se Telefon: 019-21 10 00 Webb: example.se" in words(parts["rapportera"])
    assert facts(parts["provning"]) == {
        "Metod": "Granskning av någon utomstående",
        "Krav": "EN\u00a0301\u00a0549, kapitel 9 för sidor och kapitel 10 för filer, som lagen hänvisar "
        "till. Målet är WCAG 2.2 på nivå AA.",
        "Senast bedömd": "1 mars 2026",
        "Webbplatsen publicerades": "15 januari 2025",
        "Redogörelsen uppdaterades senast": "2 mars 2026",
    }


def test_supervision():
    """Digg supervises, and takes reports; the settings may name who has come in its place."""
    supervision = sections(accessibility_statement(Settings(), "sv"))["tillsyn"]
    assert Link("anmäla bristen till Digg", "https://www.digg.se/tdosanmalan") in walk(supervision)
    supervision = sections(accessibility_statement(_settings(), "sv"))["tillsyn"]
    assert "Digg" not in words(supervision)
    way = Link("anmäla bristen till Tillsynsmyndigheten", "https://example.se/tillsyn")
    assert way in walk(supervision)


def test_nothing_is_invented():
    """Without settings every part is there, and says that it is not stated."""
    parts = sections(accessibility_statement(Settings(), "sv"))
    assert list(parts) == PARTS
    assert words(parts["hur-tillganglig"].blocks) == (
        "Hur väl webbplatsen uppfyller lagen anges inte."
    )
    assert words(parts["innehall"].blocks) == "Vad som inte är tillgängligt anges inte."
    assert words(parts["rapportera"].blocks) == "Hur man meddelar brister anges inte."
    assert "Svarstiden anges inte." in words(parts["hjalp"])
    stated = facts(parts["provning"])
    del stated["Krav"]
    assert set(stated.values()) == {"anges inte"}
    assert words(accessibility_statement(Settings(), "sv").opening) == (
        "Vem som står bakom webbplatsen anges inte."
    )


@pytest.mark.parametrize(
    ("compliance", "said"),
    [
        ("full", "Webbplatsen är helt förenlig med lagen"),
        ("partial", "Webbplatsen är delvis förenlig med lagen"),
        ("none", "Webbplatsen är inte förenlig med lagen"),
    ],
)
def test_compliance(compliance, said):
    """The state of compliance is said in the words of the law."""
    document = accessibility_statement(_settings(WHOLE.replace("partial", compliance)), "sv")
    assert said in words(sections(document)["hur-tillganglig"])


def test_wholly_compliant():
    """A website that complies says that no shortcomings are known."""
    text = WHOLE.partition("[[")[0].replace("partial", "full")
    parts = sections(accessibility_statement(_settings(text), "sv"))
    assert words(parts["innehall"].blocks) == "Vi känner inte till några brister."


@pytest.mark.parametrize("lang", LANGUAGES)
def test_page(lang, template):
    """It is a page as all others, in each language."""
    page = render_html(accessibility_statement(_settings(), lang), template)
    assert f'<html lang="{lang}">' in page
    assert page.count("<h1") == 1


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("", ""),
        ('[site]\nbase-url = "https://a.se"', ""),
        ('[accessibility]\nstatement-url = "https://b.se/x"', "https://b.se/x"),
        ("[accessibility]\ncompliance = 'full'", ""),
        (
            "[accessibility]\ncompliance = 'full'\n[site]\nbase-url = 'https://a.se/'",
            "https://a.se/accessibility.html",
        ),
    ],
)
def test_where_it_stands(text, address):
    """It stands where the organisation has it, else on the site; a guess leads nowhere."""
    assert find_statement(_settings(text)) == address
