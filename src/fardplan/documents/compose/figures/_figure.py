"""What every figure of a document is made with: its name, its words, a drawing for each width."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from fardplan.documents.blocks import Figure, Table
from fardplan.documents.compose._view import View
from fardplan.documents.inline import Inline, plain
from fardplan.documents.typography import set_text
from fardplan.figures.drawing import Drawing


@dataclass(frozen=True, slots=True)
class Frame:
    """Hold what a drawing is called and told as, and whether it is for a phone."""

    name: str
    title: str
    description: str
    narrow: bool = False

    @property
    def words(self) -> tuple[str, str, str]:
        """Return what every drawing begins with: name, title, description."""
        return self.name, self.title, self.description


Draw: TypeAlias = Callable[[Frame], Drawing]


def make_figure(
    view: View,
    name: str,
    caption: Inline,
    description: str,
    table: Table,
    draw: Draw,
    *,
    open: bool = False,  # noqa: A002 (as the block has it)
) -> Figure:
    """Return a figure with its two drawings; `name` is made unique in the document."""
    title = as_label(view, caption)
    told = set_text(description, view.lang)
    wide, narrow = (view.anchors.claim(f"figur-{name}{kind}") for kind in ("", "-smal"))
    return Figure(
        drawing=draw(Frame(wide, title, told)),
        caption=caption,
        alt=f"{title.removesuffix('.')}. {told}",
        data=table,
        narrow=draw(Frame(narrow, title, told, narrow=True)),
        open=open,
    )


def as_label(view: View, words: Inline) -> str:
    """Return words as a drawing has them: without marks, set as the document sets its text."""
    return set_text(plain(words), view.lang)
