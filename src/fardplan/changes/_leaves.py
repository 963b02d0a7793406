"""How single values are compared: texts, times, references, terms and numbers."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Any

from fardplan.changes._base import Change, ChangeKind
from fardplan.changes._dates import compare_times
from fardplan.changes._fields import (
    CORE_TEXTS,
    FACT_DATES,
    FACT_LINES,
    IF_UNSAID,
    OF_ONE_EDITION,
    RESPONSIBLE_KEYS,
    TITLE_KEYS,
)
from fardplan.changes._levels import BACKGROUND, CORE, SAME_WORDS
from fardplan.changes._scope import Scope
from fardplan.model.base import Value
from fardplan.model.fields import FieldSpec
from fardplan.model.time import FuzzyTime

_NO_WORD = re.compile(r"[\W_]+")


def compare_leaf(
    owner: Value, spec: FieldSpec, old: Any, new: Any, scope: Scope
) -> Iterator[Change]:
    """Compare the value of a field that holds one; to say what goes without saying is no change."""
    if spec.refs:
        if not scope.run.references.agree(spec, old, new):
            show = scope.run.references.show
            before = None if old is None else show(old, spec.refs, old=True)
            after = None if new is None else show(new, spec.refs, old=False)
            yield scope.change(_kind_of_reference(owner, spec), before, after)
    elif _meaning(owner, spec, old) == _meaning(owner, spec, new):
        return
    elif isinstance(old, FuzzyTime) or isinstance(new, FuzzyTime):
        if (type(owner).__name__, spec.key) in FACT_DATES:
            yield scope.change(ChangeKind.METADATA_CHANGED, old, new)
        else:
            bound = (type(owner).__name__, spec.key) in OF_ONE_EDITION
            yield from compare_times(old, new, scope, of_one_edition=bound)
    elif (isinstance(old, str) and spec.text) or (isinstance(new, str) and spec.text):
        yield from compare_texts(owner, spec, old, new, scope)
    else:
        yield scope.change(ChangeKind.METADATA_CHANGED, old, new)


def _meaning(owner: Value, spec: FieldSpec, value: Any) -> object:
    """Return a value, or what its field means where it is not there."""
    if value is not None:
        return value
    return IF_UNSAID.get((type(owner).__name__, spec.key), False if spec.scalar is bool else None)


def compare_texts(
    owner: Value, spec: FieldSpec, old: str | None, new: str | None, scope: Scope
) -> Iterator[Change]:
    """Compare two texts; how lines end and which Unicode form they have says nothing."""
    if tidy(old) == tidy(new):
        return
    if spec.key in TITLE_KEYS or spec.key in ("short_title", "long_title"):
        kind = ChangeKind.RENAMED
    elif spec.text in ("id", "url") or (spec.text == "line" and spec.key in FACT_LINES):
        kind = ChangeKind.METADATA_CHANGED
    else:
        kind = ChangeKind.REWORDED
    core = (type(owner).__name__, spec.key) in CORE_TEXTS and scope.weight != BACKGROUND
    case = CORE if core else None
    if kind is not ChangeKind.METADATA_CHANGED and _are_same_words(old, new):
        case = SAME_WORDS
    yield scope.change(kind, old, new, case)


def compare_leaves(
    owner: Value, spec: FieldSpec, old: tuple[Any, ...], new: tuple[Any, ...], scope: Scope
) -> Iterator[Change]:
    """Compare a list of single values: a set, or a list whose order is content."""
    if spec.refs:
        yield from _compare_references(owner, spec, old, new, scope)
        return
    before, after = _comparable(old), _comparable(new)
    if Counter(before) == Counter(after):
        if before != after and spec.shape == "ordered":
            yield scope.change(ChangeKind.REORDERED, old, new)
    elif spec.shape == "ordered" and spec.text and spec.key not in FACT_LINES:
        yield scope.change(ChangeKind.REWORDED, _lines(old), _lines(new))
    else:
        yield scope.change(ChangeKind.METADATA_CHANGED, old, new)


def _compare_references(
    owner: Value, spec: FieldSpec, old: tuple[str, ...], new: tuple[str, ...], scope: Scope
) -> Iterator[Change]:
    references = scope.run.references
    gone = [each for each in old if not any(references.agree(spec, each, to) for to in new)]
    come = [each for each in new if not any(references.agree(spec, was, each) for was in old)]
    before = references.show_all(old, spec.refs, old=True)
    after = references.show_all(new, spec.refs, old=False)
    if gone or come:
        yield scope.change(_kind_of_reference(owner, spec), before, after)
    elif spec.shape == "ordered":
        pairs = zip(old, new, strict=False)
        if len(old) == len(new) and not all(references.agree(spec, *pair) for pair in pairs):
            yield scope.change(ChangeKind.REORDERED, before, after)


def _kind_of_reference(owner: Value, spec: FieldSpec) -> ChangeKind:
    commissioned = type(owner).__name__ == "Assignment" and spec.key == "to"
    if spec.key in RESPONSIBLE_KEYS or commissioned:
        return ChangeKind.RESPONSIBLE_CHANGED
    return ChangeKind.PARTNERS_CHANGED if spec.key == "partners" else ChangeKind.METADATA_CHANGED


def tidy(text: str | None) -> str:
    """Return a text as it is compared."""
    return unicodedata.normalize("NFC", text or "").strip()


def _are_same_words(old: str | None, new: str | None) -> bool:
    return only_words(old) == only_words(new) != ""


def only_words(text: str | None) -> str:
    """Return the letters and digits of a text, the words parted by one space."""
    return _NO_WORD.sub(" ", tidy(text).casefold()).strip()


def _comparable(values: tuple[Any, ...]) -> list[object]:
    return [tidy(value) if type(value) is str else value for value in values]


def _lines(values: tuple[Any, ...]) -> str | None:
    return "\n".join(str(value) for value in values) or None
