"""Keeping what is chosen under a name, in place: keep, rename, update and remove, each with a way back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.frozen import dataclass
from desktop.models.queries.day_rows import LijstRij
from desktop.models.queries.werkgever_rows import WerkgeverFilter
from desktop.views import theme
from desktop.views.operations import Batch, Request
from desktop.views.shell import Shell
from desktop.views.werkgevers import list_choice
from desktop.views.werkgevers import texts_list as words
from desktop.views.werkgevers.list_words import Reader
from desktop.views.widgets import tips
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.fields import FormRow, TextField
from desktop.views.widgets.flow import Flow
from desktop.views.widgets.labels import Elided, Icon, Label
from desktop.views.widgets.menu import Menu


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is sent when a name was given: a new list (`id` empty) or another name for one."""

    id: str
    said: str


class _NameField(TextField):
    stopped = Signal()
    given = Signal()

    def event(self, event: QEvent) -> bool:
        """Esc is for this field, and not for the page."""
        ours = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if ours and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.stopped.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.given.emit()
        else:
            super().keyPressEvent(event)


class KeptList(QWidget):
    """Name and menu of the kept list that is open, and the field for a name. `opened` is that list, if any.

    `link` is the button that starts keeping; it stands elsewhere. `settled()` when the height may differ.
    """

    def __init__(self, shell: Shell, reader: Reader) -> None:
        super().__init__()
        self._shell, self._reader = shell, reader
        self._choice = self._titled = WerkgeverFilter()
        self._lists: tuple[LijstRij, ...] = ()
        self._plan = _Plan("", "")
        self._saving = False
        self.opened: LijstRij | None = None
        self.title = ""
        self.link = Button(words.KEEP, Look.LINK, "bladwijzer", role="bij")
        self.link.clicked.connect(self.keep)
        px = theme.active().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(self._name_row())
        column.addWidget(self._changed_row())
        column.addWidget(self._naming_row())
        self.show_choice(self._choice)

    # -- parts ---------------------------------------------------------------------------------------
    def _name_row(self) -> QWidget:
        self._named = QWidget()
        row = QHBoxLayout(self._named)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.active().px(8))
        self._name = Elided("", "tekst_sterk", "tekst")
        self.menu_button = Button(words.LIST_MENU, Look.QUIET, "meer", height=26, icon_only=True)
        tips.tell(self.menu_button, words.LIST_MENU)
        self.menu_button.clicked.connect(self._open_menu)
        row.addWidget(Icon("bladwijzer", 18, "tekst_2"))
        row.addWidget(self._name, 1)
        row.addWidget(self.menu_button)
        self._menu: Menu | None = None
        return self._named

    def _changed_row(self) -> QWidget:
        self._changed = QWidget()
        flow = Flow(self._changed, theme.active().px(8))
        self._changed_words = Label("", "bij", "tekst_2")
        self.update_link = Button(words.UPDATE, Look.LINK, role="bij")
        self.update_link.clicked.connect(self.update_list)
        self.as_new = Button(words.AS_NEW, Look.LINK, role="bij")
        self.as_new.clicked.connect(self.keep)
        for part in (self._changed_words, self.update_link, self.as_new):
            flow.addWidget(part)
        policy = self._changed.sizePolicy()
        policy.setHeightForWidth(True)
        self._changed.setSizePolicy(policy)
        return self._changed

    def _naming_row(self) -> QWidget:
        self._naming = QWidget()
        column = QVBoxLayout(self._naming)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.active().px(6))
        self.name_field = _NameField(words.KEEP_NAME)
        self.name_field.setMaxLength(words.LONGEST_NAME)
        self.name_field.given.connect(self._name_given)
        self.name_field.stopped.connect(self._stop_naming)
        self._form_row = FormRow(words.KEEP_NAME, self.name_field)
        column.addWidget(self._form_row)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.active().px(12))
        self._give = Button(words.KEEP_BUTTON, Look.OUTLINED, height=30)
        self._give.clicked.connect(self._name_given)
        self._stop = Button(words.STOP, Look.LINK)
        self._stop.clicked.connect(self._stop_naming)
        buttons.addWidget(self._give)
        buttons.addWidget(self._stop)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self._naming.hide()
        return self._naming

    def in_tab_order(self) -> tuple[QWidget, ...]:
        """What takes the keyboard, from top to bottom."""
        named = (self.menu_button, self.update_link, self.as_new)
        return (*named, self.name_field, self._give, self._stop)

    # -- what is shown -------------------------------------------------------------------------------
    def show_lists(self, lists: tuple[LijstRij, ...]) -> None:
        """All that this person keeps; the one that is open may have another name or be gone."""
        self._lists = lists
        if self.opened is not None:
            before = self.opened
            self.opened = next((row for row in lists if row.id == before.id), None)
            self.title = self.opened.naam if self.opened else ""
        elif self.title:
            self.opened = self._named_so(self.title)
        self.show_choice(self._choice)

    def open(self, choice: WerkgeverFilter, title: str) -> None:
        """A kept list or another filter with a name."""
        self.title, self._titled, self._choice = title, choice, choice
        self.opened = self._named_so(title) if title else None
        self._stop_naming()
        self.show_choice(choice)

    def show_choice(self, choice: WerkgeverFilter) -> None:
        self._choice = choice
        if not _worth_keeping(choice) or (self.opened is None and choice != self._titled):
            self.opened, self.title = None, ""
        naming = not self._naming.isHidden()
        self._name.set_text(self.title)
        self._named.setVisible(bool(self.title) and not naming)
        self.menu_button.setVisible(self.opened is not None)
        changed = self.opened is not None and self.opened.keuze != choice
        self._changed.setVisible(changed and not naming)
        self._changed_words.setText(words.changed_from(self.title) if changed else "")
        self.link.setVisible(self.opened is None and _worth_keeping(choice) and not naming)
        self.setVisible(bool(self.title) or naming)

    def _named_so(self, name: str) -> LijstRij | None:
        return next((row for row in self._lists if row.naam.casefold() == name.casefold()), None)

    def _open_menu(self) -> None:
        if self._menu is None:
            self._menu = Menu(words.LIST_MENU, self)
            for said, slot in ((words.RENAME, self.rename), (words.REMOVE, self.remove)):
                self._menu.add(said, said).triggered.connect(slot)
        self._menu.open_below(self.menu_button)

    # -- a name in place -----------------------------------------------------------------------------
    def keep(self) -> None:
        """A new list of what is chosen now."""
        self._ask_name(_Plan("", words.KEEP_BUTTON), "" if self.opened else self.title)

    def rename(self) -> None:
        if self.opened is not None:
            self._ask_name(_Plan(self.opened.id, words.RENAME), self.opened.naam)

    def _ask_name(self, plan: _Plan, name: str) -> None:
        self._plan = plan
        self._give.set_words(plan.said)
        self._form_row.set_error("")
        self._naming.show()
        self.show_choice(self._choice)
        self.name_field.setText(name)
        self.name_field.selectAll()
        self.name_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stop_naming(self) -> None:
        had_focus = self._naming.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._naming.hide()
        self.show_choice(self._choice)
        if had_focus:
            back = self.link if self.link.isVisible() else self.menu_button
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name_given(self) -> None:
        name = " ".join(self.name_field.text().split())
        same = self._named_so(name)
        if not name or (same is not None and same.id != self._plan.id):
            self._form_row.set_error(words.NAME_TAKEN if name else words.NAME_FIRST)
            self._form_row.focus_field()
            return
        renamed = self.opened if self._plan.id else None
        keuze = renamed.keuze if renamed else self._choice
        row_id = self._plan.id or self._shell.new_id()
        said = words.renamed(name) if renamed else words.kept(name)
        self._save(LijstRij(row_id, name, keuze, True), said)

    # -- commands ------------------------------------------------------------------------------------
    def update_list(self) -> None:
        """The kept list gets what is chosen now."""
        if self.opened is not None:
            self._save(replace(self.opened, keuze=self._choice), words.updated(self.opened.naam))

    def _save(self, row: LijstRij, said: str) -> None:
        if self._saving:  # a second Enter before the first was answered
            return
        self._saving = True
        arguments: Mapping[str, object] = {
            "id": row.id,
            "naam": row.naam,
            "keuze": list_choice.to_keep(row.keuze, self._reader.today),
        }
        saved = _Saved(self, row, said)
        self._shell.operations.commands([Request("lijst.bewaar", arguments)], self, saved)

    def saved(self, row: LijstRij, said: str, batch: Batch) -> None:
        """What became of keeping, renaming or updating."""
        self._saving = False
        if batch.error is not None:
            self._shell.messages.failed(batch.error)
            return
        self.opened, self.title = row, row.naam
        self._lists = (*(one for one in self._lists if one.id != row.id), row)
        self._stop_naming()
        self._shell.undo.did(said, batch.outcomes)

    def remove(self) -> None:
        if self.opened is not None:
            request = Request("lijst.verwijder", {"lijst_id": self.opened.id})
            self._shell.operations.commands([request], self, _Removed(self, self.opened.naam))

    def removed(self, name: str, batch: Batch) -> None:
        """What became of removing; what was chosen stays chosen."""
        if batch.error is not None:
            self._shell.messages.failed(batch.error)
            return
        self.opened, self.title = None, ""
        self.show_choice(self._choice)
        self._shell.undo.did(words.removed(name), batch.outcomes)


def _worth_keeping(choice: WerkgeverFilter) -> bool:
    return list_choice.narrows(choice) or bool(choice.tekst)


@dataclass(frozen=True, slots=True)
class _Saved:
    owner: KeptList
    row: LijstRij
    said: str

    def __call__(self, batch: Batch) -> None:
        self.owner.saved(self.row, self.said, batch)


@dataclass(frozen=True, slots=True)
class _Removed:
    owner: KeptList
    name: str

    def __call__(self, batch: Batch) -> None:
        self.owner.removed(self.name, batch)
