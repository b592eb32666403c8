"""A screen for one subject: its list beside the detail of one row, with the form that writes beside that.

A page of a subject is a subclass that does what is pressed (`press`); list, filters, detail, keys, one-page
mode and what is remembered are here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desktop.models.changes import Changes
from desktop.views.forms.desk import FormDesk
from desktop.views.layout import Room
from desktop.views.operations import Batch, Request, concerns
from desktop.views.palette.recents import Recents
from desktop.views.shell import Deed, Page, Shell, Way
from desktop.views.subject.arrangement import Arrangement
from desktop.views.subject.choice import Choice
from desktop.views.subject.description import Subject
from desktop.views.subject.detail import SubjectDetail
from desktop.views.subject.list_pane import SubjectList
from desktop.views.widgets.empty_state import EmptyState
from desktop.views.widgets.labels import Surface
from desktop.views.widgets.work_panel import WorkPanel

_NOTHING, _ONE = range(2)


class SubjectPage(Page):
    """`panel_gone`: the form that was open closed, and no other one came in its place."""

    panel_gone = Signal()

    def __init__(
        self,
        shell: Shell,
        subject: Subject[Any, Any],
        with_new: bool = False,
        widgets: Mapping[str, QWidget] | None = None,
    ) -> None:
        super().__init__()
        self.shell, self.subject = shell, subject
        self._operations = shell.operations
        self.list = SubjectList(shell, subject, with_new)
        self.detail = SubjectDetail(shell.operations, subject, widgets)
        self._right = Surface("vlak_inhoud", sides="l")
        self._stack = QStackedLayout(self._right)
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 0, 0)
        self._nothing = EmptyState(subject.words.choose_title, subject.words.choose_text)
        inner.addWidget(self._nothing)
        self._stack.addWidget(holder)
        self._stack.addWidget(self.detail)
        self.arrangement = Arrangement(self.list, self._right, self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.arrangement)
        self.desk = FormDesk(self, self)
        self._connect()

    def _connect(self) -> None:
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(self._opened)
        self.list.wants_new.connect(self.make_new)
        self.list.loaded.connect(self._loaded)
        self.list.arranged.connect(self._list_arranged)
        self.detail.shown.connect(self._detail_shown)
        self.detail.shown.connect(Recents(self._operations, self, self._shown_here).shown)
        self.detail.pressed.connect(self.press)
        self.detail.called.connect(self.called)
        self.detail.header.back.connect(self.go_back)
        self.detail.header.step.connect(self.step)
        self.arrangement.arranged.connect(self._arranged)
        self._operations.changed.connect(self._on_changed)

    # -- what a page of its own does -----------------------------------------------------------------
    def press(self, key: str, about: str) -> None:
        """An action of the header, a link of the strip or of a section."""

    def make_new(self, typed: str) -> None:
        """*Nieuw*, with what was searched."""

    def called(self, about: str, link: str) -> None:
        """A phone number or address in a section."""
        QDesktopServices.openUrl(QUrl(link))

    # -- what is shown -------------------------------------------------------------------------------
    def open_row(self, row_id: str, tab: str | None = None) -> None:
        """From elsewhere: this one, whether or not the filters show it."""
        self.list.select(row_id)
        if tab is not None:
            self.detail.show_tab(tab)
        self.arrangement.show_page()
        if not self.arrangement.list_beside and self.panel is None:
            self.detail.focus_content()

    def open_made(self, outcomes: object) -> None:
        """What a form made is what one looks at next."""
        for outcome in outcomes if isinstance(outcomes, tuple) else ():
            if outcome.id:
                self.open_row(outcome.id)

    def show_choice(self, choice: Choice) -> None:
        """From elsewhere: the list with these filters."""
        self.arrangement.show_list()
        self.list.show_choice(choice)
        self.list.focus_rows()

    def _chosen(self, row_id: str) -> None:
        self.detail.open(row_id)

    def _opened(self, row_id: str) -> None:
        if not self.arrangement.list_beside:
            self.arrangement.show_page()
            self.detail.focus_content()

    def _loaded(self, total: int) -> None:
        """An empty list says what there could be; the other half of the page then says nothing."""
        self._nothing.setVisible(bool(total))
        self._show_way_back()

    def _detail_shown(self) -> None:
        self._stack.setCurrentIndex(_ONE)
        sheet = self.detail.sheet
        # Who comes here with a screen reader hears first what this is.
        self._right.setAccessibleName(sheet.spoken if sheet is not None else "")
        self._show_way_back()

    def _shown_here(self) -> tuple[str, str] | None:
        sheet = self.detail.sheet
        return self.subject.remembered(sheet.id) if sheet is not None else None

    def show_nothing(self) -> None:
        """What was shown is not here any more, and this person may not see it."""
        self.detail.forget()
        self._stack.setCurrentIndex(_NOTHING)
        self._right.setAccessibleName("")
        self.arrangement.show_list()

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if concerns(changes, *self.subject.tables, "opdracht"):
            self.detail.refresh()

    def doable(self) -> Sequence[Deed]:
        """The actions of the header and the links of the sections, of the row that is shown."""
        sheet = self.detail.sheet
        if sheet is None:
            return ()
        found = [
            Deed(
                one.key, one.words, sheet.title, one.icon or "sneller", partial(self.press, one.key, sheet.id)
            )
            for one in (*sheet.actions, *sheet.more)
        ]
        said = {one.words for one in found}
        sections = [section for tab in sheet.tabs for section in tab.sections]
        links = [link for section in sections for link in section.links]
        links += [link for section in sections for one in section.moments for link in one.links]
        found += [
            Deed(
                f"{link.key} {link.id}",
                link.name,
                sheet.title,
                "sneller",
                partial(self.press, link.key, link.id),
            )
            for link in links
            if link.name not in said
        ]
        return found

    # -- doing ---------------------------------------------------------------------------------------
    def do(self, said: str, *requests: Request) -> None:
        """Commands that need no form; `said` is the toast, from which it can be taken back."""
        self._operations.commands(requests, self, _Did(self.shell, said))

    # -- panel ---------------------------------------------------------------------------------------
    @property
    def panel(self) -> WorkPanel | None:
        return self.arrangement.panel

    def open_panel(self, panel: WorkPanel) -> None:
        self.arrangement.open_panel(panel)

    def drop_panel(self) -> None:
        self.arrangement.drop_panel()

    # -- what the shell asks -------------------------------------------------------------------------
    def enter(self) -> None:
        self.list.focus_rows()

    def way(self) -> Way | None:
        if self.arrangement.list_beside or not self.arrangement.page_shown:
            return None
        return Way(self.subject.words.title, self.list.position())

    def go_back(self) -> bool:
        back = self.arrangement.show_list()
        if back:
            self.list.focus_rows()
        return back

    def step(self, by: int) -> None:
        self.list.step(by)

    def search(self) -> bool:
        self.arrangement.show_list()
        self.list.focus_search()
        return True

    def current_employer(self) -> str | None:
        sheet = self.detail.sheet
        return sheet.werkgever_id or None if sheet is not None else None

    def close_panel(self) -> bool:
        return self.desk.close()

    def save_panel(self) -> None:
        self.desk.save()

    def close_down(self) -> None:
        self.desk.close()

    # -- layout --------------------------------------------------------------------------------------
    def set_room(self, room: Room) -> None:
        self.arrangement.set_room(room)

    def _list_arranged(self) -> None:
        """As a board the list has the page to itself, and a card opens as a page."""
        self.arrangement.set_wide(self.list.on_board)

    def _arranged(self) -> None:
        placed = self.arrangement
        side = placed.with_side
        self.detail.arrange(side, placed.room.small, placed.panel is not None, placed.margin)
        self._show_way_back()

    def _show_way_back(self) -> None:
        placed = self.arrangement
        own_line = not placed.list_beside and not placed.room.small  # else the line of *Menu* shows it
        self.detail.header.show_way_back(own_line, self.list.position())
        self.way_changed.emit()

    def panes(self) -> list[QWidget]:
        """For F6: list, detail, panel, those that are in sight."""
        return self.arrangement.panes()

    def left(self) -> Mapping[str, object]:
        return {"lijst": self.arrangement.widths()}

    def restore(self, left: Mapping[str, object]) -> None:
        self.arrangement.restore(left.get("lijst"))


class _Did:
    """Says what was done, or why it was not."""

    def __init__(self, shell: Shell, said: str) -> None:
        self._shell, self._said = shell, said

    def __call__(self, batch: Batch) -> None:
        if batch.outcomes and batch.error is None:
            self._shell.undo.did(self._said, batch.outcomes)
        if batch.error is not None:
            self._shell.messages.failed(batch.error)
