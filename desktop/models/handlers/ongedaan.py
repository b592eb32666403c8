"""Taking back one command, or one import whole (R11).

A command of which nothing is left is simply done: it was refused, or was taken back before.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop.models.commands.ongedaan import MaakOngedaan
from desktop.models.errors import Weigering
from desktop.models.handlers import (
    afstemming,
    importing,
    lijst,
    undo_changes,
    undo_instrument,
    undo_kandidaat,
    undo_made,
    undo_merge,
    undo_nazorg,
    undo_placing,
    undo_regie,
    undo_transfer,
    undo_vacature,
)
from desktop.models.handlers.undo_fields import TakenBack
from desktop.models.outcome import TOEGEPAST, Outcome
from desktop.models.tables import Afstemming
from desktop.models.work import Work

TAKEN_BACK: Mapping[str, Callable[[Work, TakenBack], None]] = {
    "contact.leg_vast": undo_made.contact,
    "contact.wijzig": undo_changes.contact,
    "contact.zet_vast": undo_changes.contact,
    "werkgever.registreer": undo_made.werkgever,
    "werkgever.wijzig": undo_changes.werkgever,
    "werkgever.voeg_samen": undo_merge.merged,
    "vestiging.registreer": undo_made.vestiging,
    "vestiging.wijzig": undo_changes.vestiging,
    "contactpersoon.registreer": undo_made.contactpersoon,
    "contactpersoon.wijzig": undo_changes.contactpersoon,
    "actie.maak": undo_made.actie,
    "actie.rond_af": undo_changes.actie,
    "actie.verzet": undo_changes.actie,
    "contactverzoek.doe": undo_made.actie,
    "afspraak.maak": undo_made.afspraak,
    "afspraak.beeindig": undo_changes.afspraak,
    "afstemming.kies": afstemming.take_back,
    "lijst.bewaar": lijst.take_back_kept,
    "lijst.verwijder": lijst.take_back_removed,
    "regie.neem": undo_regie.claim,
    "benadering.meld": undo_regie.announcement,
    "regie.wijs_toe": undo_transfer.assigned,
    "regie.stel_overdracht_voor": undo_transfer.offered,
    "regie.aanvaard_overdracht": undo_transfer.accepted,
    "regie.stel_waarneming_in": undo_transfer.arranged,
    "voordracht.doe": undo_placing.voordracht,
    "voordracht.werk_bij": undo_placing.voordracht_changed,
    "plaatsing.registreer": undo_placing.plaatsing,
    "plaatsing.wijzig": undo_placing.plaatsing_changed,
    "plaatsing.beeindig": undo_placing.plaatsing_changed,
    "plaatsing.vervalt": undo_placing.plaatsing_changed,
    "plaatsing.meld_onderbreking": undo_placing.still_made,
    "plaatsing.beeindig_onderbreking": undo_placing.still_ended,
    "mijlpaal.bevestig": undo_placing.plaatsing_changed,
    "partner.registreer": undo_vacature.partner_registered,
    "partner.wijzig": undo_vacature.partner_changed,
    "werkgeversvraag.registreer": undo_vacature.question_noted,
    "werkgeversvraag.wijzig": undo_vacature.question_changed,
    "werkgeversvraag.beantwoord": undo_vacature.question_changed,
    "werkgeversvraag.verwijs_door": undo_vacature.question_changed,
    "vacature.registreer": undo_vacature.brought_in,
    "vacature.wijzig": undo_vacature.changed,
    "vacature.draag_over": undo_vacature.handed_over,
    "vacature.neem_terug": undo_vacature.taken_back,
    "vacature.trek_in": undo_vacature.changed,
    "kandidaat.registreer": undo_kandidaat.registered,
    "kandidaat.wijzig": undo_kandidaat.changed,
    "kandidaat.sluit_af": undo_kandidaat.changed,
    "kandidaat.heropen": undo_kandidaat.changed,
    "kandidaat.stel_doelgroep_vast": undo_kandidaat.doelgroep,
    "kandidaat.geef_toestemming": undo_kandidaat.changed,
    "kandidaat.trek_toestemming_in": undo_kandidaat.changed,
    "kandidaat.wijs_toe": undo_kandidaat.assigned,
    "kandidaat.draag_over": undo_kandidaat.offered,
    "kandidaat.aanvaard_overdracht": undo_kandidaat.accepted,
    "kandidaat.stel_waarneming_in": undo_kandidaat.arranged,
    "nazorg.plan": undo_nazorg.planned,
    "nazorg.voeg_toe": undo_nazorg.added,
    "nazorg.verzet": undo_nazorg.changed,
    "nazorg.vervalt": undo_nazorg.changed,
    "nazorg.meld_poging": undo_nazorg.attempted,
    "nazorg.rond_af": undo_nazorg.finished,
    "nazorgregel.stel_vast": undo_nazorg.settled,
    "signaal.meld": undo_nazorg.signal,
    "signaal.beantwoord": undo_nazorg.answered,
    "instrument.leg_vast": undo_instrument.recorded,
    "instrument.zet_in": undo_instrument.used,
    "instrument.werk_bij": undo_instrument.updated,
    "instrument.rond_taak_af": undo_instrument.task,
}


def undo(work: Work, command: MaakOngedaan) -> Outcome:
    """`ongedaan.maak`."""
    if command.batch is not None:
        return importing.take_back(work, command.batch)
    take_back = TAKEN_BACK.get(command.naam or "")
    if take_back is None:
        raise Weigering("ongedaan_kan_niet")
    if command.rij_id is None:
        raise Weigering("ongedaan_onbekend")
    take_back(work, TakenBack(command.opdracht_uuid, command.rij_id))
    if command.opdracht_uuid:
        _withdraw_notices(work, command.opdracht_uuid)
    return Outcome(TOEGEPAST, command.rij_id)


def _withdraw_notices(work: Work, uuid: str) -> None:
    """What colleagues did not read yet about it they need not read any more."""
    told = work.find(
        Afstemming,
        Afstemming.opdracht_uuid == uuid,
        Afstemming.soort == "kennisgeving",
        Afstemming.status == "open",
        Afstemming.aangemaakt_door == work.context.actor.medewerker_id,
        Afstemming.medewerker_id != work.context.actor.medewerker_id,
    )
    for notice in told:
        work.change(notice, verwijderd_op=work.context.tijd)
