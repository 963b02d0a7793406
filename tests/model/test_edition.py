"""One roadmap at one version, and where its files lie."""

from __future__ import annotations

import dataclasses

import pytest

from fardplan.model.activity import Activity, Goal
from fardplan.model.approval import Approvals
from fardplan.model.area import Area
from fardplan.model.edition import FILES, FOLDERS, FORMAT, SHARED_FILES, Edition
from fardplan.model.indicator import Indicator, Report
from fardplan.model.roadmap import Roadmap
from fardplan.model.schema import KINDS
from fardplan.model.vision import Vision

ROADMAP = Roadmap.model_validate({"format": "1", "title": "F", "year": "2023", "profile": "action"})


def test_documents():
    """Every file of a roadmap is listed once, with what it holds."""
    edition = Edition(
        "lan",
        ROADMAP,
        Vision(title="M"),
        areas={"a": Area(title="A")},
        goals={"b": Goal(title="B")},
        activities={"c": Activity(title="C")},
        indicators={"d": Indicator(title="D")},
        reports={"2023-q2": Report.model_validate({})},
    )
    assert {name: type(value) for name, value in edition.documents()} == {
        "roadmap.yaml": Roadmap,
        "vision.yaml": Vision,
        "areas/a.yaml": Area,
        "goals/b.yaml": Goal,
        "activities/c.yaml": Activity,
        "indicators/d.yaml": Indicator,
        "reports/2023-q2.yaml": Report,
    }
    assert edition.path_of("goals/b.yaml") == "roadmaps/lan/goals/b.yaml"


def test_only_the_roadmap():
    """A roadmap that has nothing but itself has one file."""
    assert [name for name, _ in Edition("lan", ROADMAP).documents()] == ["roadmap.yaml"]


def test_frozen():
    """Nothing in an edition can be changed, not even the mappings that it starts with."""
    edition = Edition("lan", ROADMAP)
    with pytest.raises(dataclasses.FrozenInstanceError):
        edition.id = "x"  # type: ignore[misc]  # what the test is about
    with pytest.raises(TypeError):
        edition.goals["x"] = Goal(title="X")  # type: ignore[index]  # what the test is about


def test_every_kind_of_file_has_a_place():
    """The files that there are schemas for are those that a repository can hold."""
    placed = {*FILES.values(), *FOLDERS.values(), *SHARED_FILES.values()}
    assert placed | {Approvals} == {*KINDS.values()}
    assert FORMAT == 1


def test_folders_are_fields():
    """Each folder has a field of its name, which holds what the folder holds."""
    fields = {field.name for field in dataclasses.fields(Edition)}
    assert set(FOLDERS) < fields
