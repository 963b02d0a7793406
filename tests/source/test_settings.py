"""`fardplan.toml`: what is read, and where it is wrong."""

from __future__ import annotations

import tomllib
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fardplan.errors import CannotRun
from fardplan.locales.text import LANGUAGES
from fardplan.source._toml_places import locate_toml
from fardplan.source.faults import Place
from fardplan.source.settings import (
    OrganisationSettings,
    Settings,
    SiteSettings,
    read_settings,
)

KINDS = ("date-slipped", "responsible-changed")
RULES = ("missing-projektplan", "overdue-activity", "unclear-swedish")

COMPLETE = dedent("""\
    # the settings of a county
    language = "en"
    docs-url = "https://example.se/regler/{rule}"
    data-license = "CC0-1.0"
    organisation.name = "Region Exempel"   # dotted
    organisation.logo = 'bilder/logo.svg'
    severity = { overdue-activity = "info", "unclear-swedish" = "off" }

    [site]
    title = "Färdplaner = #1"
    "base-url" = "https://fardplan.example.se/"
    drafts = true

    [level]
    responsible-changed = "major"

    [templates]
    orebro-lan = "region"
    """)


def test_complete():
    """Every setting is read, however TOML lets it be written."""
    settings, faults = read_settings(COMPLETE.encode(), RULES, KINDS)
    assert faults == ()
    assert settings == Settings(
        language="en",
        docs_url="https://example.se/regler/{rule}",
        data_license="CC0-1.0",
        severities={"overdue-activity": "info", "unclear-swedish": "off"},
        levels={"responsible-changed": "major"},
        site=SiteSettings("Färdplaner = #1", "https://fardplan.example.se/", drafts=True),
        organisation=OrganisationSettings("Region Exempel", "bilder/logo.svg"),
        templates={"orebro-lan": "region"},
    )


@pytest.mark.parametrize("data", [None, b"", b"# nothing\n", b"\xef\xbb\xbf[site]\r\n"])
def test_everything_may_be_left_out(data):
    """Without settings the defaults hold."""
    assert read_settings(data, RULES, KINDS) == (Settings(), ())


@pytest.mark.parametrize(
    ("docs_url", "link"),
    [
        (None, None),
        ("https://a.se/regler", "https://a.se/regler/empty-area"),
        ("https://a.se/regler/", "https://a.se/regler/empty-area"),
        ("https://a.se/{rule}.html", "https://a.se/empty-area.html"),
    ],
)
def test_link_to(docs_url, link):
    """A rule's manual stands where `{rule}` does in `docs-url`, else below it."""
    assert Settings(docs_url=docs_url).link_to("empty-area") == link


@pytest.mark.parametrize(
    ("written", "rule", "line", "start", "end", "words"),
    [
        ("accessibility = 1", "invalid-value", 1, 17, 18, "[accessibility] på en egen rad"),
        ("['tillgänglighet']\na=1", "unknown-key", 1, 2, 18, "Menade du accessibility?"),
        ('languag = "sv"', "unknown-key", 1, 1, 8, "Menade du language?"),
        ('\n  "språk" = "sv"', "unknown-key", 2, 3, 10, "Menade du language?"),
        ('docs_url = "https://a.se"', "unknown-key", 1, 1, 9, "Menade du docs-url?"),
        ("xyzzy = 1", "unknown-key", 1, 1, 6, "Här kan stå: accessibility, data-license,"),
        ('[severities]\na = "b"', "unknown-key", 1, 2, 12, "Menade du severity?"),
        ("[[site.pages]]\na = 1", "unknown-key", 1, 8, 13, "Här kan stå: base-url, drafts, title."),
        ("site = {titel = 1}", "unknown-key", 1, 9, 14, "Menade du title?"),
        ('site.x.y = "="', "unknown-key", 1, 6, 7, "Här kan stå: base-url"),
        ('[severity]\nmissing-plan="off"', "unknown-key", 2, 1, 13, "Menade du missing-projektp"),
        ('[severity]\nq = "off"', "unknown-key", 2, 1, 2, "fardplan rules"),
        ('[level]\ndate_sliped = "minor"', "unknown-key", 2, 1, 12, "Menade du date-slipped?"),
        ('[level]\nq = "minor"', "unknown-key", 2, 1, 2, "inget slags ändring som heter ”q”"),
        ('["nivå"]\nq = "minor"', "unknown-key", 1, 2, 8, "Menade du level?"),
        ('[level]\ndate-slipped = "error"', "invalid-value", 2, 16, 23, '"major" (försvagat'),
        ("level = 'major'", "invalid-value", 1, 9, 16, "[level] på en egen rad"),
        ('language = "se" # no', "invalid-value", 1, 12, 16, "language kan inte vara ”se”."),
        ("language = true", "invalid-value", 1, 12, 16, "language kan inte vara ”true”."),
        ("language = []", "invalid-value", 1, 12, 14, "”[]”"),
        ("[severity]\noverdue-activity = 'fel'", "invalid-value", 2, 20, 25, '"error" (fel)'),
        ("severity = 'error'", "invalid-value", 1, 12, 19, "[severity] på en egen rad"),
        ("[[site]]\ntitle = 'x'", "invalid-value", 1, 1, 9, "[site] på en egen rad"),
        ('docs-url = "a.se"', "invalid-value", 1, 12, 18, "https://"),
        ('docs-url = "https://[a"', "invalid-value", 1, 12, 24, "https://"),
        ('[site]\nbase-url = "https://a .se"', "invalid-value", 2, 12, 27, "utan mellanslag"),
        ("[site]\r\ndrafts = 'ja'\r\n", "invalid-value", 2, 10, 14, "true (ja)"),
        ("data-license = ''", "invalid-value", 1, 16, 18, "en text på en rad"),
        ('data-license = """\na\nb"""', "invalid-value", 1, 16, 19, "en text på en rad"),
        ("organisation.name = 5.5", "invalid-value", 1, 21, 24, "”5.5”"),
        ("organisation.logo = '../a'", "invalid-value", 1, 21, 27, "i arkivet"),
        ("organisation.logo = 'C:\\a'", "invalid-value", 1, 21, 27, "i arkivet"),
        ("[templates]\nå = 1", "not toml", 0, 0, 0, "Namn med å"),
        ('[templates]\n"å" = 2026-01-01', "invalid-value", 2, 7, 17, "”2026-01-01”"),
    ],
)
def test_faults(written, rule, line, start, end, words):
    """What is unknown or cannot be used is a fault with its place and what to do instead."""
    if rule == "not toml":
        with pytest.raises(CannotRun, match=r"line 2"):
            read_settings(written.encode(), RULES, KINDS)
        return
    settings, (fault,) = read_settings(written.encode(), RULES, KINDS)
    assert settings == Settings()
    assert (fault.rule, fault.place) == (rule, Place(line, start, line, end))
    assert fault.hint
    said = {
        lang: fault.text.say(lang, **fault.values) + " " + fault.hint.say(lang, **fault.values)
        for lang in LANGUAGES
    }
    assert words in said["sv"]


def test_all_faults_at_once():
    """One bad setting hides no other, and the good ones are used."""
    text = 'x = 1\nlanguage = "en"\n[site]\ntitle = 5\ny = 1\n[severity]\nz = "off"\n'
    settings, faults = read_settings(text.encode(), RULES, KINDS)
    assert settings == Settings(language="en")
    assert [(fault.rule, fault.place.line) for fault in faults] == [
        ("unknown-key", 1),
        ("invalid-value", 4),
        ("unknown-key", 5),
        ("unknown-key", 7),
    ]


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        (b"language = \n", 1, "värdet saknas"),
        (b"\nlanguage = sv\n", 2, "raka citattecken"),
        ("\nlanguage = ”sv”\n".encode(), 2, "raka citattecken"),
        (b"a = 1\nlanguage: sv\n", 2, "namn ="),
        (b"a = 1\na = 2\n", 2, "står två gånger"),
        (b"[a]\n\n[a]\n", 3, "står två gånger"),
        (b"a = {b = 1, b = 2}\n", 1, "står två gånger"),
        (b"\n\na = 'x\nb = 1\nc = 2\n", 3, "citattecken i slutet"),
        (b"\na = 'x\nb = 'y'\n", 2, "citattecken i slutet"),
        (b'\na = "x\nb = "y"\n', 2, "citattecken i slutet"),
        (b'a = 1\nb = """x\ny\n', 2, "citattecken i slutet"),
        (b"a = 1 b = 2\n", 1, "en inställning på varje rad"),
        (b"a = 1\n\xe5 = 2\n", 2, "UTF-8"),
        ("a = 1".encode("utf-16"), 1, "UTF-8"),
        (b"a = " + b"[" * 5000, 1, "citattecken och parentes"),
    ],
)
def test_no_toml(data, line, words):
    """What is no TOML stops the command, with the line and what to do."""
    with pytest.raises(CannotRun) as caught:
        read_settings(data, RULES, KINDS)
    assert f"rad {line})" in caught.value.say("sv")
    assert f"line {line})" in caught.value.say("en")
    assert words in caught.value.say("sv")


TRICKY = dedent('''\
    a."b.c".'d' = "x = # \\" y"
    t = """
    [no] # "" = ""
    e = 1"""" # four
    l = \'\'\'a\\\'\'\'\'
    n = [ # comment ]
      1, { x = [2, "]"] },
      1979-05-27 07:32:00,
    ]
    [ q . "r s" ]
    u = -1.5e3
    [[v]]
    w = 1
    [[v]]
    w = {x.y = 2, z = {}}
    [v.k]
    m = 3
    ''')


@pytest.mark.parametrize(
    ("route", "key", "value"),
    [
        (("a",), (1, 1, 2), None),
        (("a", "b.c", "d"), (1, 9, 12), (1, 15, 27)),
        (("t",), (2, 1, 2), (2, 5, 8)),
        (("l",), (5, 1, 2), (5, 5, 14)),
        (("n",), (6, 1, 2), (6, 5, 18)),
        (("n", 1, "x", 1), (7, 16, 19), (7, 16, 19)),
        (("n", 2), (8, 3, 22), (8, 3, 22)),
        (("q", "r s"), (10, 7, 12), (10, 1, 14)),
        (("q", "r s", "u"), (11, 1, 2), (11, 5, 11)),
        (("v", 0, "w"), (13, 1, 2), (13, 5, 6)),
        (("v", 1, "w", "x", "y"), (15, 8, 9), (15, 12, 13)),
        (("v", 1, "w", "z"), (15, 15, 16), (15, 19, 21)),
        (("v", 1, "k", "m"), (17, 1, 2), (17, 5, 6)),
    ],
)
def test_places_in_toml(route, key, value):
    """Keys and values of every form that TOML knows have their place."""
    assert tomllib.loads(TRICKY)
    places = locate_toml(TRICKY)
    line, start, end = key
    assert places.key(route) == Place(line, start, line, end)
    if value:
        line, start, end = value
        assert places.value(route) == Place(line, start, line, end)


def routes(value: object) -> set[tuple[str | int, ...]]:
    """Return the routes of all values that are no tables or arrays."""
    if isinstance(value, dict):
        return {(key, *rest) for key, inner in value.items() for rest in routes(inner)}
    if isinstance(value, list):
        return {(i, *rest) for i, inner in enumerate(value) for rest in routes(inner)}
    return {()}


PIECES = [
    "a",
    "b.c",
    '"x"',
    "=",
    "=",
    "1",
    "'t'",
    '"""\n"""',
    "[",
    "]",
    "{",
    "}",
    ",",
    "\n",
    "\n",
    "#",
]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join))
def test_every_value_has_a_place(text):
    """Whatever tomllib reads, the scanner finds each value in it; the rest stops the command."""
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        with pytest.raises(CannotRun):
            read_settings(text.encode(), RULES, KINDS)
        return
    places = locate_toml(text)
    assert all(route in places for route in routes(values))
    read_settings(text.encode(), RULES, KINDS)
