"""`fardplan serve`, run as a user runs it: in a process of its own, ended with Ctrl+C."""

from __future__ import annotations

import http.client
import signal
import socket
import subprocess
import sys
from urllib.parse import urlsplit

import pytest

from tests.server.places import make_repository


@pytest.fixture
def root(tmp_path):
    """Return the folder of a repository with one roadmap."""
    return make_repository(tmp_path)


def start(root, *args):
    """Start the command in a process of its own."""
    command = [sys.executable, "-m", "fardplan", "-C", str(root), "serve", *args]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_until_ctrl_c(root):
    """The address goes to stdout, the page is there, and Ctrl+C ends it with 0."""
    with start(root, "lanet") as running:
        address = running.stdout.readline().strip()
        line = http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)
        line.request("GET", "/lanet/")
        assert "Länets färdplan" in line.getresponse().read().decode()
        line.close()
        running.send_signal(signal.SIGINT)
        said = running.stderr.read()
        assert running.wait() == 0
    assert address.endswith("/lanet/")
    assert said == (
        "Öppna adressen i webbläsaren. Sidan följer det du sparar. Avsluta med Ctrl+C.\n"
        "Förhandsvisningen är avslutad.\n"
    )


def test_port_that_is_taken(fardplan, root):
    """A port that was asked for and is taken is told in one line."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = fardplan("-C", str(root), "serve", "--port", str(port))
    assert result.exit_code == 3
    assert result.stderr == (
        f"fardplan: Porten {port} är upptagen. Välj en annan: fardplan serve --port {port + 1}\n"
    )


def test_unknown_roadmap(fardplan, root):
    """A roadmap that is not there is refused before anything starts."""
    result = fardplan("-C", str(root), "serve", "linet")
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr.startswith("fardplan: Det finns ingen färdplan som heter ”linet”.")


def test_no_roadmaps(fardplan, tmp_path):
    """A folder without roadmaps is refused as by every other command."""
    result = fardplan("-C", str(tmp_path), "serve")
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr.count("\n") == 1
