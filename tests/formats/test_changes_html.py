"""Changes as a web page: one file, headings in order, changed words marked and announced."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from fardplan.changes._approvals import approve
from fardplan.changes._base import Comparison, IdleApproval, Side
from fardplan.changes._compare import compare
from fardplan.documents.document import Document
from fardplan.formats import changes_html
from fardplan.formats._page import Page
from fardplan.locales.text import LANGUAGES, Lang
from fardplan.model.approval import Approval
from fardplan.pipeline.comparison import compare_versions
from tests.changes.editions import diff
from tests.changes.generated import EDITIONS, build

ROOT = Path(__file__).parent.parent.parent
SIDES = (
    Side("2023", "a" * 40, 2023, "1.0", "Färdplan"),
    Side(".", None, 2024, "2.0", "Färdplan"),
)
OLD = {
    "areas/vard.yaml": "title: Vård\n",
    "goals/a.yaml": "title: Hemgång\narea: vard\n",
    "activities/x.yaml": "title: Tullhuset\ngoal: a\nwording: Vi prövar ett team.\nend: 2024\n",
}
NEW = OLD | {
    "activities/x.yaml": "title: Tullhuset\ngoal: a\nwording: Vi inför ett team.\nend: 2025\n"
    "reason: Lokalen dröjer.\n",
    "activities/y.yaml": "title: Dietist direkt\ngoal: a\n",
}


def approval(fingerprint: str, kind: str = "date-slipped") -> Approval:
    """Return an approval."""
    return Approval.model_validate(
        {
            "fingerprint": fingerprint, "kind": kind, "entity": "activity lanet/x",
            "by": "Chefsgruppen", "decision": "§ 12", "date": "2024-03-05",
        }
    )  # fmt: skip


def comparison() -> Comparison:
    """Return changes of every sort that the page has a place for."""
    found = diff(OLD, NEW)
    slip = next(change for change in found if change.kind == "date-slipped")
    changes, _ = approve(found, [approval(slip.fingerprint)])
    idle = (IdleApproval(approval("0", "dropped")),)
    return Comparison("lanet", *SIDES, changes, ("vard",), idle=idle)


def body(page: str) -> str:
    """Return what a reader sees, without styles."""
    return re.sub(r"<svg.*?</svg>", "", page[page.index("<body") :], flags=re.DOTALL)


class Outline(HTMLParser):
    """Collects headings and ids."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.levels: list[int] = []
        self.ids: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the level of a heading, and every id."""
        if re.fullmatch(r"h[1-6]", tag):
            self.levels.append(int(tag[1]))
        self.ids += [str(value) for name, value in attrs if name == "id"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_page(lang, golden):
    """The page is the one that was read and found right."""
    golden(f"changes.{lang}.html", body(changes_html.write(comparison(), Page(lang))))


def test_changed_words_are_announced():
    """What is gone stands in `del`, what is new in `ins`, with words for those who hear the page."""
    page = changes_html.write(comparison(), Page("sv"))
    assert (
        '<del><span class="unseen">Borttaget: </span>prövar'
        '<span class="unseen"> Slut på ändringen.</span></del>'
        '<ins><span class="unseen">Tillagt: </span>inför'
        '<span class="unseen"> Slut på ändringen.</span></ins>'
    ) in page


def test_weakened_comes_first_with_reason_and_approval():
    """Weakened commitments come first, with why, and by whom and in which decision approved."""
    page = changes_html.write(comparison(), Page("sv"))
    headings = re.findall(r"<h2>.*?<span>(.*?)</span></h2>|<h2>(.*?)</h2>", page)
    assert [re.sub(r"<[^>]+>", "", "".join(found)) for found in headings] == [
        "Försvagade åtaganden", "Vård", "Godkännanden som inte används här",
    ]  # fmt: skip
    words = re.sub(r"<[^>]+>", "", page).replace("\u00a0", " ")
    assert (
        "Slut senareläggs: var 2024, är nu 2025 (12 månader). Orsak: Lokalen dröjer. "
        "Godkänt av Chefsgruppen (§ 12, 5 mars 2024)."
    ) in words
    assert "1 åtagande är försvagat, och det är godkänt." in words


def test_self_contained():
    """Nothing is asked of any other place, and no script runs."""
    page = changes_html.write(comparison(), Page("sv"))
    assert re.findall(r'(?:src|href)="(?!#|data:)[^"]*"', page) == []
    assert "<script" not in page
    assert "default-src &#39;none&#39;" in page


@given(EDITIONS, EDITIONS)
@settings(max_examples=25, suppress_health_check=list(HealthCheck))
def test_headings_in_order(old, new):
    """Whatever changed, there is one h1, no level is skipped, and no place has another's name."""
    (before, old_index), (after, new_index) = build(old), build(new)
    found = Comparison("lanet", *SIDES, compare(before, after, old_index, new_index))
    outline = Outline(changes_html.write(found, Page("sv")))
    assert outline.levels[0] == 1
    assert outline.levels.count(1) == 1
    assert all(b - a <= 1 for a, b in zip(outline.levels, outline.levels[1:], strict=False))
    assert len(set(outline.ids)) == len(outline.ids)


def test_user_text_is_text():
    """Markup in a title or a reworded text shows as it was written."""
    spoilt = "<script>alert(1)</script> & **b**"
    old = {"activities/x.yaml": "title: X\nwording: Ett.\n"}
    new = {"activities/x.yaml": f"title: '{spoilt}'\nwording: '{spoilt}'\n"}
    page = changes_html.write(Comparison("lanet", *SIDES, diff(old, new)), Page("sv"))
    assert "<script" not in page
    assert page.count("&lt;script&gt;alert(1)&lt;/script&gt; &amp; **b**") >= 1


@pytest.mark.parametrize(("lang", "marked"), [("sv", 0), ("en", 1)])
def test_texts_in_another_language_say_so(lang: Lang, marked: int):
    """In an English page the roadmap's own words are marked as Swedish, in a Swedish one not."""
    page = changes_html.write(comparison(), Page(lang))
    assert f'<html lang="{lang}">' in page
    assert page.count('<span lang="sv">inför</span>') == marked


def test_same_bytes():
    """The same changes give the same page."""
    pages = {changes_html.write(comparison(), Page("sv")) for _ in range(2)}
    assert len(pages) == 1


def test_example():
    """The example that uses every feature becomes a page, with its money and its delays."""
    old = str(ROOT / "tests" / "fixtures" / "history" / "exempelkommun" / "2024")
    found = compare_versions(ROOT, "exempelkommun", old).comparison
    document = changes_html.compose_changes(found, Page("sv", organisation="Region Exempel"))
    assert isinstance(document, Document)
    anchors = [section.anchor for section in document.sections]
    assert anchors[0] == "forsvagade-ataganden"
    assert "planerade-medel-per-kalla-och-ar" in anchors
    assert document.organisation == "Region Exempel"
    assert "2 activities and 1 promise are put off" in (
        changes_html.compose_changes(replace(found), Page("en")).description
    )
