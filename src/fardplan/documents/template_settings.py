"""`document.toml`: what a county changes without touching a template: colours, paper, contents."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import floor
from pathlib import Path
from typing import Any

from fardplan.documents.template_fault import TemplateFault
from fardplan.locales.reasons import tell_reason
from fardplan.locales.text import Text

FILE = "document.toml"
LIGHT_PAPER, DARK_PAPER = "#fdfdfb", "#12191d"
WASH = 0.13
"""How much of the accent colour the ground of a box has at most (`--wash` in base.css)."""
LEAST_CONTRAST = 4.5

_UNREADABLE = Text("{file} går inte att läsa: {reason}.", "{file} cannot be read: {reason}.")
_NOT_TOML = Text(
    "{file} går inte att läsa som TOML. Programmet som läser det säger: {words}",
    "{file} cannot be read as TOML. The program that reads it says: {words}",
)
_UNKNOWN_KEY = Text(
    "{file}: det finns ingen inställning som heter ”{key}”. De som finns: {known}.",
    "{file}: there is no setting called “{key}”. The ones there are: {known}.",
)
_BAD_VALUE = Text(
    "{file}: ”{value}” går inte att använda för {key}. Skriv {wanted}.",
    "{file}: “{value}” cannot be used for {key}. Write {wanted}.",
)
_FAINT = Text(
    "{file}: färgen {value} ({key}) syns för dåligt mot bakgrunden: kontrasten är {ratio}:1 "
    "men ska vara minst 4,5:1.",
    "{file}: the colour {value} ({key}) stands out too little from the background: the contrast "
    "is {ratio}:1 and must be at least 4.5:1.",
)
_COLOUR = Text("en färg som #14555a", "a colour such as #14555a")
_PAPER = Text("A4, A5 eller Letter", "A4, A5 or Letter")
_DEPTH = Text("ett tal från 1 till 4", "a number from 1 to 4")
_YES_NO = Text("true eller false", "true or false")
_NAME = Text("mallens namn", "the name of the template")


@dataclass(frozen=True, slots=True)
class TemplateSettings:
    """Hold a template's settings; `extends` is the template that its missing files come from."""

    extends: str = ""
    accent: str = "#14555a"
    accent_dark: str = "#8acfca"
    paper: str = "A4"
    contents_depth: int = 2
    embed_fonts: bool = True


@dataclass(frozen=True, slots=True)
class _Setting:
    field: str
    fits: Callable[[Any], bool]
    wanted: Text
    against: str = ""


def _is_colour(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(r"#[0-9a-fA-F]{6}", value) is not None


_SETTINGS = {
    "extends": _Setting("extends", lambda value: isinstance(value, str), _NAME),
    "colors.accent": _Setting("accent", _is_colour, _COLOUR, LIGHT_PAPER),
    "colors.accent_dark": _Setting("accent_dark", _is_colour, _COLOUR, DARK_PAPER),
    "page.size": _Setting("paper", lambda value: value in ("A4", "A5", "Letter"), _PAPER),
    "contents.depth": _Setting(
        "contents_depth", lambda value: type(value) is int and 1 <= value <= 4, _DEPTH
    ),
    "fonts.embed": _Setting("embed_fonts", lambda value: type(value) is bool, _YES_NO),
}


def read_settings(folders: Sequence[Path]) -> TemplateSettings:
    """Return the settings of a template's folders, where a nearer file goes before a farther."""
    values: dict[str, Any] = {}
    for folder in reversed(folders):
        file = folder / FILE
        if file.is_file() and file.resolve().is_relative_to(folder.resolve()):
            values |= _read(file)
    return TemplateSettings(**values)


def _read(path: Path) -> dict[str, Any]:
    try:
        tables = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise TemplateFault(_UNREADABLE, file=str(path), reason=tell_reason(error)) from error
    except ValueError as error:
        raise TemplateFault(_NOT_TOML, file=str(path), words=str(error)) from error
    return {
        _SETTINGS[key].field: value
        for key, value in _flat(tables).items()
        if _accept(str(path), key, value)
    }


def _flat(tables: Mapping[str, Any]) -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for name, value in tables.items():
        if isinstance(value, dict):
            flat |= {f"{name}.{key}": inner for key, inner in value.items()}
        else:
            flat[name] = value
    return flat


def _accept(file: str, key: str, value: object) -> bool:
    setting = _SETTINGS.get(key)
    if setting is None:
        raise TemplateFault(_UNKNOWN_KEY, file=file, key=key, known=", ".join(_SETTINGS))
    if not setting.fits(value):
        raise TemplateFault(_BAD_VALUE, file=file, key=key, value=value, wanted=setting.wanted)
    if setting.against and (ratio := in_boxes(str(value), setting.against)) < LEAST_CONTRAST:
        written = f"{floor(ratio * 10) / 10}"  # never "4.5 and must be at least 4.5"
        shown = Text(written.replace(".", ","), written)
        raise TemplateFault(_FAINT, file=file, key=key, value=value, ratio=shown)
    return True


def in_boxes(accent: str, paper: str) -> float:
    """Return the contrast of the accent colour to boxes tinted by it: less than to the paper."""
    ground = (
        round(WASH * int(accent[i : i + 2], 16) + (1 - WASH) * int(paper[i : i + 2], 16))
        for i in (1, 3, 5)
    )
    return contrast(accent, f"#{bytes(ground).hex()}")


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.1, relative luminance)."""
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
