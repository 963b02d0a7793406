"""Syntax errors in plain words: what the parser says and what stands there, made into a fault.

The parsers stop where they no longer understand, which is often far from the mistake. So their
wording only says which sort of trouble it is, and the text around it says the rest.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from fardplan.locales import yaml_faults as texts
from fardplan.source._yaml_progress import Progress
from fardplan.source._yaml_trouble import Trouble
from fardplan.source.faults import Fault

_CLOSING = {"[": "]", "{": "}"}
_KEY_AND_TEXT = re.compile(r"\s*(?:-\s+)*([\w-]+):(?=[^\s/])")
_KEY_WITH_COLON = re.compile(r"(\s*(?:-\s+)*)([\w-]+):\s")
_KEY_AND_VALUE = re.compile(r"(?:^|[{,])\s*([\w-]+):\s+[^\s,{}\[\]][^,{}\[\]]*$")
"""A key between brackets and the beginning of its value, before the colon in it."""
_UP_TO_NEXT = re.compile(r"[^\s,{}\[\]]*")
_ODD_SPACE = re.compile("[ -]*(?:[\\w-]+:)?([\u00a0\u2000-\u200b\u202f\u3000]+)")
_SEPARATOR = re.compile(r"^(?:---|\.\.\.)", re.MULTILINE)
_TYPOGRAPHIC_START = re.compile(r"[^:]*:\s+[”“„»’‘]")


def diagnose(error: Exception, progress: Progress) -> Fault:
    """Return the fault for what a parser raised."""
    words = f"{getattr(error, 'context', None)}: {getattr(error, 'problem', None)}"
    at = getattr(getattr(error, "problem_mark", None), "index", None)
    since = getattr(getattr(error, "context_mark", None), "index", None)
    if at is None:
        return Fault("yaml-syntax", texts.UNREADABLE, hint=texts.COMPARE)
    trouble = Trouble(words, min(at, len(progress.lines.text)), since, progress)
    if conflict := progress.conflict():
        return trouble.fault(texts.CONFLICT, conflict, texts.RESOLVE_CONFLICT)
    quoted = progress.quoted
    if quoted and progress.spans_lines(quoted) and progress.same_line(quoted[1], trouble.at):
        return _unclosed_quote(trouble, quoted[0])
    for part, explain in _EXPLANATIONS:
        if part in words:
            return explain(trouble)
    return _unreadable(trouble)


def _unclosed_quote(trouble: Trouble, start: int) -> Fault:
    """Show the end of the line on which the quotation mark is missing."""
    end = trouble.progress.likely_end(start)
    sign = trouble.text[start : start + 1]
    began = (start, texts.QUOTE_BEGAN)
    return trouble.fault(texts.UNCLOSED_QUOTE, (end - 1, end), texts.CLOSE_QUOTE, began, sign=sign)


def _quoted(trouble: Trouble) -> Fault:
    """Explain a quoted text that never ended."""
    return _unclosed_quote(trouble, trouble.at if trouble.since is None else trouble.since)


def _enumeration(trouble: Trouble) -> Fault:
    """Explain what stands where a comma or a closing bracket should."""
    start = trouble.progress.brackets[-1] if trouble.progress.brackets else trouble.since
    if start is None or trouble.text[start] not in _CLOSING:
        return _unreadable(trouble)
    opening = trouble.text[start]
    closing = _CLOSING[opening]
    began = (start, texts.BRACKET_BEGAN)
    if trouble.sign in ("]", "}") and trouble.sign != closing:
        return trouble.fault(
            texts.WRONG_BRACKET, (trouble.at, trouble.at + 1), texts.CLOSE_BRACKET, began,
            opening=opening, closing=closing, found=trouble.sign,
        )  # fmt: skip
    if not trouble.sign or trouble.progress.has_key_between(start, trouble.at):
        end = trouble.progress.likely_end(start)
        return trouble.fault(
            texts.UNCLOSED_BRACKET, (end - 1, end), texts.CLOSE_BRACKET, began,
            opening=opening, closing=closing,
        )  # fmt: skip
    return trouble.fault(
        texts.BAD_ENUMERATION, trouble.progress.word(trouble.at), texts.QUOTE_IN_ENUMERATION,
        began, opening=opening, closing=closing,
    )  # fmt: skip


def _content(trouble: Trouble) -> Fault:
    """Explain what stands where a value should."""
    if trouble.progress.brackets:
        return _enumeration(trouble)
    if trouble.sign and trouble.sign in "]},":
        return _bad_start(trouble)
    return _unreadable(trouble)


def _bad_start(trouble: Trouble) -> Fault:
    """Explain a sign that cannot begin a text."""
    at = trouble.at if trouble.since is None else trouble.since
    if trouble.text[at : at + 1] == "\t":
        return _tab(trouble)
    sign = trouble.text[at : at + 1]
    span = trouble.progress.word(at)
    return trouble.fault(texts.BAD_START, span, texts.QUOTE_WHOLE_TEXT, sign=sign)


def _tab(trouble: Trouble) -> Fault:
    """Show the tab characters."""
    at = trouble.text.find("\t", trouble.at)
    at = trouble.at if at < 0 else at
    end = at + 1
    while trouble.text[end : end + 1] == "\t":
        end += 1
    return trouble.fault(texts.TAB, (at, end), texts.USE_SPACES)


def _second_colon(trouble: Trouble) -> Fault:
    """Tell a colon inside a text from a key that is indented too far."""
    lines = trouble.progress.lines
    if trouble.row and (match := _KEY_AND_TEXT.match(lines.line(trouble.row - 1))):
        return _no_space(trouble, trouble.row - 1, match)
    if key := _KEY_WITH_COLON.match(trouble.before):
        span = (trouble.at, trouble.at + 1)
        curly = _TYPOGRAPHIC_START.match(trouble.before)
        hint = texts.STRAIGHT_QUOTES if curly else texts.QUOTE_TEXT
        return trouble.fault(texts.COLON_IN_TEXT, span, hint, key=key[2])
    if not trouble.row or lines.span(trouble.row)[0] + 1024 < trouble.at:
        span = (trouble.at, trouble.at + 1)
        return trouble.fault(texts.COLON_IN_TEXT, span, texts.QUOTE_WHOLE_TEXT)
    return trouble.fault(
        texts.TOO_FAR_RIGHT, trouble.progress.content(trouble.row), texts.ALIGN_OR_QUOTE
    )


def _no_colon(trouble: Trouble) -> Fault:
    """Explain a line that should have been a key."""
    row = trouble.row if trouble.since is None else trouble.progress.lines.number(trouble.since)
    line = trouble.progress.lines.line(row)
    start = trouble.progress.lines.span(row)[0]
    if odd := _ODD_SPACE.match(line):
        span = (start + odd.start(1), start + odd.end(1))
        return trouble.fault(texts.NO_BREAK_SPACE, span, texts.RETYPE_SPACE)
    if match := _KEY_AND_TEXT.match(line):
        return _no_space(trouble, row, match)
    span = trouble.progress.content(row)
    return trouble.fault(texts.NO_COLON, span, texts.WRITE_COLON_OR_INDENT)


def _no_space(trouble: Trouble, row: int, match: re.Match[str]) -> Fault:
    """Show the colon that needs a space."""
    colon = trouble.progress.lines.span(row)[0] + match.end() - 1
    span = (colon, colon + 1)
    return trouble.fault(texts.NO_SPACE_AFTER_COLON, span, texts.WRITE_SPACE, key=match[1])


def _flow_colon(trouble: Trouble) -> Fault:
    """Tell `{key:value}`, which lacks a space, from `{key: https://…}`, which lacks quotes."""
    value = _KEY_AND_VALUE.search(trouble.before)
    if value or trouble.text.startswith("://", trouble.at):
        start = trouble.at if trouble.since is None else trouble.since
        end = _UP_TO_NEXT.match(trouble.text, trouble.at)
        span = (start, end.end() if end else trouble.at + 1)
        hint = texts.QUOTE_TEXT if value else texts.QUOTE_WHOLE_TEXT
        return trouble.fault(texts.COLON_IN_BRACKETS, span, hint, key=value[1] if value else "")
    span = (trouble.at, trouble.at + 1)
    key = re.search(r"[\w-]*$", trouble.before)
    return trouble.fault(
        texts.NO_SPACE_AFTER_COLON, span, texts.WRITE_SPACE, key=key[0] if key else ""
    )


def _among_keys(trouble: Trouble) -> Fault:
    """Explain what stands where the next key of a mapping should."""
    before = trouble.before.rstrip()
    if not before:
        return _first_on_line(trouble)
    last = before[-1]
    if last in "\"'":
        span = trouble.progress.rest(trouble.at)
        return trouble.fault(texts.TEXT_AFTER_QUOTE, span, texts.ONE_PAIR_OF_QUOTES, sign=last)
    if last in "]}":
        span = trouble.progress.rest(trouble.at)
        return trouble.fault(texts.TEXT_AFTER_BRACKET, span, texts.QUOTE_OR_BREAK, sign=last)
    if match := re.search(r"(?<=\s)[*&]\S*$", before):
        start = trouble.at - len(trouble.before) + match.start()
        span = (start, start + len(match[0]))
        return trouble.fault(texts.BAD_START, span, texts.QUOTE_WHOLE_TEXT, sign=match[0][0])
    return _unreadable(trouble)


def _first_on_line(trouble: Trouble) -> Fault:
    """Explain a line that is neither key nor text where it begins."""
    span = trouble.progress.content(trouble.row)
    line = trouble.progress.lines.line(trouble.row).strip()
    if line == "-" or line.startswith("- "):
        if trouble.progress.lines.line(trouble.row - 1).lstrip().startswith("- "):
            return trouble.fault(texts.BAD_INDENT, span, texts.ALIGN)
        return trouble.fault(texts.ITEM_AMONG_KEYS, span, texts.INDENT_ITEM)
    if line.startswith(":"):
        return trouble.fault(texts.MISSING_KEY, (trouble.at, trouble.at + 1), texts.WRITE_KEY)
    return trouble.fault(texts.BAD_INDENT, span, texts.ALIGN)


def _among_items(trouble: Trouble) -> Fault:
    """Explain what stands where the next item of a list should."""
    if trouble.before.strip():
        return _among_keys(trouble)
    span = trouble.progress.content(trouble.row)
    return trouble.fault(texts.KEY_AMONG_ITEMS, span, texts.ALIGN_WITH_ITEM)


def _item_after_key(trouble: Trouble) -> Fault:
    """Explain `key: - item`."""
    span = trouble.progress.rest(trouble.at)
    return trouble.fault(texts.ITEM_AFTER_KEY, span, texts.BREAK_OR_QUOTE)


def _beside_block(trouble: Trouble) -> Fault:
    """Explain text on the line of | or >."""
    start = trouble.at if trouble.since is None else trouble.since
    span = trouble.progress.rest(start)
    sign = trouble.text[start : start + 1]
    return trouble.fault(texts.TEXT_BESIDE_BLOCK, span, texts.BREAK_AFTER_BLOCK, sign=sign)


def _escape(trouble: Trouble) -> Fault:
    """Explain a backslash between quotation marks."""
    at = trouble.text.rfind("\\", 0, trouble.at + 1)
    span = (at, at + 2) if at >= 0 else (trouble.at, trouble.at + 1)
    return trouble.fault(texts.BAD_ESCAPE, span, texts.USE_APOSTROPHES)


def _document(trouble: Trouble) -> Fault:
    """Explain a directive, or text after the end of the document."""
    directive = trouble.progress.directive(before=trouble.at)
    if directive is not None:
        return trouble.fault(texts.DIRECTIVE, directive, texts.REMOVE_DIRECTIVE)
    if not _SEPARATOR.search(trouble.text, 0, trouble.at):
        return _among_keys(trouble)
    span = trouble.progress.content(trouble.row)
    return trouble.fault(texts.SECOND_DOCUMENT, span, texts.REMOVE_SEPARATOR)


def _unreadable(trouble: Trouble) -> Fault:
    """Say no more than that it cannot be read, and what to look for."""
    return trouble.fault(texts.UNREADABLE, trouble.progress.word(trouble.at), texts.COMPARE)


_EXPLANATIONS: Final[tuple[tuple[str, Callable[[Trouble], Fault]], ...]] = (
    ("tab character", _tab),
    ("found unexpected end of stream", _quoted),
    ("found unexpected document", _quoted),
    ("cannot start any token", _bad_start),
    ("',' or", _enumeration),
    ("found unexpected ':'", _flow_colon),
    ("node content", _content),
    ("mapping values", _second_colon),
    ("mapping keys", _bad_start),
    ("expected ':'", _no_colon),
    ("sequence entries", _item_after_key),
    ("block scalar", _beside_block),
    ("scanning an alias", _bad_start),
    ("scanning an anchor", _bad_start),
    ("a tag", _bad_start),
    ("tag handle", _bad_start),
    ("quoted scalar", _escape),
    ("double-quoted", _escape),
    ("directive", _document),
    ("incompatible", _document),
    ("<document start>", _document),
    ("block mapping", _among_keys),
    ("block collection", _among_items),
)
"""Part of what a parser says (the C parser's words, then those of the pure one), first match."""
