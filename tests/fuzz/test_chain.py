"""Made-up roadmaps through the whole chain: written, read, judged, compared, rendered, laid out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from hypothesis import HealthCheck, given, settings
from lxml import html

from fardplan.changes._base import Change, ChangeKind, Comparison, Side
from fardplan.changes._compare import compare
from fardplan.documents.compose.document import compose
from fardplan.documents.document import Document
from fardplan.documents.engine import Template, load_template
from fardplan.documents.html.render import render_html
from fardplan.documents.markdown.render import render_markdown
from fardplan.documents.typography import set_text
from fardplan.editing.layout import lay_out
from fardplan.formats import changes_json, changes_markdown, changes_text
from fardplan.formats._page import Page
from fardplan.locales.text import LANGUAGES
from fardplan.model.edition import Edition
from fardplan.model.index import Index
from fardplan.rules._engine import Judging, judge
from fardplan.rules._registry import RULES
from fardplan.source.collection import Loaded, load
from fardplan.source.resources import templates_dir
from fardplan.source.yaml import read_yaml
from tests.changes.editions import MemoryTree
from tests.fuzz.roadmaps import HOME, roadmaps

READING = {
    "yaml-syntax", "unreadable-file", "duplicate-key", "unknown-key", "missing-key", "invalid-value",
}  # fmt: skip
RAW = re.compile(r"EntityRef|FuzzyTime|mappingproxy|<[A-Z]\w+ object")
SLOW = settings(
    suppress_health_check=list(HealthCheck), max_examples=40, derandomize=True, database=None
)
"""The same roadmaps each time, as `make fuzz` has the same inputs: what passes once passes again."""

Files = dict[str, str]


@cache
def template() -> Template:
    """Return the built-in template."""
    return load_template("roadmap", [templates_dir()])


def read(files: Files) -> tuple[Loaded, Edition, Index]:
    """Return what some files make, of which nothing may be lost."""
    loaded = load(MemoryTree(files))
    assert (dict(loaded.faults), dict(loaded.misfits)) == ({}, {})
    return loaded, loaded.collection.editions[HOME], Index.of(loaded.collection)


@given(roadmaps())
@SLOW
def test_judged(files):
    """Whatever fits the models is judged by every rule, and never for how it is written."""
    loaded, _, _ = read(files)
    found = judge(loaded, MemoryTree(files), Judging(RULES, date(2024, 6, 1)))
    assert {finding.rule for finding in found} & READING == set()
    for finding in found:
        lines = files[finding.file].split("\n") if finding.file in files else [""]
        assert finding.place.column - 1 <= len(lines[finding.place.line - 1])
        for lang in LANGUAGES:
            assert RAW.findall(finding.say(lang) + (finding.say_hint(lang) or "")) == []


@given(roadmaps(), roadmaps())
@SLOW
def test_compared(old, new):
    """Nothing differs from itself, and what differs from another is told in words, both ways."""
    (_, before, old_index), (_, after, new_index) = read(old), read(new)
    assert compare(after, after, new_index, new_index) == ()
    there = compare(before, after, old_index, new_index)
    back = compare(after, before, new_index, old_index)
    assert kinds_of(back) == kinds_of([one.mirrored() for one in there])
    sides = Side("2023", None, 2023, None), Side(".", None, 2024, None)
    found = Comparison(HOME, *sides, there)
    for lang in LANGUAGES:
        for form in (changes_text, changes_markdown, changes_json):
            assert RAW.findall(form.write(found, Page(lang))) == []


def kinds_of(changes: Iterable[Change]) -> list[ChangeKind]:
    """Return the kinds of changes, but for what says who is who: the newer version alone knows it."""
    return sorted(one.kind for one in changes if one.path[-1:] != ("previously",))


@given(roadmaps())
@SLOW
def test_rendered(files):
    """Every title stands in the page, and in the Markdown, and nothing in them runs or fetches."""
    loaded, edition, index = read(files)
    document = compose(edition, loaded.collection, index)
    page = render_html(document, template())
    check_page(page)
    text = plain(" ".join(html.fromstring(page).itertext()), document)
    written = render_markdown(document, template())
    assert RAW.findall(written) == []
    titles = [
        one.title
        for found in (edition.areas, edition.goals, edition.activities)
        for one in found.values()
    ]
    for title in (edition.roadmap.title, *titles):
        assert plain(title, document) in text


def plain(text: str, document: Document) -> str:
    """Return the letters and digits alone: how dashes and quotes are set does not matter."""
    return re.sub(r"\W+", " ", set_text(text, document.lang)).strip().casefold()


def check_page(page: str) -> None:
    """Assert that a page holds no script of anybody's and leads nowhere but to addresses."""
    for element in html.fromstring(page).iter():
        if not isinstance(element.tag, str):
            continue
        assert element.tag not in ("script", "iframe", "object", "embed"), element.tag
        for name, value in element.attrib.items():
            assert not name.startswith("on"), name
            assert not re.match(r"\s*(javascript|data|vbscript):", value, re.IGNORECASE), value


@given(roadmaps())
@SLOW
def test_laid_out(files):
    """`fmt` keeps every value of every file, and finds nothing more to do the second time."""
    for path, text in files.items():
        laid = lay_out(path, text.encode())
        assert laid.fault is None
        assert read_yaml(laid.data) == read_yaml(text.encode())
        assert lay_out(path, laid.data) == laid
