"""Every wrong call of every command, and every help page, in Swedish and in English.

The commands, their parameters and so the calls are found in the program itself (calls.py): a new
command is tried as soon as it is there.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer._click import types
from typer._click.exceptions import ClickException, UsageError
from typer._types import TyperChoice
from typer.core import TyperGroup
from typer.testing import Result

from fardplan.commands import _run as running
from fardplan.commands._usage import explain
from fardplan.locales import commands as words
from fardplan.locales.commands import pick
from fardplan.locales.text import LANGUAGES, Lang
from tests.commands.calls import PROGRAM, Called, every_command, every_wrong_call, long_of, place
from tools.text_source import PACKAGE

COMMANDS = list(every_command())
each_command = pytest.mark.parametrize("called", COMMANDS, ids=lambda called: called.name)
each_lang = pytest.mark.parametrize("lang", LANGUAGES)

ENGLISH = re.compile(
    r"\b(a|an|and|any|argument\(s\)|are|arguments|as|be|been|between|but|by|can|cannot|choose|"
    r"command|commands|default|did|directory|does|dynamic|each|environment|error|every|exist|"
    r"exit|expected|extra|file|folder|for|from|given|has|help|how|if|int|integer|invalid|is|it|"
    r"its|list|may|mean|message|missing|more|must|needs|no|none|not|of|one|only|option|options|"
    r"or|page|path|possible|range|read|required|requires|see|show|such|that|the|there|this|to|"
    r"try|unexpected|usage|valid|value|values|what|when|where|which|with|without|write|you)\b",
    re.IGNORECASE,
)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that gets what Click itself would have said of each wrong call."""
    said: list[str] = []

    def listen(error: Exception, lang: Lang) -> str:
        if isinstance(error, UsageError):
            said.append(error.format_message())
        return explain(error, lang)

    monkeypatch.setattr(running, "explain", listen)
    return said


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in an empty folder, so that a call that is right after all does no harm."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture(autouse=True)
def built_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Call the program that is built already: to build it takes longer than all else."""
    monkeypatch.setattr("typer.testing._get_command", lambda _: PROGRAM)


def _flatten(text: str) -> str:
    return " ".join(text.split())


@each_lang
@each_command
def test_wrong_calls(fardplan: Callable[..., Result], told, called: Called, lang: Lang):
    """A wrong call exits 2, shows the usage, says what is wrong, and where to read more."""
    calls = list(every_wrong_call(called))
    assert len(calls) >= 5
    for wrong in calls:
        result = fardplan("--lang", lang, *wrong.args, env={"FARDPLAN_LANG": lang, **wrong.env})
        *usage, said, more = result.stderr.splitlines()
        message = wrong.said.say(lang)
        message = re.sub("^(miljö|the env)", lambda found: found[1].capitalize(), message)
        program = " ".join(["fardplan", *called.path])
        assert (result.exit_code, result.stdout) == (2, ""), str(wrong)
        assert said == f"fardplan: {_flatten(message)}", str(wrong)
        assert _flatten(" ".join(usage)).startswith(f"{words.USAGE.say(lang)} {program} "), str(
            wrong
        )
        assert more == words.READ_MORE.say(lang, command=program), str(wrong)
        if lang == "sv":
            assert not _leaks(result.stderr, called), (str(wrong), result.stderr)
            assert not [one for one in told if one and one in result.stderr], str(wrong)
        else:
            assert re.findall("[åäöÅÄÖ]", result.stderr) == [], str(wrong)


def _own_words(called: Called) -> Iterator[str]:
    """Yield what is written alike in every language: names of commands, options and choices."""
    yield from called.path
    if isinstance(called.command, TyperGroup):
        yield from called.command.commands
    for param in called.command.params:
        yield from param.opts
        if isinstance(param.type, TyperChoice):
            yield from (param.type.normalize_choice(one, None) for one in param.type.choices)


_QUOTED = re.compile(
    r"”[^”]*”|FARDPLAN_\w+|--[\w-]+|\S*\w[/_–-]\w\S*|fardplan [a-z]+|\b[a-z_]+ \([^)]*\)"
)


def _leaks(text: str, called: Called) -> list[str]:
    """Return the English words in a Swedish text that stand there without need."""
    text = _QUOTED.sub(" ", _flatten(text))
    for word in sorted(_own_words(called), key=len, reverse=True):
        text = re.sub(rf"(?<![\w-]){re.escape(word)}(?![\w-])", " ", text)
    return ENGLISH.findall(text)


@pytest.mark.parametrize(
    "args",
    [
        ["-q", "-v", "rules"],
        ["validate", "--staged", "--rev", "HEAD"],
        ["validate", "--rev", ""],
        ["validate", "--changed-since", " "],
        ["validate", "--select", "unknown-keys"],
        ["rule", "unknown-keys"],
        ["-C", "finns-inte", "rules"],
        ["new"],
        [],
    ],
    ids=" ".join,
)
def test_what_commands_refuse_themselves(fardplan, args):
    """Options that exclude one another, names that are not known: wrong usage in both languages."""
    swedish, english = (fardplan("--lang", lang, *args) for lang in LANGUAGES)
    assert (swedish.exit_code, english.exit_code) == (2, 2)
    assert (swedish.stdout, english.stdout) == ("", "")
    path = tuple(one for one in args[:1] if one in {called.path[0] for called in COMMANDS[1:]})
    (called,) = (one for one in COMMANDS if one.path == path)
    assert not _leaks(swedish.stderr, called), swedish.stderr
    assert "--help" in swedish.stderr
    assert "--help" in english.stderr
    assert re.findall("[åäöÅÄÖ]", english.stderr) == []


@each_command
def test_empty_values(fardplan, called: Called):
    """An empty value is refused or taken, but never ends in a traceback or in English."""
    for param in called.options:
        if not getattr(param, "is_flag", False) and called.path:
            result = fardplan("--lang", "sv", *called.enough, long_of(param), "", stdin="")
            assert result.exit_code in {0, 1, 2, 3}, (long_of(param), result.stderr)
            assert not _leaks(result.stderr, called), (long_of(param), result.stderr)


def test_no_words_of_click_are_raised():
    """No module raises an error of Click or Typer, whose words are English."""
    foreign = {one.__name__ for one in _kinds_of(ClickException)} | {"Abort"}
    raised = {
        (file.name, name)
        for file in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call)
        for name in [ast.unparse(node.exc.func).rpartition(".")[2]]
        if name in foreign
    }
    assert raised == set()


def _kinds_of(kind: type[Exception]) -> Iterator[type[Exception]]:
    yield kind
    for inner in kind.__subclasses__():
        yield from _kinds_of(inner)


# Help pages


@each_lang
@each_command
def test_help_pages(fardplan, called: Called, lang: Lang):
    """A help page has its headings, places, defaults, ranges and remarks in its language."""
    result = fardplan("--lang", lang, *called.path, "--help")
    page = _flatten(result.stdout)
    assert (result.exit_code, result.stderr) == (0, "")
    assert page.startswith(f"{words.USAGE.say(lang)} {called.name} {words.OPTIONS_PLACE.say(lang)}")
    headings = re.findall(r"^(\S+):$", result.stdout, re.MULTILINE)
    assert headings == [
        heading.say(lang)
        for heading, is_there in (
            (words.ARGUMENTS, called.arguments),
            (words.OPTIONS, True),
            (words.COMMANDS, isinstance(called.command, TyperGroup)),
        )
        if is_there
    ]
    assert _flatten(words.HELP_OPTION.say(lang)) in page
    rows = [*called.arguments, *called.options]
    unspaced = re.sub(r"\s+", "", page)  # lines are also broken after hyphens
    assert [one for one in rows if re.sub(r"\s+", "", _row(one, lang)) not in unspaced] == []
    assert page.count("[måste anges]" if lang == "sv" else "[required]") == len(
        [one for one in called.options if one.required]
    )


def _row(param: object, lang: Lang) -> str:
    """Return a row of a help page: the names, the place of the value, what it does, remarks."""
    help_text = _flatten(pick(param.help, lang))  # type: ignore[attr-defined]
    if param.param_type_name == "argument":  # type: ignore[attr-defined]
        return _flatten(f"{place(param).say(lang)} {help_text}")  # type: ignore[arg-type]
    names = ", ".join(sorted(param.opts, key=len))  # type: ignore[attr-defined]
    if param.is_flag:  # type: ignore[attr-defined]
        return f"{names} {help_text}"
    default = param.default  # type: ignore[attr-defined]
    remarks = []
    if default not in (None, "") and not isinstance(default, bool):
        remarks.append(words.DEFAULT.say(lang, value=getattr(default, "value", default)))
    if isinstance(param.type, types._NumberRangeBase):  # type: ignore[attr-defined]
        remarks.append(words.BETWEEN.say(lang, low=param.type.min, high=param.type.max))  # type: ignore[attr-defined]
    remark = f" [{'; '.join(remarks)}]" if remarks else ""
    return f"{names} {place(param).say(lang)} {help_text}{remark}"  # type: ignore[arg-type]


@each_command
def test_help_pages_hold_one_language(fardplan, called: Called):
    """No word of English stands on a Swedish page, and no Swedish letter on an English one."""
    swedish, english = (
        fardplan("--lang", lang, *called.path, "--help").stdout for lang in LANGUAGES
    )
    assert _leaks(swedish, called) == []
    assert re.findall(r"\w*[åäöÅÄÖ]\w*", re.sub(r"\([^)]*\)|“[^”]*”", " ", english)) == []
    assert "\x1f" not in swedish + english


def test_environment_variables_are_told(fardplan):
    """The program's help says in both languages that options can be variables too."""
    for lang, said in (("sv", "miljövariabler"), ("en", "environment variables")):
        assert said in fardplan("--lang", lang, "--help").stdout
