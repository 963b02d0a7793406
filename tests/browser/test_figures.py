"""All figures of all roadmaps, and of one made to break them, as Chromium lays them out."""

from __future__ import annotations

from pathlib import Path

import pytest

from fardplan.documents.compose.document import compose
from fardplan.documents.engine import load_template
from fardplan.documents.html.render import render_html
from fardplan.model.index import Index
from fardplan.pipeline.rendering import Wanted, make_document
from fardplan.source.resources import templates_dir
from tests.documents.composing import collect
from tests.figures.hostile import hostile

HOUSE = Path(__file__).parents[2]
REAL = ("askersund", "exempelkommun", "malbild-orebro-lan", "orebro", "orebro-lan")
ROADMAPS = (*REAL, "hostile-80", "hostile-12")
SMALLEST = 11
"""So many pixels high is the smallest writing, as it is seen."""

FAULTS = """(smallest) => {
  const drawings = [...document.querySelectorAll('figure.drawing svg')]
    .filter(svg => svg.getBoundingClientRect().width);
  const meet = (p, q) => p.l < q.r - .5 && q.l < p.r - .5 && p.t < q.b - .5 && q.t < p.b - .5;
  const found = drawings.flatMap(svg => {
    const name = svg.querySelector('title').id, said = [];
    const [, , width, height] = svg.getAttribute('viewBox').split(' ').map(Number);
    const scale = svg.getBoundingClientRect().width / width;
    const words = [...svg.querySelectorAll('text')].map(one => {
      const box = one.getBBox(), size = +one.getAttribute('font-size'), y = +one.getAttribute('y');
      return {said: one.textContent, on: one.classList.contains('fill-on-accent'), size,
        l: box.x, r: box.x + box.width, t: y - .75 * size, b: y + .22 * size};
    });
    const solid = [...svg.querySelectorAll('.fill-accent, .fill-ink')]
      .filter(one => one.tagName !== 'text').map(one => ({box: one.getBBox(), one}));
    words.forEach((word, place) => {
      if (word.l < -2 || word.r > width + 2 || word.t < -1 || word.b > height + 1)
        said.push(`outside: ${word.said}`);
      if (word.size * scale < smallest) said.push(`too small: ${word.said}`);
      words.slice(place + 1).filter(other => meet(word, other))
        .forEach(other => said.push(`overlap: ${word.said} | ${other.said}`));
      if (!word.on) solid.filter(({box, one}) => {
        if (one.tagName !== 'circle')
          return meet(word, {l: box.x, r: box.x + box.width, t: box.y, b: box.y + box.height});
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        const dx = Math.max(word.l - x, 0, x - word.r), dy = Math.max(word.t - y, 0, y - word.b);
        return Math.hypot(dx, dy) < box.width / 2 - .5;
      }).forEach(() => said.push(`covered: ${word.said}`));
    });
    svg.querySelectorAll('rect, circle, line, path').forEach(one => {
      const box = one.getBBox();
      if (box.x < -2 || box.y < -2 || box.x + box.width > width + 2 || box.y + box.height > height + 2)
        said.push(`outside: ${one.outerHTML}`);
    });
    return said.map(one => `${name} ${one}`);
  });
  return {seen: drawings.length, found};
}"""

CONTRASTS = """() => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const light = colour => {
    canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    const parts = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map(c => c / 255)
      .map(c => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4);
    return .2126 * parts[0] + .7152 * parts[1] + .0722 * parts[2];
  };
  const contrast = (a, b) => {
    const [high, low] = [light(a), light(b)].sort((x, y) => y - x);
    return (high + .05) / (low + .05);
  };
  const paper = getComputedStyle(document.body).backgroundColor;
  const wash = getComputedStyle(document.querySelector('.fill-wash')).fill;
  const colour = (name, what) => {
    const one = document.querySelector(`figure.drawing .${what}-${name}`);
    return one && getComputedStyle(one)[what];
  };
  const accent = colour('accent', 'fill');
  return {
    words: ['ink', 'muted', 'accent'].map(name => Math.min(
      contrast(colour(name, 'fill'), paper), name === 'ink' ? contrast(colour(name, 'fill'), wash) : 21)),
    on: contrast(colour('on-accent', 'fill'), accent),
    shapes: [accent, colour('accent', 'stroke'), colour('edge', 'stroke'), colour('ink', 'stroke')]
      .map(one => contrast(one, paper)),
    wash: contrast(accent, wash),
  };
}"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory) -> dict[str, Path]:
    """Write every roadmap of the repository, and the hostile one with many and few activities."""
    folder = tmp_path_factory.mktemp("figures")
    written = {name: str(make_document(HOUSE, Wanted(name)).write("html")) for name in REAL}
    template = load_template("roadmap", [templates_dir()])
    for name, one in (
        ("hostile-80", hostile()),
        ("hostile-12", hostile(activities=12, documents=5)),
    ):
        collection = collect(one)
        document = compose(one, collection, Index.of(collection))
        written[name] = render_html(document, template)
    for name, page in written.items():
        (folder / f"{name}.html").write_text(page, "utf-8")
    return {name: folder / f"{name}.html" for name in written}


@pytest.mark.parametrize("roadmap", ROADMAPS)
def test_words_are_legible_and_clear_of_one_another(show, pages, roadmap):
    """No words overlap, are covered, leave the drawing or are smaller than 11 pixels."""
    page = show(path=pages[roadmap]).page
    page.evaluate("document.fonts.ready")
    for width in (320, 628, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        seen = page.evaluate(FAULTS, SMALLEST)
        assert seen["found"] == [], width
        assert seen["seen"] == page.locator("figure.drawing").count() > 0
        assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("roadmap", ["exempelkommun", "hostile-12"])
def test_on_paper_too(show, pages, roadmap):
    """On a sheet of A4 the drawings for a page are used, and nothing in them overlaps."""
    page = show(635, path=pages[roadmap]).page
    page.emulate_media(media="print")
    assert page.evaluate(FAULTS, SMALLEST)["found"] == []
    shown = "[...document.querySelectorAll('.slim')].filter(one => one.checkVisibility()).length"
    assert page.evaluate(shown) == 0


def test_in_the_typefaces_of_the_reader(show, pages, tmp_path):
    """Where the typefaces of the page are not used, the words still have room."""
    page = pages["exempelkommun"].read_text("utf-8").replace("Fardplan Sans", "Liberation Sans")
    changed = tmp_path / "other.html"
    changed.write_text(page, "utf-8")
    for width in (320, 1280):
        assert show(width, path=changed).page.evaluate(FAULTS, SMALLEST)["found"] == []


def test_the_check_sees_a_fault(show, pages, tmp_path):
    """Words that are moved upon others, out of the drawing or made small are found."""
    text = pages["askersund"].read_text("utf-8")
    spoilt = tmp_path / "spoilt.html"
    spoilt.write_text(text.replace('font-size="14"', 'font-size="9" dx="-400"'), "utf-8")
    found = show(1280, path=spoilt).page.evaluate(FAULTS, SMALLEST)["found"]
    assert {one.split()[1] for one in found} >= {"outside:", "too"}


def test_contrast(show, pages):
    """Words stand out 4.5:1, also on what they stand on, and the shapes of data 3:1."""
    page = show(path=pages["exempelkommun"]).page
    for scheme, medium in (("light", "screen"), ("dark", "screen"), ("light", "print")):
        page.emulate_media(color_scheme=scheme, media=medium)
        seen = page.evaluate(CONTRASTS)
        assert min(*seen["words"], seen["on"]) >= 4.5, (scheme, medium)
        assert min(*seen["shapes"], seen["wash"]) >= 3, (scheme, medium)


def test_a_reader_of_the_screen_hears_one_picture(show, pages):
    """Each figure is one picture with its title, whichever drawing is shown."""
    for width in (320, 1280):
        page = show(width, path=pages["askersund"]).page
        assert page.get_by_role("img", name="Stegen i arbetet").count() == 1
