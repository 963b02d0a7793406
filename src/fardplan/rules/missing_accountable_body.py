"""En färdplan ska ha ett organ som ansvarar för den.

Organet anges med `accountable` i `roadmap.yaml`. För profilen `action` är det ett krav. För
profilen `process` är det en varning, och där räcker en styrgrupp: på försättsbladet eller under
`bodies`. En målbild eller en inriktning (`vision`, `direction`) behöver inget.

Varför: 003, s. 16: ”Ansvarig för färdplanen är chefsgruppen”.

In English: A roadmap has a body that is accountable for it.

The body is named with `accountable` in `roadmap.yaml`. For the profile `action` it is a demand. For
the profile `process` it is a warning, and there a steering group is enough: on the cover or under
`bodies`. A vision or a direction (`vision`, `direction`) needs none.

Why: 003, p. 16: ”Ansvarig för färdplanen är chefsgruppen” (accountable for the roadmap is the
managers' group).

Fel:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Färdplan för nära vård
    year: 2024
    profile: action

Rätt:

    # roadmaps/exempel/roadmap.yaml
    format: 1
    title: Färdplan för nära vård
    year: 2024
    profile: action
    accountable: ledningsgruppen
"""

from __future__ import annotations

from collections.abc import Iterator

from fardplan.locales.text import Text
from fardplan.model.edition import Edition
from fardplan.model.roadmap import Roadmap
from fardplan.model.steering_terms import BodyKind
from fardplan.model.terms import Profile
from fardplan.rules._base import Facts, Problem, Severity, rule

MISSING = Text(
    "Färdplanen ”{title}” saknar ansvarigt organ.",
    "The roadmap “{title}” has no accountable body.",
)
NAME_BODY = Text("Ange gruppen som ansvarar: `accountable: …`.", "Name the body: `accountable: …`.")
NAME_BODY_OR_GROUP = Text(
    "Ange gruppen som ansvarar: `accountable: …`, "
    "eller styrgruppen: `cover: {{steering_group: …}}`.",
    "Name the body: `accountable: …`, or the steering group: `cover: {{steering_group: …}}`.",
)


@rule(
    "missing-accountable-body",
    Severity.ERROR,
    Text(
        "Färdplanen har ett organ som ansvarar för den.",
        "The roadmap has a body that is accountable for it.",
    ),
    profiles=frozenset({Profile.ACTION, Profile.PROCESS}),
    completeness=True,
    code="R09",
)
def check(edition: Edition, facts: Facts) -> Iterator[Problem]:
    """Yield the roadmap if nobody is accountable for it."""
    roadmap = edition.roadmap
    file = edition.path_of("roadmap.yaml")
    process = roadmap.profile is Profile.PROCESS
    if roadmap.accountable or facts.in_doubt(file, "accountable"):
        return
    if process and (_has_steering_group(roadmap) or facts.in_doubt(file, "cover")):
        return
    yield Problem(
        file,
        ("accountable",),
        MISSING,
        {"title": roadmap.title},
        NAME_BODY_OR_GROUP if process else NAME_BODY,
        spot="first_key",
        severity=Severity.WARNING if process else None,
    )


def _has_steering_group(roadmap: Roadmap) -> bool:
    on_cover = roadmap.cover is not None and roadmap.cover.steering_group is not None
    return on_cover or any(body.kind is BodyKind.STEERING_GROUP for body in roadmap.bodies)
