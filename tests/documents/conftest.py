"""What the tests of documents share: the built-in template and the golden files."""

from __future__ import annotations

from pathlib import Path

import pytest

from fardplan.documents.engine import Template, load_template
from fardplan.source.resources import templates_dir

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="session")
def template() -> Template:
    """Return the built-in template of a roadmap."""
    return load_template("roadmap", [templates_dir()])
