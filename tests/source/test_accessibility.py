"""`[accessibility]` in `fardplan.toml`: what is read, what is wrong, what the law misses there."""

from __future__ import annotations

from datetime import date
from textwrap import dedent

import pytest

from fardplan.locales.text import LANGUAGES
from fardplan.source.accessibility import AccessibilitySettings, Shortcoming
from fardplan.source.settings import read_settings

WHOLE = dedent("""\
    organisation.name = "Region Exempel"

    [accessibility]
    service = "fardplan.example.se"
    compliance = "partial"
    assessed = 2026-03-01
    assessed-by = "external"
    published = "2025-01-15"
    updated = 2026-03-02
    feedback-email = "hjalp@example.se"
    feedback-phone = "019-21 10 00"
    feedback-url = "https://example.se/hjalp"
    response-time = "två arbetsdagar"
    supervision-name = "Tillsynsmyndigheten"
    supervision-url = "https://example.se/tillsyn"

    [[accessibility.not-accessible]]
    what = "Kartan"
    reason = "not-compliant"
    why = "Färgerna är för lika."
    alternative = "Tabellen under den."
    planned = "hösten 2026"

    [[accessibility.not-accessible]]
    what = "Inlästa bilagor"
    reason = "burden"
    why = "De är 400 sidor."
    """)


def _read(text):
    settings, faults = read_settings(text.encode(), ())
    told = [
        (fault.rule, fault.place.line, fault.values["key"], fault.text.say("sv", **fault.values))
        for fault in faults
    ]
    for fault in faults:
        for lang in LANGUAGES:
            assert fault.hint
            assert fault.hint.say(lang, **fault.values)
    return settings.accessibility, told


def test_whole():
    """Every part is read, days as days of TOML or as texts, shortcomings in their order."""
    assert _read(WHOLE) == (
        AccessibilitySettings(
            is_given=True,
            service="fardplan.example.se",
            compliance="partial",
            assessed=date(2026, 3, 1),
            assessed_by="external",
            published=date(2025, 1, 15),
            updated=date(2026, 3, 2),
            email="hjalp@example.se",
            phone="019-21 10 00",
            url="https://example.se/hjalp",
            response_time="två arbetsdagar",
            supervision_name="Tillsynsmyndigheten",
            supervision_url="https://example.se/tillsyn",
            shortcomings=(
                Shortcoming(
                    "Kartan",
                    "not-compliant",
                    "Färgerna är för lika.",
                    "Tabellen under den.",
                    "hösten 2026",
                ),
                Shortcoming("Inlästa bilagor", "burden", "De är 400 sidor."),
            ),
        ),
        [],
    )


def test_none():
    """Without the table nothing is given, and nothing is missed."""
    assert _read("") == (AccessibilitySettings(), [])


def test_a_statement_elsewhere():
    """An organisation with a statement of its own says where it stands, and nothing is missed."""
    address = "https://www.example.se/tillganglighet"
    assert _read(f'accessibility.statement-url = "{address}"') == (
        AccessibilitySettings(is_given=True, statement_url=address),
        [],
    )


def test_what_the_law_misses():
    """A statement that is begun says what it lacks, each part at the table's head."""
    _, told = _read('\n[accessibility]\nservice = "x"\n')
    assert [(rule, line, key) for rule, line, key, _ in told] == [
        ("missing-key", 2, "compliance"),
        ("missing-key", 2, "assessed"),
        ("missing-key", 2, "assessed-by"),
        ("missing-key", 2, "updated"),
        ("missing-key", 2, "feedback-email"),
        ("missing-key", 2, "organisation.name"),
    ]
    assert told[0][3] == (
        "Tillgänglighetsredogörelsen saknar compliance: hur väl webbplatsen uppfyller lagen."
    )


@pytest.mark.parametrize("way", ["feedback-phone", "feedback-url", "feedback-email"])
def test_one_way_to_report_is_enough(way):
    """One way to report shortcomings is enough."""
    lines = [line for line in WHOLE.splitlines() if not line.startswith("feedback") or way in line]
    assert _read("\n".join(lines))[1] == []


def test_shortcomings_are_missed():
    """What is not wholly compliant says what is not accessible, each time on what ground and why."""
    head, *_ = WHOLE.partition("[[")
    assert [row[:3] for row in _read(head)[1]] == [("missing-key", 3, "not-accessible")]
    assert _read(head.replace('"partial"', '"full"'))[1] == []
    row = "[[accessibility.not-accessible]]\nplanned = 'snart'\n"
    assert [one[:3] for one in _read(head + row)[1]] == [
        ("missing-key", 17, "what"),
        ("missing-key", 17, "reason"),
        ("missing-key", 17, "why"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "rule", "line", "key"),
    [
        ('"partial"', '"delvis"', "invalid-value", 5, "compliance"),
        ("2026-03-01", "2026", "invalid-value", 6, "assessed"),
        ("2026-03-01", '"i mars"', "invalid-value", 6, "assessed"),
        ("2026-03-01", "2026-03-01T10:00:00", "invalid-value", 6, "assessed"),
        ('"external"', '"någon"', "invalid-value", 7, "assessed-by"),
        ('"hjalp@example.se"', '"hjalp"', "invalid-value", 10, "feedback-email"),
        ('"https://example.se/hjalp"', '"hjalp"', "invalid-value", 12, "feedback-url"),
        ("response-time", "svarstid", "unknown-key", 13, "svarstid"),
        ('"not-compliant"', '"för dyrt"', "invalid-value", 19, "reason"),
        ("alternative", "instead", "unknown-key", 21, "instead"),
    ],
)  # fmt: skip
def test_faults(old, new, rule, line, key):
    """A bad value is a fault at its place, and hides nothing else."""
    settings, told = _read(WHOLE.replace(old, new, 1))
    assert [one[:3] for one in told] == [(rule, line, key)]
    assert settings.phone == "019-21 10 00"


def test_shortcomings_that_are_no_list():
    """Shortcomings that are written as one table are told so, with how to write them."""
    demanded = dedent("""\
        compliance = "full"
        assessed = 2026-03-01
        assessed-by = "self"
        updated = 2026-03-01
        feedback-phone = "1"
        [organisation]
        name = "X"
        """)
    table = '[accessibility]\nnot-accessible = {what = "x"}\n'
    (fault,) = _read(table + demanded)[1]
    assert fault[:3] == ("invalid-value", 2, "not-accessible")
