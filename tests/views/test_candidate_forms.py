"""Consent, doelgroep, overdragen, afsluiten and weigeren: by keys only, in the order of the eye.

Wrong input at its field, without network, and a draft that comes back. Nothing here uses the mouse.
"""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.models.errors import EnvironmentFailure
from desktop.views import pages, texts_forms
from desktop.views.forms import texts as form_words
from desktop.views.forms.command_form import CommandForm
from desktop.views.kandidaten import form_texts, texts
from desktop.views.kandidaten.page import CandidatesPage
from desktop.views.session import Session
from tests.support.practice_laptop import YOUSSEF, StagedLaptop
from tests.support.scenes import candidates as scene
from tests.views.conftest import Open, settle
from tests.views.driving import Ctrl, Key, press, type_words
from tests.views.test_palette import search

Keys = Callable[[QtBot, Session], None]


def _nothing(_laptop: StagedLaptop) -> None:
    """The region as it is."""


def _clear(qtbot: QtBot, session: Session) -> None:
    press(qtbot, session, Key.Key_A, Ctrl)
    press(qtbot, session, Key.Key_Delete)


def _in_three_days(qtbot: QtBot, session: Session) -> None:
    _clear(qtbot, session)
    type_words("over 3 dagen")


def _yesterday(qtbot: QtBot, session: Session) -> None:
    _clear(qtbot, session)
    type_words("gisteren")


def _first_choice(qtbot: QtBot, session: Session) -> None:
    press(qtbot, session, Key.Key_Down)


def _unknown_group(_qtbot: QtBot, _session: Session) -> None:
    type_words("Marsmannetje")


def _group(qtbot: QtBot, session: Session) -> None:
    _clear(qtbot, session)
    type_words("wajong")
    settle(qtbot, session)
    press(qtbot, session, Key.Key_Return)


def _leave(_qtbot: QtBot, _session: Session) -> None:
    """A required field is left empty."""


@dataclass(frozen=True)
class Case:
    """A form: of whom, its words in the palette, its fields in order, and what is typed in the first."""

    who: str
    words: str
    command: str
    fields: tuple[str, ...]
    key: str
    wrong: Keys
    error: str
    right: Keys
    prepare: Callable[[StagedLaptop], None] = _nothing


CASES = {
    "toestemming": Case(
        scene.LINA,
        texts.CONSENT,
        "kandidaat.geef_toestemming",
        (form_texts.CONSENT_DAY,),
        "datum",
        _in_three_days,
        "is geen dag",
        _yesterday,
    ),
    "doelgroep": Case(
        scene.BART,
        texts.DOELGROEP,
        "kandidaat.stel_doelgroep_vast",
        (texts.GROUPS, texts.BENEFIT, texts.LDR),
        "doelgroepen",
        _unknown_group,
        form_words.choose_from_list("Marsmannetje"),
        _group,
    ),
    "overdragen": Case(
        scene.BART,
        texts.HAND_OVER,
        "kandidaat.draag_over",
        (form_texts.TO_WHOM,),
        "naar_id",
        _leave,
        form_texts.WHO_MISSING,
        _first_choice,
    ),
    "afsluiten": Case(
        scene.LINA,
        texts.CLOSE,
        "kandidaat.sluit_af",
        (form_texts.REASON,),
        "reden",
        _leave,
        form_texts.REASON_MISSING,
        _first_choice,
    ),
    "weigeren": Case(
        "",
        texts.DECLINE,
        "kandidaat.weiger_overdracht",
        (form_texts.REASON,),
        "reden",
        _leave,
        form_texts.REASON_MISSING,
        _first_choice,
        scene.offered,
    ),
}


def form_of(page: CandidatesPage) -> CommandForm:
    form = page.desk.form
    assert isinstance(form, CommandForm)
    return form


def opened(qtbot: QtBot, session: Session, case: Case) -> tuple[CandidatesPage, CommandForm]:
    """The row chosen, and the form by its words in the palette."""
    laptop = session.operations.backend
    assert isinstance(laptop, StagedLaptop)
    (scene.opened(case.who) if case.who else scene.offer_shown)(session, laptop)
    settle(qtbot, session)
    search(qtbot, session, f">{case.words}")
    press(qtbot, session, Key.Key_Return)
    settle(qtbot, session)
    page = scene.page_of(session)
    return page, form_of(page)


def name_here() -> str:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget.accessibleName() or str(widget.property("text"))


@pytest.mark.parametrize("which", CASES)
def test_by_keys_only_from_wrong_to_recorded(qtbot: QtBot, open_window: Open, which: str) -> None:
    case = CASES[which]
    laptop = StagedLaptop(YOUSSEF)
    case.prepare(laptop)
    session = open_window(laptop)
    page, form = opened(qtbot, session, case)
    # The order of Tab: the fields, then the foot.
    names = []
    for _ in range(len(case.fields) + 2):
        names.append(name_here())
        press(qtbot, session, Key.Key_Tab)
    assert tuple(names[: len(case.fields)]) == case.fields
    assert names[-2:] == [texts_forms.CLOSE, form.kind.save]
    for _ in range(len(case.fields) + 2):
        press(qtbot, session, Key.Key_Backtab)
    assert name_here() == case.fields[0]
    # What is wrong stands at its field, and the focus goes there.
    case.wrong(qtbot, session)
    press(qtbot, session, Key.Key_Return, Ctrl)
    assert case.error in form.rows[case.key].error
    assert name_here() == case.fields[0]
    # What cannot be kept leaves the form as it is.
    case.right(qtbot, session)
    typed = form.typed()
    laptop.refuse[case.command] = EnvironmentFailure("schijf_vol")
    press(qtbot, session, Key.Key_Return, Ctrl)
    settle(qtbot, session)
    assert form.typed() == typed
    assert form.banner.isVisibleTo(form)
    # Without network it is recorded and waits.
    del laptop.refuse[case.command]
    waiting = len(laptop.wachtrij())
    press(qtbot, session, Key.Key_Return, Ctrl)
    settle(qtbot, session)
    assert page.desk.form is None, form.banner.text()
    assert laptop.done[-1][0] == case.command
    assert len(laptop.wachtrij()) == waiting + 1


@pytest.mark.parametrize("which", CASES)
def test_a_draft_comes_back_where_it_was_typed(qtbot: QtBot, open_window: Open, which: str) -> None:
    case = CASES[which]
    laptop = StagedLaptop(YOUSSEF)
    case.prepare(laptop)
    session = open_window(laptop)
    page, form = opened(qtbot, session, case)
    case.right(qtbot, session)
    typed, kind = form.typed(), form.kind
    press(qtbot, session, Key.Key_Escape)
    settle(qtbot, session)
    assert page.desk.form is None
    (draft,) = [one for one in laptop.concepten() if one.soort == kind.draft]
    session.window.show_page(pages.TODAY)
    settle(qtbot, session)
    session.window.resume(draft)
    settle(qtbot, session)
    settle(qtbot, session)
    assert session.window.current_page() is page
    assert form_of(page).kind == kind
    assert form_of(page).typed() == typed
