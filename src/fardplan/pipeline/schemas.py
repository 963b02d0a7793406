"""Every published schema."""

from __future__ import annotations

from fardplan.formats._schemas import write_output_schemas
from fardplan.model.schema import KINDS, write_schema


def all_schemas() -> dict[str, bytes]:
    """Return every published schema by file name: of the files, and of what commands print."""
    files = {f"{kind}.schema.json": write_schema(kind) for kind in KINDS}
    return dict(sorted((files | write_output_schemas()).items()))
