"""Taking back what one did about nazorg or a signaal (R11); what followed from it goes too."""

from __future__ import annotations

from desktop.models.commands.nazorg import MOST_ITEMS
from desktop.models.context import derive_id
from desktop.models.errors import Weigering
from desktop.models.handlers import undo_made
from desktop.models.handlers.nazorg import LABEL
from desktop.models.handlers.nazorg_rights import person_of
from desktop.models.handlers.notice import tell
from desktop.models.handlers.own_candidate import remove
from desktop.models.handlers.signaal import OPEN
from desktop.models.handlers.undo_fields import (
    TakenBack,
    name_of,
    readers_of,
    require_own,
    require_unchanged,
    restore,
    was_made_by,
)
from desktop.models.handlers.undo_made import made
from desktop.models.rules.nazorg import PLANNED
from desktop.models.tables import Nazorgactie, NazorgPersoon, Nazorgregel, Signaal, Synced
from desktop.models.work import Work


def added(work: Work, what: TakenBack) -> None:
    """`nazorg.voeg_toe`: while it is planned and nobody else changed it."""
    row = made(work, Nazorgactie, what, "nazorg")
    if row is not None:
        _remove_planned(work, row)


def _remove_planned(work: Work, *rows: Nazorgactie) -> None:
    """All of these, or none where one was done, changed or tried by a colleague."""
    people = {row.id: work.get(NazorgPersoon, derive_id(row.id, "persoon")) for row in rows}
    for row in rows:
        _require_untouched(work, row, people[row.id])
    for row in rows:
        remove(work, row, people[row.id])


def _require_untouched(work: Work, row: Nazorgactie, person: NazorgPersoon | None) -> None:
    require_own(work, row.aangemaakt_door)
    if row.status != PLANNED:
        raise Weigering("ongedaan_nazorg_gedaan")
    require_unchanged(work, row)
    me = work.context.actor.medewerker_id
    tried = (one["door_id"] for one in (person.pogingen or () if person else ()))
    other = next((who for who in tried if who != me), None)
    if other is not None:
        raise Weigering("ongedaan_hangt_aan", wie=name_of(work, other))


def planned(work: Work, what: TakenBack) -> None:
    """`nazorg.plan`: every talk that it planned, all or none."""
    if what.uuid is None:
        raise Weigering("ongedaan_onbekend")
    own_ids = {derive_id(what.uuid, "nazorg", str(number)) for number in range(MOST_ITEMS)}
    rows = work.find(Nazorgactie, Nazorgactie.plaatsing_id == (what.row_id or ""))
    made_now = [row for row in rows if row.id in own_ids or was_made_by(work, what.uuid, row, "gepland_op")]
    _remove_planned(work, *made_now)


def changed(work: Work, what: TakenBack) -> None:
    """`nazorg.verzet` and `nazorg.vervalt`."""
    row = work.require(Nazorgactie, what.row_id or "", "nazorg_onbekend")
    restore(work, what, [row], row.werkgever_id, LABEL)


def attempted(work: Work, what: TakenBack) -> None:
    """`nazorg.meld_poging`: the attempt, the day that was chosen with it and its contact go."""
    row = work.require(Nazorgactie, what.row_id or "", "nazorg_onbekend")
    restore(work, what, [row], row.werkgever_id, LABEL)
    person = person_of(work, row)
    mine = [one for one in (person.pogingen or () if person else ()) if one["opdracht"] == what.uuid]
    for one in mine:
        require_own(work, one["door_id"])
    if person is not None and mine:
        work.change(person, pogingen=[one for one in person.pogingen if one not in mine])
    undo_made.contact(work, TakenBack(what.uuid, None))


def finished(work: Work, what: TakenBack) -> None:
    """`nazorg.rond_af`: it is planned again; the next talk, the signaal and the contact go with it."""
    row = work.require(Nazorgactie, what.row_id or "", "nazorg_onbekend")
    person = person_of(work, row)
    follows = _followed(work, what)
    rows: list[Synced] = [row, *([person] if person else [])]
    if not restore(work, what, rows, row.werkgever_id, LABEL):
        return
    for one in follows:
        if isinstance(one, Nazorgactie):
            _remove_planned(work, one)
        else:
            remove(work, one)
    undo_made.contact(work, TakenBack(what.uuid, None))


def _followed(work: Work, what: TakenBack) -> list[Nazorgactie | Signaal]:
    """What the same command made besides; an answered signaal stands."""
    if what.uuid is None:
        return []
    talk = work.get(Nazorgactie, derive_id(what.uuid, "volgende"))
    told = work.get(Signaal, derive_id(what.uuid, "signaal"))
    if told is not None and told.status != OPEN:
        raise Weigering("ongedaan_signaal_beantwoord")
    return [one for one in (talk, told) if one is not None and one.verwijderd_op is None]


def signal(work: Work, what: TakenBack) -> None:
    """`signaal.meld`: until it was answered."""
    row = made(work, Signaal, what, "signaal")
    if row is None:
        return
    if row.status != OPEN:
        raise Weigering("ongedaan_signaal_beantwoord")
    remove(work, row)


def answered(work: Work, what: TakenBack) -> None:
    """`signaal.beantwoord`: it is open again; who read the answer reads that it does not count."""
    row = work.require(Signaal, what.row_id or "", "signaal_onbekend")
    if restore(work, what, [row], row.werkgever_id, "het signaal") and row.melder_id in readers_of(
        work, what
    ):
        werkgever = work.werkgever(row.werkgever_id)
        tell(
            work, row.melder_id, "signaal_antwoord_terug", werkgever.id,
            wie=work.context.actor.naam, werkgever=werkgever.naam,
        )  # fmt: skip


def settled(work: Work, what: TakenBack) -> None:
    """`nazorgregel.stel_vast`: the line is as it was, or there is none; what is planned stays."""
    row = work.require(Nazorgregel, what.row_id or "", "nazorgregel_onbekend")
    if what.uuid is not None and was_made_by(work, what.uuid, row, "naam"):
        require_own(work, row.aangemaakt_door)
        require_unchanged(work, row)
        remove(work, row)
    else:
        restore(work, what, [row], None, row.naam)
