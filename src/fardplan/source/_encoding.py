"""Bytes to text: what is no text at all, and the characters that no text should hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from fardplan.locales.text import Text
from fardplan.source.faults import Fault
from fardplan.source.places import Lines

MAX_BYTES: Final = 5_000_000

_BOM = "\ufeff"
_SWEDISH_IN_WINDOWS_1252 = frozenset("åäöÅÄÖéÉüÜ§–—”’…".encode("cp1252"))
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")

_SAVE_AS_UTF_8 = Text(
    "Öppna filen i en textredigerare och spara om den med teckenkodningen UTF-8.",
    "Open the file in a text editor and save it again with the character encoding UTF-8.",
)
_TOO_LARGE = Text(
    "Filen är större än 5\u00a0MB och läses inte.",
    "The file is larger than 5\u00a0MB and is not read.",
)
_SPLIT = Text(
    "Dela upp den: en fil för varje mål, aktivitet och indikator.",
    "Divide it: one file for each goal, activity and indicator.",
)
_UTF_16 = Text(
    "Filen är sparad med en annan teckenkodning (UTF-16, ibland kallad Unicode).",
    "The file is saved in another character encoding (UTF-16, sometimes called Unicode).",
)
_WINDOWS_1252 = Text(
    "Filen är sparad med en annan teckenkodning (troligen Windows-1252): här står ”{character}”.",
    "The file is saved in another character encoding (probably Windows-1252): "
    "this is “{character}”.",
)
_NOT_UTF_8 = Text(
    "Filen är ingen vanlig text eller har en annan teckenkodning än UTF-8 (byte {byte}).",
    "The file is no plain text or has another character encoding than UTF-8 (byte {byte}).",
)
_HAS_NUL = Text(
    "Filen är ingen vanlig text: den innehåller nolltecken.",
    "The file is no plain text: it contains null characters.",
)
_RESTORE = Text(
    "Hämta en äldre version av filen, eller spara om den som vanlig text i UTF-8.",
    "Fetch an earlier version of the file, or save it again as plain text in UTF-8.",
)
_INVISIBLE = Text(
    "Raden går inte att läsa: här står ett osynligt tecken ({code}).",
    "The line cannot be read: there is an invisible character here ({code}).",
)
_ERASE = Text(
    "Ta bort tecknet. Det följer ofta med när text klistras in från Word eller en webbsida.",
    "Delete the character. It often comes along with text pasted from Word or a web page.",
)

UNPRINTABLE: Final = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""Control characters, the line breaks that only YAML 1.1 knows, and marks that show nothing."""

_MOST_REPORTED = 20


def decode(data: bytes) -> str | Fault:
    """Return the text of a file without its byte order mark, or say why it is no text."""
    if len(data) > MAX_BYTES:
        return Fault("unreadable-file", _TOO_LARGE, hint=_SPLIT)
    if data.startswith(_UTF_16_MARKS) or _looks_like_utf_16(data):
        return Fault("unreadable-file", _UTF_16, hint=_SAVE_AS_UTF_8)
    try:
        text = data.decode().removeprefix(_BOM)
    except UnicodeDecodeError as error:
        return _wrong_encoding(data, error.start)
    if "\0" in text:
        place = Lines(text).place(text.index("\0"), text.index("\0") + 1)
        return Fault("unreadable-file", _HAS_NUL, hint=_RESTORE, place=place)
    return text


def find_unprintable(lines: Lines) -> Iterator[Fault]:
    """Yield a fault for each character that would vanish from, or break, a document."""
    for count, match in enumerate(UNPRINTABLE.finditer(lines.text)):
        if count == _MOST_REPORTED:
            return
        values = {"code": f"U+{ord(match[0]):04X}"}
        place = lines.place(match.start(), match.end())
        yield Fault("yaml-syntax", _INVISIBLE, values, _ERASE, place)


def _looks_like_utf_16(data: bytes) -> bool:
    """Say whether every other byte of the beginning is zero, as in Western text in UTF-16."""
    head = data[:64]
    return len(head) > 3 and (not any(head[::2]) or not any(head[1::2]))


def _wrong_encoding(data: bytes, at: int) -> Fault:
    """Say where the first byte stands that is no UTF-8, and what it probably is."""
    before = data[:at].decode().removeprefix(_BOM)
    place = Lines(before + "?").place(len(before), len(before) + 1)
    if all(byte in _SWEDISH_IN_WINDOWS_1252 for byte in data if byte > 0x7F):
        values = {"character": data[at : at + 1].decode("cp1252")}
        return Fault("unreadable-file", _WINDOWS_1252, values, _SAVE_AS_UTF_8, place)
    values = {"byte": f"0x{data[at]:02X}"}
    return Fault("unreadable-file", _NOT_UTF_8, values, _RESTORE, place)
