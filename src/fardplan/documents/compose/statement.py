"""The accessibility statement as a page of its own, out of the settings; nothing is invented.

What the law asks for and the settings do not give is said to be missing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from fardplan.documents.blocks import (
    Blocks,
    Callout,
    Cell,
    Column,
    Fact,
    Facts,
    Paragraph,
    Section,
    Table,
    bullets,
)
from fardplan.documents.compose._spoken import say_address
from fardplan.documents.document import Document
from fardplan.documents.inline import Inline, Link, Muted
from fardplan.locales import accessibility as words
from fardplan.locales.dates import say_date
from fardplan.locales.text import Lang, Text
from fardplan.source.accessibility import AccessibilitySettings, Shortcoming
from fardplan.source.settings import Settings

PAGE = "accessibility.html"
"""Where the site has the statement."""
COMPLAINTS = "https://www.digg.se/tdosanmalan"
"""Where the supervising authority takes reports."""
NOT_STATED = Text("anges inte", "not stated")


def find_statement(settings: Settings) -> str:
    """Return the address of the accessibility statement, or "" where there is none to lead to.

    It is the organisation's own, else that on the site, if the site's address is known.
    """
    given = settings.accessibility
    if given.statement_url:
        return given.statement_url
    if given.is_given and settings.site.base_url:
        return f"{settings.site.base_url.removesuffix('/')}/{PAGE}"
    return ""


def accessibility_statement(settings: Settings, lang: Lang) -> Document:
    """Return the statement as a document, with every part that the law asks for."""
    return _Statement(settings, lang).compose()


class _Statement:
    """Composes the parts in the order of the model."""

    def __init__(self, settings: Settings, lang: Lang) -> None:
        self._given: AccessibilitySettings = settings.accessibility
        self._lang = lang
        self._organisation = settings.organisation.name
        self._service = self._given.service or settings.site.title

    def compose(self) -> Document:
        sections = (
            ("hur-tillganglig", words.HOW, self._compliance()),
            ("innehall", words.CONTENT, self._content()),
            ("hjalp", words.HELP, self._help()),
            ("rapportera", words.REPORT, self._feedback()),
            ("tillsyn", words.SUPERVISION, self._supervision()),
            ("provning", words.TESTED, (Facts(tuple(self._tests()), "box"),)),
        )
        return Document(
            lang=self._lang,
            title=self._say(words.TITLE),
            subtitle=self._service or "",
            organisation=self._organisation or "",
            description=self._behind,
            opening=(Paragraph(self._behind, "lead"),),
            sections=tuple(
                Section(anchor, self._say(title), blocks=blocks)
                for anchor, title, blocks in sections
            ),
            updated=self._day(self._given.updated) if self._given.updated else "",
        )

    @property
    def _behind(self) -> str:
        text = words.NAMED if self._service else words.THE_SITE
        service = self._say(text, service=self._service)
        if self._organisation is None:
            return self._say(words.NO_ORGANISATION, service=service)
        return self._say(words.BEHIND, organisation=self._organisation, service=service)

    def _compliance(self) -> Blocks:
        if self._given.compliance is None:
            return self._missing(words.NO_COMPLIANCE)
        return (Paragraph(self._say(words.COMPLIANCE[self._given.compliance])),)

    def _content(self) -> Blocks:
        """Return what is not accessible, by its ground: what does not comply comes first."""
        found = self._given.shortcomings
        if not found:
            whole = self._given.compliance == "full"
            return (
                (Paragraph(self._say(words.NONE_KNOWN)),)
                if whole
                else self._missing(words.NOT_LISTED)
            )
        reasons = (*words.REASONS, None)
        return tuple(
            self._table(reason, rows)
            for reason in reasons
            if (rows := [one for one in found if one.reason == reason])
        )

    def _table(self, reason: str | None, rows: list[Shortcoming]) -> Table:
        """Return the shortcomings on one ground; a column that none of them fills is left out."""
        title = words.REASONS[reason] if reason else words.NO_REASON
        columns: list[tuple[Text, list[str | None]]] = [
            (words.WHAT, [one.what for one in rows]),
            (words.WHY, [one.why for one in rows]),
            (words.INSTEAD, [one.alternative for one in rows]),
            (words.PLANNED, [one.planned for one in rows]),
        ]
        kept = [(name, cells) for name, cells in columns if name is words.WHY or any(cells)]
        return Table(
            self._say(title),
            tuple(Column(self._say(name)) for name, _ in kept),
            tuple(
                tuple(Cell(cell or self._not_stated()) for cell in row)
                for row in zip(*(cells for _, cells in kept), strict=True)
            ),
        )

    def _help(self) -> Blocks:
        time = self._given.response_time
        text = words.ANSWER_WITHIN if time else words.NO_ANSWER_TIME
        return (Paragraph(self._say(words.ASK)), Paragraph(self._say(text, time=time)))

    def _feedback(self) -> Blocks:
        ways = tuple(self._ways())
        if not ways:
            return self._missing(words.NO_FEEDBACK)
        return (bullets(*ways, lead=self._say(words.REPORT_TEXT)),)

    def _ways(self) -> Iterator[Inline]:
        given = self._given
        if given.email:
            yield (self._say(words.EMAIL), Link(given.email, f"mailto:{given.email}"))
        if given.phone:
            yield f"{self._say(words.PHONE)}{given.phone}"
        if given.url:
            yield (self._say(words.FORM), say_address(given.url))

    def _supervision(self) -> Blocks:
        own = self._given.supervision_name
        name = own or self._say(words.SUPERVISOR)
        complain = self._say(words.COMPLAIN, name=own or words.SUPERVISOR_SHORT)
        address = self._given.supervision_url or ("" if own else COMPLAINTS)
        way = Link(complain, address) if address else complain
        return (Paragraph((self._say(words.SUPERVISED, name=name), way, ".")),)

    def _tests(self) -> Iterator[Fact]:
        given = self._given
        method = self._say(words.METHODS[given.assessed_by]) if given.assessed_by else ""
        yield Fact(self._say(words.METHOD), method or self._not_stated())
        yield Fact(self._say(words.STANDARD), self._say(words.STANDARDS))
        yield Fact(self._say(words.ASSESSED), self._day(given.assessed))
        if given.published:
            yield Fact(self._say(words.PUBLISHED), self._day(given.published))
        yield Fact(self._say(words.UPDATED), self._day(given.updated))

    def _day(self, day: date | None) -> Inline:
        return say_date(day, self._lang) if day else self._not_stated()

    def _missing(self, text: Text) -> Blocks:
        return (Callout("empty", (Paragraph(self._say(text)),)),)

    def _not_stated(self) -> Muted:
        return Muted(self._say(NOT_STATED))

    def _say(self, text: Text, **values: object) -> str:
        return text.say(self._lang, **values)
