from __future__ import annotations

import re

import pytest

from fardplan.documents.markdown.prose import write_prose
from fardplan.documents.prose import render_prose

ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt&colon;alert(1))",
    "[x](vbscript:x)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](//evil.example/x)",
    "[x](/\\evil.example)",
    "![x](https://spy.example/pixel.png)",
    '![x](x "onload=alert(1)")',
    "<https://ok.example/\"onmouseover='alert(1)'>",
    "| a |\n|--|\n| <b onclick=x>b</b> |",
    '```"><script>\nx\n```',
    "[^<script>]\n\n[^<script>]: x",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_a_user_writes_becomes_markup_that_acts_or_fetches(attack):
    """Only allowed tags, attributes and schemes come out."""
    html = render_prose(attack, 3, "sv", "k")
    tags = {tag.lower() for tag in re.findall(r"<\s*([a-zA-Z]+)", html)}
    assert tags <= {
        "p",
        "ul",
        "ol",
        "li",
        "a",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "pre",
        "code",
        "sup",
        "div",
    }
    assert not re.search(r"<[^>]*\s(on\w+|style|src)\s*=", html)
    for href in re.findall(r'href="([^"]*)"', html):
        assert href.startswith(("https://ok.example", "#", "/%5Cevil"))


@pytest.mark.parametrize(
    ("written", "levels"),
    [
        ("# a\n\n## b\n\n### c", [3, 4, 5]),
        ("### a\n\n# b", [3, 3]),
        ("# a\n\n#### b\n\n## c", [3, 4, 4]),
        ("a\n=\n\nb\n-", [3, 4]),
        ("# 1\n\n## 2\n\n### 3\n\n#### 4\n\n##### 5\n\n###### 6", [3, 4, 5, 6, 6, 6]),
    ],
)
def test_headings_take_the_levels_below_the_section_without_gaps(written, levels):
    """HTML and Markdown give the headings of a text the same levels."""
    html = render_prose(written, 3, "sv")
    markdown, _ = write_prose(written, 3, "sv", "k")
    assert [int(n) for n in re.findall(r"<h(\d)>", html)] == levels
    assert [len(marks) for marks in re.findall(r"^(#+) ", markdown, re.MULTILINE)] == levels


def test_footnotes_of_different_texts_have_different_ids():
    """Two texts with a note called 1 share no id, and each note leads back."""
    pages = [render_prose("Ett[^1].\n\n[^1]: Två.", 3, "sv", key) for key in ("_fn-1", "_fn-2")]
    ids = [re.findall(r'\bid="([^"]+)"', page) for page in pages]
    assert ids == [["_fn-1-ref-1", "_fn-1-1"], ["_fn-2-ref-1", "_fn-2-1"]]
    assert 'href="#_fn-1-ref-1" aria-label="Tillbaka till texten vid not a"' in pages[0]


def test_tables_say_what_their_cells_are():
    """Headings have a scope, and cells their column's name."""
    html = render_prose("| År | Kr |\n|--|--:|\n| 2023 | 5 |", 3, "sv")
    assert '<th scope="col">År</th>' in html
    assert '<td class="end" data-label="Kr">5</td>' in html
    assert "style" not in html


def test_a_picture_is_shown_as_its_words():
    """No picture is fetched; its alternative text stands in its place."""
    assert render_prose("Se ![en *karta*](https://x.example/k.png).", 3, "sv") == (
        "<p>Se en karta.</p>\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Ett *två* **tre** ~~fyra~~ `fem` [sex](https://x.example/a_b) <https://y.example>",
        "- a\n- b\n  - c\n\n    d\n\n1. e\n2. f",
        "> citat\n>\n> - punkt",
        "| a | b |\n|---|--:|\n| 1 | `x\\|y` |",
        "```yaml\na: 1\n# b\n```\n\n***\n\nslut\\\nrad",
        r"\# inte rubrik, 1\. inte lista, \*inte kursiv\*, a_b_c och &amp;amp;",
        "2023\\. Ett år\n\n\\- streck",
        "Not[^x] och igen[^x].\n\n[^x]: En.\n\n    Två.",
        "term\n: en förklaring",
    ],
)
def test_markdown_written_anew_means_the_same(text):
    """What is written from the tokens is read back to the same HTML, definition lists apart."""
    body, notes = write_prose(text, 2, "sv", "")
    again = "\n\n".join([body, *notes])
    if "term" in text:
        assert body == "- **term**\n  - en förklaring"
    else:
        assert render_prose(again, 2, "sv", "k") == render_prose(text, 2, "sv", "k")


def test_html_in_a_text_stays_text_in_markdown():
    """A forge shows the tag's letters."""
    assert write_prose("Ett <b>ord</b>\n\n<script>x</script>", 2, "sv", "")[0] == (
        "Ett \\<b>ord\\</b>\n\n\\<script>x\\</script>"
    )
