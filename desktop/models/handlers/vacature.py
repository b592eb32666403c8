"""Vacatures: brought in, changed, handed over to bemiddelaars, withdrawn, and their state kept right.

`settle` is what the handlers of voordracht and plaatsing call: the state follows from what is there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from desktop.models.commands.vacature import (
    DraagVacatureOver,
    Inhoud,
    NeemVacatureTerug,
    RegistreerVacature,
    TrekVacatureIn,
    VerloopVacature,
    WijzigVacature,
)
from desktop.models.context import derive_id
from desktop.models.errors import Weigering
from desktop.models.handlers.actie import known_contact
from desktop.models.handlers.fields import change_fields, explain, set_fields, wanted_fields
from desktop.models.handlers.identity import identify
from desktop.models.handlers.involving import VACATURE, end_involvement, involve
from desktop.models.handlers.notice import tell
from desktop.models.handlers.regie import addressee, holder_of, waarnemers
from desktop.models.handlers.vacature_places import progress, receivers, tell_when_crowded
from desktop.models.outcome import AANGEPAST, TOEGEPAST, Outcome
from desktop.models.rules import vacature as rules
from desktop.models.tables import (
    Medewerker,
    Vacature,
    VacatureDossier,
    VacatureOverdracht,
    Vestiging,
    Werkgever,
)
from desktop.models.work import Work

LISTS = ("rijbewijs", "vervoer")
DOSSIER_FIELDS = frozenset({"contactpersoon_ids", "toelichting"})
NOT_KEPT = frozenset({"vacature_id", "wis"})
CONTENT = tuple(field.name for field in fields(Inhoud))


def register(work: Work, command: RegistreerVacature) -> Outcome:
    """`vacature.registreer`: a bemiddelaar who brings one in looks for people at once (jobhunting)."""
    werkgever = work.werkgever(command.werkgever_id)
    content = {"naam": command.naam, "soort": command.soort, "werkgever_id": werkgever.id}
    identity = identify(work, Vacature, command.id, "vacature", content)
    if identity.exists:
        return identity.outcome()
    actor = work.context.actor
    values = content_of(work, werkgever, command)
    row = Vacature(
        id=identity.row_id,
        contactmoment_id=known_contact(work, command.contactmoment_id),
        eigenaar_id=actor.medewerker_id,
        aantal_plaatsen=command.aantal_plaatsen,
        status=rules.NEW,
        status_op=work.context.dag,
        **content | values,
    )
    work.add(row)
    _add_dossier(work, row, command.contactpersoon_ids, command.toelichting)
    if rules.looks_for_people(actor.rol):
        _hand_to(work, row, actor.medewerker_id, None)
        row.status = rules.HANDED_OVER
    _tell_holder(work, werkgever, row)
    return identity.outcome()


def content_of(work: Work, werkgever: Werkgever, source: Any) -> dict[str, Any]:
    """What the row keeps of the content of a command; a place that is not of this werkgever is left out."""
    values = {name: getattr(source, name) for name in CONTENT}
    for name in LISTS:
        values[name] = list(values[name] or ())
    place = work.own(Vestiging, values["vestiging_id"]) if values["vestiging_id"] else None
    values["vestiging_id"] = place.id if place and place.werkgever_id == werkgever.id else None
    values["formele_werkgever_id"] = _formal(work, values["formele_werkgever_id"])
    return values


def _formal(work: Work, werkgever_id: str | None) -> str | None:
    return work.werkgever(werkgever_id).id if werkgever_id else None


def _add_dossier(work: Work, row: Vacature, people: tuple[str, ...], words: str | None) -> None:
    if not people and words is None:
        return
    work.add(
        VacatureDossier(
            id=derive_id(row.id, "dossier"),
            vacature_id=row.id,
            werkgever_id=row.werkgever_id,
            contactpersoon_ids=list(people),
            toelichting=words,
        )
    )


def _tell_holder(work: Work, werkgever: Werkgever, row: Vacature) -> None:
    """R2: the regiehouder hears what others bring in at that werkgever."""
    holder = addressee(work, werkgever.id)
    if holder is not None:
        tell(work, holder, "vacature_geregistreerd", werkgever.id, **_words(work, werkgever, row))


def _words(work: Work, werkgever: Werkgever, row: Vacature) -> dict[str, str]:
    return {"wie": work.context.actor.naam, "werkgever": werkgever.naam, "naam": row.naam}


def change(work: Work, command: WijzigVacature) -> Outcome:
    """`vacature.wijzig`: other places or a later last day may change the state too."""
    row = require_vacature(work, command.vacature_id)
    _require_may_change(work, row)
    wanted = wanted_fields(command, Vacature, NOT_KEPT, DOSSIER_FIELDS)
    if wanted.get("formele_werkgever_id"):
        wanted["formele_werkgever_id"] = _formal(work, wanted["formele_werkgever_id"])
    said = wanted_fields(command, VacatureDossier, NOT_KEPT, _apart(command))
    before = row.aantal_plaatsen
    outcome = change_fields(work, row, wanted, row.werkgever_id, row.naam)
    noted = _change_dossier(work, row, said) if said else outcome
    follow(work, row)
    outcome = noted if noted.result == AANGEPAST and outcome.result != AANGEPAST else outcome
    return tell_when_crowded(work, row.id, outcome) if row.aantal_plaatsen < before else outcome


def follow(work: Work, row: Vacature) -> None:
    """After its fields changed: a later last day opens it again, and other places may fill it or not."""
    if rules.reopens(row.status, row.sluitingsdatum, work.context.dag):
        _set_status(work, row, rules.NEW)
    settle(work, row)


def _apart(command: WijzigVacature) -> frozenset[str]:
    """Fields of the command that the dossier does not keep."""
    return frozenset(field.name for field in fields(command)) - DOSSIER_FIELDS - NOT_KEPT


def _change_dossier(work: Work, row: Vacature, said: Mapping[str, Any]) -> Outcome:
    kept = work.get(VacatureDossier, derive_id(row.id, "dossier"))
    if kept is None:
        _add_dossier(work, row, (), "")
        kept = work.require(VacatureDossier, derive_id(row.id, "dossier"), "vacature_onbekend")
        kept.toelichting = None
    return change_fields(work, kept, said, row.werkgever_id, row.naam)


def _require_may_change(work: Work, row: Vacature) -> None:
    actor = work.context.actor
    mine = row.eigenaar_id == actor.medewerker_id or actor.medewerker_id in receivers(work, row)
    rules.may_change(row.naam, mine, actor.rol)


def hand_over(work: Work, command: DraagVacatureOver) -> Outcome:
    """`vacature.draag_over`: each bemiddelaar gets the dossier and a notice; who has it already keeps it."""
    row = require_vacature(work, command.vacature_id)
    werkgever = work.werkgever(row.werkgever_id)
    _require_may_hand_over(work, werkgever, row)
    rules.require_open(row.status, row.naam)
    people = [_person(work, person) for person in dict.fromkeys(command.bemiddelaar_ids)]
    if not people:
        raise Weigering("vacature_zonder_bemiddelaar")
    for person in people:
        rules.may_receive(person.rol, person.naam, person.actief)
    has_it = receivers(work, row)
    for person in people:
        if person.id not in has_it:
            _hand_to(work, row, person.id, command.matchingroute)
            tell(work, person.id, "vacature_gekregen", werkgever.id, **_words(work, werkgever, row))
    settle(work, row)
    return Outcome(TOEGEPAST, row.id)


def _require_may_hand_over(work: Work, werkgever: Werkgever, row: Vacature) -> None:
    holder = holder_of(work, werkgever.id)
    actor = work.context.actor
    standing_in = waarnemers(work, werkgever.id, work.context.dag_ontvangen)
    rules.may_hand_over(
        holder.accountmanager_id if holder else None,
        holder.naam if holder else "",
        standing_in | {row.eigenaar_id},
        actor.medewerker_id,
        actor.rol,
    )


def _hand_to(work: Work, row: Vacature, medewerker_id: str, route: str | None) -> None:
    work.add(
        VacatureOverdracht(
            id=work.context.derive_id("vacature_overdracht", medewerker_id),
            vacature_id=row.id,
            werkgever_id=row.werkgever_id,
            bemiddelaar_id=medewerker_id,
            matchingroute=route,
            overgedragen_op=work.context.dag,
        )
    )
    involve(work, row.werkgever_id, medewerker_id, VACATURE)


def take_back(work: Work, command: NeemVacatureTerug) -> Outcome:
    """`vacature.neem_terug`: the bemiddelaar itself, or who may hand over."""
    row = require_vacature(work, command.vacature_id)
    actor, handed = work.context.actor, receivers(work, row).get(command.bemiddelaar_id)
    werkgever = work.werkgever(row.werkgever_id)
    if command.bemiddelaar_id != actor.medewerker_id:
        _require_may_hand_over(work, werkgever, row)
    if handed is None:
        return Outcome(TOEGEPAST, row.id)
    set_fields(work, handed, {"teruggegeven_op": work.context.dag}, row.werkgever_id)
    if command.reden:
        explain(work, handed, row.werkgever_id, command.reden)
    settle(work, row)
    end_involvement(work, row.werkgever_id, handed.bemiddelaar_id)
    words = _words(work, werkgever, row) | {"reden": command.reden or ""}
    code = "vacature_teruggegeven_met_reden" if command.reden else "vacature_teruggegeven"
    for person in sorted({handed.bemiddelaar_id, row.eigenaar_id}):
        tell(work, person, code, werkgever.id, **words)
    return Outcome(TOEGEPAST, row.id)


def withdraw(work: Work, command: TrekVacatureIn) -> Outcome:
    """`vacature.trek_in`: everybody who looks, who brought it in and the regiehouder are told."""
    row = require_vacature(work, command.vacature_id)
    _require_may_change(work, row)
    if row.status == rules.WITHDRAWN:
        return Outcome(TOEGEPAST, row.id)
    _set_status(work, row, rules.WITHDRAWN, command.reden)
    werkgever = work.werkgever(row.werkgever_id)
    words = _words(work, werkgever, row) | {"reden": command.reden}
    people = {*receivers(work, row), row.eigenaar_id, addressee(work, werkgever.id) or row.eigenaar_id}
    for person in sorted(people):
        tell(work, person, "vacature_ingetrokken", werkgever.id, **words)
    return Outcome(TOEGEPAST, row.id)


def expire(work: Work, command: VerloopVacature) -> Outcome:
    """`vacature.verloop`: issued by the centre; who brought it in reads it and may give a later day."""
    row = require_vacature(work, command.vacature_id)
    if rules.has_passed(row.status, row.sluitingsdatum, work.context.dag_ontvangen):
        _set_status(work, row, rules.EXPIRED)
        werkgever = work.werkgever(row.werkgever_id)
        for person in sorted({*receivers(work, row), row.eigenaar_id}):
            tell(
                work, person, "vacature_verlopen", werkgever.id,
                werkgever=werkgever.naam, naam=row.naam,
                datum=row.sluitingsdatum.isoformat() if row.sluitingsdatum else None,
            )  # fmt: skip
    return Outcome(TOEGEPAST, row.id)


def settle(work: Work, row: Vacature) -> None:
    """The state that follows from the bemiddelaars, the voordrachten and the plaatsingen that there are."""
    status = rules.status_of(row.status, row.aantal_plaatsen, progress(work, row))
    if status != row.status:
        _set_status(work, row, status)


def _set_status(work: Work, row: Vacature, status: str, reden: str | None = None) -> None:
    values = {"status": status, "status_op": work.context.dag, "status_reden": reden}
    set_fields(work, row, values, row.werkgever_id)


def require_vacature(work: Work, vacature_id: str) -> Vacature:
    """A vacature that was not taken back."""
    row = work.require(Vacature, vacature_id, "vacature_onbekend")
    if row.verwijderd_op is not None:
        raise Weigering("vacature_onbekend", id=row.id)
    return row


def _person(work: Work, row_id: str) -> Medewerker:
    return work.require(Medewerker, row_id, "medewerker_onbekend")
