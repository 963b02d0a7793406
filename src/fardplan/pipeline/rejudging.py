"""Which homes are to be judged again, and judging them."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cached_property

from fardplan.errors import CannotRun
from fardplan.model.paths import path_in
from fardplan.pipeline.kept_verdicts import Row
from fardplan.pipeline.states import State
from fardplan.rules._engine import Engine, Judging
from fardplan.rules._homes import Homes, Read, divide, home_of
from fardplan.rules._outline import Outline
from fardplan.rules._trace import Token, Trace
from fardplan.rules._world import Answers, World
from fardplan.source.collection import Loaded, Tell, load, tell_nobody
from fardplan.source.contents import OWN, SHARED, Contents
from fardplan.source.tree import Tree, Unreadable

_OF_FILES = frozenset({"entity", "exists", "file", "home", "kind"})
_OF_WORDS = frozenset({"capitals", "instead"})
_ALWAYS = frozenset({"day", "history"})
_WORD = re.compile(rb"[a-z0-9-]+")


class Review:
    """Finds which homes are to be judged again, and judges them one at a time."""

    def __init__(
        self,
        state: State,
        judging: Judging,
        contents: Contents,
        rows: Mapping[str, Row],
        tell: Tell,
    ) -> None:
        self._is_readable = True
        self._is_shared = False
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
        self._together: Collection[str] = self._changed
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

    @property
    def is_sure(self) -> bool:
        """Whether all files could be read that were needed, and held what their ids are of."""
        return self._is_readable and getattr(self._state.tree, "is_steady", True)

    def count_files(self, home: str) -> int:
        """Return how many files there are in a home."""
        return len(self._contents.ids_in(home))

    def names_others(self, home: str) -> set[str]:
        """Return the words in a home's roadmap.yaml, among which are the homes that it names."""
        path = path_in(home, "roadmap.yaml")
        if path not in self._contents.ids_in(home):
            return set()
        try:
            return {word.decode() for word in _WORD.findall(self._state.tree.read(path))}
        except Unreadable:
            return set()

    def find_stale(self) -> list[str]:
        """Return the homes that are to be judged again."""
        stale = self._find_stale()
        return [home for home in self.homes if home in stale]

    def _find_stale(self) -> set[str]:
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

    def share(self, homes: Collection[str], tell: Tell) -> Mapping[str, Outline]:
        """Read these homes only, since someone else judges the others, and draw their outlines."""
        self._is_shared, self._together, self._tell = True, homes, tell
        return {home: self._world.outlines[home] for home in homes}

    def learn(self, outlines: Mapping[str, Outline]) -> None:
        """Take the outlines of homes that someone else judges."""
        self._world.outlines.learn(outlines)

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
            described = repository.history.describe() if repository else None
        except (CannotRun, OSError):
            described = os.urandom(8).hex()  # like no other
        return [described, self._state.commit]

    @cached_property
    def _early(self) -> Read:
        """What the homes hold that are sure to be judged here, read together."""
        return divide(self._load(self._together, self._tell))

    def _read(self, home: str) -> Loaded:
        return self._early(home) if home in self._together else self._load((home,))

    def _load(self, homes: Iterable[str], tell: Tell = tell_nobody) -> Loaded:
        paths = [path for home in homes for path in self._contents.ids_in(home)]
        part = _Part(self._state.tree, paths)
        loaded = load(part, tell=tell, alone=self._is_shared)
        self._is_readable = self._is_readable and part.is_readable
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
