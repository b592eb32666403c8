"""What waits and what asks for a choice in the invented region: the outbox and Afstemming of one laptop."""

from __future__ import annotations

from datetime import datetime, timedelta

from desktop.models.queries.rows import AfstemmingRij, OpdrachtRij, WerkgeverKaart
from tests.support.memory_rows import FATIMA, JOOST, KARIN, NAMES, NOW, uid


def inbox(cards: list[WerkgeverKaart], with_refusal: bool = False) -> list[AfstemmingRij]:
    def item(
        n: int, soort: str, code: str, card: WerkgeverKaart, at: datetime, **more: object
    ) -> AfstemmingRij:
        values: dict[str, object] = {
            "id": uid(1000 + n),
            "medewerker_id": KARIN,
            "soort": soort,
            "code": code,
            "parameters": {"werkgever": card.naam},
            "werkgever_id": card.id,
            "werkgever": card.naam,
            "opdracht_uuid": uid(1100 + n),
            "opdracht": None,
            "argumenten": {},
            "veld": None,
            "van_mij": None,
            "van_ander": None,
            "ander": None,
            "status": "open",
            "keuze": None,
            "aangemaakt_op": at,
        } | more
        return AfstemmingRij(**values)  # type: ignore[arg-type]

    items = [
        item(
            1,
            "conflict",
            "wijziging_conflict",
            cards[0],
            NOW,
            parameters={"veld": "telefoon", "wat": "Anouk de Vries"},
            veld="telefoon",
            van_mij="0600004512",
            van_ander="0600004521",
            ander=NAMES[FATIMA],
            opdracht="contactpersoon.wijzig",
        ),
        item(
            2,
            "conflict",
            "wijziging_conflict",
            cards[2],
            NOW - timedelta(days=1),
            veld="inhoud",
            van_mij="Twee leerplekken per jaar, start in september.",
            van_ander="Drie leerplekken per jaar, start in februari.",
            ander=NAMES[JOOST],
            opdracht="werkgever.wijzig",
        ),
        item(
            3,
            "kennisgeving",
            "regie_weggehaald",
            cards[4],
            NOW,
            opdracht="regie.neem",
            parameters={"wie": NAMES[FATIMA], "werkgever": cards[4].naam},
        ),
    ]
    if with_refusal:
        items.append(
            item(
                4,
                "weigering",
                "regie_al_bij_ander",
                cards[10],
                NOW - timedelta(days=2),
                opdracht="regie.neem",
                parameters={"wie": NAMES[JOOST], "sinds": "14 november 2026"},
            )
        )
    return items


def queue(cards: list[WerkgeverKaart]) -> list[OpdrachtRij]:
    def order(
        n: int, naam: str, card: WerkgeverKaart, minutes: int, status: str = "wacht", **arguments: object
    ) -> OpdrachtRij:
        at = NOW - timedelta(minutes=minutes)
        return OpdrachtRij(
            uid(1200 + n),
            n,
            naam,
            1,
            {"werkgever_id": card.id, **arguments},
            at,
            status,
            None,
            card.id,
            card.naam,
            None,
        )

    return [order(1, "contact.leg_vast", cards[0], 32, kanaal="bezoek")]


def more_queue(cards: list[WerkgeverKaart]) -> list[OpdrachtRij]:
    """For the picture of the waiting list."""
    first = queue(cards)[0]
    return [
        OpdrachtRij(
            uid(1291),
            0,
            "actie.maak",
            1,
            {"gevraagde_handeling": "wervingstekst nalezen"},
            NOW - timedelta(minutes=47),
            "wacht",
            None,
            cards[5].id,
            cards[5].naam,
            None,
        ),
        first,
        OpdrachtRij(
            uid(1292),
            3,
            "contactpersoon.wijzig",
            1,
            {},
            NOW - timedelta(minutes=8),
            "wacht",
            None,
            cards[0].id,
            cards[0].naam,
            None,
        ),
        OpdrachtRij(
            uid(1293),
            4,
            "regie.neem",
            1,
            {"werkgever_id": cards[4].id},
            NOW - timedelta(minutes=1),
            "aangevraagd",
            None,
            cards[4].id,
            cards[4].naam,
            None,
        ),
    ]
