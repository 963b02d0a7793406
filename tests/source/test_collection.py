"""Reading all files of a state into models."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from fardplan.locales.text import Text
from fardplan.model.edition import FOLDERS
from fardplan.model.schema import KINDS
from fardplan.source.collection import Loaded, load
from fardplan.source.slots import place_of
from fardplan.source.tree import Unreadable, WorkingTree

ROADMAP = "format: 1\ntitle: Färdplan\nyear: 2023\nprofile: action\n"
FAILURE = Text("Går inte.", "Cannot.")


@dataclass
class Files:
    """A tree of texts; None is a file that cannot be read."""

    files: Mapping[str, str | bytes | None]
    label: str = "."

    def paths(self) -> tuple[str, ...]:
        """Return the paths, sorted."""
        return tuple(sorted(self.files))

    def read(self, path: str) -> bytes:
        """Return the bytes of a file."""
        content = self.files[path]
        if content is None:
            raise Unreadable(path, FAILURE)
        return content.encode() if isinstance(content, str) else content


def _load(*only: str, **files: str | bytes | None) -> Loaded:
    """Read files given by path, with `__` for a slash and the ending `.yaml` where there is none.

    With names of roadmaps only those are read.
    """
    full = {
        f"roadmaps/{name.replace('__', '/')}" + ("" if "." in name else ".yaml"): content
        for name, content in files.items()
    }
    return load(Files(full), frozenset(only) or None)


def _faults(loaded) -> set[tuple[str, str, str]]:
    return {
        (path, fault.rule, fault.text.say("sv", **fault.values))
        for path, faults in loaded.faults.items()
        for fault in faults
    }


def _hints(loaded) -> list[str]:
    faults = [fault for found in loaded.faults.values() for fault in found]
    return [fault.hint.say("sv", **fault.values) for fault in faults if fault.hint]


def test_every_kind_of_file():
    """Each file lands in its place, known by its stem."""
    loaded = _load(
        organisations="format: 1\norganisations: [{id: regionen, title: Regionen}]",
        glossary="format: 1\nterms: [{term: SIP}]",
        lan__roadmap=ROADMAP,
        lan__vision="title: Målbild",
        lan__areas__a="title: A",
        lan__goals__b="title: B",
        lan__activities__c="title: C",
        lan__indicators__d="title: D",
        **{"lan__reports__2023-q2": "title: Q2"},
        kommun__roadmap=ROADMAP,
    )
    assert (dict(loaded.faults), dict(loaded.misfits)) == ({}, {})
    collection = loaded.collection
    assert list(collection.editions) == ["kommun", "lan"]
    assert collection.organisations.organisations[0].id == "regionen"
    assert collection.glossary.terms[0].term == "SIP"
    lan = collection.editions["lan"]
    assert {folder: list(getattr(lan, folder)) for folder in FOLDERS} == {
        "areas": ["a"], "goals": ["b"], "activities": ["c"], "indicators": ["d"],
        "reports": ["2023-q2"],
    }  # fmt: skip
    assert (lan.id, lan.vision is not None, lan.roadmap.year) == ("lan", True, 2023)
    assert not (loaded.half_known)
    assert not (loaded.incomplete)
    assert not loaded.lost


def test_nothing():
    """No files are an empty collection, with nothing wrong."""
    loaded = _load()
    assert (dict(loaded.collection.editions), dict(loaded.faults)) == ({}, {})
    assert loaded.collection.organisations.organisations == ()


def test_settings_are_not_content():
    """Settings and known debts beside the roadmaps are left to those who read them."""
    files = {
        "fardplan.toml": "x",
        "fardplan-baseline.yaml": "y",
        "roadmaps/lan/roadmap.yaml": ROADMAP,
    }
    assert dict(load(Files(files)).faults) == {}


def test_only_some_roadmaps():
    """Only the roadmaps asked for are read; an empty name asks for what all of them share."""
    loaded = _load("lan", "", glossary="- broken", lan__roadmap=ROADMAP, kommun__roadmap="title: [")
    assert list(loaded.collection.editions) == ["lan"]
    assert list(loaded.misfits) == ["roadmaps/glossary.yaml"]
    assert dict(loaded.faults) == {}


def test_broken_file_hides_no_other():
    """A file that cannot be parsed, read or built leaves all others as they are."""
    loaded = _load(
        lan__roadmap=ROADMAP,
        lan__goals__a="title: [",
        lan__goals__b=None,
        lan__goals__c="- list",
        lan__goals__d="",
        lan__goals__e="title: E\nansvarig: x",
        lan__goals__f=b"title: \xe5",
        lan__goals__g="title: G",
    )
    lan = loaded.collection.editions["lan"]
    assert sorted(lan.goals) == ["e", "g"]
    goals = {f"roadmaps/lan/goals/{stem}.yaml" for stem in "abcdf"}
    assert loaded.incomplete == goals
    rules = {(path[-6:-5], rule) for path, rule, _ in _faults(loaded)}
    assert rules == {
        ("a", "yaml-syntax"), ("b", "unreadable-file"), ("d", "yaml-syntax"),
        ("f", "unreadable-file"),
    }  # fmt: skip
    assert {path[-6:-5]: [m.rule for m in found] for path, found in loaded.misfits.items()} == {
        "c": ["invalid-value"], "e": ["unknown-key"],
    }  # fmt: skip


def test_duplicate_key_keeps_the_file():
    """A key that stands twice counts once; the file is known not to be read in full."""
    loaded = _load(lan__roadmap=ROADMAP, lan__goals__a="title: A\ntext: x\ntext: y")
    goal = loaded.collection.editions["lan"].goals["a"]
    assert (goal.title, goal.text) == ("A", "x")
    assert loaded.incomplete == {"roadmaps/lan/goals/a.yaml"}


@pytest.mark.parametrize(
    ("roadmap", "half_known"),
    [
        (ROADMAP, False),
        (ROADMAP.replace("action", "aktion"), True),
        (ROADMAP.replace("2023", "23"), True),
        (ROADMAP.replace("year: 2023\n", ""), True),
        (ROADMAP.replace("Färdplan", ""), False),
        (ROADMAP.replace("format: 1", "format: 7"), False),
        (ROADMAP + "ansvarig: x\n", False),
        ("title: [", True),
        ("- a", True),
        ("", True),
        (None, True),
    ],
)
def test_half_known(roadmap, half_known):
    """Without year or profile no rule about the content is fair; all else can be judged."""
    loaded = _load(lan__roadmap=roadmap, lan__goals__a="title: A")
    assert loaded.half_known == ({"lan"} if half_known else set())
    lan = loaded.collection.editions["lan"]
    assert (list(lan.goals), bool(lan.roadmap.title)) == (["a"], True)
    assert bool(loaded.faults) + bool(loaded.misfits) == (roadmap != ROADMAP)


@pytest.mark.parametrize("written", ["7", "0", "ett", "1.0"])
def test_format_to_come(written):
    """A file format that this program does not know is told, and the file is read all the same."""
    loaded = _load(lan__roadmap=ROADMAP.replace("format: 1", f"format: {written}"))
    (misfit,) = loaded.misfits["roadmaps/lan/roadmap.yaml"]
    assert (misfit.rule, misfit.route) == ("invalid-value", ("format",))
    assert loaded.collection.editions["lan"].roadmap.format == 1


def test_folder_without_roadmap():
    """A folder without roadmap.yaml is told once, and its files are read."""
    loaded = _load(lan__goals__a="title: A", lan__goals__b="title: B")
    assert _faults(loaded) == {
        ("roadmaps/lan/roadmap.yaml", "unreadable-file", "Mappen ”roadmaps/lan” saknar filen roadmap.yaml.")
    }  # fmt: skip
    assert _hints(loaded) == [
        "Skapa roadmaps/lan/roadmap.yaml, eller ta bort mappen om den inte är en färdplan."
    ]
    assert list(loaded.collection.editions["lan"].goals) == ["a", "b"]


def test_wrong_ending():
    """`.yml` is told with the name to give, and a roadmap.yml is not also missing."""
    loaded = _load(**{"lan__roadmap.yml": ROADMAP, "lan__goals__a.yml": "title: A"})
    assert _faults(loaded) == {
        ("roadmaps/lan/roadmap.yml", "unreadable-file", "Filnamnet slutar på .yml."),
        ("roadmaps/lan/goals/a.yml", "unreadable-file", "Filnamnet slutar på .yml."),
    }
    assert _hints(loaded) == ["Byt namn till a.yaml.", "Byt namn till roadmap.yaml."]
    assert loaded.incomplete == {"roadmaps/lan/goals/a.yaml", "roadmaps/lan/roadmap.yaml"}


@pytest.mark.parametrize(
    ("name", "told", "hint"),
    [
        ("lan__mål__a", "Filen läses inte: en färdplan har ingen plats för ”mål/a.yaml”.", "Ska den heta goals/a.yaml?"),
        ("lan__activites__a", "Filen läses inte: en färdplan har ingen plats för ”activites/a.yaml”.", "Ska den heta activities/a.yaml?"),
        ("lan__målbild", "Filen läses inte: en färdplan har ingen plats för ”målbild.yaml”.", "Ska den heta vision.yaml?"),
        ("lan__goals__sub__a", "Filen läses inte: en färdplan har ingen plats för ”goals/sub/a.yaml”.",
         "Flytta den till någon av mapparna areas, goals, activities, indicators, reports, eller ta bort den."),
        ("lan__qwerty", "Filen läses inte: en färdplan har ingen plats för ”qwerty.yaml”.",
         "Flytta den till någon av mapparna areas, goals, activities, indicators, reports, eller ta bort den."),
        ("organisation", "Filen läses inte: bland det som färdplanerna delar finns ingen plats för ”organisation.yaml”.", "Ska den heta organisations.yaml?"),
        ("qwerty", "Filen läses inte: bland det som färdplanerna delar finns ingen plats för ”qwerty.yaml”.",
         "Flytta den till en färdplans mapp, eller ta bort den."),
    ],
)  # fmt: skip
def test_misplaced_file(name, told, hint):
    """A file that nothing reads is told, with where it belongs: it may hold a year's work."""
    loaded = _load(**{"lan__roadmap": ROADMAP, name: "title: A"})
    assert [(rule, text) for _, rule, text in _faults(loaded)] == [("unreadable-file", told)]
    assert _hints(loaded) == [hint]


def test_names_that_are_no_ids():
    """A file or folder whose name is no id is told with a better one, once, and read all the same."""
    loaded = _load(
        **{
            "Örebro län__roadmap": ROADMAP,
            "Örebro län__goals__Öka närvaron": "title: A",
            "Örebro län__goals__b": "title: B",
        }
    )
    assert {(path, rule) for path, rule, _ in _faults(loaded)} == {
        ("roadmaps/Örebro län/roadmap.yaml", "unstable-id"),
        ("roadmaps/Örebro län/goals/Öka närvaron.yaml", "unstable-id"),
    }
    assert [hint.split("Förslag: ")[1] for hint in _hints(loaded)] == [
        "orebro-lan.", "oka-narvaron.yaml.",
    ]  # fmt: skip
    assert list(loaded.collection.editions["Örebro län"].goals) == ["b", "Öka närvaron"]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_in_both_forms_of_unicode(form):
    """An å in a name is told with the same proposal, whether it is one sign or two."""
    name = unicodedata.normalize(form, "på-håll")
    loaded = _load(**{"lan__roadmap": ROADMAP, f"lan__goals__{name}": "title: A"})
    assert [(path, rule) for path, rule, _ in _faults(loaded)] == [
        (f"roadmaps/lan/goals/{name}.yaml", "unstable-id")
    ]
    assert [hint.split("Förslag: ")[1] for hint in _hints(loaded)] == ["pa-hall.yaml."]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_ids_in_both_forms_of_unicode(form):
    """So is one in an id inside a file."""
    written = unicodedata.normalize(form, "på-håll")
    themes = f"themes: [{{id: {written}, title: T}}]\n"
    loaded = _load(lan__roadmap=ROADMAP + themes)
    (misfit,) = loaded.misfits["roadmaps/lan/roadmap.yaml"]
    assert (misfit.rule, misfit.route) == ("invalid-value", ("themes", 0, "id"))
    assert misfit.hint is not None
    assert "pa-hall" in misfit.hint.say("sv", **misfit.values)


def test_lost_ids_belong_to_their_roadmap():
    """The ids that went with broken values are known by roadmap."""
    themes = "themes: [{id: hem, titel: x}]\n"
    loaded = _load(lan__roadmap=ROADMAP + themes, kommun__roadmap=ROADMAP)
    assert loaded.lost == {("lan", "hem")}


def test_links_and_closed_folders(tmp_path):
    """A link to a folder is not followed, and that is said; the rest is read."""
    (tmp_path / "elsewhere").mkdir()
    roadmap = tmp_path / "roadmaps" / "lan"
    roadmap.mkdir(parents=True)
    (roadmap / "roadmap.yaml").write_text(ROADMAP, encoding="utf-8")
    (roadmap / "goals").symlink_to(tmp_path / "elsewhere")
    loaded = load(WorkingTree(tmp_path))
    assert [(path, rule) for path, rule, _ in _faults(loaded)] == [
        ("roadmaps/lan/goals", "unreadable-file")
    ]
    assert "är en länk" in _faults(loaded).pop()[2]
    assert list(loaded.collection.editions) == ["lan"]


def test_roadmaps_is_a_link(tmp_path):
    """Where `roadmaps` itself is a link nothing is read, and that is said."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "roadmaps").symlink_to(tmp_path / "elsewhere")
    loaded = load(WorkingTree(tmp_path))
    assert [(path, rule) for path, rule, _ in _faults(loaded)] == [("roadmaps", "unreadable-file")]


@pytest.mark.parametrize(
    ("path", "roadmap", "document", "kind"),
    [
        ("roadmaps/glossary.yaml", "", "glossary.yaml", "glossary"),
        ("roadmaps/lan/roadmap.yaml", "lan", "roadmap.yaml", "roadmap"),
        ("roadmaps/lan/goals/a.yaml", "lan", "goals/a.yaml", "goal"),
        ("roadmaps/lan/goals/a.yml", "lan", "goals/a.yml", None),
        ("roadmaps/lan/goals.yaml", "lan", "goals.yaml", None),
        ("roadmaps/lan/goals/b/a.yaml", "lan", "goals/b/a.yaml", None),
        ("roadmaps", "", "roadmaps", None),
        ("fardplan.toml", "", "fardplan.toml", None),
    ],
)
def test_place_of(path, roadmap, document, kind):
    """A path says which roadmap's it is, and what it holds."""
    slot = place_of(path)
    assert (slot.roadmap, slot.document, slot.model) == (roadmap, document, KINDS.get(kind))


def test_order_of_files_is_irrelevant(tmp_path: Path):
    """The same files give the same collection, in whatever order they are listed."""
    files = {
        "roadmaps/lan/roadmap.yaml": ROADMAP,
        "roadmaps/lan/goals/a.yaml": "title: A\nx: y",
        "roadmaps/lan/areas/a.yaml": "title: A",
    }

    class Backwards(Files):
        def paths(self) -> tuple[str, ...]:
            return tuple(reversed(super().paths()))

    one, other = load(Files(files)), load(Backwards(files))
    assert (one.collection, one.misfits, one.faults) == (
        other.collection, other.misfits, other.faults,
    )  # fmt: skip
