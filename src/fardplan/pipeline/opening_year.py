"""What a new edition says of itself: its year, version and status, and no more of the old one.

What is only about the old edition goes: its corrections, its consultations, its way to a decision,
the decisions and adoptions by which it was made and adopted, the last day for those, its registry
number, its case, the date on its cover and the day by which it was judged. What is history of the
roadmap stays: decisions on money, on activities and on how long the roadmap is in force, the events
and the reports. The old edition is named among what the new one replaces, if it
was in force. Everything that goes remains in the old edition in git.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fardplan.editing.fragments import Bare, Plain
from fardplan.locales.text import Localised, Saying, Text, in_any_language
from fardplan.model.answers import read_answer
from fardplan.model.base import numbered
from fardplan.model.chapters import Theme
from fardplan.model.edition import Edition
from fardplan.model.fields import Route, field_of
from fardplan.model.index import Index, references
from fardplan.model.names import slug
from fardplan.model.refusal import Refused
from fardplan.model.roadmap import Roadmap
from fardplan.model.steering import Decision
from fardplan.model.steering_terms import DecisionKind, DecisionState
from fardplan.model.terms import RoadmapStatus
from fardplan.model.time import FuzzyTime
from fardplan.pipeline.drafting import Drafting, Section
from fardplan.rules._decisions import brings_into_force, is_about, is_made, is_of

CHANGED = Text("Ändrat i {file}", "Changed in {file}")
FROM_TO = Text("{label}: {old} → {new}", "{label}: {old} → {new}")
NOW = Text("{label}: {new}", "{label}: {new}")
GOES = Text("Bort (finns kvar i {old})", "Gone (remains in {old})")
KEY = Text("{label} (`{key}`)", "{label} (`{key}`)")
KEYS = Text("{label} (`{key}`): {n} st", "{label} (`{key}`): {n}")
NAMED = Text("{label} (`{key}`): {names}", "{label} (`{key}`): {names}")
COMMENT = Text("Kommentaren ”{comment}” följde med", "The comment “{comment}” went along")
THEME = Text("Tema", "Theme")
REPLACED = Text("{label}: + {new}", "{label}: + {new}")
REFERRED = Text(
    "Beslutet ”{title}” gäller {old} men står kvar, eftersom annat i färdplanen hänvisar dit",
    "The decision “{title}” is about {old} but stays, since other parts of the roadmap refer to it",
)
VERSION_TITLE = Text("{title}, version {version}", "{title}, version {version}")

_GONE: tuple[Route, ...] = (
    ("judged_as_of",), ("corrections",), ("registry_number",), ("annex_of",), ("cover", "date"),
    ("adoption", "by"), ("consultations",), ("decision_path",),
)  # fmt: skip
_OF_AN_EDITION = frozenset(DecisionKind) - {
    DecisionKind.DECIDE_DIRECTION, DecisionKind.PROLONG, DecisionKind.TERMINATE,
}  # fmt: skip
_WAS_IN_FORCE = frozenset(
    {RoadmapStatus.ADOPTED, RoadmapStatus.IN_FORCE, RoadmapStatus.UNDER_REVISION}
)
_YEAR = re.compile(r"(?<![0-9])(?:19|20|21)[0-9]{2}(?![0-9])")


@dataclass(frozen=True, slots=True)
class Front:
    """What the new edition says of itself."""

    year: int
    version: str | None
    status: RoadmapStatus
    updated: str
    next_revision: str | None
    theme: str | None
    """The id of a theme that is there, or the title of a new one."""


@dataclass(frozen=True, slots=True)
class OpeningYear:
    """The front matter of a roadmap on its way into a new year."""

    edition: Edition
    index: Index
    front: Front
    about_leaving: frozenset[int]
    """The decisions that are about nothing but what leaves the roadmap, by their place."""
    leaving: frozenset[str]
    """The files that leave."""

    @property
    def file(self) -> str:
        """The file that all this stands in."""
        return self.edition.path_of("roadmap.yaml")

    @property
    def kept(self) -> frozenset[int]:
        """The decisions about what leaves only that stay, since something refers to them."""
        return self.about_leaving.difference(self._decisions())

    def carry_out(self, drafting: Drafting, old: Localised) -> Iterator[Section]:
        """Make the changes, and yield what is to be told; `old` names the old edition."""
        lines = [*self._replace_old(drafting), *self._set_keys(drafting)]
        lines += self._set_theme(drafting)
        routes = [*self._routes()]
        comments = drafting.take_out(self.file, routes) if routes else ()
        yield Section(Saying(CHANGED, {"file": self.file}), tuple(lines))
        gone = [*self._name_gone(), *(Saying(COMMENT, {"comment": one}) for one in comments)]
        if gone:
            yield Section(Saying(GOES, {"old": old}), tuple(gone))

    def kept_for_others(self, old: Localised) -> Iterator[Localised]:
        """Yield the decisions on the old edition that others refer to, and so must stay."""
        referred = self._referred()
        for number, decision in numbered(self.edition.roadmap.decisions):
            if self._is_over(number, decision) and decision.id in referred:
                yield Saying(REFERRED, {"title": decision.title or decision.id, "old": old})

    def _set_keys(self, drafting: Drafting) -> Iterator[Localised]:
        roadmap, front = self.edition.roadmap, self.front
        new: dict[str, str | None] = {
            "year": str(front.year),
            "version": front.version,
            "status": str(front.status.value),
            "updated": front.updated,
            "next_revision": front.next_revision,
        }
        for key, value in new.items():
            spec = field_of(Roadmap, key)
            before = getattr(roadmap, key)
            shown = _shown(key, value, front)
            values = {"label": _label(key), "old": _plain(before), "new": shown}
            if value is None or spec is None:
                continue
            bare = key in ("year", "updated", "next_revision")
            if before is None:
                drafting.set(self.file, (key,), Bare(value) if bare else value)
                yield Saying(NOW, values)
            elif str(getattr(before, "value", before)) != value:
                drafting.replace(self.file, {(key,): value})
                yield Saying(FROM_TO, values)

    def _set_theme(self, drafting: Drafting) -> Iterator[Localised]:
        if not self.front.theme:
            return
        themes = list(numbered(self.edition.roadmap.themes))
        year = str(self.front.year)
        for number, theme in themes:
            if theme.id == self.front.theme:
                if theme.awareness_year is None:
                    drafting.set(self.file, ("themes", number, "awareness_year"), Bare(year))
                yield Saying(NOW, {"label": Saying(THEME, {}), "new": theme.title})
                return
        title = self.front.theme
        taken = {theme.id for _, theme in themes}
        name = next(one for one in _names(slug(title) or "tema") if one not in taken)
        item: dict[str, Plain] = {"id": name, "title": title, "awareness_year": Bare(year)}
        drafting.append(self.file, ("themes",), item)
        yield Saying(REPLACED, {"label": _label("themes"), "new": title})

    def _replace_old(self, drafting: Drafting) -> Iterator[Localised]:
        """Name the old edition among what the new one replaces, if it was in force."""
        roadmap = self.edition.roadmap
        if roadmap.status not in _WAS_IN_FORCE or roadmap.version is None:
            return
        values = {"title": roadmap.title, "version": roadmap.version}
        title = VERSION_TITLE.say("en" if roadmap.language == "en" else "sv", **values)
        if any(one.title == title for one in roadmap.replaces):
            return
        made = [
            one.date for one in roadmap.decisions
            if one.date and is_made(one.state) and brings_into_force(one, self.edition, self.index)
        ]  # fmt: skip
        item: dict[str, Plain] = {"title": title}
        if roadmap.registry_number:
            item["registry_number"] = roadmap.registry_number
        if made:
            item["date"] = Bare(max(made, key=lambda time: time.sort_key).text)
        drafting.append(self.file, ("replaces",), item if len(item) > 1 else title)
        yield Saying(REPLACED, {"label": _label("replaces"), "new": title})

    def _routes(self) -> Iterator[Route]:
        """Yield what goes."""
        roadmap = self.edition.roadmap
        for route in _GONE:
            if _stands(roadmap, route):
                yield route
        for number, one in numbered(roadmap.adoptions):
            if self._is_own(one):
                yield ("adoptions", number)
        yield from (("decisions", number) for number in self._decisions())

    def _decisions(self) -> list[int]:
        """Return the decisions that go, by their place: none that something left refers to."""
        referred = self._referred()
        return [
            number
            for number, decision in numbered(self.edition.roadmap.decisions)
            if decision.id not in referred
            and (number in self.about_leaving or self._is_over(number, decision))
        ]

    def _is_over(self, number: int, decision: Decision) -> bool:
        """Tell whether a decision made the old edition what it was."""
        if number in self.about_leaving or decision.kind not in _OF_AN_EDITION:
            return False
        if decision.state in (DecisionState.PENDING, DecisionState.PREPARED):
            return False
        home = self.edition.id
        return is_about(decision, home, home, self.index) or (
            not decision.objects and brings_into_force(decision, self.edition, self.index)
        )

    def _referred(self) -> frozenset[str]:
        """Return the decisions that something refers to which does not go itself."""
        return frozenset(
            one.written.rpartition("/")[2]
            for one in references(self.edition)
            if one.spec.refs == ("decision",)
            and one.route[:1] != ("adoptions",)
            and one.file not in self.leaving
        )

    def _is_own(self, adoption: object) -> bool:
        return is_of(adoption, self.edition, self.index)  # type: ignore[arg-type]

    def _name_gone(self) -> Iterator[Localised]:
        """Yield what goes, in words."""
        roadmap = self.edition.roadmap
        for route in _GONE:
            if _stands(roadmap, route):
                key = " › ".join(map(str, route))
                content = getattr(roadmap, str(route[0]))
                if isinstance(content, tuple) and len(content) > 1:
                    yield Saying(KEYS, {"label": _label(key), "key": key, "n": len(content)})
                else:
                    yield Saying(KEY, {"label": _label(str(route[0])), "key": key})
        own = [one for one in roadmap.adoptions if self._is_own(one)]
        if own:
            values = {"label": _label("adoptions"), "key": "adoptions", "n": len(own)}
            yield Saying(KEYS, values)
        there = dict(numbered(roadmap.decisions))
        names = tuple(there[one].title or there[one].id or str(one) for one in self._decisions())
        if names:
            values = {"label": _label("decisions"), "key": "decisions", "names": names}
            yield Saying(NAMED, values)


def _label(key: str) -> Localised:
    """Return what a key of roadmap.yaml is called; one inside another by the key itself."""
    spec = field_of(Roadmap, key)
    return Saying(Text(spec.label("sv"), spec.label("en")) if spec else in_any_language(key), {})


def _shown(key: str, value: str | None, front: Front) -> object:
    """Return a new value as it reads in a sentence."""
    if key == "status":
        return front.status
    return FuzzyTime.parse(value) if value and key in ("updated", "next_revision") else value


def _plain(value: object) -> object:
    """Return a year as it is written, anything else as it is."""
    return str(value) if isinstance(value, int) else value


def _names(wanted: str) -> Iterator[str]:
    yield wanted
    number = 2
    while True:
        yield f"{wanted}-{number}"
        number += 1


def _stands(roadmap: Roadmap, route: Route) -> bool:
    here: object = roadmap
    for key in route:
        here = getattr(here, str(key), None)
    return here not in (None, ())


def move_on(written: str | None, years: int, latest: int) -> str | None:
    """Return a planned time so many years later; None where it cannot be told or is too late."""
    if written is None:
        return None
    moved = _YEAR.sub(lambda match: str(int(match[0]) + years), written)
    try:
        read_answer(Roadmap, "next_revision", moved)
    except Refused:
        return None
    found = [int(match) for match in _YEAR.findall(moved)]
    return moved if moved != written and max(found) <= latest else None


def find_theme(themes: tuple[Theme, ...], year: int) -> Theme | None:
    """Return the theme of a year, or the one that has begun or begins in it."""
    for theme in themes:
        time = theme.awareness_year
        if time and time.start and time.end and time.start.year <= year <= time.end.year:
            return theme
    return None
