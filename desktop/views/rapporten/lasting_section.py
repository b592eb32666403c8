"""Whether placements lasted and whether employers feel supported: figures of this laptop, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop.models.queries.nazorg_rows import KwaliteitRij, TeLaatRij
from desktop.models.queries.plaatsing_rows import DuurzaamheidRij
from desktop.models.rights import decides_for_others
from desktop.views.backend import Backend
from desktop.views.rapporten import texts
from desktop.views.rapporten.figures import Figures, FigureTable
from desktop.views.rapporten.section import Section
from desktop.views.shell import Shell
from desktop.views.widgets.choices import Segments
from desktop.views.widgets.labels import Label

THIS_YEAR, LAST_YEAR, YEAR = "dit_jaar", "vorig_jaar", "twaalf_maanden"


def period(code: str, today: date) -> tuple[date, date]:
    """Both days included."""
    if code == LAST_YEAR:
        return date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)
    if code == YEAR:
        leap = today.month == 2 and today.day == 29
        return today.replace(year=today.year - 1, day=28 if leap else today.day), today
    return date(today.year, 1, 1), date(today.year, 12, 31)


@dataclass(frozen=True, slots=True)
class Lasted:
    """What was read of one period."""

    duurzaam: tuple[DuurzaamheidRij, ...]
    steun: tuple[KwaliteitRij, ...]
    te_laat: tuple[TeLaatRij, ...]


class LastingSection(Section):
    """How many placements reached 1, 3 and 6 months; unknown is never counted as reached."""

    def __init__(self, shell: Shell) -> None:
        super().__init__("plaatsing", texts.LASTING, texts.LASTING_TEXT)
        self._operations, self._backend = shell.operations, shell.operations.backend
        self.which = Segments(texts.PERIOD, texts.PERIODS)
        self.which.set_value(THIS_YEAR)
        self.add(texts.PERIOD, self.which, focus=self.which)
        self.table = FigureTable()
        self.add_words(self.table)
        self.add_words(Label(texts.LASTING_SOURCE, "klein", "tekst_3", wrap=True))
        self.support = SupportSection()
        self.late = LateSection() if decides_for_others(self._backend.rol) else None
        self.which.chosen.connect(self._chosen)

    def _chosen(self, _code: str) -> None:
        self.refresh()

    def refresh(self) -> None:
        """Of the chosen period, off the UI thread."""
        van, tot = period(self.which.value(), self._backend.today())
        call = _Read(self._backend, van, tot, self.late is not None)
        self._operations.query(call, self, self._show, channel="duurzaam")

    def _show(self, found: Lasted) -> None:
        self.table.show_figures(lasting(found.duurzaam))
        self.support.show_rows(found.steun)
        if self.late is not None:
            self.late.show_rows(found.te_laat, self._backend.today())

    def left(self) -> Mapping[str, object]:
        return {"periode": self.which.value()}

    def restore(self, left: Mapping[str, object]) -> None:
        self.which.set_value(str(left.get("periode", "")) or THIS_YEAR)


class SupportSection(Section):
    """The quality figure, of the same period."""

    def __init__(self) -> None:
        super().__init__("nazorg", texts.SUPPORT, texts.SUPPORT_TEXT)
        self.table = FigureTable()
        self.add_words(self.table)
        self.nothing = Label(texts.NO_SUPPORT, "bij", "tekst_2", wrap=True)
        self.add_words(self.nothing)
        self.add_words(Label(texts.SUPPORT_SOURCE, "klein", "tekst_3", wrap=True))

    def show_rows(self, rows: tuple[KwaliteitRij, ...]) -> None:
        self.table.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        self.table.show_figures(support(rows))


class LateSection(Section):
    """For who leads: how many talks are overdue with whom, and nothing of what they are about."""

    def __init__(self) -> None:
        super().__init__("klok", texts.LATE, texts.LATE_TEXT)
        self.table = FigureTable()
        self.add_words(self.table)
        self.nothing = Label(texts.NOTHING_LATE, "bij", "tekst_2", wrap=True)
        self.add_words(self.nothing)

    def show_rows(self, rows: tuple[TeLaatRij, ...], today: date) -> None:
        self.table.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        self.table.show_figures(late(rows, today))


# -- figures in words --------------------------------------------------------------------------------
def _count(value: int | None) -> str:
    return texts.FEW if value is None else str(value)


def lasting(rows: tuple[DuurzaamheidRij, ...]) -> Figures:
    shown = tuple(
        (
            texts.group(row.groep, row.maanden),
            *(_count(one) for one in (row.totaal, row.gerealiseerd, row.uitval, row.onbekend, row.nog_niet)),
        )
        for row in rows
    )
    return Figures(texts.LASTING, texts.LASTING_HEADS, shown)


def support(rows: tuple[KwaliteitRij, ...]) -> Figures:
    shown = tuple(
        (
            texts.quarter(row.groep),
            _count(row.aantal),
            texts.mark(row.gemiddelde),
            texts.share(row.aandeel_goed),
        )
        for row in rows
    )
    return Figures(texts.SUPPORT, texts.SUPPORT_HEADS, shown)


def late(rows: tuple[TeLaatRij, ...], today: date) -> Figures:
    shown = tuple(
        (
            row.medewerker or texts.WITHOUT_HOLDER,
            str(row.plaatsing),
            str(row.relatie),
            texts.late_since(row.oudste, today),
        )
        for row in rows
    )
    return Figures(texts.LATE, texts.LATE_HEADS, shown)


@dataclass(frozen=True, slots=True)
class _Read:
    backend: Backend
    van: date
    tot: date
    with_late: bool

    def __call__(self) -> Lasted:
        backend = self.backend
        return Lasted(
            backend.duurzaamheid(self.van, self.tot),
            backend.kwaliteit(self.van, self.tot, "kwartaal"),
            backend.nazorg_te_laat() if self.with_late else (),
        )
