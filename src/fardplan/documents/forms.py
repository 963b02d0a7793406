"""The forms that a document is written in, by the name that `render --output-format` takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from fardplan.documents.document import Document
from fardplan.documents.engine import Template


def _docx(document: Document, template: Template) -> bytes:
    from fardplan.documents.docx.render import render_docx

    return render_docx(document, template)


def _html(document: Document, template: Template) -> str:
    from fardplan.documents.html.render import render_html

    return render_html(document, template)


def _markdown(document: Document, template: Template) -> str:
    from fardplan.documents.markdown.render import render_markdown

    return render_markdown(document, template)


def _pdf(document: Document, template: Template) -> bytes:
    from fardplan.documents.pdf.render import render_pdf

    return render_pdf(document, template)


FORMS: Mapping[str, Callable[[Document, Template], str | bytes]] = MappingProxyType(
    {"docx": _docx, "html": _html, "markdown": _markdown, "pdf": _pdf}
)
