"""A Word file: real styles, lists, notes, links and contents, the same bytes every time."""

from __future__ import annotations

from functools import partial
from xml.etree import ElementTree as ET

from fardplan.documents.document import Document
from fardplan.documents.docx import blocks, lists
from fardplan.documents.docx.file import File, mixed
from fardplan.documents.docx.inline import Look, language_tag
from fardplan.documents.docx.layout import Place, space
from fardplan.documents.docx.package import Part
from fardplan.documents.docx.properties import add_properties, add_settings
from fardplan.documents.docx.sheet import closing, contents, cover, section_properties
from fardplan.documents.docx.writer import BlockWriter
from fardplan.documents.docx.xml import Element, element, is_a, paragraph, set_property
from fardplan.documents.engine import Template, explained
from fardplan.documents.inline import Inline
from fardplan.documents.template_fault import TemplateFault
from fardplan.locales.text import Lang, Text

KINDS = (blocks, lists)
"""The modules that hold a function for each kind of block."""

CHAPTER = 2
_STYLES = "styles.xml.j2"
_NAMES = {
    "Lead": Text("Ingress", "Lead"),
    "Aside": Text("Anmärkning", "Aside"),
    "Kicker": Text("Överrad", "Kicker"),
    "CoverKicker": Text("Överrad på omslaget", "Kicker on the cover"),
    "Sender": Text("Avsändare", "Sender"),
    "Standing": Text("Dokumentets status", "Standing"),
    "Fact": Text("Fakta", "Fact"),
    "FactLine": Text("Faktarad", "Fact line"),
    "PartTitle": Text("Titel på en del", "Title of a part"),
    "FoldTitle": Text("Titel på en projektplan", "Title of a plan"),
    "Keyword": Text("Nyckelord", "Keyword"),
    "Picture": Text("Bild", "Picture"),
    "FigureText": Text("Bildtext", "Figure text"),
    "SourceLine": Text("Källa och not", "Source and note"),
    "CodeBlock": Text("Kodstycke", "Code block"),
    "TableText": Text("Tabelltext", "Table text"),
    "Muted": Text("Dämpad", "Muted"),
    "FactLabel": Text("Faktaetikett", "Fact label"),
    "Code": Text("Kod", "Code"),
    "InsertedText": Text("Tillagt", "Inserted"),
    "DeletedText": Text("Borttaget", "Deleted"),
    "BadgeNeutral": Text("Märke", "Badge"),
    "BadgeAccent": Text("Märke framhävt", "Badge accent"),
    "BadgeGood": Text("Märke bra", "Badge good"),
    "BadgeCaution": Text("Märke varning", "Badge caution"),
    "BadgeCritical": Text("Märke allvarligt", "Badge critical"),
    "BadgeQuiet": Text("Märke dämpat", "Badge quiet"),
    "Grid": Text("Färdplanens tabell", "Roadmap table"),
}
_NOT_XML = Text(
    "Mallfilen {file} ger ingen giltig XML. Programmet som läser den säger: {words}",
    "The template file {file} does not give valid XML. The program that reads it says: {words}",
)


def render_docx(document: Document, template: Template) -> bytes:
    """Return the document as a Word file; TemplateFault if a template cannot be used.

    CannotRun where there are pictures, and what draws them is not installed.
    """
    file = File(document, template)
    writer = BlockWriter(file)
    for note in document.notes:
        file.notes.define(note.key, partial(_write_note, file, note.content))
    place = Place(CHAPTER, file.sheet.measure)
    first = cover(writer, place)
    text = [
        *writer.blocks((*document.opening, *document.sections), place),
        *closing(writer, place),
    ]
    _open_sheet(text)
    listed = contents(writer, place)
    body = element("w:body", *first, *listed, *text, section_properties(file))
    _add_parts(file, template)
    file.package.add(file.body, element("w:document", body))
    add_properties(file)
    return file.package.write()


def _write_note(file: File, content: Inline) -> list[Element]:
    return [paragraph("FootnoteText", file.note_words.write(content, Look()))]


def _open_sheet(text: list[Element]) -> None:
    """Let the text begin on a sheet of its own."""
    if is_a(text[0], "w:p"):
        set_property(text[0], element("w:pageBreakBefore"))
        space(text[0], before=0)


def _add_parts(file: File, template: Template) -> None:
    styles = _write_styles(file, template)
    file.body.relate("styles", file.package.add(Part("styles"), styles))
    file.body.relate("numbering", file.package.add(Part("numbering"), file.lists.root()))
    file.body.relate("footnotes", file.package.add(file.footnotes, file.notes.root()))
    add_settings(file)


def _write_styles(file: File, template: Template) -> bytes:
    lang: Lang = file.document.lang
    accent = template.settings.accent
    with explained():
        text = template.docx.get_template(_STYLES).render(
            lang=language_tag(lang),
            names={style: name.say(lang) for style, name in _NAMES.items()},
            accent=mixed(accent, 1),
            tint=mixed(accent, 0.07),
            width=file.sheet.measure,
        )
    try:
        ET.fromstring(text)  # noqa: S314 - the repository's own file; Word reads it next
    except ET.ParseError as error:
        found = template.find(f"docx/{_STYLES}")
        raise TemplateFault(_NOT_XML, file=str(found), words=str(error)) from error
    return text.strip().encode()
