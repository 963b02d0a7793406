"""Typst without its packages: a document never depends on the network, nor on the machine.

Typst fetches a package where a template imports one, and has no switch against that. A name can be
put together as the template runs, so reading the files is no check. What it does heed is the proxy
that the environment names, and the folders where it looks for packages.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

NOT_THERE = (
    "failed to download package",
    "package not found",
    "failed to load package",
    "package index not found",
)
"""What Typst's messages of packages begin with."""

_NOWHERE = "http://127.0.0.1:0"
"""A proxy that no connection can be made to: there is no port 0."""

_PROXIES = {
    **dict.fromkeys(("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"), _NOWHERE),
    **dict.fromkeys(("no_proxy", "NO_PROXY")),
}
_ONE_AT_A_TIME = Lock()


@contextmanager
def without_network() -> Iterator[None]:
    """Let nothing that Typst asks of the network leave the machine, as long as it lasts."""
    with _ONE_AT_A_TIME:
        before = {name: os.environ.get(name) for name in _PROXIES}
        _set(_PROXIES)
        try:
            yield
        finally:
            _set(before)


def _set(values: dict[str, str | None]) -> None:
    for name, value in values.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value
