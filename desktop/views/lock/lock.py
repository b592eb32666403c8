"""Puts the window on the lock: after some minutes without key or mouse, on request, and at the start.

While it is locked nothing of the work can be seen, read out or reached: all of it leaves the window for a
cupboard that is never shown, because hidden parts of a window can still be read by assistive technology. Keys
do nothing, the title says the program only. Nothing is closed: unlocked, all stands as it was left, the
cursor included.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget
from shiboken6 import isValid

from desktop.frozen import dataclass
from desktop.views import texts as program
from desktop.views.lock import texts
from desktop.views.messages import Kind, Message, Messages
from desktop.views.operations import Operations

if TYPE_CHECKING:
    from desktop.views.lock.code_card import CodeCard
    from desktop.views.lock.page import LockPage

# How often the clock on the wall is looked at: a laptop that slept locks soon after it wakes.
LOOK_MS = 5_000
_ACTIVITY = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)


@dataclass(frozen=True, slots=True)
class _PutAway:
    """Something that floated above the page, and where it was."""

    widget: QWidget
    place: QRect
    covers: bool


class Lock(QObject):
    """One per window, made when its central widget is there. `changed(locked)`; `coded(has_code)` when a
    code was chosen or taken away.
    """

    changed = Signal(bool)
    coded = Signal(bool)

    def __init__(
        self,
        window: QMainWindow,
        operations: Operations,
        messages: Messages,
        wall: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(window)
        self._window, self._operations, self._messages, self._wall = window, operations, messages, wall
        self._minutes = 0
        self._last = wall()
        self._has_code = False
        self._page: LockPage | None = None
        self._away: list[_PutAway] = []
        self._others: list[QWidget] = []
        self._back: QWidget | None = None
        self._title = ""
        self._menu_shown = False
        self._work: QWidget | None = None
        self._cupboard = QWidget()
        window.destroyed.connect(self._cupboard.deleteLater)
        window.installEventFilter(self)
        window.windowTitleChanged.connect(self._title_changed)
        self._clock = QTimer(self)
        self._clock.setInterval(LOOK_MS)
        self._clock.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._clock.timeout.connect(self.look)
        self.code_changed()

    # -- when ----------------------------------------------------------------------------------------
    @property
    def locked(self) -> bool:
        return self._page is not None

    def set_minutes(self, minutes: int) -> None:
        """After how many minutes of rest it locks by itself; 0 is never."""
        self._minutes, self._last = minutes, self._wall()
        if minutes > 0:
            self._clock.start()
        else:
            self._clock.stop()

    def code_changed(self) -> None:
        """A code was chosen or taken away: ask again whether there is one."""
        self._operations.query(self._operations.backend.slot_ingesteld, self, self._heard, channel="code")

    def _heard(self, has_code: bool) -> None:
        self._has_code = has_code

    def look(self) -> None:
        """Locks when nothing was touched for too long by the clock on the wall."""
        rested = self._wall() - self._last
        if self._minutes and self._has_code and rested >= self._minutes * 60:
            self.lock_now()

    def ask(self) -> None:
        """Op slot zetten: without a code there is nothing to open it with, so that comes first."""
        self._operations.query(self._operations.backend.slot_ingesteld, self, self._asked, channel="vraag")

    def _asked(self, has_code: bool) -> None:
        if has_code:
            self.lock_now()
        else:
            self._open_card(False).chosen.connect(self._chosen_to_lock)

    def choose_code(self) -> None:
        """Another code, or none: what Instellingen asks."""
        self._operations.query(self._operations.backend.slot_ingesteld, self, self._choose, channel="kies")

    def _choose(self, has_code: bool) -> None:
        self._open_card(has_code)

    def _open_card(self, has_code: bool) -> CodeCard:
        from desktop.views.lock.code_card import open_code_card

        card = open_code_card(self._window, self._operations, has_code)
        card.chosen.connect(self._chosen)
        return card

    def _chosen(self, has_code: bool) -> None:
        self._has_code = has_code
        self.coded.emit(has_code)
        self._messages.done(texts.KEPT if has_code else texts.TAKEN_AWAY)

    def _chosen_to_lock(self, has_code: bool) -> None:
        if has_code:
            QTimer.singleShot(0, self, self.lock_now)  # once the card has given back the focus

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _ACTIVITY:
            self._touched()
        elif kind not in (QEvent.Type.Show, QEvent.Type.Resize) or watched is not self._window:
            return False
        elif kind == QEvent.Type.Show:
            # Keys and mouse come to the window's handle first; a filter on the program would hear everything.
            self._window.windowHandle().installEventFilter(self)
        elif self._page is not None:
            self._page.setGeometry(self._window.rect())
        return False

    def _touched(self) -> None:
        if not self.locked:
            self.look()  # the first touch after a sleep comes before the next look
            self._last = self._wall()

    # -- on and off ----------------------------------------------------------------------------------
    def lock_now(self) -> None:
        if self.locked:
            return
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        modal = QApplication.activeModalWidget()
        if isinstance(modal, QDialog):
            modal.reject()
        self._back = self._window.focusWidget()
        self._title = self._window.windowTitle()
        from desktop.views.lock.page import LockPage

        self._page = page = LockPage(self._window, self._operations)
        page.opened.connect(self._opened)
        page.cover()
        self._work = self._window.takeCentralWidget()
        if self._work is not None:
            self._work.setParent(self._cupboard)
        for child in self._window.children():
            if isinstance(child, QWidget) and child not in (page, self._window.menuWidget()):
                self._put_away(child)
        self._hide_rest()
        self._window.setWindowTitle(program.PROGRAM)
        if hasattr(self._window, "hold"):
            self._window.hold(page)
        self.changed.emit(True)

    def hide_away(self, widget: QWidget) -> None:
        """Something came to float above the page while it is locked: it waits behind the lock."""
        if self._page is not None and widget is not self._page:
            self._put_away(widget)
            self._page.raise_()
            self._page.take_focus()

    def _put_away(self, child: QWidget) -> None:
        if child.isWindow() or child.parentWidget() is not self._window:
            return
        covers = child.geometry() == self._window.rect()
        self._away.append(_PutAway(child, child.geometry(), covers))
        _move(child, self._cupboard)

    def _hide_rest(self) -> None:
        menu = self._window.menuWidget()
        self._menu_shown = menu is not None and not menu.isHidden()
        if menu is not None:
            menu.hide()
        self._others = [
            widget
            for widget in QApplication.topLevelWidgets()
            if widget.isVisible() and widget is not self._window and widget.isWindow()
        ]
        for widget in self._others:
            widget.hide()

    def _opened(self, without_code: bool) -> None:
        page, self._page = self._page, None
        assert page is not None
        self._last = self._wall()
        self._window.setWindowTitle(self._title)
        work, self._work = self._work, None
        if work is not None:
            self._window.setCentralWidget(work)
            work.show()
        self._bring_back()
        page.raise_()
        page.leave()
        page.deleteLater()
        back, self._back = self._back, None
        if back is not None and isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.PopupFocusReason)
        self.changed.emit(False)
        if without_code:
            self._has_code = False
            self.coded.emit(False)
            self._messages.say(Message(Kind.REFUSED, texts.REMOVED))

    def _bring_back(self) -> None:
        away, self._away = self._away, []
        for one in away:
            if isValid(one.widget):
                _move(one.widget, self._window)
                one.widget.setGeometry(self._window.rect() if one.covers else one.place)
        menu = self._window.menuWidget()
        if menu is not None and self._menu_shown:
            menu.show()
        for widget in self._others:
            if isValid(widget):
                widget.show()
        self._others = []

    def _title_changed(self, title: str) -> None:
        if self.locked and title != program.PROGRAM:
            self._title = title
            self._window.setWindowTitle(program.PROGRAM)


def _move(widget: QWidget, parent: QWidget) -> None:
    """To another parent, as visible or hidden as it was; what moves is hidden by Qt."""
    shown = not widget.isHidden()
    widget.setParent(parent)
    widget.setVisible(shown)
