"""The themes (hållplatser) over the years that the roadmap holds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from fardplan.documents.blocks import Blocks, Cell
from fardplan.documents.compose._spoken import capital
from fardplan.documents.compose._tables import set_table
from fardplan.documents.compose._times import short
from fardplan.documents.compose._view import View
from fardplan.documents.compose.figures._figure import Frame, as_label, make_figure
from fardplan.documents.inline import Inline
from fardplan.figures import themes as figure
from fardplan.figures.drawing import Drawing
from fardplan.locales.text import Text, join
from fardplan.model.chapters import Theme

CAPTION = Text("Teman år för år", "Themes year by year")
TOLD = Text(
    "Visar vilket tema som gäller när: {themes}.", "Shows which theme holds when: {themes}."
)
ONE = Text("{title} ({when})", "{title} ({when})")
THEME, WHEN, ABOUT = Text("Tema", "Theme"), Text("När", "When"), Text("Gäller", "About")
NO_THEME = Text("Inget tema är angivet för {years}.", "No theme is stated for {years}.")
NOT_STATED = Text("år anges inte", "year not stated")


def theme_figure(view: View) -> Blocks:
    """Return the themes by year; nothing where there is but one, or none has a year."""
    given = view.roadmap.themes
    themes = [_placed(view, theme) for theme in given]
    if len(themes) < 2 or not any(theme.is_dated for theme in themes):
        return ()
    years = _years(view, themes)

    def draw(frame: Frame) -> Drawing:
        return figure.draw_themes(*frame.words, themes, years, view.lang, narrow=frame.narrow)

    head = (view.words(THEME), view.words(WHEN), view.words(ABOUT))
    table = set_table("", head, (_row(view, theme) for theme in given), _note(view, themes, years))
    said = [view.words(ONE, title=one.title, when=one.when) for one in themes]
    told = view.words(TOLD, themes=said)
    return (make_figure(view, "teman", view.words(CAPTION), told, table, draw),)


def _placed(view: View, theme: Theme) -> figure.Theme:
    time = theme.awareness_year
    first, last = (time.start, time.end) if time and time.start and time.end else (None, None)
    when = short(view, time) or view.words(NOT_STATED)
    return figure.Theme(as_label(view, theme.title), first, last, as_label(view, when))


def _years(view: View, themes: list[figure.Theme]) -> tuple[int, int]:
    """Return the years of the roadmap, and those of any theme outside them."""
    days = [day for one in themes for day in (one.first, one.last) if day]
    days += _validity(view)
    return min(days).year, max(days).year


def _validity(view: View) -> Iterator[date]:
    validity = view.roadmap.validity
    for time in (validity.from_, validity.to) if validity else ():
        if time:
            yield from (day for day in (time.start, time.end) if day)


def _row(view: View, theme: Theme) -> tuple[Cell | str, ...]:
    title: Inline = view.link(theme.id, "theme") if theme.id else theme.title
    when: Inline = short(view, theme.awareness_year) or view.not_stated()
    about = view.link_target(theme.relates_to) if theme.relates_to else ""
    return Cell(title), Cell(when), Cell(capital(about))


def _note(view: View, themes: list[figure.Theme], years: tuple[int, int]) -> str:
    empty = figure.empty_years(themes, years)
    return view.words(NO_THEME, years=join(empty, view.lang)) if empty else ""
