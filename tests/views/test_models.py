"""Item models without a window: Qt's own checks, sentences for screen readers, paging, a refresh that moves
nothing.
"""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.models.queries.rows import WerkgeverFilter
from desktop.views import texts, waiting
from desktop.views.afstemming.items import lines
from desktop.views.afstemming.page import item_model
from desktop.views.tables.rows import RowRole
from desktop.views.werkgevers import timeline
from desktop.views.werkgevers.list_model import EmployerListModel
from desktop.views.werkgevers.timeline_view import timeline_model
from desktop.views.widgets.pick_popup import Pick, PickModel
from tests.support import memory_rows as data
from tests.support.memory_backend import MemoryBackend

BACKEND = MemoryBackend()
ROWS = BACKEND.werkgevers(WerkgeverFilter(), 100)


def employers() -> EmployerListModel:
    model = EmployerListModel(data.KARIN, data.TODAY)
    model.replace(ROWS, len(ROWS))
    return model


def test_all_models_pass_qts_checks(qtmodeltester: ModelTester) -> None:
    entries = timeline_model()
    entries.replace(timeline.entries(BACKEND.blad(data.uid(100)), (), data.KARIN, data.TODAY, with_open=True))
    inbox = item_model()
    inbox.replace(lines(BACKEND.inbox, data.TODAY))
    queue = waiting.waiting_model()
    queue.replace(BACKEND.queue)
    picks = PickModel()
    picks.show_picks([Pick("1", "Anouk de Vries")], "an")
    for model in (employers(), entries, inbox, queue, picks):
        assert model.rowCount() > 0
        qtmodeltester.check(model, force_py=True)  # type: ignore[no-untyped-call]


def test_a_row_is_said_as_one_sentence() -> None:
    model = employers()
    said = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == (
        "Bakkerij De Lindehof B.V., Hilversum, jouw regie, laatste contact vandaag, 3\u00a0open acties, "
        "Nog niet verzonden"
    )


def test_the_next_page_is_asked_for_once() -> None:
    model = EmployerListModel(data.KARIN, data.TODAY)
    asked: list[int] = []
    model.want_more = asked.append
    model.replace(ROWS[:5], total=len(ROWS))
    assert model.canFetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    assert asked == [5]
    model.append(ROWS[5:], at=5)
    assert model.rowCount() == len(ROWS)
    assert not model.canFetchMore(QModelIndex())


def test_a_late_page_of_an_older_list_is_ignored() -> None:
    model = EmployerListModel(data.KARIN, data.TODAY)
    model.replace(ROWS[:3], total=3)
    model.append(ROWS[5:], at=5)
    assert model.rowCount() == 3


def test_a_refresh_moves_no_row_and_keeps_who_points_at_one(qtbot: QtBot) -> None:
    model = employers()
    third = QPersistentModelIndex(model.index(2))
    fresh = [replace(ROWS[5], open_acties=9), *ROWS[:5], *ROWS[6:]]
    changed = model.merge(fresh, len(fresh))
    assert changed == {ROWS[5].id}
    assert [row.id for row in model.rows()] == [row.id for row in ROWS]
    assert third.data(RowRole).id == ROWS[2].id


def test_a_new_row_comes_after_its_neighbour() -> None:
    model = employers()
    new = replace(ROWS[0], id=data.uid(999), naam="Nieuw")
    model.merge([*ROWS[:4], new, *ROWS[4:]], len(ROWS) + 1)
    assert model.find(new.id) == 4


def test_the_timeline_is_grouped_and_newest_first() -> None:
    blad = BACKEND.blad(data.uid(100))
    changes = BACKEND.veldwijzigingen(blad.werkgever.id)
    shown = timeline.entries(blad, changes, data.KARIN, data.TODAY, with_open=False)
    groups = [entry.title for entry in shown if entry.kind == timeline.GROUP]
    assert groups == ["Vandaag", "September", "Juli", "Juni", "Maart", "November 2025", "Februari 2024"]
    first = shown[1]
    assert (first.title, first.who) == ("Bezoek", "jij met Anouk de Vries (hr)")
    assert (first.when, first.waits) == ("09:10", True)
    promise = "Toezegging: drie profielen sturen. Jij, vóór vrijdag 20\u00a0november."
    assert first.lines == (("actie", promise),)
    assert "Medewerkers: 38 werd 46, door Fatima El Idrissi" in [entry.title for entry in shown]
    assert texts.NOT_SENT in first.sentence


def test_open_actions_come_first_when_no_side_column_shows_them() -> None:
    blad = BACKEND.blad(data.uid(100))
    shown = timeline.entries(blad, (), data.KARIN, data.TODAY, with_open=True)
    assert [entry.title for entry in shown[:2]] == ["Nog open", "Uitleg no-riskpolis mailen"]
    assert (shown[1].when, shown[1].late) == ("4 dagen te laat", True)


@pytest.mark.parametrize(("number", "words"), [(0, "Bezoek bij Bakkerij De Lindehof B.V.")])
def test_the_waiting_list_speaks_as_the_forms_do(number: int, words: str) -> None:
    assert waiting.title(BACKEND.queue[number]) == words
