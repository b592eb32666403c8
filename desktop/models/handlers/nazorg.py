"""Planning the care after a placement: from the schedule, apart, on another day, and not any more.

`close_for` and `shift_for` are for whoever ends or moves a placement.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from desktop.models.commands.nazorg import (
    LaatNazorgVervallen,
    NazorgItem,
    PlanNazorg,
    VerzetNazorg,
    VoegNazorgToe,
)
from desktop.models.context import derive_id
from desktop.models.errors import Weigering
from desktop.models.handlers.asking import new_id
from desktop.models.handlers.fields import change_fields, note_made, set_fields
from desktop.models.handlers.identity import identify
from desktop.models.handlers.involving import PLAATSING
from desktop.models.handlers.nazorg_rights import candidate_of, may_plan, person_of, refusal
from desktop.models.handlers.nazorg_schedule import follow, taken
from desktop.models.handlers.own_candidate import involve_both, own_placement
from desktop.models.outcome import AANGEPAST, TOEGEPAST, Outcome
from desktop.models.rules.instrument import Said
from desktop.models.rules.nazorg import DONE, DROPPED, PLANNED, RELATION
from desktop.models.rules.plaatsing import ENDED as OVER
from desktop.models.rules.plaatsing import require_running
from desktop.models.rules.working_days import is_working_day
from desktop.models.tables import InstrumentInzet, Nazorgactie, NazorgPersoon, Plaatsing, Veldwijziging
from desktop.models.work import Work

ENDED, NEVER_BEGAN = "plaatsing_beeindigd", "niet_begonnen"
LABEL = "de nazorg"
"""What a question calls the row: what the talk is about stays with the bemiddelaar."""


def plan(work: Work, command: PlanNazorg) -> Outcome:
    """`nazorg.plan`: what was seen and edited; a line that is planned already is not planned twice."""
    plaatsing, person = own_placement(work, command.plaatsing_id)
    require_running(plaatsing.status)
    known: set[str | None] = set(taken(work, plaatsing.id))
    left_out, chosen = 0, []
    for number, item in enumerate(command.items):
        row_id = item.id or work.context.derive_id("nazorg", str(number))
        existing = work.get(Nazorgactie, row_id)
        if existing is not None and existing.plaatsing_id == plaatsing.id:
            continue
        if item.regel in known:
            left_out += 1
            continue
        own_id = work.context.derive_id("nazorg", str(number))
        row = add_item(work, plaatsing, person.kandidaat_id, item, row_id if existing is None else own_id)
        if row.id != own_id:
            note_made(work, row, "gepland_op", row.werkgever_id)
        known |= {item.regel} if item.regel else set()
        chosen.append(item.gepland_op)
    involve_both(work, plaatsing.werkgever_id, plaatsing.bemiddelaar_id, PLAATSING)
    warnings = on_days_off(chosen)
    if left_out:
        parameters = {"aantal": left_out}
        return Outcome(AANGEPAST, plaatsing.id, "nazorg_al_gepland", parameters, warnings=warnings)
    return Outcome(TOEGEPAST, plaatsing.id, warnings=warnings)


def on_days_off(days: Iterable[date]) -> tuple[Said, ...]:
    """A person may choose a Saturday or a holiday, and hears that it is one."""
    off = [f"{day:%d-%m-%Y}" for day in sorted(set(days)) if not is_working_day(day)]
    return (("nazorg_geen_werkdag", {"dagen": ", ".join(off)}),) if off else ()


def running(work: Work, plaatsing_id: str) -> Plaatsing:
    """The placement; what is over gets no new nazorg."""
    row = work.require(Plaatsing, plaatsing_id, "plaatsing_onbekend")
    if row.verwijderd_op is not None:
        raise Weigering("plaatsing_onbekend", id=row.id)
    require_running(row.status)
    return row


def add_item(
    work: Work, plaatsing: Plaatsing, kandidaat_id: str | None, item: NazorgItem, row_id: str
) -> Nazorgactie:
    """A planned talk. What it is about is personal, but for the relation with the employer."""
    relation = item.spoor == RELATION
    row = work.add(
        Nazorgactie(
            id=row_id,
            plaatsing_id=plaatsing.id,
            werkgever_id=plaatsing.werkgever_id,
            spoor=item.spoor,
            uitvoerder_id=None if relation else plaatsing.bemiddelaar_id,
            gepland_op=item.gepland_op,
            berekend_op=item.berekend_op,
            aangepast=item.berekend_op != item.gepland_op,
            status=PLANNED,
            vervallen_reden=None,
            uitgevoerd_op=None,
            uitgevoerd_door_id=None,
            naam=item.naam if relation else None,
            regel=item.regel if relation else None,
            steun=None,
            toelichting=None,
        )
    )
    if not relation and kandidaat_id is not None:
        work.add(
            NazorgPersoon(
                id=derive_id(row_id, "persoon"),
                nazorgactie_id=row_id,
                plaatsing_id=plaatsing.id,
                kandidaat_id=kandidaat_id,
                regel=item.regel,
                naam=item.naam,
                resultaat=None,
                notitie=None,
                pogingen=[],
            )
        )
    return row


def add(work: Work, command: VoegNazorgToe) -> Outcome:
    """`nazorg.voeg_toe`: by whose track it is."""
    plaatsing = running(work, command.plaatsing_id)
    if not may_plan(work, plaatsing.id, plaatsing.werkgever_id, command.spoor):
        raise Weigering(
            "nazorg_relatie_van_ander" if command.spoor == RELATION else "nazorg_plaatsing_van_ander"
        )
    content = {"plaatsing_id": plaatsing.id, "spoor": command.spoor, "gepland_op": command.gepland_op}
    identity = identify(work, Nazorgactie, command.id, "nazorg", content)
    if not identity.exists:
        item = NazorgItem(spoor=command.spoor, naam=command.naam, gepland_op=command.gepland_op)
        add_item(work, plaatsing, candidate_of(work, plaatsing.id), item, identity.row_id)
    return replace(identity.outcome(), warnings=on_days_off([command.gepland_op]))


def found(work: Work, row_id: str) -> Nazorgactie:
    """The talk; what was taken back is not there."""
    row = work.require(Nazorgactie, row_id, "nazorg_onbekend")
    if row.verwijderd_op is not None:
        raise Weigering("nazorg_onbekend", id=row.id)
    return row


def require_planned(row: Nazorgactie) -> None:
    """Raises `Weigering` for what is done or closed."""
    if row.status != PLANNED:
        raise Weigering("nazorg_al_gedaan" if row.status == DONE else "nazorg_al_vervallen")


def postpone(work: Work, command: VerzetNazorg) -> Outcome:
    """`nazorg.verzet`: from now on a person chose the day, so a moved start leaves it alone."""
    row = found(work, command.nazorgactie_id)
    if not may_plan(work, row.plaatsing_id, row.werkgever_id, row.spoor):
        raise refusal(work, row)
    require_planned(row)
    before = row.versie
    outcome = to_another_day(work, row, command.gepland_op)
    if row.versie != before:
        explain(work, row, command.reden)
    return outcome


def to_another_day(work: Work, row: Nazorgactie, day: date) -> Outcome:
    """The day that a person chose."""
    if row.gepland_op == day:
        return Outcome(TOEGEPAST, row.id)
    wanted = {"gepland_op": day, "aangepast": True}
    outcome = change_fields(work, row, wanted, row.werkgever_id, LABEL)
    return replace(outcome, warnings=on_days_off([day]))


def explain(work: Work, row: Nazorgactie, words: str) -> None:
    """Why stands in the history; for the placement track in that of the candidate."""
    person = None if row.spoor == RELATION else person_of(work, row)
    if row.spoor != RELATION and person is None:
        return
    about: Any = person or row
    work.add(
        Veldwijziging(
            id=new_id(work, Veldwijziging, "reden", row.id),
            tabel=about.__tablename__,
            rij_id=about.id,
            werkgever_id=None if person else row.werkgever_id,
            kandidaat_id=person.kandidaat_id if person else None,
            veld="reden",
            nieuw=words,
            rij_versie=about.versie,
            laptop_id=work.context.laptop_id,
        )
    )


def drop(work: Work, command: LaatNazorgVervallen) -> Outcome:
    """`nazorg.vervalt`: closed with the reason; twice is once."""
    row = found(work, command.nazorgactie_id)
    if not may_plan(work, row.plaatsing_id, row.werkgever_id, row.spoor):
        raise refusal(work, row)
    if row.status == DONE:
        raise Weigering("nazorg_al_gedaan")
    wanted = {"status": DROPPED, "vervallen_reden": command.reden}
    return change_fields(work, row, wanted, row.werkgever_id, LABEL)


def close_for(work: Work, plaatsing: Plaatsing) -> int:
    """A placement ended or never began: what was still planned is closed with the reason, not deleted.

    The reason says nothing of the person. Returns how many.
    """
    reden = ENDED if plaatsing.status == OVER else NEVER_BEGAN
    rows = work.find(Nazorgactie, Nazorgactie.plaatsing_id == plaatsing.id, Nazorgactie.status == PLANNED)
    for row in rows:
        set_fields(work, row, {"status": DROPPED, "vervallen_reden": reden}, row.werkgever_id)
    return len(rows)


def reopen_for(work: Work, plaatsing: Plaatsing) -> int:
    """That it ended was taken back: what closed with it is planned again. Returns how many."""
    rows = work.find(
        Nazorgactie,
        Nazorgactie.plaatsing_id == plaatsing.id,
        Nazorgactie.status == DROPPED,
        Nazorgactie.vervallen_reden.in_((ENDED, NEVER_BEGAN)),
    )
    for row in rows:
        set_fields(work, row, {"status": PLANNED, "vervallen_reden": None}, row.werkgever_id)
    return len(rows)


def shift_for(work: Work, plaatsing: Plaatsing) -> tuple[Said, ...]:
    """The days of a placement changed: what nobody touched moves along, and is said."""
    return follow(work, plaatsing).warnings()


def refuse_if_planned(work: Work, plaatsing: Plaatsing) -> None:
    """A placement with nazorg or an instrument is not taken back as if it never was (R11)."""
    for cls in (Nazorgactie, InstrumentInzet):
        if work.find(cls, cls.plaatsing_id == plaatsing.id):
            raise Weigering("ongedaan_plaatsing_heeft_nazorg")
