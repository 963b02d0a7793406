"""Usage errors in both languages, told by their kind and fields, never by Typer's wording."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

# Typer keeps its own copy of Click, and shows these classes nowhere else (hence typer<0.29).
from typer._click import exceptions as kinds
from typer._click import types
from typer._types import TyperChoice
from typer.models import TyperPath

from fardplan.errors import CannotRun
from fardplan.locales import commands as words
from fardplan.locales.commands import pick
from fardplan.locales.text import Lang, Text

if TYPE_CHECKING:
    from typer._click.core import Command, Context, Parameter

_ARGS = "fardplan.args"
_PLAIN_KINDS: Mapping[type[types.ParamType], Text] = {
    types.IntParamType: words.NOT_WHOLE,
    types.FloatParamType: words.NOT_A_NUMBER,
    types.BoolParamType: words.NOT_A_SWITCH,
    types.DateTime: words.NOT_A_DAY,
}


class WrongUsage(CannotRun):
    """Tell that the command was called in a way it does not understand (exit code 2)."""

    ctx: Context | None = None
    """The command that was called, once that is known."""


def remember_args(ctx: Context, args: Sequence[str]) -> None:
    """Keep the words that a command is about to parse, to quote them in an error."""
    ctx.meta[_ARGS] = list(args)


def words_of(ctx: Context) -> Sequence[str]:
    """Return the words that a command was about to parse."""
    words: Sequence[str] = ctx.meta.get(_ARGS, [])
    return words


def peek_options(command: Command, args: Sequence[str]) -> Mapping[str, Any]:
    """Return the options in `args` as written, as far as they can be understood."""
    settings: dict[str, Any] = {**command.context_settings, "ignore_unknown_options": True}
    ctx = command.context_class(command, resilient_parsing=True, **settings)
    return command.make_parser(ctx).parse_args(list(args))[0]


def explain(error: Exception, lang: Lang) -> str:
    """Return what is wrong with the call, in `lang`."""
    match error:
        case WrongUsage():
            return error.say(lang)
        case kinds.NoSuchOption():
            return _explain_unknown_option(error, lang)
        case kinds.BadOptionUsage():
            return _explain_option(error, lang)
        case kinds.MissingParameter(param=param) if param is not None:
            text = words.MISSING_OPTION if _is_option(param) else words.MISSING_ARGUMENT
            return text.say(lang, name=name_of(param, lang))
        case kinds.BadParameter(param=param, ctx=ctx) if param is not None and ctx is not None:
            return _explain_value(param, ctx, lang)
    return words.WRONG_CALL.say(lang)


def suggest(message: str, wrong: str, known: Iterable[str], lang: Lang) -> str:
    """Return the message with the nearest of the known names, where any is near."""
    near = get_close_matches(wrong, list(known), n=2)
    if not near:
        return message
    return words.DID_YOU_MEAN.say(lang, message=message, names=_either(near, lang))


def name_of(param: Parameter, lang: Lang) -> str:
    """Return what the user knows a parameter by: its long option, or its place in the usage."""
    if _is_option(param):
        return max(param.opts, key=len)
    return pick(param.metavar, lang) or str(param.name).upper()


def place_of(param: Parameter, lang: Lang) -> str:
    """Return what stands for a parameter's value in the help."""
    if param.metavar is not None:
        return pick(param.metavar, lang)
    if isinstance(param.type, TyperChoice):
        return "|".join(_choices(param.type))
    return words.VALUE_PLACE.say(lang) if _is_option(param) else name_of(param, lang)


def _explain_unknown_option(error: kinds.NoSuchOption, lang: Lang) -> str:
    """Name the option, the like ones, and the place of one that belongs before the command."""
    ctx, option = error.ctx, error.option_name
    if ctx is not None and ctx.parent is not None:
        root = ctx.find_root()
        if any(option in param.opts for param in root.command.params):
            command = ctx.command_path.removeprefix(str(root.info_name)).strip()
            values = {"option": option, "program": root.info_name, "command": command}
            return words.MISPLACED_OPTION.say(lang, **values)
    known = [] if ctx is None else [o for p in ctx.command.get_params(ctx) for o in p.opts]
    long = [name for name in known if name.startswith("--")]
    return suggest(words.UNKNOWN_OPTION.say(lang, option=option), option, long, lang)


def _explain_option(error: kinds.BadOptionUsage, lang: Lang) -> str:
    """Tell an option that lacks its value from one that was given a value it does not take."""
    option = error.option_name
    for param in error.ctx.command.get_params(error.ctx) if error.ctx else []:
        if option in param.opts and not getattr(param, "is_flag", False):
            return words.NEEDS_VALUE.say(lang, option=option, place=place_of(param, lang))
    return words.TAKES_NO_VALUE.say(lang, option=option)


def _explain_value(param: Parameter, ctx: Context, lang: Lang) -> str:
    """Say what the value of a parameter should be, and what it is."""
    values = _written(param, ctx)
    name = name_of(param, lang)
    if _is_option(param) and str(ctx.get_parameter_source(str(param.name))).endswith("ENVIRONMENT"):
        name = words.VARIABLE.say(lang, name=f"{ctx.auto_envvar_prefix}_{param.name}".upper())
    value = next((v for v in values if not _fits(param.type, v)), values[0] if values else "")
    text, extra = _demand(param.type, value, lang)
    message = text.say(lang, name=name, value=value, **extra)
    return message[:1].upper() + message[1:]


def _demand(kind: types.ParamType, value: str, lang: Lang) -> tuple[Text, Mapping[str, str]]:
    """Return the text for a type that did not take the value, with the values of its own."""
    match kind:
        case TyperChoice():
            return words.NOT_A_CHOICE, {"choices": _either(_choices(kind), lang)}
        case types._NumberRangeBase() if _is_number(kind, value):  # noqa: SLF001 - no public name
            return words.OUT_OF_RANGE, {"range": range_of(kind, lang)}
        case TyperPath():
            return _path_fault(kind, Path(value)), {}
    plain = (text for plain, text in _PLAIN_KINDS.items() if isinstance(kind, plain))
    return next(plain, words.WRONG_VALUE), {}


def range_of(kind: types._NumberRangeBase, lang: Lang) -> str:
    """Return the range of a number, in words."""
    text = words.BETWEEN
    if kind.max is None:
        text = words.AT_LEAST
    elif kind.min is None:
        text = words.AT_MOST
    return text.say(lang, low=kind.min, high=kind.max)


def _path_fault(kind: TyperPath, path: Path) -> Text:
    """Return the text for what is wrong with a path."""
    if not path.exists():
        return words.NO_SUCH_PATH
    if path.is_dir() and not kind.dir_okay:
        return words.NOT_A_FILE
    if path.is_file() and not kind.file_okay:
        return words.NOT_A_FOLDER
    return words.NOT_ALLOWED


def _written(param: Parameter, ctx: Context) -> list[str]:
    """Return the values of a parameter as the user wrote them, on the line or in a variable."""
    value = peek_options(ctx.command, ctx.meta.get(_ARGS, [])).get(str(param.name))
    if value is None:
        value = param.resolve_envvar_value(ctx)
    return [str(v) for v in value] if isinstance(value, (list, tuple)) else [str(value or "")]


def _fits(kind: types.ParamType, value: str) -> bool:
    """Tell whether a type takes the value."""
    try:
        kind(value)
    except kinds.UsageError:
        return False
    return True


def _is_number(kind: types._NumberRangeBase, value: str) -> bool:
    """Tell whether the value is a number of the type's kind at all."""
    try:
        kind._number_class(value)  # noqa: SLF001 - no public name
    except ValueError:
        return False
    return True


def _is_option(param: Parameter) -> bool:
    return param.param_type_name == "option"


def _choices(kind: TyperChoice[Any]) -> list[str]:
    return [kind.normalize_choice(choice, None) for choice in kind.choices]


def _either(names: Sequence[str], lang: Lang) -> str:
    """Return "a", "a eller b" or "a, b eller c"."""
    *first, last = names
    return f"{', '.join(first)} {words.OR.say(lang)} {last}" if first else last
