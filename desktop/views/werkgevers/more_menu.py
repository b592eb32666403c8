"""The menu *Meer* of a werkgever: what is done less often. What this person may not do is not in it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop.frozen import dataclass
from desktop.models.queries.day_rows import Dossier
from desktop.models.rights import may_do
from desktop.views import shortcuts, texts, texts_shell
from desktop.views.shortcuts import Shortcut
from desktop.views.werkgevers import texts_dossier, texts_header, texts_work
from desktop.views.widgets.menu import Menu


@dataclass(frozen=True, slots=True)
class MoreItem:
    """`right` is the command that it needs; `rule` begins a group with a line above it."""

    key: str
    icon: str
    words: str
    right: str = ""
    shortcut: Shortcut | None = None
    rule: bool = False


PERSON, PLACE, AGREEMENT, ACTION, VACANCY, QUESTION, SIGNAL = (
    *("persoon", "vestiging", "afspraak", "actie", "vacature", "vraag", "signaal"),
)
FACTS, QUIET, MERGE = "gegevens", "rust", "samenvoegen"
PRINT, PRINT_EMPLOYER, APPROACH, COPY_KVK = "print", "print_employer", "approach", "copy_kvk"
ITEMS = (
    MoreItem(ACTION, "actie", texts_dossier.MAKE_ACTION, "actie.maak", shortcuts.ACTION),
    MoreItem(VACANCY, "vacature", texts_shell.NEW_VACANCY, "vacature.registreer", shortcuts.NEW_VACANCY),
    MoreItem(QUESTION, "bericht", texts_work.NEW_QUESTION, "werkgeversvraag.registreer"),
    MoreItem(SIGNAL, "letop", texts_work.REPORT_SIGNAL, "signaal.meld"),
    MoreItem(PERSON, "persoon", texts_header.NEW_PERSON, "contactpersoon.registreer"),
    MoreItem(AGREEMENT, "afspraak", texts_header.NEW_AGREEMENT, "afspraak.maak"),
    MoreItem(PLACE, "werkgever", texts_header.NEW_PLACE, "vestiging.registreer"),
    MoreItem(FACTS, "potlood", texts_header.EDIT_FACTS, "werkgever.wijzig"),
    MoreItem(QUIET, "niet", texts_header.QUIET_MENU, "werkgever.wijzig"),
    MoreItem(APPROACH, "telefoon", texts.PLAN_APPROACH, "benadering.meld"),
    MoreItem(PRINT, "printer", texts.PRINT_INTERN, "", shortcuts.PRINT, rule=True),
    MoreItem(PRINT_EMPLOYER, "brief", texts.PRINT_EMPLOYER),
    MoreItem(COPY_KVK, "samen", texts.COPY_KVK, rule=True),
    MoreItem(MERGE, "afstemming", texts_header.MERGE, "werkgever.voeg_samen"),
)


def items_for(dossier: Dossier, role: str) -> list[MoreItem]:
    """What can be done there by somebody with this role. An approach is announced only where nobody holds
    the regie; elsewhere it is asked.
    """
    card = dossier.werkgever
    fits = {APPROACH: card.regiehouder_id is None, COPY_KVK: card.kvk_nummer is not None}
    return [
        item for item in ITEMS if (not item.right or may_do(role, item.right)) and fits.get(item.key, True)
    ]


class MoreMenu(Menu):
    """`chosen(key)` for one of `ITEMS`."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(texts.MORE, parent)
        self._items: dict[str, QAction] = {}
        for item in ITEMS:
            if item.rule:
                self.addSeparator()
            self._items[item.key] = self.add(item.words, item.key, item.icon)
        self.triggered.connect(self._triggered)

    def show_for(self, dossier: Dossier, role: str) -> None:
        shown = items_for(dossier, role)
        for item in ITEMS:
            self._items[item.key].setVisible(item in shown)

    def freshen(self) -> None:
        """A person may have chosen other keys."""
        for item in ITEMS:
            key = item.shortcut.shown if item.shortcut else ""
            self._items[item.key].setText(f"{item.words}\t{key}" if key else item.words)

    def _triggered(self, action: QAction) -> None:
        self.chosen.emit(str(action.data()))
