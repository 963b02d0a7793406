"""How a chapter is put together: nothing where it has nothing to say."""

from __future__ import annotations

from fardplan.documents.blocks import Blocks, Section
from fardplan.documents.inline import Inline


def chapter(
    anchor: str, title: Inline, *groups: Blocks, kicker: str = "", contents: bool = True
) -> Section | None:
    """Return a section of these blocks, or None where there are none."""
    blocks = tuple(block for group in groups for block in group)
    if not blocks:
        return None
    return Section(anchor, title, blocks=blocks, kicker=kicker, contents=contents)


def only(*sections: Section | None) -> tuple[Section, ...]:
    """Return the sections that are there."""
    return tuple(section for section in sections if section is not None)
