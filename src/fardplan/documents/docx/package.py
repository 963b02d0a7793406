"""The package that a Word file is: parts, what each relates to, and the same bytes every time."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field

from fardplan.documents.docx.xml import UNPREFIXED, Element, element, serialize

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file can name, since no other would be the same tomorrow."""
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_TYPES = {
    "document": f"{_WORD}document.main+xml",
    "styles": f"{_WORD}styles+xml",
    "numbering": f"{_WORD}numbering+xml",
    "settings": f"{_WORD}settings+xml",
    "fontTable": f"{_WORD}fontTable+xml",
    "footnotes": f"{_WORD}footnotes+xml",
    "header": f"{_WORD}header+xml",
    "footer": f"{_WORD}footer+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
    "core": "application/vnd.openxmlformats-package.core-properties+xml",
    "app": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "custom": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
}
_RELATIONS = {
    "document": f"{_OFFICE}officeDocument",
    "core": f"{_PACKAGE}core-properties",
    "app": f"{_OFFICE}extended-properties",
    "custom": f"{_OFFICE}custom-properties",
}
_PICTURES = {"png": "image/png", "jpeg": "image/jpeg", "gif": "image/gif", "svg": "image/svg+xml"}


@dataclass(slots=True)
class Part:
    """Hold a part of the file, `name` without folder and ending, and what it relates to."""

    name: str
    relations: list[tuple[str, str, bool]] = field(default_factory=list)

    def relate(self, kind: str, target: str, *, outside: bool = False) -> str:
        """Return the id by which the part names another part, or an address outside the file."""
        relation = (_RELATIONS.get(kind, _OFFICE + kind), target, outside)
        if relation not in self.relations:
            self.relations.append(relation)
        return f"rId{self.relations.index(relation) + 1}"

    def link_to(self, address: str) -> str:
        """Return the id of a hyperlink to an address."""
        return self.relate("hyperlink", address, outside=True)


class Package:
    """Collect the parts of a file."""

    def __init__(self) -> None:
        self._files: dict[str, bytes] = {}
        self._overrides: dict[str, str] = {}
        self._pictures: dict[bytes, str] = {}
        self._root = Part("")

    def add(self, part: Part, content: Element | bytes) -> str:
        """Add a part with its relations; return its path in the file."""
        kind = part.name.rstrip("0123456789")
        folder = {"core": "docProps/", "app": "docProps/", "custom": "docProps/"}.get(kind, "word/")
        path = f"{folder}{'theme/' if kind == 'theme' else ''}{part.name}.xml"
        self._files[path] = content if isinstance(content, bytes) else serialize(content)
        self._overrides[path] = _TYPES[kind]
        if part.relations:
            self._files[f"{folder}_rels/{part.name}.xml.rels"] = _write_relations(part)
        if kind in _RELATIONS:
            self._root.relate(kind, path)
        return path.removeprefix("word/")

    def add_picture(self, data: bytes, kind: str) -> str:
        """Add a picture, once however often it is shown; return its path beside the document."""
        if data not in self._pictures:
            self._pictures[data] = f"media/picture{len(self._pictures) + 1}.{kind}"
            self._files[f"word/{self._pictures[data]}"] = data
        return self._pictures[data]

    def write(self) -> bytes:
        """Return the file."""
        files = {
            "[Content_Types].xml": self._content_types(),
            "_rels/.rels": _write_relations(self._root),
            **self._files,
        }
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for path, data in files.items():
                entry = zipfile.ZipInfo(path, _FIRST_DAY)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.create_system = 0  # or Windows and others would write different bytes
                archive.writestr(entry, data)
        return stream.getvalue()

    def _content_types(self) -> bytes:
        endings = {path.rpartition(".")[2] for path in self._pictures.values()}
        defaults = {
            "rels": "application/vnd.openxmlformats-package.relationships+xml",
            "xml": "application/xml",
            **{ending: _PICTURES[ending] for ending in sorted(endings)},
        }
        return serialize(
            element(
                "Types",
                *(
                    element("Default", Extension=ending, ContentType=kind)
                    for ending, kind in defaults.items()
                ),
                *(
                    element("Override", PartName=f"/{path}", ContentType=kind)
                    for path, kind in self._overrides.items()
                ),
                xmlns=UNPREFIXED["types"],
            )
        )


def _write_relations(part: Part) -> bytes:
    relations = (
        element(
            "Relationship",
            Id=f"rId{number}",
            Type=kind,
            Target=target,
            **({"TargetMode": "External"} if outside else {}),
        )
        for number, (kind, target, outside) in enumerate(part.relations, 1)
    )
    return serialize(element("Relationships", *relations, xmlns=UNPREFIXED["relations"]))
