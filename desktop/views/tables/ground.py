"""What lies behind the rows of a view, filled in one colour.

Only then does Qt move what is painted when one scrolls and paint no more than what came in sight: a step of
the wheel takes a tenth of the time.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView

from desktop.views import theme

_GIVEN_BACK = (QEvent.Type.Show, QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.Polish)


class Ground(QObject):
    """Belongs to its view; `token` names the colour, also after a change of theme."""

    def __init__(self, view: QAbstractItemView, token: str) -> None:
        super().__init__(view)
        self._view, self._token = view, token
        view.viewport().setAutoFillBackground(True)
        view.installEventFilter(self)
        self.fill()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The style sheet gives the viewport its own colour back: at the first show and at another theme."""
        if event.type() in _GIVEN_BACK:
            self.fill()
        return False

    def fill(self) -> None:
        """In the colour of the theme. The viewport is asked anew: a wrapper that is held dies one day."""
        viewport = self._view.viewport()
        role, wanted = viewport.backgroundRole(), theme.active().colour(self._token)
        if viewport.palette().color(role) != wanted:
            palette = QPalette(viewport.palette())
            palette.setColor(role, wanted)
            viewport.setPalette(palette)
