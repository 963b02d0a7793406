"""The approved changes of a repository: `fardplan-approvals.yaml`.

    format: 1
    approvals:
      - fingerprint: d8eb2cdf8c17bbf7       # fardplan diff shows it
        kind: date-slipped
        entity: activity orebro-lan/tullhuset
        by: Chefsgruppen för samverkan      # a role or a body, no name
        decision: § 12, dnr 24RS318
        date: 2024-03-05

What does not fit is a fault, and that approval is not taken; the others are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fardplan.locales.text import Text
from fardplan.model.approval import Approval, Approvals
from fardplan.model.base import numbered
from fardplan.model.build import build
from fardplan.model.misfits import Misfit
from fardplan.source.faults import Fault, Place
from fardplan.source.places import Places
from fardplan.source.yaml import locate, read_yaml

TWICE = Text(
    "Ändringen ”{fingerprint}” är redan godkänd i filen.",
    "The change “{fingerprint}” is approved in the file already.",
)
TWICE_HINT = Text("Ta bort den ena raden.", "Delete one of the two.")


def read_approvals(data: bytes | None) -> tuple[tuple[Approval, ...], tuple[Fault, ...]]:
    """Return the approvals in a file's content (None: there is no file) and what is wrong in it."""
    if data is None:
        return (), ()
    read = read_yaml(data)
    if read.values is None:
        return (), read.faults
    built = build(Approvals, read.values, {"format": "1"})
    given = built.value.approvals if built.value else ()
    repeated = tuple(_find_repeated(given))
    if not (built.misfits or repeated):
        return given, read.faults
    places = locate(data)
    faults = [*read.faults, *(_fault(misfit, places) for misfit in built.misfits)]
    faults += [_twice(given, index, places) for index in repeated]
    return given, tuple(sorted(faults, key=lambda fault: fault.place))


def _fault(misfit: Misfit, places: Places) -> Fault:
    return Fault(misfit.rule, misfit.text, misfit.values, misfit.hint, _place_of(misfit, places))


def _place_of(misfit: Misfit, places: Places) -> Place:
    if misfit.spot == "first_key":
        return places.first_key(misfit.route[:-1])
    return places.key(misfit.route) if misfit.spot == "key" else places.value(misfit.route)


def _find_repeated(given: Sequence[Approval]) -> Iterator[int]:
    """Yield the place, among what could be read, of each approval that another came before."""
    seen: set[str] = set()
    for index, one in enumerate(given):
        if one.fingerprint in seen:
            yield index
        seen.add(one.fingerprint)


def _twice(given: tuple[Approval, ...], index: int, places: Places) -> Fault:
    at = [place for place, _ in numbered(given)][index]
    place = places.value(("approvals", at, "fingerprint"))
    values = {"fingerprint": given[index].fingerprint}
    return Fault("duplicate-id", TWICE, values, TWICE_HINT, place)
