"""Every published schema, and the folder that they are published in."""

from __future__ import annotations

from pathlib import Path

from fardplan.formats._schemas import write_output_schemas
from fardplan.model.schema import KINDS, write_schema
from fardplan.source.output import holds, write_within


def all_schemas() -> dict[str, bytes]:
    """Return every published schema by file name: of the files, and of what commands print."""
    files = {f"{kind}.schema.json": write_schema(kind) for kind in KINDS}
    return dict(sorted((files | write_output_schemas()).items()))


def find_stale(folder: Path) -> list[str]:
    """Return the names of the schemas that `folder` lacks or holds in another wording."""
    return [name for name, data in all_schemas().items() if not holds(folder / name, data)]


def publish_schemas(root: Path, folder: str) -> int:
    """Write every schema into a folder of the repository, and return how many they are."""
    schemas = all_schemas()
    for name, data in schemas.items():
        write_within(root, f"{folder}/{name}", data)
    return len(schemas)
