"""Who steers: parties and groups, to whom it is reported, what is expected, how binding it is."""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.documents.blocks import Blocks, Fact, Facts, Item, Items, Section
from fardplan.documents.compose._chapter import chapter, only
from fardplan.documents.compose._follow_up import follow_up_blocks
from fardplan.documents.compose._labelled import line
from fardplan.documents.compose._pieces import prose
from fardplan.documents.compose._spoken import capital
from fardplan.documents.compose._view import View
from fardplan.documents.compose.adoption import adoption
from fardplan.documents.compose.decisions import consultations, decision_path, decisions
from fardplan.documents.inline import Badge, Inline, Strong, join
from fardplan.locales.text import Text, capitalise
from fardplan.model.index import Entity, references
from fardplan.model.steering import (
    Body,
    Expectation,
    FollowUp,
    Member,
    OrganisationClass,
    Reporting,
)

STEERING = Text("Styrning och ansvar", "Steering and responsibility")
PARTIES = Text("Parter", "Parties")
OWNERS_AND_PARTIES = Text("Ägare och parter", "Owners and parties")
BODIES = Text("Grupper och organ", "Groups and bodies")
FOLLOW_UP = Text("Uppföljning och rapportering", "Follow-up and reporting")
REPORTING = Text("Rapportering", "Reporting")
EXPECTATIONS = Text("Det här förväntas av parterna", "What is expected of the parties")
ASSIGNMENTS = Text("Uppdrag", "Assignments")
BINDING = Text("Så bindande är {plan}", "How binding {plan} is")
CHAIR = Text("ordförande", "chair")


def steering(view: View) -> Section | None:
    """Return who decides, answers and takes part."""
    return chapter(
        "styrning",
        view.words(STEERING),
        only(
            chapter("parter", view.words(PARTIES), _parties(view)),
            chapter("forvantningar", view.words(EXPECTATIONS), _expectations(view)),
            chapter("bindande", view.words(BINDING), _binding(view)),
            chapter("grupper", view.words(BODIES), _bodies(view)),
            decision_path(view),
            decisions(view),
            adoption(view),
            consultations(view),
            chapter("uppdrag", view.words(ASSIGNMENTS), _assignments(view)),
        ),
    )


def follow_up(view: View) -> Section | None:
    """Return how the roadmap is followed up, and to whom it is reported."""
    roadmap = view.roadmap
    found = roadmap.follow_up
    own: Blocks = ()
    if found:
        told = dict.fromkeys(_told_by(found, roadmap.reporting))
        own = follow_up_blocks(view, found.model_copy(update=told))
    report: Blocks = ()
    if roadmap.reporting:
        rows = view.rest(roadmap.reporting, "text")
        report = (Facts(rows, "rows", view.words(REPORTING)), *prose(roadmap.reporting.text))
    return chapter("uppfoljning", view.words(FOLLOW_UP), own, report)


def _told_by(found: FollowUp, reporting: Reporting | None) -> tuple[str, ...]:
    """Return what the follow-up says that the reporting says again: to whom, and how often."""
    if reporting is None:
        return ()
    same = {
        "report_to": found.report_to == reporting.to,
        "frequency": found.frequency == reporting.frequency,
    }
    return tuple(name for name, told in same.items() if told)


def _parties(view: View) -> Blocks:
    roadmap = view.roadmap
    if roadmap.owners and set(roadmap.parties) == set(roadmap.owners):
        both = Fact(view.words(OWNERS_AND_PARTIES), view.spoken(roadmap, "owners"))
        rows = [both]
    else:
        rows = list(view.facts(roadmap, "owners", "parties"))
    rows += view.facts(roadmap, "actors", "units")
    named = dict.fromkeys((*roadmap.owners, *roadmap.parties, *roadmap.actors))
    for written in named:
        entity = view.find(written, ("organisation", "class"))
        if entity and isinstance(entity.value, OrganisationClass) and entity.value.members:
            rows.append(Fact(entity.title, view.spoken(entity.value, "members")))
    return (Facts(tuple(rows)),) if rows else ()


def _expectations(view: View) -> Blocks:
    groups: dict[tuple[str, ...], list[Expectation]] = {}
    for expectation in view.roadmap.expectations:
        groups.setdefault(expectation.on, []).append(expectation)
    return tuple(_expected_of(view, found) for found in groups.values())


def _expected_of(view: View, found: list[Expectation]) -> Items:
    whom = view.spoken(found[0], "on")
    lead = join([Strong(capital(whom)), ":"], "") if whom else ""
    return Items(tuple(_expectation(view, item) for item in found), lead=lead)


def _expectation(view: View, expectation: Expectation) -> Item:
    words = view.spoken(expectation, "text")
    force = Badge(capitalise(view.say(expectation.force)), "quiet") if expectation.force else ""
    return Item(join([words, force], " "))


def _binding(view: View) -> Blocks:
    rows = tuple(
        Fact(capitalise(view.say(item.level)), capital(view.say(item.force)))
        for item in view.roadmap.binding
    )
    return (Facts(rows),) if rows else ()


def _assignments(view: View) -> Blocks:
    items = tuple(
        Item(
            view.noted(Strong(item.title), item),
            (*prose(item.text), *line(view.facts(item, "to", "by", "date"))),
            view.anchor_of(item),
        )
        for item in view.roadmap.assignments
    )
    return (Items(items),) if items else ()


def _bodies(view: View) -> Blocks:
    """Return the groups of this roadmap, and the shared ones that it refers to."""
    items = tuple(_body(view, body, entity) for body, entity in _bodies_of(view))
    return (Items(items),) if items else ()


def _bodies_of(view: View) -> Iterator[tuple[Body, str]]:
    own = view.roadmap.bodies
    for body in own:
        yield body, body.id or ""
    seen = {id(body) for body in own}
    found: dict[tuple[str, str, str], Entity] = {}
    for reference in references(view.edition):
        if "body" in reference.spec.refs:
            entity = view.find(reference.written, reference.spec.refs)
            if entity and isinstance(entity.value, Body) and id(entity.value) not in seen:
                found[entity.key] = entity
    for key in sorted(found, key=lambda key: found[key].title):
        shared = found[key].value
        if isinstance(shared, Body) and not found[key].home:
            yield shared, found[key].id


def _body(view: View, body: Body, body_id: str) -> Item:
    names: Inline = Strong(body.title)
    if body.short_title:
        names = join([names, f" ({body.short_title})"], "")
    facts = view.facts(body, "kind", "role", "organisation", "part_of", "period")
    members = tuple(Item(_member(view, member)) for member in body.members)
    label = f"{view.label(body, 'members')}:"
    return Item(
        view.noted(names, body),
        (
            *prose(body.text),
            *line(facts),
            *((Items(members, lead=label, style="quiet"),) if members else ()),
        ),
        view.anchor("body", body_id),
    )


def _member(view: View, member: Member) -> Inline:
    several = member.count is not None and member.count > 1
    role = f"{member.role} ({member.count})" if several else member.role
    return join(
        [
            role,
            view.spoken(member, "organisation"),
            member.workplace or "",
            view.words(CHAIR) if member.chair else "",
            view.spoken(member, "period"),
        ]
    )
