"""Git repositories: the only place, with its private parts, that runs git.

Everything is read from the object store; no checkout, branch or worktree is made. Nothing is ever
written but a new tag, by `Repository.make_tag`, and settings that the user asks for
(`git_config.py`). A revision that a user names goes through
`Repository.find_commit` first, and only the commit's id goes on to other commands, so that a
revision such as `--output=x` is data.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from shlex import quote
from typing import Self

from fardplan.errors import CannotRun
from fardplan.locales.text import Localised, Text
from fardplan.source._git_history import History
from fardplan.source._git_objects import ObjectReader
from fardplan.source._git_process import (
    GIT_FAILED,
    GIT_MISSING,
    Answer,
    ask_git,
    decode_path,
    find_git,
    run_git,
)
from fardplan.source._git_status import Unsaved, list_unsaved
from fardplan.source._git_tag import NOBODY, make_tag
from fardplan.source._git_tree import GitTree, list_commit, list_index

FOREIGN_OWNER = Text(
    "Git läser inte arkivet i {folder}, eftersom det tillhör en annan användare. "
    "Litar du på det? Kör: git config --global --add safe.directory {top}",
    "Git does not read the repository in {folder}, since it belongs to another user. "
    "Do you trust it? Run: git config --global --add safe.directory {top}",
)

_COMMIT_ID = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_OUTSIDE = re.compile(r"not a git repository \(or any")
_OWNER = re.compile(r"dubious ownership|unsafe repository")
_TAG_SHAPE = "%00".join(
    (
        *("%(refname:lstrip=2)", "%(objecttype)", "%(objectname)"),
        *("%(*objecttype)", "%(*objectname)"),
    )
)


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag that names a commit: its name without `refs/tags/`, the commit, and its sort."""

    name: str
    commit: str
    annotated: bool


@dataclass(eq=False)
class Repository:
    """A git repository, read from the folder `root` in it, which may lie below its top.

    All paths are posix and relative to `root`; `prefix` is the way there from the repository's top
    ("" or "a/b/"). A bare repository has no files of its own. Close it, or use it in a `with`
    statement, to end the git that reads objects.
    """

    root: Path
    prefix: str
    git_dir: Path
    bare: bool
    shallow: bool
    object_format: str
    has_releases: bool = True
    """Whether there is any tag such as `orebro-lan/1.0`; without one no roadmap is released."""
    objects: ObjectReader = field(init=False, repr=False)
    history: History = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Prepare what reads objects and history; both start when first asked."""
        self.objects = ObjectReader(self.root)
        self.history = History(self.root, self.prefix, self.shallow)

    @classmethod
    def open(cls, root: Path) -> Repository | None:
        """Return the repository that holds `root`, or None where it is in none.

        Raises CannotRun where there is one that cannot be read: git is missing, the folder belongs
        to someone else, or git refuses it for a reason of its own.
        """
        root = root.resolve()
        if not root.is_dir():
            return None
        if find_git() is None:
            if any((folder / ".git").exists() for folder in (root, *root.parents)):
                raise CannotRun(GIT_MISSING, folder=root)
            return None
        question = (
            *("rev-parse", "--tags=*/[0-9]*"),  # in the same question, so that none costs nothing
            *("--is-bare-repository", "--is-shallow-repository"),
            *("--show-object-format", "--absolute-git-dir", "--show-prefix"),
        )
        return cls._describe(root, ask_git(root, question))

    @classmethod
    def _describe(cls, root: Path, answer: Answer) -> Repository | None:
        if answer.code != 0:
            if _OUTSIDE.search(answer.complaint):
                return None
            if _OWNER.search(answer.complaint):
                above = (root, *root.parents)
                top = next((folder for folder in above if (folder / ".git").exists()), root)
                raise CannotRun(FOREIGN_OWNER, folder=root, top=quote(str(top)))
            raise CannotRun(GIT_FAILED, folder=root, reason=answer.reason)
        lines = answer.output.split(b"\n")
        tags = next(at for at, line in enumerate(lines) if not _COMMIT_ID.fullmatch(line.decode()))
        bare, shallow, object_format, *git_dir, prefix, _ = lines[tags:]
        return cls(
            root=root,
            prefix=decode_path(prefix),
            git_dir=Path(os.fsdecode(b"\n".join(git_dir))),
            bare=bare == b"true",
            shallow=shallow == b"true",
            object_format="sha256" if object_format == b"sha256" else "sha1",
            has_releases=tags > 0,
        )

    def __enter__(self) -> Self:
        """Return the repository itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the repository."""
        self.close()

    def close(self) -> None:
        """End the git that reads objects."""
        self.objects.close()

    def find_commit(self, revision: str) -> str | None:
        """Return the id of the commit that a revision names, or None."""
        if not revision or "\0" in revision:
            return None
        question = (
            "rev-parse",
            "--verify",
            "--quiet",
            "--end-of-options",
            f"{revision}^{{commit}}",
        )
        commit = ask_git(self.root, question).output.decode("utf-8", "replace").strip()
        return commit if _COMMIT_ID.fullmatch(commit) else None

    def find_merge_base(self, one: str, two: str) -> str | None:
        """Return the best common ancestor of two commits (ids), or None."""
        commit = ask_git(self.root, ("merge-base", one, two)).output.decode().strip()
        return commit or None

    def list_tags(self, *folders: str) -> tuple[Tag, ...]:
        """Return the tags that name commits, by name; only those in some folders, if given."""
        patterns = [f"refs/tags/{folder}/" for folder in folders] or ["refs/tags/"]
        output = run_git(self.root, "for-each-ref", f"--format={_TAG_SHAPE}", "--", *patterns)
        tags = [self._read_tag(line) for line in decode_path(output).split("\n") if line]
        return tuple(tag for tag in tags if tag is not None)

    def _read_tag(self, line: str) -> Tag | None:
        name, kind, own, target_kind, target = line.split("\0")
        if kind == "commit":
            return Tag(name, own, annotated=False)
        if target_kind == "commit":
            return Tag(name, target, annotated=True)
        # A tag of a tag, which older versions of git follow one step only.
        commit = self.find_commit(f"refs/tags/{name}") if target_kind == "tag" else None
        return Tag(name, commit, annotated=True) if commit else None

    def read_files(self, names: Sequence[tuple[str, str]]) -> Iterator[bytes | None]:
        """Yield the content of each (commit, path) in order, or None where there is none."""
        return self.objects.read(f"{commit}:{self.prefix}{path}" for commit, path in names)

    def tree(self, commit: str, label: str | Localised) -> GitTree:
        """Return the files of a commit (an id); `label` is what messages call it."""
        return GitTree(label, self.objects, partial(list_commit, self.root, commit), commit)

    def staged(self, label: str | Localised) -> GitTree:
        """Return the files of the index, as the next commit would hold them.

        A file that is only announced (`git add --intent-to-add`) is absent. Raises CannotRun while
        a merge has files that are not resolved. The index that a hook names (GIT_INDEX_FILE) is
        the one that is read.
        """
        index = self._find_index()
        return GitTree(label, self.objects, partial(list_index, self.root, index), None)

    def list_unsaved(self, paths: Sequence[str]) -> tuple[Unsaved, ...]:
        """Return which of some files the last commit does not hold as they are, by path.

        Files that git is told to pass over are among them. A bare repository has no files.
        """
        return () if self.bare else tuple(sorted(list_unsaved(self.root, self.prefix, paths)))

    @property
    def is_detached(self) -> bool:
        """Whether HEAD is a commit of its own and no branch."""
        return ask_git(self.root, ("symbolic-ref", "--quiet", "HEAD")).code != 0

    def find_blocking(self, tag: str) -> str | None:
        """Return the tag, whatever it names, that keeps git from making one of this name."""
        folder, _, _ = tag.rpartition("/")
        patterns = [f"refs/tags/{name}" for name in (tag, folder) if name]
        output = run_git(self.root, "for-each-ref", "--format=%(refname:lstrip=2)", *patterns)
        names = decode_path(output).split("\n")
        return next((n for n in names if n in (tag, folder) or n.startswith(f"{tag}/")), None)

    def make_tag(self, name: str, commit: str, message: str) -> None:
        """Make an annotated tag on a commit (an id); raises CannotRun where git refuses.

        This is all that is ever written among the objects and names, and it never moves a tag.
        """
        make_tag(self.root, name, commit, message)

    def need_identity(self) -> None:
        """Raise CannotRun where git does not know who the user is, and so makes no tag."""
        if ask_git(self.root, ("var", "GIT_COMMITTER_IDENT")).code != 0:
            raise CannotRun(NOBODY)

    def _find_index(self) -> str | None:
        """Return the index file that a hook of this repository names, or None for the usual one.

        Git gives it relative to the top of the working tree. A hook of another repository, which
        shows by its GIT_DIR, says nothing about this one.
        """
        index, git_dir = os.environ.get("GIT_INDEX_FILE"), os.environ.get("GIT_DIR")
        if not index:
            return None
        top = self.root.parents[self.prefix.count("/") - 1] if self.prefix else self.root
        if git_dir and (top / git_dir).resolve() != self.git_dir.resolve():
            return None
        return str((top / index).resolve())
