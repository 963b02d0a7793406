"""One target under atheris, in a process that ends with it: `python -m tests.fuzz.run TARGET …`."""

from __future__ import annotations

import sys
from collections.abc import Mapping

import atheris

LIBRARIES: Mapping[str, tuple[str, ...]] = {
    "prose": ("markdown_it", "mdit_py_plugins"),
    "settings": ("tomllib",),
    "templates": ("jinja2",),
}
"""Whose branches are seen beside those of fardplan: what a user writes is read there first."""


def main() -> None:
    """Watch the branches of a target, and fuzz it until libFuzzer has had enough."""
    name = sys.argv.pop(1)
    seen = ["fardplan", *LIBRARIES.get(name, ())]
    with atheris.instrument_imports(include=seen, enable_loader_override=False):
        from tests.fuzz.targets import TARGETS
    target = TARGETS[name]
    for seed in target.seeds():  # imports what is imported late, and fills the caches
        target.check(seed)
        break
    atheris.Setup(sys.argv, target.check)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
