"""That questions of a colleague wait too long: the teamleiders read whose and how many, never what.

One notice per teamleider and colleague, which the centre keeps right once a day and every answer keeps right
in between. On a laptop nobody else's questions are there, so nothing happens.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop.models.commands.afstemming import MeldWachtend
from desktop.models.context import REGION_TIME, derive_id
from desktop.models.outcome import TOEGEPAST, Outcome
from desktop.models.rights import LEADS
from desktop.models.rules.conflict import waits_too_long
from desktop.models.tables import Afstemming, Medewerker
from desktop.models.work import Work

CODE = "afstemming_wacht"
ASKS = ("conflict", "weigering")


def report(work: Work, command: MeldWachtend) -> Outcome:
    """`afstemming.meld_wachtend`: told anew when there are more than were read about."""
    person = work.require(Medewerker, command.medewerker_id, "medewerker_onbekend")
    late = _late(work, person.id)
    for lead in _teamleiders(work, person.id):
        _tell(work, lead, person, late)
    return Outcome(TOEGEPAST, person.id)


def keep_right(work: Work, person_id: str) -> None:
    """Somebody answered: notices that are open say how many are left, and go when none is."""
    notices = work.find(Afstemming, Afstemming.code == CODE, Afstemming.rij_id == person_id)
    for notice in notices:
        if notice.status == "open":
            _set(work, notice, _late(work, person_id))


def _late(work: Work, person_id: str) -> list[date]:
    """When each question that waits too long was asked, the oldest first."""
    today = work.context.dag_ontvangen
    rows = work.find(
        Afstemming,
        Afstemming.medewerker_id == person_id,
        Afstemming.status == "open",
        Afstemming.soort.in_(ASKS),
        Afstemming.hoort_bij_id.is_(None),
    )
    asked = [(row.gevraagd_op or row.aangemaakt_op).astimezone(REGION_TIME).date() for row in rows]
    return sorted(day for day in asked if waits_too_long(day, today))


def _teamleiders(work: Work, person_id: str) -> Sequence[Medewerker]:
    leads = Medewerker.rol.in_(sorted(LEADS))
    return work.find(Medewerker, leads, Medewerker.actief.is_(True), Medewerker.id != person_id)


def _tell(work: Work, lead: Medewerker, person: Medewerker, late: Sequence[date]) -> None:
    row_id = derive_id(person.id, "wacht", lead.id)
    notice = work.get(Afstemming, row_id)
    if notice is not None:
        more = len(late) > int(notice.parameters.get("aantal") or 0)
        if notice.status == "open" or more:
            _set(work, notice, late)
    elif late:
        work.add(
            Afstemming(
                id=row_id,
                medewerker_id=lead.id,
                soort="kennisgeving",
                code=CODE,
                parameters=_words(person.naam, late),
                rij_id=person.id,
                argumenten={},
                status="open",
            )
        )


def _set(work: Work, notice: Afstemming, late: Sequence[date]) -> None:
    """What was read stays read until there are more."""
    words = _words(str(notice.parameters.get("wie")), late)
    work.change(notice, parameters=words, status="open" if late else "gesloten", keuze=None)


def _words(naam: str, late: Sequence[date]) -> dict[str, str | int | bool | None]:
    return {"wie": naam, "aantal": len(late), "sinds": late[0].isoformat() if late else None}
