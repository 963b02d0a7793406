"""All homes together: what rules ask about others, and one digest for each answer."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import Protocol

from fardplan.model.index import Entity
from fardplan.rules._gaps import Gaps
from fardplan.rules._homes import Homes, home_of
from fardplan.rules._links import Links
from fardplan.rules._outline import Outline, draw_outline
from fardplan.rules._trace import Token
from fardplan.rules._vocabulary import Vocabulary


class Contents(Protocol):
    """What tells which files hold what: a digest for each home, and the ids in one."""

    @property
    def digests(self) -> Mapping[str, str]:
        """The digest of each home."""

    def ids_in(self, home: str) -> Mapping[str, str]:
        """Return the id of each file's content in one home."""


class World:
    """What is known of all homes, whether they were read in this run or an outline was kept."""

    def __init__(self, homes: Homes, kept: Mapping[str, Outline] | None = None) -> None:
        """Take what can be read, and the outlines that need not be drawn again."""
        self.homes = homes
        self.outlines = _Outlines(self, dict(kept or {}))
        self.links = Links(homes, self.outlines)
        self.gaps = Gaps(homes, self.outlines)
        self.vocabulary = Vocabulary(homes)

    def redraw(self, home: str) -> Outline:
        """Draw the outline of a home anew, and note all that it rests on."""
        self.outlines.forget(home)
        return self.homes.trace.once(
            ("outline", home), lambda: draw_outline(home, self.homes, self.links)
        )

    @property
    def is_numbered(self) -> bool:
        """Whether any roadmap has a version, so that something may be released."""
        return any(self.outlines[home].is_numbered for home in self.homes)


class _Outlines(Mapping[str, Outline]):
    """The outline of each home, drawn when it is first asked for."""

    def __init__(self, world: World, kept: dict[str, Outline]) -> None:
        self._world = world
        self._kept = kept

    def __getitem__(self, home: str) -> Outline:
        if home not in self._kept:
            homes = self._world.homes
            if home and home not in homes:
                raise KeyError(home)
            self._kept[home] = homes.trace.once(
                ("outline", home), lambda: draw_outline(home, homes, self._world.links), apart=True
            )
        return self._kept[home]

    def forget(self, home: str) -> None:
        """Draw the outline of a home when it is next asked for."""
        self._kept.pop(home, None)

    def learn(self, outlines: Mapping[str, Outline]) -> None:
        """Take outlines that someone else has drawn."""
        self._kept |= outlines

    def __iter__(self) -> Iterator[str]:
        return iter(self._world.homes)

    def __len__(self) -> int:
        return 1 + len(self._world.homes.names)


class Answers:
    """The answer to each question that a judgement may rest on, as one digest."""

    def __init__(self, world: World, contents: Contents, tell: Mapping[str, Callable[..., object]]):
        """Take what is known, and what tells what is no matter of files: day and history."""
        self._world = world
        self._contents = contents
        self._ways: dict[str, Callable[..., object]] = {
            "file": self._id_of,
            "home": contents.digests.get,
            "exists": lambda home: home in world.homes,
            "entity": self._entity,
            "kind": self._kind,
            "roadmaps": lambda: world.homes.names,
            "leading": self._leading,
            "knots": lambda key: sorted(map(sorted, world.links.knots(key))),
            "declared": lambda: sorted(world.links.declared),
            "ownership": self._ownership,
            "adopters": lambda what, home: sorted(world.links.ownership.adopters(what, home)),
            "capitals": lambda: sorted(world.vocabulary.capitals),
            "instead": lambda: dict(world.vocabulary.instead),
            "gaps": self._gaps,
            "gaps-anywhere": lambda: [bool(world.gaps), world.gaps.is_empty],
            **tell,
        }
        self.find = cache(self._find)

    def _find(self, token: Token) -> str:
        """Return the digest of the answer to one question."""
        sort, *about = token
        answer = self._ways[sort](*about)
        written = json.dumps(answer, sort_keys=True)
        return hashlib.sha256(written.encode()).hexdigest()[:16]

    def _id_of(self, file: str) -> str | None:
        return self._contents.ids_in(home_of(file)).get(file)

    def _entity(self, *key: str) -> object:
        home, kind, name = key
        return self._tell(self._world.homes.index_of(home).by_key.get((home, kind, name)))

    def _kind(self, home: str, kind: str) -> object:
        found = self._world.homes.index_of(home).by_kind.get((home, kind), {})
        return [self._tell(entity) for entity in found.values()]

    def _tell(self, entity: Entity | None) -> object:
        """Return what an entity is: where it stands, and all that stands there."""
        return entity and [entity.file, entity.route, self._id_of(entity.file)]

    def _leading(self, home: str) -> object:
        return self._leads.get(home, ())

    @cached_property
    def _leads(self) -> Mapping[str, Sequence[object]]:
        """What leads to each home from others: from where, under which key, to what."""
        found: dict[str, list[object]] = {}
        for other, outline in self._world.outlines.items():
            for key, to in outline.leads:
                found.setdefault(to[0], []).append((other, key, to))
        return found

    def _ownership(self) -> object:
        outlines = self._world.outlines
        return [(home, one.owners, one.is_vision) for home, one in outlines.items()]

    def _gaps(self, home: str) -> object:
        one = self._world.outlines.get(home)
        return one and (one.incomplete, one.unfit, one.garbled, one.lost)
