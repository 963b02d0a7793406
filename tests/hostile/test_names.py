"""Names that other systems read otherwise: å ä ö, capitals, devices, drives, decomposed letters."""

from __future__ import annotations

import unicodedata

import pytest

from fardplan.commands._letters import spell_out
from fardplan.model.names import is_reserved, slug
from fardplan.source._journal import Journal
from fardplan.source.site_folder import SiteFolder
from tests.commands.conftest import GOOD

NFD = unicodedata.normalize("NFD", "öka")


@pytest.mark.parametrize(
    ("name", "proposal"),
    [("Öka", "oka"), (NFD, "oka"), ("trygg hemgång", "trygg-hemgang"), ("Área", "area"), ("A", "a"),
     ("a_b", "a-b"), ("con", "con-2"), ("nul", "nul-2"), ("com1", "com1-2"), ("Äldre–Yngre", "aldre-yngre")],
)  # fmt: skip
def test_a_file_name_that_is_no_id(check, write, fardplan, name, proposal):
    """A name that is no id, or none on every system, is refused with one that is."""
    write()
    write({f"roadmaps/lan/goals/{name}.yaml": "title: X\n"})
    assert ("unstable-id", f"roadmaps/lan/goals/{name}.yaml", 1, 1) in check()[1]
    told = fardplan("--lang=sv", "validate").stdout
    assert f"Förslag: {proposal}" in told


def test_names_that_differ_in_case_only(check, write):
    """Two files that are one on Windows and macOS are told, before anyone there loses one."""
    write()
    write({"roadmaps/lan/goals/A.yaml": "title: X\n", "roadmaps/Lan/roadmap.yaml": GOOD["roadmaps/lan/roadmap.yaml"],
           "roadmaps/lan/Goals/b.yaml": "title: Y\n"})  # fmt: skip
    places = {(rule, file) for rule, file, _, _ in check()[1]}
    assert ("unstable-id", "roadmaps/lan/goals/A.yaml") in places
    assert ("unstable-id", "roadmaps/Lan/roadmap.yaml") in places
    assert ("unreadable-file", "roadmaps/lan/Goals/b.yaml") in places


def test_a_folder_of_any_name(fardplan, tmp_path, monkeypatch):
    """The repository may lie in a folder with å, ä, ö, blanks, decomposed letters or half ones."""
    for name in ("åäö Å", NFD, "日本", "-x", "a'b\"c", "\udcff", "con", "a\nb"):
        root = tmp_path / name
        for path, text in GOOD.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, "utf-8")
        for asked in (("list",), ("validate",), ("render", "lan"), ("fmt", "--check")):
            result = fardplan("-C", str(root), *asked)
            assert result.exit_code == 0, (name, asked, result.stderr)
        monkeypatch.chdir(root)
        assert fardplan("validate", str(root / "roadmaps" / "lan")).exit_code == 0
        monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("name", ["con", "CON", "nul.yaml", "Aux.txt", "com1", "lpt9", "prn"])
def test_devices(name):
    """What Windows takes for a device is known in any case and with any ending."""
    assert is_reserved(name)


@pytest.mark.parametrize("name", ["conny", "com", "lpt10x", "auxiliary", "nulla", "icon"])
def test_no_devices(name):
    """What only begins or ends like a device is a name like others."""
    assert not is_reserved(name)


def test_a_new_file_has_a_name_for_all(fardplan, write):
    """A title that would make a device's name gets another id."""
    root = write()
    assert fardplan("new", "goal", "lan", "--title=Nul", "--no-input").exit_code == 0
    made = {path.name for path in (root / "roadmaps/lan/goals").iterdir()}
    assert made == {"a.yaml", "nul-2.yaml"}
    result = fardplan("--lang=sv", "new", "goal", "lan", "--id=aux", "--title=X", "--no-input")
    assert (result.exit_code, "Windows" in result.stderr) == (2, True)


@pytest.mark.parametrize(
    "path", ["C:\\x.yaml", "C:/x.yaml", "c:x.yaml", "\\\\server\\x", "a\\..\\..\\b", "//x/y"]
)
def test_drives_and_servers(path, tmp_path):
    """A path with a drive, a server or the other slash leads out of nothing, on any system."""
    told = Journal.of(None, {path: b"a"}, {path: b"b"}).write()
    assert Journal.read(told) is None
    with SiteFolder.open(tmp_path / "ut") as folder, pytest.raises(ValueError, match=r".*"):
        folder.write(path, b"")


def test_slugs_are_the_same_from_every_system():
    """Composed and decomposed letters give the same id."""
    for title in ("Öka tryggheten", "Ärende på Åland", "Café Überfall"):
        assert slug(unicodedata.normalize("NFD", title)) == slug(
            unicodedata.normalize("NFC", title)
        )


def test_letters_that_a_terminal_lacks():
    """What stands in for a letter can be read."""
    assert spell_out("”Färdplan” 2023–2026 · 1\xa0234 kr → klar … │ ✓ 日本") == (
        '"Fardplan" 2023-2026 - 1 234 kr -> klar ... | v ??'
    )
