"""What every chapter is composed from: the edition, its references, its language, its notes.

A chapter is a function from a `View` to blocks. `_pieces` holds what several chapters share
(lists, questions, quotations, figures, placeholders, delegation, easy-read and translations).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TypeAlias

from fardplan.documents.blocks import Blocks, Fact, Facts
from fardplan.documents.compose import _generic, _names, _spoken
from fardplan.documents.compose._notes import Anchors, Notes
from fardplan.documents.compose._source_pages import is_told
from fardplan.documents.inline import Inline, Link, Muted, NoteRef, bracketed, join
from fardplan.locales.text import Lang, Text, say_content
from fardplan.model import common, links
from fardplan.model.base import Value
from fardplan.model.edition import Collection, Edition
from fardplan.model.fields import FieldSpec, field_of, fields_of
from fardplan.model.index import SHARED, Entity, Index, Reference
from fardplan.model.roadmap import Roadmap

A_ROADMAP, A_VISION = Text("färdplanen", "the roadmap"), Text("målbilden", "the vision")
NOT_STATED = Text("anges inte", "not stated")
ELSEWHERE = Text("{title} ({roadmap})", "{title} ({roadmap})")
REVIEWED = Text("avstämt mot version {version}", "reviewed against version {version}")
PAGE = Text("s. {page}", "p. {page}")
UNCERTAIN = Text("{certainty} läsning", "{certainty} reading")

Places: TypeAlias = Callable[[Entity], str | None]
"""Returns the address of what is said of an entity, or None where nothing that is published is."""

Crossing: TypeAlias = Mapping[str, tuple[Reference, ...]]
"""The references that may lead from one roadmap to another, by where they stand."""

_UNLINKED = frozenset({"organisation", "class", "unit", "role", "place"})
"""Kinds that are named so often that a link each time would only disturb."""


@dataclass(frozen=True)
class View:
    """One edition as a document in one language; composing gathers notes and hands out anchors.

    `places` says where links lead; without it, to anchors in this document alone.
    """

    edition: Edition
    collection: Collection
    index: Index
    lang: Lang
    places: Places | None = None
    notes: Notes = field(default_factory=Notes)
    anchors: Anchors = field(default_factory=Anchors)
    crossing: Crossing | None = None
    made_up: frozenset[str] = frozenset()
    """The fields of roadmap.yaml that had to be made up: nothing is said of them."""
    found: dict[tuple[str, tuple[str, ...]], Entity | None] = field(default_factory=dict)
    """What references lead to, as far as it has been asked: most are asked for many times."""

    @property
    def roadmap(self) -> Roadmap:
        """Return what stands in roadmap.yaml."""
        return self.edition.roadmap

    def words(self, text: Text, /, **values: object) -> str:
        """Return one of our own texts in the document's language.

        `{plan}` and `{Plan}` stand for what the document is: the roadmap, or a målbild of its own.
        """
        plan = (A_VISION if self.roadmap.profile == "vision" else A_ROADMAP).say(self.lang)
        return text.say(self.lang, **{"plan": plan, "Plan": plan.capitalize(), **values})

    # References

    def anchor(self, kind: str, entity_id: str | None) -> str:
        """Return the anchor for what bears this id, once: nothing in a document has it twice."""
        return self.anchors.claim(f"{kind}-{entity_id}") if entity_id else ""

    def anchor_of(self, value: Value) -> str:
        """Return the anchor of something inside a file, or "" where it has no id of its own."""
        entity_id = getattr(value, value.identity, None)
        return self.anchor(value.entity_kind, str(entity_id)) if value.entity_kind and entity_id \
            else ""  # fmt: skip

    def find(self, written: str, kinds: tuple[str, ...]) -> Entity | None:
        """Return what a written reference leads to, or None."""
        key = (written, kinds)
        if key not in self.found:
            self.found[key] = self.index.resolve(self.edition.id, written, kinds).entity
        return self.found[key]

    def title_of(self, kind: str | tuple[str, ...], written: str) -> str:
        """Return the title of what a reference leads to, or the reference as written."""
        kinds = (kind,) if isinstance(kind, str) else kind
        entity = self.find(written, kinds)
        return written if entity is None else self.name_of(entity)

    def name_of(self, entity: Entity) -> str:
        """Return what an entity is called in running text."""
        return _names.name_of(self, entity)

    def link(self, written: str, kinds: tuple[str, ...] | str, words: Inline = "") -> Inline:
        """Return a reference as a link to its target, or its title where there is no place to go.

        What another roadmap holds is told with that roadmap's name; what is found nowhere is shown
        as written. `words` stand instead of the title.
        """
        kinds = (kinds,) if isinstance(kinds, str) else kinds
        entity = self.find(written, kinds)
        return Muted(written) if entity is None else self.link_to(entity, words)

    def link_to(self, entity: Entity, words: Inline = "") -> Inline:
        """Return a link to an entity, as `link` does."""
        words = words or self.name_of(entity)
        if entity.kind in _UNLINKED or entity.value is self.roadmap:
            return words
        if entity.home not in (SHARED, self.edition.id) and entity.kind != "roadmap":
            words = self.words(ELSEWHERE, title=words, roadmap=self.name_of_roadmap(entity.home))
        address = self.address_of(entity)
        return Link(words, address) if address else words

    def address_of(self, entity: Entity) -> str | None:
        """Return where a link to an entity leads, or None where there is no place to go."""
        if self.places:
            return self.places(entity)
        return f"#{entity.kind}-{entity.id}" if entity.home in (SHARED, self.edition.id) else None

    def name_of_roadmap(self, roadmap: str) -> str:
        """Return the short name of a roadmap, or its id where it is not at hand."""
        edition = self.collection.editions.get(roadmap)
        return (edition.roadmap.short_title or edition.roadmap.title) if edition else roadmap

    def link_target(self, link: links.Link) -> Inline:
        """Return a `Link` value: its target, and the version it was last reviewed against."""
        kind, written = link.target
        spec = field_of(type(link), kind)
        version = self.words(REVIEWED, version=link.reviewed) if link.reviewed else ""
        said: list[Inline] = [version, self.spoken(link, "reviewed_on")]
        said += [link.reviewed_by or "", link.outcome or ""]
        review = join(said)
        target = self.link(written, spec.refs if spec else (kind,))
        return join([target, Muted(bracketed(review)) if review else ""], " ")

    # Values

    def say(self, value: object) -> str:
        """Return a single value that is no reference: a time, number, term, yes or no, text."""
        return say_content(value, self.lang)

    def spoken(self, value: Value, name: str) -> Inline:
        """Return the content of a field in running text, "" where it is absent.

        References become links, sums get their unit, lists are joined by commas.
        """
        return _generic.speak(self, value, spec_of(value, name))

    def label(self, value: Value | type[Value], name: str) -> str:
        """Return what a field is called in the document's language."""
        return spec_of(value, name).label(self.lang)

    def fact(self, value: Value, name: str, label: str = "") -> Fact | None:
        """Return a field as label and value, or None where it is absent."""
        if name in self.made_up and value is self.roadmap:
            return None
        return _generic.make_fact(self, value, spec_of(value, name), label)

    def facts(self, value: Value, *names: str) -> tuple[Fact, ...]:
        """Return those of the named fields that are set, as label and value."""
        found = (self.fact(value, name) for name in names)
        return tuple(fact for fact in found if fact is not None)

    def rest(self, value: Value, *handled: str) -> tuple[Fact, ...]:
        """Return every set field but those that the chapter has a form of its own for."""
        return self.facts(value, *_generic.others(type(value), handled))

    def remaining(self, value: Value, *handled: str) -> Blocks:
        """Return `rest` as a block, or nothing where all is said."""
        rows = self.rest(value, *handled)
        return (Facts(rows),) if rows else ()

    def asked(self, value: Value, name: str, label: str = "") -> Fact:
        """Return a field that a reader looks for: "anges inte" is said where it is absent."""
        fact = self.fact(value, name, label)
        if fact is not None:
            return fact
        return Fact(label or self.label(value, name), self.not_stated())

    def not_stated(self) -> Muted:
        """Return the words for what the source leaves out."""
        return Muted(self.words(NOT_STATED))

    # Sources

    def source(self, source: common.Source) -> Inline:
        """Return where something stands: the document's title, pages, heading."""
        page = source.pages or source.page
        sure = source.certainty
        return join(
            [
                self.link(source.document, ("reference", "roadmap")),
                self.words(PAGE, page=page) if page else "",
                f"”{source.section}”" if source.section else "",
                self.words(UNCERTAIN, certainty=sure) if sure and sure != "certain" else "",
            ]
        )

    def sources_note(self, value: Value, within: Sequence[Value] = ()) -> tuple[NoteRef, ...]:
        """Return a mark for each source of `value`, and one for its remark; each has its note.

        `within` is what `value` stands under: a source that its heading names is not told again.
        """
        told = [source for above in within for source in getattr(above, "sources", ())]
        notes = [
            self.notes.refer(self.source(item))
            for item in getattr(value, "sources", ())
            if not is_told(item, told)
        ]
        if remarks := getattr(value, "remarks", None):
            notes.append(self.notes.refer(_spoken.flatten(remarks, self.lang)))
        return tuple(dict.fromkeys(notes))

    def noted(self, words: Inline, value: Value, within: Sequence[Value] = ()) -> Inline:
        """Return words with the marks of the sources of `value` after them, as `sources_note`."""
        return join([words, self.sources_note(value, within)], "")


def spec_of(value: Value | type[Value], name: str) -> FieldSpec:
    """Return the specification of a field by its attribute; KeyError if there is none."""
    return _specs_of(value if isinstance(value, type) else type(value))[name]


@cache
def _specs_of(model: type[Value]) -> Mapping[str, FieldSpec]:
    return {spec.name: spec for spec in fields_of(model)}
