"""What is said of a text that stands in another language, by the language's code."""

from __future__ import annotations

from fardplan.locales.text import Lang, Text

IN_LANGUAGE = {
    "en": Text("På engelska", "In English"),
    "sv": Text("På svenska", "In Swedish"),
    "fi": Text("På finska", "In Finnish"),
    "ar": Text("På arabiska", "In Arabic"),
    "so": Text("På somaliska", "In Somali"),
    "fa": Text("På persiska", "In Persian"),
    "se": Text("På nordsamiska", "In Northern Sami"),
    "sma": Text("På sydsamiska", "In Southern Sami"),
    "smj": Text("På lulesamiska", "In Lule Sami"),
    "fit": Text("På meänkieli", "In Meänkieli"),
    "rom": Text("På romska", "In Romani"),
    "yi": Text("På jiddisch", "In Yiddish"),
}
OTHER_LANGUAGE = Text("På ett annat språk ({code})", "In another language ({code})")


def say_in_language(code: str, lang: Lang) -> str:
    """Return "På finska"."""
    return IN_LANGUAGE.get(code, OTHER_LANGUAGE).say(lang, code=code)
