"""Putting a candidate forward: what it is about is in the dossier, who it is with the bemiddelaar."""

from __future__ import annotations

from typing import Any

from desktop.models.commands.voordracht import DoeVoordracht, WerkVoordrachtBij
from desktop.models.context import derive_id
from desktop.models.errors import Weigering
from desktop.models.handlers import naming, vacature
from desktop.models.handlers.fields import change_fields, contest
from desktop.models.handlers.identity import identify
from desktop.models.handlers.involving import VOORDRACHT
from desktop.models.handlers.kandidaat import own
from desktop.models.handlers.own_candidate import (
    bemiddelaar_of,
    involve_both,
    log_contact,
    own_voordracht,
    tell_regiehouder,
)
from desktop.models.outcome import AANGEPAST, Outcome
from desktop.models.rules import plaatsing as placing
from desktop.models.rules.kandidaat import CLOSED
from desktop.models.rules.vacature import require_open
from desktop.models.rules.voordracht import (
    ENDED,
    PLACED,
    PROPOSED,
    RUNNING,
    TALK,
    require_consent,
    require_reason,
    require_step,
)
from desktop.models.tables import Plaatsing, Vacature, Voordracht, VoordrachtPersoon
from desktop.models.work import Work

SUBJECT = "voordracht"
LABEL = "de voordracht"


def make(work: Work, command: DoeVoordracht) -> Outcome:
    """`voordracht.doe`: with the consent of the person, and for work that is still offered."""
    kandidaat = own(work, command.kandidaat_id)
    offered = vacature_of(work, command.vacature_id)
    named = offered.werkgever_id if offered else command.werkgever_id
    if named is None:
        raise Weigering("voordracht_waarvoor")
    werkgever = work.werkgever(named)
    content = {"werkgever_id": werkgever.id, "vacature_id": command.vacature_id, "datum": command.datum}
    identity = identify(work, Voordracht, command.id, "voordracht", content)
    if identity.exists:
        return identity.outcome()
    require_consent(command.toestemming, command.datum)
    if kandidaat.status == CLOSED:
        raise Weigering("kandidaat_afgesloten")
    if offered is not None:
        require_open(offered.status, offered.naam)
    _require_first(work, kandidaat.id, werkgever.id, command.vacature_id)
    _add(work, command, identity.row_id, werkgever.id)
    settle_vacature(work, command.vacature_id)
    log_contact(work, werkgever.id, command.kanaal, command.contactpersoon_ids, command.datum, SUBJECT)
    about = offered.naam if offered else command.datum.isoformat()
    tell_regiehouder(work, werkgever.id, "voordracht_gedaan", waarvoor=about)
    return identity.outcome()


def vacature_of(work: Work, vacature_id: str | None) -> Vacature | None:
    """The vacature that is named, if any."""
    return vacature.require_vacature(work, vacature_id) if vacature_id else None


def _require_first(work: Work, kandidaat_id: str, werkgever_id: str, vacature_id: str | None) -> None:
    """A candidate has one running voordracht for a vacature, and one without vacature at a werkgever."""
    for person in work.find(VoordrachtPersoon, VoordrachtPersoon.kandidaat_id == kandidaat_id):
        row = work.get(Voordracht, person.voordracht_id)
        if row is None or row.verwijderd_op is not None or row.status not in RUNNING:
            continue
        if row.vacature_id == vacature_id and (vacature_id or row.werkgever_id == werkgever_id):
            raise Weigering("voordracht_loopt_al", sinds=row.datum.isoformat())


def _add(work: Work, command: DoeVoordracht, row_id: str, werkgever_id: str) -> None:
    bemiddelaar_id = bemiddelaar_of(work, command.kandidaat_id)
    involve_both(work, werkgever_id, bemiddelaar_id, VOORDRACHT)
    work.add(
        Voordracht(
            id=row_id,
            werkgever_id=werkgever_id,
            vacature_id=command.vacature_id,
            bemiddelaar_id=bemiddelaar_id,
            datum=command.datum,
            status=PROPOSED,
            status_op=command.datum,
        )
    )
    work.add(
        VoordrachtPersoon(
            id=derive_id(row_id, "persoon"),
            voordracht_id=row_id,
            kandidaat_id=command.kandidaat_id,
            toestemming=command.toestemming,
            notitie=command.notitie,
        )
    )


def update(work: Work, command: WerkVoordrachtBij) -> Outcome:
    """`voordracht.werk_bij`: the regiehouder reads what came of it, without the person."""
    row, person = own_voordracht(work, command.voordracht_id)
    people = naming.of_voordracht(work, row.id)
    naming.require_nameless("terugkoppeling", command.terugkoppeling, people, command.geen_naam)
    wanted = _wanted(work, row, command)
    before = row.versie
    change = contest if row.status in ENDED else change_fields
    outcome = change(work, row, wanted, row.werkgever_id, LABEL)
    if command.notitie:
        noted = change_fields(work, person, {"notitie": command.notitie}, None, "de notitie")
        outcome = noted if outcome.result != AANGEPAST else outcome
    day = command.datum or work.context.dag
    log_contact(work, row.werkgever_id, command.kanaal, command.contactpersoon_ids, day, SUBJECT)
    if row.versie != before:
        settle_vacature(work, row.vacature_id)
        _tell(work, row, command)
    return Outcome(outcome.result, row.id, outcome.code, outcome.parameters)


def _wanted(work: Work, row: Voordracht, command: WerkVoordrachtBij) -> dict[str, Any]:
    """What this says about the voordracht itself; a day for the talk means that there is one."""
    status = command.status
    if status is None and command.gesprek_op and row.status == PROPOSED:
        status = TALK
    wanted: dict[str, Any] = {
        name: value
        for name in ("gesprek_op", "gesprek_tijd", "terugkoppeling", "reden")
        if (value := getattr(command, name)) is not None
    }
    if status is None:
        if command.reden:
            require_reason(row.status, command.reden)
        return wanted
    require_step(row.status, status)
    require_reason(status, command.reden)
    if status != PLACED:
        _require_no_placement(work, row)
    moved = status != row.status
    return (
        wanted
        | {"status": status, "reden": command.reden}
        | ({"status_op": command.datum or work.context.dag} if moved or command.datum else {})
    )


def _require_no_placement(work: Work, row: Voordracht) -> None:
    """Who works there was placed: that ends with the placement."""
    placed = work.find(Plaatsing, Plaatsing.voordracht_id == row.id, Plaatsing.status != placing.NEVER_BEGAN)
    if row.status == PLACED and placed:
        raise Weigering("voordracht_heeft_plaatsing")


def _tell(work: Work, row: Voordracht, command: WerkVoordrachtBij) -> None:
    """For which vacature it was, or of which day where there is none."""
    offered = work.get(Vacature, row.vacature_id) if row.vacature_id else None
    about = offered.naam if offered else row.datum.isoformat()
    if command.terugkoppeling:
        code = f"voordracht_{row.status}_met_woord"
        words = {"waarvoor": about, "terugkoppeling": command.terugkoppeling}
    elif row.status == TALK and row.gesprek_op is None:
        code, words = "voordracht_gesprek_zonder_dag", {"waarvoor": about}
    else:
        code = f"voordracht_{row.status}"
        words = {"waarvoor": about}
        if row.status == TALK and row.gesprek_op:
            words["gesprek"] = row.gesprek_op.isoformat()
    if command.terugkoppeling or command.status or command.gesprek_op:
        tell_regiehouder(work, row.werkgever_id, code, **words)


def settle_vacature(work: Work, vacature_id: str | None) -> None:
    """The vacature's state follows from its voordrachten and placements."""
    row = work.get(Vacature, vacature_id) if vacature_id else None
    if row is not None:
        vacature.settle(work, row)
