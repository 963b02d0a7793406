"""En fils namn är sakens id och ska kunna vara detsamma i alla år.

Namnet på filen, och på färdplanens mapp, skrivs med små bokstäver a–z, siffror och bindestreck. Då
går det att hänvisa till, ser likadant ut i alla datorer och behöver inte ändras när titeln gör
det. Titeln med å, ä och ö står i filen.

Målbildens perspektiv och formuleringar behåller sina id från den senast utgivna versionen (en tagg
i git, till exempel `malbild-orebro-lan/1.0`), också när de får ny lydelse. Ett nytt id för samma
formulering, eller lydelser som har bytt plats, är fel. Ett nytt id i stället för ett gammalt är en
varning: kanske är det samma. En formulering som bara är borttagen säger regeln inget om.

Varför: Två årgångar jämförs efter id. 003 formulerar om alla sex meningar om samverkan från 004,
men de är samma sex meningar.

In English: A file's name is the id of what it holds and can stay the same in all years.

The name of the file, and of the roadmap's folder, is written in small letters a–z, digits and
hyphens. Then it can be referred to, looks the same on all computers, and need not change when the
title does. The title, with å, ä and ö, stands in the file.

The perspectives and statements of the vision keep their ids from the latest release (a tag in git,
such as `malbild-orebro-lan/1.0`), also when they are reworded. A new id for the same statement, or
wordings that have changed places, is an error. A new id instead of an old one is a warning: perhaps
it is the same. Of a statement that is only removed the rule says nothing.

Why: Two years are compared by id. 003 rewords all six sentences on collaboration from 004, but they
are the same six sentences.

Fel:

    # roadmaps/exempel/goals/Trygg hemgång.yaml
    title: Trygg hemgång efter sjukhusvård
    area: trygg-hemma
    delegated_to: aldreplan

Fel:

    # roadmaps/exempel/vision.yaml (version 0.9)
    title: God vård nära
    perspectives:
      - id: samverkan
        title: Samverkan
        statements:
          - {id: ansvar, text: Vi tar gemensamt ansvar för helheten.}
    # roadmaps/exempel/vision.yaml
    title: God vård nära
    perspectives:
      - id: samverkan
        title: Samverkan
        statements:
          - {id: helheten, text: Vi tar ett gemensamt ansvar för helheten.}

Rätt:

    # roadmaps/exempel/goals/trygg-hemgang.yaml
    title: Trygg hemgång efter sjukhusvård
    area: trygg-hemma

Rätt:

    # roadmaps/exempel/vision.yaml (version 0.9)
    title: God vård nära
    perspectives:
      - id: samverkan
        title: Samverkan
        statements:
          - {id: ansvar, text: Vi tar gemensamt ansvar för helheten.}
    # roadmaps/exempel/vision.yaml
    title: God vård nära
    perspectives:
      - id: samverkan
        title: Samverkan
        statements:
          - {id: ansvar, text: Vi tar ett gemensamt ansvar för helheten.}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fardplan.locales.text import Text
from fardplan.model.edition import Edition
from fardplan.model.index import Entity
from fardplan.model.vision import Perspective, Statement
from fardplan.rules._base import Facts, Problem, Related, Severity, whole_rule
from fardplan.rules._history import Past
from fardplan.rules._named import Named
from fardplan.rules._successors import Successor, successors

NEW_ID = Text(
    "{what} hette ”{old}” i version {version} men heter nu ”{new}”.",
    "{what} was called “{old}” in version {version} but is now called “{new}”.",
)
ANOTHER_ID = Text(
    "”{old}” ur version {version} finns inte kvar, och ”{new}” är ny. Är det samma sak?",
    "“{old}” of version {version} is gone, and “{new}” is new. Are they the same?",
)
SWAPPED = Text(
    "”{new}” har fått den lydelse som ”{old}” hade i version {version}.",
    "“{new}” has been given the wording that “{old}” had in version {version}.",
)
KEEP = Text(
    "Behåll id:t: `id: {old}`. Eller tala om att det är samma: `previously: [{old}]`.",
    "Keep the id: `id: {old}`. Or tell that it is the same: `previously: [{old}]`.",
)
KEEP_IF = Text(
    "Är det samma med ny lydelse? Behåll id:t: `id: {old}`, eller skriv `previously: [{old}]`.",
    "Is it the same, reworded? Keep the id: `id: {old}`, or write `previously: [{old}]`.",
)
SWAP_BACK = Text(
    "Ett id hör till samma mening i alla år. Låt lydelsen stå vid `id: {old}`.",
    "An id belongs to the same sentence in all years. Put the wording at `id: {old}`.",
)
OTHER_HERE = Text("”{old}” står här.", "“{old}” stands here.")


@whole_rule(
    "unstable-id",
    Text(
        "Namn på filer och mappar duger som id, och id är desamma från år till år.",
        "File and folder names can serve as ids, and ids stay the same from year to year.",
    ),
    code="R33",
    history=True,
)
def check(facts: Facts) -> Iterator[Problem]:
    """Yield the perspectives and statements whose ids do not hold since the last release."""
    edition = facts.edition
    if edition is None or edition.vision is None or not facts.gaps.is_whole(edition.id):
        return
    past = facts.history.previous(edition)
    if past is None or not past.is_whole or past.edition.vision in (None, edition.vision):
        return
    for successor in successors(past.identity(edition)):
        if entity := facts.index.by_key.get((edition.id, successor.kind, successor.new)):
            yield _another_id(successor, entity, past, edition)
    yield from _swapped(_statements(past), past, edition, facts)


def _another_id(successor: Successor, entity: Entity, past: Past, edition: Edition) -> Problem:
    guessed = successor.is_alike
    return Problem(
        entity.file,
        (*entity.route, "id"),
        NEW_ID if guessed else ANOTHER_ID,
        {
            "what": Named(successor.kind, entity.title, begins=True),
            "old": successor.old,
            "new": successor.new,
            "version": past.name_for(edition),
        },
        KEEP if guessed else KEEP_IF,
        severity=None if guessed else Severity.WARNING,
        identity=(successor.old, successor.new),
    )


def _statements(past: Past) -> Mapping[str, str]:
    """Return the wording of each statement in a past version, tidy, by id."""
    perspectives: tuple[Perspective, ...] = (
        past.edition.vision.perspectives if past.edition.vision else ()
    )
    return {
        one.id: _tidy(one.text)
        for perspective in perspectives
        for one in perspective.statements
        if one.id
    }


def _swapped(
    before: Mapping[str, str], past: Past, edition: Edition, facts: Facts
) -> Iterator[Problem]:
    """Yield the statements that bear the wording which another one has given up."""
    entities = facts.index.by_kind.get((edition.id, "statement"), {})
    now = {
        name: _tidy(entity.value.text)
        for name, entity in entities.items()
        if isinstance(entity.value, Statement)
    }
    owners = {text: name for name, text in before.items()}
    told: set[tuple[str, str]] = set()
    for name, text in now.items():
        other = owners.get(text)
        if other is None or name not in before or before[name] == text:
            continue
        if now.get(other) == text or (other, name) in told:
            continue
        told.add((name, other))
        entity, there = entities[name], entities.get(other)
        place = there and Related(there.file, (*there.route, "text"), OTHER_HERE, {"old": other})
        yield Problem(
            entity.file,
            (*entity.route, "text"),
            SWAPPED,
            {"new": name, "old": other, "version": past.name_for(edition)},
            SWAP_BACK,
            related=(place,) if place else (),
            identity=(name, other),
        )


def _tidy(text: str) -> str:
    return " ".join(text.split()).casefold()
