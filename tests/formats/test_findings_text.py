"""Findings as text for people."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from fardplan.formats._base import Shown, Verdict
from fardplan.formats._terminal import keep_head, keep_tail
from fardplan.formats.findings_text import write
from fardplan.locales.text import Text
from fardplan.locales.visible import make_visible
from fardplan.rules._base import Severity
from fardplan.rules._findings import RelatedPlace
from fardplan.source.faults import Place
from tests.formats.findings import FILE, finding, paper, related, verdict

_ESCAPES = re.compile(r"\x1b\[[\d;]*m|\x1b\]8;[^\x1b]*\x1b\\")
CODE = "title: Mål\nansvarig: socialnamnden\n"


def _shown(text: str, start: int, end: int, **more: int) -> list[str]:
    """Return the excerpt of a line and its carets, without the gutter."""
    written = write(verdict(finding(1, start, end)), paper(text, **more))  # type: ignore[arg-type]
    found = [line.partition("│")[2].removeprefix(" ") for line in written.split("\n")]
    return [line for line in found if line]


def test_whole():
    """A finding shows where, what, the line with carets, and what to do."""
    assert write(verdict(finding(2)), paper(CODE)) == (
        "roadmaps/lan/goals/a.yaml:2:1  (goal lan/a › ansvarig)\n"
        "  Fel: Här kan inte ”ansvarig” stå. [unknown-key]\n"
        "  2 │ ansvarig: socialnamnden\n"
        "    │ ^^^^^^^^\n"
        "  Gör så här: Skriv `responsible`.\n"
        "\n"
    )


def test_english():
    """All of it is in English where that is asked for."""
    assert write(verdict(finding(2)), paper(CODE, "en")) == (
        "roadmaps/lan/goals/a.yaml:2:1  (goal lan/a › ansvarig)\n"
        "  Error: “ansvarig” cannot stand here. [unknown-key]\n"
        "  2 │ ansvarig: socialnamnden\n"
        "    │ ^^^^^^^^\n"
        "  What to do: Write `responsible`.\n"
        "\n"
    )


def test_levels_and_known_debts():
    """Each level has its word, and a known debt says that it is known."""
    shown = (
        Shown(finding(severity=Severity.WARNING)),
        Shown(finding(severity=Severity.INFO)),
        Shown(finding(), known=True),
    )
    lines = write(Verdict(shown), paper()).split("\n")
    assert [line.split(":")[0] for line in lines if "[unknown-key]" in line] == [
        "  Varning", "  Upplysning", "  Fel (känd brist)",
    ]  # fmt: skip


def test_nothing():
    """No findings are no text."""
    assert write(verdict(), paper()) == ""


def test_least():
    """Without subject, hint or a readable line there is place and message."""
    bare = finding(subject=None, hint=None, path=())
    assert write(verdict(bare), paper("")) == (
        "roadmaps/lan/goals/a.yaml:1:1\n  Fel: Här kan inte ”ansvarig” stå. [unknown-key]\n\n"
    )


def test_related_places():
    """Both ends in a file are shown together, an end elsewhere with its own line."""
    files = {FILE: CODE, "roadmaps/b.yaml": "\n" * 11 + "id: a"}
    ends = (related("roadmaps/b.yaml", 12), related(FILE, 1))
    assert write(verdict(finding(2, related=ends)), paper(files)).split("\n")[2:-3] == [
        "   1 │ title: Mål",
        "     │ --- Först här.",
        "   2 │ ansvarig: socialnamnden",
        "     │ ^^^^^^^^",
        "  Se också roadmaps/b.yaml:12: Först här.",
        "  12 │ id: a",
        "     │ ---",
    ]


def test_marks_far_apart():
    """What lies between two marked lines is left out, and seen to be."""
    text = "title: Mål\n" + "a: b\n" * 98 + "title: Ett"
    one = finding(100, 1, 6, related=(related(FILE, 1), related(FILE, 2)), hint=None)
    assert write(verdict(one), paper(text)).split("\n")[2:-2] == [
        "    1 │ title: Mål",
        "      │ --- Först här.",
        "    2 │ a: b",
        "      │ -- Först här.",
        "    …",
        "  100 │ title: Ett",
        "      │ ^^^^^",
    ]


def test_two_marks_on_one_line():
    """A line with two marks is shown once, or once around each mark where it is too long."""
    one = finding(1, 8, 11, related=(related(FILE, 1),), hint=None)
    assert _shown_lines(one, "title: Mål") == ["title: Mål", "--- Först här.", "       ^^^"]
    far = finding(1, 300, 303, related=(related(FILE, 1),), hint=None)
    first, mark, second, caret = _shown_lines(far, "m" * 400)
    assert (first[0], second[0]) == ("m", "…")
    assert (mark, caret.lstrip()) == ("--- Först här.", "^^^")


def test_a_label_has_its_room():
    """What is said beside a mark stands below it where it does not fit, and is never lost."""
    label = Text("Så här gick det till en gång i tiden.", "x")
    one = finding(1, 1, 4, related=(RelatedPlace(FILE, Place(1, 20, 1, 23), label),), hint=None)
    text = "title: " + "å" * 20
    assert _shown_lines(one, text) == [text, "^^^", f"{'':19}--- {label.sv}"]
    assert _shown_lines(one, text, width=40) == [
        text, "^^^", f"{'':19}---", "Så här gick det till en gång i", "tiden.",
    ]  # fmt: skip
    gone = finding(3, related=(related(FILE, 1),), hint=None)
    assert _shown_lines(gone, "") == ["Först här."]


def _shown_lines(one, text, **more):
    written = write(verdict(one), paper(text, **more))
    found = [line.partition("│")[2].removeprefix(" ") for line in written.split("\n")]
    return [line for line in found if line]


@pytest.mark.parametrize(
    ("text", "start", "end", "carets"),
    [
        ("title: Mål", 8, 11, "       ^^^"),
        ("title: 日本語 x", 8, 11, "       ^^^^^^"),
        ("t: 日本 x", 7, 8, "        ^"),
        ("e\N{COMBINING ACUTE ACCENT}: x", 5, 6, "   ^"),
        ("x: 🙂 y", 6, 7, "      ^"),
        ("title:", 7, 7, "      ^"),
        ("title:", 99, 120, "      ^"),
        ("title: abc   ", 8, 14, "       ^^^"),
    ],
)
def test_carets_stand_under_what_is_meant(text, start, end, carets):
    """Carets stand under the right letters, also after wide and combining ones."""
    assert _shown(text, start, end)[1] == carets


def test_several_lines():
    """What goes on over several lines is marked to the end of the first."""
    one = finding(place=Place(1, 7, 3, 2))
    written = write(verdict(one), paper("text: >-\n  a\nb")).split("\n")
    assert written[2:4] == ["  1 │ text: >-", "    │       ^^"]


def test_tabs():
    """A tab takes its room, so that carets stand right."""
    assert _shown("\tab\tcd: x", 5, 7) == ["    ab  cd: x", "        ^^"]


@pytest.mark.parametrize(
    "char",
    ["\x1b", "\x07", "\x00", "\x7f", "\x9b", "\u202e", "\u2066", "\u200b", "\u00ad", "\ufeff",
     "\u2028", "\u2029", "\udce5"],
)  # fmt: skip
def test_nothing_steers_the_terminal(char):
    """Control characters and those that turn the reading order are shown as replaced, one each."""
    text = f"a{char}b: x"
    assert _shown(text, 5, 6) == ["a\N{REPLACEMENT CHARACTER}b: x", "    ^"]
    hostile = finding(
        file=f"a{char}.yaml", path=(f"p{char}",), values={"key": char, "near": char},
        related=(related(f"b{char}.yaml", 1),), url=f"https://example.se/a{char}b",
    )  # fmt: skip
    assert char not in write(verdict(hostile), paper())
    styled = write(verdict(hostile), paper(color=True, width=80))
    assert char not in _ESCAPES.sub("", styled)
    assert f"a{char}b" not in styled


def test_line_break_in_a_message():
    """A line break in a value does not break the message."""
    written = write(verdict(finding(values={"key": "a\nb\r\nc", "near": "x"})), paper())
    assert "Här kan inte ”a b  c” stå." in written


@pytest.mark.parametrize("width", [40, 80])
def test_width(width):
    """In a terminal everything but paths and names keeps within its columns."""
    long = "en mycket lång text som aldrig tycks ta slut " * 6
    one = finding(1, 60, 70, values={"key": long, "near": long}, related=(related(FILE, 1),))
    lines = write(verdict(one), paper(f"text: {long}", width=width)).split("\n")[1:]
    assert max(cell_len(line) for line in lines) <= width
    assert all(line.startswith("  ") for line in lines if line)


@pytest.mark.parametrize(
    ("before", "marked", "after", "shown"),
    [
        (0, 3, 400, ["^^^"]),
        (400, 3, 0, ["^^^"]),
        (400, 3, 400, ["^^^"]),
        (0, 400, 0, ["^"]),
        (400, 400, 400, ["^"]),
    ],
)
@pytest.mark.parametrize("width", [0, 40, 80])
def test_long_lines(before, marked, after, shown, width):
    """A very long line is cut around what is meant, and says that it is."""
    text = "a" * before + "m" * marked + "z" * after
    line, carets = _shown(text, before + 1, before + marked + 1, width=width)
    assert len(line) <= (width or 166) - 6 or not width
    assert len(line) <= 160
    start = carets.index("^")
    assert set(line[start : len(carets)].rstrip("…")) == {"m"}
    assert (line.startswith("…"), line.endswith("…")) == (before > 0, after > 0 or marked > 3)
    assert shown[0] in carets


def test_long_line_of_wide_letters():
    """Columns, not letters, decide where a line of wide letters is cut."""
    line, carets = _shown("日" * 200 + "x" + "本" * 200, 201, 202, width=40)
    assert cell_len(line) <= 36
    assert line[len("…")] == "日"
    assert carets == " " * cell_len(line.partition("x")[0]) + "^"


def test_colour():
    """With colour the same text is styled, and a link leads to the rule's manual."""
    one = finding(2, url="https://example.se/unknown-key")
    plain, styled = (write(verdict(one), paper(CODE, color=on, width=80)) for on in (False, True))
    assert "\x1b" not in plain
    assert "\x1b[1;31mFel:\x1b[0m" in styled
    assert "\x1b]8;" in styled
    assert "https://example.se/unknown-key" in styled
    assert _ESCAPES.sub("", styled) == plain
    assert "\x1b]8;" not in write(verdict(finding(2)), paper(CODE, color=True, width=80))


def test_colour_in_a_log():
    """Coloured output that goes to no terminal has no links, which a log would show as letters."""
    one = finding(2, url="https://example.se/unknown-key")
    assert "\x1b]8;" not in write(verdict(one), paper(CODE, color=True))


def test_informing_is_calm():
    """An info is neither bold nor red."""
    one = finding(2, severity=Severity.INFO, hint=None)
    assert "\x1b[36mUpplysning:\x1b[0m" in write(verdict(one), paper(CODE, color=True))


def test_hanging_indent():
    """In a terminal message and hint go on below themselves, and are not broken at fixed spaces."""
    key = "här är 1\N{NO-BREAK SPACE}200\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}kr att dela på"
    one = finding(2, values={"key": key, "near": "responsible"}, url=None)
    lines = write(verdict(one), paper("", width=40)).split("\n")
    assert lines == [
        "roadmaps/lan/goals/a.yaml:2:1",
        "  (goal lan/a › ansvarig)",
        "  Fel: Här kan inte ”här är",
        "    1\N{NO-BREAK SPACE}200\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}kr att dela på” stå.",
        "    [unknown-key]",
        "  Gör så här: Skriv `responsible`.",
        "",
        "",
    ]


def test_markup_is_text(monkeypatch):
    """What looks like markup, an emoji or a number of Rich's is plain text, whatever is set."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    one = finding(text=Text("[bold]x[/] :smile: 123", "x"))
    assert "Fel: [bold]x[/] :smile: 123 [unknown-key]" in write(verdict(one), paper())


def test_ten_thousand_findings():
    """Ten thousand findings are all written."""
    written = write(verdict(*[finding(2)] * 10_000), paper(CODE))
    assert written.count("[unknown-key]") == 10_000


@settings(deadline=None)
@given(st.text(), st.integers(0, 50))
def test_keeping_a_part(text, cells):
    """What is kept of a text takes no more room than there is, and is a beginning or an end."""
    text = make_visible(text)
    head, tail = keep_head(text, cells), keep_tail(text, cells)
    assert max(cell_len(head), cell_len(tail)) <= cells
    assert text.startswith(head.removesuffix("…"))
    assert text.endswith(tail.removeprefix("…"))
