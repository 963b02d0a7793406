"""All findings as Markdown, for the page that GitHub Actions shows of a run."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from fardplan.documents.markdown.text import address, code_span, escape_words, in_cell, table
from fardplan.formats._base import Paper, Shown, Verdict
from fardplan.formats._findings_wording import name_level
from fardplan.formats._summary import count_findings
from fardplan.locales.text import Lang, Text, group_thousands
from fardplan.locales.visible import make_visible

LIMIT = 1024 * 1024
"""The most bytes that GitHub takes for one step; with one more it shows nothing at all."""

TITLE = Text("Kontroll av färdplanerna", "Check of the roadmaps")
HEAD = (
    Text("Rad", "Line"),
    Text("Allvar", "Severity"),
    Text("Vad", "What"),
    Text("Gör så här", "What to do"),
    Text("Regel", "Rule"),
)
LEFT_OUT = (
    Text(
        "1 till får inte plats här. Alla står i jobbets logg.",
        "1 more does not fit here. All of them stand in the log of the job.",
    ),
    Text(
        "{n} till får inte plats här. Alla står i jobbets logg.",
        "{n} more do not fit here. All of them stand in the log of the job.",
    ),
)
_CODE = re.compile(r"`([^`]+)`")
_MENTION = re.compile(r"(?<!\w)@(?=\w)")


def write(verdict: Verdict, paper: Paper, sentence: str, room: int = LIMIT, blob: str = "") -> str:
    """Return the findings by file, the gravest files first, in at most `room` bytes of UTF-8.

    `sentence` is the summary line; `blob` is the address that a file's path follows, if it is known
    where the files are shown.
    """
    left = len(verdict.shown)
    out = f"### {TITLE.say(paper.lang)}\n\n{_mark_up(sentence)}\n"
    room -= len(out.encode()) + len(_left_out(left, paper.lang).encode())
    rows: list[str] = []
    for row, counted in _rows(verdict, paper, blob):
        room -= len(row.encode(errors="backslashreplace"))
        if room < 0:
            break
        rows.append(row)
        left -= counted
    return out + "".join(rows) + (_left_out(left, paper.lang) if left else "")


def _rows(verdict: Verdict, paper: Paper, blob: str) -> Iterator[tuple[str, int]]:
    """Yield each row, the first of a file together with its heading, and how many it tells."""
    files: dict[str, list[Shown]] = {}
    for shown in verdict.shown:
        files.setdefault(shown.finding.file, []).append(shown)
    for file, found in sorted(files.items(), key=lambda item: (*_gravity(item[1]), item[0])):
        heading = _heading(file, found, paper.lang)
        for shown in found:
            yield f"{heading}{_row(shown, paper, blob)}\n", 1
            heading = ""


def _gravity(found: list[Shown]) -> tuple[bool, int]:
    """Return what sorts files: those with new findings first, the gravest of these first."""
    new = [shown.finding.severity.rank for shown in found if not shown.known]
    return not new, -max(new, default=0)


def _heading(file: str, found: list[Shown], lang: Lang) -> str:
    counts = Counter(shown.finding.severity for shown in found)
    titles = [text.say(lang) for text in HEAD]
    head = table(titles, [], [True, False, False, False, False])
    return f"\n#### {_code(file)}: {count_findings(counts, lang)}\n\n{head}\n"


def _row(shown: Shown, paper: Paper, blob: str) -> str:
    finding = shown.finding
    line = str(finding.place.line)
    if blob:
        path = address(_quote(paper.path_of(finding.file)))
        line = f"[{line}]({blob}/{path}#L{line})"
    rule = code_span(finding.rule)
    cells = (
        line,
        name_level(shown, paper.lang),
        _mark_up(finding.say(paper.lang)),
        _mark_up(finding.say_hint(paper.lang) or ""),
        f"[{rule}]({address(finding.url)})" if finding.url else rule,
    )
    return f"| {' | '.join(map(in_cell, cells))} |"


def _mark_up(text: str) -> str:
    """Return a text with its `code` as code and all else as words, calling nobody @name."""
    parts = _CODE.split(make_visible(text))
    return "".join(
        _code(part) if index % 2 else _MENTION.sub("@<!-- -->", escape_words(part))
        for index, part in enumerate(parts)
    )


def _code(text: str) -> str:
    return code_span(make_visible(text))


def _quote(path: str) -> str:
    from urllib.parse import quote

    return quote(path, errors="replace")


def _left_out(number: int, lang: Lang) -> str:
    count = group_thousands(str(number), lang)
    return f"\n{LEFT_OUT[number != 1].say(lang, n=count)}\n"
