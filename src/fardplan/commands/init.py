"""`fardplan init`: a repository to start from."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fardplan.commands._exit import ExitCode
from fardplan.commands._options import NoInput, Session, session_of
from fardplan.commands._output import emit
from fardplan.commands.new._options import NewId, Title
from fardplan.commands.new.roadmap import Profile, Year
from fardplan.locales.commands import both
from fardplan.locales.text import Text

if TYPE_CHECKING:
    from fardplan.pipeline.founding import Founded

DETAILS = both(
    """Kommandot frågar vad färdplanen heter och vem som äger den. Sedan skriver det en färdplan att
    fylla i, kontroller för GitHub, GitLab och pre-commit, och inställningar för redigeraren. Filer
    som redan finns rörs inte.""",
    """What the roadmap is called and who owns it is asked for. Then a roadmap to fill in is
    written, with checks for GitHub, GitLab and pre-commit, and settings for the editor. Files that
    are there already are left alone.""",
)

WRITTEN = Text("{n} filer är skapade i {folder}.", "{n} files are written in {folder}.")
LEFT = Text(
    "De här filerna fanns redan och är orörda: {left}.",
    "These files were there already and are left as they are: {left}.",
)
GO_THERE = Text("Gå till mappen: cd {folder}", "Go to the folder: cd {folder}")
NEXT = Text(
    "Nästa steg: öppna {file} och fyll i det som fattas. Kontrollera sedan: fardplan validate",
    "Next: open {file} and fill in what is missing. Then check: fardplan validate",
)
GIT = Text(
    "Spara historiken i git: git init && git add -A && git commit -m Start",
    "Keep the history in git: git init && git add -A && git commit -m Start",
)


Folder = Annotated[
    Path | None,
    typer.Argument(
        metavar=both("MAPP", "DIR"),
        help=both(
            "Mappen, som skapas om den inte finns. Annars den du står i.",
            "The folder, which is made where there is none. Else the one you stand in.",
        ),
    ),
]
Organisation = Annotated[
    str | None,
    typer.Option(
        "--organisation",
        metavar=both("NAMN", "NAME"),
        help=both("Organisationen som äger färdplanen.", "The organisation that owns it."),
    ),
]
Body = Annotated[
    str | None,
    typer.Option(
        "--body",
        metavar=both("ORGAN", "BODY"),
        help=both(
            "Gruppen eller nämnden som ansvarar för färdplanen.",
            "The group or committee that is accountable for it.",
        ),
    ),
]


def init(
    ctx: typer.Context,
    folder: Folder = None,
    title: Title = None,
    organisation: Organisation = None,
    body: Body = None,
    profile: Profile = None,
    year: Year = None,
    new_id: NewId = None,
    no_input: NoInput = False,
) -> int:
    """Ask about the roadmap, and write the files."""
    from fardplan.commands._ask import Interview
    from fardplan.commands._first_files import first_sheets
    from fardplan.commands._founding_questions import ask_start
    from fardplan.pipeline.founding import Start, check_folder, found, write_settings

    session = session_of(ctx)
    target = folder or Path()
    check_folder(target)
    told = ask_start(
        Interview(session, ask=not no_input),
        {
            "title": title,
            "organisation": organisation,
            "body": body,
            "profile": profile,
            "year": year,
        },
        new_id,
    )
    start = Start(told["title"], told["organisation"], told["roadmap"], session.lang)
    sheets = {one.path: one.write(session.lang) for one in first_sheets(**told, lang=session.lang)}
    founded = found(target, {**write_settings(start), **sheets})
    _tell(session, target, founded, f"roadmaps/{start.roadmap}/roadmap.yaml")
    return ExitCode.OK


def _tell(session: Session, folder: Path, founded: Founded, first: str) -> None:
    """List what was written, and say what to do next."""
    from fardplan.locales.visible import make_visible

    emit("".join(f"{make_visible(str(folder / path))}\n" for path in founded.written))
    where = str(folder) if folder != Path() else "."
    session.note(WRITTEN, n=len(founded.written), folder=where)
    if founded.left:
        session.note(LEFT, left=founded.left)
    if folder != Path():
        session.note(GO_THERE, folder=shlex.quote(str(folder)))
    session.note(NEXT, file=first)
    if not founded.has_git:
        session.note(GIT)
