"""Scale and questions as a list with a detail: in the order of the form, with what ended below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.models.errors import Weigering
from desktop.models.queries.kandidaat_rows import WerkfitLijst, WerkfitRegelRij
from desktop.models.rules.werkfit import SCALE
from desktop.models.values import fold
from desktop.views import dates
from desktop.views.subject.choice import Choice, Filter
from desktop.views.subject.description import Subject
from desktop.views.subject.section import Fact, Section
from desktop.views.subject.sheet import Action, Sheet, SheetTab
from desktop.views.subject.strip_words import StripWords
from desktop.views.tables import item_line
from desktop.views.tables.item_line import ItemLine
from desktop.views.werkfitlijst import texts

HOLDS, BY_NAME, CHANGE, LINE, PREVIEW = "geldt", "naam", "wijzig", "regel", "voorbeeld"


@dataclass(frozen=True, slots=True)
class LineFound:
    """A line, and all that holds now, as the form has it."""

    row: WerkfitRegelRij
    werkfit: WerkfitLijst


class WerkfitLines(Subject[WerkfitRegelRij, LineFound]):
    """Only who leads or looks after the program opens this."""

    key = "werkfitlijst"
    tables = ("codewaarde",)
    words = texts.WORDS
    orders = texts.ORDERS

    @property
    def filters(self) -> tuple[Filter, ...]:
        return (Filter(HOLDS, texts.HOLDS, texts.SAID_HOLDS),)

    # -- on a reader ----------------------------------------------------------------------------------
    def read(self, choice: Choice) -> Sequence[WerkfitRegelRij]:
        typed = fold(choice.text).split()
        rows = [
            row
            for row in self.backend.werkfit_regels()
            if (row.telt or not choice.has(HOLDS)) and all(word in fold(row.label) for word in typed)
        ]
        return sorted(rows, key=lambda row: fold(row.label)) if choice.order == BY_NAME else rows

    def lines(self, rows: Sequence[WerkfitRegelRij]) -> Sequence[ItemLine[WerkfitRegelRij]]:
        groups = (
            (texts.SCALE, [row for row in rows if row.telt and row.lijst == SCALE]),
            (texts.QUESTIONS, [row for row in rows if row.telt and row.lijst != SCALE]),
            (texts.OVER, [row for row in rows if not row.telt]),
        )
        found: list[ItemLine[WerkfitRegelRij]] = []
        for title, there in groups:
            if there:
                found += item_line.group(title, [self.line(row) for row in there])
        return tuple(found)

    def line(self, row: WerkfitRegelRij) -> ItemLine[WerkfitRegelRij]:
        kind = texts.VALUE if row.lijst == SCALE else texts.QUESTION
        until = dates.spoken(row.geldig_tot, self.backend.today()) if row.geldig_tot and not row.telt else ""
        return ItemLine(row.id, row.label, kind, until, subject=row, waits=row.wacht)

    def read_one(self, row_id: str) -> LineFound:
        row = next((one for one in self.backend.werkfit_regels() if one.id == row_id), None)
        if row is None:
            raise Weigering("code_onbekend", waarde=row_id, keuzes="")
        return LineFound(row, self.backend.werkfit())

    def sheet(self, found: LineFound) -> Sheet:
        row, today = found.row, self.backend.today()
        kind = texts.VALUE if row.lijst == SCALE else texts.QUESTION
        over = dates.spoken(row.geldig_tot, today) if row.geldig_tot and not row.telt else ""
        facts = (
            Fact(texts.KIND, kind),
            Fact(
                texts.SINCE, dates.spoken(row.geldig_van, today) if row.geldig_van else texts.FROM_BEGINNING
            ),
            Fact(texts.UNTIL, over),
            Fact(texts.SOURCE, row.bron),
        )
        strip = StripWords(texts.COUNTS, texts.PROVISIONAL if found.werkfit.voorlopig else "", icon="vink")
        if not row.telt:
            strip = StripWords(texts.COUNTS_NOT, texts.KEEPS, icon="niet")
        shown = tuple(fact for fact in facts if fact.value)
        return Sheet(
            row.id,
            row.label,
            (kind,),
            strip,
            (Action(CHANGE, texts.WORDS.new, "potlood", filled=True),),
            tabs=(
                SheetTab(LINE, texts.TAB, (Section(texts.TAB, shown, id=row.id),)),
                SheetTab(PREVIEW, texts.PREVIEW, _preview(found.werkfit, row.id)),
            ),
        )


def _preview(werkfit: WerkfitLijst, row_id: str) -> tuple[Section, ...]:
    """Each question with what can be answered."""
    scale = ", ".join(label for _, label in werkfit.schaal)
    asked = (texts.JUDGEMENT, *(label for _, label in werkfit.vragen))
    facts = tuple(Fact(label, scale) for label in asked) if scale else ()
    return (Section(texts.HOW_IT_LOOKS, facts, empty=texts.NO_SCALE, id=row_id),)
