"""The catalogue for translators: out of the source, edited, and back into it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from fardplan.locales.text import LANGUAGES
from tools.text_catalogue import placeholders
from tools.text_placeholders import PLACEHOLDERS
from tools.text_source import HOUSE, Uneven, collect
from tools.text_writing import write
from tools.texts import main

COMMAND = '''\
"""A command."""

from fardplan.locales.commands import both
from fardplan.locales.text import Text

HELP = both(
    """Lägg till ett mål.

    Målet får ett id som följer av rubriken, om inget annat
    sägs.""",
    """Add a goal.

    The goal gets an id that follows from its title, unless something else is
    said.""",
)
SHORT = Text("Klart.", "Done.")
LONG = Text(
    "Målet ”{title}” finns redan i {file}, och det går inte att lägga till två mål med samma "
    "rubrik.",
    "The goal “{title}” is already in {file}.",
)
QUOTED = Text('Skriv namn: "…".', 'Write name: "…".')
COUNTED = (Text("{n} fel", "{n} error"), Text("{n} fel", "{n} errors"))
MONEY = Text("{sum}\\u00a0kr", "SEK\\u00a0{sum}")  # å, ä and ö take two bytes
AGAIN = Text("Klart.", "Done.")
'''
RULE = '''\
"""Varje mål har en rubrik.

Rubriken är en rad. `title: {x}` är inget
värde.

Varför: 003, s. 1: ”varje mål”.

In English: Every goal has a title.

The title is one line. `title: {x}` is no
value.

Why: 003, p. 1: ”varje mål”.

Fel:

    # roadmaps/x/goals/a.yaml
    status: ongoing
"""
'''
TEMPLATE = """\
# << say("Kör alla kontroller.", "Runs all checks.") >>
name: << say("Färdplaner", "Roadmaps") >> # << title >>
"""
FILES: Mapping[str, str] = {
    "src/fardplan/commands/add.py": COMMAND,
    "src/fardplan/rules/missing_title.py": RULE,
    "templates/repository/dot-gitlab-ci.yml": TEMPLATE,
}
LONGER = " It is longer than it was, which makes it too long for one line of the source."


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Return a repository with two files that hold texts of every sort."""
    shutil.copy(HOUSE / "pyproject.toml", tmp_path)
    for name, source in FILES.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True)
        file.write_text(source, "utf-8")
    return tmp_path


@pytest.fixture
def whole_house(tmp_path: Path) -> Path:
    """Return a copy of the program's own source."""
    shutil.copy(HOUSE / "pyproject.toml", tmp_path)
    ignore = shutil.ignore_patterns("__pycache__")
    for folder in ("src/fardplan", "templates"):
        shutil.copytree(HOUSE / folder, tmp_path / folder, ignore=ignore)
    return tmp_path


Edit = Callable[..., int]


@pytest.fixture
def edit(house: Path) -> Edit:
    """Export, let the test change the catalogue, import; return the exit code."""

    def run(change: Callable[[Catalog], object], to: str = "en") -> int:
        file = house / "texts.po"
        assert main(["export", str(file), "--to", to], house) == 0
        with file.open("rb") as stream:
            catalogue = read_po(stream)
        change(catalogue)
        with file.open("wb") as stream:
            write_po(stream, catalogue)
        return main(["import", str(file)], house)

    return run


def _sources(house: Path) -> dict[str, bytes]:
    files = [file for name in ("src", "templates") for file in (house / name).rglob("*")]
    return {str(file): file.read_bytes() for file in sorted(files) if file.is_file()}


def _set(texts: Mapping[str, str]) -> Callable[[Catalog], None]:
    def change(catalogue: Catalog) -> None:
        found = {one.id: one for one in catalogue}
        for text, translation in texts.items():
            found[text].string = translation

    return change


@pytest.mark.parametrize("lang", LANGUAGES)
def test_round_trip(whole_house, lang):
    """What was exported and not edited changes no byte of the source."""
    before = _sources(whole_house)
    file = whole_house / "texts.po"
    assert main(["export", str(file), "--to", lang], whole_house) == 0
    assert main(["import", str(file)], whole_house) == 0
    assert _sources(whole_house) == before


@pytest.mark.parametrize(
    ("lang", "text"),
    [("en", "{old} And ”more” 5\u00a0kr, which is “longer” than it was."), ("sv", "Nu.")],
)
def test_every_text_can_be_edited(whole_house, lang, text):
    """Each text of the program can become longer or shorter, and all others stay as they are."""
    pairs = [one for one in collect(whole_house) if one.piece(lang).lead or one.sort != "manual"]
    edits = {one: text.replace("{old}", one.piece(lang).text) for one in pairs}
    assert set(write(edits, lang, whole_house)) == {one.path for one in pairs}
    # `write` itself reads everything again and compares; here is that it does so at all.
    found = [one.piece(lang).text for one in collect(whole_house)]
    assert [one for one in found if not one.endswith(text.removeprefix("{old}"))] == [
        one.piece(lang).text
        for one in collect(HOUSE)
        if one.sort == "manual" and not one.piece(lang).lead
    ]


def test_entries(house):
    """Each text stands once with its places, and with its file where one has two translations."""
    main(["export", str(house / "texts.po")], house)
    with (house / "texts.po").open("rb") as stream:
        entries = [
            (one.context, one.id, one.string, [line for _, line in one.locations])
            for one in read_po(stream)
            if one.id
        ]
    add = "src/fardplan/commands/add.py"
    assert entries == [
        (None, "Lägg till ett mål.\n\nMålet får ett id som följer av rubriken, om inget annat sägs.",
         ("Add a goal.\n\nThe goal gets an id that follows from its title, unless something else "
          "is said."), [7]),
        (None, "Klart.", "Done.", [16, 25]),
        (None, ("Målet ”{title}” finns redan i {file}, och det går inte att lägga till två mål med "
                "samma rubrik."), "The goal “{title}” is already in {file}.", [18]),
        (None, 'Skriv namn: "…".', 'Write name: "…".', [22]),
        (f"{add} 1", "{n} fel", "{n} error", [23]),
        (f"{add} 2", "{n} fel", "{n} errors", [23]),
        (None, "{sum}\u00a0kr", "SEK\u00a0{sum}", [24]),
        (None, "Varje mål har en rubrik.", "Every goal has a title.", [1]),
        (None, "Rubriken är en rad. `title: {x}` är inget värde.",
         "The title is one line. `title: {x}` is no value.", [3]),
        (None, "003, s. 1: ”varje mål”.", "003, p. 1: ”varje mål”.", [6]),
        (None, "Kör alla kontroller.", "Runs all checks.", [1]),
        (None, "Färdplaner", "Roadmaps", [2]),
    ]  # fmt: skip


def test_placeholders_are_explained(house):
    """What stands in braces is explained beside the text, where it is a placeholder."""
    main(["export", str(house / "texts.po")], house)
    said = (house / "texts.po").read_text("utf-8")
    assert f"#. {{title}}: {PLACEHOLDERS['title']}\n" in said
    assert "{x}:" not in said


def test_edited_texts_land(house, edit):
    """An edited text stands in place of the old one, laid out as the house does, at every place."""
    code = edit(
        _set(
            {
                "Klart.": "Ready." + LONGER,
                "Färdplaner": "Plans" + LONGER,
                'Skriv namn: "…".': "Write “name”: 'x'.",
                "{sum}\u00a0kr": "{sum}\u00a0SEK",
                "Varje mål har en rubrik.": "Each goal has a title." + LONGER,
                "003, s. 1: ”varje mål”.": "page 1." + LONGER + LONGER,
                "Lägg till ett mål.\n\nMålet får ett id som följer av rubriken, om inget annat sägs.":
                    "Add one goal." + LONGER + "\n\nNo more.",
            }
        )
    )  # fmt: skip
    assert code == 0
    ready = """Text(
    "Klart.", "Ready. It is longer than it was, which makes it too long for one line of the source."
)
"""
    command = (
        COMMAND.replace('Text("Klart.", "Done.")\n', ready)
        .replace("""'Write name: "…".'""", '''"Write “name”: 'x'."''')
        .replace('"SEK\\u00a0{sum}"', '"{sum}\\u00a0SEK"')
        .replace(
            '''"""Add a goal.

    The goal gets an id that follows from its title, unless something else is
    said."""''',
            '''"""Add one goal. It is longer than it was, which makes it too long for one line of the
    source.

    No more."""''',
        )
    )
    rule = RULE.replace(
        "Every goal has a title.",
        "Each goal has a title. It is longer than it was, which makes it too long for one line of\n"
        "the source.",
    ).replace(
        "Why: 003, p. 1: ”varje mål”.",
        "Why: page 1. It is longer than it was, which makes it too long for one line of the source. It is\n"
        "longer than it was, which makes it too long for one line of the source.",
    )
    package = house / "src" / "fardplan"
    assert (package / "commands/add.py").read_text("utf-8") == command
    assert (package / "rules/missing_title.py").read_text("utf-8") == rule
    template = (house / "templates/repository/dot-gitlab-ci.yml").read_text("utf-8")
    assert template == TEMPLATE.replace("Roadmaps", "Plans" + LONGER)


def test_swedish_is_edited_likewise(house, edit):
    """The other way round English is the source, and the Swedish texts are written."""
    assert edit(_set({"Done.": "Färdigt.", "{n} error": "{n} brist"}), "sv") == 0
    source = (house / "src/fardplan/commands/add.py").read_text("utf-8")
    assert source.count('Text("Färdigt.", "Done.")') == 2
    assert '(Text("{n} brist", "{n} error"), Text("{n} fel", "{n} errors"))' in source


GOAL = (
    "Målet ”{title}” finns redan i {file}, och det går inte att lägga till två mål med samma "
    "rubrik."
)


@pytest.mark.parametrize(
    ("texts", "to", "reason"),
    [
        ({GOAL: "The goal “{title}” is there."}, "en",
         "the placeholders must be {file}, {title}, not {title}"),
        ({GOAL: "The goal “{title}” is in {file}, {n}."}, "en",
         "the placeholders must be {file}, {title}, not {file}, {n}, {title}"),
        ({GOAL: "The goal “{title” is in {file}."}, "en", "the braces do not match: "),
        ({"Klart.": ""}, "en", "the text is empty"),
        ({"Klart.": " "}, "en", "the text is empty"),
        ({"Klart.": "Ready. "}, "en", "the text begins or ends with a space"),
        ({"Every goal has a title.": "Varje mål" + LONGER + LONGER}, "sv",
         "the first sentence of a manual is too long for a line: "),
        ({"Färdplaner": 'Road"maps'}, "en",
         "a text in a template can hold neither quotes nor line ends: "),
        ({"Varje mål har en rubrik.": 'It says """.'}, "en",
         "a text in triple quotes can hold neither backslash nor quotes: "),
    ],
)  # fmt: skip
def test_refused(house, edit, capsys, texts, to, reason):
    """What cannot be written back is told, and then nothing is written, not even the rest."""
    before = _sources(house)
    other = "Write name: “x”." if to == "en" else "Skriv namn: ”x”."
    key = 'Skriv namn: "…".' if to == "en" else 'Write name: "…".'
    assert edit(_set({**texts, key: other}), to) == 1
    assert reason in capsys.readouterr().err
    assert _sources(house) == before


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (
            '"Klart.", "Done."',
            '"Klart.", "Finished."',
            "the source has changed since, to: Finished.",
        ),
        (
            '"Klart.", "Done."',
            '"Färdigt.", "Done."',
            "the source no longer has this text: export anew",
        ),
    ],
)
def test_source_that_has_changed(house, edit, capsys, old, new, reason):
    """A text that somebody else has changed in the meantime is not written over."""
    file = house / "src/fardplan/commands/add.py"

    def change(catalogue: Catalog) -> None:
        _set({"Klart.": "Ready."})(catalogue)
        file.write_text(COMMAND.replace(old, new), "utf-8")

    assert edit(change) == 1
    assert reason in capsys.readouterr().err
    assert file.read_text("utf-8") == COMMAND.replace(old, new)


def test_other_changes_of_the_source_do_no_harm(house, edit):
    """Changes of the source that the translator did not touch stay, and moved lines do not matter."""
    file = house / "src/fardplan/commands/add.py"

    def change(catalogue: Catalog) -> None:
        _set({"Klart.": "Ready."})(catalogue)
        newer = COMMAND.replace('"Write name: "…"."', "'x'").replace("already in", "found in")
        file.write_text(newer.replace("HELP =", "\n\nNUMBER = 1\nHELP ="), "utf-8")

    assert edit(change) == 0
    source = file.read_text("utf-8")
    assert (source.count('"Ready."'), source.count("found in")) == (2, 1)


def test_needing_work(house, edit):
    """An entry that is marked as needing work is left out."""
    before = _sources(house)

    def change(catalogue: Catalog) -> None:
        _set({"Klart.": ""})(catalogue)
        catalogue["Klart."].flags.add("fuzzy")

    assert edit(change) == 0
    assert _sources(house) == before


@pytest.mark.parametrize(
    "content", [b"", b"msgid", b"\xff\xfe", b'msgid ""\nmsgstr "Language: fi\\n"\n']
)
def test_no_catalogue(house, capsys, content):
    """What is no catalogue of these texts is refused by name."""
    (house / "x.po").write_bytes(content)
    for file in (house / "x.po", house / "missing.po"):
        assert main(["import", str(file)], house) == 1
        assert str(file) in capsys.readouterr().err


def test_uneven_manual(house, capsys):
    """A manual that lacks a paragraph in one language is named."""
    file = house / "src/fardplan/rules/missing_title.py"
    file.write_text(RULE.replace("Why: 003, p. 1: ”varje mål”.\n\n", ""), "utf-8")
    with pytest.raises(Uneven, match=r"missing_title\.py: 3 paragraphs in Swedish, 2 in English"):
        collect(house)
    assert main(["export", str(house / "x.po")], house) == 1


def test_explained_placeholders_exist():
    """No placeholder is explained that no text has."""
    used = {
        name
        for pair in collect()
        if pair.sort == "message"
        for piece in (pair.sv, pair.en)
        for name in placeholders(piece.text)
    }
    assert set(PLACEHOLDERS) - used == set()
