"""`fardplan rules` and `fardplan rule`."""

from __future__ import annotations

import pytest

from fardplan.rules._registry import RULES


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_rules(fardplan, lang):
    """Every rule has a line: name, level and what it demands, in columns."""
    lines = fardplan("--lang", lang, "rules").stdout.splitlines()
    assert [line.split()[0] for line in lines] == [rule.name for rule in RULES]
    for rule, line in zip(RULES, lines, strict=True):
        assert line.split()[1] == rule.severity.say(lang)
        assert line.endswith(f"  {rule.about.say(lang)}")
    starts = {line.index(rule.about.say(lang)) for rule, line in zip(RULES, lines, strict=True)}
    assert len(starts) == 1


def test_rules_need_no_repository(fardplan, tmp_path, monkeypatch):
    """The list and the manuals can be read anywhere."""
    monkeypatch.chdir(tmp_path)
    assert (fardplan("rules").exit_code, fardplan("rule", "unknown-key").exit_code) == (0, 0)


@pytest.mark.parametrize("rule", [rule.name for rule in RULES])
def test_manual(fardplan, rule):
    """Each rule has a manual that begins with its name."""
    result = fardplan("rule", rule)
    assert (result.exit_code, result.stderr) == (0, "")
    assert rule in result.stdout.splitlines()[0]
    assert len(result.stdout.splitlines()) > 5


@pytest.mark.parametrize(
    ("name", "advice"),
    [("unknown-keys", "Menade du unknown-key?"), ("qwerty", "Visa alla: fardplan rules")],
)
def test_unknown_rule(fardplan, name, advice):
    """A rule that does not exist is wrong usage, with the nearest name."""
    result = fardplan("rule", name)
    assert (result.exit_code, result.stdout, advice in result.stderr) == (2, "", True)


def test_output_file(fardplan, tmp_path):
    """With -o the text goes to a file."""
    for args in (["rules"], ["rule", "unknown-key"]):
        shown = fardplan(*args).stdout
        assert fardplan(*args, "-o", str(tmp_path / "x.txt")).stdout == ""
        written = (tmp_path / "x.txt").read_text(encoding="utf-8")
        assert shown.rstrip("\n") == written.rstrip("\n")
