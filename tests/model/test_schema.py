"""The JSON Schemas of the files: they accept what fardplan accepts, and nothing else."""

from __future__ import annotations

import functools
import json
import posixpath
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from fardplan.model.build import build
from fardplan.model.edition import FILES, FOLDERS, SHARED_FILES
from fardplan.model.fields import fields_of
from fardplan.model.number import MoneyUnit
from fardplan.model.schema import DIALECT, KINDS, write_schema
from fardplan.model.term import Term
from fardplan.source.slots import place_of
from fardplan.source.yaml import read_yaml

HOUSE = Path(__file__).parents[2]
HISTORY = HOUSE / "tests" / "fixtures" / "history"
MODELINE = re.compile(r"^# yaml-language-server: \$schema=(\S+)$", re.MULTILINE)
NAMES: dict[object, str] = {model: kind for kind, model in KINDS.items()}
MODELS = {**FILES, **SHARED_FILES, **FOLDERS}


@functools.cache
def _schema(kind: str) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(write_schema(kind))
    return schema


@functools.cache
def _validator(kind: str) -> Draft202012Validator:
    return Draft202012Validator(_schema(kind))


def _shipped() -> Iterator[tuple[str, Path]]:
    """Yield every YAML file that ships, with the path that it has in a repository."""
    for path in (HOUSE / "roadmaps").rglob("*.yaml"):
        yield path.relative_to(HOUSE).as_posix(), path
    for path in HISTORY.glob("*/*/**/*.yaml"):
        roadmap, _, *rest = path.relative_to(HISTORY).parts
        yield "/".join(("roadmaps", roadmap, *rest)), path


def _read_as_editor(text: str) -> Any:
    """Read YAML 1.2 as an editor's language server types it: numbers and truth, but no dates."""
    yaml = YAML(typ="safe", pure=True)
    yaml.version = "1.2"
    resolvers = yaml.resolver.versioned_resolver
    for found in resolvers.values():
        found[:] = [pair for pair in found if not pair[0].endswith(":timestamp")]
    return yaml.load(text)


SHIPPED = sorted(_shipped())
every_kind = pytest.mark.parametrize("kind", KINDS)
every_file = pytest.mark.parametrize(
    ("path", "file"), SHIPPED, ids=[str(file.relative_to(HOUSE)) for _, file in SHIPPED]
)


@every_kind
def test_valid_schema(kind):
    """Each schema is one of JSON Schema 2020-12, named for its file, with a Swedish title."""
    schema = _schema(kind)
    Draft202012Validator.check_schema(schema)
    assert (schema["$schema"], schema["$id"]) == (DIALECT, f"{kind}.schema.json")
    assert schema["title"]
    assert write_schema(kind).endswith(b"}\n")
    assert write_schema(kind) == write_schema(kind)


def test_schemas_for_strict_readers():
    """A validator that takes a pattern only if JavaScript would takes every schema."""
    command = [str(Path(sys.prefix, "bin", "check-jsonschema")), "--check-metaschema"]
    ran = subprocess.run(
        [*command, *map(str, sorted((HOUSE / "schemas").glob("*.json")))],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (ran.returncode, ran.stdout.strip()) == (0, "ok -- validation done"), ran.stdout


def test_reader_for_editors():
    """What the tests take for an editor types numbers and truth and leaves dates as text."""
    read = _read_as_editor(
        "a: 2023\nb: 1.0\nc: true\nd: 2023-10-26\ne: ja\nf: null\ng: 1,5\nh: no\n"
    )
    assert read == {
        "a": 2023, "b": 1.0, "c": True, "d": "2023-10-26", "e": "ja", "f": None, "g": "1,5",
        "h": "no",
    }  # fmt: skip


@every_file
def test_shipped_files(path, file):
    """Each file that ships follows its schema as an editor reads it."""
    kind = NAMES[place_of(path).model]
    errors = _validator(kind).iter_errors(_read_as_editor(file.read_text(encoding="utf-8")))
    assert [(list(error.absolute_path), error.message[:200]) for error in errors] == []


@every_file
def test_modelines(path, file):
    """Each file that ships tells editors where its schema is, and that schema is published."""
    kind = NAMES[place_of(path).model]
    (written,) = MODELINE.findall(file.read_text(encoding="utf-8"))
    where = posixpath.normpath(posixpath.join(path, "..", written))
    assert where == f"schemas/{kind}.schema.json"
    assert (HOUSE / where).is_file()


WRITTEN = [
    ("activity", "title: 2023"),
    ("activity", "title: true"),
    ("activity", "title: x\nstart: 2023\nend: 2023-10-26"),
    ("activity", "title: x\nresponsible: socialnamnden"),
    ("activity", "title: x\nresponsible: [a, b]"),
    ("activity", "title: x\nresponsible:"),
    ("activity", "title: x\npartners_complete: true"),
    ("activity", 'title: x\npartners_complete: "true"'),
    ("activity", "title: x\nstatus:\npartners:\nprojektplan:\ndelegated_to:\nstart:"),
    ("activity", "title: x\ndelegated_to: plan-a"),
    ("activity", "title: x\ndelegated_to: {plan: plan-a}"),
    ("activity", "title: x\ndecision_points: [{title: a}]"),
    ("activity", "title: x\ndecision_points: {expected: 3}"),
    ("activity", "title: x\nnone: {partners: Inga.}"),
    ("activity", "title: x\ntranslations: {en: {title: X}}"),
    ("activity", "title: x\nimplements: [{goal: a, reviewed: 1.0}]"),
    ("activity", 'title: x\nimplements: [{goal: a, reviewed: "1.0"}]'),
    ("activity", "title: x\nsources: [{document: a, page: 13, section: 2.1}]"),
    ("activity", "title: x\nprojektplan: {financing: [{amount: 1200000, unit: kr, year: 2024}]}"),
    ("activity", 'title: x\nprojektplan: {financing: [{amount: "1,5", unit: mnkr, year: "2024"}]}'),
    ("activity", "title: x\nprojektplan: {financing: [{amount: 1.5, unit: MSEK}]}"),
    ("activity", "title: x\nprojektplan:\n  document:\n    url: https://example.se/a"),
    ("activity", "title: x\norder: 3\nnumber: 2.3"),
    ("activity", 'title: x\norder: "3"'),
    ("activity", "title: x\nsub_activities: [{id: 2023, title: a}]"),
    ("goal", "title: x\nshift: {from: a, to: b}"),
    ("roadmap", "format: 1\ntitle: x\nyear: 2023\nversion: 1.0\nprofile: action"),
    ("roadmap", 'format: "1"\ntitle: x\nyear: "2023"\nversion: "1.0.1"\nprofile: action'),
    ("roadmap", "format: 1\ntitle: x\nyear: 2023\nprofile: action\nquestions: [Hur, {text: Vem}, 7]"),
    ("roadmap", "format: 1\ntitle: x\nyear: 2023\nprofile: action\nongoing: [{title: a}]"),
    ("roadmap", "format: 1\ntitle: x\nyear: 2023\nprofile: action\nfigures: [{title: a, data: null}]"),
    ("roadmap", "format: 1\ntitle: x\nyear: 2023\nprofile: action\nvalidity: {from: 2023, to: }"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text"), WRITTEN, ids=[text[-40:] for _, text in WRITTEN])
def test_accepts_what_fardplan_accepts(kind, text):
    """What can be written with or without quotes, short or long, is right in the editor too."""
    assert build(KINDS[kind], read_yaml(text.encode()).values, {}).misfits == ()
    errors = _validator(kind).iter_errors(_read_as_editor(text))
    assert [error.message for error in errors] == []


REFUSED = [
    ("activity", "title: x\nansvarig: a"),
    ("activity", "title: x\nprojektplan: {tidsplan: {}}"),
    ("activity", "title: x\ntranslations: {en: {titel: X}}"),
    ("activity", "status: ongoing"),
    ("activity", "title:"),
    ("activity", 'title: ""'),
    ("activity", 'title: " "'),
    ("activity", "title: [a]"),
    ("activity", "title: x\nstatus: pågår"),
    ("activity", "title: x\npartners: regionen"),
    ("activity", "title: x\npartners: [a, null]"),
    ("activity", "title: x\nrisks: [Brand]"),
    ("activity", "title: x\npartners_complete: ja"),
    ("activity", "title: x\nsub_activities: [{id: Stor Bokstav, title: a}]"),
    ("activity", "title: x\nprojektplan: {document: {url: www.example.se}}"),
    ("activity", "title: x\nprojektplan: {financing: [{amount: mycket}]}"),
    ("activity", "title: x\nprojektplan: {financing: [{unit: EUR}]}"),
    ("activity", "title: x\norder: -1"),
    ("activity", "title: x\ntarget_groups: [null]"),
    ("roadmap", "format: 1\ntitle: x\nyear: 23\nprofile: action"),
    ("roadmap", "format: 1\ntitle: x\nyear: 2023\nprofile: action\nversion: första"),
    ("roadmap", "format: 1\ntitle: x\nyear: 2023\nprofile: action\nquestions: [{to: we}]"),
    ("roadmap", "- a"),
]


@pytest.mark.parametrize(("kind", "text"), REFUSED, ids=[text[-40:] for _, text in REFUSED])
def test_refuses_what_fardplan_refuses(kind, text):
    """What does not fit is marked in the editor, as it is when the files are checked."""
    assert build(KINDS[kind], read_yaml(text.encode()).values, {}).misfits != ()
    assert not _validator(kind).is_valid(_read_as_editor(text))


@every_kind
def test_keys_are_explained(kind):
    """Each key has its Swedish title and description, which an editor shows."""
    properties = _schema(kind)["properties"]
    specs = {spec.key: (spec.title, spec.description) for spec in fields_of(KINDS[kind])}
    assert {key: (v["title"], v["description"]) for key, v in properties.items()} == specs


@every_kind
def test_choices_carry_their_swedish_meaning(kind):
    """Each value to choose has its Swedish label."""
    definitions = _schema(kind)["$defs"]
    for spec in fields_of(KINDS[kind]):
        if spec.scalar and issubclass(spec.scalar, Term) and spec.scalar is not MoneyUnit:
            choices = definitions[spec.scalar.__name__]["oneOf"]
            assert {one["const"]: one["title"] for one in choices} == {
                str(term.value): term.sv for term in spec.scalar
            }


@every_kind
def test_nothing_for_programmers(kind):
    """No docstring or name of a class is left where an editor would show it."""
    text = json.dumps(_schema(kind)["$defs"], ensure_ascii=False)
    assert [name for name, value in _schema(kind)["$defs"].items() if "title" in value] == []
    words = [*re.findall(r'"description": "([^"]*)"', text)]
    assert [said for said in words if re.match(r"(A|An|The|One|What|How|Where|Why) ", said)] == []
