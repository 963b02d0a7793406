"""JSON Schemas of the kinds of file, so that an editor completes and explains every key.

They are made from the models (titles and descriptions are Swedish) and follow JSON Schema 2020-12.
An editor reads `2023`, `1.0` and `true` as numbers and truth, where fardplan takes what is written:
the schemas accept whatever fardplan accepts, quoted or not.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from fardplan.model.activity import Activity, Goal
from fardplan.model.approval import Approvals
from fardplan.model.area import Area
from fardplan.model.base import SOMETHING, Value, one_or_more
from fardplan.model.indicator import Indicator, Report
from fardplan.model.roadmap import Roadmap
from fardplan.model.shared import Glossary, Organisations
from fardplan.model.vision import Vision

DIALECT = "https://json-schema.org/draft/2020-12/schema"

KINDS: Mapping[str, type[Value]] = MappingProxyType(
    {
        "activity": Activity,
        "approvals": Approvals,
        "area": Area,
        "glossary": Glossary,
        "goal": Goal,
        "indicator": Indicator,
        "organisations": Organisations,
        "report": Report,
        "roadmap": Roadmap,
        "vision": Vision,
    }
)
"""What each schema is called, and the model of the files that it is for."""

TITLES: Mapping[str, str] = MappingProxyType(
    {
        "activity": "Aktivitet",
        "approvals": "Godkännanden",
        "area": "Område",
        "glossary": "Ordlista",
        "goal": "Mål",
        "indicator": "Indikator",
        "organisations": "Organisationer",
        "report": "Uppföljning",
        "roadmap": "Färdplan",
        "vision": "Målbild",
    }
)
"""What each kind of file is called in Swedish."""


_NULL = {"type": "null"}


class _Generator(GenerateJsonSchema):
    """Allow what users may write: short forms, a lone value for a list, numbers for texts."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Return the keys of a model without its docstring, which is for those who read code."""
        built = super().model_schema(schema)
        model: type[Value] = schema["cls"]
        built.pop("description", None)
        built.pop("title", None)
        if not model.shorthand:
            return built
        return {"anyOf": [_without_null(built["properties"][model.shorthand]), built]}

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Return what may stand under a key; that it may be absent needs no default."""
        return _or_null(self.generate_inner(schema["schema"]))

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Return what may stand under a key that may also lack its value."""
        return _or_null(self.generate_inner(schema["schema"]))

    def enum_schema(self, schema: core_schema.EnumSchema) -> JsonSchemaValue:
        """Return the values as choices, each with its Swedish label."""
        return {
            "oneOf": [
                {"const": str(member.value), "title": str(getattr(member, "sv", member.value))}
                for member in schema["members"]
                if isinstance(member, Enum)
            ]
        }

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """Return a text, which may look like a number to an editor: `page: 13`."""
        built = super().str_schema(schema)
        pattern = str(built.get("pattern", SOMETHING))
        if pattern == SOMETHING:
            built["type"] = ["string", "number", "boolean"]
        elif "://" not in pattern:
            built["type"] = ["string", "integer", "boolean"]
        return built

    def function_wrap_schema(
        self, schema: core_schema.WrapValidatorFunctionSchema
    ) -> JsonSchemaValue:
        """Allow a lone text where the model takes one for a list."""
        built = super().function_wrap_schema(schema)
        if schema["function"]["function"] == one_or_more:
            return _either(built["items"], built)
        return built


def write_schema(kind: str) -> bytes:
    """Return the schema of one kind of file, as the bytes that belong in `schemas/`."""
    schema = KINDS[kind].model_json_schema(by_alias=True, schema_generator=_Generator)
    definitions = schema.pop("$defs", {})
    for definition in definitions.values():
        for for_programmers in ("title", "description"):
            definition.pop(for_programmers, None)
    document = {
        "$schema": DIALECT,
        "$id": f"{kind}.schema.json",
        **schema,
        "title": TITLES[kind],
        "$defs": dict(sorted(definitions.items())),
    }
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def _or_null(schema: JsonSchemaValue) -> JsonSchemaValue:
    """Return the schema of the same value or none at all."""
    kind = schema.get("type")
    if isinstance(kind, str):
        return {**schema, "type": [kind, "null"]}
    if isinstance(kind, list):
        return {**schema, "type": [*dict.fromkeys([*kind, "null"])]}
    if "anyOf" in schema:
        return {**schema, "anyOf": [*_choices(schema), _NULL]}
    return {"anyOf": [schema, _NULL]}


def _either(one: JsonSchemaValue, several: JsonSchemaValue) -> JsonSchemaValue:
    """Return the schema of a lone value or a list of them.

    Where possible it is one schema with several types: editors show the title of every choice.
    """
    kinds = one.get("type")
    if kinds is None or several.keys() & one.keys() != {"type"}:
        return {"anyOf": [one, several]}
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return {**one, **several, "type": [*kinds, several["type"]]}


def _without_null(schema: JsonSchemaValue) -> JsonSchemaValue:
    """Return the schema of the value that must be there."""
    if isinstance(kinds := schema.get("type"), list):
        rest = [kind for kind in kinds if kind != "null"]
        return {**schema, "type": rest if len(rest) > 1 else rest[0]}
    return {**schema, "anyOf": _choices(schema)} if "anyOf" in schema else schema


def _choices(schema: JsonSchemaValue) -> list[JsonSchemaValue]:
    return [choice for choice in schema["anyOf"] if choice != _NULL]
