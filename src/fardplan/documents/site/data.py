"""A page's content as JSON, in the form that `schemas/site-page.schema.json` publishes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from fardplan.changes._values import plain
from fardplan.documents.site.addresses import data_of
from fardplan.documents.site.issues import Issue, Shelf, Site
from fardplan.documents.site.page import Page, Related

SCHEMA_VERSION = 1


def write_data(page: Page, site: Site) -> str:
    """Return what a page says, for programs: who, which version, what, and what it leads to."""
    document = page.document
    written: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "kind": str(page.kind),
        "id": page.id or None,
        "title": page.title,
        "language": document.lang,
        "page": page.address,
        "url": site.url(page.address) or None,
        "moved_to": page.heir or None,
        "publisher": site.organisation or None,
        "license": site.licence or None,
        "version": _issue(page.issue, site) if page.issue else None,
        "up": _related(page.up),
        "down": _related(page.down),
        "parts": _related(page.parts),
        "content": plain(page.content),
    }
    if page.kind == "start":
        written["content"] = {"roadmaps": [_shelf(one, site) for one in site.shelves.values()]}
    return json.dumps(written, ensure_ascii=False, indent=1) + "\n"


def _issue(issue: Issue, site: Site) -> dict[str, Any]:
    """Return a version: what it says of itself, and whether it is the one in force here."""
    head = issue.head
    shelf = site.shelves.get(issue.roadmap)
    return {
        "roadmap": issue.roadmap,
        "title": head.title,
        "year": head.year,
        "version": str(head.version) if head.version else None,
        "status": str(head.status) if head.status else None,
        "draft": issue.is_draft,
        "current": shelf is not None and shelf.current is issue,
        "date": issue.date or None,
        "page": issue.page,
        "data": data_of(issue.page),
    }


def _shelf(shelf: Shelf, site: Site) -> dict[str, Any]:
    head = shelf.current.head
    return {
        "id": shelf.roadmap,
        "title": head.title,
        "profile": str(head.profile),
        "level": str(head.level) if head.level else None,
        "owners": list(head.owners),
        "page": shelf.page,
        "data": data_of(shelf.page),
        "versions": [_issue(issue, site) for issue in shelf.issues],
    }


def _related(found: Sequence[Related]) -> list[Mapping[str, str]]:
    return [
        {"kind": one.kind, "roadmap": one.roadmap, "id": one.id, "title": one.title,
         "page": one.page}
        for one in found
    ]  # fmt: skip
