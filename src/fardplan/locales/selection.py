"""What is said of the state that was chosen for judging, and of one that cannot be had."""

from __future__ import annotations

from fardplan.locales.text import Text

STAGED = Text("det som ska checkas in", "what is about to be committed")
REVISION = Text("revisionen {rev}", "the revision {rev}")
CHANGED_SINCE = Text("det som har ändrats sedan {since}", "what has changed since {since}")
STAGED_SINCE = Text(
    "det som ska checkas in och har ändrats sedan {since}",
    "what is about to be committed and has changed since {since}",
)
BETWEEN = Text(
    "det som har ändrats från {since} till {rev}", "what has changed from {since} to {rev}"
)

NO_ROADMAPS = Text(
    "Här finns inga färdplaner: mappen roadmaps saknas i ”{root}”. "
    "Gå till rätt mapp, eller peka ut den: fardplan -C MAPP. Börja från början: fardplan init",
    "There are no roadmaps here: the folder roadmaps is missing in “{root}”. "
    "Go to the right folder, or point it out: fardplan -C DIR. Begin anew: fardplan init",
)
NO_ROADMAPS_THERE = Text(
    "I revisionen {rev} finns inga färdplaner: där saknas mappen roadmaps i ”{root}”. "
    "Ange en annan revision, eller peka ut en annan mapp: fardplan -C MAPP",
    "There are no roadmaps in the revision {rev}: it lacks the folder roadmaps in “{root}”. "
    "Give another revision, or point out another folder: fardplan -C DIR",
)
NOT_IN_GIT = Text(
    "Mappen {folder} ligger inte i git, så det finns bara filerna som de är nu. "
    "Kontrollera dem: fardplan validate",
    "The folder {folder} is not in git, so there are only the files as they are now. "
    "Check them: fardplan validate",
)

_DEEPEN = Text(
    "Hämta resten: git fetch --unshallow --tags, eller i ett CI-flöde fetch-depth: 0 (GitHub) "
    "eller GIT_DEPTH: 0 (GitLab).",
    "Fetch the rest: git fetch --unshallow --tags, or in a CI workflow fetch-depth: 0 (GitHub) "
    "or GIT_DEPTH: 0 (GitLab).",
)


def _then_deepen(text: Text) -> Text:
    """Return the text, followed by how to fetch the rest of the history."""
    return Text(f"{text.sv} {_DEEPEN.sv}", f"{text.en} {_DEEPEN.en}")


UNKNOWN_REVISION = Text(
    "Det finns ingen gren, tagg eller incheckning som heter ”{wanted}”. "
    "Visa dem som finns: git branch --all, git tag, git log --oneline",
    "There is no branch, tag or commit called “{wanted}”. "
    "Show those there are: git branch --all, git tag, git log --oneline",
)
NEAR_REVISION = Text(
    "Det finns ingen gren, tagg eller incheckning som heter ”{wanted}”. Menade du {near}?",
    "There is no branch, tag or commit called “{wanted}”. Did you mean {near}?",
)
SHALLOW_REVISION = _then_deepen(
    Text(
        "”{wanted}” finns inte i den del av historiken som är hämtad.",
        "“{wanted}” is not in the part of the history that is fetched.",
    )
)
NOTHING_COMMITTED = Text(
    "Ingenting är incheckat här än, så det finns inget att jämföra med ”{wanted}”. "
    "Kontrollera allt i stället: fardplan validate",
    "Nothing is committed here yet, so there is nothing to compare with “{wanted}”. "
    "Check everything instead: fardplan validate",
)
NO_COMMON_HISTORY = Text(
    "”{wanted}” har ingen historia gemensam med {here}, så det går inte att säga vad som har "
    "ändrats. Ange en gren som {here} utgår från, eller kontrollera allt: fardplan validate",
    "“{wanted}” has no history in common with {here}, so there is no telling what has changed. "
    "Give a branch that {here} started from, or check everything: fardplan validate",
)
SHALLOW_HISTORY = _then_deepen(
    Text(
        "Den del av historiken som är hämtad når inte tillbaka till där ”{wanted}” och {here} "
        "skildes åt.",
        "The part of the history that is fetched does not reach back to where “{wanted}” and "
        "{here} parted.",
    )
)
RULES_LEFT_OUT = _then_deepen(
    Text(
        "Bara en del av historiken är hämtad, så regler som jämför med äldre versioner har inte "
        "kunnat prövas: {rules}.",
        "Only a part of the history is fetched, so rules that compare with earlier versions could "
        "not be tried: {rules}.",
    )
)
