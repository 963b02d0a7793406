"""The settings of a repository: `fardplan.toml`.

    language = "sv"                     # or "en": the language of messages
    docs-url = "https://…/{rule}"       # where the manual of a rule stands
    data-license = "CC0-1.0"            # the licence of the content

    [severity]                          # rule = "error", "warning", "info" or "off"
    missing-annex = "info"

    [level]                             # kind of change = "major", "minor" or "editorial"
    responsible-changed = "major"

    [site]
    title = "Färdplaner i Örebro län"
    base-url = "https://fardplan.example.se/"
    drafts = false                      # whether roadmaps that are drafts are published

    [organisation]
    name = "Region Örebro län"
    logo = "logo.svg"                   # a file in the repository

    [templates]                         # roadmap = template
    orebro-lan = "region"

    [accessibility]                     # see `accessibility.py`
    statement-url = "https://www.example.se/tillganglighet"

Every key may be left out. Keys are written with hyphens, in this one way.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from fardplan.locales.text import Lang
from fardplan.source._encoding import decode
from fardplan.source._settings_checks import check_settings, explain_toml
from fardplan.source.accessibility import AccessibilitySettings, build_accessibility
from fardplan.source.faults import Fault


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """How the web site is called, where it will stand, and whether it shows drafts."""

    title: str | None = None
    base_url: str | None = None
    drafts: bool = False


@dataclass(frozen=True, slots=True)
class OrganisationSettings:
    """Who publishes: a name, and a logo as a path from the repository's root."""

    name: str | None = None
    logo: str | None = None


def _nothing() -> Mapping[str, str]:
    """Return an empty mapping that cannot be changed."""
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Settings:
    """What `fardplan.toml` says; None or empty where it is silent.

    `severities` by name of rule, `levels` by kind of change, `templates` by id of roadmap.
    """

    language: Lang | None = None
    docs_url: str | None = None
    data_license: str | None = None
    severities: Mapping[str, str] = field(default_factory=_nothing)
    levels: Mapping[str, str] = field(default_factory=_nothing)
    site: SiteSettings = field(default_factory=SiteSettings)
    organisation: OrganisationSettings = field(default_factory=OrganisationSettings)
    templates: Mapping[str, str] = field(default_factory=_nothing)
    accessibility: AccessibilitySettings = field(default_factory=AccessibilitySettings)

    def link_to(self, rule: str) -> str | None:
        """Return the address of a rule's manual, or None without `docs-url`."""
        if self.docs_url is None:
            return None
        if "{rule}" in self.docs_url:
            return self.docs_url.replace("{rule}", rule)
        return f"{self.docs_url.removesuffix('/')}/{rule}"


def read_settings(
    data: bytes | None, rules: Collection[str], kinds: Collection[str] = ()
) -> tuple[Settings, tuple[Fault, ...]]:
    """Return the settings in a file's content (None: there is no file) and what is wrong in them.

    A key that is unknown or has a bad value is a fault and leaves the default; `rules` are the
    names that may stand under `[severity]`, `kinds` those under `[level]`. Raises CannotRun for
    what is not TOML.
    """
    if data is None:
        return Settings(), ()
    text = decode(data)
    if isinstance(text, Fault):
        raise explain_toml(text)
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise explain_toml(error, text) from None
    good, faults = check_settings(text, table, {"severity": rules, "level": kinds})
    return _build(good), faults


def _build(good: Mapping[str, Any]) -> Settings:
    """Return the settings from the values that passed, by their dotted keys."""
    return Settings(
        language=good.get("language"),
        docs_url=good.get("docs-url"),
        data_license=good.get("data-license"),
        severities=_pick(good, "severity."),
        levels=_pick(good, "level."),
        site=SiteSettings(
            good.get("site.title"), good.get("site.base-url"), good.get("site.drafts", False)
        ),
        organisation=OrganisationSettings(
            good.get("organisation.name"), good.get("organisation.logo")
        ),
        templates=_pick(good, "templates."),
        accessibility=build_accessibility(good),
    )


def _pick(good: Mapping[str, Any], prefix: str) -> Mapping[str, str]:
    """Return the values of one table."""
    found = {key.removeprefix(prefix): good[key] for key in good if key.startswith(prefix)}
    return MappingProxyType(found)
