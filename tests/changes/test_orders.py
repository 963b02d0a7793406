"""In which order things stand, by what they stand in."""

from __future__ import annotations

import pytest

from tests.changes.editions import AREA, diff, told

R = "roadmap/lanet"


def goals(**orders: int) -> dict[str, str]:
    """Return goals of one area with these numbers."""
    return {
        "areas/halsa.yaml": AREA,
        **{
            f"goals/{name}.yaml": f"title: Mål {name} för alla\narea: halsa\norder: {order}\n"
            for name, order in orders.items()
        },
    }


def alone(**orders: int) -> dict[str, str]:
    """Return such goals without the area that they say they belong to."""
    return {path: text for path, text in goals(**orders).items() if path.startswith("goals/")}


def moving(area: str, order: int = 2) -> dict[str, str]:
    """Return a goal of an area, and another one with this area and number, before it or after."""
    return {
        "areas/halsa.yaml": AREA,
        "areas/vard.yaml": "title: Vård\n",
        "goals/a.yaml": f"title: Mål a för alla\narea: vard\norder: {3 - order}\n",
        "goals/b.yaml": f"title: Mål b för alla\narea: {area}\norder: {order}\n",
    }


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (goals(a=1, b=2, c=3), goals(a=1, b=3, c=2), {"editorial reordered area/halsa goals"}),
        (goals(a=1, b=2), goals(a=10, b=20), set()),
        (goals(a=1, b=1), goals(a=1, b=2), set()),
        (goals(a=1, b=2), goals(a=1, c=2, b=3), {"minor added goal/c"}),
        (goals(a=1, b=1, c=2), goals(a=2, b=3, c=1), {"editorial reordered area/halsa goals"}),
        (alone(a=1, b=2), alone(a=2, b=1), {f"editorial reordered {R} goals"}),
        (
            goals(a=1, b=2),
            {
                "areas/frisk.yaml": AREA + "previously: [halsa]\n",
                **{path: text.replace("halsa", "frisk") for path, text in alone(a=2, b=1).items()},
            },
            {"editorial reidentified area/frisk", "editorial reordered area/frisk goals"},
        ),
        (moving("halsa"), moving("vard", order=1), {"minor moved goal/b area"}),
        (
            {"areas/a.yaml": "title: Ett\norder: 1\n", "areas/b.yaml": "title: Två\norder: 2\n"},
            {"areas/a.yaml": "title: Ett\norder: 2\n", "areas/b.yaml": "title: Två\norder: 1\n"},
            {f"editorial reordered {R} areas"},
        ),
    ],
)
def test_order(old, new, expected):
    """A new order is told once, by what it stands in; numbers that only shift say nothing."""
    assert told(diff(old, new)) == expected
