"""The course of a placement: everything with a day as one line, with what can be said of it. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from desktop.models.queries.nazorg_rows import NazorgRij
from desktop.models.queries.plaatsing_rows import MijlpaalRij, OnderbrekingRij, PlaatsingRij
from desktop.models.rights import may_do
from desktop.models.rules.plaatsing import standing
from desktop.views import dates
from desktop.views.plaatsingen import texts, words
from desktop.views.plaatsingen.reading import Placement
from desktop.views.plaatsingen.words import Reader
from desktop.views.subject.section import FactLink, Moment, Section, Standing

CONFIRM, STILL, STILL_OVER, FINISH = "bevestig", "onderbreking", "onderbreking_voorbij", "nazorg_afronden"

_Line = tuple[date, str, Standing, tuple[FactLink, ...]]


def sections(found: Placement, reader: Reader) -> tuple[Section, ...]:
    """In the order of time, with a line where today is."""
    row, today = found.card.plaatsing, reader.today
    lines = sorted(_lines(found, reader), key=lambda line: (line[0], line[2] is not Standing.DONE))
    moments = [Moment(dates.short(day, today), said, stands, links) for day, said, stands, links in lines]
    behind = sum(1 for day, _, stands, _ in lines if day <= today and stands is not Standing.COMES)
    if 0 < behind < len(moments):
        moments.insert(behind, Moment(dates.TODAY, "", Standing.TODAY))
    whole = Section(texts.TAB_COURSE, links=_still_links(found, reader), id=row.id, moments=tuple(moments))
    if found.card.mijlpalen:
        return (whole,)
    return whole, Section(texts.MILESTONES, empty=texts.NO_MILESTONES, id=row.id)


def _lines(found: Placement, reader: Reader) -> Iterator[_Line]:
    row, today = found.card.plaatsing, reader.today
    yield row.start, _begins(row, reader), _stands(row.start, today), ()
    for one in found.card.mijlpalen:
        yield _milestone(one, reader)
    for talk in found.talks:
        yield _talk(talk, found, reader)
    for still in found.card.onderbrekingen:
        yield (
            still.van,
            texts.still(still.tot, today),
            _stands(still.van, today),
            _over_links(still, found, reader),
        )
    for used in found.used:
        if used.start:
            said = texts.used(used.instrument, reader.label("inzet_status", used.status).lower())
            yield used.start, said, _stands(used.start, today), ()
    if row.feitelijke_einddatum:
        yield row.feitelijke_einddatum, texts.ENDED_ON, _stands(row.feitelijke_einddatum, today), ()
    elif row.verwachte_einddatum:
        yield row.verwachte_einddatum, texts.EXPECTED, Standing.COMES, ()


def _stands(day: date, today: date) -> Standing:
    return Standing.DONE if day <= today else Standing.COMES


def _begins(row: PlaatsingRij, reader: Reader) -> str:
    return texts.begins(reader.label("vacature_soort", row.soort))


# -- nazorg ------------------------------------------------------------------------------------------
def care(talk: NazorgRij, reader: Reader) -> str:
    """Nazorg met de werknemer: stabiel. Of others only that it was done."""
    said = texts.care(texts.TRACKS[talk.spoor])
    if talk.status == "vervallen":
        return f"{said}: {texts.DROPPED}"
    if talk.status == "gedaan":
        return f"{said}: {_outcome(talk)}"
    late = talk.gepland_op < reader.today
    return f"{said}: {texts.PLANNED_LATE if late else texts.PLANNED}"


def mine(talk: NazorgRij, found: Placement, reader: Reader) -> bool:
    """The placement track is of who holds the candidate, the relation of who holds the regie."""
    if not may_do(reader.rol, "nazorg.rond_af"):
        return False
    return talk.uitvoerder_id == reader.id if talk.spoor == "relatie" else found.card.persoon_hier


def talk_title(talk: NazorgRij) -> str:
    """What it is about where that is known here, else with whom."""
    return talk.naam or texts.care(texts.TRACKS[talk.spoor])


def _talk(talk: NazorgRij, found: Placement, reader: Reader) -> _Line:
    if talk.status != "gepland":
        return talk.uitgevoerd_op or talk.gepland_op, care(talk, reader), Standing.DONE, ()
    stands = Standing.LATE if talk.gepland_op < reader.today else Standing.COMES
    due = talk.gepland_op <= reader.today and mine(talk, found, reader)
    link = FactLink(FINISH, texts.FINISH, f"{texts.FINISH}: {talk_title(talk)}", talk.id)
    return talk.gepland_op, care(talk, reader), stands, (link,) if due else ()


def _outcome(talk: NazorgRij) -> str:
    if talk.resultaat:
        return texts.RESULTS[talk.resultaat]
    return texts.steun(talk.steun) if talk.steun is not None else texts.DONE


# -- milestones and interruptions --------------------------------------------------------------------
def _milestone(row: MijlpaalRij, reader: Reader) -> _Line:
    """What one can say of it from its day on, or say better."""
    open_ = standing(row.uitkomst, row.datum, reader.today) != "nog_niet"
    said = texts.BETTER if row.bevestigd_door else texts.CONFIRM
    links = (FactLink(CONFIRM, said, texts.confirm(row.maanden), row.id),)
    may = open_ and may_do(reader.rol, "mijlpaal.bevestig")
    stands = Standing.COMES if not open_ else Standing.DONE if row.bevestigd_door else Standing.LATE
    said_of_it = texts.milestone_line(row.maanden, words.outcome(row, reader.today))
    return row.datum, said_of_it, stands, links if may else ()


def _reports_stills(found: Placement, reader: Reader) -> bool:
    running = found.card.plaatsing.status == "loopt"
    return running and found.card.persoon_hier and may_do(reader.rol, "plaatsing.meld_onderbreking")


def _still_links(found: Placement, reader: Reader) -> tuple[FactLink, ...]:
    """One can lie still at a time."""
    lasting = any(one.tot is None for one in found.card.onderbrekingen)
    if lasting or not _reports_stills(found, reader):
        return ()
    return (FactLink(STILL, texts.STILL, texts.STILL, found.card.plaatsing.id),)


def _over_links(still: OnderbrekingRij, found: Placement, reader: Reader) -> tuple[FactLink, ...]:
    if still.tot is not None or not _reports_stills(found, reader):
        return ()
    return (FactLink(STILL_OVER, texts.STILL_OVER, texts.STILL_OVER, still.id),)
