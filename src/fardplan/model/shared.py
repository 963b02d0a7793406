"""What all roadmaps of a repository share: organisations and the glossary."""

from fardplan.model.base import Line, Ordered, Prose, Unordered, Value, optional, required, several
from fardplan.model.common import Part, Source
from fardplan.model.file_format import FileFormat
from fardplan.model.steering import (
    Body,
    OfficialRole,
    Organisation,
    OrganisationClass,
    Place,
    Unit,
)


class Organisations(Value):
    """The parties and their bodies (organisations.yaml)."""

    format: FileFormat = required("Format", "Filformatets version: 1.")
    organisations: Unordered[Organisation] = several("Organisationer", "Parter och aktörer.")
    classes: Unordered[OrganisationClass] = several(
        "Grupper av parter", "Namn för flera parter på en gång."
    )
    bodies: Unordered[Body] = several("Organ", "Råd, nämnder, styrelser och grupper.")
    units: Unordered[Unit] = several("Verksamheter", "Delar av organisationer.")
    roles: Unordered[OfficialRole] = several("Roller", "Roller som kan vara ansvariga.")
    places: Unordered[Place] = several("Platser", "Delar av länet.")
    sources: Ordered[Source] = several("Källor", "Var uppgifterna kommer ifrån.")
    remarks: Prose | None = optional("Anmärkning", "Förklaring av hur källorna har tolkats.")


class GlossaryTerm(Part):
    """A term of the common language."""

    entity_kind = "term"

    term: Line = required("Term", "Ordet som ska användas.")
    abbreviation: Line | None = optional("Förkortning", "Förkortningen, till exempel SIP.")
    definition: Prose | None = optional("Definition", "Vad ordet betyder, på vanlig svenska.")
    synonyms: Unordered[Line] = several("Andra ord", "Ord som betyder samma sak.")
    avoid: Unordered[Line] = several("Undvik", "Ord som inte ska användas.")
    english: Line | None = optional("Engelska", "Ordet på engelska.")

    @property
    def title(self) -> str:
        """The term itself."""
        return self.term


class Glossary(Value):
    """The common language (glossary.yaml)."""

    format: FileFormat = required("Format", "Filformatets version: 1.")
    terms: Unordered[GlossaryTerm] = several("Termer", "Ord och förkortningar.")
    remarks: Prose | None = optional("Anmärkning", "Förklaring av urvalet.")
