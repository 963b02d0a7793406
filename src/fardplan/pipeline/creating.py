"""New files: where they go, which id they get, and writing them so that nothing is overwritten."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from fardplan.editing.fragments import Plain, as_read, print_document
from fardplan.editing.outline import Open, lay_out
from fardplan.errors import CannotRun
from fardplan.locales.text import Lang, Localised, Saying, Text
from fardplan.locales.versions import NOTHING, UNKNOWN_ROADMAP
from fardplan.model.answers import read_answer
from fardplan.model.base import Value
from fardplan.model.build import build
from fardplan.model.common import Part
from fardplan.model.edition import FOLDERS, Edition
from fardplan.model.index import Entity, Index
from fardplan.model.names import is_reserved, slug
from fardplan.model.paths import path_in
from fardplan.model.refusal import Refused, quote
from fardplan.pipeline.states import open_tree
from fardplan.source.collection import load
from fardplan.source.edits import Edits
from fardplan.source.slots import RESERVED, place_of
from fardplan.source.tree import WorkingTree
from fardplan.source.yaml import read_yaml

TAKEN = Text("”{id}” är upptaget: {path} finns redan.", "“{id}” is taken: {path} exists already.")
TAKEN_FILE = Text("{path} finns redan.", "{path} exists already.")
TAKEN_ID = Text(
    "”{id}” är upptaget: så heter redan ”{title}”.",
    "“{id}” is taken: “{title}” is called that already.",
)
TRY_ANOTHER = Text("Ledigt är till exempel {free}.", "Free is for instance {free}.")
NOT_WRITTEN = Text("{file} skrevs inte: {reason}", "{file} was not written: {reason}")
BROKEN_ROADMAP = Text(
    "Färdplanen ”{roadmap}” går inte att läsa. Rätta {file} först (visa felen: fardplan validate).",
    "The roadmap “{roadmap}” cannot be read. Mend {file} first "
    "(show the errors: fardplan validate).",
)

_FOLDERS_BY_KIND = {model.entity_kind: folder for folder, model in FOLDERS.items()}
_LONGEST_PROPOSAL = 40
_SMALL_WORDS = frozenset(
    {
        *("att", "av", "de", "den", "det", "en", "ett", "for", "fran", "hos", "i", "med", "och"),
        *("om", "pa", "som", "till", "under", "vid", "a", "in", "of", "the", "to"),
    }
)


@dataclass(frozen=True, slots=True)
class Ground:
    """A repository in which something new is made: its files, and what is known of them."""

    tree: WorkingTree
    index: Index
    editions: Mapping[str, Edition]

    @classmethod
    def open(cls, root: Path) -> Ground:
        """Read the repository; raises CannotRun where it holds no roadmaps."""
        tree = open_tree(root)
        collection = load(tree).collection
        return cls(tree, Index.of(collection), collection.editions)

    def edition(self, name: str) -> Edition:
        """Return a roadmap; raises CannotRun where there is none of that name."""
        if name in self.editions:
            return self.editions[name]
        file = path_in(name, "roadmap.yaml")
        if file in self.tree.paths():
            raise CannotRun(BROKEN_ROADMAP, roadmap=name, file=file)
        known = ", ".join(self.editions) or NOTHING
        raise CannotRun(UNKNOWN_ROADMAP, roadmap=quote(name), known=known)

    def entities(self, home: str, kind: str) -> tuple[Entity, ...]:
        """Return what a roadmap has of a kind, in the order of the document."""
        found = self.index.by_kind.get((home, kind), {}).values()
        return tuple(sorted(found, key=_place_in_document))

    def next_order(self, home: str, kind: str, parent: tuple[str, str] | None) -> int | None:
        """Return the place after the last of those with the same parent, where they have places."""
        every = [one.value for one in self.entities(home, kind)]
        if not any(getattr(one, "order", None) for one in every):
            return None
        beside = [one for one in every if parent is None or _belongs_to(one, *parent)]
        return max((getattr(one, "order", None) or 0 for one in beside), default=0) + 1


@dataclass(frozen=True, slots=True)
class NewPlace:
    """Where something of a kind is to be: a roadmap's id, empty for a roadmap itself."""

    ground: Ground
    home: str
    kind: str

    def path(self, entity_id: str) -> str:
        """Return the path of its file."""
        if self.kind == "roadmap":
            return path_in(entity_id, "roadmap.yaml")
        return path_in(self.home, f"{_FOLDERS_BY_KIND[self.kind]}/{entity_id}.yaml")

    def propose(self, title: str) -> str:
        """Return an id made of a title that is free and not too long to write."""
        return self._free(propose_name(self.kind, title))

    def check(self, entity_id: str) -> str:
        """Return an id that can be given; raises Refused where it is taken or is no id."""
        read_answer(Part, "id", entity_id)
        if (there := self._taken_by(entity_id)) is not None:
            raise Refused(there.text, {**there.values, "free": self._free(entity_id)}, TRY_ANOTHER)
        return entity_id

    def _free(self, wanted: str) -> str:
        number, name = 1, wanted
        while self._taken_by(name) is not None:
            number += 1
            name = f"{wanted}-{number}"
        return name

    def _taken_by(self, entity_id: str) -> Saying | None:
        """Return the words for what has an id already, None where it is free."""
        if is_reserved(entity_id):
            return Saying(RESERVED, {"stem": entity_id})
        home = entity_id if self.kind == "roadmap" else self.home
        if found := self.ground.index.find(home, self.kind, entity_id):
            return Saying(TAKEN_ID, {"id": entity_id, "title": quote(found.title)})
        file = self.path(entity_id)
        lies = file.rpartition("/")[0] if self.kind == "roadmap" else file
        root = self.ground.tree.root
        for path in (lies, f"{lies.removesuffix('.yaml')}.yml"):
            if (root / path).exists() or (root / path).is_symlink():
                return Saying(TAKEN, {"id": entity_id, "path": path})
        return None


def propose_name(kind: str, title: str) -> str:
    """Return an id made of the words of a title that say something, not too long to write."""
    words = slug(title).split("-")
    needless = _SMALL_WORDS | {"fardplan", "roadmap"} if kind == "roadmap" else _SMALL_WORDS
    short = [word for word in words if word not in needless] or words
    return _join_up_to(short, _LONGEST_PROPOSAL) or kind.replace("_", "-")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A new file: what is known, what is left to fill in, and what stands at its top."""

    path: str
    known: Mapping[str, Plain]
    left: Sequence[Open] = ()
    about: Sequence[Text] = ()

    def write(self, lang: Lang) -> bytes:
        """Return the file; raises CannotRun where it would not be what is meant."""
        slot = place_of(self.path)
        model = slot.model or Value
        kind = model.entity_kind or slot.stem
        up = "../" * self.path.count("/")
        head = [f"yaml-language-server: $schema={up}schemas/{kind}.schema.json"]
        if self.about:
            head += ["", *(text.say(lang) for text in self.about)]
        values = lay_out(model, self.known, self.left, lang)
        data = print_document(values, head).encode()
        verify(self.path, data, model, {key: as_read(one) for key, one in self.known.items()})
        return data


def create(ground: Ground, files: Mapping[str, bytes]) -> None:
    """Write new files, all of them or none; raises CannotRun where one lies there already."""
    for path in files:
        if (ground.tree.root / path).exists():
            raise CannotRun(TAKEN_FILE, path=path)
    Edits(ground.tree, files=files).carry_out()


def verify(path: str, data: bytes, model: type[Value], meant: Mapping[str, object]) -> None:
    """Raise CannotRun unless a file reads back as what was meant, and fits its model."""
    document = read_yaml(data)
    values = document.values if isinstance(document.values, dict) else {}
    reason: Localised | None = None
    if document.faults:
        fault = document.faults[0]
        reason = Saying(fault.text, fault.values)
    elif any(values.get(key) != one for key, one in meant.items()):
        raise AssertionError(path)
    else:
        for misfit in build(model, values, {}).misfits:
            if misfit.route[0] in meant:
                reason = Saying(misfit.text, misfit.values)
                break
    if reason is not None:
        raise CannotRun(NOT_WRITTEN, file=path, reason=reason)


def _join_up_to(words: Sequence[str], longest: int) -> str:
    """Join as many words as fit, at least the first (cut where it is too long by itself)."""
    name = words[0][:longest] if words else ""
    for word in words[1:]:
        if len(name) + 1 + len(word) > longest:
            break
        name += f"-{word}"
    return name


def _belongs_to(value: Value, key: str, parent: str) -> bool:
    """Tell whether both mean the same thing of a roadmap, however they are written."""
    written = str(getattr(value, key, None) or "")
    return written.rpartition("/")[2] == parent.rpartition("/")[2]


def _place_in_document(entity: Entity) -> tuple[bool, int]:
    order = getattr(entity.value, "order", None)
    return order is None, order or 0


def roadmaps_of(ground: Ground) -> Iterator[Entity]:
    """Yield every roadmap."""
    for name in ground.editions:
        if entity := ground.index.find(name, "roadmap", name):
            yield entity
