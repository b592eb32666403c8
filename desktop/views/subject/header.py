"""Top of the detail of a subject: name, facts, strip, and its actions of which at most one is filled."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction

from desktop.views import shortcuts, texts
from desktop.views.subject.header_frame import HeaderFrame
from desktop.views.subject.sheet import Action, Sheet
from desktop.views.subject.strip import Strip
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.menu import Menu


class SubjectHeader(HeaderFrame):
    """`pressed(key)` of an action, an item of *Meer* or a link of the strip."""

    pressed = Signal(str)

    def __init__(self, title: str, margin: int) -> None:
        super().__init__(title, margin)
        self._shown: tuple[Action, ...] = ()
        self._filled_shown = True

    def make_actions(self) -> None:
        self._made: dict[str, Button] = {}
        self.more_button = Button(texts.MORE, Look.OUTLINED, chevron=True, height=40)
        self.more_button.clicked.connect(self._open_menu)
        self.more_button.hide()
        self._menu = Menu(texts.MORE, self)
        self._menu.triggered.connect(self._triggered)
        self.place_actions((self.more_button,), None)

    def make_parts(self) -> None:
        self.strip = Strip()
        self.strip.pressed.connect(self.pressed)
        self.add_part(self.strip)

    def show_sheet(self, sheet: Sheet) -> None:
        """The same actions keep their buttons, and so the focus."""
        self.name.setText(sheet.title)
        self.facts.setText("  ·  ".join(sheet.facts))
        self.facts.setVisible(bool(sheet.facts))
        self.strip.setVisible(sheet.strip is not None)
        if sheet.strip is not None:
            self.strip.show_words(sheet.strip)
        self._show_more(sheet.more)
        if sheet.actions != self._shown:
            self._shown = sheet.actions
            self._show_actions(sheet.actions)
        self.fit()

    def _show_actions(self, actions: tuple[Action, ...]) -> None:
        focused = next((key for key, button in self._made.items() if button.hasFocus()), "")
        for button in self._made.values():
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._row.removeWidget(self.more_button)
        self._made = {action.key: self._button(action) for action in actions}
        plain = [self._made[action.key] for action in actions if not action.filled]
        filled = next((self._made[action.key] for action in actions if action.filled), None)
        shown = (*plain, self.more_button, *([filled] if filled is not None else []))
        self.place_actions(shown, filled)
        self._order_buttons()
        if filled is not None:
            filled.setVisible(self._filled_shown)
        if focused in self._made:
            self._made[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, action: Action) -> Button:
        look = Look.FILLED if action.filled else Look.OUTLINED
        button = Button(action.words, look, action.icon or None, height=40)
        if action.shortcut is not None:
            shortcuts.explain(button, action.shortcut)
        button.setProperty("key", action.key)
        button.clicked.connect(self._button_pressed)
        return button

    def set_filled_shown(self, shown: bool) -> None:
        self._filled_shown = shown
        super().set_filled_shown(shown)

    # -- Meer -----------------------------------------------------------------------------------------
    def _show_more(self, items: tuple[Action, ...]) -> None:
        self.more_button.setVisible(bool(items))
        self._menu.clear()
        for item in items:
            self._menu.add(item.words, item.key, item.icon or "rechts")

    def _open_menu(self) -> None:
        self._menu.open_below(self.more_button)

    def _triggered(self, action: QAction) -> None:
        self.pressed.emit(str(action.data()))

    def _button_pressed(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.pressed.emit(str(button.property("key")))

    def button(self, key: str) -> Button | None:
        """The button of that action, as far as it is in the header."""
        return self._made.get(key)

    def menu_keys(self) -> tuple[str, ...]:
        """What *Meer* holds."""
        return tuple(str(action.data()) for action in self._menu.actions())
