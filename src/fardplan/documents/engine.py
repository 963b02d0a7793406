"""Templates: where they lie, what `document.toml` sets, and the sandbox they run in.

A template is a folder with `document.toml` and the folders `html/`, `markdown/` and `docx/`. The
folders of a name are searched in order, so that a repository's own file replaces the built-in one
of the same name and all others stay; `extends` names another template to fall back on, by default
`roadmap`.
A file that changes a part of the built-in one extends or imports it as `builtin/NAME`.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from fardplan.documents.own_parts import refuse_unknown_parts
from fardplan.documents.sandbox import Exhausted, Sandbox, within_bounds
from fardplan.documents.template_fault import TemplateFault
from fardplan.documents.template_settings import TemplateSettings, read_settings
from fardplan.documents.trusted_templates import Compiler, is_trusted
from fardplan.documents.typography import end_turns
from fardplan.locales.reasons import tell_reason
from fardplan.locales.text import Text

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
_ENDLESS = Text(
    "Mallfilen {file}, rad {line}, tar aldrig slut eller gör mer än något dokument behöver.",
    "The template file {file}, line {line}, does not end, or does more than any document needs.",
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
        environment = self._environment("html", is_markup=True)
        environment.code_generator_class = Compiler  # a site has thousands of pages
        return environment

    @cached_property
    def markdown(self) -> ImmutableSandboxedEnvironment:
        """Return the sandbox for `markdown/`; its values come escaped for Markdown."""
        return self._environment("markdown", is_markup=False)

    @cached_property
    def docx(self) -> ImmutableSandboxedEnvironment:
        """Return the sandbox for `docx/`, where every value is escaped for XML."""
        return self._environment("docx", is_markup=True)

    @cached_property
    def icons(self) -> dict[str, Markup]:
        """The pictograms that have been read, by name: every page has one."""
        return {}

    def read(self, path: str) -> str:
        """Return the text of the nearest file with this path, or "" where no folder has it."""
        found = self.find(path)
        return _read_text(found) if found else ""

    def find(self, path: str) -> Path | None:
        """Return the nearest file with this path; one that leads out of its folder is none."""
        return _find(self.folders, path)

    def _environment(self, backend: str, *, is_markup: bool) -> ImmutableSandboxedEnvironment:
        return Sandbox(
            loader=_Loader(self.folders, backend),
            autoescape=is_markup,
            finalize=_show if is_markup else _end_turns,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,
        )


def _end_turns(value: object) -> object:
    """Return what a template shows, such that it turns no words but its own."""
    return end_turns(value) if type(value) is str else value


def _show(value: object) -> Markup:
    """Return what a template shows, escaped unless it is marked as safe, and ended likewise."""
    return value if type(value) is Markup else escape(_end_turns(value))


class _Loader(BaseLoader):
    """Finds the nearest file of a name, or under `builtin/` the farthest, which others cover."""

    def __init__(self, folders: tuple[Path, ...], backend: str) -> None:
        self._folders = tuple(folder / backend for folder in folders)

    def get_source(
        self,
        environment: Environment,
        template: str,
    ) -> tuple[str, str, Callable[[], bool]]:
        covered = template.startswith(BUILT_IN)
        folders = self._folders[::-1] if covered else self._folders
        path = _find(folders, template.removeprefix(BUILT_IN))
        if path is None:
            raise TemplateNotFound(template)
        text = _read_text(path)
        if not is_trusted(str(path)):
            refuse_unknown_parts(environment, text, str(path))
        return text, str(path), lambda: True


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

    Only a Path is taken for a folder: a name that came with the files shall not lead out of them.
    `search` lists the folders of templates, the repository's own before the built-in one.
    TemplateFault if there is none, or if a `document.toml` cannot be used.
    """
    folders: list[Path] = []
    wanted: str | Path | None = name
    while wanted:
        found = _folders(wanted, search)
        if not found:
            raise TemplateFault(_UNKNOWN, name=str(wanted), names=", ".join(_names(search)) or "–")
        more = [folder for folder in found if folder not in folders]
        if not more:
            break
        folders += more
        wanted = read_settings(more).extends or (BASE if wanted != BASE else None)
    return Template(Path(name).name, tuple(folders), read_settings(folders))


_NO_DOCUMENTS = frozenset({"preview", "repository"})
"""What lies among the templates of documents for `fardplan serve` and `fardplan init` to use."""


def _folders(wanted: str | Path, search: Sequence[Path]) -> list[Path]:
    """Return the folders of a name, or the one that a path leads to.

    A name may come with the files, so it leads nowhere else: neither by itself nor by a link.
    """
    if isinstance(wanted, Path):
        return [wanted] if wanted.is_dir() else []
    if wanted in _NO_DOCUMENTS or wanted in (".", "..") or re.search(r"[/\\:\0]", wanted):
        return []
    found = ((folder, folder / wanted) for folder in search)
    return [
        path
        for folder, path in found
        if path.is_dir() and path.resolve().is_relative_to(folder.parent.resolve())
    ]


def _names(search: Sequence[Path]) -> list[str]:
    folders = (path for place in search if place.is_dir() for path in place.iterdir())
    return sorted({path.name for path in folders if path.is_dir()} - _NO_DOCUMENTS - {SITE})


@contextmanager
def explained() -> Iterator[None]:
    """Turn whatever goes wrong in a template into a TemplateFault with file and line.

    What goes wrong on a line of a built-in template, and not in its own language, is our mistake.
    """
    try:
        with within_bounds():
            yield
    except TemplateFault:
        raise
    except TemplateNotFound as error:
        place = _find_place(error)
        if place is None or is_trusted(place.filename):
            raise TemplateFault(_LACKS, file=str(error)) from error
        raise TemplateFault(
            _REFERS, file=place.filename, line=place.lineno, missing=str(error)
        ) from error
    except TemplateSyntaxError as error:
        file = error.filename or error.name or "?"
        raise TemplateFault(_BROKEN, file=file, line=error.lineno, words=error.message) from error
    except (Exhausted, MemoryError) as error:
        place = _find_place(error, own=True)
        file, line = (place.filename, place.lineno) if place else ("?", 0)
        raise TemplateFault(_ENDLESS, file=file, line=line) from error
    except Exception as error:
        place = _find_place(error)
        if place is None or (is_trusted(place.filename) and not _is_of_a_template(error)):
            raise
        words = str(error) or type(error).__name__
        raise TemplateFault(_BROKEN, file=place.filename, line=place.lineno, words=words) from error


def _is_of_a_template(error: Exception) -> bool:
    """Tell whether a template itself asks for what is not there, or breaks a rule of Jinja's."""
    if isinstance(error, AttributeError):
        return traceback.extract_tb(error.__traceback__)[-1].filename.endswith(".j2")
    return isinstance(error, TemplateError)


def _find_place(error: Exception, *, own: bool = False) -> traceback.FrameSummary | None:
    """Return the innermost line of a template that an error came from, if possible an `own` one."""
    frames = reversed(traceback.extract_tb(error.__traceback__))
    found = [frame for frame in frames if frame.filename.endswith(".j2")]
    mine = (frame for frame in found if own and not is_trusted(frame.filename))
    return next(mine, None) or next(iter(found), None)
