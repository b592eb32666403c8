"""The items of a layout, looked at without leaving anything of them on the Python side.

Shiboken keeps what `itemAt` gave for as long as the layout lives, also after Qt deleted the item because
its part went elsewhere. What Qt then makes at that address, a window for example, is taken for an item, and
the program ends.
"""

from __future__ import annotations

from collections.abc import Iterator

import shiboken6
from PySide6.QtWidgets import QLayout, QLayoutItem


def items(layout: QLayout) -> Iterator[QLayoutItem]:
    """Each in its turn; it may not be kept. The layout is not changed meanwhile."""
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is None:
            continue
        yield item
        if not isinstance(item, QLayout) and not shiboken6.createdByPython(item):
            shiboken6.invalidate(item)
