from __future__ import annotations

import pytest

from tests.benchmarks.generating import write_corpus


@pytest.fixture(scope="session")
def corpus(tmp_path_factory):
    """Return the corpus S: one roadmap of 50 activities. Look at it, change nothing."""
    root = tmp_path_factory.mktemp("corpus") / "S"
    ran = write_corpus("S", root)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    return root
