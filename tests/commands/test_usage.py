"""Usage errors and help pages of a command that has one option of each kind."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Annotated, Any

import pytest
import typer
from typer.testing import CliRunner, Result

from fardplan.cli import Shell, start
from fardplan.commands._help import Command
from fardplan.commands._options import FORMAT, OutputFile, Today
from fardplan.commands._usage import WrongUsage
from fardplan.locales.commands import both
from fardplan.locales.text import Text


class Format(Enum):
    TEXT = "text"
    JSON = "json"


def _option(*names: str, **settings: Any) -> Any:
    return typer.Option(*names, help=both("Svensk hjälp. Mer.", "English help. More."), **settings)


def _weigh(value: str) -> str:
    if value == "tung":
        raise ValueError(value)
    return value


def probe(
    place: Annotated[
        str, typer.Argument(metavar=both("PLATS", "PLACE"), help=both("Var.", "Where."))
    ],
    others: Annotated[list[str] | None, typer.Argument(metavar=both("FLER", "MORE"))] = None,
    output_format: Annotated[Format, FORMAT] = Format.TEXT,
    output: OutputFile = None,
    today: Today = None,
    owner: Annotated[str, _option("--owner", metavar=both("NAMN", "NAME"))] = "",
    count: Annotated[int, _option("--count")] = 1,
    month: Annotated[int, _option("--month", min=1, max=12)] = 1,
    least: Annotated[int, _option("--least", min=3)] = 3,
    most: Annotated[float, _option("--most", max=4.5)] = 1,
    share: Annotated[float, _option("--share")] = 1,
    strict: Annotated[bool, _option("--strict")] = False,
    folder: Annotated[Path | None, _option("--folder", exists=True, file_okay=False)] = None,
    file: Annotated[Path | None, _option("--file", exists=True, dir_okay=False)] = None,
    weight: Annotated[str | None, _option("--weight", parser=_weigh)] = None,
    ranks: Annotated[list[Format] | None, _option("--rank")] = None,
) -> None:
    """Take one option of each kind."""
    if place == "ingenstans":
        raise WrongUsage(Text("Det finns inget där.", "Nothing is there."))
    typer.echo(f"{place} {others} {output_format} {output} {today} {strict} {ranks}")


def demand(level: Annotated[str, _option("--level", metavar=both("NIVÅ", "LEVEL"))]) -> None:
    """Take an option that must be given, and nothing else."""


@pytest.fixture
def call() -> Callable[..., Result]:
    """Return a function that calls a program of two commands."""
    app = typer.Typer(cls=Shell, rich_markup_mode=None, add_completion=False)
    app.callback(
        context_settings={"auto_envvar_prefix": "FARDPLAN", "help_option_names": ["-h", "--help"]},
        no_args_is_help=True,
        invoke_without_command=True,
        help=both("Ett prov.", "A trial."),
    )(start)
    app.command("probe", cls=Command, help=both("Pröva. Allt.", "Try. All."))(probe)
    app.command("demand", cls=Command, help=both("Kräv.", "Demand."))(demand)

    def run(*args: str, **env: str) -> Result:
        return CliRunner().invoke(app, list(args), env=env, prog_name="fardplan")

    return run


CASES: list[tuple[list[str], dict[str, str], str, str]] = [
    ([], {}, "Det saknas ett kommando.", "A command is missing."),
    (["prob"], {}, "Det finns inget kommando ”prob”. Menade du probe?",
     "There is no command “prob”. Did you mean probe?"),
    (["zzz"], {}, "Det finns inget kommando ”zzz”.", "There is no command “zzz”."),
    (["--colour"], {}, "Det finns ingen flagga --colour. Menade du --color?",
     "There is no option --colour. Did you mean --color?"),
    (["probe", "x", "--zzz"], {}, "Det finns ingen flagga --zzz.", "There is no option --zzz."),
    (["probe", "x", "-z"], {}, "Det finns ingen flagga -z.", "There is no option -z."),
    (["probe", "x", "--lang", "en"], {},
     "Flaggan --lang ska stå före kommandot: fardplan --lang … probe",
     "The option --lang goes before the command: fardplan --lang … probe"),
    (["probe", "x", "--owner"], {}, "Flaggan --owner behöver ett värde: --owner NAMN",
     "The option --owner needs a value: --owner NAME"),
    (["probe", "x", "--count"], {}, "Flaggan --count behöver ett värde: --count VÄRDE",
     "The option --count needs a value: --count VALUE"),
    (["probe", "x", "-f"], {}, "Flaggan -f behöver ett värde: -f text|json",
     "The option -f needs a value: -f text|json"),
    (["probe", "x", "--strict=ja"], {}, "Flaggan --strict tar inget värde.",
     "The option --strict does not take a value."),
    (["-q", "-v", "probe", "x"], {}, "Välj antingen --quiet eller --verbose, inte båda.",
     "Choose either --quiet or --verbose, not both."),
    (["-C", "finns-inte", "probe", "x"], {},
     "Mappen finns-inte finns inte, eller går inte att öppna.",
     "The folder finns-inte does not exist, or cannot be opened."),
    (["probe"], {}, "PLATS saknas.", "PLACE is missing."),
    (["demand"], {}, "Flaggan --level måste anges.", "The option --level is required."),
    (["demand", "--level", "1", "a", "b"], {}, "fardplan demand tar inte emot ”a b”.",
     "fardplan demand does not take “a b”."),
    (["probe", "x", "-f", "xml"], {},
     "”xml” går inte att välja för --output-format. Välj text eller json.",
     "“xml” cannot be chosen for --output-format. Choose text or json."),
    (["probe", "x", "--rank", "text", "--rank", "guld"], {},
     "”guld” går inte att välja för --rank. Välj text eller json.",
     "“guld” cannot be chosen for --rank. Choose text or json."),
    (["probe", "x"], {"FARDPLAN_PROBE_OUTPUT_FORMAT": "xml"},
     ("”xml” går inte att välja för miljövariabeln FARDPLAN_PROBE_OUTPUT_FORMAT. "
      "Välj text eller json."),
     ("“xml” cannot be chosen for the environment variable FARDPLAN_PROBE_OUTPUT_FORMAT. "
      "Choose text or json.")),
    (["probe", "x"], {"FARDPLAN_PROBE_STRICT": "kanske"},
     "Miljövariabeln FARDPLAN_PROBE_STRICT ska vara 1 eller 0, inte ”kanske”.",
     "The environment variable FARDPLAN_PROBE_STRICT must be 1 or 0, not “kanske”."),
    (["probe", "x", "--count", "tre"], {}, "--count ska vara ett heltal, inte ”tre”.",
     "--count must be a whole number, not “tre”."),
    (["probe", "x", "--month", "tre"], {}, "--month ska vara ett heltal, inte ”tre”.",
     "--month must be a whole number, not “tre”."),
    (["probe", "x", "--share", "tre"], {}, "--share ska vara ett tal, inte ”tre”.",
     "--share must be a number, not “tre”."),
    (["probe", "x", "--month", "13"], {}, "--month ska vara mellan 1 och 12, inte ”13”.",
     "--month must be between 1 and 12, not “13”."),
    (["probe", "x", "--least", "2"], {}, "--least ska vara minst 3, inte ”2”.",
     "--least must be at least 3, not “2”."),
    (["probe", "x", "--most", "5"], {}, "--most ska vara högst 4.5, inte ”5”.",
     "--most must be at most 4.5, not “5”."),
    (["probe", "x", "--folder", "saknas"], {}, "”saknas” finns inte.", "“saknas” does not exist."),
    (["probe", "x", "--folder", __file__], {},
     f"”{__file__}” är en fil, men --folder ska vara en mapp.",
     f"“{__file__}” is a file, but --folder must be a folder."),
    (["probe", "x", "--file", "."], {}, "”.” är en mapp, men --file ska vara en fil.",
     "“.” is a folder, but --file must be a file."),
    (["probe", "x", "--today", "31 maj"], {},
     "”31 maj” är inget datum. Skriv år, månad och dag, till exempel 2026-01-31.",
     "“31 maj” is not a date. Write year, month and day, such as 2026-01-31."),
    (["probe", "x", "--today", "20260131"], {},
     "”20260131” är inget datum. Skriv år, månad och dag, till exempel 2026-01-31.",
     "“20260131” is not a date. Write year, month and day, such as 2026-01-31."),
    (["probe", "x", "--weight", "tung"], {}, "”tung” passar inte som värde för --weight.",
     "“tung” is not a value for --weight."),
    (["probe", "ingenstans"], {}, "Det finns inget där.", "Nothing is there."),
]  # fmt: skip


@pytest.mark.parametrize(("args", "env", "sv", "en"), CASES, ids=lambda value: str(value)[:40])
def test_wrong_call(call, args, env, sv, en):
    """Each wrong call exits 2 and says what is wrong on one line, wholly in the chosen language."""
    for lang, message in (("sv", sv), ("en", en)):
        result = call("--lang", lang, *args, **env)
        usage, *_, said, more = result.stderr.splitlines()
        assert (result.exit_code, result.stdout) == (2, "")
        assert said == f"fardplan: {message}"
        assert usage.startswith("Användning: " if lang == "sv" else "Usage: ")
        assert more.startswith("Läs mer: " if lang == "sv" else "Read more: ")


ENGLISH = re.compile(
    r"\b(usage|error|try|help|for|option|options|argument\(s\)|arguments|command|missing|invalid|"
    r"value|no such|did you|default|required|range|show|message|and|exit|must|not|the|is|"
    r"of|dynamic)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: " ".join(case[0]) or "none")
def test_swedish_holds_no_english(call, case):
    """No word of English is left in a Swedish usage error, but for names and paths."""
    args, env, *_ = case
    said = call("--lang", "sv", *args, **env).stderr
    said = re.sub(r"”[^”]*”|\S*[/-][^\s:]*|FARDPLAN_\w+|: \S+\|\S+", " ", said)
    assert ENGLISH.findall(said.replace("demand", "")) == []


def test_help_in_swedish(call):
    """A command's help is Swedish from the usage line to the default values."""
    result = call("--lang", "sv", "probe", "-h")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[:7] == [
        "Användning: fardplan probe [FLAGGOR] PLATS [FLER]...",
        "",
        "  Pröva. Allt.",
        "",
        "Argument:",
        "  PLATS  Var.",
        "  FLER",
    ]
    assert "-f, --output-format text|json  Utdatans format.  [standard: text]" in result.stdout
    assert "--month VÄRDE" in result.stdout
    assert "[standard: 1; mellan 1 och 12]" in " ".join(result.stdout.split())
    assert "  -h, --help " in result.stdout
    said = re.sub(r"--\S+|probe", " ", result.stdout)
    assert ENGLISH.findall(said) == []


def test_help_in_english(call):
    """The same help is English when English is asked for."""
    result = call("--lang", "en", "probe", "--help")
    assert result.stdout.startswith("Usage: fardplan probe [OPTIONS] PLACE [MORE]...\n")
    assert re.findall("[åäöÅÄÖ]", result.stdout) == []
    assert "[default: 1; between 1 and 12]" in " ".join(result.stdout.split())


def test_list_of_commands(call):
    """The program's help lists each command with the first sentence of its help."""
    listed = call("--lang", "sv", "-h").stdout.partition("Kommandon:\n")[2].splitlines()
    assert listed == ["  probe   Pröva.", "  demand  Kräv."]


def test_required_option_is_marked(call):
    """An option that must be given says so in the help."""
    assert "[måste anges]" in call("--lang", "sv", "demand", "--help").stdout


def test_options_from_the_environment(call):
    """A command's options can be set as FARDPLAN_<COMMAND>_<OPTION>; the line goes first."""
    env = {"FARDPLAN_PROBE_STRICT": "1", "FARDPLAN_PROBE_OUTPUT_FORMAT": "json"}
    assert call("probe", "x", **env).stdout == "x None Format.JSON None None True None\n"
    assert " Format.TEXT " in call("probe", "x", "-f", "text", **env).stdout


def test_help_is_no_variable(call):
    """FARDPLAN_HELP and FARDPLAN_VERSION, which may be set for other reasons, change nothing."""
    result = call("probe", "x", FARDPLAN_HELP="1", FARDPLAN_VERSION="0.1", FARDPLAN_PROBE_HELP="1")
    assert (result.exit_code, result.stdout[:2]) == (0, "x ")


def test_control_characters_are_taken_away(call):
    """What the user wrote cannot steer the terminal through an error message."""
    assert "”\N{REPLACEMENT CHARACTER}[31mred”" in call("--lang", "sv", "\x1b[31mred").stderr
