"""What an archive says of the document in it: as JSON, as Dublin Core, and in plain words."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from xml.etree import ElementTree as ET

from fardplan.documents.document import Document
from fardplan.locales import archiving as words
from fardplan.locales.licences import find_licence
from fardplan.locales.text import Text
from fardplan.version import VERSION

SCHEMA_VERSION = 1
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"


@dataclass(frozen=True, slots=True)
class About:
    """What is archived: the document, its version and status, how long it holds, what it is in.

    `tag` is the release and `commit` the state that it was made from, "" where git knows none;
    `previous` the version that `changes` begin with.
    """

    document: Document
    roadmap: str
    year: int
    status: str
    version: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    tag: str = ""
    commit: str = ""
    previous: str = ""
    files: Mapping[str, Text] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What the bag and the files of the document are called: "orebro-lan-1.0"."""
        return f"{self.roadmap}-{self.version or self.year}"

    @property
    def fact(self) -> Mapping[str, str]:
        """The document's properties."""
        return self.document.metadata


def write_metadata(about: About) -> bytes:
    """Return all facts as JSON; null where they are not stated."""
    document = about.document
    written = {
        "schema_version": SCHEMA_VERSION,
        "roadmap": about.roadmap,
        "title": document.title,
        "description": document.description or None,
        "organisation": document.organisation or None,
        "language": document.lang,
        "year": about.year,
        "version": about.version or None,
        "status": about.status,
        "decision": about.fact.get("decision"),
        "decided": about.fact.get("decided"),
        "registry_number": about.fact.get("registry-number"),
        "valid_from": _iso(about.valid_from),
        "valid_to": _iso(about.valid_to),
        "updated": about.fact.get("updated"),
        "license": about.fact.get("license"),
        "tag": about.tag or None,
        "commit": about.commit or None,
        "previous_version": about.previous or None,
        "generator": f"fardplan {VERSION}",
        "files": {path: text.say(document.lang, version=about.previous)
                  for path, text in about.files.items()},
    }  # fmt: skip
    return (json.dumps(written, ensure_ascii=False, indent=2) + "\n").encode()


def write_dublin_core(about: About) -> bytes:
    """Return the facts that Dublin Core has names for, as XML that archives read."""
    for prefix, space in (("dc", _DC), ("dcterms", _TERMS), ("xsi", _XSI)):
        ET.register_namespace(prefix, space)
    root = ET.Element("metadata")
    for name, value, kind in _elements(about):
        space = _DC if name.islower() and name in _SIMPLE else _TERMS
        element = ET.SubElement(root, f"{{{space}}}{name}")
        if kind:
            element.set(f"{{{_XSI}}}type", kind)
        element.text = value
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


_SIMPLE = frozenset(
    {"title", "creator", "publisher", "description", "date", "type", "format", "identifier",
     "language", "rights"}
)  # fmt: skip


def _elements(about: About) -> Iterator[tuple[str, str, str]]:
    """Yield name, value and encoding scheme of what is stated."""
    document = about.document
    licence = find_licence(about.fact.get("license", ""))
    span = [f"{name}={day}" for name, day in
            (("start", about.valid_from), ("end", about.valid_to)) if day]  # fmt: skip
    rows = [
        ("title", document.title, ""),
        ("alternative", document.subtitle, ""),
        ("creator", document.organisation, ""),
        ("publisher", document.organisation, ""),
        ("description", document.description, ""),
        ("identifier", about.tag or about.name, ""),
        ("identifier", about.fact.get("registry-number", ""), ""),
        ("date", about.fact.get("decided", ""), "dcterms:W3CDTF"),
        ("dateAccepted", about.fact.get("decided", ""), "dcterms:W3CDTF"),
        ("valid", f"{'; '.join(span)};" if span else "", "dcterms:Period"),
        ("language", document.lang, "dcterms:RFC5646"),
        ("type", "Text", "dcterms:DCMIType"),
        ("format", "application/pdf", "dcterms:IMT"),
        ("format", "text/html", "dcterms:IMT"),
        ("rights", about.fact.get("license", ""), ""),
        ("license", licence.url(document.lang) if licence else "", "dcterms:URI"),
        ("replaces", about.previous, ""),
    ]
    yield from ((name, value, kind) for name, value, kind in rows if value)


def write_readme(about: About) -> bytes:
    """Return what the package is and holds, for whoever opens it in fifty years."""
    lang = about.document.lang
    lines = (
        f"data/{path}\n  {text.say(lang, version=about.previous)}"
        for path, text in about.files.items()
    )
    status = about.document.standing
    title = " · ".join(filter(None, (about.document.title, status)))
    return words.README.say(lang, title=title, files="\n".join(lines), generator=VERSION).encode()


def bag_facts(about: About) -> tuple[tuple[str, str], ...]:
    """Return what `bag-info.txt` says, by the labels of the RFC (section 2.2.2)."""
    return (
        ("Source-Organization", about.document.organisation),
        ("External-Description", about.document.title),
        ("External-Identifier", about.tag or about.name),
        ("Internal-Sender-Identifier", about.fact.get("registry-number", "")),
        ("Bag-Software-Agent", f"fardplan {VERSION}"),
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
