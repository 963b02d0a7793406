"""Templates of repositories: a document comes out, or what is wrong is told with file and line."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from fardplan.documents.blocks import Paragraph, Section
from fardplan.documents.document import Document
from fardplan.documents.engine import load_template
from fardplan.documents.html.render import render_html
from fardplan.documents.template_fault import TemplateFault
from fardplan.source.resources import templates_dir
from tests.fuzz.told import check_line

DOCUMENT = Document(
    lang="sv",
    title="<T>",
    metadata={"a": "A"},
    sections=(Section("a", "A", (Paragraph("Ett & två"),)),),
)
WORDS = (
    "{{ ", " }}", "{% ", " %}", "{% if ", "{% endif %}", "{% for x in ", "{% endfor %}", "{% macro block(b, level, w) %}",
    "{% endmacro %}", "{% include ", '{% extends "builtin/', "{% block main %}", "{% endblock %}", "super()", "|safe",
    "|join", '|attr("', "__class__", "document", "w.inline(b.content)", "settings", "range(", "|map(attribute=", "namespace()",
)  # fmt: skip
_PLACES = {
    b"B": "html/blocks/paragraph.html.j2",
    b"P": "html/page.html.j2",
    b"S": "document.toml",
}
_SHORT = {
    "html/page.html.j2": "<title>{{ document.title }}</title>{{ w.blocks(document.sections, 2) }}",
    "html/blocks/section.html.j2":
        "{% macro block(b, level, w) %}{{ w.blocks(b.blocks, level) }}{% endmacro %}",
}  # fmt: skip
"""The pages around a block are made short, since all that a page takes in is compiled each time."""


def seeds() -> Iterator[bytes]:
    """Yield the built-in pages and blocks, and ways in which a repository changes them."""
    built_in = templates_dir() / "roadmap"
    for path in sorted((built_in / "html" / "blocks").glob("*.j2")):
        yield b"B" + path.read_bytes()[:2_000]
    yield b"B{% macro block(b, level, w) %}<p>{{ w.inline(b.content) }}</p>{% endmacro %}"
    yield b'P{% extends "builtin/page.html.j2" %}{% block metadata %}{{ super() }}<meta>{% endblock %}'
    yield b"S" + (built_in / "document.toml").read_bytes()


@cache
def folder() -> Path:
    """Return the folder of the repository's templates, which goes away at the end."""
    path = Path(tempfile.mkdtemp(prefix="fardplan-fuzz-"))
    atexit.register(shutil.rmtree, path, ignore_errors=True)
    return path


def check(data: bytes) -> None:
    """Let a file of a repository stand in for a built-in one; its first byte says which."""
    name = _PLACES.get(data[:1], _PLACES[b"B"])
    files = {} if name == _PLACES[b"P"] else {path: text.encode() for path, text in _SHORT.items()}
    files[name] = data[1:]
    for path in (*_PLACES.values(), *_SHORT):
        _put(folder() / "roadmap" / path, files.get(path))
    try:
        template = load_template("roadmap", [folder(), templates_dir()])
        assert isinstance(render_html(DOCUMENT, template), str)
    except TemplateFault as fault:
        check_line(fault)


def _put(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
