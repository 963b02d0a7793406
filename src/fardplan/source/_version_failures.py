"""Why a version was not found, and what there is instead."""

from __future__ import annotations

from collections.abc import Sequence

from fardplan.errors import CannotRun
from fardplan.locales import versions as say
from fardplan.locales.text import Text
from fardplan.source._editions import (
    YEAR,
    Directory,
    Place,
    find_folder,
    is_version,
    parse_version,
    read_facts,
    roadmap_file,
)
from fardplan.source._history import KnownVersion, list_known, list_states
from fardplan.source._roadmap_names import RoadmapNames
from fardplan.source.git import Repository


def explain_failure(subject: RoadmapNames, repository: Repository, spec: str) -> CannotRun:
    """Say why there is no such version, and what there is."""
    named = {"wanted": spec, "roadmap": subject.roadmap}
    known = list_known(repository, subject.names)
    if not known and not subject.exists:
        return explain_unknown_roadmap(subject)
    if _is_in_working_tree(subject, spec):
        return CannotRun(say.NOT_COMMITTED, **named)
    if repository.shallow:
        return CannotRun(say.SHALLOW, **named)
    if known:
        return CannotRun(say.UNKNOWN_VERSION, **named, known=describe_known(known))
    committed = next(list_states(repository, subject.names), None) is not None
    return CannotRun(say.UNNAMED if committed else say.NO_HISTORY, **named)


def explain_absence(subject: RoadmapNames, place: Place, where: Text | str) -> CannotRun:
    """Say that a version was found, and that it does not hold the roadmap."""
    if not subject.exists:
        return explain_unknown_roadmap(subject)
    known = ", ".join(place.list_roadmaps()) or say.NOTHING
    return CannotRun(say.NOT_THERE, roadmap=subject.roadmap, place=where, known=known)


def explain_unknown_roadmap(subject: RoadmapNames) -> CannotRun:
    """Say that no roadmap has this id, and which there are."""
    ids = next(filter(None, (place.list_roadmaps() for place in subject.places)), ())
    if not ids:
        return CannotRun(say.NO_ROADMAPS, roadmap=subject.roadmap, folder=subject.root)
    return CannotRun(say.UNKNOWN_ROADMAP, roadmap=subject.roadmap, known=", ".join(ids))


def describe_known(versions: Sequence[KnownVersion]) -> str:
    """Return versions in a row, by year: `2022, 2023 (1.0, 1.0.1)`."""
    years: dict[int | None, list[str]] = {}
    for known in versions:
        years.setdefault(known.year, []).extend([known.version] if known.version else [])
    return ", ".join(
        f"{year} ({', '.join(numbers)})" if year and numbers else str(year or ", ".join(numbers))
        for year, numbers in years.items()
    )


def _is_in_working_tree(subject: RoadmapNames, spec: str) -> bool:
    """Tell whether the files as they are now say the year or version that was asked for."""
    here = Directory(subject.root)
    folder = find_folder(here, subject.names)
    if folder is None:
        return False
    facts = read_facts(here.read(roadmap_file(folder)))
    if YEAR.fullmatch(spec) and facts.year == int(spec):
        return True
    return (
        is_version(spec)
        and facts.version is not None
        and parse_version(facts.version) == parse_version(spec)
    )
