"""The one menu of the window: each item has a letter, as in the menus of the bar. Letters and the colours of
icons are given anew when it opens."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop.views import icons, mnemonics


class Menu(QMenu):
    """Filled by `add`; what was picked is `action.data()`. `freshen` is for who has words of the moment."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self._icons: list[tuple[QAction, str]] = []
        self.aboutToShow.connect(self._opens)

    def add(self, words: str, key: object, icon: str = "") -> QAction:
        """An item; an & in its words is the sign itself."""
        # Made here and not by addAction: that one's wrapper dies when a layer elsewhere is deleted.
        action = QAction(words.replace("&", "&&"), self)
        action.setData(key)
        self.addAction(action)
        if icon:
            self._icons.append((action, icon))
        return action

    def clear(self) -> None:
        """Without items, to be filled anew."""
        self._icons.clear()
        super().clear()

    def freshen(self) -> None:
        """Before it opens: words and keys as they are now."""

    def open_below(self, widget: QWidget) -> None:
        self.popup(widget.mapToGlobal(widget.rect().bottomLeft()))

    def _opens(self) -> None:
        self.freshen()
        for action, icon in self._icons:
            action.setIcon(icons.icon(icon))
        mnemonics.give(self.actions())
