"""Swedish names for keys and values."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fardplan.model import names
from fardplan.model.activity import Activity, Goal
from fardplan.model.base import ID_PATTERN
from fardplan.model.fields import fields_of
from fardplan.model.names import keys_by_swedish_name, slug, terms_by_swedish_name
from fardplan.model.projektplan import Projektplan
from fardplan.model.schema import KINDS
from fardplan.model.steering_terms import DecisionState
from fardplan.model.terms import ActivityStatus, RoadmapStatus


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Samspel mellan vårdgivare", "samspel-mellan-vardgivare"),
        ("ÅÄÖ åäö é", "aao-aao-e"),
        ("Barn & unga (0–18 år)", "barn-unga-0-18-ar"),
        ("a\N{COMBINING RING ABOVE}", "a"),
        ("smørrebrød æ ß", "smorrebrod-ae-ss"),
        ("short_title", "short-title"),
        ("—", ""),
        ("2023", "2023"),
    ],
)
def test_slug(written, expected):
    """A text becomes an id: lower case, å ä ö as a a o, hyphens for the rest."""
    assert slug(written) == expected


@settings(deadline=None)
@given(st.text())
def test_slug_is_an_id(written):
    """Whatever is written, its slug is an id or empty, and its own slug."""
    made = slug(written)
    assert made == "" or re.fullmatch(ID_PATTERN, made)
    assert slug(made) == made


@pytest.mark.parametrize(
    ("model", "written", "key"),
    [
        (Activity, "ansvarig", "responsible"),
        (Activity, "Mål", "goal"),
        (Activity, "område", "area"),
        (Activity, "samverkansparter", "partners"),
        (Activity, "slutdatum", "end"),
        (Activity, "målgrupp", "target_groups"),
        (Activity, "delaktiviteter", "sub_activities"),
        (Projektplan, "tidsplan", "timeline"),
        (Projektplan, "finansiering", "financing"),
        (Projektplan, "budget", "financing"),
        (Projektplan, "uppföljning", "follow_up"),
        (Projektplan, "genomförande", "implementation"),
        (Projektplan, "uppdrag", "mandate"),
        (Goal, "förväntade resultat", "expected_results"),
        (Goal, "budget", None),
    ],
)
def test_keys(model, written, key):
    """A Swedish word leads to the key that means it, where the model has that key."""
    assert keys_by_swedish_name(model).get(slug(written)) == key


@pytest.mark.parametrize(
    ("terms", "written", "value"),
    [
        (ActivityStatus, "pågår", "ongoing"),
        (ActivityStatus, "pågående", "ongoing"),
        (ActivityStatus, "klar", "completed"),
        (RoadmapStatus, "utkast", "draft"),
        (RoadmapStatus, "Antagen", "adopted"),
        (DecisionState, "beslutad", "decided"),
        (DecisionState, "klar", None),
    ],
)
def test_terms(terms, written, value):
    """A Swedish word leads to the value that means it, where the enumeration has that value."""
    assert terms_by_swedish_name(terms).get(slug(written)) == value


def test_everyday_words_are_of_use():
    """Each everyday word for a key is one that some file can have."""
    keys: set[str] = set()
    for model in KINDS.values():
        keys |= {spec.key for spec in fields_of(model)}
        for inner in (spec.model for spec in fields_of(model) if spec.model):
            keys |= {spec.key for spec in fields_of(inner)}
    assert sorted(set(names._OTHER_KEYS.values()) - keys) == []
    assert [name for name in (*names._OTHER_KEYS, *names._OTHER_TERMS) if slug(name) != name] == []
