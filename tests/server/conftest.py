"""A repository to preview, and a server that shows it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from fardplan.server.preview import Preview
from fardplan.server.serving import Server
from tests.server.places import make_repository


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return the folder of a repository with one roadmap."""
    return make_repository(tmp_path)


@pytest.fixture
def server(root: Path) -> Iterator[Server]:
    """Run a server on a free port until the test ends."""
    with Server(Preview(root), 0, "sv") as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()
