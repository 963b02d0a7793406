"""A plugin of pytest for `make mutate`: forgets before each test what the program has cached."""

from __future__ import annotations

import sys

import pytest

MODELS = "fardplan.model.fields"
"""It keeps what the models are made of, which no mutant changes and which takes long to find out."""


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Empty all caches, so that each test runs the code that it asks for."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] in {"fardplan", "tests"}:
            for value in list(vars(module).values()):
                clear = getattr(value, "cache_clear", None)
                if callable(clear) and getattr(value, "__module__", None) != MODELS:
                    clear()
