"""The first-parent history of a few files, read with one `git log`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from fardplan.source._git_process import decode_path, run_git

# Each line undoes a setting that would change what is listed, or how it is written.
_LOG = (
    *("-c", "log.diffMerges=first-parent"),
    *("-c", "log.follow=false"),
    *("-c", "log.showRoot=true"),
    *("-c", "diff.relative=false"),
    *("log", "--first-parent", "-m", "--raw", "-z", "--no-abbrev", "--no-renames"),
    *("--no-color", "--no-ext-diff", "--no-textconv", "--no-show-signature", "--no-notes"),
    "--format=%x01%H %P",
)


@dataclass(frozen=True, slots=True)
class Step:
    """One commit of the first-parent history, with what it did to the files that were asked for.

    `blobs` maps a path, relative to the root, to its blob's id, or None where it was taken away.
    """

    commit: str
    parent: str | None
    blobs: Mapping[str, str | None]


def read_log(folder: Path, prefix: str, head: str, paths: Sequence[str]) -> Iterator[Step]:
    """Yield the first-parent commits from `head` that touch `paths`, newest first."""
    specs = (f":(top,literal){prefix}{path}" for path in paths)
    return _read_steps(run_git(folder, *_LOG, head, "--", *specs), prefix)


def _read_steps(output: bytes, prefix: str) -> Iterator[Step]:
    """Yield the steps in git's answer: a byte 1, commit and parents; then modes, ids, a path."""
    fields = iter(output.split(b"\0"))
    commit, parent = "", None
    blobs: dict[str, str | None] = {}
    for part in (raw.lstrip(b"\n") for raw in fields):
        if part.startswith(b"\x01"):
            if commit:
                yield Step(commit, parent, blobs)
            commit, *parents = part[1:].decode("ascii").split()
            parent, blobs = (parents[0] if parents else None), {}
        elif part.startswith(b":"):
            _, mode, _, blob, _ = part.decode("ascii").split(" ")
            path = decode_path(next(fields)).removeprefix(prefix)
            blobs[path] = blob if mode.startswith("100") else None
    if commit:
        yield Step(commit, parent, blobs)


def join_steps(places: Sequence[Mapping[int, Step]], paths: Sequence[str]) -> Iterator[Step]:
    """Yield the steps that touch some files, by their place in history, with these files alone."""
    found = {place: step for steps in places for place, step in steps.items()}
    for place in sorted(found):
        blobs = found[place].blobs
        yield replace(found[place], blobs={path: blobs[path] for path in paths if path in blobs})
