"""What is said where references to other roadmaps are reviewed."""

from __future__ import annotations

from fardplan.locales.text import Text

HEAD = Text(
    "{place} hänvisar till {target} (avstämt mot version {then}, nu {now}).",
    "{place} refers to {target} (reviewed against version {then}, now {now}).",
)
FIRST = Text(
    "{place} hänvisar till {target} (aldrig avstämt, nu version {now}).",
    "{place} refers to {target} (never reviewed, now version {now}).",
)
CURRENT = Text(
    "{place} hänvisar till {target} (avstämt mot version {then}).",
    "{place} refers to {target} (reviewed against version {then}).",
)
UNCHANGED = Text(
    "Inget har ändrats i sak sedan dess.", "Nothing has changed in substance since then."
)
UNREADABLE = Text(
    "Version {then} går inte att läsa, så det syns inte vad som har ändrats. Hämta hela historiken "
    "(git fetch --unshallow --tags) eller läs den andra färdplanen.",
    "Version {then} cannot be read, so what has changed cannot be shown. Fetch the whole history "
    "(git fetch --unshallow --tags) or read the other roadmap.",
)
CHANGED_UNSEEN = Text(
    "Något har ändrats i sak sedan dess. Vad syns inte, för version {then} går inte att läsa. "
    "Hämta hela historiken (git fetch --unshallow --tags) eller läs den andra färdplanen.",
    "Something has changed in substance since then. What cannot be shown, for version {then} "
    "cannot be read. Fetch the whole history (git fetch --unshallow --tags) or read the other "
    "roadmap.",
)
CHANGED_SINCE = Text(
    "Det ni stämde av är inte det som version {then} säger. Läs det på nytt i den andra "
    "färdplanen.",
    "What you reviewed is not what version {then} says. Read it again in the other roadmap.",
)
READ_ALL = Text(
    "Läs allt: fardplan diff {roadmap} {then}", "Read everything: fardplan diff {roadmap} {then}"
)
CONFIRM = Text("Stämmer hänvisningen fortfarande?", "Does the reference still hold?")
CONFIRM_FIRST = Text("Stämmer hänvisningen?", "Does the reference hold?")

NOTHING = Text("Inget behöver stämmas av i {roadmap}.", "Nothing needs reviewing in {roadmap}.")
NONE_CHOSEN = Text("Inget är skrivet.", "Nothing is written.")
DONE = (
    Text("1 hänvisning är nu avstämd.", "1 reference is now reviewed."),
    Text("{n} hänvisningar är nu avstämda.", "{n} references are now reviewed."),
)
WOULD = (
    Text(
        "1 hänvisning skulle bli avstämd. Inget är ändrat.",
        "1 reference would be reviewed. Nothing is changed.",
    ),
    Text(
        "{n} hänvisningar skulle bli avstämda. Inget är ändrat.",
        "{n} references would be reviewed. Nothing is changed.",
    ),
)
WRITTEN = Text("Ändrat: {files}.", "Changed: {files}.")
LEFT = (
    Text("1 hänvisning behöver fortfarande stämmas av.", "1 reference still needs reviewing."),
    Text(
        "{n} hänvisningar behöver fortfarande stämmas av.", "{n} references still need reviewing."
    ),
)
UNSEEN = Text(
    "Det går inte att se vad som har ändrats för {references}. Hämta hela historiken (git fetch "
    "--unshallow --tags), eller ange hänvisningen efter {roadmap}.",
    "What has changed cannot be seen for {references}. Fetch the whole history "
    "(git fetch --unshallow --tags), or name the reference after {roadmap}.",
)
NEVER = Text(
    "Aldrig avstämda: {references}. Stäm av dem vid namn: fardplan review {roadmap} {first}",
    "Never reviewed: {references}. Review them by name: fardplan review {roadmap} {first}",
)
CHOOSE = Text(
    "Ange vilka hänvisningar som är avstämda, eller --all. Vid en terminal går det i stället att "
    "svara på frågor.",
    "Name the references that are reviewed, or give --all. At a terminal, questions can be "
    "answered instead.",
)
NAMES_AND_ALL = Text(
    "Ange antingen hänvisningar eller --all, inte både och.",
    "Either name references or give --all, not both.",
)

NO_SUCH = Text(
    "I {roadmap} hänvisar inget till ”{written}” i en annan färdplan.",
    "In {roadmap} nothing refers to “{written}” in another roadmap.",
)
DID_YOU_MEAN = Text("{text} Menade du {near}?", "{text} Did you mean {near}?")
NO_REVIEWS = Text(
    "En hänvisning under `{key}` i {file} har ingen plats för avstämning.",
    "A reference under `{key}` in {file} has no place for a review.",
)
NO_VERSION = Text(
    "{target} har inget versionsnummer att stämma av mot. Det ska stå under `version` i {file}.",
    "{target} has no version number to review against. It belongs under `version` in {file}.",
)
NEWER = Text(
    "Hänvisningen till {written} är avstämd mot version {then}, som är nyare än {now}.",
    "The reference to {written} is reviewed against version {then}, which is newer than {now}.",
)
NOT_EDITED = Text("{file}: {reason}.", "{file}: {reason}.")
CANNOT_MARK = Text(
    "Det går inte att skriva in avstämningen i {file}. Gör det för hand.",
    "The review cannot be written into {file}. Do it by hand.",
)
FUTURE = Text("{date} ligger i framtiden.", "{date} is in the future.")

WHO = Text("Vilken roll har stämt av?", "Which role has reviewed?")
OUTCOME = Text("Vad ledde avstämningen till?", "What did the review lead to?")
WHEN = Text("När gjordes avstämningen?", "When was the review made?")
