"""Every kind of page before the Nu HTML Checker, the one that stands behind validator.w3.org."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.browser.kinds import KINDS

JAR = "node/node_modules/vnu-jar/build/dist/vnu.jar"
"""Where `make test` installs it, below the virtual environment."""

NEWER = (
    "scroll-target-group", ":target-current", "position-area", "position-try-fallbacks",
    "anchor-center", "@container", "container-type",
)  # fmt: skip
"""What style sheets may hold that the checker has not heard of: browsers pass over it unharmed."""

KNOWN = (
    *(rf"CSS: .*“{re.escape(name)}”" for name in NEWER),
    # Lists without marks are still announced as lists in Safari where the role is written out.
    r"The “list” role is unnecessary for element “[uo]l”\.$",
    # It knows neither hashes nor data: addresses; the browser, which does, is asked elsewhere.
    r"(Inline style|Resource) violates Content Security Policy",
)
"""What the checker says that is not so, or not yet."""


@pytest.fixture(scope="session")
def checker() -> list[str]:
    """Return the command that starts the checker, or leave the tests out where there is none."""
    java, jar = shutil.which("java"), Path(sys.prefix, JAR)
    if java is None:
        pytest.skip("Java saknas: apt install default-jre-headless (it runs the Nu HTML Checker)")
    if not jar.is_file():
        pytest.skip("vnu-jar saknas: make test (it installs vnu-jar)")
    return [java, "-jar", str(jar), "--format", "json", "--exit-zero-always"]


def _fetch(address):
    """Return the page at an address of our own, also one that says that nothing is there."""
    try:
        page = urlopen(address.partition("?")[0])  # noqa: S310 - a file or server of the test's
    except HTTPError as error:
        page = error
    with page:
        return page.read()


def _judge(checker, folder):
    """Return what the checker says of each file in a folder."""
    command = [*checker, *map(str, sorted(folder.iterdir()))]
    done = subprocess.run(command, capture_output=True, check=True)
    said = json.loads(done.stderr)["messages"]
    return {(Path(one["url"]).stem, one["message"]) for one in said}


def test_every_page_is_valid(checker, tmp_path_factory):
    """No page has an error or a warning but the known ones, each of which is still given."""
    folder = tmp_path_factory.mktemp("valid")
    with ExitStack() as stack:
        for kind in KINDS:
            own = tmp_path_factory.mktemp(kind.name)
            address = stack.enter_context(kind.visit(own))
            (folder / f"{kind.name}.html").write_bytes(_fetch(address))
    said = _judge(checker, folder)
    unknown = [one for one in said if not any(re.match(known, one[1]) for known in KNOWN)]
    assert sorted(unknown) == []
    messages = {message for _, message in said}
    assert [known for known in KNOWN if not any(re.match(known, one) for one in messages)] == []


def test_the_checker_sees_faults(checker, tmp_path):
    """The check can fail: a wrong attribute, an element never closed, and the end inside it."""
    page = '<!DOCTYPE html><html lang="sv"><title>T</title><div hej="1"><p>Hej.'
    (tmp_path / "spoilt.html").write_text(page, "utf-8")
    assert len(_judge(checker, tmp_path)) == 3
