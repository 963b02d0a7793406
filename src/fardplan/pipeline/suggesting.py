"""What a user may be about to write: roadmaps, ids, versions, rules, each with what it is called.

It is asked for at every press of Tab, so that nothing is judged and no fault is told: what cannot
be read is not suggested.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from fardplan.errors import CannotRun
from fardplan.locales.kinds import KINDS
from fardplan.locales.text import Lang, Text
from fardplan.model.base import Value
from fardplan.model.edition import FOLDERS
from fardplan.model.fields import field_of
from fardplan.model.index import Index
from fardplan.model.paths import CONTENT
from fardplan.model.projektplan import Projektplan
from fardplan.model.roadmap import Roadmap
from fardplan.model.steering import Decision, FollowUp
from fardplan.model.term import Term
from fardplan.pipeline.naming import full_name
from fardplan.rules._registry import RULES
from fardplan.source.collection import load
from fardplan.source.git import Repository
from fardplan.source.tree import WorkingTree
from fardplan.source.versions import list_versions

AS_THEY_ARE = Text("filerna som de är nu", "the files as they are now")

OTHERS: Mapping[str, type[Value]] = {
    "decision": Decision,
    "follow_up": FollowUp,
    "projektplan": Projektplan,
    "roadmap": Roadmap,
}

Suggestion = tuple[str, str]
"""What can be written, and what it is called."""


def suggest_roadmaps(root: Path) -> Iterator[Suggestion]:
    """Yield every roadmap, without reading its files."""
    for path in WorkingTree(root).paths():
        _, *parts = path.split("/")
        if path.startswith(f"{CONTENT}/") and len(parts) == 2 and parts[1] == "roadmap.yaml":
            yield parts[0], ""


def suggest_entities(
    root: Path, lang: Lang, kinds: Collection[str] = (), home: str | None = None
) -> Iterator[Suggestion]:
    """Yield things by the references that mean nothing else, of some kinds or all.

    Those of the roadmap `home`, and what all share, go by their ids alone.
    """
    index = Index.of(load(WorkingTree(root)).collection)
    for entity in index.by_key.values():
        if kinds and entity.kind not in kinds:
            continue
        called = entity.title if kinds else f"{_kind(entity.kind, lang)}: {entity.title}"
        if home is not None and entity.home in (home, ""):
            yield entity.id, called
        elif home is None:
            short = f"{entity.home}/{entity.id}" if entity.home else entity.id
            yield (short if kinds else full_name(entity)), called


def suggest_without_plan(root: Path) -> Iterator[Suggestion]:
    """Yield the activities that lack a projektplan."""
    for home, edition in load(WorkingTree(root)).collection.editions.items():
        for name, activity in edition.activities.items():
            if activity.projektplan is None:
                yield f"{home}/{name}", activity.title


def suggest_versions(root: Path, roadmap: str, lang: Lang) -> Iterator[Suggestion]:
    """Yield the years, versions and tags of a roadmap that git holds, and the files as they are."""
    yield ".", AS_THEY_ARE.say(lang)
    try:
        repository = Repository.open(root)
    except CannotRun:
        return
    if repository is None:
        return
    with repository:
        for version in reversed(list_versions(repository, root, roadmap)):
            known = [version.version, str(version.year) if version.year else None, version.tag]
            said = " · ".join(one for one in known[:2] if one)
            yield from ((one, said) for one in known if one)


def suggest_rules(lang: Lang) -> Iterator[Suggestion]:
    """Yield every rule with what it demands."""
    return ((rule.name, rule.about.say(lang)) for rule in RULES)


def suggest_terms(kind: str, key: str, lang: Lang) -> Iterator[Suggestion]:
    """Yield the terms that a key of a kind of thing may hold."""
    models = {**{model.entity_kind: model for model in FOLDERS.values()}, **OTHERS}
    spec = field_of(models[kind], key)
    if spec is not None and spec.scalar is not None and issubclass(spec.scalar, Term):
        yield from ((str(term.value), term.say(lang)) for term in spec.scalar)


def _kind(kind: str, lang: Lang) -> str:
    return KINDS[kind].one.say(lang) if kind in KINDS else kind
