"""Terms explained in place: a button that opens its explanation, by mouse, touch or keyboard.

The browser opens and closes it (`popover`), so there is no script. Each chapter explains a term
where its running text first mentions it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from markupsafe import Markup

from fardplan.documents.inline import Term
from fardplan.documents.terms import Explanation, Mention, find_mentions, mentions_any

_BUTTON = Markup('<button type="button" class="term" popovertarget="{}">{}</button>')
_WHOLE = Markup('<span class="whole">{}{}{}</span>')
_OPENS, _CLOSES = re.compile(r"[(\[”“’]*\Z"), re.compile(r"[,.;:!?)\]”“’…]*")


def term_id(explanation: Explanation) -> str:
    """Return the id of the box that explains a term."""
    return f"_term-{explanation.key}"


def term_button(explanation: Explanation, words: str) -> Markup:
    """Return the words of a text as the button that opens the explanation."""
    return _BUTTON.format(term_id(explanation), words)


def split_at_terms(text: str, mentions: Iterable[Mention]) -> Iterator[str | Markup]:
    """Yield the text between the mentions, and each mention as its button.

    Punctuation stays beside its button: to a browser that is a thing like a picture, so a comma
    might begin the next line.
    """
    end = 0
    for mention in mentions:
        between = text[end : mention.start]
        opens = _OPENS.search(between)
        closes = _CLOSES.match(text, mention.end)
        button = term_button(mention.explanation, text[mention.start : mention.end])
        before, after = (found[0] if found else "" for found in (opens, closes))
        yield between.removesuffix(before)
        yield _WHOLE.format(before, button, after) if before or after else button
        end = mention.end + len(after)
    yield text[end:]


class TermMarker:
    """Knows which terms the chapter at hand has explained, and which the page must explain."""

    def __init__(self, terms: Iterable[Explanation]) -> None:
        """Take the terms that the document knows."""
        self._terms = tuple(terms)
        self._left = dict.fromkeys(self._terms)
        self._mentions_any = mentions_any(self._terms)
        self.explained: dict[str, Explanation] = {}

    def start_chapter(self) -> None:
        """Explain all terms anew."""
        self._left = dict.fromkeys(self._terms)

    def find(self, text: str) -> tuple[Mention, ...]:
        """Return the mentions in a text that are the first of their chapter."""
        return tuple(find_mentions(text, self._left)) if self._mentions_any(text) else ()

    def keep(self, explanations: Iterable[Explanation]) -> None:
        """Note what has been marked as a button."""
        for explanation in explanations:
            self._left.pop(explanation, None)
            self.explained[explanation.key] = explanation

    def explain(self, term: Term) -> Markup:
        """Return the button of a term that brings its own explanation."""
        same = (one for one in self.explained.values() if one.definition == term.definition)
        found = next((one for one in same if one.term == term.text), None)
        key = f"own-{len(self.explained) + 1}"
        explanation = found or Explanation(key, term.text, term.definition)
        self.keep((explanation,))
        return term_button(explanation, term.text)
