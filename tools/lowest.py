"""Print the lowest release of each library that fardplan says it runs with, as constraints of pip.

python -m tools.lowest > lowest.txt && pip install -c lowest.txt '.[all]'
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from packaging.requirements import Requirement

PYPROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"
_LOWEST = frozenset({">=", "==", "~="})


def find_lowest() -> Iterator[str]:
    """Yield `name==version` for every requirement; ValueError where one has no lower bound."""
    project = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    for written in [*project["dependencies"], *(one for extra in extras for one in extra)]:
        requirement = Requirement(written)
        if requirement.name == project["name"]:
            continue
        bounds = [one.version for one in requirement.specifier if one.operator in _LOWEST]
        if len(bounds) != 1:
            raise ValueError(f"no lowest release is said of {requirement.name}")
        yield f"{requirement.name}=={bounds[0]}"


if __name__ == "__main__":
    print("\n".join(find_lowest()))
