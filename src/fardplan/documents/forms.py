"""The forms that a document is written in, by the name that `render --output-format` takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from fardplan.documents.document import Document
from fardplan.documents.engine import Template


def _html(document: Document, template: Template) -> str:
    from fardplan.documents.html import render_html

    return render_html(document, template)


def _markdown(document: Document, template: Template) -> str:
    from fardplan.documents.markdown import render_markdown

    return render_markdown(document, template)


WRITERS: Mapping[str, Callable[[Document, Template], str | bytes]] = MappingProxyType(
    {"html": _html, "markdown": _markdown}
)
