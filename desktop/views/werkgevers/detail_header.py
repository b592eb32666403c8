"""Top of the detail of a werkgever: Bellen, Meer and Bezoek vastleggen, and the regie strip."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal

from desktop.models.queries.day_rows import Dossier
from desktop.views import shortcuts, texts
from desktop.views.subject.header_frame import HeaderFrame
from desktop.views.werkgevers import regie_choices, regie_words
from desktop.views.werkgevers.field_words import FieldWords
from desktop.views.werkgevers.more_menu import MoreMenu
from desktop.views.werkgevers.regie_strip import RegieStrip
from desktop.views.widgets.buttons import Button, Look


class DetailHeader(HeaderFrame):
    """Signals say what was pressed; the page decides. `regie(key)` with the command of a link."""

    call = Signal()
    visit = Signal()
    more = Signal(str)
    regie = Signal(str)

    def __init__(self, margin: int) -> None:
        super().__init__(texts.EMPLOYERS, margin)

    def make_parts(self) -> None:
        self.strip = RegieStrip()
        self.strip.pressed.connect(self.regie)
        self.add_part(self.strip)

    def make_actions(self) -> None:
        self.call_button = Button(texts.CALL, Look.OUTLINED, "telefoon", height=40)
        shortcuts.explain(self.call_button, shortcuts.CALL)
        self.call_button.clicked.connect(self.call)
        self.more_button = Button(texts.MORE, Look.OUTLINED, chevron=True, height=40)
        self.more_button.clicked.connect(self._open_menu)
        self.visit_button = Button(texts.LOG_VISIT, Look.FILLED, "bezoek")
        shortcuts.explain(self.visit_button, shortcuts.VISIT)
        self.visit_button.clicked.connect(self.visit)
        self.menu = MoreMenu(self)
        self.menu.chosen.connect(self.more)
        self.place_actions((self.call_button, self.more_button, self.visit_button), self.visit_button)

    def _open_menu(self) -> None:
        self.menu.open_below(self.more_button)

    def show_dossier(self, dossier: Dossier, me: str, role: str, today: date, known: FieldWords) -> None:
        self.name.setText(dossier.werkgever.naam)
        self.menu.show_for(dossier, role)
        self.facts.setText("  ·  ".join(regie_words.facts(dossier, known)))
        self.strip.show_strip(regie_words.strip(dossier, me, today), regie_choices.links(dossier, me, role))
        self.fit()

    @property
    def spoken(self) -> str:
        """Whose werkgever this is, in one line for a screen reader."""
        return f"{self.name.text()}. {self.strip.holder.text()}"
