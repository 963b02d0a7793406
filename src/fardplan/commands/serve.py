"""`fardplan serve`: the documents in the browser, as they are after each save."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from fardplan.commands import _completions
from fardplan.commands._exit import ExitCode
from fardplan.commands._options import session_of
from fardplan.errors import CannotRun
from fardplan.locales.commands import both
from fardplan.locales.text import Lang, Text

if TYPE_CHECKING:
    from fardplan.server.preview import Preview
    from fardplan.server.serving import Server

DETAILS = both(
    """Sidan visar det som är sparat, och det som är fel i filerna. Bara den här datorn når den.
    Avsluta med Ctrl+C.""",
    """The page shows what is saved, and what is wrong in the files. Only this computer reaches it.
    End with Ctrl+C.""",
)
FIRST_PORT, LAST_PORT = 8765, 8784
RUNNING = Text(
    "Öppna adressen i webbläsaren. Sidan följer det du sparar. Avsluta med Ctrl+C.",
    "Open the address in the browser. The page follows what you save. End with Ctrl+C.",
)
ENDED = Text("Förhandsvisningen är avslutad.", "The preview has ended.")
TAKEN = Text(
    "Porten {port} är upptagen. Välj en annan: fardplan serve --port {other}",
    "Port {port} is taken. Choose another: fardplan serve --port {other}",
)
ALL_TAKEN = Text(
    "Portarna {first}–{last} är upptagna. Välj en annan: fardplan serve --port 9000",
    "The ports {first}–{last} are taken. Choose another: fardplan serve --port 9000",
)
UNKNOWN = Text(
    "Det finns ingen färdplan som heter ”{roadmap}”. Visa alla: fardplan list",
    "There is no roadmap called “{roadmap}”. Show all: fardplan list",
)

Roadmap = Annotated[
    str | None,
    typer.Argument(
        metavar=both("[FÄRDPLAN]", "[ROADMAP]"),
        help=both(
            "Färdplanen att visa först. Annars väljer du på sidan.",
            "The roadmap to show first. Else you choose on the page.",
        ),
        autocompletion=_completions.roadmaps,
    ),
]
Port = Annotated[
    int | None,
    typer.Option(
        "--port",
        min=1,
        max=65535,
        metavar=both("NUMMER", "NUMBER"),
        help=both("Porten på den här datorn.", "The port on this computer."),
    ),
]
Open = Annotated[
    bool,
    typer.Option("--open", help=both("Öppna webbläsaren.", "Open the browser.")),
]


def serve(
    ctx: typer.Context, roadmap: Roadmap = None, port: Port = None, open_browser: Open = False
) -> int:
    """Serve until Ctrl+C; the address goes to stdout."""
    from fardplan.pipeline.states import open_tree
    from fardplan.server.preview import Preview
    from fardplan.server.watching import need_watcher, watching

    session = session_of(ctx)
    need_watcher()
    open_tree(session.root)
    preview = Preview(session.root)
    if roadmap is not None and roadmap not in preview.now.titles:
        raise CannotRun(UNKNOWN, roadmap=roadmap)
    with (
        _open_server(preview, port, session.lang) as server,
        watching(session.root, preview.refresh),
    ):
        address = server.address + (f"{roadmap}/" if roadmap else "")
        sys.stdout.write(f"{address}\n")
        sys.stdout.flush()
        session.note(RUNNING)
        if open_browser:
            _show(address)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            session.note(ENDED)
    return ExitCode.OK


def _open_server(preview: Preview, port: int | None, lang: Lang) -> Server:
    """Return a server on the port, or on the first that is free where none is named."""
    from fardplan.server.serving import Server

    for number in (port,) if port else range(FIRST_PORT, LAST_PORT + 1):
        try:
            return Server(preview, number, lang)
        except OSError:
            continue
    if port:
        raise CannotRun(TAKEN, port=str(port), other=str(port + 1))
    raise CannotRun(ALL_TAKEN, first=str(FIRST_PORT), last=str(LAST_PORT))


def _show(address: str) -> None:
    import webbrowser

    webbrowser.open(address)
