"""Finds widgets that take the keyboard but that a screen reader cannot name, in every window a test shows.

A name is the widget's accessible name, the text it shows itself (a button, a label, a group, the tabs of a
tab bar) or the label whose buddy it is. What the platform says is not asked: on Linux a combo box passes off
its value as its name.
"""

import sys
from collections.abc import Generator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def _own_text(widget: "QWidget") -> str:
    from PySide6.QtWidgets import QAbstractButton, QGroupBox, QLabel, QMenu, QTabBar

    match widget:
        case QAbstractButton() | QLabel():
            return widget.text().replace("&", "")
        case QGroupBox() | QMenu():
            return widget.title()
        case QTabBar():
            texts = [
                widget.tabText(index) or widget.accessibleTabName(index) for index in range(widget.count())
            ]
            return " ".join(texts) if all(texts) else ""
        case _:
            return ""


def _buddy_text(widget: "QWidget") -> str:
    from PySide6.QtWidgets import QLabel

    labels = [label for label in widget.window().findChildren(QLabel) if label.buddy() is widget]
    return " ".join(label.text() for label in labels)


def name_of(widget: "QWidget") -> str:
    """The name that a screen reader can say for `widget`; empty when there is none."""
    return (widget.accessibleName() or _own_text(widget) or _buddy_text(widget)).strip()


def _takes_focus(widget: "QWidget") -> bool:
    from PySide6.QtCore import Qt

    # A part with a proxy (the line edit in a spin box) hands the focus on; qt_ names are Qt's own parts.
    return (
        widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.focusProxy() is None
        and not widget.objectName().startswith("qt_")
    )


def unnamed(window: "QWidget") -> list[str]:
    """Every visible widget in `window`, itself included, that takes the focus and has no name; in words."""
    from PySide6.QtWidgets import QWidget

    widgets = [window, *window.findChildren(QWidget)]
    return [
        _path(widget)
        for widget in widgets
        if widget.isVisible() and _takes_focus(widget) and not name_of(widget)
    ]


def _path(widget: "QWidget") -> str:
    parts = []
    here: QWidget | None = widget
    while here is not None:
        parts.append(type(here).__name__ + (f"[{here.objectName()}]" if here.objectName() else ""))
        here = here.parentWidget()
    return " in ".join(parts)


def _unnamed_on_screen() -> list[str]:
    widgets: Any = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return []
    windows = [window for window in widgets.QApplication.topLevelWidgets() if window.isVisible()]
    return [problem for window in windows for problem in unnamed(window)]


def _keep_what_is_shown(patch: pytest.MonkeyPatch, kept: "list[QWidget]") -> None:
    # A window that is only a local variable of the test would be gone before it is walked.
    bot: Any = sys.modules.get("pytestqt.qtbot")
    if bot is None:
        return
    add = bot.QtBot.addWidget

    def add_and_keep(self: object, widget: "QWidget", **options: Any) -> None:
        kept.append(widget)
        add(self, widget, **options)

    patch.setattr(bot.QtBot, "addWidget", add_and_keep)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Looks when the test is done and the windows that it gave to qtbot are still there."""
    kept: list[QWidget] = []
    with pytest.MonkeyPatch.context() as patch:
        _keep_what_is_shown(patch, kept)
        result = yield
        problems = [] if item.get_closest_marker("expects_unnamed") else _unnamed_on_screen()
    if problems:
        pytest.fail("takes the focus but has no accessible name:\n" + "\n".join(problems), pytrace=False)
    return result
