"""Numbers with whom they are, under the name of their bemiddelaar: all that a teamleider sees (R10)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import cast

from desktop import dutch
from desktop.models.errors import Weigering
from desktop.models.queries.kandidaat_rows import KandidaatregieRij
from desktop.models.rights import has_candidates, may_do
from desktop.models.values import fold
from desktop.views.kandidaatregies import texts
from desktop.views.kandidaten.texts import candidate
from desktop.views.subject.choice import Choice, Filter
from desktop.views.subject.description import Subject
from desktop.views.subject.section import Fact, Section
from desktop.views.subject.sheet import Action, Sheet, SheetTab
from desktop.views.subject.strip_words import StripWords
from desktop.views.tables import item_line
from desktop.views.tables.item_line import ItemLine

RUNS, HOLDER = "loopt", "bij_wie"
ASSIGN, STAND_IN = "wijs_toe", "stel_waarneming_in"
FACTS = "gegevens"


class ByNumber(Subject[KandidaatregieRij, KandidaatregieRij]):
    """No word of who it is: this laptop does not know it."""

    key = "kandidaatregies"
    tables = ("kandidaatregie", "kandidaat_overdracht", "kandidaat_waarneming", "medewerker")
    words = texts.WORDS
    orders = texts.ORDERS
    _people: tuple[tuple[str, str], ...] = ()

    def read_names(self) -> Mapping[str, object]:
        people = (row for row in self.backend.medewerkers() if has_candidates(row.rol))
        return {**super().read_names(), "bemiddelaars": tuple((row.id, row.naam) for row in people)}

    def learn(self, names: Mapping[str, object]) -> None:
        super().learn(names)
        self._people = cast("tuple[tuple[str, str], ...]", names["bemiddelaars"])

    @property
    def filters(self) -> tuple[Filter, ...]:
        return (
            Filter(RUNS, texts.LOOKING, texts.SAID_LOOKING),
            Filter(HOLDER, texts.HOLDER, texts.SAID_HOLDER, self._people, texts.ANY_HOLDER),
        )

    # -- on a reader ----------------------------------------------------------------------------------
    def read(self, choice: Choice) -> Sequence[KandidaatregieRij]:
        rows = self.backend.kandidaatregies(choice.value(HOLDER) or None)
        asked = fold(choice.text).split()
        return [
            row
            for row in rows
            if (row.actief or not choice.has(RUNS))
            and all(word in fold(f"{row.nummer or ''} {row.bemiddelaar}") for word in asked)
        ]

    def lines(self, rows: Sequence[KandidaatregieRij]) -> Sequence[ItemLine[KandidaatregieRij]]:
        found: list[ItemLine[KandidaatregieRij]] = []
        for name, group in groupby(rows, key=lambda row: row.bemiddelaar):
            found += item_line.group(name, [self.line(row) for row in group])
        return tuple(found)

    def line(self, row: KandidaatregieRij) -> ItemLine[KandidaatregieRij]:
        said = [texts.since(row.van, self.backend.today())]
        said += [texts.stands_in(row.waarnemer)] if row.waarnemer else []
        said += [texts.offered(row.aangeboden_aan)] if row.aangeboden_aan else []
        state = texts.CLOSED if not row.actief else "" if row.werkt_hier else texts.GONE
        return ItemLine(
            row.id,
            candidate(row.nummer),
            "  ·  ".join(said),
            state,
            subject=row,
            when_ink="letop" if row.actief and not row.werkt_hier else "tekst_2",
            mark=item_line.OTHERS if row.werkt_hier else item_line.NOBODYS,
            waits=row.wacht,
        )

    def read_one(self, row_id: str) -> KandidaatregieRij:
        row = next((one for one in self.backend.kandidaatregies() if one.id == row_id), None)
        if row is None:
            raise Weigering("kandidaat_onbekend", id=row_id)
        return row

    def sheet(self, found: KandidaatregieRij) -> Sheet:
        today = self.backend.today()
        facts = (
            Fact(texts.NUMBER, found.nummer or candidate(None)),
            Fact(texts.HOLDER, found.bemiddelaar),
            Fact(texts.SINCE, dutch.long_date(found.van, near=today)),
            Fact(texts.STANDS_IN, found.waarnemer),
            Fact(texts.OFFERED, found.aangeboden_aan),
        )
        known = Section(texts.ABOUT, tuple(fact for fact in facts if fact.value), id=found.id)
        tabs = (SheetTab(FACTS, texts.TAB, (known,)),)
        strip = StripWords(texts.holds(found.bemiddelaar), texts.WORDS.choose_text, self._notices(found))
        return Sheet(
            found.id, candidate(found.nummer), (found.bemiddelaar,), strip, self._actions(found), (), tabs
        )

    def _notices(self, row: KandidaatregieRij) -> tuple[str, ...]:
        if not row.actief:
            return (texts.CLOSED_SAID,)
        return () if row.werkt_hier else (texts.GONE_SAID,)

    def _actions(self, row: KandidaatregieRij) -> tuple[Action, ...]:
        """A closed candidate is no work of anybody."""
        if not row.actief or not may_do(self.backend.rol, "kandidaat.wijs_toe"):
            return ()
        stand_in = (Action(STAND_IN, texts.STAND_IN, "personen"),) if row.waarnemer is None else ()
        return (*stand_in, Action(ASSIGN, texts.ASSIGN, "overdracht", filled=True))
