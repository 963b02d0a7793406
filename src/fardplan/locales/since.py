"""What a document says of how it differs from an earlier version."""

from __future__ import annotations

from typing import NamedTuple

from fardplan.locales.text import Lang, Text

TITLE = Text("Förändringar sedan {version}", "Changes since {version}")
MARKED = Text(
    "Det som är nytt eller ändrat är märkt i texten. ", "What is new or changed is marked below. "
)
ALL = Text(
    "Alla förändringar, också det som inte finns kvar", "All changes, also what is no longer here"
)


class Mark(NamedTuple):
    """A word for what has happened to something; Swedish has another where its noun is neuter."""

    common: Text
    neuter: Text | None = None

    def say(self, lang: Lang, *, neuter: bool) -> str:
        """Return the word as it stands beside a noun of a gender."""
        return (self.neuter if neuter and self.neuter else self.common).say(lang)


NEW = Mark(Text("Ny", "New"), Text("Nytt", "New"))
DROPPED = Mark(Text("Utgår", "Dropped"))
COMPLETED = Mark(Text("Nu genomförd", "Now completed"), Text("Nu genomfört", "Now completed"))
DONE = Mark(Text("Nu klar", "Now done"), Text("Nu klart", "Now done"))
RESUMED = Mark(Text("Återupptagen", "Taken up again"), Text("Återupptaget", "Taken up again"))
REOPENED = Mark(Text("Öppnad igen", "Reopened"), Text("Öppnat igen", "Reopened"))
DECIDED = Mark(Text("Nu beslutad", "Now decided"), Text("Nu beslutat", "Now decided"))
MOVED = Mark(Text("Flyttad", "Moved"), Text("Flyttat", "Moved"))
PUT_OFF = Mark(Text("Senarelagd", "Put off"), Text("Senarelagt", "Put off"))
WEAKENED = Mark(Text("Försvagad", "Weakened"), Text("Försvagat", "Weakened"))
MEASURED = Mark(Text("Nytt mätvärde", "New value"))
RENAMED = Mark(Text("Nytt namn", "New name"))
REWORDED = Mark(Text("Ny lydelse", "New wording"))
CHANGED = Mark(Text("Ändrad", "Changed"), Text("Ändrat", "Changed"))
