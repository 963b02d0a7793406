"""Ett område heter likadant överallt, eller har sina andra namn under `aliases`.

Ett områdes namn är dess titel (`title`), korta titel (`short_title`) och andra namn (`aliases`).
Regeln varnar när ett av dem skrivs nästan likadant, men inte likadant, på ett ställe där området är
menat: i en uppräkning som också har ett områdes namn, i titeln på ett tema eller avsnitt, eller i
namnet på området i en annan färdplan som det svarar mot (`maps_to`). Den varnar också när två
områden i samma färdplan har samma namn. Helt andra namn på nivån ovanför säger den inget om.

Varför: 003 kallar samma område ”Samordning/(Partnerskap)” på s. 12 och ”Samordning och
partnerskap” på s. 13, och 000 skriver både ”Personcentrat” och ”Personcentrerat förhållningssätt”.
Den som läser ska inte behöva undra om det är samma sak.

In English: An area is called the same everywhere, or has its other names under `aliases`.

The names of an area are its title (`title`), short title (`short_title`) and other names
(`aliases`). The rule warns when one of them is written nearly the same, but not quite, where the
area is meant: in a list that also has the name of an area, in the title of a theme or a section, or
in the name of the area in another roadmap that it answers to (`maps_to`). It also warns when two
areas of a roadmap have the same name. Of names on the level above that are quite different it says
nothing.

Why: 003 calls the same area ”Samordning/(Partnerskap)” on p. 12 and ”Samordning och partnerskap” on
p. 13, and 000 writes both ”Personcentrat” and ”Personcentrerat förhållningssätt”. The reader must
not need to wonder whether they are the same thing.

Fel:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Kommunens färdplan för nära vård
    year: 2024
    profile: direction
    sections:
      - title: Prioriterade områden
        lists:
          - force: need
            items: [Trygg hemma, Personcentrat förhållningssätt]
    # roadmaps/exempel/areas/personcentrerat.yaml
    title: Personcentrerat förhållningssätt

Rätt:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Kommunens färdplan för nära vård
    year: 2024
    profile: direction
    sections:
      - title: Prioriterade områden
        lists:
          - force: need
            items: [Trygg hemma, Personcentrerat förhållningssätt]
    # roadmaps/exempel/areas/personcentrerat.yaml
    title: Personcentrerat förhållningssätt
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from fardplan.locales.text import Text
from fardplan.model.area import Area
from fardplan.model.base import Value, numbered
from fardplan.model.common import Figure, ListBlock
from fardplan.model.edition import Edition
from fardplan.model.fields import FieldSpec, Route, fields_of, models_in, parts
from fardplan.model.refusal import quote
from fardplan.rules._base import Facts, Problem, Related, Severity, rule
from fardplan.rules._labels import are_alike, clues, known_labels, labels_of, plain

WRITTEN_OTHERWISE = Text(
    "Området ”{label}” skrivs ”{written}” här.", "The area “{label}” is written “{written}” here."
)
WRITE_ALIKE = Text(
    'Skriv ”{label}”. Är båda rätt? Lägg till `aliases: ["{written}"]` i områdets fil.',
    'Write “{label}”. Are both right? Add `aliases: ["{written}"]` in the area\'s file.',
)
CALLED_OTHERWISE = Text(
    "Området ”{written}” heter ”{label}” i ”{above}”.",
    "The area “{written}” is called “{label}” in “{above}”.",
)
CALL_ALIKE = Text(
    'Skriv ”{label}” här också. Är båda rätt? Lägg till `aliases: ["{label}"]`.',
    'Write “{label}” here too. Are both right? Add `aliases: ["{label}"]`.',
)
SAME_NAME = Text("Två områden kallas ”{label}”.", "Two areas are called “{label}”.")
NAME_APART = Text(
    "Ge ett av dem ett eget namn: ändra `title`, `short_title` eller `aliases`.",
    "Give one of them a name of its own: change `title`, `short_title` or `aliases`.",
)
NAME_HERE = Text("Områdets namn står här.", "The name of the area stands here.")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that may name an area, with where it stands."""

    file: str
    route: Route
    text: str


class _Names:
    """The names of the areas of a roadmap, to look a written one up among."""

    def __init__(self, edition: Edition) -> None:
        self._known = known_labels(edition)
        self._near: dict[str, list[tuple[str, str]]] = {}
        for name, area in edition.areas.items():
            for label in labels_of(area):
                for clue in clues(label):
                    self._near.setdefault(clue, []).append((name, label))

    def has(self, written: str) -> bool:
        """Tell whether that is the name of an area."""
        return plain(written) in self._known

    def meant_by(self, written: str) -> tuple[str, str] | None:
        """Return the id and the name of the area that is written in another way."""
        if self.has(written):
            return None
        candidates = (one for clue in clues(written) for one in self._near.get(clue, ()))
        return next((one for one in candidates if are_alike(one[1], written)), None)


@rule(
    "inconsistent-label",
    Severity.WARNING,
    Text("Ett område heter likadant överallt.", "An area is called the same everywhere."),
    code="R34",
)
def check(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield the names of areas that are written in several ways, or shared by two areas."""
    if not edition.areas or any(
        facts.is_unsure("areas", key) for key in ("title", "short_title", "aliases")
    ):
        return
    names = _Names(edition)
    for lines in _enumerations(edition):
        if any(names.has(line.text) for line in lines):
            for line in lines:
                yield from _judge(line, names, edition)
    for line in _titles(edition):
        yield from _judge(line, names, edition)
    yield from _shared(edition)
    for name, area in edition.areas.items():
        yield from _above(edition.path_of(f"areas/{name}.yaml"), area, edition, facts)


def _judge(line: _Line, names: _Names, edition: Edition) -> Iterator[Problem]:
    if meant := names.meant_by(line.text):
        name, label = meant
        area = edition.path_of(f"areas/{name}.yaml")
        yield Problem(
            line.file,
            line.route,
            WRITTEN_OTHERWISE,
            {"label": label, "written": quote(line.text)},
            WRITE_ALIKE,
            related=(Related(area, ("title",), NAME_HERE),),
            identity=(name, line.text),
        )


def _enumerations(edition: Edition) -> Iterator[list[_Line]]:
    """Yield every list of lines in the roadmap and its areas that can be a list of areas."""
    documents: list[tuple[str, Value]] = [("roadmap.yaml", edition.roadmap)]
    documents += [(f"areas/{name}.yaml", area) for name, area in edition.areas.items()]
    for document, value in documents:
        file = edition.path_of(document)
        for route, part in parts(value, fields=_leading_to_lists):
            if isinstance(part, ListBlock):
                rows = [
                    ((*route, "items", at, "text"), one.text) for at, one in numbered(part.items)
                ]
                yield _lines(file, rows)
            elif isinstance(part, Figure):
                data = numbered(part.data)
                yield _lines(file, [((*route, "data", at, "label"), one.label) for at, one in data])
    points = numbered(edition.roadmap.key_points)
    yield _lines(edition.path_of("roadmap.yaml"), [(("key_points", at), one) for at, one in points])


@cache
def _leading_to_lists(model: type[Value]) -> tuple[FieldSpec, ...]:
    """Return the fields of a model in which a list or a figure can stand, at any depth."""
    return tuple(spec for spec in fields_of(model) if models_in(spec.model) & {ListBlock, Figure})


def _lines(file: str, rows: Sequence[tuple[Route, str]]) -> list[_Line]:
    return [_Line(file, route, text.strip().rstrip(".,;:")) for route, text in rows]


def _titles(edition: Edition) -> Iterator[_Line]:
    """Yield the titles of sections, and of themes that are about an area."""
    file = edition.path_of("roadmap.yaml")
    for index, section in numbered(edition.roadmap.sections):
        yield _Line(file, ("sections", index, "title"), section.title)
    for index, theme in numbered(edition.roadmap.themes):
        if theme.relates_to and theme.relates_to.area:
            yield _Line(file, ("themes", index, "title"), theme.title)


def _shared(edition: Edition) -> Iterator[Problem]:
    """Yield the names that an area shares with one before it."""
    first: dict[str, tuple[str, Route]] = {}
    for name, area in edition.areas.items():
        file = edition.path_of(f"areas/{name}.yaml")
        own: dict[str, tuple[Route, str]] = {}
        for route, label in _labels_with_places(area):
            own.setdefault(plain(label), (route, label))
        for key, (route, label) in own.items():
            if key in first:
                place, there = first[key]
                yield Problem(
                    file, route, SAME_NAME, {"label": label}, NAME_APART,
                    related=(Related(place, there, NAME_HERE),), identity=("shared", key),
                )  # fmt: skip
            else:
                first[key] = file, route


def _labels_with_places(area: Area) -> Iterator[tuple[Route, str]]:
    yield ("title",), area.title
    if area.short_title:
        yield ("short_title",), area.short_title
    for index, alias in numbered(area.aliases):
        yield ("aliases", index), alias


def _above(file: str, area: Area, edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield an area that answers to one of nearly the same name in another roadmap."""
    own = labels_of(area)
    for _, link in numbered(area.maps_to):
        entity = facts.relations.find(edition.id, "area", link.area)
        if entity is None or entity.home == edition.id or not isinstance(entity.value, Area):
            continue
        theirs = labels_of(entity.value)
        agreed = {plain(one) for one in own} & {plain(one) for one in theirs}
        label = next((one for one in theirs if are_alike(one, area.title)), None)
        if label and not agreed and facts.gaps.is_whole(entity.home):
            above = facts.collection.editions[entity.home].roadmap.title
            yield Problem(
                file,
                ("title",),
                CALLED_OTHERWISE,
                {"written": area.title, "label": label, "above": above},
                CALL_ALIKE,
                related=(Related(entity.file, ("title",), NAME_HERE),),
                identity=(entity.home, entity.id),
            )
