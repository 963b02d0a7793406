"""`render -f archive`: what is kept of a decided version, and that it holds together."""

from __future__ import annotations

import base64
import io
import json
import subprocess
import zipfile
from xml.etree import ElementTree as ET

import bagit
import pikepdf
import pytest

from fardplan.pipeline.archiving import make_archive
from fardplan.pipeline.rendering import Wanted

ROADMAP = """\
format: 1
title: Vår färdplan
year: {year}
version: "{version}"
profile: action
status: {status}
registry_number: KS 2024/1
vision: malet
owners: norr
validity: {{from: 2024, to: 2026}}
cover: {{logo: logo.png, logo_alt: Ett märke}}
decisions:
- {{kind: adopt, party: norr, date: "2024-03-04", paragraph: "7"}}
themes:
- {{id: tema, title: Tema {year}}}
"""
VISION = "format: 1\ntitle: Målet\nyear: 2020\nprofile: vision\nparties: [norr]\n"
SHARED = "format: 1\norganisations:\n- {id: norr, title: Norra kommun}\n"
SETTINGS = 'data-license = "CC0-1.0"\norganisation.name = "Norra kommun"\n'
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def _write(root, path, text):
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())


def _git(root, *args):
    subprocess.run(["git", *args], cwd=root, check=True, capture_output=True)


@pytest.fixture
def root(tmp_path):
    """Return a repository with a roadmap that refers to another, not in git."""
    folder = tmp_path / "arkiv"
    _write(folder, "roadmaps/plan/roadmap.yaml",
           ROADMAP.format(year=2024, version="1.0", status="adopted"))  # fmt: skip
    _write(folder, "roadmaps/plan/logo.png", PICTURE)
    _write(folder, "roadmaps/plan/goals/mal.yaml", "title: Ett mål\n")
    _write(folder, "roadmaps/malet/roadmap.yaml", VISION)
    _write(folder, "roadmaps/ovidkommande/roadmap.yaml", VISION)
    _write(folder, "roadmaps/organisations.yaml", SHARED)
    _write(folder, "fardplan.toml", SETTINGS)
    return folder


@pytest.fixture
def released(root):
    """Return the same in git, with two released versions."""
    _git(root, "init", "-q")
    _git(root, "add", ".")
    _git(root, "commit", "-qm", "2024")
    _git(root, "tag", "plan/1.0")
    _write(root, "roadmaps/plan/roadmap.yaml",
           ROADMAP.format(year=2025, version="2.0", status="adopted"))  # fmt: skip
    _git(root, "commit", "-qam", "2025")
    _git(root, "tag", "plan/2.0")
    return root


def _files(data):
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def _archive(root, rev=None):
    return make_archive(root, Wanted("plan", rev)).data


def test_what_it_holds(root):
    """The package holds the document, all files behind it, their schemas, and facts; no more."""
    files = _files(_archive(root))
    own = {name for name in files if "/schemas/" not in name}
    assert own == {
        f"plan-1.0/{path}"
        for path in (
            "bagit.txt",
            "bag-info.txt",
            "manifest-sha256.txt",
            "tagmanifest-sha256.txt",
            "data/plan-1.0.html",
            "data/plan-1.0.pdf",
            "data/metadata.json",
            "data/metadata.xml",
            "data/readme.txt",
            "data/source/fardplan.toml",
            "data/source/roadmaps/malet/roadmap.yaml",
            "data/source/roadmaps/organisations.yaml",
            "data/source/roadmaps/plan/goals/mal.yaml",
            "data/source/roadmaps/plan/logo.png",
            "data/source/roadmaps/plan/roadmap.yaml",
        )
    }
    assert "plan-1.0/data/schemas/roadmap.schema.json" in files
    assert files["plan-1.0/data/source/roadmaps/plan/logo.png"] == PICTURE


def test_another_reader_takes_it(root, tmp_path):
    """The reader of the Library of Congress finds it complete and valid, and reads who sent it."""
    with zipfile.ZipFile(io.BytesIO(_archive(root))) as file:
        file.extractall(tmp_path)
    bag = bagit.Bag(str(tmp_path / "plan-1.0"))
    assert bag.is_valid()
    assert bag.info["Source-Organization"] == "Norra kommun"
    assert bag.info["Internal-Sender-Identifier"] == "KS 2024/1"


def test_the_document_can_be_made_again(root, tmp_path, fardplan):
    """From the files in the package the same web page comes out, byte by byte."""
    with zipfile.ZipFile(io.BytesIO(_archive(root))) as file:
        file.extractall(tmp_path)
    data = tmp_path / "plan-1.0/data"
    result = fardplan("-C", str(data / "source"), "render", "plan")
    assert result.stdout == (data / "plan-1.0.html").read_text("utf-8")


def test_metadata(released):
    """The facts stand as JSON and as Dublin Core, days as days and the version by its tag."""
    files = _files(_archive(released, "1.0"))
    facts = json.loads(files["plan-1.0/data/metadata.json"])
    commit = subprocess.run(
        ["git", "rev-parse", "plan/1.0"], cwd=released, check=True, capture_output=True, text=True
    ).stdout.strip()
    del facts["generator"], facts["files"]
    assert facts == {
        "schema_version": 1,
        "roadmap": "plan",
        "title": "Vår färdplan",
        "description": None,
        "organisation": "Norra kommun",
        "language": "sv",
        "year": 2024,
        "version": "1.0",
        "status": "adopted",
        "decision": "Norra kommun, §\u00a07, 4 mars 2024",
        "decided": "2024-03-04",
        "registry_number": "KS 2024/1",
        "valid_from": "2024-01-01",
        "valid_to": "2026-12-31",
        "updated": None,
        "license": "CC0-1.0",
        "tag": "plan/1.0",
        "commit": commit,
        "previous_version": None,
    }
    core = ET.fromstring(files["plan-1.0/data/metadata.xml"])  # noqa: S314 - our own
    told = [(one.tag.partition("}")[2], one.text) for one in core]
    assert ("identifier", "plan/1.0") in told
    assert ("identifier", "KS 2024/1") in told
    assert ("dateAccepted", "2024-03-04") in told
    assert ("valid", "start=2024-01-01; end=2026-12-31;") in told


def test_changes_since_the_release_before(released):
    """What has changed since the released version before stands in words and as data."""
    files = _files(_archive(released))
    text = files["plan-2.0/data/changes/changes.txt"].decode()
    assert text.startswith(
        "Vår färdplan: ändringar från 2024 (version 1.0) till 2025 (version 2.0)"
    )
    assert "Tema 2025" in text
    listed = json.loads(files["plan-2.0/data/changes/changes.json"])
    assert listed["old"]["version"] == "1.0"
    assert [change["kind"] for change in listed["changes"] if change["path"] == ["title"]] == [
        "renamed"
    ]
    assert "changes.schema.json" in {name.rpartition("/")[2] for name in files}
    facts = json.loads(files["plan-2.0/data/metadata.json"])
    assert facts["previous_version"] == "plan/1.0"


def test_changes_where_nothing_is_released(released):
    """Without tags the version before is the last one that the history says; the first has none."""
    _git(released, "tag", "--delete", "plan/1.0", "plan/2.0")
    files = _files(_archive(released))
    assert json.loads(files["plan-2.0/data/changes/changes.json"])["old"]["version"] == "1.0"
    assert json.loads(files["plan-2.0/data/metadata.json"])["previous_version"] == "1.0"
    assert not any("/changes/" in name for name in _files(_archive(released, "2024")))


def test_changes_since_another_version(released):
    """`--since` says which version the changes are told from."""
    text = ROADMAP.format(year=2026, version="3.0", status="adopted")
    _write(released, "roadmaps/plan/roadmap.yaml", text)
    _git(released, "commit", "-qam", "2026")
    files = _files(make_archive(released, Wanted("plan", None, None, "2024")).data)
    assert json.loads(files["plan-3.0/data/changes/changes.json"])["old"]["version"] == "1.0"


def test_as_it_was_decided(released):
    """An earlier version is kept as it stood: adopted, not replaced by what came later."""
    page = _files(_archive(released, "1.0"))["plan-1.0/data/plan-1.0.html"].decode()
    assert "– Antagen</title>" in page
    assert "Ersatt" not in page


def test_what_was_released_is_kept(released):
    """What has been edited since the release is no part of the package of that version."""
    before = _archive(released)
    file = released / "roadmaps/plan/roadmap.yaml"
    file.write_text(file.read_text("utf-8") + "purpose: Ändrat efteråt.\n", "utf-8")
    assert _archive(released) == before
    assert _archive(released, "plan/2.0") == before


def test_same_bytes(root, tmp_path):
    """The same files give the same package, wherever they lie."""
    elsewhere = tmp_path / "annanstans"
    root.rename(elsewhere)
    one = _archive(elsewhere)
    elsewhere.rename(root)
    assert one == _archive(root)


def test_pdf_is_for_archives(root):
    """The PDF says that it is PDF/A."""
    data = _files(_archive(root))["plan-1.0/data/plan-1.0.pdf"]
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_metadata() as meta:
        assert meta["pdfaid:part"] == "2"


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (
            "draft",
            "fardplan: ”plan” är utkast. Bara det som är beslutat arkiveras. ",
        ),
        ("consultation", "fardplan: ”plan” är remissversion. Bara det "),
        ("proposed", "fardplan: ”plan” är förslag. Bara det "),
        ("", "fardplan: Det framgår inte att ”plan” är beslutad, och bara det som är beslutat "),
    ],
)
def test_undecided(status, said, root, fardplan):
    """What is not decided is refused in one line that says what to do, and nothing is written."""
    text = ROADMAP.format(year=2024, version="1.0", status=status)
    _write(root, "roadmaps/plan/roadmap.yaml", text.replace("status: \n", ""))
    target = root / "plan.zip"
    result = fardplan("-C", str(root), "render", "plan", "-f", "archive", "-o", str(target))
    assert result.exit_code == 3
    assert result.stderr.startswith(said)
    assert result.stderr.count("\n") == 1
    assert not target.exists()


def test_command(root, fardplan):
    """The command writes the package to a file and says so."""
    target = root / "plan.zip"
    result = fardplan("-C", str(root), "render", "plan", "-f", "archive", "-o", str(target))
    assert (result.exit_code, result.stderr) == (0, f"Skrev {target}.\n")
    assert target.read_bytes() == _archive(root)
