"""`fardplan impact`: whom the changes in a roadmap concern, and what they can do."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from fardplan.formats._schemas import IMPACT
from tests.commands.levels import ACTIVITY, AREA, BELOW, COUNTY, GOAL, KOMMUN, LAN, NEW, OLD
from tests.source.history import History, roadmap

ROOT = Path(__file__).parents[2]


@pytest.fixture
def levels(start_history, monkeypatch):
    """Return a repository in which the county has gone from 1.0 to 1.1, and stand in it."""
    history = start_history()
    history.commit({**OLD, **BELOW})
    history.tag("lan/1.0")
    history.commit(NEW)
    history.tag("lan/1.1")
    monkeypatch.chdir(history.root)
    return history


def written(fardplan, *args: str):
    """Return the JSON, found to fit its schema."""
    document = json.loads(fardplan("impact", *args, "-f", "json").stdout)
    Draft202012Validator(IMPACT).validate(document)
    return document


def told(document) -> list[tuple[str, str, str, str]]:
    """Return who refers to what, what to do and how grave it is."""
    return [
        (one["entity"]["id"], one["reference"], one["action"], one["level"])
        for one in document["impacts"]
    ]


def test_words(fardplan, levels):
    """What is gone comes first, then by gravity; each with its change and what to do."""
    done = fardplan("impact", "lan", "2023", "2024")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == (
        "Länets färdplan: vad ändringarna från 2023 (version 1.0) till 2024 (version 1.1) betyder "
        "för andra färdplaner\n"
        "\n"
        "En färdplan behöver se över vad den hänvisar till: Kommunens färdplan.\n"
        "\n"
        "Kommunens färdplan\n"
        "  • Målet ”Tryggt hem” hänvisar till länets mål ”Färre fall”, som inte finns kvar. "
        "Nivå: försvagat åtagande.\n"
        "    – Försvagat åtagande: Borttaget mål: ”Färre fall”\n"
        "    – Gör så här: Ta bort hänvisningen, eller låt den leda till något annat.\n"
        "  • Aktiviteten ”Vårt team” hänvisar till länets aktivitet ”Teamet”, som har ändrats. "
        "Nivå: försvagat åtagande.\n"
        "    – Försvagat åtagande: Slut senareläggs: var 2024, är nu 2025 (12 månader). "
        "Ingen orsak anges.\n"
        "    – Gör så här: Se efter om era egna tider håller.\n"
        "  • Området ”Hemma hos oss” hänvisar till länets område ”Hemma”, där något som hör dit "
        "har ändrats. Nivå: försvagat åtagande.\n"
        "    – Det som hör dit, sedan 2023: 1 nytt mål. 1 aktivitet skjuts upp 12 månader. "
        "1 åtagande är försvagat.\n"
        "      – Försvagat åtagande: Aktiviteten ”Teamet”: Slut senareläggs: var 2024, är nu 2025 "
        "(12 månader). Ingen orsak anges.\n"
        "    – Gör så här: Se efter om era egna tider håller. Se efter om det ni har skrivit "
        "svarar mot det.\n"
        "  • Målet ”Tryggt hem” hänvisar till länets mål ”Trygg hemgång”, där något som hör dit "
        "har ändrats. Nivå: försvagat åtagande.\n"
        "    – Det som hör dit, sedan 2023: 1 aktivitet skjuts upp 12 månader. 1 åtagande är "
        "försvagat.\n"
        "      – Försvagat åtagande: Aktiviteten ”Teamet”: Slut senareläggs: var 2024, är nu 2025 "
        "(12 månader). Ingen orsak anges.\n"
        "    – Gör så här: Se efter om era egna tider håller.\n"
        "  • Godkänn sedan: fardplan review kommun\n"
        "\n"
        "Nytt som ingen annan färdplan svarar mot ännu\n"
        "  • Området ”Hemma”\n"
        "    – Nytt mål: ”Börja med barnen”\n"
    )


def test_json(fardplan, levels):
    """The JSON names the place, the target and the changes, which stand once."""
    document = written(fardplan, "lan", "1.0", "1.1")
    assert told(document) == [
        ("hem", "lan/fall", "replace", "major"),
        ("team", "lan/teamet", "review", "major"),
        ("hemma", "lan/hemma", "read", "major"),
        ("hem", "lan/hemgang", "read", "major"),
    ]
    changes = {one["fingerprint"]: one for one in document["changes"]}
    gone, slipped, area, _ = document["impacts"]
    assert (gone["file"], gone["path"], gone["gone"]) == (GOAL, ["implements", 1, "goal"], True)
    assert slipped["target"] == {"roadmap": "lan", "type": "activity", "id": "teamet"}
    assert [changes[name]["kind"] for name in slipped["changes"]] == ["date-slipped"]
    assert [changes[name]["kind"] for name in area["inside"]] == ["added", "date-slipped"]
    assert [changes[name]["entity"]["id"] for name in document["unanswered"]] == ["barn"]
    assert document["summary"] == {
        "referring": 1, "roadmaps": 1, "replace": 1, "review": 1, "read": 2, "none": 0,
    }  # fmt: skip


def test_markdown(fardplan, levels):
    """The Markdown says the same in lists, for a comment on a forge."""
    done = fardplan("impact", "lan", "2023", "2024", "-f", "markdown")
    assert done.stdout.startswith("## Länets färdplan: vad ändringarna från 2023")
    assert (
        "\n### Kommunens färdplan\n\n- **Målet ”Tryggt hem”** hänvisar till länets mål"
        in done.stdout
    )
    assert "\n  - **Gör så här:** Ta bort hänvisningen" in done.stdout


def test_markdown_has_a_limit(fardplan, levels, monkeypatch):
    """What does not fit in a comment is left out from the end, and the last line says so."""
    monkeypatch.setattr("fardplan.formats.impact_markdown.LIMIT", 800)
    said = fardplan("impact", "lan", "2023", "2024", "-f", "markdown").stdout
    assert len(said) <= 800
    assert said.endswith(
        "\n*Allt får inte plats här. Visa resten: fardplan impact lan 2023 2024*\n"
    )


def test_english(fardplan, levels):
    """The words are in the language asked for."""
    done = fardplan("--lang", "en", "impact", "lan", "2023", "2024")
    assert (
        "The goal “Tryggt hem” refers to the county's goal “Färre fall”, which is gone."
        in done.stdout
    )
    assert "  • Then approve: fardplan review kommun\n" in done.stdout


@pytest.mark.parametrize(("options", "code"), [([], 0), (["--exit-code"], 1)])
def test_exit_code(fardplan, levels, options, code):
    """It ends with 1 only where that is asked for and someone has something to do."""
    assert fardplan("impact", "lan", "1.0", *options).exit_code == code
    assert fardplan("impact", "lan", "1.1", *options).exit_code == 0


def test_unread(fardplan, levels):
    """What cannot be read any more is named, and is for those below to ask about."""
    levels.write({f"{LAN}/areas/hemma.yaml": "title: [\n"})
    done = fardplan("impact", "lan", "1.1", "--exit-code")
    assert done.exit_code == 1
    assert "• Filen roadmaps/lan/areas/hemma.yaml går inte att läsa" in done.stdout


def test_reviewed_already(fardplan, levels):
    """What is reviewed against the newer version needs nothing, and is still told."""
    levels.write({path: text.replace("1.0", "1.1") for path, text in BELOW.items()})
    levels.write({GOAL: "title: Tryggt hem\n"})
    done = fardplan("impact", "lan", "1.0", "--exit-code")
    assert done.exit_code == 0
    assert "Ingen behöver göra något nu" in done.stdout
    assert (
        "som har ändrats. Nivå: försvagat åtagande. Redan avstämt mot version 1.1.\n" in done.stdout
    )
    assert "Gör så här" not in done.stdout


def test_only_wording(fardplan, levels):
    """What has only been reworded is told, and asks for nothing."""
    path = f"{LAN}/activities/teamet.yaml"
    levels.write({path: f"{NEW[path]}text: Nytt\n"})
    assert told(written(fardplan, "lan", "1.1")) == [("team", "lan/teamet", "none", "editorial")]


def test_new_id(fardplan, levels):
    """What has another id now is to be referred to by that."""
    levels.git("mv", f"{LAN}/goals/hemgang.yaml", f"{LAN}/goals/hem.yaml")
    levels.write({
        f"{LAN}/goals/hem.yaml": "title: Trygg hemgång\narea: hemma\npreviously: [hemgang]\n",
        f"{LAN}/activities/teamet.yaml": "title: Teamet\ngoal: hem\nend: 2025\n",
    })  # fmt: skip
    (impact,) = written(fardplan, "lan", "1.1")["impacts"]
    assert (impact["reference"], impact["action"], impact["gone"]) == (
        "lan/hemgang",
        "replace",
        True,
    )
    assert impact["heirs"] == [{"roadmap": "lan", "type": "goal", "id": "hem"}]
    said = fardplan("impact", "lan", "1.1").stdout
    assert "som har blivit målet ”Trygg hemgång”." in said
    assert "Låt hänvisningen leda till målet ”Trygg hemgång”." in said


def test_folder_with_another_name(fardplan, levels):
    """References follow a roadmap whose folder has been renamed since the versions compared."""
    levels.git("mv", LAN, "roadmaps/region")
    levels.commit({
        "roadmaps/region/roadmap.yaml": roadmap(2024, '"1.1"', previously="[lan]", **COUNTY),
        **{path: text.replace("lan/", "region/") for path, text in BELOW.items()},
    })  # fmt: skip
    for name in ("region", "lan"):
        assert [one[0] for one in told(written(fardplan, name, "1.0", "lan/1.1"))] == [
            "hem", "team", "hemma", "hem",
        ]  # fmt: skip
    since = [(one[0], one[2]) for one in told(written(fardplan, "region", "1.0"))]
    assert since[0] == ("hem", "replace")  # what is gone was in a folder of another name


def test_others_are_taken_as_they_are_now(fardplan, levels):
    """Those below act on their present files, whichever versions are compared."""
    levels.write({AREA: None, GOAL: None, ACTIVITY: None})
    done = fardplan("impact", "lan", "1.0", "1.1")
    assert done.stdout.splitlines()[2] == "Ingen annan färdplan hänvisar hit."


def test_bare_repository(fardplan, levels, monkeypatch):
    """In a bare repository those below are taken from HEAD."""
    bare = levels.root.parent / "naken.git"
    levels.git("clone", "--quiet", "--bare", str(levels.root), str(bare))
    assert History(bare).git("rev-parse", "--is-bare-repository") == "true"
    monkeypatch.chdir(bare)
    assert len(told(written(fardplan, "lan", "1.0", "1.1"))) == 4


def test_ended_roadmap(fardplan, levels):
    """A roadmap that has been replaced has nothing to act on."""
    front = BELOW[f"{KOMMUN}/roadmap.yaml"] + "status: replaced\n"
    levels.write({f"{KOMMUN}/roadmap.yaml": front})
    assert told(written(fardplan, "lan", "1.0")) == []


def test_decisions_stay(fardplan, levels):
    """What a decision was about has been decided, whatever changes afterwards."""
    front = BELOW[f"{KOMMUN}/roadmap.yaml"] + "decisions:\n  - objects: [{goal: lan/fall}]\n"
    levels.write({f"{KOMMUN}/roadmap.yaml": front, GOAL: "title: Tryggt hem\n"})
    assert [one[0] for one in told(written(fardplan, "lan", "1.0"))] == ["team", "hemma"]


def test_whole_roadmap(fardplan, levels):
    """A reference to the whole sums up, and names all that refer so; once for a roadmap."""
    levels.write({
        f"{KOMMUN}/roadmap.yaml": BELOW[f"{KOMMUN}/roadmap.yaml"] + "implements: [{roadmap: lan}]\n",
        AREA: "title: Hemma hos oss\nalso_priority_in: roadmap/lan\n", GOAL: None, ACTIVITY: None,
    })  # fmt: skip
    said = fardplan("impact", "lan", "1.0").stdout
    assert (
        "  • Färdplanen hänvisar till ”Länets färdplan” som helhet. Det gör också området "
        "”Hemma hos oss”. Nivå: försvagat åtagande.\n    – Sedan 2023: 1 nytt mål"
    ) in said
    (impact,) = written(fardplan, "lan", "1.0")["impacts"]
    assert (impact["action"], [one["id"] for one in impact["also"]]) == ("review", ["hemma"])


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["landet", "2023"], "Det finns ingen färdplan som heter ”landet”"),
        (["lan", "1999"], "Det finns ingen version ”1999” av lan"),
    ],
)
def test_unknown(fardplan, levels, arguments, words):
    """An unknown roadmap or version is one line, and exit code 3."""
    done = fardplan("impact", *arguments)
    assert (done.exit_code, done.stdout, len(done.stderr.splitlines())) == (3, "", 1)
    assert done.stderr.startswith(f"fardplan: {words}")


@pytest.fixture
def shipped(start_history, monkeypatch):
    """Return a repository with the shipped roadmaps, and their earlier editions in its history."""
    history = start_history()
    history.build_from(ROOT / "tests" / "fixtures" / "history")
    shutil.rmtree(history.root / "roadmaps")
    shutil.copytree(ROOT / "roadmaps", history.root / "roadmaps")
    history.commit({})
    monkeypatch.chdir(history.root)
    return history


@pytest.mark.parametrize(
    ("roadmap", "year"), [("orebro-lan", "2022"), ("malbild-orebro-lan", "2021")]
)
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_shipped(fardplan, shipped, golden, roadmap, year, lang):
    """What the county's new edition means for Örebro and Askersund is what was read and found true."""
    done = fardplan("--lang", lang, "impact", roadmap, year)
    golden(f"impact-{roadmap}-since-{year}.{lang}.txt", done.stdout)


def test_shipped_before_the_review(fardplan, shipped):
    """Had Örebro reviewed only the draft, all ten references that changed would be to review."""
    folder = shipped.root / "roadmaps" / "orebro"
    for path in folder.rglob("*.yaml"):
        text = path.read_text("utf-8").replace('reviewed: "1.0"', 'reviewed: "0.1"')
        path.write_text(text, "utf-8")
    found = written(fardplan, "orebro-lan", "2022", "2023")["impacts"]
    assert [one["reference"] for one in found if one["action"] == "review"] == [
        "orebro-lan", "orebro-lan/borja-med-barnen", "orebro-lan/digitalisering",
        "orebro-lan/halsoframjande-och-forebyggande", "orebro-lan/halsoframjande-och-forebyggande",
        "orebro-lan/primarvarden-som-nav", "orebro-lan/gemensam-plan-primarvarden",
        "orebro-lan/samordning-och-partnerskap", "orebro-lan/trygga-kompetensen",
        "orebro-lan/overenskommelse-sjukvard-i-hemmet",
    ]  # fmt: skip
    assert {one["roadmap"] for one in found if one["action"] == "review"} == {"orebro"}
