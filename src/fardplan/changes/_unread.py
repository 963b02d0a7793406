"""Sets aside what could not be read in one of two versions, so that it is not taken for gone."""

from __future__ import annotations

from collections.abc import Collection as Names
from dataclasses import replace
from typing import Any

from fardplan.model.edition import FOLDERS, Edition
from fardplan.model.roadmap import Roadmap
from fardplan.source.collection import Loaded

_ROADMAP = "roadmap.yaml"
_BAD_VALUES = frozenset({"invalid-value", "missing-key"})
"""What takes a value away; a key that is not known says nothing of the others."""


def list_unread(loaded: Loaded, edition: Edition) -> frozenset[str]:
    """Return the files of a roadmap of which nothing could be read: `activities/x.yaml`."""
    known = {document for document, _ in edition.documents()} - {_ROADMAP}
    home = edition.path_of("")
    files = {path.removeprefix(home) for path in loaded.incomplete if path.startswith(home)}
    if edition.id in loaded.half_known and _is_made_up(edition.roadmap):
        files.add(_ROADMAP)
    else:
        files.discard(_ROADMAP)
    return frozenset(files - known)


def list_partly_read(loaded: Loaded, edition: Edition) -> frozenset[str]:
    """Return the files of a roadmap of which something could not be read."""
    home = edition.path_of("")
    bad = {
        path
        for path, found in loaded.misfits.items()
        if any(misfit.rule in _BAD_VALUES for misfit in found)
    }
    files = {
        path.removeprefix(home) for path in {*loaded.incomplete, *bad} if path.startswith(home)
    }
    return frozenset(files) - list_unread(loaded, edition)


def take_over(edition: Edition, other: Edition) -> Edition:
    """Return an edition that takes from the other what its roadmap.yaml does not say readably."""
    roadmap = edition.roadmap
    if _is_made_up(roadmap):
        return replace(edition, roadmap=other.roadmap)
    known = {"year": other.roadmap.year, "profile": other.roadmap.profile}
    return replace(edition, roadmap=roadmap.model_copy(update=known))


def set_aside(edition: Edition, unread: Names[str]) -> Edition:
    """Return an edition without the files that could not be read in one of the versions."""
    folders: dict[str, Any] = {
        folder: {
            stem: value
            for stem, value in getattr(edition, folder).items()
            if f"{folder}/{stem}.yaml" not in unread
        }
        for folder in FOLDERS
    }
    vision = None if "vision.yaml" in unread else edition.vision
    return replace(edition, vision=vision, **folders)


def _is_made_up(roadmap: Roadmap) -> bool:
    """Tell whether roadmap.yaml said nothing that could be read."""
    return roadmap.model_fields_set <= {"format", "title", "year", "profile"}
