"""A part of an import: each werkgever new, changed or equal, decided here; and taking an import back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from desktop.models.commands.werkgever import ImporteerWerkgevers, ImportRegel
from desktop.models.errors import Weigering
from desktop.models.handlers import vacature_import
from desktop.models.handlers.fields import change_fields
from desktop.models.handlers.vestiging import place, same_place, show_main
from desktop.models.handlers.werkgever import new_names, new_werkgever
from desktop.models.outcome import TOEGEPAST, Outcome
from desktop.models.rights import looks_after_imports
from desktop.models.tables import (
    Actie,
    Afspraak,
    Contactmoment,
    Contactpersoon,
    Plaatsing,
    Regie,
    Reservering,
    Signaal,
    Synced,
    Vacature,
    Veldwijziging,
    Vestiging,
    Voordracht,
    Werkgever,
    Werkgeversvraag,
)
from desktop.models.work import Work

FILLED = (
    "rsin",
    "statutaire_naam",
    "rechtsvorm",
    "sbi_code",
    "sbi_versie",
    "sector",
    "werkzame_personen",
    "website",
    "ind_non_mailing",
    "bronsysteem",
    "bron_id",
)
BUILT: tuple[type[Any], ...] = (
    *(Regie, Contactmoment, Contactpersoon, Actie, Afspraak, Reservering),
    *(Werkgeversvraag, Vacature, Voordracht, Plaatsing, Signaal),
)
ADDED = "toegevoegd"


def bring_in(work: Work, command: ImporteerWerkgevers) -> Outcome:
    """`werkgever.importeer`. Same KvK number = same werkgever; without a number the id decides."""
    work.prefetch_kvk(row.kvk_nummer for row in command.regels if row.kvk_nummer)
    work.prefetch(Werkgever, (row.id for row in command.regels))
    work.prefetch(Vestiging, (place_.id for row in command.regels for place_ in row.vestigingen))
    places = _places(work, command)
    counts: Counter[str] = Counter()
    replaced: dict[str, str] = {}
    for regel in command.regels:
        row = work.by_kvk(regel.kvk_nummer) if regel.kvk_nummer else None
        row = row or work.get(Werkgever, regel.id)
        if row is not None and row.verwijderd_op:
            row = work.werkgever(row.id)
            work.bring_back(row.id)
        verdict = "nieuw" if row is None else "gelijk"
        if row is None:
            row = _new(work, regel, command.batch)
        elif _update(work, row, regel, command.batch):
            verdict = "gewijzigd"
        added = _add_places(work, row, regel, places.setdefault(row.id, []), command.batch)
        if row.id != regel.id:
            replaced[regel.id] = row.id
        counts["gewijzigd" if added and verdict == "gelijk" else verdict] += 1
    parameters = {name: counts[name] for name in ("nieuw", "gewijzigd", "gelijk")}
    return Outcome(TOEGEPAST, command.batch, None, parameters, replaced)


def _places(work: Work, command: ImporteerWerkgevers) -> dict[str, list[Vestiging]]:
    """The vestigingen that we have already of the werkgevers in this part."""
    known = [work.by_kvk(row.kvk_nummer) for row in command.regels if row.kvk_nummer]
    ids = list({row.id for row in known if row} | {row.id for row in command.regels})
    found: dict[str, list[Vestiging]] = {}
    for start in range(0, len(ids), 500):
        for row in work.find(Vestiging, Vestiging.werkgever_id.in_(ids[start : start + 500])):
            found.setdefault(row.werkgever_id, []).append(row)
    return found


def _given(regel: ImportRegel) -> dict[str, Any]:
    return {name: value for name in FILLED if (value := getattr(regel, name)) is not None}


def _new(work: Work, regel: ImportRegel, batch: str) -> Werkgever:
    row = new_werkgever(regel.id, {"naam": regel.naam, "kvk_nummer": regel.kvk_nummer} | _given(regel))
    row.handelsnamen = list(regel.handelsnamen)
    row.import_batch = batch
    return work.add(row)


def _update(work: Work, row: Werkgever, regel: ImportRegel, batch: str) -> bool:
    """A file never overwrites the name that people use here: another name becomes a handelsnaam."""
    before = row.versie
    wanted = _given(regel)
    names = new_names(row, (regel.naam, *regel.handelsnamen))
    if names:
        wanted["handelsnamen"] = [*row.handelsnamen, *names]
    if regel.kvk_nummer and row.kvk_nummer is None:
        wanted["kvk_nummer"] = regel.kvk_nummer
    wanted = {name: value for name, value in wanted.items() if getattr(row, name) != value}
    change_fields(work, row, wanted, row.id, row.naam, batch)
    return row.versie != before


def _add_places(work: Work, row: Werkgever, regel: ImportRegel, ours: list[Vestiging], batch: str) -> bool:
    added = False
    for source in regel.vestigingen:
        if any(same_place(place_, source) for place_ in ours) or work.get(Vestiging, source.id):
            continue
        made = place(work, row, source, source.id, ours, batch)
        ours.append(made)
        added = True
        if row.import_batch != batch:
            _remember_place(work, row, made, batch)
    return added


def _remember_place(work: Work, row: Werkgever, made: Vestiging, batch: str) -> None:
    """A place that an import added to a werkgever that was here already: undo finds it by this."""
    work.add(
        Veldwijziging(
            id=work.context.derive_id("nieuw", made.id),
            tabel="vestiging",
            rij_id=made.id,
            werkgever_id=row.id,
            veld=ADDED,
            nieuw=True,
            rij_versie=1,
            import_batch=batch,
        )
    )


def take_back(work: Work, batch: str) -> Outcome:
    """`ongedaan.maak` of an import: new werkgevers go unless someone built on them; fields go back too."""
    created = work.find_all(Werkgever, Werkgever.import_batch == batch)
    changes = work.find(Veldwijziging, Veldwijziging.import_batch == batch)
    offered = work.find_all(Vacature, Vacature.import_batch == batch)
    of_batch: list[Synced] = [*created, *changes, *offered]
    if not of_batch:
        raise Weigering("import_onbekend")
    actor = work.context.actor
    importer = of_batch[0].aangemaakt_door
    if importer != actor.medewerker_id and not looks_after_imports(actor.rol):
        raise Weigering("import_van_ander")
    vacatures = vacature_import.take_back(work, batch, changes)
    built_on = _built_on(work, batch)
    there = [row for row in created if row.verwijderd_op is None]
    taken = [row for row in there if row.id not in built_on]
    _remove(work, taken)
    mine = [line for line in changes if line.tabel != Vacature.__tablename__]
    newest_first = sorted(mine, key=lambda change: (change.veld != ADDED, -change.rij_versie))
    restored = sum(_restore(work, change) for change in newest_first)
    _show_mains(work, changes)
    ours = {"verwijderd": len(taken), "hersteld": restored, "gebleven": len(there) - len(taken)}
    parameters = {name: count + vacatures[name] for name, count in ours.items()}
    return Outcome(TOEGEPAST, batch, None, parameters)


def _built_on(work: Work, batch: str) -> set[str]:
    """Werkgevers of this import on which somebody built something since (R11)."""
    mine = select(Werkgever.id).where(Werkgever.import_batch == batch)
    found: set[str] = set()
    for cls in BUILT:
        found |= {row.werkgever_id for row in work.find(cls, cls.werkgever_id.in_(mine))}
    others = work.find(
        Veldwijziging,
        Veldwijziging.werkgever_id.in_(mine),
        Veldwijziging.import_batch.is_distinct_from(batch),
    )
    return found | {row.werkgever_id for row in others if row.werkgever_id}


def _remove(work: Work, rows: Sequence[Werkgever]) -> None:
    ids = [row.id for row in rows]
    for start in range(0, len(ids), 500):
        for place_ in work.find(Vestiging, Vestiging.werkgever_id.in_(ids[start : start + 500])):
            work.change(place_, verwijderd_op=work.context.tijd)
    for row in rows:
        work.change(row, verwijderd_op=work.context.tijd)


def _restore(work: Work, change: Veldwijziging) -> bool:
    if change.tabel == "vestiging":
        return _restore_place(work, change)
    row = work.get(Werkgever, change.rij_id)
    if row is None or row.verwijderd_op is not None or getattr(row, change.veld) != change.nieuw:
        return False
    change_fields(work, row, {change.veld: change.oud}, row.id, row.naam)
    return True


def _restore_place(work: Work, change: Veldwijziging) -> bool:
    """A place that the import added goes; one that was hoofdvestiging before is that again."""
    row = work.get(Vestiging, change.rij_id)
    if row is None or row.verwijderd_op is not None:
        return False
    if change.veld == ADDED:
        return row.versie == change.rij_versie and work.change(row, verwijderd_op=work.context.tijd)
    others = work.find(Vestiging, Vestiging.werkgever_id == row.werkgever_id, Vestiging.id != row.id)
    if getattr(row, change.veld) != change.nieuw or any(other.hoofdvestiging for other in others):
        return False
    change_fields(work, row, {change.veld: change.oud}, row.werkgever_id, row.naam or "de vestiging")
    return True


def _show_mains(work: Work, changes: Sequence[Veldwijziging]) -> None:
    """Where places went or came back the list shows the hoofdvestiging of now."""
    for werkgever_id in dict.fromkeys(line.werkgever_id for line in changes if line.tabel == "vestiging"):
        row = work.get(Werkgever, werkgever_id or "")
        if row is not None and row.verwijderd_op is None:
            show_main(work, row)
