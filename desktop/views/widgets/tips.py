"""Tooltips that say what people wrote as they wrote it: Qt reads a tooltip that looks like HTML as HTML."""

from __future__ import annotations

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QWidget


def tell(widget: QWidget, words: str) -> None:
    """These words when the mouse rests on it; none when empty."""
    widget.setToolTip(
        Qt.convertFromPlainText(words, Qt.WhiteSpaceMode.WhiteSpaceNormal)
        if Qt.mightBeRichText(words)
        else words
    )
