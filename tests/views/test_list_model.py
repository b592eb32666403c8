"""The list's model without a window: a snapshot of ids, rows where one looks, and nothing that moves."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester

from desktop.models.queries.ids import Ids
from desktop.models.queries.werkgever_rows import WerkgeverFilter, WerkgeverRegel
from desktop.views import texts
from desktop.views.tables.rows import RowRole
from desktop.views.tables.windowed import KEPT
from desktop.views.werkgevers import list_columns
from desktop.views.werkgevers import texts_list as words
from desktop.views.werkgevers.list_choosing import Choosing
from desktop.views.werkgevers.list_model import EmployerListModel
from desktop.views.werkgevers.list_words import Reader
from tests.support.practice_laptop import BAKERY, TODAY, StagedLaptop

Said = Qt.ItemDataRole.AccessibleTextRole


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
    return laptop.werkgevers(WerkgeverFilter(), 13)


@pytest.fixture
def model(laptop: StagedLaptop, rows: tuple[WerkgeverRegel, ...]) -> EmployerListModel:
    """Five rows of thirteen are here."""
    made = EmployerListModel(Reader(laptop.medewerker_id, "Karin Smit", lambda: TODAY))
    made.begin(rows[:5])
    assert made.extend(ids(rows))
    return made


def ids(rows: tuple[WerkgeverRegel, ...]) -> Ids:
    return Ids.of(row.id for row in rows)


def test_it_passes_qts_checks_as_two_lines_and_as_columns(
    qtmodeltester: ModelTester, model: EmployerListModel
) -> None:
    qtmodeltester.check(model, force_py=True)  # type: ignore[no-untyped-call]
    model.show_columns(list_columns.ALL)
    assert model.columnCount() == len(list_columns.ALL)
    qtmodeltester.check(model, force_py=True)  # type: ignore[no-untyped-call]


def test_a_row_is_said_as_one_sentence(laptop: StagedLaptop, model: EmployerListModel) -> None:
    said = model.index(model.find(laptop.id(BAKERY)), 0).data(Said)
    assert said == (
        "Bakkerij De Lindehof B.V., Hilversum, jouw regie, laatste contact vandaag, 3\u00a0open acties, "
        "Nog niet verzonden"
    )


def test_as_columns_the_name_says_the_row_and_the_others_what_they_hold(
    laptop: StagedLaptop, model: EmployerListModel
) -> None:
    model.show_columns(list_columns.ALL)
    row = model.find(laptop.id(BAKERY))
    said = [model.index(row, column).data(Said) for column in range(len(list_columns.ALL))]
    assert said[0].startswith("Bakkerij De Lindehof B.V., Hilversum")
    assert said[1:4] == ["Plaats: Hilversum", "Gemeente: Hilversum", "Regie: jouw regie"]
    assert said[-1] == "KvK-nummer: 6959\u00a09084"
    heads = [model.headerData(number, Qt.Orientation.Horizontal) for number in range(3)]
    assert heads == ["Naam", "Plaats", "Gemeente"]


def test_it_is_as_long_as_the_list_and_knows_what_is_missing(
    model: EmployerListModel, rows: tuple[WerkgeverRegel, ...]
) -> None:
    assert model.rowCount() == len(rows)
    assert list(model.missing(0, 4)) == []
    assert list(model.missing(2, 8)) == [row.id for row in rows[5:9]]
    assert model.index(7, 0).data(RowRole) is None
    assert model.index(7, 0).data(Said) == texts.ROW_COMING
    model.fill([row.id for row in rows[7:9]], rows[7:9])
    assert model.rows() == (*rows[:5], *rows[7:9])
    assert model.find(rows[12].id) == 12  # also of a row that is not here


def test_the_first_page_is_a_list_until_its_length_is_known(
    model: EmployerListModel, rows: tuple[WerkgeverRegel, ...]
) -> None:
    model.begin(rows[:5])
    assert model.rowCount() == 5
    kept = QPersistentModelIndex(model.index(4, 0))
    assert model.extend(ids(rows))
    assert (model.rowCount(), kept.row()) == (13, 4)
    assert not model.extend(ids(rows[1:]))
    assert model.rowCount() == 13


def test_what_was_read_again_stays_where_it_was(
    model: EmployerListModel, rows: tuple[WerkgeverRegel, ...]
) -> None:
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    third = QPersistentModelIndex(model.index(2, 0))
    model.update([row.id for row in rows[:4]], [replace(rows[2], open_acties=9), *rows[:2], rows[3]])
    assert third.data(RowRole).open_acties == 9
    assert [row.id for row in model.rows()] == [row.id for row in rows[:4]]
    assert list(model.missing(0, 5)) == [row.id for row in rows[4:6]]
    assert resets == []


def test_a_row_that_is_gone_says_so_and_is_not_asked_again(
    model: EmployerListModel, rows: tuple[WerkgeverRegel, ...]
) -> None:
    asked = [row.id for row in rows[5:8]]
    model.fill(asked, [rows[5], rows[7]])
    assert model.index(6, 0).data(Said) == words.GONE
    assert list(model.missing(5, 7)) == []


def test_another_order_keeps_what_is_here(model: EmployerListModel, rows: tuple[WerkgeverRegel, ...]) -> None:
    model.reorder(ids((*rows[8:], *rows[:8])))
    assert model.find(rows[0].id) == 5
    assert model.row(5) == rows[0]


def test_memory_stays_small_after_a_long_way(
    model: EmployerListModel, rows: tuple[WerkgeverRegel, ...]
) -> None:
    many = [replace(rows[0], id=f"0197f000-0000-7000-8000-{number:012}") for number in range(KEPT + 200)]
    model.begin(many)
    model.forget_far_from(KEPT)
    assert model.row(KEPT) is not None
    assert model.row(0) is None
    assert len(model.rows()) < KEPT


class Told:
    """What a `Choosing` said."""

    def __init__(self, model: EmployerListModel) -> None:
        self.choosing = Choosing(model, model)
        self.chosen: list[str] = []
        self.counts: list[int] = []
        self.choosing.chosen.connect(self.chosen.append)
        self.choosing.gathered.connect(self.counts.append)


def test_one_is_shown_and_several_are_counted(
    model: EmployerListModel, rows: tuple[WerkgeverRegel, ...]
) -> None:
    told = Told(model)
    told.choosing.go_to(3)
    told.choosing.choose_all()
    assert list(told.choosing.ids()) == [row.id for row in rows]  # those that are not here too
    told.choosing.let_go()
    assert told.chosen == [rows[3].id]
    assert told.counts == [13, 0]
    assert (told.choosing.count, told.choosing.current) == (1, 3)


def test_what_is_chosen_stays_chosen_in_another_order(
    model: EmployerListModel, rows: tuple[WerkgeverRegel, ...]
) -> None:
    told = Told(model)
    told.choosing.go_to(1)
    chosen = ids((rows[1], rows[4], rows[5]))
    model.reorder(ids(rows[::-1]))
    told.choosing.restore(chosen, rows[1].id)
    assert set(told.choosing.ids()) == set(chosen)
    assert told.choosing.current == 11
    assert told.counts == [3]


def test_a_key_that_is_held_down_opens_only_where_it_stops(
    model: EmployerListModel, rows: tuple[WerkgeverRegel, ...]
) -> None:
    told = Told(model)
    told.choosing.go_to(0)
    told.choosing.waits = True
    for number in (1, 2, 3):
        told.choosing.go_to(number)
    told.choosing.rest()
    assert told.chosen == [rows[0].id, rows[3].id]
