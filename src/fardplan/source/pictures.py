"""Pictures of the repository, as they are put into a document."""

from __future__ import annotations

import base64
import hashlib
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

KINDS: Final = {
    ".svg": "svg+xml", ".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".gif": "gif",
    ".webp": "webp",
}  # fmt: skip
"""The media type `image/…` by the ending of the file's name."""

MOST_BYTES: Final = 1_000_000

_BEGINNINGS: Final[Mapping[str, Callable[[bytes], bool]]] = {
    "svg+xml": lambda data: b"<svg" in data,
    "png": lambda data: data.startswith(b"\x89PNG\r\n\x1a\n"),
    "jpeg": lambda data: data.startswith(b"\xff\xd8\xff"),
    "gif": lambda data: data.startswith((b"GIF87a", b"GIF89a")),
    "webp": lambda data: data[:4] == b"RIFF" and data[8:12] == b"WEBP",
}
"""Tell whether a file is a picture of the kind that its name says: a page saved under that name,
or one cut off, shows nothing."""


def describe_picture(root: Path, path: str) -> str:
    """Return what tells whether a picture has changed: a digest, or whether there is any file."""
    picture = read_picture(root, path)
    if picture is None:
        return str(os.path.lexists(root / path))
    return hashlib.sha256(picture.encode()).hexdigest()


def read_picture(root: Path, path: str) -> str | None:
    """Return a picture as a `data:` address, or None for what cannot be used.

    It has to lie below `root`, also where links lead, end as one of `KINDS`, hold what it says and
    at most `MOST_BYTES`.
    """
    try:
        file = (root / path).resolve()
        kind = KINDS.get(file.suffix.lower())
        if kind is None or not file.is_relative_to(root.resolve()) or not file.is_file():
            return None
        data = file.read_bytes() if file.stat().st_size <= MOST_BYTES else None
    except (OSError, RuntimeError, ValueError):  # too long a name, a loop of links, no right to it
        return None
    if data is None or not _BEGINNINGS[kind](data):
        return None
    return f"data:image/{kind};base64,{base64.b64encode(data).decode('ascii')}"
