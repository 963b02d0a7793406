"""What a Word file says, read by python-docx, and what the web page says, read by lxml."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from lxml import html

_UNSAID = "//del/*[@class='unseen'] | //ins/*[@class='unseen'] | //sup | //*[@class='back'] | //nav[@class='contents'] | //*[contains(@class, 'explanation')]"


def opened(data: bytes) -> WordDocument:
    """Return a Word file as python-docx reads it."""
    return docx.Document(io.BytesIO(data))


def letters(text: str) -> str:
    """Return the letters and digits alone, as both forms have them."""
    return "".join(filter(str.isalnum, text))


def words(part: Any) -> str:
    """Return the words of an element of a Word file, without the numbers of notes."""
    marks = f"{qn('w:rPr')}/{qn('w:rStyle')}[@{qn('w:val')}='FootnoteReference']"
    runs = (run for run in part.iter(qn("w:r")) if run.find(marks) is None)
    return "".join(text.text or "" for run in runs for text in run.iter(qn("w:t")))


def style_of(para: Any) -> str:
    """Return the style of a paragraph by its id."""
    found = para.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return "" if found is None else found.get(qn("w:val"))


def _text_of(document: WordDocument) -> Iterator[Any]:
    """Yield the paragraphs of the body, those in tables too, but not those of the contents."""
    for para in document.element.body.iter(qn("w:p")):
        if not any(True for _ in para.iterancestors(qn("w:sdt"))):
            yield para


def headings(document: WordDocument) -> list[tuple[int, str]]:
    """Return level and words of the title and of every heading."""
    found = []
    for para in _text_of(document):
        style = style_of(para)
        if style == "Title" or re.fullmatch(r"Heading\d", style):
            level = 1 if style == "Title" else int(style[-1]) + 1
            found.append((level, letters(words(para))))
    return found


def tables(document: WordDocument) -> list[list[list[str]]]:
    """Return the words of each cell, row by row; the first row has to be marked as a head."""
    found = []
    for table in document.element.body.iter(qn("w:tbl")):
        rows = table.findall(qn("w:tr"))
        heads = [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows]
        assert heads == [True, *[False] * (len(rows) - 1)]
        found.append([[letters(words(c)) for c in row.findall(qn("w:tc"))] for row in rows])
    return found


def points(document: WordDocument) -> list[str]:
    """Return the first words of every point of a list."""
    numbered = f"{qn('w:pPr')}/{qn('w:numPr')}"
    return [letters(words(p)) for p in _text_of(document) if p.find(numbered) is not None]


def links(document: WordDocument) -> list[tuple[str, str]]:
    """Return words and address of each link in the text, "#" for a place in the document."""
    found = []
    for link in document.element.body.iter(qn("w:hyperlink")):
        if any(True for _ in link.iterancestors(qn("w:sdt"))):
            continue
        key = link.get(qn("r:id"))
        found.append((letters(words(link)), document.part.rels[key].target_ref if key else "#"))
    return found


def pictures(document: WordDocument) -> list[str]:
    """Return the alternative text of each picture."""
    return [found.get("descr") for found in document.element.body.iter(qn("wp:docPr"))]


class Page:
    """A web page, without what only a page has: navigation, notes, ways back."""

    def __init__(self, text: str) -> None:
        """Take the text of the file."""
        self.root = html.fromstring(text)
        self._notes = self.root.xpath("//section[@class='notes'] | //div[@class='prose-notes']")
        self.note_links = [link for part in self._notes for link in self._links(part)]
        for part in [*self._notes, *self.root.xpath(_UNSAID)]:
            part.drop_tree()
        for part in self.root.xpath("//svg | //a[@class='skip'] | //a[@class='to-top']"):
            part.drop_tree()

    def headings(self) -> list[tuple[int, str]]:
        """Return level and words of every heading."""
        found = self.root.xpath("//h1 | //h2 | //h3 | //h4 | //h5 | //h6")
        return [(int(part.tag[1]), letters(part.text_content())) for part in found]

    def tables(self) -> list[list[list[str]]]:
        """Return the words of each cell, row by row, the head first."""
        return [
            [
                [letters(c.text_content()) for c in row if c.tag in ("th", "td")]
                for row in table.iter("tr")
            ]
            for table in self.root.iter("table")
        ]

    def points(self) -> list[str]:
        """Return all words of every point of a list."""
        return [
            letters(part.text_content()) for part in self.root.xpath("//main//li | //footer//li")
        ]

    def links(self) -> list[tuple[str, str]]:
        """Return words and address of each link, "#" for a place in the document."""
        return list(self._links(self.root))

    def _links(self, part: Any) -> Iterator[tuple[str, str]]:
        for link in part.xpath(".//a[@href]"):
            said = letters(link.text_content())
            if said and link.get("class") != "back":
                yield said, "#" if link.get("href").startswith("#") else link.get("href")
