"""The footnotes of a document, gathered while it is composed."""

from __future__ import annotations

from dataclasses import dataclass, field

from fardplan.documents.document import Note
from fardplan.documents.inline import Inline, NoteRef, plain


@dataclass(slots=True)
class Notes:
    """Gathers notes; the same words make the same note, however often they are asked for."""

    _notes: dict[str, Note] = field(default_factory=dict)

    def refer(self, content: Inline) -> NoteRef:
        """Return the mark of the note with this content."""
        words = plain(content)
        note = self._notes.setdefault(words, Note(f"n{len(self._notes) + 1}", content))
        return NoteRef(note.key)

    def all(self) -> tuple[Note, ...]:
        """Return the notes so far, in the order in which they were first asked for."""
        return tuple(self._notes.values())


@dataclass(slots=True)
class Anchors:
    """Hands out anchors, none twice, so that an id written twice breaks no document."""

    _given: set[str] = field(default_factory=set)

    def claim(self, name: str) -> str:
        """Return `name`, or `name-2` and on where it is taken."""
        anchor, number = name, 1
        while anchor in self._given:
            number += 1
            anchor = f"{name}-{number}"
        self._given.add(anchor)
        return anchor
