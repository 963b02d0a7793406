"""Values that Hypothesis makes up: texts of all kinds, and mappings and lists of them."""

from __future__ import annotations

from hypothesis import strategies as st

from fardplan.source._encoding import UNPRINTABLE

KEYS = st.sampled_from(["title", "text", "goal", "items", "ja", "2024", "n", "på håll"])

_TRICKY = [
    "", " ", "null", "~", "Null", "true", "no", "1.0", "2024-01-01", "0x1f", "-", "- a", "a: b", "a:b",
    "a #b", "#a", "[a]", "{a}", "a, b", "'", '"', "it's \"so\"", "\\", "é\\n", "@a", "%a", "|", ">", "&a",
    "*a", "!a", "?", "? a", ":", "a:", "---", "...", "a\nb", "a\n", "a\n\n\nb\n", "\na", " a\nb", "a \nb",
    "a\n \nb", "a\tb", "\ta", "a\n\n", "\r", "a\rb", "\u00a0a", "a\u00a0", ".inf", "+1", "1e3", "=", "<<",
    "lång text " * 15 + "slut", "ord: " * 30 + "slut", "x" * 200, "dubbla  blanka " * 9 + ".",
]  # fmt: skip
TEXTS = st.one_of(
    st.sampled_from(_TRICKY),
    st.text(max_size=30).filter(lambda text: not UNPRINTABLE.search(text)),
    st.text("aå:#- ,'\"\n\\[]{}&*!|>%@`?0.", max_size=12),
    st.text("abc åäö", min_size=80, max_size=220),
)
VALUES = st.recursive(
    st.one_of(st.none(), TEXTS, st.integers(), st.booleans()),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=3)),
    max_leaves=8,
)
