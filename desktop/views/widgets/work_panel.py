"""The frame of every form that writes: title, fields that scroll, a footer that stays."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.views import theme
from desktop.views.widgets import tips
from desktop.views.widgets.banner import Banner
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.labels import Elided, Icon, Label, Surface

TAB_LAST = "tab_last"
"""Set on what Tab reaches after everything else in its part, whenever the rest was made."""


class ScrollBody(QScrollArea):
    """Fields below each other; grows in width only, brings the focused field in sight."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        inner = self._inner = QWidget()
        self.column = QVBoxLayout(inner)
        self.setWidget(inner)
        inner.installEventFilter(self)
        self.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and watched is self._inner:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()  # what changed while it was out of sight told nobody

    def rescaled(self) -> None:
        """Another text size: once all that is inside has measured itself."""
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        """Wrapped labels lose their height in nested layouts: the layout itself knows it."""
        if self.column.hasHeightForWidth():
            self._inner.setMinimumHeight(max(0, self.column.totalHeightForWidth(self.viewport().width())))


class WorkPanel(Surface):
    """`closing` for the cross, Sluiten and Esc; `saving` for the filled button and its key."""

    closing = Signal()
    saving = Signal()

    def __init__(self, title: str, subtitle: str, save: str, close: str, key: str) -> None:
        super().__init__("vlak_inhoud", sides="l")
        self.setAccessibleName(title)
        self._said_not_saved = False
        px = theme.active().px
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(self._head(title, subtitle, close))
        self._body = ScrollBody(title)
        self.fields = self._body.column
        self.fields.setContentsMargins(px(28), px(16), px(28), px(20))
        self.fields.setSpacing(px(18))
        self.banner = Banner()
        self.fields.addWidget(self.banner)
        outer.addWidget(self._body, 1)
        outer.addWidget(self._footer(save, close, key))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def _head(self, title: str, subtitle: str, close: str) -> QHBoxLayout:
        px = theme.active().px
        row = QHBoxLayout()
        row.setContentsMargins(px(28), px(20), px(20), 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.title = Label(title, "titel")
        words.addWidget(self.title)
        self._subtitle = Elided(subtitle, "bij", "tekst_2")
        words.addWidget(self._subtitle)
        row.addLayout(words, 1)
        cross = Button(close, Look.QUIET, "kruis", icon_only=True)
        tips.tell(cross, close)
        cross.clicked.connect(self.closing)
        row.addWidget(cross, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _footer(self, save: str, close: str, key: str) -> QWidget:
        px = theme.active().px
        footer = Surface("vlak_inhoud", sides="t")
        row = QHBoxLayout(footer)
        row.setContentsMargins(px(28), px(12), px(28), px(12))
        row.setSpacing(px(8))
        self._saved_icon = Icon("vink", 16, "goed")
        self._saved = Elided("", "bij", "tekst_2")
        self._saved_icon.setVisible(False)
        row.addWidget(self._saved_icon)
        row.addWidget(self._saved, 1)
        shut = Button(close, Look.OUTLINED, height=40)
        shut.clicked.connect(self.closing)
        self.save_button = Button(save, Look.FILLED, key=key)
        self._shut, self._key = shut, key
        for button in (shut, self.save_button):
            button.setProperty(TAB_LAST, True)  # the fields come after the frame was built
        self.save_button.clicked.connect(self.saving)
        row.addWidget(shut)
        row.addWidget(self.save_button)
        return footer

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The key goes from the button where the words would be squeezed."""
        super().resizeEvent(event)
        self.save_button.show_key(self._key)
        room = event.size().width() - theme.active().px(28 + 8 + 8 + 28)
        fits = self._shut.sizeHint().width() + self.save_button.sizeHint().width() <= room
        self.save_button.show_key(self._key if fits else None)

    def set_subtitle(self, words: str) -> None:
        """What the form is about, when that is known later."""
        self._subtitle.set_text(words)

    def set_saved(self, words: str) -> None:
        """The line at the left of the footer: when the draft was kept."""
        self._show_saved(words, "vink", "goed")
        if self._said_not_saved:
            self._said_not_saved = False
            self.banner.hide()

    def say_not_saved(self, words: str, kind: str, why: str) -> None:
        """The draft was not kept: the footer says so, and a bar says why until it is kept after all."""
        self._show_saved(words, "letop", "letop")
        self._said_not_saved = True
        self.banner.say(kind, why)
        self.show_in_sight(self.banner)

    def _show_saved(self, words: str, icon: str, token: str) -> None:
        self._saved_icon.set_icon(icon, token)
        self._saved_icon.setVisible(bool(words))
        self._saved.set_text(words)

    def saved_text(self) -> str:
        return self._saved.text()

    def show_in_sight(self, widget: QWidget) -> None:
        self._body.ensureWidgetVisible(widget, 0, theme.active().px(40))

    def sizeHint(self) -> QSize:
        return QSize(theme.measure("werkpaneel"), theme.active().px(600))
