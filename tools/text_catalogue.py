"""The texts as one gettext catalogue, and what has been edited in it."""

from __future__ import annotations

import hashlib
import re
import string
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po, write_po

from fardplan.locales.text import LANGUAGES, Lang
from fardplan.version import VERSION
from tools.text_placeholders import explain
from tools.text_source import Pair
from tools.text_writing import Edits

NAMES = {"sv": "Swedish", "en": "English"}
_STAND = "as exported: "
_STANDS = re.compile(rf"{_STAND}([0-9a-f]{{12}})")
_HEADER = """\
# Texts of fardplan, from {source} (msgid) to {target} (msgstr).
# Keep what stands in braces, such as {{title}}: the program fills it in.
# Keep code in back-ticks. Write the edited file back with `make texts-back`.
#"""
WIDTH = 80

Key = tuple[str, str]
"""The text in the language translated from, and a context where that alone is not enough."""


class NotRead(Exception):
    """A catalogue that cannot be used, with a line for each reason."""


@dataclass(slots=True)
class _Unit:
    """What stands in the catalogue once: the same two texts, in one or more places."""

    target: str
    places: list[Pair] = field(default_factory=list)


def write_catalogue(pairs: Sequence[Pair], target: Lang, file: Path) -> int:
    """Write all texts into a PO file, translated to `target`; return how many there are."""
    source = _other(target)
    units = _group(pairs, target)
    catalogue = Catalog(
        locale=target,
        project="fardplan",
        version=VERSION,
        last_translator="",
        language_team="",
        charset="utf-8",
        fuzzy=False,
        header_comment=_HEADER.format(source=NAMES[source], target=NAMES[target]),
    )
    for (text, context), unit in units.items():
        ours, theirs = _names(unit.target, unit), _names(text, unit)
        comments = [*explain(ours | theirs), _stand(unit.target)]
        message = catalogue.add(
            text,
            unit.target,
            locations=[(pair.path, pair.line) for pair in unit.places],
            auto_comments=comments,
            context=context or None,
        )
        message.flags.discard("python-format")  # "30 % av" is no placeholder
        if ours != theirs or not ours:
            message.flags.discard("python-brace-format")
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as stream:
        write_po(stream, catalogue, width=WIDTH)
    return len(units)


def read_catalogue(file: Path, pairs: Sequence[Pair]) -> tuple[Lang, Edits]:
    """Return the language that a PO file translates to, and the texts that were edited in it.

    Raises NotRead with every reason there is: a text is empty, has other placeholders than before,
    or has changed in the source since the file was written.
    """
    try:
        with file.open("rb") as stream:
            catalogue = read_po(stream, abort_invalid=True)
    except (OSError, UnicodeDecodeError, PoFileError) as error:
        raise NotRead(f"{file}: {error}") from error
    target = next((lang for lang in LANGUAGES if lang == str(catalogue.locale)), None)
    if target is None:
        raise NotRead(f"{file}: Language must be sv or en")
    units = _group(pairs, target)
    edits: dict[Pair, str] = {}
    faults: list[str] = []
    for message in catalogue:
        if not message.id or message.fuzzy:
            continue
        unit = units.get((str(message.id), message.context or ""))
        fault = _fault(message, unit)
        if fault:
            faults.append(f"{file}:{message.lineno}: {fault}")
        elif unit and _is_edited(message) and message.string != unit.target:
            edits |= dict.fromkeys(unit.places, str(message.string))
    if faults:
        raise NotRead("\n".join(faults))
    return target, edits


def _fault(message: Message, unit: _Unit | None) -> str:
    """Return why an entry cannot be written back, or nothing."""
    if not _is_edited(message):
        return ""
    text = str(message.string)
    if not text.strip():
        return "the text is empty"
    if unit is None:
        return "the source no longer has this text: export anew"
    if text != unit.target and _stand(unit.target) not in message.auto_comments:
        return f"the source has changed since, to: {unit.target}"
    if any(pair.sort == "message" for pair in unit.places):
        try:
            found, wanted = set(placeholders(text)), set(placeholders(unit.target))
        except ValueError as error:
            return f"the braces do not match: {error}"
        if found != wanted:
            return f"the placeholders must be {_list(wanted)}, not {_list(found)}"
    if text != text.strip() and unit.target == unit.target.strip():
        return "the text begins or ends with a space"
    return ""


def placeholders(text: str) -> Iterator[str]:
    """Yield the names in braces; raises ValueError where a brace has no counterpart."""
    for _, name, form, conversion in string.Formatter().parse(text):
        if name is not None:
            yield name + (f"!{conversion}" if conversion else "") + (f":{form}" if form else "")


def _group(pairs: Sequence[Pair], target: Lang) -> Mapping[Key, _Unit]:
    """Return the entries; the same text with two translations gets the file as context."""
    source = _other(target)
    by_source: dict[str, dict[str, list[Pair]]] = defaultdict(lambda: defaultdict(list))
    for pair in pairs:
        by_source[pair.piece(source).text][pair.piece(target).text].append(pair)
    units: dict[Key, _Unit] = {}
    for text, translations in by_source.items():
        for number, (translation, places) in enumerate(translations.items()):
            context = f"{places[0].path} {number + 1}" if len(translations) > 1 else ""
            units[text, context] = _Unit(translation, places)
    return units


def _names(text: str, unit: _Unit) -> set[str]:
    return set(placeholders(text)) if unit.places[0].sort == "message" else set()


def _stand(text: str) -> str:
    """Return the comment by which a change of the source is seen."""
    return _STAND + hashlib.sha256(text.encode()).hexdigest()[:12]


def _is_edited(message: Message) -> bool:
    """Tell whether the translation is another than the one that was written into the file."""
    return _stand(str(message.string)) not in message.auto_comments


def _list(names: set[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names)) or "none"


def _other(lang: Lang) -> Lang:
    return "sv" if lang == "en" else "en"
