"""The palette itself: a field with a list below it, 96 below the top of the window.

Commands, pages and lists fit at once; werkgevers and people come from a reader, so that a key never waits.
Enter before they came waits for them: typing fast opens what was typed, not what stood there before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.queries.day_rows import LijstRij, Treffer
from desktop.views import theme
from desktop.views.palette import doing, entries, texts
from desktop.views.palette.entries import Entry
from desktop.views.palette.field import PaletteField
from desktop.views.palette.key_hints import KeyHints
from desktop.views.palette.reading import Begin, Found, ReadBegin, Ready, Search
from desktop.views.palette.rows import HEADING, ROW, EntryModel, EntryView
from desktop.views.shell import Shell
from desktop.views.widgets.banner import announce
from desktop.views.widgets.labels import Hairline, Icon, Label
from desktop.views.widgets.layer import Card, Layer

COMMANDS = ">"
PLAIN, CTRL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


@dataclass(frozen=True, slots=True)
class Picking:
    """Choosing a row for something else: the question, and who hears the answer. A werkgever is searched;
    with `ready` it is one of a short list, which typing makes shorter.
    """

    question: str
    then: Callable[[Treffer], None]
    ready: Ready | None = None


class PaletteCard(Card):
    """With `picking` it lists only what can be chosen, and tells which one was."""

    def __init__(self, shell: Shell, prefix: str = "", picking: Picking | None = None) -> None:
        super().__init__(picking.question if picking else texts.NAME)
        self._shell, self._picking = shell, picking
        self._operations = shell.operations
        self._ready = picking.ready if picking is not None else None
        there = () if picking else shell.commands()
        deeds = [] if picking else doing.deeds(shell.doable())
        self._commands, self._pages = [*deeds, *doing.commands(there)], doing.pages(there)
        self._by_menu = [*deeds, *doing.commands(there, by_menu=True)]
        self._begin, self._found = Begin(), Found()
        self._enter: Qt.KeyboardModifier | None = None
        self._moved = False
        self.model = EntryModel()
        self.model.setParent(self)
        self._build()
        self.field.textChanged.connect(self._typed)
        self.field.setText(prefix)
        self._show()
        read = ReadBegin(shell.backend, self._ready)
        self._operations.query(read, self, self._show_begin, channel="begin")

    # -- building ------------------------------------------------------------------------------------
    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if self._picking is not None:
            px = theme.active().px
            question = Label(self._picking.question, "bij_sterk", wrap=True)
            question.setContentsMargins(px(22), px(12), px(22), 0)
            column.addWidget(question)
        column.addWidget(self._head())
        column.addWidget(Hairline())
        self.view = EntryView(self.model)
        self.view.clicked.connect(self._clicked)
        column.addWidget(self.view)
        self.nothing = Label("", "tekst", "tekst_2", wrap=True)
        px = theme.active().px
        self.nothing.setContentsMargins(px(22), px(16), px(22), px(16))
        column.addWidget(self.nothing)
        column.addWidget(Hairline())
        column.addWidget(KeyHints(self._picking is not None))

    def _head(self) -> QWidget:
        px = theme.active().px
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(px(22), px(11), px(22), px(11))
        row.setSpacing(px(12))
        hint = texts.HINT_PICK if self._picking else texts.HINT
        hint = texts.HINT_LIST if self._ready else hint
        self.field = PaletteField(self.accessibleName(), hint)
        self.field.moved.connect(self._move)
        self.field.taken.connect(self._take)
        self._where = Label("", "bij", "tekst_2")
        row.addWidget(Icon("zoek", 20, "tekst_2"))
        row.addWidget(self.field, 1)
        row.addWidget(self._where)
        return head

    def first_field(self) -> QWidget | None:
        return self.field

    def place(self, room: QSize) -> QRect:
        px = theme.active().px
        width = min(theme.measure("palet_breed"), room.width() - 32)
        top = min(theme.measure("palet_boven"), room.height() // 8)
        lines = self.model.rows()
        wanted = sum(px(ROW if line.entry else HEADING) for line in lines)
        self.view.setVisible(bool(lines))
        self.view.setFixedHeight(0)
        layout = self.layout()
        assert layout is not None
        rest = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else self.sizeHint().height()
        room_left = room.height() - top - px(24) - rest
        self.view.setFixedHeight(max(px(ROW), min(wanted + px(8), room_left)) if lines else 0)
        return QRect((room.width() - width) // 2, top, width, rest + self.view.height())

    # -- what is listed ------------------------------------------------------------------------------
    @property
    def typed(self) -> str:
        """Without the sign that asks for commands only."""
        return self.field.text().removeprefix(COMMANDS).strip()

    @property
    def _only_commands(self) -> bool:
        return self._picking is None and self.field.text().startswith(COMMANDS)

    @property
    def _waits(self) -> bool:
        """What was typed is still being looked up."""
        searches = self._ready is None and not self._only_commands
        return bool(self.typed) and searches and self._found.typed != self.typed

    def _typed(self) -> None:
        self._enter, self._moved = None, False
        if self._waits:
            search = Search(self._shell.backend, self.typed, everything=self._picking is None)
            self._operations.query(search, self, self._show_found, channel="zoek")
        self._show()

    def _show_begin(self, begin: Begin) -> None:
        self._begin = begin
        self._show()

    def _show_found(self, found: Found) -> None:
        self._found = found
        if found.typed != self.typed:
            return
        self._show()
        if self._enter is not None:
            modifiers, self._enter = self._enter, None
            self._take(modifiers)

    def _show(self) -> None:
        listed = self._listed()
        current = self._current()
        self.model.typed = self.typed
        self.model.replace(entries.lines(listed, self.typed))
        self._choose(current.key if current is not None and self._moved else "")
        self.nothing.setText("" if listed or self._waits else self._nothing_words())
        self.nothing.setVisible(bool(self.nothing.text()))
        self._where.setText(self._where_words())
        layer = self.parentWidget()
        if isinstance(layer, Layer):
            layer.replace()
        if not self._waits and self.isVisible():
            now = self._current()
            announce(self.field, f"{texts.found(len(listed))}. {now.sentence if now else ''}".strip())

    def _listed(self) -> list[Entry]:
        if self._ready is not None:
            ready = [entries.of_hit(hit, self._open, texts.TO_CHOOSE) for hit in self._begin.ready]
            return entries.fitting(ready, self.typed) if self.typed else ready
        if self._picking is not None:
            return self._hits() if self.typed else self._recent()
        if self._only_commands:
            return entries.fitting(self._by_menu, self.typed) if self.typed else self._by_menu
        if not self.typed:
            return [*self._recent(), *doing.common(self._commands)]
        hits = self._hits()
        own = [*self._commands, *self._pages, *self._lists()]
        first = [hit for hit in hits if hit.hit is not None and hit.hit.soort in entries.AT_WORK]
        return [
            *first,
            *self._at_first(),
            *(hit for hit in hits if hit not in first),
            *entries.fitting(own, self.typed),
            *doing.new_employer(self.typed, self._shell),
        ]

    def _hits(self) -> list[Entry]:
        """Those of the words before stay until the new ones are there, as far as they still fit."""
        hits = self._found.hits
        if self._waits:
            hits = tuple(
                hit for hit in hits if self._found.typed and self.typed.startswith(self._found.typed)
            )
        return entries.capped([entries.of_hit(hit, self._open) for hit in hits])

    def _at_first(self) -> list[Entry]:
        first = next((hit for hit in self._found.hits if hit.soort == entries.EMPLOYER), None)
        return doing.at(first, self._shell) if first is not None and not self._waits else []

    def _recent(self) -> list[Entry]:
        """Where a werkgever is asked, only those."""
        there = (hit for hit in self._begin.recent if not self._picking or hit.soort == entries.EMPLOYER)
        return entries.capped([entries.of_hit(hit, self._open, texts.RECENT) for hit in there])

    def _lists(self) -> list[Entry]:
        return [entries.of_list(row, self._open_list) for row in self._begin.lists]

    def _nothing_words(self) -> str:
        empty = texts.NONE_TO_CHOOSE if self._ready else texts.NO_RECENT
        return f"{texts.NOTHING}. {texts.NOTHING_TEXT}" if self.typed else empty

    def _where_words(self) -> str:
        if self._picking is not None:
            return "" if self._ready else texts.IN_EMPLOYERS
        return texts.IN_COMMANDS if self._only_commands else texts.IN_ALL

    # -- choosing ------------------------------------------------------------------------------------
    def _current(self) -> Entry | None:
        line = self.model.row(self.view.currentIndex().row())
        return line.entry if line is not None else None

    def _places(self) -> Sequence[int]:
        return [number for number, line in enumerate(self.model.rows()) if line.entry is not None]

    def _choose(self, key: str) -> None:
        """The entry of that key, otherwise the first one."""
        places = self._places()
        kept = self.model.find(key) if key else -1
        number = kept if kept in places else next(iter(places), -1)
        self.view.setCurrentIndex(self.model.index(number) if number >= 0 else QModelIndex())
        self._in_sight(number)

    def _in_sight(self, number: int) -> None:
        """With the first entry its heading too."""
        places = self._places()
        if places and number == places[0]:
            self.view.scrollToTop()
        elif number >= 0:
            self.view.scrollTo(self.model.index(number))

    def _move(self, steps: int) -> None:
        places = self._places()
        if not places:
            return
        here = self.view.currentIndex().row()
        at = places.index(here) if here in places else 0
        number = places[max(0, min(len(places) - 1, at + steps))]
        self._moved = True
        self.view.setCurrentIndex(self.model.index(number))
        self._in_sight(number)
        now = self._current()
        if now is not None:
            announce(self.field, now.sentence)

    def _clicked(self, index: QModelIndex) -> None:
        self._take(PLAIN)

    def _take(self, modifiers: Qt.KeyboardModifier) -> None:
        if self._waits and not self._moved:
            self._enter = modifiers
            return
        entry = self._current()
        run = self._meant(entry, modifiers) if entry is not None else None
        if run is not None and self.result() == 0:
            self.accept()
            # The layer gives back the focus and the keys first; then what was chosen may take them.
            QTimer.singleShot(0, self._shell.as_window(), run)

    def _meant(self, entry: Entry, modifiers: Qt.KeyboardModifier) -> Callable[[], None] | None:
        if self._picking is not None:
            return partial(self._picking.then, entry.hit) if entry.hit is not None else None
        if modifiers == CTRL and entry.werkgever_id:
            return partial(doing.visit, self._shell, entry.werkgever_id, entry.contactpersoon_id)
        if modifiers == ALT and entry.werkgever_id:
            return partial(doing.call, self._shell, entry.werkgever_id, entry.contactpersoon_id)
        return entry.run if modifiers in (PLAIN, Qt.KeyboardModifier.ShiftModifier) else None

    def _open(self, hit: Treffer) -> None:
        doing.open_hit(self._shell, hit)

    def _open_list(self, row: LijstRij) -> None:
        self._shell.open_filter(row.keuze, row.naam)
