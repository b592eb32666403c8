"""The dagmap: for each visit one A4 with what one must know before going in, and lines for own questions.

Rows come in ready. What does not fit on the sheet is left out in a fixed order, and said so. Touches the file
it writes.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from desktop import dutch
from desktop.models.queries.actie_rows import ActieRij, AfspraakRij
from desktop.models.queries.contact_rows import ContactmomentRij
from desktop.models.queries.laptop_rows import Stand
from desktop.models.queries.regie_rows import Regiestand
from desktop.models.queries.werkgever_rows import Werkgeversblad
from desktop.reports import opening, texts
from desktop.reports.columns import Entry, Stack, draw_stacks
from desktop.reports.document import Document, Imprint
from desktop.reports.house_style import house_style
from desktop.reports.imprints import organisation, state
from desktop.reports.paragraph import Run, wrap
from desktop.reports.sections import AFSPRAKEN, CONTACTEN, Edition, person_entry, promise_entry
from desktop.reports.table import draw_table
from desktop.reports.whole_file import Stopped, whole_file

PRESSURE_DAYS = 90
QUESTION_LINES = 3
_QUESTION_STEP = 25.0
_QUESTIONS_HEIGHT = 32.0 + QUESTION_LINES * _QUESTION_STEP
_BOX_INDENT = 36.0


@dataclass(frozen=True, slots=True)
class Visit:
    """What one sheet is about; without `bezoek` it prepares a visit that is not planned yet."""

    blad: Werkgeversblad
    stand: Regiestand
    bezoek: ActieRij | None


@dataclass(frozen=True, slots=True)
class Order:
    """For whom and when it is printed. `dag` is the day of the visits."""

    printed_by: str
    printed_at: datetime
    dag: date


@dataclass(frozen=True, slots=True)
class _Measure:
    """How much of each part a sheet gets."""

    persons: int
    promises: int
    agreements: int
    note: int


# From generous to sparing: the first that leaves room for the questions is taken.
_MEASURES = (
    _Measure(6, 8, 6, 700),
    _Measure(6, 6, 5, 520),
    _Measure(5, 6, 4, 400),
    _Measure(5, 5, 4, 300),
    _Measure(4, 4, 3, 240),
    _Measure(4, 4, 3, 180),
    _Measure(3, 3, 2, 120),
    _Measure(2, 2, 1, 60),
)


def write_day(
    path: Path,
    visits: Iterable[Visit],
    stand: Stand,
    order: Order,
    on_progress: Callable[[int], None] = lambda _: None,
    stop: Callable[[], bool] = lambda: False,
) -> int:
    """Write the PDF and return its number of sheets; `Stopped` and no file when `stop()` turns true."""
    with whole_file(path) as stream:
        document = Document(stream, house_style(stand.oefen), _imprint(stand, order))
        for done, visit in enumerate(visits, start=1):
            if stop():
                raise Stopped
            _add(document, visit, stand, order, f"b{done}")
            on_progress(done)
        pages = document.finish()
        if stop():
            raise Stopped
    return pages


def _imprint(stand: Stand, order: Order) -> Imprint:
    return Imprint(
        title=texts.DAY_FOLDER_OF.format(dutch.weekday_date(order.dag)),
        author=order.printed_by,
        organisation=organisation(stand),
        kind=texts.PREPARATION,
        foot=state(stand),
        foot_second=texts.PRINTED_INTERN.format(order.printed_by),
    )


def _add(document: Document, visit: Visit, stand: Stand, order: Order, key: str) -> None:
    document.chapter(visit.blad.werkgever.naam, key)
    _Sheet(document, visit, order, _measure_for(visit, stand, order)).draw()


def _measure_for(visit: Visit, stand: Stand, order: Order) -> _Measure:
    """Tried out on a sheet that nobody sees."""
    for measure in _MEASURES[:-1]:
        trial = Document(io.BytesIO(), house_style(stand.oefen), _imprint(stand, order))
        trial.new_sheet()
        _Sheet(trial, visit, order, measure).draw_above()
        if trial.pages == 1 and trial.room(_QUESTIONS_HEIGHT):
            return measure
    return _MEASURES[-1]


class _Sheet:
    """One visit on one sheet."""

    def __init__(self, document: Document, visit: Visit, order: Order, measure: _Measure) -> None:
        self.document, self.visit, self.order, self.measure = document, visit, order, measure
        self.edition = Edition("intern", order.dag, document.style)

    def draw(self) -> None:
        self.draw_above()
        self._questions()

    def draw_above(self) -> None:
        """All but the lines to write on."""
        blad, document = self.visit.blad, self.document
        self._title(blad.werkgever.naam)
        document.paragraph(
            [Run(opening.facts(blad, "intern"), document.style.quiet)],
            document.left,
            document.width,
            2,
            15.0,
        )
        self._visit()
        self._regie()
        draw_stacks(document, [self._persons(), self._promises()])
        self._contacts()
        self._agreements()

    def _title(self, name: str) -> None:
        document, style = self.document, self.document.style
        name = " ".join(name.split()) or texts.UNNAMED
        large = len(wrap([Run(name, style.title)], document.width, 3)) == 1
        letter, first, leading = (style.title, 26.6, 24.0) if large else (style.long_title, 20.0, 16.0)
        for index, line in enumerate(wrap([Run(name, letter)], document.width, 3)):
            document.y += leading if index else first
            document.line(document.left, document.y, line)

    # -- the two boxes -------------------------------------------------------------------------------
    def _visit(self) -> None:
        style, bezoek = self.document.style, self.visit.bezoek
        heading = self._when()
        about = (bezoek.gevraagde_handeling, bezoek.toelichting) if bezoek is not None else ()
        lines = [Run(text, style.quiet) for text in (*about, self._where()) if text]
        self._box([Run(heading, style.regie)], [[line] for line in lines], flag=False)

    def _when(self) -> str:
        bezoek = self.visit.bezoek
        if bezoek is None or bezoek.deadline is None:
            return texts.NO_VISIT_PLANNED
        day = dutch.weekday_date(bezoek.deadline)
        return texts.VISIT_AT.format(day, bezoek.tijd) if bezoek.tijd else texts.VISIT_ON.format(day)

    def _where(self) -> str:
        """The address that one drives to."""
        places = [row for row in self.visit.blad.vestigingen if not row.adres_afgeschermd and row.straat]
        main = next((row for row in places if row.hoofdvestiging), places[0] if places else None)
        if main is None:
            return ""
        number = f"{main.huisnummer or ''}{main.toevoeging or ''}"
        code = main.postcode or ""
        postcode = f"{code[:4]}{dutch.NO_BREAK}{code[4:]}" if len(code) == 6 else code
        street = dutch.NO_BREAK.join(part for part in (main.straat or "", number) if part)
        return f"{street}, {postcode} {main.woonplaats or main.gemeente or ''}".strip()

    def _regie(self) -> None:
        style, stand = self.document.style, self.visit.stand
        heading = opening.regie(self.visit.blad.werkgever, "intern")
        lines: list[list[Run]] = []
        if stand.waarneming is not None:
            until = dutch.long_date(stand.waarneming.tot)
            words = texts.STANDS_IN.format(stand.waarneming.waarnemer, stand.waarneming.voor, until)
            lines.append([Run(words, style.strong)])
        warning = opening.do_not_approach(self.visit.blad.werkgever, "intern", self.order.dag)
        if warning:
            lines.append([Run(warning, style.strong)])
        lines.append([Run(pressure(self.visit.blad.contacten, self.order.dag), style.quiet)])
        self._box([Run(heading, style.regie)], lines, flag=True)

    def _box(self, heading: list[Run], below: Sequence[list[Run]], *, flag: bool) -> None:
        """A heading with lines below it in a box; measured before its border is drawn."""
        document, style = self.document, self.document.style
        x = document.left + (_BOX_INDENT if flag else 14.0)
        width = document.right - 14.0 - x
        top = document.y + 12.0
        baseline = top + 19.0
        for line in wrap(heading, width, 2):
            document.line(x, baseline, line)
            baseline += 14.0
        baseline += 2.0
        for runs in below:
            for line in wrap(runs, width, 3):
                document.line(x, baseline, line)
                baseline += style.leading + 0.8
        bottom = baseline - style.leading - 0.8 + 11.0
        if flag:
            document.flag(document.left + 13.6, top + 12.2)
        document.box(document.left, top, document.width, bottom - top, 5.0, 0.9)
        document.y = bottom

    # -- lists ---------------------------------------------------------------------------------------
    def _persons(self) -> Stack:
        day = self.order.dag
        rows = [row for row in self.visit.blad.contactpersonen if row.tot is None or row.tot >= day]
        entries = [person_entry(row, self.edition) for row in rows[: self.measure.persons]]
        return Stack(
            texts.HEADINGS["intern"]["contactpersonen"],
            [*entries, *self._more(len(rows), self.measure.persons)],
            texts.NO_PERSONS,
        )

    def _promises(self) -> Stack:
        blad = self.visit.blad
        rows = [row for row in opening.open_acties(blad) if row != self.visit.bezoek]
        entries = [promise_entry(row, self.edition) for row in rows[: self.measure.promises]]
        return Stack(
            texts.HEADINGS["intern"]["beloofd"],
            [*entries, *self._more(len(rows), self.measure.promises)],
            texts.NOTHING_PROMISED,
        )

    def _more(self, count: int, shown: int) -> list[Entry]:
        left = count - shown
        style = self.document.style
        return [Entry(Run(texts.MORE_IN_PROGRAM.format(left), style.quiet), ())] if left > 0 else []

    def _contacts(self) -> None:
        rows = [self._short(row) for row in self.visit.blad.contacten[:3]]
        columns = CONTACTEN.columns(self.edition)
        draw_table(self.document, texts.HEADINGS["intern"]["contacten"], columns, rows)

    def _short(self, row: ContactmomentRij) -> ContactmomentRij:
        note = " ".join((row.notitie or "").split())
        if len(note) <= self.measure.note:
            return row
        return replace(row, notitie=f"{note[: self.measure.note].rsplit(' ', 1)[0]} …")

    def _agreements(self) -> None:
        rows = list(AFSPRAKEN.rows(self.visit.blad, self.edition))[: self.measure.agreements]
        limit = max(self.measure.note // 2, 60)
        short = [_shortened(row, limit) for row in rows]
        columns = AFSPRAKEN.columns(self.edition)
        draw_table(self.document, texts.HEADINGS["intern"]["afspraken"], columns, short)

    def _questions(self) -> None:
        """Lines to write on, where the rest ends."""
        document = self.document
        document.y += 22.0
        document.heading(texts.YOUR_QUESTIONS, document.left, document.width)
        for _ in range(QUESTION_LINES):
            document.y += _QUESTION_STEP
            document.rule(document.left, document.right, document.style.line)


def _shortened(row: AfspraakRij, limit: int) -> AfspraakRij:
    if len(row.inhoud) <= limit:
        return row
    return replace(row, inhoud=f"{row.inhoud[:limit].rsplit(' ', 1)[0]} …")


def pressure(contacts: Sequence[ContactmomentRij], today: date) -> str:
    """In 90 dagen: 4 contacten, door Karin Smit (3) en Youssef Amrani (1)."""
    recent = [row for row in contacts if 0 <= (today - row.datum).days <= PRESSURE_DAYS]
    if not recent:
        return texts.NO_PRESSURE.format(PRESSURE_DAYS)
    count: dict[str, int] = {}
    for row in recent:
        count[row.medewerker] = count.get(row.medewerker, 0) + 1
    most = sorted(count.items(), key=lambda one: (-one[1], one[0]))
    who = dutch.in_row([f"{dutch.name(name)}{dutch.NO_BREAK}({number})" for name, number in most])
    total = dutch.count(len(recent), "contact", "contacten")
    return texts.PRESSURE.format(PRESSURE_DAYS, total, who)
