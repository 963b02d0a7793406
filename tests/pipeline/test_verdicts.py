"""Judging only what has changed comes to the same as judging everything."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

import pytest

from tests.source.history import History

LAN, KOMMUN = "roadmaps/orebro-lan", "roadmaps/exempelkommun"
DAYS = ("2024-06-01", "2026-11-22")
SETTINGS = (
    'language = "sv"\n',
    'docs-url = "https://example.se/{rule}"\n[severity]\nunclear-swedish = "off"\n',
    '[severity]\nmissing-annex = "error"\nno-such-rule = "off"\n',
)


@pytest.fixture
def assert_nothing_is_stale(fardplan, remembered):
    """Return what asserts that `validate` says the same with what it remembers and without."""

    def run(*arguments: str) -> None:
        command = ("validate", "-f", "json", *arguments)
        known = fardplan("-C", str(remembered.root), *command)
        assert known.exit_code < 70, known.stderr
        new = fardplan("--no-cache", "-C", str(remembered.root), *command)
        assert (known.stdout, known.stderr, known.exit_code) == (
            new.stdout,
            new.stderr,
            new.exit_code,
        )

    return run


class _Editor:
    """Changes a repository at random, as people do and as they should not."""

    def __init__(self, history: History, seed: int) -> None:
        self.history = history
        self.chance = random.Random(seed)  # noqa: S311 - the same changes each time

    def files(self, pattern: str = "roadmaps/**/*.yaml") -> list[Path]:
        return sorted(self.history.root.glob(pattern))

    def step(self) -> str:
        """Make one change, and return what it was."""
        ways = [
            self.change_line, self.change_line, self.change_line, self.delete_line, self.break_file,
            self.delete_file, self.restore, self.restore, self.rename_file, self.copy_home, self.rename_home,
            self.swap_ids, self.change_settings, self.write_baseline, self.stage, self.commit, self.tag,
            self.change_shared, self.suppress, self.link,
        ]  # fmt: skip
        way = self.chance.choice(ways)
        return f"{way.__name__} {way() or ''}"

    def _rewrite(self, file: Path, change) -> str:
        lines = file.read_text().split("\n")
        at = self.chance.randrange(len(lines))
        change(lines, at)
        file.write_text("\n".join(lines))
        return f"{file.name}:{at}"

    def change_line(self):
        def change(lines, at):
            lines[at] = lines[at] + self.chance.choice((" x", "1", " # fardplan: ignore", "-x"))

        return self._rewrite(self.chance.choice(self.files()), change)

    def delete_line(self):
        return self._rewrite(self.chance.choice(self.files()), lambda lines, at: lines.pop(at))

    def break_file(self):
        return self._rewrite(
            self.chance.choice(self.files()), lambda lines, at: lines.insert(at, '  "[: {')
        )

    def delete_file(self):
        self.chance.choice(self.files()).unlink()

    def restore(self):
        self.history.git("checkout", "-q", "HEAD", "--", "roadmaps")

    def rename_file(self):
        file = self.chance.choice(self.files())
        file.rename(file.with_name(f"nytt-{file.name}"))

    def copy_home(self):
        source, target = (self.chance.choice(self.files("roadmaps/*/")) for _ in range(2))
        for file in (
            self.chance.sample(sorted(source.rglob("*.yaml")), 1) if source != target else ()
        ):
            there = target / file.relative_to(source)
            there.parent.mkdir(exist_ok=True)
            shutil.copy(file, there)

    def rename_home(self):
        home = self.chance.choice(self.files("roadmaps/*/"))
        home.rename(home.with_name(f"{home.name[:20]}-{self.chance.randrange(9)}"))

    def swap_ids(self):
        file = self.chance.choice(self.files())
        text = file.read_text()
        ids = [f.stem for f in self.files()]
        one, other = self.chance.choice(ids), self.chance.choice(ids)
        file.write_text(text.replace(one, other))
        return f"{one} {other}"

    def change_settings(self):
        (self.history.root / "fardplan.toml").write_text(self.chance.choice(SETTINGS))

    def write_baseline(self):
        (self.history.root / "fardplan-baseline.yaml").write_text(
            "format: 1\nknown:\n  - {rule: unclear-swedish, entity: roadmap orebro-lan, "
            "path: '', severity: warning}\n"
        )

    def stage(self):
        self.history.git("add", "-A")

    def commit(self):
        self.history.git("add", "-A")
        self.history.git("commit", "-qm", "Ändrat", "--allow-empty")

    def tag(self):
        home = self.chance.choice(self.files("roadmaps/*/")).name
        self.history.git("tag", "-f", f"{home}/{self.chance.randrange(1, 4)}.0")

    def change_shared(self):
        def change(lines, at):
            lines[at] = lines[at].replace("organisation", "role").replace("title: ", "title: NY ")

        return self._rewrite(
            self.chance.choice(self.files("roadmaps/*.yaml") or self.files()), change
        )

    def suppress(self):
        file = self.chance.choice(self.files())
        mark = "# fardplan: ignore[unclear-swedish, unresolved-reference] – prövas\n"
        file.write_text(mark + file.read_text())

    def link(self):
        file = self.chance.choice(self.files("roadmaps/*/activities/*.yaml") or self.files())
        homes = [one.name for one in self.files("roadmaps/*/")]
        to = self.chance.choice(self.files("roadmaps/*/activities/*.yaml") or self.files()).stem
        key = self.chance.choice(("depends_on", "part_of", "contributes_to"))
        file.write_text(f"{file.read_text()}\n{key}: [{self.chance.choice(homes)}/{to}]\n")
        return f"{file.name} {key} {to}"


@pytest.mark.parametrize("seed", range(int(os.environ.get("VERDICT_SEEDS", "2"))))
def test_whatever_changes_the_findings_are_those_of_a_run_that_remembers_nothing(
    seed, remembered, assert_nothing_is_stale
):
    """After each of many random changes both answers are the same, byte for byte."""
    editor = _Editor(remembered, seed)
    assert_nothing_is_stale("--today", DAYS[0])
    for _ in range(int(os.environ.get("VERDICT_STEPS", "8"))):
        for _ in range(editor.chance.choice((1, 1, 1, 3))):
            editor.step()
        assert_nothing_is_stale("--today", editor.chance.choice((DAYS[0], DAYS[0], DAYS[1])))
        if editor.chance.random() < 0.2:
            assert_nothing_is_stale("--staged")
        if editor.chance.random() < 0.2:
            assert_nothing_is_stale("--changed-since", "HEAD", "--today", DAYS[0])
