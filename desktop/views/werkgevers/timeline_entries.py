"""One row of the timeline in words: which title, who with whom, note, lines and marks. Pure.

Never a name of a kandidaat: only what the rows of the dossier hold.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from desktop import dutch
from desktop.models.queries.actie_rows import ActieRij, AfspraakRij
from desktop.models.queries.contact_rows import ContactmomentRij
from desktop.models.queries.day_rows import Dossier, ImportRij, SamenvoegingRij, TijdlijnRij
from desktop.models.queries.regie_rows import OverdrachtRij, RegieRij
from desktop.models.queries.veldwijziging_rows import VeldwijzigingRij
from desktop.views import dates, texts
from desktop.views.werkgevers import texts_dossier as words
from desktop.views.werkgevers import timeline_nazorg, timeline_offered, timeline_placing
from desktop.views.werkgevers.field_words import one_line
from desktop.views.werkgevers.timeline_entry import CHANGE, ENTRY, OPEN_STATE, Entry, Setting, id_of

ICONS = {
    "bezoek": "bezoek",
    "telefoon": "telefoon",
    "e-mail": "mail",
    "email": "mail",
    "video": "video",
    "evenement": "personen",
    "brief": "brief",
}


def entry(row: TijdlijnRij, at: Setting) -> Entry:
    """The row in words, with its time and its marks."""
    return _MAKERS[row.soort](row, at)


def _base(row: TijdlijnRij, at: Setting, title: str, who: str, icon: str, **more: Any) -> Entry:
    values: dict[str, Any] = {
        "when": at.when(row.dag, row.tijd),
        "waits": row.wacht,
        "fresh": id_of(row.rij) in at.fresh,
        "row": row.rij,
    } | more
    return Entry(row.sleutel, ENTRY, title, who, icon=icon, **values)


def _contact(row: TijdlijnRij, at: Setting) -> Entry:
    contact = row.rij
    assert isinstance(contact, ContactmomentRij)
    return contact_entry(row, contact, at)


def contact_entry(row: TijdlijnRij, contact: ContactmomentRij, at: Setting) -> Entry:
    """A contact with its note and what was promised with it."""
    title = texts.KINDS.get(contact.kanaal, contact.kanaal.capitalize())
    why = contact.reden_buiten_regie
    lines = [("regie", words.reason(why))] if why else []
    lines += [("actie", promise_words(action, at)) for action in row.acties]
    return _base(
        row,
        at,
        title,
        _who_with_whom(contact, at),
        ICONS.get(contact.kanaal, "bericht"),
        topic=words.about(at.words.label("onderwerp", contact.onderwerp)) if contact.onderwerp else "",
        note=contact.notitie or "",
        lines=tuple(lines),
        outside=contact.buiten_regie,
        confidential=bool(contact.vertrouwelijk),
    )


def _who_with_whom(contact: ContactmomentRij, at: Setting) -> str:
    who = at.who(contact.medewerker_id, contact.medewerker)
    functions = {person.naam: person.functie for person in at.dossier.contactpersonen}
    names = contact.contactpersonen
    if len(names) == 1 and (function := functions.get(names[0])):
        who += words.with_whom(f"{names[0]} ({function})")
    elif names:
        who += words.with_whom(dutch.in_row(names))
    if contact.contact_gelukt is False:
        who += f", {texts.NOT_REACHED}"
    return who


def promise_words(action: ActieRij, at: Setting) -> str:
    """Toezegging: drie profielen sturen. Jij, vóór vrijdag 20 november."""
    what = dutch.midway(action.gevraagde_handeling)
    head = f"{texts.ACTION_KINDS.get(action.soort, action.soort)}: {what}"
    who = at.who(action.toegewezen_aan_id, action.toegewezen_aan)
    until = f", vóór {dutch.weekday_date(action.deadline, near=at.today)}" if action.deadline else ""
    if action.status != OPEN_STATE:
        until = words.DROPPED if action.status == "vervallen" else words.DONE
    return f"{head.rstrip('.')}. {who[:1].upper()}{who[1:]}{until}."


def _action(row: TijdlijnRij, at: Setting) -> Entry:
    action = row.rij
    assert isinstance(action, ActieRij)
    if action.status == OPEN_STATE:
        return _open_action(row, action, at)
    done = {"toezegging": words.PROMISE_DONE, "bezoek": words.VISIT_DONE}
    done |= {"contactverzoek": words.ASKED_ANSWERED}
    title = (
        words.ACTION_DROPPED if action.status == "vervallen" else done.get(action.soort, words.ACTION_DONE)
    )
    who = at.who(action.toegewezen_aan_id, action.toegewezen_aan)
    lines = (("bericht", action.toelichting),) if action.toelichting else ()
    return _base(row, at, title, who, "actie", note=action.gevraagde_handeling, lines=lines)


def _open_action(row: TijdlijnRij, action: ActieRij, at: Setting) -> Entry:
    title = words.ACTION_TITLES.get(action.soort, words.ACTION_TITLES["actie"])
    who = at.who(action.toegewezen_aan_id, action.toegewezen_aan)
    if action.door_id and action.door_id != action.toegewezen_aan_id:
        to = at.to(action.toegewezen_aan_id, action.toegewezen_aan)
        who = words.given_by(at.who(action.door_id, action.door or ""), to)
    lines = [("bericht", action.toelichting)] if action.toelichting else []
    if action.deadline:
        lines.append(("agenda", _due(action, at)))
    return _base(row, at, title, who, "actie", note=action.gevraagde_handeling, lines=tuple(lines))


def _due(action: ActieRij, at: Setting) -> str:
    assert action.deadline is not None
    if action.deadline < at.today:
        return f"{dates.late(action.deadline, at.today).capitalize()}."
    clock = f" om {action.tijd}" if action.tijd else ""
    if action.soort == "bezoek":
        day = dutch.weekday_date(action.deadline, near=at.today)
        return f"{day[:1].upper()}{day[1:]}{clock}."
    return f"Vóór {dutch.weekday_date(action.deadline, near=at.today)}{clock}."


def _agreement(row: TijdlijnRij, at: Setting) -> Entry:
    agreement = row.rij
    assert isinstance(agreement, AfspraakRij)
    ended = agreement.status == "beeindigd"
    kind = at.words.label("afspraak_soort", agreement.soort)
    who = at.who(agreement.eigenaar_id, agreement.eigenaar)
    period = ""
    if agreement.tot:
        period = words.ended_on(agreement.tot) if ended else words.runs_until(agreement.tot)
    elif agreement.van > at.today:
        period = words.runs_from(agreement.van)
    lines = (("agenda", period),) if period else ()
    title = words.AGREEMENT_ENDED if ended else words.AGREEMENT
    about = words.about(kind) if kind else ""
    return _base(row, at, title, who, "afspraak", topic=about, note=agreement.inhoud, lines=lines)


def _regie(row: TijdlijnRij, at: Setting) -> Entry:
    regie = row.rij
    assert isinstance(regie, RegieRij)
    before = _regie_before(regie, at.dossier)
    reason = words.MERGED_REASON if regie.reden == "samengevoegd" else regie.reden or ""
    if before is not None:
        who = words.from_to(
            at.who(before.accountmanager_id, before.accountmanager),
            at.to(regie.accountmanager_id, regie.accountmanager),
        )
        return _base(row, at, words.REGIE_PASSED, who, "overdracht", note=reason)
    who = at.who(regie.accountmanager_id, regie.accountmanager)
    return _base(row, at, words.REGIE_TAKEN, who, "regie", note=reason)


def _regie_before(regie: RegieRij, dossier: Dossier) -> RegieRij | None:
    """The period that ended where this one began."""
    others = (
        other
        for other in dossier.regies
        if other.id != regie.id and other.tot is not None and abs((regie.van - other.tot).days) <= 1
    )
    return max(others, key=_begins, default=None)


def _begins(regie: RegieRij) -> date:
    return regie.van


def _transfer(row: TijdlijnRij, at: Setting) -> Entry:
    transfer = row.rij
    assert isinstance(transfer, OverdrachtRij)
    who = words.from_to(at.who(transfer.van_id, transfer.van), at.to(transfer.naar_id, transfer.naar))
    steps = (
        ("Aanvaard", transfer.aanvaard_op),
        ("Kennisgemaakt", transfer.kennisgemaakt_op),
        ("Afgerond", transfer.afgerond_op),
    )
    lines = [("vink", words.step(name, day, at.today)) for name, day in steps if day]
    if transfer.antwoord:
        lines.append(("bericht", transfer.antwoord))
    title = words.TRANSFER_TITLES.get(transfer.status, words.TRANSFER_TITLES["voorgesteld"])
    return _base(row, at, title, who, "overdracht", note=transfer.toelichting or "", lines=tuple(lines))


def _import(row: TijdlijnRij, at: Setting) -> Entry:
    batch = row.rij
    assert isinstance(batch, ImportRij)
    note = words.fields_imported(batch.velden, batch.bestand)
    return _base(row, at, words.IMPORT, batch.door, "ontvang", note=note)


def _merged(row: TijdlijnRij, at: Setting) -> Entry:
    other = row.rij
    assert isinstance(other, SamenvoegingRij)
    return _base(row, at, words.MERGED, other.door, "samen", note=f"{words.went_on_here(other.naam)}.")


def _changes(row: TijdlijnRij, at: Setting) -> Entry:
    changes: tuple[VeldwijzigingRij, ...] = row.rij if isinstance(row.rij, tuple) else ()
    lines = tuple(("", at.words.sentence(change)) for change in changes) if len(changes) > 2 else ()
    base = _base(row, at, one_line(changes, at.words), "", "", lines=lines)
    return Entry(
        base.id,
        CHANGE,
        base.title,
        when=base.when,
        lines=lines,
        waits=base.waits,
        fresh=base.fresh,
        row=base.row,
    )


def _placing(row: TijdlijnRij, at: Setting) -> Entry:
    return _base(row, at, **timeline_placing.parts(row, at))


def _care(row: TijdlijnRij, at: Setting) -> Entry:
    return _base(row, at, **timeline_nazorg.parts(row, at))


def _offering(row: TijdlijnRij, at: Setting) -> Entry:
    return _base(row, at, **timeline_offered.parts(row, at))


_MAKERS: Mapping[str, Callable[[TijdlijnRij, Setting], Entry]] = {
    "contact": _contact,
    "actie": _action,
    "afspraak": _agreement,
    "regie": _regie,
    "overdracht": _transfer,
    "import": _import,
    "samenvoeging": _merged,
    "wijziging": _changes,
    **dict.fromkeys(timeline_placing.KINDS, _placing),
    **dict.fromkeys(timeline_nazorg.KINDS, _care),
    **dict.fromkeys(timeline_offered.KINDS, _offering),
}
