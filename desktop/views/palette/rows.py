"""The list of the palette: its model, how headings and entries look, and a view that follows a real mouse."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from desktop.views import fonts, icons, theme
from desktop.views.palette import matching, texts
from desktop.views.palette.entries import Entry, Line
from desktop.views.tables.headed import HeadedModel
from desktop.views.tables.rows import Index, RowRole
from desktop.views.widgets import paint
from desktop.views.widgets.row_view import RowView, paint_chosen, paint_heading

HEADING, ROW = 36, 42
CAP_MARGIN, CAP_GAP = 10, 4


class EntryModel(HeadedModel[Line]):
    """`typed`: which parts of the words are marked."""

    def __init__(self) -> None:
        super().__init__()
        self.typed = ""


class EntryView(RowView):
    """Never takes the focus: the field keeps it, and moves the current row."""

    def __init__(self, model: EntryModel) -> None:
        super().__init__(texts.LIST, model)
        self.setItemDelegate(_Delegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Rows that come under a mouse at rest do not become current; `entered` would tell of them too."""
        index = self.indexAt(event.position().toPoint())
        line: Line | None = index.data(RowRole)
        if line is not None and line.entry is not None:
            self.setCurrentIndex(index)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The focus stays where it is; the release counts."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        line: Line | None = index.data(RowRole)
        if line is not None and line.entry is not None and event.button() == Qt.MouseButton.LeftButton:
            self.setCurrentIndex(index)
            self.clicked.emit(index)


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: Option, index: Index) -> QSize:
        line: Line | None = index.data(RowRole)
        return QSize(100, theme.active().px(ROW if line is not None and line.entry else HEADING))

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        line: Line | None = index.data(RowRole)
        if line is None:
            return
        rect = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.entry is None:
            paint_heading(painter, rect, line.title, 20)
        else:
            current = index.row() == self._view.currentIndex().row()
            typed: str = index.model().typed  # type: ignore[attr-defined]
            _paint_entry(painter, rect, line.entry, current, typed)
        painter.restore()


def _paint_entry(painter: QPainter, rect: QRect, entry: Entry, current: bool, typed: str) -> None:
    px = theme.active().px
    if current:
        paint_chosen(painter, rect.adjusted(px(8), 0, -px(8), 0), 10)
    icons.draw(painter, entry.icon, rect.x() + px(22), rect.center().y() - px(8), 18, "tekst_2")
    left, right = rect.x() + px(52), rect.right() - px(18)
    keys = entry.keys or ("Enter" if current else "")
    right -= key_caps(painter, QRect(left, rect.y(), right - left, rect.height()), keys) + px(12)
    words = QRect(left, rect.y(), right - left, rect.height())
    taken = marked_text(painter, words, entry.title, typed) + px(10)
    paint.text(painter, words.adjusted(taken, 0, 0, 0), entry.detail, "bij", "tekst_2")


def marked_text(painter: QPainter, rect: QRect, words: str, typed: str) -> int:
    """The words with what was typed heavier and underlined; returns the width."""
    whole = fonts.width("tekst", words)
    if whole > rect.width() or not (parts := _parts(words, typed)):
        return paint.text(painter, rect, words, "tekst", "tekst")
    x = rect.x()
    for part, hit in parts:
        role = "tekst_sterk" if hit else "tekst"
        width = paint.text(painter, QRect(x, rect.y(), rect.width(), rect.height()), part, role, "tekst")
        if hit:
            y = rect.center().y() + fonts.metrics("tekst").ascent() // 2 + 3
            painter.fillRect(x, y, width, 1, theme.active().colour("tekst"))
        x += width
    return x - rect.x()


def _parts(words: str, typed: str) -> list[tuple[str, bool]]:
    """The words cut where marks begin and end."""
    marked = [False] * len(words)
    for start, end in matching.marks(words, typed):
        marked[start:end] = [True] * (end - start)
    cut: list[tuple[str, bool]] = []
    for char, hit in zip(words, marked, strict=True):
        if cut and cut[-1][1] == hit:
            cut[-1] = (cut[-1][0] + char, hit)
        else:
            cut.append((char, hit))
    return cut if any(marked) else []


def key_caps(painter: QPainter, rect: QRect, keys: str) -> int:
    """Ctrl B as two caps, right aligned; returns the width they took."""
    px = theme.active().px
    x = right = rect.right() + 1
    for cap in reversed(keys.split()):
        width = fonts.width("klein", cap) + px(CAP_MARGIN)
        box = QRect(x - width, rect.center().y() - px(10), width, px(21))
        paint.rounded(painter, box, 4, "vlak_inhoud", "lijn_knop")
        paint.text(painter, box, cap, "klein", "tekst_2", paint.CENTRE)
        x -= width + px(CAP_GAP)
    return right - x
