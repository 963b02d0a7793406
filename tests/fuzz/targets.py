"""What is fuzzed: each target with its laws, the content it starts from, and words worth trying."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.fuzz import diff, fuzzy_time, prose, reader, references, settings, templates

CRASHES = Path(__file__).parent / "crashes"


@dataclass(frozen=True)
class Target:
    """A check that fails for what breaks a law; `tries` take some ten seconds."""

    name: str
    check: Callable[[bytes], None]
    seeds: Callable[[], Iterator[bytes]]
    words: tuple[str, ...]
    tries: int

    def crashes(self) -> dict[str, bytes]:
        """Return the inputs that have crashed it once."""
        return {path.name: path.read_bytes() for path in sorted((CRASHES / self.name).glob("*"))}


TARGETS: Mapping[str, Target] = {
    target.name: target
    for target in (
        Target("reader", reader.check, reader.seeds, reader.WORDS, 3_000),
        Target("fuzzy_time", fuzzy_time.check, fuzzy_time.seeds, fuzzy_time.WORDS, 8_000),
        Target("references", references.check, references.seeds, references.WORDS, 1_500),
        Target("settings", settings.check, settings.seeds, settings.WORDS, 6_000),
        Target("diff", diff.check, diff.seeds, diff.WORDS, 300),
        Target("templates", templates.check, templates.seeds, templates.WORDS, 300),
        Target("prose", prose.check, prose.seeds, prose.WORDS, 600),
    )
}
