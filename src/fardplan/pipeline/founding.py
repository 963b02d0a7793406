"""A repository to start from: which files, and writing them without touching what is there."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fardplan.errors import CannotRun
from fardplan.locales.text import Lang, Text
from fardplan.model.paths import CONTENT
from fardplan.pipeline.schemas import all_schemas
from fardplan.source.output import write_within
from fardplan.source.resources import repository_files
from fardplan.source.root import find_root
from fardplan.version import VERSION

IS_ONE = Text(
    "I {folder} finns redan färdplaner (mappen roadmaps). Skapa en till med: fardplan new roadmap",
    "There are roadmaps in {folder} already (the folder roadmaps). "
    "Make one more with: fardplan new roadmap",
)
IS_FILE = Text("{folder} är en fil, inte en mapp.", "{folder} is a file, not a folder.")


@dataclass(frozen=True, slots=True)
class Start:
    """What is told of a repository to start from."""

    title: str
    organisation: str
    roadmap: str
    lang: Lang


@dataclass(frozen=True, slots=True)
class Founded:
    """The files that were written, those that were there already, and whether git knows them."""

    written: tuple[str, ...]
    left: tuple[str, ...]
    has_git: bool


def check_folder(folder: Path) -> None:
    """Raise CannotRun where a repository cannot begin in a folder, or above it one has begun."""
    if folder.exists() and not folder.is_dir():
        raise CannotRun(IS_FILE, folder=str(folder))
    nearest = next(one for one in (folder.resolve(), *folder.resolve().parents) if one.is_dir())
    root = find_root(nearest)
    if (root / CONTENT).exists() or (root / CONTENT).is_symlink():
        raise CannotRun(IS_ONE, folder=str(root))


def write_settings(start: Start) -> dict[str, bytes]:
    """Return all files beside the roadmaps, by path: settings, CI, editors, schemas."""
    from jinja2 import Environment, StrictUndefined

    # `{{ }}` belongs to GitHub.
    engine = Environment(
        variable_start_string="<<",
        variable_end_string=">>",
        block_start_string="<%",
        block_end_string="%>",
        comment_start_string="<#",
        comment_end_string="#>",
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - no HTML
    )
    values = {
        "title": " ".join(start.title.split()),
        "organisation": start.organisation,
        "roadmap": start.roadmap,
        "lang": start.lang,
        "version": VERSION,
        "say": lambda sv, en: Text(sv, en).say(start.lang),
        "quote": lambda text: json.dumps(text, ensure_ascii=False),
    }
    files = {
        path: engine.from_string(data.decode()).render(values).encode()
        for path, data in repository_files().items()
    }
    schemas = {f"schemas/{name}": data for name, data in all_schemas().items()}
    return files | schemas


def found(folder: Path, files: Mapping[str, bytes]) -> Founded:
    """Write the files that are not there yet, the roadmaps last, so that it can be tried again."""
    left = {path for path in files if (folder / path).exists() or (folder / path).is_symlink()}
    written = [path for path in files if path not in left]
    for path in sorted(written, key=lambda path: path.startswith(f"{CONTENT}/")):
        write_within(folder, path, files[path])
    here = folder.resolve()
    has_git = any((one / ".git").exists() for one in (here, *here.parents))
    return Founded(tuple(sorted(written)), tuple(sorted(left)), has_git)
