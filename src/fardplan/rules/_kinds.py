"""What each kind of entity is called in a message, and where one is added."""

from __future__ import annotations

from dataclasses import dataclass

from fardplan.locales.text import Lang, Text, localise
from fardplan.model.base import ACTOR_KINDS
from fardplan.model.edition import FOLDERS
from fardplan.model.paths import path_in


@dataclass(frozen=True, slots=True)
class Noun:
    """A kind's name: en aktivitet, flera aktiviteter; ett mål, flera mål."""

    one: Text
    many: Text
    neuter: bool = False

    @property
    def none(self) -> Text:
        """The words for that there is none: "ingen aktivitet", "inget mål"."""
        article = "inget" if self.neuter else "ingen"
        return Text(f"{article} {self.one.sv}", f"no {self.one.en}")


def _noun(sv: str, many_sv: str, en: str, many_en: str = "", *, neuter: bool = False) -> Noun:
    return Noun(Text(sv, en), Text(many_sv, many_en or f"{en}s"), neuter)


KINDS = {
    "activity": _noun("aktivitet", "aktiviteter", "activity", "activities"),
    "adoption": _noun("antagande", "antaganden", "adoption", neuter=True),
    "annex": _noun("bilaga", "bilagor", "annex", "annexes"),
    "area": _noun("område", "områden", "area", neuter=True),
    "assignment": _noun("uppdrag", "uppdrag", "assignment", neuter=True),
    "body": _noun("grupp", "grupper", "body", "bodies"),
    "class": _noun(
        "grupp av parter", "grupper av parter", "class of parties", "classes of parties"
    ),
    "condition": _noun("villkor", "villkor", "condition", neuter=True),
    "consultation": _noun("remiss", "remisser", "consultation"),
    "core_word": _noun("värdeord", "värdeord", "core word", neuter=True),
    "cross_cutting": _noun(
        "genomsyrande perspektiv", "genomsyrande perspektiv", "cross-cutting perspective",
        neuter=True,
    ),
    "decision": _noun("beslut", "beslut", "decision", neuter=True),
    "decision_point": _noun("beslutspunkt", "beslutspunkter", "decision point"),
    "decision_step": _noun(
        "steg i beslutsvägen", "steg i beslutsvägen", "decision step", neuter=True
    ),
    "deliverable": _noun("leverans", "leveranser", "deliverable"),
    "event": _noun("händelse", "händelser", "event"),
    "expected": _noun("utlovad sak", "utlovade saker", "promise"),
    "funding": _noun("medelspost", "medelsposter", "funding source"),
    "goal": _noun("mål", "mål", "goal", neuter=True),
    "indicator": _noun("indikator", "indikatorer", "indicator"),
    "input": _noun("underlag", "underlag", "input", neuter=True),
    "milestone": _noun("milstolpe", "milstolpar", "milestone"),
    "ongoing": _noun(
        "pågående arbete", "pågående arbeten", "ongoing work", "pieces of ongoing work", neuter=True
    ),
    "organisation": _noun("organisation", "organisationer", "organisation"),
    "perspective": _noun("perspektiv", "perspektiv", "perspective", neuter=True),
    "phase": _noun("fas", "faser", "phase"),
    "place": _noun("plats", "platser", "place"),
    "plan": _noun("plan", "planer", "plan"),
    "precondition": _noun("förutsättning", "förutsättningar", "precondition"),
    "principle": _noun("princip", "principer", "principle"),
    "reference": _noun("dokument", "dokument", "document", neuter=True),
    "report": _noun("rapport", "rapporter", "report"),
    "roadmap": _noun("färdplan", "färdplaner", "roadmap"),
    "role": _noun("roll", "roller", "role"),
    "section": _noun("avsnitt", "avsnitt", "section", neuter=True),
    "statement": _noun("formulering", "formuleringar", "statement"),
    "step": _noun("steg", "steg", "step", neuter=True),
    "sub_activity": _noun("delaktivitet", "delaktiviteter", "sub-activity", "sub-activities"),
    "term": _noun("term", "termer", "term"),
    "theme": _noun("tema", "teman", "theme", neuter=True),
    "training": _noun("utbildning", "utbildningar", "training"),
    "unit": _noun("verksamhet", "verksamheter", "unit"),
    "vision": _noun("målbild", "målbilder", "vision"),
}  # fmt: skip

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
