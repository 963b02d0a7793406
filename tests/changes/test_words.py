"""The word diff is data that gives both texts back to the letter, and reads well."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fardplan.changes._words import diff_words

MARKS = {"equal": "{}", "delete": "[-{}-]", "insert": "{{+{}+}}"}


def show(old: str, new: str) -> str:
    """Return the diff in the marks that git uses."""
    return "".join(MARKS[span.op].format(span.text) for span in diff_words(old, new))


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("", "", ""),
        ("Samma text.", "Samma text.", "Samma text."),
        ("", "Ny text.", "{+Ny text.+}"),
        ("Gammal text.", "", "[-Gammal text.-]"),
        (
            "Kort. Vi hjälps åt hela dagen. Slut.",
            "Vi hjälps åt hela natten. Kort. Slut.",
            "[-Kort. Vi hjälps åt hela dagen.-]{+Vi hjälps åt hela natten. Kort.+} Slut.",
        ),
        (
            "Kostnad 1 500 000 kr.",
            "Kostnad 1 750 000 kr.",
            "Kostnad [-1 500 000-]{+1 750 000+} kr.",
        ),
        ("Andelen är 7,50 %.", "Andelen är 8,50 %.", "Andelen är [-7,50-]{+8,50+} %."),
        (
            "Beslut 2023-10-26 i nämnden",
            "Beslut 2023-11-26 i nämnden",
            "Beslut [-2023-10-26-]{+2023-11-26+} i nämnden",
        ),
        ("E-hälsa för alla", "E-tjänster för alla", "[-E-hälsa-]{+E-tjänster+} för alla"),
        (
            "Planen för vårdcentralen",
            "Planen för vårdcentralerna",
            "Planen för [-vårdcentralen-]{+vårdcentralerna+}",
        ),
        (
            "enklare för kommuner, regioner och näringsliv",
            "enklare för alla kommuner och regioner",
            "enklare för {+alla +}kommuner[-, regioner och näringsliv-]{+ och regioner+}",
        ),
        ("Öka stödet i länet", "Minska vården i kommunen", "[-Öka stödet i länet-]{+Minska vården i kommunen+}"),
        ("Stöd.\n\nSamma här.", "Nytt stycke.\n\nStöd.\n\nSamma här.", "{+Nytt stycke.\n\n+}Stöd.\n\nSamma här."),
        ("ett två", "ett  två", "ett {+ +}två"),
        ("Ett. Två. Tre.", "Ett. Två. Fyra.", "Ett. Två. [-Tre-]{+Fyra+}."),
        ("Ett. Två. Fyra.", "Ett. Två. Tre.", "Ett. Två. [-Fyra-]{+Tre+}."),
        ("Vård hemmet idag", "hemmet här idag", "[-Vård -]hemmet {+här +}idag"),
        ("ett och ett hus", "två och tre hus", "[-ett och ett-]{+två och tre+} hus"),
        ("ett  hus", "två  hus", "[-ett-]{+två+}  hus"),
    ],
)  # fmt: skip
def test_examples(old, new, shown):
    """Numbers, dates and compounds are whole words, and a change is one stretch."""
    assert show(old, new) == shown


def test_word_that_stands_often():
    """What stands very often in a long sentence is the same there too."""
    old, new = (" ".join(f"{sign}{n} kommunerna" for n in range(150)) for sign in "ab")
    assert show(old, new) == " ".join(f"[-a{n}-]{{+b{n}+}} kommunerna" for n in range(150))


WORDS = st.lists(
    st.sampled_from(
        ["och", "att", "1 500 000", "vård,", "vården", "i", "hem.", "\n\n", "2023-10-26"]
    ),
    max_size=25,
).map(" ".join)
TEXTS = WORDS | st.text(max_size=60)


@given(TEXTS, TEXTS)
def test_laws(old, new):
    """Equal and deleted give the old text, equal and inserted the new one, and stretches alternate."""
    spans = diff_words(old, new)

    assert "".join(span.text for span in spans if span.op != "insert") == old
    assert "".join(span.text for span in spans if span.op != "delete") == new
    assert all(span.text for span in spans)
    following = [(one.op, other.op) for one, other in pairwise(spans)]
    assert set(following) <= {
        ("equal", "delete"), ("equal", "insert"), ("delete", "insert"),
        ("delete", "equal"), ("insert", "equal"),
    }  # fmt: skip


@given(TEXTS, TEXTS)
def test_mirror(old, new):
    """Exchanging the texts exchanges deletions and insertions and nothing else."""

    def stretches(old: str, new: str, keep: str) -> list[str]:
        return [span.text for span in diff_words(old, new) if span.op == keep]

    assert stretches(old, new, "equal") == stretches(new, old, "equal")
    assert stretches(old, new, "delete") == stretches(new, old, "insert")
    assert stretches(old, new, "insert") == stretches(new, old, "delete")


@given(TEXTS)
def test_same_text(text):
    """A text does not differ from itself."""
    assert [span.op for span in diff_words(text, text)] == (["equal"] if text else [])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("x y " * 20_000, "y x z " * 20_000),
        ("\n" * 200_000, "\n a" * 100_000),
        (" " * 500_000 + "a", "b" + " " * 400_000),
        ("." * 100_000, "!" * 99_999),
        (
            " ".join(map(str, range(10_000))),
            " ".join(str(n * 7919 % 10_007) for n in range(10_000)),
        ),
    ],
    ids=["repeated", "newlines", "spaces", "points", "shuffled"],
)
def test_bounded(old, new):
    """Texts made to be slow end too, and the laws hold all the same."""
    spans = diff_words(old, new)

    assert "".join(span.text for span in spans if span.op != "insert") == old
    assert "".join(span.text for span in spans if span.op != "delete") == new
