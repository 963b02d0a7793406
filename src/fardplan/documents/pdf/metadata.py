"""What registers ask for, in a PDF's properties: as XMP that PDF/A takes, and where viewers look.

Typst writes title, author, description, keywords and language. Status, version, decision and
registry number have no place in any standard vocabulary, so they get one of their own, which the
file describes as ISO 19005-2, 6.6.2.3 demands.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

from pikepdf import Pdf, String

NAMESPACE = "urn:fardplan:document:"
PREFIX = "fardplan"

_NOT_IN_NAME = re.compile(r"[^A-Za-z0-9_-]+")
_SCHEMAS = re.compile(r"<pdfaExtension:schemas>\s*<rdf:Bag>")
_END = "</rdf:RDF>"


def add_metadata(pdf: Pdf, metadata: Mapping[str, str]) -> None:
    """Add a document's metadata, each under its own name; nothing where there is none."""
    values = {_name(name): value for name, value in metadata.items() if value}
    if not values:
        return
    xmp = pdf.Root.Metadata.read_bytes().decode("utf-8")
    described = xmp.replace(_END, _description(values) + _END)
    whole = _SCHEMAS.sub(lambda found: found[0] + _schema(values), described)
    pdf.Root.Metadata.write(whole.encode("utf-8"))
    for name, value in values.items():
        pdf.docinfo[f"/{name}"] = String(value)


def _name(name: str) -> str:
    """Return a name that XML and PDF take: "dcterms.license" as "dcterms-license"."""
    plain = _NOT_IN_NAME.sub("-", name).strip("-")
    return plain if plain[:1].isalpha() else f"_{plain}"


def _description(values: Mapping[str, str]) -> str:
    said = "".join(
        f"<{PREFIX}:{name}>{escape(value)}</{PREFIX}:{name}>" for name, value in values.items()
    )
    about = f'rdf:about="" xmlns:{PREFIX}="{NAMESPACE}"'
    return f"<rdf:Description {about}>{said}</rdf:Description>"


def _schema(values: Mapping[str, str]) -> str:
    resource = '<rdf:li rdf:parseType="Resource">'
    properties = "".join(
        f"{resource}<pdfaProperty:name>{name}</pdfaProperty:name>"
        "<pdfaProperty:valueType>Text</pdfaProperty:valueType>"
        "<pdfaProperty:category>external</pdfaProperty:category>"
        f"<pdfaProperty:description>{name.replace('-', ' ')}</pdfaProperty:description></rdf:li>"
        for name in values
    )
    return (
        f"{resource}<pdfaSchema:schema>Roadmap</pdfaSchema:schema>"
        f"<pdfaSchema:namespaceURI>{NAMESPACE}</pdfaSchema:namespaceURI>"
        f"<pdfaSchema:prefix>{PREFIX}</pdfaSchema:prefix>"
        f"<pdfaSchema:property><rdf:Seq>{properties}</rdf:Seq></pdfaSchema:property></rdf:li>"
    )
