"""The words for what does not fit: one row a mistake that somebody makes."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from fardplan.locales.text import LANGUAGES
from fardplan.model.activity import Activity
from fardplan.model.base import Value
from fardplan.model.build import build
from fardplan.model.indicator import Report
from fardplan.model.misfits import Misfit
from fardplan.model.roadmap import Roadmap

ACTIVITY = {"title": "Tullhuset"}
ROADMAP = {"format": "1", "title": "Färdplan", "year": "2023", "profile": "action"}


def _misfits(
    model: type[Value], base: Mapping[str, object], keys: Mapping[str, object]
) -> list[Misfit]:
    return list(build(model, {**base, **keys}, {"title": "x"}).misfits)


def _told(misfit: Misfit) -> tuple[object, ...]:
    hint = misfit.hint.say("sv", **misfit.values) if misfit.hint else None
    return (
        misfit.rule, misfit.route, misfit.spot, misfit.text.say("sv", **misfit.values), hint,
    )  # fmt: skip


LIST_HINT = "Skriv varje sak på en egen rad som börjar med ett bindestreck: `- …`."
COLON_HINT = 'Är det en text med ett kolon i? Sätt citattecken runt den: "…".'
EMPTY_HINT = "Skriv ett värde efter kolonet, eller ta bort raden."
ITEM_HINT = "Skriv något efter bindestrecket, eller ta bort raden."

CASES = [
    # Unknown keys
    (
        {"ansvarig": "socialnamnden"},
        ("unknown-key", ("ansvarig",), "key", "Här kan inte ”ansvarig” stå.", "Skriv `responsible` (ansvarig)."),
    ),
    (
        {"mål": "trygg-hemgang"},
        ("unknown-key", ("mål",), "key", "Här kan inte ”mål” stå.", "Skriv `goal` (mål)."),
    ),
    (
        {"Samverkansparter": ["a"]},
        ("unknown-key", ("Samverkansparter",), "key", "Här kan inte ”Samverkansparter” stå.", "Skriv `partners` (medverkande)."),
    ),
    (
        {"responsibel": "a"},
        ("unknown-key", ("responsibel",), "key", "Här kan inte ”responsibel” stå.", "Menade du `responsible`?"),
    ),
    (
        {"projektplan": {"tidsplan": "2024"}},
        ("unknown-key", ("projektplan", "tidsplan"), "key", "Här kan inte ”tidsplan” stå.", "Skriv `timeline` (tidsplan)."),
    ),
    (
        {"projektplan": {"timeline": {"qwxz": "1"}}},
        ("unknown-key", ("projektplan", "timeline", "qwxz"), "key", "Här kan inte ”qwxz” stå.",
         "Här kan stå: `start` (start), `end` (slut), `milestones` (milstolpar), `deliverables` (leveranser), `text` (text), `reason` (orsak)."),
    ),
    (
        {"translations": {"en": {"titel": "The Custom House"}}},
        ("unknown-key", ("translations", "en", "titel"), "key", "Här kan inte ”titel” stå.", "Skriv `title` (titel)."),
    ),
    # Missing keys and values
    (
        {"sub_activities": [{"title": "a"}, {"status": "ongoing"}]},
        ("missing-key", ("sub_activities", 1, "title"), "first_key", "Här saknas `title` (titel).", "Lägg till en rad: `title: …`. Vad som görs."),
    ),
    (
        {"decision_points": [{"title": "a"}, {"when": "2023"}]},
        ("missing-key", ("decision_points", "points", 1, "title"), "first_key", "Här saknas `title` (beslutspunkt).",
         "Lägg till en rad: `title: …`. Vad som ska beslutas."),
    ),
    (
        {"sub_activities": [{"title": None}]},
        ("invalid-value", ("sub_activities", 0, "title"), "value", "`title` saknar värde.", "Skriv ett värde efter kolonet: `title` måste anges."),
    ),
    (
        {"partners": ["a", None]},
        ("invalid-value", ("partners", 1), "value", "Punkten i listan är tom.", ITEM_HINT),
    ),
    (
        {"translations": {"en": None}},
        ("invalid-value", ("translations", "en"), "value", "`en` saknar värde.", EMPTY_HINT),
    ),
    # Empty texts
    ({"text": ""}, ("invalid-value", ("text",), "value", "Texten är tom.", EMPTY_HINT)),
    ({"text": " \n"}, ("invalid-value", ("text",), "value", "Texten är tom.", EMPTY_HINT)),
    ({"partners": [""]}, ("invalid-value", ("partners", 0), "value", "Texten är tom.", ITEM_HINT)),
    # The wrong shape
    (
        {"text": ["a"]},
        ("invalid-value", ("text",), "value", "Här ska en text stå, inte en lista.", None),
    ),
    (
        {"text": {"Mål": "hälsa"}},
        ("invalid-value", ("text",), "value", "Här ska en text stå, inte flera nycklar.", COLON_HINT),
    ),
    (
        {"partners": ["a", {"Region": "Örebro län"}]},
        ("invalid-value", ("partners", 1), "value", "Här ska en text stå, inte flera nycklar.", COLON_HINT),
    ),
    (
        {"partners": "regionen"},
        ("invalid-value", ("partners",), "value", "Här ska en lista stå, inte en text.", LIST_HINT),
    ),
    (
        {"responsible": {"id": "a"}},
        ("invalid-value", ("responsible",), "value", "Här ska en lista stå, inte flera nycklar.", LIST_HINT),
    ),
    (
        {"projektplan": ["mandate"]},
        ("invalid-value", ("projektplan",), "value", "Här ska rader med `nyckel: värde` stå, inte en lista.", "Börja till exempel med `kind: …`."),
    ),
    (
        {"sub_activities": ["Rekrytera"]},
        ("invalid-value", ("sub_activities", 0), "value", "Här ska rader med `nyckel: värde` stå, inte en text.", "Börja till exempel med `title: …`."),
    ),
    (
        {"none": "inget"},
        ("invalid-value", ("none",), "value", "Här ska rader med `nyckel: värde` stå, inte en text.", None),
    ),
    (
        {"delegated_to": ["a"]},
        ("invalid-value", ("delegated_to", "plan"), "value", "Här ska en text stå, inte en lista.", None),
    ),
    # Choices
    (
        {"status": "pågår"},
        ("invalid-value", ("status",), "value", "”pågår” går inte att välja här.", "Skriv `ongoing` (pågår)."),
    ),
    (
        {"status": "Klar"},
        ("invalid-value", ("status",), "value", "”Klar” går inte att välja här.", "Skriv `completed` (genomförd)."),
    ),
    (
        {"status": "ongoin"},
        ("invalid-value", ("status",), "value", "”ongoin” går inte att välja här.", "Skriv `ongoing` (pågår)."),
    ),
    (
        {"status": "genomfördd"},
        ("invalid-value", ("status",), "value", "”genomfördd” går inte att välja här.", "Skriv `completed` (genomförd)."),
    ),
    (
        {"quality_tags": [["a"]]},
        ("invalid-value", ("quality_tags", 0), "value", "Här ska en text stå, inte en lista.", None),
    ),
    (
        {"sub_activities": [{"title": "a", "status": "qqqq"}]},
        ("invalid-value", ("sub_activities", 0, "status"), "value", "”qqqq” går inte att välja här.",
         "Välj bland: `idea` (föreslagen), `planned` (planerad), `waiting` (avvaktar villkor), `not_started` (ej påbörjad), `ongoing` (pågår), `delayed` (försenad), `paused` (vilande), `completed` (genomförd), `implemented` (införd i ordinarie verksamhet), `cancelled` (avslutad utan genomförande), `carried_over` (överförd), `delegated` (hanteras i annan plan)."),
    ),
    # Ids and addresses
    (
        {"sub_activities": [{"id": "Öka Närvaron!", "title": "a"}]},
        ("invalid-value", ("sub_activities", 0, "id"), "value", "”Öka Närvaron!” går inte att ha som id.",
         "Ett id har små bokstäver a–z, siffror och bindestreck. Förslag: `oka-narvaron`."),
    ),
    (
        {"previously": ["orebro-lan/Gamla målet"]},
        ("invalid-value", ("previously", 0), "value", "”orebro-lan/Gamla målet” går inte att ha som id.",
         "Ett id har små bokstäver a–z, siffror och bindestreck. Förslag: `orebro-lan/gamla-malet`."),
    ),
    (
        {"sub_activities": [{"id": "å" * 101, "title": "a"}]},
        ("invalid-value", ("sub_activities", 0, "id"), "value", f"”{'å' * 59}…” är för långt: högst 100 tecken får plats.", None),
    ),
    (
        {"projektplan": {"document": {"url": "www.orebro.se"}}},
        ("invalid-value", ("projektplan", "document", "url"), "value", "”www.orebro.se” är ingen webbadress.",
         "Skriv hela adressen, till exempel https://www.skr.se."),
    ),
    # What the types themselves refuse
    (
        {"start": "2023-13"},
        ("invalid-value", ("start",), "value", "”2023-13” är inget datum: månaden ska vara 01–12.", "Skriv till exempel 2023-12, 2023-12-31 eller hösten 2023."),
    ),
    (
        {"projektplan": {"financing": [{"amount": "1e400"}]}},
        ("invalid-value", ("projektplan", "financing", 0, "amount"), "value", "”1e400” är inget tal.",
         "Skriv talet med siffror, till exempel 1200000 eller 7,5."),
    ),
    (
        {"partners_complete": "nej"},
        ("invalid-value", ("partners_complete",), "value", "”nej” är varken true (ja) eller false (nej).", "Skriv true eller false."),
    ),
    (
        {"implements": [{"goal": "a", "area": "b"}]},
        ("invalid-value", ("implements", 0), "value", "Ange precis en sak att hänvisa till.", "Skriv till exempel `goal: orebro-lan/hemrehabilitering`."),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("keys", "told"), CASES, ids=[str(keys)[:40] for keys, _ in CASES])
def test_one_mistake(keys, told):
    """Each mistake gives one misfit: its rule, where it is, what is wrong and what to write."""
    assert [_told(misfit) for misfit in _misfits(Activity, ACTIVITY, keys)] == [told]


@pytest.mark.parametrize("keys", [keys for keys, _ in CASES], ids=str)
def test_english(keys):
    """Every misfit is said in English too, with every value in its place."""
    for misfit in _misfits(Activity, ACTIVITY, keys):
        for text in (misfit.text, misfit.hint):
            if text is not None:
                swedish, english = (text.say(lang, **misfit.values) for lang in LANGUAGES)
                assert swedish != english
                assert not set("{}") & set(swedish + english)


def test_one_and_a_half_is_an_amount():
    """A decimal comma is right in Swedish, so `1,5` is no misfit."""
    built = build(Activity, ACTIVITY | {"projektplan": {"financing": [{"amount": "1,5"}]}}, {})
    assert built.misfits == ()


def test_misspelt_required_key_is_told_once():
    """A misspelt key is not also missing: to mend one is to mend both."""
    (misfit,) = build(Activity, {"titel": "Tullhuset"}, {"title": "tullhuset"}).misfits
    assert (misfit.rule, misfit.route, misfit.values["near"]) == (
        "unknown-key",
        ("titel",),
        "title",
    )


def test_two_targets_and_a_missing_kind():
    """What a value lacks does not hide what is wrong with it as a whole, or the other way."""
    relations = [{"goal": "a", "area": "b"}]
    told = {(m.rule, m.route) for m in _misfits(Roadmap, ROADMAP, {"relations": relations})}
    assert told == {
        ("invalid-value", ("relations", 0)),
        ("missing-key", ("relations", 0, "kind")),
    }


def test_misspelt_target_is_told_once():
    """A link whose only target is misspelt does not also lack one."""
    told = [
        (m.rule, m.route) for m in _misfits(Activity, ACTIVITY, {"implements": [{"gaol": "x"}]})
    ]
    assert told == [("unknown-key", ("implements", 0, "gaol"))]


def test_root_of_report_without_required_keys():
    """Where no key is required, the hint names the first that a file may have."""
    (misfit,) = build(Report, ["a"], {}).misfits
    assert misfit.values["key"] == next(iter(Report.model_fields))
