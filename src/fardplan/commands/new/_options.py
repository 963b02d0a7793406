"""The arguments and options that several of the commands share."""

from __future__ import annotations

from typing import Annotated

import typer

from fardplan.commands import _completions
from fardplan.locales.commands import both

Home = Annotated[
    str | None,
    typer.Argument(
        metavar=both("FÄRDPLAN", "ROADMAP"),
        help=both("Färdplanens id: mappens namn.", "The roadmap's id: its folder's name."),
        autocompletion=_completions.roadmaps,
    ),
]

Title = Annotated[
    str | None,
    typer.Option(
        "--title", metavar=both("TITEL", "TITLE"), help=both("Vad det heter.", "What it is called.")
    ),
]

NewId = Annotated[
    str | None,
    typer.Option(
        "--id",
        metavar=both("ID", "ID"),
        help=both(
            "Id:t, som också blir filens namn. Annars görs det av titeln.",
            "The id, which also names the file. Else it is made of the title.",
        ),
    ),
]

Responsible = Annotated[
    list[str] | None,
    typer.Option(
        "--responsible",
        metavar=both("ANSVARIG", "ACTOR"),
        autocompletion=_completions.of_kind("organisation", "class", "body", "unit", "role"),
        help=both(
            "Den som ansvarar: id eller namn. Går att ange flera gånger.",
            "Who is responsible: an id or a name. May be given several times.",
        ),
    ),
]

PlanKind = Annotated[
    str | None,
    typer.Option(
        "--kind",
        metavar=both("SLAG", "KIND"),
        autocompletion=_completions.terms("projektplan", "kind"),
        help=both("projektplan eller uppdragsdirektiv.", "projektplan or uppdragsdirektiv."),
    ),
]
PlanStatus = Annotated[
    str | None,
    typer.Option(
        "--status",
        metavar=both("STATUS", "STATUS"),
        autocompletion=_completions.terms("projektplan", "status"),
        help=both("draft (utkast) eller decided (beslutad).", "draft or decided."),
    ),
]
Mandate = Annotated[
    str | None,
    typer.Option(
        "--mandate",
        metavar=both("TEXT", "TEXT"),
        help=both("Uppdraget: vad som ska göras.", "The mandate: what is to be done."),
    ),
]
Implementation = Annotated[
    str | None,
    typer.Option(
        "--implementation",
        metavar=both("TEXT", "TEXT"),
        help=both("Genomförandet: hur arbetet går till.", "How the work is done."),
    ),
]
Start = Annotated[
    str | None,
    typer.Option(
        "--start",
        metavar=both("TID", "TIME"),
        help=both("När arbetet börjar.", "When the work begins."),
    ),
]
End = Annotated[
    str | None,
    typer.Option(
        "--end", metavar=both("TID", "TIME"), help=both("När det är klart.", "When it is done.")
    ),
]
Money = Annotated[
    str | None,
    typer.Option(
        "--financing",
        metavar=both("MEDEL", "MONEY"),
        help=both(
            "Varifrån pengarna kommer: none_needed (inga behövs), beviljade medel eller ett slag.",
            "Where the money comes from: none_needed, granted money or a kind.",
        ),
    ),
]
MoneyYear = Annotated[
    str | None,
    typer.Option(
        "--year",
        metavar=both("ÅR", "YEAR"),
        help=both("Året som pengarna används.", "The year in which the money is used."),
    ),
]
Amount = Annotated[
    str | None,
    typer.Option("--amount", metavar=both("KRONOR", "SEK"), help=both("Hur mycket.", "How much.")),
]
FollowedBy = Annotated[
    list[str] | None,
    typer.Option(
        "--followed-by",
        metavar=both("ANSVARIG", "ACTOR"),
        autocompletion=_completions.of_kind("organisation", "class", "body", "unit", "role"),
        help=both("Den som följer upp.", "Who follows up."),
    ),
]
HowOften = Annotated[
    str | None,
    typer.Option(
        "--frequency",
        metavar=both("HUR_OFTA", "HOW_OFTEN"),
        autocompletion=_completions.terms("follow_up", "frequency"),
        help=both(
            "Hur ofta: yearly (varje år), half_yearly (varje halvår) …",
            "How often: yearly, half_yearly …",
        ),
    ),
]
DocumentTitle = Annotated[
    str | None,
    typer.Option(
        "--document",
        metavar=both("TITEL", "TITLE"),
        help=both(
            "Planen finns redan som ett dokument: dess titel.",
            "The plan is a document already: its title.",
        ),
    ),
]
RegistryNumber = Annotated[
    str | None,
    typer.Option(
        "--registry-number",
        metavar=both("DIARIENUMMER", "NUMBER"),
        help=both("Dokumentets diarienummer.", "The document's registry number."),
    ),
]
Url = Annotated[
    str | None,
    typer.Option(
        "--url",
        metavar=both("ADRESS", "URL"),
        help=both("Dokumentets webbadress.", "The document's web address."),
    ),
]
Contains = Annotated[
    list[str] | None,
    typer.Option(
        "--contains",
        metavar=both("DEL", "PART"),
        autocompletion=_completions.terms("projektplan", "contains"),
        help=both(
            "En del som dokumentet har, till exempel financing. Går att ange flera gånger.",
            "A part that the document has, such as financing. May be given several times.",
        ),
    ),
]
