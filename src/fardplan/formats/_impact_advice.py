"""What those who refer to something that changed had better do about it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from fardplan.changes._base import Change, ChangeKind, Level
from fardplan.changes._impact import Action, Impact
from fardplan.formats._changes_values import say_name
from fardplan.locales import impact as words
from fardplan.locales.text import Lang, Text, join

_MOST = 2


def _by_kind(texts: Mapping[Text, tuple[str, ...]]) -> Mapping[ChangeKind, Text]:
    names = {str(kind): kind for kind in ChangeKind}
    return MappingProxyType(
        {names[name]: text for text, listed in texts.items() for name in listed}
    )


_ADVICE = _by_kind(
    {
        words.ON_DROPPED: ("dropped",),
        words.ON_COMPLETED: ("completed",),
        words.ON_DATES: ("date-slipped", "date-advanced", "date-changed"),
        words.ON_MONEY: (
            "financing-increased", "financing-decreased", "financing-source-changed",
        ),
        words.ON_PARTIES: (
            "responsible-changed", "partners-changed", "party-joined", "party-left",
        ),
        words.ON_DELEGATION: ("delegated", "undelegated"),
        words.ON_TARGETS: (
            "target-raised", "target-lowered", "definition-changed", "baseline-added",
            "baseline-removed",
        ),
        words.ON_NEW: ("added",),
    }
)  # fmt: skip


def say_advice(impact: Impact, lang: Lang) -> str:
    """Return what to do, the gravest first; empty where nothing is to be done."""
    if impact.action is Action.NONE:
        return ""
    if impact.action is Action.REPLACE:
        heirs = [say_name(heir, lang) for heir in impact.target.heirs]
        told = words.POINT_TO.say(lang, heirs=join(heirs, lang)) if heirs else None
        return told or words.REPLACE.say(lang)
    if impact.target.entity.kind == "roadmap":
        return words.ON_ANYTHING.say(lang)
    changes = sorted((*impact.changes, *impact.inside), key=lambda one: one.level.rank)
    texts = dict.fromkeys(
        _ADVICE.get(one.kind, words.ON_ANYTHING) for one in changes if _is_grave(one)
    )
    general = [words.ON_ANYTHING] if words.ON_ANYTHING in texts else []
    chosen = [text for text in texts if text is not words.ON_ANYTHING] + general
    return " ".join(text.say(lang) for text in chosen[:_MOST])


def _is_grave(change: Change) -> bool:
    return change.level is not Level.EDITORIAL
