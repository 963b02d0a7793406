"""Templates: where they lie, what `document.toml` sets, and the sandbox they run in.

A template is a folder with `document.toml` and the folders `html/` and `markdown/`. The folders of
a name are searched in order, so that a repository's own file replaces the built-in one of the same
name and all others stay; `extends` names another template to fall back on, by default `roadmap`.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from jinja2 import (
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment

from fardplan.documents.template_fault import TemplateFault
from fardplan.documents.template_settings import TemplateSettings, read_settings
from fardplan.locales.text import Text

BASE = "roadmap"

_UNKNOWN = Text(
    "Det finns ingen mall som heter ”{name}”. Det finns: {names}.",
    "There is no template called “{name}”. There are: {names}.",
)
_BROKEN = Text(
    "Mallfilen {file} går inte att använda, rad {line}. Jinja säger: {words}",
    "The template file {file} cannot be used, line {line}. Jinja says: {words}",
)
_LACKS = Text("Mallen saknar filen {file}.", "The template lacks the file {file}.")


@dataclass(frozen=True)
class Template:
    """Hold a template's folders, the nearest first, and its settings."""

    name: str
    folders: tuple[Path, ...]
    settings: TemplateSettings

    @cached_property
    def html(self) -> ImmutableSandboxedEnvironment:
        """Return the sandbox for `html/`, where every value is escaped unless marked as safe."""
        return self._environment("html", escape=True)

    @cached_property
    def markdown(self) -> ImmutableSandboxedEnvironment:
        """Return the sandbox for `markdown/`; its values come escaped for Markdown."""
        return self._environment("markdown", escape=False)

    def read(self, path: str) -> str:
        """Return the text of the nearest file with this path, or "" where no folder has it."""
        found = self.find(path)
        return found.read_text("utf-8") if found else ""

    def find(self, path: str) -> Path | None:
        """Return the nearest file with this path."""
        return next((folder / path for folder in self.folders if (folder / path).is_file()), None)

    def _environment(self, backend: str, *, escape: bool) -> ImmutableSandboxedEnvironment:
        return ImmutableSandboxedEnvironment(
            loader=FileSystemLoader([folder / backend for folder in self.folders]),
            autoescape=escape,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,
        )


def load_template(name: str | Path, search: Sequence[Path]) -> Template:
    """Return the template called `name`, or in the folder `name`, with all that it falls back on.

    `search` lists the folders of templates, the repository's own before the built-in one.
    TemplateFault if there is none, or if a `document.toml` cannot be used.
    """
    folders: list[Path] = []
    wanted: str | Path | None = name
    while wanted:
        found = [folder for folder in _folders(wanted, search) if folder not in folders]
        if not found:
            break
        folders += found
        wanted = read_settings(found).extends or (BASE if wanted != BASE else None)
    if not folders:
        raise TemplateFault(_UNKNOWN, name=str(name), names=", ".join(_names(search)) or "–")
    return Template(Path(name).name, tuple(folders), read_settings(folders))


_NO_DOCUMENT = "repository"
"""The folder of what `fardplan init` writes, which lies among the templates of documents."""


def _folders(wanted: str | Path, search: Sequence[Path]) -> list[Path]:
    if wanted == _NO_DOCUMENT:
        return []
    if isinstance(wanted, Path) or "/" in wanted or "\\" in wanted:
        return [Path(wanted)] if Path(wanted).is_dir() else []
    return [folder / wanted for folder in search if (folder / wanted).is_dir()]


def _names(search: Sequence[Path]) -> list[str]:
    folders = (path for place in search if place.is_dir() for path in place.iterdir())
    return sorted({path.name for path in folders if path.is_dir()} - {_NO_DOCUMENT})


@contextmanager
def explained() -> Iterator[None]:
    """Turn whatever Jinja says about a template into a TemplateFault with file and line."""
    try:
        yield
    except TemplateNotFound as error:
        raise TemplateFault(_LACKS, file=str(error)) from error
    except TemplateSyntaxError as error:
        file = error.filename or error.name or "?"
        raise TemplateFault(_BROKEN, file=file, line=error.lineno, words=error.message) from error
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        places = [frame for frame in frames if frame.filename.endswith(".j2")]
        own = isinstance(error, (TemplateError, KeyError)) or frames[-1].filename.endswith(".j2")
        if not (own and places):
            raise
        last = places[-1]
        raise TemplateFault(
            _BROKEN, file=last.filename, line=last.lineno, words=str(error)
        ) from error
