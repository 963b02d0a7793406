"""What is said of all changes between two versions of a roadmap: title, summary, sections."""

from __future__ import annotations

from fardplan.locales.text import Text

TITLE = Text("{roadmap}: ändringar från {old} till {new}", "{roadmap}: changes from {old} to {new}")
VERSION = Text("{year} (version {version})", "{year} (version {version})")
VERSION_ALONE = Text("version {version}", "version {version}")
NOTHING = Text("Inga ändringar mellan {old} och {new}.", "No changes between {old} and {new}.")
SINCE = Text("Sedan {old}: {counts}.", "Since {old}: {counts}.")
ONLY_EDITORIAL = Text(
    "Sedan {old} har bara språk, källor och bakgrund ändrats: {n}.",
    "Since {old} only wording, sources and background have changed: {n}.",
)
NOW_ADOPTED = Text("nu {status}", "now {status}")
WEAKENED = (
    Text("Inget åtagande är försvagat.", "No commitment is weakened."),
    Text("{n} åtagande är försvagat.", "{n} commitment is weakened."),
    Text("{n} åtaganden är försvagade.", "{n} commitments are weakened."),
)
"""For none, one and several."""
ALL_APPROVED = (
    Text("{n} åtagande är försvagat, och det är godkänt.",
         "{n} commitment is weakened, and that is approved."),
    Text("{n} åtaganden är försvagade, och alla är godkända.",
         "{n} commitments are weakened, and all are approved."),
)  # fmt: skip
SOME_APPROVED = (
    Text("{n} åtaganden är försvagade, varav {m} är godkänt.",
         "{n} commitments are weakened, of which {m} is approved."),
    Text("{n} åtaganden är försvagade, varav {m} är godkända.",
         "{n} commitments are weakened, of which {m} are approved."),
)  # fmt: skip
CHANGES = (Text("{n} ändring", "{n} change"), Text("{n} ändringar", "{n} changes"))
COUNT_NEW = Text("{n} nya {noun}", "{n} new {noun}")
COUNT_GONE = Text("{n} borttagna {noun}", "{n} removed {noun}")
COUNT_ACTIVITIES = {
    "new": (
        (Text("{n} ny aktivitet", "{n} new activity"),
         Text("{n} nya aktiviteter", "{n} new activities")),
        (Text("{n} ny", "{n} new"), Text("{n} nya", "{n} new")),
    ),
    "completed": (
        (Text("{n} genomförd aktivitet", "{n} completed activity"),
         Text("{n} genomförda aktiviteter", "{n} completed activities")),
        (Text("{n} genomförd", "{n} completed"), Text("{n} genomförda", "{n} completed")),
    ),
    "dropped": (
        (Text("{n} aktivitet utgår", "{n} activity dropped"),
         Text("{n} aktiviteter utgår", "{n} activities dropped")),
        (Text("{n} utgår", "{n} dropped"), Text("{n} utgår", "{n} dropped")),
    ),
    "gone": (
        (Text("{n} borttagen aktivitet", "{n} removed activity"),
         Text("{n} borttagna aktiviteter", "{n} removed activities")),
        (Text("{n} borttagen", "{n} removed"), Text("{n} borttagna", "{n} removed")),
    ),
}  # fmt: skip
"""What happened to activities, and the same where activities are spoken of already."""
COUNT_SPLIT = (
    Text("{n} delat område", "{n} area split"),
    Text("{n} delade områden", "{n} areas split"),
)
COUNT_MERGED = (
    Text("{n} sammanslaget område", "{n} merged area"),
    Text("{n} sammanslagna områden", "{n} merged areas"),
)
COUNT_JOINED = (Text("{n} ny part", "{n} new party"), Text("{n} nya parter", "{n} new parties"))
COUNT_LEAVING = (
    Text("{n} part lämnar", "{n} party leaves"),
    Text("{n} parter lämnar", "{n} parties leave"),
)
COUNT_LEFT = (
    Text("{n} avslutad aktivitet har lämnat färdplanen",
         "{n} closed activity has left the roadmap"),
    Text("{n} avslutade aktiviteter har lämnat färdplanen",
         "{n} closed activities have left the roadmap"),
)  # fmt: skip
COUNT_REWORDED = (
    Text("{n} formulering med ny lydelse", "{n} statement with new wording"),
    Text("{n} formuleringar med ny lydelse", "{n} statements with new wording"),
)
COUNT_KEPT_LATE = (
    Text("{n} löfte som infriades för sent", "{n} promise kept late"),
    Text("{n} löften som infriades för sent", "{n} promises kept late"),
)
COUNT_PLANS = (Text("{n} ny projektplan", "{n} new projektplan"),
               Text("{n} nya projektplaner", "{n} new projektplaner"))  # fmt: skip
ALSO_OTHER = (Text("dessutom {n} annan ändring", "besides, {n} other change"),
              Text("dessutom {n} andra ändringar", "besides, {n} other changes"))  # fmt: skip
PUT_OFF = Text("{what} skjuts upp", "{what} put off")
PUT_OFF_BY = Text("{what} skjuts upp {size}", "{what} put off by {size}")
PUT_OFF_BY_MOST = Text("{what} skjuts upp, som mest {size}", "{what} put off, by up to {size}")
IS_WERE = (Text("{what}", "{what} is"), Text("{what}", "{what} are"))
AGAIN = Text("för {nth} året", "for the {nth} year")
SOME_AGAIN = Text("{n} av dem inte för första gången", "{n} of them not for the first time")
NTH = Text(
    "första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte",
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
)
"""Which year it is, from the first; after the last `NTH_IN_DIGITS`."""
NTH_IN_DIGITS = Text("{n}:e", "{n}th")
A_TIME = (Text("{n} tid", "{n} date"), Text("{n} tider", "{n} dates"))
MORE_MONEY = Text("{source} ökar med {amount}", "{source} increases by {amount}")
LESS_MONEY = Text("{source} minskar med {amount}", "{source} decreases by {amount}")
ALL_MONEY = (
    Text("de planerade medlen ökar med {amount}", "the planned money increases by {amount}"),
    Text("de planerade medlen minskar med {amount}", "the planned money decreases by {amount}"),
    Text("de planerade medlen är lika stora som förut", "the planned money is as much as before"),
)
"""For more, less and neither."""
MONEY_SOURCES = (
    Text("{more} källor ger mer och {less} mindre", "{more} sources give more and {less} less"),
    Text("{more} källa ger mer och {less} mindre", "{more} source gives more and {less} less"),
)
"""For several and one source that gives more."""
ROUGHLY = Text("omkring {amount}", "about {amount}")
MILLION = Text("{n}\u00a0miljon kronor", "SEK\u00a0{n}\u00a0million")
MILLIONS = Text("{n}\u00a0miljoner kronor", "SEK\u00a0{n}\u00a0million")
NO_SOURCE = Text("källa anges inte", "source not given")
BY_SOURCE = Text("Planerade medel per källa och år", "Planned money by source and year")
IDLE = Text("Godkännanden som inte används här", "Approvals that are not used here")
IDLE_ANOTHER = Text(
    "{what}: ändringen är en annan än den som {by} godkände ({decision}, {date}).",
    "{what}: the change is not the one that {by} approved ({decision}, {date}).",
)
IDLE_UNKNOWN = Text(
    "{what}: det finns ingen sådan ändring mellan de här versionerna. Godkänt av {by} "
    "({decision}, {date}).",
    "{what}: there is no such change between these versions. Approved by {by} "
    "({decision}, {date}).",
)
KICKER = Text("Ändringar mellan två versioner", "Changes between two versions")
OLDER = Text("Äldre version", "Older version")
NEWER = Text("Nyare version", "Newer version")
COMMIT = Text("{version}, incheckning {commit}", "{version}, commit {commit}")
LEGEND = (
    Text("Ord som är borttagna är ", "Words that are removed are "),
    Text("överstrukna", "struck through"),
    Text(", och ord som är nya är ", ", and words that are new are "),
    Text("understrukna", "underlined"),
    Text(".", "."),
)
"""The sentence in its parts; the second and the fourth are shown as what they tell of."""
MAJOR = Text("Försvagade åtaganden", "Weakened commitments")
ROADMAP = Text("Färdplanen i stort", "The roadmap as a whole")
VISION = Text("Målbilden", "The vision")
PRINCIPLES = Text("Principer och teman", "Principles and themes")
PRECONDITIONS = Text("Förutsättningar på systemnivå", "System-level preconditions")
DECISIONS = Text("Beslut", "Decisions")
MONEY = Text("Pengar", "Money")
FOLLOW_UP = Text("Indikatorer och rapporter", "Indicators and reports")
OTHER = Text("Mål och aktiviteter utan område", "Goals and activities without an area")
EDITORIAL = Text("Språk, källor och bakgrund", "Wording, sources and background")
LEFT_OUT_REST = Text(
    "Alla ändringar står här, men inte allt om pengar och godkännanden får plats. "
    "Visa det: fardplan diff {roadmap} {old} {new}",
    "All changes stand here, but not all about money and approvals fits. "
    "Show it: fardplan diff {roadmap} {old} {new}",
)
LEFT_OUT = (
    Text(
        "1 ändring till får inte plats här. Visa den: fardplan diff {roadmap} {old} {new}",
        "1 more change does not fit here. Show it: fardplan diff {roadmap} {old} {new}",
    ),
    Text(
        "{n} ändringar till får inte plats här. Visa dem: fardplan diff {roadmap} {old} {new}",
        "{n} more changes do not fit here. Show them: fardplan diff {roadmap} {old} {new}",
    ),
)
UNREAD = Text("Det här går inte att läsa", "This cannot be read")
NOT_COMPARED = Text(
    "Filen {file} går inte att läsa ({version}), och är inte jämförd.",
    "The file {file} cannot be read ({version}), and is not compared.",
)
PARTLY_READ = Text(
    "Något i {file} går inte att läsa ({version}), och kan se ut som borttaget eller nytt.",
    "Something in {file} cannot be read ({version}), and may look as if it were gone or new.",
)
AS_THEY_ARE = Text("filerna som de är nu", "the files as they are now")
