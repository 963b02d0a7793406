"""Swedish names for keys and values, so that an official who writes `ansvarig` is understood."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum
from functools import cache

from fardplan.model.base import Value
from fardplan.model.fields import fields_of

_OTHER_KEYS = {
    "aktivitet": "activity",
    "atgard": "activity",
    "beslut": "decisions",
    "beskrivning": "text",
    "bilaga": "annexes",
    "budget": "financing",
    "datum": "date",
    "dnr": "registry_number",
    "forutsattning": "precondition",
    "giltighet": "validity",
    "indikator": "indicators",
    "insats": "activity",
    "kommentar": "remarks",
    "lank": "url",
    "mal": "goal",
    "malgrupp": "target_groups",
    "namn": "title",
    "omrade": "area",
    "part": "parties",
    "partner": "partners",
    "pengar": "financing",
    "princip": "principles",
    "rubrik": "title",
    "samverkan": "partners",
    "samverkanspart": "partners",
    "samverkansparter": "partners",
    "slutdatum": "end",
    "startdatum": "start",
    "tema": "themes",
    "titel": "title",
    "uppfoljning": "follow_up",
    "uppdrag": "mandate",
    "utforare": "responsible",
}
"""Everyday words beside the fields' own Swedish titles."""

_OTHER_TERMS = {
    "klar": "completed",
    "klart": "completed",
    "slutford": "completed",
    "pagaende": "ongoing",
    "pausad": "paused",
    "avslutad": "completed",
    "utgar": "cancelled",
    "installd": "cancelled",
    "beslutad": "decided",
    "beslutat": "decided",
    "ja": "true",
    "hog": "high",
    "utkast": "draft",
    "kommunalt": "municipal",
    "regional": "county",
    "arligen": "yearly",
    "kvartalsvis": "quarterly",
    "manadsvis": "monthly",
}


def slug(written: str) -> str:
    """Return a text as an id: lower case, å ä ö as a a o, hyphens for the rest."""
    plain = unicodedata.normalize("NFKD", written.casefold())
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    return re.sub(
        r"[^a-z0-9]+", "-", letters.replace("ß", "ss").replace("ø", "o").replace("æ", "ae")
    ).strip("-")


_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?")


def is_reserved(name: str) -> bool:
    """Tell whether Windows takes a name, with any ending, for a device and no file."""
    return _DEVICES.fullmatch(name.casefold()) is not None


@cache
def keys_by_swedish_name(model: type[Value]) -> dict[str, str]:
    """Return {slug of a Swedish name: key} for the keys that `model` has."""
    specs = fields_of(model)
    keys = {spec.key for spec in specs}
    names = {name: key for name, key in _OTHER_KEYS.items() if key in keys}
    return names | {slug(spec.title): spec.key for spec in specs}


@cache
def terms_by_swedish_name(terms: type[Enum]) -> dict[str, str]:
    """Return {slug of a Swedish label: value} for an enumeration."""
    values = {str(term.value) for term in terms}
    names = {name: value for name, value in _OTHER_TERMS.items() if value in values}
    return names | {slug(str(getattr(term, "sv", ""))): str(term.value) for term in terms}
