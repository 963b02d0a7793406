"""What the C parser lets through though YAML 1.2 forbids it, or takes for something else.

Other readers of the same file (editors among them) refuse it or read other values, so it is a fault
here too. `may_be_misread` is asked of every file and looks at the text alone; where it says yes,
and where a quoted text or brackets go over several lines, `Watch` follows the careful reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from ruamel.yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from fardplan.locales import yaml_faults as texts
from fardplan.locales.text import Text
from fardplan.source.faults import Fault
from fardplan.source.places import Lines, Span

QUOTES: Final = ("'", '"')
LONE_DASH: Final = "-"
"""No text by itself, but the C parser takes it for one in brackets."""

_ODD = (
    # a comment without a blank before it
    re.compile(r"""#(?:(?<=[\]\[{}"',|>]#)|(?<=[|>][-+\d]#)|(?<=[|>][-+\d][-+\d]#))"""),
    re.compile(r"\?(?<![^\[{,\s]\?)\S"),  # taken for the sign of a key
    re.compile(r"&(?<![^\[{,\s]&)[\w-]+[^\w\s,\[\]{}-]"),  # a name that is cut short
)
_BLANK_LINE = re.compile(r"[\r\n] +[\r\n]")  # may be too long for the text with | that it begins
_COMMENT_OR_KEY = re.compile(r"#[^\r\n]*|\?")
_NAME = re.compile(r"&[\w-]+(?=[^\w\s,\[\]{}-])")
_HEADER = re.compile(r"[|>]([-+\d]*)(#?)")
_CLOSING = re.compile(r"[\]},][\]}, ]*(#.*)?$")
_BLANKS = (" ", "\t")


def may_be_misread(text: str) -> bool:
    """Say whether there may be something that the C parser lets through or misreads."""
    return (
        any(sign.search(text) for sign in _ODD)
        or text.endswith(_BLANKS)
        or (" \n" in text and _BLANK_LINE.search(text) is not None)
        or ("\r" in text and _BLANK_LINE.search(text) is not None)
    )


def complete(text: str) -> str:
    """Return a text whose last line is ended if it is blank, so that a text with | has it whole."""
    return text + "\n" if text.endswith(_BLANKS) and not _last_line(text).strip() else text


def _last_line(text: str) -> str:
    return text[max(text.rfind("\n"), text.rfind("\r")) + 1 :]


@dataclass(slots=True)
class _Open:
    """A collection that is open; `column` is None until the first thing in it tells."""

    is_flow: bool
    start: int
    column: int | None


class Watch:
    """Sees every event of one text in turn and says what should not have passed."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._text = lines.text
        self._open: list[_Open] = []
        self._seen = 0
        """Up to where the text has been looked at."""

    def see(self, event: Any) -> Iterator[Fault]:
        """Yield what is wrong with what an event stands for, and with what stands before it."""
        kind = type(event)
        self._settle_column(event)
        if kind is ScalarEvent:
            yield from self._scalar(event)
        elif kind in (MappingStartEvent, SequenceStartEvent):
            column = None if event.anchor or event.tag else event.start_mark.column
            self._open.append(_Open(event.flow_style, event.start_mark.index, column))
        elif kind in (MappingEndEvent, SequenceEndEvent):
            ended = self._open.pop()
            if ended.is_flow and not self._in_flow():
                end = event.end_mark.index
                yield from self._lines_of(ended.start, end, texts.BRACKET_BEGAN)
        elif kind is StreamEndEvent:
            yield from self._between(len(self._text))

    def _settle_column(self, event: Any) -> None:
        """Take the column of a block with an anchor from the line of its first part."""
        if self._open and self._open[-1].column is None:
            start, end = self._lines.span(self._lines.number(event.start_mark.index))
            line = self._text[start:end]
            self._open[-1].column = len(line) - len(line.lstrip(" "))

    def _in_flow(self) -> bool:
        return bool(self._open) and self._open[-1].is_flow

    def _column(self) -> int:
        """Return the column of the innermost block, -1 outside of any."""
        columns = (one.column for one in reversed(self._open) if not one.is_flow)
        column = next(columns, None)
        return -1 if column is None else column

    def _scalar(self, event: Any) -> Iterator[Fault]:
        start, end = event.start_mark.index, event.end_mark.index
        yield from self._between(start)
        if event.anchor and (cut := _NAME.match(self._text, start)):
            yield self._fault(texts.BAD_START, (start, cut.end() + 1), texts.QUOTE_WHOLE_TEXT, "&")
        self._seen = max(end, self._seen)
        if event.style in QUOTES:
            if not self._in_flow():
                yield from self._lines_of(start, end, texts.QUOTE_BEGAN)
        elif event.style in ("|", ">"):
            yield from self._block_text(start, end)
        elif self._in_flow() and event.value == LONE_DASH:
            yield self._fault(texts.BAD_START, (end - 1, end), texts.QUOTE_WHOLE_TEXT, LONE_DASH)

    def _between(self, until: int) -> Iterator[Fault]:
        """Yield what is wrong from the last text to the next: brackets, dashes, names, comments."""
        for match in _COMMENT_OR_KEY.finditer(self._text, self._seen, until):
            at = match.start()
            if match[0] == "?":
                if self._text[at + 1 : at + 2].strip():
                    span = (at, at + 2)
                    yield self._fault(texts.BAD_START, span, texts.QUOTE_WHOLE_TEXT, "?")
            elif at and self._text[at - 1] not in " \t\r\n":
                yield self._fault(texts.TIGHT_COMMENT, (at, at + 1), texts.WRITE_SPACE_BEFORE)
        self._seen = max(until, self._seen)

    def _lines_of(self, start: int, end: int, began: Text) -> Iterator[Fault]:
        """Yield the first line below the first that is not indented as far as it must be."""
        first, last = self._lines.number(start), self._lines.number(max(start, end - 1))
        need = self._column() + 1
        for row in range(first + 1, last + 1):
            begin, until = self._lines.span(row)
            line = self._text[begin:until]
            content = line.lstrip(" \t")
            if not content or (began is texts.BRACKET_BEGAN and content.startswith("#")):
                continue
            # The bracket that ends may stand right under the key: all readers but the strictest
            # take it so, and many like it.
            short = need - 1 if _CLOSING.match(content) else need
            if len(line) - len(line.lstrip(" ")) < short:
                place = self._lines.place(until - len(content), until)
                related = ((self._lines.place(start, start + 1), began),)
                hint = texts.USE_SPACES if "\t" in line[: -len(content)] else texts.INDENT_LINE
                yield Fault("yaml-syntax", texts.NOT_INDENTED, {}, hint, place, related)
                return

    def _block_text(self, start: int, end: int) -> Iterator[Fault]:
        """Yield a comment too close to | or >, and blank lines first that reach too far right."""
        header = _HEADER.match(self._text, start) or _HEADER.search(self._text, start, end)
        if header is None:
            return
        if header[2]:
            at = header.end() - 1
            yield self._fault(texts.TIGHT_COMMENT, (at, at + 1), texts.WRITE_SPACE_BEFORE)
        if not any(sign.isdigit() for sign in header[1]):
            yield from self._first_lines(self._lines.number(header.start()))

    def _first_lines(self, head: int) -> Iterator[Fault]:
        widest, widest_at = 0, 0
        for row in range(head + 1, len(self._lines)):
            begin, until = self._lines.span(row)
            if begin == until:
                blanks = self._lines.width(row)
                widest, widest_at = max((widest, widest_at), (blanks, begin))
                continue
            line = self._text[begin:until]
            indent = len(line) - len(line.lstrip(" "))
            if self._column() < indent < widest:
                span = (widest_at, widest_at + widest)
                yield self._fault(texts.WIDE_BLANK_LINE, span, texts.REMOVE_BLANKS)
            return

    def _fault(self, text: Text, span: Span, hint: Text, sign: str = "") -> Fault:
        values = {"sign": sign} if sign else {}
        return Fault("yaml-syntax", text, values, hint, self._lines.place(*span))
