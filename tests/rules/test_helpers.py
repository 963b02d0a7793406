"""The parts that rules are built from."""

from __future__ import annotations

from types import MappingProxyType

import pytest

from fardplan.locales.kinds import KINDS
from fardplan.locales.text import Text
from fardplan.model.edition import FILES, FOLDERS, SHARED_FILES
from fardplan.model.fields import fields_of
from fardplan.model.index import Entity
from fardplan.model.misfits import Misfit
from fardplan.model.shared import Glossary
from fardplan.rules._gaps import concerns, kinds_in
from fardplan.rules._kinds import NoneOf, file_of, lists_of
from fardplan.rules._manual import Prose, parse_manual, split_releases
from fardplan.rules._nearest import Names

MODELS = [*FILES.values(), *FOLDERS.values(), *SHARED_FILES.values()]


def test_every_kind_has_a_name():
    """Every kind of entity in the model has its noun, and no other has."""
    kinds = {kind for model in MODELS for kind in (*kinds_in(model), model.entity_kind) if kind}
    assert set(KINDS) == kinds


def test_lists_are_where_they_are_said_to_be():
    """The key under which a kind is listed exists in the file and holds that kind."""
    shared = {"organisations.yaml": SHARED_FILES["organisations.yaml"]}
    for kind in KINDS:
        if place := lists_of(kind):
            file, key = place
            specs = {spec.key: spec for spec in fields_of({**FILES, **shared}[file])}
            model = specs[key].model
            assert model is not None
            assert model.entity_kind == kind


@pytest.mark.parametrize(
    ("kinds", "sv", "en"),
    [
        (("goal",), "inget mål", "no goal"),
        (("activity",), "ingen aktivitet", "no activity"),
        (
            ("reference", "roadmap"),
            "ingen referens och ingen färdplan",
            "no reference and no roadmap",
        ),
    ],
)
def test_none_of(kinds, sv, en):
    """That there is none agrees in gender with what there is none of."""
    assert (NoneOf(kinds).say("sv"), NoneOf(kinds).say("en")) == (sv, en)


def test_file_of():
    """A kind with files of its own has a path, others have none."""
    assert file_of("goal", "lan", "a") == "roadmaps/lan/goals/a.yaml"
    assert file_of("goal", "", "a") is None
    assert file_of("principle", "lan", "a") is None


@pytest.mark.parametrize(
    ("written", "nearest"),
    [
        ("samspel-vardgivare", "samspel-mellan-vardgivare"),
        ("Samspel mellan vårdgivare", "samspel-mellan-vardgivare"),
        ("Bättre samspel", "samspel-mellan-vardgivare"),
        ("vard-i-hemet", "vard-i-hemmet"),
        ("hemrehabilitering", None),
        ("", None),
        ("ö", None),
    ],
)
def test_nearest(written, nearest):
    """A misspelt id, or a title written for an id, leads to the id."""
    titles = {"samspel-mellan-vardgivare": "Bättre samspel", "vard-i-hemmet": "Vård i hemmet"}
    names = Names(_called(name, title) for name, title in titles.items())
    assert names.nearest(written) == nearest


@pytest.mark.parametrize("written", ["sap", "tip", "sipp"])
def test_nearest_of_short_names(written):
    """One letter is enough to know a short id by, at its beginning or at its end."""
    assert Names([_called("sip"), _called("dagvard")]).nearest(written) == "sip"


def test_nearest_among_many():
    """Of many the one that shares most is found, also where others come before it."""
    names = [f"vard-i-{letter}-kommunen" for letter in "abcdefghijklmnopqrstuvwxyz"]
    many = Names([_called(name) for name in [*names, "vard-pa-sarskilt-boende"]])
    assert many.nearest("vard-i-sarskilt-boende") == "vard-pa-sarskilt-boende"


def _called(name: str, title: str = "") -> Entity:
    return Entity("", "goal", name, title, "", (), Glossary(format=1))


@pytest.mark.parametrize(
    ("rule", "near", "route", "expected"),
    [
        ("invalid-value", None, ("plan",), True),  # what holds it
        ("invalid-value", None, ("plan", "start"), True),
        ("invalid-value", None, ("plan", "start", "day"), True),  # what lies inside it
        ("invalid-value", None, ("plan", "end"), False),
        ("invalid-value", "end", ("plan", "end"), False),  # a value that was meant is no key
        ("unknown-key", "end", ("plan", "end"), True),
        ("unknown-key", "end", ("plan", "start"), False),
        ("unknown-key", None, ("plan", "start"), False),
        ("unknown-key", None, ("plan",), False),
    ],
)
def test_what_did_not_fit_concerns(rule, near, route, expected):
    """What did not fit is where it stands, and a misspelt key stands for the one that was meant."""
    values = MappingProxyType({} if near is None else {"near": near})
    misfit = Misfit(rule, ("plan", "start"), "value", Text("Nej.", "No."), values)
    assert concerns(misfit, route) is expected


def test_manual_in_parts():
    """A manual is taken apart into demand, text and source by language, and examples of files."""
    manual = parse_manual(
        "Kravet.\n\nMer\nom det.\n\nVarför: 003.\n\n"
        "In English: The demand.\n\nMore\nof it.\n\nWhy: 003.\n\nFel:\n\n"
        "    # roadmaps/a/b c.yaml\n    x:\n      - 1\n    # en kommentar\n    # roadmaps/d.yml\n    y: 2\n\n"
        "Rätt:\n\n    # roadmaps/a/b.yaml\n    z: 1\n"
    )
    assert manual.prose == {
        "sv": Prose("Kravet.", ("Mer om det.",), "003."),
        "en": Prose("The demand.", ("More of it.",), "003."),
    }
    assert manual.fails == (
        {"roadmaps/a/b c.yaml": "x:\n  - 1\n# en kommentar\n", "roadmaps/d.yml": "y: 2\n"},
    )
    assert manual.passes == ({"roadmaps/a/b.yaml": "z: 1\n"},)


def test_releases_in_a_manual():
    """A path with a version is a file of that release; the others are as they are now."""
    text = "Rätt:\n\n    # roadmaps/a/x.yaml (version 1.0)\n    x: 1\n    # roadmaps/a/x.yaml\n    x: 2\n"
    (example,) = parse_manual(text).passes
    assert list(example) == ["roadmaps/a/x.yaml (version 1.0)", "roadmaps/a/x.yaml"]
    assert split_releases(example) == (
        {"roadmaps/a/x.yaml": "x: 2\n"},
        {"a/1.0": {"roadmaps/a/x.yaml": "x: 1\n"}},
    )
