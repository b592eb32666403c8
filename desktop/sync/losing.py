"""What goes with a row that this laptop may not hold any more, besides the row and its place in the index.

Drafts that were about it, and what the journal of one's own commands still says of it: a journal holds no
more about people than the laptop itself may hold. Ids stay, so that every command keeps its number and can
be shown. What still waits is never touched: it is sent first, and the centre decides. SQLite only.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine

from desktop.models.context import derive_id
from desktop.models.redacting import names_ids
from desktop.models.rights import DOSSIER_TABLES, DOSSIERS, KANDIDAAT_TABLES
from desktop.models.row_codec import TABLES
from desktop.models.tables.base import instant_text
from desktop.sync import facts
from desktop.sync.membership import Key

log = logging.getLogger(__name__)
CHUNK = 500
CHECKPOINT_MILLISECONDS = 250
AFTER_LOSS = "na_verlies"


@dataclass(frozen=True, slots=True)
class Lost:
    """A row that no bucket of this laptop holds any more, and the werkgever that it belonged to.

    `over`: of what is personal of a candidate the rows that it is about, which others may hold too.
    """

    tabel: str
    rij_id: str
    werkgever_id: str | None
    over: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Told:
    """Where the row is about which a command speaks, and what of it everybody in the region may know."""

    tabel: str
    kolom: str
    argument: str
    voor_ieder: frozenset[str] = frozenset()
    or_relation: bool = False

    def is_here(self) -> str:
        """The condition that its effect is on this laptop; of the relation all of it is in the dossier."""
        named = f"json_extract(o.argumenten, '$.{self.argument}')"
        row = f"EXISTS (SELECT 1 FROM {self.tabel} t WHERE t.{self.kolom} = {named})"  # noqa: S608
        if not self.or_relation:
            return row
        relation = f"SELECT 1 FROM nazorgactie r WHERE r.id = {named} AND r.spoor = 'relatie'"  # noqa: S608
        return f"({row} OR EXISTS ({relation}))"


_CONTACT = frozenset(TABLES["contactmoment"].columns.keys())
_VACATURE = frozenset(TABLES["vacature"].columns.keys())
_VOORDRACHT = frozenset({"datum", "kanaal"})
_PLAATSING = frozenset(TABLES["plaatsing"].columns.keys()) | {"kanaal"}
_NAZORG = frozenset({"spoor", "gepland_op"})
_TOLD: Mapping[str, _Told] = {
    "contactpersoon.registreer": _Told("contactpersoon", "id", "id"),
    "contactpersoon.wijzig": _Told("contactpersoon", "id", "contactpersoon_id"),
    "contact.leg_vast": _Told("contactnotitie", "contactmoment_id", "id", _CONTACT),
    "contact.wijzig": _Told("contactnotitie", "contactmoment_id", "contactmoment_id", _CONTACT),
    "actie.maak": _Told("actie", "id", "id"),
    "actie.verzet": _Told("actie", "id", "actie_id"),
    "actie.rond_af": _Told("actie", "id", "actie_id"),
    "contactverzoek.doe": _Told("actie", "id", "id"),
    "contactverzoek.beantwoord": _Told("actie", "id", "contactverzoek_id"),
    "regie.stel_overdracht_voor": _Told("overdracht", "id", "id"),
    "regie.aanvaard_overdracht": _Told("overdracht", "id", "overdracht_id"),
    "regie.weiger_overdracht": _Told("overdracht", "id", "overdracht_id"),
    "regie.trek_overdracht_in": _Told("overdracht", "id", "overdracht_id"),
    "regie.meld_kennismaking": _Told("overdracht", "id", "overdracht_id"),
    "regie.rond_overdracht_af": _Told("overdracht", "id", "overdracht_id"),
    "kandidaat.registreer": _Told("kandidaat", "id", "id"),
    "kandidaat.wijzig": _Told("kandidaat", "id", "kandidaat_id"),
    "kandidaat.sluit_af": _Told("kandidaat", "id", "kandidaat_id"),
    "kandidaat.geef_toestemming": _Told("kandidaat", "id", "kandidaat_id"),
    "kandidaat.stel_doelgroep_vast": _Told("kandidaat_doelgroep", "kandidaat_id", "kandidaat_id"),
    "werkfit.beoordeel": _Told("kandidaat", "id", "kandidaat_id"),
    "werkgeversvraag.registreer": _Told("werkgeversvraag", "id", "id"),
    "werkgeversvraag.wijzig": _Told("werkgeversvraag", "id", "werkgeversvraag_id"),
    "werkgeversvraag.beantwoord": _Told("werkgeversvraag", "id", "werkgeversvraag_id"),
    "werkgeversvraag.verwijs_door": _Told("werkgeversvraag", "id", "werkgeversvraag_id"),
    "vacature.registreer": _Told("vacature_dossier", "vacature_id", "id", _VACATURE),
    "vacature.wijzig": _Told("vacature_dossier", "vacature_id", "vacature_id", _VACATURE),
    "voordracht.doe": _Told("voordracht_persoon", "kandidaat_id", "kandidaat_id", _VOORDRACHT),
    "voordracht.werk_bij": _Told("voordracht_persoon", "voordracht_id", "voordracht_id", _VOORDRACHT),
    "plaatsing.registreer": _Told("plaatsing_persoon", "kandidaat_id", "kandidaat_id", _PLAATSING),
    "plaatsing.beeindig": _Told(
        "plaatsing_persoon", "plaatsing_id", "plaatsing_id", frozenset({"einddatum"})
    ),
    "plaatsing.vervalt": _Told("plaatsing_persoon", "plaatsing_id", "plaatsing_id"),
    "instrument.zet_in": _Told("instrument_inzet", "kandidaat_id", "kandidaat_id"),
    "instrument.werk_bij": _Told("instrument_inzet", "id", "inzet_id"),
    "instrument.rond_taak_af": _Told("instrument_taak", "id", "taak_id"),
    "nazorg.plan": _Told("nazorg_persoon", "plaatsing_id", "plaatsing_id"),
    "nazorg.voeg_toe": _Told("nazorg_persoon", "nazorgactie_id", "id", _NAZORG, or_relation=True),
    "nazorg.verzet": _Told("nazorg_persoon", "nazorgactie_id", "nazorgactie_id", _NAZORG, or_relation=True),
    "nazorg.meld_poging": _Told("nazorg_persoon", "nazorgactie_id", "nazorgactie_id", or_relation=True),
    "nazorg.rond_af": _Told("nazorg_persoon", "nazorgactie_id", "nazorgactie_id", or_relation=True),
    "nazorg.vervalt": _Told("nazorgactie", "id", "nazorgactie_id"),
    "signaal.meld": _Told("signaal", "id", "id"),
    "signaal.beantwoord": _Told("signaal", "id", "signaal_id"),
}
"""Commands that say something of a dossier or a candidate, and where their effect is."""
_ABOUT = ("kandidaat_id", "voordracht_id", "plaatsing_id", "nazorgactie_id", "inzet_id")


def going(connection: Connection, left: Sequence[Key]) -> list[Lost]:
    """Those of the rows that left a bucket that are in no other; asked before they are dropped."""
    by_table: dict[str, list[str]] = {}
    for table, row_id in left:
        by_table.setdefault(table, []).append(row_id)
    known = {table: ids for table, ids in by_table.items() if table in TABLES}
    return [one for table, ids in known.items() for one in _going(connection, table, ids)]


def _going(connection: Connection, table: str, ids: Sequence[str]) -> Iterable[Lost]:
    columns = TABLES[table].columns
    werkgever = "r.werkgever_id" if "werkgever_id" in columns else "NULL"
    about = [name for name in _ABOUT if name in columns] if "kandidaat_id" in columns else []
    named = "".join(f", r.{name}" for name in about)
    for start in range(0, len(ids), CHUNK):
        part = ids[start : start + CHUNK]
        query = (
            f"SELECT r.id, {werkgever} AS werkgever_id{named} FROM {table} r WHERE r.id IN "  # noqa: S608
            f"({', '.join('?' * len(part))}) AND NOT EXISTS "
            "(SELECT 1 FROM bucket_row b WHERE b.tabel = ? AND b.rij_id = r.id)"
        )
        for row in connection.exec_driver_sql(query, (*part, table)):
            subjects = frozenset(value for value in row[2:] if value is not None)
            yield Lost(table, row.id, row.werkgever_id, subjects)


def forget(
    connection: Connection, lost: Sequence[Lost], rights_lost: bool, settled: Sequence[int], now: datetime
) -> None:
    """After the rows themselves went: drafts about them, and what the journal says of what is not here.

    `settled` are the numbers of commands that got their final answer in this round. After a loss their rows
    may never come, because the right to them went while they waited; so until nothing waits any more each
    answer is looked at.
    """
    if lost or rights_lost:
        facts.put(connection, **{AFTER_LOSS: "1"})
        _drop_drafts(connection, lost)
        empty_journal(connection, now)
    elif settled and facts.get(connection, AFTER_LOSS) == "1":
        empty_journal(connection, now, min(settled))
        waits = "SELECT 1 FROM opdracht WHERE status IN ('wacht', 'aangevraagd') LIMIT 1"
        if connection.exec_driver_sql(waits).first() is None:
            facts.put(connection, **{AFTER_LOSS: None})


def _drop_drafts(connection: Connection, lost: Sequence[Lost]) -> None:
    ids = {one.rij_id for one in lost}.union(*(one.over for one in lost))
    closed = _closed_dossiers(connection, {one.werkgever_id for one in lost if one.werkgever_id})
    gone = [
        (row.soort, row.onderwerp_id)
        for row in connection.exec_driver_sql("SELECT soort, onderwerp_id, velden FROM concept")
        if _is_about(row.onderwerp_id, json.loads(row.velden), ids, closed)
    ]
    if gone:
        log.info("drafts went with their dossier", extra={"aantal": len(gone)})
        connection.exec_driver_sql("DELETE FROM concept WHERE soort = ? AND onderwerp_id = ?", gone)


def _is_about(subject: str, fields: Mapping[str, Any], ids: set[str], closed: set[str]) -> bool:
    named = {subject, *(value for value in fields.values() if isinstance(value, str))}
    return bool(named & (ids | closed)) or _note_of(subject) in ids


def _note_of(contact_id: str) -> str | None:
    """The id of the note of a contact; None when this is no id."""
    try:
        return derive_id(contact_id, "notitie")
    except ValueError:
        return None


def _closed_dossiers(connection: Connection, werkgever_ids: set[str]) -> set[str]:
    """Werkgevers of whose dossier nothing is left here, for who does not hold every dossier."""
    whole = connection.exec_driver_sql("SELECT 1 FROM bucket_cursor WHERE bucket = ?", (DOSSIERS,)).first()
    if whole:
        return set()
    return {one for one in werkgever_ids if not _has_dossier(connection, one)}


def _has_dossier(connection: Connection, werkgever_id: str) -> bool:
    rows = (
        f"SELECT 1 FROM {table} r JOIN bucket_row b ON b.tabel = '{table}' AND b.rij_id = r.id "  # noqa: S608
        "WHERE r.werkgever_id = :w AND b.bucket LIKE 'dossier/%'"
        for table in DOSSIER_TABLES
    )
    statement = " UNION ALL ".join(rows).replace(":w", "?")
    found = connection.exec_driver_sql(f"{statement} LIMIT 1", (werkgever_id,) * len(DOSSIER_TABLES))
    return found.first() is not None


def empty_journal(connection: Connection, now: datetime, since: int = 0) -> int:
    """Takes what is personal out of commands that took effect on rows that are not here; how many."""
    emptied = 0
    for naam, told in _TOLD.items():
        query = (
            "SELECT n, argumenten FROM opdracht o WHERE naam = ? AND n >= ? AND geleegd_op IS NULL "  # noqa: S608
            f"AND status IN ({_answered(told)}) AND NOT {told.is_here()} "
            f"AND json_extract(o.argumenten, '$.{told.argument}') IS NOT NULL"
        )
        rows = connection.exec_driver_sql(query, (naam, since)).all()
        emptied += write_emptied(connection, ((row.n, row.argumenten) for row in rows), told.voor_ieder, now)
    return emptied


def _answered(told: _Told) -> str:
    """What was refused is the author's to read, in the inbox; of a candidate it is there and nowhere else."""
    return "'toegepast', 'aangepast'" + (", 'geweigerd'" if told.tabel in KANDIDAAT_TABLES else "")


def write_emptied(
    connection: Connection, rows: Iterable[tuple[int, str]], kept: frozenset[str], now: datetime
) -> int:
    """Leaves of each command's arguments the ids and what is `kept`; returns of how many something went."""
    changed = []
    for number, arguments in rows:
        before = json.loads(arguments)
        # What is empty or false says nothing: it is left, so that a contact without a note stays as it was.
        after = {
            name: value for name, value in before.items() if name in kept or names_ids(name) or not value
        }
        if after != before:
            changed.append((json.dumps(after, ensure_ascii=False), instant_text(now), number))
    if changed:
        connection.exec_driver_sql(
            "UPDATE opdracht SET argumenten = ?, parameters = '{}', geleegd_op = ? WHERE n = ?", changed
        )
    return len(changed)


def scrub_log(engine: Engine) -> None:
    """Writes the write-ahead log into the database, so that no page in it keeps what went; best effort.

    A reader that is busy keeps it for now: the next round that loses something does it again.
    """
    with engine.connect() as connection:
        raw: Any = connection.connection.driver_connection
        connection.rollback()
        busy = raw.execute("PRAGMA busy_timeout").fetchone()[0]
        try:
            raw.execute(f"PRAGMA busy_timeout = {CHECKPOINT_MILLISECONDS}")
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        finally:
            raw.execute(f"PRAGMA busy_timeout = {busy}")
