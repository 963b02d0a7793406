"""What is said of one change between two versions of a roadmap."""

from __future__ import annotations

from fardplan.locales.text import Text

NEW_ONES = Text("{n} nya {noun}:", "{n} new {noun}:")
GONE_ONES = Text("{n} borttagna {noun}:", "{n} removed {noun}:")

APPROVED = Text("Godkänt av {by} ({decision}, {date}).", "Approved by {by} ({decision}, {date}).")

QUOTED = Text("”{title}”", "“{title}”")
UNDER = Text("i {around}", "in {around}")
GUESSED = Text("(gissning: {score}\u00a0% likhet)", "(a guess: {score}% alike)")
REASON = Text("Orsak: {reason}", "Reason: {reason}")
NO_REASON = Text("Ingen orsak anges.", "No reason is given.")
FROM_TO = Text("var {old}, är nu {new}", "was {old}, is now {new}")
GOES_BACK = Text("går tillbaka från {old} till {new}", "goes back from {old} to {new}")
NOW = Text("{new} (nytt)", "{new} (new)")
BEFORE = Text("{old} (borttaget)", "{old} (removed)")
JOINS = Text("{items} tillkommer", "{items} added")
LEAVES = Text("{items} utgår", "{items} gone")
NEW_ITEMS = Text("nytt:", "new:")
GONE_ITEMS = Text("borttaget:", "removed:")
NOT_GIVEN = Text("anges inte", "not given")
MONTHS = (Text("{n} månad", "{n} month"), Text("{n} månader", "{n} months"))
DAYS = (Text("{n} dag", "{n} day"), Text("{n} dagar", "{n} days"))

IS_DROPPED = Text("utgår.", "is dropped.")
IS_RESUMED = Text("tas upp igen: {new}.", "is taken up again: {new}.")
IS_RESUMED_SOMEHOW = Text("tas upp igen.", "is taken up again.")
IS_COMPLETED = Text("{new}.", "{new}.")
IS_REOPENED = Text("är inte längre klart.", "is no longer done.")
IS_RENAMED = Text("heter nu {new} (hette {old}).", "is now called {new} (was {old}).")
WAS_CALLED = Text("hette {old} förut.", "was called {old} before.")
IS_NAMED = Text("har fått namnet {new}.", "has been named {new}.")
HAS_NEW_ID = Text("har nytt id: {new} (var {old}).", "has a new id: {new} (was {old}).")
IS_NOW = Text("har blivit {new} (var {old}).", "has become {new} (was {old}).")
IS_MOVED = Text("flyttas från {old} till {new}.", "moves from {old} to {new}.")
IS_PLACED = Text("hör nu till {new}.", "now belongs to {new}.")
IS_LOOSE = Text("hör inte längre till {old}.", "no longer belongs to {old}.")
IS_REORDERED = Text("ny ordning", "new order")
IS_SPLIT = Text("har delats: {new}.", "has been split: {new}.")
IS_MERGED = Text("har satts ihop av {old}.", "has been put together from {old}.")
IS_DELEGATED = Text("hanteras nu i {new}.", "is now handled in {new}.")
IS_DELEGATED_SOMEWHERE = Text("hanteras nu i en annan plan.", "is now handled in another plan.")
IS_TAKEN_BACK = Text("hanteras här igen (var i {old}).", "is handled here again (was in {old}).")
IS_TAKEN_BACK_FROM_SOMEWHERE = Text("hanteras här igen.", "is handled here again.")
HAS_REACHED = Text("har kommit till steget {new}.", "has reached the stage {new}.")
HAS_GONE_BACK = Text(
    "har gått tillbaka från steget {old} till {new}.", "has gone back from {old} to {new}."
)
HAS_NO_STAGE = Text(
    "anger inte längre något steg (var {old}).", "no longer says its stage (was {old})."
)
TIMES = {
    "by": Text("Sista dagen", "The last day"),
    "date": Text("Tiden", "The time"),
    "due": Text("Tiden", "The time"),
    "expected": Text("Väntad tid", "The expected time"),
    "when": Text("Tiden", "The time"),
}
"""What a time is called that is put off, where the title of its field is no noun."""
SLIPS = Text("senareläggs: var {old}, är nu {new}", "is put off: was {old}, is now {new}")
ADVANCES = Text(
    "tidigareläggs: var {old}, är nu {new}", "is brought forward: was {old}, is now {new}"
)
KEPT_LATE = Text(
    "utlovat till {old}, men kom först med utgåvan för {edition}.",
    "promised for {old}, but came only with the edition of {edition}.",
)
KEPT = Text("infriat med utgåvan för {edition}.", "kept by the edition of {edition}.")
PARTY_JOINS = Text("ny part: {new}.", "new party: {new}.")
PARTY_LEAVES = Text("{old} är inte längre part.", "{old} is no longer a party.")
MORE = Text(
    "{what}: från {old} till {new} ({size} mer).", "{what}: from {old} to {new} ({size} more)."
)
LESS = Text(
    "{what}: från {old} till {new} ({size} mindre).", "{what}: from {old} to {new} ({size} less)."
)
MONEY_COMES = Text("{what}: {new} tillkommer.", "{what}: {new} is added.")
MONEY_GOES = Text("{what}: {old} försvinner.", "{what}: {old} is gone.")
PAID_BY = Text(
    "betalas nu med {new} i stället för {old}.", "is now paid by {new} instead of {old}."
)
PAID_AT_LAST = Text(
    "betalas nu med {new} (var inte beslutat).", "is now paid by {new} (was undecided)."
)
PAID_NO_MORE = Text(
    "har ingen beslutad finansiering längre (betalades med {old}).",
    "has no decided financing any more (was paid by {old}).",
)
NEEDS_NO_MONEY = Text(
    "behöver inga pengar längre (betalades med {old}).",
    "needs no money any more (was paid by {old}).",
)
NEEDS_MONEY = Text(
    "betalas nu med {new} (behövde inga pengar förut).",
    "is now paid by {new} (needed no money before).",
)
PAID_ALSO_BY = Text("betalas också med {new}.", "is also paid by {new}.")
NOT_PAID_BY = Text("betalas inte längre med {old}.", "is no longer paid by {old}.")
HAS_PLAN = Text("har fått {plan} ({n} av 5 delar).", "now has {plan} ({n} of 5 parts).")
HAS_NO_PLAN = Text("har inte längre {plan}.", "no longer has {plan}.")
PLANS = {
    "projektplan": Text("en projektplan", "a projektplan"),
    "uppdragsdirektiv": Text("ett uppdragsdirektiv", "an uppdragsdirektiv"),
}
HAS_PART = Text("projektplanen har fått delen {new}.", "the projektplan now has its part {new}.")
LACKS_PART = Text(
    "projektplanen har inte längre delen {old}.", "the projektplan has lost its part {old}."
)
IS_FILLED = Text("var tomt och är nu ifyllt.", "was empty and is now filled.")
IS_EMPTY = Text("är tomt igen.", "is empty again.")
GAP = Text("ännu tomt", "still empty")
GAP_GONE = Text("säger inte längre när det ska fyllas", "no longer says when it will be filled")
PRIORITY = Text("prioritet", "priority")
PRIORITY_IN = Text("prioritet {year}", "priority in {year}")
IS_ADOPTED = Text("beslutat", "decided")
IS_ROADMAP_ADOPTED = Text("{new} (var {old}).", "{new} (was {old}).")
NEXT_EDITION = Text(
    "status i den nya utgåvan: {new} (den förra är {old}).",
    "status of the new edition: {new} (the one before is {old}).",
)
NEXT_WITHOUT_STATUS = Text(
    "den nya utgåvan säger inget om sin status (den förra är {old}).",
    "the new edition does not say its status (the one before is {old}).",
)
IS_NOT_ADOPTED = Text("inte längre beslutat ({new}).", "no longer decided ({new}).")
NOT_TOLD = Text("beslutet nämns inte längre.", "the decision is no longer mentioned.")
BASELINE = Text("baslinjen är mätt: {new}.", "the baseline is measured: {new}.")
NO_BASELINE = Text("baslinjen är borttagen (var {old}).", "the baseline is gone (was {old}).")
MEASURED = Text("nytt mätvärde: {new}.", "new value: {new}.")
NOT_MEASURED = Text("mätvärdet är borttaget: {old}.", "the value is gone: {old}.")
TARGET_RAISED = Text(
    "målvärdet skärps: var {old}, är nu {new}", "the target is raised: was {old}, is now {new}"
)
TARGET_LOWERED = Text(
    "målvärdet sänks från {old} till {new}", "the target is lowered from {old} to {new}"
)
NEW_TARGET = Text("nytt målvärde: {new}", "new target: {new}")
NO_TARGET = Text("målvärdet är borttaget: {old}", "the target is gone: {old}")
STATEMENTS = Text("formuleringar med ny lydelse:", "statements with new wording:")
ON_PURPOSE = Text("{field}, medvetet tomt", "{field}, empty on purpose")
GAP_DUE = Text("klart {due}", "to be filled {due}")
GAP_BY = Text("beslutas av {body}", "decided by {body}")
TARGET_CHANGE = Text("en förändring med {change}", "a change of {change}")
IS_GAP = Text("(ännu tomt: {gap})", "(still empty: {gap})")
IS_CLOSED = Text("({status})", "({status})")
HAS_LEFT = Text(
    "har lämnat färdplanen (var {status} i förra utgåvan).",
    "has left the roadmap (was {status} in the edition before).",
)
HAVE_LEFT = Text(
    "{n} {noun} har lämnat färdplanen, avslutade redan i förra utgåvan:",
    "{n} {noun} have left the roadmap, closed already in the edition before:",
)
NOT_TOLD_OF = Text("{n} {noun} nämns inte längre:", "{n} {noun} no longer mentioned:")
HANDLED_IN = Text("(hanteras i {plan})", "(handled in {plan})")
WAS_ONGOING = Text("(var pågående arbete: {origin})", "(was ongoing work: {origin})")
ONGOING = Text(
    "pågående arbete (inga åtaganden): {counts}.", "ongoing work (no commitments): {counts}."
)
ONGOING_COUNTS = {
    "added": (Text("{n} ny punkt", "{n} new point"), Text("{n} nya punkter", "{n} new points")),
    "removed": (
        Text("{n} punkt står inte kvar", "{n} point is gone"),
        Text("{n} punkter står inte kvar", "{n} points are gone"),
    ),
    "reworded": (
        Text("{n} ändrad punkt", "{n} changed point"),
        Text("{n} ändrade punkter", "{n} changed points"),
    ),
}
ONGOING_OTHER = Text("texten runt punkterna är ändrad", "the text around the points is changed")
BECAME = Text("Nu i färdplanen: {items}.", "Now in the roadmap: {items}.")
BECAME_BACK = Text("Var i färdplanen: {items}.", "Was in the roadmap: {items}.")
SOURCES_CHANGED = (
    Text("Källor och anmärkningar är ändrade på ett ställe.",
         "Sources and remarks are changed in one place."),
    Text("Källor och anmärkningar är ändrade på {n} ställen.",
         "Sources and remarks are changed in {n} places."),
)  # fmt: skip
CONTINUITY_CHANGED = (
    Text("En aktivitet säger på nytt hur den hör ihop med förra utgåvan.",
         "One activity says anew how it goes on from the edition before."),
    Text("{n} aktiviteter säger på nytt hur de hör ihop med förra utgåvan.",
         "{n} activities say anew how they go on from the edition before."),
)  # fmt: skip
