"""Dutch texts of vacatures and questions of an employer on a timeline."""

from __future__ import annotations

from datetime import date

from desktop import dutch

CHIP = "Vacatures en vragen"
VACATURE = "Vacature"
HANDED = "Vacature overgedragen"
GIVEN_BACK = "Vacature overgedragen, later teruggegeven"
ENDED = {
    "vervuld": "Vacature vervuld",
    "ingetrokken": "Vacature ingetrokken",
    "verlopen": "Vacature verlopen",
}
ASKED = {
    "open": "Vraag, nog open",
    "beantwoord": "Vraag, beantwoord",
    "doorverwezen": "Vraag, doorverwezen",
}


def places(count: int) -> str:
    return f"{dutch.count(count, 'plaats', 'plaatsen')}."


def closes(day: date) -> str:
    return f"Sluit op {dutch.long_date(day)}."


def along(route: str) -> str:
    """Route: matchtafel."""
    return f"Route: {dutch.midway(route)}."


def about(kind: str) -> str:
    """, over BIA"""
    return f", over {dutch.midway(kind)}"


def kind_of_work(kind: str) -> str:
    """, leerbaan"""
    return f", {dutch.midway(kind)}"


def referred(partner: str, contact: str | None) -> str:
    return f"Naar {partner}{f', {contact}' if contact else ''}."
