"""Vandaag, the home: what waits for me, as lists. Arranges; what is done is in `deeds.py`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QVBoxLayout, QWidget

from desktop.models.changes import Changes
from desktop.models.queries.actie_rows import ActieRij
from desktop.models.queries.werkgever_rows import WerkgeverFilter
from desktop.models.rights import may_do
from desktop.views import pages, shortcuts, theme
from desktop.views.layout import Room
from desktop.views.operations import concerns
from desktop.views.shell import Deed, Page, Shell
from desktop.views.vandaag import asks, day_items, opening, row_menu, texts
from desktop.views.vandaag.ask_card import AskCard
from desktop.views.vandaag.asks import Ask
from desktop.views.vandaag.day_body import TOAST, DayBody
from desktop.views.vandaag.day_list import DayList
from desktop.views.vandaag.deeds import DayDeeds
from desktop.views.vandaag.empty import EmptyDay
from desktop.views.vandaag.head import DayHead
from desktop.views.vandaag.lines import Kind, Line
from desktop.views.vandaag.parts import INSET, Heading, Inset
from desktop.views.vandaag.reading import Day, ReadDay
from desktop.views.vandaag.row_menu import RowMenu
from desktop.views.vandaag.side import DaySide
from desktop.views.widgets.fitting import Fitting
from desktop.views.widgets.labels import Label, Surface

LEAST_BELOW = 180
"""So much of the lines is in sight under the head; where there is less room it scrolls along with them."""
_TABLES = (
    *("actie", "overdracht", "contactmoment", "regie", "afstemming", "waarneming", "werkgever"),
    *("afspraak", "concept", "nazorgactie", "nazorg_persoon", "signaal", "voordracht", "plaatsing"),
    *("vacature", "vacature_overdracht", "instrument_inzet", "instrument_taak", "kandidaat"),
    *("kandidaat_overdracht", "kandidaat_regie"),
)


class TodayPage(Page):
    """Reads again on each change, without moving selection or scroll."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._operations = shell.operations
        self._backend = shell.operations.backend
        self._room = Room(True, True, True, True)
        self._day: Day | None = None
        self._entered = False
        self.deeds = DayDeeds(shell, self)
        self._build()
        self._connect()

    # -- building ------------------------------------------------------------------------------------
    def _build(self) -> None:
        outer = self._outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.head = DayHead()
        self._top = Fitting(self.head)
        outer.addWidget(self._top)
        self.list = DayList()
        self.body = DayBody(self.list)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._parts.setSpacing(0)
        self._main = Surface("vlak_inhoud")
        self._column = QVBoxLayout(self._main)
        self._column.setSpacing(0)
        self._fill()
        self.side = DaySide()
        self._parts.addWidget(self._main, 1)
        self._parts.addWidget(self.side)
        self.body.column.addLayout(self._parts, 1)
        self._under = Surface("vlak_lijst")  # seen beside the scroll bar only
        under = QVBoxLayout(self._under)
        under.setContentsMargins(0, 0, 0, 0)
        under.addWidget(self.body)
        outer.addWidget(self._under, 1)
        self._arrange()

    def _fill(self) -> None:
        px = theme.active().px
        self._answers = self._heading(texts.ANSWERS)
        self.asks = AskCard(texts.ASKS_NAME)
        self._column.addWidget(Inset(self.asks, px(28)))
        self.empty = EmptyDay(may_do(self._backend.rol, "actie.maak"))
        self._column.addWidget(Inset(self.empty, 0))
        self._lead = QWidget()  # so much room above the list when nothing else stands there
        self._lead.setFixedHeight(px(20))
        self._column.addWidget(self._lead)
        self._column.addWidget(self.list)
        self._column.addSpacing(px(8))
        self._unfinished = self._heading(texts.UNFINISHED)
        self.drafts = AskCard(texts.UNFINISHED)
        self._column.addWidget(Inset(self.drafts, 0))
        self._keys = Label("", "klein", "tekst_3", wrap=True)
        self._column.addSpacing(px(16))
        self._column.addWidget(self._keys)
        self._column.addStretch(1)
        for heading, part in (
            (self._answers, self.asks),
            (None, self.empty),
            (self._unfinished, self.drafts),
        ):
            self._show_part(heading, part, False)
        self._keys.hide()
        self._lead.hide()

    def _heading(self, words: str) -> Heading:
        heading = Heading(words)
        self._column.addWidget(heading)
        return heading

    def _connect(self) -> None:
        self._operations.changed.connect(self._on_changed)
        self._shell.settings.changed.connect(self._settings_changed)
        self.head.visits.connect(self._log_visit)
        self.head.prints.connect(self._print_day)
        self.deeds.changed.connect(self._changed_here)
        self.deeds.popover.connect(self._popover)
        for card in (self.asks, self.drafts):
            card.pressed.connect(self._pressed)
            card.edge.connect(self._over_edge)
        self.list.ticked.connect(self.deeds.tick)
        self.list.opened.connect(self._opened)
        self.list.postpones.connect(self._postpone)
        self.list.asked_menu.connect(self._open_menu)
        self.list.edge.connect(self._over_edge)
        self.list.moved.connect(self._bring_in_sight)
        self.side.opens.connect(self._shell.open_employer)
        self.side.prepares.connect(self._prepare)
        self.side.logs.connect(self._log_planned)
        self.side.finishes.connect(self.deeds.finish)
        self.side.guides.connect(self._open_guide)
        self.empty.visits.connect(self._log_visit)
        self.empty.acts.connect(self._make_action)
        self.empty.lists.connect(self._all_silent)
        shortcuts.own().changed.connect(self._show_keys)

    # -- reading -------------------------------------------------------------------------------------
    def refresh(self) -> None:
        days = self._shell.settings.now.stil_dagen
        self._operations.query(ReadDay(self._backend, days), self, self._show, channel="day")

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if self._entered and concerns(changes, *_TABLES):
            self.refresh()

    def _settings_changed(self) -> None:
        if self._day is not None and self._day.vandaag.stil_dagen != self._shell.settings.now.stil_dagen:
            self.refresh()

    def _changed_here(self) -> None:
        if self._day is not None:
            self._show_again()

    def _show(self, day: Day) -> None:
        arrived, self._day = self._day is None, day
        self.deeds.compare(day.vandaag, day.care)
        self._show_again()
        if arrived and self.head.visit.hasFocus():
            self._take_focus()
        self.counted.emit(day_items.waiting(day.vandaag, day.care))

    def _show_again(self) -> None:
        had_focus = self._focus_place()
        self.body.change(self._show_all)
        if had_focus and not self._focus_place():
            self._take_focus()

    def _show_all(self) -> None:
        assert self._day is not None
        day, care = self._day.vandaag, self._day.care
        before, done = self.list.lines_model.rows(), self._day.done
        lines = day_items.lines(day, self.deeds.kept, before, care, done)
        keys = [row.ask.key for row in self.asks.rows]
        shown = asks.asks(day, self._day.questions, self.deeds.answered, keys, care)
        drafts = asks.unfinished(day.concepten, self._day.names, self.deeds.gone, day.dag)
        self._show_part(self._answers, self.asks, bool(shown))
        self.asks.show_asks(shown)
        self._answers.show_count(sum(1 for ask in shown if ask.subject and not ask.note))
        self._lead.setVisible(bool(lines) and not shown)
        self.list.show_lines(lines)
        self._show_part(self._unfinished, self.drafts, bool(drafts))
        self.drafts.show_asks(drafts)
        self._show_part(None, self.empty, not (shown or lines or drafts))
        self._show_keys()
        self.head.show_day(day, day_items.counts(day, care))
        self.side.show_day(day)

    def _show_part(self, heading: QWidget | None, part: QWidget, on: bool) -> None:
        """A part with its heading and the margins around it."""
        holder = part.parentWidget()
        for widget in (heading, holder, part):
            if widget is not None:
                widget.setVisible(on)

    def _focus_place(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _show_keys(self) -> None:
        self._keys.setText(texts.keys(shortcuts.POSTPONE.shown, shortcuts.CALL.shown))
        acts = any(line.finishes for line in self.list.lines_model.rows())
        self._keys.setVisible(acts)

    # -- the shell -----------------------------------------------------------------------------------
    def enter(self) -> None:
        self._entered = True
        self.refresh()
        self._take_focus()

    def hideEvent(self, event: object) -> None:
        """What was put off stays in sight until here; what was finished until the day ends."""
        self.deeds.forget()
        super().hideEvent(event)  # type: ignore[arg-type]

    def _take_focus(self) -> None:
        if self.list.current_line() is not None and self.list.items():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self._walk(0, 1):
            self.head.visit.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rescaled()

    def rescaled(self) -> None:
        """In a low window with large text the head scrolls along: two bars would leave no room for either."""
        fits = self._top.wanted() <= self.height() - theme.active().px(LEAST_BELOW)
        layout = self._outer if fits else self.body.column
        if layout.indexOf(self._top) < 0:
            focused = QApplication.focusWidget()
            layout.insertWidget(0, self._top)
            if focused is not None and self.head.isAncestorOf(focused):
                focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_room(self, room: Room) -> None:
        if room != self._room:
            self._room = room
            self._arrange()

    def _arrange(self) -> None:
        room, px = self._room, theme.active().px
        margin = theme.measure("marge_vandaag" if room.list_beside else "marge_smal")
        if room.small:
            margin = theme.measure("marge_compact")
        inset = px(INSET)
        self.head.arrange(room.small, margin)
        self._column.setContentsMargins(margin - inset, px(8), margin - inset, px(TOAST))
        self._keys.setContentsMargins(inset, 0, inset, 0)
        direction = QBoxLayout.Direction
        self._parts.setDirection(direction.LeftToRight if room.side else direction.TopToBottom)
        if room.side:
            self.side.setFixedWidth(theme.measure("vandaag_zijkolom"))
        else:
            self.side.setMinimumWidth(0)
            self.side.setMaximumWidth(16777215)
        self.side.arrange(room.side, margin)
        self._under.set_look("vlak_lijst" if room.side else "vlak_inhoud")

    def panes(self) -> Sequence[QWidget]:
        return [self.head, self.asks, self.empty, self.list, self.drafts, self.side]

    def current_employer(self) -> str | None:
        line = self.list.current_line()
        return line.werkgever_id if line is not None and line.werkgever_id else None

    def postpone(self) -> bool:
        """Ctrl+D."""
        line = self.list.current_line()
        if line is None or not line.moves:
            return False
        self._postpone(line)
        return True

    # -- moving --------------------------------------------------------------------------------------
    def _stops(self) -> tuple[AskCard | DayList, ...]:
        return (self.asks, self.list, self.drafts)

    def _over_edge(self, by: int) -> None:
        """The arrows go on in the part above or below."""
        stops = self._stops()
        here = stops.index(self.sender()) if self.sender() in stops else 0
        self._walk(here + by, by)

    def _walk(self, start: int, by: int) -> bool:
        stops = self._stops()
        while 0 <= start < len(stops):
            if stops[start].enter_from(by):
                return True
            start += by
        return False

    def _bring_in_sight(self, rect: QRect) -> None:
        if self.list.hasFocus():
            self.body.bring_in_sight(rect)

    # -- doing ---------------------------------------------------------------------------------------
    def _pressed(self, ask: Ask, code: str) -> None:
        focused = QApplication.focusWidget()
        card = self.sender()
        inside = isinstance(card, QWidget) and focused is not None and card.isAncestorOf(focused)
        self.deeds.pressed(ask, code, focused if inside and focused is not None else self.asks)

    def _opened(self, line: Line) -> None:
        if line.kind is Kind.LINK:
            self._all_silent()
        elif (there := opening.target(line)) is not None:
            self._shell.open_row(*there)
        elif line.werkgever_id:
            self._open_employer(line)
        elif line.row is not None:
            self._shell.show_page(pages.PLACEMENTS)

    def _open_employer(self, line: Line) -> None:
        self._shell.open_employer(line.werkgever_id)

    def _popover(self, is_open: bool) -> None:
        """What it was opened from may be gone when it closes."""
        self.list.set_held(is_open)
        if not is_open and not self._focus_place() and not self._walk(0, 1):
            self._take_focus()

    def _postpone(self, line: Line) -> None:
        self.deeds.postpone(line, self.list.place_anchor(line))

    def _all_silent(self) -> None:
        days = self._day.vandaag.stil_dagen if self._day is not None else 60
        since = self._backend.today() - timedelta(days=days)
        keuze = WerkgeverFilter(mijn_regie=True, geen_contact_sinds=since, sortering="langst_geleden")
        self._shell.open_filter(keuze, texts.silent_filter(days))

    def _open_guide(self) -> None:
        self._shell.show_page(pages.INSTRUMENTS)

    def _log_visit(self) -> None:
        self._shell.log_visit(None)

    def _log_planned(self, actie: ActieRij) -> None:
        self._shell.log_visit(actie.werkgever_id)

    def _make_action(self) -> None:
        self._shell.make_action([])

    def _print_day(self) -> None:
        from desktop.views.paper.orders import DayFolder
        from desktop.views.paper.paper import show_paper

        show_paper(self._shell, DayFolder(self._backend.today()))

    def _prepare(self, actie: ActieRij) -> None:
        from desktop.views.paper.orders import DayFolder
        from desktop.views.paper.paper import show_paper

        show_paper(self._shell, DayFolder(actie.deadline or self._backend.today(), actie.werkgever_id))

    # -- menu of a row -------------------------------------------------------------------------------
    def _open_menu(self, line: Line, at: QPoint) -> None:
        menu = RowMenu(line, self)
        menu.chosen.connect(self._menu_chosen)
        menu.open_at(at)

    def doable(self) -> Sequence[Deed]:
        """The same menu, for the palette."""
        line = self.list.current_line()
        if line is None or line.heading:
            return ()
        return [
            Deed(key, words, line.title, "sneller", partial(self._menu_chosen, key, line))
            for key, words in row_menu.of_line(line)
        ]

    def _menu_chosen(self, key: str, line: Line) -> None:
        deeds = {
            row_menu.TICK: self.deeds.tick,
            row_menu.POSTPONE: self._postpone,
            row_menu.OPEN: self._opened,
            row_menu.EMPLOYER: self._open_employer,
            row_menu.CALL: self._call,
            row_menu.ACT: self._act,
        }
        deeds[key](line)

    def _call(self, line: Line) -> None:
        self._shell.call(line.werkgever_id)

    def _act(self, line: Line) -> None:
        self._shell.make_action([line.werkgever_id])
