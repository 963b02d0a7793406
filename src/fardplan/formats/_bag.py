"""A BagIt bag in a zip file (RFC 8493): files to keep, with checksums that show they are whole.

Nothing is compressed and no time of today's stands in it, so that the same files always give the
same bytes, whatever machine and version of zlib makes them.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Mapping, Sequence

_DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_ALGORITHM = "sha256"
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The day that a zip file gives what has none."""
_READABLE = 0o644 << 16
_UNIX = 3


def pack_bag(
    name: str, payload: Mapping[str, bytes], about: Sequence[tuple[str, str]] = ()
) -> bytes:
    """Return a zip file with the bag `name`: the payload under `data/`, and what tells of it.

    `payload` is files by their path; `about` is what `bag-info.txt` says, label and value.
    """
    content = {f"data/{path}": data for path, data in sorted(payload.items())}
    oxum = f"{sum(map(len, content.values()))}.{len(content)}"
    tags = {
        "bagit.txt": _DECLARATION,
        "bag-info.txt": _list_facts([*about, ("Payload-Oxum", oxum)]),
        f"manifest-{_ALGORITHM}.txt": _list_checksums(content),
    }
    tags[f"tagmanifest-{_ALGORITHM}.txt"] = _list_checksums(tags)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as file:
        for path, data in (tags | content).items():
            entry = zipfile.ZipInfo(f"{name}/{path}", _EARLIEST)
            entry.external_attr = _READABLE
            entry.create_system = _UNIX
            file.writestr(entry, data)
    return packed.getvalue()


def _list_facts(facts: Sequence[tuple[str, str]]) -> bytes:
    """Return labels with their values, each on one line; what says nothing is left out."""
    lines = (f"{label}: {' '.join(value.split())}\n" for label, value in facts if value.strip())
    return "".join(lines).encode()


def _list_checksums(files: Mapping[str, bytes]) -> bytes:
    lines = (
        f"{hashlib.sha256(data).hexdigest()}  {_quote(path)}\n" for path, data in files.items()
    )
    return "".join(lines).encode()


def _quote(path: str) -> str:
    """Return a path in which nothing ends the line, as the RFC has it (section 2.1.3)."""
    return path.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
