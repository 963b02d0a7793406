"""The cover: what the document is, and the few facts a reader looks for first."""

from __future__ import annotations

from datetime import date

from fardplan.documents.blocks import Fact
from fardplan.documents.compose._spoken import capital, flatten, say_paragraph
from fardplan.documents.compose._times import say_span
from fardplan.documents.compose._view import View
from fardplan.documents.inline import Inline, Link, join, plain
from fardplan.locales.text import Text
from fardplan.model import links
from fardplan.model.chapters import Validity
from fardplan.model.steering import Adoption, Decision
from fardplan.model.steering_terms import DecisionKind

FICTIONAL_KICKER = Text("Påhittat exempel", "Fictional example")
UNTIL_FURTHER_NOTICE = Text("tills vidare", "until further notice")
ADOPTED_BY = Text("Antagen av", "Adopted by")
DECISION = Text("Beslut", "Decision")
VALID = Text("Gäller", "Valid")
DATED = Text("Daterad", "Dated")
CORRECTED = Text("Rättad", "Corrected")
CORRECTIONS = "rattelser"
"""Where the document lists its corrections."""
_BINDING = frozenset(
    {DecisionKind.ADOPT, DecisionKind.ESTABLISH, DecisionKind.APPROVE, DecisionKind.ENDORSE}
)
_ADOPTING = frozenset({DecisionKind.ADOPT, DecisionKind.ESTABLISH})
_LONGEST_DESCRIPTION = 200


def kicker(view: View) -> str:
    """Return the line above the title: the kind of document, its annex label, fiction."""
    roadmap = view.roadmap
    kind = roadmap.document_type or (view.say(roadmap.kind) if roadmap.kind else "")
    label = roadmap.cover.annex_label if roadmap.cover else None
    fiction = view.words(FICTIONAL_KICKER) if roadmap.fictional else ""
    words = (plain(capital(kind)), label or "", fiction)
    return " · ".join(filter(None, words))


def organisation(view: View) -> str:
    """Return who stands behind the roadmap."""
    return plain(capital(view.spoken(view.roadmap, "owners")))


def description(view: View) -> str:
    """Return a sentence or two for search engines and document properties."""
    roadmap = view.roadmap
    text = roadmap.purpose or roadmap.summary or roadmap.key_message or roadmap.subtitle or ""
    words = flatten(text, view.lang)
    if len(words) <= _LONGEST_DESCRIPTION:
        return words
    return words[:_LONGEST_DESCRIPTION].rsplit(" ", 1)[0].rstrip(" ,.;:–") + " …"


def facts(view: View) -> tuple[Fact, ...]:
    """Return the facts on the cover, those alone that are stated."""
    roadmap = view.roadmap
    found = [
        *view.facts(roadmap, "version", "year"),
        _fact(view.words(VALID), validity(view, roadmap.validity)),
        _fact(view.words(DECISION), decision_words(view)),
        _fact(view.words(ADOPTED_BY), adoption_words(view)),
        view.fact(roadmap, "accountable"),
        view.fact(roadmap, "registry_number"),
        view.fact(roadmap, "next_revision"),
        _fact(view.words(CORRECTED), _corrected(view)),
    ]
    if cover := roadmap.cover:
        dated = join([cover.place or "", view.spoken(cover, "date")])
        found += [
            _fact(view.words(DATED), dated),
            _fact(view.words(_AUTHOR), _author(view)),
            None
            if cover.steering_group == roadmap.accountable
            else view.fact(cover, "steering_group"),
        ]
    return tuple(fact for fact in found if fact is not None)


_AUTHOR = Text("Författare", "Author")


def _author(view: View) -> Inline:
    author = view.roadmap.cover.author if view.roadmap.cover else None
    return join([author.role, view.spoken(author, "organisation")]) if author else ""


def _corrected(view: View) -> Inline:
    """Return when the version was last corrected, as the way to what was.

    What was corrected before the decision was corrected in an earlier version.
    """
    decision = find_decision(view)
    decided = _decided_on(decision) if decision else date.min
    later = [one for one in view.roadmap.corrections if (one.date.end or date.min) >= decided]
    latest = max(later, key=lambda one: one.date.end or date.min, default=None)
    return Link(view.say(latest.date), f"#{CORRECTIONS}") if latest else ""


def _fact(label: str, value: Inline) -> Fact | None:
    return Fact(label, capital(value)) if value else None


def validity(view: View, period: Validity | None) -> str:
    """Return from when to when the roadmap is in force, "" where it is not stated."""
    if period is None:
        return ""
    further = view.words(UNTIL_FURTHER_NOTICE) if period.until_further_notice else ""
    return ", ".join(filter(None, [say_span(view, period.from_, period.to), further]))


def decision_words(view: View) -> Inline:
    """Return the decision that gave the roadmap force: who, §, when, registry number."""
    decision = find_decision(view)
    if decision is None:
        return ""
    return join(
        [
            view.spoken(decision, "body") or view.spoken(decision, "party"),
            say_paragraph(decision.paragraph),
            view.spoken(decision, "date"),
            decision.registry_number or "",
        ]
    )


def find_decision(view: View) -> Decision | None:
    """Return the latest adoption of this roadmap; a decision on nothing named may be one too."""
    made = [item for item in view.roadmap.decisions if item.state in (None, "decided")]
    own = [
        item
        for item in made
        if item.kind in _BINDING and any(_is_own(view, link) for link in item.objects)
    ]
    found = own or [item for item in made if item.kind in _ADOPTING and not item.objects]
    return max(found, key=_decided_on, default=None)


def _is_own(view: View, link: links.Link) -> bool:
    return link.roadmap is not None and view.edition.id == link.roadmap


def _decided_on(decision: Decision) -> date:
    return decision.date.end or date.min if decision.date else date.min


def own_adoptions(view: View) -> tuple[Adoption, ...]:
    """Return the adoptions of this roadmap, not those of another document."""
    return tuple(
        item for item in view.roadmap.adoptions if item.document in (None, view.edition.id)
    )


def adoption_words(view: View) -> Inline:
    """Return who has adopted the roadmap and when, where few words say it."""
    decided = [item for item in own_adoptions(view) if item.state == "decided"]
    if len(decided) != 1:
        return ""
    return join([view.spoken(decided[0], "parties"), view.spoken(decided[0], "when")])
