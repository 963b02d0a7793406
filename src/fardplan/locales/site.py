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
PROGRESS = Text("{n} sidor …", "{n} pages …")

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
FAULTS = (
    Text(
        "Något kan saknas på webbplatsen, eftersom det finns ett fel i filerna. Visa det: fardplan "
        "validate",
        "Something may be missing from the site: there is one error in the files. Show it: "
        "fardplan validate",
    ),
    Text(
        "Något kan saknas på webbplatsen, eftersom det finns {n} fel i filerna. Visa dem: fardplan "
        "validate",
        "Something may be missing from the site: there are {n} errors in the files. Show them: "
        "fardplan validate",
    ),
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
    "Ingen sitemap.xml, och flödena saknar hela adresser: ange --base-url, eller base-url under "
    "[site] i fardplan.toml.",
    "No sitemap.xml, and the feeds lack whole addresses: give --base-url, or base-url under "
    "[site] in fardplan.toml.",
)
NO_ADDRESS = Text(
    "”{value}” är ingen webbadress. Skriv till exempel https://fardplan.example.se/",
    "“{value}” is no web address. Write for example https://fardplan.example.se/",
)
