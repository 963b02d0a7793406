"""`fardplan site`: all adopted and released roadmaps as a web site to put on any server."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fardplan.commands._exit import ExitCode
from fardplan.commands._options import Session, session_of
from fardplan.commands._output import name_first
from fardplan.commands._progress import Progress
from fardplan.commands._usage import WrongUsage
from fardplan.locales import site as words
from fardplan.locales.commands import both

if TYPE_CHECKING:
    from fardplan.pipeline.site.publish import Built

DETAILS = both(
    """Varje färdplan, område, mål och aktivitet får en egen sida med en adress som består, och alla
    versioner finns kvar. Webbplatsen är vanliga filer: lägg mappen på en webbserver, eller öppna
    index.html i webbläsaren.

    Går något i filerna inte att läsa står det som det är skrivet, sist i dokumentet. Då är
    slutkoden 1.""",
    """Every roadmap, area, goal and activity gets a page of its own with an address that lasts, and
    all versions stay. The site is plain files: put the folder on a web server, or open index.html
    in the browser.

    What cannot be read in the files is shown as it is written, last in the document. The exit code
    is then 1.""",
)
FOLDER = Path("build/site")
Output = Annotated[
    Path,
    typer.Option(
        "-o",
        "--output",
        metavar=both("MAPP", "DIR"),
        help=both(
            "Mappen som webbplatsen skrivs i. Bara det som fardplan har gjort där ändras.",
            "The folder to write the site in. Only what fardplan has made there is changed.",
        ),
    ),
]
BaseUrl = Annotated[
    str | None,
    typer.Option(
        "--base-url",
        metavar=both("ADRESS", "ADDRESS"),
        help=both(
            "Adressen som webbplatsen får. Annars base-url i fardplan.toml.",
            "The address that the site will have. Else base-url in fardplan.toml.",
        ),
    ),
]


def site(ctx: typer.Context, output: Output = FOLDER, base_url: BaseUrl = None) -> int:
    """Write the site, and say what is not on it; end with 1 where it is not whole."""
    from fardplan.pipeline.site.publish import publish_site
    from fardplan.source._settings_values import check_url
    from fardplan.source.cache import open_cache
    from fardplan.source.output import refuse_links

    session = session_of(ctx)
    if base_url is not None and check_url(base_url):
        raise WrongUsage(words.NO_ADDRESS, value=base_url)
    if output == FOLDER:  # nobody has named it, so a link there may have come with the files
        refuse_links(Path(), output)
    with (
        open_cache(session.root, wanted=session.remembers) as cache,
        Progress(session, words.PROGRESS, threaded=False) as progress,
    ):
        built = publish_site(session.root, output, base_url, progress.tell, cache)
    _tell_lacks(session, built)
    session.note(
        words.DONE[built.pages != 1],
        pages=built.pages,
        folder=output,
        written=built.written,
        removed=built.removed,
    )
    if built.faulty_then:
        session.note(words.CUT_IN_THE_PAST, files=name_first(built.faulty_then))
    if not built.faulty:
        return ExitCode.OK
    session.note(words.CUT, files=name_first(built.faulty))
    return ExitCode.FOUND


def _tell_lacks(session: Session, built: Built) -> None:
    """Say what a publisher may miss on the site, and what to do about it."""
    for one in built.omitted:
        session.note(one.said)
    for path in built.spared:
        session.note(words.SPARED, path=path)
    if built.is_empty:
        session.note(words.EMPTY)
    if built.shallow:
        session.note(words.SHALLOW)
    if not built.has_statement:
        session.note(words.NO_STATEMENT)
    if not built.has_address:
        session.note(words.NO_BASE_URL)
