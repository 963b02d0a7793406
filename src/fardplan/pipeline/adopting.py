"""Recording a decision on a roadmap in its own file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fardplan.editing.fragments import Bare, Inline, Plain
from fardplan.editing.splice import CannotEdit, append_item, set_value
from fardplan.errors import CannotRun
from fardplan.locales.text import Saying, Text
from fardplan.model.index import Entity
from fardplan.model.refusal import Refused
from fardplan.model.roadmap import Roadmap
from fardplan.model.steering import Decision
from fardplan.model.steering_terms import DecisionKind
from fardplan.model.terms import RoadmapStatus
from fardplan.model.time import FuzzyTime
from fardplan.pipeline.deciding import ADOPTING, MADE, Deciding
from fardplan.source.edits import Edits, read_or_refuse

FUTURE = Text(
    "{date} ligger i framtiden. Skriv in beslutet när det är fattat.",
    "{date} is in the future. Record the decision when it is made.",
)
PARTY_HAS = Text(
    "{party} har redan beslutat ({when}). Ändra i {file} om beslutet är omprövat.",
    "{party} has decided already ({when}). Change {file} if the decision is reconsidered.",
)
HAS_BEEN = Text(
    "Det beslutet finns redan i {file}: {id} ({when}).",
    "That decision is in {file} already: {id} ({when}).",
)
ENDED = Text(
    "Färdplanen är {status} och kan inte antas. Ändra status i {file} först.",
    "The roadmap is {status} and cannot be adopted. Change the status in {file} first.",
)
OTHER_PARTY = Text(
    "{body} hör till {organisation} och kan inte besluta åt {party}.",
    "{body} belongs to {organisation} and cannot decide for {party}.",
)
NOT_UNFINISHED = Text(
    "En färdplan som är antagen kan inte ha status {status}.",
    "A roadmap that is adopted cannot have the status {status}.",
)
ONE_PARTY = Text(
    "Ett sådant beslut gäller en part. Skriv in ett beslut i taget.",
    "Such a decision is about one party. Record one decision at a time.",
)
NO_DATE = Text("okänd dag", "unknown day")
NOT_EDITED = Text("{file}: {reason}.", "{file}: {reason}.")

_UNFINISHED = frozenset({RoadmapStatus.DRAFT, RoadmapStatus.CONSULTATION, RoadmapStatus.PROPOSED})
_ENDED = frozenset({RoadmapStatus.EXPIRED, RoadmapStatus.REPLACED, RoadmapStatus.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class Given:
    """A decision as it was told, each part as it goes into the file."""

    kind: DecisionKind
    body: str | None
    date: str | None
    paragraph: str | None = None
    registry_number: str | None = None
    parties: tuple[str, ...] = ()
    status: RoadmapStatus | None = None
    condition: str | None = None
    reservation: str | None = None
    effective: str | None = None

    @property
    def is_qualified(self) -> bool:
        """Whether there is more to it than a row under adoptions can say."""
        return any((self.condition, self.reservation, self.effective))


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was written: the file, the key, the new status if any, who has it left to do."""

    file: str
    key: str
    status: RoadmapStatus | None
    left: tuple[str, ...]


def record(deciding: Deciding, given: Given, *, dry_run: bool = False) -> Recorded:
    """Write a decision into the file; raises CannotRun where it contradicts what stands there."""
    check(deciding, given)
    data = read_or_refuse(deciding.tree, deciding.file)
    by_party = deciding.is_by_party(given.kind, given.parties)
    status = _status_after(deciding, given)
    changed = status if status != deciding.roadmap.status else None
    try:
        if by_party:
            data = _write_rows(data, deciding, given)
        else:
            decision = _decision(deciding, given, _name(deciding, given))
            data = append_item(data, ("decisions",), decision, Roadmap)
        if changed is not None:
            data = set_value(data, ("status",), str(changed.value), Roadmap)
    except CannotEdit as refusal:
        reason = Saying(refusal.text, refusal.values)
        raise CannotRun(NOT_EDITED, file=deciding.file, reason=reason) from refusal
    if not dry_run:
        Edits(deciding.tree, files={deciding.file: data}).carry_out()
    decided = {one.key for one in deciding.expand(given.parties)} if by_party else set()
    left = tuple(one.title for one in deciding.left if one.key not in decided)
    return Recorded(deciding.file, "adoptions" if by_party else "decisions", changed, left)


def check(deciding: Deciding, given: Given) -> None:
    """Raise CannotRun where a decision contradicts what the file says."""
    status = deciding.roadmap.status
    if given.kind in ADOPTING and status in _ENDED:
        raise CannotRun(ENDED, status=status, file=deciding.file)
    if not deciding.is_shared and given.kind in ADOPTING and given.status in _UNFINISHED:
        raise CannotRun(NOT_UNFINISHED, status=given.status)
    parties = deciding.expand(given.parties)
    decides_for, body = deciding.party_of(given.body), deciding.body(given.body)
    if decides_for and body and parties and decides_for.key not in {one.key for one in parties}:
        raise CannotRun(
            OTHER_PARTY,
            body=body.title,
            organisation=decides_for.title,
            party=tuple(one.title for one in parties),
        )
    if deciding.is_by_party(given.kind, given.parties):
        _check_parties(deciding, parties)
    elif len(given.parties) > 1:
        raise CannotRun(ONE_PARTY)
    else:
        _check_decisions(deciding, given)


def refuse_future(written: str, today: date) -> None:
    """Raise Refused where a time has certainly not come yet."""
    when = FuzzyTime.parse(written)
    if when.start is not None and when.start > today:
        raise Refused(FUTURE, {"date": when})


def _check_parties(deciding: Deciding, parties: tuple[Entity, ...]) -> None:
    """Refuse a second decision of a party."""
    for _, row in deciding.rows():
        has = {one.key for one in deciding.expand(row.parties)} if row.state in MADE else set()
        for party in parties:
            if party.key in has:
                values = {"party": party.title, "when": row.when or NO_DATE}
                raise CannotRun(PARTY_HAS, **values, file=deciding.file)


def _check_decisions(deciding: Deciding, given: Given) -> None:
    """Refuse the same decision twice, and a second adoption of what is adopted."""
    roadmap = deciding.roadmap
    for decision in roadmap.decisions:
        same_day = decision.date is not None and decision.date.text == given.date
        same = decision.kind == given.kind and decision.body == given.body and same_day
        settled = (
            given.kind in ADOPTING
            and _is_adoption(deciding, decision)
            and roadmap.status not in {*_UNFINISHED, None}
            and (not decision.party or not given.parties or decision.party in given.parties)
        )
        if settled or (same and _is_about(deciding, decision)):
            values = {"id": decision.id or "decisions", "when": decision.date or NO_DATE}
            raise CannotRun(HAS_BEEN, **values, file=deciding.file)


def _is_adoption(deciding: Deciding, decision: Decision) -> bool:
    made = decision.state in MADE or (decision.state is None and decision.date is not None)
    return made and decision.kind in ADOPTING and _is_about(deciding, decision)


def _is_about(deciding: Deciding, decision: Decision) -> bool:
    """Tell whether a decision is about the roadmap; an adoption that does not say is taken so."""
    if not decision.objects:
        return decision.kind in {DecisionKind.ADOPT, DecisionKind.ESTABLISH}
    return any(link.target == ("roadmap", deciding.edition.id) for link in decision.objects)


def _status_after(deciding: Deciding, given: Given) -> RoadmapStatus | None:
    """Return the status that is asked for or follows, None where it stays."""
    if given.status is not None:
        return given.status
    if given.kind not in ADOPTING or deciding.roadmap.status not in {*_UNFINISHED, None}:
        return None
    if not deciding.is_by_party(given.kind, given.parties):
        return None if given.kind is DecisionKind.ENDORSE else RoadmapStatus.ADOPTED
    decided = {one.key for one in deciding.expand(given.parties)}
    complete = deciding.required and all(one.key in decided for one in deciding.left)
    return RoadmapStatus.ADOPTED if complete else None


def _write_rows(data: bytes, deciding: Deciding, given: Given) -> bytes:
    """Return the file with a row for each party.

    A condition, a reservation or the day from which it holds stands in a decision of its own, to
    which the rows refer.
    """
    decision = _name(deciding, given) if given.is_qualified else None
    if decision is not None:
        data = append_item(data, ("decisions",), _decision(deciding, given, decision), Roadmap)
    for party in given.parties:
        data = _write_row(data, deciding, given, (party, decision))
    return data


def _write_row(
    data: bytes, deciding: Deciding, given: Given, about: tuple[str, str | None]
) -> bytes:
    """Return the file with a party's row: the one that waits for it, else a new one."""
    party, decision = about
    values = _row(deciding, given, party, decision)
    keys = {one.key for one in deciding.expand((party,))}
    for number, row in deciding.rows():
        if row.state not in MADE and {one.key for one in deciding.expand(row.parties)} == keys:
            for key, value in values.items():
                if key not in ("id", "parties"):
                    data = set_value(data, ("adoptions", number, key), value, Roadmap)
            return data
    return append_item(data, ("adoptions",), values, Roadmap)


def _row(deciding: Deciding, given: Given, party: str, decision: str | None) -> dict[str, Plain]:
    rejected = given.kind is DecisionKind.REJECT
    start = "avslag-av" if rejected else "antagen-av"
    return _leave_out_unsaid({
        "id": _free_id(deciding, "adoption", f"{start}-{party.rpartition('/')[2]}"),
        "parties": Inline([party]),
        "kind": str(given.kind.value),
        "state": _state(given),
        "when": given.date and Bare(given.date),
        "body": given.body,
        "decision": decision,
        "paragraph": given.paragraph,
        "registry_number": given.registry_number,
    })  # fmt: skip


def _state(given: Given) -> str:
    if given.kind is DecisionKind.REJECT:
        return "rejected"
    return "conditional" if given.condition else "decided"


def _name(deciding: Deciding, given: Given) -> str:
    """Return a free id for the decision."""
    when = FuzzyTime.parse(given.date).start if given.date else None
    name = "antagande" if given.kind in ADOPTING else "beslut"
    return _free_id(deciding, "decision", f"{name}-{when.year}" if when else name)


def _decision(deciding: Deciding, given: Given, name: str) -> dict[str, Plain]:
    return _leave_out_unsaid({
        "id": name,
        "kind": str(given.kind.value),
        "state": _state(given),
        "body": given.body,
        "party": given.parties[0] if len(given.parties) == 1 else None,
        "date": given.date and Bare(given.date),
        "paragraph": given.paragraph,
        "registry_number": given.registry_number,
        "objects": [Inline({"roadmap": deciding.edition.id})],
        "condition": given.condition,
        "reservation": given.reservation,
        "effective": given.effective and Bare(given.effective),
    })  # fmt: skip


def _leave_out_unsaid(values: dict[str, Plain]) -> dict[str, Plain]:
    return {key: value for key, value in values.items() if value is not None}


def _free_id(deciding: Deciding, kind: str, wanted: str) -> str:
    taken = deciding.index.by_kind.get((deciding.edition.id, kind), {})
    names = [wanted, *(f"{wanted}-{number}" for number in range(2, len(taken) + 3))]
    return next(name for name in names if name not in taken)
