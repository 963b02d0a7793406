"""The words for what does not fit a model: unknown keys, missing ones, values of the wrong kind."""

from __future__ import annotations

from fardplan.locales.text import Text

UNKNOWN_KEY = Text("Här kan inte ”{key}” stå.", "“{key}” cannot stand here.")
WRITE_KEY = Text("Skriv `{near}` ({title}).", "Write `{near}`.")
DID_YOU_MEAN = Text("Menade du `{near}`?", "Did you mean `{near}`?")
PART_OF_TEXT = Text(
    "Är det en del av en text med kommatecken? Skriv hela texten inom citattecken.",
    "Is it part of a text with commas? Write the whole text in quotation marks.",
)
POSSIBLE_KEYS = Text("Här kan stå: {keys}.", "What can stand here: {keys}.")

MISSING_KEY = Text("Här saknas `{key}` ({title}).", "`{key}` is missing here.")
ADD_KEY = Text("Lägg till en rad: `{key}: …`. {description}", "Add a line: `{key}: …`.")
NO_VALUE = Text("`{key}` saknar värde.", "`{key}` has no value.")
GIVE_VALUE = Text(
    "Skriv ett värde efter kolonet, eller ta bort raden.",
    "Write a value after the colon, or delete the line.",
)
GIVE_REQUIRED = Text(
    "Skriv ett värde efter kolonet: `{key}` måste anges.",
    "Write a value after the colon: `{key}` is required.",
)
EMPTY_ITEM = Text("Punkten i listan är tom.", "The item of the list is empty.")
GIVE_ITEM = Text(
    "Skriv något efter bindestrecket, eller ta bort raden.",
    "Write something after the hyphen, or delete the line.",
)

NOT_A_CHOICE = Text("”{written}” går inte att välja här.", "“{written}” is no choice here.")
WRITE_TERM = Text("Skriv `{near}` ({title}).", "Write `{near}`.")
CHOICES = Text("Välj bland: {choices}.", "Choose from: {choices}.")

NOT_AN_ID = Text("”{written}” går inte att ha som id.", "“{written}” cannot be an id.")
ID_HINT = Text(
    "Ett id har små bokstäver a–z, siffror och bindestreck. Förslag: `{slug}`.",
    "An id has lower-case letters a–z, digits and hyphens. Suggestion: `{slug}`.",
)
NOT_A_URL = Text("”{written}” är ingen webbadress.", "“{written}” is not a web address.")
URL_HINT = Text(
    "Skriv hela adressen, till exempel https://www.skr.se.",
    "Write the whole address, for example https://www.skr.se.",
)
TOO_LONG = Text(
    "”{written}” är för långt: högst {most} tecken får plats.",
    "“{written}” is too long: there is room for {most} characters at most.",
)
EMPTY_TEXT = Text("Texten är tom.", "The text is empty.")
NOT_A_TEXT = Text("Här ska en text stå, inte {what}.", "A text belongs here, not {what}.")
COLON_HINT = Text(
    'Är det en text med ett kolon i? Sätt citattecken runt den: "…".',
    'Is it a text with a colon in it? Put quotation marks around it: "…".',
)
NOT_A_LIST = Text("Här ska en lista stå, inte {what}.", "A list belongs here, not {what}.")
LIST_HINT = Text(
    "Skriv varje sak på en egen rad som börjar med ett bindestreck: `- …`.",
    "Write each thing on a line of its own that begins with a hyphen: `- …`.",
)
NOT_A_MAPPING = Text(
    "Här ska rader med `nyckel: värde` stå, inte {what}.",
    "Lines with `key: value` belong here, not {what}.",
)
MAPPING_HINT = Text("Börja till exempel med `{key}: …`.", "Begin for example with `{key}: …`.")
CANNOT_USE = Text("”{written}” går inte att använda här.", "“{written}” cannot be used here.")

A_LIST = Text("en lista", "a list")
A_MAPPING = Text("flera nycklar", "several keys")
A_TEXT = Text("en text", "a text")
NOTHING = Text("tomt", "nothing")
