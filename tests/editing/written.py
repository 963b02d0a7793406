"""Files of the real models, written by people with different habits."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from fardplan.editing.key_order import Spot, spot_in

PATHS = (
    "roadmaps/lan/roadmap.yaml",
    "roadmaps/lan/vision.yaml",
    "roadmaps/lan/areas/a.yaml",
    "roadmaps/lan/goals/a.yaml",
    "roadmaps/lan/activities/a.yaml",
    "roadmaps/lan/indicators/a.yaml",
    "roadmaps/lan/reports/2023.yaml",
    "roadmaps/organisations.yaml",
    "roadmaps/glossary.yaml",
)
LINES = (
    "ord", '"med # tecken"', "'it''s'", "2023", "1.10", "~", "", "[a, 'b, c']", "{a: b, c: [d]}", "å ä ö",
    '"slut \\\\"', "https://example.se/#a", "k#a", '"\\u00e5"', "a 'b' c", "-1", "[]", "no",
)  # fmt: skip
TEXTS = (
    ("|", "Ett.", "  # ingen kommentar", "", "Två."),
    (">-", "Ett", "två", "", "- tre"),
    ("|-", "a: b", "- c", "   d  "),
    (">", "Ett."),
)
KEPT = ("|+", "Ett.", "")
WORDS = ("Vi", "frågar", "vad", "som", "är", "viktigt", "för", "personen", "innan", "vi", "börjar")


@dataclass
class Value:
    """A text in its lines (more than one: a block text), or the entries of a mapping or a list."""

    lines: tuple[str, ...] = ("",)
    entries: list[Entry] = field(default_factory=list)
    is_mapping: bool = False
    foot: list[str] = field(default_factory=list)


@dataclass
class Entry:
    """A key (None in a list) with its value and the comments around it.

    It `is_parted` from what is above by a blank line; a mapping `is_below` its hyphen, not beside.
    """

    key: str | None
    value: Value
    above: list[str] = field(default_factory=list)
    beside: str = ""
    is_parted: bool = False
    is_below: bool = False


class Author:
    """Makes up what a file says; every comment is another one."""

    def __init__(self, random: Random, *, tricky: bool = False) -> None:
        """Take what decides everything; only a tricky author uses anchors and texts with `|+`."""
        self._random = random
        self._comments = 0
        self._anchors = 0 if tricky else None

    def write(self, path: str) -> Value:
        """Return a file for a path, with something in it."""
        return self._mapping(spot_in(path), 0)

    def _comment(self) -> str:
        self._comments += 1
        return f"# kommentar {self._comments} ”: - x"

    def _mapping(self, spot: Spot, depth: int) -> Value:
        keys = [*spot.keys(), "okand", "oppna"] if spot.keys() else ["en", "fi", "de"]
        chosen = self._random.sample(keys, self._random.randint(1, min(6, len(keys))))
        entries = [self._entry(key, spot.enter(key), depth) for key in chosen]
        return Value(entries=entries, is_mapping=True, foot=self._foot())

    def _foot(self) -> list[str]:
        return [self._comment()] if self._random.random() < 0.1 else []

    def _entry(self, key: str | None, spot: Spot, depth: int) -> Entry:
        value = self._value(spot, depth + 1)
        above = [self._comment() for _ in range(self._random.choice((0, 0, 0, 1, 2)))]
        beside = self._comment() if self._random.random() < 0.15 else ""
        is_parted, is_below = self._random.random() < 0.2, self._random.random() < 0.2
        return Entry(key, value, above, beside, is_parted, is_below)

    def _value(self, spot: Spot, depth: int) -> Value:
        is_list = spot.spec is not None and spot.spec.shape in ("ordered", "unordered")
        if depth < 4 and is_list and not spot.is_item and self._random.random() < 0.8:
            items = range(self._random.randint(1, 3))
            return Value(
                entries=[self._entry(None, spot.enter(n), depth) for n in items], foot=self._foot()
            )
        if depth < 4 and spot.model is not None and self._random.random() < 0.8:
            return self._mapping(spot, depth)
        return Value(self._lines())

    def _lines(self) -> tuple[str, ...]:
        if self._anchors is not None and self._random.random() < 0.3:
            return (self._anchor(),)
        if self._random.random() < 0.2:
            return self._random.choice(TEXTS if self._anchors is None else (*TEXTS, KEPT))
        if self._random.random() < 0.15:
            long = " ".join(WORDS[n % len(WORDS)] for n in range(self._random.randint(12, 60)))
            return (self._random.choice((long, f'"{long}: {long}"', f"'{long}  {long}'")),)
        return (self._random.choice(LINES),)

    def _anchor(self) -> str:
        """Return an alias to what has an anchor already, or a new anchor."""
        if self._anchors and self._random.random() < 0.6:
            return f"*a{self._random.randint(1, self._anchors)}"
        self._anchors = (self._anchors or 0) + 1
        return f"&a{self._anchors} {self._random.choice(('ord', '[a, b]', ''))}".rstrip()


class Typist:
    """Writes a file with indentations, blanks and line ends of its own."""

    def __init__(self, random: Random, *, tabs: bool = True) -> None:
        """Take what decides everything; some type tabs at the ends of lines."""
        self._random = random
        self._tab = "\t" if tabs else " "
        self._out: list[str] = []
        self._is_text = False

    def type(self, value: Value) -> bytes:
        """Return the file's bytes."""
        self._out = ["# yaml-language-server: $schema=x", "#", ""]
        self._block(value, 0, "")
        end = self._random.choice(("\n", "\n", "\r\n", "\r"))
        bom = "\ufeff" if self._random.random() < 0.1 else ""
        return (bom + end.join([*self._out, *[""] * self._random.randint(1, 3)])).encode()

    def _block(self, value: Value, column: int, prefix: str) -> None:
        for number, entry in enumerate(value.entries):
            if not prefix:
                self._gap(is_parted=entry.is_parted and bool(number))
                for line in entry.above:
                    self._add(" " * column + line)
            start = prefix or " " * column
            prefix = ""
            if entry.key is None:
                self._item(entry, start, column)
            else:
                self._pair(entry, start, column)
        for line in value.foot:
            self._add(" " * column + line)

    def _gap(self, *, is_parted: bool) -> None:
        """Write blank lines where the author wants one, or where none is as good (at a start)."""
        if is_parted:
            for _ in range(self._random.randint(1, 3)):
                # Below a block text blanks could be part of it.
                self._out.append("" if self._is_text else self._random.choice(("", "", "  ")))

    def _add(self, line: str) -> None:
        self._is_text = False
        bare = line.rstrip().endswith("-")  # a tab after a hyphen is no YAML
        self._out.append(
            line + self._random.choice(("", "", "", " ", "" if bare else self._tab, "   "))
        )

    def _pair(self, entry: Entry, start: str, column: int) -> None:
        head = f"{start}{entry.key}:"
        if entry.value.entries:
            self._add(f"{head}  {entry.beside}" if entry.beside else head)
            least = 1 if entry.value.is_mapping or entry.value.foot else 0
            self._block(entry.value, column + self._random.randint(least, 4), "")
        else:
            self._text(entry, f"{head} ", column)

    def _item(self, entry: Entry, start: str, column: int) -> None:
        gap = " " * self._random.randint(1, 3)
        value = entry.value
        first = value.entries[0] if value.entries else None
        if first is None:
            self._text(entry, f"{start}-{gap}", column)
        elif entry.beside or first.above or entry.is_below:
            self._add(f"{start}- {entry.beside}" if entry.beside else f"{start}-")
            self._block(value, column + self._random.randint(1, 4), "")
        else:
            self._block(value, column + 1 + len(gap), f"{start}-{gap}")

    def _text(self, entry: Entry, head: str, column: int) -> None:
        first, *rest = entry.value.lines
        line = head + first
        self._add(f"{line}  {entry.beside}" if entry.beside else line)
        indent = " " * (column + self._random.randint(1, 4))
        self._out += [indent + text if text else "" for text in rest]
        self._is_text = bool(rest)
