"""F6 walks the parts of the window: rail, parts of the page, status bar. Each remembers its last place.

Tab walks inside a part and goes on to the next one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from shiboken6 import isValid

from desktop.views.widgets.work_panel import TAB_LAST, WorkPanel


class PaneWalker(QObject):
    """`panes` says which parts are in sight, in order."""

    def __init__(self, window: QObject, panes: Callable[[], Sequence[QWidget]]) -> None:
        super().__init__(window)
        self._panes = panes
        self._last: dict[int, QWidget] = {}

    def forward(self) -> None:
        self._walk(1)

    def backward(self) -> None:
        self._walk(-1)

    def go_to(self, pane: QWidget | None) -> None:
        """Straight to one of them, where one was last; None or one that is not in sight is no place to go."""
        panes = self._panes()
        target = self._place_in(pane) if pane is not None and pane in panes else None
        if target is not None:
            self._remember(panes, QApplication.focusWidget())
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def _remember(self, panes: Sequence[QWidget], focused: QWidget | None) -> int | None:
        """The number of the pane that one is in, which keeps its place."""
        here = next((n for n, pane in enumerate(panes) if _holds(pane, focused)), None)
        if here is not None and focused is not None:
            self._last[id(panes[here])] = focused
        return here

    def tab(self, forward: bool) -> bool:
        """Tab follows the panes as the eye does, whichever page was made first; False outside all panes."""
        panes = self._panes()
        focused = QApplication.focusWidget()
        here = next((n for n, pane in enumerate(panes) if _holds(pane, focused)), None)
        if here is None or focused is None:
            return False
        order = [panes[(here + n) % len(panes)] for n in range(len(panes) + 1)]
        inside = _parts(order[0])
        at = inside.index(focused) if focused in inside else -1
        rest = inside[at + 1 :] if forward else list(reversed(inside[: max(at, 0)]))
        others = order[1:] if forward else list(reversed(order))[1:]
        for part in (*rest, *(one for pane in others for one in _parts(pane)[:: 1 if forward else -1])):
            part.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
            return True
        return False

    def _walk(self, by: int) -> None:
        panes = self._panes()
        here = self._remember(panes, QApplication.focusWidget())
        start = here if here is not None else (-1 if by > 0 else 0)
        for distance in range(1, len(panes) + 1):
            target = self._place_in(panes[(start + by * distance) % len(panes)])
            if target is not None:
                target.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _place_in(self, pane: QWidget) -> QWidget | None:
        last = self._last.get(id(pane))
        if last is not None and isValid(last) and last.isVisible() and _holds(pane, last):
            return last
        return first_in(pane)


def pane_of_page(panes: Sequence[QWidget], which: str) -> QWidget | None:
    """The form is a work panel, the list is the first part with rows, and what is left is the content."""
    seen = [pane for pane in panes if pane.isVisible()]
    form = next((pane for pane in seen if isinstance(pane, WorkPanel)), None)
    rest = [pane for pane in seen if pane is not form]
    rows = next((pane for pane in rest if _has_rows(pane)), None)
    content = next((pane for pane in rest if pane is not rows), None)
    return {"formulier": form, "lijst": rows, "inhoud": content}.get(which)


def _has_rows(pane: QWidget) -> bool:
    return isinstance(pane, QAbstractItemView) or any(
        view.isVisible() for view in pane.findChildren(QAbstractItemView)
    )


def _holds(pane: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (pane is widget or pane.isAncestorOf(widget))


def first_in(pane: QWidget) -> QWidget | None:
    """The first part of a pane that takes Tab."""
    return next(iter(_parts(pane)), None)


def _parts(pane: QWidget) -> list[QWidget]:
    """What takes Tab in a pane, in its own order; the foot of a form after its fields."""
    found = [pane] if _takes_tab(pane) else []
    widget = pane.nextInFocusChain()
    while widget is not None and widget is not pane:
        if pane.isAncestorOf(widget) and _takes_tab(widget):
            found.append(widget)
        widget = widget.nextInFocusChain()
    return sorted(found, key=lambda part: bool(part.property(TAB_LAST)))


def _takes_tab(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
