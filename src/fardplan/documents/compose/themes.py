"""The themes (hållplatser): the common focus of a year, and what was found out before it."""

from __future__ import annotations

from fardplan.documents.blocks import Blocks, Facts, Section
from fardplan.documents.compose._chapter import chapter
from fardplan.documents.compose._labelled import line
from fardplan.documents.compose._pieces import prose
from fardplan.documents.compose._view import View
from fardplan.documents.compose.figures.themes import theme_figure
from fardplan.locales.text import Text
from fardplan.model.chapters import Theme, ThemePreparation

THEMES = Text("Teman", "Themes")
KICKER = Text("Tema", "Theme")
PREPARATION = Text("Inför temat", "Before the theme")


def themes(view: View) -> Section | None:
    """Return the themes in order."""
    return chapter(
        "teman",
        view.words(THEMES),
        theme_figure(view),
        tuple(_theme(view, number, item) for number, item in enumerate(view.roadmap.themes, 1)),
    )


def _theme(view: View, number: int, theme: Theme) -> Section:
    facts = view.facts(theme, "awareness_year", "relates_to", "overlaps")
    return Section(
        view.anchor_of(theme) or view.anchor("theme", str(number)),
        view.noted(theme.title, theme),
        facts=facts,
        blocks=(*prose(theme.text), *_preparation(view, theme.preparation)),
        contents=False,
    )


def _preparation(view: View, found: ThemePreparation | None) -> Blocks:
    if found is None:
        return ()
    learnt = view.facts(found, "weaknesses", "strengths", "measures")
    rows = view.facts(found, "groups", "when")
    head = line(rows, view.words(PREPARATION))
    return (*head, *prose(found.text), *((Facts(learnt),) if learnt else ()))
