"""A rule's manual, which is the docstring of its module, in parts.

The layout: the demand on the first line; paragraphs; a paragraph that begins with `Varför:`; then
`Fel:` and `Rätt:`, each followed by indented YAML in which a comment line with a path begins a
file. `Fel:` and `Rätt:` may stand several times.
"""

from __future__ import annotations

import importlib
import inspect
import re
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass

from fardplan.model.paths import CONTENT
from fardplan.rules._base import Rule

WHY = "Varför:"
FAILS = "Fel:"
PASSES = "Rätt:"

_FILE = re.compile(rf"# ({CONTENT}/\S.*\.ya?ml)")
_HEADING = re.compile(rf"^({FAILS}|{PASSES})$", re.MULTILINE)

Example = Mapping[str, str]
"""The files of an example: path → content."""


@dataclass(frozen=True, slots=True)
class Manual:
    """What a rule demands and why, with examples of what it takes for wrong and right."""

    demand: str
    paragraphs: tuple[str, ...]
    why: str
    fails: tuple[Example, ...]
    passes: tuple[Example, ...]


def module_of(rule: Rule) -> str:
    """Return the name of the module that a rule lives in."""
    return f"fardplan.rules.{rule.name.replace('-', '_')}"


def read_manual(rule: Rule) -> Manual:
    """Return the manual of a rule."""
    return parse_manual(inspect.getdoc(importlib.import_module(module_of(rule))) or "")


def parse_manual(text: str) -> Manual:
    """Take a manual apart."""
    prose, *examples = _HEADING.split(text)
    demand, *paragraphs = [" ".join(one.split()) for one in prose.strip().split("\n\n")]
    pairs = list(zip(examples[::2], examples[1::2], strict=True))
    return Manual(
        demand=demand,
        paragraphs=tuple(one for one in paragraphs if not one.startswith(WHY)),
        why=" ".join(one.removeprefix(WHY).strip() for one in paragraphs if one.startswith(WHY)),
        fails=tuple(_read_example(body) for heading, body in pairs if heading == FAILS),
        passes=tuple(_read_example(body) for heading, body in pairs if heading == PASSES),
    )


def _read_example(body: str) -> Example:
    files: dict[str, list[str]] = {}
    path = ""
    for line in textwrap.dedent(body).strip("\n").split("\n"):
        if named := _FILE.fullmatch(line.rstrip()):
            path = named[1]
            files[path] = []
        elif path:
            files[path].append(line)
    return {name: "\n".join(lines).rstrip("\n") + "\n" for name, lines in files.items()}
