"""What is said when a version is released: what stands in the way, what happens, what is left."""

from __future__ import annotations

from fardplan.locales.text import Text

NOT_IN_GIT = Text(
    "Mappen {folder} ligger inte i git. En version ges ut genom en tagg i git. "
    "Börja med: git init, git add --all och git commit.",
    "The folder {folder} is not in git. A version is released by a tag in git. "
    "Begin with: git init, git add --all and git commit.",
)
NOTHING_COMMITTED = Text(
    "Ingenting är incheckat än, så det finns inget att ge ut. "
    "Spara först: git add --all och git commit.",
    "Nothing is committed yet, so there is nothing to release. "
    "Save first: git add --all and git commit.",
)
SHALLOW = Text(
    "Bara en del av historiken är hämtad, så det går inte att veta vilka versioner som är utgivna. "
    "Hämta resten: git fetch --unshallow --tags, eller i ett CI-flöde fetch-depth: 0 (GitHub) "
    "eller GIT_DEPTH: 0 (GitLab).",
    "Only a part of the history is fetched, so there is no telling which versions are released. "
    "Fetch the rest: git fetch --unshallow --tags, or in a CI workflow fetch-depth: 0 (GitHub) "
    "or GIT_DEPTH: 0 (GitLab).",
)
ROADMAP_NOT_COMMITTED = Text(
    "Färdplanen {roadmap} är inte incheckad i git än, så det finns inget att ge ut. "
    "Spara den först: git add --all och git commit.",
    "The roadmap {roadmap} is not committed to git yet, so there is nothing to release. "
    "Save it first: git add --all and git commit.",
)
COMMITTED = Text("det som är incheckat", "what is committed")

REFUSED = Text(
    "Färdplanen {roadmap} går inte att ge ut än:", "The roadmap {roadmap} cannot be released yet:"
)
NOTHING_DONE = Text(
    "Inget är utgivet. Åtgärda det och försök igen.",
    "Nothing is released. See to that and try again.",
)

UNSAVED = (
    Text("1 fil är inte sparad i git:", "1 file is not saved in git:"),
    Text("{n} filer är inte sparade i git:", "{n} files are not saved in git:"),
)
UNSAVED_FILE = Text("{path}: {how}", "{path}: {how}")
AND_MORE = Text("… och {n} till", "… and {n} more")
SAVE = Text(
    "Det som ges ut är det som är incheckat. Spara först: git add {paths} och git commit.",
    "What is released is what is committed. Save first: git add {paths} and git commit.",
)
DO_NOT_IGNORE = Text(
    "Flytta ut filer som inte hör till färdplanerna, eller ta bort raden i .gitignore.",
    "Move out files that are no part of the roadmaps, or take the line out of .gitignore.",
)
FINDINGS = Text(
    "I det som är incheckat finns {found}, se ovan.", "What is committed has {found}, see above."
)
MEND = Text("Rätta felen, checka in och försök igen.", "Mend the errors, commit and try again.")

NO_VERSION = Text("{file} anger ingen version.", "{file} gives no version.")
ADD_VERSION = Text(
    'Skriv `version: "{next}"` i filen och checka in den.',
    'Write `version: "{next}"` in the file and commit it.',
)
RELEASED = Text(
    "Version {version} är redan utgiven: taggen {tag} finns. En utgiven version ändras inte.",
    "Version {version} is released already: there is the tag {tag}. A released version is not "
    "changed.",
)
NOT_ABOVE = Text(
    "Version {version} är lägre än den senast utgivna, {latest} (taggen {tag}).",
    "Version {version} is lower than the last one released, {latest} (the tag {tag}).",
)
RAISE = Text(
    'Skriv `version: "{next}"` eller högre i {file} och checka in den.',
    'Write `version: "{next}"` or higher in {file} and commit it.',
)
RAISE_OR_CORRECT = Text(
    'Skriv `version: "{next}"` eller högre i {file} och checka in den. Är det bara en rättelse? '
    'Skriv `version: "{correction}"` och ge ut den med --correction.',
    'Write `version: "{next}"` or higher in {file} and commit it. Is it a mere correction? '
    'Write `version: "{correction}"` and release it with --correction.',
)
IS_CORRECTION = Text(
    "{version} är numret på en rättelse av version {base}.",
    "{version} is the number of a correction of version {base}.",
)
CORRECT_OR_RAISE = Text(
    "Är det en rättelse? Kör: fardplan release {roadmap} --correction. "
    'Annars: skriv `version: "{next}"` i {file} och checka in den.',
    "Is it a correction? Run: fardplan release {roadmap} --correction. "
    'Else: write `version: "{next}"` in {file} and commit it.',
)
TAG_IN_THE_WAY = Text(
    "Det finns redan en tagg som heter {other}, och då kan git inte göra taggen {tag}.",
    "There is a tag called {other} already, so that git cannot make the tag {tag}.",
)
LOOK_AT_TAG = Text(
    "Se efter vad den är: git show {other}. En tagg flyttas aldrig.",
    "See what it is: git show {other}. A tag is never moved.",
)
ENDED = Text(
    "Färdplanen har status {status}. En ny version av den ges inte ut.",
    "The roadmap has the status {status}. No new version of it is released.",
)
CHANGE_STATUS = Text(
    "Ändra `status` i {file} och checka in den, om det inte stämmer.",
    "Change `status` in {file} and commit it, if that is not true.",
)

NO_CORRECTION_NUMBER = Text(
    "Version {version} är inget nummer för en rättelse: det har en tredje siffra, som {example}.",
    "Version {version} is no number for a correction: that has a third figure, as {example}.",
)
WRITE_NUMBER = Text(
    'Skriv `version: "{example}"` i {file} och checka in den.',
    'Write `version: "{example}"` in {file} and commit it.',
)
NOTHING_TO_CORRECT = Text(
    "Det finns ingen utgiven version {series} att rätta.",
    "There is no released version {series} to correct.",
)
RELEASE_PLAINLY = Text(
    "Ge ut den utan --correction: fardplan release {roadmap}",
    "Release it without --correction: fardplan release {roadmap}",
)
KNOWN_VERSIONS = Text("Utgivna versioner: {known}.", "Released versions: {known}.")
NO_CORRECTIONS = Text(
    "I {file} står inte vad som är rättat sedan version {base}.",
    "{file} does not say what is corrected since version {base}.",
)
ADD_CORRECTIONS = Text(
    "Ange det med --what och --by, så skrivs det in. Eller skriv det själv under `corrections` och "
    "checka in filen, till exempel:\n{example}",
    "Give it with --what and --by, and it is written. Or write it yourself under `corrections` and "
    "commit the file, for example:\n{example}",
)
ASK_WHAT = Text("Vad var fel, och var?", "What was wrong, and where?")
ABOUT_WHAT = Text(
    "En mening som läsarna förstår, till exempel: Fel telefonnummer i avsnittet om kontakt.",
    "A sentence that readers understand, such as: Wrong telephone number in the contact section.",
)
ASK_BY = Text("Vilken roll eller organisation har rättat?", "Which role or organisation mended it?")
ABOUT_BY = Text(
    "Det står i dokumentet bredvid rättelsen. Skriv inget personnamn.",
    "It stands in the document beside the correction. Write no person's name.",
)
ASK_DATE = Text("När rättades det?", "When was it mended?")
ABOUT_DATE = Text("Dagen för rättelsen.", "The day of the correction.")
LACKING = Text(
    "I {file} står inte vad som är rättat sedan version {base}. Svara, så skrivs det in.",
    "{file} does not say what is corrected since version {base}. Answer, and it is written.",
)
ENTERED = Text("Rättelsen står nu i {file}.", "The correction now stands in {file}.")
ENTERED_AS = Text(
    "Rättelsen står nu i {file}, och versionen är {version}.",
    "The correction now stands in {file}, and the version is {version}.",
)
WOULD_ENTER = Text(
    "Rättelsen skulle skrivas in i {file}. Inget är ändrat.",
    "The correction would be written into {file}. Nothing is changed.",
)
THEN_COMMIT = Text(
    "Inget är utgivet än. Checka in allt och kör samma kommando igen:\n"
    "  git add {paths}\n"
    '  git commit -m "{summary}"\n'
    "  fardplan release {roadmap} --correction",
    "Nothing is released yet. Commit everything and run the same command again:\n"
    "  git add {paths}\n"
    '  git commit -m "{summary}"\n'
    "  fardplan release {roadmap} --correction",
)
SUMMARY = Text("Rättelse av version {base}", "Correct version {base}")
ONLY_CORRECTION = Text(
    "{option} hör till en rättelse. Skriv också --correction.",
    "{option} belongs to a correction. Give --correction too.",
)
NOT_NEEDED = Text(
    "Inget är skrivet av {options}: antingen står rättelsen redan i {file}, eller så är det "
    "något annat i vägen.",
    "Nothing is written of {options}: either the correction stands in {file} already, or "
    "something else is in the way.",
)
NOT_EDITED = Text("{file}: {reason}.", "{file}: {reason}.")
FUTURE = Text("{date} ligger i framtiden.", "{date} is in the future.")
WHAT_WAS_WRONG = Text("Vad som var fel, och var.", "What was wrong, and where.")
BY_WHOM = Text("Rollen eller organisationen", "The role or organisation")
OTHER_YEAR = Text(
    "Version {base} gäller {old} och {version} gäller {new}. En rättelse ändrar inte året.",
    "Version {base} is of {old} and {version} is of {new}. A correction does not change the year.",
)
NOT_EDITORIAL = (
    Text(
        "1 ändring är mer än språklig, se ovan.",
        "1 change is more than one of wording, see above.",
    ),
    Text(
        "{n} ändringar är mer än språkliga, se ovan.",
        "{n} changes are more than those of wording, see above.",
    ),
)
NEW_VERSION_INSTEAD = Text(
    'Ge ut dem som en ny version: skriv `version: "{next}"` i {file}. Eller ta tillbaka dem.',
    'Release them as a new version: write `version: "{next}"` in {file}. Or take them back.',
)

UNFINISHED = Text(
    "Färdplanen har status {status}, och det står på varje sida av det som ges ut.",
    "The roadmap has the status {status}, which stands on every page of what is released.",
)
DETACHED = Text(
    "Du står på en enskild incheckning ({commit}), inte på en gren. Det är den som ges ut.",
    "You are on a single commit ({commit}), not on a branch. That is what is released.",
)
MILDER = Text(
    "Dessutom finns {found} (visa med fardplan validate). Det hindrar inte utgåvan.",
    "Beside that: {found} (show with fardplan validate). That does not stop the release.",
)
ELSEWHERE = Text(
    "I andra färdplaner i arkivet finns {found}. Det hindrar inte den här utgåvan.",
    "Other roadmaps in the repository have {found}. That does not stop this release.",
)
DEBTS = (
    Text("1 känd brist följer med:", "1 known debt goes along:"),
    Text("{n} kända brister följer med:", "{n} known debts go along:"),
)
DEBT = Text("  {place}: {message} [{rule}]", "  {place}: {message} [{rule}]")

MADE = Text(
    "Version {version} av {roadmap} är utgiven: taggen {tag} på incheckning {commit}.",
    "Version {version} of {roadmap} is released: the tag {tag} on commit {commit}.",
)
WOULD = Text(
    "Så här skulle taggen {tag} på incheckning {commit} bli. Inget är ändrat.",
    "This is what the tag {tag} on commit {commit} would be. Nothing is changed.",
)
PUSH = Text(
    "Den finns bara här än. Skicka den till de andra: git push origin refs/tags/{tag}",
    "It is only here yet. Send it to the others: git push origin refs/tags/{tag}",
)
WOULD_PUSH = Text(
    "När den är gjord skickas den med: git push origin refs/tags/{tag}",
    "Once made, it is sent by: git push origin refs/tags/{tag}",
)

SUBJECT = Text("{title} {year}, version {version}", "{title} {year}, version {version}")
FIRST_VERSION = Text("Första versionen.", "First version.")
ALL_CHANGES = Text(
    "Alla ändringar: fardplan diff {roadmap} {old} {new}",
    "All changes: fardplan diff {roadmap} {old} {new}",
)
