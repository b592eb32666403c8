"""Who may do and see what, and in which buckets a row is: ONE table, used everywhere.

Sync, lists, counts, search, print and export all follow from which rows a laptop holds; which rows those
are is decided here and nowhere else (architecture §5). No other module compares a role with a word: what a
role may be is asked of the questions below. Touches context and errors only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from desktop.models.context import Actor
from desktop.models.errors import Weigering

ROLES = ACCOUNTMANAGER, BEMIDDELAAR, TEAMLEIDER, BEHEERDER = (
    "accountmanager",
    "bemiddelaar",
    "teamleider",
    "beheerder",
)
CENTRE = "centrum"
"""Nobody has this role: it acts when something ends by itself."""
EVERYONE = frozenset(ROLES)
SERVES_EMPLOYERS = EVERYONE - {BEHEERDER}
WHOLE_DOSSIER = frozenset({ACCOUNTMANAGER, TEAMLEIDER})
LEADS = frozenset({TEAMLEIDER})
"""Who decides for colleagues, and reads what is confidential of everyone."""
LOOKS_AFTER = frozenset({BEHEERDER})
"""Who looks after imports, accounts and what nobody else is there for."""

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
    "afstemming.meld_wachtend": frozenset({CENTRE}),
    "quarantaine.geef_vrij": LEADS | LOOKS_AFTER,
    "lijst.bewaar": EVERYONE,
    "lijst.verwijder": EVERYONE,
}


def may_do(rol: str, name: str) -> bool:
    """Whether this role may give this command; what is not in the table nobody may."""
    return rol in MAY_DO.get(name, frozenset())


def require_may_do(actor: Actor, name: str) -> None:
    """Raises `Weigering` when this role may not do this."""
    if not may_do(actor.rol, name):
        raise Weigering("mag_niet", rol=actor.rol)


def may_hold_regie(rol: str) -> bool:
    """R1, R7: who may be regiehouder of a werkgever, or stand in for one."""
    return rol == ACCOUNTMANAGER


def decides_for_others(rol: str) -> bool:
    """R6, R7, R8, R11: whose word goes where somebody else holds the regie."""
    return rol in LEADS


def ends_for_others(rol: str) -> bool:
    """R7: who ends a waarneming of colleagues; the centre does when its last day is over."""
    return rol in LEADS or rol == CENTRE


def has_candidates(rol: str) -> bool:
    """R2: who may speak to a werkgever about an own candidate."""
    return rol == BEMIDDELAAR


def serves_employers(rol: str) -> bool:
    """Who does the work at werkgevers, and can be given some."""
    return rol in SERVES_EMPLOYERS


def looks_after_imports(rol: str) -> bool:
    """R11: who takes back an import of somebody else."""
    return rol in LOOKS_AFTER


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


@dataclass(frozen=True, slots=True)
class Bucket:
    """One line of architecture §5: which tables have rows in it, and whose laptop holds it.

    `own`: there is one for each person, with the id of that person behind its name.
    """

    name: str
    tables: tuple[str, ...]
    rollen: frozenset[str]
    own: bool = False

    def of(self, medewerker_id: str) -> str:
        """The name under which this person has it."""
        return f"{self.name}/{medewerker_id}" if self.own else self.name


_DIRECTORY = (
    "medewerker",
    "codewaarde",
    "werkgever",
    "vestiging",
    "regie",
    "waarneming",
    "reservering",
    "betrokkenheid",
    "contactmoment",
    "afspraak",
)
DOSSIER_TABLES = ("contactpersoon", "contactnotitie", "actie", "overdracht", "veldwijziging")
"""Tables whose buckets change when someone becomes involved or the regie passes on."""

BUCKETS = (
    Bucket("regio", (*_DIRECTORY, "veldwijziging"), EVERYONE),
    Bucket("profielen", (), EVERYONE),
    Bucket("dossiers", DOSSIER_TABLES, WHOLE_DOSSIER),
    Bucket("dossier", DOSSIER_TABLES, frozenset({BEMIDDELAAR}), own=True),
    Bucket("kandidaten", (), frozenset({BEMIDDELAAR}), own=True),
    Bucket("vertrouwelijk", ("contactnotitie", "veldwijziging"), SERVES_EMPLOYERS, own=True),
    Bucket("persoonlijk", ("afstemming", "bewaarde_lijst", "actie"), EVERYONE, own=True),
)
"""All buckets, the widest first. `profielen` and `kandidaten` are held already and still empty."""
_NAMED: Mapping[str, Bucket] = {bucket.name: bucket for bucket in BUCKETS}
REGIO, DOSSIERS = "regio", "dossiers"


def dossier_of(medewerker_id: str) -> str:
    """The bucket with the dossiers of a bemiddelaar."""
    return _NAMED["dossier"].of(medewerker_id)


def confidential_of(medewerker_id: str) -> str:
    """The bucket with confidential notes that this person may read."""
    return _NAMED["vertrouwelijk"].of(medewerker_id)


def personal_of(medewerker_id: str) -> str:
    """The bucket with what is meant for this person only."""
    return _NAMED["persoonlijk"].of(medewerker_id)


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
    **dict.fromkeys(_DIRECTORY, _regio),
    "overdracht": _dossier,
    "contactpersoon": _dossier,
    "contactnotitie": _note,
    "actie": _task,
    "veldwijziging": _history,
    "afstemming": _personal,
    "bewaarde_lijst": _personal,
}

REGIONAL = frozenset(_DIRECTORY)
"""Tables of which everybody holds every row."""


def buckets_of_row(table: str, row: Row, facts: Facts) -> frozenset[str]:
    """All buckets that this row is in."""
    return BUCKETS_OF_ROW[table](row, facts)


def buckets_of(actor: Actor) -> tuple[str, ...]:
    """The buckets that this person's laptop may hold; a role that nobody knows holds none."""
    return tuple(bucket.of(actor.medewerker_id) for bucket in BUCKETS if actor.rol in bucket.rollen)


def becomes_involved(actor: Actor) -> bool:
    """Whether own contact with a werkgever brings its dossier onto this person's laptop."""
    return actor.rol in _NAMED["dossier"].rollen


def holds_every_dossier(rol: str) -> bool:
    """Whether people of a werkgever are on this laptop whatever its owner has to do with it."""
    return rol in _NAMED[DOSSIERS].rollen
