"""Changes in `fardplan.toml` that leave every other byte as it is."""

from __future__ import annotations

import codecs
import json
import re
import tomllib
from collections.abc import Mapping

from fardplan.editing._refusal import CannotEdit
from fardplan.editing._source import NOT_SAFE
from fardplan.model.paths import CONTENT
from fardplan.source._encoding import decode
from fardplan.source._settings_checks import explain_toml
from fardplan.source._toml_places import locate_toml
from fardplan.source.faults import Fault, Place
from fardplan.source.places import Lines

_TEMPLATES = "templates"
_LOGO = ("organisation", "logo")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")


def rename_roadmap_in_settings(data: bytes, old: str, new: str) -> bytes:
    """Return the settings with what is keyed by a roadmap's id, or lies in its folder, renamed.

    Raises CannotEdit where that cannot be done without changing something else, and CannotRun for
    what is not TOML.
    """
    text = decode(data)
    if isinstance(text, Fault):
        raise explain_toml(text)
    try:
        values = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise explain_toml(error, text) from None
    places, lines = locate_toml(text), Lines(text)
    meant = dict(values)
    edits: list[tuple[Place, str]] = []
    templates = values.get(_TEMPLATES)
    if isinstance(templates, Mapping) and old in templates:
        edits.append((places.key((_TEMPLATES, old)), new))
        meant[_TEMPLATES] = {new if key == old else key: templates[key] for key in templates}
    organisation = values.get(_LOGO[0])
    logo = organisation.get(_LOGO[1]) if isinstance(organisation, Mapping) else None
    folder = f"{CONTENT}/{old}/"
    if isinstance(logo, str) and logo.startswith(folder):
        moved = f"{CONTENT}/{new}/{logo.removeprefix(folder)}"
        edits.append((places.value(_LOGO), json.dumps(moved, ensure_ascii=False)))
        meant[_LOGO[0]] = {**values[_LOGO[0]], _LOGO[1]: moved}
    if not edits:
        return data
    for place, written in sorted(edits, reverse=True):
        start = lines.span(place.line - 1)[0] + place.column - 1
        end = start + place.end_column - place.column
        text = text[:start] + written + text[end:]
    if _BARE_KEY.fullmatch(new) is None or tomllib.loads(text) != meant:
        raise CannotEdit(NOT_SAFE)
    return (codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b"") + text.encode()
