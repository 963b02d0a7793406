"""Every text of the program, in both languages: there, different, and rightly written.

The texts are found in the source (tools/text_source.py), so that none can be forgotten, and once
more in the modules, for those that are put together from others.
"""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import ModuleType

import pytest

from fardplan.locales.kinds import KINDS
from fardplan.locales.text import LANGUAGES, Lang, Text
from fardplan.model.term import Term
from tools.text_catalogue import placeholders
from tools.text_source import HOUSE, PACKAGE, Pair, collect, find_calls, is_written_out

PAIRS = collect()
_VALUES = re.compile(r"\{[^{}]*\}|`[^`]*`")
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")

ALIKE = {
    "argument", "id", "organisation", "period", "risk", "status", "term", "tertial", "text",
    "version",
}  # fmt: skip
"""Words that are the same in both languages. The list only grows by words that truly are."""

OTHER_VALUES = {
    "`{key}` is missing here.",
    "Add a line: `{key}: …`.",
    "Write `{near}`.",
    "the end of {month} {year}",
    "{what} has changed since you reviewed it (version {old}, now {new}).",
}
"""English texts that need fewer values: the key is its own name, “it” needs no gender."""

PUT_TOGETHER = {
    "src/fardplan/documents/template_settings.py",  # a number with its decimal sign
    "src/fardplan/locales/text.py",  # words of the user's own
    "src/fardplan/model/_time_grammar.py",  # points in time, of words and numbers
    "src/fardplan/model/_time_periods.py",
    "src/fardplan/model/_time_phrases.py",
    "src/fardplan/pipeline/founding.py",  # the texts of templates/repository
    "src/fardplan/pipeline/kept_verdicts.py",  # texts of an earlier run, from the cache
    "src/fardplan/pipeline/site/publish.py",
}
"""Files that make texts of strings whose words are collected elsewhere, or are the user's own."""


def _wrong(pairs: Iterator[Pair]) -> list[str]:
    return [f"{pair.path}:{pair.line}: {pair.sv.text} | {pair.en.text}" for pair in pairs]


def _plain(text: str) -> str:
    """Return a text without code and placeholders."""
    return _VALUES.sub(" ", text)


def test_no_text_is_empty():
    """Each text says something in both languages."""
    assert len(PAIRS) > 1000
    empty = (one for one in PAIRS if not one.sv.text.strip() or not one.en.text.strip())
    assert _wrong(empty) == []


def _words(text: str) -> set[str]:
    """Return the words of a text, without code and placeholders, in small letters."""
    return set(_WORD.findall(_plain(text).casefold()))


def test_no_text_is_the_same_in_both_languages():
    """What is the same in both languages holds no word that is not."""
    same = [one for one in PAIRS if one.sv.text == one.en.text]
    assert _wrong(one for one in same if not _words(one.sv.text) <= ALIKE) == []
    unused = ALIKE - {word for one in same for word in _words(one.sv.text)}
    assert unused == set()


def test_same_values_in_both_languages():
    """Both languages are given the same values, and so show the same facts."""
    found = {
        one.en.text
        for one in PAIRS
        if one.sort == "message"
        and set(placeholders(one.sv.text)) != set(placeholders(one.en.text))
    }
    assert found == OTHER_VALUES


def test_both_end_alike():
    """Where one language ends as a sentence, so does the other."""
    found = (one for one in PAIRS if _is_sentence(one, "sv") != _is_sentence(one, "en"))
    assert _wrong(one for one in found if one.en.text not in OTHER_VALUES) == []


def _is_sentence(pair: Pair, lang: Lang) -> bool:
    return re.sub(r"[”“)]+$", "", pair.piece(lang).text)[-1:] in {".", "…"}


def _is_derived(argument: ast.expr) -> bool:
    """Tell whether a language of a text is taken from that language of other texts."""
    nodes = list(ast.walk(argument))
    return any(
        (isinstance(one, ast.Attribute) and one.attr in LANGUAGES)
        or (isinstance(one, ast.Constant) and one.value in LANGUAGES)
        for one in nodes
    )


def _own_words(argument: ast.expr) -> list[str]:
    return [
        one.value
        for one in ast.walk(argument)
        if isinstance(one, ast.Constant) and isinstance(one.value, str)
        if one.value not in LANGUAGES and _LETTER.search(one.value)
    ]


def test_texts_are_written_out():
    """No text is put together out of words that a translator would not see.

    A title of the user's own becomes a text by `in_any_language`, and a text with values by `fill`.
    """
    hidden, composing = [], set()
    for file in sorted(PACKAGE.rglob("*.py")):
        path = file.relative_to(HOUSE).as_posix()
        for call, _ in find_calls(ast.parse(file.read_text("utf-8"))):
            if is_written_out(call):
                continue
            derived = all(_is_derived(argument) for argument in call.args)
            if not derived:
                composing.add(path)
            words = [word for argument in call.args for word in _own_words(argument)]
            if words or not (derived or path in PUT_TOGETHER):
                hidden.append(f"{path}:{call.lineno}: {ast.unparse(call)[:80]}")
    assert hidden == []
    assert composing == PUT_TOGETHER


def _modules() -> Iterator[ModuleType]:
    for file in sorted(PACKAGE.rglob("*.py")):
        parts = file.relative_to(PACKAGE.parent).with_suffix("").parts
        yield importlib.import_module(".".join(one for one in parts if one != "__init__"))


def _texts_in(value: object, seen: set[int]) -> Iterator[Text]:
    """Yield the texts in a value of a module: alone, in containers, in objects of ours."""
    if id(value) in seen:
        return
    seen.add(id(value))
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts_in(inner, seen)
    elif isinstance(value, (tuple, list, set, frozenset)):
        for inner in value:
            yield from _texts_in(inner, seen)
    elif is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            yield from _texts_in(getattr(value, one.name), seen)


def test_texts_of_modules():
    """What modules hold, put together or not, is in both languages too."""
    seen: set[int] = set()
    texts: set[Text] = set()
    for module in _modules():
        texts |= {one for value in vars(module).values() for one in _texts_in(value, seen)}
    assert len(texts) > 1000
    assert [one for one in texts if not (one.sv.strip() and one.en.strip())] == []
    same = [one.sv for one in texts if one.sv == one.en]
    assert [one for one in same if not _words(one) <= ALIKE] == []


# Swedish, as it is printed

_TYPED = re.compile(
    r'(?:[:=]|user\.name|-m) "[^"]*"|"(?:sv|en|error|warning|info|off|major|minor|editorial)"'
    r'|"(?:full|partial|none|self|external|not-compliant|burden|not-covered)"'
)
"""Straight quotation marks that the user is to type."""


def test_swedish_quotation_marks():
    """Swedish quotes with ” on both sides; straight ones stand only where they are to be typed."""
    found = (
        one
        for one in PAIRS
        if (text := _TYPED.sub("", _plain(one.sv.text)))
        and (re.search(r'["“„«»‘]', text) or text.count("”") % 2)
    )
    assert _wrong(found) == []


def test_english_quotation_marks():
    """English quotes with “ and ”; what is quoted in Swedish keeps its own marks."""
    quoted = re.compile(r"“[^“”]*(?:“[^“”]*”[^“”]*)*”|”[^“”]*”")
    found = (
        one
        for one in PAIRS
        if re.search(r'["“”„«»]', quoted.sub("", _TYPED.sub("", _plain(one.en.text))))
    )
    assert _wrong(found) == []


_LOOSE = re.compile(r"(?:\d|\}) (?:kr|tkr|mnkr|MB|kB|%|‰|§)(?!\w)|§ \d|\d \d{3}(?!\d)")


def test_no_line_breaks_inside_numbers():
    """A number is kept together with its unit, and its groups of digits with one another."""
    found = (
        one
        for one in PAIRS
        if one.sort != "help" and any(_LOOSE.search(one.piece(lang).text) for lang in LANGUAGES)
    )
    assert _wrong(found) == []


def test_other_typography():
    """Dashes are dashes, three dots are one sign, and no two spaces stand together."""
    loose = re.compile(
        r"\w {2,}\w|\w - \w| -- |\b(?:t ex|bl a|dvs|t\.ex|bl\.a|m\.m|osv|resp)\b", re.IGNORECASE
    )
    dots = re.compile(r"\w ?\.\.\.(?! *,)")
    found = (
        one
        for one in PAIRS
        if loose.search(_QUOTED.sub("…", one.sv.text)) or dots.search(one.sv.text)
    )
    assert _wrong(found) == []


_QUOTED = re.compile(r"”[^”]*”|`[^`]*`")


SWEDISH_TERMS = {
    "activity": "aktivitet", "annex": "bilaga", "area": "område", "assignment": "uppdrag",
    "baseline": "kända brister, baslinje", "body": "organ, grupp", "branch": "gren",
    "bug": "fel", "check": "kontrollera", "commit": "incheckning, checka in",
    "condition": "villkor", "default": "standard", "deliverable": "leverans",
    "directory": "mapp", "error": "fel", "file": "fil", "finding": "fel, varning, upplysning",
    "folder": "mapp", "funding": "anslag", "goal": "mål", "hint": "råd", "issue": "ärende",
    "item": "punkt", "key": "nyckel", "merge": "sammanfoga", "milestone": "milstolpe",
    "output": "utdata", "path": "sökväg", "precondition": "förutsättning",
    "principle": "princip", "push": "skicka", "release": "utgåva", "repo": "arkiv",
    "repository": "arkiv", "roadmap": "färdplan", "rule": "regel", "severity": "allvar",
    "stage": "steg", "staged": "det som ska checkas in", "statement": "formulering",
    "suppression": "undantag", "suspect link": "behöver stämmas av", "target": "mål",
    "theme": "tema", "timeline": "tidsplan", "unit": "verksamhet", "usage": "användning",
    "value": "värde", "warning": "varning", "workgroup": "arbetsgrupp",
}  # fmt: skip
"""English words, and what they are called in Swedish (the vocabulary of the domain)."""

_KINDS = "|".join(sorted(KINDS, key=len, reverse=True))
_CODE = re.compile(
    rf"[Mm]app(?:en|ar(?:na)?)? [a-z]+|error, warning, info|delar: .*|\w+(?:\.\w+)+|fardplan (?:new )?[a-z]+(?: (?:{_KINDS})\b)?|git [a-z]+|--[\w-]+(?:[ =][a-z]+(?![\w.]))?"
    r"|\S*[/_=<>]\S*|[\w-]+\.(?:toml|yaml|yml|md|json)|”[^”]*”|\"[^\"]*\""
    r"|[a-z_-]+ \([^()]*\)"  # what is written in the file, with what it is called
)
_ENGLISH = re.compile(
    rf"(?<![\w-])(?:{'|'.join(SWEDISH_TERMS)})(?:s|en|et|ar|ade)?(?![\w-])", re.IGNORECASE
)


def test_swedish_words_for_swedish_texts():
    """No English word stands in a Swedish text where the field has a Swedish one."""
    found = {
        (f"{one.path}:{one.line}", word)
        for one in PAIRS
        for word in _ENGLISH.findall(_CODE.sub(" ", _plain(one.sv.text)))
    }
    assert found == set()


def test_terms_have_swedish_labels():
    """Each term of the files has a Swedish label, in small letters and with no underscore."""
    assert list(_modules())  # they must be imported to be found
    terms = [member for kind in _kinds_of(Term) for member in kind]
    assert len(terms) > 200
    assert [one for one in terms if not one.sv.strip() or "_" in one.sv] == []


def _kinds_of(kind: type[Term]) -> Iterator[type[Term]]:
    for inner in kind.__subclasses__():
        yield inner
        yield from _kinds_of(inner)


# Templates

TEMPLATES = sorted((HOUSE / "templates" / "roadmap").rglob("*.j2"))
_JINJA = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)
_TAG = re.compile(r"<!--.*?-->|<[^>]*>|&#?\w+;|\bid=\"\"", re.DOTALL)
_SCRIPT = re.compile(r"<(script|style)\b.*?</\1>", re.DOTALL)
_SPOKEN = re.compile(r"\b(?:alt|title|aria-label|placeholder|content)=\"([^\"]*)\"")


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates_hold_no_words(path: Path):
    """A template only lays out: what is read or read aloud comes from the texts."""
    source = _JINJA.sub("", path.read_text("utf-8"))
    spoken = [one for one in _SPOKEN.findall(source) if _LETTER.search(one)]
    assert set(spoken) <= {"width=device-width, initial-scale=1", "light dark", "fardplan "}
    assert _LETTER.findall(_TAG.sub("", source)) == []


def test_style_sheets_hold_no_words():
    """Nor do the style sheets add any: some readers would not hear them, none could translate."""
    for path in sorted((HOUSE / "templates" / "roadmap").rglob("*.css")):
        added = re.findall(r"content:\s*\"([^\"]*)\"", path.read_text("utf-8"))
        assert [one for one in added if _LETTER.search(re.sub(r"\\[0-9a-f]+", "", one))] == []
