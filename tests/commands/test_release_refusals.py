"""`fardplan release`: what is not released, and why."""

from __future__ import annotations

import pytest

from tests.commands.releases import FILES, GOAL, LAN, TEAM, county, tags
from tests.commands.releases import lan as lan  # noqa: PLC0414 - a fixture
from tests.commands.releases import release as release  # noqa: PLC0414 - a fixture
from tests.commands.releases import start_history as start_history  # noqa: PLC0414 - a fixture

HEAD_LINE = "Färdplanen lan går inte att ge ut än:\n"
NOTHING = "Inget är utgivet. Åtgärda det och försök igen.\n"
NEW = "roadmaps/lan/goals/ny å.yaml"


def refuse(release, lan, *options: str, lang: str = "sv") -> str:
    """Return what stands in the way, both in earnest and as a dry run; nothing is tagged."""
    before = tags(lan)
    code, said, told = release(*options, lang=lang)
    assert (code, tags(lan)) == (1, before)
    assert release(*options, "--dry-run", lang=lang) == (code, said, told)
    assert isinstance(said, str)
    if lang == "sv":
        assert told == NOTHING
        assert HEAD_LINE in said
    return said


def save(paths: str) -> str:
    """Return what to do about files that are not saved."""
    return (
        f"  Det som ges ut är det som är incheckat. Spara först: git add {paths} och git commit.\n"
    )


@pytest.mark.parametrize(
    ("files", "commands", "path", "how"),
    [
        ({GOAL: "title: Trygg\n"}, [], GOAL, "ändrad, inte tillagd"),
        ({GOAL: "title: Trygg\n"}, ["add --all"], GOAL, "tillagd, inte incheckad"),
        ({GOAL: "title: Trygg\n"}, ["add --all", "restore -s HEAD -W ."], GOAL, "ändrad, inte til"),
        ({NEW: "title: Ny\n"}, [], NEW, "ny fil, inte tillagd"),
        ({NEW: "title: Ny\n"}, ["add --intent-to-add ."], NEW, "ny fil, inte tillagd"),
        ({NEW: "title: Ny\n"}, ["add ."], NEW, "tillagd, inte incheckad"),
        ({TEAM: None}, [], TEAM, "borttagen, men inte ur git"),
        ({TEAM: None}, ["add --all"], TEAM, "borttagen, inte incheckad"),
        ({"fardplan.toml": ""}, [], "fardplan.toml", "ny fil, inte tillagd"),
        ({"fardplan-baseline.yaml": ""}, [], "fardplan-baseline.yaml", "ny fil, inte tillagd"),
        ({"roadmaps/bild.svg": ""}, [], "roadmaps/bild.svg", "ny fil, inte tillagd"),
        ({}, ["mv roadmaps/lan/goals roadmaps/lan/areas"], GOAL, "borttagen, inte incheckad"),
    ],
)
def test_not_saved(release, lan, files, commands, path, how):
    """A file that HEAD does not hold as it is is named, with how far it has come."""
    lan.write(files)
    for command in commands:
        lan.git(*command.split())
    said = refuse(release, lan)
    assert f"    {path}: {how}" in said
    assert f"git add {path.split('/')[0]} och git commit." in said


def test_several_files_not_saved(release, lan):
    """All files are listed by name, once; beyond twenty they are counted."""
    lan.write({GOAL: "title: Trygg\n", "fardplan.toml": "", "README.md": "x"})
    assert refuse(release, lan) == (
        f"{HEAD_LINE}"
        "• 2 filer är inte sparade i git:\n"
        "    fardplan.toml: ny fil, inte tillagd\n"
        f"    {GOAL}: ändrad, inte tillagd\n"
        f"{save('fardplan.toml roadmaps')}"
    )
    lan.write({f"roadmaps/lan/goals/n{n}.yaml": "title: N\n" for n in range(30)})
    said = refuse(release, lan)
    assert (said.count("inte tillagd\n"), "    … och 12 till\n" in said) == (20, True)
    assert "32 files are not saved in git:" in refuse(release, lan, lang="en")


def test_ignored_files(release, lan):
    """A file that fardplan reads and git passes over is not saved; others may be passed over."""
    lan.commit({".gitignore": "hemlig*\n*.log\n"})
    lan.write({"roadmaps/lan/hemlig.log": "x", "roadmaps/hemlig.txt": "x"})
    lan.write({"roadmaps/lan/.roadmap.yaml.swp": "x", "roadmaps/.DS_Store": "x"})
    assert release("--dry-run")[0] == 0
    lan.write({"roadmaps/lan/goals/hemligt.yaml": "title: X\n"})
    assert refuse(release, lan) == (
        f"{HEAD_LINE}"
        "• 1 fil är inte sparad i git:\n"
        "    roadmaps/lan/goals/hemligt.yaml: finns bara på den här datorn: "
        "git är inställt att hoppa över filen (.gitignore)\n"
        "  Flytta ut filer som inte hör till färdplanerna, eller ta bort raden i .gitignore.\n"
    )


def test_unfinished_merge(release, lan):
    """A file in conflict is named as such."""
    lan.git("checkout", "--quiet", "-b", "sida")
    lan.commit({GOAL: "title: Sida\n"})
    lan.git("checkout", "--quiet", "main")
    lan.commit({GOAL: "title: Huvud\n"})
    with pytest.raises(AssertionError):
        lan.merge("sida")
    assert f"    {GOAL}: har två versioner från en sammanslagning som inte är klar\n" in refuse(
        release, lan
    )


def test_what_is_committed_is_judged(release, lan):
    """An error counts if it is committed, whatever the files say; one that is not does not."""
    lan.commit({GOAL: "title: Trygg hemgång\nansvarig: regionen\n"})
    lan.write({GOAL: FILES[GOAL]})
    said = refuse(release, lan)
    assert said.startswith(
        f"{GOAL}:2:1  (goal lan/hemgang › ansvarig)\n  Fel: Här kan inte ”ansvarig” stå."
    )
    assert "  2 │ ansvarig: regionen\n" in said
    assert "• I det som är incheckat finns 1 fel, se ovan.\n" in said
    assert "• 1 fil är inte sparad i git:\n" in said
    lan.commit({})
    lan.write({GOAL: "title: Trygg hemgång\nansvarig: regionen\n"})
    said = refuse(release, lan)
    assert said.startswith(HEAD_LINE + "• 1 fil är inte sparad")


def test_a_new_error_beside_known_debts(release, fardplan, lan):
    """A known debt stops nothing; one more of the kind does, and only that is shown."""
    lan.commit({LAN: county(status="adopted").replace("direction", "action")})
    assert fardplan("baseline").exit_code == 0
    lan.commit({})
    assert release("--dry-run")[0] == 0
    other = "roadmaps/lan/activities/annan.yaml"
    lan.commit({other: "title: Annan\ngoal: hemgang\nend: 2024\nresponsible: regionen\n"})
    said = refuse(release, lan)
    places = {line.split(":")[0] for line in said.splitlines() if line.startswith("roadmaps")}
    assert places == {other}
    assert "Aktiviteten ”Annan” saknar projektplan." in said


def test_no_version(release, lan):
    """A roadmap without a version cannot be released; the number to write is proposed."""
    lan.commit({LAN: county(None)})
    assert refuse(release, lan) == (
        f"{HEAD_LINE}• {LAN} anger ingen version.\n"
        '  Skriv `version: "1.0"` i filen och checka in den.\n'
    )
    lan.tag("lan/1.9")
    assert '`version: "1.10"`' in refuse(release, lan, "--correction")


@pytest.mark.parametrize(
    ("released", "version", "said"),
    [
        ("1.0", "1.0", "Version 1.0 är redan utgiven: taggen lan/1.0 finns."),
        ("1", "1.0.0", "Version 1.0.0 är redan utgiven: taggen lan/1 finns."),
        ("1.10", "1.9", "Version 1.9 är lägre än den senast utgivna, 1.10 (taggen lan/1.10)."),
        ("2.0", "1.0", "Version 1.0 är lägre än den senast utgivna, 2.0 (taggen lan/2.0)."),
        ("1.0", "1.0.1", "1.0.1 är numret på en rättelse av version 1.0."),
    ],
)
@pytest.mark.parametrize("annotated", [True, False])
def test_version_that_is_not_above(release, lan, released, version, said, annotated):
    """A version is above the latest release as numbers are, whatever sort of tag that has."""
    lan.tag(f"lan/{released}", annotated=annotated)
    lan.commit({LAN: county(f'"{version}"')})
    assert f"{HEAD_LINE}• {said}" in refuse(release, lan)


def test_what_to_write_instead(release, lan):
    """The next number is proposed, and how a correction is released."""
    lan.tag("lan/1.0")
    assert refuse(release, lan).splitlines()[2] == (
        '  Skriv `version: "1.1"` eller högre i roadmaps/lan/roadmap.yaml och checka in den. '
        'Är det bara en rättelse? Skriv `version: "1.0.1"` och ge ut den med --correction.'
    )
    lan.commit({LAN: county('"0.9"')})
    assert refuse(release, lan).splitlines()[2] == (
        '  Skriv `version: "1.1"` eller högre i roadmaps/lan/roadmap.yaml och checka in den.'
    )


def test_new_version_that_is_not_committed(release, lan):
    """While roadmap.yaml is not saved, nothing is said of the version that HEAD still has."""
    lan.tag("lan/1.0")
    lan.write({LAN: county('"1.1"')})
    said = refuse(release, lan)
    assert f"    {LAN}: ändrad, inte tillagd\n" in said
    assert "utgiven" not in said
    lan.commit({})
    assert release()[0] == 0


@pytest.mark.parametrize(
    ("other", "target"), [("lan", "HEAD"), ("lan/1.0/remiss", "HEAD"), ("lan/1.0", f"HEAD:{LAN}")]
)
def test_tag_in_the_way(release, lan, other, target):
    """A tag that is no release and has the name, or part of it, is named."""
    lan.git("tag", other, target)
    assert refuse(release, lan) == (
        f"{HEAD_LINE}"
        f"• Det finns redan en tagg som heter {other}, och då kan git inte göra taggen lan/1.0.\n"
        f"  Se efter vad den är: git show {other}. En tagg flyttas aldrig.\n"
    )


@pytest.mark.parametrize(
    ("status", "word"),
    [("expired", "upphört"), ("replaced", "ersatt"), ("withdrawn", "återkallad")],
)
def test_ended(release, lan, status, word):
    """What has come to its end gets no new version."""
    lan.commit({LAN: county(status=status)})
    said = refuse(release, lan)
    assert f"• Färdplanen har status {word}. En ny version av den ges inte ut.\n" in said


def test_everything_at_once(release, lan):
    """All that stands in the way is told in one go, in English too."""
    lan.tag("lan/1.0")
    lan.commit({GOAL: "title: Trygg hemgång\nansvarig: regionen\n"})
    lan.write({"fardplan.toml": ""})
    said = refuse(release, lan, lang="en")
    assert [line for line in said.splitlines() if line.startswith("•")] == [
        "• 1 file is not saved in git:",
        ("• What is committed has 1 error, see above."),
        (
            "• Version 1.0 is released already: there is the tag lan/1.0. "
            "A released version is not changed."
        ),
    ]
