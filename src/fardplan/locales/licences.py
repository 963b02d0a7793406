"""The licences that data is given out under, by SPDX id: a readable name and where it stands.

The ids are those of https://spdx.org/licenses/; Creative Commons tells each licence in Swedish.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from fardplan.locales.text import Lang, Text


class Licence(NamedTuple):
    """A licence: what it is called, and where it may be read, `{lang}` being the language."""

    name: Text | str
    address: str

    def say(self, lang: Lang) -> str:
        """Return the name; some have one in English alone."""
        return self.name if isinstance(self.name, str) else self.name.say(lang)

    def url(self, lang: Lang) -> str:
        """Return where it may be read in a language."""
        return self.address.format(lang=lang)


_OPEN_DATA = "https://opendatacommons.org/licenses"


def _commons(code: str, name: Text) -> Licence:
    return Licence(name, f"https://creativecommons.org/licenses/{code}/4.0/deed.{{lang}}")


LICENCES: Mapping[str, Licence] = MappingProxyType(
    {
        "cc0-1.0": Licence(
            Text("CC0 1.0 (fritt att använda)", "CC0 1.0 (free to use)"),
            "https://creativecommons.org/publicdomain/zero/1.0/deed.{lang}",
        ),
        "cc-by-4.0": _commons(
            "by",
            Text(
                "Creative Commons Erkännande 4.0 (CC\u00a0BY)",
                "Creative Commons Attribution 4.0 (CC\u00a0BY)",
            ),
        ),
        "cc-by-sa-4.0": _commons(
            "by-sa",
            Text(
                "Creative Commons Erkännande-DelaLika 4.0 (CC\u00a0BY-SA)",
                "Creative Commons Attribution-ShareAlike 4.0 (CC\u00a0BY-SA)",
            ),
        ),
        "cc-by-nc-4.0": _commons(
            "by-nc",
            Text(
                "Creative Commons Erkännande-IckeKommersiell 4.0 (CC\u00a0BY-NC)",
                "Creative Commons Attribution-NonCommercial 4.0 (CC\u00a0BY-NC)",
            ),
        ),
        "cc-by-nc-sa-4.0": _commons(
            "by-nc-sa",
            Text(
                "Creative Commons Erkännande-IckeKommersiell-DelaLika 4.0 (CC\u00a0BY-NC-SA)",
                "Creative Commons Attribution-NonCommercial-ShareAlike 4.0 (CC\u00a0BY-NC-SA)",
            ),
        ),
        "cc-by-nd-4.0": _commons(
            "by-nd",
            Text(
                "Creative Commons Erkännande-IngaBearbetningar 4.0 (CC\u00a0BY-ND)",
                "Creative Commons Attribution-NoDerivatives 4.0 (CC\u00a0BY-ND)",
            ),
        ),
        "cc-by-nc-nd-4.0": _commons(
            "by-nc-nd",
            Text(
                "Creative Commons Erkännande-IckeKommersiell-IngaBearbetningar 4.0 "
                "(CC\u00a0BY-NC-ND)",
                "Creative Commons Attribution-NonCommercial-NoDerivatives 4.0 (CC\u00a0BY-NC-ND)",
            ),
        ),
        "odbl-1.0": Licence("Open Database License 1.0 (ODbL)", f"{_OPEN_DATA}/odbl/1-0/"),
        "odc-by-1.0": Licence(
            "Open Data Commons Attribution License 1.0 (ODC-By)", f"{_OPEN_DATA}/by/1-0/"
        ),
        "pddl-1.0": Licence(
            "Open Data Commons Public Domain Dedication and License 1.0 (PDDL)",
            f"{_OPEN_DATA}/pddl/1-0/",
        ),
    }
)
"""By the id in lower case, since SPDX ids are compared so."""


def find_licence(written: str) -> Licence | None:
    """Return the licence with an SPDX id, or None for words that are no known id."""
    return LICENCES.get(written.strip().casefold())
