"""Every command of the program, and every way to call it wrongly, made from its parameters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from typer._click import types
from typer._click.core import Parameter
from typer._types import TyperChoice
from typer.core import TyperGroup
from typer.main import get_command

from fardplan.cli import app
from fardplan.commands._options import parse_day
from fardplan.commands._usage import place_of
from fardplan.locales import commands as words
from fardplan.locales.text import Lang, Saying, Text

PROGRAM = get_command(app)
_ABSENT = "qqqqqqq"


@dataclass(frozen=True, slots=True)
class Wrong:
    """A call that is wrong, with what is to be said of it."""

    args: Sequence[str]
    said: Saying
    env: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return the call as typed."""
        return " ".join([*(f"{name}={value}" for name, value in self.env.items()), *self.args])


@dataclass(frozen=True, slots=True)
class Called:
    """A command or group with the words that call it, such as `new goal`."""

    path: tuple[str, ...]
    command: Any

    @property
    def name(self) -> str:
        """The whole name, as it stands in the usage line."""
        return " ".join(("fardplan", *self.path))

    @property
    def arguments(self) -> list[Parameter]:
        """The arguments, in order."""
        return [one for one in self.command.params if one.param_type_name == "argument"]

    @property
    def options(self) -> list[Parameter]:
        """The options, in order, without --help and --version, which end every call."""
        return [
            one
            for one in self.command.params
            if one.param_type_name == "option" and "--version" not in one.opts
        ]

    @property
    def enough(self) -> list[str]:
        """A call with all that must be there."""
        given = [
            word for one in self.options if one.required for word in (long_of(one), filled(one))
        ]
        return [*self.path, *given, *(filled(one) for one in self.arguments if one.required)]


def every_command(command: Any = PROGRAM, path: tuple[str, ...] = ()) -> Iterator[Called]:
    """Yield the program, each command and each command of a group."""
    yield Called(path, command)
    if isinstance(command, TyperGroup):
        for name, inner in command.commands.items():
            yield from every_command(inner, (*path, name))


def filled(param: Parameter) -> str:
    """Return a value that the type of a parameter takes."""
    if isinstance(param.type, TyperChoice):
        return str(param.type.normalize_choice(next(iter(param.type.choices)), None))
    if isinstance(param.type, (types.IntParamType, types.FloatParamType)):
        return str(getattr(param.type, "min", None) or 1)
    return "x"


def long_of(param: Parameter) -> str:
    """Return the long name of an option."""
    return max(param.opts, key=len)


def every_wrong_call(called: Called) -> Iterator[Wrong]:
    """Yield every call that the parameters of a command make wrong."""
    if isinstance(called.command, TyperGroup):
        yield from _wrong_commands(called)
    else:
        yield from _wrong_arguments(called)
    yield from _unknown_options(called)
    for param in called.options:
        yield from _wrong_option(called, param)


def _say(text: Text, **values: object) -> Saying:
    return Saying(text, values)


def _wrong_commands(called: Called) -> Iterator[Wrong]:
    """A command that does not exist, one that is nearly right, and none."""
    one = next(iter(called.command.commands))
    unknown = _say(words.UNKNOWN_COMMAND, command=_ABSENT)
    yield Wrong([*called.path, _ABSENT], unknown)
    near = _say(words.UNKNOWN_COMMAND, command=f"{one}x")
    yield Wrong([*called.path, f"{one}x"], _say(words.DID_YOU_MEAN, message=near, names=one))
    if not called.path:  # a group without options shows its help where no command follows
        yield Wrong(["--quiet"], _say(words.MISSING_COMMAND))


def _wrong_arguments(called: Called) -> Iterator[Wrong]:
    """Each argument that may be missing, and one too many."""
    required = [one for one in called.arguments if one.required]
    for number, param in enumerate(required):
        name = place(param)
        given = called.enough[: len(called.enough) - len(required) + number]
        yield Wrong(given, _say(words.MISSING_ARGUMENT, name=name))
        said = complaint(param, _ABSENT, name)
        if said is not None:
            yield Wrong([*given, _ABSENT, *called.enough[len(given) + 1 :]], said)
    if all(one.nargs != -1 for one in called.arguments):
        full = [*called.enough, *(filled(one) for one in called.arguments if not one.required)]
        extra = _say(words.EXTRA_ARGUMENTS, command=called.name, words=f"{_ABSENT} z")
        yield Wrong([*full, _ABSENT, "z"], extra)


def _unknown_options(called: Called) -> Iterator[Wrong]:
    """An option that does not exist, one that is nearly right, and one of the whole program."""
    for option in (f"--{_ABSENT}", "-Z"):
        yield Wrong([*called.enough, option], _say(words.UNKNOWN_OPTION, option=option))
    yield Wrong(
        [*called.enough, "--helpp"],
        _say(
            words.DID_YOU_MEAN,
            message=_say(words.UNKNOWN_OPTION, option="--helpp"),
            names="--help",
        ),
    )
    if called.path:
        command = " ".join(called.path)
        values = {"option": "--quiet", "program": "fardplan", "command": command}
        yield Wrong([*called.enough, "--quiet"], _say(words.MISPLACED_OPTION, **values))


def _wrong_option(called: Called, param: Parameter) -> Iterator[Wrong]:
    """An option that is required, without a value, with one too many, or with a wrong one."""
    start = list(called.path) if not called.path else called.enough
    for option in param.opts:
        if getattr(param, "is_flag", False):
            if option.startswith("--"):
                said = _say(words.TAKES_NO_VALUE, option=option)
                yield Wrong([*start, f"{option}=ja"], said)
        else:
            said = _say(words.NEEDS_VALUE, option=option, place=place(param))
            yield Wrong([*start, option], said)
            yield from _wrong_values(called, param, [*start, option])
    if param.required:
        given = [one for one in called.enough if one != long_of(param)]
        yield Wrong(given[:-1], _say(words.MISSING_OPTION, name=long_of(param)))
    if called.path and not getattr(param, "is_flag", False):
        yield from _wrong_variables(called, param)


def _wrong_values(called: Called, param: Parameter, start: list[str]) -> Iterator[Wrong]:
    for value in ("", _ABSENT, "31 maj", "999999999", "-1"):
        said = complaint(param, value, long_of(param))
        if said is not None:
            end = [] if called.path else ["rules"]
            yield Wrong([*start, value, *end], said)


def _wrong_variables(called: Called, param: Parameter) -> Iterator[Wrong]:
    variable = "_".join(("fardplan", *called.path, str(param.name))).upper().replace("-", "_")
    said = complaint(param, _ABSENT, _say(words.VARIABLE, name=variable))
    if said is not None:
        yield Wrong(called.enough, said, {variable: _ABSENT})


def complaint(param: Parameter, value: str, name: object) -> Saying | None:
    """Return what is to be said of a value, or None where the type takes it."""
    kind = param.type
    if isinstance(kind, TyperChoice):
        choices = [kind.normalize_choice(one, None) for one in kind.choices]
        return _say(words.NOT_A_CHOICE, value=value, name=name, choices=Either(choices))
    if isinstance(kind, types._NumberRangeBase) and value.lstrip("-").isdecimal():
        low = kind.min is not None and int(value) < kind.min
        high = kind.max is not None and int(value) > kind.max
        return (
            _say(words.OUT_OF_RANGE, name=name, value=value, range=Range(kind))
            if low or high
            else None
        )
    for sort, text in (
        (types.IntParamType, words.NOT_WHOLE),
        (types.FloatParamType, words.NOT_A_NUMBER),
    ):
        if isinstance(kind, sort):
            return None if value.lstrip("-").isdecimal() else _say(text, name=name, value=value)
    if isinstance(kind, types.FuncParamType):
        assert kind.func is parse_day, "say here what the parser demands"
        return _say(words.NOT_A_DAY, value=value)
    return None


def place(param: Parameter) -> Place:
    """Return what stands for the value of a parameter, in each language."""
    return Place(param)


@dataclass(frozen=True, slots=True)
class Place:
    """What stands for a parameter's value, which each language has its own word for."""

    param: Parameter

    def say(self, lang: Lang) -> str:
        """Return the word."""
        return place_of(self.param, lang)


@dataclass(frozen=True, slots=True)
class Either:
    """Names of which one is to be chosen."""

    names: Sequence[str]

    def say(self, lang: Lang) -> str:
        """Return "a, b eller c"."""
        *first, last = self.names
        return f"{', '.join(first)} {words.OR.say(lang)} {last}"


@dataclass(frozen=True, slots=True)
class Range:
    """The range of a number."""

    kind: Any

    def say(self, lang: Lang) -> str:
        """Return "mellan 1 och 12"."""
        text = words.BETWEEN
        if self.kind.max is None:
            text = words.AT_LEAST
        elif self.kind.min is None:
            text = words.AT_MOST
        return text.say(lang, low=self.kind.min, high=self.kind.max)
