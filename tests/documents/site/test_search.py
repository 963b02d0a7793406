"""What the search page is given to search: words of each page, and words inside compounds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from fardplan.documents.blocks import Callout, Item, Items, Paragraph, Prose, Section
from fardplan.documents.document import Document
from fardplan.documents.inline import Link, Strong
from fardplan.documents.site.search import (
    LONGEST_TEXT,
    SearchEntry,
    split_compound,
    text_of,
    write_search_data,
)

KNOWN = {"trygghet", "team", "hem", "sjukvård", "vård", "plan", "färd", "barn", "hälsa"}


@pytest.mark.parametrize(
    ("word", "last"),
    [("trygghetsteam", "team"), ("hemsjukvård", "sjukvård"), ("färdplan", "plan"),
     ("barnhälsa", "hälsa"), ("plan", ""), ("barnen", ""), ("xyzplan", ""), ("", "")],
)  # fmt: skip
def test_compounds(word, last):
    """A word of two words that stand by themselves is found by the last one too."""
    assert split_compound(word, KNOWN) == last


def read(script: str) -> Any:
    """Return the data in the script."""
    return json.loads(script.removeprefix("window.fardplanSearch = ").removesuffix(";\n"))


def test_data():
    """Each entry carries what is shown and searched, compounds by words of any other page."""
    one = SearchEntry("a.html", "Trygghetsteam", "aktivitet", "Länet", "Ett team.")
    two = SearchEntry("b.html", "Trygghet")
    written = write_search_data([one, two], "sv").decode()
    assert read(written) == {
        "lang": "sv",
        "entries": [
            {"address": "a.html", "title": "Trygghetsteam", "kind": "aktivitet", "place": "Länet",
             "text": "Ett team.", "inside": "team"},
            {"address": "b.html", "title": "Trygghet", "kind": "", "place": "", "text": "", "inside": ""},
        ],
    }  # fmt: skip


def test_nothing_ends_the_script():
    """What the texts hold stays data, also what ends a line for some readers of scripts."""
    written = write_search_data([SearchEntry("a.html", "\u2028\"'`</script>\\")], "sv").decode()
    assert written.count("\n") == 1
    assert "\u2028" not in written
    assert read(written)["entries"][0]["title"] == "\u2028\"'`</script>\\"


def test_text_in_reading_order():
    """Words come as they are read, marks and Markdown taken off, each once, and kept apart."""
    document = Document(
        lang="sv",
        title="Rubriken",
        opening=(Prose("Först **detta**."),),
        sections=(
            Section(
                "del",
                "Avsnittet",
                blocks=(
                    Paragraph(("Sedan ", Strong("starkt"), " och ", Link("länken", "x.html"))),
                    Items((Item("Punkt ett", blocks=(Paragraph("under den"),)), Item("Punkt två"))),
                    Callout("note", (Paragraph("I rutan"),), title="Ruta"),
                ),
            ),
        ),
    )
    assert text_of(document) == (
        "Först detta. Avsnittet · Sedan starkt och länken · Punkt ett · under den · Punkt två · "
        "Ruta · I rutan"
    )


def test_long_texts_end_with_a_whole_word():
    """No more of a page is searched than what it is about, and no word is cut."""
    document = Document(lang="sv", title="Lång", opening=(Prose("ordet " * 1000),))
    text = text_of(document)
    assert (len(text) <= LONGEST_TEXT, text.split(" ")[-1]) == (True, "ordet")


def test_programs_of_others_are_told():
    """Each vendored program is listed with its licence beside it."""
    folder = Path(__file__).parents[3] / "templates" / "site" / "search" / "vendor"
    told = (folder / "README.md").read_text("utf-8")
    for program in folder.glob("*.js"):
        assert f"`{program.name}`" in told
        assert f"`{program.stem}-LICENSE.txt`" in told
        assert (folder / f"{program.stem}-LICENSE.txt").is_file()
