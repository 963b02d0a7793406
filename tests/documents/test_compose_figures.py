from __future__ import annotations

import copy
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from fardplan.documents.blocks import Figure
from fardplan.documents.compose.document import compose
from fardplan.documents.document import Document, walk
from fardplan.documents.inline import plain
from fardplan.figures.drawing import Box, Dot, Drawing, Words
from fardplan.figures.drawing import Path as Outline
from fardplan.model.index import Index
from fardplan.pipeline.rendering import Wanted, make_document
from tests.documents.composing import collect, edition, read
from tests.figures.hostile import hostile

HOUSE = Path(__file__).parents[2]

VALUES: dict[str, Any] = {
    "title": "Färdplan",
    "areas": {"trygg": {"title": "Trygg hemma"}, "barn": {"title": "Börja med barnen"}},
    "activities": {
        "team": {
            "title": "Pröva ett team",
            "area": "trygg",
            "start": "2024-02",
            "end": "2025-03",
            "projektplan": {
                "mandate": "Pröva.",
                "timeline": {"milestones": [{"title": "Bemannat", "date": "2024-05"}]},
                "financing": [{"source": "medel-2024", "year": 2024, "amount": 500}],
            },
        },
        "kurs": {
            "title": "Hålla en kurs",
            "area": "barn",
            "when": 2025,
            "projektplan": {
                "mandate": "Lära.",
                "financing": [{"source": "medel-2025", "year": 2025, "amount": 900}],
            },
        },
    },
    "indicators": {
        "antal": {
            "title": "Inskrivningar",
            "baseline": {"period": 2023, "value": 168},
            "measurements": [{"period": 2024, "value": 151}],
            "targets": [{"year": 2026, "value": 140}],
        }
    },
    "vision": {
        "title": "Målbilden",
        "perspectives": [
            {"title": "Invånare", "statements": [{"id": "a", "text": "Trygg."}]},
            {"title": "Medarbetare", "statements": [{"id": "b", "text": "Fri."}]},
        ],
    },
    "themes": [
        {"id": "nav", "title": "Primärvården som nav", "awareness_year": 2024},
        {"id": "halsa", "title": "Hälsa först", "awareness_year": 2025},
    ],
    "cycle": {"title": "Året", "closed": True, "steps": ["Lyssna", "Välja", "Pröva"]},
    "phases": [{"title": "Börja", "when": "VT2024"}, {"title": "Pröva", "when": "HT2024"}],
    "funding": [
        {"id": "medel-2024", "title": "Medel 2024", "kind": "state_stimulus", "amount": 1000},
        {"id": "medel-2025", "title": "Medel 2025", "kind": "state_stimulus", "amount": 1500},
    ],
    "adoptions": [
        {"parties": ["regionen"], "state": "decided", "when": "2024-03-01"},
        {"parties": ["norr"], "state": "pending"},
    ],
}


def _document(values: Mapping[str, Any]) -> Document:
    one = edition(**copy.deepcopy(dict(values)))
    collection = collect(one)
    return compose(one, collection, Index.of(collection))


def _figures(document: Document) -> dict[str, Figure]:
    return {
        part.drawing.name.removeprefix("figur-"): part
        for part in walk(document)
        if isinstance(part, Figure)
    }


def _changed(path: tuple[str | int, ...], value: object) -> dict[str, Any]:
    values = copy.deepcopy(VALUES)
    place: Any = values
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return values


CHANGES: dict[str, tuple[tuple[str | int, ...], object, str]] = {
    "tid": (("activities", "team", "end"), "2026-03", "Februari 2024 – mars 2026"),
    "skeden": (("phases", 1, "when"), "VT2025", "VT 2025"),
    "projektplaner": (("activities", "kurs", "projektplan", "implementation"), "Så.", "Finns"),
    "steg": (("cycle", "steps", 1), "Besluta", "Besluta"),
    "malbild": (("vision", "perspectives", 0, "statements"), [{"id": c, "text": c} for c in "ab"], "2"),
    "teman": (("themes", 1, "awareness_year"), 2026, "2026"),
    "indikator-antal": (("indicators", "antal", "measurements", 0, "value"), 155, "155"),
    "medel": (("activities", "team", "projektplan", "financing", 0, "amount"), 700, "700\u00a0kr"),
    "antagande": (("adoptions", 1, "state"), "decided", "Beslutat"),
}  # fmt: skip


def test_each_figure_has_its_change():
    """Nine figures are made from the whole roadmap, and for each the next test changes a datum."""
    assert set(_figures(_document(VALUES))) == set(CHANGES)


@pytest.mark.parametrize("name", CHANGES)
def test_one_datum_changes_drawing_and_table(name):
    """Where one datum changes, both drawings and the table of its figure do."""
    path, value, said = CHANGES[name]
    before = _figures(_document(VALUES))[name]
    after = _figures(_document(_changed(path, value)))[name]
    assert before.narrow
    assert after.narrow
    assert before.drawing.shapes != after.drawing.shapes
    assert before.narrow.shapes != after.narrow.shapes
    assert read(after.data).count(said) == read(before.data).count(said) + 1


@pytest.mark.parametrize("name", CHANGES)
def test_what_is_changed_elsewhere_leaves_a_figure_alone(name):
    """A figure is made of its own data: another title of the roadmap does not touch it."""
    assert (
        _figures(_document(VALUES))[name] == _figures(_document(VALUES | {"title": "Annan"}))[name]
    )


NOTHING: dict[str, tuple[tuple[str | int, ...], object]] = {
    "tid": (("activities", "kurs", "when"), None),
    "skeden": (("phases",), [{"title": "Börja", "when": "VT2024"}]),
    "projektplaner": (("activities", "kurs", "projektplan"), None),
    "steg": (("cycle", "steps"), ["Lyssna", "Välja"]),
    "malbild": (("vision", "perspectives"), [{"title": "Invånare", "statements": []}]),
    "teman": (("themes",), [{"id": "nav", "title": "Nav", "awareness_year": 2024}]),
    "indikator-antal": (
        ("indicators", "antal"), {"title": "I", "baseline": {"period": 2023, "value": 1}}
    ),
    "medel": (("funding",), []),
    "antagande": (("adoptions",), [{"parties": ["norr"], "state": "decided"}]),
}  # fmt: skip


@pytest.mark.parametrize("name", NOTHING)
def test_a_figure_that_says_nothing_is_left_out(name):
    """One point makes no figure."""
    path, value = NOTHING[name]
    values = _changed(path, value)
    if name == "tid":
        del values["activities"]["team"]["projektplan"]["timeline"]
    if name == "medel":
        del values["activities"]["kurs"]["projektplan"]["financing"]
    assert set(_figures(_document(values))) == set(CHANGES) - {name}


def test_activities_without_a_time_are_told_and_not_drawn():
    """What has no time stands in the table only, and the drawing says how many that are."""
    values = copy.deepcopy(VALUES)
    values["activities"]["vag"] = {"title": "Obestämd", "area": "barn"}
    figure = _figures(_document(values))["tid"]
    assert "Utan angiven tid, och därför bara i tabellen: 1." in figure.drawing.words
    assert not any("Obestämd" in words for words in figure.drawing.words)
    assert [plain(row[2].content) for row in figure.data.cells if "Obestämd" in read(row)] == [
        "anges inte"
    ]


def test_eighty_activities_are_paged_by_area():
    """Each part fits on a sheet, all parts share their years, and together they hold all rows."""
    figures = [one for name, one in _figures(_compose_hostile()).items() if name.startswith("tid")]
    captions = [plain(one.caption) for one in figures]
    assert captions == [
        f"Aktiviteterna i tid, del {n} av {len(figures)}" for n in range(1, len(figures) + 1)
    ]
    assert len(figures) > 2
    assert all(one.drawing.height < 900 for one in figures)
    assert len({_years(one.drawing) for one in figures}) == 1
    rows = [read(row[0]) for one in figures for row in one.data.cells if "Aktivitet" in read(row)]
    assert len(rows) == 80


def _compose_hostile() -> Document:
    one = hostile()
    collection = collect(one)
    return compose(one, collection, Index.of(collection))


def _years(drawing: Drawing) -> tuple[str, ...]:
    return tuple(words for words in drawing.words if words.isdigit() and len(words) == 4)


def test_many_projektplaner_are_counted():
    """Of more than twenty activities each part is counted instead of each activity shown."""
    figure = _figures(_compose_hostile())["projektplaner"]
    rows = {plain(row[0].content): plain(row[1].content) for row in figure.data.cells}
    assert len(rows) == 5
    for part, count in rows.items():
        assert f"{count} av 80" in figure.drawing.words, part


SHOWN = {
    "askersund": {"malbild", "skeden", "steg"},
    "exempelkommun": {
        "malbild", "teman", "tid", "tid-2", "skeden", "projektplaner", "steg", "medel", "antagande",
        "indikator-oplanerade-inskrivningar", "indikator-andel-med-plan",
        "indikator-anhorigas-tillit", "indikator-fallskador", "indikator-deltar-i-halsosamtal",
        "indikator-vantetid-unga",
    },
    "malbild-orebro-lan": {"malbild", "antagande"},
    "orebro": {"malbild"},
    "orebro-lan": {"malbild", "teman"},
}  # fmt: skip
"""The figures of each roadmap in the repository."""


@pytest.fixture(scope="module", params=sorted(SHOWN))
def real(request) -> tuple[str, dict[str, Figure]]:
    """Return a roadmap of the repository with its figures."""
    return request.param, _figures(make_document(HOUSE, Wanted(request.param)).document)


def test_figures_of_the_real_roadmaps(real):
    """Each roadmap has the figures that its data allows, and no other."""
    roadmap, figures = real
    assert set(figures) == SHOWN[roadmap]


def test_drawing_and_table_hold_the_same(real):
    """Each row of a figure's table is in both drawings, under the words that it begins with."""
    for name, figure in real[1].items():
        for drawing in (figure.drawing, figure.narrow):
            assert drawing
            drawn = _bare(" ".join(drawing.words))
            for row in figure.data.cells:
                if said := _expected(name, row):
                    assert _bare(said)[:12] in drawn, (name, said)


def _expected(name: str, row: Any) -> str:
    """Return what a drawing must say of a row: its name, or the value of an indicator."""
    first = read(row[0]).partition("\n")[0]
    if name.startswith("indikator"):
        value = plain(row[1].content)
        return "" if value.startswith("saknas") else value
    if name == "steg":
        return read(row[1])
    undrawn = (name == "medel" and first == "Summa") or (
        name == "tid" and "anges inte" in read(row)
    )
    return "" if undrawn else first


def _bare(text: str) -> str:
    """Return the letters and digits alone, as a broken line and a whole one have them."""
    return "".join(c for c in text if c.isalnum()).casefold()


def test_every_drawing_is_told_in_words(real):
    """Title, description and alternative text are there, and both drawings have the same."""
    for figure in real[1].values():
        for drawing in (figure.drawing, figure.narrow):
            assert drawing
            assert drawing.title
            assert drawing.description.endswith(".")
            assert figure.alt == f"{drawing.title.removesuffix('.')}. {drawing.description}"


def test_meaning_has_a_shape(real):
    """Colour carries nothing alone: the signs that differ in fill differ in outline or pattern."""
    for name, figure in real[1].items():
        fills = {
            (type(shape), shape.fill, shape.stroke, getattr(shape, "hatched", False))
            for shape in figure.drawing.shapes
            if isinstance(shape, (Box, Dot, Outline)) and shape.fill not in (None, "wash", "paper")
        }
        assert {fill for _, fill, _, _ in fills} <= {"accent", "ink"}, name


def test_no_drawing_is_cut_silently(real):
    """A label that is shortened says so with "…"; its whole text is in the table."""
    for figure in real[1].values():
        table = _bare(read(figure.data))
        for shape in figure.drawing.shapes:
            if isinstance(shape, Words) and shape.text.endswith("…"):
                assert _bare(shape.text) in table
