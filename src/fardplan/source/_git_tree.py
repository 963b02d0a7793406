"""The files of a commit or of the index, listed with one git and read with another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from fardplan.errors import CannotRun
from fardplan.locales.text import Localised, Text
from fardplan.model.paths import CONTENT
from fardplan.source._git_objects import ObjectReader
from fardplan.source._git_process import decode_path, run_git
from fardplan.source.root import OWN_FILES
from fardplan.source.tree import SUFFIXES, Unreadable

UNMERGED = Text(
    "Git håller på med en sammanslagning som inte är klar: {path} har två versioner. "
    "Lös konflikten, kör git add och försök igen.",
    "Git is in the middle of a merge: {path} has two versions. "
    "Resolve the conflict, run git add and try again.",
)
LOST = Text(
    "Filen {path} i {label} går inte att läsa: git-arkivet saknar innehållet. Kör git fsck, "
    "eller hämta hela arkivet på nytt.",
    "The file {path} in {label} cannot be read: the git repository lacks its content. "
    "Run git fsck, or fetch the whole repository again.",
)
IS_LINK = Text(
    "”{path}” i {label} är en länk till något annat och läses inte.",
    "“{path}” in {label} is a link to something else and is not read.",
)
IS_SUBMODULE = Text(
    "”{path}” i {label} är ett annat git-arkiv (en submodul) och läses inte.",
    "“{path}” in {label} is another git repository (a submodule) and is not read.",
)

_ORDINARY, _LINK, _SUBMODULE = "100", "120000", "160000"
_EMPTY_BLOBS = frozenset(
    {
        "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",
        "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813",
    }
)


@dataclass(frozen=True, slots=True)
class Listing:
    """What a tree holds: blob ids by path, and what is not opened, by path with the reason."""

    blobs: Mapping[str, str]
    closed: Mapping[str, Text]


class GitTree:
    """The files of one commit or of the index, as `WorkingTree` would show them.

    Paths are relative to the folder that was opened. Symbolic links and submodules are among them,
    and reading one says why it is not followed. Nothing is asked of git before the first question.
    `commit` is None for the index.
    """

    def __init__(
        self,
        label: str | Localised,
        objects: ObjectReader,
        list_files: Callable[[Sequence[str]], Listing],
        commit: str | None,
        only: Sequence[str] = (),
    ) -> None:
        """Keep the way to list the files, all or those in `only`, and the reader of contents."""
        self.label = label
        self.commit = commit
        self._objects = objects
        self._list_files = list_files
        self._only = tuple(only)

    def __repr__(self) -> str:
        """Return the label and the commit."""
        return f"GitTree({self.label!r}, commit={self.commit!r})"

    @cached_property
    def _listing(self) -> Listing:
        return self._list_files(self._only)

    def narrow(self, *paths: str) -> GitTree:
        """Return the same tree with only some folders and files, which are listed alone.

        So that what concerns one roadmap takes no longer in a repository of three hundred.
        """
        return GitTree(self.label, self._objects, self._list_files, self.commit, paths)

    def paths(self) -> tuple[str, ...]:
        """Return the paths of everything that fardplan reads, sorted."""
        return tuple(sorted([*self._listing.blobs, *self._listing.closed]))

    def blob_ids(self) -> Mapping[str, str]:
        """Return the id of each ordinary file's content by path; equal ids are equal bytes."""
        return self._listing.blobs

    def read(self, path: str) -> bytes:
        """Return one file's content.

        Raises FileNotFoundError where the tree has no such file, Unreadable where it is a link or
        a submodule, or git has lost its content.
        """
        return next(self.read_many((path,)))[1]

    def read_many(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Yield (path, content) in order, with one git for all; raise like `read`."""
        blobs, wanted = self._listing.blobs, list(paths)
        for path in wanted:
            if path not in blobs:
                raise self._explain(path)
        contents = self._objects.read(blobs[path] for path in wanted)
        for path, content in zip(wanted, contents, strict=True):
            if content is None:
                raise Unreadable(path, LOST, label=self.label)
            yield path, content

    def _explain(self, path: str) -> Exception:
        reason = self._listing.closed.get(path)
        if reason is None:
            return FileNotFoundError(f"{path} is not in {self.label}")
        return Unreadable(path, reason, label=self.label)


def list_commit(folder: Path, commit: str, only: Sequence[str]) -> Listing:
    """List a commit's files with one `git ls-tree`, all that matter or those in `only`."""
    asked = only or (CONTENT, *OWN_FILES)
    options = ("--literal-pathspecs", "ls-tree", "-r", "-z", commit, "--")
    entries = []
    for entry in run_git(folder, *options, *asked).split(b"\0")[:-1]:
        facts, _, path = entry.partition(b"\t")
        mode, _, blob = facts.decode("ascii").split(" ")
        entries.append((mode, blob, decode_path(path)))
    return _select(entries)


def list_index(folder: Path, index: str | None, only: Sequence[str]) -> Listing:
    """List the files of the index, the usual one or the one in the file `index`, as above."""
    environment = {"GIT_INDEX_FILE": index} if index else {}
    asked = only or (CONTENT, *OWN_FILES)
    options = ("--literal-pathspecs", "ls-files", "--stage", "-z", "--")
    entries = []
    for entry in run_git(folder, *options, *asked, **environment).split(b"\0")[:-1]:
        facts, _, path = entry.partition(b"\t")
        mode, blob, stage = facts.decode("ascii").split(" ")
        if stage != "0":
            raise CannotRun(UNMERGED, path=decode_path(path))
        entries.append((mode, blob, decode_path(path)))
    if any(blob in _EMPTY_BLOBS for _, blob, _ in entries):
        announced = _list_announced(folder, environment)
        entries = [entry for entry in entries if entry[2] not in announced]
    return _select(entries)


def _list_announced(folder: Path, environment: Mapping[str, str]) -> frozenset[str]:
    """Return the paths added with `git add --intent-to-add`, whose blob is always the empty one."""
    output = run_git(
        folder,
        *("--literal-pathspecs", "diff-files", "--ita-invisible-in-index", "--relative"),
        *("--diff-filter=A", "--name-only", "-z", "--", CONTENT, *OWN_FILES),
        **environment,
    )
    return frozenset(decode_path(path) for path in output.split(b"\0")[:-1])


def _select(entries: Iterable[tuple[str, str, str]]) -> Listing:
    """Keep the (mode, blob, path) of what the working tree would show, apart from links."""
    blobs, closed = {}, {}
    for mode, blob, path in entries:
        if not _is_visible(path):
            continue
        if mode == _SUBMODULE:
            closed[path] = IS_SUBMODULE
        elif mode == _LINK and (path.endswith(SUFFIXES) or not PurePosixPath(path).suffix):
            closed[path] = IS_LINK
        elif mode.startswith(_ORDINARY) and (path in OWN_FILES or path.endswith(SUFFIXES)):
            blobs[path] = blob
    ordered = dict(sorted(blobs.items()))
    return Listing(MappingProxyType(ordered), MappingProxyType(closed))


def _is_visible(path: str) -> bool:
    """Tell whether no part of a path is hidden."""
    return not any(part.startswith(".") for part in path.split("/"))
