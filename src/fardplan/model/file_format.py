"""The version of the file format, which every shared file and every roadmap.yaml begins with."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import PlainValidator, WithJsonSchema

from fardplan.locales.text import Text
from fardplan.model.number import read_count
from fardplan.model.refusal import Refused

FORMAT: Final = 1
"""The version of the file format that this program writes, and the latest that it reads."""

NEWER = Text(
    "Filen har format {written}, men den här versionen av fardplan läser bara format {known}.",
    "The file has format {written}, but this version of fardplan only reads format {known}.",
)
NEWER_HINT = Text(
    "Uppdatera fardplan, eller skriv `format: {known}` om siffran är fel.",
    "Update fardplan, or write `format: {known}` if the number is wrong.",
)
NO_FORMAT = Text("Det finns inget format {written}.", "There is no format {written}.")
NO_FORMAT_HINT = Text("Skriv `format: {known}`.", "Write `format: {known}`.")


def read_format(written: object) -> int:
    """Read the number of a format that this program knows.

    Raises:
        Refused: if it is no number, or that of a format to come.
    """
    number = read_count(written)
    values = {"written": number, "known": FORMAT}
    if number > FORMAT:
        raise Refused(NEWER, values, NEWER_HINT)
    if number < 1:
        raise Refused(NO_FORMAT, values, NO_FORMAT_HINT)
    return number


FileFormat = Annotated[
    int,
    PlainValidator(read_format),
    WithJsonSchema({"enum": [number for n in range(1, FORMAT + 1) for number in (n, str(n))]}),
]
"""The number of a file format."""
