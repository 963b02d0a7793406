"""The published schemas: those of the files, and those of what commands print as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from fardplan.changes._base import ChangeKind, Level
from fardplan.changes._impact import Action
from fardplan.formats._schemas import CHANGES, FINDINGS, IMPACT, write_output_schemas
from fardplan.model.schema import DIALECT, KINDS
from fardplan.pipeline.schemas import all_schemas
from fardplan.rules._base import Severity

SCHEMAS = Path(__file__).parents[2] / "schemas"


@pytest.mark.parametrize("schema", [CHANGES, FINDINGS, IMPACT], ids=lambda schema: schema["$id"])
def test_valid(schema):
    """Each is a schema of JSON Schema 2020-12 that says which file it is."""
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == DIALECT
    assert json.loads(write_output_schemas()[schema["$id"]]) == schema


def test_every_value_is_listed():
    """The schemas know every level and every kind of change."""
    finding = FINDINGS["properties"]["findings"]["items"]["properties"]
    change = CHANGES["properties"]["changes"]["items"]["properties"]
    assert finding["severity"]["enum"] == [str(one) for one in Severity]
    assert change["kind"]["enum"] == [str(one) for one in ChangeKind]
    assert change["level"]["enum"] == [str(one) for one in Level]
    impact = IMPACT["properties"]["impacts"]["items"]["properties"]
    assert impact["action"]["enum"] == [str(one) for one in Action]
    assert impact["level"]["enum"] == [str(one) for one in Level]


def test_published_schemas_are_in_step():
    """The folder schemas/ holds just what the program would write: `fardplan schema` was run."""
    made = all_schemas()
    assert {path.name: path.read_bytes() for path in SCHEMAS.iterdir()} == made
    assert set(made) == {
        f"{kind}.schema.json" for kind in (*KINDS, "changes", "findings", "impact", "site-page")
    }
