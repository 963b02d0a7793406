"""A rule's manual, which is the docstring of its module, in parts.

The layout: the demand on the first line, in Swedish; paragraphs; a paragraph that begins with
`Varför:`; the same in English, of which the first paragraph begins with `In English:` and the
reason with `Why:`; then `Fel:` and `Rätt:`, each followed by indented YAML in which a comment line
with a path begins a file. `Fel:` and `Rätt:` may stand several times. `(version 1.0)` after a path
says that the file looked like that when the version was released; all else was as it is.
"""

from __future__ import annotations

import importlib
import inspect
import re
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass

from fardplan.locales.text import Lang
from fardplan.model.paths import CONTENT
from fardplan.rules._base import Rule

IN_ENGLISH = "In English:"
WHY: Mapping[Lang, str] = {"sv": "Varför:", "en": "Why:"}
FAILS = "Fel:"
PASSES = "Rätt:"

_FILE = re.compile(rf"# ({CONTENT}/\S.*?\.ya?ml(?: \(version [0-9.]+\))?)")
_RELEASED = re.compile(rf"({CONTENT}/([^/]+)/.*) \(version ([0-9.]+)\)")
_SPACE = re.compile(r"[ \n]+")  # a no-break space is kept
_HEADING = re.compile(rf"^({FAILS}|{PASSES})$", re.MULTILINE)

Example = Mapping[str, str]
"""The files of an example: path → content; a path may end in ` (version 1.0)`."""


@dataclass(frozen=True, slots=True)
class Prose:
    """What a rule demands, how it judges, and why, in one language."""

    demand: str
    paragraphs: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Manual:
    """What a rule demands and why, with examples of what it takes for wrong and right."""

    prose: Mapping[Lang, Prose]
    fails: tuple[Example, ...]
    passes: tuple[Example, ...]


def split_releases(example: Example) -> tuple[Example, Mapping[str, Example]]:
    """Return the files as they are, and by tag (`orebro-lan/1.0`) those that a release had."""
    now: dict[str, str] = {}
    releases: dict[str, dict[str, str]] = {}
    for name, content in example.items():
        if released := _RELEASED.fullmatch(name):
            path, roadmap, version = released.groups()
            releases.setdefault(f"{roadmap}/{version}", {})[path] = content
        else:
            now[name] = content
    return now, releases


def module_of(rule: Rule) -> str:
    """Return the name of the module that a rule lives in."""
    return f"fardplan.rules.{rule.name.replace('-', '_')}"


def read_manual(rule: Rule) -> Manual:
    """Return the manual of a rule."""
    return parse_manual(inspect.getdoc(importlib.import_module(module_of(rule))) or "")


def parse_manual(text: str) -> Manual:
    """Take a manual apart."""
    prose, *examples = _HEADING.split(text)
    swedish, _, english = prose.partition(f"\n{IN_ENGLISH}")
    pairs = list(zip(examples[::2], examples[1::2], strict=True))
    return Manual(
        prose={"sv": _read_prose(swedish, WHY["sv"]), "en": _read_prose(english, WHY["en"])},
        fails=tuple(_read_example(body) for heading, body in pairs if heading == FAILS),
        passes=tuple(_read_example(body) for heading, body in pairs if heading == PASSES),
    )


def _read_prose(text: str, why: str) -> Prose:
    demand, *paragraphs = [_SPACE.sub(" ", one) for one in text.strip().split("\n\n")]
    return Prose(
        demand=demand,
        paragraphs=tuple(one for one in paragraphs if not one.startswith(why)),
        why=" ".join(one.removeprefix(why).strip() for one in paragraphs if one.startswith(why)),
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
