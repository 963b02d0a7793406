"""Whole roadmaps that Hypothesis makes up of the models: any field, with any value that fits it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

from hypothesis import strategies as st

from fardplan.editing.fragments import print_document
from fardplan.model.activity import Activity
from fardplan.model.base import Value
from fardplan.model.build import build
from fardplan.model.edition import FILES, FOLDERS, SHARED_FILES
from fardplan.model.fields import FieldSpec, fields_of
from fardplan.model.links import Link
from fardplan.model.number import Number
from fardplan.model.substance import Substance
from fardplan.model.time import FuzzyTime
from fardplan.model.version import VersionNumber

Data = dict[str, Any]

HOME = "lanet"
IDS = ("hem", "mark", "team", "plan", "2024", "kumla")
TIMES = (
    "2024", "hösten 2024", "HT2024 – VT2026", "senast 2025", "vintern 2023", "2024-02-29", "löpande", "Q2 2024",
    "mandatperioden", "från oktober 2024", "2019–2033",
)  # fmt: skip
NUMBERS = ("0", "12", "1 200 000", "7,50", "-3", "0.5", "99999999999999999999")
_ODD = "aåÖ 1-–”'\"\\<>&;:#*_[](){}|`~!?%$@€§\u00a0\u00ad\u202e\u200bé😀ﷺ"
LINES = st.one_of(
    st.sampled_from(["Trygg hemgång", "no", "null", "1.0", "<script>x</script>", "[a](javascript:b)", "- a", "| a |", "{{ a }}"]),
    st.text(_ODD, min_size=1, max_size=12).filter(str.strip),
)  # fmt: skip
PROSE = st.one_of(
    LINES,
    st.sampled_from(["Ett.\n\nTvå.\n", "# Rubrik\n\n- a\n- b\n", "| a | b |\n|---|---|\n| c | d |\n", "a[^1]\n\n[^1]: b\n"]),
    st.text(_ODD + "\n", min_size=1, max_size=40).filter(str.strip),
)  # fmt: skip
_DEEPEST = 3
_MOST_KEYS = 5


def _leaf(spec: FieldSpec) -> st.SearchStrategy[str]:
    """Return values for a field that holds no model."""
    kind = spec.scalar or str
    if spec.key == "format":
        return st.just("1")
    if issubclass(kind, Enum):
        return st.sampled_from([str(term.value) for term in kind])
    if kind is int:
        return st.sampled_from(
            ["2023", "2024", "2030"] if "year" in spec.key else ["1", "3", "2024"]
        )
    known: Mapping[type, tuple[str, ...]] = {
        FuzzyTime: TIMES,
        Number: NUMBERS,
        VersionNumber: ("1.0", "2.3"),
        Substance: ("1:1.0:0123456789abcdef",),
        bool: ("true", "false"),
    }
    if kind in known:
        return st.sampled_from(known[kind])
    if spec.refs:
        kinds = [f"{kind}/{one}" for kind in spec.refs for one in IDS[:2]]
        return st.sampled_from([*IDS, *kinds, f"{HOME}/hem", "annat/hem"])
    texts = {
        "id": st.sampled_from(IDS),
        "previous": st.sampled_from(["det-gamla", *IDS[:3], f"areas/{IDS[0]}", f"goal/{IDS[1]}"]),
        "url": st.sampled_from(["https://example.se/å?a=b#c", "http://example.se"]),
        "prose": PROSE,
    }
    return texts.get(spec.text, LINES)


@st.composite
def mappings(draw: st.DrawFn, model: type[Value], depth: int = 0) -> Data:
    """Return what may stand under a key that holds a model: what must be there, and some more."""
    specs = [spec for spec in fields_of(model) if depth < _DEEPEST or spec.model is None]
    specs = [spec for spec in specs if not (issubclass(model, Link) and spec.key in Link.TARGETS)]
    chosen = {spec.key: spec for spec in fields_of(model) if spec.required}
    for spec in draw(st.lists(st.sampled_from(specs), max_size=_MOST_KEYS)) if specs else ():
        chosen[spec.key] = spec
    if model is Activity and "precondition" in chosen:
        chosen.pop("goal", None)
    if issubclass(model, Link):
        target = draw(st.sampled_from(Link.TARGETS))
        chosen[target] = next(spec for spec in fields_of(model) if spec.key == target)
    return {key: draw(_value(spec, depth)) for key, spec in chosen.items()}


def _value(spec: FieldSpec, depth: int) -> st.SearchStrategy[Any]:
    one: st.SearchStrategy[Any] = mappings(spec.model, depth + 1) if spec.model else _leaf(spec)
    if spec.shape == "mapping":
        return st.dictionaries(st.sampled_from(["fi", "en"]), one, min_size=1, max_size=2)
    return one if spec.shape == "one" else st.lists(one, min_size=1, max_size=2)


@st.composite
def roadmaps(draw: st.DrawFn) -> dict[str, str]:
    """Return the files of a roadmap and of what all share, as YAML by path."""
    files: dict[str, str] = {}
    for name, model in {**FILES, **SHARED_FILES}.items():
        if name == "roadmap.yaml" or draw(st.booleans()):
            home = f"{HOME}/" if name in FILES else ""
            files[f"roadmaps/{home}{name}"] = _write(draw, model)
    for folder, model in FOLDERS.items():
        for one in draw(st.lists(st.sampled_from(IDS[:3]), max_size=2, unique=True)):
            stem = "2024" if folder == "reports" else one
            files[f"roadmaps/{HOME}/{folder}/{stem}.yaml"] = _write(draw, model)
    return {path: text for path, text in files.items() if text}


def _write(draw: st.DrawFn, model: type[Value]) -> str:
    """Return a file of a model, without what does not fit together; "" if nothing is left."""
    data = draw(mappings(model))
    built = build(model, data, {})
    for misfit in built.misfits:  # such as two exclusive keys: the model alone knows which
        data.pop(str(misfit.route[0]) if misfit.route else "", None)
    return print_document(data) if data else ""
