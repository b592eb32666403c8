"""Scale and questions of werkfit are changed by who leads, tried out first, and forms follow at once."""

from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from desktop.models.errors import EnvironmentFailure
from desktop.views import pages, shortcuts
from desktop.views.kandidaten import form_texts, sheet
from desktop.views.kandidaten.page import CandidatesPage
from desktop.views.kandidaten.regie_forms import WerkfitForm
from desktop.views.session import Session
from desktop.views.werkfitlijst import forms, texts
from desktop.views.werkfitlijst.forms import ListsForm
from desktop.views.werkfitlijst.page import WerkfitPage
from desktop.views.widgets.fields import NoteField
from tests.support.practice_laptop import KARIN, MARLEEN, YOUSSEF, StagedLaptop
from tests.views.conftest import Open, settle
from tests.views.driving import Ctrl, Key, press
from tests.views.test_guide import opened

NEW_SCALE = {"schaal": [{"label": "Ja"}, {"label": "Bijna"}], "vragen": [{"label": "Wil de kandidaat?"}]}


def lists(qtbot: QtBot, session: Session) -> WerkfitPage:
    page = opened(qtbot, session, shortcuts.WERKFIT, pages.WERKFIT)
    assert isinstance(page, WerkfitPage)
    return page


def form_of(qtbot: QtBot, session: Session, page: WerkfitPage) -> ListsForm:
    page.make_new("")
    settle(qtbot, session)
    form = page.panel
    assert isinstance(form, ListsForm)
    return form


def tried(form: ListsForm) -> list[tuple[str, int]]:
    """The questions of the preview, and how many answers each has."""
    found = [row.findChild(QComboBox) for row in form._rows]
    return [(box.accessibleName(), box.count() - 1) for box in found if box is not None]


def test_the_lists_are_settled_with_the_form_tried_out_below(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop(MARLEEN)
    session = open_window(laptop)
    page = lists(qtbot, session)
    form = form_of(qtbot, session, page)
    field = form.inputs["schaal"].widget
    assert isinstance(field, NoteField)
    assert field.toPlainText().splitlines() == [label for _, label in laptop.werkfit().schaal]
    field.setPlainText("Ja\n\n  Nog   niet \n")
    form.inputs["vragen"].widget.setPlainText("Wil de kandidaat?")  # type: ignore[attr-defined]
    assert tried(form) == [(texts.JUDGEMENT, 2), ("Wil de kandidaat?", 2)]
    press(qtbot, session, Key.Key_Return, Ctrl)
    settle(qtbot, session)
    assert page.panel is None, form.banner.text()
    name, arguments = laptop.done[-1]
    assert name == "werkfit.wijzig_lijst"
    assert arguments["schaal"] == [{"label": "Ja"}, {"label": "Nog niet"}]
    titles = [line.title for line in page.list.view.lines.rows()]
    assert titles[:5] == [texts.SCALE, "Ja", "Nog niet", texts.QUESTIONS, "Wil de kandidaat?"]
    assert texts.OVER in titles
    # Changed again right away: what was settled just now is what stands.
    assert forms.lines_of(form_of(qtbot, session, page).value("schaal")) == ["Ja", "Nog niet"]


def test_wrong_input_stays_and_a_draft_comes_back(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop(MARLEEN)
    session = open_window(laptop)
    page = lists(qtbot, session)
    form = form_of(qtbot, session, page)
    form.inputs["schaal"].widget.setPlainText("Ja")  # type: ignore[attr-defined]
    form.save()
    settle(qtbot, session)
    assert form.rows["schaal"].error == texts.SCALE_MISSING
    form.inputs["schaal"].widget.setPlainText("Ja\nNee\nja")  # type: ignore[attr-defined]
    form.save()
    settle(qtbot, session)
    assert "twee keer" in form.rows["schaal"].error
    form.inputs["schaal"].widget.setPlainText("Ja\nNee")  # type: ignore[attr-defined]
    laptop.refuse["werkfit.wijzig_lijst"] = EnvironmentFailure("schijf_vol")
    form.save()
    settle(qtbot, session)
    assert form.value("schaal") == "Ja\nNee"
    form.close_panel()
    settle(qtbot, session)
    (draft,) = [one for one in laptop.concepten() if one.soort == forms.CHANGE]
    session.window.show_page(pages.TODAY)
    session.window.resume(draft)
    settle(qtbot, session)
    assert session.window.current_page() is page
    again = page.panel
    assert isinstance(again, ListsForm)
    assert again.value("schaal") == "Ja\nNee"
    assert tried(again)[0] == (texts.JUDGEMENT, 2)


def test_the_form_of_a_judgement_follows_and_old_words_stay(qtbot: QtBot, open_window: Open) -> None:
    laptop = StagedLaptop(YOUSSEF)
    candidate = laptop.kandidaten()[0]
    laptop.doe("werkfit.beoordeel", {"kandidaat_id": candidate.id, "waarde": "klaar"})
    said = dict(laptop.werkfit().schaal)["klaar"]
    session = open_window(laptop)
    session.window.open_row(pages.CANDIDATES, candidate.id)
    settle(qtbot, session)
    page = session.window.current_page()
    assert isinstance(page, CandidatesPage)
    page.press(sheet.WERKFIT, "")
    settle(qtbot, session)
    open_before = page.panel
    assert isinstance(open_before, WerkfitForm)
    assert open_before.value("waarde") == "klaar"
    laptop.colleague("Marleen", "werkfit.wijzig_lijst", NEW_SCALE)
    session.sync.request()
    qtbot.waitUntil(lambda: open_before.banner.text() == form_texts.LISTS_CHANGED)
    page.close_panel()
    settle(qtbot, session)
    page.press(sheet.WERKFIT, "")
    settle(qtbot, session)
    form = page.panel
    assert isinstance(form, WerkfitForm)
    box = form.inputs["waarde"].widget
    assert isinstance(box, QComboBox)
    assert [box.itemText(at) for at in range(1, box.count())] == ["Ja", "Bijna"]
    assert form.value("waarde") == ""
    assert page.detail.sheet is not None
    facts = [fact.value for tab in page.detail.sheet.tabs for part in tab.sections for fact in part.facts]
    assert said in facts


def test_who_may_not_does_not_find_it(open_window: Open) -> None:
    session = open_window(StagedLaptop(KARIN))
    assert shortcuts.WERKFIT not in [one.shortcut for one in session.window.commands()]
