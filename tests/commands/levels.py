"""A county and a municipality that refers to it, for tests of what one means for the other."""

from __future__ import annotations

from tests.source.history import roadmap

LAN, KOMMUN = "roadmaps/lan", "roadmaps/kommun"
COUNTY = {"profile": "direction", "level": "county", "title": "Länets färdplan"}
MUNICIPAL = {"profile": "direction", "level": "municipal", "title": "Kommunens färdplan"}
GOAL, AREA, ACTIVITY = (
    f"{KOMMUN}/goals/hem.yaml",
    f"{KOMMUN}/areas/hemma.yaml",
    f"{KOMMUN}/activities/team.yaml",
)
OLD = {
    f"{LAN}/roadmap.yaml": roadmap(2023, '"1.0"', **COUNTY),
    f"{LAN}/areas/hemma.yaml": "title: Hemma\n",
    f"{LAN}/goals/hemgang.yaml": "title: Trygg hemgång\narea: hemma\n",
    f"{LAN}/goals/fall.yaml": "title: Färre fall\n",
    f"{LAN}/activities/teamet.yaml": "title: Teamet\ngoal: hemgang\nend: 2024\n",
}
NEW = {
    f"{LAN}/roadmap.yaml": roadmap(2024, '"1.1"', **COUNTY),
    f"{LAN}/goals/fall.yaml": None,
    f"{LAN}/goals/barn.yaml": "title: Börja med barnen\narea: hemma\n",
    f"{LAN}/activities/teamet.yaml": "title: Teamet\ngoal: hemgang\nend: 2025\n",
}
BELOW = {
    f"{KOMMUN}/roadmap.yaml": roadmap(2023, '"1.0"', **MUNICIPAL),
    AREA: (
        "# Området\ntitle: Hemma hos oss\nmaps_to:\n"
        "  - area: lan/hemma   # länets område\n    reviewed: '1.0' # i våras\n"
    ),
    GOAL: (
        "title: Tryggt hem\nimplements:\n  - goal: lan/hemgang # bara så\n"
        '  - {goal: lan/fall, reviewed: "1.0"}\n'
    ),
    ACTIVITY: (
        'title: Vårt team\ngoal: hem\nimplements:\n  - {activity: lan/teamet, reviewed: "1.0"}\n'
    ),
}
