"""Whom to ring: the menu under *Bellen* of a werkgever of which more than one number is known."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop import dutch
from desktop.models.queries.day_rows import Dossier
from desktop.models.queries.werkgever_rows import ContactpersoonRij
from desktop.views.werkgevers import texts_contact as words
from desktop.views.werkgevers.dossier_facts import is_former
from desktop.views.widgets.menu import Menu

MOST = 15
"""More names make no menu; the others are in the tab Contactpersonen."""


def reachable(dossier: Dossier, today: date) -> tuple[ContactpersoonRij, ...]:
    """Who works there now and has a number."""
    people = dossier.contactpersonen
    return tuple(person for person in people if person.telefoon and not is_former(person, today))


class NumberMenu(Menu):
    """`picked(contactpersoon_id, link)`; both empty for a number that is not known here."""

    picked = Signal(str, str)

    def __init__(self, people: Sequence[ContactpersoonRij], parent: QWidget) -> None:
        super().__init__(words.WHOM, parent)
        for person in people[:MOST]:
            number = dutch.phone(person.telefoon or "")
            self.add(f"{person.naam}, {number}", (person.id, f"tel:{person.telefoon}"))
        self.addSeparator()
        self.add(words.OTHER_NUMBER, ("", ""))
        self.triggered.connect(self._triggered)

    def _triggered(self, action: QAction) -> None:
        self.picked.emit(*action.data())
