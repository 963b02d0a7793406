"""`fardplan site`: all adopted and released roadmaps as a web site to put on any server."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fardplan.commands._exit import ExitCode
from fardplan.commands._options import Session, session_of
from fardplan.commands._usage import WrongUsage
from fardplan.locales import site as words
from fardplan.locales.commands import both

if TYPE_CHECKING:
    from fardplan.pipeline.site.publish import Built

DETAILS = both(
    """Varje färdplan, område, mål och aktivitet får en egen sida med en adress som består, och alla
    versioner finns kvar. Webbplatsen är vanliga filer: lägg mappen på en webbserver, eller öppna
    index.html i webbläsaren.""",
    """Every roadmap, area, goal and activity gets a page of its own with an address that lasts, and
    all versions stay. The site is plain files: put the folder on a web server, or open index.html
    in the browser.""",
)
PATIENCE, PAUSE = 0.5, 0.1
"""For how many seconds nothing is said of the progress, and then between two times."""

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


def site(ctx: typer.Context, output: Output = Path("build/site"), base_url: BaseUrl = None) -> int:
    """Write the site, and say what is not on it."""
    from fardplan.pipeline.site.publish import publish_site
    from fardplan.source._settings_values import check_url

    session = session_of(ctx)
    if base_url is not None and check_url(base_url):
        raise WrongUsage(words.NO_ADDRESS, value=base_url)
    progress = _Progress(session)
    try:
        built = publish_site(session.root, output, base_url, progress.tell)
    finally:
        progress.clear()
    _tell_lacks(session, built)
    session.note(
        words.DONE[built.pages != 1],
        pages=built.pages,
        folder=output,
        written=built.written,
        removed=built.removed,
    )
    return ExitCode.OK


def _tell_lacks(session: Session, built: Built) -> None:
    """Say what a publisher may miss on the site, and what to do about it."""
    for found in built.omitted:
        session.note(found.why or words.DRAFT, **found.values(session.lang))
    for path in built.spared:
        session.note(words.SPARED, path=path)
    if built.faults:
        session.note(words.FAULTS[built.faults > 1], n=built.faults)
    if built.shallow:
        session.note(words.SHALLOW)
    if not built.has_statement:
        session.note(words.NO_STATEMENT)
    if not built.has_address:
        session.note(words.NO_BASE_URL)


class _Progress:
    """Tells on a terminal how many pages there are so far, once it has taken a while."""

    def __init__(self, session: Session) -> None:
        """Keep quiet for a moment: most sites are done before it is over."""
        self._session = session
        self._shows = sys.stderr.isatty() and session.verbosity >= 0
        self._next = time.monotonic() + PATIENCE
        self._told = False

    def tell(self, pages: int) -> None:
        now = time.monotonic()
        if self._shows and now >= self._next:
            self._next, self._told = now + PAUSE, True
            sys.stderr.write(f"\r{words.PROGRESS.say(self._session.lang, n=pages)}")
            sys.stderr.flush()

    def clear(self) -> None:
        if self._told:
            sys.stderr.write("\r\033[K")
