"""Small editions made at random, such that every kind of change comes up."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from fardplan.model.edition import FOLDERS, Collection, Edition
from fardplan.model.index import Index
from fardplan.model.roadmap import Roadmap
from fardplan.model.shared import Glossary, Organisations
from fardplan.model.vision import Vision

Data = dict[str, Any]

TIMES = ["2024", "hösten 2024", "HT2024", "våren 2025", "2025-03-01", "löpande", "från 2024"]
ORGANISATIONS = Organisations.model_validate(
    {
        "format": "1",
        "organisations": [{"id": "kumla", "title": "Kumla"}, {"id": "laxa", "title": "Laxå"}],
        "classes": [{"id": "alla", "title": "Alla", "members": ["kumla", "laxa"]}],
    }
)


def maybe(**fields: Any) -> st.SearchStrategy[Data]:
    """Return mappings in which each key may be absent; a list stands for a choice of values."""
    strategies = {
        key: st.sampled_from(value) if isinstance(value, list) else value
        for key, value in fields.items()
    }
    return st.fixed_dictionaries({}, optional=strategies)


def some(*items: st.SearchStrategy[Data]) -> st.SearchStrategy[list[Data]]:
    """Return lists of some of the items, in any order."""
    return st.permutations(range(len(items))).flatmap(
        lambda order: st.tuples(*(st.none() | items[index] for index in order)).map(
            lambda found: [item for item in found if item]
        )
    )


def part(name: str, title: list[str] | None = None, **fields: Any) -> st.SearchStrategy[Data]:
    """Return list items with an id."""
    titled: Any = title or [f"Det som heter {name}"]
    return st.tuples(st.sampled_from(titled), maybe(**fields)).map(
        lambda pair: {"id": name, "title": pair[0], **pair[1]}
    )


def statement(name: str) -> st.SearchStrategy[Data]:
    """Return a statement in one of two wordings."""
    wordings = st.sampled_from(["Vi hjälps åt.", "Vi delar ansvaret."])
    return st.fixed_dictionaries({"id": st.just(name), "text": wordings})


STATES = ["pending", "prepared", "decided"]
ROADMAP = st.builds(
    lambda fixed, more: {**fixed, **more},
    st.fixed_dictionaries(
        {
            "format": st.just("1"),
            "title": st.sampled_from(["Färdplan", "Länets färdplan"]),
            "profile": st.just("action"),
            "year": st.sampled_from(["2024", "2025"]),
        }
    ),
    maybe(
        status=["draft", "in_force", "withdrawn"],
        version=["1.0", "1.1"],
        adoption=maybe(by=TIMES),
        owners=[["kumla"], ["laxa"], ["kumla", "laxa"], ["alla"]],
        accountable=["kumla", "laxa"],
        purpose=["Vi hjälps åt att nå målbilden.", "Vi hjälps alla åt att nå målbilden."],
        next_revision=TIMES,
        expected=some(part("lofte", date=TIMES)),
        areas_pending=[{"due": "2024"}],
        funding=some(
            part("medel", kind=["eu_fund"], amount=["5", "6"], unit=["SEK", "MSEK"]).map(
                lambda item: {"kind": "own_budget", **item}
            )
        ),
        decisions=some(
            part("beslut", state=STATES, date=TIMES).map(lambda item: {"kind": "adopt", **item})
        ),
        adoptions=some(maybe(state=STATES, when=TIMES).map(lambda row: {"id": "antagande", **row})),
        principles=some(part("p-ett"), part("p-tva", text=["Vi lär.", "Vi lär av varandra."])),
        ongoing=some(part("w-ett", items=some(part("w-del"))), part("w-tva", mode=["Nytt"])),
        key_points=[["A", "B"], ["B", "A"], ["A"]],
        references=some(part("r-ett"), part("r-tva")),
    ),
)
VISION = st.none() | some(
    *(
        part(name, statements=some(statement("s-ett"), statement("s-tva")))
        for name in ("v-ett", "v-tva")
    )
).map(lambda perspectives: {"title": "Målbild", "perspectives": perspectives})


def files(*items: tuple[str, st.SearchStrategy[Data]]) -> st.SearchStrategy[dict[str, Data]]:
    """Return some of the files."""
    return st.fixed_dictionaries({}, optional=dict(items))


def titled(*titles: str, **fields: Any) -> st.SearchStrategy[Data]:
    """Return the content of a file."""
    return st.tuples(st.sampled_from(titles), maybe(**fields)).map(
        lambda pair: {"title": pair[0], **pair[1]}
    )


LINKED = {"delegated_to": ["e-plan", "psyk-plan"], "order": ["1", "2"]}
AREAS = files(
    ("o-ett", titled("Digitalt", "Digital vård", priority=["high"], placeholder=[{"due": "2024"}], **LINKED)),
    ("o-tva", titled("Kompetens och lärande", previously=[["o-ett"], ["o-ett", "o-tre"]], **LINKED)),
    ("o-tre", titled("Börja med barnen", previously=[["o-ett"]], placeholder=[{"due": "2025"}])),
)  # fmt: skip
GOALS = files(
    ("g-ett", titled("Trygg hemgång för sköra äldre i länet", area=["o-ett", "o-tva"], judgement=["achieved", "partly"], order=["1", "2"])),
    ("g-tva", titled("Trygg hemgång för de sköra äldre i länet", area=["o-ett"], order=["1", "2"])),
    ("g-tre", titled("Minska väntan", previously=[["g-ett"]])),
)  # fmt: skip
FINANCING = st.lists(
    st.fixed_dictionaries(
        {
            "source": st.sampled_from(["medel", "annat"]),
            "year": st.sampled_from(["2024", "2025"]),
            "amount": st.sampled_from(["100", "200"]),
        }
    ),
    max_size=2,
)
PLAN = maybe(
    kind=["projektplan", "uppdragsdirektiv"],
    mandate=["Pröva.", "Pröva och införa."],
    timeline=maybe(
        end=TIMES,
        milestones=some(part("m-ett", date=TIMES, status=["planned", "done", "cancelled"])),
    ),
    financing=FINANCING,
)
ACTIVITY = {
    "goal": ["g-ett", "g-tva"],
    "status": ["ongoing", "completed", "cancelled", "delegated"],
    "stage": ["prepare", "implement"],
    "end": TIMES,
    "reason": ["Pengarna tog slut."],
    "responsible": [["kumla"], ["laxa"]],
    "partners": [["kumla", "laxa"], ["laxa", "kumla"], ["laxa"]],
    "projektplan": PLAN,
    **LINKED,
}
ACTIVITIES = files(
    ("a-ett", titled("Tullhuset", "Tullhuset igen", **ACTIVITY)),
    ("a-tva", titled("Hemsida", previously=[["ongoing/w-ett"], ["a-tre"]], **ACTIVITY)),
    ("a-tre", titled("Dietist direkt", previously=[["a-ett"]], status=["planned"])),
)
INDICATORS = files(
    ("i-ett", titled(
        "Index",
        unit=["procent", "antal"],
        direction=["increase", "decrease"],
        baseline=[{"period": "2023", "value": "5"}],
        measurements=[[{"period": "2024", "value": "6"}], [{"period": "2024", "value": "7"}]],
        targets=[[{"year": "2025", "value": "9"}], [{"year": "2025", "value": "10"}], [{"year": "2026", "value": "9"}]],
    )),
)  # fmt: skip
EDITIONS: st.SearchStrategy[Data] = st.fixed_dictionaries(
    {
        "roadmap": ROADMAP,
        "vision": VISION,
        "areas": AREAS,
        "goals": GOALS,
        "activities": ACTIVITIES,
        "indicators": INDICATORS,
    }
)


def build(data: Data) -> tuple[Edition, Index]:
    """Return the edition that plain data make."""
    folders: Data = {
        folder: {name: model.model_validate(text) for name, text in data.get(folder, {}).items()}
        for folder, model in FOLDERS.items()
    }
    vision = data["vision"] and Vision.model_validate(data["vision"])
    edition = Edition("lanet", Roadmap.model_validate(data["roadmap"]), vision, **folders)
    collection = Collection(
        {"lanet": edition}, ORGANISATIONS, Glossary.model_validate({"format": "1"})
    )
    return edition, Index.of(collection)
