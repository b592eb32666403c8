"""Puts a line over the pages of a window: that of the first fill, or that of the oefenomgeving.

That of the first fill is a block: when it ends, nothing of it runs any more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject

from desktop.views.session import Session
from desktop.views.start import texts
from desktop.views.start.fill_strip import FillStrip
from desktop.views.start.filling import Filled, FirstFill
from desktop.views.start.practice_strip import PracticeStrip


class FillLine(QObject):
    """The strip and what it shows, until everything is here."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.strip: FillStrip | None = FillStrip()
        session.window.add_line(self.strip)
        self.fill = FirstFill(session.operations, session.sync)
        self.fill.changed.connect(self._show)
        self.fill.ended.connect(self._ended)

    def _show(self, filled: Filled) -> None:
        if self.strip is not None:
            self.strip.show_filled(filled)

    def _ended(self) -> None:
        if self.strip is not None and self._session.withdrawn is None:
            self._session.window.remove_line(self.strip)
            self.strip = None
            self._session.messages.done(texts.FILLED)


@contextmanager
def filling(session: Session) -> Iterator[FillLine | None]:
    """None for a laptop that was filled before."""
    if session.operations.backend.stand().bijgewerkt_op is not None:
        yield None
        return
    line = FillLine(session)
    try:
        yield line
    finally:
        line.fill.stop()


class PracticeLine(QObject):
    """`is_left` once the person pressed the way out."""

    def __init__(self, session: Session, set_offline: Callable[[bool], None]) -> None:
        super().__init__()
        self._session, self._set_offline = session, set_offline
        self.is_left = False
        self.strip = PracticeStrip()
        self.strip.left.connect(self._leave)
        self.strip.offline.connect(self._switch)
        session.window.add_line(self.strip)

    def _switch(self, on: bool) -> None:
        """The effect shows at once, as when a network goes or comes."""
        self._set_offline(on)
        self._session.sync.request()

    def _leave(self) -> None:
        self.is_left = True
        self._session.window.close()
