"""Form rows: label above, field, then a hint or an error under it; and a combo box in the same clothes."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPaintEvent, QTextBlockFormat, QTextCursor, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.views import fonts, icons, theme
from desktop.views.widgets import paint
from desktop.views.widgets.buttons import Button, Look
from desktop.views.widgets.labels import Icon, Label

MOST_SIGNS = 20_000


class TextField(QLineEdit):
    """One line; `left` fires when focus leaves it, the moment at which a form checks."""

    left = Signal()

    def __init__(self, name: str, placeholder: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class NoteField(QTextEdit):
    """Several lines of plain text with the line height of the tokens; Tab goes on to the next field.

    Of what is pasted no more than `MOST_SIGNS` in all comes in, far over what any form keeps: Qt needs
    seconds to lay out a word as long as a file.
    """

    left = Signal()

    def __init__(self, name: str, lines: int = 5) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFixedHeight(lines * fonts.line("tekst") + theme.active().px(16))
        self.document().setDocumentMargin(2)
        self._set_line_height()

    def setPlainText(self, words: str) -> None:
        super().setPlainText(words)
        self._set_line_height()

    def insertFromMimeData(self, source: QMimeData) -> None:
        cursor = self.textCursor()
        selected = cursor.selectionEnd() - cursor.selectionStart()
        room = MOST_SIGNS - (self.document().characterCount() - 1 - selected)
        if len(source.text()) <= room:
            super().insertFromMimeData(source)
            return
        fits = QMimeData()
        fits.setText(source.text()[: max(room, 0)])
        super().insertFromMimeData(fits)

    def _set_line_height(self) -> None:
        """QPlainTextEdit ignores a line height; a block format in a QTextEdit obeys it."""
        was_blocked = self.blockSignals(True)
        block = QTextBlockFormat()
        block.setLineHeight(fonts.line("tekst"), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(block)
        self.document().clearUndoRedoStacks()
        self.blockSignals(was_blocked)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class SearchField(TextField):
    """A line with a looking glass; Down goes on to what was found."""

    down = Signal()

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__(name, placeholder)
        self.setClearButtonEnabled(False)
        self.setTextMargins(theme.active().px(28), 0, 0, 0)

    def keyPressEvent(self, event: object) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):  # type: ignore[attr-defined]
            self.down.emit()
            return
        super().keyPressEvent(event)  # type: ignore[arg-type]

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        px = theme.active().px
        icons.draw(paint.painter_for(self), "zoek", px(11), (self.height() - px(18)) / 2, 18, "tekst_2")


class Choice(QComboBox):
    """One of a list of codes. An empty code with the placeholder stands for no choice."""

    def __init__(self, name: str, placeholder: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._placeholder = placeholder
        self.setMaxVisibleItems(14)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.view().setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def set_options(self, options: tuple[tuple[str, str], ...]) -> None:
        """(code, words) pairs; keeps the chosen code."""
        kept = self.value()
        self.blockSignals(True)
        self.clear()
        if self._placeholder:
            self.addItem(self._placeholder, "")
        for code, words in options:
            self.addItem(words, code)
        self.set_value(kept)
        self.blockSignals(False)

    def value(self) -> str:
        return str(self.currentData() or "")

    def set_value(self, code: str) -> None:
        self.setCurrentIndex(max(0, self.findData(code)))

    def sizeHint(self) -> QSize:
        return QSize(theme.active().px(160), theme.measure("veld"))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.active().px(90), theme.measure("veld"))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling a form must not change what was chosen

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.painter_for(self)
        px = theme.active().px
        border, width = ("focus", 2.0) if self.hasFocus() else ("lijn_sterk", 1.0)
        paint.rounded(painter, self.rect(), 6, "vlak_inhoud", border, width)
        ink = "tekst" if self.value() or not self._placeholder else "tekst_3"
        words = self.rect().adjusted(px(11), 0, -px(34), 0)
        paint.text(painter, words, self.currentText(), "tekst", ink)
        icons.draw(painter, "omlaag", self.width() - px(27), self.height() / 2 - px(8), 16, "tekst_2")


class FormRow(QWidget):
    """`field` gets its name from the label. An error takes the place of the hint; the field shows it too.

    `way_out` when the link beside an error was pressed. `head` stands in the place of the label.
    """

    way_out = Signal()

    def __init__(
        self,
        label: str,
        field: QWidget,
        hint: str = "",
        focus: QWidget | None = None,
        head: QWidget | None = None,
    ) -> None:
        super().__init__()
        self.field = field
        self._target = focus or field
        self._hint = hint
        self._error = ""
        px = theme.active().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(5))
        top = QHBoxLayout()
        top.setSpacing(px(8))
        self._label = Label(label, "bij_mid")
        self._label.setBuddy(self._target)
        if head is not None:
            self._label.setParent(self)
            self._label.hide()
        self._aside = Label("", "klein", "tekst_3")
        self._aside.setVisible(False)
        top.addWidget(head or self._label)
        top.addStretch(1)
        top.addWidget(self._aside)
        column.addLayout(top)
        column.addWidget(field)
        self._below = _Below()
        self._below.link.clicked.connect(self.way_out)
        column.addWidget(self._below)
        if not self._target.accessibleName():
            self._target.setAccessibleName(label)
        self._show()

    def set_aside(self, words: str, token: str = "tekst_3") -> None:
        """A short text at the right of the label, such as the number of characters."""
        self._aside.setText(words)
        self._aside.set_token(token)
        self._aside.setVisible(bool(words))

    def set_label(self, words: str) -> None:
        """The same field asks for something else now."""
        self._label.setText(words)
        self._target.setAccessibleName(words)

    def set_hint(self, words: str) -> None:
        self._hint = words
        self._show()

    def move_below(self) -> QWidget:
        """The line for hint and error, to be placed elsewhere, such as under two fields side by side."""
        return self._below

    def focus_field(self) -> None:
        target = self.field if hasattr(self.field, "focus_target") else self._target
        chosen = target.focus_target() if hasattr(target, "focus_target") else target
        chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_error(self, words: str, link: str = "", link_name: str = "") -> None:
        """Empty takes the error away. `link` is the label of a way out beside it, `link_name` its name."""
        self._below.show_link(link if words else "", link_name or link)
        if words != self._error:
            self._error = words
            self._show()

    @property
    def error(self) -> str:
        return self._error

    def _show(self) -> None:
        self._below.show_words(self._error or self._hint, bool(self._error))
        self._target.setAccessibleDescription(self._error or self._hint)
        for widget in {self._target, self.field}:
            if widget.property("error") != bool(self._error):
                widget.setProperty("error", bool(self._error))
                # A field with an error keeps its red border and gets the ring around it.
                widget.setProperty("ring", 6 if self._error and widget is self._target else None)
                widget.style().unpolish(widget)
                widget.style().polish(widget)
                widget.update()


class _Below(QWidget):
    """The line under a field: a hint, or an error with its icon."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.active().px(6))
        self._icon = Icon("fout", 16, "fout")
        self._label = Label("", "bij", "tekst_2", wrap=True)
        self.link = Button("", Look.LINK)
        self.link.hide()
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._label, 1)
        row.addWidget(self.link, 0, Qt.AlignmentFlag.AlignTop)

    def show_link(self, words: str, name: str) -> None:
        self.link.set_words(words)
        self.link.setAccessibleName(name)
        self.link.setVisible(bool(words))

    def show_words(self, words: str, wrong: bool) -> None:
        self._icon.setVisible(wrong)
        self._label.set_token("fout" if wrong else "tekst_2")
        self._label.setText(words)
        self.setVisible(bool(words))


def popup_place(field: QWidget, window: QWidget, height: int) -> QRect:
    """Where a list under a field goes, in coordinates of the window; above it when there is no room below."""
    corner = field.mapTo(window, QPoint(0, field.height() + 6))
    if corner.y() + height > window.height() - 8:
        corner = field.mapTo(window, QPoint(0, -height - 6))
    return QRect(corner, QSize(field.width(), height))
