"""Findings for people: the line in the file, a caret under what is meant, and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.text import Text as Styled

from fardplan.formats._base import Paper, Shown, Verdict
from fardplan.formats._terminal import WIDE, draw, keep_head, keep_tail
from fardplan.locales.text import Lang, Text
from fardplan.locales.visible import make_visible
from fardplan.rules._base import Severity
from fardplan.rules._findings import Finding
from fardplan.source.faults import Place

HINT = Text("Gör så här:", "What to do:")
SEE_ALSO = Text("Se också", "See also")
KNOWN = Text("känd brist", "known debt")

_LEVELS = {
    Severity.ERROR: Text("Fel", "Error"),
    Severity.WARNING: Text("Varning", "Warning"),
    Severity.INFO: Text("Upplysning", "Info"),
}
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold cyan"}

_LONGEST = 160
_SHORTEST = 24
"""How many columns of a line are shown, around the caret: a picture in base64 says nothing."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One line on its way out; prose is indented and may be wrapped, all else keeps its length."""

    text: Styled
    prose: bool = False

    @property
    def plain(self) -> str:
        return f"  {self.text.plain}" if self.prose else self.text.plain


def write(verdict: Verdict, paper: Paper) -> str:
    """Return all findings as text, one after another."""
    lines = (line for shown in verdict.shown for line in _lines(shown, paper))
    if paper.color or paper.width:
        return _render(lines, paper)
    return "".join(f"{line.plain.rstrip()}\n" for line in lines)


def _render(lines: Iterable[_Line], paper: Paper) -> str:
    """Return the lines with colour, wrapped for the terminal."""

    def print_all(console: Console) -> None:
        for line in lines:
            if line.prose:
                console.print(Padding(line.text, (0, 0, 0, 2)))
            else:
                console.print(line.text, soft_wrap=True)

    return draw(print_all, color=paper.color, width=paper.width)


def _lines(shown: Shown, paper: Paper) -> Iterator[_Line]:
    """Yield what is shown of one finding."""
    finding = shown.finding
    gutter = max(len(str(one.line)) for one in (finding.place, *(e.place for e in finding.related)))
    style = _STYLES[finding.severity]
    yield _Line(_header(finding))
    yield _Line(_message(shown, paper.lang), prose=True)
    yield from map(_Line, _excerpt(finding.file, finding.place, gutter, style, paper))
    for end in finding.related:
        where = "" if end.file == finding.file else f" {end.file}:{end.place.line}"
        said = end.text.say(paper.lang, **end.values)
        words = make_visible(f"{SEE_ALSO.say(paper.lang)}{where}: {said}")
        yield _Line(Styled(words), prose=True)
        yield from map(_Line, _excerpt(end.file, end.place, gutter, "cyan", paper))
    if hint := finding.say_hint(paper.lang):
        label = HINT.say(paper.lang)
        text = Styled.assemble((label, "bold"), " ", make_visible(hint))
        yield _Line(text, prose=True)
    yield _Line(Styled())


def _header(finding: Finding) -> Styled:
    place = f"{finding.file}:{finding.place.line}:{finding.place.column}"
    header = Styled(make_visible(place), style="bold")
    if finding.subject:
        names = " › ".join([str(finding.subject), *finding.path])
        header.append(f"  ({make_visible(names)})", style="not bold dim")
    return header


def _message(shown: Shown, lang: Lang) -> Styled:
    finding = shown.finding
    level = _LEVELS[finding.severity].say(lang)
    if shown.known:
        level = f"{level} ({KNOWN.say(lang)})"
    style = "dim" if shown.known else _STYLES[finding.severity]
    rule = (f"[{finding.rule}]", f"dim link {finding.url}" if finding.url else "dim")
    return Styled.assemble((f"{level}:", style), f" {make_visible(finding.say(lang))} ", rule)


def _excerpt(file: str, place: Place, gutter: int, style: str, paper: Paper) -> Iterator[Styled]:
    """Yield the line of the file, and one with carets under what is meant."""
    line = paper.read_line(file, place.line)
    if not line.strip():
        return
    start = place.column - 1
    end = place.end_column - 1 if place.end_line == place.line else len(line)
    end = max(end, start + 1)
    room = min(_LONGEST, max(_SHORTEST, (paper.width or WIDE) - gutter - len("   │ ")))
    before, marked, after = _fit(line[:start], line[start:end], line[end:], room)
    yield Styled.assemble((f"  {place.line:>{gutter}} │ ", "dim"), before, marked, after)
    indent = " " * cell_len(before)
    carets = "^" * max(1, cell_len(marked.rstrip()))
    yield Styled.assemble((f"  {'':>{gutter}} │ ", "dim"), indent, (carets, style))


def _fit(before: str, marked: str, after: str, room: int) -> tuple[str, str, str]:
    """Return the three parts of a line as they are shown, cut to `room` columns."""
    before, marked = make_visible(before), make_visible(marked)
    after = make_visible(after.rstrip())
    if cell_len(before + marked + after) <= room:
        return before, marked, after
    spare = room - cell_len(marked)
    before = keep_tail(before, max(room // 4, spare - cell_len(after)))
    marked = keep_head(marked, room - cell_len(before))
    return before, marked, keep_head(after, room - cell_len(before + marked))
