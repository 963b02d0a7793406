"""A roadmap whose every figure is full of what tends to break a layout."""

from __future__ import annotations

from typing import Any

from fardplan.model.edition import Edition
from tests.documents.composing import edition

LONG = "Samverkansöverenskommelsernasuppföljningsansvarsfördelningsmodell"
TITLES = (
    f"{LONG} i hela länet och alla dess kommuner, också de minsta av dem",
    "<script>alert('x')</script> & \"citat\" ]]> <b>fet</b>",
    "A",
    "日本語の長い題名は幅が広いのでよくあふれることがあります",
    "العربية والفارسية من اليمين إلى اليسار",
    "WWWWWWWWWWWWWWWW MMMMMMMMMMMMMM WWWWWWWWWWWWW ÅÄÖÅÄÖÅÄÖÅÄÖ",
    "Ett vanligt namn på en aktivitet som har ganska många ord, så att det måste delas på rader",
    "👩‍⚕️👨‍👩‍👧‍👦 e\u0301e\u0301e\u0301 \u00adhemsjuk\u00advården",
)
TIMES = (
    "2024", "2024-03-01", "2024-05", "HT2024", "hösten 2021 – våren 2023", "löpande",
    "senast 2025", "från oktober 2024", "efter sommaren 2024", "mandatperioden", "vintern 2022",
    "2025-02-24 – 2025-03-12", "2024-Q2",
)  # fmt: skip


def title(number: int) -> str:
    """Return one of the titles, told apart by its number."""
    return f"{TITLES[number % len(TITLES)]} {number}"


def _activity(number: int) -> dict[str, Any]:
    start, end = TIMES[number % len(TIMES)], TIMES[(number * 5 + 3) % len(TIMES)]
    points = [
        {"title": title(number + n), "date": TIMES[(number + n) % len(TIMES)]}
        for n in range(number % 3)
    ]
    parts = ("mandate", "implementation")[: number % 3]
    plan: dict[str, Any] = dict.fromkeys(parts, "x") | {
        "timeline": {"milestones": points} if points else None,
        "financing": [
            {
                "source": f"medel-{number % 12}",
                "amount": 10 ** (number % 9),
                **({"year": 2022 + number % 6} if number % 4 else {}),
            }
        ],
    }
    times = {"when": start} if number % 2 else {"start": start, "end": end}
    return {"title": title(number), "area": f"o{number % 9}", "projektplan": plan, **times}


def _indicators() -> dict[str, Any]:
    months = [f"20{year}-{month:02}" for year in (22, 23, 24) for month in range(1, 13)]
    many = [
        {"period": month, "value": (number * 37) % 101} if number % 7 else {"period": month}
        for number, month in enumerate(months)
    ]
    return {
        "manga": {"title": title(0), "unit": "procent", "measurements": many},
        "enorma": {
            "title": title(5),
            "unit": TITLES[6],
            "baseline": {"period": 2020, "value": "-123456789012,5"},
            "measurements": [{"period": 2021, "value": "987654321098,25"}],
            "targets": [{"year": year, "value": year * 10**8} for year in range(2022, 2031)],
        },
        "lika": {
            "title": "Lika",
            "baseline": {"period": "2024-01-01", "value": 0},
            "measurements": [{"period": "2024-01-02", "value": 0}, {"period": "2024-01-03", "value": 0}],
            "targets": [{"year": 2024, "value": 0}],
        },
        "sma": {
            "title": "Små",
            "baseline": {"period": 2023, "value": "0,0001"},
            "measurements": [{"period": 2024, "value": "0,00012"}],
        },
        "langt": {
            "title": "Långt",
            "baseline": {"period": 1950, "value": 1},
            "measurements": [{"period": 2099, "value": 2}],
        },
    }  # fmt: skip


def _adoptions(number: int) -> dict[str, Any]:
    states = ("pending", "prepared", "decided", "rejected", "conditional", None)
    return {
        "parties": [title(number)],
        "state": states[number % len(states)],
        "when": TIMES[number % len(TIMES)],
        **({"document": "plan"} if number % 2 else {}),
    }


def hostile(*, activities: int = 80, documents: int = 1) -> Edition:
    """Return the roadmap, with so many activities, adopted in so many documents."""
    references = [{"id": f"d{n}", "kind": "report", "title": title(n)} for n in range(documents)]
    adoptions = [
        _adoptions(n) | ({"document": f"d{n % documents}"} if documents > 1 else {})
        for n in range(20)
    ]
    return edition(
        title="Prov",
        areas={f"o{n}": {"title": title(n), "order": n} for n in range(9)},
        activities={f"a{n:02}": _activity(n) for n in range(activities)},
        indicators=_indicators(),
        vision={
            "title": TITLES[0],
            "key_message": TITLES[6],
            "core_words": [{"title": title(n)} for n in range(9)],
            "perspectives": [
                {
                    "id": f"p{n}",
                    "title": title(n),
                    "question": title(n + 1) + "?",
                    "statements": [{"id": f"s{m}", "text": f"Sats {m}"} for m in range(n * 4)],
                }
                for n in range(7)
            ],
        },
        cycle={"title": "Runt", "closed": True, "steps": [title(n) for n in range(16)]},
        themes=[
            {"id": f"t{n}", "title": title(n), "awareness_year": TIMES[n]}
            for n in range(len(TIMES))
        ],
        phases=[{"title": title(n), "when": TIMES[n]} for n in range(len(TIMES))],
        funding=[
            {
                "id": f"medel-{n}",
                "title": title(n),
                "kind": "state_stimulus",
                **({"amount": 7 ** (n + 1)} if n % 3 else {}),
            }
            for n in range(12)
        ],
        references=references,
        adoptions=adoptions,
    )
