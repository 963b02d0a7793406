"""What is wrong with the YAML of a file, and what to do about it, in plain words."""

from __future__ import annotations

from fardplan.locales.text import Text

# Quotation marks and brackets

UNCLOSED_QUOTE = Text(
    "Raden går inte att läsa: det saknas ett citattecken i slutet.",
    "The line cannot be read: there is no closing quotation mark.",
)
CLOSE_QUOTE = Text(
    "Skriv {sign} där texten slutar.",
    "Write {sign} where the text ends.",
)
QUOTE_BEGAN = Text("Texten började med ett citattecken här.", "The quoted text began here.")
TEXT_AFTER_QUOTE = Text(
    "Raden går inte att läsa: texten slutar vid citattecknet {sign}, men det står mer efter.",
    "The line cannot be read: the text ends at the quotation mark {sign}, but more follows.",
)
ONE_PAIR_OF_QUOTES = Text(
    "Sätt citattecken om hela texten, eller inga alls. Inne i en text går ” ” och ’ bra.",
    "Put quotation marks around the whole text, or none at all. Inside a text, “ ” and ’ are fine.",
)
TEXT_AFTER_BRACKET = Text(
    "Raden går inte att läsa: det står mer efter {sign}.",
    "The line cannot be read: more follows after {sign}.",
)
QUOTE_OR_BREAK = Text(
    "Är det en text? Sätt citattecken om alltihop. Är det en ny nyckel? Skriv den på en egen rad.",
    "Is it a text? Put quotation marks around all of it. Is it a new key? Give it its own line.",
)
UNCLOSED_BRACKET = Text(
    "Raden går inte att läsa: det saknas {closing} i slutet.",
    "The line cannot be read: there is no closing {closing}.",
)
CLOSE_BRACKET = Text(
    "Skriv {closing} där uppräkningen slutar. Är {opening} en del av en text? "
    "Sätt citattecken om hela texten.",
    "Write {closing} where the enumeration ends. Is {opening} part of a text? "
    "Put quotation marks around the whole text.",
)
BRACKET_BEGAN = Text("Den började här.", "It began here.")
WRONG_BRACKET = Text(
    "Raden går inte att läsa: {opening} ska avslutas med {closing}, inte med {found}.",
    "The line cannot be read: {opening} is closed by {closing}, not by {found}.",
)
BAD_ENUMERATION = Text(
    "Raden går inte att läsa: något är fel mellan {opening} och {closing}.",
    "The line cannot be read: something is wrong between {opening} and {closing}.",
)
QUOTE_IN_ENUMERATION = Text(
    "Skriv komma mellan delarna och citattecken om texter med kolon, komma eller frågetecken.",
    "Put commas between the parts, and quotation marks around texts with a colon, a comma or a "
    "question mark.",
)

# Colons and keys

COLON_IN_TEXT = Text(
    "Raden går inte att läsa: texten innehåller kolon och mellanslag, som betyder att en nyckel "
    "slutar.",
    "The line cannot be read: the text holds a colon and a space, which means the end of a key.",
)
QUOTE_TEXT = Text(
    'Sätt citattecken om hela texten: {key}: "…".',
    'Put quotation marks around the whole text: {key}: "…".',
)
STRAIGHT_QUOTES = Text(
    'Citattecken om hela texten måste vara raka: {key}: "…".',
    'Quotation marks around the whole text must be straight ones: {key}: "…".',
)
QUOTE_WHOLE_TEXT = Text(
    "Sätt citattecken om hela texten.", "Put quotation marks around the whole text."
)
NO_SPACE_AFTER_COLON = Text(
    "Raden går inte att läsa: det saknas ett mellanslag efter kolon.",
    "The line cannot be read: there is no space after the colon.",
)
WRITE_SPACE = Text("Skriv ett mellanslag efter {key}:", "Write a space after {key}:")
COLON_IN_BRACKETS = Text(
    "Raden går inte att läsa: inom {{ }} och [ ] måste en text med kolon ha citattecken.",
    "The line cannot be read: inside {{ }} and [ ] a text with a colon must have quotation marks.",
)
NO_BREAK_SPACE = Text(
    "Raden går inte att läsa: här står ett fast mellanslag, som bara ser ut som ett vanligt.",
    "The line cannot be read: this is a no-break space, which only looks like a common one.",
)
RETYPE_SPACE = Text(
    "Radera det och skriv ett vanligt mellanslag.", "Delete it and type a common space."
)
NO_COLON = Text(
    "Raden går inte att läsa: här väntades en nyckel följd av kolon.",
    "The line cannot be read: a key followed by a colon was expected here.",
)
WRITE_COLON_OR_INDENT = Text(
    "Är det en nyckel? Skriv kolon efter den. Hör raden till texten ovanför? "
    "Dra in den lika långt som den texten.",
    "Is it a key? Write a colon after it. Does the line belong to the text above? "
    "Indent it as far as that text.",
)
KEY_NOT_TEXT = Text(
    "Raden går inte att läsa: nyckeln är inget ord utan en uppräkning eller en hänvisning.",
    "The line cannot be read: the key is no word but an enumeration or a reference.",
)
QUOTE_KEY = Text(
    "Skriv nyckeln som ett ord följt av kolon. Är det en text? Sätt citattecken om den.",
    "Write the key as one word and a colon. Is it a text? Put quotation marks around it.",
)
MISSING_KEY = Text(
    "Raden går inte att läsa: det saknas en nyckel före kolon.",
    "The line cannot be read: there is no key before the colon.",
)
WRITE_KEY = Text(
    "Skriv nyckelns namn före kolon, eller ta bort raden.",
    "Write the name of the key before the colon, or delete the line.",
)
DUPLICATE_KEY = Text(
    "Nyckeln ”{key}” står två gånger; bara den första läses.",
    "The key “{key}” stands twice; only the first is read.",
)
KEEP_ONE = Text(
    "Behåll en av dem, eller för samman det som står under dem.",
    "Keep one of them, or join what stands under them.",
)
FIRST_KEY = Text("Den första står här.", "The first one is here.")

# Indentation

TAB = Text(
    "Raden går inte att läsa: här står ett tabbtecken.",
    "The line cannot be read: there is a tab character here.",
)
USE_SPACES = Text(
    "Byt tabbtecknet mot mellanslag: två för varje steg.",
    "Replace the tab by spaces: two for each step.",
)
TOO_FAR_RIGHT = Text(
    "Raden går inte att läsa: den är för långt indragen för att vara en ny nyckel.",
    "The line cannot be read: it is indented too far to be a new key.",
)
ALIGN_OR_QUOTE = Text(
    "Är det en ny nyckel? Börja den rakt under nyckeln ovanför. Hör den till texten ovanför? "
    "Sätt citattecken om hela den texten.",
    "Is it a new key? Begin it right under the key above. Does it belong to the text above? "
    "Put quotation marks around all of that text.",
)
BAD_INDENT = Text(
    "Raden går inte att läsa: indraget passar inte ihop med raderna ovanför.",
    "The line cannot be read: its indentation does not fit the lines above.",
)
ALIGN = Text(
    "Det som hör ihop ska börja rakt under vartannat. Två mellanslag är ett steg.",
    "What belongs together begins right under one another. Two spaces are one step.",
)
NOT_INDENTED = Text(
    "Raden går inte att läsa: den hör till något som började på en rad ovanför, men är inte "
    "indragen.",
    "The line cannot be read: it belongs to what began on a line above, but is not indented.",
)
INDENT_LINE = Text(
    "Dra in raden två mellanslag längre än nyckeln som den hör till.",
    "Indent the line two spaces further than the key that it belongs to.",
)
WIDE_BLANK_LINE = Text(
    "Texten går inte att läsa: den börjar med en tom rad som har fler mellanslag än texten är "
    "indragen.",
    "The text cannot be read: it begins with an empty line of more spaces than the text is "
    "indented.",
)
REMOVE_BLANKS = Text(
    "Ta bort mellanslagen på den tomma raden.", "Delete the spaces on the empty line."
)
TIGHT_COMMENT = Text(
    "Raden går inte att läsa: det saknas ett mellanslag före #.",
    "The line cannot be read: there is no space before #.",
)
WRITE_SPACE_BEFORE = Text(
    "Är det en kommentar? Skriv ett mellanslag före #. Är det en text? Sätt citattecken om hela "
    "texten.",
    "Is it a comment? Write a space before #. Is it a text? Put quotation marks around it.",
)
ITEM_AMONG_KEYS = Text(
    "Raden går inte att läsa: här väntades en nyckel, inte en punkt i en lista.",
    "The line cannot be read: a key was expected here, not an item of a list.",
)
INDENT_ITEM = Text(
    "Ska punkten höra till nyckeln ovanför? Då får inget annat stå efter den nyckelns kolon. "
    "Ska texten börja med streck? Sätt citattecken om den.",
    "Should the item belong to the key above? Then nothing else may follow that key’s colon. "
    "Should the text begin with a dash? Put quotation marks around it.",
)
KEY_AMONG_ITEMS = Text(
    "Raden går inte att läsa: här väntades en ny punkt i listan (streck och mellanslag).",
    "The line cannot be read: another item of the list (a dash and a space) was expected here.",
)
ALIGN_WITH_ITEM = Text(
    "Hör raden till punkten ovanför? Börja den rakt under den punktens första ord.",
    "Does the line belong to the item above? Begin it right under the first word of that item.",
)
ITEM_AFTER_KEY = Text(
    "Raden går inte att läsa: en lista kan inte börja på samma rad som sin nyckel.",
    "The line cannot be read: a list cannot begin on the line of its key.",
)
BREAK_OR_QUOTE = Text(
    "Är det en lista? Skriv varje punkt på en egen rad. Är det en text? Sätt citattecken om den.",
    "Is it a list? Put each item on its own line. Is it a text? Put quotation marks around it.",
)

# Signs with a meaning of their own

BAD_START = Text(
    "Raden går inte att läsa: en text utan citattecken kan inte börja med {sign}.",
    "The line cannot be read: a text without quotation marks cannot begin with {sign}.",
)
TEXT_BESIDE_BLOCK = Text(
    "Raden går inte att läsa: efter {sign} ska texten börja på nästa rad.",
    "The line cannot be read: after {sign} the text begins on the next line.",
)
BREAK_AFTER_BLOCK = Text(
    "Flytta ned texten en rad och dra in den, eller sätt citattecken om den.",
    "Move the text to the next line and indent it, or put quotation marks around it.",
)
BAD_ESCAPE = Text(
    "Raden går inte att läsa: \\ har en särskild betydelse mellan dessa citattecken.",
    "The line cannot be read: \\ has a meaning of its own between these quotation marks.",
)
USE_APOSTROPHES = Text(
    "Skriv \\\\ i stället för \\, eller använd ' som citattecken.",
    "Write \\\\ instead of \\, or use ' as quotation marks.",
)
ESCAPED_CONTROL = Text(
    "Texten innehåller ett osynligt tecken ({code}).",
    "The text holds an invisible character ({code}).",
)
REMOVE_ESCAPE = Text(
    "Ta bort det tecken som skrivs med \\ i texten, eller skriv \\\\ om du menar ett \\.",
    "Delete the character written with \\ in the text, or write \\\\ if you mean a \\.",
)
TAG = Text(
    "Här kan inte ”{tag}” stå: ord som börjar med ! läses inte som text.",
    "“{tag}” cannot stand here: words that begin with ! are not read as text.",
)
UNKNOWN_ALIAS = Text(
    "”*{alias}” hänvisar till något som inte finns ovanför i filen (&{alias}).",
    "“*{alias}” refers to something that does not exist above in the file (&{alias}).",
)
RECURSIVE = Text("”*{alias}” hänvisar till sig själv.", "“*{alias}” refers to itself.")
QUOTE_STAR = Text(
    "Är det en text som börjar med *? Sätt citattecken om hela texten. Annars: skriv ut värdet.",
    "Is it a text that begins with *? Put quotation marks around it. Otherwise write out the "
    "value.",
)
MERGE_KEY = Text(
    "Nyckeln ”<<” kan inte användas: den slår ihop värden utan att det syns.",
    "The key “<<” cannot be used: it merges values unseen.",
)
WRITE_OUT = Text("Skriv ut värdena där de ska stå.", "Write out the values where they belong.")
TOO_MANY_VALUES = Text(
    "Filens hänvisningar (*) blir för många värden när de skrivs ut.",
    "The references of the file (*) become too many values when written out.",
)

# The file as a whole

EMPTY_FILE = Text("Filen är tom.", "The file is empty.")
FILL_IN_OR_DELETE = Text(
    "Fyll i den, eller ta bort filen om den inte behövs.",
    "Fill it in, or delete the file if it is not needed.",
)
TOO_DEEP = Text(
    "Filen har för många nivåer inuti varandra (högst 64).",
    "The file has too many levels inside one another (64 at most).",
)
MAKE_FLATTER = Text(
    "Är det en text med många [ eller {{? Sätt citattecken om den.",
    "Is it a text with many [ or {{? Put quotation marks around it.",
)
DIRECTIVE = Text(
    "Raden går inte att läsa: rader som börjar med % är instruktioner, och fardplan läser "
    "bara YAML 1.2.",
    "The line cannot be read: lines that begin with % are directives, and fardplan reads YAML "
    "1.2 only.",
)
REMOVE_DIRECTIVE = Text(
    "Ta bort raden. Är det en text? Dra in den under sin nyckel.",
    "Delete the line. Is it a text? Indent it under its key.",
)
SECOND_DOCUMENT = Text(
    "Här börjar ett andra dokument, men varje fil ska hålla ett.",
    "A second document begins here, but each file holds one.",
)
REMOVE_SEPARATOR = Text(
    "Ta bort raden med --- eller ..., eller lägg resten i en egen fil.",
    "Delete the line with --- or ..., or move the rest to a file of its own.",
)
CONFLICT = Text(
    "Samma rader är ändrade på två håll, och sammanslagningen i git är inte klar.",
    "The same lines were changed in two places, and the merge in git is not finished.",
)
RESOLVE_CONFLICT = Text(
    "Behåll det som ska gälla av raderna från <<<<<<< till >>>>>>>. Ta bort de tre raderna med "
    "<<<<<<<, ======= och >>>>>>>.",
    "Keep what is to hold of the lines from <<<<<<< to >>>>>>>. Delete the three lines with "
    "<<<<<<<, ======= and >>>>>>>.",
)
UNREADABLE = Text(
    "Raden går inte att läsa, eller raden ovanför.",
    "The line cannot be read, or the line above it.",
)
COMPARE = Text(
    "Se efter att indraget stämmer, att varje nyckel följs av kolon och mellanslag, och att "
    "varje citattecken och parentes har sin motsvarighet.",
    "See that the indentation is right, that each key is followed by a colon and a space, and "
    "that every quotation mark and bracket has its counterpart.",
)
