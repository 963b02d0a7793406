"""A made-up roadmap that uses every block, with all that tends to break a layout."""

from __future__ import annotations

import base64

from fardplan.documents.blocks import (
    Blocks,
    Board,
    Callout,
    Card,
    Cards,
    Cell,
    Column,
    Fact,
    Facts,
    Figure,
    Group,
    Image,
    Item,
    Items,
    Keywords,
    Moment,
    Paragraph,
    Prose,
    Questions,
    Quote,
    Section,
    Statement,
    Step,
    Steps,
    Table,
    Timeline,
    Unfold,
    bullets,
)
from fardplan.documents.document import Banner, Contact, Document, Note, Status
from fardplan.documents.inline import (
    Badge,
    Code,
    Deleted,
    Emphasis,
    Foreign,
    Inline,
    Inserted,
    Link,
    Muted,
    NoteRef,
    Strong,
    Term,
)
from fardplan.figures.drawing import NARROW, WIDE, Box, Drawing, Rule, Shape, Words

SCRIPT = "<script>alert('x')</script>"
LONG_WORD = "Samverkansöverenskommelsernasuppföljningsansvarsfördelningsmodell"
LONG_URL = (
    "https://exempel.se/styrdokument/2024/overenskommelse-om-samverkan-kring-halso-och-"
    "sjukvard-i-hemmet/bilaga-3?version=1.0&spraak=sv#avsnitt-om-ansvar"
)
LOGO = Image(
    "data:image/svg+xml;base64,"
    + base64.b64encode(
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 60" width="60" height="60">'
        b'<path d="M30 3 54 15v18c0 14-12 21-24 24C18 54 6 47 6 33V15z" fill="#14555a"/>'
        b'<path d="M12 36c10 0 8-12 18-12s8-9 18-9" fill="none" stroke="#fff" stroke-width="4"/>'
        b"</svg>"
    ).decode(),
    alt="",
)


def _drawing(name: str, width: float) -> Drawing:
    """Return bars for three years."""
    values = (("2022", 20, "20 %"), ("2023", 17.6, "17,6 %"), ("2024", 14.5, "14,5 %"))
    shapes: list[Shape] = []
    for place, (year, value, said) in enumerate(values):
        y, long = 10 + 40 * place, value * (width - 130) / 20
        bar = Box(60, y, long, 26, "wash", "accent", hatched=place == 2)
        shapes += [Words(0, y + 19, year), bar, Words(68 + long, y + 19, said, strong=True)]
    return Drawing(
        name,
        f"Andel oplanerade inskrivningar, 2022–2024 {SCRIPT}",
        "Andelen sjönk från 20 procent 2022 till 14,5 procent 2024.",
        width, 130, (*shapes, Rule(60, 0, 60, 130, "edge")),
    )  # fmt: skip


PROSE = f"""Den som bor i kommunen ska få **samma goda vård** vem som än är huvudman.[^lag] Det kräver
att vi planerar *tillsammans*, i stället för var och en för sig.

# Vad vi har lärt oss {SCRIPT}

- Små steg som prövas snabbt slår stora planer.
- Den som berörs ska vara med från början:
  1. invånare och närstående,
  2. medarbetare,
  3. politiker.

### En tabell ur underlaget

| Arbetssätt | Antal personer |
|:--|--:|
| Trygg hemgång | 1 240 |
| Mobilt team <b>norr</b> | 86 |

> Det var första gången någon frågade vad *jag* ville.

Läs mer hos [Exempellän]({LONG_URL}), men inte [här](javascript:alert(1)). ![En bild](https://spion.example/x.png)

[^lag]: Se hälso- och sjukvårdslagen (2017:30), särskilt 3 kap.
"""


def _activity(number: int, title: str, status: Badge, *, plan: bool) -> Blocks:
    if not plan:
        return (Callout("empty", (Paragraph("Projektplan saknas."),)),)
    return (
        Unfold(
            (Strong("Projektplan: "), title),
            (
                Facts(
                    (
                        Fact("Uppdrag", "Pröva ett team som möter den äldre redan på sjukhuset."),
                        Fact("Tidsplan", "Våren 2024 – hösten 2025"),
                        Fact("Finansiering", "1 200 000 kr av stimulansmedlen 2024 (§23)"),
                        Fact("Ansvarig", Muted("anges inte")),
                        Fact("Diarienummer", Code("SN 2024/118")),
                    )
                ),
                Items(
                    (
                        Item("Tidsplan", mark="yes"),
                        Item("Uppdrag", mark="yes"),
                        Item("Uppföljning", mark="no"),
                    ),
                    style="check",
                ),
            ),
            badges=(status,),
            anchor=f"aktivitet-{number}",
        ),
    )


def _goal(number: int, title: str, *, plan: bool = True) -> Section:
    status = Badge("Pågår", "good") if plan else Badge("Planerad")
    return Section(
        f"mal-{number}",
        title,
        (
            Paragraph("Fler ska kunna bo kvar hemma och känna sig trygga där."),
            *_activity(number, title, status, plan=plan),
        ),
        number=f"2.{number}",
        kicker="Mål",
        badges=(Badge("Nytt 2025", "accent"), status) if number == 1 else (status,),
        facts=(Fact("Ansvarig", "socialnämnden"), Fact("Klart", "senast 2025")),
    )


PRINCIPLES = (
    ("Partnerskap", "Vi arbetar i team över gränserna och håller det vi har lovat varandra."),
    ("Likvärdiga parter", "Ingen huvudman är större än den andra när vi planerar."),
    ("Personens behov", "Det som är viktigt för personen avgör hur vi gör."),
    ("Vi hjälps åt", "Vi delar på personal, lokaler och pengar när det ger mer vård."),
    ("Hälsa först", "Vi förebygger hellre än botar, och rehabiliterar tidigt."),
    (f"Gemensamt ansvar {SCRIPT}", f"Också för det svåra: {LONG_WORD}."),
)

AREAS = (
    ("samordning", "Samordning och partnerskap", "coordination"),
    ("digitalisering", "Digitalisering", "digital"),
    ("kompetens", "Trygga kompetensen", "competence"),
    ("halsa", "Hälsofrämjande och förebyggande arbete", "health"),
    ("barnen", "Börja med barnen", "children"),
)

OPENING = Callout(
    "key",
    (
        bullets(
            "Färdplanen är kommunens väg till den gemensamma målbilden.",
            "Den anger en riktning och det som vi gör tillsammans 2024–2026.",
            "Varje verksamhet gör sin egen plan utifrån den.",
        ),
    ),
    title="Det här är färdplanen",
)

INTRODUCTION = Section(
    "inledning",
    "Varför en färdplan?",
    (
        Paragraph(
            "Vi blir äldre, och allt fler lever länge med flera sjukdomar. Därför ska vården "
            "komma närmare den som behöver den.",
            role="lead",
        ),
        Keywords(("Tillit", "Ansvar", "Samverkan")),
        Paragraph((
            "Kommunstyrelsen antog färdplanen den 26 oktober 2023, §23.", NoteRef("beslut"),
            " Den bygger på ", Emphasis("God och nära vård 2023"), NoteRef("avtal"),
            " (s 31-32) och på vad ", Term("SKR", "Sveriges Kommuner och Regioner"),
            " kallar ", Foreign("person-centred care", "en"), ".",
        )),
        Prose(PROSE),
        Quote(
            (Paragraph("Vården ska utgå från individens behov och förutsättningar."),),
            source=("Överenskommelse om god och nära vård 2023, s. 15", NoteRef("avtal")),
        ),
        Section(
            "sa-samarbetar-vi",
            "Så samarbetar vi",
            (
                Paragraph("Sex principer gäller för allt vi gör tillsammans."),
                Cards(tuple(
                    Card(title, (Paragraph(text),), anchor=f"princip-{number}")
                    for number, (title, text) in enumerate(PRINCIPLES, 1)
                )),
            ),
        ),
        Section(
            "omraden",
            "Fem områden",
            (Cards(
                tuple(Card(title, icon=icon, href=f"#{id}") for id, title, icon in AREAS),
                style="icons",
            ),),
        ),
    ),
    number="1",
)  # fmt: skip

AREA = Section(
    "samordning",
    "Samordning och partnerskap",
    (
        Paragraph("Målet är att invånaren möter en vård som hänger ihop.", role="lead"),
        Keywords(("Jämlik hälsa i fokus", "Tillgänglighet", "Kontinuitet")),
        bullets(
            "planera in- och utskrivning tillsammans, dygnet runt,",
            "ha en fast kontakt för var och en som vill,",
            "dela journaluppgifter när personen har sagt ja.",
            lead="Det innebär att kommunen och regionen behöver",
        ),
        Questions(
            "Fundera och diskutera",
            (
                "Vad skulle du vilja att vi frågade dig om?",
                "När känner ni i er grupp att vården hänger ihop – och när gör den det inte?",
            ),
        ),
        Table(
            "Mål och aktiviteter",
            ("Mål", "Aktiviteter", Column("När", width="narrow")),
            (
                (
                    Cell((Link("Trygg hemgång", "#mal-1"),)),
                    Cell(blocks=(Items((
                        Item((Link("Pröva trygghetsteam", "#aktivitet-1"), " ", Badge("Pågår", "good"))),
                        Item(("Utbilda alla ", LONG_WORD.lower(), "-ansvariga")),
                    )),)),
                    "2024–2025",
                ),
                ("Psykisk hälsa", Cell(Muted("beskrivs i handlingsplan för psykisk hälsa")), ""),
                ("Egenvård", Cell("Ta fram en gemensam rutin"), "hösten 2024"),
            ),
        ),
        _goal(1, "Trygg hemgång för äldre i hela kommunen"),
        _goal(2, "Samspel mellan vårdgivarna", plan=False),
    ),
    number="2",
    kicker="Område",
    icon="coordination",
    badges=(Badge("Prioriterat 2024", "accent"),),
)  # fmt: skip

FURTHER_AREAS = tuple(
    Section(
        id,
        title,
        (
            Table("Mål och aktiviteter", ("Mål", "Aktiviteter"), (), empty="Aktiviteter tas fram under 2025."),
            Items(()),
        ),
        number=str(number),
        kicker="Område",
        icon=icon,
    )
    for number, (id, title, icon) in enumerate(AREAS[1:], 3)
)  # fmt: skip

STATEMENTS: tuple[tuple[Inline, tuple[Badge, ...]], ...] = (
    ("Jag vet vart jag ska vända mig.", ()),
    ("Jag är delaktig i min vård, så långt jag vill och kan.", ()),
    (
        ("Jag får ", Deleted("snabb"), " ", Inserted("rätt"), " hjälp i tid."),
        (Badge("Ändrad", "caution"),),
    ),
    ("Jag berättar bara en gång.", ()),
    ("Jag känner mig trygg hemma.", (Badge("Ny", "accent"),)),
)

VISION = Section(
    "malbild",
    "Målbilden",
    (
        Board(
            "Invånaren",
            tuple(
                Statement(text, anchor=f"formulering-{number}", badges=badges)
                for number, (text, badges) in enumerate(STATEMENTS, 1)
            ),
            question="Vad är nära vård för invånaren?",
            voice="Skriven i jag-form",
        ),
    ),
    number="7",
)

PROCESS = Section(
    "arbetet",
    "Så arbetar vi",
    (
        Steps(
            (
                Step("Vi väljer fokusområden", (Paragraph("Styrgruppen beslutar i mars."),)),
                Step("Arbetsgrupper tillsätts", badges=(Badge("Klart", "good"),)),
                Step("Aktiviteterna genomförs"),
                Step("Vi utvärderar", (bullets("enkät", "samtal med invånare"),)),
            ),
            closed=True,
        ),
        Timeline(
            (
                Moment("hösten 2021 – våren 2023", "Behoven inventeras", state="past"),
                Moment(
                    "2024",
                    "Tema: hälsofrämjande och förebyggande arbete",
                    (Paragraph("Uppmärksamhetsår med särskilda insatser."),),
                    badges=(Badge("Försenad", "caution"),),
                    state="now",
                ),
                Moment("senast 2026-12-31", "Ny mätning och rapport", state="future"),
            ),
            "Tidslinje 2021–2026",
        ),
        Callout("warning", (Paragraph("Avtalet om vård i hemmet är ännu inte antaget."),), "Villkor"),
        Callout("note", (Paragraph(("Frågor? Se ", Link("kontakt", "#finns-inte"), ".")),)),
        Callout("status", (Paragraph("Rapporterad till ledningsgruppen 12 mars 2025."),), "Läget"),
    ),
    number="8",
)  # fmt: skip

FOLLOW_UP = Section(
    "uppfoljning",
    "Uppföljning",
    (
        Figure(
            _drawing("inskrivningar", WIDE),
            "Oplanerade inskrivningar har minskat tre år i rad.",
            alt="Stapeldiagram: 20 procent 2022, 17,6 procent 2023 och 14,5 procent 2024.",
            narrow=_drawing("inskrivningar-smal", NARROW),
            data=Table("", ("År", Column("Andel", numeric=True)), (("2022", "20 %"), ("2023", "17,6 %"), ("2024", "14,5 %"))),
            source=Link("Exempelregistret", LONG_URL),
        ),
        Table(
            "Indikatorer",
            ("Indikator", "Riktning", Column("Startvärde", numeric=True), Column("Mål", numeric=True), Column("Senast", numeric=True), "Läge"),
            (
                ("Oplanerade inskrivningar", "ska minska", "20 %", "12 %", "14,5 %", Cell(Badge("På väg", "good"))),
                ("Nöjda med delaktigheten", "ska öka", "61", "80", "62", Cell(Badge("Risk", "critical"))),
                ("Fast omsorgskontakt", "ska öka", Cell(Muted("saknas")), "100 %", "", Cell(Badge("Ej mätt", "quiet"))),
            ),
            note="Mätt i december varje år.",
        ),
        Table(
            "Beslut hos parterna",
            ("Part", "Instans", "Beslut", "Diarienummer"),
            tuple(
                (f"Exempelkommun {number}", "kommunfullmäktige", "Antagen", f"KS 2023/{100 + number}")
                for number in range(1, 41)
            ),
        ),
        Group(
            (
                Section("sv-i-korthet", "In brief", (Paragraph("Care moves closer to home."),), contents=False),
            ),
            lang="en",
        ),
        Group((Paragraph("Vänster spalt."), Paragraph("Höger spalt.")), layout="columns"),
        Section(
            "djup-1", "Nivå tre",
            (Section("djup-2", "Nivå fyra", (Section("djup-3", "Nivå fem", (Paragraph("Längst in."),)),)),),
        ),
    ),
    number="9",
)  # fmt: skip

SAMPLE = Document(
    lang="sv",
    title="Färdplan för nära vård i Exempelkommun",
    subtitle="Tema 2024: hälsofrämjande och förebyggande arbete",
    kicker="Färdplan 2024–2026",
    organisation="Exempelkommun",
    logo=LOGO,
    description=f"Kommunens väg till nära vård. {SCRIPT}",
    status=Status(Badge("Utkast", "caution"), ("Gällande version är ", Link("1.0", "../1.0/"), ".")),
    banners=(Banner("Exempelkommun finns inte. Dokumentet visar hur en färdplan kan se ut."),),
    links=(Link("PDF", "fardplan.pdf"), Link("Word", "fardplan.docx"), Link("Tidigare versioner", "../")),
    facts=(
        Fact("Beslutad av", "Kommunstyrelsen § 23"),
        Fact("Datum", "26 oktober 2023"),
        Fact("Diarienummer", "KS 2023/411"),
        Fact("Gäller", "2024–2026"),
        Fact("Version", "1.1"),
        Fact("Ansvarig", Muted("anges inte")),
        Fact("Ersätter", "Handlingsplan för sammanhållen vård och omsorg"),
    ),
    opening=(OPENING,),
    sections=(INTRODUCTION, AREA, *FURTHER_AREAS, VISION, PROCESS, FOLLOW_UP),
    notes=(
        Note("avtal", ("SKR och staten: ", Link("God och nära vård 2023", LONG_URL), ".")),
        Note("beslut", ("Protokoll ", Link(LONG_URL, LONG_URL), f" {SCRIPT}")),
    ),
    contacts=(
        Contact("Processledare nära vård", ("Socialförvaltningen", Link("nara.vard@exempelkommun.se", "mailto:nara.vard@exempelkommun.se"), "019-00 00 00")),
        Contact("Registrator", ("Exempelkommun",)),
    ),
    updated="12 mars 2025",
    metadata={"fardplan:status": "draft", "fardplan:version": "1.1", "dcterms.identifier": "KS 2023/411"},
)  # fmt: skip
