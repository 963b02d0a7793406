"""The server of the preview: what it answers, and to whom."""

from __future__ import annotations

import http.client
import threading

import pytest

from tests.server.places import BROKEN, GOAL, write


@pytest.fixture
def ask(server):
    """Return a function that sends one request and returns status, headers and text."""

    def request(path, method="GET", **headers):
        line = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=60)
        line.request(method, path, headers=headers)
        answer = line.getresponse()
        text = answer.read().decode("utf-8")
        line.close()
        return answer.status, answer.headers, text

    return request


def test_list(ask):
    """The first page leads to each roadmap, and says what there is to mend."""
    status, _, text = ask("/")
    assert status == 200
    assert '<a href="/lanet/">Länets färdplan</a>' in text


def test_frame_and_document(ask):
    """A roadmap's page frames its document, which is the one that `render` writes."""
    status, _, frame = ask("/lanet/")
    assert (status, '<iframe src="/lanet/document" title="Länets färdplan">' in frame) == (
        200,
        True,
    )
    status, headers, text = ask("/lanet/document")
    assert (status, headers["Content-Security-Policy"]) == (
        200,
        (
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
            "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
        ),
    )
    assert text.startswith('<!DOCTYPE html>\n<html lang="sv">')


def test_address_without_slash(ask):
    """An address typed without its slash leads to the page."""
    status, headers, _ = ask("/lanet")
    assert (status, headers["Location"]) == (308, "/lanet/")


@pytest.mark.parametrize(
    "path",
    ["/annan/", "/lanet/annat", "/lanet/document/mer", "/../fardplan.toml", "/..%2f..%2fetc/passwd",
     "/_/", "/_/../frame.html.j2", "/_/frame.html.j2", "/%00/", "/lanet/document%00"],
)  # fmt: skip
def test_no_such_page(ask, path):
    """Any other address leads to a page that says so, never to a file."""
    status, _, text = ask(path)
    assert (status, "Sidan finns inte." in text) == (404, True)


@pytest.mark.parametrize("host", ["example.se", "127.0.0.1", "localhost:1", ""])
def test_foreign_name(ask, host):
    """A request under another name than this computer's gets no page: the name may be rebound."""
    assert ask("/lanet/", Host=host)[::2] == (421, "")


def test_head(ask):
    """HEAD tells the same as GET, without the page."""
    status, headers, text = ask("/lanet/document", "HEAD")
    assert (status, text) == (200, "")
    assert int(headers["Content-Length"]) > 1000


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_reading_only(ask, method):
    """Nothing can be sent to it."""
    assert ask("/lanet/", method)[0] == 501


def test_own_pages_admit_own_scripts_only(ask):
    """Our pages bring a policy, and their script and style come from the same place."""
    for path in ("/", "/lanet/", "/lanet/findings", "/annan/"):
        policy = ask(path)[1]["Content-Security-Policy"]
        assert "default-src 'none'; script-src 'self'" in policy
        assert "unsafe" not in policy
    assert ask("/_/preview.js")[1]["Content-Type"] == "text/javascript; charset=utf-8"
    assert ask("/_/preview.css")[1]["Content-Type"] == "text/css; charset=utf-8"


def test_findings_stand_over_the_last_document(server, ask, root):
    """After a save with a mistake the page says where it is, and the document is the old one."""
    before = ask("/lanet/document")[2]
    write(root, "roadmaps/lanet/goals/hem.yaml", BROKEN)
    server.preview.refresh()
    panel = ask("/lanet/findings")[2]
    assert "det saknas ett citattecken i slutet" in panel
    assert "roadmaps/lanet/goals/hem.yaml:" in panel
    assert "Under listan står dokumentet som det var innan." in panel
    assert ask("/lanet/document")[2] == before


def test_nothing_is_called_good_that_cannot_be_read(server, ask, root):
    """Where the files cannot be judged the page does not say that there is nothing to mend."""
    write(root, "fardplan.toml", "language = \n")
    server.preview.refresh()
    panel = ask("/lanet/findings")[2]
    assert ("fardplan.toml" in panel, "Inget att rätta." in panel) == (True, False)


def test_what_files_say_is_no_markup(server, ask, root):
    """Texts of the files come out as letters, also in the list and in what is told of findings."""
    evil = "<img src=x onerror=alert(1)>"
    write(root, "roadmaps/lanet/goals/hem.yaml", f"{GOAL}'{evil}': 1\n")
    text = (root / "roadmaps/lanet/roadmap.yaml").read_text("utf-8")
    write(root, "roadmaps/lanet/roadmap.yaml", text.replace("Länets färdplan", f"'{evil}'"))
    server.preview.refresh()
    for path in ("/", "/lanet/", "/lanet/findings"):
        page = ask(path)[2]
        assert (path, evil in page, "&lt;img src=x" in page) == (path, False, True)


def test_events(server):
    """Who waits is told the present moment at once, and each new one when files have changed."""
    line = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=60)
    line.request("GET", "/_/events")
    answer = line.getresponse()
    assert answer.headers["Content-Type"] == "text/event-stream; charset=utf-8"
    first = answer.readline(), answer.readline()
    threading.Thread(target=server.preview.refresh).start()
    second = answer.readline(), answer.readline()
    start = server.preview.moment.rpartition("-")[0].encode()
    assert first == (b"data: " + start + b"-0\n", b"\n")
    assert second == (b"data: " + start + b"-1\n", b"\n")
    line.close()


def test_a_bug_ends_no_preview(server, ask, monkeypatch, capfd):
    """Whatever goes wrong for one page is told there and in the terminal, and the next one works."""

    def fail(_):
        raise ZeroDivisionError("prov")

    with monkeypatch.context() as patched:
        patched.setattr(server.preview, "sight", fail)
        status, headers, text = ask("/lanet/")
    assert (status, headers["Content-Type"]) == (500, "text/plain; charset=utf-8")
    assert text.endswith("ZeroDivisionError: prov\n")
    assert "ZeroDivisionError: prov" in capfd.readouterr().err
    assert ask("/lanet/")[0] == 200


def test_loopback_only(server):
    """It listens on the loopback address."""
    assert server.server_address[0] == "127.0.0.1"
