"""The window before the window: signing in or practising, after practising, and when nothing opens.

Shows one page and ends with a `Choice`. It knows the profile by its `Door` only.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from desktop.views import texts, theme, window_place
from desktop.views.backend import Backend
from desktop.views.operations import Operations
from desktop.views.start import texts as words
from desktop.views.start.door import Choice, Door
from desktop.views.start.sentences import sentence_for
from desktop.views.start.sign_in import SignInForm
from desktop.views.widgets.banner import Banner, announce
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.empty_state import OtherWay, Street
from desktop.views.widgets.focus import FocusRing
from desktop.views.widgets.labels import Label, Surface
from desktop.views.widgets.work_panel import ScrollBody

WIDTH = 580
ROOM_TO_DRAW = 760


class StartWindow(QMainWindow):
    """A column in the middle: drawing, title, sentence, and what a page puts below. `usual` is its size."""

    usual = window_place.SMALLEST

    def __init__(self, title: str, sentence: str, drawing: bool = False) -> None:
        super().__init__()
        self.choice = Choice.CLOSED
        self.sentence = sentence
        self._drawing: QWidget | None = None
        self.setWindowTitle(texts.PROGRAM)
        self.setMinimumSize(window_place.SMALLEST)
        self.banner = Banner()
        self.column = self._build(title, sentence, drawing)
        theme.dress(self)
        self._ring = FocusRing(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self._ring.watch(app)

    def _build(self, title: str, sentence: str, drawing: bool) -> QVBoxLayout:
        px = theme.active().px
        page = Surface("vlak_inhoud")
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        body = self._body = ScrollBody(title)
        outer.addWidget(body)
        body.column.setContentsMargins(px(28), px(40), px(28), px(28))
        middle = QHBoxLayout()
        holder = QWidget()
        holder.setMaximumWidth(px(WIDTH))
        middle.addStretch(1)
        middle.addWidget(holder, 10)
        middle.addStretch(1)
        body.column.addStretch(1)
        body.column.addLayout(middle)
        body.column.addStretch(2)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        if drawing:
            self._drawing = QWidget()
            room = QVBoxLayout(self._drawing)
            room.setContentsMargins(0, 0, 0, px(20))
            room.addWidget(Street())
            column.addWidget(self._drawing)
        column.addWidget(Label(title, "titel_groot", wrap=True))
        column.addWidget(Label(sentence, "tekst", "tekst_2", wrap=True))
        column.addWidget(self.banner)
        column.addSpacing(px(12))
        self.setCentralWidget(page)
        return column

    def show_in_the_middle(self) -> None:
        """Of the first screen."""
        room = QGuiApplication.primaryScreen().availableGeometry()
        place = QRect(QPoint(0, 0), self.usual.boundedTo(room.size()).expandedTo(window_place.SMALLEST))
        place.moveCenter(room.center())
        self.setGeometry(place)
        self.show()
        self.activateWindow()

    def stop(self, seconds: float) -> bool:
        """Ends the threads; True when they ended in time."""
        return True

    def end(self, choice: Choice) -> None:
        """The person chose; the window goes."""
        self.choice = choice
        self.close()

    def first_focus(self) -> QWidget | None:
        """Where the keyboard begins."""
        return None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        target = self.first_focus()
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, self, self._show_focus)
        announce(self, self.sentence)

    def _show_focus(self) -> None:
        """At a large text the field where one begins may lie below the edge."""
        focused = self.focusWidget()
        if focused is not None:
            self._body.ensureWidgetVisible(focused)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the room is for what one has to do."""
        super().resizeEvent(event)
        if self._drawing is not None:
            self._drawing.setVisible(self.height() >= theme.active().px(ROOM_TO_DRAW))

    def failed(self, error: Exception) -> None:
        """What was asked did not work."""
        self.banner.say("fout", sentence_for(error))


class _Asking(StartWindow):
    """A page that asks something of the profile, on a worker; one thing at a time."""

    def __init__(self, door: Door, title: str, sentence: str, drawing: bool = False) -> None:
        super().__init__(title, sentence, drawing)
        self.door = door
        # No commands are sent from here, so the gateway needs no laptop: its threads are what is used.
        self.operations = Operations(cast("Backend", door))
        self._then: Choice | None = None

    def ask(self, call: Callable[[], None], said: str, then: Choice) -> None:
        """Runs it, says meanwhile what happens, and ends with this choice when it worked."""
        if self._then is not None:
            return
        self._then = then
        self.banner.say("info", said)
        self.operations.network(call, self, self._done, self._not_done)

    def _done(self, _nothing: None) -> None:
        if self._then is not None:
            self.end(self._then)

    def _not_done(self, error: Exception) -> None:
        self._then = None
        self.failed(error)

    def stop(self, seconds: float) -> bool:
        return self.operations.stop(seconds)


class FirstWindow(_Asking):
    """Nobody signed in on this profile: sign in, or practise first. As large as the window that follows."""

    usual = window_place.USUAL

    def __init__(self, door: Door) -> None:
        super().__init__(door, words.WELCOME, words.WELCOME_TEXT, drawing=True)
        px = theme.active().px
        self.form = SignInForm(self.operations, door)
        self.form.signed_in.connect(self._signed_in)
        self.column.addWidget(self.form)
        self.column.addSpacing(px(20))
        self.practise = Button(words.PRACTICE_OPEN)
        self.practise.clicked.connect(self._practise)
        self.column.addWidget(OtherWay("werkgever", words.PRACTICE_TITLE, words.PRACTICE_TEXT, self.practise))

    def first_focus(self) -> QWidget | None:
        return self.form.address

    def _signed_in(self) -> None:
        self.end(Choice.OPEN)

    def _practise(self) -> None:
        self.ask(self.door.prepare_practice, words.PRACTICE_MAKING, Choice.PRACTICE)


class LeftWindow(_Asking):
    """Somebody left the oefenomgeving: what was practised stays, or goes."""

    def __init__(self, door: Door) -> None:
        super().__init__(door, words.LEFT_TITLE, words.LEFT_TEXT)
        self.keep = Button(words.KEEP, Look.FILLED)
        self.wipe = Button(words.WIPE, height=40)
        self.keep.clicked.connect(self._keep)
        self.wipe.clicked.connect(self._wipe)
        self.column.addLayout(_side_by_side(self.keep, self.wipe))

    def first_focus(self) -> QWidget | None:
        return self.keep

    def _keep(self) -> None:
        self.end(Choice.OPEN)

    def _wipe(self) -> None:
        self.ask(self.door.wipe_practice, words.WIPING, Choice.OPEN)


class ProblemWindow(StartWindow):
    """The profile does not open: why, and trying again."""

    def __init__(self, sentence: str) -> None:
        super().__init__(words.PROBLEM_TITLE, sentence)
        self.again = Button(words.TRY_AGAIN, Look.FILLED)
        self.shut = Button(words.CLOSE, height=40)
        self.again.clicked.connect(self._try)
        self.shut.clicked.connect(self.close)
        self.column.addLayout(_side_by_side(self.again, self.shut))
        escape = QAction(words.CLOSE, self)
        escape.setShortcut(QKeySequence("Escape"))
        escape.triggered.connect(self.close)
        self.addAction(escape)

    def first_focus(self) -> QWidget | None:
        return self.again

    def _try(self) -> None:
        self.end(Choice.OPEN)


def _side_by_side(*buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.active().px(12))
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
