"""Laws of renaming, on the real roadmaps: nothing is found otherwise, and back again is the same."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fardplan.model.index import Index
from fardplan.pipeline.judging import Request
from fardplan.pipeline.naming import full_name
from fardplan.pipeline.renaming import rename
from fardplan.pipeline.states import open_states
from fardplan.pipeline.validation import validate
from fardplan.source.collection import load
from fardplan.source.tree import WorkingTree

ROOT = Path(__file__).parents[2]
NEW = "alldeles-nytt"


class Archive:
    """A copy of the real roadmaps with their settings and known debts, to rename in."""

    def __init__(self, root: Path) -> None:
        self.root = root
        shutil.copytree(ROOT / "roadmaps", root / "roadmaps")
        for name in ("fardplan.toml", "fardplan-baseline.yaml"):
            shutil.copy(ROOT / name, root / name)
        index = Index.of(load(WorkingTree(root)).collection)
        # A vision is called as its roadmap, a report as its period, an annex by a number, which
        # comes back in quotation marks.
        others = ("vision", "report", "annex")
        things = [one for one in index.by_key.values() if one.kind not in others]
        self.names = sorted(full_name(one) for one in things)
        self.at_first = _state(root)

    def restore(self) -> None:
        """Put everything back."""
        shutil.rmtree(self.root / "roadmaps")
        for path, content in self.at_first.items():
            (self.root / path).parent.mkdir(parents=True, exist_ok=True)
            (self.root / path).write_bytes(content)


@pytest.fixture(scope="module")
def archive(tmp_path_factory) -> Archive:
    """Copy the real roadmaps once."""
    return Archive(tmp_path_factory.mktemp("arkiv"))


def _state(root: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def _findings(root: Path) -> Counter[tuple[str, str, bool]]:
    """Return rule, severity and whether it is known of each finding, without the ids."""
    request = Request(today=date(2026, 11, 22), show_known=True)
    with open_states(root) as chosen:
        verdict = validate(chosen, request).verdict
    found = ((one.finding, one.known) for one in verdict.shown)
    return Counter((finding.rule, str(finding.severity), known) for finding, known in found)


def _without_memory(data: bytes, *names: str) -> list[bytes]:
    """Return the lines that do not tell of these names as earlier ones."""
    text = re.sub(rb", previously: \[[^]]*\]", b"", data)
    memory = {b"previously:", *(f"- {name}".encode() for name in names)}
    return [line for line in text.splitlines() if line.strip() not in memory]


@settings(max_examples=12)
@given(st.integers(0, 100_000))
def test_there_and_back(archive, choice):
    """Under any new name all findings are the same, and renamed back all but the memory is too."""
    old = archive.names[choice % len(archive.names)]
    name = old.rpartition("/")[2]
    before = _findings(archive.root)
    try:
        renamed = rename(archive.root, old, NEW)
        assert _findings(archive.root) == before
        rename(archive.root, renamed.new, name)
        after = _state(archive.root)
        assert after.keys() == archive.at_first.keys()
        for path, content in after.items():
            lines = _without_memory(content, name, NEW)
            assert lines == _without_memory(archive.at_first[path], name, NEW), path
    finally:
        archive.restore()
