"""How the parties cooperate: principles in boxes, perspectives that run through everything."""

from __future__ import annotations

from fardplan.documents.blocks import Blocks, Card, Cards, Item, Items, Paragraph, Section
from fardplan.documents.compose._chapter import chapter, only
from fardplan.documents.compose._names import name_value
from fardplan.documents.compose._pieces import prose
from fardplan.documents.compose._spoken import capital, flatten
from fardplan.documents.compose._view import View
from fardplan.documents.inline import Inline, Strong, join
from fardplan.locales.text import Text
from fardplan.model.chapters import Principle

PRINCIPLES = Text("Så samarbetar vi", "How we work together")
KICKER = Text("Vägledande principer", "Guiding principles")
CROSS_CUTTING = Text("Det här ska finnas med i allt", "What runs through everything")
QUALITIES = Text("Arbetet ordnas efter kvaliteterna ", "The work is ordered by the qualities ")
BUILDS_ON = Text("Ur målbilden: ”{statement}”", "From the vision: “{statement}”")


def principles(view: View) -> Section | None:
    """Return the guiding principles, the cross-cutting perspectives and the qualities."""
    cards = tuple(_card(view, item) for item in view.roadmap.principles)
    return chapter(
        "sa-samarbetar-vi",
        view.words(PRINCIPLES),
        (Cards(cards),) if cards else (),
        _qualities(view),
        only(_cross_cutting(view)),
        kicker=view.words(KICKER) if cards else "",
    )


def _card(view: View, principle: Principle) -> Card:
    title: Inline = name_value(view, principle, view.edition.id)
    said = principle.text if principle.title else None
    blocks: Blocks = prose(said)
    if principle.statement and (principle.title or not title):
        target = view.find(principle.statement, ("statement",))
        words = view.name_of(target) if target else principle.statement
        blocks += (Paragraph(view.words(BUILDS_ON, statement=words), "muted"),)
    elif principle.statement and principle.text:
        blocks += (Paragraph(flatten(principle.text, view.lang)),)
    return Card(view.noted(title, principle), blocks, anchor=view.anchor_of(principle))


def _qualities(view: View) -> Blocks:
    if not view.roadmap.qualities:
        return ()
    words = view.spoken(view.roadmap, "qualities")
    return (Paragraph(join([view.words(QUALITIES), words, "."], "")),)


def _cross_cutting(view: View) -> Section | None:
    items = tuple(
        Item(view.noted(Strong(item.title), item), prose(item.text), view.anchor_of(item))
        for item in view.roadmap.cross_cutting
    )
    blocks = (Items(items),) if items else ()
    return chapter("genomsyrande", capital(view.words(CROSS_CUTTING)), blocks, contents=False)
