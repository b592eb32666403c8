"""In which buckets a row is, and whose laptop holds which bucket (architecture §5).

Sync, lists, counts, search, print and export all follow from which rows a laptop holds. Touches the roles and
context only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from desktop.frozen import dataclass
from desktop.models.context import Actor
from desktop.models.rights.roles import (
    BEMIDDELAAR,
    EVERYONE,
    SERVES_EMPLOYERS,
    WHOLE_DOSSIER,
)


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

    def bemiddelaar(self, kandidaat_id: str) -> str | None:
        """Who holds the regie on this candidate."""

    def kandidaat_waarnemers(self, kandidaat_id: str) -> frozenset[str]:
        """Who stands in for that bemiddelaar now, for this candidate or for everyone."""


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
    "partner",
    "instrument",
    "nazorgregel",
    "vacature",
    "vacature_overdracht",
    "plaatsing",
    "onderbreking",
    "mijlpaal",
)
DOSSIER_TABLES = (
    "contactpersoon",
    "contactnotitie",
    "actie",
    "overdracht",
    "werkgeversvraag",
    "vacature_dossier",
    "voordracht",
    "nazorgactie",
    "signaal",
    "veldwijziging",
)
"""Tables whose buckets change when someone becomes involved or the regie passes on."""
KANDIDAAT_TABLES = (
    "kandidaat",
    "kandidaat_doelgroep",
    "kandidaatregie",
    "kandidaat_overdracht",
    "voordracht_persoon",
    "plaatsing_persoon",
    "instrument_inzet",
    "instrument_taak",
    "nazorg_persoon",
    "veldwijziging",
)
"""Tables whose buckets change when the regie on a candidate passes on, or somebody stands in."""
_WITHOUT_CONTENT = ("kandidaatregie", "kandidaat_overdracht", "kandidaat_waarneming")
"""What a teamleider sees of candidates: numbers, and with whom they are (R10)."""
_PERSONS = tuple(table for table in KANDIDAAT_TABLES if table != "kandidaat_doelgroep")

BUCKETS = (
    Bucket("regio", (*_DIRECTORY, "kandidaat_waarneming", "veldwijziging"), EVERYONE),
    Bucket("profielen", ("profiel", "werkfitoordeel"), EVERYONE),
    Bucket("dossiers", DOSSIER_TABLES, WHOLE_DOSSIER),
    Bucket("dossier", DOSSIER_TABLES, frozenset({BEMIDDELAAR}), own=True),
    Bucket("kandidaten", (*_PERSONS, "kandidaat_waarneming"), frozenset({BEMIDDELAAR}), own=True),
    Bucket("doelgroep", ("kandidaat_doelgroep", "veldwijziging"), frozenset({BEMIDDELAAR}), own=True),
    Bucket("vertrouwelijk", ("contactnotitie", "veldwijziging"), SERVES_EMPLOYERS, own=True),
    Bucket(
        "persoonlijk",
        ("afstemming", "bewaarde_lijst", "actie", "signaal", *_WITHOUT_CONTENT),
        EVERYONE,
        own=True,
    ),
)
"""All buckets, the widest first."""
_NAMED: Mapping[str, Bucket] = {bucket.name: bucket for bucket in BUCKETS}
REGIO, DOSSIERS, PROFIELEN = "regio", "dossiers", "profielen"


def dossier_of(medewerker_id: str) -> str:
    """The bucket with the dossiers of a bemiddelaar."""
    return _NAMED["dossier"].of(medewerker_id)


def confidential_of(medewerker_id: str) -> str:
    """The bucket with confidential notes that this person may read."""
    return _NAMED["vertrouwelijk"].of(medewerker_id)


def candidates_of(medewerker_id: str) -> str:
    """The bucket with the candidates of a bemiddelaar, and of those for whom that person stands in."""
    return _NAMED["kandidaten"].of(medewerker_id)


def doelgroep_of(medewerker_id: str) -> str:
    """The bucket with the special category data of the candidates of a bemiddelaar."""
    return _NAMED["doelgroep"].of(medewerker_id)


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


def _signal(row: Row, facts: Facts) -> frozenset[str]:
    """Whose it is reads it too where the dossier has passed on, and without regiehouder the teamleiders."""
    people = {row["melder_id"], row["voor_id"]} - {None}
    return _dossier(row, facts) | frozenset(map(personal_of, people))


def _person(row: Row, facts: Facts) -> frozenset[str]:
    """What is personal of a candidate: the bemiddelaar and who stands in, nobody else (architecture §5)."""
    return _candidate(row["kandidaat_id"], facts)


def _candidate(kandidaat_id: str, facts: Facts) -> frozenset[str]:
    holders = {facts.bemiddelaar(kandidaat_id), *facts.kandidaat_waarnemers(kandidaat_id)} - {None}
    return frozenset(candidates_of(holder) for holder in holders if holder)


def _special(row: Row, facts: Facts) -> frozenset[str]:
    """Special category data: the bemiddelaar alone; who stands in does without."""
    holder = facts.bemiddelaar(row["kandidaat_id"])
    return frozenset({doelgroep_of(holder)}) if holder else frozenset()


def _held(row: Row, facts: Facts) -> frozenset[str]:
    """That a number is with somebody: the teamleiders read this and nothing of the person."""
    return _person(row, facts) | frozenset(map(personal_of, facts.teamleiders()))


def _passed_on(row: Row, facts: Facts) -> frozenset[str]:
    """The receiver reads that it is offered before the person itself comes along."""
    between = frozenset({candidates_of(row["van_id"]), candidates_of(row["naar_id"])})
    return _held(row, facts) | between


def _standing_in(row: Row, facts: Facts) -> frozenset[str]:
    """For everyone of somebody: all colleagues must know whom to call. For one candidate: who it is about."""
    if row["kandidaat_id"] is None:
        return frozenset({REGIO})
    both = frozenset({candidates_of(row["voor_id"]), candidates_of(row["waarnemer_id"])})
    return both | frozenset(map(personal_of, facts.teamleiders()))


def _profile(row: Row, _facts: Facts) -> frozenset[str]:
    """A consent that was taken back takes the profile off every laptop, not only out of the lists."""
    return frozenset() if row["verwijderd_op"] is not None else frozenset({PROFIELEN})


_HISTORY_FOR_ALL = (
    *("werkgever", "vestiging", "partner", "instrument", "nazorgregel"),
    *("vacature", "vacature_overdracht", "plaatsing", "onderbreking", "mijlpaal"),
)


def _history(row: Row, facts: Facts) -> frozenset[str]:
    if row["tabel"] == "kandidaat_doelgroep":
        return _special(row, facts)
    if row["kandidaat_id"] is not None:
        return _person(row, facts)
    if row["tabel"] == "contactnotitie":
        return _confidential(row, facts)
    return _regio(row, facts) if row["tabel"] in _HISTORY_FOR_ALL else _dossier(row, facts)


def _personal(row: Row, _facts: Facts) -> frozenset[str]:
    return frozenset({personal_of(row["medewerker_id"])})


BUCKETS_OF_ROW: Mapping[str, Callable[[Row, Facts], frozenset[str]]] = {
    **dict.fromkeys(_DIRECTORY, _regio),
    "overdracht": _dossier,
    "contactpersoon": _dossier,
    "contactnotitie": _note,
    "actie": _task,
    "werkgeversvraag": _dossier,
    "vacature_dossier": _dossier,
    "voordracht": _dossier,
    "nazorgactie": _dossier,
    "signaal": _signal,
    "profiel": _profile,
    "werkfitoordeel": _profile,
    "kandidaat": lambda row, facts: _candidate(row["id"], facts),
    "kandidaat_doelgroep": _special,
    "kandidaatregie": _held,
    "kandidaat_overdracht": _passed_on,
    "kandidaat_waarneming": _standing_in,
    "voordracht_persoon": _person,
    "plaatsing_persoon": _person,
    "instrument_inzet": _person,
    "instrument_taak": _person,
    "nazorg_persoon": _person,
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


def becomes_involved(rol: str) -> bool:
    """Whether having something with a werkgever brings its dossier onto the laptop of such a person."""
    return rol in _NAMED["dossier"].rollen


def holds_every_dossier(rol: str) -> bool:
    """Whether people of a werkgever are on this laptop whatever its owner has to do with it."""
    return rol in _NAMED[DOSSIERS].rollen
