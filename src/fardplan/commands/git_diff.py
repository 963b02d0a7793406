"""`fardplan git-diff`: what git runs to see how a file has changed, for `git diff`."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fardplan.commands._exit import ExitCode
from fardplan.commands._options import Session, session_of
from fardplan.commands._output import FEWEST_COLUMNS, columns, emit
from fardplan.commands._usage import WrongUsage
from fardplan.commands.git_textconv import explain
from fardplan.locales.commands import both
from fardplan.locales.text import Text
from fardplan.locales.visible import make_visible

if TYPE_CHECKING:
    from fardplan.formats._page import Page

NOT_FROM_GIT = Text(
    "Git ger 7 argument, eller 9 om filen har bytt namn, inte {n}. Se: fardplan git-setup",
    "Git gives 7 arguments, or 9 where the file has a new name, not {n}. See: fardplan git-setup",
)
CONFLICT = Text(
    "{path}: två grenar har ändrat samma rader, och det är inte löst än.",
    "{path}: two branches have changed the same lines, and that is not solved yet.",
)
NEW = Text("{path} (ny fil)", "{path} (new file)")
GONE = Text("{path} (borttagen fil)", "{path} (removed file)")
MOVED = Text("{path} → {new}", "{path} → {new}")
AS_LINES = Text(
    "  Innehållet går inte att läsa som en fil i en färdplan. Så här är raderna:",
    "  The content cannot be read as a file of a roadmap. These are the lines:",
)
NO_LINES = Text("  Innehållet är ingen text.", "  The content is no text.")
UNCHANGED = Text("  Innehållet är oförändrat.", "  The content is unchanged.")
_UNMERGED, _CHANGED, _RENAMED = 1, 7, 9


def git_diff(
    ctx: typer.Context,
    arguments: Annotated[
        list[str],
        typer.Argument(
            metavar=both("ARGUMENT", "ARGUMENT"),
            help=both("Det som git anger.", "What git gives."),
        ),
    ],
) -> int:
    """Write the changes by meaning; where that cannot be, as git shows the lines."""
    session = session_of(ctx)
    if len(arguments) == _UNMERGED:
        emit(make_visible(CONFLICT.say(session.lang, path=arguments[0])))
    elif len(arguments) in (_CHANGED, _RENAMED):
        emit(_show(session, arguments))
    else:
        raise WrongUsage(NOT_FROM_GIT, n=len(arguments))
    return ExitCode.OK


def _show(session: Session, arguments: list[str]) -> str | bytes:
    from fardplan.formats._file_changes import write_file_changes
    from fardplan.formats._file_words import write_words
    from fardplan.pipeline.one_file_changes import Handed, read_change

    path, old, _, _, new, _, _, *renamed = arguments
    handed = Handed(path, renamed[0] if renamed else path, _file(old), _file(new))
    try:
        found = read_change(handed)
    except OSError as error:
        raise explain(path, error) from error
    page = _page(session)
    title = _say_title(session, handed.path, handed.new_path, handed.old, handed.new)
    if found is None:
        return _show_lines(title, handed.old, handed.new, page)
    if found.is_same:
        return f"{make_visible(title)}\n{UNCHANGED.say(page.lang)}\n\n"
    before, after = (write_words(one, page.lang) if one else [] for one in (found.old, found.new))
    return write_file_changes(title, found.comparison, before, after, page)


def _file(given: str) -> Path | None:
    """Return a file that git names; it calls none `/dev/null`, on Windows `nul`."""
    return None if given in ("/dev/null", os.devnull) else Path(given)


def _say_title(
    session: Session, path: str, new_path: str, old: Path | None, new: Path | None
) -> str:
    if old is None or new is None:
        return (NEW if old is None else GONE).say(session.lang, path=path)
    return MOVED.say(session.lang, path=path, new=new_path) if path != new_path else path


def _show_lines(title: str, old: Path | None, new: Path | None, page: Page) -> bytes:
    """Return git's own lines below the title, and why there is nothing better."""
    from fardplan.source.git_lines import show_lines

    lines = show_lines(old, new, color=page.color)
    why = {None: NO_LINES, b"": UNCHANGED}.get(lines, AS_LINES)
    head = f"{make_visible(title)}\n{why.say(page.lang)}\n"
    return head.encode(errors="backslashreplace") + (lines or b"") + b"\n"


def _page(session: Session) -> Page:
    """Return what is written on: git may have put a pager between this and the terminal."""
    from fardplan.formats._page import Page

    has_pager = os.environ.get("GIT_PAGER_IN_USE") in ("true", "1")
    if not has_pager:
        return Page(session.lang, session.use_color(sys.stdout), columns(None))
    able = os.environ.get("TERM") != "dumb" and not os.environ.get("NO_COLOR")
    color = able if session.color == "auto" else session.color == "always"
    return Page(session.lang, color, max(FEWEST_COLUMNS, shutil.get_terminal_size().columns))
