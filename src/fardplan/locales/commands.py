"""The words of the command line: headings, usage errors, help texts in both languages."""

from __future__ import annotations

from inspect import cleandoc

from fardplan.locales.text import LANGUAGES, Lang, Text

_BETWEEN = "\x1f"


def both(sv: str, en: str) -> str:
    """Return one string that holds a help text in both languages, as Typer takes only strings."""
    return f"{cleandoc(sv)}{_BETWEEN}{cleandoc(en)}"


def continued(first: str, rest: str) -> str:
    """Return two strings from `both` as one, the second in a paragraph of its own."""
    if not rest:
        return first
    sv, en = (f"{pick(first, lang)}\n\n{pick(rest, lang)}" for lang in LANGUAGES)
    return f"{sv}{_BETWEEN}{en}"


def pick(text: str | None, lang: Lang) -> str:
    """Return the part of a string from `both` that is in `lang`, or all of an ordinary string."""
    sv, between, en = (text or "").partition(_BETWEEN)
    return en if between and lang == "en" else sv


USAGE = Text("Användning:", "Usage:")
ARGUMENTS = Text("Argument", "Arguments")
OPTIONS = Text("Flaggor", "Options")
COMMANDS = Text("Kommandon", "Commands")
OPTIONS_PLACE = Text("[FLAGGOR]", "[OPTIONS]")
COMMAND_PLACE = Text("KOMMANDO [ARGUMENT]...", "COMMAND [ARGS]...")
VALUE_PLACE = Text("VÄRDE", "VALUE")
HELP_OPTION = Text("Visa den här hjälpen och avsluta.", "Show this help and exit.")
DEFAULT = Text("standard: {value}", "default: {value}")
REQUIRED = Text("måste anges", "required")
OR = Text("eller", "or")

BETWEEN = Text("mellan {low} och {high}", "between {low} and {high}")
AT_LEAST = Text("minst {low}", "at least {low}")
AT_MOST = Text("högst {high}", "at most {high}")

VARIABLE = Text("miljövariabeln {name}", "the environment variable {name}")
READ_MORE = Text("Läs mer: {command} --help", "Read more: {command} --help")
DID_YOU_MEAN = Text("{message} Menade du {names}?", "{message} Did you mean {names}?")

UNKNOWN_OPTION = Text("Det finns ingen flagga {option}.", "There is no option {option}.")
MISPLACED_OPTION = Text(
    "Flaggan {option} ska stå före kommandot: {program} {option} … {command}",
    "The option {option} goes before the command: {program} {option} … {command}",
)
UNKNOWN_COMMAND = Text("Det finns inget kommando ”{command}”.", "There is no command “{command}”.")
MISSING_COMMAND = Text("Det saknas ett kommando.", "A command is missing.")
EXTRA_ARGUMENTS = Text("{command} tar inte emot ”{words}”.", "{command} does not take “{words}”.")
MISSING_ARGUMENT = Text("{name} saknas.", "{name} is missing.")
MISSING_OPTION = Text("Flaggan {name} måste anges.", "The option {name} is required.")
NEEDS_VALUE = Text(
    "Flaggan {option} behöver ett värde: {option} {place}",
    "The option {option} needs a value: {option} {place}",
)
TAKES_NO_VALUE = Text(
    "Flaggan {option} tar inget värde.", "The option {option} does not take a value."
)
NOT_A_CHOICE = Text(
    "”{value}” går inte att välja för {name}. Välj {choices}.",
    "“{value}” cannot be chosen for {name}. Choose {choices}.",
)
NOT_WHOLE = Text(
    "{name} ska vara ett heltal, inte ”{value}”.", "{name} must be a whole number, not “{value}”."
)
NOT_A_NUMBER = Text(
    "{name} ska vara ett tal, inte ”{value}”.", "{name} must be a number, not “{value}”."
)
OUT_OF_RANGE = Text(
    "{name} ska vara {range}, inte ”{value}”.", "{name} must be {range}, not “{value}”."
)
NOT_A_SWITCH = Text(
    "{name} ska vara 1 eller 0, inte ”{value}”.", "{name} must be 1 or 0, not “{value}”."
)
NOT_A_DAY = Text(
    "”{value}” är inget datum. Skriv år, månad och dag, till exempel 2026-01-31.",
    "“{value}” is not a date. Write year, month and day, such as 2026-01-31.",
)
NO_SUCH_PATH = Text("”{value}” finns inte.", "“{value}” does not exist.")
NOT_A_FILE = Text(
    "”{value}” är en mapp, men {name} ska vara en fil.",
    "“{value}” is a folder, but {name} must be a file.",
)
NOT_A_FOLDER = Text(
    "”{value}” är en fil, men {name} ska vara en mapp.",
    "“{value}” is a file, but {name} must be a folder.",
)
NOT_ALLOWED = Text("Du har inte rätt att läsa ”{value}”.", "You may not read “{value}”.")
WRONG_VALUE = Text(
    "”{value}” passar inte som värde för {name}.", "“{value}” is not a value for {name}."
)
WRONG_CALL = Text("Det går inte att tolka anropet.", "The call cannot be understood.")
QUIET_AND_VERBOSE = Text(
    "Välj antingen --quiet eller --verbose, inte båda.",
    "Choose either --quiet or --verbose, not both.",
)
NO_SUCH_FOLDER = Text(
    "Mappen {path} finns inte, eller går inte att öppna.",
    "The folder {path} does not exist, or cannot be opened.",
)
NO_WORKING_FOLDER = Text(
    "Mappen som du står i finns inte längre. Gå till en annan och försök igen.",
    "The folder you are in no longer exists. Go to another and try again.",
)
RECOVERED = Text(
    "Ett tidigare kommando avbröts innan det var klart. Filerna är återställda till som de var "
    "före det.",
    "An earlier command was cut off before it was done. The files are restored to what they were "
    "before it.",
)
INTERRUPTED = Text("Avbrutet.", "Interrupted.")
NO_ROOM = Text(
    "Det går inte att skriva utdata: {reason}.", "The output cannot be written: {reason}."
)
BUG = Text(
    "Detta är ett fel i fardplan, inte i dina filer. "
    "Anmäl det i ärendelistan där du hämtade fardplan: skicka med texten ovan, kommandot du skrev "
    "och versionen ({version}, Python {python}).",
    "This is a bug in fardplan, not in your files. "
    "Report it in the issue tracker of the place you got fardplan from: send the text above, "
    "the command you gave and the version ({version}, Python {python}).",
)
