"""A scrolling column of sections: a title with its links, and rows of name and value. Shows what it is given.

It is built again only when what it shows differs, and then the link with the focus and the place stay.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.views import theme
from desktop.views.subject import texts as words
from desktop.views.subject.moment_line import moment_line
from desktop.views.subject.section import Fact, FactLink, Section
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.labels import Hairline, Label
from desktop.views.widgets.work_panel import ScrollBody

STEP = 20
"""So many sections are built at a time: a big werkgever has hundreds of contactpersonen."""
MORE = "meer_delen"
NARROW = 420
"""Below this width, at text factor 1, a value stands under its name."""


class FactsTab(ScrollBody):
    """`pressed(key, id)` for a link of a section; `called(id, link)` for a phone number or address."""

    pressed = Signal(str, str)
    called = Signal(str, str)

    def __init__(self, name: str, margin: int) -> None:
        super().__init__(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._shown: tuple[Section, ...] = ()
        self._most = STEP
        self._wanted: tuple[Section, ...] = ()
        self._content: QWidget | None = None
        self._rows: list[QBoxLayout] = []
        self.set_margin(margin)

    def set_margin(self, margin: int) -> None:
        px = theme.active().px
        self.column.setContentsMargins(margin, px(18), margin, px(24))

    def show_sections(self, sections: tuple[Section, ...]) -> None:
        """What is not in sight is built when it comes in sight."""
        if _first_id(sections) != _first_id(self._wanted):
            self._most = STEP  # of another werkgever
        self._wanted = sections
        if self.isVisible():
            self._build()

    def showEvent(self, event: QShowEvent) -> None:
        self._build()
        super().showEvent(event)

    def _build(self) -> None:
        sections, left = self._wanted[: self._most], len(self._wanted) - self._most
        if left > 0:
            more = words.more_of_them(min(left, STEP))
            sections = (*sections, Section("", foot=FactLink(MORE, more, more)))
        if sections == self._shown:
            return
        self._shown = sections
        focused, place = self._focused_link(), self.verticalScrollBar().value()
        rows = self._start()
        for number, section in enumerate(sections):
            self._add(rows, section, first=number == 0)
        rows.addStretch(1)
        self._give_back(focused)
        QTimer.singleShot(0, self, _Scroll(self, place))

    def _start(self) -> QVBoxLayout:
        if self._content is not None:
            self._content.hide()
            self.column.removeWidget(self._content)
            self._content.deleteLater()
        self._content = QWidget()
        self._content.setMaximumWidth(theme.measure("tekst_breedst"))
        rows = QVBoxLayout(self._content)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.active().px(2))
        self._rows = []
        self.column.addWidget(self._content, 1)
        return rows

    def _add(self, rows: QVBoxLayout, section: Section, first: bool) -> None:
        px = theme.active().px
        if not first:
            rows.addSpacing(px(14))
            rows.addWidget(Hairline())
            rows.addSpacing(px(10))
        if section.heading:
            rows.addWidget(Label(section.heading, "klein_sterk", "tekst_3"))
            rows.addSpacing(px(8))
        rows.addLayout(self._head(section))
        rows.addSpacing(px(2))
        for fact in section.facts:
            if fact.value:
                rows.addLayout(self._fact(section, fact))
        self._add_moments(rows, section)
        if section.empty and not section.moments and not any(fact.value for fact in section.facts):
            rows.addWidget(Label(section.empty, "tekst", "tekst_2", wrap=True))
        if section.foot:
            rows.addWidget(self._link(section.foot), 0, Qt.AlignmentFlag.AlignLeft)

    def _add_moments(self, rows: QVBoxLayout, section: Section) -> None:
        if not section.moments:
            return
        course = QVBoxLayout()
        course.setSpacing(0)  # the line runs on
        last = len(section.moments) - 1
        for at, moment in enumerate(section.moments):
            links = [self._link(link) for link in moment.links]
            course.addLayout(moment_line(moment, at == 0, at == last, links))
        rows.addLayout(course)

    def _head(self, section: Section) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.active().px(14))
        title = Label(section.title, "kop", wrap=True)
        row.addWidget(title, 1)
        if section.mark:
            row.addWidget(Label(section.mark, "bij", "tekst_2"))
        for link in section.links:
            row.addWidget(self._link(link), 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _link(self, link: FactLink) -> Button:
        button = Button(link.words, Look.LINK)
        button.setAccessibleName(link.name)
        button.setProperty("key", link.key)
        button.setProperty("about", link.id)
        button.clicked.connect(self._link_pressed)
        return button

    def _fact(self, section: Section, fact: Fact) -> QBoxLayout:
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._rows.append(row)
        self._arrange_row(row)
        name = Label(fact.name, "bij", "tekst_2", wrap=True)
        name.setFixedWidth(theme.active().px(150))
        name.setContentsMargins(0, theme.active().px(3), 0, 0)  # on one line with the larger value
        row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        value = self._value(section, fact)
        if isinstance(value, Button):
            row.addWidget(value, 0, Qt.AlignmentFlag.AlignTop)
            row.addStretch(1)
        else:
            row.addWidget(value, 1, Qt.AlignmentFlag.AlignTop)
        if fact.aside:
            aside = Label(fact.aside, "bij", "tekst_2")
            aside.setContentsMargins(0, theme.active().px(3), 0, 0)
            row.addWidget(aside, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _arrange_row(self, row: QBoxLayout) -> None:
        px, direction = theme.active().px, QBoxLayout.Direction
        narrow = self.width() < px(NARROW)
        row.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        row.setSpacing(0 if narrow else px(12))

    def resizeEvent(self, event: QResizeEvent) -> None:
        for row in self._rows:
            self._arrange_row(row)
        super().resizeEvent(event)

    def rescaled(self) -> None:
        """Another text size: beside each other or not."""
        for row in self._rows:
            self._arrange_row(row)
        super().rescaled()

    def _value(self, section: Section, fact: Fact) -> QWidget:
        if fact.link:
            button = Button(fact.value or "", Look.LINK, role="tekst")
            button.setAccessibleName(fact.said or fact.value or "")
            button.setProperty("key", fact.link)
            button.setProperty("about", section.id)
            button.clicked.connect(self._call_pressed)
            return button
        if fact.opens is not None:
            key, about = fact.opens
            said = fact.value or ""
            return self._link(FactLink(key, said, fact.said or said, about))
        label = Label(fact.value or "", "tekst", "tekst", wrap=True)
        edge = theme.active().px(2)
        label.setContentsMargins(0, edge, 0, edge)  # as high as one that can be pressed
        if fact.said:
            label.setAccessibleName(fact.said)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _link_pressed(self) -> None:
        button = self.sender()
        if isinstance(button, Button) and button.property("key") == MORE:
            self._most += STEP
            self._build()
        elif isinstance(button, Button):
            self.pressed.emit(str(button.property("key")), str(button.property("about")))

    def _call_pressed(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.called.emit(str(button.property("about")), str(button.property("key")))

    # -- what a refresh may not take ------------------------------------------------------------------
    def _focused_link(self) -> tuple[object, object] | None:
        focused = self._content.focusWidget() if self._content is not None else None
        if focused is None or not focused.hasFocus():
            return None
        return focused.property("key"), focused.property("about")

    def _give_back(self, focused: tuple[object, object] | None) -> None:
        if focused is None or self._content is None:
            return
        for button in self._content.findChildren(Button):
            if (button.property("key"), button.property("about")) == focused:
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.setFocus(Qt.FocusReason.OtherFocusReason)


def _first_id(sections: tuple[Section, ...]) -> str:
    return next((section.id for section in sections if section.id), "")


class _Scroll:
    """Puts a column back where it was once its new contents have their height."""

    def __init__(self, tab: FactsTab, value: int) -> None:
        self._tab, self._value = tab, value

    def __call__(self) -> None:
        self._tab.verticalScrollBar().setValue(self._value)
