"""Why the operating system refused, in plain words: clauses that end a sentence."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from typing import Final

from fardplan.locales.text import Saying, Text

_NOT_ALLOWED = Text("du har inte rätt till det", "you have no permission for that")
_NOT_THERE = Text("filen eller mappen finns inte", "there is no such file or folder")
_FULL = Text("disken är full", "the disk is full")
_QUOTA = Text("ditt utrymme är fullt", "your disk quota is used up")
_IN_USE = Text("något annat program använder den", "another program is using it")
_NO_FOLDER = Text(
    "en del av sökvägen är en fil, inte en mapp", "a part of the path is a file, not a folder"
)
_TOO_MANY_OPEN = Text(
    "för många filer är öppna samtidigt", "too many files are open at the same time"
)
_NOT_REACHED = Text("den går inte att nå över nätet", "it cannot be reached over the network")
_UNSUPPORTED = Text("disken klarar inte det", "the disk does not support that")

REASONS: Final[Mapping[str, Text]] = {
    "EACCES": _NOT_ALLOWED,
    "EPERM": _NOT_ALLOWED,
    "ENOENT": _NOT_THERE,
    "ENOTDIR": _NO_FOLDER,
    "EEXIST": _NO_FOLDER,
    "EISDIR": Text("det är en mapp", "it is a folder"),
    "ENOTEMPTY": Text("mappen är inte tom", "the folder is not empty"),
    "ENAMETOOLONG": Text("namnet är för långt", "the name is too long"),
    "EINVAL": Text("namnet går inte att använda där", "the name cannot be used there"),
    "EILSEQ": Text(
        "namnet innehåller ett tecken som inte går att använda där",
        "the name holds a character that cannot be used there",
    ),
    "ELOOP": Text("länken pekar på sig själv", "the link points at itself"),
    "EXDEV": Text("målet ligger på en annan disk", "the target lies on another disk"),
    "ENOSPC": _FULL,
    "EFBIG": Text("filen blir för stor", "the file becomes too large"),
    "EDQUOT": _QUOTA,
    "EROFS": Text("disken går bara att läsa", "the disk is read-only"),
    "EIO": Text("disken svarar med fel; den kan vara skadad", "the disk fails; it may be damaged"),
    "EUCLEAN": Text("disken är skadad", "the disk is damaged"),
    "ENODEV": Text("disken är inte ansluten", "the disk is not connected"),
    "ENXIO": Text("disken är inte ansluten", "the disk is not connected"),
    "ENOMEDIUM": Text("disken är inte ansluten", "the disk is not connected"),
    "ENOMEM": Text("minnet räcker inte", "there is not enough memory"),
    "EMFILE": _TOO_MANY_OPEN,
    "ENFILE": _TOO_MANY_OPEN,
    "EBUSY": _IN_USE,
    "ETXTBSY": _IN_USE,
    "EAGAIN": _IN_USE,
    "EDEADLK": _IN_USE,
    "ENOLCK": Text("disken låter inte filer låsas", "the disk does not let files be locked"),
    "EINTR": Text("det avbröts", "it was interrupted"),
    "EOPNOTSUPP": _UNSUPPORTED,
    "ENOSYS": _UNSUPPORTED,
    "EOVERFLOW": Text("filen är för stor", "the file is too large"),
    "ETIMEDOUT": Text("disken eller nätet svarar inte", "the disk or the network does not answer"),
    "ESTALE": Text(
        "nätverksdisken har tappat kontakten med filen",
        "the network drive has lost touch with the file",
    ),
    "EHOSTDOWN": _NOT_REACHED,
    "EHOSTUNREACH": _NOT_REACHED,
    "ENETUNREACH": _NOT_REACHED,
    "ENETDOWN": _NOT_REACHED,
    "ENOTCONN": _NOT_REACHED,
    "ECONNREFUSED": _NOT_REACHED,
    "ECONNRESET": _NOT_REACHED,
    "EREMOTEIO": _NOT_REACHED,
}
"""By the system's own name of the error, since not every system has every one."""

UNKNOWN = Text("okänt fel", "unknown error")
CODE = Text("felkod {number}", "error code {number}")
BAD_NAME = Text(
    "namnet innehåller ett tecken som inte får finnas där",
    "the name holds a character that may not stand there",
)


def tell_reason(error: Exception) -> Text | Saying:
    """Return why the system refused, in both languages; what has no words by its number."""
    if not isinstance(error, OSError):
        # ValueError: a NUL in the name. RuntimeError: a loop of links, before Python 3.13.
        return REASONS["ELOOP"] if isinstance(error, RuntimeError) else BAD_NAME
    if not error.errno:
        return UNKNOWN
    known = REASONS.get(errno.errorcode.get(error.errno, ""))
    return known or Saying(CODE, {"number": error.errno})
