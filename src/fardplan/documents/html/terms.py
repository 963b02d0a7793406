"""Terms explained in place: a button that opens its explanation, by mouse, touch or keyboard.

The browser opens and closes it (`popover`), so there is no script. Each chapter explains a term
where its running text first mentions it.
"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from fardplan.documents.inline import Term
from fardplan.documents.terms import Explanation, Mention, find_mentions

_BUTTON = Markup('<button type="button" class="term" popovertarget="{}">{}</button>')


def term_id(explanation: Explanation) -> str:
    """Return the id of the box that explains a term."""
    return f"_term-{explanation.key}"


def term_button(explanation: Explanation, words: str) -> Markup:
    """Return the words of a text as the button that opens the explanation."""
    return _BUTTON.format(term_id(explanation), words)


class TermMarker:
    """Knows which terms the chapter at hand has explained, and which the page must explain."""

    def __init__(self, terms: Iterable[Explanation]) -> None:
        """Take the terms that the document knows."""
        self._terms = tuple(terms)
        self._left = dict.fromkeys(self._terms)
        self.explained: dict[str, Explanation] = {}

    def start_chapter(self) -> None:
        """Explain all terms anew."""
        self._left = dict.fromkeys(self._terms)

    def find(self, text: str) -> tuple[Mention, ...]:
        """Return the mentions in a text that are the first of their chapter."""
        return tuple(find_mentions(text, self._left))

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
