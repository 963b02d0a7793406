"""One roadmap at one version, and all roadmaps of a repository."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from fardplan.model.activity import Activity, Goal
from fardplan.model.area import Area
from fardplan.model.base import Value
from fardplan.model.file_format import FORMAT
from fardplan.model.indicator import Indicator, Report
from fardplan.model.paths import GLOSSARY, ORGANISATIONS, path_in
from fardplan.model.roadmap import Roadmap
from fardplan.model.shared import Glossary, Organisations
from fardplan.model.vision import Vision

__all__ = ["FILES", "FOLDERS", "FORMAT", "SHARED_FILES", "Collection", "Edition"]

FOLDERS: Mapping[str, type[Value]] = MappingProxyType(
    {
        "areas": Area,
        "goals": Goal,
        "activities": Activity,
        "indicators": Indicator,
        "reports": Report,
    }
)
"""The folders of a roadmap and what their files hold."""

FILES: Mapping[str, type[Value]] = MappingProxyType(
    {"roadmap.yaml": Roadmap, "vision.yaml": Vision}
)
"""The single files of a roadmap."""

SHARED_FILES: Mapping[str, type[Value]] = MappingProxyType(
    {"organisations.yaml": Organisations, "glossary.yaml": Glossary}
)
"""The files that all roadmaps share."""

EMPTY: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Edition:
    """One roadmap at one version; the keys of the mappings are ids (file stems)."""

    id: str
    roadmap: Roadmap
    vision: Vision | None = None
    areas: Mapping[str, Area] = field(default_factory=lambda: EMPTY)
    goals: Mapping[str, Goal] = field(default_factory=lambda: EMPTY)
    activities: Mapping[str, Activity] = field(default_factory=lambda: EMPTY)
    indicators: Mapping[str, Indicator] = field(default_factory=lambda: EMPTY)
    reports: Mapping[str, Report] = field(default_factory=lambda: EMPTY)

    def documents(self) -> Iterator[tuple[str, Value]]:
        """Yield each file of the roadmap as (`roadmap.yaml` or `goals/x.yaml`, its value)."""
        yield "roadmap.yaml", self.roadmap
        if self.vision:
            yield "vision.yaml", self.vision
        for folder in FOLDERS:
            for stem, value in getattr(self, folder).items():
                yield f"{folder}/{stem}.yaml", value

    def path_of(self, document: str) -> str:
        """Return the path of one of the roadmap's files from the repository's root."""
        return path_in(self.id, document)


@dataclass(frozen=True, slots=True)
class Collection:
    """All roadmaps of a repository at one state, with what they share."""

    editions: Mapping[str, Edition]
    organisations: Organisations
    glossary: Glossary

    def shared_documents(self) -> Iterator[tuple[str, Value]]:
        """Yield the path and the value of each file that all roadmaps share."""
        yield ORGANISATIONS, self.organisations
        yield GLOSSARY, self.glossary
