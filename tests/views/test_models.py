"""Item models without a window: Qt's own checks, sentences for screen readers, paging, a refresh that moves
nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.models.queries.rows import WerkgeverFilter, WerkgeverRegel
from desktop.views import texts, waiting
from desktop.views.afstemming.item_list import ItemModel
from desktop.views.afstemming.items import lines
from desktop.views.tables.rows import RowRole
from desktop.views.werkgevers.field_words import FieldWords
from desktop.views.werkgevers.list_model import EmployerListModel
from desktop.views.widgets.pick_popup import Pick, PickModel
from tests.support.practice_laptop import BAKERY, TODAY, StagedLaptop

FIRST_THIRTEEN = 13


@pytest.fixture(scope="module")
def laptop() -> Iterator[StagedLaptop]:
    """Karin's, with a visit at the bakery that waits to be sent."""
    made = StagedLaptop()
    visit = {"werkgever_id": made.id(BAKERY), "datum": TODAY.isoformat(), "kanaal": "bezoek"}
    made.doe("contact.leg_vast", visit)
    yield made
    made.close()


@pytest.fixture(scope="module")
def rows(laptop: StagedLaptop) -> tuple[WerkgeverRegel, ...]:
    return laptop.werkgevers(WerkgeverFilter(), FIRST_THIRTEEN)


def employers(laptop: StagedLaptop, rows: Sequence[WerkgeverRegel]) -> EmployerListModel:
    model = EmployerListModel(laptop.medewerker_id, TODAY)
    model.replace(rows, len(rows))
    return model


def test_all_models_pass_qts_checks(
    qtmodeltester: ModelTester, laptop: StagedLaptop, rows: tuple[WerkgeverRegel, ...]
) -> None:
    inbox = ItemModel()
    inbox.replace(lines(laptop.afstemming(), TODAY))
    queue = waiting.waiting_model(waiting.WaitingLines(laptop.wachtlijst(), FieldWords(), TODAY))
    queue.replace(laptop.wachtlijst())
    picks = PickModel()
    picks.show_picks([Pick("1", "Anouk de Vries")], "an")
    for model in (employers(laptop, rows), inbox, queue, picks):
        assert model.rowCount() > 0
        qtmodeltester.check(model, force_py=True)  # type: ignore[no-untyped-call]


def test_a_row_is_said_as_one_sentence(laptop: StagedLaptop, rows: tuple[WerkgeverRegel, ...]) -> None:
    model = employers(laptop, rows)
    said = model.index(model.find(laptop.id(BAKERY)), 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == (
        "Bakkerij De Lindehof B.V., Hilversum, jouw regie, laatste contact vandaag, 3\u00a0open acties, "
        "Nog niet verzonden"
    )


def test_the_list_is_as_long_as_it_is_and_knows_what_is_missing(
    laptop: StagedLaptop, rows: tuple[WerkgeverRegel, ...]
) -> None:
    model = EmployerListModel(laptop.medewerker_id, TODAY)
    model.replace(rows[:5], total=len(rows))
    assert model.rowCount() == len(rows)
    assert model.missing(0, 4) is None
    assert model.missing(2, 8) == (5, 4)
    assert model.missing(2, 500) == (5, len(rows) - 5)
    assert model.index(7, 0).data(RowRole) is None
    assert model.index(7, 0).data(Qt.ItemDataRole.AccessibleTextRole) == texts.ROW_COMING
    model.fill(7, 2, rows[7:9])
    assert model.find(rows[8].id) == 8
    assert model.rows() == (*rows[:5], *rows[7:9])


def test_a_page_that_is_too_short_ends_the_list(
    laptop: StagedLaptop, rows: tuple[WerkgeverRegel, ...]
) -> None:
    model = EmployerListModel(laptop.medewerker_id, TODAY)
    model.replace(rows[:5], total=100)
    gone: list[tuple[int, int]] = []
    model.rowsRemoved.connect(lambda _parent, first, last: gone.append((first, last)))
    model.fill(5, 60, rows[5:])
    assert gone == [(len(rows), 99)]
    assert model.missing(0, 99) is None


def test_a_refresh_further_down_forgets_the_rest(
    laptop: StagedLaptop, rows: tuple[WerkgeverRegel, ...]
) -> None:
    model = EmployerListModel(laptop.medewerker_id, TODAY)
    model.replace(rows[:4], total=len(rows))
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    assert model.merge(rows[6:9], len(rows), 6) == set()
    assert (model.find(rows[0].id), model.find(rows[6].id)) == (-1, 6)
    assert model.missing(0, 8) == (0, 6)
    assert model.merge((replace(rows[6], open_acties=9), *rows[7:9]), len(rows), 6) == {rows[6].id}
    assert resets == []  # nothing moved


def test_a_refresh_moves_no_row_and_keeps_who_points_at_one(
    qtbot: QtBot, laptop: StagedLaptop, rows: tuple[WerkgeverRegel, ...]
) -> None:
    model = employers(laptop, rows)
    third = QPersistentModelIndex(model.index(2, 0))
    fresh = [replace(rows[5], open_acties=9), *rows[:5], *rows[6:]]
    changed = model.merge(fresh, len(fresh))
    assert changed == {rows[5].id}
    assert [row.id for row in model.rows()] == [row.id for row in rows]
    assert third.data(RowRole).id == rows[2].id


def test_a_new_row_comes_after_its_neighbour(laptop: StagedLaptop, rows: tuple[WerkgeverRegel, ...]) -> None:
    model = employers(laptop, rows)
    new = replace(rows[0], id="0197f000-0000-7000-8000-000000000999", naam="Nieuw")
    model.merge([*rows[:4], new, *rows[4:]], len(rows) + 1)
    assert model.find(new.id) == 4


def test_the_waiting_list_speaks_as_the_forms_do(laptop: StagedLaptop) -> None:
    lines = waiting.WaitingLines(laptop.wachtlijst(), FieldWords(), TODAY)
    assert lines.title(laptop.wachtlijst()[0]) == "Bezoek bij Bakkerij De Lindehof B.V."
