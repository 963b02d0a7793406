"""What an official reads of things that have no title, of what has left, and of a new edition."""

from __future__ import annotations

from decimal import Decimal

import pytest

from fardplan.changes._base import Balance, Change, ChangeKind, Comparison, Level, Side
from fardplan.changes._values import Amount, EntityRef, Ref
from fardplan.formats import changes_text
from fardplan.formats._changes_summary import summarise
from fardplan.formats._page import Page
from fardplan.locales.text import LANGUAGES, Lang
from tests.changes.editions import Files, diff

SIDES = Side("2023", None, 2023, "1.0", "Färdplan"), Side(".", None, 2024, "2.0", "Färdplan")


def told(old: Files, new: Files, lang: Lang = "sv", years: tuple[int, int] = (2024, 2024)) -> str:
    """Return what is told of the differences, below the summary."""
    changes = diff(old, new, years=years)
    text = changes_text.write(Comparison("lanet", *SIDES, changes), Page(lang))
    return text.split("\n\n", 2)[2]


def front(text: str) -> Files:
    """Return a roadmap.yaml with these keys."""
    return {"roadmap.yaml": text + "\n"}


@pytest.mark.parametrize(
    ("old", "new", "sv", "en"),
    [
        (
            "binding: [{level: unit, force: guidance}]",
            "binding: [{level: unit, force: governing}]",
            "• Bindande ”verksamhet” › Styrka: var ”vägledande”, är nu ”styrande”.",
            "• Binding “unit” › Force: was “guidance”, is now “governing”.",
        ),
        (
            "",
            "binding: [{level: unit, force: guidance}]",
            "• Bindande, nytt: verksamhet (styrka vägledande).",
            "• Binding, new: unit (force guidance).",
        ),
        (
            "expectations: [{text: Bidra till målen, force: guidance}]",
            "expectations: [{text: Bidra till målen, force: governing, on: kumla}]",
            ("• Förväntningar ”Bidra till målen”\n"
            "    – Styrka: var ”vägledande”, är nu ”styrande”.\n"
            "    – Riktas till: Kumla kommun tillkommer."),
            ("• Expectations “Bidra till målen”\n"
            "    – Force: was “guidance”, is now “governing”.\n"
            "    – On: Kumla kommun added."),
        ),
        (
            "",
            "questions: [{text: 'Vad kan vi sluta med?'}]",
            "• Fundera och diskutera, nytt: Vad kan vi sluta med?",
            "• Questions, new: Vad kan vi sluta med?",
        ),
        (
            "references: [{id: plan, title: Planen}]",
            "references: [{id: plan, title: Planen}]\nrelations: [{kind: replaces, document: plan}]",
            "• Samband, nytt: Planen (ersätter).",
            "• Relations, new: Planen (replaces).",
        ),
        (
            "",
            "translations: {fi: {title: Tiekartta}}",
            "• Översättningar på finska: Tiekartta (nytt).",
            "• Translations in Finnish: Tiekartta (new).",
        ),
    ],
)  # fmt: skip
def test_untitled(old, new, sv, en):
    """What has no title is called by what tells it apart, and what changed in it stands below."""
    for lang, expected in zip(LANGUAGES, (sv, en), strict=True):
        assert told(front(old), front(new), lang).rstrip().endswith(expected)


def test_items_of_an_activity():
    """A gap says why and when, a list its lead, a key that is empty on purpose its name."""
    old = {
        "areas/a.yaml": "title: Vård\nlists:\n  - {lead: 'Det gäller:', force: need, items: [Ett]}\n",
        "activities/x.yaml": "title: X\n",
    }
    new = {
        "areas/a.yaml": "title: Vård\nlists:\n  - {lead: 'Det gäller:', force: need, items: [Ett, Två]}\n"
        "placeholder: {reason: Vi väntar på länet., due: VT2025, decided_by: chefsgruppen}\n",
        "activities/x.yaml": "title: X\nnone: {target_groups: Vet vi inte än.}\n",
    }
    text = told(old, new)
    assert "Listor ”Det gäller” › Punkter, nytt: Två." in text
    assert "Ännu tomt (Vi väntar på länet; klart VT 2025; beslutas av Chefsgruppen)." in text
    assert "Målgrupper, medvetet tomt: {+Vet vi inte än.+}" in text


LEFT = "title: {}\nstatus: {}\n"


@pytest.mark.parametrize(
    ("lang", "one", "several"),
    [
        (
            "sv",
            "• Aktiviteten ”Hemsida” har lämnat färdplanen (var genomförd i förra utgåvan).",
            (
                "• Två aktiviteter har lämnat färdplanen, avslutade redan i förra utgåvan:\n"
                "    – ”Hemsida” (genomförd)\n"
                "    – ”Tullhuset” (avslutad utan genomförande)"
            ),
        ),
        (
            "en",
            "• The activity “Hemsida” has left the roadmap (was completed in the edition before).",
            (
                "• Two activities have left the roadmap, closed already in the edition before:\n"
                "    – “Hemsida” (completed)\n"
                "    – “Tullhuset” (cancelled)"
            ),
        ),
    ],
)
def test_what_was_over_has_left(lang, one, several):
    """What was completed or dropped a year ago has left; nobody has taken it away."""
    old = {"activities/a.yaml": LEFT.format("Hemsida", "completed")}
    assert told(old, {}, lang, (2024, 2025)).rstrip().endswith(one)
    old["activities/b.yaml"] = LEFT.format("Tullhuset", "cancelled")
    assert told(old, {}, lang, (2024, 2025)).rstrip().endswith(several)


def test_what_leaves_a_renamed_area_is_told_in_it():
    """What left an area stands below the name that the area has now."""
    old = {
        "areas/a.yaml": "title: Mellanvård\n",
        "activities/x.yaml": "title: Hemsida\narea: a\nstatus: completed\n",
    }
    text = told(old, {"areas/a.yaml": "title: Trygg hemma\n"})
    assert text.splitlines() == [
        "Trygg hemma",
        "  • Området ”Trygg hemma” hette ”Mellanvård” förut.",
        "  • Aktiviteten ”Hemsida” har lämnat färdplanen (var genomförd i förra utgåvan).",
    ]


@pytest.mark.parametrize(
    ("lang", "next_one", "same"),
    [
        (
            "sv",
            "• Status i den nya utgåvan: utkast (den förra är antagen).",
            "Försvagade åtaganden\n  • Utkast (var antagen).",
        ),
        (
            "en",
            "• Status of the new edition: draft (the one before is adopted).",
            "Weakened commitments\n  • Draft (was adopted).",
        ),
    ],
)
def test_status_of_a_new_edition(lang, next_one, same):
    """A new edition that is a draft is no weakening; a roadmap that is one again is."""
    old, new = front("status: adopted"), front("status: draft")
    assert next_one in told(old, new, lang, (2024, 2025))
    assert same in told(old, new, lang)


def test_adoptions_are_told_apart():
    """Each adoption says whose it is, and those that are told of no more stand together."""
    rows = [
        f"  - {{id: {name}, parties: [{name}], state: decided}}\n" for name in ("kumla", "laxa")
    ]
    old, new = front("adoptions:\n" + "".join(rows)), front("adoptions: []")
    assert told(old, new).splitlines()[1:] == [
        "  • Två antaganden nämns inte längre:",
        "    – ”Färdplan (Kumla kommun)”",
        "    – ”Färdplan (Laxå kommun)”",
    ]


def test_why_a_weakening_has_no_reason():
    """A weakening without a reason says so, once for what has one reason in common."""
    old = {"activities/x.yaml": "title: X\nstart: 2024\nend: 2025\n"}
    late = "title: X\nstart: 2025\nend: 2026\n"
    bare = told(old, {"activities/x.yaml": late})
    assert bare.count("Ingen orsak anges.") == 2
    given = told(old, {"activities/x.yaml": f"{late}reason: Lokalen dröjer.\n"})
    assert given.count("Orsak: Lokalen dröjer.") == 1
    assert "Ingen orsak" not in given


def test_why_there_is_less_money():
    """What is said anew of the money stands as the reason where there is less."""
    rows = ("amount: 200", "amount: 100, text: 'Fyra grupper i stället för åtta.'")
    old, new = (
        {
            "activities/x.yaml": "title: X\nprojektplan:\n  financing:\n"
            f"    - {{kind: own_budget, year: 2024, {row}}}\n"
        }
        for row in rows
    )
    expected = "(100\u00a0kr mindre). Orsak: Fyra grupper i stället för åtta."
    assert expected in told(old, new)


def event(kind: ChangeKind, name: str, level: Level = Level.MINOR, **more: object) -> Change:
    """Return a change of an activity."""
    return Change(kind, level, EntityRef("lanet", "activity", name, name), **more)  # type: ignore[arg-type]


def test_the_sentence_of_a_politician():
    """The sentence tells what is new, done, dropped and late, and the money, in few words."""
    changes = (
        *(event(ChangeKind.ADDED, name) for name in "abc"),
        *(event(ChangeKind.COMPLETED, name, path=("status",)) for name in "de"),
        event(ChangeKind.DROPPED, "f", path=("status",)),
        event(ChangeKind.DATE_SLIPPED, "g", path=("end",), details={"months": 6}),
    )
    amounts = Amount(Decimal(3_000_000)), Amount(Decimal(1_800_000))
    money = (Balance(Ref("medel", "Statliga medel"), 2024, *amounts),)
    found = Comparison("lanet", Side("2022", None, 2022, "1.0"), SIDES[1], changes, money=money)
    assert summarise(found, "sv").replace("\u00a0", " ") == (
        "Sedan 2022: 3 nya aktiviteter, 2 genomförda, 1 utgår. 1 skjuts upp 6 månader. "
        "Statliga medel minskar med 1,2 miljoner kronor. Inget åtagande är försvagat."
    )
    assert summarise(found, "en").replace("\u00a0", " ") == (
        "Since 2022: 3 new activities, 2 completed, 1 dropped. 1 is put off by 6 months. "
        "Statliga medel decreases by SEK 1.2 million. No commitment is weakened."
    )


@pytest.mark.parametrize(
    ("kind", "entity", "sv", "en"),
    [
        (ChangeKind.SPLIT, "area", "1 delat område", "1 area split"),
        (ChangeKind.MERGED, "area", "1 sammanslaget område", "1 merged area"),
        (ChangeKind.PARTY_JOINED, "roadmap", "1 ny part", "1 new party"),
        (ChangeKind.PARTY_LEFT, "roadmap", "1 part lämnar", "1 party leaves"),
    ],
)
def test_areas_and_parties_are_counted(kind, entity, sv, en):
    """Who is part of it, and areas that are split or put together, stand in the sentence."""
    change = Change(kind, Level.MINOR, EntityRef("lanet", entity, "a", "A"), ("parties",))
    found = Comparison("lanet", *SIDES, (change,))
    assert summarise(found, "sv") == f"Sedan 2023: {sv}. Inget åtagande är försvagat."
    assert summarise(found, "en") == f"Since 2023: {en}. No commitment is weakened."


def row(name: str, old: int, new: int) -> Balance:
    """Return what a source pays before and after."""
    return Balance(Ref(name, name), 2024, Amount(Decimal(old)), Amount(Decimal(new)))


@pytest.mark.parametrize(
    ("sums", "expected"),
    [
        ([(0, 5_000_000)] * 4, "De planerade medlen ökar med 20 miljoner kronor"),
        (
            [(0, 4_120_000)] * 3 + [(150_000, 0)],
            (
                "De planerade medlen ökar med omkring 12,2 miljoner kronor: "
                "3 källor ger mer och 1 mindre"
            ),
        ),
        (
            [(0, 100)] + [(900, 0)] * 3,
            "De planerade medlen minskar med 2 600 kr: 1 källa ger mer och 3 mindre",
        ),
        (
            [(0, 100), (100, 0), (0, 50), (50, 0)],
            "De planerade medlen är lika stora som förut: 2 källor ger mer och 2 mindre",
        ),
    ],
)
def test_money_of_many_sources(sums, expected):
    """Where more than three sources differ, the sum is told, roughly, and how many give more."""
    money = tuple(row(f"k{number}", *pair) for number, pair in enumerate(sums))
    found = Comparison("lanet", *SIDES, (event(ChangeKind.MOVED, "a"),), money=money)
    said = summarise(found, "sv").replace("\u00a0", " ")
    assert said.startswith(f"Sedan 2023: {expected[0].lower()}{expected[1:]}.")


def test_a_milestone_counts_for_its_activity():
    """A late activity with late milestones is one weakened commitment."""
    within = EntityRef("lanet", "activity", "x", "X")
    stone = EntityRef("lanet", "milestone", "m", "M")
    slip, details = ChangeKind.DATE_SLIPPED, {"within": within}
    changes = (
        event(slip, "x", Level.MAJOR, path=("end",)),
        Change(slip, Level.MAJOR, stone, ("date",), details=details),
    )
    assert summarise(Comparison("lanet", *SIDES, changes), "sv") == (
        "Sedan 2023: 1 aktivitet skjuts upp. 1 åtagande är försvagat."
    )
