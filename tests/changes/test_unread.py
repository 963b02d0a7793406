"""What cannot be read in one of the versions is said, and is not taken for gone."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from fardplan.changes._base import Comparison
from fardplan.formats import changes_html, changes_json, changes_markdown, changes_text
from fardplan.formats._page import Page
from fardplan.pipeline.comparison import compare_versions

HOME = "roadmaps/lan"
FILES = {
    "roadmap.yaml": "format: 1\ntitle: Länets färdplan\nyear: 2024\nprofile: action\n"
    "parties: [kumla]\nfunding: [{id: medel, kind: own_budget, title: Egna medel}]\n",
    "vision.yaml": "title: Målbild\n",
    "areas/vard.yaml": "title: Vård\n",
    "goals/hemgang.yaml": "title: Hemgång\narea: vard\n",
    "activities/tullhuset.yaml": "title: Tullhuset\ngoal: hemgang\nend: 2025\n"
    "projektplan: {financing: [{source: medel, year: 2024, amount: 100}]}\n",
}
BROKEN = "title: [\n"


def write(root: Path, files: dict[str, str]) -> str:
    """Write a roadmap and the organisations, and return the folder as a version."""
    for path, text in files.items():
        (root / HOME / path).parent.mkdir(parents=True, exist_ok=True)
        (root / HOME / path).write_text(text, encoding="utf-8")
    shared = "format: 1\norganisations: [{id: kumla, title: Kumla kommun}]\n"
    (root / "roadmaps/organisations.yaml").write_text(shared, encoding="utf-8")
    return f"{root}/"


def compare(tmp_path: Path, old: dict[str, str], new: dict[str, str]) -> Comparison:
    """Return what differs between the same roadmap with some other files."""
    specs = [write(tmp_path / name, FILES | files) for name, files in (("förr", old), ("nu", new))]
    return compare_versions(tmp_path / "nu", "lan", *specs).comparison


@pytest.mark.parametrize("document", FILES)
def test_a_file_that_cannot_be_read_is_not_gone(tmp_path, document):
    """A broken file takes nothing back, forwards and backwards, and stands with its version."""
    forward = compare(tmp_path / "a", {}, {document: BROKEN})
    assert (forward.changes, forward.money) == ((), ())
    assert (forward.old.unread, forward.new.unread) == ((), (f"{HOME}/{document}",))
    backward = compare(tmp_path / "b", {document: BROKEN}, {})
    assert (backward.changes, backward.money) == ((), ())
    assert (backward.old.unread, backward.new.unread) == ((f"{HOME}/{document}",), ())


def test_the_rest_is_compared(tmp_path):
    """One broken file hides nothing in the others."""
    rest = {"goals/hemgang.yaml": "title: Ny\n", "vision.yaml": "title: Ny målbild\n"}
    found = compare(tmp_path, {}, {"activities/tullhuset.yaml": BROKEN, **rest})
    assert {change.entity.kind for change in found.changes} == {"goal", "vision"}


@pytest.mark.parametrize(
    ("written", "garbled"),
    [
        ("year: 2024", "year: tjugo"),
        ("profile: action", "profile: handling"),
        ("parties: [kumla]", "parties: [kumla]\nparties: [kumla]"),
    ],
)
def test_what_is_garbled_is_that_of_the_other(tmp_path, written, garbled):
    """What cannot be read of roadmap.yaml is as in the other version, and the file is named."""
    text = FILES["roadmap.yaml"].replace(written, garbled)
    found = compare(tmp_path, {}, {"roadmap.yaml": text})
    assert (found.changes, found.new.year) == ((), 2024)
    assert (found.new.unread, found.new.partly_read) == ((), (f"{HOME}/roadmap.yaml",))


def test_a_garbled_value_is_said(tmp_path):
    """A value that does not fit may look as if it were gone: the file is named."""
    garbled = FILES["activities/tullhuset.yaml"].replace("end: 2025", "end: 2025-13")
    found = compare(tmp_path, {}, {"activities/tullhuset.yaml": garbled})
    assert found.new.partly_read == (f"{HOME}/activities/tullhuset.yaml",)


def test_an_unknown_key_is_ignored(tmp_path):
    """Old content may hold keys that are no longer known."""
    old = FILES["activities/tullhuset.yaml"] + "gammalt: ja\n"
    found = compare(tmp_path, {"activities/tullhuset.yaml": old}, {})
    assert (found.changes, found.old.unread, found.old.partly_read) == ((), (), ())


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("sv", f"Filen {HOME}/goals/hemgang.yaml går inte att läsa (2024), och är inte jämförd."),
        ("en", f"The file {HOME}/goals/hemgang.yaml cannot be read (2024), and is not compared."),
    ],
)
def test_every_format_says_so(tmp_path, lang, words):
    """What cannot be read stands in every format, before all else."""
    found = compare(tmp_path, {}, {"goals/hemgang.yaml": BROKEN})
    page = Page(lang)
    assert words in changes_text.write(found, page)
    assert words in changes_markdown.write(found, page)
    html = re.sub(r"<[^>]+>", "", changes_html.write(found, page))
    assert words in html.replace("\u00a0", " ")
    written = json.loads(changes_json.write(found, page))
    assert written["new"]["unread"] == [f"{HOME}/goals/hemgang.yaml"]
