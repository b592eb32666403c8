"""Answers in the inbox: which of two values holds. What is not chosen stays in the history."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desktop.models.commands.afstemming import KiesAfstemming
from desktop.models.commands.quarantaine import CODE as QUARANTINED
from desktop.models.errors import Weigering
from desktop.models.handlers import waiting_questions
from desktop.models.handlers.fields import about_candidate, change_fields, typed
from desktop.models.handlers.following import follow
from desktop.models.handlers.readers import may_read
from desktop.models.handlers.undo_fields import TakenBack, require_own, restore
from desktop.models.outcome import TOEGEPAST, Outcome
from desktop.models.redacting import only_ids
from desktop.models.rules.conflict import RUNNING_TEXT, SECOND_PLACE, both_texts
from desktop.models.rules.kandidaat import SUBJECTS
from desktop.models.tables import SYNCED, Afstemming, Kandidaat, Synced, Werkgever
from desktop.models.work import Work

_TABLES: dict[str, type[Synced]] = {cls.__tablename__: cls for cls in SYNCED}  # type: ignore[attr-defined]
CONFLICT, REFUSAL = "conflict", "weigering"
STAYS_OPEN = frozenset({(CONFLICT, "later"), (CONFLICT, "gelezen"), (REFUSAL, "later")})


def choose(work: Work, command: KiesAfstemming) -> Outcome:
    """`afstemming.kies`. What a colleague changed after the question was asked is a new question."""
    item = work.require(Afstemming, command.afstemming_id, "afstemming_onbekend")
    if item.medewerker_id != work.context.actor.medewerker_id:
        raise Weigering("afstemming_onbekend", id=item.id)
    if item.status != "open":
        return Outcome(TOEGEPAST, item.id)
    if item.code == QUARANTINED:
        raise Weigering("quarantaine_kies")
    if command.keuze == "opnieuw" and item.soort != REFUSAL:
        raise Weigering("afstemming_niet_opnieuw")
    outcome = Outcome(TOEGEPAST, item.id)
    if item.soort == CONFLICT:
        outcome = _settle(work, item, command.keuze)
    if (item.soort, command.keuze) in STAYS_OPEN:
        work.change(item, keuze=command.keuze, later_tot=command.tot)
        return outcome
    for one in (item, *_following(work, item, "open")):
        work.change(one, keuze=command.keuze, status="gesloten", later_tot=None, **_not_kept(work, one))
    waiting_questions.keep_right(work, item.medewerker_id)
    return outcome


def _not_kept(work: Work, item: Afstemming) -> dict[str, Any]:
    """Read and done with: what was typed about somebody else's candidate is kept no longer than that."""
    subject = (item.opdracht or "").partition(".")[0]
    if item.soort != REFUSAL or subject not in SUBJECTS:
        return {}
    kandidaat_id = item.argumenten.get("kandidaat_id") or item.argumenten.get("id") or ""
    row = work.get(Kandidaat, kandidaat_id)
    if row is not None and may_read(work, row):
        return {}
    return {"argumenten": only_ids(item.argumenten)}


def take_back(work: Work, what: TakenBack) -> None:
    """The question is open again, and what the choice wrote goes back where it still stands."""
    item = work.require(Afstemming, what.row_id or "", "afstemming_onbekend")
    require_own(work, item.medewerker_id)
    row = _row(work, item) if item.status != "open" else None
    if row is not None:
        restore(work, what, [row], item.werkgever_id or row.id, "")
        follow(work, row)
    for one in (item, *_following(work, item, "gesloten")):
        work.change(one, keuze=None, status="open", later_tot=None)


def _following(work: Work, item: Afstemming, status: str) -> Sequence[Afstemming]:
    """What was refused because of it goes the same way."""
    if item.soort != REFUSAL:
        return ()
    return work.find(Afstemming, Afstemming.hoort_bij_id == item.id, Afstemming.status == status)


def _row(work: Work, item: Afstemming) -> Synced | None:
    return work.own(_TABLES[item.tabel or ""], item.rij_id or "") if item.tabel in _TABLES else None


def _settle(work: Work, item: Afstemming, keuze: str) -> Outcome:
    row = _row(work, item)
    if row is None or item.veld is None or keuze not in ("mijne", "beide"):
        return Outcome(TOEGEPAST, item.id)
    if about_candidate(row) and not may_read(work, row):
        raise Weigering("kandidaat_onbekend", id=row.id)
    meant_other = isinstance(row, Werkgever) and row.samengevoegd_met is not None
    if meant_other:  # the two were merged meanwhile: only what is empty there is filled
        row = work.werkgever(row.id)
    mine = typed(type(row), item.veld, item.argumenten.get("waarde"))
    wanted = {item.veld: mine} if keuze == "mijne" else _beside(work, row, item, mine)
    seen = None if meant_other else item.parameters.get("versie")
    label = str(item.parameters.get("wat") or "")
    outcome = change_fields(
        work, row, wanted, item.werkgever_id or row.id, label, fill_only=meant_other, seen=seen
    )
    follow(work, row)
    return Outcome(outcome.result, item.id, outcome.code, outcome.parameters)


def _beside(work: Work, row: Synced, item: Afstemming, mine: Any) -> dict[str, Any]:
    """Where mine goes when theirs stays; nowhere when mine is empty."""
    place = (row.__tablename__, item.veld or "")  # type: ignore[attr-defined]
    if place in RUNNING_TEXT:
        return {place[1]: _under(work, getattr(row, place[1]), item, mine, RUNNING_TEXT[place])}
    second = SECOND_PLACE.get(place)
    if second is None:
        raise Weigering("afstemming_beide_kan_niet")
    if mine is None:
        return {}
    there = getattr(row, second)
    return {second: [*there, mine] if isinstance(there, list) else mine}


def _under(work: Work, theirs: str | None, item: Afstemming, mine: str | None, most: int) -> str | None:
    """Both texts, mine marked with who wrote it on which day."""
    if not mine:
        return theirs
    text = both_texts(theirs, mine, work.context.actor.naam, item.aangemaakt_op.date())
    if len(text) > most:
        raise Weigering("afstemming_beide_te_lang", max=most, aantal=len(text))
    return text
