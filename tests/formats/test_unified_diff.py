from __future__ import annotations

import subprocess

import pytest

from fardplan.formats._unified_diff import write_unified_diff


def test_diff():
    """Changed lines stand with three lines around them under the names of the file."""
    old = b"a\nb\nc\nd\ne\nf\n"
    new = b"a\nb\nc\nd\nE\nf\n"
    assert write_unified_diff("x/y.yaml", old, new) == (
        "--- a/x/y.yaml\n+++ b/x/y.yaml\n@@ -2,5 +2,5 @@\n b\n c\n d\n-e\n+E\n f\n"
    )
    assert write_unified_diff("x/y.yaml", old, old) == ""


def test_colour():
    """In colour, removed lines are red, added ones green, and nothing steers the terminal."""
    shown = write_unified_diff("y.yaml", b"a\x1b[2J\n", b"b\n", color=True)
    assert shown == (
        "\x1b[1m--- a/y.yaml\x1b[0m\n\x1b[1m+++ b/y.yaml\x1b[0m\n\x1b[36m@@ -1 +1 @@\x1b[0m\n"
        "\x1b[31m-a\N{REPLACEMENT CHARACTER}[2J\x1b[0m\n\x1b[32m+b\x1b[0m\n"
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"a", b"a\n"),
        (b"a\r\nb\r\n", b"a\nb\n"),
        (b"\xef\xbb\xbfa: \xc3\xa5\n\n", b"a: \xc3\xa5\n"),
        (b"a  \nb\n", b"b\na\n"),
    ],
)
def test_git_applies_it(tmp_path, old, new):
    """Git makes the new file of the old one by it, whatever ends the lines."""
    (tmp_path / "y.yaml").write_bytes(old)
    diff = write_unified_diff("y.yaml", old, new)
    subprocess.run(["git", "apply", "-"], cwd=tmp_path, input=diff.encode(), check=True)
    assert (tmp_path / "y.yaml").read_bytes() == new
