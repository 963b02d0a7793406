"""The message of a release's tag: which version it is, and what has changed since the last."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from fardplan.changes._base import Comparison, Level
from fardplan.formats._changes_lines import Line
from fardplan.formats._changes_report import build_report
from fardplan.formats._changes_wording import Piece
from fardplan.locales import releasing as say
from fardplan.locales.text import Lang
from fardplan.locales.visible import make_visible

_WIDTH = 72
"""As wide as git's own messages are."""
_MARKS = {"old": "[-{}-]", "new": "{{+{}+}}"}


def write_message(
    title: str, year: int, version: str, comparison: Comparison | None, pointer: str, lang: Lang
) -> str:
    """Return the message: a subject, the change in a sentence, and the weakened commitments.

    Without a comparison it is the first version. `pointer` says where all changes are to be read.
    """
    subject = say.SUBJECT.say(lang, title=title, year=str(year), version=version)
    paragraphs = [make_visible(subject)]
    if comparison is None:
        paragraphs.append(say.FIRST_VERSION.say(lang))
    else:
        report = build_report(comparison, lang)
        paragraphs.append(_wrap(report.summary))
        for section in report.sections:
            if section.level is Level.MAJOR:
                lines = "\n".join(_write(section.lines))
                paragraphs.append(f"{make_visible(section.title)}:\n{lines}")
        paragraphs.append(make_visible(pointer))
    return "\n\n".join(paragraphs) + "\n"


def _write(lines: Iterable[Line], indent: str = "") -> Iterator[str]:
    for line in lines:
        yield _wrap("".join(map(_say, line.pieces)), f"{indent}- ", f"{indent}  ")
        yield from _write(line.children, f"{indent}  ")


def _say(piece: Piece) -> str:
    return _MARKS.get(piece.role, "{}").format(piece.text)


def _wrap(text: str, first: str = "", rest: str = "") -> str:
    return textwrap.fill(
        make_visible(text),
        _WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
