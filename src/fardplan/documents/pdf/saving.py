"""A PDF as bytes: packed, and the same each time.

PDF/A wants the stated length of each stream to be the true one, and whoever checks that takes a
carriage return at its end for a part of the line end (ISO 19005-2, 6.1.7.1). One packed stream in
256 ends so.
"""

from __future__ import annotations

import io
from typing import Any

from pikepdf import ObjectStreamMode, Pdf, Stream

_AMBIGUOUS = b"\r\nendstream"


def save(pdf: Pdf) -> bytes:
    """Return the file packed, the same each time.

    Objects are packed a hundred at a time; where such a pack ends in a carriage return, one object
    more moves all the others along.
    """
    for found in pdf.objects:
        if isinstance(found, Stream) and found.read_raw_bytes().endswith(b"\r"):
            _lengthen(found)
    packed = _write(pdf, ObjectStreamMode.generate)
    for name in ("/ViewerPreferences", "/MarkInfo", "/OutputIntents"):
        if _AMBIGUOUS not in packed:
            return packed
        if name not in pdf.Root:
            continue
        pdf.Root[name] = pdf.make_indirect(pdf.Root[name])
        packed = _write(pdf, ObjectStreamMode.generate)
    return _write(pdf, ObjectStreamMode.disable) if _AMBIGUOUS in packed else packed


def _write(pdf: Pdf, mode: Any) -> bytes:
    finished = io.BytesIO()
    pdf.save(finished, deterministic_id=True, object_stream_mode=mode)
    return finished.getvalue()


def _lengthen(stream: Any) -> None:
    """Put a byte after the packed ones, which whoever unpacks them does not reach."""
    longer = stream.read_raw_bytes() + b"\n"
    stream.write(longer, filter=stream.get("/Filter"), decode_parms=stream.get("/DecodeParms"))
