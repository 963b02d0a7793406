"""Git's own way to show how two files differ, and to merge them: line by line."""

from __future__ import annotations

import os
import re
from pathlib import Path
from tempfile import TemporaryDirectory

from fardplan.source._git_process import ask_git

_HUNK = re.compile(rb"^(?:\x1b\[[0-9;]*m)*@@ ", re.MULTILINE)
_BINARY = re.compile(rb"^Binary files .*$", re.MULTILINE)


def show_lines(old: Path | None, new: Path | None, *, color: bool) -> bytes | None:
    """Return the lines that differ, as git shows them, without its heading.

    None is no file. Returns None for content that git takes for no text.
    """
    paths = [os.devnull if path is None else str(path) for path in (old, new)]
    options = ("--no-ext-diff", "--no-textconv", f"--color={'always' if color else 'never'}")
    output = ask_git(Path(), ("diff", "--no-index", *options, "--", *paths)).output
    if (start := _HUNK.search(output)) is not None:
        return output[start.start() :]
    return None if _BINARY.search(output) else b""


def merge_lines(base: bytes, ours: bytes, theirs: bytes, *, union: bool = False) -> bytes | None:
    """Merge two versions of a text as git does, line by line; `union` keeps both where they clash.

    Returns None where they clash or are no text.
    """
    names = ("ours", "base", "theirs")
    options = ("-p", *(("--union",) if union else ()))
    with TemporaryDirectory(prefix="fardplan-") as folder:
        files = [Path(folder, name) for name in names]
        for file, data in zip(files, (ours, base, theirs), strict=True):
            file.write_bytes(data)
        answer = ask_git(Path(folder), ("merge-file", *options, "--", *names))
    return None if answer.code else answer.output
