"""Det som bygger på något annat får inte bygga på sig självt, inte heller på omvägar.

Det gäller det som något är en del av (`part_of`), måste vänta på (`depends_on`, `after`), bidrar
till (`contributes_to`) och består av (`members`).

Varför: Två aktiviteter som väntar på varandra blir aldrig av, och en grupp som ingår i sig själv
har inga medlemmar.

In English: What builds on something else may not build on itself, not by a detour either.

That goes for what something is part of (`part_of`), has to wait for (`depends_on`, `after`),
contributes to (`contributes_to`) and consists of (`members`).

Why: Two activities that wait for one another never begin, and a group that is a part of itself has
no members.

Fel:

    # roadmaps/exempel/activities/trygghetsteam.yaml
    title: Pröva trygghetsteam
    goal: trygg-hemgang
    delegated_to: aldreplan
    depends_on: [utbildning]
    # roadmaps/exempel/activities/utbildning.yaml
    title: Utbilda trygghetsteamet
    goal: trygg-hemgang
    delegated_to: aldreplan
    depends_on: [trygghetsteam]

Rätt:

    # roadmaps/exempel/activities/trygghetsteam.yaml
    title: Pröva trygghetsteam
    goal: trygg-hemgang
    delegated_to: aldreplan
    depends_on: [utbildning]
    # roadmaps/exempel/activities/utbildning.yaml
    title: Utbilda trygghetsteamet
    goal: trygg-hemgang
    delegated_to: aldreplan
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fardplan.locales.text import Lang, Text
from fardplan.model.index import SHARED
from fardplan.rules._base import Facts, Problem, Related, whole_rule
from fardplan.rules._cycles import find_cycles
from fardplan.rules._links import FOLLOWED, Link
from fardplan.rules._named import QUOTED

AROUND = Text("Det här leder runt till sig självt: {way}.", "This leads back to itself: {way}.")
ITSELF = Text("”{title}” hänvisar till sig självt.", "“{title}” refers to itself.")
BREAK = Text(
    "Ta bort den av hänvisningarna som inte stämmer.",
    "Delete the one of the references that is not true.",
)
DELETE = Text("Ta bort hänvisningen.", "Delete the reference.")
NEXT = Text("… som leder till ”{title}”.", "… which leads to “{title}”.")


@dataclass(frozen=True, slots=True)
class Way:
    """Titles in the order in which one leads to the next."""

    titles: tuple[str, ...]

    def say(self, lang: Lang) -> str:
        """Return them with arrows between."""
        return " → ".join(QUOTED.say(lang, title=title) for title in self.titles)


@whole_rule(
    "reference-cycle",
    Text("Inget bygger på sig självt.", "Nothing builds on itself."),
)
def check(facts: Facts) -> Iterator[Problem]:
    """Yield each ring of references once: in its roadmap, or where several share it, apart."""
    for key in FOLLOWED:
        knots = facts.links.knots(key)
        around = frozenset().union(*knots)
        for knot in knots if facts.home == SHARED else ():
            links = [link for home in sorted(knot) for link in facts.links.under(home, key)]
            yield from map(_problem, find_cycles(links))
        if facts.home not in around:
            yield from map(_problem, find_cycles(facts.links.under(facts.home, key)))


def _problem(ring: list[Link]) -> Problem:
    first, *others = ring
    titles = [ring[-1].target.title, *(link.target.title for link in ring)]
    return Problem(
        first.reference.file,
        first.reference.route,
        AROUND if others else ITSELF,
        {"way": Way(tuple(titles)), "title": first.target.title},
        BREAK if others else DELETE,
        related=tuple(
            Related(link.reference.file, link.reference.route, NEXT, {"title": link.target.title})
            for link in others
        ),
        identity=(first.key, *sorted("/".join(link.source) for link in ring)),
    )
