"""Det som en fil hänvisar till ska finnas.

Inom en färdplan skrivs bara id: `goal: trygg-hemgang`. Till en annan färdplan skrivs färdplanens
id först: `goal: lanet/hemrehabilitering`. Kan ett id betyda flera saker skrivs slaget före:
`organisation/exempelkommunen`. Organisationer, grupper, roller och platser får stå i den
gemensamma filen `roadmaps/organisations.yaml`. En rad i en rapport får gälla något som har lämnat
färdplanen, om raden också säger vad det hette (`called`).

Varför: 002 hänvisar till bilagorna 2, 3 och 4: ”(bilaga 2,3)”. Den som läser ska kunna följa en
hänvisning till något som finns.

In English: What a file refers to is there.

Within a roadmap only the id is written: `goal: trygg-hemgang`. To another roadmap, its id comes
first: `goal: lanet/hemrehabilitering`. If an id may mean several things, the kind is written before
it: `organisation/exempelkommunen`. Organisations, bodies, roles and places may stand in the shared
file `roadmaps/organisations.yaml`. A row of a report may be about something that has left the
roadmap, if the row also says what it was called (`called`).

Why: 002 refers to annexes 2, 3 and 4: ”(bilaga 2,3)”. The reader should be able to follow a
reference to something that is there.

Fel:

    # roadmaps/exempel/activities/trygghetsteam.yaml
    title: Pröva trygghetsteam
    goal: trygga-hemgangar
    delegated_to: aldreplan

Rätt:

    # roadmaps/exempel/activities/trygghetsteam.yaml
    title: Pröva trygghetsteam
    goal: trygg-hemgang
    delegated_to: aldreplan
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fardplan.locales.text import Text
from fardplan.model.base import numbered
from fardplan.model.edition import SHARED_FILES
from fardplan.model.index import SHARED, Entity, Reference, Resolution
from fardplan.model.links import Delegation
from fardplan.model.misfits import Listing
from fardplan.model.paths import CONTENT, path_in
from fardplan.model.refusal import quote
from fardplan.rules._base import ACTION, Facts, Problem, whole_rule
from fardplan.rules._kinds import NoneOf, file_of, lists_of

NONE = Text("Det finns {none} som heter ”{written}”.", "There is {none} called “{written}”.")
SEVERAL = Text("”{written}” kan betyda flera saker.", "“{written}” can mean several things.")
WRITE_ONE = Text("Skriv en av dem: {choices}.", "Write one of them: {choices}.")
DID_YOU_MEAN = Text("Menade du ”{near}”?", "Did you mean “{near}”?")
CHOOSE = Text("Det som finns att välja på: {choices}.", "What there is to choose from: {choices}.")
CORRECT_OR_MAKE_FILE = Text(
    "Rätta namnet, eller skapa filen {file}.", "Correct the name, or make the file {file}."
)
CORRECT_OR_LIST = Text(
    "Rätta namnet, eller lägg till det under `{key}` i {file}.",
    "Correct the name, or add it under `{key}` in {file}.",
)
CORRECT = Text("Rätta namnet, eller ta bort raden.", "Correct the name, or delete the line.")

_MOST_CHOICES = 14

Hint = tuple[Text, Mapping[str, object]]


@whole_rule(
    "unresolved-reference",
    Text("Alla hänvisningar leder till något som finns.", "Every reference leads to something."),
    code="R32",
)
def check(facts: Facts) -> Iterator[Problem]:
    """Yield the references that lead nowhere, or to several things."""
    for reference, resolution in facts.links.broken(facts.home):
        if resolution.candidates:
            yield _ambiguous(reference, resolution)
        elif not (
            _may_be_unread(facts, reference)
            or _is_judged_elsewhere(facts, reference)
            or _is_record(facts, reference)
        ):
            yield _unknown(facts, reference)


def _is_record(facts: Facts, reference: Reference) -> bool:
    """Tell whether a report says of it what it was called: what was reported stays true."""
    match reference.route:
        case ("statuses", int(number), "entity", *_) if facts.edition:
            stem = reference.file.rpartition("/")[2].removesuffix(".yaml")
            report = facts.edition.reports.get(stem)
            rows = dict(numbered(report.statuses)) if report else {}
            return number in rows and rows[number].called is not None
    return False


def _is_judged_elsewhere(facts: Facts, reference: Reference) -> bool:
    """Tell whether broken-delegation answers for it."""
    profile = facts.edition.roadmap.profile if facts.edition else None
    return isinstance(reference.owner, Delegation) and profile in ACTION


def _may_be_unread(facts: Facts, reference: Reference) -> bool:
    *above, entity_id = reference.written.split("/")
    home = above[0] if above and above[0] not in reference.spec.refs else reference.home
    return any(facts.gaps.may_hold(home, kind, entity_id) for kind in reference.spec.refs)


def _ambiguous(reference: Reference, resolution: Resolution) -> Problem:
    choices = Listing(
        tuple((_full_name(one, reference.home), one.title) for one in resolution.candidates)
    )
    return _problem(reference, SEVERAL, {}, (WRITE_ONE, {"choices": choices}))


def _full_name(entity: Entity, home: str) -> str:
    name = f"{entity.kind}/{entity.id}"
    return name if entity.home in (home, SHARED) else f"{entity.home}/{name}"


def _unknown(facts: Facts, reference: Reference) -> Problem:
    kinds = reference.spec.refs
    first, slash, rest = reference.written.partition("/")
    if slash and first not in kinds and first not in facts.collection.editions:
        near = facts.links.names(reference.home, ("roadmap",)).nearest(first)
        hint: Hint = (DID_YOU_MEAN, {"near": f"{near}/{rest}"}) if near else (CORRECT, {})
        return _problem(reference, NONE, {"none": NoneOf(("roadmap",)), "name": first}, hint)
    return _problem(reference, NONE, {"none": NoneOf(kinds)}, _advise(facts, reference))


def _advise(facts: Facts, reference: Reference) -> Hint:
    kinds = reference.spec.refs
    above, slash, entity_id = reference.written.rpartition("/")
    first = above.partition("/")[0]
    home = first if first in facts.collection.editions else reference.home
    names = facts.links.names(home, kinds)
    if near := names.nearest(entity_id):
        shared = any((SHARED, kind, near) in facts.index.by_key for kind in kinds)
        return DID_YOU_MEAN, {"near": near if shared else f"{above}{slash}{near}"}
    if other := _in_other_roadmap(facts, kinds, reference.written):
        return DID_YOU_MEAN, {"near": other}
    if 0 < len(names.titles) <= _MOST_CHOICES:
        listed = tuple((f"{above}{slash}{name}", title) for name, title in names.titles.items())
        return CHOOSE, {"choices": Listing(listed)}
    if file := file_of(kinds[0], home, entity_id):
        return CORRECT_OR_MAKE_FILE, {"file": file}
    if place := lists_of(kinds[0]):
        document, key = place
        file = f"{CONTENT}/{document}" if document in SHARED_FILES else path_in(home, document)
        return CORRECT_OR_LIST, {"key": key, "file": file}
    return CORRECT, {}


def _in_other_roadmap(facts: Facts, kinds: tuple[str, ...], written: str) -> str | None:
    """Return the full name where exactly one other roadmap has what is written."""
    found = [
        f"{home}/{written}"
        for home in facts.collection.editions
        if any((home, kind, written) in facts.index.by_key for kind in kinds)
    ]
    return found[0] if len(found) == 1 else None


def _problem(reference: Reference, text: Text, values: Mapping[str, object], hint: Hint) -> Problem:
    words, more = hint
    written = {"written": quote(values.get("name", reference.written))}
    return Problem(
        reference.file,
        reference.route,
        text,
        {**values, **more, **written},
        words,
        identity=(reference.written,),
    )
