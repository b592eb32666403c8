"""Taking back what one did about a voordracht or a placement (R11); what followed from it follows again."""

from __future__ import annotations

from desktop.models.context import derive_id
from desktop.models.errors import Weigering
from desktop.models.handlers import placement_changed, undo_made
from desktop.models.handlers import placement_followers as followers
from desktop.models.handlers.involving import end_involvement
from desktop.models.handlers.own_candidate import follow_candidate, remove
from desktop.models.handlers.undo_fields import TakenBack, require_unchanged, restore
from desktop.models.handlers.undo_made import made
from desktop.models.handlers.voordracht import LABEL as VOORDRACHT
from desktop.models.handlers.voordracht import settle_vacature
from desktop.models.rules import plaatsing as rules
from desktop.models.tables import (
    Contactmoment,
    Mijlpaal,
    Onderbreking,
    Plaatsing,
    PlaatsingPersoon,
    Synced,
    Voordracht,
    VoordrachtPersoon,
)
from desktop.models.work import Work

PLAATSING = "de plaatsing"


def voordracht(work: Work, what: TakenBack) -> None:
    """`voordracht.doe`: while nobody changed it and nobody works there because of it."""
    row = made(work, Voordracht, what, "voordracht")
    if row is None:
        return
    if work.find(Plaatsing, Plaatsing.voordracht_id == row.id):
        raise Weigering("ongedaan_voordracht_geplaatst")
    require_unchanged(work, row)
    remove(work, row, work.get(VoordrachtPersoon, derive_id(row.id, "persoon")))
    _contact(work, what)
    end_involvement(work, row.werkgever_id, row.bemiddelaar_id)
    settle_vacature(work, row.vacature_id)


def voordracht_changed(work: Work, what: TakenBack) -> None:
    """`voordracht.werk_bij`."""
    row = work.require(Voordracht, what.row_id or "", "voordracht_onbekend")
    person = work.get(VoordrachtPersoon, derive_id(row.id, "persoon"))
    restore(work, what, [row, *([person] if person else [])], row.werkgever_id, VOORDRACHT)
    _contact(work, what)
    settle_vacature(work, row.vacature_id)


def plaatsing(work: Work, what: TakenBack) -> None:
    """`plaatsing.registreer`: the voordracht, the vacature and the candidate are as they were."""
    row = made(work, Plaatsing, what, "plaatsing")
    if row is None:
        return
    require_unchanged(work, row)
    followers.refuse_if_built_on(work, row)
    person = work.get(PlaatsingPersoon, derive_id(row.id, "persoon"))
    remove(work, row, person, *_milestones(work, row), *_stills(work, row))
    if row.voordracht_id and what.uuid:
        proposed = work.require(Voordracht, row.voordracht_id, "voordracht_onbekend")
        restore(work, what, [proposed], row.werkgever_id, VOORDRACHT)
    _contact(work, what)
    end_involvement(work, row.werkgever_id, row.bemiddelaar_id)
    settle_vacature(work, row.vacature_id)
    if person is not None:
        follow_candidate(work, person.kandidaat_id)


def plaatsing_changed(work: Work, what: TakenBack) -> None:
    """`plaatsing.wijzig`, `plaatsing.beeindig`, `plaatsing.vervalt` and what was said of a milestone."""
    _restore(work, what, work.require(Plaatsing, what.row_id or "", "plaatsing_onbekend"))


def still_made(work: Work, what: TakenBack) -> None:
    """`plaatsing.meld_onderbreking`."""
    still = made(work, Onderbreking, what, "onderbreking")
    if still is None:
        return
    require_unchanged(work, still)
    remove(work, still)
    _restore(work, what, work.require(Plaatsing, still.plaatsing_id, "plaatsing_onbekend"))


def still_ended(work: Work, what: TakenBack) -> None:
    """`plaatsing.beeindig_onderbreking`."""
    still = work.require(Onderbreking, what.row_id or "", "onderbreking_onbekend")
    _restore(work, what, work.require(Plaatsing, still.plaatsing_id, "plaatsing_onbekend"))


def _restore(work: Work, what: TakenBack, row: Plaatsing) -> None:
    """All that one command changed of a placement, and then what follows from it."""
    person = work.get(PlaatsingPersoon, derive_id(row.id, "persoon"))
    proposed = work.get(Voordracht, row.voordracht_id) if row.voordracht_id else None
    beside = [one for one in (person, proposed) if one is not None]
    rows: list[Synced] = [row, *_milestones(work, row), *_stills(work, row), *beside]
    before = row.status
    restore(work, what, rows, row.werkgever_id, PLAATSING)
    _contact(work, what)
    if row.status == rules.RUNS != before:
        followers.resumed(work, row)
    placement_changed.follow(work, row)


def _milestones(work: Work, row: Plaatsing) -> list[Mijlpaal]:
    return list(work.find(Mijlpaal, Mijlpaal.plaatsing_id == row.id))


def _stills(work: Work, row: Plaatsing) -> list[Onderbreking]:
    return list(work.find(Onderbreking, Onderbreking.plaatsing_id == row.id))


def _contact(work: Work, what: TakenBack) -> None:
    """The contact that this very command logged."""
    row_id = derive_id(what.uuid, "contactmoment") if what.uuid else None
    if row_id is not None and work.get(Contactmoment, row_id) is not None:
        undo_made.contact(work, TakenBack(what.uuid, row_id))
