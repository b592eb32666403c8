"""A command that needs a werkgever or an actie and has none says what to do; no form opens about nobody."""

from pytestqt.qtbot import QtBot

from desktop import dutch, wording
from desktop.views import pages, shortcuts, texts_forms, texts_shell
from desktop.views.acties.form import ActionForm
from desktop.views.palette.card import PaletteCard
from desktop.views.session import Session
from desktop.views.shortcuts import Shortcut
from desktop.views.widgets.labels import Label
from tests.support.practice_laptop import BAKERY, StagedLaptop
from tests.views.conftest import Open, settle
from tests.views.driving import Ctrl, Key, press

GONE = "Deze werkgever staat niet in Werkregie."


def do(qtbot: QtBot, session: Session, shortcut: Shortcut) -> None:
    next(one.action for one in session.window.commands() if one.shortcut is shortcut).trigger()
    settle(qtbot, session)


def test_without_a_werkgever_the_command_asks_for_one(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(page=pages.SETTINGS)
    window = session.window
    for shortcut, question in (
        (shortcuts.VISIT, texts_shell.VISIT_WHERE),
        (shortcuts.ACTION, texts_shell.ACTION_WHERE),
        (shortcuts.CALL, texts_shell.CALL_WHOM),
    ):
        do(qtbot, session, shortcut)
        (card,) = [one for one in window.findChildren(PaletteCard) if one.isVisible()]
        assert question in [label.text() for label in card.findChildren(Label)], shortcut.key
        press(qtbot, session, Key.Key_Escape)
    for page in (pages.SETTINGS, pages.EMPLOYERS, pages.RECONCILE):
        window.show_page(page)
        settle(qtbot, session)
        window.toast.hide()
        do(qtbot, session, shortcuts.POSTPONE)
        assert window.toast.text() == texts_shell.POSTPONE_WHAT, page


def test_a_werkgever_that_is_not_here_opens_no_form_and_changes_nothing(
    qtbot: QtBot, open_window: Open
) -> None:
    laptop = StagedLaptop()
    session = open_window(laptop, at=BAKERY)
    window, gone = session.window, laptop.staged.new_id()
    here = laptop.id(BAKERY)
    for ask in (window.log_visit, window.call, window.open_employer):
        ask(gone)
        settle(qtbot, session)
        assert window.employers.panel is None
        assert window.banner.text().startswith(GONE)
        assert window.employers.current_employer() == here
        assert window.employers.list.choosing.marked == here
    window.make_action([gone])
    settle(qtbot, session)
    assert window.employers.panel is None
    press(qtbot, session, Key.Key_T, Ctrl)
    panel = window.employers.panel
    assert isinstance(panel, ActionForm)
    assert panel.werkgever_id == here


def test_something_long_that_was_typed_stays_short_in_a_message() -> None:
    long = "overmorgen of\tanders " * 20
    for said in (
        texts_forms.when_unknown(long),
        texts_forms.new_person(long),
        wording.sentence("geen_datum", {"waarde": long}),
        wording.sentence("import_website", {"waarde": long}),
    ):
        assert len(said) < 60 + 110, said
        assert "…" in said
        assert "\t" not in said
    assert dutch.quoted("morge") == "‘morge’"


def test_what_was_typed_does_not_turn_the_sentence_around() -> None:
    turned = "\u202emorge\x00\u2066"
    assert dutch.quoted(turned) == "‘morge’"
    for said in (
        texts_forms.when_unknown(turned),
        wording.sentence("postcode_klopt_niet", {"waarde": turned}),
    ):
        assert not {"\u202e", "\u2066", "\x00"} & set(said), said
