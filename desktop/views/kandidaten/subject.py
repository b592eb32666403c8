"""Kandidaten as a list with a detail: which filters there are, and how rows are read and said."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.models.queries.kandidaat_rows import KandidaatFilter, KandidaatOverdrachtRij, KandidaatRegel
from desktop.models.queries.plaatsing_rows import PlaatsingFilter, VoordrachtFilter
from desktop.models.rules.kandidaat import ACTIVE, CLOSED
from desktop.models.values import fold
from desktop.views.backend import Backend
from desktop.views.kandidaten import sheet, texts, words
from desktop.views.kandidaten.sheet import CandidateShown, OfferShown, Shown
from desktop.views.kandidaten.words import LISTS, Row
from desktop.views.subject.choice import Choice, Filter
from desktop.views.subject.description import Subject
from desktop.views.subject.sheet import Sheet
from desktop.views.tables import item_line
from desktop.views.tables.item_line import ItemLine
from desktop.views.vacatures.words import Reader

LOOKING, WITHOUT, CLASS, WHOSE, STATE = ("zoekt", "zonder_toestemming", "beroepsklasse", "wiens", "status")
_ANSWERS = frozenset({"kandidaat.aanvaard_overdracht", "kandidaat.weiger_overdracht"})


class Candidates(Subject[Row, Shown]):
    """What is offered to me stands above what I have."""

    key = "kandidaten"
    tables = (
        *(
            "kandidaat",
            "kandidaat_doelgroep",
            "kandidaatregie",
            "kandidaat_overdracht",
            "kandidaat_waarneming",
        ),
        *("profiel", "werkfitoordeel", "voordracht", "voordracht_persoon", "plaatsing", "plaatsing_persoon"),
        *("mijlpaal", "vacature", "werkgever", "codewaarde"),
    )
    words = texts.WORDS
    orders = texts.ORDERS
    lists = LISTS

    @property
    def reader(self) -> Reader:
        backend = self.backend
        return Reader(backend.medewerker_id, "", backend.rol, backend.today(), self.labels)

    @property
    def filters(self) -> tuple[Filter, ...]:
        classes = self.labels.options("beroepsklasse")
        return (
            Filter(LOOKING, texts.LOOKING, texts.SAID_LOOKING, excludes=frozenset({STATE})),
            Filter(WITHOUT, texts.WITHOUT, texts.SAID_WITHOUT),
            Filter(WHOSE, texts.WHOSE, texts.SAID_WHOSE, texts.WHOSE_OPTIONS, texts.ANY_WHOSE),
            Filter(
                STATE,
                texts.STATE,
                texts.SAID_STATE,
                texts.STATE_OPTIONS,
                texts.ANY_STATE,
                excludes=frozenset({LOOKING}),
            ),
            Filter(CLASS, texts.CLASS, texts.SAID_CLASS, classes, texts.ANY_CLASS),
        )

    def remembered(self, key: str) -> tuple[str, str] | None:
        return None if words.offer_id(key) else ("kandidaat", key)

    # -- on a reader ----------------------------------------------------------------------------------
    def read(self, choice: Choice) -> Sequence[Row]:
        asked = fold(choice.text).split()
        offered = () if choice.narrows else self.backend.kandidaatoverdrachten()
        fitting = (row for row in offered if all(word in _said(row) for word in asked))
        return (*fitting, *self.backend.kandidaten(wanted(choice)))

    def lines(self, rows: Sequence[Row]) -> Sequence[ItemLine[Row]]:
        """Headings only where something is offered."""
        offered = [self.line(row) for row in rows if isinstance(row, KandidaatOverdrachtRij)]
        others = [self.line(row) for row in rows if isinstance(row, KandidaatRegel)]
        if not offered:
            return tuple(others)
        above = item_line.group(texts.OFFERED_TO_YOU, offered)
        return (*above, *item_line.group(texts.THE_LIST, others)) if others else above

    def line(self, row: Row) -> ItemLine[Row]:
        if isinstance(row, KandidaatOverdrachtRij):
            return words.offer_line(row, self.reader)
        return words.line(row)

    def read_one(self, row_id: str) -> Shown:
        offer = words.offer_id(row_id)
        if offer:
            return self._offer(row_id, offer)
        self.backend.kandidaat(row_id)  # a person opens it: that is an audit line
        return read_candidate(self.backend, row_id)

    def read_again(self, row_id: str) -> Shown:
        offer = words.offer_id(row_id)
        return self._offer(row_id, offer) if offer else read_candidate(self.backend, row_id)

    def _offer(self, key: str, overdracht_id: str) -> OfferShown:
        found = (row for row in self.backend.kandidaatoverdrachten() if row.id == overdracht_id)
        waiting = (one.argumenten for one in self.backend.wachtrij() if one.naam in _ANSWERS)
        answered = any(given.get("overdracht_id") == overdracht_id for given in waiting)
        return OfferShown(key, next(found, None), answered)

    def sheet(self, found: Shown) -> Sheet:
        return sheet.sheet(found, self.reader)


def read_candidate(backend: Backend, kandidaat_id: str) -> CandidateShown:
    """One of them with all that is shown of it."""
    card = backend.kandidaatkaart(kandidaat_id)
    placed = backend.plaatsingen(PlaatsingFilter(kandidaat_id=kandidaat_id)).regels
    return CandidateShown(
        card,
        backend.voordrachten(VoordrachtFilter(kandidaat_id=kandidaat_id)),
        tuple(backend.plaatsing(row.id) for row in placed),
        None if card.status == CLOSED else backend.vacatures_voor(kandidaat_id),
        backend.werkfit(),
        backend.kandidaat_geschiedenis(kandidaat_id),
    )


def _said(row: KandidaatOverdrachtRij) -> str:
    return fold(f"{texts.candidate(row.nummer)} {row.van}")


def wanted(choice: Choice) -> KandidaatFilter:
    """The filter of the query for what is chosen above the list."""
    return KandidaatFilter(
        tekst=choice.text,
        status=ACTIVE if choice.has(LOOKING) else choice.value(STATE) or None,
        beroepsklasse=choice.value(CLASS) or None,
        zonder_toestemming=choice.has(WITHOUT),
        wiens=choice.value(WHOSE) or "alle",
    )
