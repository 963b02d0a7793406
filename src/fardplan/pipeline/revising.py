"""Opening next year's edition of a roadmap, as one change that an editor can look through.

The front matter gets the new year, version and status, and loses what was only about the old
edition (`opening_year`). Activities that are completed, implemented, cancelled or carried over
leave, with the references to them (`leaving`); the others go on under the same ids. Everything that
somebody must take a stand on is listed (`undecided`). All is computed, read again and judged before
the first byte is written, and written together or not at all. Git keeps the old edition, so nothing
is done while that is not committed (`revisable`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from fardplan.errors import CannotRun
from fardplan.locales.text import Localised, Saying, Text
from fardplan.model.edition import Edition
from fardplan.model.index import Index
from fardplan.model.paths import CONTENT
from fardplan.model.refusal import quote
from fardplan.model.terms import ActivityStatus, Continuity
from fardplan.pipeline.drafting import Drafting, Section
from fardplan.pipeline.judging import Request, find_rule
from fardplan.pipeline.leaving import CLOSED, Leaving, decisions_about
from fardplan.pipeline.opening_year import Front, OpeningYear
from fardplan.pipeline.revisable import Revisable, name_edition
from fardplan.pipeline.states import Chosen, State
from fardplan.pipeline.undecided import DOUBTFUL, Undecided
from fardplan.pipeline.validation import validate
from fardplan.rules._base import Severity
from fardplan.rules._engine import Judging, judge
from fardplan.rules._findings import Finding
from fardplan.rules._nearest import Names
from fardplan.rules._suppressed import leave_out_suppressed
from fardplan.source.collection import Loaded, load
from fardplan.source.edits import Edits
from fardplan.source.tree import Tree

CONTINUED = Text("Fortsätter, med `continuity: continued`", "Go on, with `continuity: continued`")
CLOSED_NOW = Text("Avslutas i den nya versionen", "Closed in the new version")
ACTIVITY = Text("{title} ({file})", "{title} ({file})")
CLOSED_AS = Text("{title} – {status} ({file})", "{title} – {status} ({file})")
NO_ACTIVITY = Text(
    "{roadmap} har ingen aktivitet som heter ”{name}”. Visa dem: fardplan list activity",
    "{roadmap} has no activity called “{name}”. Show them: fardplan list activity",
)
NEAR_ACTIVITY = Text(
    "{roadmap} har ingen aktivitet som heter ”{name}”. Menade du {near}?",
    "{roadmap} has no activity called “{name}”. Did you mean {near}?",
)
CLOSED_ALREADY = Text(
    "Aktiviteten ”{title}” är redan avslutad ({status}).",
    "The activity “{title}” is closed already ({status}).",
)
ASTRAY = Text(
    "Ändringen skulle göra {file} oläslig, så inget är skrivet. Gör revideringen för hand.",
    "The change would make {file} unreadable, so nothing is written. Make the revision by hand.",
)

_NO_LONGER = frozenset(
    {
        Continuity.NEW, Continuity.CONTINUED_REWORDED, Continuity.MOVED, Continuity.RESUMED,
    }
)  # fmt: skip
"""What an activity was to the edition before; to the new one it is one that goes on."""


@dataclass(frozen=True, slots=True)
class Fate:
    """How an activity ended that the old edition did not close."""

    status: ActivityStatus
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Revision:
    """A new edition before it is written: the changes, what is told of them, what is undecided."""

    edits: Edits
    done: tuple[Section, ...]
    undecided: tuple[Section, ...]
    doubtful: tuple[Finding, ...]
    """The activities whose time has passed, as the rule found them."""
    counts: Mapping[Severity, int]
    """How many findings the new edition has that are no known debts."""


def revise(revisable: Revisable, front: Front, fates: Mapping[str, Fate], today: date) -> Revision:
    """Compute the new edition; raises CannotRun where it cannot be made."""
    edition = revisable.edition
    leaving = Leaving.of(revisable.loaded.collection, revisable.index, edition, revisable.released)
    _check_fates(edition, fates)
    drafting, old = Drafting(revisable.tree), name_edition(edition)
    told = Saying(old, {})
    opening = OpeningYear(
        edition,
        revisable.index,
        front,
        decisions_about(leaving),
        frozenset(edition.path_of(f"activities/{name}.yaml") for name in leaving.leaving),
    )
    version = revisable.released.roadmap.version if revisable.released else None
    # References are cut out first: that moves nothing that the front matter is changed by.
    cleaned, dangling = leaving.carry_out(drafting, opening.kept)
    done = (
        *opening.carry_out(drafting, told),
        *leaving.tell(told, str(version or "")),
        *cleaned,
        *_close(edition, fates, drafting),
        *_carry_over(leaving, drafting),
    )
    rest = tuple(opening.kept_for_others(told))
    revision = _judge(revisable, drafting.edits, done, rest, today)
    return replace(revision, undecided=(*dangling, *revision.undecided))


def _check_fates(edition: Edition, fates: Mapping[str, Fate]) -> None:
    """Raise CannotRun where there is no such activity, or it is closed already."""
    for name in fates:
        activity = edition.activities.get(name)
        if activity is None:
            known = Index()
            known.add_edition(edition)
            near = Names(list(known.titles(edition.id, ("activity",)))).nearest(name)
            text = NEAR_ACTIVITY if near else NO_ACTIVITY
            raise CannotRun(text, roadmap=edition.id, name=quote(name), near=near)
        if activity.status in CLOSED:
            raise CannotRun(CLOSED_ALREADY, title=activity.title, status=activity.status)


def _close(edition: Edition, fates: Mapping[str, Fate], drafting: Drafting) -> Iterator[Section]:
    """Write how activities ended; they stay in the edition that is the first to say so."""
    lines: list[Localised] = []
    for name, fate in fates.items():
        file = edition.path_of(f"activities/{name}.yaml")
        drafting.set(file, ("status",), str(fate.status.value))
        if fate.reason:
            drafting.set(file, ("reason",), fate.reason)
        title = edition.activities[name].title
        lines.append(Saying(CLOSED_AS, {"title": title, "status": fate.status, "file": file}))
    if lines:
        yield Section(Saying(CLOSED_NOW, {}), tuple(lines))


def _carry_over(leaving: Leaving, drafting: Drafting) -> Iterator[Section]:
    """Say of what was new to the old edition that it goes on in the new one."""
    lines: list[Localised] = []
    for name, one in leaving.edition.activities.items():
        if name not in leaving.leaving and one.continuity in _NO_LONGER:
            file = leaving.edition.path_of(f"activities/{name}.yaml")
            drafting.replace(file, {("continuity",): str(Continuity.CONTINUED.value)})
            lines.append(Saying(ACTIVITY, {"title": one.title, "file": file}))
    if lines:
        yield Section(Saying(CONTINUED, {}), tuple(lines))


def _judge(
    revisable: Revisable,
    edits: Edits,
    done: tuple[Section, ...],
    rest: tuple[Localised, ...],
    today: date,
) -> Revision:
    """Read the new edition and judge it; raises CannotRun where it is not what was meant."""
    outcome, old = edits.outcome, revisable.edition
    loaded = load(outcome)
    new = _check(loaded, revisable)
    day = revisable.day(today)
    doubtful = _find_doubtful(loaded, outcome, old.id, day)
    undecided = Undecided(old, new, Index.of(loaded.collection), day, doubtful)
    root = revisable.tree.root
    state = State(root, outcome, outcome.paths())
    folder = root / CONTENT / old.id
    verdict = validate(Chosen(state), Request(paths=(folder,), today=today)).verdict
    overdue = tuple(one for one in doubtful if one.rule == DOUBTFUL[0])
    return Revision(edits, done, tuple(undecided.sections(rest)), overdue, verdict.counts())


def _check(loaded: Loaded, revisable: Revisable) -> Edition:
    """Return the new edition as it was read back; raises CannotRun where something does not fit."""
    name = revisable.edition.id
    for file in sorted({*loaded.faults, *loaded.misfits, *loaded.incomplete}):
        known = revisable.loaded.faults.get(file) == loaded.faults.get(file)
        if file.startswith(f"{CONTENT}/{name}/") and not known:
            raise CannotRun(ASTRAY, file=file)
    return loaded.collection.editions[name]


def _find_doubtful(loaded: Loaded, tree: Tree, name: str, day: date) -> tuple[Finding, ...]:
    """Return what the rules on activities that are over find in a roadmap on a day."""
    judging = Judging(tuple(map(find_rule, DOUBTFUL)), clock=day, today=day)
    found, _ = leave_out_suppressed(judge(loaded, tree, judging), tree)
    return tuple(one for one in found if one.file.startswith(f"{CONTENT}/{name}/"))
