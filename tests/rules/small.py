"""Small repositories in memory, and fixtures that describe them."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from fardplan.locales.text import Text
from fardplan.rules._base import Rule, Severity
from fardplan.rules._engine import Judging, judge
from fardplan.rules._findings import Finding
from fardplan.rules._registry import RULES
from fardplan.source.collection import load
from fardplan.source.yaml import read_yaml
from tests.rules.past import Files, Tree, history_of, release

HERE = Path(__file__).parent
TODAY = date(2024, 6, 1)
HOME = "roadmaps/exempel"


def skeleton(changes: Mapping[str, str] = {}) -> dict[str, bytes]:
    """Return a whole small roadmap that no rule finds fault with, some of its lines changed."""
    files: dict[str, bytes] = {}
    for path in sorted((HERE / "_skeleton").rglob("*.yaml")):
        name = path.relative_to(HERE / "_skeleton").as_posix()
        files[full(name)] = path.read_bytes()
    files[full("roadmap.yaml")] = _change(files[full("roadmap.yaml")], changes)
    return files


def _change(roadmap: bytes, changes: Mapping[str, str]) -> bytes:
    lines = roadmap.decode().split("\n")
    for key, value in changes.items():
        (at,) = [n for n, line in enumerate(lines) if line.startswith(f"{key}:")]
        lines[at] = f"{key}: {value}"
    return "\n".join(lines).encode()


def full(name: str) -> str:
    """Return the path of a file named in a fixture."""
    if name.startswith(("roadmaps/", "fardplan")):
        return name
    return (
        f"roadmaps/{name}" if name in ("organisations.yaml", "glossary.yaml") else f"{HOME}/{name}"
    )


def find(
    files: Mapping[str, bytes],
    rules: Sequence[Rule],
    today: date | None = None,
    clock: date = TODAY,
    severities: Mapping[str, Severity | None] = {},
    releases: Mapping[str, Mapping[str, bytes]] = {},
) -> list[Finding]:
    """Return what these rules find in these files, with these released before them."""
    tree = Files(files)
    history = history_of(releases)
    judging = Judging(rules, clock, today=today, severities=severities, history=history)
    return judge(load(tree), tree, judging)


@dataclass(frozen=True)
class Fixture:
    """One YAML file under `tests/rules/RULE/`: a small repository and what is found in it."""

    rule: str
    name: str
    promise: str
    source: str
    files: Mapping[str, bytes]
    findings: tuple[Mapping[str, Any], ...]
    today: date | None = None
    severities: Mapping[str, Severity | None] = field(default_factory=dict)
    releases: Mapping[str, Mapping[str, bytes]] = field(default_factory=dict)
    """The whole tree of each release by tag, such as `exempel/1.0`."""

    def __str__(self) -> str:
        return f"{self.rule}/{self.name}"

    def run(self, rule: Rule) -> list[Finding]:
        """Return what the rule finds, alone unless it judges what the others found."""
        rules = RULES if rule.last else [rule]
        found = find(
            self.files,
            rules,
            today=self.today,
            severities=self.severities,
            releases=self.releases,
        )
        return [one for one in found if one.rule == rule.name]


KEYS = {
    "promise",
    "source",
    "with",
    "without",
    "files",
    "encoding",
    "today",
    "severities",
    "releases",
    "findings",
}
RELEASE_KEYS = {"with", "without", "files"}


def read_fixture(path: Path) -> Fixture:
    """Read one fixture, or fail if it says what nobody looks at."""
    read = read_yaml(path.read_bytes())
    assert isinstance(read.values, dict), read.faults
    data: dict[str, Any] = read.values
    assert not read.faults, read.faults
    assert set(data) <= KEYS, set(data) - KEYS
    files = skeleton(data.get("with") or {})
    for name in data.get("without") or ():
        del files[full(name)]
    for name, content in (data.get("files") or {}).items():
        files[full(name)] = content.encode(data.get("encoding") or "utf-8")
    return Fixture(
        rule=path.parent.name,
        name=path.stem,
        promise=data["promise"],
        source=data["source"],
        files=files,
        findings=tuple(data.get("findings") or ()),
        today=date.fromisoformat(data["today"]) if "today" in data else None,
        severities={
            name: None if level == "off" else Severity.of(level)
            for name, level in (data.get("severities") or {}).items()
        },
        releases={
            tag: read_release(files, tag, changed or {})
            for tag, changed in (data.get("releases") or {}).items()
        },
    )


def read_release(now: Mapping[str, bytes], tag: str, data: Mapping[str, Any]) -> Tree:
    """Return a release, which a fixture describes by how it differs from what there is now."""
    assert set(data) <= RELEASE_KEYS, set(data) - RELEASE_KEYS
    files = {full(name): text.encode() for name, text in (data.get("files") or {}).items()}
    tree = dict(release(now, tag, files, [full(name) for name in data.get("without") or ()]))
    tree[full("roadmap.yaml")] = _change(tree[full("roadmap.yaml")], data.get("with") or {})
    return tree


def fixtures() -> Iterator[Fixture]:
    """Yield every fixture."""
    for path in sorted(HERE.glob("*/*.yaml")):
        if not path.parent.name.startswith("_"):
            yield read_fixture(path)


def describe(finding: Finding, files: Mapping[str, bytes]) -> dict[str, Any]:
    """Return a finding in the form in which fixtures expect it."""
    found: dict[str, Any] = {
        "severity": str(finding.severity),
        "at": _at(finding.file, finding.place.line, finding.place.column),
        "marks": _marked(finding, files),
        "says": finding.say("sv"),
    }
    if hint := finding.say_hint("sv"):
        found["hint"] = hint
    if finding.related:
        found["related"] = [
            f"{_at(end.file, end.place.line, end.place.column)} {end.text.say('sv', **end.values)}"
            for end in finding.related
        ]
    return found


def _at(file: str, line: int, column: int) -> str:
    name = file.removeprefix(f"{HOME}/")
    return f"{name}:{line}:{column}"


def _marked(finding: Finding, files: Mapping[str, bytes]) -> str:
    """Return the text over the carets."""
    if finding.file not in files:
        return ""
    place = finding.place
    lines = files[finding.file].decode("utf-8", "replace").removeprefix("\ufeff").split("\n")
    line = lines[place.line - 1]
    return line[place.column - 1 : place.end_column - 1 if place.end_line == place.line else None]


def placeholders(text: Text | None) -> set[str]:
    """Return the names of the values that a text takes."""
    formatter = string.Formatter()
    return {
        name.split(".")[0].split("[")[0]
        for words in text or ()
        for _, name, _, _ in formatter.parse(words)
        if name
    }
