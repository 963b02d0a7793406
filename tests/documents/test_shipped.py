"""The real roadmaps as documents, held whole: their text as Markdown, their pages as outlines."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from fardplan.pipeline.rendering import Wanted, make_document
from tests.browser.kinds import ROADMAPS, ROOT, write_roadmap
from tests.documents.outline import outline


@pytest.mark.parametrize("roadmap", ROADMAPS)
def test_text(roadmap, golden):
    """The whole text of each roadmap is as it was read and approved."""
    golden(f"roadmaps/{roadmap}.md", make_document(ROOT, Wanted(roadmap)).write("markdown"))


@pytest.mark.parametrize("roadmap", ROADMAPS)
def test_page(roadmap, golden):
    """Each page has the headings, tables, lists, figures and folds that it had, in their order."""
    golden(f"roadmaps/{roadmap}.outline", outline(write_roadmap(roadmap)))


@pytest.mark.parametrize("output_format", ["html", "markdown"])
@pytest.mark.parametrize(
    "around",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "4294967295", "TZ": "America/Anchorage", "LC_ALL": "C.UTF-8"},
    ],
)
def test_same_bytes_elsewhere(around, output_format, tmp_path):
    """Another process, hash seed, time zone and locale make no difference to a single byte."""
    out = tmp_path / "out"
    command = [sys.executable, "-m", "fardplan", "render", "exempelkommun", "-f", output_format]
    env = {**os.environ, **around}
    subprocess.run([*command, "-o", out], cwd=ROOT, env=env, check=True, capture_output=True)
    made = make_document(ROOT, Wanted("exempelkommun")).write(output_format)
    assert isinstance(made, str)
    assert out.read_bytes() == made.encode("utf-8")
