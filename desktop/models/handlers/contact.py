"""Logging a contact. R4: one that took place is never refused and never lost, whatever the rules say."""

from __future__ import annotations

from dataclasses import fields, replace

from desktop.models.commands.contact import LegContactVast, WijzigContact, ZetContactVast
from desktop.models.context import derive_id
from desktop.models.errors import Parameter, Weigering
from desktop.models.handlers import naming
from desktop.models.handlers.fields import change_fields, wanted_fields
from desktop.models.handlers.identity import identify
from desktop.models.handlers.involving import OWN_CONTACT, involve
from desktop.models.handlers.notice import tell
from desktop.models.handlers.readers import may_read
from desktop.models.handlers.regie import reserved_by, waarnemers
from desktop.models.outcome import AANGEPAST, TOEGEPAST, Outcome
from desktop.models.rules.bsn import looks_like_bsn
from desktop.models.rules.instrument import Said
from desktop.models.rules.naming import SURELY, named
from desktop.models.rules.regie import Judgement, judge_contact
from desktop.models.tables import Contactmoment, Contactnotitie, Vestiging
from desktop.models.work import NamedWerkgever, Work

NOTE_FIELDS = frozenset({"notitie", "vertrouwelijk", "contactpersoon_ids"})
NOT_KEPT = frozenset({"contactmoment_id", "wis"})
CONTACT_FIELDS = frozenset(field.name for field in fields(WijzigContact)) - NOTE_FIELDS - NOT_KEPT


def log(work: Work, command: LegContactVast) -> Outcome:
    """`contact.leg_vast`: the contact, its note apart, and a notice when it touches someone else's regie."""
    werkgever = work.named_werkgever(command.werkgever_id)
    identity = identify(work, Contactmoment, command.id, "contactmoment", _content(command))
    if identity.exists and _same_note(work, identity.row_id, command):
        return identity.outcome()
    if identity.exists:
        identity = replace(identity, row_id=work.context.derive_id("contactmoment"))
        if work.get(Contactmoment, identity.row_id) is not None:
            return identity.outcome()
    row_id = identity.row_id
    judgement = _judge(work, werkgever, command)
    _add_contact(work, werkgever, command, row_id, judgement)
    _add_note(work, werkgever, command, row_id)
    involve(work, werkgever.id, work.context.actor.medewerker_id, OWN_CONTACT)
    _inform(work, werkgever, command, judgement)
    warnings = _warnings(work, werkgever.id, command.notitie, command.reden_buiten_regie)
    if werkgever.id != command.werkgever_id:
        parameters = {"naam": werkgever.naam}
        return Outcome(AANGEPAST, row_id, "contact_bij_samengevoegde", parameters, warnings=warnings)
    return identity.outcome(warnings)


def _warnings(work: Work, werkgever_id: str, *texts: str | None) -> tuple[Said, ...]:
    """The contact took place, so its note is kept (R4); that it should not say this is said at once."""
    written = [text for text in texts if text]
    if not written:
        return ()
    said: list[Said] = [("bsn_in_contact", {})] if any(map(looks_like_bsn, written)) else []
    people = naming.of_own_at(work, werkgever_id)
    if any(named(text, one) == SURELY for text in written for one in people):
        said.append(("naam_in_contact", {}))
    return tuple(said)


def _content(command: LegContactVast) -> dict[str, object]:
    """What makes a contact the same contact; its note is compared apart."""
    names = ("datum", "tijd", "kanaal", "richting", "soort", "onderwerp", "contact_gelukt")
    return {name: getattr(command, name) for name in names}


def _same_note(work: Work, contact_id: str, command: LegContactVast) -> bool:
    note = work.get(Contactnotitie, derive_id(contact_id, "notitie"))
    ours = (note.notitie, list(note.contactpersoon_ids)) if note else (None, [])
    return ours == (command.notitie, list(command.contactpersoon_ids))


def _judge(work: Work, werkgever: NamedWerkgever, command: LegContactVast) -> Judgement:
    actor = work.context.actor
    regie = work.active_regie(werkgever.id)
    reserved = None if regie else reserved_by(work, werkgever.id)
    return judge_contact(
        regie.accountmanager_id if regie else None,
        reserved.medewerker_id if reserved else None,
        actor.medewerker_id,
        actor.rol,
        command.richting,
        command.aanleiding,
        waarnemers(work, werkgever.id, command.datum),
    )


def _add_contact(
    work: Work, werkgever: NamedWerkgever, command: LegContactVast, row_id: str, judgement: Judgement
) -> None:
    known = command.vestiging_id and work.own(Vestiging, command.vestiging_id)
    work.add(
        Contactmoment(
            id=row_id,
            werkgever_id=werkgever.id,
            vestiging_id=command.vestiging_id if known else None,
            medewerker_id=work.context.actor.medewerker_id,
            datum=command.datum,
            tijd=command.tijd,
            kanaal=command.kanaal,
            richting=command.richting,
            soort=command.soort,
            onderwerp=command.onderwerp,
            contact_gelukt=command.contact_gelukt,
            buiten_regie=judgement.buiten_regie,
            aanleiding=command.aanleiding,
            vum_code_onderwerp=command.vum_code_onderwerp,
            vum_code_soort=command.vum_code_soort,
            vum_code_afspraken=command.vum_code_afspraken,
        )
    )


def _add_note(work: Work, werkgever: NamedWerkgever, command: LegContactVast, contact_id: str) -> None:
    kept = (command.notitie, command.contactpersoon_ids, command.resultaat, command.reden_buiten_regie)
    if not any(kept):
        return
    work.add(
        Contactnotitie(
            id=derive_id(contact_id, "notitie"),
            contactmoment_id=contact_id,
            werkgever_id=werkgever.id,
            notitie=command.notitie,
            vertrouwelijk=command.vertrouwelijk,
            contactpersoon_ids=list(command.contactpersoon_ids),
            resultaat=command.resultaat,
            reden_buiten_regie=command.reden_buiten_regie,
        )
    )


def _inform(work: Work, werkgever: NamedWerkgever, command: LegContactVast, judgement: Judgement) -> None:
    code = judgement.code
    if judgement.inform is None or code is None:
        return
    if code == "contact_buiten_regie" and not command.reden_buiten_regie:
        code = "contact_zonder_reden"
    words: dict[str, Parameter] = {
        "wie": work.context.actor.naam,
        "werkgever": werkgever.naam,
        "datum": command.datum.isoformat(),
        "kanaal": work.codes("kanaal").get(command.kanaal, command.kanaal),
        "reden": command.reden_buiten_regie or "",
    }
    tell(work, judgement.inform, code, werkgever.id, **words)
    for person in sorted(judgement.standing_in):
        tell(work, person, "contact_tijdens_waarneming", werkgever.id, **words)


def change(work: Work, command: WijzigContact) -> Outcome:
    """`contact.wijzig`: a correction by the author of the contact."""
    contact = work.require(Contactmoment, command.contactmoment_id, "contactmoment_onbekend")
    if contact.verwijderd_op is not None:
        raise Weigering("contactmoment_onbekend", id=contact.id)
    if contact.medewerker_id != work.context.actor.medewerker_id:
        raise Weigering("contact_van_ander")
    wanted = wanted_fields(command, Contactmoment, NOT_KEPT, NOTE_FIELDS)
    said = wanted_fields(command, Contactnotitie, NOT_KEPT, CONTACT_FIELDS)
    outcome = change_fields(work, contact, wanted, contact.werkgever_id, "dit contact")
    if not said:
        return outcome
    noted = _change_note(work, contact, said)
    warnings = _warnings(work, contact.werkgever_id, command.notitie)
    return replace(outcome if outcome.result == AANGEPAST else noted, warnings=warnings)


def _change_note(work: Work, contact: Contactmoment, wanted: dict[str, object]) -> Outcome:
    """What stood there is kept in the history, which only the readers of confidential notes have."""
    row = work.get(Contactnotitie, derive_id(contact.id, "notitie"))
    if row is not None:
        return replace(change_fields(work, row, wanted, contact.werkgever_id, "de notitie"), id=contact.id)
    if not any(wanted.values()):
        return Outcome(TOEGEPAST, contact.id)
    added = work.add(
        Contactnotitie(
            id=derive_id(contact.id, "notitie"),
            contactmoment_id=contact.id,
            werkgever_id=contact.werkgever_id,
            vertrouwelijk=False,
            contactpersoon_ids=[],
        )
    )
    # That there was nothing before is history too: so it can be taken back.
    return replace(change_fields(work, added, wanted, contact.werkgever_id, "de notitie"), id=contact.id)


def pin(work: Work, command: ZetContactVast) -> Outcome:
    """`contact.zet_vast`: whoever may read the note may keep it on top."""
    contact = work.require(Contactmoment, command.contactmoment_id, "contactmoment_onbekend")
    note = work.get(Contactnotitie, derive_id(contact.id, "notitie"))
    if contact.verwijderd_op is not None or note is None or not may_read(work, note):
        raise Weigering("notitie_onbekend", id=contact.id)
    pinned = True if command.vast else None  # as a note that was never pinned
    outcome = change_fields(work, note, {"vastgezet": pinned}, contact.werkgever_id, "de notitie")
    return replace(outcome, id=contact.id)
