"""The commands in the order of the help page: what each is for, and where it is.

None is imported before it is asked for. Importing and building them all would take half as long as
starting the program does without.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

import typer
from typer.main import get_command_from_info, get_group
from typer.models import CommandInfo

from fardplan.commands._help import Command
from fardplan.locales.commands import both, continued

if TYPE_CHECKING:
    from typer._click.core import Command as AnyCommand


class Listed(NamedTuple):
    """A command by its name, and what it is for in one sentence, in both languages.

    `target` is its module and function, where these are not called as the command is. What more its
    help page says stands in the module, as `DETAILS`.
    """

    name: str
    about: str
    target: str = ""
    hidden: bool = False

    def build(self) -> AnyCommand:
        """Return the command, or the group of commands."""
        plain = self.name.replace("-", "_")
        module_name, _, name = (self.target or f"{plain}:{plain}").partition(":")
        module = import_module(f"fardplan.commands.{module_name}")
        found = getattr(module, name)
        text = continued(self.about, getattr(module, "DETAILS", ""))
        if isinstance(found, typer.Typer):
            group = get_group(found)
            group.name, group.help = self.name, text
            return group
        info = CommandInfo(self.name, cls=Command, callback=found, help=text, hidden=self.hidden)
        return get_command_from_info(info, pretty_exceptions_short=False, rich_markup_mode=None)


LIST = (
    Listed(
        "validate",
        both("Kontrollera färdplanerna mot alla regler.", "Check the roadmaps against all rules."),
    ),
    Listed(
        "diff",
        both(
            "Visa vad som har ändrats i en färdplan mellan två versioner.",
            "Show what has changed in a roadmap between two versions.",
        ),
    ),
    Listed(
        "impact",
        both(
            "Visa vilka andra färdplaner som berörs av ändringarna i en färdplan.",
            "Show which other roadmaps are concerned by the changes in a roadmap.",
        ),
    ),
    Listed(
        "render",
        both(
            "Gör ett dokument av en färdplan: webbsida, PDF, Word, Markdown eller ett arkivpaket.",
            "Make a document of a roadmap: web page, PDF, Word, Markdown or an archive package.",
        ),
    ),
    Listed(
        "site",
        both(
            "Gör en webbplats av alla antagna och utgivna färdplaner.",
            "Make a web site of all adopted and released roadmaps.",
        ),
    ),
    Listed(
        "serve",
        both(
            "Visa färdplanerna i webbläsaren medan du skriver.",
            "Show the roadmaps in the browser while you write.",
        ),
    ),
    Listed(
        "fmt",
        both(
            "Ge filerna ett gemensamt utseende: nycklarnas ordning, indrag och tomma rader.",
            "Give the files one look: the order of keys, indentation and blank lines.",
        ),
    ),
    Listed(
        "baseline",
        both(
            "Spara dagens brister som kända, så att bara nya hindrar en ändring.",
            "Record today's findings as known debts, so that only new ones stop a change.",
        ),
    ),
    Listed(
        "list",
        both(
            "Visa id och titel på det som finns: färdplaner, områden, mål, aktiviteter …",
            "Show ids and titles of what there is: roadmaps, areas, goals, activities …",
        ),
        target="list:list_",
    ),
    Listed(
        "rename",
        both(
            "Byt id på något, och ändra alla hänvisningar dit.",
            "Change the id of something, and all references to it.",
        ),
    ),
    Listed(
        "adopt",
        both(
            "Skriv in ett beslut om färdplanen: vem som beslutade, vad, när och vilken paragraf.",
            "Record a decision on the roadmap: who decided, what, when and by which paragraph.",
        ),
    ),
    Listed(
        "review",
        both(
            "Stäm av det som färdplanen hänvisar till i andra färdplaner.",
            "Review what the roadmap refers to in other roadmaps.",
        ),
    ),
    Listed(
        "release",
        both(
            "Ge ut en version av färdplanen: gör taggen FÄRDPLAN/VERSION i git.",
            "Release a version of the roadmap: make the tag ROADMAP/VERSION in git.",
        ),
    ),
    Listed(
        "revise",
        both(
            "Öppna nästa års version av färdplanen, som en ändring att läsa igenom och checka in.",
            "Open next year's version of the roadmap, as a change to look through and commit.",
        ),
    ),
    Listed(
        "rules",
        both(
            "Visa alla regler med en rad om var och en.", "Show all rules with a line about each."
        ),
    ),
    Listed(
        "rule",
        both(
            "Visa vad en regel kräver, varför, och hur det ser ut när det är rätt.",
            "Show what a rule demands, why, and what it looks like when it is right.",
        ),
        target="rules:rule",
    ),
    Listed(
        "init",
        both(
            "Börja här: en mapp med en första färdplan, inställningar och kontroller.",
            "Begin here: a folder with a first roadmap, settings and checks.",
        ),
    ),
    Listed(
        "schema",
        both("Skriv scheman till mappen schemas/.", "Write the schemas to the folder schemas/."),
    ),
    Listed(
        "completion",
        both(
            "Låt skalet fylla i kommandon, id och versioner när du trycker på Tab.",
            "Let the shell complete commands, ids and versions when you press Tab.",
        ),
    ),
    Listed(
        "git-setup",
        both(
            "Låt git visa ändringar i färdplaner i klartext, och slå ihop grenar fält för fält.",
            "Let git show changes in roadmaps in plain words, and merge branches field by field.",
        ),
    ),
    Listed(
        "new",
        both(
            "Skapa något nytt: en projektplan, en aktivitet, ett mål …",
            "Make something new: a projektplan, an activity, a goal …",
        ),
        target="new.app:app",
    ),
    Listed(
        "git-diff",
        both(
            "Skriv vad som har ändrats i en fil. Git kör kommandot; se fardplan git-setup.",
            "Write what has changed in a file. Git runs the command; see fardplan git-setup.",
        ),
        hidden=True,
    ),
    Listed(
        "git-merge",
        both(
            "Slå ihop två versioner av en fil. Git kör kommandot; se fardplan git-setup.",
            "Merge two versions of a file. Git runs the command; see fardplan git-setup.",
        ),
        hidden=True,
    ),
    Listed(
        "git-textconv",
        both(
            "Skriv vad en fil säger, rad för rad. Git kör kommandot; se fardplan git-setup.",
            "Write what a file says, line by line. Git runs the command; see fardplan git-setup.",
        ),
        hidden=True,
    ),
)
BY_NAME = {listed.name: listed for listed in LIST}


class Commands(Mapping[str, "AnyCommand"]):
    """The commands by name, each built when it is first asked for."""

    def __init__(self) -> None:
        """Begin with none."""
        self._built: dict[str, AnyCommand] = {}

    def __getitem__(self, name: str) -> AnyCommand:
        """Return the command of that name; raises KeyError where there is none."""
        if name not in self._built:
            self._built[name] = BY_NAME[name].build()
        return self._built[name]

    def __iter__(self) -> Iterator[str]:
        """Yield the names in the order of the help page."""
        return iter(BY_NAME)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(BY_NAME)
