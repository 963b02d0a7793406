"""Every page that is made of hostile texts, opened in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page

from fardplan.formats import changes_html
from fardplan.formats._page import Page as Paper
from fardplan.model.fields import fields_of
from fardplan.pipeline.comparison import compare_versions
from fardplan.pipeline.rendering import Wanted, make_document
from fardplan.server.preview import Preview
from fardplan.server.serving import Server
from fardplan.source.collection import load
from fardplan.source.tree import WorkingTree
from tests.hostile.attacks import EVIL, make_hostile
from tests.hostile.conftest import DOCUMENTS
from tests.test_every_field import field_name, models_in_files

# What has run, what could run or fetch, and what is wider than the window.
LOOK = """() => {
  const found = [];
  if (window.hit !== undefined) found.push(`ran ${window.hit}`);
  const bad = 'iframe, object, embed, base, frame, applet, audio, video, math, animate, set, ' +
    'foreignObject, portal, source, track, svg script, svg image';
  for (const one of document.querySelectorAll(bad))
    if (!one.matches('main > iframe[src^="/"]')) found.push(one.outerHTML.slice(0, 90));
  for (const one of document.querySelectorAll('*'))
    for (const {name, value} of one.attributes) {
      if (name.startsWith('on') || name === 'style' || name === 'srcdoc')
        found.push(`${one.localName} ${name}=${value.slice(0, 60)}`);
      if (['src', 'srcset', 'poster', 'background', 'formaction', 'xlink:href'].includes(name)
          && !value.startsWith('data:image/') && !/^(\\.\\.\\/|\\/)*[\\w/.-]+$/.test(value))
        found.push(`${one.localName} ${name}=${value.slice(0, 60)}`);
    }
  for (const one of document.querySelectorAll('meta[http-equiv=refresh]'))
    if (!/^0; url=[\\w\\/.#-]+$/.test(one.content)) found.push(one.outerHTML);
  for (const link of document.querySelectorAll('a, area'))
    if (link.href && !['http:', 'https:', 'mailto:', 'file:'].includes(link.protocol))
      found.push(`link ${link.href.slice(0, 60)}`);
  for (const link of document.querySelectorAll('link[rel=stylesheet], script[src]')) {
    const address = link.href || link.src;
    if (!address.startsWith(location.protocol + '//' + location.host)) found.push(address);
  }
  const inline = [...document.scripts].filter(one => one.textContent.trim());
  if (inline.length) found.push(`script ${inline[0].textContent.slice(0, 60)}`);
  const width = document.documentElement.scrollWidth;
  if (width > innerWidth + 1) found.push(`${width} wide`);
  return found;
}"""


@dataclass
class Visitor:
    """A window of the browser, with what it asked for and said of the pages that it was on."""

    page: Page
    told: list[str] = field(default_factory=list)

    def look(self, address: str) -> list[str]:
        """Open a page, and return what is wrong with it."""
        self.told.clear()
        self.page.goto(address)
        self.page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        return [*self.page.evaluate(LOOK), *self.told]


@pytest.fixture(params=["with the policy", "without"])
def visitor(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Visitor]:
    """Return a window on a phone: once as it is, once without what the page's policy forbids.

    So it is seen that nothing is there to run, and not merely that it is kept from running.
    """
    context = browser.new_context(
        viewport={"width": 320, "height": 700}, bypass_csp=request.param == "without"
    )
    found = Visitor(context.new_page())
    page = found.page
    page.on("request", lambda asked: None if _is_own(asked.url) else found.told.append(asked.url))
    page.on("console", lambda message: found.told.append(message.text))
    page.on("pageerror", lambda error: found.told.append(str(error)))
    page.on("dialog", lambda dialog: found.told.append(f"dialog {dialog.message}"))
    yield found
    context.close()


def _is_own(address: str) -> bool:
    return address.startswith(("file:", "data:", "http://127.0.0.1:"))


@pytest.fixture(scope="module")
def documents(hostile_root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the pages that `render` and `diff` write, by name."""
    pages = {}
    for name in DOCUMENTS:
        made = make_document(hostile_root, Wanted(name)).write("html")
        assert isinstance(made, str)
        pages[name] = made
    since = make_document(hostile_root, Wanted("exempelkommun", since="1.0")).write("html")
    assert isinstance(since, str)
    pages["since"] = since
    for lang in ("sv", "en"):
        found = compare_versions(hostile_root, "exempelkommun", "1.0").comparison
        pages[f"diff-{lang}"] = changes_html.write(found, Paper(lang))
    return pages


def test_every_text_field_carries_an_attack(tmp_path):
    """No text of any model is left out, and what was written is what the models hold."""
    attacked = make_hostile(tmp_path)
    texts = {
        (f"{model.__name__}.{spec.name}", field_name(model, spec.name))
        for model in models_in_files()
        for spec in fields_of(model)
        if spec.text in ("line", "prose", "url") and not spec.refs
    }
    homes = {home for name, home in texts if name in attacked}
    assert {home for _, home in texts} - homes == set()
    loaded = load(WorkingTree(tmp_path))
    assert not [one for misfits in loaded.misfits.values() for one in misfits]


def test_documents(documents, visitor, tmp_path):
    """Documents and pages of changes run nothing, fetch nothing and fit on a phone."""
    wrong = {}
    for name, html in documents.items():
        path = tmp_path / f"{name}.html"
        path.write_text(html, "utf-8", errors="backslashreplace")
        if found := visitor.look(path.as_uri()):
            wrong[name] = found
    assert wrong == {}


def test_site(hostile_site, visitor):
    """Neither does any page of the site."""
    wrong = {}
    pages = sorted(hostile_site.rglob("*.html"))
    for path in pages:
        if found := visitor.look(path.as_uri()):
            wrong[str(path.relative_to(hostile_site))] = found
    assert wrong == {}
    assert len(pages) > 60


def test_search(hostile_site, visitor):
    """What is looked for, and what is found, is words."""
    for words in ("<img src=x onerror=window.hit=1>", "script", "window", "klicka"):
        visitor.page.goto((hostile_site / "search.html").as_uri())
        visitor.page.fill("main input[name=q]", words)
        visitor.page.keyboard.press("Enter")
        visitor.page.wait_for_function("document.querySelector('[role=status]').textContent")
        assert visitor.page.evaluate(LOOK) == []
    assert visitor.page.locator(".hits li").count() > 3


def test_preview(hostile_root, visitor):
    """Neither do the pages of the preview, with the findings over the document."""
    with Server(Preview(hostile_root), 0, "sv") as server:
        Thread(target=server.serve_forever, daemon=True).start()
        address = server.address
        paths = ("", "exempelkommun/", "exempelkommun/document", "exempelkommun/findings", "x/")
        wrong = {}
        for path in paths:
            found = visitor.look(f"{address}{path}")
            # The browser looks for an icon too, and the findings alone have no style to fit in.
            usual = r"\d+ wide" if "findings" in path else r".*\(Not Found\)"
            if found := [one for one in found if not re.fullmatch(usual, one)]:
                wrong[path] = found
        server.shutdown()
    assert wrong == {}


def test_a_script_that_got_in_would_not_run(documents, browser, tmp_path):
    """Should a template let markup through, the policy keeps it from running and fetching."""
    evil = (
        f"<script>window.hit=1</script><img src={EVIL}/x.png onerror=window.hit=2>"
        f"<style>@import url({EVIL}/c.css);</style><iframe src={EVIL}></iframe>"
        f"<link rel=stylesheet href={EVIL}/d.css><object data={EVIL}></object>"
        f"<form id=f action={EVIL}></form><base href={EVIL}><p style=color:red onclick=x>"
        "<a id=j href=javascript:window.hit=3>j</a>"
    )
    path = tmp_path / "spoilt.html"
    path.write_text(documents["orebro"].replace("<main", f"{evil}<main", 1), "utf-8")
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("response", lambda answer: asked.append(answer.url))
    page.on("requestfinished", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    page.evaluate("document.getElementById('f').requestSubmit()")
    page.evaluate("document.getElementById('j').click()")
    page.wait_for_timeout(100)
    assert page.evaluate("window.hit") is None
    assert [one for one in asked if EVIL in one] == []
    assert page.url == path.as_uri()
    context.close()


def test_turned_text_ends_where_it_stands(documents):
    """What turns the direction of reading has no effect beyond the text that it stands in."""
    for name, html in documents.items():
        body = html.partition("<body")[2]
        for text in re.split(r"</?(?:p|li|h\d|dd|dt|td|th|div|section|summary)\b[^>]*>", body):
            words = re.sub(r"<[^>]*>", "", text)
            open_, ends = re.findall("[\u202a\u202b\u202d\u202e]", words), words.count("\u202c")
            assert len(open_) <= ends, (name, words[:200])
            isolates = re.findall("[\u2066-\u2068]", words)
            assert len(isolates) <= words.count("\u2069"), (name, words[:200])
