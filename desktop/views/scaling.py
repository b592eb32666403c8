"""Another text size for what is on the screen already: every measure that was set goes along in proportion.

Measures come from the tokens times the text factor, in whole pixels; the measure at factor 1 can therefore
be found back from any of them, and going up and down again ends where it began.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QMargins, QPersistentModelIndex, QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QBoxLayout,
    QGridLayout,
    QHeaderView,
    QLabel,
    QLayout,
    QLineEdit,
    QWidget,
)

from desktop.views.widgets.layout_items import items

_FREE = 16777215  # QWIDGETSIZE_MAX: no limit was set
_HAS_FONT = Qt.WidgetAttribute.WA_SetFont
_SIDEWAYS = (QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.RightToLeft)
_LINE = 2  # a line is as thin at any size


class _Scale:
    """From the measure at one factor to the measure at another."""

    def __init__(self, old: float, new: float) -> None:
        self._old, self._new = old, new

    def __call__(self, measure: int) -> int:
        if measure <= _LINE or measure >= _FREE:
            return measure
        return round(round(measure / self._old) * self._new)

    def margins(self, edges: QMargins) -> QMargins:
        return QMargins(self(edges.left()), self(edges.top()), self(edges.right()), self(edges.bottom()))


def places() -> list[Place]:
    """What stands at the top of each view; asked before the look changes, for another font moves the rows."""
    return [Place(widget) for widget in QApplication.allWidgets() if isinstance(widget, QAbstractItemView)]


def rescale(old: float, new: float, kept: Sequence[Place]) -> None:
    """All widgets that there are. One with a method `rescaled` measures the rest itself afterwards."""
    scale = _Scale(old, new)
    widgets = [widget for widget in QApplication.allWidgets() if not widget.isWindow() or widget.layout()]
    for widget in widgets:
        _widget(widget, scale)
        layout = widget.layout()
        if layout is not None:
            _layout(layout, scale)
    for widget in widgets:
        hook = getattr(widget, "rescaled", None)
        if hook is not None:
            hook()
        widget.updateGeometry()
    for widget in QApplication.topLevelWidgets():
        _settle(widget)
    for place in kept:
        place.restore()


def _settle(window: QWidget) -> None:
    """All layouts at once, from the outside in, as far as they are in sight."""
    for widget in (window, *window.findChildren(QWidget)):
        layout = widget.layout()
        if layout is not None and widget.isVisible():
            layout.activate()


class Place:
    """What stands at the top of a view, so that it stands there afterwards too."""

    def __init__(self, view: QAbstractItemView) -> None:
        self._view = view
        scrolled = view.verticalScrollBar().value() > view.verticalScrollBar().minimum()
        self._top = QPersistentModelIndex(view.indexAt(QPoint(view.viewport().width() // 2, 1)))
        self._scrolled = scrolled and self._top.isValid()

    def restore(self) -> None:
        self._view.doItemsLayout()
        if self._scrolled:
            top = self._top
            index = self._view.model().index(top.row(), top.column(), top.parent())
            self._view.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)
        else:
            self._view.scrollToTop()


def _widget(widget: QWidget, scale: _Scale) -> None:
    if not widget.isWindow():
        _limits(widget, scale)
    if widget.testAttribute(_HAS_FONT) and not hasattr(widget, "rescaled") and widget.font().pixelSize() > 0:
        font = widget.font()
        font.setPixelSize(scale(font.pixelSize()))
        widget.setFont(font)
    if isinstance(widget, QLabel):
        widget.setContentsMargins(scale.margins(widget.contentsMargins()))
    elif isinstance(widget, QLineEdit):
        widget.setTextMargins(scale.margins(widget.textMargins()))
    elif isinstance(widget, QHeaderView):
        widget.setDefaultSectionSize(scale(widget.defaultSectionSize()))


def _limits(widget: QWidget, scale: _Scale) -> None:
    low, high = widget.minimumSize(), widget.maximumSize()
    width, height = scale(low.width()), scale(low.height())
    if isinstance(widget, QLineEdit):
        height = low.height()  # the style sheet's, which was measured anew already
    most_wide, most_high = scale(high.width()), scale(high.height())
    if (width, height) != (low.width(), low.height()) or (most_wide, most_high) != (
        high.width(),
        high.height(),
    ):
        widget.setMinimumSize(min(width, most_wide), min(height, most_high))
        widget.setMaximumSize(most_wide, most_high)
        widget.setMinimumSize(width, height)


def _layout(layout: QLayout, scale: _Scale) -> None:
    for part in _with_inner(layout):
        part.setContentsMargins(scale.margins(part.contentsMargins()))
        if isinstance(part, QGridLayout):
            part.setHorizontalSpacing(scale(part.horizontalSpacing()))
            part.setVerticalSpacing(scale(part.verticalSpacing()))
            for column in range(part.columnCount()):
                part.setColumnMinimumWidth(column, scale(part.columnMinimumWidth(column)))
        elif part.spacing() > 0:
            part.setSpacing(scale(part.spacing()))
        _spacers(part, scale)
        part.invalidate()


def _with_inner(layout: QLayout) -> Iterator[QLayout]:
    """The layout and those inside it; not those of the widgets in it."""
    yield layout
    for item in items(layout):
        inner = item.layout()
        if inner is not None:
            yield from _with_inner(inner)


def _spacers(layout: QLayout, scale: _Scale) -> None:
    sideways = isinstance(layout, QBoxLayout) and layout.direction() in _SIDEWAYS
    for item in items(layout):
        spacer = item.spacerItem()
        if spacer is None:
            continue
        size, policy = spacer.sizeHint(), spacer.sizePolicy()
        wide = scale(size.width()) if sideways or not isinstance(layout, QBoxLayout) else size.width()
        high = size.height() if sideways else scale(size.height())
        spacer.changeSize(wide, high, policy.horizontalPolicy(), policy.verticalPolicy())
