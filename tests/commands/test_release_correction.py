"""`fardplan release --correction`: 1.0.1, which says what was wrong and promises the same."""

from __future__ import annotations

from datetime import date

import pytest

from tests.commands.releases import FILES, GOAL, LAN, TEAM, county, message_of, tags, team
from tests.commands.releases import lan as lan  # noqa: PLC0414 - a fixture
from tests.commands.releases import release as release  # noqa: PLC0414 - a fixture
from tests.commands.releases import start_history as start_history  # noqa: PLC0414 - a fixture
from tests.commands.terminal import INTERRUPT, converse

ENTRY = "\n  - {date: 2023-06-01, what: Fel namn på teamet, by: Kansliet}"
SECOND = "\n  - {date: 2023-06-01, what: Fel telefonnummer, by: Kansliet}"


@pytest.fixture
def released(lan):
    """Return the repository with 1.0 released and its wording mended since."""
    lan.commit({GOAL: "title: Trygg hemgång\ntext: Alla ska komma hem.\n"})
    lan.tag("lan/1.0")
    lan.commit({GOAL: "title: Trygg hemgång\ntext: Alla ska komma hem tryggt.\n"})
    return lan


def refuse(release, history) -> str:
    """Return what stands in the way of a correction; nothing is tagged."""
    before = tags(history)
    code, said, told = release("--correction")
    assert (code, tags(history)) == (1, before)
    assert told == "Inget är utgivet. Åtgärda det och försök igen.\n"
    assert isinstance(said, str)
    return said


def test_correction(release, released):
    """A correction of wording, told under `corrections`, becomes 1.0.1."""
    released.commit({LAN: county('"1.0.1"', corrections=ENTRY, updated="2023-06-01")})
    code, shown, _ = release("--correction")
    assert (code, shown.splitlines()[0]) == (0, "lan/1.0.1")
    message = message_of(released, "lan/1.0.1")
    assert message.startswith("Färdplan 2023, version 1.0.1\n\n")
    assert message.endswith("Alla ändringar: fardplan diff lan 1.0 1.0.1")


def test_second_correction(release, released):
    """The next correction is of the one before, and tells something new, on the same day too."""
    released.commit({LAN: county('"1.0.1"', corrections=ENTRY)})
    assert release("--correction")[0] == 0
    released.commit({LAN: county('"1.0.2"', corrections=ENTRY)})
    assert f"I {LAN} står inte vad som är rättat sedan version 1.0.1." in refuse(release, released)
    released.commit({LAN: county('"1.0.2"', corrections=ENTRY + SECOND)})
    assert release("--correction")[0] == 0
    assert message_of(released, "lan/1.0.2").endswith("fardplan diff lan 1.0.1 1.0.2")


def test_what_is_corrected_has_to_be_told(release, released):
    """Without an entry under `corrections` an example to copy is shown."""
    released.commit({LAN: county('"1.0.1"')})
    today = date.today().isoformat()  # noqa: DTZ011 - the user's own day
    assert refuse(release, released) == (
        "Färdplanen lan går inte att ge ut än:\n"
        f"• I {LAN} står inte vad som är rättat sedan version 1.0.\n"
        "  Ange det med --what och --by, så skrivs det in. Eller skriv det själv under `corrections` "
        "och checka in filen, till exempel:\n"
        "  corrections:\n"
        f"    - date: {today}\n"
        "      what: Vad som var fel, och var.\n"
        "      by: Rollen eller organisationen\n"
    )
    incomplete = "\n  - {date: 2023-06-01, what: Fel namn}"
    released.commit({LAN: county('"1.0.1"', corrections=incomplete)})
    said = refuse(release, released)
    assert "står inte vad som är rättat" in said
    assert "[missing-key]" in said


WRITTEN = """corrections:
  - date: 2023-06-01
    what: Fel namn på teamet
    by: Kansliet
"""
TOLD = ("--what", "Fel namn på teamet", "--by", "Kansliet", "--date", "2023-06-01")
COMMIT = (
    "Inget är utgivet än. Checka in allt och kör samma kommando igen:\n"
    "  git add fardplan* roadmaps\n"
    '  git commit -m "Rättelse av version 1.0"\n'
    "  fardplan release lan --correction\n"
)


def front(history) -> str:
    """Return roadmap.yaml as it lies there."""
    return str((history.root / LAN).read_text("utf-8"))


def test_asked_for_at_a_terminal(release, released):
    """At a terminal the entry is asked for and written, with the number, comments kept."""
    before = front(released).replace('"1.0"', '"1.0"   # fastställd') + "# slut\n"
    released.commit({LAN: before})
    answers = ["", "Fel namn på teamet", "Kansliet", "2023-06-01"]
    code, screen = converse(released.root, ["release", "lan", "--correction"], answers)
    assert code == 1
    assert f"I {LAN} står inte vad som är rättat sedan version 1.0. Svara, så" in screen
    assert screen.count("Frågan behöve") == 1
    assert screen.endswith(f"Rättelsen står nu i {LAN}, och versionen är 1.0.1.\n{COMMIT}")
    assert tags(released) == ["lan/1.0"]
    after = before.replace('"1.0"', '"1.0.1"')
    assert sorted(front(released).splitlines()) == sorted((after + WRITTEN).splitlines())
    released.git("commit", "-qam", "Rättelse")
    assert release("--correction")[0] == 0


def test_told_by_options(release, released):
    """Options answer too, as in CI; with what is unsaved, and once only."""
    released.write({GOAL: "title: Trygg hemgång\ntext: Alla kommer hem tryggt.\n"})
    assert release("--correction", *TOLD) == (
        1, "", f"Rättelsen står nu i {LAN}, och versionen är 1.0.1.\n{COMMIT}"
    )  # fmt: skip
    assert WRITTEN in front(released)
    written = front(released)
    code, said, told = release("--correction", *TOLD)
    assert (code, "2 filer är inte sparade i git:" in said) == (1, True)
    assert told.startswith("Inget är skrivet av --what, --by och --date: antingen står rättelsen ")
    assert front(released) == written
    released.git("commit", "-qam", "Rättelse")
    assert release("--correction", *TOLD)[0] == 0
    assert tags(released) == ["lan/1.0", "lan/1.0.1"]


def test_number_that_is_right_stays(release, released):
    """Only what is missing is written."""
    released.commit({LAN: county('"1.0.1"')})
    assert release("--correction", *TOLD)[2] == f"Rättelsen står nu i {LAN}.\n{COMMIT}"
    assert front(released) == county('"1.0.1"') + WRITTEN


def test_asking_writes_nothing_in_vain(release, released):
    """Nothing is asked or written where it would not help, is broken off, or is a dry run."""
    before = front(released)
    assert converse(released.root, ["release", "lan", "--correction"], ["Fel", INTERRUPT])[0] == 130
    assert release("--correction", "--dry-run", *TOLD)[2] == (
        f"Rättelsen skulle skrivas in i {LAN}. Inget är ändrat.\n"
    )
    assert release("--correction", "--what", "Fel namn")[0] == 2
    assert release("--correction", *TOLD[:-1], "2999-01-01")[0] == 2
    code, _, told = release(*TOLD)
    assert code == 2
    assert "fardplan: --what hör till en rättelse. Skriv också --correction.\n" in told
    assert front(released) == before
    released.commit({TEAM: team("2025", "reason: Det tar tid\n")})
    code, said, told = release("--correction", *TOLD)
    assert (code, "Inget är skrivet av --what" in told) == (1, True)
    assert "redan utgiven" in said
    assert front(released) == before


def test_the_example_can_be_copied(release, released, check):
    """What the example shows is a correction, once it is in the file."""
    released.commit({LAN: county('"1.0.1"')})
    lines = refuse(release, released).splitlines()
    start = lines.index("  corrections:")
    example = "".join(f"{line[2:]}\n" for line in lines[start:])
    released.commit({LAN: county('"1.0.1"') + example})
    assert check()[0] == 0
    assert release("--correction", "--dry-run")[0] == 0


def test_more_than_editorial(release, released):
    """Changes that are more than wording are listed, each one, and the next number is proposed."""
    released.commit({
        LAN: county('"1.0.1"', corrections=ENTRY),
        TEAM: team("2025", "reason: Det tar längre tid\n"),
        "roadmaps/lan/goals/nytt.yaml": "title: Nytt mål\n",
    })  # fmt: skip
    said = refuse(release, released)
    changes, refusal = said.split("\nFärdplanen lan går inte att ge ut än:\n")
    assert "Försvagade åtaganden\n  • Aktiviteten ”Teamet”: Slut senareläggs" in changes
    assert "Nytt mål: ”Nytt mål”" in changes
    assert "Alla ska komma hem" not in changes
    assert refusal == (
        "• 2 ändringar är mer än språkliga, se ovan.\n"
        f'  Ge ut dem som en ny version: skriv `version: "1.1"` i {LAN}. Eller ta tillbaka dem.\n'
    )


def test_another_year(release, released):
    """A correction is of the same year as what it corrects."""
    released.commit({LAN: county('"1.0.1"', 2024, corrections=ENTRY)})
    assert (
        "• Version 1.0 gäller 2023 och 1.0.1 gäller 2024. En rättelse ändrar inte året.\n"
        in refuse(release, released)
    )


@pytest.mark.parametrize(
    ("version", "said", "advice"),
    [
        ("1.0", "Version 1.0 är redan utgiven: taggen lan/1.0 finns.", 'version: "1.0.1"'),
        ("1.1", "Det finns ingen utgiven version 1.1 att rätta.", "fardplan release lan"),
        ("2.0.1", "Det finns ingen utgiven version 2.0 att rätta.", "fardplan release lan"),
    ],
)
def test_number(release, released, version, said, advice):
    """A correction bears the number of a release and a third figure."""
    released.commit({LAN: county(f'"{version}"', corrections=ENTRY)})
    shown = refuse(release, released)
    assert f"• {said}" in shown
    assert advice in shown


def test_number_below_the_last_correction(release, released):
    """A correction is above those that are released."""
    released.commit({LAN: county('"1.0.2"', corrections=ENTRY)})
    assert release("--correction")[0] == 0
    released.commit({LAN: county('"1.0.1"', corrections=ENTRY + SECOND)})
    said = refuse(release, released)
    assert "Version 1.0.1 är lägre än den senast utgivna, 1.0.2 (taggen lan/1.0.2)." in said
    assert 'Skriv `version: "1.0.3"` eller högre' in said


def test_of_an_old_year(release, released):
    """An old year is corrected on a branch from its tag, though later versions are released."""
    released.commit({LAN: county('"2.0"', 2024), TEAM: team("2025", "reason: Beslut\n")})
    released.tag("lan/2.0")
    released.git("checkout", "--quiet", "-b", "rättelse", "lan/1.0")
    released.commit({LAN: county('"1.0.1"', corrections=ENTRY)})
    code, said, _ = release()
    assert (code, "Version 1.0.1 är lägre än den senast utgivna, 2.0" in said) == (1, True)
    assert release("--correction")[0] == 0
    assert message_of(released, "lan/1.0.1").endswith("fardplan diff lan 1.0 1.0.1")


def test_what_has_ended_can_be_corrected(release, lan):
    """A roadmap that was replaced keeps its errors no longer than need be."""
    lan.commit({LAN: county(status="replaced")})
    lan.tag("lan/1.0")
    lan.commit({LAN: county('"1.0.1"', status="replaced", corrections=ENTRY)})
    assert release("--correction")[0] == 0
    assert FILES.keys() <= set(lan.git("ls-tree", "-r", "--name-only", "lan/1.0.1").split("\n"))


def test_dry_run(release, released):
    """The tag and its message are shown, and nothing is made."""
    released.commit({LAN: county('"1.0.1"', corrections=ENTRY)})
    code, shown, _ = release("--correction", "--dry-run")
    assert (code, tags(released)) == (0, ["lan/1.0"])
    assert release("--correction")[1] == shown
    assert tags(released) == ["lan/1.0", "lan/1.0.1"]
