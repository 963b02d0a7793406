"""The web server of a preview: this computer only, reading only, and nothing but the preview."""

from __future__ import annotations

import sys
import traceback
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote, urlsplit

from fardplan.locales.text import Lang
from fardplan.server import pages
from fardplan.server.preview import Preview
from fardplan.source.resources import templates_dir

LOOPBACK = "127.0.0.1"
HEARTBEAT = 15.0
"""Seconds after which a silent line to a page says that it is still open."""

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_FRAMED = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)
"""A document brings a stricter policy of its own, unless its template has left it out.

Nobody else's page may show it.
"""
_ASSETS = {"preview.css": "text/css", "preview.js": "text/javascript"}


class Server(ThreadingHTTPServer):
    """Answer requests about one preview, each in a thread that ends with the program."""

    daemon_threads = True
    allow_reuse_address = sys.platform != "win32"  # there it would share the port with others

    def __init__(self, preview: Preview, port: int, lang: Lang) -> None:
        """Listen on the loopback address; raises OSError where the port is taken."""
        super().__init__((LOOPBACK, port), Handler)
        self.preview = preview
        self.lang = lang

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that has gone, which is no fault of ours."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)

    @property
    def address(self) -> str:
        """Return where the preview is, as a web address."""
        return f"http://{LOOPBACK}:{self.server_port}/"


class Handler(BaseHTTPRequestHandler):
    """Answer one request: `/`, `/ROADMAP/`, its `document` and `findings`, and `/_/…`."""

    server: Server
    protocol_version = "HTTP/1.1"
    server_version = "fardplan"
    sys_version = ""

    def do_GET(self) -> None:
        """Answer with a page, or why there is none; a bug is told in the terminal too."""
        try:
            if not self._is_asked_by_name():
                self._send("", status=HTTPStatus.MISDIRECTED_REQUEST)
                return
            self._route([unquote(part) for part in urlsplit(self.path).path.split("/")[1:]])
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True  # the page was closed meanwhile
        except Exception:  # noqa: BLE001 - one broken page must not end the preview
            traceback.print_exc()
            self._send(traceback.format_exc(), "text/plain", HTTPStatus.INTERNAL_SERVER_ERROR)

    do_HEAD = do_GET  # noqa: N815 - the name that the base class calls

    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""

    def _is_asked_by_name(self) -> bool:
        """Tell whether the request means this computer, and no foreign name that leads here."""
        port = self.server.server_port
        return self.headers.get("Host") in {f"{LOOPBACK}:{port}", f"localhost:{port}"}

    def _route(self, parts: list[str]) -> None:
        match parts:
            case [""]:
                self._send_list()
            case ["_", "events"]:
                self._send_events()
            case ["_", name] if name in _ASSETS:
                text = (templates_dir() / pages.FOLDER / name).read_text("utf-8")
                self._send(text, _ASSETS[name])
            case [roadmap]:
                self._send_away(f"/{roadmap}/")
            case [roadmap, page]:
                self._send_roadmap(roadmap, page)
            case _:
                self._send_missing()

    def _send_list(self) -> None:
        now, lang = self.server.preview.now, self.server.lang
        listed = [
            pages.Entry(roadmap, title, pages.summarise(now.of(roadmap), lang))
            for roadmap, title in now.titles.items()
        ]
        self._send(pages.write_list(listed, now.refusal.say(lang) if now.refusal else "", lang))

    def _send_roadmap(self, roadmap: str, page: str) -> None:
        preview, lang = self.server.preview, self.server.lang
        moment = preview.moment  # before the sight, which may be newer: then one more look follows
        known = roadmap in preview.now.titles or preview.has_shown(roadmap)
        sight = preview.sight(roadmap) if known else None
        if sight is None:
            self._send_missing()
        elif page == "":
            self._send(pages.write_frame(roadmap, sight, preview.now, moment, lang))
        elif page == "findings":
            self._send(pages.write_panel(roadmap, sight, preview.now, lang))
        elif page == "document" and sight.number:
            self._send(sight.document, policy=_FRAMED)
        else:
            self._send_missing()

    def _send_missing(self) -> None:
        self._send(pages.write_missing(self.server.lang), status=HTTPStatus.NOT_FOUND)

    def _send_away(self, address: str) -> None:
        self.send_response(HTTPStatus.PERMANENT_REDIRECT)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send_events(self) -> None:
        """Keep the line open, and write the name of each new state of the files on it."""
        self.close_connection = True
        self._send_head("text/event-stream", HTTPStatus.OK, _POLICY)
        self.send_header("Connection", "close")
        self.end_headers()
        told = ""
        while self.command == "GET":
            moment = self.server.preview.wait(told, HEARTBEAT)
            line = f"data: {moment}\n\n" if moment != told else ": \n\n"
            self.wfile.write(line.encode())
            self.wfile.flush()
            told = moment

    def _send(
        self,
        text: str,
        kind: str = "text/html",
        status: HTTPStatus = HTTPStatus.OK,
        policy: str = _POLICY,
    ) -> None:
        body = text.encode("utf-8", "backslashreplace")
        self._send_head(kind, status, policy)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _send_head(self, kind: str, status: HTTPStatus, policy: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Security-Policy", policy)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Cache-Control", "no-store")
