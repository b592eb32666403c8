"""Item models without a window: Qt's own checks, sentences for screen readers, paging, a refresh that moves
nothing.
"""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
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
    said = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == (
        "Bakkerij De Lindehof B.V., Hilversum, jouw regie, laatste contact vandaag, 3\u00a0open acties, "
        "Nog niet verzonden"
    )


def test_the_list_is_as_long_as_it_is_and_knows_what_is_missing() -> None:
    model = EmployerListModel(data.KARIN, data.TODAY)
    model.replace(ROWS[:5], total=len(ROWS))
    assert model.rowCount() == len(ROWS)
    assert model.missing(0, 4) is None
    assert model.missing(2, 8) == (5, 4)
    assert model.missing(2, 500) == (5, len(ROWS) - 5)
    assert model.index(7, 0).data(RowRole) is None
    assert model.index(7, 0).data(Qt.ItemDataRole.AccessibleTextRole) == texts.ROW_COMING
    model.fill(7, 2, ROWS[7:9])
    assert model.find(ROWS[8].id) == 8
    assert model.rows() == (*ROWS[:5], *ROWS[7:9])


def test_a_page_that_is_too_short_ends_the_list() -> None:
    model = EmployerListModel(data.KARIN, data.TODAY)
    model.replace(ROWS[:5], total=100)
    gone: list[tuple[int, int]] = []
    model.rowsRemoved.connect(lambda _parent, first, last: gone.append((first, last)))
    model.fill(5, 60, ROWS[5:])
    assert gone == [(len(ROWS), 99)]
    assert model.missing(0, 99) is None


def test_a_refresh_further_down_forgets_the_rest() -> None:
    model = EmployerListModel(data.KARIN, data.TODAY)
    model.replace(ROWS[:4], total=len(ROWS))
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    assert model.merge(ROWS[6:9], len(ROWS), 6) == set()
    assert (model.find(ROWS[0].id), model.find(ROWS[6].id)) == (-1, 6)
    assert model.missing(0, 8) == (0, 6)
    assert model.merge((replace(ROWS[6], open_acties=9), *ROWS[7:9]), len(ROWS), 6) == {ROWS[6].id}
    assert resets == []  # nothing moved


def test_a_refresh_moves_no_row_and_keeps_who_points_at_one(qtbot: QtBot) -> None:
    model = employers()
    third = QPersistentModelIndex(model.index(2, 0))
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
