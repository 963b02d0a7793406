"""PDF by Typst: PDF/UA-1 for readers and PDF/A-2a for archives in one file, the same each time.

The template is Typst (`typst/page.typ`); all that a document says goes to it as data.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from fardplan.documents import wording
from fardplan.documents.blocks import ICONS
from fardplan.documents.document import Document
from fardplan.documents.engine import Template
from fardplan.documents.inline import plain
from fardplan.documents.pdf.typst_data import DocumentData
from fardplan.documents.pdf.typst_files import TypstFolder, font_folders, load_fonts, own_families
from fardplan.documents.pdf.typst_packages import without_network
from fardplan.documents.pdf.typst_text import clean
from fardplan.errors import CannotRun
from fardplan.figures.svg import LIGHT, Palette
from fardplan.locales.text import Text

TYPEFACES = "Fardplan Sans"

_NO_EXTRA = Text(
    "PDF kräver ett tillägg. Installera det: {command}",
    "PDF needs an extra. Install it: {command}",
)
_INSTALL = 'pip install "fardplan[pdf]"'
_WORDS = (
    "closed", "contact", "contents", "deleted", "done", "end_of_change", "inserted", "made_with",
    "missing", "now", "page", "source", "status", "updated",
)  # fmt: skip
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DATED_BY = ("updated", "decided", "date")


def render_pdf(document: Document, template: Template) -> bytes:
    """Return the document as a PDF; TemplateFault if a template cannot be used.

    CannotRun where the extra `pdf` is not installed.
    """
    try:
        import pikepdf
        import typst  # noqa: F401 - asked for by `typeset`
    except ImportError as error:
        raise CannotRun(_NO_EXTRA, command=_INSTALL) from error
    # These use pikepdf, so they can be loaded only now.
    from fardplan.documents.pdf.links import lead_links
    from fardplan.documents.pdf.metadata import add_metadata
    from fardplan.documents.pdf.saving import save
    from fardplan.documents.pdf.tags import mend_tags

    with TemporaryDirectory(prefix="fardplan-") as folder:
        made, _ = typeset(document, template, Path(folder))
        with pikepdf.open(made) as pdf:
            mend_tags(pdf)
            lead_links(pdf, document, template.name)
            add_metadata(pdf, document.metadata)
            return save(pdf)


def typeset(document: Document, template: Template, folder: Path) -> tuple[Path, list[str]]:
    """Return the PDF as Typst makes it, a file in the folder, and what Typst warns of."""
    import typst

    data = DocumentData(document, _palette(template))
    written = data.write(template.settings.contents_depth)
    day = dated(document)
    written["date"] = {"year": day.year, "month": day.month, "day": day.day} if day else None
    written["keywords"] = keywords(document)
    files = TypstFolder(template, folder, data.pictures)
    try:
        with without_network():
            _, warnings = typst.compile_with_warnings(
                files.main,
                output=files.made,
                root=files.root,
                font_paths=load_fonts(font_folders(template)),
                ignore_system_fonts=True,
                package_path=files.packages,
                package_cache_path=files.packages,
                sys_inputs={
                    "document": json.dumps(written, ensure_ascii=False),
                    "settings": json.dumps(_settings(document, template), ensure_ascii=False),
                },
                pdf_standards=["a-2a", "ua-1"] if day else ["ua-1"],
                timestamp=0,
            )
    except typst.TypstError as error:
        raise files.explain(error) from error
    return files.made, [warning.message for warning in warnings]


def dated(document: Document) -> date | None:
    """Return the day of the document: of its last change, else the first of its year, if stated.

    PDF/A wants a day, and the day it is made would make other bytes tomorrow.
    """
    told = (document.metadata.get(name, "") for name in _DATED_BY)
    for words in told:
        if _DAY.fullmatch(words):
            try:
                return date.fromisoformat(words)
            except ValueError:
                continue
    year = document.metadata.get("year", "")
    return date(int(year), 1, 1) if re.fullmatch(r"[12]\d{3}", year) else None


def keywords(document: Document) -> list[str]:
    """Return the words that catalogues sort by: what it is, whose, when, and how it stands."""
    status = document.status.badge.text if document.status and document.status.stated else ""
    words = (
        document.kicker,
        document.organisation,
        document.metadata.get("year", ""),
        status,
        *(plain(section.title) for section in document.sections if section.kicker),
    )
    return list(dict.fromkeys(filter(None, map(clean, words))))


def _palette(template: Template) -> Palette:
    accent = template.settings.accent
    return Palette({**LIGHT.colours, "accent": accent}, TYPEFACES)


def _settings(document: Document, template: Template) -> Mapping[str, Any]:
    names = (*ICONS, "again", "route")
    return {
        "lang": document.lang,
        "accent": template.settings.accent,
        "paper": template.settings.paper,
        "families": own_families(template),
        "icons": {name: template.read(f"html/icons/{name}.svg") for name in names},
        "words": {
            name: wording.say(name, document.lang, page="{page}", pages="{pages}",
                              generator="{generator}")
            for name in _WORDS
        },
    }  # fmt: skip
