"""The inventories: what was counted by hand in each source."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "inventory"


@cache
def counted(source: str) -> dict[str, Any]:
    """Return the inventory of a source (`000` … `004`, `organisations`, `persons`)."""
    return tomllib.loads((FOLDER / f"{source}.toml").read_text(encoding="utf-8"))


def facts(sources: tuple[str, ...], key: str) -> set[str]:
    """Return the facts of one sort that the sources hold together."""
    return {each for source in sources for each in counted(source)["facts"][key]}


def formal_wordings(value: object) -> Iterator[str]:
    """Yield every text of an inventory: what may be carried over word for word."""
    if isinstance(value, dict):
        for each in value.values():
            yield from formal_wordings(each)
    elif isinstance(value, list):
        for each in value:
            yield from formal_wordings(each)
    elif isinstance(value, str):
        yield value
