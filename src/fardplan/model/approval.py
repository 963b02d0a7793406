"""Approvals: what was decided about a weakened commitment, by whom and when."""

from __future__ import annotations

from fardplan.model.base import Line, Prose, Unordered, Value, optional, required, several
from fardplan.model.file_format import FileFormat
from fardplan.model.time import FuzzyTime


class Approval(Value):
    """One change that somebody with the right to do so has agreed to."""

    identity = "fingerprint"

    fingerprint: Line = required(
        "Fingeravtryck", "Ändringens fingeravtryck, som fardplan diff visar."
    )
    kind: Line = required("Slag", "Vilket slags ändring det är, till exempel date-slipped.")
    entity: Line = required(
        "Gäller", "Vad ändringen gäller, till exempel activity orebro-lan/tullhuset."
    )
    by: Line = required("Godkänd av", "Rollen eller organet som har godkänt ändringen.")
    decision: Line = required(
        "Beslut", "Beslutet, till exempel med paragraf och diarienummer: § 12, KS 2024/318."
    )
    date: FuzzyTime = required("Datum", "När beslutet fattades.")
    remarks: Prose | None = optional("Anmärkning", "Mer om varför ändringen godkändes.")


class Approvals(Value):
    """The approved changes of a repository (fardplan-approvals.yaml)."""

    format: FileFormat = required("Format", "Filformatets version: 1.")
    approvals: Unordered[Approval] = several(
        "Godkännanden", "Ändringar som försvagar ett åtagande och som har godkänts."
    )
