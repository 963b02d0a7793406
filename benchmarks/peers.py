"""The same work as other programs do it, from a copy of the corpus in the form that each keeps.

They are installed from PyPI into an environment of their own (`make bench` does that). What is not
installed is not measured.
"""

from __future__ import annotations

import importlib
import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.process import Run, WrongAnswer
from benchmarks.series import ended_well

PEERS = Path(__file__).resolve().parent.parent / ".venv-peers"
NAMES = ("check-jsonschema", "doorstop", "strictdoc", "mkdocs-material", "pypandoc_binary")


def find_pandoc() -> str | None:
    """Return the program pandoc, of this machine or as PyPI brings it; None where it is not."""
    brought = next(PEERS.glob("lib/python*/site-packages/pypandoc/files/pandoc"), None)
    return str(brought) if brought else shutil.which("pandoc")


@dataclass(frozen=True)
class Item:
    """What other programs get to know of an activity: `number` is its place in its roadmap."""

    number: int
    title: str
    text: str
    facts: tuple[tuple[str, str], ...] = ()
    """Everything else that its file says, by key."""


@dataclass(frozen=True)
class Plan:
    """A roadmap as other programs see it; the first one's items are what the others refer to."""

    number: int
    name: str
    items: tuple[Item, ...]

    def uid(self, item: Item) -> str:
        """Return what an item is called."""
        return f"R{self.number:03}-{item.number:03}"


def read_plans(root: Path) -> list[Plan]:
    """Return every roadmap of a corpus, the county's first."""
    yaml = importlib.import_module("yaml")
    folders = sorted(path for path in (root / "roadmaps").iterdir() if path.is_dir())
    folders.sort(key=lambda folder: not folder.name.endswith("-lan"))
    return [
        Plan(number, folder.name, tuple(_read_items(folder, yaml)))
        for number, folder in enumerate(folders)
    ]


def _read_items(folder: Path, yaml: Any) -> Iterator[Item]:
    for number, path in enumerate(sorted((folder / "activities").glob("*.yaml")), 1):
        activity = yaml.load(path.read_bytes(), yaml.CSafeLoader)
        title, text = activity.pop("title"), activity["projektplan"].pop("implementation")
        yield Item(number, title, " ".join(text.split()), tuple(_facts(activity)))


def _facts(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Yield every value inside another with the keys that lead to it."""
    if isinstance(value, dict):
        for name, inside in value.items():
            yield from _facts(inside, f"{key} {name}".strip())
    elif isinstance(value, list):
        for inside in value:
            yield from _facts(inside, key)
    else:
        yield key, " ".join(str(value).split())


def write_doorstop(plans: list[Plan], folder: Path) -> None:
    """Write one YAML file an item; those of municipalities are linked to the county's."""
    for plan in plans:
        home = folder / plan.name
        home.mkdir(parents=True)
        parent = f"  parent: R{plans[0].number:03}\n" if plan.number else ""
        home.joinpath(".doorstop.yml").write_text(
            f"settings:\n  digits: 3\n{parent}  prefix: R{plan.number:03}\n  sep: '-'\n",
            encoding="utf-8",
        )
        for item in plan.items:
            above = _above(item, plan, plans)
            links = f"links:\n- {above}: null\n" if above else "links: []\n"
            home.joinpath(f"{plan.uid(item)}.yml").write_text(
                f"active: true\nderived: false\nheader: {json.dumps(item.title)}\n"
                f"level: 1.{item.number}\n{links}normative: true\nref: ''\nreviewed: null\n"
                f"text: {json.dumps(item.text)}\n",
                encoding="utf-8",
            )
    subprocess.run(["git", "init", "--quiet", folder], check=True)


def write_strictdoc(plans: list[Plan], folder: Path) -> None:
    """Write one document a roadmap, with the same links."""
    folder.mkdir(parents=True, exist_ok=True)
    for plan in plans:
        parts = [f"[DOCUMENT]\nTITLE: {plan.name}\n"]
        for item in plan.items:
            above = _above(item, plan, plans)
            relation = f"RELATIONS:\n- TYPE: Parent\n  VALUE: {above}\n" if above else ""
            parts.append(
                f"[REQUIREMENT]\nUID: {plan.uid(item)}\nTITLE: {item.title}\n"
                f"STATEMENT: >>>\n{item.text}\n<<<\n{relation}"
            )
        folder.joinpath(f"{plan.name}.sdoc").write_text("\n".join(parts), encoding="utf-8")


_STRICTDOC_CONFIG = """\
from strictdoc.core.project_config import ProjectConfig


def create_config() -> ProjectConfig:
    return ProjectConfig(project_title="Provet", project_features=["DIFF"])
"""


def write_strictdoc_history(root: Path, folder: Path) -> None:
    """Write the documents of the corpus's two commits as two commits of their own."""
    folder.mkdir(parents=True)
    folder.joinpath("strictdoc_config.py").write_text(_STRICTDOC_CONFIG, encoding="utf-8")
    subprocess.run(["git", "init", "--quiet", folder], check=True)
    for commit in ("HEAD~1", "HEAD"):
        with TemporaryDirectory() as state:
            packed = subprocess.run(
                ["git", "archive", commit], cwd=root, stdout=subprocess.PIPE, check=True
            ).stdout
            subprocess.run(["tar", "-x", "-C", state], input=packed, check=True)
            write_strictdoc(read_plans(Path(state)), folder)
        who = ("-c", "user.name=Provet", "-c", "user.email=provet@example.se")
        subprocess.run(["git", "add", "--all"], cwd=folder, check=True)
        subprocess.run(
            ["git", *who, "commit", "--quiet", "--message", commit], cwd=folder, check=True
        )


def write_mkdocs(plans: list[Plan], folder: Path) -> None:
    """Write one page of Markdown a roadmap and a start page, with mkdocs-material's defaults."""
    pages = folder / "docs"
    pages.mkdir(parents=True)
    folder.joinpath("mkdocs.yml").write_text(
        "site_name: Provet\ntheme:\n  name: material\n  font: false\nplugins: [search]\n",
        encoding="utf-8",
    )
    links = "".join(f"* [{plan.name}]({plan.name}.md)\n" for plan in plans)
    pages.joinpath("index.md").write_text(f"# Provet\n\n{links}", encoding="utf-8")
    for plan in plans:
        told = "\n".join(map(_tell, plan.items))
        pages.joinpath(f"{plan.name}.md").write_text(f"# {plan.name}\n\n{told}", encoding="utf-8")


def _tell(item: Item) -> str:
    rows = "".join(f"| {key} | {value} |\n" for key, value in item.facts)
    return f"## {item.title}\n\n{item.text}\n\n| | |\n|---|---|\n{rows}"


def _above(item: Item, plan: Plan, plans: list[Plan]) -> str:
    """Return the item of the first roadmap that one of another leads to; empty for its own."""
    county = plans[0]
    return county.uid(county.items[item.number % len(county.items)]) if plan.number else ""


def writes(folder: Path, pattern: str, least: int) -> Callable[[Run, int], None]:
    """Return the check that a program made at least so many pages."""

    def check(ran: Run, number: int) -> None:
        ended_well(ran, number)
        made = sum(1 for _ in folder.rglob(pattern))
        if made < least:
            raise WrongAnswer(f"{made} pages, not {least}")

    return check
