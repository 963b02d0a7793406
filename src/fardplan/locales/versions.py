"""What is said about versions: which one was taken, and why one was not found."""

from __future__ import annotations

from fardplan.locales.text import Text

WORKING_TREE = Text(
    "arbetskopian, det vill säga filerna som de är nu", "the working tree, that is the files now"
)
DIRECTORY = Text("mappen {folder}", "the folder {folder}")
TAG = Text("taggen {tag}", "the tag {tag}")
RELEASED_YEAR = Text(
    "den högsta utgivna versionen för {wanted}: taggen {tag}",
    "the highest version released for {wanted}: the tag {tag}",
)
RELEASED_VERSION = Text(
    "den utgivna versionen {wanted}: taggen {tag}", "the released version {wanted}: the tag {tag}"
)
LAST_OF_YEAR = Text(
    "det sista läget i historiken där färdplanen gäller {wanted} (incheckning {commit})",
    "the last state in the history in which the roadmap is of {wanted} (commit {commit})",
)
LAST_OF_VERSION = Text(
    "det sista läget i historiken där färdplanen har version {wanted} (incheckning {commit})",
    "the last state in the history in which the roadmap has version {wanted} (commit {commit})",
)
REVISION = Text(
    "git-revisionen {wanted} (incheckning {commit})", "the git revision {wanted} (commit {commit})"
)

NOT_IN_GIT = Text(
    "Mappen {folder} ligger inte i git, så det finns inga äldre versioner att läsa ”{wanted}” ur. "
    "Ange en punkt (.) för filerna som de är nu, eller en mapp med en äldre version.",
    "The folder {folder} is not in git, so there are no earlier versions to read “{wanted}” from. "
    "Give a full stop (.) for the files as they are now, or a folder with an earlier version.",
)
SHALLOW = Text(
    "Versionen ”{wanted}” av {roadmap} finns inte i den del av historiken som är hämtad. "
    "Hämta resten: git fetch --unshallow --tags, eller fetch-depth: 0 i ett CI-flöde.",
    "Version “{wanted}” of {roadmap} is not in the part of the history that is fetched. "
    "Fetch the rest: git fetch --unshallow --tags, or fetch-depth: 0 in a CI workflow.",
)
UNKNOWN_VERSION = Text(
    "Det finns ingen version ”{wanted}” av {roadmap}. Det som finns: {known}.",
    "There is no version “{wanted}” of {roadmap}. What there is: {known}.",
)
NOT_COMMITTED = Text(
    "Version ”{wanted}” av {roadmap} är inte incheckad i git än. "
    "Ange en punkt (.) i stället, så läses filerna som de är nu.",
    "Version “{wanted}” of {roadmap} is not committed to git yet. "
    "Give a full stop (.) instead, and the files are read as they are now.",
)
NO_HISTORY = Text(
    "Det finns ingen version ”{wanted}” av {roadmap}: färdplanen är inte incheckad i git än. "
    "Ange en punkt (.) för filerna som de är nu.",
    "There is no version “{wanted}” of {roadmap}: the roadmap is not committed to git yet. "
    "Give a full stop (.) for the files as they are now.",
)
UNNAMED = Text(
    "Det finns ingen version ”{wanted}” av {roadmap}: inget incheckat läge anger år eller version "
    "i roadmap.yaml. Ange en git-revision, till exempel HEAD~3.",
    "There is no version “{wanted}” of {roadmap}: no committed state gives a year or a version "
    "in roadmap.yaml. Give a git revision, for example HEAD~3.",
)
UNKNOWN_ROADMAP = Text(
    "Det finns ingen färdplan som heter ”{roadmap}”. De som finns: {known}.",
    "There is no roadmap called “{roadmap}”. Those that exist: {known}.",
)
NO_ROADMAPS = Text(
    "Det finns ingen färdplan som heter ”{roadmap}”, och inte någon annan heller: {folder} har "
    "ingen mapp roadmaps med färdplaner.",
    "There is no roadmap called “{roadmap}”, nor any other: {folder} has no folder roadmaps "
    "with roadmaps in it.",
)
NOT_THERE = Text(
    "Färdplanen {roadmap} finns inte i {place}. Det som finns där: {known}.",
    "The roadmap {roadmap} is not in {place}. What there is: {known}.",
)
NOTHING = Text("inga färdplaner", "no roadmaps")
