"""Pictures of the repository, as they are put into a document."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Final

KINDS: Final = {
    ".svg": "svg+xml", ".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".gif": "gif",
    ".webp": "webp",
}  # fmt: skip
"""The media type `image/…` by the ending of the file's name."""

MOST_BYTES: Final = 1_000_000


def read_picture(root: Path, path: str) -> str | None:
    """Return a picture as a `data:` address, or None for what cannot be used.

    It has to lie below `root`, also where links lead, end as one of `KINDS` and hold at most
    `MOST_BYTES`.
    """
    try:
        file = (root / path).resolve()
        kind = KINDS.get(file.suffix.lower())
        if kind is None or not file.is_relative_to(root.resolve()) or not file.is_file():
            return None
        data = file.read_bytes() if file.stat().st_size <= MOST_BYTES else None
    except (OSError, RuntimeError, ValueError):  # too long a name, a loop of links, no right to it
        return None
    if data is None:
        return None
    return f"data:image/{kind};base64,{base64.b64encode(data).decode('ascii')}"
