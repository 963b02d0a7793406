"""Findings for people: the line in the file, a caret under what is meant, and what to do."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text as Styled

from fardplan.formats._base import Paper, Shown, Verdict
from fardplan.formats._excerpts import Mark, draw_excerpt
from fardplan.formats._findings_wording import HINT, SEE_ALSO, name_level, name_place
from fardplan.formats._terminal import draw, fold
from fardplan.locales.visible import make_visible
from fardplan.rules._base import Severity
from fardplan.rules._findings import Finding, RelatedPlace

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "cyan"}
_OTHER_END = "blue"


def write(verdict: Verdict, paper: Paper) -> str:
    """Return all findings as text, one after another."""
    lines = (line for shown in verdict.shown for line in _lines(shown, paper))
    if not paper.color:
        return "".join(f"{line.plain.rstrip()}\n" for line in lines)

    def print_all(console: Console) -> None:
        for line in lines:
            console.print(line, soft_wrap=True)

    return draw(print_all, color=True, width=paper.width)


def _lines(shown: Shown, paper: Paper) -> Iterator[Styled]:
    """Yield what is shown of one finding, each line as wide as there is room for."""
    finding = shown.finding
    style = "dim" if shown.known else _STYLES[finding.severity]
    digits = max(len(str(one.line)) for one in (finding.place, *(e.place for e in finding.related)))
    here = [end for end in finding.related if end.file == finding.file]
    yield from _header(finding, paper)
    yield from _hang(_message(shown, style, paper), paper)
    marks = [Mark(finding.place, style), *(_mark(end, paper) for end in here)]
    yield from draw_excerpt(finding.file, marks, digits, paper)
    for end in finding.related:
        if end.file != finding.file:
            yield from _elsewhere(end, digits, paper)
    if hint := finding.say_hint(paper.lang):
        text = Styled.assemble((HINT.say(paper.lang), "bold"), " ", make_visible(hint))
        yield from _hang(text, paper)
    yield Styled()


def _header(finding: Finding, paper: Paper) -> Iterator[Styled]:
    """Yield where it is, and what it is about: beside it, or below where there is no room."""
    header = Styled(name_place(finding), style="bold")
    if not finding.subject:
        yield header
        return
    names = Styled(f"({make_visible(' › '.join((str(finding.subject), *finding.path)))})", "dim")
    if paper.width and cell_len(header.plain) + 2 + cell_len(names.plain) > paper.width:
        yield header
        yield from _hang(names, paper)
    else:
        yield Styled.assemble(header, "  ", names)


def _message(shown: Shown, style: str, paper: Paper) -> Styled:
    finding = shown.finding
    # Only a terminal makes a link of it; what is coloured for a log would show the address's codes.
    rule = f"dim link {make_visible(finding.url)}" if finding.url and paper.width else "dim"
    return Styled.assemble(
        (f"{name_level(shown, paper.lang)}:", style),
        f" {make_visible(finding.say(paper.lang))} ",
        (f"[{finding.rule}]", rule),
    )


def _mark(end: RelatedPlace, paper: Paper) -> Mark:
    said = make_visible(end.text.say(paper.lang, **end.values))
    return Mark(end.place, _OTHER_END, "-", said)


def _elsewhere(end: RelatedPlace, digits: int, paper: Paper) -> Iterator[Styled]:
    """Yield an end in another file, with its own line."""
    said = end.text.say(paper.lang, **end.values)
    where = f"{SEE_ALSO.say(paper.lang)} {end.file}:{end.place.line}"
    yield from _hang(Styled(make_visible(f"{where}: {said}")), paper)
    yield from draw_excerpt(end.file, [Mark(end.place, _OTHER_END, "-")], digits, paper)


def _hang(text: Styled, paper: Paper) -> Iterator[Styled]:
    """Yield prose indented by two columns, and by four from the second line on."""
    if not paper.width:
        yield Styled("  ").append_text(text)
        return
    for number, line in enumerate(fold(text, paper.width - 4)):
        yield Styled("    " if number else "  ").append_text(line)
