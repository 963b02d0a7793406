"""What a document shows of how it differs from an earlier version."""

from __future__ import annotations

import subprocess
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

from fardplan.changes._base import Comparison, Side
from fardplan.changes._compare import compare
from fardplan.documents import blocks
from fardplan.documents.compose import since as module
from fardplan.documents.compose.document import Publication, compose
from fardplan.documents.compose.since import Since, mark, show_changes
from fardplan.documents.document import anchors, dangling_links, walk
from fardplan.documents.html.render import render_html
from fardplan.documents.inline import Badge, Link, Strong, plain
from fardplan.documents.markdown.render import render_markdown
from fardplan.formats._changes_marks import mark_changes
from fardplan.formats._changes_report import build_report
from fardplan.formats._changes_since import ANCHOR, show_since
from fardplan.model.edition import Edition
from fardplan.model.index import Index
from fardplan.pipeline.comparison import compare_versions
from fardplan.pipeline.rendering import Wanted, make_document
from tests.documents.composing import collect, edition, sections, words

ROOT = Path(__file__).parents[2]
OLD_EXAMPLE = str(ROOT / "tests/fixtures/history/exempelkommun/2024")
SIDES = (Side("2023", None, 2023, "1.0", "Plan"), Side(".", None, 2024, "2.0", "Plan"))
ROADMAP: dict[str, Any] = {"version": "2.0"}


def _compare(old: Edition, new: Edition) -> Comparison:
    indexes = (Index.of(collect(old)), Index.of(collect(new)))
    return Comparison("plan", *SIDES, compare(old, new, *indexes), tuple(new.areas))


def _show(old: Edition, new: Edition, lang="sv"):
    collection = collect(new)
    shown = show_since(_compare(old, new), lang)
    return compose(new, collection, Index.of(collection), lang, Publication(since=shown))


BASE: dict[str, Any] = {
    "areas": {"hemma": {"title": "Hemma"}},
    "goals": {"mal": {"title": "Målet", "area": "hemma"}},
    "activities": {
        "ett": {"title": "Ett", "goal": "mal", "status": "ongoing", "end": "2024"},
        "tva": {"title": "Två", "goal": "mal", "status": "ongoing"},
    },
}


def _with(**changes):
    """Return the base with an activity changed, or one of its own."""
    activities = {**BASE["activities"]}
    for name, values in changes.items():
        activities[name] = {**activities.get(name, {}), **values}
    return edition(**ROADMAP, **{**BASE, "activities": activities})


@pytest.mark.parametrize(
    ("change", "marks"),
    [
        ({"ett": {}}, {}),
        ({"tre": {"title": "Tre", "goal": "mal"}}, {"tre": ("Ny", "accent")}),
        ({"ett": {"status": "completed"}}, {"ett": ("Nu genomförd", "good")}),
        ({"ett": {"status": "cancelled", "reason": "R"}}, {"ett": ("Utgår", "critical")}),
        ({"ett": {"end": "2025", "reason": "R"}}, {"ett": ("Senarelagd", "caution")}),
        ({"ett": {"end": "2023"}}, {"ett": ("Ändrad", "neutral")}),
        ({"ett": {"title": "Ettan"}}, {"ett": ("Nytt namn", "neutral")}),
        ({"ett": {"title": "Ettan", "responsible": "norr"}}, {"ett": ("Ändrad", "neutral")}),
        ({"ett": {"remarks": "Bara en källa."}}, {}),
        (
            {"ett": {"sub_activities": [{"id": "del", "title": "Del"}]}},
            {"ett": ("Ändrad", "neutral"), "del": ("Ny", "accent")},
        ),
    ],
)
def test_marks(change, marks):
    """One word says the most important: new, done, dropped, put off, and else that it changed."""
    found = mark_changes(_compare(edition(**ROADMAP, **BASE), _with(**change)), "sv")
    assert {name: (badge.text, badge.tone) for (_, name), badge in found.items()} == marks


def test_marks_agree_with_their_noun():
    """Swedish has two genders, and a mark takes that of its noun."""
    old = edition(**ROADMAP)
    found = mark_changes(_compare(old, edition(**ROADMAP, **BASE)), "sv")
    assert {name: badge.text for name, badge in found.items()} == {
        ("area", "hemma"): "Nytt",
        ("goal", "mal"): "Nytt",
        ("activity", "ett"): "Ny",
        ("activity", "tva"): "Ny",
    }


def test_weakened():
    """A commitment that is weakened in another way than by time says so."""
    money = {"kind": "own_budget", "year": 2024, "amount": 500}
    less = {**money, "amount": 100}
    plans = [{"ett": {"projektplan": {"financing": [rows]}}} for rows in (money, less)]
    old, new = (_with(**plan) for plan in plans)
    assert mark_changes(_compare(old, new), "sv")["activity", "ett"].text == "Försvagad"


def test_marks_stand_where_a_reader_looks():
    """A mark stands at the heading and in the table that leads there, and replaces what it says."""
    new = _with(tre={"title": "Tre", "goal": "mal"}, ett={"status": "completed"})
    document = _show(edition(**ROADMAP, **BASE), new)
    found = sections(document)
    assert [badge.text for badge in found["activity-tre"].badges] == ["Ny"]
    assert [badge.text for badge in found["activity-ett"].badges] == ["Nu genomförd"]
    assert [badge.text for badge in found["activity-tva"].badges] == ["Pågår"]
    table = next(part for part in walk(found["area-hemma"]) if isinstance(part, blocks.Table))
    assert words(table.cells[0][1]) == "Ett [Nu genomförd] Tre [Ny] Två [Pågår]"


def test_annex_and_notice():
    """The notice opens the document and leads to the annex, which tells all in the words of diff."""
    old, new = edition(**ROADMAP, **BASE), _with(tre={"title": "Tre", "goal": "mal"})
    document = _show(old, new)
    notice = document.opening[0]
    assert words(notice).startswith("Förändringar sedan 2023 (version 1.0) Sedan 2023")
    annex = sections(document)[ANCHOR]
    report = build_report(_compare(old, new), "sv")
    assert plain(annex.title) == "Förändringar sedan 2023 (version 1.0)"
    assert words(annex.blocks[0]) == report.summary
    told = [part for part in annex.blocks if isinstance(part, blocks.Section)]
    assert [part.title for part in told] == [section.title for section in report.sections]
    assert [part.anchor for part in document.sections][-2:] == [ANCHOR, "om-dokumentet"]
    assert document.metadata["changes-since"] == "2023 (version 1.0)"


def test_annex_leads_to_what_is_here_alone():
    """A name leads to its place in the document; of what is gone only the name is left."""
    old = _with(borta={"title": "Borta", "goal": "mal"})
    new = _with(tre={"title": "Tre", "goal": "mal"})
    annex = sections(_show(old, new))[ANCHOR]
    names = [part.content for part in walk(annex) if isinstance(part, Strong)]
    assert Link("”Tre”", "#activity-tre") in names
    assert "”Borta”" in names
    assert dangling_links(_show(old, new)) == frozenset()


def test_nothing_changed():
    """Where nothing has changed the document says so, and marks nothing."""
    document = _show(edition(**ROADMAP, **BASE), edition(**ROADMAP, **BASE))
    assert words(document.opening[0]) == (
        "Förändringar sedan 2023 (version 1.0) Inga ändringar mellan 2023 och 2024."
    )
    assert [part.anchor for part in document.sections][-2:] == [ANCHOR, "om-dokumentet"]


def test_all_that_can_be_marked():
    """Every block with an anchor and badges takes a mark; those without badges say it in words."""
    every = [one for one in vars(blocks).values() if is_dataclass(one) and isinstance(one, type)]
    names = {one: {field.name for field in fields(one)} for one in every}
    badged = {one for one in every if {"anchor", "badges"} <= names[one]}
    assert badged == set(module._BADGED)
    item = blocks.Items((blocks.Item("Punkt", anchor="statement-a"),))
    (marked,) = mark((item,), {("statement", "a"): Badge("Ny")})
    assert words(marked) == "Punkt [Ny]"


def test_document_is_otherwise_the_same():
    """Marks, notice and annex are all that differs from the document without them."""
    new = _with(tre={"title": "Tre", "goal": "mal"})
    collection = collect(new)
    without = compose(new, collection, Index.of(collection))
    empty = Since("2023", {}, (), blocks.Section(ANCHOR, "A", blocks=(blocks.Paragraph("B"),)))
    shown = show_changes(without, empty)
    assert shown.opening == without.opening
    assert tuple(one for one in shown.sections if one.anchor != ANCHOR) == without.sections


def test_example(template):
    """Of the example every change that has a place has its mark there, in every form."""
    made = make_document(ROOT, Wanted("exempelkommun", since=OLD_EXAMPLE))
    document = made.document
    assert dangling_links(document) == frozenset()
    marked = {
        part.anchor
        for part in walk(document.sections)
        if isinstance(part, blocks.Section)
        and part.badges
        and part.badges[0].text in ("Ny", "Nytt", "Utgår", "Nu genomförd")
    }
    assert {
        "activity-mobilt-team-helger",
        "activity-ordlista",
        "goal-halsosamtal",
        "area-personcentrerat-arbetssatt",
        "indicator-vantetid-unga",
    } <= marked
    for page in (render_html(document, template), render_markdown(document, template)):
        for said in ("Utgår", "Nu genomförd", "Flyttat", "Ny lydelse", "Förändringar sedan 2024"):
            assert said in page


def test_every_change_has_a_place():
    """All that has changed and is in the document has its place there."""
    made = make_document(ROOT, Wanted("exempelkommun", since=OLD_EXAMPLE))
    comparison = compare_versions(ROOT, "exempelkommun", OLD_EXAMPLE).comparison
    known = {anchor for anchor, _ in anchors(made.document)}
    gone = {
        (one.entity.kind, one.entity.id)
        for one in comparison.changes
        if one.kind == "removed" and not one.path
    }
    marks = mark_changes(comparison, "sv").keys() - gone
    assert sorted(kind for kind, name in marks if f"{kind}-{name}" not in known) == []


def test_command(fardplan, tmp_path):
    """`--since` takes what `diff` takes, works with `--rev`, and fails as `diff` does."""
    file = tmp_path / "roadmaps/plan/roadmap.yaml"
    file.parent.mkdir(parents=True)
    for year, title in ((2022, "Ett"), (2023, "Två"), (2024, "Tre")):
        file.write_text(
            f"format: 1\ntitle: Plan\nyear: {year}\nversion: '{year - 2021}.0'\nprofile: action\n"
            f"themes:\n- {{id: tema, title: {title}}}\n",
            "utf-8",
        )
        for args in (
            ["init", "-q"],
            ["add", "."],
            ["commit", "-qm", "x"],
            ["tag", f"plan/{year - 2021}.0"],
        ):
            subprocess.run(["git", *args], cwd=tmp_path, check=True)

    def run(*args):
        return fardplan("-C", str(tmp_path), *args)

    page = run("render", "plan", "--since", "2022", "-f", "markdown").stdout
    assert "## Förändringar sedan 2022 (version 1.0)" in page
    assert "**[Temat ”Tre”](#tre)** hette ”Ett” förut." in page
    page = run("render", "plan", "--rev", "2023", "--since", "1.0", "-f", "markdown").stdout
    assert "**[Temat ”Två”](#två)** hette ”Ett” förut." in page
    for wrong in ("2019", "borta/1.0", "ingen-sadan"):
        result = run("render", "plan", "--since", wrong)
        told = run("diff", "plan", wrong)
        assert (result.exit_code, result.stderr) == (told.exit_code, told.stderr)
        assert result.exit_code == 3
