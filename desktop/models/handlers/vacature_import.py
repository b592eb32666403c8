"""A part of a file of vacatures: each new, changed or equal; and taking such an import back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from desktop.models.commands.vacature import ImporteerVacatures, ImportVacature
from desktop.models.context import derive_id
from desktop.models.handlers.fields import change_fields, typed
from desktop.models.handlers.regie import holder_of
from desktop.models.handlers.vacature import CONTENT, LISTS, content_of
from desktop.models.outcome import TOEGEPAST, Outcome
from desktop.models.rules.vacature import EXPIRED, NEW, has_passed
from desktop.models.tables import (
    Plaatsing,
    Vacature,
    VacatureDossier,
    VacatureOverdracht,
    Veldwijziging,
    Voordracht,
    Werkgever,
)
from desktop.models.tables.among import among
from desktop.models.work import Work

FIELDS = ("naam", "soort", *CONTENT)
BUILT: tuple[type[Any], ...] = (VacatureOverdracht, Voordracht, Plaatsing)


def bring_in(work: Work, command: ImporteerVacatures) -> Outcome:
    """`vacature.importeer`. What somebody here changed by hand is never overwritten by a file."""
    known = _known(work, command)
    by_hand = _changed_by_hand(work, [row.id for row in known.values()])
    counts: Counter[str] = Counter()
    replaced: dict[str, str] = {}
    for regel in command.regels:
        row = known.get(regel.bron_id)
        werkgever = work.werkgever(regel.werkgever_id)
        if row is None:
            known[regel.bron_id] = _new(work, werkgever, regel, command)
            counts["nieuw"] += 1
            continue
        if row.id != regel.id:
            replaced[regel.id] = row.id
        changed = _update(work, werkgever, row, regel, command.batch, by_hand.get(row.id, frozenset()))
        counts["gewijzigd" if changed else "gelijk"] += 1
    parameters = {name: counts[name] for name in ("nieuw", "gewijzigd", "gelijk")}
    return Outcome(TOEGEPAST, command.batch, None, parameters, replaced)


def _known(work: Work, command: ImporteerVacatures) -> dict[str, Vacature]:
    """Vacatures of this source that are here, by their id there; those that were taken back too."""
    ids = [regel.bron_id for regel in command.regels]
    rows = work.find_all(
        Vacature, Vacature.bronsysteem == command.bronsysteem, among(work.session, Vacature.bron_id, ids)
    )
    there = sorted(rows, key=lambda row: row.verwijderd_op is None)
    return {row.bron_id: row for row in there if row.bron_id}


def _changed_by_hand(work: Work, ids: Sequence[str]) -> dict[str, frozenset[str]]:
    """Row → fields that somebody changed here since."""
    if not ids:
        return {}
    lines = work.find(
        Veldwijziging, among(work.session, Veldwijziging.rij_id, ids), Veldwijziging.import_batch.is_(None)
    )
    found: dict[str, set[str]] = {}
    for line in lines:
        found.setdefault(line.rij_id, set()).add(line.veld)
    return {row_id: frozenset(names) for row_id, names in found.items()}


def _new(work: Work, werkgever: Werkgever, regel: ImportVacature, command: ImporteerVacatures) -> Vacature:
    holder = holder_of(work, werkgever.id)
    passed = has_passed(NEW, regel.sluitingsdatum, work.context.dag)
    row = Vacature(
        id=regel.id if work.get(Vacature, regel.id) is None else work.context.derive_id(regel.bron_id),
        werkgever_id=werkgever.id,
        eigenaar_id=holder.accountmanager_id if holder else work.context.actor.medewerker_id,
        naam=regel.naam,
        soort=regel.soort,
        aantal_plaatsen=1,
        status=EXPIRED if passed else NEW,
        status_op=work.context.dag,
        vum=regel.vum,
        bronsysteem=command.bronsysteem,
        bron_id=regel.bron_id,
        import_batch=command.batch,
        **content_of(work, werkgever, regel),
    )
    work.add(row)
    if regel.vum_contactpersonen is not None:
        _add_people(work, row, regel)
    return row


def _add_people(work: Work, row: Vacature, regel: ImportVacature) -> None:
    work.add(
        VacatureDossier(
            id=derive_id(row.id, "dossier"),
            vacature_id=row.id,
            werkgever_id=row.werkgever_id,
            contactpersoon_ids=[],
            vum_contactpersonen=list(regel.vum_contactpersonen or ()),
        )
    )


def _update(
    work: Work,
    werkgever: Werkgever,
    row: Vacature,
    regel: ImportVacature,
    batch: str,
    by_hand: Collection[str],
) -> bool:
    """What the file says differently now. One that was taken back returns with its werkgever of now."""
    before = row.versie
    if row.verwijderd_op is not None:
        work.change(row, verwijderd_op=None, werkgever_id=werkgever.id, import_batch=batch)
    wanted = differing(row, {name: getattr(regel, name) for name in FIELDS}, by_hand)
    change_fields(work, row, wanted, row.werkgever_id, row.naam, batch)
    work.change(row, vum=regel.vum)
    return _update_people(work, row, regel) or row.versie != before


def differing(row: Vacature, said: Mapping[str, Any], by_hand: Collection[str]) -> dict[str, Any]:
    """What a document says otherwise than the row. Columns that VUM does not know stay as they are."""
    wanted = {name: _kept(name, said.get(name)) for name in FIELDS if name in _SAID and name not in by_hand}
    return {name: value for name, value in wanted.items() if getattr(row, name) != value}


_SAID = frozenset(FIELDS) - {"formele_werkgever_id", "vestiging_id", "beroep", "beroepsklasse", "plaats"}
"""Columns that a document of VUM fills or leaves empty."""


def _kept(name: str, value: Any) -> Any:
    return list(value or ()) if name in LISTS else value


def _update_people(work: Work, row: Vacature, regel: ImportVacature) -> bool:
    people = None if regel.vum_contactpersonen is None else list(regel.vum_contactpersonen)
    kept = work.get(VacatureDossier, derive_id(row.id, "dossier"))
    if kept is not None:
        return work.change(kept, vum_contactpersonen=people, verwijderd_op=None)
    if people is None:
        return False
    _add_people(work, row, regel)
    return True


def take_back(work: Work, batch: str, changes: Sequence[Veldwijziging]) -> Mapping[str, int]:
    """`ongedaan.maak` of an import: new vacatures go unless somebody built on them, fields go back."""
    created = work.find(Vacature, Vacature.import_batch == batch)
    built_on = _built_on(work, [row.id for row in created], batch)
    taken = [row for row in created if row.id not in built_on]
    for row in taken:
        work.change(row, verwijderd_op=work.context.tijd)
        kept = work.get(VacatureDossier, derive_id(row.id, "dossier"))
        if kept is not None:
            work.change(kept, verwijderd_op=work.context.tijd)
    mine = [line for line in changes if line.tabel == Vacature.__tablename__]
    newest_first = sorted(mine, key=lambda line: -line.rij_versie)
    restored = sum(_restore(work, line) for line in newest_first)
    return {"verwijderd": len(taken), "hersteld": restored, "gebleven": len(created) - len(taken)}


def _built_on(work: Work, ids: Sequence[str], batch: str) -> set[str]:
    if not ids:
        return set()
    found: set[str] = set()
    for cls in BUILT:
        found |= {row.vacature_id for row in work.find(cls, among(work.session, cls.vacature_id, ids))}
    others = work.find(
        Veldwijziging,
        among(work.session, Veldwijziging.rij_id, ids),
        Veldwijziging.import_batch.is_distinct_from(batch),
    )
    return found | {line.rij_id for line in others}


def _restore(work: Work, line: Veldwijziging) -> bool:
    row = work.get(Vacature, line.rij_id)
    if row is None or row.verwijderd_op is not None:
        return False
    if getattr(row, line.veld) != typed(Vacature, line.veld, line.nieuw):
        return False
    old = {line.veld: typed(Vacature, line.veld, line.oud)}
    change_fields(work, row, old, row.werkgever_id, row.naam)
    return True
