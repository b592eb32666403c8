"""The course of a placement: everything with a day in one line each, and its milestones. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from desktop.models.queries.nazorg_rows import NazorgRij
from desktop.models.queries.plaatsing_rows import MijlpaalRij, PlaatsingRij
from desktop.models.rights import may_do
from desktop.models.rules.plaatsing import standing
from desktop.views import dates
from desktop.views.plaatsingen import texts, words
from desktop.views.plaatsingen.reading import Placement
from desktop.views.plaatsingen.words import Reader
from desktop.views.subject.section import Fact, FactLink, Section

CONFIRM, STILL, STILL_OVER = "bevestig", "onderbreking", "onderbreking_voorbij"


def sections(found: Placement, reader: Reader) -> tuple[Section, ...]:
    """In the order of time, then what one can say of the milestones."""
    row = found.card.plaatsing
    said = sorted(_days(found, reader), key=lambda one: one[0])
    whole = Section(
        texts.TAB_COURSE, tuple(Fact(dates.short(day, reader.today), text) for day, text in said), id=row.id
    )
    return (whole, *_milestones(found, reader), _stills(found, reader))


def _days(found: Placement, reader: Reader) -> Iterator[tuple[date, str]]:
    row, today = found.card.plaatsing, reader.today
    yield row.start, _begins(row, reader)
    for one in found.card.mijlpalen:
        yield one.datum, texts.milestone_line(one.maanden, words.outcome(one, today))
    for talk in found.talks:
        yield talk.uitgevoerd_op or talk.gepland_op, care(talk, reader)
    for still in found.card.onderbrekingen:
        yield still.van, texts.still(still.tot, today)
    for used in found.used:
        if used.start:
            yield used.start, texts.used(used.instrument, reader.label("inzet_status", used.status).lower())
    if row.feitelijke_einddatum:
        yield row.feitelijke_einddatum, texts.ENDED_ON
    elif row.verwachte_einddatum:
        yield row.verwachte_einddatum, texts.EXPECTED


def _begins(row: PlaatsingRij, reader: Reader) -> str:
    return texts.begins(reader.label("vacature_soort", row.soort))


def care(talk: NazorgRij, reader: Reader) -> str:
    """Nazorg met de werknemer: stabiel. Of others only that it was done."""
    said = texts.care(texts.TRACKS[talk.spoor])
    if talk.status == "vervallen":
        return f"{said}: {texts.DROPPED}"
    if talk.status == "gedaan":
        return f"{said}: {_outcome(talk)}"
    late = talk.gepland_op < reader.today
    return f"{said}: {texts.PLANNED_LATE if late else texts.PLANNED}"


def _outcome(talk: NazorgRij) -> str:
    if talk.resultaat:
        return texts.RESULTS[talk.resultaat]
    return texts.steun(talk.steun) if talk.steun is not None else texts.DONE


def _milestones(found: Placement, reader: Reader) -> tuple[Section, ...]:
    if not found.card.mijlpalen:
        return (Section(texts.MILESTONES, empty=texts.NO_MILESTONES, id=found.card.plaatsing.id),)
    return tuple(_milestone(one, reader) for one in found.card.mijlpalen)


def _milestone(row: MijlpaalRij, reader: Reader) -> Section:
    """What one can say of it from its day on, or say better."""
    open_ = standing(row.uitkomst, row.datum, reader.today) != "nog_niet"
    said = texts.CONFIRM if row.bevestigd_door is None else texts.BETTER
    links = (FactLink(CONFIRM, said, texts.confirm(row.maanden), row.id),)
    may = open_ and may_do(reader.rol, "mijlpaal.bevestig")
    facts = [Fact(texts.ON_DAY, dates.spoken(row.datum, reader.today))]
    facts.append(Fact(texts.OUTCOME, words.outcome(row, reader.today)))
    return Section(texts.milestone(row.maanden), tuple(facts), links if may else (), id=row.id)


def _stills(found: Placement, reader: Reader) -> Section:
    row, today = found.card.plaatsing, reader.today
    facts = tuple(
        Fact(dates.short(one.van, today), texts.still(one.tot, today)) for one in found.card.onderbrekingen
    )
    links: list[FactLink] = []
    if (
        found.card.persoon_hier
        and may_do(reader.rol, "plaatsing.meld_onderbreking")
        and row.status == "loopt"
    ):
        lasting = next((one for one in found.card.onderbrekingen if one.tot is None), None)
        if lasting is not None:
            links.append(FactLink(STILL_OVER, texts.STILL_OVER, texts.STILL_OVER, lasting.id))
        else:
            links.append(FactLink(STILL, texts.STILL, texts.STILL, row.id))
    return Section(texts.STILLS, facts, tuple(links), empty=texts.NO_STILLS, id=row.id)
