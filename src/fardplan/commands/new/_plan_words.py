"""The questions about a projektplan in words, and the gaps that stay in the file."""

from __future__ import annotations

from fardplan.commands.new._form import Entry
from fardplan.editing.outline import Gap
from fardplan.locales.text import Text

KIND = Entry(
    "kind",
    "--kind",
    Text("Vad heter dokumentet hos er?", "What is the document called where you are?"),
    Text("Projektplan eller uppdragsdirektiv.", "A projektplan or an uppdragsdirektiv."),
    proposal="projektplan",
)
STATUS = Entry(
    "status",
    "--status",
    Text("Är planen ett utkast eller beslutad?", "Is the plan a draft, or decided?"),
    Text("Utkast eller beslutad.", "A draft, or decided."),
    (Gap("status: …", Text("draft (utkast) eller decided (beslutad)?", "draft or decided?")),),
    proposal="draft",
)
MANDATE = Entry(
    "mandate",
    "--mandate",
    Text("Uppdrag: vad ska göras?", "Mandate (uppdrag): what is to be done?"),
    Text("Vad uppdraget är.", "What the mandate is."),
    (Gap("mandate: …", Text("uppdrag: vad ska göras?", "uppdrag: what is to be done?")),),
)
IMPLEMENTATION = Entry(
    "implementation",
    "--implementation",
    Text("Genomförande: hur går arbetet till?", "Implementation: how is the work done?"),
    Text("Hur arbetet görs.", "How the work is done."),
    (
        Gap(
            "implementation: …",
            Text("genomförande: hur går arbetet till?", "genomförande: how is the work done?"),
        ),
    ),
)
START = Entry(
    "start",
    "--start",
    Text("Tidsplan: när börjar arbetet?", "Timeline: when does the work begin?"),
    Text(
        "När arbetet börjar, till exempel 2026-01, VT2026 eller 2026.",
        "When the work begins, such as 2026-01, VT2026 or 2026.",
    ),
    (Gap("start: …", Text("när börjar arbetet? till exempel VT2026", "when does it begin?")),),
)
END = Entry(
    "end",
    "--end",
    Text("Tidsplan: när är arbetet klart?", "Timeline: when is the work done?"),
    Text(
        "När arbetet slutar, till exempel 2026-12, HT2026 eller 2027.",
        "When the work ends, such as 2026-12, HT2026 or 2027.",
    ),
    (Gap("end: …", Text("när är arbetet klart? till exempel 2027", "when is it done?")),),
)
TIMELINE_LEFT = (
    Gap("timeline:", Text("tidsplan", "tidsplan (timeline)")),
    Gap("  start: …", Text("när börjar arbetet? till exempel VT2026", "when does it begin?")),
    Gap("  end: …", Text("när är arbetet klart? till exempel 2027", "when is it done?")),
)
MONEY = Text(
    "Finansiering: varifrån kommer pengarna?", "Financing: where does the money come from?"
)
ABOUT_MONEY = Text(
    "Behövs inga pengar väljer du det. Annars väljer du de medel som färdplanen har fått, eller "
    "vilket slag av pengar det är.",
    "Where no money is needed, choose that. Otherwise choose money that the roadmap has been "
    "granted, or the kind of money.",
)
GRANTED = Text("Medel som färdplanen har fått:", "Money that the roadmap has been granted:")
OTHER_MONEY = Text("Andra pengar:", "Other money:")
MORE_MONEY = Text(
    "Finns det pengar från fler håll, eller för fler år?",
    "Is there money from elsewhere, or for other years?",
)
YEAR = Entry(
    "year",
    "--year",
    Text("Vilket år används pengarna?", "In which year is the money used?"),
    Text("Året som pengarna används.", "The year in which the money is used."),
)
AMOUNT = Entry(
    "amount",
    "--amount",
    Text("Hur många kronor?", "How many kronor?"),
    Text(
        "Summan i kronor, bara siffror, till exempel 350000.",
        "The sum in kronor, digits only, such as 350000.",
    ),
)
FINANCING_LEFT = (
    Gap(
        "financing:", Text("finansiering: varifrån kommer pengarna?", "finansiering: which money?")
    ),
    Gap(
        "  - kind: …",
        Text(
            "none_needed (inga pengar behövs), own_budget (egen budget) …",
            "none_needed, own_budget …",
        ),
    ),
    Gap("    year: …", Text("vilket år?", "which year?")),
    Gap("    amount: …", Text("hur många kronor?", "how many kronor?")),
)
FOLLOWED_BY = Entry(
    "responsible",
    "--followed-by",
    Text("Uppföljning: vem följer upp arbetet?", "Follow-up: who follows up the work?"),
    Text("Den som ansvarar för uppföljningen.", "Who is responsible for the follow-up."),
    (Gap("responsible: …", Text("vem följer upp?", "who follows up?")),),
    several=True,
    alone=True,
)
FREQUENCY = Entry(
    "frequency",
    "--frequency",
    Text("Uppföljning: hur ofta?", "Follow-up: how often?"),
    Text("Hur ofta arbetet följs upp.", "How often it is followed up."),
    (
        Gap(
            "frequency: …",
            Text(
                "hur ofta? yearly (varje år), half_yearly (varje halvår) …",
                "how often? yearly, half_yearly …",
            ),
        ),
    ),
)
FOLLOW_UP_LEFT = (
    Gap("follow_up:", Text("uppföljning", "uppföljning (follow-up)")),
    Gap("  responsible: …", Text("vem följer upp?", "who follows up?")),
    Gap(
        "  frequency: …",
        Text(
            "hur ofta? yearly (varje år), half_yearly (varje halvår) …",
            "how often? yearly, half_yearly …",
        ),
    ),
)
DOCUMENT_TITLE = Entry(
    "title",
    "--document",
    Text("Vad har dokumentet för titel?", "What is the document's title?"),
    Text("Dokumentets titel.", "The document's title."),
)
REGISTRY_NUMBER = Entry(
    "registry_number",
    "--registry-number",
    Text("Vilket diarienummer?", "Which registry number?"),
    Text("Dokumentets diarienummer.", "The document's registry number."),
)
URL = Entry(
    "url",
    "--url",
    Text("Vilken webbadress?", "Which web address?"),
    Text(
        "Var dokumentet finns: en adress som börjar med https://.",
        "Where the document is, beginning with https://.",
    ),
)
CONTAINS = Entry(
    "contains",
    "--contains",
    Text("Vilka delar har dokumentet?", "Which parts does the document have?"),
    Text(
        "Vilka av de fem delarna som dokumentet har.", "Which of the five parts the document has."
    ),
    (
        Gap(
            "contains: […]",
            Text(
                "delar: timeline, mandate, implementation, financing, follow_up",
                "parts: timeline, mandate, implementation, financing, follow_up",
            ),
        ),
    ),
    several=True,
)
NAME_DOCUMENT = Text(
    "Dokumentet behöver en titel, ett diarienummer eller en webbadress.",
    "The document needs a title, a registry number or a web address.",
)
NAME_DOCUMENT_OPTION = Text(
    "Ange dokumentet: --document, --registry-number eller --url.",
    "Name the document: --document, --registry-number or --url.",
)
