"""The folder that Typst compiles: the template's files, nearest first, and the pictures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from fardplan.documents.engine import Template
from fardplan.documents.pdf.typst_packages import NOT_THERE
from fardplan.documents.template_fault import TemplateFault
from fardplan.locales.text import Text

if TYPE_CHECKING:
    from typst import Fonts, TypstError

MAIN = "page.typ"
BUILT_IN = "builtin"
"""Where the built-in files lie, for an own file that changes only a part of one."""

NO_PACKAGES = "no-packages"
MADE = "document.pdf"

_FOLDER, _FONTS = "typst", "fonts"
_PLACE = re.compile(r"┌─ (?P<file>.+?):(?P<line>\d+):\d+")
_BROKEN = Text(
    "Mallfilen {file} går inte att använda, rad {line}. Typst säger: {words}",
    "The template file {file} cannot be used, line {line}. Typst says: {words}",
)
_FAILED = Text(
    "Mallen ”{name}” gick inte att göra en PDF med. Typst säger: {words}",
    "The template “{name}” could not make a PDF. Typst says: {words}",
)
_PACKAGE = Text(
    "Mallfilen {file}, rad {line}, importerar ett paket. Det går inte, för inget hämtas utifrån. "
    "Lägg paketets filer i mallens mapp typst/ och importera dem därifrån.",
    "The template file {file}, line {line}, imports a package. That is not possible, for nothing "
    "is fetched from elsewhere. Put the package's files in the template's folder typst/ and import "
    "them from there.",
)
_BAD_PICTURE = Text(
    "En bild går inte att använda i en PDF. Typst säger: {words}",
    "A picture cannot be used in a PDF. Typst says: {words}",
)
_ABOUT_PICTURES = ("failed to decode image", "failed to parse SVG", "failed to load")


class TypstFolder:
    """Lay out a template and pictures in a folder, and know where each file came from."""

    def __init__(self, template: Template, root: Path, pictures: Mapping[str, bytes]) -> None:
        """Copy everything; TemplateFault where the template lacks its first file."""
        self._template = template
        self.root = root
        self._sources: dict[str, Path] = {}
        for name in _names(template):
            if found := template.find(f"{_FOLDER}/{name}"):
                self._copy(found, name)
        for name, path in _files(template.folders[-1]):
            self._copy(path, f"{BUILT_IN}/{name}")
        for name, data in pictures.items():
            self._place(name).write_bytes(data)

    @property
    def packages(self) -> Path:
        """Return where Typst looks for packages: nothing is there, whatever the machine has."""
        return self.root / NO_PACKAGES

    @property
    def main(self) -> Path:
        """Return the file that Typst reads first."""
        return self.root / MAIN

    @property
    def made(self) -> Path:
        """Return where Typst writes the PDF: pikepdf reads a file twice as fast as bytes."""
        return self.root / MADE

    def explain(self, error: TypstError) -> TemplateFault:
        """Return what Typst says with the file and line that the user knows."""
        place = _PLACE.search(error.diagnostic)
        words = "; ".join([error.message, *error.hints])
        if error.message.startswith(_ABOUT_PICTURES):
            return TemplateFault(_BAD_PICTURE, words=words)
        name = place["file"].replace("\\", "/") if place else ""
        source = next((path for own, path in self._sources.items() if name.endswith(own)), None)
        if place is None or source is None:
            return TemplateFault(_FAILED, name=self._template.name, words=words)
        if error.message.startswith(NOT_THERE):
            return TemplateFault(_PACKAGE, file=str(source), line=place["line"])
        return TemplateFault(_BROKEN, file=str(source), line=place["line"], words=words)

    def _copy(self, path: Path, name: str) -> None:
        self._place(name).write_bytes(path.read_bytes())
        self._sources = {name: path, **self._sources}

    def _place(self, name: str) -> Path:
        place = self.root / name
        place.parent.mkdir(parents=True, exist_ok=True)
        return place


def font_folders(template: Template) -> tuple[Path, ...]:
    """Return the folders of fonts, the nearest first."""
    found = ((folder, folder / _FOLDER / _FONTS) for folder in template.folders)
    return tuple(
        fonts
        for folder, fonts in found
        if fonts.is_dir() and fonts.resolve().is_relative_to(folder.resolve())
    )


@lru_cache(maxsize=8)
def load_fonts(folders: tuple[Path, ...]) -> Fonts:
    """Return the fonts of these folders and those that Typst brings; none of the machine's."""
    import typst

    return typst.Fonts(include_system_fonts=False, font_paths=list(folders))


def own_families(template: Template) -> list[str]:
    """Return the families of fonts that a repository has beside the built-in ones."""
    import typst

    folders = font_folders(template)[:-1]
    if not folders:
        return []
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=list(folders)
    )
    return sorted(set(fonts.families()))


def _names(template: Template) -> list[str]:
    return sorted({name for folder in template.folders for name, _ in _files(folder)})


def _files(folder: Path) -> list[tuple[str, Path]]:
    base = folder / _FOLDER
    return [
        (path.relative_to(base).as_posix(), path)
        for path in sorted(base.rglob("*"))
        if path.is_file() and path.parent.name != _FONTS
    ]
