"""The button that opens the filters for which there is no chip; tinted while one of those is on."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPaintEvent

from desktop.views import icons, theme
from desktop.views.subject import texts as words
from desktop.views.widgets import paint, tips
from desktop.views.widgets.buttons import Button, Look


class FilterButton(Button):
    """Without room it is an icon, with room it shows its word."""

    def __init__(self) -> None:
        super().__init__(words.FILTERS, Look.OUTLINED, "filter", height=36, icon_only=True)
        self._on = False
        self.set_wide(wide=False)

    def set_wide(self, wide: bool) -> None:
        self.setText(words.FILTERS if wide else "")
        self._icon_only = not wide
        tips.tell(self, "" if wide else words.FILTERS_NAME)
        self.updateGeometry()
        self.update()

    def show_chosen(self, chosen: tuple[str, ...]) -> None:
        self._on = bool(chosen)
        self.setAccessibleName(words.filters_chosen(len(chosen)))
        self.setAccessibleDescription(", ".join(chosen))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._on:
            super().paintEvent(event)
            return
        painter = paint.painter_for(self)
        px = theme.active().px
        paint.rounded(painter, self.rect(), 6, "accent_zacht", "focus")
        icons.draw(
            painter, self._icon or "", px(self._margin()), self.height() / 2 - px(9), 18, "accent_tekst"
        )
        left = px(self._margin()) + px(28)
        paint.text(painter, QRect(left, 0, self.width(), self.height()), self.text(), "knop", "accent_tekst")
