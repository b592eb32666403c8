"""A row of the list in words: regie with who stands in, time since the last contact, one sentence. Pure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from desktop import dutch
from desktop.frozen import dataclass
from desktop.models.queries.werkgever_rows import WerkgeverRegel
from desktop.views import dates, texts
from desktop.views.werkgevers import texts_list as words
from desktop.views.werkgevers.regie_words import ASKED, LATE_AFTER_DAYS, MINE, NOBODY, first_name, mark


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads the rows, and when: what words such as jouw and vandaag depend on."""

    id: str
    naam: str
    clock: Callable[[], date]

    @property
    def today(self) -> date:
        return self.clock()


def regie(row: WerkgeverRegel, reader: Reader) -> str:
    """jouw regie, regie Fatima El Idrissi, Fatima El Idrissi voor Joost, nog geen regie, regie gevraagd"""
    kind = mark(row.regiehouder_id, row.regie_gevraagd, reader.id)
    if kind in (NOBODY, ASKED):
        return texts.REGIE_ASKED if kind == ASKED else texts.NO_REGIE_YET
    if row.waarnemer is None:
        return texts.YOUR_REGIE if kind == MINE else texts.regie_of(row.regiehouder or "")
    if kind == MINE:
        return words.stands_in_for_you(row.waarnemer)
    holder = first_name(row.regiehouder or "")
    if row.waarnemer == reader.naam:
        return words.you_stand_in(holder)
    return words.stands_in(row.waarnemer, holder)


def since(row: WerkgeverRegel, reader: Reader) -> str:
    """3 dagen, gisteren, nog geen contact"""
    if row.laatste_contact is None:
        return texts.NO_CONTACT
    return dates.since(row.laatste_contact, reader.today)


def is_long_ago(row: WerkgeverRegel, reader: Reader) -> bool:
    """Whether the time since the last contact must be looked at."""
    return row.laatste_contact is not None and (reader.today - row.laatste_contact).days > LATE_AFTER_DAYS


def sentence(row: WerkgeverRegel, reader: Reader, changed: bool = False) -> str:
    """All that a row shows, for who hears it."""
    said = [row.naam, row.plaats or "", regie(row, reader)]
    if row.laatste_contact is None:
        said.append(texts.NO_CONTACT)
    else:
        said.append(f"{texts.PREVIOUS_CONTACT} {dates.since(row.laatste_contact, reader.today)}")
    if row.open_acties:
        said.append(texts.open_actions(row.open_acties))
    if row.wacht:
        said.append(texts.NOT_SENT)
    if changed:
        said.append(texts.CHANGED)
    return ", ".join(part for part in said if part)


def kvk(row: WerkgeverRegel) -> str:
    """In groups of four; empty without one."""
    return dutch.kvk(row.kvk_nummer) if row.kvk_nummer else ""
