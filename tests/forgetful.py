"""A plugin of pytest for `make mutate`: forgets before each test what the program has cached."""

from __future__ import annotations

import sys

import pytest


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Empty all caches, so that each test runs the code that it asks for."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] in {"fardplan", "tests"}:
            for value in list(vars(module).values()):
                if callable(clear := getattr(value, "cache_clear", None)):
                    clear()
