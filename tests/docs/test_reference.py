"""The reference in docs/: rules, commands and files, generated from the program."""

from __future__ import annotations

import shutil

import pytest

from fardplan.rules._registry import RULES
from fardplan.source.settings import read_settings
from tests.docs.pages import ROOT
from tools.docs import DOCS, find_stale, main, publish, write_reference


def test_up_to_date():
    """Every generated page is as the program would write it now; if not, run `make docs`."""
    assert find_stale(DOCS) == []


def test_every_rule_has_a_page():
    """A rule's page is called as the rule, where `docs-url` can point at it."""
    settings, faults = read_settings(b'docs-url = "https://x.se/docs/rules/{rule}.md"', [])
    assert faults == ()
    links = {settings.link_to(rule.name) for rule in RULES}
    pages = {f"https://x.se/docs/{name}" for name in write_reference() if name.startswith("rules/")}
    assert pages - links == {"https://x.se/docs/rules/README.md"}
    assert links - pages == set()


def test_stale_pages_are_named(tmp_path, monkeypatch, capsys):
    """A page that is missing, differs or is no longer needed is named, and then made right."""
    docs = tmp_path / "docs"
    publish(docs)
    (docs / "commands.md").unlink()
    (docs / "rules/no-such-rule.md").write_text("# Bort\n", "utf-8")
    with (docs / "files/goal.md").open("a", encoding="utf-8") as page:
        page.write("mer\n")
    monkeypatch.setattr("tools.docs.DOCS", docs)
    monkeypatch.setattr("sys.argv", ["docs", "--check"])
    assert main() == 1
    named = [line.split(" ")[0] for line in capsys.readouterr().out.splitlines()]
    stale = ["commands.md", "files/goal.md", "rules/no-such-rule.md"]
    assert named == [f"docs/{name}" for name in stale]
    publish(docs)
    assert find_stale(docs) == []
    assert main() == 0


@pytest.mark.parametrize("name", ["editors.md", "README.md"])
def test_written_pages_stay(tmp_path, name):
    """What is written by hand is left alone."""
    shutil.copytree(DOCS, tmp_path, dirs_exist_ok=True)
    publish(tmp_path)
    assert (tmp_path / name).read_bytes() == (ROOT / "docs" / name).read_bytes()
