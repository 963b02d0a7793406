"""`fardplan rename`: a new id, and everything that refers to it."""

from __future__ import annotations

from typing import Annotated

import typer

from fardplan.commands import _completions
from fardplan.commands._exit import ExitCode
from fardplan.commands._options import DryRun, session_of
from fardplan.commands._output import emit
from fardplan.locales.commands import both
from fardplan.locales.text import Text

DETAILS = both(
    """GAMMALT skrivs som i listan från fardplan list: trygg-hemgang, goal/trygg-hemgang eller
    exempelkommun/goal/trygg-hemgang. Filen eller mappen byter namn om det är den som heter så, och
    det gamla id:t sparas under previously.""",
    """OLD is written as fardplan list shows it: trygg-hemgang, goal/trygg-hemgang or
    exempelkommun/goal/trygg-hemgang. The file or folder is renamed where it bears the id, and the
    old id is kept under previously.""",
)

DONE = Text("{old} heter nu {new}. {references}", "{old} is now {new}. {references}")
WOULD = Text(
    "{old} skulle byta id till {new}. {references} Inget är ändrat.",
    "{old} would become {new}. {references} Nothing is changed.",
)
NO_REFERENCES = Text("Inget hänvisade dit.", "Nothing referred to it.")
ONE_REFERENCE = Text("1 hänvisning följer med.", "1 reference follows.")
REFERENCES = Text("{n} hänvisningar följer med.", "{n} references follow.")
UNSURE = Text(
    "Godkännandet av {entity} ({kind}, {decision}) gäller ingen ändring som går att hitta. Namnet "
    "är ändrat, men fingeravtrycket i {file} är kvar. Se efter med fardplan diff.",
    "The approval of {entity} ({kind}, {decision}) is for no change that can be found. The name "
    "is changed, but the fingerprint in {file} is the same. Check with fardplan diff.",
)
MOVED = Text("{old} → {new}", "{old} → {new}")
ONE_CHANGE = Text("{file}: 1 ändring", "{file}: 1 change")
CHANGES = Text("{file}: {n} ändringar", "{file}: {n} changes")


def rename(
    ctx: typer.Context,
    old: Annotated[
        str,
        typer.Argument(
            metavar=both("GAMMALT", "OLD"),
            help=both("Vad det heter nu.", "What it is called now."),
            autocompletion=_completions.entities,
        ),
    ],
    new: Annotated[
        str,
        typer.Argument(
            metavar=both("NYTT", "NEW"),
            help=both(
                "Det nya id:t: små bokstäver a–z, siffror och bindestreck.",
                "The new id: lower-case letters a–z, digits and hyphens.",
            ),
        ),
    ],
    dry_run: DryRun = False,
) -> int:
    """Rename, and list what has changed."""
    from fardplan.locales.visible import make_visible
    from fardplan.pipeline import renaming
    from fardplan.source.root import APPROVALS

    session = session_of(ctx)
    renamed = renaming.rename(session.root, old, new, dry_run=dry_run)
    lines = []
    if renamed.move:
        lines.append(MOVED.say(session.lang, old=renamed.move[0], new=renamed.move[1]))
    for file, n in renamed.changes:
        text = ONE_CHANGE if n == 1 else CHANGES
        lines.append(text.say(session.lang, file=file, n=n))
    emit("".join(f"{make_visible(line)}\n" for line in lines))
    number = renamed.references
    told = REFERENCES if number > 1 else (NO_REFERENCES, ONE_REFERENCE)[number]
    summary = told.say(session.lang, n=number)
    for one in renamed.unsure:
        values = {"entity": one.entity, "kind": one.kind, "decision": one.decision}
        session.note(UNSURE, **values, file=APPROVALS)
    session.note(WOULD if dry_run else DONE, old=renamed.old, new=renamed.new, references=summary)
    return ExitCode.OK
