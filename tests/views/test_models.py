"""Item models without a window: Qt's own checks and sentences for screen readers."""

from collections.abc import Iterator

import pytest
from pytestqt.modeltest import ModelTester

from desktop.views import waiting
from desktop.views.afstemming.items import Line, lines
from desktop.views.tables.headed import HeadedModel
from desktop.views.werkgevers.field_words import FieldWords
from desktop.views.widgets.pick_popup import Pick, PickModel
from tests.support.practice_laptop import BAKERY, TODAY, StagedLaptop


@pytest.fixture(scope="module")
def laptop() -> Iterator[StagedLaptop]:
    """Karin's, with a visit at the bakery that waits to be sent."""
    made = StagedLaptop()
    visit = {"werkgever_id": made.id(BAKERY), "datum": TODAY.isoformat(), "kanaal": "bezoek"}
    made.doe("contact.leg_vast", visit)
    yield made
    made.close()


def test_all_models_pass_qts_checks(qtmodeltester: ModelTester, laptop: StagedLaptop) -> None:
    inbox: HeadedModel[Line] = HeadedModel()
    inbox.replace(lines(laptop.afstemming(), TODAY))
    queue = waiting.waiting_model(waiting.WaitingLines(laptop.wachtlijst(), FieldWords(), TODAY))
    queue.replace(laptop.wachtlijst())
    picks = PickModel()
    picks.show_picks([Pick("1", "Anouk de Vries")], "an")
    for model in (inbox, queue, picks):
        assert model.rowCount() > 0
        qtmodeltester.check(model, force_py=True)  # type: ignore[no-untyped-call]


def test_the_waiting_list_speaks_as_the_forms_do(laptop: StagedLaptop) -> None:
    lines = waiting.WaitingLines(laptop.wachtlijst(), FieldWords(), TODAY)
    assert lines.title(laptop.wachtlijst()[0]) == "Bezoek bij Bakkerij De Lindehof B.V."
