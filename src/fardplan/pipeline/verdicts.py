"""Judging only what has changed: each roadmap's verdict is kept with all that it rests on.

A verdict stands while the roadmap's own files, and the answers to all that its rules asked of
others, are the same. The others may have changed in all that was not asked.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from fardplan.errors import CannotRun
from fardplan.pipeline.answers import describe_program
from fardplan.pipeline.history import GitArchive
from fardplan.pipeline.kept_verdicts import Row
from fardplan.pipeline.progress import first_half, second_half
from fardplan.pipeline.states import State
from fardplan.rules._engine import Engine, Judging
from fardplan.rules._findings import Finding
from fardplan.rules._homes import Homes, Read, divide, home_of
from fardplan.rules._trace import Token, Trace
from fardplan.rules._world import Answers, World
from fardplan.source.cache import Cache
from fardplan.source.collection import Loaded, Tell, load, tell_nobody
from fardplan.source.contents import OWN, SHARED, Contents, find_contents
from fardplan.source.tree import Tree, Unreadable

_KIND = "verdicts-"
_RUN = "/run"
"""The name of the last run that wrote; no folder is called so."""
_MOST_LINES = 4
"""For how many sets of rules and settings verdicts are kept."""

_OF_FILES = frozenset({"entity", "exists", "file", "home", "kind"})
_OF_WORDS = frozenset({"capitals", "instead"})
_ALWAYS = frozenset({"day", "history"})


def judge_changed(
    state: State, judging: Judging, archive: GitArchive, cache: Cache, tell: Tell = tell_nobody
) -> list[Finding] | None:
    """Return all findings, sorted; None where it is not known what the files hold.

    What was judged before is judged again only where it may come out otherwise. `tell` is told how
    far that has come.
    """
    contents = find_contents(state.tree)
    if contents is None or not cache.is_kept:
        return None
    line = _KIND + _describe(state, judging)
    kept = cache.read_all(line)
    run = kept.pop(_RUN, None)
    rows = {home: row for home, text in kept.items() if (row := Row.parse(text))}
    review = _Review(state, judging, contents, rows, first_half(tell))
    found_stale = review.find_stale()
    stale = [home for home in review.homes if home in found_stale]
    new = {}
    for number, home in enumerate(stale, 1):
        new[home] = review.judge(home)
        second_half(tell)(number, len(stale))
    rows |= new
    found = review.engine.join({home: rows[home].verdict for home in review.homes})
    gone = kept.keys() - set(review.homes)
    is_sure = review.is_readable and getattr(state.tree, "is_steady", True)
    if (new or gone) and is_sure:
        # A history that could not be read may be there the next time.
        doubtful = archive.lacks or archive.failed
        written = {
            home: None if doubtful and row.verdict.asked else row.write()
            for home, row in new.items()
        }
        entries = {**dict.fromkeys(gone), **written, _RUN: os.urandom(8).hex()}
        cache.replace(line, entries, guard=_RUN, seen=run)
        cache.drop_kinds(_KIND, _MOST_LINES)
    return found


def _describe(state: State, judging: Judging) -> str:
    """Return one name for the rules, the settings, the program and the sort of state."""
    told = (
        describe_program(),
        [one.name for one in judging.rules],
        {name: level and str(level) for name, level in judging.severities.items()},
        judging.link("{rule}"),
        state.commit is not None,
    )
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:32]


class _Review:
    """Finds which homes are to be judged again, and judges them."""

    def __init__(
        self,
        state: State,
        judging: Judging,
        contents: Contents,
        rows: Mapping[str, Row],
        tell: Tell,
    ) -> None:
        self.is_readable = True
        """Whether all files could be read that were needed."""
        self._state = state
        self._tell = tell
        self._contents = contents
        self._rows = rows
        names = contents.digests.keys() - {OWN}
        self._changed = {
            home
            for home in (SHARED, *names)
            if home not in rows or rows[home].content != contents.digests.get(home, "")
        }
        self._moved = self._changed | (rows.keys() - names - {SHARED})
        self.homes = Homes(names, self._read, Trace())
        kept = {home: row.outline for home, row in rows.items() if home not in self._moved}
        self._world = World(self.homes, kept)
        self._judging = judging
        told: dict[str, Callable[..., object]] = {
            "day": self._tell_day,
            "history": self._tell_history,
        }
        self._answers = Answers(self._world, contents, told)

    @cached_property
    def engine(self) -> Engine:
        """What judges them."""
        return Engine(self.homes, self._world, self._state.tree, self._judging)

    def find_stale(self) -> set[str]:
        """Return the homes that are to be judged again."""
        stale = set(self._changed)
        others = [home for home in self.homes if home not in stale]
        stale |= {home for home in others if self._is_outdated(home, self._is_of_moved)}
        for home in stale:
            self._world.outlines.forget(home)
        shifted = self._moved != self._changed or any(
            home not in self._rows or self._rows[home].outline != self._world.outlines[home]
            for home in stale
        )
        others = [home for home in others if home not in stale]

        def matters(token: Token) -> bool:
            if token[0] in _OF_WORDS:
                return SHARED in self._moved
            return token[0] in _ALWAYS or (shifted and token[0] not in _OF_FILES)

        return stale | {home for home in others if self._is_outdated(home, matters)}

    def judge(self, home: str) -> Row:
        """Judge one home, and note what its verdict rests on."""
        trace = self.homes.trace
        asked = trace.begin()
        outline = self._world.redraw(home)
        verdict = self.engine.judge_home(home)
        trace.begin()  # what is asked to answer is not asked by the rules
        rests_on = {token: self._answers.find(token) for token in asked if not _is_own(token, home)}
        return Row.of(self._contents.digests.get(home, ""), rests_on, outline, verdict)

    def _is_outdated(self, home: str, matters: Callable[[Token], bool]) -> bool:
        rests_on = self._rows[home].rests_on
        return any(
            self._answers.find(token) != answer
            for token, answer in rests_on.items()
            if matters(token)
        )

    def _is_of_moved(self, token: Token) -> bool:
        """Tell whether a question is about the files of a home that has changed."""
        if token[0] not in _OF_FILES:
            return False
        return (home_of(token[1]) if token[0] == "file" else token[1]) in self._moved

    def _tell_day(self, home: str) -> str:
        return self.engine.find_day(home).isoformat()

    def _tell_history(self) -> object:
        if not self._world.is_numbered:
            return None
        repository = self._state.repository
        try:
            described = repository.describe_history() if repository else None
        except (CannotRun, OSError):
            described = os.urandom(8).hex()  # like no other
        return [described, self._state.commit]

    @cached_property
    def _early(self) -> Read:
        """What the homes that have changed hold, read together."""
        return divide(self._load(self._changed, self._tell))

    def _read(self, home: str) -> Loaded:
        return self._early(home) if home in self._changed else self._load((home,))

    def _load(self, homes: Iterable[str], tell: Tell = tell_nobody) -> Loaded:
        paths = [path for home in homes for path in self._contents.ids_in(home)]
        part = _Part(self._state.tree, paths)
        loaded = load(part, tell=tell)
        self.is_readable = self.is_readable and part.is_readable
        return loaded


class _Part:
    """Some files of a tree."""

    def __init__(self, whole: Tree, some: Iterable[str]) -> None:
        self.label = whole.label
        self.is_readable = True
        self._whole = whole
        self._some = tuple(sorted(some))

    def paths(self) -> tuple[str, ...]:
        return self._some

    def read(self, path: str) -> bytes:
        try:
            return self._whole.read(path)
        except Unreadable:
            self.is_readable = False
            raise


def _is_own(token: Token, home: str) -> bool:
    """Tell whether a question is about the home itself, whose files tell by their ids."""
    match token:
        case ("file", file):
            return home_of(file) == home
        case ("entity" | "exists" | "gaps" | "home" | "kind", about, *_):
            return about == home
    return False
