"""The status bar tells the truth about sync in four states.

Every part is a button with a popover above it.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QEnterEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy

from desktop.models.queries.laptop_rows import Stand
from desktop.views import fonts, icons, shortcuts, texts, texts_sync, theme
from desktop.views.sync_driver import SyncKind, SyncProgress, SyncState
from desktop.views.widgets import paint, tips
from desktop.views.widgets.labels import Surface

ATTENTION_DAYS = 5


class StatusButton(QPushButton):
    """Icon and words; `short` shows a number only, the words stay its name."""

    def __init__(self, icon: str, strong: bool = False) -> None:
        super().__init__()
        self._icon, self._strong = icon, strong
        self._token = "tekst_2"
        self._number = ""
        self._short = False
        self._hover = False
        self.setAutoDefault(False)
        self.setProperty("ring", 4)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_words(self, icon: str, sentence: str, token: str = "tekst_2", number: str = "") -> None:
        self._icon, self._token, self._number = icon, token, number
        self.setText(sentence)
        self.setAccessibleName(sentence)
        tips.tell(self, sentence if self._short else "")
        self.updateGeometry()
        self.update()

    def set_short(self, short: bool) -> None:
        if short != self._short:
            self._short = short
            tips.tell(self, self.text() if short else "")
            self.updateGeometry()

    def _shown(self) -> str:
        return self._number if self._short else self.text()

    def _role(self) -> str:
        return "bij_mid" if self._strong else "bij"

    def sizeHint(self) -> QSize:
        px = theme.active().px
        width = (
            px(10)
            + px(16)
            + px(10)
            + (fonts.width(self._role(), self._shown()) + px(6) if self._shown() else 0)
        )
        return QSize(width, theme.measure("statusknop"))

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.painter_for(self)
        px = theme.active().px
        if self._hover or self.isDown():
            paint.rounded(painter, self.rect(), 4, "vlak_verzonken")
        icons.draw(painter, self._icon, px(10), self.height() / 2 - px(8), 16, self._token)
        area = self.rect().adjusted(px(34), 0, 0, 0)
        paint.text(painter, area, self._shown(), self._role(), self._token)


def _busy(progress: SyncProgress) -> str:
    if progress.rows:
        return texts_sync.busy_fetching(progress.rows)
    if progress.to_send:
        return texts_sync.busy_sending(progress.sent, progress.to_send)
    return texts_sync.BUSY


class StatusBar(Surface):
    """Signals say which part was pressed; the window opens what belongs to it."""

    sync_pressed = Signal()
    waiting_pressed = Signal()
    questions_pressed = Signal()
    store_pressed = Signal()

    def __init__(self) -> None:
        super().__init__("vlak_raam", sides="t")
        self.setAccessibleName(texts_sync.STATUS_NAME)
        self.setFixedHeight(theme.measure("statusbalk"))
        px = theme.active().px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(10), 1, px(10), 0)
        row.setSpacing(px(6))
        self.sync = StatusButton("wolk", strong=True)
        self.sync.clicked.connect(self.sync_pressed)
        shortcuts.explain(self.sync, shortcuts.SYNC)
        self.waiting = StatusButton("verzend")
        self.waiting.clicked.connect(self.waiting_pressed)
        self.questions = StatusButton("afstemming")
        self.questions.clicked.connect(self.questions_pressed)
        self.age = StatusButton("klok")
        self.age.clicked.connect(self.sync_pressed)
        self.store = StatusButton("laptop")
        self.store.clicked.connect(self.store_pressed)
        for button in (self.sync, self.waiting, self.questions):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.age)
        row.addWidget(self.store)

    def show_state(
        self,
        stand: Stand,
        state: SyncState,
        questions: int,
        refused: int,
        late: bool,
        asks: bool,
        today: date,
    ) -> None:
        """`questions`: conflicts that wait for a choice. `refused`: changes that were not taken. `late`:
        waits too long. `asks`: a round waits for the person's consent.
        """
        self._show_sync(stand, state, refused, asks, today)
        count = stand.wachtend
        waiting = texts_sync.waiting(count) if state.offline else texts_sync.to_send(count)
        self.waiting.setVisible(bool(count))
        self.waiting.show_words("verzend", waiting, "letop" if late else "tekst_2", str(count))
        self.questions.setVisible(bool(questions or refused))
        asked = [texts_sync.failed_changes(refused)] if refused else []
        asked += [texts_sync.questions(questions)] if questions else []
        self.questions.show_words("afstemming", ", ".join(asked), "letop", str(questions + refused))
        at = stand.bijgewerkt_op
        self.age.setVisible(state.offline and at is not None)
        if at is not None:
            self.age.show_words("klok", texts_sync.data_from(at, today))
        self.store.show_words("laptop", texts_sync.on_this_laptop(stand.werkgevers))

    def _show_sync(self, stand: Stand, state: SyncState, refused: int, asks: bool, today: date) -> None:
        at = stand.bijgewerkt_op
        waits = asks and state.kind is not SyncKind.BUSY
        if waits or state.kind is SyncKind.ATTENTION or (refused and state.kind is SyncKind.UPDATED):
            self.sync.show_words("letop", texts_sync.ATTENTION, "letop")
        elif state.kind is SyncKind.BUSY:
            self.sync.show_words("sync", _busy(state.progress))
        elif state.offline and state.since is not None:
            self.sync.show_words("wolk_uit", texts_sync.offline_since(state.since, today), "tekst")
        elif at is not None:
            self.sync.show_words("wolk", texts_sync.updated_at(at, today))
        else:
            self.sync.show_words("wolk", texts_sync.NEVER_FETCHED)

    def set_small(self, small: bool) -> None:
        """Icons with numbers; the state of sync keeps its words."""
        for button in (self.waiting, self.questions, self.age):
            button.set_short(small)
        self.store.setVisible(not small)

    def set_practice(self, practice: bool) -> None:
        self.setAccessibleDescription(texts.PRACTICE if practice else "")
