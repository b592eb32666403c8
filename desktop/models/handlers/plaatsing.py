"""Somebody begins to work, and stops: that is for the region; who and why is for the bemiddelaar."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from desktop.models.commands.plaatsing import (
    BeeindigPlaatsing,
    LaatPlaatsingVervallen,
    RegistreerPlaatsing,
    WijzigPlaatsing,
)
from desktop.models.context import derive_id
from desktop.models.errors import Weigering
from desktop.models.handlers import placement_changed
from desktop.models.handlers import placement_followers as followers
from desktop.models.handlers.fields import change_fields, contest, set_fields, wanted_fields
from desktop.models.handlers.identity import identify
from desktop.models.handlers.instrument import version_of
from desktop.models.handlers.involving import PLAATSING
from desktop.models.handlers.kandidaat import own
from desktop.models.handlers.mijlpaal import reckon
from desktop.models.handlers.own_candidate import (
    bemiddelaar_of,
    follow_candidate,
    involve_both,
    log_contact,
    own_placement,
    own_voordracht,
    tell_regiehouder,
)
from desktop.models.handlers.vacature_places import tell_when_crowded
from desktop.models.handlers.voordracht import settle_vacature, vacature_of
from desktop.models.outcome import AANGEPAST, Outcome
from desktop.models.rules import plaatsing as rules
from desktop.models.rules import voordracht as states
from desktop.models.rules.instrument import Said, Use, judge
from desktop.models.rules.vacature import TYPE_OVEREENKOMST
from desktop.models.tables import (
    Mijlpaal,
    Plaatsing,
    PlaatsingPersoon,
    Vestiging,
    Voordracht,
    Werkgever,
)
from desktop.models.work import Work

SUBJECT = "voordracht"
LABEL = "de plaatsing"
PLAIN_FIELDS = (
    *("soort", "contract", "uren", "start", "verwachte_einddatum"),
    *("duurzaam_verwacht", "project", "sroi"),
)
_FOLLOWED = ("start", "verwachte_einddatum", "soort", "contract", "vacature_id")
"""What something else hangs on: milestones, nazorg, the voordracht, the vacature, the candidate."""
_TAKES_A_PLACE = ("soort", "vacature_id")


def register(work: Work, command: RegistreerPlaatsing) -> Outcome:
    """`plaatsing.registreer`: with its milestones; the voordracht, the vacature and the candidate follow."""
    kandidaat = own(work, command.kandidaat_id)
    voordracht = _voordracht(work, command)
    vacature_id = voordracht.vacature_id if voordracht else command.vacature_id
    werkgever = _werkgever(work, command, voordracht, vacature_id)
    content = {"werkgever_id": werkgever.id, "soort": command.soort, "start": command.start}
    identity = identify(work, Plaatsing, command.id, "plaatsing", content)
    if identity.exists:
        return identity.outcome()
    if command.verwachte_einddatum is not None:
        rules.require_end(command.start, command.verwachte_einddatum)
    _require_first(work, kandidaat.id, werkgever.id, command.soort)
    row = _add(work, command, identity.row_id, werkgever, vacature_id)
    reckon(work, row)
    if voordracht is not None:
        _follow_voordracht(work, voordracht, row)
    settle_vacature(work, vacature_id)
    follow_candidate(work, kandidaat.id)
    log_contact(
        work, werkgever.id, command.kanaal, command.contactpersoon_ids, work.context.dag, SUBJECT
    )  # fmt: skip
    tell_regiehouder(work, werkgever.id, "plaatsing_gemaakt", start=command.start.isoformat())
    outcome = replace(identity.outcome(), warnings=_trial_limits(work, row))
    return tell_when_crowded(work, vacature_id, outcome)


def _trial_limits(work: Work, row: Plaatsing) -> tuple[Said, ...]:
    """What the guide says of so long a proefplaatsing, also where it is not written down as an instrument."""
    instrument = version_of(work, rules.TRIAL, row.start) if row.soort == rules.TRIAL else None
    if instrument is None:
        return ()
    use = Use(naam=instrument.naam, start=row.start, einde=row.verwachte_einddatum)
    return judge(use, instrument.grenzen or {})


def _voordracht(work: Work, command: RegistreerPlaatsing) -> Voordracht | None:
    if command.voordracht_id is None:
        return None
    row, person = own_voordracht(work, command.voordracht_id)
    if person.kandidaat_id != command.kandidaat_id:
        raise Weigering("voordracht_andere_kandidaat")
    return row


def _werkgever(
    work: Work, command: RegistreerPlaatsing, voordracht: Voordracht | None, vacature_id: str | None
) -> Werkgever:
    """Where the work is: the voordracht says it, or else the vacature, or else the command."""
    vacature = vacature_of(work, vacature_id)
    named = voordracht.werkgever_id if voordracht else vacature.werkgever_id if vacature else None
    named = named or command.werkgever_id
    if named is None:
        raise Weigering("plaatsing_waar")
    return work.werkgever(named)


def _require_first(work: Work, kandidaat_id: str, werkgever_id: str, soort: str) -> None:
    """The same work of one person is registered once, also where two people look after that person."""
    for person in work.find(PlaatsingPersoon, PlaatsingPersoon.kandidaat_id == kandidaat_id):
        row = work.get(Plaatsing, person.plaatsing_id)
        if row is None or row.verwijderd_op is not None or row.status != rules.RUNS:
            continue
        if (row.werkgever_id, row.soort) == (werkgever_id, soort):
            raise Weigering("plaatsing_loopt_al", start=row.start.isoformat())


def _add(
    work: Work, command: RegistreerPlaatsing, row_id: str, werkgever: Werkgever, vacature_id: str | None
) -> Plaatsing:
    bemiddelaar_id = bemiddelaar_of(work, command.kandidaat_id)
    involve_both(work, werkgever.id, bemiddelaar_id, PLAATSING)
    row = work.add(
        Plaatsing(
            id=row_id,
            werkgever_id=werkgever.id,
            formele_werkgever_id=_formal(work, command.formele_werkgever_id),
            vestiging_id=_known_place(work, command.vestiging_id),
            vacature_id=vacature_id,
            voordracht_id=command.voordracht_id,
            bemiddelaar_id=bemiddelaar_id,
            type_overeenkomst=command.type_overeenkomst or TYPE_OVEREENKOMST[command.soort],
            status=rules.RUNS,
            **{name: getattr(command, name) for name in PLAIN_FIELDS},
        )
    )
    work.add(
        PlaatsingPersoon(
            id=derive_id(row_id, "persoon"), plaatsing_id=row_id, kandidaat_id=command.kandidaat_id
        )
    )
    return row


def _formal(work: Work, werkgever_id: str | None) -> str | None:
    return work.werkgever(werkgever_id).id if werkgever_id else None


def _known_place(work: Work, vestiging_id: str | None) -> str | None:
    return vestiging_id if vestiging_id and work.own(Vestiging, vestiging_id) is not None else None


def _follow_voordracht(work: Work, voordracht: Voordracht, row: Plaatsing) -> None:
    """It came to work, or to a trial of it."""
    status = states.TRIAL if row.soort == rules.TRIAL else states.PLACED
    states.require_step(voordracht.status, status)
    said = {"status": status, "status_op": work.context.dag, "reden": None}
    set_fields(work, voordracht, said, voordracht.werkgever_id)


def change(work: Work, command: WijzigPlaatsing) -> Outcome:
    """`plaatsing.wijzig`: what hangs on the start or on the kind of work elsewhere moves along."""
    row, person = own_placement(work, command.plaatsing_id)
    wanted = wanted_fields(command, Plaatsing, frozenset({"plaatsing_id", "wis"}))
    _require_fitting(work, row, person, wanted)
    before = {name: getattr(row, name) for name in _FOLLOWED}
    outcome = change_fields(work, row, wanted, row.werkgever_id, LABEL)
    if any(getattr(row, name) != value for name, value in before.items()):
        outcome = replace(outcome, warnings=(*_trial_limits(work, row), *placement_changed.follow(work, row)))
    if any(getattr(row, name) != before[name] for name in _TAKES_A_PLACE):
        return tell_when_crowded(work, row.vacature_id, outcome)
    return outcome


def _require_fitting(work: Work, row: Plaatsing, person: PlaatsingPersoon, wanted: dict[str, Any]) -> None:
    """Days after each other, a place and a vacature of this werkgever, no second work of the same kind."""
    start = wanted.get("start", row.start)
    last_days = (wanted.get("verwachte_einddatum", row.verwachte_einddatum), row.feitelijke_einddatum)
    for last_day in filter(None, last_days):
        rules.require_end(start, last_day)
    if wanted.get("formele_werkgever_id"):
        wanted["formele_werkgever_id"] = _formal(work, wanted["formele_werkgever_id"])
    if "vestiging_id" in wanted:
        wanted["vestiging_id"] = _known_place(work, wanted["vestiging_id"])
    if wanted.get("vacature_id", row.vacature_id) != row.vacature_id:
        _require_vacature(work, row, wanted["vacature_id"])
    if wanted.get("soort", row.soort) != row.soort:
        if row.status == rules.RUNS:
            _require_first(work, person.kandidaat_id, row.werkgever_id, wanted["soort"])
        if row.type_overeenkomst == TYPE_OVEREENKOMST[row.soort]:  # it followed from the kind of work
            wanted.setdefault("type_overeenkomst", TYPE_OVEREENKOMST[wanted["soort"]])


def _require_vacature(work: Work, row: Plaatsing, vacature_id: str | None) -> None:
    """A place was taken of work at this werkgever; which one is said by the voordracht where there is one."""
    if row.voordracht_id is not None:
        raise Weigering("plaatsing_vacature_van_voordracht")
    vacature = vacature_of(work, vacature_id)
    if vacature is not None and vacature.werkgever_id != row.werkgever_id:
        raise Weigering("plaatsing_vacature_elders", naam=vacature.naam)


def end(work: Work, command: BeeindigPlaatsing) -> Outcome:
    """`plaatsing.beeindig`: milestones after the last day are uitval; why stays with the person."""
    row, person = own_placement(work, command.plaatsing_id)
    if row.status == rules.NEVER_BEGAN:
        raise Weigering("plaatsing_loopt_niet", hoe=row.status)
    rules.require_end(row.start, command.einddatum)
    said = {"status": rules.ENDED, "feitelijke_einddatum": command.einddatum}
    if row.status == rules.ENDED:
        outcome = contest(work, row, said, row.werkgever_id, LABEL)
    else:  # that it ended is a fact: only two last days are a question
        outcome = change_fields(work, row, said, row.werkgever_id, LABEL, seen=row.versie)
    outcome = _why(work, person, command, outcome)
    reckon(work, row)
    follow_candidate(work, person.kandidaat_id)
    log_contact(
        work, row.werkgever_id, command.kanaal, command.contactpersoon_ids, work.context.dag, "nazorg"
    )
    followers.ended(work, row)
    tell_regiehouder(
        work, row.werkgever_id, "plaatsing_beeindigd", datum=command.einddatum.isoformat(), nummer=row.nummer
    )
    return outcome


def _why(
    work: Work,
    person: PlaatsingPersoon,
    command: BeeindigPlaatsing | LaatPlaatsingVervallen,
    outcome: Outcome,
) -> Outcome:
    """What the bemiddelaar alone reads; of two questions the first is the answer."""
    said = {"reden_einde": command.reden, "toelichting": command.toelichting}
    why = {name: value for name, value in said.items() if value}
    noted = change_fields(work, person, why, None, "waarom het stopte")
    return replace(noted, id=outcome.id) if outcome.result != AANGEPAST else outcome


def void(work: Work, command: LaatPlaatsingVervallen) -> Outcome:
    """`plaatsing.vervalt`: it never began, so nobody can have seen it last."""
    row, person = own_placement(work, command.plaatsing_id)
    if row.status != rules.NEVER_BEGAN:
        rules.require_running(row.status)
    seen = work.find(Mijlpaal, Mijlpaal.plaatsing_id == row.id, Mijlpaal.uitkomst == rules.REACHED)
    if seen:
        raise Weigering("plaatsing_wel_begonnen", aantal=min(one.maanden for one in seen))
    never = {"status": rules.NEVER_BEGAN}
    outcome = change_fields(work, row, never, row.werkgever_id, LABEL, seen=row.versie)
    outcome = _why(work, person, command, outcome)
    settle_vacature(work, row.vacature_id)
    follow_candidate(work, person.kandidaat_id)
    followers.ended(work, row)
    tell_regiehouder(work, row.werkgever_id, "plaatsing_vervallen", start=row.start.isoformat())
    return outcome
