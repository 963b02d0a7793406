"""Things by the names that users give them on the command line."""

from __future__ import annotations

from collections.abc import Collection

from fardplan.errors import CannotRun
from fardplan.locales.kinds import KINDS
from fardplan.locales.text import Text
from fardplan.model.edition import FOLDERS, SHARED_FILES
from fardplan.model.index import Entity, Index
from fardplan.model.misfits import Listing
from fardplan.model.paths import CONTENT, path_in
from fardplan.model.refusal import Refused, quote
from fardplan.rules._kinds import NoneOf, lists_of
from fardplan.rules._nearest import Names

NONE = Text(
    "Det finns inget som heter ”{written}”. Visa det som finns: fardplan list {kind}",
    "There is nothing called “{written}”. Show what there is: fardplan list {kind}",
)
DID_YOU_MEAN = Text(
    "Det finns inget som heter ”{written}”. Menade du {near}?",
    "There is nothing called “{written}”. Did you mean {near}?",
)
SEVERAL = Text(
    "”{written}” kan betyda flera saker. Skriv en av dem: {choices}",
    "“{written}” can mean several things. Write one of them: {choices}",
)
NO_SUCH = Text("Det finns {none} som heter ”{written}”.", "There is {none} called “{written}”.")
MEANT_OR_ADD = Text(
    "Menade du ”{near}”? Annars får du först lägga till det under `{key}` i {file}.",
    "Did you mean “{near}”? Otherwise first add it under `{key}` in {file}.",
)
SHOW_OR_ADD = Text(
    "Se vad som finns med fardplan list {kind}, eller lägg till det under `{key}` i {file}.",
    "See what there is with fardplan list {kind}, or add it under `{key}` in {file}.",
)
MEANT = Text("Menade du ”{near}”?", "Did you mean “{near}”?")
SHOW_LIST = Text(
    "Visa det som finns: fardplan list {kind}", "Show what there is: fardplan list {kind}"
)
WRITE_ONE = Text("Skriv en av dem: {choices}.", "Write one of them: {choices}.")
AMBIGUOUS = Text("”{written}” kan betyda flera saker.", "“{written}” can mean several things.")

_KINDS_BY_FOLDER = {folder: model.entity_kind for folder, model in FOLDERS.items()}


def full_name(entity: Entity) -> str:
    """Return the name of a thing that means nothing else: `exempelkommun/goal/trygg-hemgang`."""
    name = f"{entity.kind}/{entity.id}"
    return f"{entity.home}/{name}" if entity.home and entity.kind != "roadmap" else name


def find_entity(index: Index, written: str, kinds: Collection[str] = ()) -> Entity:
    """Return what `written` names, among things of these kinds (any, where none are given).

    It is `id`, `kind/id`, `roadmap/id`, `roadmap/kind/id` or the path of a file; a folder's name
    serves as a kind. Raises CannotRun where nothing bears it, with the nearest name, or where
    several things do, with all of them.
    """
    possible = [one for one in index.by_key.values() if one.kind in kinds or not kinds]
    found = [one for one in possible if written in _names(one)]
    if len(found) > 1:
        choices = sorted(full_name(one) for one in found)
        raise CannotRun(SEVERAL, written=quote(written), choices=", ".join(choices))
    if found:
        return found[0]
    *above, entity_id = written.split("/")
    limits = {_KINDS_BY_FOLDER.get(part, part) for part in above}
    narrowed = [one for one in possible if limits <= {one.home, one.kind}] or possible
    near = Names(narrowed).nearest(entity_id)
    if near:
        nearest = [full_name(one) for one in narrowed if one.id == near]
        raise CannotRun(DID_YOU_MEAN, written=quote(written), near=", ".join(sorted(nearest)))
    kind = next((part for part in (*limits, *sorted(kinds)) if part in KINDS), "goal")
    raise CannotRun(NONE, written=quote(written), kind=kind)


def read_reference(index: Index, home: str, kinds: tuple[str, ...], written: str) -> str:
    """Return the reference to what `written` names (by reference or title) in a roadmap.

    Raises Refused where there is no such thing, or several.
    """
    resolution = index.resolve(home, written, kinds)
    if resolution.entity:
        return written
    if resolution.candidates:
        listed = Listing(
            tuple((f"{one.kind}/{one.id}", one.title) for one in resolution.candidates)
        )
        raise Refused(AMBIGUOUS, {"written": quote(written), "choices": listed}, WRITE_ONE)
    possible = list(index.titles(home, kinds))
    titled = [one for one in possible if one.title.casefold() == written.casefold()]
    if len(titled) == 1:
        return titled[0].id
    near = Names(possible).nearest(written)
    values = {"written": quote(written), "none": NoneOf(kinds), "near": near, "kind": kinds[0]}
    if place := lists_of(kinds[0]):
        document, key = place
        is_shared = document in SHARED_FILES
        values["file"] = f"{CONTENT}/{document}" if is_shared else path_in(home, document)
        values["key"] = key
        raise Refused(NO_SUCH, values, MEANT_OR_ADD if near else SHOW_OR_ADD)
    raise Refused(NO_SUCH, values, MEANT if near else SHOW_LIST)


def _names(entity: Entity) -> set[str]:
    home, kind, entity_id = entity.key
    if kind == "vision":
        return {f"vision/{entity_id}", entity.file}
    folder = next((name for name, one in _KINDS_BY_FOLDER.items() if one == kind), kind)
    names = {entity_id, f"{kind}/{entity_id}", f"{folder}/{entity_id}"}
    if home and kind != "roadmap":
        names |= {f"{home}/{name}" for name in names}
    return names | ({entity.file} if not entity.route else set())
