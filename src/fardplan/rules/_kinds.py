"""That there is none of a kind, in words, and where one is added."""

from __future__ import annotations

from dataclasses import dataclass

from fardplan.locales.kinds import KINDS
from fardplan.locales.text import Lang, Text, localise
from fardplan.model.base import ACTOR_KINDS
from fardplan.model.edition import FOLDERS
from fardplan.model.paths import path_in

NO_ACTOR = Text(
    "ingen organisation, grupp, verksamhet eller roll", "no organisation, body, unit or role"
)


@dataclass(frozen=True, slots=True)
class NoneOf:
    """That there is none of several kinds: "inget dokument och ingen färdplan"."""

    kinds: tuple[str, ...]

    def say(self, lang: Lang) -> str:
        """Return the words in `lang`."""
        if self.kinds == ACTOR_KINDS:
            return NO_ACTOR.say(lang)
        return localise([KINDS[kind].none.say(lang) for kind in self.kinds], lang)


def file_of(kind: str, home: str, entity_id: str) -> str | None:
    """Return the path of the file that an entity of that kind would be; None for parts of files."""
    folder = next((name for name, model in FOLDERS.items() if model.entity_kind == kind), None)
    return path_in(home, f"{folder}/{entity_id}.yaml") if folder and home else None


def lists_of(kind: str) -> tuple[str, str] | None:
    """Return the file and the key under which entities of that kind are listed, if in one place."""
    return _LISTS.get(kind)


_LISTS = {
    "annex": ("roadmap.yaml", "annexes"),
    "body": ("organisations.yaml", "bodies"),
    "class": ("organisations.yaml", "classes"),
    "cross_cutting": ("roadmap.yaml", "cross_cutting"),
    "decision": ("roadmap.yaml", "decisions"),
    "event": ("roadmap.yaml", "events"),
    "funding": ("roadmap.yaml", "funding"),
    "organisation": ("organisations.yaml", "organisations"),
    "place": ("organisations.yaml", "places"),
    "plan": ("roadmap.yaml", "related_plans"),
    "precondition": ("roadmap.yaml", "preconditions"),
    "principle": ("roadmap.yaml", "principles"),
    "reference": ("roadmap.yaml", "references"),
    "role": ("organisations.yaml", "roles"),
    "theme": ("roadmap.yaml", "themes"),
    "unit": ("organisations.yaml", "units"),
}
