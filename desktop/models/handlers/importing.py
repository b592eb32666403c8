"""A part of an import: each werkgever new, changed or equal, decided here; and taking an import back."""

from __future__ import annotations

from collections import Counter
from typing import Any

from desktop.models.commands.werkgever import ImporteerWerkgevers, ImportRegel, MaakOngedaan
from desktop.models.errors import Weigering
from desktop.models.handlers.fields import change_fields
from desktop.models.handlers.vestiging import place, same_place
from desktop.models.handlers.werkgever import new_werkgever
from desktop.models.outcome import TOEGEPAST, Outcome
from desktop.models.rights import BEHEERDER
from desktop.models.tables import Contactmoment, Regie, Veldwijziging, Vestiging, Werkgever
from desktop.models.values import fold
from desktop.models.work import Work

_FILLED = (
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


def bring_in(work: Work, command: ImporteerWerkgevers) -> Outcome:
    """`werkgever.importeer`. Same KvK number = same werkgever; without a number the id decides."""
    work.prefetch_kvk(row.kvk_nummer for row in command.regels if row.kvk_nummer)
    work.prefetch(Werkgever, (row.id for row in command.regels))
    places = _places(work, command)
    counts: Counter[str] = Counter()
    replaced: dict[str, str] = {}
    for regel in command.regels:
        row = work.by_kvk(regel.kvk_nummer) if regel.kvk_nummer else None
        row = row or work.get(Werkgever, regel.id)
        if row is not None and row.samengevoegd_met:
            row = work.werkgever(row.id)
        verdict = "nieuw" if row is None else "gelijk"
        if row is None:
            row = _new(work, regel, command.batch)
        elif _update(work, row, regel, command.batch):
            verdict = "gewijzigd"
        added = _add_places(work, row, regel, places.setdefault(row.id, []))
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
    return {name: value for name in _FILLED if (value := getattr(regel, name)) is not None}


def _new(work: Work, regel: ImportRegel, batch: str) -> Werkgever:
    row = new_werkgever(regel.id, {"naam": regel.naam, "kvk_nummer": regel.kvk_nummer} | _given(regel))
    row.handelsnamen = list(regel.handelsnamen)
    row.import_batch = batch
    return work.add(row)


def _update(work: Work, row: Werkgever, regel: ImportRegel, batch: str) -> bool:
    """A file never overwrites the name that people use here: another name becomes a handelsnaam."""
    before = row.versie
    wanted = _given(regel)
    known = {fold(name) for name in (row.naam, *row.handelsnamen)}
    names = [name for name in (regel.naam, *regel.handelsnamen) if fold(name) not in known]
    if names:
        wanted["handelsnamen"] = [*row.handelsnamen, *dict.fromkeys(names)]
    if regel.kvk_nummer and row.kvk_nummer is None:
        wanted["kvk_nummer"] = regel.kvk_nummer
    wanted = {name: value for name, value in wanted.items() if getattr(row, name) != value}
    change_fields(work, row, wanted, row.id, row.naam, batch)
    return row.versie != before


def _add_places(work: Work, row: Werkgever, regel: ImportRegel, ours: list[Vestiging]) -> bool:
    added = False
    for source in regel.vestigingen:
        if any(same_place(place_, source) for place_ in ours):
            continue
        ours.append(place(work, row, source, source.id, first=not ours))
        added = True
    return added


def undo(work: Work, command: MaakOngedaan) -> Outcome:
    """`ongedaan.maak`: new werkgevers go unless someone built on them; fields go back too."""
    created = work.find(Werkgever, Werkgever.import_batch == command.batch)
    changes = work.find(Veldwijziging, Veldwijziging.import_batch == command.batch)
    if not created and not changes:
        raise Weigering("import_onbekend")
    actor = work.context.actor
    importer = (created[0] if created else changes[0]).aangemaakt_door
    if importer != actor.medewerker_id and actor.rol != BEHEERDER:
        raise Weigering("import_van_ander")
    removed = sum(_remove(work, row) for row in created)
    restored = sum(_restore(work, change) for change in reversed(changes))
    parameters = {"verwijderd": removed, "hersteld": restored, "gebleven": len(created) - removed}
    return Outcome(TOEGEPAST, command.batch, None, parameters)


def _remove(work: Work, row: Werkgever) -> bool:
    contacts = work.find(Contactmoment, Contactmoment.werkgever_id == row.id)
    if contacts or work.find(Regie, Regie.werkgever_id == row.id):
        return False
    for place_ in work.find(Vestiging, Vestiging.werkgever_id == row.id):
        work.change(place_, verwijderd_op=work.context.tijd)
    return work.change(row, verwijderd_op=work.context.tijd)


def _restore(work: Work, change: Veldwijziging) -> bool:
    row = work.get(Werkgever, change.rij_id)
    if row is None or getattr(row, change.veld) != change.nieuw:
        return False
    change_fields(work, row, {change.veld: change.oud}, row.id, row.naam)
    return True
