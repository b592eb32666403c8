"""Taking back what was done with a vacature, a question of an employer or a partner (R11)."""

from __future__ import annotations

from desktop.models.context import derive_id
from desktop.models.errors import Weigering
from desktop.models.handlers.asking import plain
from desktop.models.handlers.fields import set_fields, typed
from desktop.models.handlers.involving import VACATURE, end_involvement, involve
from desktop.models.handlers.undo_fields import (
    TakenBack,
    lines_of,
    name_of,
    require_own,
    require_unchanged,
    restore,
)
from desktop.models.handlers.undo_made import made, refuse_if_used
from desktop.models.handlers.vacature import require_vacature, settle
from desktop.models.handlers.vacature_places import receivers
from desktop.models.tables import (
    Partner,
    Plaatsing,
    Synced,
    Vacature,
    VacatureDossier,
    VacatureOverdracht,
    Voordracht,
    Werkgeversvraag,
)
from desktop.models.work import Work


def brought_in(work: Work, what: TakenBack) -> None:
    """`vacature.registreer`: while no colleague looks for people for it or put somebody forward."""
    row = made(work, Vacature, what, "vacature")
    if row is None:
        return
    me = work.context.actor.medewerker_id
    other = next((person for person in receivers(work, row) if person != me), None)
    if other is not None:
        raise Weigering("ongedaan_hangt_aan", wie=name_of(work, other))
    for cls in (Voordracht, Plaatsing):
        refuse_if_used(work, work.find(cls, cls.vacature_id == row.id))
    require_unchanged(work, row)
    gone: list[Synced] = [row]
    for kept in (VacatureDossier, VacatureOverdracht):
        gone += work.find(kept, kept.vacature_id == row.id)
    for each in gone:
        work.change(each, verwijderd_op=work.context.tijd)
    end_involvement(work, row.werkgever_id, me)


def changed(work: Work, what: TakenBack) -> None:
    """`vacature.wijzig` and `vacature.trek_in`: the row and its dossier; its state follows again."""
    row = require_vacature(work, what.row_id or "")
    kept = work.get(VacatureDossier, derive_id(row.id, "dossier"))
    rows: list[Synced] = [row, *([kept] if kept else [])]
    if restore(work, what, rows, row.werkgever_id, row.naam):
        settle(work, row)


def _state_back(work: Work, uuid: str, row: Vacature) -> None:
    """The state of before, where it is still the one that the command brought; then what follows now."""
    lines = [line for _, line in lines_of(work, uuid, [row])]
    back = {
        line.veld: typed(Vacature, line.veld, line.oud)
        for line in lines
        if plain(getattr(row, line.veld)) == line.nieuw
    }
    set_fields(work, row, back, row.werkgever_id)
    settle(work, row)


def handed_over(work: Work, what: TakenBack) -> None:
    """`vacature.draag_over`: unless one of them put somebody forward already."""
    row = require_vacature(work, what.row_id or "")
    if what.uuid is None:
        raise Weigering("ongedaan_onbekend")
    for person, handed in receivers(work, row).items():
        if handed.id != derive_id(what.uuid, "vacature_overdracht", person):
            continue
        require_own(work, handed.aangemaakt_door)
        refuse_if_used(
            work,
            work.find(Voordracht, Voordracht.vacature_id == row.id, Voordracht.bemiddelaar_id == person),
        )
        work.change(handed, verwijderd_op=work.context.tijd)
        work.flush()
        end_involvement(work, row.werkgever_id, person)
    _state_back(work, what.uuid, row)


def taken_back(work: Work, what: TakenBack) -> None:
    """`vacature.neem_terug`: that bemiddelaar looks for people again."""
    row = require_vacature(work, what.row_id or "")
    handed = work.find(VacatureOverdracht, VacatureOverdracht.vacature_id == row.id)
    before = set(receivers(work, row))
    if restore(work, what, handed, row.werkgever_id, row.naam):
        for person in receivers(work, row):
            if person not in before:
                involve(work, row.werkgever_id, person, VACATURE)
        _state_back(work, what.uuid or "", row)


def question_noted(work: Work, what: TakenBack) -> None:
    """`werkgeversvraag.registreer`: while nobody else did anything with it."""
    row = made(work, Werkgeversvraag, what, "werkgeversvraag")
    if row is not None:
        require_unchanged(work, row)
        work.change(row, verwijderd_op=work.context.tijd)


def question_changed(work: Work, what: TakenBack) -> None:
    """`werkgeversvraag.wijzig`, `.beantwoord` and `.verwijs_door`: it is as it was."""
    row = work.require(Werkgeversvraag, what.row_id or "", "werkgeversvraag_onbekend")
    restore(work, what, [row], row.werkgever_id, row.vraag[:70])


def partner_registered(work: Work, what: TakenBack) -> None:
    """`partner.registreer`: while nobody was referred there by a colleague."""
    row = made(work, Partner, what, "partner")
    if row is None:
        return
    require_unchanged(work, row)
    refuse_if_used(work, work.find(Werkgeversvraag, Werkgeversvraag.partner_id == row.id))
    work.change(row, verwijderd_op=work.context.tijd)


def partner_changed(work: Work, what: TakenBack) -> None:
    """`partner.wijzig`."""
    row = work.require(Partner, what.row_id or "", "partner_onbekend")
    restore(work, what, [row], None, row.naam)
