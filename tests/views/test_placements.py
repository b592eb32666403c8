"""The screen Plaatsingen on a real laptop: what each person sees of a placement and can do with it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.views import pages
from desktop.views.forms.command_form import CommandForm
from desktop.views.plaatsingen import care_tab, course, sheet, subject, texts
from desktop.views.plaatsingen.page import PlacementsPage
from desktop.views.plaatsingen.reading import Placement
from desktop.views.session import Session
from desktop.views.subject.choice import ON
from desktop.views.subject.section import Section, Standing
from tests.support.practice_laptop import BAKERY, YOUSSEF, StagedLaptop
from tests.views.conftest import Open, settle
from tests.views.driving import press

OPENS_AT = pages.PLACEMENTS

Key = Qt.Key
Ctrl = Qt.KeyboardModifier.ControlModifier
CANDIDATE = "Tarik A."


def shown(qtbot: QtBot, session: Session, where: str = BAKERY) -> PlacementsPage:
    """The page with the placement at that werkgever chosen."""
    session.window.show_page(pages.PLACEMENTS)
    settle(qtbot, session)
    page = session.window.stack.page(pages.PLACEMENTS)
    assert isinstance(page, PlacementsPage)
    rows = [line.subject for line in page.list.view.lines.rows() if line.subject is not None]
    page.open_row(next(row.id for row in rows if row.werkgever.startswith(where)))
    settle(qtbot, session)
    return page


def found(page: PlacementsPage) -> Placement:
    assert isinstance(page.detail.found, Placement)
    return page.detail.found


def form_of(page: PlacementsPage) -> CommandForm:
    form = page.desk.form
    assert isinstance(form, CommandForm)
    return form


def course_of(page: PlacementsPage) -> Section:
    """The line through time."""
    assert page.detail.sheet is not None
    return page.detail.sheet.tabs[0].sections[0]


def everything(page: PlacementsPage) -> str:
    """All words of the list and of the detail."""
    lines = [line.sentence for line in page.list.view.lines.rows()]
    return " ".join([*lines, repr(page.detail.sheet)])


def test_a_bemiddelaar_reads_who_it_is_and_a_colleague_does_not(qtbot: QtBot, open_window: Open) -> None:
    own = shown(qtbot, open_window(StagedLaptop(YOUSSEF)))
    QAbstractItemModelTester(own.list.view.model())
    assert CANDIDATE in everything(own)
    assert "Loonkostensubsidie" in everything(own)
    other = shown(qtbot, open_window(StagedLaptop()))
    assert "Een kandidaat van Youssef Amrani" in everything(other)
    for word in ("Tarik", "Loonkostensubsidie", "loonwaarde", "aandacht"):
        assert word.lower() not in everything(other).lower()


def test_filters_read_as_a_sentence(qtbot: QtBot, open_window: Open) -> None:
    page = shown(qtbot, open_window(StagedLaptop(YOUSSEF)))
    page.list.show_choice(page.list.choice.where(subject.MINE, ON).where(subject.RUNNING, ON))
    assert page.list.head.sentence.words() == (texts.YOURS, texts.SAID_RUNNING)


def test_a_talk_is_finished_with_the_keyboard_and_tells_the_accountmanager(
    qtbot: QtBot, open_window: Open
) -> None:
    laptop = StagedLaptop(YOUSSEF)
    session = open_window(laptop)
    page = shown(qtbot, session)
    page.press(sheet.FINISH, found(page).card.plaatsing.id)
    settle(qtbot, session)
    form = form_of(page)
    press(qtbot, session, Key.Key_Return, Ctrl)
    assert form.errors()["resultaat"] == texts.RESULT_MISSING
    form.fill_with(
        {
            "uitgevoerd_op": "vandaag",
            "resultaat": "risico",
            "signaal_categorie": "risico_plaatsing",
            "signaal_tekst": "Kun jij met de ploegleider praten?",
        }
    )
    press(qtbot, session, Key.Key_Return, Ctrl)
    settle(qtbot, session)
    assert page.panel is None
    talks = [talk for talk in found(page).talks if talk.resultaat == "risico"]
    assert len(talks) == 1
    assert laptop.signalen_van_mij()[0].tekst == "Kun jij met de ploegleider praten?"
    session.window.undo.take_back()
    settle(qtbot, session)
    assert not [talk for talk in found(page).talks if talk.resultaat == "risico"]


def test_the_course_runs_from_the_first_day_past_today(qtbot: QtBot, open_window: Open) -> None:
    page = shown(qtbot, open_window(StagedLaptop(YOUSSEF)))
    moments = course_of(page).moments
    stands = [moment.standing for moment in moments]
    today = stands.index(Standing.TODAY)
    assert set(stands[:today]) == {Standing.DONE, Standing.LATE}
    assert set(stands[today + 1 :]) == {Standing.COMES}
    late = [moment for moment in moments if moment.standing is Standing.LATE]
    assert [(texts.PLANNED_LATE in moment.words, [link.key for link in moment.links]) for moment in late] == [
        (True, [course.FINISH])
    ]
    assert not [moment for moment in moments[today:] if moment.links]


def test_a_colleague_reads_the_course_without_anything_to_press(qtbot: QtBot, open_window: Open) -> None:
    page = shown(qtbot, open_window(StagedLaptop()))
    whole = course_of(page)
    pressed = {link.key for moment in whole.moments for link in moment.links}
    assert not whole.links
    assert not pressed & {course.FINISH, course.STILL, course.STILL_OVER}


def test_work_that_lies_still_can_begin_again_where_it_says_so(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop(YOUSSEF)
    session = open_window(laptop)
    page = shown(qtbot, session)
    assert [link.key for link in course_of(page).links] == [course.STILL]
    page.press(course.STILL, found(page).card.plaatsing.id)
    settle(qtbot, session)
    form_of(page).fill_with({"van": "gisteren"})
    press(qtbot, session, Key.Key_Return, Ctrl)
    settle(qtbot, session)
    whole = course_of(page)
    assert not whole.links
    still = next(moment for moment in whole.moments if moment.words == texts.still(None, laptop.today()))
    assert [link.key for link in still.links] == [course.STILL_OVER]


def test_another_kind_of_work_is_set_right_and_reads_in_words(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(StagedLaptop(YOUSSEF))
    page = shown(qtbot, session)
    before = found(page).card.plaatsing
    page.press(sheet.EDIT, before.id)
    settle(qtbot, session)
    assert form_of(page).typed()["soort"] == before.soort != "uitzendcontract"
    form_of(page).fill_with({"soort": "uitzendcontract", "formele_werkgever_id": before.werkgever_id})
    press(qtbot, session, Key.Key_Return, Ctrl)
    settle(qtbot, session)
    assert page.panel is None
    row = found(page).card.plaatsing
    assert (row.soort, row.formele_werkgever_id) == ("uitzendcontract", before.werkgever_id)
    changes = {line.veld: line for line in found(page).card.geschiedenis}
    assert changes["formele_werkgever_id"].nieuw == before.werkgever
    assert "Uitzendcontract" in everything(page)
    session.window.undo.take_back()
    settle(qtbot, session)
    assert found(page).card.plaatsing.soort == before.soort


def test_what_was_seen_to_last_is_no_trial_and_the_field_says_why(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(StagedLaptop(YOUSSEF))
    page = shown(qtbot, session, "Verpleeghuis")
    page.press(sheet.EDIT, found(page).card.plaatsing.id)
    settle(qtbot, session)
    form = form_of(page)
    form.fill_with({"soort": "proefplaatsing"})
    press(qtbot, session, Key.Key_Return, Ctrl)
    settle(qtbot, session)
    assert page.panel is not None
    assert form.typed()["soort"] == "proefplaatsing"
    assert "onbekend" in form.rows["soort"].error


def test_a_milestone_is_never_confirmed_by_leaving_a_field_alone(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(StagedLaptop(YOUSSEF))
    page = shown(qtbot, session)
    row = found(page).card.mijlpalen[0]
    page.press(course.CONFIRM, row.id)
    settle(qtbot, session)
    assert set(form_of(page).errors()) == {"uitkomst", "bevestigd_door"}


def test_the_proposal_can_be_changed_before_it_is_kept(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop(YOUSSEF)
    session = open_window(laptop)
    page = shown(qtbot, session, "Verpleeghuis")
    before = len(found(page).talks)
    page.press(sheet.PLAN, found(page).card.plaatsing.id)
    settle(qtbot, session)
    form = form_of(page)
    keys = [spec.key for spec in form.specs]
    assert len(keys) > 1
    form.fill_with({keys[0]: ""})
    press(qtbot, session, Key.Key_Return, Ctrl)
    settle(qtbot, session)
    assert len(found(page).talks) == before + len(keys) - 1
    assert session.window.toast._link.isVisible()
    session.window.undo.take_back()
    settle(qtbot, session)
    assert len(found(page).talks) == before


def test_what_may_be_a_name_is_asked_and_kept_the_second_time(qtbot: QtBot, open_window: Open) -> None:
    """With a capital it is the name, and stays refused."""
    laptop = StagedLaptop(YOUSSEF)
    session = open_window(laptop)
    page = shown(qtbot, session)
    page.press(sheet.FINISH, found(page).card.plaatsing.id)
    settle(qtbot, session)
    form = form_of(page)
    text = "Ik hoor dat {} te laat komt."
    form.fill_with({"uitgevoerd_op": "vandaag", "resultaat": "stabiel", "signaal_categorie": "klacht"})
    for name, took in (("Tarik", False), ("tarik", False), ("een collega", True)):
        form.fill_with({"signaal_tekst": text.format(name)})
        press(qtbot, session, Key.Key_Return, Ctrl)
        settle(qtbot, session)
        assert (page.panel is None) == took
        if name == "tarik":
            assert form.rows["signaal_tekst"].error.startswith("Misschien staat hier de naam")


def test_a_name_that_is_a_word_is_kept_when_kept_again(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop(YOUSSEF)
    session = open_window(laptop)
    page = shown(qtbot, session)
    page.press(sheet.FINISH, found(page).card.plaatsing.id)
    settle(qtbot, session)
    text = "Ik hoor dat tarik te laat komt."
    kept = {"uitgevoerd_op": "vandaag", "resultaat": "stabiel", "signaal_categorie": "klacht"}
    form_of(page).fill_with(kept | {"signaal_tekst": text})
    for took in (False, True):
        press(qtbot, session, Key.Key_Return, Ctrl)
        settle(qtbot, session)
        assert (page.panel is None) == took
    assert laptop.signalen_van_mij()[0].tekst == text


def test_an_attempt_can_be_taken_back(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(StagedLaptop(YOUSSEF))
    page = shown(qtbot, session)
    before = [(talk.id, talk.gepland_op, len(talk.pogingen)) for talk in found(page).talks]
    waiting = next(talk for talk in found(page).talks if talk.status == "gepland")
    page.press(care_tab.ATTEMPT, waiting.id)
    settle(qtbot, session)
    form_of(page).fill_with({"datum": "vandaag", "reden": "geen_gehoor", "volgende_op": "morgen"})
    assert form_of(page).errors() == {}
    press(qtbot, session, Key.Key_Return, Ctrl)
    settle(qtbot, session)
    assert [(talk.id, talk.gepland_op, len(talk.pogingen)) for talk in found(page).talks] != before
    press(qtbot, session, Key.Key_Z, Ctrl)
    assert [(talk.id, talk.gepland_op, len(talk.pogingen)) for talk in found(page).talks] == before


def test_a_task_is_done_with_one_press_and_can_be_taken_back(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(StagedLaptop(YOUSSEF))
    page = shown(qtbot, session)
    count = len(found(page).tasks)
    page.press(care_tab.TASK_DONE, found(page).tasks[0].id)
    settle(qtbot, session)
    assert len(found(page).tasks) == count - 1
    session.window.undo.take_back()
    settle(qtbot, session)
    assert len(found(page).tasks) == count


def test_what_passes_a_limit_is_said_with_its_source(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(StagedLaptop(YOUSSEF))
    page = shown(qtbot, session)
    page.press(sheet.USE, found(page).card.plaatsing.id)
    settle(qtbot, session)
    form_of(page).fill_with({"code": "proefplaatsing", "start": "1 september 2026", "einde": "30 april 2027"})
    press(qtbot, session, Key.Key_Return, Ctrl)
    settle(qtbot, session)
    assert page.panel is None
    assert "maanden" in session.window.banner.text()
