"""What the site's frame says around a document."""

from __future__ import annotations

from fardplan.locales.text import Lang, Text


def say(name: str, lang: Lang, /, **values: object) -> str:
    """Return the text that a template names; KeyError if there is none."""
    text = globals()[name.upper()]
    if not isinstance(text, Text):
        raise KeyError(name)
    return text.say(lang, **values)


SITE = Text("Webbplatsen", "The site")
HERE = Text("Du är här", "You are here")
START = Text("Startsidan", "Home")
TURN = Text("Föregående och nästa", "Previous and next")
BEFORE, AFTER = Text("Föregående", "Previous"), Text("Nästa", "Next")
ABOUT = Text("Om webbplatsen", "About the site")
STATEMENT = Text("Tillgänglighetsredogörelse", "Accessibility statement")
DATA = Text("Sidan som data (JSON)", "This page as data (JSON)")
FEED = Text("Prenumerera på nya versioner (Atom)", "Subscribe to new versions (Atom)")
LICENCE = Text("Licens för innehållet:", "Licence of the content:")
SEARCH = Text("Sök", "Search")
SEARCH_FOR = Text("Sök på webbplatsen", "Search the site")
WORDS = Text("Ord att söka efter", "Words to search for")
FOUND_NONE = Text(
    "Inget hittades för ”{words}”. Pröva med ett annat ord, eller färre.",
    "Nothing was found for “{words}”. Try another word, or fewer.",
)
FOUND_ONE = Text("1 sida för ”{words}”", "1 page for “{words}”")
FOUND_MANY = Text("{n} sidor för ”{words}”", "{n} pages for “{words}”")
SEARCHED_HERE = Text(
    "Du söker i din egen webbläsare. Orden skickas inte till någon.",
    "You search in your own browser. The words are sent to nobody.",
)
NEEDS_SCRIPT = Text(
    "Sökningen behöver JavaScript, som är avstängt i din webbläsare. Allt på webbplatsen går att "
    "nå från startsidan.",
    "Searching needs JavaScript, which is off in your browser. Everything on the site can be "
    "reached from the first page.",
)
NO_TRACKING = Text(
    "Webbplatsen har inga kakor och ingen spårning.", "This site has no cookies and no tracking."
)
