"""Every kind of page that readers get, each as one page to look at in a browser.

A new kind is a line in `KINDS`; `test_kinds.py` says which templates of pages have none.
"""

from __future__ import annotations

import atexit
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from tempfile import mkdtemp
from threading import Thread

from fardplan.documents.engine import load_template
from fardplan.documents.html.render import render_html
from fardplan.formats import changes_html
from fardplan.formats._page import Page
from fardplan.locales.text import Lang
from fardplan.pipeline.comparison import compare_versions
from fardplan.pipeline.rendering import Wanted, make_document
from fardplan.server.preview import Preview
from fardplan.server.serving import Server
from fardplan.source.resources import templates_dir
from tests.documents.sample import SAMPLE
from tests.server.places import BROKEN, make_repository, write
from tests.site.conftest import make_county, publish

ROOT = Path(__file__).parent.parent.parent
_REFRESH = re.compile(r'<meta http-equiv="refresh"[^>]*>')
ROADMAPS = sorted(path.parent.name for path in (ROOT / "roadmaps").glob("*/roadmap.yaml"))

REAL = tuple(name for name in ROADMAPS if name != "exempelkommun")
"""The example, which is long, is looked at as it shows what is new, and as an earlier version."""

Visit = Callable[[Path], AbstractContextManager[str]]
"""Yields the address of a page, which may be written in the empty folder or served."""


@dataclass(frozen=True, slots=True)
class Kind:
    """Name a page, the template that frames it (below `templates/`), and the way to it.

    `status` is what a server answers with it.
    """

    name: str
    template: str
    visit: Visit
    status: int = 200


def from_file(write: Callable[[], str]) -> Visit:
    """Return the way to a page that is one file, as `write` returns it."""

    @contextmanager
    def visit(folder: Path) -> Iterator[str]:
        path = folder / "page.html"
        path.write_text(write(), "utf-8")
        yield path.as_uri()

    return visit


@cache
def write_roadmap(roadmap: str) -> str:
    """Return a roadmap as `render` writes it."""
    page = make_document(ROOT, Wanted(roadmap)).write("html")
    assert isinstance(page, str)
    return page


@cache
def write_since() -> str:
    """Return the example that uses every feature with what is new in it marked."""
    old = ROOT / "tests" / "fixtures" / "history" / "exempelkommun" / "2024"
    page = make_document(ROOT, Wanted("exempelkommun", since=str(old))).write("html")
    assert isinstance(page, str)
    return page


@cache
def write_changes(lang: Lang) -> str:
    """Return what has changed in the example that uses every feature, as `diff` writes it."""
    old = ROOT / "tests" / "fixtures" / "history" / "exempelkommun" / "2024"
    found = compare_versions(ROOT, "exempelkommun", str(old)).comparison
    return changes_html.write(found, Page(lang))


@cache
def write_sample() -> str:
    """Return the document that holds every block."""
    return render_html(SAMPLE, load_template("roadmap", [templates_dir()]))


def preview(path: str) -> Visit:
    """Return the way to a page of the preview, where a file cannot be read."""

    @contextmanager
    def visit(folder: Path) -> Iterator[str]:
        make_repository(folder)
        with Server(Preview(folder), 0, "sv") as server:
            Thread(target=server.serve_forever, daemon=True).start()
            write(folder, "roadmaps/lanet/goals/hem.yaml", BROKEN)
            server.preview.refresh()
            yield f"{server.address}{path}"
            server.shutdown()

    return visit


@cache
def write_site() -> Path:
    """Return the folder with the site of a county, where a roadmap has got another id."""
    folder = Path(mkdtemp(prefix="fardplan-site-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    county = make_county(folder / "arkiv")
    path = "roadmaps/orebro/roadmap.yaml"
    text = (county.root / path).read_text("utf-8")
    county.commit({path: f"{text}previously: [orebro-kommun]\n"}, "Nytt namn")
    publish(county.root, folder / "site")
    return folder / "site"


def on_site(page: str) -> Visit:
    """Return the way to a page of the site, which is made once and opened as a file."""

    @contextmanager
    def visit(folder: Path) -> Iterator[str]:
        del folder
        path, mark, query = page.partition("?")
        yield (write_site() / path).as_uri() + mark + query

    return visit


def moved(page: str) -> Visit:
    """Return the way to a page that leads on at once, without what makes it do so."""

    @contextmanager
    def visit(folder: Path) -> Iterator[str]:
        del folder
        path = write_site() / page
        still = path.with_name("still.html")
        still.write_text(_REFRESH.sub("", path.read_text("utf-8")), "utf-8")
        yield still.as_uri()

    return visit


SITE = "site/html/site.html.j2"
SITE_PAGES = {
    "start": "index.html",
    "roadmap": "exempelkommun/index.html",
    "vision": "malbild-orebro-lan/index.html",
    "document": "exempelkommun/1.0/index.html",
    "area": "orebro-lan/areas/digitalisering.html",
    "goal": "exempelkommun/goals/trygg-hemgang.html",
    "activity": "exempelkommun/activities/trygghetsteam.html",
    "changes": "exempelkommun/changes/1.0-2.0.html",
    "statement": "accessibility.html",
    "search": "search.html?q=v%C3%A5rd",
}
DOCUMENT = "roadmap/html/page.html.j2"
KINDS = (
    Kind("sample", DOCUMENT, from_file(write_sample)),
    *(Kind(name, DOCUMENT, from_file(partial(write_roadmap, name))) for name in REAL),
    Kind("since", DOCUMENT, from_file(write_since)),
    Kind("changes-sv", DOCUMENT, from_file(partial(write_changes, "sv"))),
    Kind("changes-en", DOCUMENT, from_file(partial(write_changes, "en"))),
    *(Kind(f"site-{name}", SITE, on_site(page)) for name, page in SITE_PAGES.items()),
    Kind("site-moved", SITE, moved("orebro-kommun/index.html")),
    Kind("site-missing", DOCUMENT, on_site("404.html")),
    Kind("preview-list", "preview/list.html.j2", preview("")),
    Kind("preview-frame", "preview/frame.html.j2", preview("lanet/")),
    Kind("preview-missing", "preview/missing.html.j2", preview("annan/"), 404),
)
