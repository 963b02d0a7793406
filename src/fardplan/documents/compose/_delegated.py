"""Where something is handled instead, said once where it is decided and in short below it."""

from __future__ import annotations

from fardplan.documents.blocks import Paragraph
from fardplan.documents.compose._spoken import flatten
from fardplan.documents.compose._view import View
from fardplan.documents.inline import Inline, Muted, bracketed, join
from fardplan.locales.text import Text
from fardplan.model.links import Delegation

HANDLED = {
    "area": Text("Området hanteras i ", "The area is handled in "),
    "goal": Text("Målet hanteras i ", "The goal is handled in "),
    "activity": Text("Aktiviteten hanteras i ", "The activity is handled in "),
}
WHOLE = {
    "area": Text(", som hela området", ", like the whole area"),
    "goal": Text(", som hela målet", ", like the whole goal"),
}
WORDING = Text(" I källan står: ”{wording}”", " The source says: “{wording}”")
DESCRIBED_IN = Text("beskrivs i ", "described in ")


def handled_in(view: View, delegated: Delegation, kind: str, said_by: str = "") -> Paragraph:
    """Return the sentence that says which plan takes over a `kind` of thing.

    `said_by` is the area or goal that says so for all below it; the source's words stand there.
    """
    inherited = said_by not in ("", kind)
    whole = view.words(WHOLE[said_by]) if inherited else ""
    said = "" if inherited or not delegated.wording else flatten(delegated.wording, view.lang)
    wording = view.words(WORDING, wording=_sentence(said)) if said else ""
    plan = view.spoken(delegated, "plan")
    return Paragraph(join([view.words(HANDLED[kind]), plan, f"{whole}.", wording], ""))


def _sentence(said: str) -> str:
    bare = said.strip('”"“ ')
    return bare if bare.endswith((".", "!", "?")) else f"{bare}."


def described_in(view: View, delegated: Delegation) -> Inline:
    """Return the remark that stands in a table: "(beskrivs i Handlingsplan för …)"."""
    plan = view.spoken(delegated, "plan")
    return Muted(bracketed(join([view.words(DESCRIBED_IN), plan], "")))
