"""What was read of each home: a roadmap, or what all share. It is read when it is needed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from fardplan.model.edition import Collection, Edition
from fardplan.model.index import SHARED, Entity, Index
from fardplan.rules._trace import Trace
from fardplan.source.collection import Loaded

D = TypeVar("D")

Key = tuple[str, str, str]
"""What tells entities apart: roadmap (empty when shared), kind, id."""

Read = Callable[[str], Loaded]
"""Returns what one home holds, and what is wrong with its files."""


class Homes:
    """All homes of one state."""

    def __init__(self, names: Iterable[str], read: Read, trace: Trace) -> None:
        """Take the ids of the roadmaps, what reads one home, and what notes who asks for which."""
        self.names = tuple(sorted(name for name in names if name != SHARED))
        self.trace = trace
        self._known = frozenset(self.names)
        self._read = read
        self._parts: dict[str, Loaded] = {}
        self._indexes: dict[str, Index] = {}
        self.editions = _Editions(self)
        self.plain_editions = _PlainEditions(self)
        self.index = Index(by_key=_Keys(self), by_kind=_Kinds(self))  # type: ignore[arg-type]  # read only

    @classmethod
    def of(cls, loaded: Loaded, trace: Trace) -> Homes:
        """Take what has been read in full."""
        names = loaded.collection.editions.keys()
        return cls(names, divide(loaded), trace)

    def __contains__(self, home: str) -> bool:
        """Tell whether there is such a roadmap."""
        return home in self._known

    def __iter__(self) -> Iterator[str]:
        """Yield the shared home and every roadmap."""
        yield SHARED
        yield from self.names

    def part(self, home: str) -> Loaded:
        """Return what was read of one home."""
        if home not in self._parts:
            self._parts[home] = self._read(home)
        return self._parts[home]

    def edition(self, home: str) -> Edition | None:
        """Return a roadmap, None for what is shared."""
        return self.part(home).collection.editions.get(home) if home in self._known else None

    def index_of(self, home: str) -> Index:
        """Return all that can be referred to in one home."""
        if home not in self._indexes:
            index = self._indexes[home] = Index()
            if home == SHARED:
                for path, document in self.part(SHARED).collection.shared_documents():
                    index.add_document(SHARED, path, "", document)
            elif edition := self.edition(home):
                index.add_edition(edition)
        return self._indexes[home]

    def collection(self, editions: Mapping[str, Edition]) -> Collection:
        """Return these roadmaps together with what all roadmaps share."""
        shared = self.part(SHARED).collection
        return Collection(editions, shared.organisations, shared.glossary)


class _PlainEditions(Mapping[str, Edition]):
    """The roadmaps, read when they are first asked for."""

    def __init__(self, homes: Homes) -> None:
        self._homes = homes

    def __getitem__(self, home: str) -> Edition:
        edition = self._homes.edition(home)
        if edition is None:
            raise KeyError(home)
        return edition

    def __iter__(self) -> Iterator[str]:
        return iter(self._homes.names)

    def __len__(self) -> int:
        return len(self._homes.names)


class _Editions(Mapping[str, Edition]):
    """The roadmaps as rules see them: it is noted which are looked at."""

    def __init__(self, homes: Homes) -> None:
        self._homes = homes

    def __getitem__(self, home: str) -> Edition:
        edition = self._homes.edition(home)
        self._homes.trace.note("exists" if edition is None else "home", home)
        if edition is None:
            raise KeyError(home)
        return edition

    def __contains__(self, home: object) -> bool:
        self._homes.trace.note("exists", str(home))
        return home in self._homes.names if isinstance(home, str) else False

    def __iter__(self) -> Iterator[str]:
        self._homes.trace.note("roadmaps")
        return iter(self._homes.names)

    def __len__(self) -> int:
        self._homes.trace.note("roadmaps")
        return len(self._homes.names)


class _Keys(Mapping[Key, Entity]):
    """All entities as rules see them: it is noted which are looked for."""

    def __init__(self, homes: Homes) -> None:
        self._homes = homes

    def get(self, key: Key, default: D | None = None) -> Entity | D | None:  # type: ignore[override]  # as wide
        self._homes.trace.note("entity", *key)
        found = self._homes.index_of(key[0]).by_key.get(key)
        return default if found is None else found

    def __getitem__(self, key: Key) -> Entity:
        found = self.get(key)
        if found is None:
            raise KeyError(key)
        return found

    def __contains__(self, key: object) -> bool:
        return self.get(key) is not None  # type: ignore[arg-type]  # whatever is asked for

    def __iter__(self) -> Iterator[Key]:
        for home in self._homes:
            self._homes.trace.note("home", home)
            yield from self._homes.index_of(home).by_key
        self._homes.trace.note("roadmaps")

    def __len__(self) -> int:
        return sum(1 for _ in self)


class _Kinds(Mapping[tuple[str, str], dict[str, Entity]]):
    """All entities of one home and kind as rules see them."""

    def __init__(self, homes: Homes) -> None:
        self._homes = homes

    def get(self, key: tuple[str, str], default: D | None = None) -> dict[str, Entity] | D | None:  # type: ignore[override]  # as wide
        self._homes.trace.note("kind", *key)
        found = self._homes.index_of(key[0]).by_kind.get(key)
        return default if found is None else found

    def __getitem__(self, key: tuple[str, str]) -> dict[str, Entity]:
        found = self.get(key)
        if found is None:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[tuple[str, str]]:
        for home in self._homes:
            self._homes.trace.note("home", home)
            yield from self._homes.index_of(home).by_kind
        self._homes.trace.note("roadmaps")

    def __len__(self) -> int:
        return sum(1 for _ in self)


def home_of(file: str) -> str:
    """Return the home of one of the roadmaps' files."""
    parts = file.split("/", 2)
    return parts[1] if len(parts) == 3 else SHARED


def divide(loaded: Loaded) -> Read:
    """Return what was read of all homes, home by home."""
    collection = loaded.collection
    faults = _by_home(loaded.faults)
    misfits = _by_home(loaded.misfits)
    incomplete = _sort(loaded.incomplete)
    commented = _sort(loaded.commented)
    garbled = _sort(loaded.garbled)
    lost: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for one in loaded.lost:
        lost[one[0]].add(one)

    def read(home: str) -> Loaded:
        own = {home: collection.editions[home]} if home in collection.editions else {}
        return Loaded(
            Collection(own, collection.organisations, collection.glossary),
            faults.get(home, {}),
            misfits.get(home, {}),
            loaded.half_known & {home},
            frozenset(incomplete.get(home, ())),
            frozenset(lost.get(home, ())),
            frozenset(commented.get(home, ())),
            frozenset(garbled.get(home, ())),
        )

    return read


def _by_home(found: Mapping[str, D]) -> Mapping[str, Mapping[str, D]]:
    homes: dict[str, dict[str, D]] = defaultdict(dict)
    for file, value in found.items():
        homes[home_of(file)][file] = value
    return homes


def _sort(files: Iterable[str]) -> Mapping[str, set[str]]:
    homes: dict[str, set[str]] = defaultdict(set)
    for file in files:
        homes[home_of(file)].add(file)
    return homes
