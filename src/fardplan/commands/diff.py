"""`fardplan diff`: what changed in a roadmap between two versions, by meaning."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fardplan.commands import _completions
from fardplan.commands._exit import ExitCode
from fardplan.commands._options import FORMAT, OutputFile, RoadmapId, Session, session_of
from fardplan.commands._output import columns, emit, is_screen
from fardplan.locales.commands import both
from fardplan.locales.text import Text
from fardplan.source.root import APPROVALS

if TYPE_CHECKING:
    from fardplan.formats._page import Page
    from fardplan.pipeline.comparison import Compared

DETAILS = both(
    """En version är ett år (2023), ett versionsnummer (1.0), en tagg (orebro-lan/1.0), en
    git-revision (HEAD~3), en punkt för filerna som de är nu, eller en mapp. Det som
    inte går att läsa i en version jämförs inte, och filen nämns.""",
    """A version is a year (2023), a version number (1.0), a tag (orebro-lan/1.0), a git revision
    (HEAD~3), a full stop for the files as they are now, or a folder. What cannot be read in a
    version is not compared, and the file is named.""",
)

UNREAD_APPROVALS = Text(
    "Något i {file} går inte att använda. Visa felen: fardplan validate",
    "Something in {file} cannot be used. Show the errors: fardplan validate",
)
UNKNOWN = Text(
    "Vad som har ändrats här vet ingen, för det går inte att läsa i den nyare versionen: {files}.",
    "Nobody knows what has changed here, for it cannot be read in the newer version: {files}.",
)
UNAPPROVED = (
    Text(
        "En försvagning är inte godkänd. Finns det ett beslut? Fyll i det här under approvals i "
        "{file}:",
        "One weakening is not approved. Is there a decision? Fill this in under approvals in "
        "{file}:",
    ),
    Text(
        "{n} försvagningar är inte godkända. Finns det beslut? Fyll i de här under approvals i "
        "{file}:",
        "{n} weakenings are not approved. Are there decisions? Fill these in under approvals in "
        "{file}:",
    ),
)
ENTRY = Text("{entry}", "{entry}")
MORE = Text(
    "Och {n} till: de står i fardplan diff {roadmap} {old} {new} -f json",
    "And {n} more: they stand in fardplan diff {roadmap} {old} {new} -f json",
)
MOST_ENTRIES = 20

TAKEN = Text("Jämför {old} med {new}.", "Comparing {old} with {new}.")


class Format(StrEnum):
    """How changes are written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"


class Limit(StrEnum):
    """The least level that makes the command end with 1."""

    MAJOR = "major"
    MINOR = "minor"
    EDITORIAL = "editorial"


Old = Annotated[
    str,
    typer.Argument(
        metavar=both("GAMMAL", "OLD"),
        help=both("Versionen att jämföra med.", "The version to compare with."),
        autocompletion=_completions.versions,
    ),
]
New = Annotated[
    str,
    typer.Argument(
        metavar=both("NY", "NEW"),
        help=both(
            "Den nyare versionen. En punkt är filerna som de är nu.",
            "The newer version. A full stop is the files as they are now.",
        ),
        autocompletion=_completions.versions,
    ),
]
AnyChange = Annotated[
    bool,
    typer.Option(
        "--exit-code",
        help=both(
            "Avsluta med 1 om något har ändrats, eller inte längre går att läsa.",
            "End with 1 if anything has changed, or can no longer be read.",
        ),
    ),
]
FailOn = Annotated[
    Limit | None,
    typer.Option(
        "--fail-on",
        help=both(
            "Avsluta med 1 om något har ändrats på den nivån eller högre: försvagat åtagande "
            "(major), ändring (minor) eller språklig ändring (editorial). Det som är godkänt i "
            "fardplan-approvals.yaml räknas inte.",
            "End with 1 if anything has changed at that level or above: a weakened commitment "
            "(major), a change (minor) or a change of wording (editorial). What is approved in "
            "fardplan-approvals.yaml does not count.",
        ),
    ),
]


def diff(
    ctx: typer.Context,
    roadmap: RoadmapId,
    old: Old,
    new: New = ".",
    output_format: Annotated[Format, FORMAT] = Format.TEXT,
    output: OutputFile = None,
    exit_code: AnyChange = False,
    fail_on: FailOn = None,
) -> int:
    """Compare the two versions, write the changes, and say whether they are too grave."""
    from fardplan.changes._base import Level
    from fardplan.formats._registry import CHANGES
    from fardplan.pipeline.comparison import compare_versions

    session = session_of(ctx)
    compared = compare_versions(session.root, roadmap, old, new)
    lang = session.lang
    session.detail(TAKEN, old=compared.old.explain(lang), new=compared.new.explain(lang))
    page = _page(session, output, compared, output_format)
    emit(CHANGES[output_format](compared.comparison, page), output)
    if compared.rulings.faults:
        session.note(UNREAD_APPROVALS, file=APPROVALS)
    reached = fail_on is not None and compared.reaches(Level.of(fail_on))
    if reached and compared.unapproved:
        _offer_approvals(session, compared)
    changed = exit_code and compared.comparison.changes
    unknown = compared.comparison.newly_unread if exit_code or fail_on else ()
    if unknown:
        session.note(UNKNOWN, files=unknown)
    return ExitCode.FOUND if reached or changed or unknown else ExitCode.OK


def _page(session: Session, output: Path | None, compared: Compared, output_format: Format) -> Page:
    from fardplan.formats._page import Page

    if output_format is Format.HTML:
        from fardplan.pipeline.page_template import find_template

        settings = compared.rulings.settings
        template = find_template(session.root, settings, compared.comparison.roadmap)
        organisation = settings.organisation.name or ""
        return Page(session.lang, template=template, organisation=organisation)
    color = is_screen(output) and session.use_color(sys.stdout)
    return Page(session.lang, color=color, width=columns(output))


def _offer_approvals(session: Session, compared: Compared) -> None:
    """Write on stderr what an editor may copy, if the weakened commitments are decided on."""
    from fardplan.formats._approval_entry import write_entry

    changes, found = compared.unapproved, compared.comparison
    session.note(UNAPPROVED[len(changes) > 1], n=len(changes), file=APPROVALS)
    for change in changes[:MOST_ENTRIES]:
        session.note(ENTRY, entry=write_entry(change))
    if (rest := len(changes) - MOST_ENTRIES) > 0:
        versions = {"old": found.old.spec, "new": found.new.spec}
        session.note(MORE, n=rest, roadmap=found.roadmap, **versions)
