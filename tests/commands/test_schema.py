"""`fardplan schema`: the schemas for editors."""

from __future__ import annotations

from pathlib import Path

from fardplan.pipeline.schemas import all_schemas

HOUSE = Path(__file__).parents[2]


def test_write(fardplan, write):
    """Every schema is written to schemas/, and then --check finds them right."""
    root = write()
    result = fardplan("schema")
    written = {path.name: path.read_bytes() for path in (root / "schemas").iterdir()}
    assert (result.exit_code, result.stdout, written) == (0, "", all_schemas())
    assert result.stderr == f"Skrev {len(written)} scheman till schemas/.\n"
    checked = fardplan("schema", "--check")
    assert (checked.exit_code, checked.stderr) == (0, "Alla scheman stämmer.\n")


def test_check_tells_what_is_stale(fardplan, write):
    """A schema that is missing or differs is named, nothing is written, and the code is 1."""
    root = write()
    fardplan("schema")
    (root / "schemas/goal.schema.json").write_text("{}", encoding="utf-8")
    (root / "schemas/area.schema.json").unlink()
    result = fardplan("schema", "--check")
    assert (result.exit_code, result.stderr) == (
        1,
        (
            "Schemat area.schema.json stämmer inte. Kör: fardplan schema\n"
            "Schemat goal.schema.json stämmer inte. Kör: fardplan schema\n"
        ),
    )
    assert not (root / "schemas/area.schema.json").exists()
    assert (root / "schemas/goal.schema.json").read_text(encoding="utf-8") == "{}"
    assert fardplan("--lang", "en", "schema", "--check").stderr.startswith(
        "Schema area.schema.json is stale."
    )


def test_written_at_the_root(fardplan, write, monkeypatch):
    """The folder lies at the root of the repository, wherever one stands in it."""
    root = write()
    monkeypatch.chdir(root / "roadmaps" / "lan")
    fardplan("schema")
    assert (root / "schemas" / "roadmap.schema.json").is_file()
    assert not (root / "roadmaps" / "lan" / "schemas").exists()


def test_folder_that_cannot_be_written(fardplan, write):
    """A file in the folder's place is told in one line, with 3."""
    write({"schemas": "en fil", "roadmaps/lan/roadmap.yaml": "title: x"})
    result = fardplan("schema")
    assert (result.exit_code, result.stderr.count("\n")) == (3, 1)
    assert fardplan("schema", "--check").exit_code == 1


def test_this_repository(fardplan):
    """The schemas of this repository are in step with the models."""
    result = fardplan("-C", str(HOUSE), "schema", "--check")
    assert (result.exit_code, result.stderr) == (0, "Alla scheman stämmer.\n")
