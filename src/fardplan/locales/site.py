"""What `fardplan site` says of what is published and what is not."""

from __future__ import annotations

from fardplan.locales.text import Text

DONE = (
    Text(
        "Skrev en sida i {folder} ({written} nya eller ändrade filer, {removed} borttagna).",
        "Wrote one page in {folder} ({written} new or changed files, {removed} removed).",
    ),
    Text(
        "Skrev {pages} sidor i {folder} ({written} nya eller ändrade filer, {removed} borttagna).",
        "Wrote {pages} pages in {folder} ({written} new or changed files, {removed} removed).",
    ),
)
PROGRESS = Text("Gör webbplatsen", "Making the site")

DRAFT = Text(
    "{name} är inte med ({version}): status är {status}. Ska utkast synas? Skriv drafts = true "
    "under [site] i fardplan.toml.",
    "{name} is left out ({version}): its status is {status}. Should drafts show? Write "
    "drafts = true under [site] in fardplan.toml.",
)
UNSETTLED = Text(
    "{name} är inte med ({version}): det framgår inte att den är antagen. Ange status i {file}, "
    "eller ge ut den: fardplan release {roadmap}",
    "{name} is left out ({version}): it does not say that it is adopted. State its status in "
    "{file}, or release it: fardplan release {roadmap}",
)
UNRELEASED = Text(
    "{name} är inte med ({version}): den är inte utgiven. Ge ut den: fardplan release {roadmap}",
    "{name} is left out ({version}): it is not released. Release it: fardplan release {roadmap}",
)
UNSAVED = Text(
    "{name} är inte med ({version}): den är inte sparad i git. Kör git commit först.",
    "{name} is left out ({version}): it is not saved in git. Run git commit first.",
)

SPARED = Text(
    "Lät {path} vara: filen fanns där och är inte gjord av fardplan.",
    "Left {path} alone: the file was there and is not made by fardplan.",
)
CUT = Text(
    "Publicera inte webbplatsen än: den är inte hel. De här filerna går inte att läsa fullt ut: "
    "{files}. Visa felen: fardplan validate",
    "Do not publish the site yet: it is not whole. These files cannot be read in full: "
    "{files}. Show the errors: fardplan validate",
)
CUT_IN_THE_PAST = Text(
    "Webbplatsen är inte hel. I versionerna som gäller går de här filerna inte att läsa fullt ut: "
    "{files}.",
    "The site is not whole. In the versions in force these files cannot be read in full: {files}.",
)
EMPTY = Text(
    "Webbplatsen är tom: det finns inga färdplaner i mappen roadmaps. Skapa en: fardplan new "
    "roadmap",
    "The site is empty: there are no roadmaps in the folder roadmaps. Create one: fardplan new "
    "roadmap",
)
SHALLOW = Text(
    "Hela historiken är inte hämtad, så tidigare versioner kan saknas. Hämta den: git fetch "
    "--unshallow (i CI: fetch-depth: 0)",
    "The whole history is not fetched, so earlier versions may be missing. Fetch it: git fetch "
    "--unshallow (in CI: fetch-depth: 0)",
)
NO_STATEMENT = Text(
    "Tillgänglighetsredogörelsen är inte ifylld. Gör det under [accessibility] i fardplan.toml.",
    "The accessibility statement is not filled in. Do so under [accessibility] in fardplan.toml.",
)
NO_BASE_URL = Text(
    "Ingen sitemap.xml, och flödena och 404.html saknar hela adresser: ange --base-url, eller "
    "base-url under [site] i fardplan.toml.",
    "No sitemap.xml, and the feeds and 404.html lack whole addresses: give --base-url, or base-url "
    "under [site] in fardplan.toml.",
)
NO_ADDRESS = Text(
    "”{value}” är ingen webbadress. Skriv till exempel https://fardplan.example.se/",
    "“{value}” is no web address. Write for example https://fardplan.example.se/",
)
