"""Help pages in the language of the session, where Typer would write them in English."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import TYPE_CHECKING, Any

# Typer keeps its own copy of Click, and shows these classes nowhere else (hence typer<0.29).
from typer._click import types
from typer._click.exceptions import UsageError
from typer.core import TyperCommand, TyperGroup, TyperOption

from fardplan.commands._usage import (
    WrongUsage,
    name_of,
    place_of,
    range_of,
    remember_args,
    suggest,
)
from fardplan.locales import commands as words
from fardplan.locales.commands import pick
from fardplan.locales.text import Lang, Text

_AS_IS = Text("{message}", "{message}")

if TYPE_CHECKING:
    from typer._click.core import Command as AnyCommand
    from typer._click.core import Context, Parameter
    from typer._click.formatting import HelpFormatter
    from typer._click.shell_completion import CompletionItem

    _Base = TyperCommand
else:
    _Base = object

_WIDE_NAMES = 30


class _Bilingual(_Base):
    """Say everything that a command says of itself in the language of the session."""

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Parse as Typer does, but let every error know its command, and refuse extra words."""
        remember_args(ctx, args)
        takes_more, ctx.allow_extra_args = ctx.allow_extra_args, True
        try:
            rest = super().parse_args(ctx, args)
            if not takes_more:
                _refuse_extra(rest, ctx)
        except (UsageError, WrongUsage) as error:
            error.ctx = error.ctx or ctx
            raise
        ctx.allow_extra_args = takes_more
        return rest

    def invoke(self, ctx: Context) -> Any:
        """Run the command, and let an error in how it was called know the command."""
        try:
            return super().invoke(ctx)
        except WrongUsage as error:
            error.ctx = error.ctx or ctx
            raise

    def get_help_option_names(self, ctx: Context) -> list[str]:
        """Return the names in a fixed order: Typer's is that of a set."""
        return sorted(super().get_help_option_names(ctx))

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """Return the help option, which no environment variable may switch on."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.allow_from_autoenv = False
        return option

    def shell_complete(self, ctx: Context, incomplete: str) -> list[CompletionItem]:
        """Return what a shell may suggest, explained in the language of the session."""
        found = super().shell_complete(ctx, incomplete)
        told = dict(self.tell_commands()) if isinstance(self, Group) else {}
        for item in found:
            text = told.get(item.value, item.help)
            item.help = _first_sentence(pick(text, _lang(ctx))).replace("\n", " ")
        return found

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the line that shows how the command is called."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        prefix = words.USAGE.say(_lang(ctx)) + " "
        formatter.write_usage(ctx.command_path, pieces, prefix=prefix)

    def collect_usage_pieces(self, ctx: Context) -> list[str]:
        """Return the parts of the usage line: options, then each argument, then the command."""
        lang = _lang(ctx)
        pieces = [words.OPTIONS_PLACE.say(lang)]
        for param in self.params:
            if param.param_type_name == "argument":
                piece = name_of(param, lang) if param.required else f"[{name_of(param, lang)}]"
                pieces.append(piece + ("..." if param.nargs == -1 else ""))
        if isinstance(self, TyperGroup):
            pieces.append(words.COMMAND_PLACE.say(lang))
        return pieces

    def format_help_text(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write what the command does."""
        _write_indented(formatter, pick(self.help, _lang(ctx)))

    def format_epilog(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write what stands last on the page."""
        _write_indented(formatter, pick(self.epilog, _lang(ctx)))

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the tables of arguments, options and commands."""
        lang, params = _lang(ctx), self.get_params(ctx)
        shown = [param for param in params if not getattr(param, "hidden", False)]
        arguments = [_row(p, ctx) for p in shown if p.param_type_name == "argument"]
        options = [_row(p, ctx) for p in shown if p.param_type_name == "option"]
        commands = _command_rows(self, lang) if isinstance(self, Group) else []
        for heading, rows in (
            (words.ARGUMENTS, arguments),
            (words.OPTIONS, options),
            (words.COMMANDS, commands),
        ):
            if rows:
                with formatter.section(heading.say(lang)):
                    formatter.write_dl(rows, col_max=_names_width(formatter.width))


class Command(_Bilingual, TyperCommand):
    """A command whose help and usage errors are in the language of the session."""


class Group(_Bilingual, TyperGroup):
    """A group of commands, likewise."""

    def tell_commands(self) -> Iterator[tuple[str, str]]:
        """Yield the name of each command that is shown, and its help."""
        for name, command in self.commands.items():
            if not command.hidden:
                yield name, command.short_help or command.help or ""

    def resolve_command(
        self, ctx: Context, args: list[str]
    ) -> tuple[str | None, AnyCommand | None, list[str]]:
        """Return the command named first in `args`; raises WrongUsage where there is none."""
        name = args[0]
        if self.get_command(ctx, name) is None and not ctx.resilient_parsing:
            lang = _lang(ctx)
            known = [known for known, _ in self.tell_commands()]
            message = words.UNKNOWN_COMMAND.say(lang, command=name)
            message = suggest(message, name, known, lang)
            raise WrongUsage(_AS_IS, message=message)
        return super().resolve_command(ctx, args)


def _refuse_extra(args: Sequence[str], ctx: Context) -> None:
    """Raise WrongUsage where the command has no place for more arguments."""
    if args and not ctx.resilient_parsing:
        extra = " ".join(args)
        raise WrongUsage(words.EXTRA_ARGUMENTS, command=ctx.command_path, words=extra)


def _lang(ctx: Context) -> Lang:
    """Return the language of the session, which is settled before anything is parsed."""
    lang: Lang = ctx.find_root().obj.lang
    return lang


def _names_width(width: int) -> int:
    """Return how wide the column of names may be: on a narrow page the explanations need room."""
    return _WIDE_NAMES if width >= 2 * _WIDE_NAMES else width // 3


def _write_indented(formatter: HelpFormatter, text: str) -> None:
    """Write a paragraph, indented, where there is one."""
    if text:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(text)


def _command_rows(group: Group, lang: Lang) -> list[tuple[str, str]]:
    """Return each command with the first sentence of its help."""
    return [(name, _first_sentence(pick(text, lang))) for name, text in group.tell_commands()]


def _row(param: Parameter, ctx: Context) -> tuple[str, str]:
    """Return how a parameter is written, and what it does."""
    lang = _lang(ctx)
    if param is ctx.command.get_help_option(ctx):
        return ", ".join(sorted(param.opts, key=len)), words.HELP_OPTION.say(lang)
    if param.param_type_name == "argument":
        return name_of(param, lang), pick(getattr(param, "help", ""), lang)
    names = ", ".join(sorted(param.opts, key=len))
    if param.secondary_opts:
        names += f" / {', '.join(param.secondary_opts)}"
    if not getattr(param, "is_flag", False):
        names += f" {place_of(param, lang)}"
    parts = [pick(getattr(param, "help", ""), lang), _remarks(param, lang)]
    return names, "  ".join(part for part in parts if part)


def _remarks(param: Parameter, lang: Lang) -> str:
    """Return what stands in brackets after an option's help: its default, its range."""
    remarks = []
    if default := _default(param):
        remarks.append(words.DEFAULT.say(lang, value=default))
    if isinstance(param.type, types._NumberRangeBase):  # noqa: SLF001 - no public name
        remarks.append(range_of(param.type, lang))
    if param.required:
        remarks.append(words.REQUIRED.say(lang))
    return f"[{'; '.join(remarks)}]" if remarks else ""


def _default(param: Parameter) -> str:
    """Return the default as the user would write it, or nothing where it says nothing."""
    if isinstance(shown := getattr(param, "show_default", True), str):
        return shown
    value: Any = param.default
    if not shown or value is None or value == "" or isinstance(value, bool) or callable(value):
        return ""
    values: Sequence[Any] = value if isinstance(value, (list, tuple)) else [value]
    return ", ".join(str(v.value if isinstance(v, Enum) else v) for v in values)


def _first_sentence(text: str) -> str:
    """Return the first sentence of a help text."""
    first, stop, _ = text.partition("\n\n")[0].partition(". ")
    return f"{first}." if stop else first
