"""How a talk after a placement went, and that nobody could be reached.

A talk that took place is a fact: it is kept also where it was closed, or passed on, meanwhile (R4).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from desktop.models.commands.contact import LegContactVast
from desktop.models.commands.nazorg import MeeContact, MeldPoging, NazorgItem, RondNazorgAf
from desktop.models.context import derive_id
from desktop.models.errors import InputRefused, Weigering
from desktop.models.handlers import contact, naming, signaal
from desktop.models.handlers.fields import change_fields, contest
from desktop.models.handlers.nazorg import (
    LABEL,
    add_item,
    found,
    to_another_day,
)
from desktop.models.handlers.nazorg_rights import may_plan, may_tell, person_of, refusal
from desktop.models.handlers.nazorg_schedule import line_after
from desktop.models.handlers.notice import tell
from desktop.models.handlers.readers import holders_of_candidate
from desktop.models.handlers.regie import addressee
from desktop.models.outcome import AANGEPAST, TOEGEPAST, Outcome
from desktop.models.rules.nazorg import DONE, PLANNED, RELATION
from desktop.models.rules.plaatsing import RUNS
from desktop.models.tables import Contactmoment, Contactnotitie, Nazorgactie, NazorgPersoon, Plaatsing
from desktop.models.work import Work

SUBJECT, OWN_CANDIDATE = "nazorg", "eigen_kandidaat"
_PLACEMENT_ONLY = ("resultaat", "notitie")
_RELATION_ONLY = ("steun", "toelichting")


def finish(work: Work, command: RondNazorgAf) -> Outcome:
    """`nazorg.rond_af`: the outcome, and what follows: a next talk, a signaal, a contact."""
    row = found(work, command.nazorgactie_id)
    person = person_of(work, row)
    if not may_tell(work, row, person, command.uitgevoerd_op):
        raise refusal(work, row)
    _require_outcome(command, row.spoor)
    typed, command = command, _nameless(work, row, command)
    first = row.status != DONE
    outcome = _keep(work, row, person, command)
    if first:
        _plan_next(work, row, person, command)
        _tell_holder(work, row, person, command.uitgevoerd_op)
    if command.signaal is not None:
        signaal.report(work, row.werkgever_id, row.plaatsing_id, command.signaal)
    if command.contact is not None and not _is_logged(work, row, command.contact, command.uitgevoerd_op):
        _log_contact(work, row, command)
    if typed != command and outcome.result == TOEGEPAST:
        return Outcome(AANGEPAST, row.id, "naam_weggehaald")
    return outcome


def _nameless(work: Work, row: Nazorgactie, command: RondNazorgAf) -> RondNazorgAf:
    """What goes along to colleagues without the name: the talk took place, so it is not refused (R4)."""
    people = naming.of_placement(work, row.plaatsing_id)
    told, said = command.signaal, command.contact
    if told is not None:
        told = replace(told, tekst=naming.taken_out(told.tekst, people, command.geen_naam))
    if said is not None and said.notitie is not None:
        said = replace(said, notitie=naming.taken_out(said.notitie, people, command.geen_naam))
    return replace(command, signaal=told, contact=said)


def _require_outcome(command: RondNazorgAf, spoor: str) -> None:
    """What is said of the person has no place in the dossier of the employer, nor the other way round."""
    relation = spoor == RELATION
    wanted = "steun" if relation else "resultaat"
    refused = {
        name: Weigering("nazorg_hoort_bij_ander_spoor", veld=name)
        for name in (_PLACEMENT_ONLY if relation else _RELATION_ONLY)
        if getattr(command, name) is not None
    }
    if getattr(command, wanted) is None:
        refused[wanted] = Weigering("veld_ontbreekt", veld=wanted)
    if refused:
        raise InputRefused(refused)


def _keep(work: Work, row: Nazorgactie, person: NazorgPersoon | None, command: RondNazorgAf) -> Outcome:
    """The row says that it was done, the personal row how it went."""
    said: dict[str, Any] = {"status": DONE, "uitgevoerd_op": command.uitgevoerd_op}
    if row.spoor == RELATION:
        said["steun"] = command.steun
        if command.toelichting is not None:
            said["toelichting"] = command.toelichting
    if row.status == DONE:
        outcome = contest(work, row, said, row.werkgever_id, LABEL)
    else:
        said |= {"uitgevoerd_door_id": work.context.actor.medewerker_id, "vervallen_reden": None}
        outcome = change_fields(work, row, said, row.werkgever_id, LABEL, seen=row.versie)
    if person is None:
        return outcome
    how: dict[str, Any] = {"resultaat": command.resultaat}
    if command.notitie is not None:
        how["notitie"] = command.notitie
    kept = contest(work, person, how, None, LABEL)
    return outcome if outcome.result == AANGEPAST or kept.result != AANGEPAST else kept


def _plan_next(work: Work, row: Nazorgactie, person: NazorgPersoon | None, command: RondNazorgAf) -> None:
    """On the day that was named, or where the line of the schedule comes back on the day that follows."""
    plaatsing = work.get(Plaatsing, row.plaatsing_id)
    if plaatsing is None or plaatsing.status != RUNS:
        return
    line = person.regel if person else row.regel
    day, again = command.volgende_op, None
    if day is None:
        day, again = line_after(work, line, command.uitgevoerd_op), line
        if day is None or _is_planned(work, plaatsing.id, line, row):
            return
    naam = command.volgende_naam or (person.naam if person else row.naam) or "Nazorg"
    item = NazorgItem(
        spoor=row.spoor, regel=again, naam=naam, gepland_op=day, berekend_op=day if again else None
    )
    kandidaat_id = person.kandidaat_id if person else None
    add_item(work, plaatsing, kandidaat_id, item, work.context.derive_id("volgende"))


def _is_planned(work: Work, plaatsing_id: str, line: str | None, done: Nazorgactie) -> bool:
    """Whether the line is planned again already."""
    rows = work.find(Nazorgactie, Nazorgactie.plaatsing_id == plaatsing_id, Nazorgactie.status == "gepland")
    people = {row.id: person_of(work, row) for row in rows if row.spoor != RELATION}
    codes = [row.regel or getattr(people.get(row.id), "regel", None) for row in rows if row.id != done.id]
    return line in codes


def _tell_holder(work: Work, row: Nazorgactie, person: NazorgPersoon | None, day: date) -> None:
    """Who has it now hears that somebody else did it: that it was done, not what was said."""
    if row.spoor == RELATION:
        holder = addressee(work, row.werkgever_id)
        people = {holder} - {None}
    else:
        people = set(holders_of_candidate(work, person.kandidaat_id)) if person else set()
    if work.context.actor.medewerker_id in people:
        return
    werkgever = work.werkgever(row.werkgever_id)
    for one in sorted(filter(None, people)):
        tell(
            work, one, "nazorg_door_collega", werkgever.id,
            wie=work.context.actor.naam, werkgever=werkgever.naam, datum=day.isoformat(),
        )  # fmt: skip


def _log_contact(work: Work, row: Nazorgactie, command: RondNazorgAf) -> None:
    """One spoke with the employer: a contact under R2, of which the regiehouder hears."""
    said = command.contact
    if said is None:
        return
    _contact(
        work, row, command.uitgevoerd_op, kanaal=said.kanaal, tijd=said.tijd, notitie=said.notitie,
        contact_gelukt=True,
    )  # fmt: skip


def _is_logged(work: Work, row: Nazorgactie, said: MeeContact, day: date) -> bool:
    """Whether the actor said this already: what somebody else talked about is another contact (R4)."""
    same = work.find(
        Contactmoment,
        Contactmoment.werkgever_id == row.werkgever_id,
        Contactmoment.medewerker_id == work.context.actor.medewerker_id,
        Contactmoment.datum == day,
        Contactmoment.onderwerp == SUBJECT,
    )
    notes = [
        work.get(Contactnotitie, derive_id(one.id, "notitie")) for one in same if one.kanaal == said.kanaal
    ]
    return any((note.notitie if note else None) == said.notitie for note in notes)


def _contact(work: Work, row: Nazorgactie, day: date, **given: Any) -> None:
    contact.log(
        work,
        LegContactVast(
            id=work.context.derive_id("contactmoment"),
            werkgever_id=row.werkgever_id,
            datum=day,
            onderwerp=SUBJECT,
            aanleiding=None if row.spoor == RELATION else OWN_CANDIDATE,
            **given,
        ),
    )


def attempt(work: Work, command: MeldPoging) -> Outcome:
    """`nazorg.meld_poging`: kept with the talk; of the relation it is a contact that did not succeed."""
    row = found(work, command.nazorgactie_id)
    person = person_of(work, row)
    if not may_tell(work, row, person, command.datum):
        raise refusal(work, row)
    if person is not None:
        _add_attempt(work, person, command)
    elif row.spoor == RELATION:
        _contact(work, row, command.datum, kanaal=command.kanaal, contact_gelukt=False)
    if command.volgende_op is None or not may_plan(work, row.plaatsing_id, row.werkgever_id, row.spoor):
        return Outcome(TOEGEPAST, row.id)
    if row.status != PLANNED:  # done or closed meanwhile: that somebody tried is a fact all the same
        return Outcome(AANGEPAST, row.id, "nazorg_poging_zonder_dag")
    return to_another_day(work, row, command.volgende_op)


def _add_attempt(work: Work, person: NazorgPersoon, command: MeldPoging) -> None:
    """Each once: a colleague's attempt of the same day stays beside it."""
    known = list(person.pogingen or [])
    if any(one.get("opdracht") == work.context.uuid for one in known):
        return
    line = {
        "opdracht": work.context.uuid,
        "datum": command.datum.isoformat(),
        "reden": command.reden,
        "kanaal": command.kanaal,
        "door_id": work.context.actor.medewerker_id,
    }
    work.change(person, pogingen=sorted([*known, line], key=lambda one: (one["datum"], one["opdracht"])))
