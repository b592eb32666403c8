"""Another key for one command: press it, hear whose it is, keep it, or put it back."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.views import shortcuts, theme
from desktop.views.instellingen import own_keys, texts
from desktop.views.own_settings import OwnSettings
from desktop.views.shortcuts import Shortcut
from desktop.views.widgets.banner import announce
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.fields import FormRow
from desktop.views.widgets.labels import Label
from desktop.views.widgets.layer import DialogCard, Layer

_WALKS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)


def _shown(keys: Iterable[str]) -> str:
    """Ctrl N of Ctrl B; two keys may read the same."""
    return f" {texts.OR} ".join(dict.fromkeys(map(shortcuts.cap, keys)))


class KeyField(QLineEdit):
    """Shows what is pressed; Tab and Esc keep their meaning. `keys` in Qt's notation."""

    def __init__(self) -> None:
        super().__init__()
        self.keys = ""
        self.setReadOnly(True)
        self.setAccessibleName(texts.NEW_KEY)
        self.setPlaceholderText(texts.PRESS)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() not in _WALKS)
            return event.isAccepted()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _WALKS or (event.key() == Qt.Key.Key_Return and not event.modifiers()):
            super().keyPressEvent(event)
            return
        pressed = own_keys.notation(event.keyCombination())
        if pressed:
            self.keys = pressed
            self.setText(shortcuts.cap(pressed))
        event.accept()


class KeyCard(DialogCard):
    """Changes what the person's own keys are, at once."""

    def __init__(self, settings: OwnSettings, shortcut: Shortcut, label: str) -> None:
        super().__init__(texts.key_for(label))
        self._settings, self._shortcut, self._label = settings, shortcut, label
        self.column.addWidget(Label(texts.key_for(label), "titel", wrap=True))
        now = _shown(shortcut.keys)
        self.column.addWidget(Label(texts.key_is(label, now), "tekst", "tekst_2", wrap=True))
        self.column.addSpacing(theme.active().px(8))
        self.field = KeyField()
        self.field.textChanged.connect(self._pressed)
        self.row = FormRow(texts.NEW_KEY, self.field, texts.PRESS)
        self.column.addWidget(self.row)
        self.taken = Label("", "bij", "letop", wrap=True)
        self.taken.hide()
        self.column.addWidget(self.taken)
        self.column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        px = theme.active().px
        row = QHBoxLayout()
        row.setContentsMargins(0, px(12), 0, px(6))
        row.setSpacing(px(8))
        self.none = Button(texts.NO_KEY, Look.QUIET, height=40)
        self.none.clicked.connect(self._without)
        row.addWidget(self.none)
        usual = texts.back_to(_shown(self._shortcut.default))
        self.back = Button(usual, Look.QUIET, height=40)
        self.back.clicked.connect(self._as_before)
        row.addWidget(self.back)
        if not self._shortcut.keys:
            self.none.hide()
        if not own_keys.is_own(self._shortcut):
            self.back.hide()
        row.addStretch(1)
        cancel = Button(texts.CANCEL, Look.OUTLINED, height=40)
        cancel.clicked.connect(self.reject)
        row.addWidget(cancel)
        self.keep_button = Button(texts.KEEP_KEY, Look.FILLED)
        self.keep_button.clicked.connect(self.keep)
        row.addWidget(self.keep_button)
        return row

    def first_field(self) -> QWidget | None:
        return self.field

    def _pressed(self) -> None:
        """Says what is the matter with it, or whose it is."""
        wrong = own_keys.problem(self.field.keys)
        other = None if wrong else own_keys.owner(self.field.keys, self._shortcut)
        said = texts.taken_by(shortcuts.cap(self.field.keys), other.label) if other else ""
        self.row.set_error(wrong)
        self.taken.setText(said)
        self.taken.setVisible(bool(said))
        announce(self, f"{self.field.text()}. {wrong or said}")
        self._measure()

    def keep(self) -> None:
        if not self.field.keys:
            self.row.set_error(texts.PRESS)
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self._measure()
        elif not own_keys.problem(self.field.keys):
            self._use((self.field.keys,))

    def _without(self) -> None:
        self._use(())

    def _as_before(self) -> None:
        self._use(self._shortcut.default)

    def _use(self, keys: tuple[str, ...]) -> None:
        self._settings.change_keys(own_keys.with_keys(shortcuts.own().keys, self._shortcut, keys))
        self.accept()

    def _measure(self) -> None:
        layer = self.parentWidget()
        if isinstance(layer, Layer):
            layer.replace()
