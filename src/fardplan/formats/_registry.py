"""The formats of findings and changes, by the name that `--output-format` takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fardplan.changes._base import Comparison
    from fardplan.changes._impact import Consequences
    from fardplan.formats._base import Paper, Verdict
    from fardplan.formats._page import Page


def _changes_html(comparison: Comparison, page: Page) -> str:
    from fardplan.formats import changes_html

    return changes_html.write(comparison, page)


def _changes_json(comparison: Comparison, page: Page) -> str:
    from fardplan.formats import changes_json

    return changes_json.write(comparison, page)


def _changes_markdown(comparison: Comparison, page: Page) -> str:
    from fardplan.formats import changes_markdown

    return changes_markdown.write(comparison, page)


def _changes_text(comparison: Comparison, page: Page) -> str:
    from fardplan.formats import changes_text

    return changes_text.write(comparison, page)


def _github(verdict: Verdict, paper: Paper) -> str:
    from fardplan.formats import findings_github

    return findings_github.write(verdict, paper)


def _gitlab(verdict: Verdict, paper: Paper) -> str:
    from fardplan.formats import findings_gitlab

    return findings_gitlab.write(verdict, paper)


def _json(verdict: Verdict, paper: Paper) -> str:
    from fardplan.formats import findings_json

    return findings_json.write(verdict, paper)


def _junit(verdict: Verdict, paper: Paper) -> str:
    from fardplan.formats import findings_junit

    return findings_junit.write(verdict, paper)


def _sarif(verdict: Verdict, paper: Paper) -> str:
    from fardplan.formats import findings_sarif

    return findings_sarif.write(verdict, paper)


def _text(verdict: Verdict, paper: Paper) -> str:
    if not verdict.shown:
        return ""  # without waiting for Rich
    from fardplan.formats import findings_text

    return findings_text.write(verdict, paper)


def _impact_json(consequences: Consequences, page: Page) -> str:
    from fardplan.formats import impact_json

    return impact_json.write(consequences, page)


def _impact_markdown(consequences: Consequences, page: Page) -> str:
    from fardplan.formats import impact_markdown

    return impact_markdown.write(consequences, page)


def _impact_text(consequences: Consequences, page: Page) -> str:
    from fardplan.formats import impact_text

    return impact_text.write(consequences, page)


CHANGES: Mapping[str, Callable[[Comparison, Page], str]] = MappingProxyType(
    {
        "html": _changes_html,
        "json": _changes_json,
        "markdown": _changes_markdown,
        "text": _changes_text,
    }
)
FINDINGS: Mapping[str, Callable[[Verdict, Paper], str]] = MappingProxyType(
    {
        "github": _github,
        "gitlab": _gitlab,
        "json": _json,
        "junit": _junit,
        "sarif": _sarif,
        "text": _text,
    }
)
IMPACT: Mapping[str, Callable[[Consequences, Page], str]] = MappingProxyType(
    {"json": _impact_json, "markdown": _impact_markdown, "text": _impact_text}
)
