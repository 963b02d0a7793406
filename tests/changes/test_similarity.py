"""Likeness finds what was renamed, and is not fooled by titles that differ in the one word that counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fardplan.changes._similarity import Pair, best_pairs, similarity

ALIKE = 0.6


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Tullhuset", "TULLHUSET"),
        ("Hemrehabilitering i samverkan", "Samverkan om hemrehabilitering"),
        ("Pröva trygghetsteam för äldre", "Pröva trygghetsteam för äldre i norra länsdelen"),
        ("Gemensam målbild för länet", "Länets gemensamma målbild"),
        ("Handlingsplan för psykisk hälsa 2023", "Handlingsplan för psykisk hälsa 2024"),
        ("Handlingsplan för psykisk hälsa 1998", "Handlingsplan för psykisk hälsa 1999"),
        ("Handlingsplan för psykisk hälsa 2100", "Handlingsplan för psykisk hälsa 2101"),
        ("Pröva trygghetsteam för äldre", "Pröva 3 trygghetsteam för äldre"),
    ],
)
def test_alike(a, b):
    """Case, order, endings and small words do not hide that two titles are the same."""
    assert similarity(a, b) >= ALIKE


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Mål 1", "Mål 2"),
        ("Etapp 1 av projektet Tullhuset", "Etapp 2 av projektet Tullhuset"),
        ("Öka återbruket", "Minska återbruket"),
        ("Öka återbruket av möbler i kommunen", "Minska återbruket av möbler i kommunen"),
        ("Fler platser på korttidsboendet i staden", "Färre platser på korttidsboendet i staden"),
        ("Insatser i länets norra delar", "Insatser i länets södra delar"),
        ("Verksamheter som omfattas av avtalet", "Verksamheter som inte omfattas av avtalet"),
        ("Pröva 1000 trygghetslarm för äldre", "Pröva 3000 trygghetslarm för äldre"),
        ("Pröva 19 trygghetslarm för äldre", "Pröva 20 trygghetslarm för äldre"),
        ("Digitalisering", "Hälsofrämjande arbete"),
        ("Rot", "Ros"),
        ("", "Tullhuset"),
        ("", ""),
    ],
)
def test_different(a, b):
    """A number, an opposite or a "not" makes two short texts different things."""
    assert similarity(a, b) < ALIKE
    assert similarity(b, a) < ALIKE


def test_short():
    """In a text of more than twelve words, one number more or less makes no other thing."""
    text = "Pröva {} lag som hjälper äldre hem till sin egen ort igen"
    assert similarity(text.format(1), text.format(2)) < ALIKE
    assert similarity(text.format("nu 1"), text.format("nu 2")) >= ALIKE


def test_pairs():
    """Each entity is paired with the one most like it, the surest first, with its score."""
    old = {
        "tullhuset": ("Tullhuset som mötesplats", "En mötesplats för äldre i centrum."),
        "mal-1": ("Mål 1", "Äldre ska känna sig trygga hemma."),
        "borta": ("Fri parkering", "Avgiften tas bort."),
    }
    new = {
        "motesplatsen": ("Tullhuset, en mötesplats", "En mötesplats för äldre i centrum."),
        "mal-2": ("Mål 2", "Barn ska få stöd i skolan."),
        "ny": ("Digital tvilling", ""),
    }

    assert best_pairs(old, new, ALIKE) == [Pair("tullhuset", "motesplatsen", 1.0)]


def test_score():
    """The title counts twice, and what only one of two has is left out."""
    title = "Trygg vård"
    old = {"a": (title, "Hemma")}
    assert best_pairs(old, {"b": (title, "Skola")}, 0) == [Pair("a", "b", 0.6667)]
    assert best_pairs(old, {"b": (title, "")}, 0) == [Pair("a", "b", 1.0)]


def test_threshold():
    """A pair that just comes up to the threshold is one; what shares nothing never is."""
    old = {"a": ("Trygg vård",)}
    assert best_pairs(old, {"b": ("Trygg skola vård hemma",)}, 0.5) == [Pair("a", "b", 0.5)]
    assert best_pairs(old, {"b": ("Digital skola",)}, 0) == []
    assert best_pairs({"a": ("Vård", "Skola")}, {"b": ("Skola", "Vård")}, 0) == []


def test_the_surest_first():
    """The likeliest are paired first, whatever their ids, and what is taken is taken."""
    old = {"a": ("Trygg vård hemma",), "b": ("Trygg vård hemma nu",)}
    new = {"x": ("Trygg vård hemma nu",), "y": ("Trygg vård alla dagar",)}
    assert best_pairs(old, new, 0.1) == [Pair("b", "x", 1.0), Pair("a", "y", 0.4)]
    assert best_pairs(old, {"x": new["x"]}, 0.1) == [Pair("b", "x", 1.0)]
    assert best_pairs({"a": old["a"]}, new, 0.1) == [Pair("a", "x", 0.75)]


@pytest.mark.parametrize("most", [1, 2, 9])
def test_too_many(monkeypatch, most):
    """Of more pairs than can be compared, those count that share the rarest words."""
    monkeypatch.setattr("fardplan.changes._similarity._MOST_PAIRS", most)
    old = {"a": ("Vård ökar",), "b": ("Vård alltid",), "c": ("Vård zoner",)}
    new = {"x": ("Vård begränsad",), "y": ("Vård lokalt",), "z": ("Vård i zoner för alla",)}
    assert best_pairs(old, new, 0.1) == [Pair("c", "z", 0.6667)]


TITLES = st.lists(
    st.sampled_from(
        [
            "öka",
            "minska",
            "vård",
            "hemma",
            "äldre",
            "barn",
            "skola",
            "stöd",
            "mål",
            "1",
            "2",
            "och",
            "i",
            "trygghet",
        ]
    ),
    max_size=6,
).map(" ".join)
ROWS = st.dictionaries(st.sampled_from("abcdefgh"), st.tuples(TITLES, TITLES), max_size=7)


@given(st.text(max_size=60) | TITLES, st.text(max_size=60) | TITLES)
def test_laws_of_similarity(a, b):
    """Likeness lies from 0 to 1, is the same both ways, and is 1 for a text with words and itself."""
    assert 0 <= similarity(a, b) == similarity(b, a) <= 1
    assert similarity(a, a) in (0, 1)
    assert similarity(f"x{a}", f"x{a}") == 1


@given(ROWS, ROWS, st.floats(0.05, 1))
def test_laws_of_pairs(old, new, threshold):
    """Pairs are one to one, over the threshold, the surest first, and the same from both sides."""
    pairs = best_pairs(old, new, threshold)

    assert len({pair.old for pair in pairs}) == len({pair.new for pair in pairs}) == len(pairs)
    assert all(threshold <= pair.score <= 1 for pair in pairs)
    assert [pair.score for pair in pairs] == sorted((pair.score for pair in pairs), reverse=True)
    shuffled = dict(reversed(old.items())), dict(reversed(new.items()))
    assert best_pairs(*shuffled, threshold) == pairs
    mirrored = {(pair.new, pair.old, pair.score) for pair in best_pairs(new, old, threshold)}
    assert mirrored == set(pairs)


@given(ROWS, ROWS)
def test_nothing_is_left_over(old, new):
    """No two entities that both stay alone would have been a pair."""
    pairs = best_pairs(old, new, 0.3)
    alone_old = {key: row for key, row in old.items() if key not in {pair.old for pair in pairs}}
    alone_new = {key: row for key, row in new.items() if key not in {pair.new for pair in pairs}}

    for a, row in alone_old.items():
        for b, other in alone_new.items():
            assert best_pairs({a: row}, {b: other}, 0.3) == []


def test_many():
    """Five hundred reworded entities on each side find each other in moments."""
    roots = [
        a + b
        for a in ["trygg", "hem", "vård", "skol", "hälso"]
        for b in ["het", "team", "plan", "råd"]
    ]
    old = {
        f"old-{n}": (
            f"{roots[n % 20]} {roots[n % 19]} {roots[n % 7]} i {roots[n % 11]}",
            " ".join(roots[n * step % 17] for step in range(1, 30)) + f" ort{n}",
        )
        for n in range(500)
    }
    new = {f"new-{key[4:]}": (f"{title} nytt", text) for key, (title, text) in old.items()}

    pairs = best_pairs(old, new, ALIKE)

    assert {(pair.old[4:], pair.new[4:]) for pair in pairs} == {
        (str(n), str(n)) for n in range(500)
    }


def test_many_of_the_same():
    """Five hundred equal texts are paired one by one, in the order of their ids."""
    rows = {f"{n:03}": ("Samma text i alla",) for n in range(500)}

    assert best_pairs(rows, rows, ALIKE) == [Pair(key, key, 1.0) for key in rows]
