"""What runs for a candidate and what could: voordrachten, placements, and the work that fits. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

from desktop import dutch
from desktop.models.queries.match_rows import VacatureMatch
from desktop.models.queries.plaatsing_rows import MijlpaalRij, PlaatsingKaart, VoordrachtRij
from desktop.models.rules.plaatsing import standing
from desktop.models.rules.voordracht import PLACED, RUNNING
from desktop.views import dates
from desktop.views.kandidaten import texts
from desktop.views.subject.section import Fact, FactLink, Section
from desktop.views.vacatures import match
from desktop.views.vacatures.texts import JUDGED
from desktop.views.vacatures.words import Reader

UPDATE, PUT_FORWARD_FOR, EMPLOYER, VACANCY, PLACEMENT, PLACE = (
    "werk_bij",
    "draag_voor_hier",
    "werkgever",
    "vacature",
    "plaatsing",
    "plaats",
)


def sections(
    voordrachten: Sequence[VoordrachtRij],
    plaatsingen: Sequence[PlaatsingKaart],
    kandidaat_id: str,
    reader: Reader,
) -> tuple[Section, ...]:
    """Under a heading for each; what was put forward comes first, because it asks for a next step."""
    put_forward = [
        _voordracht(row, texts.VOORDRACHTEN if number == 0 else "", reader)
        for number, row in enumerate(voordrachten)
    ]
    placed = [
        _placement(row, texts.PLACEMENTS if number == 0 else "", reader)
        for number, row in enumerate(plaatsingen)
    ]
    nothing = Section(texts.VOORDRACHTEN, empty=texts.NO_VOORDRACHTEN, id=kandidaat_id)
    return (*(put_forward or [nothing]), *placed)


def _voordracht(row: VoordrachtRij, heading: str, reader: Reader) -> Section:
    today = reader.today
    name = row.vacature or texts.NO_VACANCY
    facts = (
        Fact(texts.EMPLOYER, row.werkgever, opens=(EMPLOYER, row.werkgever_id)),
        Fact(texts.PROPOSED, dutch.long_date(row.datum, near=today)),
        Fact(texts.TALK, texts.talk(row.gesprek_op, row.gesprek_tijd, today)),
        Fact(texts.REASON, reader.label("voordracht_reden", row.reden)),
        Fact(texts.FEEDBACK, row.terugkoppeling),
        Fact(texts.NOTE, row.notitie),
    )
    since = "" if row.status_op == row.datum else f", {dates.short(row.status_op, today)}"
    mark = f"{texts.STATUS.get(row.status, row.status)}{since}"
    return Section(name, _filled(facts), _next(row), mark, heading, id=row.id)


def _next(row: VoordrachtRij) -> tuple[FactLink, ...]:
    """What asks to be done with it: as long as it runs, and until the work itself is recorded."""
    name = row.vacature or row.werkgever
    if row.status in RUNNING:
        return (FactLink(UPDATE, texts.UPDATE, texts.update_named(name), row.id),)
    if row.status == PLACED and row.plaatsing_id is None:
        return (FactLink(PLACE, texts.PLACE, texts.place_named(name), row.id),)
    return ()


def _placement(card: PlaatsingKaart, heading: str, reader: Reader) -> Section:
    row, today = card.plaatsing, reader.today
    began = dutch.long_date(row.start, near=today)
    end = row.feitelijke_einddatum or row.verwachte_einddatum
    facts = (
        Fact(texts.PERIOD, f"{began} tot {dutch.long_date(end, near=today)}" if end else f"vanaf {began}"),
        Fact(texts.VACANCY, row.vacature, opens=(VACANCY, row.vacature_id) if row.vacature_id else None),
        Fact(texts.KIND, reader.label("vacature_soort", row.soort)),
        Fact(texts.HOURS_OF, f"{row.uren} per week" if row.uren else ""),
        Fact(texts.MILESTONES, _milestones(card.mijlpalen, reader)),
    )
    mark = texts.PLACED_STATES.get(row.status, row.status)
    links = (FactLink(PLACEMENT, texts.OPEN, texts.open_placement(row.werkgever), row.id),)
    return Section(row.werkgever, _filled(facts), links, mark, heading, id=row.id)


def _milestones(rows: Sequence[MijlpaalRij], reader: Reader) -> str:
    """Nog aan het werk na 1 maand: ja, 3 maanden: niet bekend; what is still to come is said as such."""
    found = []
    for row in rows:
        after = dutch.count(row.maanden, "maand", "maanden")
        outcome = standing(row.uitkomst, row.datum, reader.today)
        found.append(f"{after}: {texts.OUTCOMES.get(outcome, outcome)}")
    return ", ".join(found)


def _filled(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    return tuple(fact for fact in facts if fact.value)


# -- what fits ---------------------------------------------------------------------------------------
def fitting(matches: Sequence[VacatureMatch], kandidaat_id: str) -> tuple[Section, ...]:
    """One section for each vacature, under a heading per judgement."""
    if not matches:
        return (Section(texts.TAB_FITS, empty=texts.NO_WORK_FITS, id=kandidaat_id),)
    found: list[Section] = []
    for judgement, group in groupby(matches[: match.MOST], key=attrgetter("oordeel")):
        for number, one in enumerate(group):
            found.append(_fit(one, JUDGED[judgement] if number == 0 else ""))
    return tuple(found)


def _fit(one: VacatureMatch, heading: str) -> Section:
    where = Fact(texts.EMPLOYER, one.werkgever, opens=(EMPLOYER, one.werkgever_id))
    said = texts.put_forward_for(one.naam)
    links = () if one.loopt else (FactLink(PUT_FORWARD_FOR, texts.PUT_FORWARD, said, one.vacature_id),)
    facts = (where, *match.reasons(one.redenen))
    return Section(one.naam, facts, links, match.beside(one.loopt, one.km), heading, id=one.vacature_id)
