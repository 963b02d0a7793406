"""What `[accessibility]` in `fardplan.toml` says: the parts of the accessibility statement.

    [accessibility]
    statement-url = "https://…"         # a statement that stands elsewhere; else the parts:
    service = "fardplan.example.se"     # what it is about; else the site's title
    compliance = "partial"              # "full", "partial" or "none"
    assessed = 2026-03-01
    assessed-by = "self"                # or "external"
    published = 2025-01-15
    updated = 2026-03-01
    feedback-email = "…"                # at least one way to report
    feedback-phone = "…"
    feedback-url = "https://…"
    response-time = "två arbetsdagar"
    supervision-name = "…"              # else Digg, which supervises the law
    supervision-url = "https://…"

    [[accessibility.not-accessible]]
    what = "Kartan på sidan 4"
    reason = "not-compliant"            # "burden" (12 §) or "not-covered" (9 §)
    why = "…"
    alternative = "…"
    planned = "våren 2027"              # when it will be mended

The law is lag (2018:1937) om tillgänglighet till digital offentlig service, 13 §; the parts are
those of the model in the Commission's decision (EU) 2018/1523.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal, TypeAlias

Compliance: TypeAlias = Literal["full", "partial", "none"]
Reason: TypeAlias = Literal["not-compliant", "burden", "not-covered"]
Assessor: TypeAlias = Literal["self", "external"]

COMPLIANCE: Final = ("full", "partial", "none")
REASONS: Final = ("not-compliant", "burden", "not-covered")
ASSESSORS: Final = ("self", "external")
FEEDBACK: Final = ("feedback-email", "feedback-phone", "feedback-url")


@dataclass(frozen=True, slots=True)
class Shortcoming:
    """Something that is not accessible: what, on which ground, why, and what there is instead."""

    what: str
    reason: Reason | None = None
    why: str | None = None
    alternative: str | None = None
    planned: str | None = None


@dataclass(frozen=True, slots=True)
class AccessibilitySettings:
    """The parts of the accessibility statement; None where they are not said."""

    is_given: bool = False
    """Whether there is anything at all."""
    statement_url: str | None = None
    service: str | None = None
    compliance: Compliance | None = None
    assessed: date | None = None
    assessed_by: Assessor | None = None
    published: date | None = None
    updated: date | None = None
    email: str | None = None
    phone: str | None = None
    url: str | None = None
    response_time: str | None = None
    supervision_name: str | None = None
    supervision_url: str | None = None
    shortcomings: tuple[Shortcoming, ...] = ()


def build_accessibility(good: Mapping[str, Any]) -> AccessibilitySettings:
    """Return the settings from the values that passed, by their dotted keys."""
    own = {
        key.removeprefix("accessibility."): value
        for key, value in good.items()
        if key.startswith("accessibility.")
    }
    return AccessibilitySettings(
        is_given=bool(own),
        statement_url=own.get("statement-url"),
        service=own.get("service"),
        compliance=own.get("compliance"),
        assessed=_day(own.get("assessed")),
        assessed_by=own.get("assessed-by"),
        published=_day(own.get("published")),
        updated=_day(own.get("updated")),
        email=own.get("feedback-email"),
        phone=own.get("feedback-phone"),
        url=own.get("feedback-url"),
        response_time=own.get("response-time"),
        supervision_name=own.get("supervision-name"),
        supervision_url=own.get("supervision-url"),
        shortcomings=tuple(_shortcomings(own)),
    )


def _shortcomings(own: Mapping[str, Any]) -> list[Shortcoming]:
    """Return what is not accessible, in the order of the file; what is not named is left out."""
    rows: dict[int, dict[str, Any]] = {}
    for key, value in own.items():
        name, _, rest = key.partition(".")
        if name == "not-accessible" and rest:
            number, _, part = rest.partition(".")
            rows.setdefault(int(number), {})[part] = value
    return [Shortcoming(**row) for _, row in sorted(rows.items()) if "what" in row]


def _day(value: object) -> date | None:
    """Return a date that is written as a date of TOML or as a text."""
    return date.fromisoformat(value) if isinstance(value, str) else value  # type: ignore[return-value]
