"""Templates: where they lie, what `document.toml` sets, and the sandbox they run in.

A template is a folder with `document.toml` and the folders `html/`, `markdown/` and `docx/`. The
folders of a name are searched in order, so that a repository's own file replaces the built-in one
of the same name and all others stay; `extends` names another template to fall back on, by default
`roadmap`.
A file that changes a part of the built-in one extends or imports it as `builtin/NAME`.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment

from fardplan.documents.template_fault import TemplateFault
from fardplan.documents.template_settings import TemplateSettings, read_settings
from fardplan.locales.reasons import tell_reason
from fardplan.locales.text import Text
from fardplan.source.resources import templates_dir

BASE = "roadmap"
SITE = "site"
"""The template of the pages of a site, which frames documents and is chosen for none."""

BUILT_IN = "builtin/"
"""What stands before the name of a built-in file that an own one of the same name covers."""

_UNKNOWN = Text(
    "Det finns ingen mall som heter ”{name}”. Det finns: {names}.",
    "There is no template called “{name}”. There are: {names}.",
)
_BROKEN = Text(
    "Mallfilen {file} går inte att använda, rad {line}. Jinja säger: {words}",
    "The template file {file} cannot be used, line {line}. Jinja says: {words}",
)
_LACKS = Text("Mallen saknar filen {file}.", "The template lacks the file {file}.")
_REFERS = Text(
    "Mallfilen {file}, rad {line}, hänvisar till {missing}, som mallen inte har.",
    "The template file {file}, line {line}, refers to {missing}, which the template lacks.",
)
_UNREADABLE = Text(
    "Mallfilen {file} går inte att läsa: {reason}.",
    "The template file {file} cannot be read: {reason}.",
)
_NOT_UTF_8 = Text("den är inte text i UTF-8", "it is not text in UTF-8")


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

    @cached_property
    def docx(self) -> ImmutableSandboxedEnvironment:
        """Return the sandbox for `docx/`, where every value is escaped for XML."""
        return self._environment("docx", escape=True)

    def read(self, path: str) -> str:
        """Return the text of the nearest file with this path, or "" where no folder has it."""
        found = self.find(path)
        return _read_text(found) if found else ""

    def find(self, path: str) -> Path | None:
        """Return the nearest file with this path; one that leads out of its folder is none."""
        return _find(self.folders, path)

    def _environment(self, backend: str, *, escape: bool) -> ImmutableSandboxedEnvironment:
        return _Sandbox(
            loader=_Loader(self.folders, backend),
            autoescape=escape,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,
        )


class _Sandbox(ImmutableSandboxedEnvironment):
    """The sandbox, which answers once for each kind of value whether an attribute is safe.

    Jinja's answer hangs on the value's type and the name alone, and is asked for a million times
    on a site.
    """

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Tell whether a template may see an attribute."""
        key = (type(obj), attr)
        known = _SAFE.get(key)
        if known is None:
            known = _SAFE[key] = super().is_safe_attribute(obj, attr, value)
        return known


_SAFE: dict[tuple[type, str], bool] = {}


class _Loader(BaseLoader):
    """Finds the nearest file of a name, or under `builtin/` the farthest, which others cover."""

    def __init__(self, folders: tuple[Path, ...], backend: str) -> None:
        self._folders = tuple(folder / backend for folder in folders)

    def get_source(
        self,
        environment: Environment,  # noqa: ARG002 - every loader of Jinja's is asked so
        template: str,
    ) -> tuple[str, str, Callable[[], bool]]:
        covered = template.startswith(BUILT_IN)
        folders = self._folders[::-1] if covered else self._folders
        path = _find(folders, template.removeprefix(BUILT_IN))
        if path is None:
            raise TemplateNotFound(template)
        return _read_text(path), str(path), lambda: True


def _find(folders: Sequence[Path], path: str) -> Path | None:
    for folder in folders:
        found = folder / path
        if found.is_file() and found.resolve().is_relative_to(folder.resolve()):
            return found
    return None


def _read_text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise TemplateFault(_UNREADABLE, file=str(path), reason=_NOT_UTF_8) from error
    except OSError as error:
        raise TemplateFault(_UNREADABLE, file=str(path), reason=tell_reason(error)) from error


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


_NO_DOCUMENTS = frozenset({"preview", "repository"})
"""What lies among the templates of documents for `fardplan serve` and `fardplan init` to use."""


def _folders(wanted: str | Path, search: Sequence[Path]) -> list[Path]:
    if wanted in _NO_DOCUMENTS:
        return []
    if isinstance(wanted, Path) or "/" in wanted or "\\" in wanted:
        return [Path(wanted)] if Path(wanted).is_dir() else []
    return [folder / wanted for folder in search if (folder / wanted).is_dir()]


def _names(search: Sequence[Path]) -> list[str]:
    folders = (path for place in search if place.is_dir() for path in place.iterdir())
    return sorted({path.name for path in folders if path.is_dir()} - _NO_DOCUMENTS - {SITE})


@contextmanager
def explained() -> Iterator[None]:
    """Turn whatever goes wrong in a template into a TemplateFault with file and line.

    What goes wrong on a line of a built-in template, and not in its own language, is our mistake.
    """
    try:
        yield
    except TemplateFault:
        raise
    except TemplateNotFound as error:
        place = _find_place(error)
        if place is None or _is_built_in(place.filename):
            raise TemplateFault(_LACKS, file=str(error)) from error
        raise TemplateFault(
            _REFERS, file=place.filename, line=place.lineno, missing=str(error)
        ) from error
    except TemplateSyntaxError as error:
        file = error.filename or error.name or "?"
        raise TemplateFault(_BROKEN, file=file, line=error.lineno, words=error.message) from error
    except Exception as error:
        place = _find_place(error)
        if place is None or (_is_built_in(place.filename) and not isinstance(error, TemplateError)):
            raise
        words = str(error) or type(error).__name__
        raise TemplateFault(_BROKEN, file=place.filename, line=place.lineno, words=words) from error


def _find_place(error: Exception) -> traceback.FrameSummary | None:
    """Return the innermost line of a template that an error came from."""
    frames = reversed(traceback.extract_tb(error.__traceback__))
    return next((frame for frame in frames if frame.filename.endswith(".j2")), None)


def _is_built_in(file: str) -> bool:
    return Path(file).is_relative_to(templates_dir())
