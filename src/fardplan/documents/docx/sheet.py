"""What surrounds the text of a Word file: cover, contents, head and foot of each sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fardplan.documents import wording
from fardplan.documents.blocks import Blocks, Section
from fardplan.documents.docx.facts import fact_rows
from fardplan.documents.docx.file import File
from fardplan.documents.docx.layout import Place, space
from fardplan.documents.docx.package import Part
from fardplan.documents.docx.writer import BlockWriter
from fardplan.documents.docx.xml import (
    Element,
    element,
    paragraph,
    run,
    set_property,
    text_run,
    word_field,
)
from fardplan.documents.inline import Inline, Strong, join, parts, plain
from fardplan.documents.typography import set_text

LOGO = (4000, 1100)
"""The most that a logo takes, in twentieths of a point: 70 mm × 19 mm."""
_ABOVE_TITLE = 1400
_LONGEST_HEAD = 100
"""Letters of title and standing together that fit on one line of 9 points."""


def cover(writer: BlockWriter, place: Place) -> list[Element]:
    """Return the first sheet: who publishes what, how it stands, the facts."""
    document = writer.file.document
    sender: list[Element] = []
    if document.logo:
        shown = writer.file.pictures.show(document.logo.data, document.logo.alt, LOGO)
        sender.append(paragraph("Sender", [shown]))
    sender += writer.some(document.organisation, place, "Sender")
    made = [*sender, *_banners(writer, place), *_heading(writer, place)]
    made += fact_rows(document.facts, writer, place)
    return [*made, *writer.some(join(document.links, " · "), place, "SourceLine")]


def _banners(writer: BlockWriter, place: Place) -> Iterator[Element]:
    inside = writer.in_frame(place)
    for banner in writer.file.document.banners:
        words = [writer.line(Strong(banner.content), inside)]
        yield from writer.framed("warning" if banner.warning else "note", words, inside)


def _heading(writer: BlockWriter, place: Place) -> list[Element]:
    document, inside = writer.file.document, writer.in_frame(place)
    made = [
        *writer.some(document.kicker, inside, "CoverKicker"),
        writer.line(document.title, inside, "Title"),
        *writer.some(document.subtitle, inside, "Subtitle"),
    ]
    writer.framed("cover", made, inside)
    space(made[0], before=_ABOVE_TITLE)
    space(made[-1], after=400)
    if document.status:
        stated = f"{writer.say('status')}: " if document.status.stated else ""
        said = (stated, document.status.badge, " ", *parts(document.status.detail))
        made.append(writer.line(said, place, "Standing"))
        space(made[-1], after=240)
    return made


def contents(writer: BlockWriter, place: Place) -> list[Element]:
    """Return the contents as a field that Word can bring up to date, filled in already.

    No program but Word knows on which sheet a chapter begins, so the numbers are left to it: it
    sets them when it prints, or when the contents are updated.
    """
    file = writer.file
    depth = file.settings.contents_depth
    entries = [
        _entry(file, section, level) for level, section in _sections(file.document.sections, depth)
    ]
    if not entries:
        return []
    title = writer.line(writer.say("contents"), place, "TOCHeading")
    set_property(title, element("w:pageBreakBefore"))
    *before, end = word_field(f'TOC \\o "1-{depth}" \\h \\z')
    first, last = entries[0], entries[-1]
    first[1:1] = before
    last.append(end)
    gallery = element(
        "w:docPartObj",
        element("w:docPartGallery", val="Table of Contents"),
        element("w:docPartUnique"),
    )
    return [
        element(
            "w:sdt",
            element("w:sdtPr", gallery),
            element("w:sdtContent", title, *entries),
        )
    ]


def _sections(blocks: Blocks, depth: int, level: int = 1) -> Iterator[tuple[int, Section]]:
    for block in blocks if level <= depth else ():
        if isinstance(block, Section) and block.contents:
            yield level, block
            yield from _sections(block.blocks, depth, level + 1)


def _entry(file: File, section: Section, level: int) -> Element:
    words = set_text(plain(section.title), file.document.lang)
    shown = f"{section.number} {words}" if section.number else words
    bookmark = file.anchors.find(section.anchor)
    if not bookmark:
        return paragraph(f"TOC{level}", [text_run(shown)])
    number = [run(element("w:tab")), *word_field(f"PAGEREF {bookmark} \\h")]
    link = element("w:hyperlink", text_run(shown), *number, anchor=bookmark, history=1)
    # Dots that lead to no number yet would look broken; the style has them, for when Word fills in.
    tab = element("w:tab", val="right", leader="none", pos=file.sheet.measure)
    return paragraph(f"TOC{level}", [link], element("w:tabs", tab))


def closing(writer: BlockWriter, place: Place) -> list[Element]:
    """Return what a reader may need last: whom to ask, the licence, the latest change."""
    document = writer.file.document
    made: list[Element] = []
    if document.contacts:
        made.append(writer.line(writer.say("contact"), place, "Heading1"))
    for contact in document.contacts:
        point = writer.point(Strong(contact.role), (), place)
        for line in contact.lines:
            point[0].extend([run(element("w:br")), *writer.file.words.write(line)])
        made += point
    licence = (f"{writer.say('licence')} ", *parts(document.licence), ".")
    updated = (f"{writer.say('updated')} ", *parts(document.updated), ". ")
    last = (
        *(updated if parts(document.updated) else ()),
        f"{writer.say('made_with', generator=document.generator)}.",
    )
    lines: list[Inline] = [
        licence if parts(document.licence) else "",
        document.statement or "",
        last,
    ]
    return [*made, *(shown for line in lines for shown in writer.some(line, place, "SourceLine"))]


def section_properties(file: File) -> Element:
    """Add head and foot to the file; return the sheet that they stand on."""
    head, foot = Part("header1"), Part("footer1")
    document, sheet = file.document, file.sheet
    room = sheet.measure * _LONGEST_HEAD // 8958
    fits = len(document.title) + len(document.standing) < room
    between = [run(element("w:tab" if fits else "w:br"))] if document.standing else []
    title = text_run(set_text(document.title, document.lang))
    standing = text_run(document.standing, element("w:b")) if document.standing else None
    line = [title, *between, *([] if standing is None else [standing])]
    file.package.add(head, element("w:hdr", paragraph("Header", line)))
    numbers = [text_run(document.organisation), run(element("w:tab")), *_page_numbers(file)]
    file.package.add(foot, element("w:ftr", paragraph("Footer", numbers)))
    return element(
        "w:sectPr",
        element(
            "w:headerReference", type="default", r_id=file.body.relate("header", "header1.xml")
        ),
        element(
            "w:footerReference", type="default", r_id=file.body.relate("footer", "footer1.xml")
        ),
        element("w:pgSz", w=sheet.width, h=sheet.height),
        element(
            "w:pgMar",
            top=sheet.top,
            right=sheet.side,
            bottom=sheet.top,
            left=sheet.side,
            header=709,
            footer=624,
            gutter=0,
        ),
        element("w:titlePg"),
    )


def _page_numbers(file: File) -> Iterator[Element]:
    said = wording.PAGE.say(file.document.lang, page="\0", pages="\1")
    for piece in re.split("([\0\1])", said):
        if piece in ("\0", "\1"):
            yield from word_field("PAGE" if piece == "\0" else "NUMPAGES", text_run("1"))
        else:
            yield text_run(piece)
