"""Who may do and see what, and in which buckets a row is: ONE table, used everywhere.

Sync, lists, counts, search, print and export all follow from which rows a laptop holds; which rows those
are is decided here and nowhere else (architecture §5). Touches context and errors only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from desktop.models.context import Actor
from desktop.models.errors import Weigering

ACCOUNTMANAGER, BEMIDDELAAR, TEAMLEIDER, BEHEERDER = (
    "accountmanager",
    "bemiddelaar",
    "teamleider",
    "beheerder",
)
CENTRE = "centrum"
"""Nobody has this role: it acts when something ends by itself."""
EVERYONE = frozenset({ACCOUNTMANAGER, BEMIDDELAAR, TEAMLEIDER, BEHEERDER})
SERVES_EMPLOYERS = EVERYONE - {BEHEERDER}
WHOLE_DOSSIER = frozenset({ACCOUNTMANAGER, TEAMLEIDER})

MAY_DO: Mapping[str, frozenset[str]] = {
    "werkgever.registreer": EVERYONE,
    "werkgever.wijzig": EVERYONE,
    "werkgever.voeg_samen": frozenset({ACCOUNTMANAGER, TEAMLEIDER, BEHEERDER}),
    "werkgever.importeer": frozenset({ACCOUNTMANAGER, TEAMLEIDER, BEHEERDER}),
    "ongedaan.maak": EVERYONE,  # whose it is and what it may be is judged by its handler (R11)
    "vestiging.registreer": EVERYONE,
    "vestiging.wijzig": EVERYONE,
    "contactpersoon.registreer": SERVES_EMPLOYERS,
    "contactpersoon.wijzig": SERVES_EMPLOYERS,
    "regie.neem": frozenset({ACCOUNTMANAGER}),
    "regie.wijs_toe": frozenset({TEAMLEIDER}),
    "benadering.meld": SERVES_EMPLOYERS,
    "regie.stel_overdracht_voor": WHOLE_DOSSIER,
    "regie.aanvaard_overdracht": WHOLE_DOSSIER,
    "regie.weiger_overdracht": WHOLE_DOSSIER,
    "regie.trek_overdracht_in": WHOLE_DOSSIER,
    "regie.meld_kennismaking": WHOLE_DOSSIER,
    "regie.rond_overdracht_af": WHOLE_DOSSIER,
    "regie.stel_waarneming_in": WHOLE_DOSSIER,
    "regie.beeindig_waarneming": WHOLE_DOSSIER | {CENTRE},
    "contact.leg_vast": EVERYONE,  # R4: a contact that took place is never refused
    "contact.wijzig": EVERYONE,
    "contact.zet_vast": SERVES_EMPLOYERS,
    "actie.maak": SERVES_EMPLOYERS,
    "actie.rond_af": SERVES_EMPLOYERS,
    "actie.verzet": SERVES_EMPLOYERS,
    "contactverzoek.doe": SERVES_EMPLOYERS,
    "contactverzoek.beantwoord": SERVES_EMPLOYERS,
    "afspraak.maak": SERVES_EMPLOYERS,
    "afspraak.beeindig": SERVES_EMPLOYERS,
    "afstemming.kies": EVERYONE,
    "lijst.bewaar": EVERYONE,
    "lijst.verwijder": EVERYONE,
}


def require_may_do(actor: Actor, name: str) -> None:
    """Raises `Weigering` when this role may not do this."""
    if actor.rol not in MAY_DO.get(name, frozenset()):
        raise Weigering("mag_niet", rol=actor.rol)


class Facts(Protocol):
    """What the bucket of a row may depend on besides the row itself."""

    def betrokkenen(self, werkgever_id: str) -> frozenset[str]:
        """Bemiddelaars who have something with this werkgever."""

    def regiehouder(self, werkgever_id: str) -> str | None:
        """Who holds the regie now."""

    def waarnemers(self, werkgever_id: str) -> frozenset[str]:
        """Who stands in for that person now."""

    def teamleiders(self) -> frozenset[str]:
        """Active teamleiders of the region."""


Row = Mapping[str, Any]
REGIO, DOSSIERS = "regio", "dossiers"


def dossier_of(medewerker_id: str) -> str:
    """The bucket with the dossiers of a bemiddelaar."""
    return f"dossier/{medewerker_id}"


def confidential_of(medewerker_id: str) -> str:
    """The bucket with confidential notes that this person may read."""
    return f"vertrouwelijk/{medewerker_id}"


def personal_of(medewerker_id: str) -> str:
    """The bucket with what is meant for this person only."""
    return f"persoonlijk/{medewerker_id}"


def _regio(_row: Row, _facts: Facts) -> frozenset[str]:
    return frozenset({REGIO})


def _dossier(row: Row, facts: Facts) -> frozenset[str]:
    return frozenset({DOSSIERS, *map(dossier_of, facts.betrokkenen(row["werkgever_id"]))})


def _confidential(row: Row, facts: Facts) -> frozenset[str]:
    """The author, the regiehouder, who stands in, the teamleiders. What a note said before is theirs too."""
    holder = facts.regiehouder(row["werkgever_id"])
    serving = {holder, *facts.waarnemers(row["werkgever_id"])} if holder else set()
    readers = {row["aangemaakt_door"], *facts.teamleiders(), *serving}
    return frozenset(map(confidential_of, readers))


def _note(row: Row, facts: Facts) -> frozenset[str]:
    return _confidential(row, facts) if row["vertrouwelijk"] else _dossier(row, facts)


def _task(row: Row, facts: Facts) -> frozenset[str]:
    return _dossier(row, facts) | {personal_of(row["toegewezen_aan_id"]), personal_of(row["aangemaakt_door"])}


def _history(row: Row, facts: Facts) -> frozenset[str]:
    if row["tabel"] == "contactnotitie":
        return _confidential(row, facts)
    return _regio(row, facts) if row["tabel"] in ("werkgever", "vestiging") else _dossier(row, facts)


def _personal(row: Row, _facts: Facts) -> frozenset[str]:
    return frozenset({personal_of(row["medewerker_id"])})


BUCKETS_OF_ROW: Mapping[str, Callable[[Row, Facts], frozenset[str]]] = {
    "medewerker": _regio,
    "codewaarde": _regio,
    "werkgever": _regio,
    "vestiging": _regio,
    "regie": _regio,
    "overdracht": _dossier,
    "waarneming": _regio,
    "reservering": _regio,
    "betrokkenheid": _regio,
    "contactmoment": _regio,
    "afspraak": _regio,
    "contactpersoon": _dossier,
    "contactnotitie": _note,
    "actie": _task,
    "veldwijziging": _history,
    "afstemming": _personal,
    "bewaarde_lijst": _personal,
}

REGIONAL = frozenset(table for table, rule in BUCKETS_OF_ROW.items() if rule is _regio)
"""Tables of which everybody holds every row."""

DOSSIER_TABLES = ("contactpersoon", "contactnotitie", "actie", "overdracht", "veldwijziging")
"""Tables whose buckets change when someone becomes involved or the regie passes on."""


def buckets_of_row(table: str, row: Row, facts: Facts) -> frozenset[str]:
    """All buckets that this row is in."""
    return BUCKETS_OF_ROW[table](row, facts)


def buckets_of(actor: Actor) -> tuple[str, ...]:
    """The buckets that this person's laptop may hold."""
    mine = [REGIO, personal_of(actor.medewerker_id)]
    if actor.rol in WHOLE_DOSSIER:
        mine += [DOSSIERS, confidential_of(actor.medewerker_id)]
    if actor.rol == BEMIDDELAAR:
        mine += [dossier_of(actor.medewerker_id), confidential_of(actor.medewerker_id)]
    return tuple(mine)


def becomes_involved(actor: Actor) -> bool:
    """Whether own contact with a werkgever brings its dossier onto this person's laptop."""
    return actor.rol == BEMIDDELAAR
