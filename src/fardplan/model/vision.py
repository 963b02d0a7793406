"""The målbild: perspectives and their statements."""

from fardplan.model.base import Line, Ordered, Prose, optional, required, several
from fardplan.model.common import Entity, Part, Quotation
from fardplan.model.terms import Voice


class CoreWord(Part):
    """A word around the målbild."""

    entity_kind = "core_word"

    title: Line = required("Värdeord", "Ordet.")
    text: Prose | None = optional("Text", "Vad ordet betyder här.")


class Statement(Part):
    """One sentence of the målbild, whose id stays when the words change."""

    entity_kind = "statement"

    text: Prose = required("Lydelse", "Formuleringen, ordagrant.")

    @property
    def title(self) -> str:
        """The wording, which is also what the statement is called."""
        return self.text


class Perspective(Part):
    """Whose view a group of statements takes."""

    entity_kind = "perspective"

    title: Line = required("Perspektiv", "Vems perspektiv det är.")
    heading: Line | None = optional("Rubrik", "Rubriken över formuleringarna.")
    question: Line | None = optional("Fråga", "Den ledande frågan.")
    voice: Voice | None = optional("Talar som", "Om formuleringarna säger jag eller vi.")
    text: Prose | None = optional("Text", "Mer om perspektivet.")
    statements: Ordered[Statement] = several("Formuleringar", "Formuleringarna, i ordning.")


class Vision(Entity):
    """The shared picture of the wanted state (målbild)."""

    entity_kind = "vision"

    title: Line = required("Titel", "Målbildens namn.")
    key_message: Line | None = optional("Budskap", "Det viktigaste budskapet.")
    text: Prose | None = optional("Text", "Mer om målbilden.")
    core_words: Ordered[CoreWord] = several("Värdeord", "Orden runt målbilden, i ordning.")
    perspectives: Ordered[Perspective] = several(
        "Perspektiv", "Perspektiven med sina formuleringar."
    )
    quotations: Ordered[Quotation] = several("Citat", "Citat med källa.")
