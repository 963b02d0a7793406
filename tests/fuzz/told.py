"""Whatever is wrong can be told: in both languages, at a place that is in the file."""

from __future__ import annotations

from collections.abc import Iterable

from fardplan.errors import CannotRun
from fardplan.locales.text import LANGUAGES
from fardplan.model.refusal import Refused
from fardplan.source.faults import Fault


def check_faults(data: bytes, faults: Iterable[Fault]) -> None:
    """Assert that each fault stands somewhere in a file, and is told with what to do about it."""
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for fault in faults:
        for place in (fault.place, *(place for place, _ in fault.related)):
            assert 0 <= place.column - 1 <= len(lines[place.line - 1])
        check_told(fault)


def check_told(fault: Fault | Refused) -> None:
    """Assert that a fault and its hint have all values that their words ask for."""
    for lang in LANGUAGES:
        assert fault.text.say(lang, **fault.values)
        assert fault.hint is None or fault.hint.say(lang, **fault.values)


def check_line(refused: CannotRun) -> None:
    """Assert that the line that ends a command can be told."""
    assert all(refused.say(lang) for lang in LANGUAGES)
