"""Top of the detail: way back, name with its actions, facts, regie strip and tabs."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.models.queries.day_rows import Dossier
from desktop.views import fonts, shortcuts, texts, theme
from desktop.views.werkgevers import regie_choices, regie_words
from desktop.views.werkgevers.field_words import FieldWords
from desktop.views.werkgevers.more_menu import MoreMenu
from desktop.views.werkgevers.regie_strip import RegieStrip
from desktop.views.widgets.banner import Banner
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.labels import Label


class DetailHeader(QWidget):
    """Signals say what was pressed; the page decides. `regie(key)` with the command of a link."""

    back = Signal()
    step = Signal(int)
    call = Signal()
    visit = Signal()
    more = Signal(str)
    regie = Signal(str)

    def __init__(self, margin: int) -> None:
        super().__init__()
        self._placed = (True, False)
        self._small = False
        px = theme.active().px
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(margin, px(20), margin, 0)
        self._column.setSpacing(px(10))
        self._column.addWidget(self._way_back())
        self._top = QHBoxLayout()
        self._top.setSpacing(px(10))
        self.name = Label("", "titel_groot", wrap=True)
        self._top.addWidget(self.name, 1)
        self._top.addWidget(self._buttons(), 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(self._top)
        self.facts = Label("", "bij", "tekst_2", wrap=True)
        self._column.addWidget(self.facts)
        self._column.addSpacing(px(4))
        self.strip = RegieStrip()
        self.strip.pressed.connect(self.regie)
        self._column.addWidget(self.strip)
        self.banner = Banner()
        self._column.addWidget(self.banner)
        self._column.addSpacing(px(4))

    def _way_back(self) -> QWidget:
        self._back_row = QWidget()
        row = QHBoxLayout(self._back_row)
        row.setContentsMargins(0, 0, 0, 0)
        back = Button(texts.EMPLOYERS, Look.QUIET, "terug", height=34, flush=True)
        shortcuts.explain(back, shortcuts.BACK)
        back.clicked.connect(self.back)
        self._position = Label("", "tekst", "tekst_2")
        row.addWidget(back)
        row.addStretch(1)
        row.addWidget(self._position)
        for icon, shortcut, slot in (
            ("omhoog_pijl", shortcuts.PREVIOUS, self._step_back),
            ("omlaag", shortcuts.NEXT, self._step_on),
        ):
            button = Button(shortcut.label, Look.QUIET, icon, icon_only=True)
            shortcuts.explain(button, shortcut)
            button.clicked.connect(slot)
            row.addWidget(button)
        self._back_row.hide()
        return self._back_row

    def _buttons(self) -> QWidget:
        holder = QWidget()
        self._row = QHBoxLayout(holder)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.active().px(8))
        self.call_button = Button(texts.CALL, Look.OUTLINED, "telefoon", height=40)
        shortcuts.explain(self.call_button, shortcuts.CALL)
        self.call_button.clicked.connect(self.call)
        self.more_button = Button(texts.MORE, Look.OUTLINED, chevron=True, height=40)
        self.more_button.clicked.connect(self._open_menu)
        self.visit_button = Button(texts.LOG_VISIT, Look.FILLED, "bezoek")
        shortcuts.explain(self.visit_button, shortcuts.VISIT)
        self.visit_button.clicked.connect(self.visit)
        self._all_actions = (self.call_button, self.more_button, self.visit_button)
        for button in self._all_actions:
            self._row.addWidget(button)
        self._actions = holder
        holder.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.menu = MoreMenu(self)
        self.menu.chosen.connect(self.more)
        return holder

    def _open_menu(self) -> None:
        corner = self.more_button.mapToGlobal(self.more_button.rect().bottomLeft())
        self.menu.popup(corner)

    def _step_back(self) -> None:
        self.step.emit(-1)

    def _step_on(self) -> None:
        self.step.emit(1)

    def show_dossier(self, dossier: Dossier, me: str, role: str, today: date, known: FieldWords) -> None:
        self.name.setText(dossier.werkgever.naam)
        self.menu.show_for(dossier, role)
        self.facts.setText("  ·  ".join(regie_words.facts(dossier, known)))
        self.strip.show_strip(regie_words.strip(dossier, me, today), regie_choices.links(dossier, me, role))
        self._fit()

    @property
    def spoken(self) -> str:
        """Whose werkgever this is, in one line for a screen reader."""
        return f"{self.name.text()}. {self.strip.holder.text()}"

    def show_way_back(self, shown: bool, position: tuple[int, int]) -> None:
        self._back_row.setVisible(shown)
        self._position.setText(texts.position(*position) if position[0] else "")

    def arrange(self, margin: int, small: bool) -> None:
        """`small`: actions on a line of their own, the filled one first."""
        self._small = small
        px = theme.active().px
        self._column.setContentsMargins(margin, px(4 if small else 20), margin, 0)
        self._column.setSpacing(px(6 if small else 10))
        self._fit()

    def set_filled_shown(self, shown: bool) -> None:
        """No filled button behind an open work panel."""
        self.visit_button.setVisible(shown)
        self._fit()

    def _fit(self) -> None:
        edges = self._column.contentsMargins()
        room = self.width() - edges.left() - edges.right()
        wanted = min(fonts.width("titel_groot", self.name.text()), theme.active().px(420)) + 24
        shown = [one for one in self._all_actions if not one.isHidden()]
        beside = sum(one.sizeHint().width() + self._row.spacing() for one in shown)
        one_line = not self._small and wanted + beside <= room
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if beside <= room else direction.TopToBottom)
        if (one_line, self._small) != self._placed:
            self._placed = (one_line, self._small)
            self._move_actions(one_line)

    def _move_actions(self, one_line: bool) -> None:
        """Beside the name, or under the facts; in a small window with the filled one first."""
        self._column.removeWidget(self._actions)
        self._top.removeWidget(self._actions)
        if one_line:
            self._top.addWidget(self._actions, 0, Qt.AlignmentFlag.AlignTop)
        else:
            place = self._column.indexOf(self.facts) + 1
            self._column.insertWidget(place, self._actions, 0, Qt.AlignmentFlag.AlignLeft)
        self._row.removeWidget(self.visit_button)
        self._row.insertWidget(0 if self._small else 2, self.visit_button)
        first, last = (
            (self.visit_button, self.call_button) if self._small else (self.more_button, self.visit_button)
        )
        QWidget.setTabOrder(first, last)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.active().px(320), super().minimumSizeHint().height())
