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
NO_TRACKING = Text(
    "Webbplatsen har inga kakor och ingen spårning.", "This site has no cookies and no tracking."
)
