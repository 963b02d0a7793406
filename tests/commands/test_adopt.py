"""`fardplan adopt`: that a roadmap has been decided on."""

from __future__ import annotations

import pytest

from tests.commands.terminal import INTERRUPT, converse

FILE = "roadmaps/plan/roadmap.yaml"
SHARED = (
    "format: 1\n"
    "organisations:\n"
    "  - {id: regionen, title: Regionen}\n"
    "  - {id: orebro, title: Örebro kommun}\n"
    "  - {id: nora, title: Nora kommun}\n"
    "classes:\n"
    "  - {id: kommunerna, title: Kommunerna, members: [orebro, nora]}\n"
    "bodies:\n"
    "  - {id: ks-orebro, title: Kommunstyrelsen i Örebro, organisation: orebro}\n"
    "  - {id: ks-nora, title: Kommunstyrelsen i Nora, organisation: nora}\n"
    "  - {id: radet, title: Rådet}\n"
)
ALONE = """\
format: 1
title: Örebros färdplan   # titeln
year: 2024
profile: direction
owners: orebro   # en ägare

# Hur det beslutas
registry_number: KS 2024/1
"""
TOGETHER = """\
format: 1
title: Länets färdplan
year: 2024
profile: direction
status: proposed   # ännu
adoption:
  required_of: [regionen, kommunerna]
adoptions:
  - parties: [regionen]   # först
    kind: adopt
    state: decided
    when: 2024-01-10
  # väntar på Nora
  - parties: [nora]
    state: pending
"""


@pytest.fixture
def alone(write):
    """Write a roadmap that one party decides on."""
    return write({"roadmaps/organisations.yaml": SHARED, FILE: ALONE}) / FILE


@pytest.fixture
def together(write):
    """Write a roadmap that three parties decide on; one has."""
    return write({"roadmaps/organisations.yaml": SHARED, FILE: TOGETHER}) / FILE


def _adopt(fardplan, *args: str):
    return fardplan("adopt", "plan", *args)


def _said(result) -> tuple[int, str, str]:
    return result.exit_code, result.stdout, result.stderr


DECISION = """\
decisions:
  - id: antagande-2024
    kind: adopt
    state: decided
    body: ks-orebro
    date: 2024-03-25
    paragraph: "23"
    registry_number: KS 2024/7
    objects:
      - {roadmap: plan}
"""


def test_alone(fardplan, alone):
    """One party's decision goes under decisions, and the roadmap is adopted; comments stay."""
    result = _adopt(
        fardplan, "--body", "ks-orebro", "--date", "2024-03-25", "--paragraph", "§ 23",
        "--registry-number", "KS 2024/7",
    )  # fmt: skip
    assert _said(result) == (
        0, "", f"Beslutet står nu under decisions i {FILE}.\nFärdplanens status är nu antagen.\n",
    )  # fmt: skip
    assert (
        alone.read_text("utf-8")
        == ALONE.replace("profile: direction\n", "profile: direction\nstatus: adopted\n") + DECISION
    )
    assert fardplan("validate").exit_code == 0


def test_second_decision(fardplan, alone):
    """Another kind of decision comes after, with an id of its own and no new status."""
    base = ["--body", "Kommunstyrelsen i Örebro", "--date", "2024-03-25"]
    for kind in ("approve", "recommend", "take_note"):
        assert _adopt(fardplan, *base, "--kind", kind).exit_code == 0
    text = alone.read_text("utf-8")
    ids = [line.split()[-1] for line in text.splitlines() if "- id:" in line]
    assert ids == ["antagande-2024", "beslut-2024", "beslut-2024-2"]
    assert text.count("body: ks-orebro") == 3


def test_endorse_alone(fardplan, alone):
    """To stand behind a roadmap, or to refer it back, does not adopt it."""
    for kind in ("ställa sig bakom", "refer_back"):
        args = ["--body", "ks-orebro", "--date", "2024-03-25", "--kind", kind]
        assert "status" not in _adopt(fardplan, *args).stderr
    assert "status:" not in alone.read_text("utf-8")


def test_together(fardplan, together):
    """Each party has a row: a new one, or the one that waited; the last makes it adopted."""
    first = _adopt(fardplan, "--body", "ks-orebro", "--date", "2024-03-25")
    assert _said(first) == (
        0, "", f"Beslutet står nu under adoptions i {FILE}.\nKvar att besluta: Nora kommun.\n",
    )  # fmt: skip
    row = (
        "  - id: antagen-av-orebro\n    parties: [orebro]\n    kind: adopt\n    state: decided\n"
        "    when: 2024-03-25\n    body: ks-orebro\n"
    )
    assert together.read_text("utf-8") == TOGETHER + row
    last = _adopt(fardplan, "--party", "Nora kommun", "--body", "ks-nora", "--date", "2024-04-02",
                  "--kind", "establish", "--paragraph", "9")  # fmt: skip
    assert _said(last) == (
        0, "", f"Beslutet står nu under adoptions i {FILE}.\nFärdplanens status är nu antagen.\n",
    )  # fmt: skip
    waited = (
        "  - parties: [nora]\n    kind: establish\n    state: decided\n    when: 2024-04-02\n"
        '    body: ks-nora\n    paragraph: "9"\n'
    )
    assert (
        together.read_text("utf-8")
        == TOGETHER.replace("proposed", "adopted").replace(
            "  - parties: [nora]\n    state: pending\n", waited
        )
        + row
    )


def test_several_parties_at_once(fardplan, together):
    """Several parties get a row each."""
    result = _adopt(fardplan, "--party", "orebro", "--party", "nora", "--party", "orebro",
                    "--body", "radet", "--date", "2024-04-02")  # fmt: skip
    assert result.exit_code == 0, result.stderr
    assert together.read_text("utf-8").count("when: 2024-04-02") == 2


def test_rejected(fardplan, together):
    """A party that says no has a row that says so, and the roadmap is not adopted."""
    result = _adopt(fardplan, "--kind", "reject", "--body", "ks-orebro", "--date", "2024-04-02")
    assert result.exit_code == 0, result.stderr
    text = together.read_text("utf-8")
    assert (
        "  - id: avslag-av-orebro\n    parties: [orebro]\n    kind: reject\n    state: rejected\n"
        in text
    )
    assert "status: proposed" in text


MORE = (
    "--condition", "Medlen godkänns i budgeten.", "--reservation", "Två ledamöter ville vänta.",
    "--effective", "2024-07-01",
)  # fmt: skip
SAID = (
    "    condition: Medlen godkänns i budgeten.\n    reservation: Två ledamöter ville vänta.\n"
    "    effective: 2024-07-01\n"
)


def test_condition_alone(fardplan, alone):
    """A condition, a reservation and the day it takes effect stand in the decision."""
    done = _adopt(fardplan, "--body", "ks-orebro", "--date", "2024-03-25", "--paragraph", "23",
                  "--registry-number", "KS 2024/7", *MORE)  # fmt: skip
    assert done.exit_code == 0, done.stderr
    text = alone.read_text("utf-8")
    assert DECISION.replace("state: decided", "state: conditional") + SAID in text
    assert "status: adopted" in text
    assert fardplan("validate").exit_code == 0


def test_condition_together(fardplan, together):
    """Where each party has a row, what it cannot say stands in a decision that it refers to."""
    done = _adopt(fardplan, "--party", "nora", "--body", "ks-nora", "--date", "2024-04-02",
                  "--paragraph", "9", "--registry-number", "KS 9", *MORE)  # fmt: skip
    assert done.exit_code == 0, done.stderr
    decision = (
        "decisions:\n  - id: antagande-2024\n    kind: adopt\n    state: conditional\n"
        "    body: ks-nora\n    party: nora\n    date: 2024-04-02\n"
        '    paragraph: "9"\n    registry_number: KS 9\n    objects:\n      - {roadmap: plan}\n'
    ) + SAID
    row = (
        "  - parties: [nora]\n    kind: adopt\n    state: conditional\n    when: 2024-04-02\n"
        '    body: ks-nora\n    decision: antagande-2024\n    paragraph: "9"\n'
        "    registry_number: KS 9\n"
    )
    assert together.read_text("utf-8") == (
        TOGETHER.replace("adoption:\n", decision + "adoption:\n").replace(
            "  - parties: [nora]\n    state: pending\n", row
        )
    )
    assert fardplan("validate", "--ignore", "pending-adoption").exit_code == 0


def test_condition_at_a_terminal(alone):
    """They are asked for too, and shown before anything is written."""
    args = ["--lang", "sv", "adopt", "plan", "--body", "ks-orebro", "--date", "2024-03-25"]
    answers = ["", "23", "KS 2024/7", "?", "Medlen godkänns.", "", "snart", "2024-07-01", "j"]
    code, screen = converse(alone.parents[2], args, answers)
    assert code == 0
    assert "Har beslutet något villkor? Vilket? [hoppa över] ?\nVad som ska vara uppfyllt" in screen
    assert "”snart” går inte att läsa som en tidpunkt" in screen
    assert "  Villkor: Medlen godkänns.\n  Gäller från: 1 juli 2024\nSka beslutet" in screen
    assert "state: conditional" in alone.read_text("utf-8")


def test_status(fardplan, alone):
    """A status that is asked for holds."""
    result = _adopt(fardplan, "--body", "ks-orebro", "--date", "2024-03-25", "--status", "gällande")
    assert "Färdplanens status är nu gällande." in result.stderr
    assert "status: in_force\n" in alone.read_text("utf-8")


def test_dry_run(fardplan, alone):
    """With --dry-run nothing is written."""
    result = _adopt(fardplan, "--body", "ks-orebro", "--date", "2024-03-25", "--dry-run")
    assert _said(result) == (
        0, "", f"Beslutet skulle skrivas under decisions i {FILE}. Inget är ändrat.\n",
    )  # fmt: skip
    assert alone.read_text("utf-8") == ALONE


CONTRADICTIONS = [
    (["--party", "regionen", "--body", "radet"], f"Regionen har redan beslutat (10 januari 2024). Ändra i {FILE} om beslutet är omprövat."),
    (["--party", "nora", "--body", "ks-orebro"], "Kommunstyrelsen i Örebro hör till Örebro kommun och kan inte besluta åt Nora kommun."),
    (["--party", "orebro", "--party", "nora", "--body", "radet", "--kind", "recommend"], "Ett sådant beslut gäller en part. Skriv in ett beslut i taget."),
]  # fmt: skip


@pytest.mark.parametrize(("args", "said"), CONTRADICTIONS)
def test_contradictions_together(fardplan, together, args, said):
    """What contradicts the file is refused in one line, and nothing is written."""
    result = _adopt(fardplan, *args, "--date", "2024-03-25")
    assert _said(result) == (3, "", f"fardplan: {said}\n")
    assert together.read_text("utf-8") == TOGETHER


@pytest.mark.parametrize(
    ("status", "kind", "date", "said"),
    [
        ("adopted", "adopt", "2024-05-05", f"Det beslutet finns redan i {FILE}: antagande-2024 (25 mars 2024)."),
        ("draft", "adopt", "2024-03-25", f"Det beslutet finns redan i {FILE}: antagande-2024 (25 mars 2024)."),
        ("withdrawn", "adopt", "2024-05-05", f"Färdplanen är återkallad och kan inte antas. Ändra status i {FILE} först."),
    ],
)  # fmt: skip
def test_contradictions_alone(fardplan, alone, status, kind, date, said):
    """A decision is recorded once, and what has ended is not adopted."""
    text = ALONE + f"status: {status}\n" + DECISION
    alone.write_text(text, "utf-8")
    result = _adopt(fardplan, "--body", "ks-orebro", "--kind", kind, "--date", date)
    assert _said(result) == (3, "", f"fardplan: {said}\n")
    assert alone.read_text("utf-8") == text


def test_next_years_version(fardplan, alone):
    """A new version that is still a draft may be adopted beside last year's decision."""
    alone.write_text(ALONE + "status: draft\n" + DECISION, "utf-8")
    assert _adopt(fardplan, "--body", "ks-orebro", "--date", "2025-03-25").exit_code == 0
    assert "  - id: antagande-2025\n" in alone.read_text("utf-8")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ([], "Ange också --body och --date. Vid en terminal går det i stället att svara på frågor."),
        (["--body", "ks-orebo"], "--body: Det finns ingen grupp som heter ”ks-orebo”. Menade du ”ks-orebro”? Annars får du först lägga till det under `bodies` i roadmaps/organisations.yaml."),
        (["--kind", "antar"], "--kind: ”antar” går inte att välja här. Skriv `adopt` (anta)."),
        (["--body", "radet", "--date", "2024-02-30"], "--date: ”2024-02-30” är inget datum: februari 2024 har 29 dagar. Skriv till exempel 2023-12, 2023-12-31 eller hösten 2023."),
        (["--body", "radet", "--date", "2199-01-01"], "--date: 1 januari 2199 ligger i framtiden. Skriv in beslutet när det är fattat."),
        (["--body", "radet", "--date", "2024", "--paragraph", " "], "Flaggan --paragraph behöver ett värde: --paragraph VÄRDE"),
        (["--body", "radet", "--date", "2024", "--registry-number", "a\x07"], "--registry-number: Texten innehåller ett tecken som inte går att skriva i en fil (U+0007). Skriv om texten för hand i stället för att klistra in den."),
        (["--body", "radet", "--date", "2024", "--status", "klar"], "--status: ”klar” går inte att välja här."),
    ],
)  # fmt: skip
def test_wrong_usage(fardplan, alone, args, said):
    """A value that the model does not take is told in the model's words, with its option."""
    result = _adopt(fardplan, "--no-input", *args)
    line = result.stderr.splitlines()[1]
    assert (result.exit_code, line.startswith(f"fardplan: {said}")) == (2, True), line
    assert alone.read_text("utf-8") == ALONE


def test_unknown_roadmap(fardplan, alone):
    """A roadmap that is not there is told, with those that are."""
    result = fardplan("adopt", "plann", "--body", "radet")
    assert _said(result) == (
        3, "", "fardplan: Det finns ingen färdplan som heter ”plann”. De som finns: plan.\n",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("adoptions: [{okänd: x, parties: [nora], state: klart}]\n", "Något under `adoptions`"),
        ("title: igen\n", "rad 9 går inte att läsa"),
        ("x: [\n", "rad 9 går inte att läsa"),
    ],
)
def test_file_that_cannot_be_read(fardplan, alone, more, said):
    """Where the file has faults nothing is written: a decision may be hidden among them."""
    alone.write_text(ALONE + more, "utf-8")
    result = _adopt(fardplan, "--body", "radet", "--date", "2024-03-25")
    assert (result.exit_code, result.stderr.count("\n"), said in result.stderr) == (3, 1, True), (
        result.stderr
    )
    assert alone.read_text("utf-8") == ALONE + more


def test_file_that_is_not_there(fardplan, alone):
    """A folder without roadmap.yaml, or with a link in its place, takes no decision."""
    alone.unlink()
    (alone.parent / "goals").mkdir()
    (alone.parent / "goals/a.yaml").write_text("title: A\n", "utf-8")
    args = ["--body", "radet", "--date", "2024-03-25"]
    assert _said(_adopt(fardplan, *args)) == (3, "", f"fardplan: ”{FILE}” finns inte längre.\n")
    alone.symlink_to("/dev/null")
    result = _adopt(fardplan, *args)
    assert (result.exit_code, "är en länk till något annat" in result.stderr) == (3, True)


def test_at_a_terminal(alone):
    """At a terminal everything is asked for in plain Swedish, explained, checked and shown."""
    code, screen = converse(
        alone.parents[2],
        ["--lang", "sv", "adopt", "plan"],
        [
            "99",
            "?",
            "",
            "2",
            "1",
            "31 februari 2024",
            "?",
            "2024-03-25",
            "§ 23",
            "",
            "",
            "",
            "",
            "j",
        ],
    )
    assert code == 0
    assert screen.startswith(
        "Svara på frågorna. Retur tar svaret inom hakparentes, ? förklarar frågan, "
        "Ctrl+C avbryter.\n\nVad gör beslutet?\n   1  anta  (adopt)\n   2  fastställa  (establish)\n"
    )
    assert (
        "Välj med nummer eller namn [anta] 99\n"
        "Det finns inget val med nummer 99: välj 1–13.\n"
        "Välj med nummer eller namn [anta] ?\n"
        "Vad beslutet gör: antar, fastställer, godkänner …\n"
        "Frågan besvaras också med --kind.\n"
        "Välj med nummer eller namn [anta] \n"
    ) in screen
    assert (
        "Vilket organ beslutade?\n"
        "   1  Kommunstyrelsen i Örebro  (ks-orebro)\n"
        "Välj med nummer eller namn 2\n"
        "Det finns inget val med nummer 2: välj 1.\n"
    ) in screen
    assert (
        "Vilken dag fattades beslutet? 31 februari 2024\n"
        "”31 februari 2024” är inget datum: februari 2024 har 29 dagar. "
        "Skriv till exempel 2023-12, 2023-12-31 eller hösten 2023.\n"
        "Vilken dag fattades beslutet? ?\n"
        "När beslutet fattades.\n"
    ) in screen
    assert "Vilken paragraf? [hoppa över] § 23\n" in screen
    assert "Vilket diarienummer? [KS 2024/1] \n" in screen
    assert screen.endswith(
        "  Beslut: anta\n  Beslutsorgan: Kommunstyrelsen i Örebro\n  Datum: 25 mars 2024\n"
        "  Paragraf: 23\n  Diarienummer: KS 2024/1\n"
        f"Ska beslutet skrivas i {FILE}? [J/n] j\n"
        f"Beslutet står nu under decisions i {FILE}.\nFärdplanens status är nu antagen.\n"
    )
    assert DECISION.replace("KS 2024/7", "KS 2024/1") in alone.read_text("utf-8")


def test_party_at_a_terminal(together):
    """The parties that are left can be chosen, and the body's own is proposed."""
    args = ["--lang", "sv", "adopt", "plan", "--kind", "adopt", "--date", "2024-03-25"]
    code, screen = converse(together.parents[2], args, ["ks-nora", *[""] * 6, "x", ""])
    assert code == 0
    assert (
        "För vilken part gäller beslutet?\n"
        "   1  Örebro kommun  (orebro)\n"
        "   2  Nora kommun  (nora)\n"
        "Välj med nummer eller namn [Nora kommun] \n"
    ) in screen
    assert "[J/n] x\nSvara j eller n.\n" in screen
    assert "state: pending" not in together.read_text("utf-8")


@pytest.mark.parametrize(
    ("answers", "hang_up", "code", "last"),
    [
        (["", "1", "2024", *[""] * 5, "nej"], False, 0, "Inget är skrivet.\n"),
        (["", "1"], True, 130, "fardplan: Avbrutet.\n"),
        ([], True, 130, "fardplan: Avbrutet.\n"),
        ([INTERRUPT], False, 130, "fardplan: Avbrutet.\n"),
    ],
)
def test_second_thoughts(alone, answers, hang_up, code, last):
    """Who says no, hangs up or interrupts leaves everything as it was."""
    args = ["--lang", "sv", "adopt", "plan"]
    ended, screen = converse(alone.parents[2], args, answers, hang_up=hang_up)
    assert (ended, screen.endswith(last)) == (code, True), screen
    assert alone.read_text("utf-8") == ALONE


def test_no_input_at_a_terminal(alone):
    """With --no-input nobody is asked, even at a terminal."""
    args = ["--lang", "sv", "adopt", "plan", "--no-input", "--body", "radet"]
    code, screen = converse(alone.parents[2], args, [])
    assert (code, "Ange också --date." in screen) == (2, True)


def test_english_at_a_terminal(alone):
    """The questions exist in English."""
    args = ["--lang", "en", "adopt", "plan", "--body", "radet", "--date", "2024"]
    code, screen = converse(alone.parents[2], args, ["?", "", "?", *[""] * 5, "n"])
    assert code == 0
    assert "What does the decision do?\n   1  adopt\n" in screen
    assert "The paragraph's number, such as 23.\n--paragraph answers the question too.\n" in screen
    assert screen.endswith("[Y/n] n\nNothing is written.\n")
