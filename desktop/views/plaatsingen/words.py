"""A placement in the words of a row and of its strip: who or where, how long, whether it lasts. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from desktop.models.queries.plaatsing_rows import MijlpaalRij, PlaatsingRij
from desktop.models.rules.plaatsing import LASTING, NOT_YET, RUNS, TRIAL, standing
from desktop.views.plaatsingen import texts
from desktop.views.subject.labels import Labels
from desktop.views.tables import item_line
from desktop.views.tables.item_line import ItemLine

SOON = 30
"""So many days before its expected end a placement ends soon."""
LISTS = ("vacature_soort", "contract", "plaatsing_einde", "inzet_status", "nazorg_vervallen", "nazorg_poging")


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads, when, and the labels of the code lists."""

    id: str
    rol: str
    today: date
    labels: Labels = field(default_factory=Labels)

    def label(self, lijst: str, code: object) -> str:
        return self.labels.label(lijst, code)


def who(row: PlaatsingRij) -> str:
    """The candidate where this laptop holds it, else only whose candidate it is."""
    return row.kandidaat or texts.of_whom(row.bemiddelaar)


def line(row: PlaatsingRij, reader: Reader) -> ItemLine[PlaatsingRij]:
    """The own candidate by name with the werkgever below; of others the werkgever with the kind of work."""
    kind = reader.label("vacature_soort", row.soort).lower()
    title = row.kandidaat or row.werkgever
    beside = row.werkgever if row.kandidaat else texts.of_whom(row.bemiddelaar)
    when, ink = _when(row, reader)
    mine = row.kandidaat_id is not None
    return ItemLine(
        row.id,
        title,
        f"{beside}  ·  {kind}",
        when,
        subject=row,
        when_ink=ink,
        aside=_aside(row),
        mark=item_line.MINE if mine else item_line.OTHERS,
        waits=row.wacht,
    )


def _when(row: PlaatsingRij, reader: Reader) -> tuple[str, str]:
    """How long it runs; amber when it ends soon."""
    if row.status != RUNS:
        return texts.STATES[row.status].lower(), "tekst_2"
    end, today = row.verwachte_einddatum, reader.today
    if end is not None and end <= today + timedelta(days=SOON):
        return texts.until(end, today), "letop"
    return texts.since_row(row.start, today), "tekst_2"


def _aside(row: PlaatsingRij) -> str:
    """The last milestone that somebody spoke of."""
    said = [text.partition(": ") for text in row.mijlpalen]
    known = [(months, outcome) for months, _, outcome in said if outcome != "onbekend"]
    if not known:
        return ""
    months, outcome = known[-1]
    return texts.milestone_line(int(months), texts.OUTCOMES[outcome]).lower()


def outcome(row: MijlpaalRij, today: date) -> str:
    """In words, with what is still to come apart from what nobody confirmed."""
    said = texts.OUTCOMES[standing(row.uitkomst, row.datum, today)]
    return texts.confirmed(said, texts.CONFIRMED_BY.get(row.bevestigd_door or ""))


def lasting(row: PlaatsingRij, milestones: tuple[MijlpaalRij, ...], today: date) -> str:
    """Whether it is duurzaam: reached, not reached, not known, or on which day one can say."""
    if row.soort == TRIAL:
        return texts.TRIAL
    last = next((one for one in milestones if one.maanden == LASTING), None)
    stand = standing(last.uitkomst, last.datum, today) if last else NOT_YET
    if stand == NOT_YET:
        return texts.known_on(last.datum, today) if last and row.status == RUNS else ""
    return {
        "gerealiseerd": texts.LASTING,
        "uitval": texts.NOT_LASTING,
        "onbekend": texts.LASTING_UNKNOWN,
    }.get(stand, "")


def strip_title(row: PlaatsingRij, today: date) -> str:
    if row.status == RUNS:
        return texts.since(row.start, today)
    return texts.over(row.feitelijke_einddatum, today) if row.status == "beeindigd" else texts.never_began()
