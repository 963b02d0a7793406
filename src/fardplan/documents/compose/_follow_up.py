"""How something is followed up: by whom, how often, with which indicators and questions."""

from __future__ import annotations

from collections.abc import Sequence

from fardplan.documents.blocks import Blocks, Facts, Item, Items
from fardplan.documents.compose._pieces import prose
from fardplan.documents.compose._spoken import capital
from fardplan.documents.compose._view import View
from fardplan.documents.inline import Inline, Strong, join
from fardplan.locales.text import Text
from fardplan.model.steering import FollowUp, Instrument

SCALE = Text("skala: {scale}", "scale: {scale}")
ANSWERED_BY = Text("besvaras av {who}", "answered by {who}")
INSTRUMENTS = Text("Enkäter och skalor:", "Questionnaires and scales:")


def follow_up_blocks(view: View, follow_up: FollowUp | None) -> Blocks:
    """Return how something is followed up, in words and as facts."""
    if follow_up is None:
        return ()
    facts = view.rest(follow_up, "text", "instruments")
    return (
        *prose(follow_up.text),
        *((Facts(facts),) if facts else ()),
        *_instruments(view, follow_up.instruments),
    )


def _instruments(view: View, instruments: Sequence[Instrument]) -> Blocks:
    if not instruments:
        return ()
    return (
        Items(tuple(_instrument(view, one) for one in instruments), lead=view.words(INSTRUMENTS)),
    )


def _instrument(view: View, instrument: Instrument) -> Item:
    about: list[Inline] = []
    if instrument.answered_by:
        about.append(view.words(ANSWERED_BY, who=instrument.answered_by))
    if instrument.scale:
        about.append(view.words(SCALE, scale=instrument.scale))
    title = view.noted(Strong(instrument.title), instrument)
    said = join([title, capital(join(about)) if about else ""], ". ")
    questions = (Items(tuple(map(Item, instrument.items))),) if instrument.items else ()
    handled = ("title", "items", "scale", "answered_by")
    return Item(said, (*questions, *view.remaining(instrument, *handled)))
