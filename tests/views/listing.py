"""What tests of the list of werkgevers share: its pane, the keyboard on a row, a round of sync."""

from pytestqt.qtbot import QtBot

from desktop.views.session import Session
from desktop.views.werkgevers.list_pane import ListPane
from tests.views.conftest import settle


def pane_of(session: Session) -> ListPane:
    session.window.show_page("werkgevers")
    return session.window.employers.list


def names(pane: ListPane) -> list[str]:
    return [row.naam for row in pane.model.rows()]


def on_rows(qtbot: QtBot, session: Session, number: int = 0) -> ListPane:
    """The keyboard on that row."""
    pane = pane_of(session)
    settle(qtbot, session)
    pane.choosing.go_to(number)
    pane.focus_rows()
    settle(qtbot, session)
    return pane


def sync(qtbot: QtBot, session: Session) -> None:
    rounds = session.operations.backend.rounds  # type: ignore[attr-defined]
    session.sync.request()
    qtbot.waitUntil(lambda: session.operations.backend.rounds > rounds)  # type: ignore[attr-defined]
    settle(qtbot, session)
