"""Settings, approvals and known debts: read or refused, never a crash."""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.changes._base import ChangeKind
from fardplan.errors import CannotRun
from fardplan.rules._baseline import read_baseline, write_baseline
from fardplan.rules._registry import RULES
from fardplan.source.approvals import read_approvals
from fardplan.source.settings import read_settings
from tests.fuzz.content import ROOT
from tests.fuzz.told import check_faults, check_line

RULE_NAMES = [rule.name for rule in RULES]
KIND_NAMES = [str(kind) for kind in ChangeKind]
WORDS = (
    "language = ", "docs-url = ", "data-license = ", "[severity]\n", "[level]\n", "[site]\n", "title = ",
    "base-url = ", "drafts = true", "[organisation]\n", "logo = ", "[templates]\n", "[accessibility]\n",
    "statement-url = ", '"https://a.se"', '"info"', '"off"', "[[", "'''", "= {a = 1}", "format: 1\n",
    "approvals:\n", "- fingerprint: ", "  rule: ", "findings:\n", "2024-01-01", "1979-05-27T07:32:00Z", "nan",
)  # fmt: skip


def seeds() -> Iterator[bytes]:
    """Yield the real settings and known debts, and every key of the settings."""
    yield b"S" + (ROOT / "fardplan.toml").read_bytes()
    yield b"D" + (ROOT / "fardplan-baseline.yaml").read_bytes()[:3_000]
    yield (
        'S[severity]\nempty-area = "info"\n[level]\nrenamed = "major"\n[site]\ntitle = "Län"\n'
        'base-url = "https://a.se/"\ndrafts = true\n[organisation]\nname = "Region"\n'
        'logo = "a.svg"\n[templates]\nlan = "region"\n[accessibility]\nstatement-url = "https://a"\n'
    ).encode()
    yield (
        b"Aformat: 1\napprovals:\n  - fingerprint: d8eb2cdf8c17bbf7\n    kind: date-slipped\n"
        b"    entity: activity orebro-lan/tullhuset\n    by: Chefsgruppen\n"
        b"    decision: dnr 24RS318\n    date: 2024-03-05\n"
    )


def check(data: bytes) -> None:
    """Read one of the program's own files; the first byte says which."""
    kind, content = data[:1], data[1:]
    try:
        if kind == b"A":
            check_faults(content, read_approvals(content)[1])
        elif kind == b"D":
            debts = read_baseline(content)
            assert read_baseline(write_baseline(debts)) == debts
        else:
            check_faults(content, read_settings(content, RULE_NAMES, KIND_NAMES)[1])
    except CannotRun as refused:
        check_line(refused)
