"""What leaves a roadmap with the old edition: closed activities, and all that refers to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from fardplan.editing.key_order import spot_in
from fardplan.editing.renaming import all_references
from fardplan.errors import CannotRun
from fardplan.locales.text import Localised, Saying, Text
from fardplan.model.activity import Activity
from fardplan.model.base import numbered
from fardplan.model.edition import Collection as Roadmaps
from fardplan.model.edition import Edition
from fardplan.model.fields import Route
from fardplan.model.index import Index, Reference
from fardplan.model.links import Link
from fardplan.model.terms import ActivityStatus
from fardplan.pipeline.drafting import Drafting, Section

LEAVE = Text("Lämnar färdplanen (finns kvar i {old})", "Leave the roadmap (remain in {old})")
STAY = Text(
    "Står kvar ett år till, eftersom de inte var avslutade i den senast utgivna versionen "
    "({version})",
    "Stay for one more year, since they were not closed in the latest release ({version})",
)
ACTIVITY = Text("{title} – {status} ({file})", "{title} – {status} ({file})")
CLEANED = Text("Borttagna hänvisningar till dem", "References to them that are taken out")
NAMED = Text(
    "Står kvar i rapporter, med vad det hette (`called`)",
    "Remains in reports, with what it was called (`called`)",
)
NAMED_ROW = Text("{title} ({file})", "{title} ({file})")
ONE = Text("{file}: 1 hänvisning", "{file}: 1 reference")
SEVERAL = Text("{file}: {n} hänvisningar", "{file}: {n} references")
COMMENT = Text(
    "{file}: kommentaren ”{comment}” följde med", "{file}: the comment “{comment}” went along"
)
DANGLING = Text(
    "Hänvisningar att ändra för hand, till aktiviteter som lämnar färdplanen",
    "References to change by hand, to activities that leave the roadmap",
)
REFERS = Text("{file} hänvisar till ”{title}”", "{file} refers to “{title}”")

CLOSED = frozenset(
    {
        ActivityStatus.CANCELLED, ActivityStatus.CARRIED_OVER, ActivityStatus.COMPLETED,
        ActivityStatus.IMPLEMENTED,
    }
)  # fmt: skip
"""An activity of such a status is told of for the last time in the edition that says so."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """The activities that leave by id, those closed ones that stay, and what refers to the first.

    An activity leaves with the edition after the one in which it was closed. Where the latest
    release did not yet say that it was, the new edition is the first to tell, and it stays in that.
    """

    edition: Edition
    leaving: Mapping[str, Activity]
    staying: Mapping[str, Activity]
    own: tuple[tuple[Reference, str], ...]
    """References in the roadmap itself, each with the title of what it leads to."""
    foreign: tuple[tuple[Reference, str], ...]
    """References in other roadmaps: those who keep them decide."""

    @classmethod
    def of(
        cls, collection: Roadmaps, index: Index, edition: Edition, released: Edition | None
    ) -> Leaving:
        """Find what leaves an edition; `released` is the roadmap in its latest release, if any."""
        closed = {name: one for name, one in edition.activities.items() if one.status in CLOSED}
        staying = {
            name: one for name, one in closed.items() if not _was_closed(name, one, released)
        }
        leaving = {name: one for name, one in closed.items() if name not in staying}
        files = {edition.path_of(f"activities/{name}.yaml"): one for name, one in leaving.items()}
        found = [*_find(collection, index, files)] if files else []
        own = tuple(one for one in found if one[0].home == edition.id)
        foreign = tuple(one for one in found if one[0].home != edition.id)
        return cls(edition, leaving, staying, own, foreign)

    def carry_out(
        self, drafting: Drafting, kept: Collection[int] = ()
    ) -> tuple[tuple[Section, ...], tuple[Section, ...]]:
        """Take out the files and the references to them; return what is done and what is left.

        The objects of the decisions that are `kept` though all of them leave stay: a decision
        without objects would be one on the roadmap. So do the rows of reports, with a name: what
        was reported is not changed afterwards.
        """
        drafting.removed += [self.edition.path_of(f"activities/{one}.yaml") for one in self.leaving]
        by_file: dict[str, list[tuple[Reference, str]]] = defaultdict(list)
        named, stuck = self._name_in_reports(drafting)
        for one in self.own:
            route = one[0].route
            if _is_row(one[0]):
                continue
            needed = route[0] == "decisions" and route[1] in kept
            (stuck if needed else by_file[one[0].file]).append(one)
        lines: list[Localised] = []
        for file, found in sorted(by_file.items()):
            try:
                comments = drafting.take_out(file, [_unit(reference) for reference, _ in found])
            except CannotRun:
                stuck += found
                continue
            text = ONE if len(found) == 1 else SEVERAL
            lines.append(Saying(text, {"file": file, "n": len(found)}))
            lines += [Saying(COMMENT, {"file": file, "comment": one}) for one in comments]
        left = self._tell((*stuck, *self.foreign))
        parts = ((CLEANED, tuple(lines)), (NAMED, named))
        done = tuple(Section(Saying(heading, {}), told) for heading, told in parts if told)
        return done, (Section(Saying(DANGLING, {}), left),) if left else ()

    def _name_in_reports(
        self, drafting: Drafting
    ) -> tuple[tuple[Localised, ...], list[tuple[Reference, str]]]:
        """Write in the rows of reports what they are about; return those, and where it failed."""
        named: list[Localised] = []
        stuck: list[tuple[Reference, str]] = []
        for reference, title in filter(lambda one: _is_row(one[0]), self.own):
            file, row = reference.file, reference.route[:2]
            report = self.edition.reports[file.rpartition("/")[2].removesuffix(".yaml")]
            if dict(numbered(report.statuses))[int(row[1])].called is None:
                try:
                    drafting.set(file, (*row, "called"), title)
                except CannotRun:
                    stuck.append((reference, title))
                    continue
            named.append(Saying(NAMED_ROW, {"file": file, "title": title}))
        return tuple(named), stuck

    def tell(self, old: Localised, version: str) -> Iterator[Section]:
        """Yield which activities leave and which stay; `old` is what the old edition is called."""
        if self.leaving:
            heading = Saying(LEAVE, {"old": old})
            yield Section(heading, tuple(self._list(self.leaving)))
        if self.staying:
            heading = Saying(STAY, {"version": version})
            yield Section(heading, tuple(self._list(self.staying)))

    def _list(self, activities: Mapping[str, Activity]) -> Iterator[Localised]:
        for name, one in activities.items():
            file = self.edition.path_of(f"activities/{name}.yaml")
            yield Saying(ACTIVITY, {"title": one.title, "status": one.status, "file": file})

    @staticmethod
    def _tell(references: tuple[tuple[Reference, str], ...]) -> tuple[Localised, ...]:
        told = dict.fromkeys((reference.file, title) for reference, title in references)
        return tuple(Saying(REFERS, {"file": file, "title": title}) for file, title in told)


def _was_closed(name: str, activity: Activity, released: Edition | None) -> bool:
    """Tell whether an activity was closed in the latest release already; without one, it was."""
    if released is None:
        return True
    names = (name, *(one.rpartition("/")[2] for one in activity.previously))
    before = next((released.activities[one] for one in names if one in released.activities), None)
    return before is not None and before.status in CLOSED


def _find(
    collection: Roadmaps, index: Index, files: Mapping[str, Activity]
) -> Iterator[tuple[Reference, str]]:
    """Yield the references from elsewhere to what stands in some files, with its title."""
    for reference in all_references(collection):
        if reference.file in files:
            continue
        target = index.resolve(reference.home, reference.written, reference.spec.refs).entity
        if target is not None and target.file in files:
            yield reference, target.title


def _is_row(reference: Reference) -> bool:
    """Tell whether a row of a report is about it."""
    folder = reference.file.split("/")[-2]
    return (folder, *reference.route[::2][:2]) == ("reports", "statuses", "entity")


def _unit(reference: Reference) -> Route:
    """Return the route of the smallest thing that can go with a reference and leave sense.

    That is the item or key with the reference; of a link the whole link; and what needs what goes
    goes too, such as the row of a report about it.
    """
    route = reference.route
    if isinstance(reference.owner, Link):
        route = route[:-1]
    while isinstance(route[-1], str):
        spec = spot_in(reference.file, route).spec
        if spec is None or not spec.required:
            break
        route = route[:-1]
    return route


def decisions_about(leaving: Leaving) -> frozenset[int]:
    """Return which decisions of the roadmap are about nothing but what leaves, by their place."""
    gone: dict[int, set[int]] = defaultdict(set)
    for reference, _ in leaving.own:
        match reference.route:
            case ("decisions", int(number), "objects", int(place), *_):
                gone[number].add(place)
    decisions = dict(numbered(leaving.edition.roadmap.decisions))
    return frozenset(
        number for number, places in gone.items() if len(places) == len(decisions[number].objects)
    )
