"""`fardplan list`: ids and titles."""

from __future__ import annotations

import json

import pytest

from fardplan.commands.list import Kind
from fardplan.locales.kinds import KINDS as NOUNS
from fardplan.model.fields import fields_of
from fardplan.model.schema import KINDS

FILES = {
    "roadmaps/organisations.yaml": (
        "format: 1\norganisations: [{id: regionen, title: Regionen}, {id: askersund, title: A}]\n"
    ),
    "roadmaps/lan/roadmap.yaml": (
        "format: 1\ntitle: Länets färdplan\nyear: 2023\nprofile: direction\n"
        "themes: [{id: hem, title: Hem}]\n"
    ),
    "roadmaps/lan/goals/b.yaml": "title: Målet B\n",
    "roadmaps/lan/goals/a-langre.yaml": "title: Målet A\n",
    "roadmaps/kommun/roadmap.yaml": "format: 1\ntitle: Kommunen\nyear: 2023\nprofile: direction\n",
    "roadmaps/kommun/goals/b.yaml": "title: Kommunens B\n",
}


def test_goals(fardplan, write):
    """Each goal has a line with its reference and its title, by roadmap and id."""
    write(FILES)
    result = fardplan("list", "goal")
    assert (result.exit_code, result.stderr, result.stdout) == (
        0, "",
        ("kommun/b      Kommunens B\n"
        "lan/a-langre  Målet A\n"
        "lan/b         Målet B\n"),
    )  # fmt: skip


def test_roadmaps_by_default(fardplan, write):
    """Without a kind the roadmaps are listed."""
    write(FILES)
    assert fardplan("list").stdout == "kommun  Kommunen\nlan     Länets färdplan\n"


def test_shared(fardplan, write):
    """What all roadmaps share is listed without a roadmap's name."""
    write(FILES)
    assert fardplan("list", "organisation").stdout == "askersund  A\nregionen   Regionen\n"


def test_json(fardplan, write):
    """As JSON each entry has its reference, title and file."""
    write(FILES)
    assert json.loads(fardplan("list", "theme", "-f", "json").stdout) == [
        {"ref": "lan/hem", "title": "Hem", "file": "roadmaps/lan/roadmap.yaml"}
    ]
    assert json.loads(fardplan("list", "activity", "-f", "json").stdout) == []


def test_nothing(fardplan, write):
    """Where there is nothing of a kind that is said, on stderr."""
    write(FILES)
    result = fardplan("list", "activity")
    assert (result.exit_code, result.stdout, result.stderr) == (
        0, "", "Det finns inget att visa.\n",
    )  # fmt: skip


def test_unread_files(fardplan, write):
    """What cannot be read is not passed over in silence; the rest is listed."""
    write(FILES)
    write({"roadmaps/lan/goals/c.yaml": "title: ["})
    result = fardplan("list", "goal")
    assert (result.exit_code, result.stdout.count("\n")) == (0, 3)
    assert result.stderr == (
        "Något i roadmaps/lan/goals/c.yaml går inte att läsa och kan saknas här. "
        "Visa felen: fardplan validate\n"
    )
    write({"roadmaps/lan/goals/d.yaml": "x: y"})
    assert fardplan("list", "goal").stderr.startswith("Något i 2 filer går inte att läsa")


def test_names_of_files_cannot_steer_the_terminal(fardplan, write):
    """A file whose name holds control characters is listed, and told of, without them."""
    write({**FILES, "roadmaps/lan/goals/\x1b[31m.yaml": "title: Röd\n"})
    result = fardplan("list", "goal")
    assert "lan/\N{REPLACEMENT CHARACTER}[31m" in result.stdout
    assert "\x1b" not in result.stdout + result.stderr


def test_titles_stay_on_their_line(fardplan, write):
    """A title with a line break or a control character keeps to its line."""
    write({**FILES, "roadmaps/lan/goals/b.yaml": 'title: "a\\nb\\u202ec"\n'})
    assert "lan/b         a b\N{REPLACEMENT CHARACTER}c\n" in fardplan("list", "goal").stdout


def test_output_file(fardplan, write):
    """With -o the list goes to a file."""
    root = write(FILES)
    assert fardplan("list", "-o", "lista.txt").stdout == ""
    assert (root / "lista.txt").read_text(encoding="utf-8").startswith("kommun  Kommunen\n")


@pytest.mark.parametrize(("args", "code"), [(["mål"], 2), (["goal", "area"], 2)])
def test_wrong_usage(fardplan, write, args, code):
    """A kind that does not exist is wrong usage."""
    write(FILES)
    assert fardplan("list", *args).exit_code == code


def test_no_roadmaps(fardplan, write):
    """Without the folder roadmaps the command cannot run."""
    write({"README.md": "x"})
    result = fardplan("list")
    assert (result.exit_code, "mappen roadmaps saknas" in result.stderr) == (3, True)


def test_help_names_each_kind(fardplan):
    """The help names each kind, in Swedish with its Swedish word."""
    swedish, english = (
        " ".join(fardplan("--lang", lang, "list", "--help").stdout.split()) for lang in ("sv", "en")
    )
    assert [kind for kind in Kind if f" {kind} ({NOUNS[kind].one.sv})" not in swedish] == []
    assert [kind for kind in Kind if f" {kind}" not in english] == []


def test_everything_that_can_be_referred_to():
    """Each kind that a reference may lead to can be listed."""
    kinds: set[str] = set()
    waiting, seen = list(KINDS.values()), set()
    while waiting:
        model = waiting.pop()
        if model not in seen:
            seen.add(model)
            kinds |= {kind for spec in fields_of(model) for kind in spec.refs}
            waiting += [spec.model for spec in fields_of(model) if spec.model]
    assert {str(kind) for kind in Kind} == kinds | {"report", "term"}
