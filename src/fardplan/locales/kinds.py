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
        sv, en = NO[self.neuter]
        return Text(f"{sv} {self.one.sv}", f"{en} {self.one.en}")

    def new(self, lang: Lang) -> str:
        """Return "nytt mål"."""
        return f"{NEW[self.neuter].say(lang)} {self.one.say(lang)}"

    def gone(self, lang: Lang) -> str:
        """Return "borttaget mål"."""
        return f"{GONE[self.neuter].say(lang)} {self.one.say(lang)}"


NO = (Text("ingen", "no"), Text("inget", "no"))
NEW = (Text("ny", "new"), Text("nytt", "new"))
GONE = (Text("borttagen", "removed"), Text("borttaget", "removed"))

KINDS: dict[str, Noun] = {
    "activity": Noun(
        Text("aktivitet", "activity"),
        Text("aktiviteten", "the activity"),
        Text("aktiviteter", "activities"),
    ),
    "adoption": Noun(
        Text("antagande", "adoption of"),
        Text("antagandet av", "the adoption of"),
        Text("antaganden", "adoptions"),
        neuter=True,
    ),
    "annex": Noun(
        Text("bilaga", "annex"), Text("bilagan", "the annex"), Text("bilagor", "annexes")
    ),
    "area": Noun(
        Text("område", "area"), Text("området", "the area"), Text("områden", "areas"), neuter=True
    ),
    "assignment": Noun(
        Text("uppdrag", "assignment"),
        Text("uppdraget", "the assignment"),
        Text("uppdrag", "assignments"),
        neuter=True,
    ),
    "body": Noun(Text("grupp", "body"), Text("gruppen", "the body"), Text("grupper", "bodies")),
    "class": Noun(
        Text("grupp av parter", "group of parties"),
        Text("gruppen", "the group of parties"),
        Text("grupper av parter", "groups of parties"),
    ),
    "condition": Noun(
        Text("villkor", "condition"),
        Text("villkoret", "the condition"),
        Text("villkor", "conditions"),
        neuter=True,
    ),
    "consultation": Noun(
        Text("remiss", "consultation"),
        Text("remissen", "the consultation"),
        Text("remisser", "consultations"),
    ),
    "core_word": Noun(
        Text("värdeord", "core word"),
        Text("värdeordet", "the core word"),
        Text("värdeord", "core words"),
        neuter=True,
    ),
    "cross_cutting": Noun(
        Text("genomsyrande perspektiv", "cross-cutting perspective"),
        Text("det genomsyrande perspektivet", "the cross-cutting perspective"),
        Text("genomsyrande perspektiv", "cross-cutting perspectives"),
        neuter=True,
    ),
    "decision": Noun(
        Text("beslut", "decision"),
        Text("beslutet", "the decision"),
        Text("beslut", "decisions"),
        neuter=True,
    ),
    "decision_point": Noun(
        Text("beslutspunkt", "decision point"),
        Text("beslutspunkten", "the decision point"),
        Text("beslutspunkter", "decision points"),
    ),
    "decision_step": Noun(
        Text("steg mot beslut", "step towards a decision"),
        Text("steget mot beslut", "the step towards a decision"),
        Text("steg mot beslut", "steps towards a decision"),
        neuter=True,
    ),
    "deliverable": Noun(
        Text("leverans", "deliverable"),
        Text("leveransen", "the deliverable"),
        Text("leveranser", "deliverables"),
    ),
    "event": Noun(
        Text("händelse", "event"), Text("händelsen", "the event"), Text("händelser", "events")
    ),
    "expected": Noun(
        Text("löfte", "promise"),
        Text("löftet", "the promise"),
        Text("löften", "promises"),
        neuter=True,
    ),
    "funding": Noun(
        Text("anslag", "grant"),
        Text("anslaget", "the grant"),
        Text("anslag", "grants"),
        neuter=True,
    ),
    "goal": Noun(Text("mål", "goal"), Text("målet", "the goal"), Text("mål", "goals"), neuter=True),
    "indicator": Noun(
        Text("indikator", "indicator"),
        Text("indikatorn", "the indicator"),
        Text("indikatorer", "indicators"),
    ),
    "input": Noun(
        Text("underlag", "input"),
        Text("underlaget", "the input"),
        Text("underlag", "inputs"),
        neuter=True,
    ),
    "milestone": Noun(
        Text("milstolpe", "milestone"),
        Text("milstolpen", "the milestone"),
        Text("milstolpar", "milestones"),
    ),
    "ongoing": Noun(
        Text("punkt om pågående arbete", "piece of ongoing work"),
        Text("det pågående arbetet", "the piece of ongoing work"),
        Text("punkter om pågående arbete", "pieces of ongoing work"),
    ),
    "organisation": Noun(
        Text("organisation", "organisation"),
        Text("organisationen", "the organisation"),
        Text("organisationer", "organisations"),
    ),
    "perspective": Noun(
        Text("perspektiv", "perspective"),
        Text("perspektivet", "the perspective"),
        Text("perspektiv", "perspectives"),
        neuter=True,
    ),
    "phase": Noun(Text("fas", "phase"), Text("fasen", "the phase"), Text("faser", "phases")),
    "place": Noun(Text("plats", "place"), Text("platsen", "the place"), Text("platser", "places")),
    "plan": Noun(
        Text("angränsande plan", "related plan"),
        Text("planen", "the related plan"),
        Text("angränsande planer", "related plans"),
    ),
    "precondition": Noun(
        Text("förutsättning", "precondition"),
        Text("förutsättningen", "the precondition"),
        Text("förutsättningar", "preconditions"),
    ),
    "principle": Noun(
        Text("vägledande princip", "guiding principle"),
        Text("den vägledande principen", "the guiding principle"),
        Text("vägledande principer", "guiding principles"),
    ),
    "reference": Noun(
        Text("referens", "reference"),
        Text("referensen", "the reference"),
        Text("referenser", "references"),
    ),
    "report": Noun(
        Text("rapport", "report"), Text("rapporten", "the report"), Text("rapporter", "reports")
    ),
    "roadmap": Noun(
        Text("färdplan", "roadmap"),
        Text("färdplanen", "the roadmap"),
        Text("färdplaner", "roadmaps"),
    ),
    "role": Noun(Text("roll", "role"), Text("rollen", "the role"), Text("roller", "roles")),
    "section": Noun(
        Text("avsnitt", "section"),
        Text("avsnittet", "the section"),
        Text("avsnitt", "sections"),
        neuter=True,
    ),
    "statement": Noun(
        Text("formulering", "statement"),
        Text("formuleringen", "the statement"),
        Text("formuleringar", "statements"),
    ),
    "step": Noun(
        Text("steg", "step"), Text("steget", "the step"), Text("steg", "steps"), neuter=True
    ),
    "sub_activity": Noun(
        Text("delaktivitet", "sub-activity"),
        Text("delaktiviteten", "the sub-activity"),
        Text("delaktiviteter", "sub-activities"),
    ),
    "term": Noun(Text("term", "term"), Text("termen", "the term"), Text("termer", "terms")),
    "theme": Noun(
        Text("tema", "theme"), Text("temat", "the theme"), Text("teman", "themes"), neuter=True
    ),
    "training": Noun(
        Text("utbildning", "training"),
        Text("utbildningen", "the training"),
        Text("utbildningar", "trainings"),
    ),
    "unit": Noun(
        Text("verksamhet", "unit"), Text("verksamheten", "the unit"), Text("verksamheter", "units")
    ),
    "vision": Noun(
        Text("målbild", "vision"), Text("målbilden", "the vision"), Text("målbilder", "visions")
    ),
}
"""The nouns by the kind under which references find an entity."""
