"""Where each page of a site stands: paths from its first page, which mirror the repository's.

Ids and versions are data: whatever they hold, no address leads outside the site.
"""

from __future__ import annotations

import hashlib
import re
from typing import Final

from fardplan.model.base import ID_PATTERN
from fardplan.model.names import slug

START: Final = "index.html"
STATEMENT: Final = "accessibility.html"
SEARCH: Final = "search.html"
MISSING: Final = "404.html"
FEED: Final = "feed.xml"
SITEMAP: Final = "sitemap.xml"
ROBOTS: Final = "robots.txt"
ASSETS: Final = "assets"
FOLDERS: Final = {"area": "areas", "goal": "goals", "activity": "activities"}
"""The kinds that have a page each, by the folder that it stands in."""

_SEGMENT = re.compile(rf"{ID_PATTERN}|[0-9]+(\.[0-9]+)*")
_LONGEST = 100


def segment(name: str) -> str:
    """Return an id or a version as a part of an address; other names are made into such a part."""
    if _SEGMENT.fullmatch(name) and len(name) <= _LONGEST:
        return name
    mark = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{slug(name)[:40].strip('-') or 'x'}-{mark}"


def roadmap_page(roadmap: str) -> str:
    """Return the page of a roadmap in the version in force."""
    return f"{segment(roadmap)}/{START}"


def version_page(roadmap: str, label: str) -> str:
    """Return the page that holds the whole document of one version."""
    return f"{segment(roadmap)}/{segment(label)}/{START}"


def entity_page(roadmap: str, kind: str, entity_id: str) -> str:
    """Return the page of an area, a goal or an activity."""
    return f"{segment(roadmap)}/{FOLDERS[kind]}/{segment(entity_id)}.html"


def changes_page(roadmap: str, old: str, new: str) -> str:
    """Return the page of what changed between two versions."""
    return f"{segment(roadmap)}/changes/{segment(old)}-{segment(new)}.html"


def feed_of(roadmap: str) -> str:
    """Return the feed of a roadmap's versions."""
    return f"{segment(roadmap)}/{FEED}"


def data_of(page: str) -> str:
    """Return the file with a page's content as data, which lies beside it."""
    return f"{page.removesuffix('.html')}.json"


def lead(page: str, target: str) -> str:
    """Return the way from a page to another address of the site, with its `#anchor` if any."""
    path, mark, anchor = target.partition("#")
    if path == page and anchor:
        return f"#{anchor}"
    here, there = page.split("/")[:-1], path.split("/")
    common = 0
    for one, other in zip(here, there[:-1], strict=False):
        if one != other:
            break
        common += 1
    return "../" * (len(here) - common) + "/".join(there[common:]) + mark + anchor
