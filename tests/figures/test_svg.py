from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from fardplan.figures.drawing import Box, Dot, Drawing, Path, Rule, Words, polygon, stripes
from fardplan.figures.svg import LIGHT, Palette, inline_svg, standalone_svg

SHAPES = (
    Box(1, 2, 30, 20, "wash", "accent", hatched=True),
    Dot(5, 5, 3, "accent"),
    Rule(0, 0, 9.125, 9, "ink", 2, dashed=True),
    Path(polygon((0, 0), (4, 0), (2, 3)), "accent"),
    Words(3, 4, "Åtgärd", "muted", 13, strong=True, anchor="end"),
)


def drawing(*shapes, title="Titel", description="Vad den visar") -> Drawing:
    """Return a drawing of these shapes, or of one of each kind."""
    return Drawing("figur", title, description, 100, 50, shapes or SHAPES)


def test_a_page_gets_roles_and_no_colours():
    """Inline, shapes bear classes: no colour, style or script, and the ids begin with the name."""
    svg = inline_svg(drawing())
    root = etree.fromstring(svg)
    assert not re.search(r"style|script|#[0-9a-f]{3}", svg)
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "_figur-title _figur-text"
    assert [one.get("id") for one in root if one.get("id")] == ["_figur-title", "_figur-text"]
    assert [(one.tag, one.get("class")) for one in root if one.get("class")] == [
        ("rect", "fill-wash stroke-accent"),
        ("path", "fill-none stroke-accent"),
        ("circle", "fill-accent"),
        ("line", "fill-none stroke-ink"),
        ("path", "fill-accent"),
        ("text", "fill-muted"),
    ]


def test_a_file_gets_the_colours_of_its_palette():
    """By itself, shapes bear colours as attributes, and the typefaces stand once."""
    palette = Palette({**LIGHT.colours, "accent": "#123456"}, "Prov")
    root = etree.fromstring(standalone_svg(drawing(), palette))
    space = "{http://www.w3.org/2000/svg}"
    assert root.get("font-family") == "Prov"
    assert root.find(f"{space}circle").attrib == {
        "cx": "5", "cy": "5", "r": "3", "fill": "#123456"
    }  # fmt: skip
    assert root.find(f"{space}line").attrib == {
        "x2": "9.12", "y2": "9", "stroke-width": "2", "stroke-dasharray": "4 3",
        "fill": "none", "stroke": LIGHT.colours["ink"],
    }  # fmt: skip
    assert root.find(f"{space}text").text == "Åtgärd"
    assert not root.xpath("//@class | //@style | //@id")


@given(st.text(), st.text())
def test_any_text_is_text(words, title):
    """Whatever the words are, both forms are well-formed and say them, but for control signs."""
    for write in (inline_svg, standalone_svg):
        root = etree.fromstring(write(drawing(Words(0, 0, words), title=title)))
        assert len(root) == 3
        said = (root[0].text or "", root[2].text or "")
        assert [_admitted(one) for one in said] == [_admitted(title), _admitted(words)]


def _admitted(text: str) -> str:
    kept = (c for c in text if c.isprintable() or c in "\t\n\r")
    return re.sub(r"\s+", " ", "".join(kept).replace("\ufffd", "")).strip()


def test_the_same_drawing_is_the_same_text():
    """Nothing in the text depends on anything but the drawing."""
    assert inline_svg(drawing()) == inline_svg(drawing())
    assert standalone_svg(drawing()) == standalone_svg(drawing())


@given(*(st.floats(0, 300) for _ in range(4)))
def test_stripes_stay_in_their_box(x, y, width, height):
    """No stripe of a hatched box leaves it."""
    numbers = [float(found) for found in re.findall(r"[\d.]+", stripes(Box(x, y, width, height)))]
    for across, down in zip(numbers[::2], numbers[1::2], strict=True):
        assert x - 0.01 <= across <= x + width + 0.01
        assert y - 0.01 <= down <= y + height + 0.01


@pytest.mark.parametrize("name", ["", "1a", "a b", '"', "-a"])
def test_a_name_that_cannot_begin_an_id_is_refused(name):
    """A drawing is named so that its ids are ids."""
    with pytest.raises(ValueError, match="cannot begin an id"):
        Drawing(name, "", "", 1, 1, ())
