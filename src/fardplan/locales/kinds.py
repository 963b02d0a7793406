"""What each kind of entity is called: "ny aktivitet", "aktiviteten", "nya aktiviteter"."""

from __future__ import annotations

from typing import NamedTuple

from fardplan.locales.text import Lang, Text


class Noun(NamedTuple):
    """A noun in its forms: a goal, the goal, goals; Swedish ones are neuter ("ett") or not."""

    one: Text
    the: Text
    many: Text
    neuter: bool = False

    @property
    def none(self) -> Text:
        """The words for that there is none: "ingen aktivitet", "inget mål"."""
        article = "inget" if self.neuter else "ingen"
        return Text(f"{article} {self.one.sv}", f"no {self.one.en}")

    def new(self, lang: Lang) -> str:
        """Return "nytt mål"."""
        return f"{NEW[self.neuter].say(lang)} {self.one.say(lang)}"

    def gone(self, lang: Lang) -> str:
        """Return "borttaget mål"."""
        return f"{GONE[self.neuter].say(lang)} {self.one.say(lang)}"


NEW = (Text("ny", "new"), Text("nytt", "new"))
GONE = (Text("borttagen", "removed"), Text("borttaget", "removed"))


def _ett(one: str, the: str, many: str, english: str, plural: str = "") -> Noun:
    return Noun(*_forms(one, the, many, english, plural), neuter=True)


def _en(one: str, the: str, many: str, english: str, plural: str = "") -> Noun:
    return Noun(*_forms(one, the, many, english, plural))


def _forms(one: str, the: str, many: str, english: str, plural: str) -> tuple[Text, Text, Text]:
    return Text(one, english), Text(the, f"the {english}"), Text(many, plural or f"{english}s")


KINDS: dict[str, Noun] = {
    "activity": _en("aktivitet", "aktiviteten", "aktiviteter", "activity", "activities"),
    "adoption": _ett("antagande", "antagandet av", "antaganden", "adoption of", "adoptions"),
    "annex": _en("bilaga", "bilagan", "bilagor", "annex", "annexes"),
    "area": _ett("område", "området", "områden", "area"),
    "assignment": _ett("uppdrag", "uppdraget", "uppdrag", "assignment"),
    "body": _en("grupp", "gruppen", "grupper", "body", "bodies"),
    "class": _en("grupp av parter", "gruppen", "grupper av parter", "group of parties",
                 "groups of parties"),
    "condition": _ett("villkor", "villkoret", "villkor", "condition"),
    "consultation": _en("remiss", "remissen", "remisser", "consultation"),
    "core_word": _ett("värdeord", "värdeordet", "värdeord", "core word"),
    "cross_cutting": _ett("genomsyrande perspektiv", "det genomsyrande perspektivet",
                          "genomsyrande perspektiv", "cross-cutting perspective"),
    "decision": _ett("beslut", "beslutet", "beslut", "decision"),
    "decision_point": _en("beslutspunkt", "beslutspunkten", "beslutspunkter", "decision point"),
    "decision_step": _ett("steg mot beslut", "steget mot beslut", "steg mot beslut",
                          "step towards a decision", "steps towards a decision"),
    "deliverable": _en("leverans", "leveransen", "leveranser", "deliverable"),
    "event": _en("händelse", "händelsen", "händelser", "event"),
    "expected": _ett("löfte", "löftet", "löften", "promise"),
    "funding": _ett("anslag", "anslaget", "anslag", "grant"),
    "goal": _ett("mål", "målet", "mål", "goal"),
    "indicator": _en("indikator", "indikatorn", "indikatorer", "indicator"),
    "input": _ett("underlag", "underlaget", "underlag", "input"),
    "milestone": _en("milstolpe", "milstolpen", "milstolpar", "milestone"),
    "ongoing": _en("punkt om pågående arbete", "det pågående arbetet",
                   "punkter om pågående arbete", "piece of ongoing work",
                   "pieces of ongoing work"),
    "organisation": _en("organisation", "organisationen", "organisationer", "organisation"),
    "perspective": _ett("perspektiv", "perspektivet", "perspektiv", "perspective"),
    "phase": _en("fas", "fasen", "faser", "phase"),
    "place": _en("plats", "platsen", "platser", "place"),
    "plan": _en("angränsande plan", "planen", "angränsande planer", "related plan"),
    "precondition": _en("förutsättning", "förutsättningen", "förutsättningar", "precondition"),
    "principle": _en("vägledande princip", "den vägledande principen", "vägledande principer",
                     "guiding principle"),
    "reference": _en("referens", "referensen", "referenser", "reference"),
    "report": _en("rapport", "rapporten", "rapporter", "report"),
    "roadmap": _en("färdplan", "färdplanen", "färdplaner", "roadmap"),
    "role": _en("roll", "rollen", "roller", "role"),
    "section": _ett("avsnitt", "avsnittet", "avsnitt", "section"),
    "statement": _en("formulering", "formuleringen", "formuleringar", "statement"),
    "step": _ett("steg", "steget", "steg", "step"),
    "sub_activity": _en("delaktivitet", "delaktiviteten", "delaktiviteter", "sub-activity",
                        "sub-activities"),
    "term": _en("term", "termen", "termer", "term"),
    "theme": _ett("tema", "temat", "teman", "theme"),
    "training": _en("utbildning", "utbildningen", "utbildningar", "training"),
    "unit": _en("verksamhet", "verksamheten", "verksamheter", "unit"),
    "vision": _en("målbild", "målbilden", "målbilder", "vision"),
}  # fmt: skip
"""The nouns by the kind under which references find an entity."""
