"""The accessibility statement that the law asks for (lag 2018:1937), in plain words.

Its parts and their order are those of the model of the Commission's decision (EU) 2018/1523, as the
supervising authority has them in Swedish.
"""

from __future__ import annotations

from fardplan.locales.text import Text

TITLE = Text("Tillgänglighetsredogörelse", "Accessibility statement")
BEHIND = Text(
    "{organisation} står bakom {service}. Vi vill att så många som möjligt ska kunna använda den. "
    "Här står hur den uppfyller lagen (2018:1937) om tillgänglighet till digital offentlig "
    "service, vilka brister vi känner till och hur du talar om för oss om något inte fungerar.",
    "{organisation} is responsible for {service}. We want as many as possible to be able to use "
    "it. Here you can read how it complies with the Swedish act (2018:1937) on the accessibility "
    "of digital public services, which shortcomings we know of, and how to tell us if something "
    "does not work.",
)
NO_ORGANISATION = Text(
    "Vem som står bakom {service} anges inte.", "Who is responsible for {service} is not stated."
)
THE_SITE = Text("webbplatsen", "the website")
NAMED = Text("webbplatsen ”{service}”", "the website “{service}”")

HOW = Text("Hur tillgänglig är webbplatsen?", "How accessible is the website?")
COMPLIANCE = {
    "full": Text(
        "Webbplatsen är helt förenlig med lagen om tillgänglighet till digital offentlig service.",
        "The website is fully compliant with the act on the accessibility of digital public "
        "services.",
    ),
    "partial": Text(
        "Webbplatsen är delvis förenlig med lagen om tillgänglighet till digital offentlig "
        "service. Bristerna står under Innehåll som inte är tillgängligt.",
        "The website is partially compliant with the act on the accessibility of digital public "
        "services. The shortcomings are listed under Content that is not accessible.",
    ),
    "none": Text(
        "Webbplatsen är inte förenlig med lagen om tillgänglighet till digital offentlig service. "
        "Bristerna står under Innehåll som inte är tillgängligt.",
        "The website is not compliant with the act on the accessibility of digital public "
        "services. The shortcomings are listed under Content that is not accessible.",
    ),
}
NO_COMPLIANCE = Text(
    "Hur väl webbplatsen uppfyller lagen anges inte.",
    "How well the website complies with the act is not stated.",
)

HELP = Text("Om du inte kan använda en del av webbplatsen", "If you cannot use part of the website")
ASK = Text(
    "Behöver du innehåll härifrån som inte fungerar för dig? Hör av dig, så hjälper vi dig att få "
    "det på ett annat sätt.",
    "Do you need content from here that does not work for you? Contact us, and we will help you "
    "to get it in another way.",
)
ANSWER_WITHIN = Text("Svarstiden är normalt {time}.", "We normally answer within {time}.")
NO_ANSWER_TIME = Text("Svarstiden anges inte.", "How soon we answer is not stated.")
REPORT = Text("Rapportera brister", "Report shortcomings")
REPORT_TEXT = Text(
    "Upptäcker du något som inte är tillgängligt, eller tycker du att vi inte uppfyller lagen? "
    "Meddela oss:",
    "Have you found something that is not accessible, or do you think that we do not comply with "
    "the act? Tell us:",
)
EMAIL = Text("E-post: ", "Email: ")
PHONE = Text("Telefon: ", "Telephone: ")
FORM = Text("Webb: ", "Web: ")
NO_FEEDBACK = Text(
    "Hur man meddelar brister anges inte.", "How to report shortcomings is not stated."
)

SUPERVISION = Text("Tillsyn", "Supervision")
SUPERVISED = Text(
    "{name} ser till att lagen om tillgänglighet till digital offentlig service följs. Är du inte "
    "nöjd med hur vi tar hand om det du har påpekat kan du ",
    "{name} supervises the act on the accessibility of digital public services. If you are not "
    "content with how we have dealt with what you reported, you may ",
)
COMPLAIN = Text("anmäla bristen till {name}", "report it to {name}")
SUPERVISOR = Text(
    "Myndigheten för digital förvaltning (Digg)", "The Agency for Digital Government (Digg)"
)
SUPERVISOR_SHORT = "Digg"

CONTENT = Text("Innehåll som inte är tillgängligt", "Content that is not accessible")
REASONS = {
    "not-compliant": Text("Uppfyller inte lagens krav", "Does not comply with the act"),
    "burden": Text(
        "Oskäligt betungande att anpassa (12\u00a0§)", "Disproportionate burden (section 12)"
    ),
    "not-covered": Text("Omfattas inte av lagen (9\u00a0§)", "Not covered by the act (section 9)"),
}
NO_REASON = Text("Grund anges inte", "Ground not stated")
WHAT = Text("Vad", "What")
WHY = Text("Varför", "Why")
INSTEAD = Text("Gör så här i stället", "What to do instead")
PLANNED = Text("Åtgärdas", "To be mended")
NOT_LISTED = Text(
    "Vad som inte är tillgängligt anges inte.", "What is not accessible is not stated."
)
NONE_KNOWN = Text("Vi känner inte till några brister.", "We know of no shortcomings.")

TESTED = Text("Så har vi prövat webbplatsen", "How we have tested the website")
METHOD = Text("Metod", "Method")
METHODS = {
    "self": Text("Självskattning: vi har prövat själva", "Self-assessment: we tested ourselves"),
    "external": Text("Granskning av någon utomstående", "Assessment by a third party"),
}
ASSESSED = Text("Senast bedömd", "Last assessed")
PUBLISHED = Text("Webbplatsen publicerades", "The website was published")
UPDATED = Text("Redogörelsen uppdaterades senast", "The statement was last updated")
STANDARD = Text("Krav", "Requirements")
STANDARDS = Text(
    "EN\u00a0301\u00a0549, kapitel 9 för sidor och kapitel 10 för filer, som lagen hänvisar till. "
    "Målet är WCAG 2.2 på nivå AA.",
    "EN\u00a0301\u00a0549, chapter 9 for pages and chapter 10 for files, which the act refers "
    "to. The aim is WCAG 2.2 at level AA.",
)

LACKS_COMPLIANCE = Text(
    "hur väl webbplatsen uppfyller lagen", "how well the website complies with the act"
)
LACKS_ASSESSED = Text("när det bedömdes", "when that was assessed")
LACKS_ASSESSOR = Text("hur det bedömdes", "how that was assessed")
LACKS_UPDATED = Text("när redogörelsen senast uppdaterades", "when the statement was last updated")
LACKS_FEEDBACK = Text(
    "hur man meddelar brister (feedback-email, feedback-phone eller feedback-url)",
    "how to report shortcomings (feedback-email, feedback-phone or feedback-url)",
)
LACKS_SHORTCOMINGS = Text(
    "vad som inte är tillgängligt, och varför", "what is not accessible, and why"
)
LACKS_ORGANISATION = Text("vem som står bakom webbplatsen", "who is responsible for the website")
LACKS_WHAT = Text("vad som inte är tillgängligt", "what is not accessible")
LACKS_REASON = Text("på vilken grund", "on which ground")
LACKS_WHY = Text("varför", "why")
