"""What the roadmap rests on and belongs with: other documents, annexes, words of the field."""

from __future__ import annotations

from fardplan.documents.blocks import Blocks, Fact, Facts, Item, Items, Section
from fardplan.documents.compose._chapter import chapter, only
from fardplan.documents.compose._pieces import prose
from fardplan.documents.compose._spoken import capital, flatten
from fardplan.documents.compose._view import View
from fardplan.documents.inline import Badge, Inline, Link, Muted, Strong, bracketed, join
from fardplan.locales.text import Text
from fardplan.model.chapters import Annex, ExternalGoal, Reference, RelatedPlan, ReplacedDocument
from fardplan.model.links import Relation
from fardplan.model.shared import GlossaryTerm

BELONGS = Text("Så hör {plan} ihop med annat", "What {plan} belongs with")
IMPLEMENTS = Text("{Plan} genomför", "{Plan} implements")
RELATIONS = Text("Andra dokument", "Other documents")
PLANS = Text("Andra planer", "Other plans")
REPLACES = Text("{Plan} ersätter", "{Plan} replaces")
EXTERNAL = Text("Mål från andra", "Goals set by others")
REFERENCES = Text("Källor och hänvisningar", "Sources and references")
ANNEXES = Text("Bilagor", "Annexes")
ANNEX = Text("Bilaga {number}", "Annex {number}")
NOT_ENCLOSED = Text("Följer inte med", "Not enclosed")
WORDS = Text("Ord och förkortningar", "Words and abbreviations")
AVOID = Text("Undvik: {words}", "Avoid: {words}")
UPDATED = Text("uppdaterad {time}", "updated {time}")
VERSION = Text("version {version}", "version {version}")


def belongs(view: View) -> Section | None:
    """Return what the roadmap implements, relates to, hands over to and replaces."""
    roadmap = view.roadmap
    implements = tuple(Item(capital(view.link_target(link))) for link in roadmap.implements)
    return chapter(
        "samband",
        view.words(BELONGS),
        _list(implements, f"{view.words(IMPLEMENTS)}:"),
        _list(tuple(_relation(view, item) for item in roadmap.relations),
              f"{view.words(RELATIONS)}:"),
        _list(tuple(_replaced(view, item) for item in roadmap.replaces),
              f"{view.words(REPLACES)}:"),
        _list(tuple(_external(item) for item in roadmap.external_goals),
              f"{view.words(EXTERNAL)}:"),
        only(chapter("andra-planer", view.words(PLANS),
                     _list(tuple(_plan(view, item) for item in roadmap.related_plans)))),
    )  # fmt: skip


def _list(items: tuple[Item, ...], lead: Inline = "") -> Blocks:
    return (Items(items, lead=lead),) if items else ()


def _relation(view: View, relation: Relation) -> Item:
    words = join([view.say(relation.kind), view.link_target(relation)], " ")
    return Item(capital(words), prose(relation.text))


def _replaced(view: View, document: ReplacedDocument) -> Item:
    title = Link(document.title, document.url) if document.url else document.title
    return Item(join([title, document.registry_number or "", view.spoken(document, "date")]))


def _external(goal: ExternalGoal) -> Item:
    title = Link(goal.title, goal.url) if goal.url else goal.title
    return Item(join([goal.number or "", title], " "))


def _plan(view: View, plan: RelatedPlan) -> Item:
    title: Inline = Link(plan.title, plan.url) if plan.url else plan.title
    facts = view.facts(plan, "period", "relation", "accountable", "registry_number")
    long = f" – {plan.long_title}" if plan.long_title else ""
    return Item(
        view.noted(join([Strong(title), long], ""), plan),
        (*prose(plan.text), *((Facts(facts, "line"),) if facts else ())),
        view.anchor_of(plan),
    )


def references(view: View) -> Section | None:
    """Return the documents that the roadmap cites."""
    items = tuple(_reference(view, item) for item in view.roadmap.references)
    return chapter("kallor", view.words(REFERENCES), _list(items))


def _reference(view: View, reference: Reference) -> Item:
    title: Inline = Link(reference.title, reference.url) if reference.url else reference.title
    updated = view.words(UPDATED, time=reference.updated) if reference.updated else ""
    version = view.words(VERSION, version=reference.version) if reference.version else ""
    details = join(
        [
            capital(view.spoken(reference, "kind")),
            version,
            reference.number or "",
            reference.publisher or "",
            reference.year or "",
            view.spoken(reference, "date"),
            view.spoken(reference, "period"),
            updated,
            reference.registry_number or "",
        ]
    )
    words = join([title, Muted(details) if details else ""], ". ")
    return Item(view.noted(words, reference), prose(reference.text), view.anchor_of(reference))


def annexes(view: View) -> Section | None:
    """Return the annexes; one that is named but not there says so."""
    return chapter(
        "bilagor", view.words(ANNEXES), _list(tuple(_annex(view, a) for a in view.roadmap.annexes))
    )


def _annex(view: View, annex: Annex) -> Item:
    title: Inline = Link(annex.title, annex.url) if annex.url else annex.title
    missing = Badge(view.words(NOT_ENCLOSED), "caution") if annex.available is False else ""
    document = view.spoken(annex, "document")
    words = join(
        [
            join([Strong(view.words(ANNEX, number=annex.number)), title], ": "),
            bracketed(document),
            missing,
        ],
        " ",
    )
    return Item(view.noted(words, annex), prose(annex.text), view.anchor("annex", annex.number))


def words_section(view: View, terms: tuple[GlossaryTerm, ...]) -> Section | None:
    """Return the terms of the common language that the document uses, explained."""
    rows = tuple(_term(view, term) for term in terms)
    return chapter("ord", view.words(WORDS), (Facts(rows),) if rows else ())


def _term(view: View, term: GlossaryTerm) -> Fact:
    label = f"{term.term} ({term.abbreviation})" if term.abbreviation else term.term
    avoid = view.words(AVOID, words=", ".join(term.avoid)) if term.avoid else ""
    said = flatten(term.definition, view.lang) if term.definition else ""
    return Fact(label, join([said, avoid], " "))
