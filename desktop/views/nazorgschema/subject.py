"""The schedule as a list with a detail: its lines in their order, and when each is proposed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop import dutch
from desktop.models.errors import Weigering
from desktop.models.queries.nazorg_rows import NazorgregelRij
from desktop.views.nazorgschema import texts
from desktop.views.subject.choice import Choice, Filter
from desktop.views.subject.description import Subject
from desktop.views.subject.section import Fact, Section
from desktop.views.subject.sheet import Action, Sheet, SheetTab
from desktop.views.subject.strip_words import StripWords
from desktop.views.tables.item_line import ItemLine

IN_USE, TRACK, BY_NAME, EDIT, LINE = "gebruik", "spoor", "naam", "wijzig", "regel"
LISTS = ("vacature_soort", "contract")


@dataclass(frozen=True, slots=True)
class LineFound:
    """A line, and the name of the one after which it comes."""

    row: NazorgregelRij
    after: str
    instruments: Mapping[str, str]


class ScheduleLines(Subject[NazorgregelRij, LineFound]):
    """What is proposed after a placement; only who leads or looks after the program opens this."""

    key = "nazorgschema"
    tables = ("nazorgregel",)
    words = texts.WORDS
    orders = texts.ORDERS
    lists = LISTS

    @property
    def filters(self) -> tuple[Filter, ...]:
        return (
            Filter(IN_USE, texts.IN_USE, texts.SAID_IN_USE),
            Filter(TRACK, texts.TRACK, texts.SAID_TRACK, texts.TRACKS, texts.ANY_TRACK),
        )

    # -- on a reader ----------------------------------------------------------------------------------
    def read(self, choice: Choice) -> Sequence[NazorgregelRij]:
        typed, track = choice.text.casefold().split(), choice.value(TRACK)
        rows = [
            row
            for row in self.backend.nazorgregels()
            if (row.actief or not choice.has(IN_USE))
            and (not track or row.spoor == track)
            and all(word in row.naam.casefold() for word in typed)
        ]
        return sorted(rows, key=lambda row: row.naam.casefold()) if choice.order == BY_NAME else rows

    def line(self, row: NazorgregelRij) -> ItemLine[NazorgregelRij]:
        when = texts.moment(row.verschuiving, row.eenheid, row.anker)
        detail = f"{dict(texts.TRACKS)[row.spoor].capitalize()}  ·  {when}"
        off = "" if row.actief else texts.NOT_IN_USE
        return ItemLine(row.id, row.naam, detail, off, subject=row, waits=row.wacht)

    def read_one(self, row_id: str) -> LineFound:
        rows = self.backend.nazorgregels()
        row = next((one for one in rows if one.id == row_id), None)
        if row is None:
            raise Weigering("nazorgregel_onbekend", id=row_id)
        names = {one.code: one.naam for one in rows}
        guide = {one.code: one.naam for one in self.backend.instrumentengids()} if row.instrumenten else {}
        return LineFound(row, names.get(row.na_regel or "", ""), guide)

    def sheet(self, found: LineFound) -> Sheet:
        row = found.row
        when = texts.moment(row.verschuiving, row.eenheid, row.anker, found.after)
        facts = (
            Fact(texts.WHEN, when[:1].upper() + when[1:]),
            Fact(texts.AGAIN, texts.again(row.herhaal_maanden)),
            Fact(texts.TRACK, dict(texts.TRACKS)[row.spoor].capitalize()),
            Fact(texts.WHO, texts.DOERS[row.spoor].capitalize()),
            Fact(texts.SOURCE, row.bron),
        )
        sections = (
            Section(texts.LINE, tuple(fact for fact in facts if fact.value), id=row.id),
            Section(texts.ONLY, self._only(found), empty=texts.ALWAYS, id=row.id),
        )
        strip = StripWords(texts.COUNTS if row.actief else texts.COUNTS_NOT, icon="nazorg")
        if row.actief:
            strip = StripWords(texts.COUNTS, texts.EARLIER_STAYS, icon="nazorg")
        return Sheet(
            row.id,
            row.naam,
            (dict(texts.TRACKS)[row.spoor].capitalize(),),
            strip,
            (Action(EDIT, texts.EDIT, "potlood", filled=True),),
            tabs=(SheetTab(LINE, texts.TAB, sections),),
        )

    def _only(self, found: LineFound) -> tuple[Fact, ...]:
        row = found.row
        forfait = "" if row.forfait is None else texts.YES if row.forfait else texts.NO
        used = [found.instruments.get(code, code) for code in row.instrumenten]
        facts = (
            Fact(texts.KINDS_ONLY, self._named("vacature_soort", row.soorten)),
            Fact(texts.CONTRACTS_ONLY, self._named("contract", row.contract)),
            Fact(texts.INSTRUMENTS_ONLY, dutch.in_row(used)),
            Fact(texts.FORFAIT_ONLY, forfait.capitalize()),
            Fact(texts.LONGER_ONLY, texts.longer(row.duur_minimaal).capitalize()),
        )
        return tuple(fact for fact in facts if fact.value)

    def _named(self, lijst: str, codes: Sequence[str]) -> str:
        labels = self.labels.of(lijst)
        return dutch.in_row([labels.get(code, code) for code in codes])
